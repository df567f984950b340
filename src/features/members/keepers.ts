/** A centre is never without somebody who keeps the house. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { keepers } from '../centre/roles.ts'
import * as store from './members.sql.ts'

/** Two administrators who send each other away, or make each other something else, at once: both wait here. */
export const lockKeepers = (ctx: Ctx) => store.lockInRoles(ctx, keepers)

/** After one has gone: the second of two sees that none would be left. Throws last-administrator. */
export const refuseLastAdministrator = async (ctx: Ctx) => {
  await lockKeepers(ctx)
  if ((await store.hereInRoles(ctx, keepers)).length === 0) throw problem('last-administrator')
}
