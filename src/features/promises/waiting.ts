import { runsCentre } from '../centre/roles.ts'
import { daysAfter } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { WaitingRow } from '#platform/room'
import * as store from './promises.sql.ts'

/** As many of a kind as a home page can hold. */
const most = 50

const whenOf = (ctx: Ctx, dueOn: string): WaitingRow['when'] => {
  if (dueOn < ctx.today) return 'over'
  if (dueOn === ctx.today) return 'today'
  return dueOn <= daysAfter(ctx.today, 7) ? 'week' : 'later'
}

const rowOf = (ctx: Ctx, kind: WaitingRow['kind'], promise: store.PromiseRow & object): WaitingRow => ({
  kind,
  when: whenOf(ctx, promise.dueOn),
  values: {
    company: promise.company,
    what: promise.what,
    date: promise.dueOn,
    days: promise.daysLate,
    who: promise.owner,
    school: promise.ownerSchool ?? '',
    mine: promise.ownerId === ctx.personId ? 1 : 0,
  },
  date: promise.dueOn,
  href: `/aftaler?aftale=${promise.id}`,
})

/**
 * What waits in promises, for the home page: mine overdue, due today and this week; those I am asked to take over; for
 * coordinators also everyone's overdue ones and those whose owner has left. With `others`, everyone's due ones too.
 */
export const promisesWaiting = async (ctx: Ctx, others = false): Promise<WaitingRow[]> => {
  if (ctx.personId === null) return []
  const all = runsCentre(ctx)
  const ask = (whose: store.Sought['whose'], state: store.Sought['state']) =>
    store.promiseRows(ctx, { whose, state, limit: most })
  const left = all ? await ask('left', 'open') : []
  const overdue = await ask(all ? 'all' : 'mine', 'overdue')
  const due = await ask(all && others ? 'all' : 'mine', 'week')
  const offered = await ask('offered', 'open')
  const orphans = new Set(left.map((promise) => promise.id))
  const owned = [...overdue, ...due].filter((promise) => !orphans.has(promise.id))
  return [
    ...left.map((promise) => rowOf(ctx, 'promise-orphan', promise)),
    ...owned.map((promise) => rowOf(ctx, promise.daysLate > 0 ? 'promise-overdue' : 'promise-due', promise)),
    // Someone waits for my answer now, whenever the promise itself is due.
    ...offered.map((promise): WaitingRow => {
      const row = rowOf(ctx, 'handover', promise)
      return {
        ...row,
        when: row.when === 'over' ? 'over' : 'today',
        values: { ...row.values, who: promise.giver ?? '' },
      }
    }),
  ]
}
