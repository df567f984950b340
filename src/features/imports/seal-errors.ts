import { type Ctx, schoolOf } from '#platform/context'
import * as store from './imports.sql.ts'
import { errorsKept } from './reader.ts'
import { ownSealing } from './own-file.ts'

/** Seals why rows of the own school's file did not come in, of one import that was listed in the open; false when there is none left. */
export const sealErrors = async (ctx: Ctx): Promise<boolean> => {
  const sealing = ownSealing(ctx, { ofSchool: true })
  const [id] = await store.importsInTheOpen(ctx, schoolOf(ctx), 1)
  if (id === undefined) return false
  await store.listErrors(ctx, id, await store.pageOfErrors(ctx, id, { after: -1, limit: errorsKept }, sealing), sealing)
  return true
}
