/** Front door: who is called next, and who has whom under call. What must hold: nobody is handed a company that may not be called. */
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { announce } from '#platform/events'
import { sayDay } from '#platform/text/danish'
import { alone } from '#platform/db/savepoint'
import { type CallingList } from './queue.schema.ts'
import * as store from './queue.sql.ts'
import * as held from './held.sql.ts'
import * as holds from './holds.sql.ts'
import { countLetGo, knownTo, otherLanguages, pickVisitedFirst, visitedBy, visitedOf } from './own-order.ts'
import { mayNotCall, refusedByGuard, runningSays, standingOutside } from './refusals.ts'
import { byHour, type Hours, hoursNow, notePassed, passedOver } from '../answering-hours/answering-hours.ts'
import { dropToken, keepsMeetings, reserveMeeting } from '../capacity/capacity.ts'
import { hasListsElsewhere } from '../call-centres/call-centres.ts'
import { visitsCompanies } from '../centre/roles.ts'
import { hasAccounts, serveTurn } from '../fair-shares/fair-shares.ts'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { type WorkingTime, workingTimeNow } from '../working-days/working-days.ts'
import { beginScript } from '../scripts/scripts.ts'

export { agreeBack, lockListOfHold } from './closed-lists.ts'
export { endHold, lockHeld, triesOf } from './held.sql.ts'
export { findNumber, listNumberless } from './held.ts'
export { bringBackSkipped, skipCompany } from './own-order.ts'
export { judgeQueue } from './queue.sql.ts'
export { finishBacks, forgetCall, reopenBacks, tellCall } from './told.sql.ts'

export type HoldRow = held.HoldRow

/** A reservation ends by itself, so that a closed laptop does not keep a company. The page renews it while in the call. */
export const holdMinutes = 10
/** The longest talk: whoever has the company under call so long has left the page open. He can take it again. */
const longestHoldMinutes = 60
const shownNext = 30
const mostTries = 50
const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
const minutesFrom = (ctx: Ctx, minutes: number) => ctx.now.add({ minutes }).toString({ fractionalSecondDigits: 3 })

// ---- What is next ----------------------------------------------------------------------------------------
const listsOf = (counts: store.Count[]): z.infer<typeof CallingList>[] => {
  const lists = new Map<number, z.infer<typeof CallingList>>()
  for (const { listId, name, hindrance, count, due, pausedUntil, pausedBecause } of counts) {
    const pause = pausedBecause ? { until: pausedUntil, because: pausedBecause } : null
    const list = lists.get(listId) ?? { id: listId, name, ready: 0, total: 0, due, paused: pause }
    lists.set(listId, { ...list, total: list.total + count, ready: list.ready + (hindrance === null ? count : 0) })
  }
  return [...lists.values()]
}

/** When the centre calls again; null: now. */
const opensAt = async (ctx: Ctx, time = workingTimeNow(ctx)): Promise<string | null> => {
  const opens = (await time).opensAt(ctx.now)
  return opens.equals(ctx.now) ? null : opens.toString({ fractionalSecondDigits: 3 })
}
/** Outside the calling hours a company is taken only by who says that he knows. Throws outside-calling-hours. */
export const refuseOutsideHours = async (ctx: Ctx, time: Promise<WorkingTime>, knows = false): Promise<void> => {
  const opens = knows ? null : await opensAt(ctx, time)
  if (opens) throw problem('outside-calling-hours', { when: sayDay(opens, ctx.language) }, { opensAt: opens })
}

const nothingOpen = {
  listId: null,
  called: 0,
  total: 0,
  ready: 0,
  next: [],
  byTurns: false,
  blocked: [],
  languages: [],
  wantsTime: 0,
}
/** What is next, how many are left, and how many may not be called and why. */
export const showQueue = async (ctx: Ctx, wanted?: number) => {
  const counts = await store.countQueue(ctx)
  const lists = listsOf(counts)
  const open = wanted ?? (await store.openList(ctx))
  const list = lists.find(({ id }) => id === open)
  if (wanted !== undefined && !list) throw problem('not-found')
  const always = { lists, opensAt: await opensAt(ctx) }
  if (!list) return { ...always, ...nothingOpen, elsewhere: await hasListsElsewhere(ctx) }
  const known = await knownTo(ctx, list.id)
  const visited = visitedOf(known)
  const rows = await store.nextRows(ctx, list.id, {
    limit: shownNext,
    onlyDue: list.paused !== null,
    first: visited,
  })
  const blocked = counts.flatMap(({ listId, hindrance, count, nextOn, nextAt }) =>
    listId === list.id && hindrance !== null ? [{ reason: hindrance, count, nextOn, nextAt }] : [],
  )
  return {
    ...always,
    listId: list.id,
    elsewhere: false,
    called: await store.calledCount(ctx, list.id),
    total: list.total,
    ready: list.paused ? list.due : list.ready,
    next: (visited.length > 0 ? rows : byHour(rows, await hoursNow(ctx), await passedOver(ctx, list.id))).map(
      (row) => ({
        ...row,
        known: known.get(row.companyId) ?? null,
      }),
    ),
    byTurns: await isShared(ctx, list.id),
    blocked: blocked.toSorted((a, b) => b.count - a.count),
    languages: blocked.some(({ reason }) => reason === 'other-language') ? await otherLanguages(ctx, list.id) : [],
    wantsTime: await store.wantsTimeCount(ctx, list.id),
  }
}

// ---- Under call --------------------------------------------------------------------------------------------
/** The company who asks has under call. */
export const showHold = async (ctx: Ctx): Promise<HoldRow | null> => (await held.myHold(ctx)) ?? null

/** A company comes before its hold; whoever holds it is waited for. False: there is no such company. */
const lockCompany = async (ctx: Ctx, companyId: number): Promise<boolean> => {
  const company = await store.companyOf(ctx, companyId)
  if (company) await lockCompanies(ctx, [company.cvr])
  return company !== undefined
}

type Wanted = Parameters<typeof holds.insertHold>[1]
type Company = Parameters<typeof holds.insertHold>[2]
/** Holds it, or says why not: someone else was faster, or the database's own guards know what the queue has not been told yet. */
const holdIt = async (ctx: Ctx, wanted: Wanted, company: Company): Promise<'taken' | 'under-call' | 'hindered'> => {
  const taken = await alone(ctx, 'TV001', () => holds.insertHold(ctx, wanted, company))
  if (typeof taken === 'boolean') return taken ? 'taken' : 'under-call'
  await store.judgeQueue(ctx, [company.cvr])
  return 'hindered'
}

/** What a hold names from its beginning: where it was taken from, and what is said there. */
const begins = async (ctx: Ctx, listId: number | null): Promise<Wanted> => ({
  ...(listId === null ? { listId, scriptId: null } : { listId, scriptId: await beginScript(ctx, listId) }),
  expiresAt: minutesFrom(ctx, holdMinutes),
})

/** The shared callers' time goes by turns, where schools handed companies in; who visits takes the list as it is. */
const isShared = async (ctx: Ctx, listId: number) => !visitsCompanies(ctx) && (await hasAccounts(ctx, listId))
/** Where schools handed companies in: what was promised first, then who is furthest behind. */
const pickFair = async (ctx: Ctx, listId: number, hours: Hours | null) => {
  const due = await holds.pickNext(ctx, listId, true)
  if (due) return due
  return serveTurn(
    ctx,
    (known) => holds.accountsOf(ctx, listId, known),
    (account) => holds.pickOf(ctx, { listId, account }, hours),
  )
}
/** A meeting is kept for the call, where they are agreed; when nobody has room, or an hour, only what was promised is called. */
const takeNext = async (
  ctx: Ctx,
  listId: number,
  { keeps, fair, hours }: { keeps: boolean; fair: Promise<boolean>; hours: Hours | null },
): Promise<HoldRow | null> => {
  const kept = keeps ? await reserveMeeting(ctx, { listId, untilAt: minutesFrom(ctx, holdMinutes) }) : 'open'
  const taken = await takeFirst(ctx, listId, { onlyDue: kept === 'full', fair: await fair, hours })
  if (keeps && !taken) await dropToken(ctx)
  return taken
}
/** The next company of a list, or null: due call-backs come first. Who loses a race, or meets what may not be called, tries again. */
const takeFirst = async (
  ctx: Ctx,
  listId: number,
  { onlyDue, fair, hours }: { onlyDue: boolean; fair: boolean; hours: Hours | null },
): Promise<HoldRow | null> => {
  const begun = begins(ctx, listId)
  const visited = onlyDue || fair ? [] : await visitedBy(ctx, listId)
  const pick = () => {
    if (onlyDue) return holds.pickNext(ctx, listId, true)
    return fair ? pickFair(ctx, listId, hours) : pickVisitedFirst(ctx, listId, visited, hours)
  }
  let waits = 0
  for (let tries = 0; tries < mostTries && waits < 7; tries++) {
    const [wanted, next] = await Promise.all([begun, pick()])
    if (next && (await holdIt(ctx, wanted, next)) === 'taken') notePassed(ctx, listId, next)
    // Pressed twice: the other press may have been faster.
    const mine = await held.myHold(ctx)
    if (mine) return mine
    if (next) continue
    // Companies that another caller is being handed right now are stepped over; perhaps one comes back.
    if ((await store.nextRows(ctx, listId, { limit: 1, onlyDue })).length === 0) return null
    waits++
    await rest(20)
  }
  return null
}

/** One company by choice, its lock held: the same rules as the queue, except one's own "spring over". Throws may-not-call. */
const takeOne = async (ctx: Ctx, companyId: number, listId?: number | null): Promise<HoldRow> => {
  const standingNow = async () => {
    const standing = await (listId === null
      ? standingOutside(ctx, companyId)
      : store.standingOf(ctx, companyId, listId))
    if (!standing) throw mayNotCall(ctx, 'not-in-list')
    return standing
  }
  const refused = async ({ hindrance, untilOn, untilAt }: store.Standing) =>
    mayNotCall(
      ctx,
      hindrance ?? 'under-call',
      { on: untilOn, at: untilAt },
      hindrance === 'running' ? await runningSays(ctx, companyId) : undefined,
    )
  const standing = await standingNow()
  const { hindrance, phone, cvr } = standing
  if (hindrance !== null && hindrance !== 'skipped') throw await refused(standing)
  if (phone === null) throw mayNotCall(ctx, 'no-phone')
  if (standing.listId !== null && !(await store.isDue(ctx, companyId))) {
    const kept = await reserveMeeting(ctx, { listId: standing.listId, untilAt: minutesFrom(ctx, holdMinutes) })
    if (kept === 'full') throw mayNotCall(ctx, 'paused')
  }
  const outcome = await holdIt(ctx, await begins(ctx, standing.listId), { companyId, cvr, phone })
  const mine = outcome === 'taken' ? await held.myHold(ctx) : undefined
  if (!mine) throw await refused(await standingNow())
  await store.removeSkip(ctx, { companyId, cvr })
  if (standing.listId !== null) notePassed(ctx, standing.listId, { companyId })
  return mine
}

/** Lets the one under call go for another; for a call-back that is due, without counting: it was promised. */
const putDown = async (ctx: Ctx, forCompany: number | undefined) => {
  const ended = await held.endHold(ctx)
  const isDue = forCompany !== undefined && (await store.isDue(ctx, forCompany))
  if (ended && !isDue) await countLetGo(ctx, ended)
}

/** `listId` null: outside any list, of one's own accord or as it was held before. */
type Asked =
  | { listId?: number | undefined; companyId?: number | undefined }
  | { listId: number | null; companyId: number }
/**
 * Takes a company under call: the one asked for, or the next of the list. Who has one already keeps it, unless he asks for
 * another. Null when nothing is left. Throws may-not-call with the reason in words.
 */
export const takeCompany = async (ctx: Ctx, { listId, companyId }: Asked): Promise<HoldRow | null> => {
  personOf(ctx)
  // Before any hold is touched: whoever has the company may want that hold.
  if (companyId !== undefined && !(await lockCompany(ctx, companyId))) throw problem('not-found')
  // Mostly nothing is held: the list that is wanted is asked for in the same breath.
  const named = listId !== undefined && listId !== null && companyId === undefined
  const [mine, wanted, keeps, fair, hours] = await Promise.all([
    held.heldAfterExpiry(ctx),
    named ? store.openList(ctx, listId) : undefined,
    keepsMeetings(ctx),
    named && isShared(ctx, listId),
    hoursNow(ctx),
  ])
  const wantsAnother =
    mine &&
    ((companyId !== undefined && companyId !== mine.companyId) || (listId !== undefined && listId !== mine.listId))
  if (mine && !wantsAnother) return showHold(ctx)
  if (mine) await putDown(ctx, companyId)
  if (companyId !== undefined) return shown(ctx, await takeOne(ctx, companyId, listId))
  if (named && wanted === undefined) throw problem('not-found')
  const list = wanted ?? (await store.openList(ctx))
  return list === undefined
    ? null
    : shown(
        ctx,
        await takeNext(ctx, list, {
          ...{ keeps, hours },
          fair: wanted === undefined ? isShared(ctx, list) : Promise.resolve(fair),
        }),
      )
}

const shown = async (ctx: Ctx, taken: HoldRow | null) => {
  announce(ctx, ['calls'])
  return taken
}

/** Still in the call: the reservation lasts ten minutes more, an hour in all. Throws not-your-call, may-not-call. */
export const renewHold = async (ctx: Ctx, companyId: number) => {
  if (!(await lockCompany(ctx, companyId))) throw problem('not-your-call')
  const renewed = await held
    .extendHold(ctx, companyId, minutesFrom(ctx, holdMinutes), longestHoldMinutes)
    .catch((error: unknown) => {
      const reason = refusedByGuard(error)
      throw reason ? mayNotCall(ctx, reason) : error
    })
  if (!renewed) throw problem('not-your-call')
  return renewed
}

export const releaseHold = async (ctx: Ctx) => {
  const ended = await held.endHold(ctx)
  if (ended) {
    await countLetGo(ctx, ended)
    announce(ctx, ['calls'])
  }
  return {}
}
