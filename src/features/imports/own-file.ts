/** A school's own file is sealed with the school's key wherever something of it lies: pieces that wait, why a row did not come in. */
import type { Ctx } from '#platform/context'
import type { SchoolSealing } from '#platform/sealing'
import type { ImportReader } from './reader.ts'

/** Null: the files are the centre's. */
export const ownSealing = (ctx: Ctx, { ofSchool }: Pick<ImportReader, 'ofSchool'>): SchoolSealing | null => {
  if (!ofSchool) return null
  // Its room refuses the file where there is no key, in a sentence.
  if (ctx.schoolId === null || !ctx.house.sealing) throw new Error("A school's own file came in without a key.")
  return ctx.house.sealing.ofSchool(ctx.centreId, ctx.schoolId)
}
