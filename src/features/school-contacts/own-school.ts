import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'

/** The asker's school; a consultant of the centre itself has none and hands in nothing. Throws not-allowed. */
export const ownSchool = (ctx: Ctx): number => {
  if (ctx.schoolId === null) throw problem('not-allowed')
  return ctx.schoolId
}
