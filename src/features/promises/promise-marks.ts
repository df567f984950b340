/** What is promised keeps the company from being called by others, until it is kept or falls away; its owner is whom to ask. */
import type { Ctx } from '#platform/context'
import { dropMarks, lockCompanies, setMarks } from '../may-contact/may-contact.ts'
import * as store from './promises.sql.ts'

type Standing = { id: number; companyId: number; cvr: string; madeAt: string; dueOn: string; ownerId: number | null }
const markOpen = (ctx: Ctx, open: readonly Standing[]) =>
  setMarks(
    ctx,
    open.map(({ id, companyId, cvr, madeAt, dueOn, ownerId }) => ({
      ...{ kind: 'promise' as const, sourceId: id, companyId, cvr, since: madeAt, endsAt: null, dueOn },
      personId: ownerId,
    })),
  )

/** As it is made: nothing is read again. */
export const markMade = (ctx: Ctx, made: Omit<Standing, 'madeAt'>) => markOpen(ctx, [{ ...made, madeAt: ctx.at }])

/** Told again after each change of these promises: one that is open is marked, one that is not no longer. */
export const markPromises = async (ctx: Ctx, ids: readonly number[]): Promise<void> => {
  const rows = await store.standingOf(ctx, ids)
  const open = rows.filter(({ keptAt, droppedAt }) => keptAt === null && droppedAt === null)
  await markOpen(
    ctx,
    // One that nobody owns is the coordinators'.
    open.map((row) => ({ ...row, ownerId: row.releasedAt === null ? row.ownerId : null })),
  )
  const closed = rows.filter((row) => !open.includes(row))
  await dropMarks(
    ctx,
    'promise',
    closed.map(({ id }) => id),
  )
}

/** Before a promise that is closed stands again: nobody is handed the company in the same moment. */
export const lockCompanyOf = async (ctx: Ctx, id: number): Promise<void> => {
  const [row] = await store.standingOf(ctx, [id])
  if (row) await lockCompanies(ctx, [row.cvr])
}
