/**
 * Front door: what schools handed in, the round that makes one list of it, and what each school is told of its own. What must hold: no school learns what another
 * handed in or struck; a company named by several is called once, its time shared.
 */
import * as m from '#texts'
import { Temporal } from 'temporal-polyfill'
import type { AnswerOf } from '#platform/endpoint'
import { z } from '#platform/endpoint'
import { type Ctx, schoolOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { problem } from '#platform/errors'
import { announce, recorder } from '#platform/events'
import { isOneOf } from '#platform/typed.shared'
import { coordinators } from '../centre/roles.ts'
import { insertHandedIn } from '../fair-shares/fair-shares.ts'
import { startHearing } from '../hearings/hearings.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { closeList, freezeNamed, makeList } from '../lists/lists.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { handedInEvents } from './handed-in-events.table.ts'
import { HandedIn, type listHandedIn as listContract, type showRound as roundContract } from './handed-in.schema.ts'
import * as store from './handed-in.sql.ts'

export { countByQuarter, type Given, lastHandedInOn, type Wish } from './handed-in.sql.ts'
export { type Standing, standingsOf } from './judging.sql.ts'
import { untilHeard } from './judging.sql.ts'
import { answersAt, daysToAnswer } from './handed-in.schema.ts'

/** Who sends the round sees that there is more, or less, of it. */
const tellWhoSends = (ctx: Ctx) => announce(ctx, ['handed-in', 'waiting'], 'centre', coordinators)
const record = recorder(handedInEvents)
const topics = ['hand-in', 'handed-in', 'waiting'] as const
/** The last day on which the others answer, should they be asked today. */
export const answersBy = async (ctx: Ctx) => (await workingTimeNow(ctx)).workdayAfter(ctx.today, daysToAnswer)

/** Writes down what a school hands in; gives those written. */
export const keepHandedIn = async (ctx: Ctx, given: readonly store.Given[], wish: store.Wish) => {
  const written = await store.insertHandIn(ctx, schoolOf(ctx), given, wish)
  const after = { count: written.length, goalId: wish.goalId }
  if (written.length > 0) {
    await record(ctx, { verb: 'handed-in', subject: 'handed_in', visibility: 'school', after, topics })
    tellWhoSends(ctx)
  }
  return written
}
/** Takes back what is on no list yet; gives what the school had written of each. */
export const takeBackHandedIn = async (ctx: Ctx, companyIds: readonly number[]) => {
  const back = await store.deleteHandIn(ctx, schoolOf(ctx), companyIds)
  const after = { count: back.length }
  if (back.length > 0) {
    await record(ctx, { verb: 'taken-back', subject: 'handed_in', visibility: 'school', after, topics })
    tellWhoSends(ctx)
  }
  return back
}

const mostShown = 200

export const showRound = async (ctx: Ctx): Promise<AnswerOf<typeof roundContract>> => {
  const rows = await store.gatheredPlaces(ctx, mostShown)
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map(({ total: _all, ...place }) => place),
    total,
    later: await store.countLater(ctx),
    answersBy: await answersBy(ctx),
    can: { send: total > 0 },
  }
}

const nameOf = (ctx: Ctx) => {
  const day = Temporal.PlainDate.from(ctx.today)
  const values = { quarter: String(Math.ceil(day.month / 3)), week: String(day.weekOfYear ?? '') }
  return m.handed_in_list_name(values, { locale: ctx.language })
}

const inside = { leftOut: null, leftOutUntil: null }
/** For a world that is told, whose lists were drawn: what schools handed in of a list goes with it. In life `sendRound` makes the list. */
export const goWithList = async (ctx: Ctx, listId: number, companyIds: readonly number[]) => {
  const on = new Set(companyIds)
  const here = (await store.lockGathered(ctx)).filter(({ companyId }) => on.has(companyId))
  if (here.length === 0) return
  await store.writeSent(
    ctx,
    listId,
    here.map(({ id, companyId }) => ({ id, listedId: companyId, ...inside })),
  )
  await insertHandedIn(
    ctx,
    listId,
    here.map(({ companyId, schoolId }) => ({ companyId, schoolId })),
  )
}
/**
 * One list of all that schools have handed in until now, each company once, and its hearing; whom several schools named is called for all of them. Where
 * nobody can be called there is nothing to ask about, and the list is closed at once. `total`: so many were shown. Throws nothing-to-send, round-changed.
 */
export const sendRound = async (ctx: Ctx, { total }: { total: number }) => {
  const list = await makeList(ctx, {
    name: nameOf(ctx),
    goal: m.handed_in_list_goal({}, { locale: ctx.language }),
    criteria: z.parse(Criteria, {}),
  })
  const gathered: Awaited<ReturnType<typeof store.lockGathered>> = []
  const drawn = await freezeNamed(ctx, list.id, async () => {
    gathered.push(...(await store.lockGathered(ctx)))
    if (gathered.length === 0) throw problem('nothing-to-send')
    const companyIds = [...new Set(gathered.map(({ companyId }) => companyId))]
    if (companyIds.length !== total) throw problem('round-changed')
    return companyIds
  })
  const of = new Map(drawn.map((row) => [row.companyId, row]))
  const sent = gathered.map(({ id, companyId, schoolId }) => {
    const said = of.get(companyId)
    const listedId = said && (said.included || said.reason === 'same-company') ? said.placeId : null
    const out = listedId === null ? { leftOut: said?.reason ?? 'closed', leftOutUntil: said?.untilOn ?? null } : inside
    return { id, schoolId, listedId, ...out }
  })
  await store.writeSent(ctx, list.id, sent)
  const named = sent.flatMap(({ listedId, schoolId }) => (listedId === null ? [] : [{ companyId: listedId, schoolId }]))
  const by = await answersBy(ctx)
  if (named.length > 0) {
    await insertHandedIn(ctx, list.id, named)
    await startHearing(ctx, list.id, { date: by, time: `${answersAt}:00` })
  } else await closeList(ctx, list.id)
  const companies = drawn.filter(({ included }) => included).length
  const after = { companies, leftOut: drawn.length - companies }
  await record(ctx, {
    ...{ verb: 'sent-round', subject: 'contact_list', subjectId: list.id, after },
    topics: [...topics, 'contact-lists'],
  })
  return { listId: list.id, ...after, answersBy: by }
}

// ---- What became of it -------------------------------------------------------------------------------------------
type Shown = z.infer<typeof HandedIn>
type Told = Pick<Shown, 'state' | 'why' | 'until'>
const whyOf = (reason: string | null) => HandedIn.shape.why.def.innerType.options.find((one) => one === reason) ?? null
const told = (ctx: Ctx, row: store.HandedRow): Told => {
  const { listState, leftOut, quarterFrom, sortedOutUntil } = row
  if (listState === null) {
    const later = quarterFrom > ctx.today
    return { state: later ? 'next-quarter' : 'gathered', why: null, until: later ? quarterFrom : null }
  }
  const secret = leftOut === null || isOneOf(untilHeard, leftOut)
  if (secret && listState === 'in-hearing') return { state: 'in-hearing', why: null, until: row.deadlineOn }
  // No hearing, or one that was cut short: what it would have told stays untold.
  if (secret && listState === 'closed' && !row.heard)
    return { state: row.deadlineOn === null ? 'left-out' : 'closed', why: null, until: null }
  if (leftOut !== null) return { state: 'left-out', why: whyOf(leftOut), until: row.leftOutUntil }
  if (sortedOutUntil !== null) return { state: 'left-out', why: 'struck', until: sortedOutUntil }
  return { state: listState === 'closed' ? 'closed' : 'calling', why: null, until: null }
}

type Asked = { cursor?: string | undefined; limit: number }
export const listHandedIn = async (ctx: Ctx, { cursor, limit }: Asked): Promise<AnswerOf<typeof listContract>> => {
  const keys = readCursor(cursor, 2)
  const after = keys && ([String(keys[0]), Number(keys[1])] as const)
  const rows = await store.pageOfHandedIn(ctx, schoolOf(ctx), { after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({
      company: { id: row.id, name: row.name, town: row.town, employees: row.employees },
      ...{ wrote: row.wrote, handedInAt: row.handedInAt, by: row.by, goal: row.goal, reason: row.reason },
      ...{ consultant: row.consultant, wishBy: row.wishBy, ...told(ctx, row), since: row.since },
      can: { takeBack: row.listState === null },
    })),
    next: rows.length > limit && last ? writeCursor([last.handedInAt, last.n]) : null,
  }
}
