/** A list pauses by itself when nobody for whom it is called has room as far ahead as is promised, and goes on by itself. */
import { daysAfter } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { announce, recorder } from '#platform/events'
import { sweep } from '#platform/jobs'
import { showRules } from '../centre/centre.ts'
import { callers as rolesThatCall, runsCentre, visitsFirst } from '../centre/roles.ts'
import { minute } from '../diaries/diaries.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { capacityEvents } from './capacity-events.table.ts'
import { isAgreed, weeksOf } from './capacity.sql.ts'
import { timeOf, workedWeeks } from './free-meetings.ts'
import * as store from './pauses.sql.ts'
import type { PausedBecause } from './capacity.schema.ts'
import { agreedNone, areFew, becauseOf, hasRoom, mondayOf, roomIn } from './weeks.ts'

const record = recorder(capacityEvents)
const topics = ['capacity', 'calls', 'waiting']
/** So far ahead is looked for when a paused list goes on. */
const farthest = 12

type Judged = { places: store.Place[]; limited: boolean; because: PausedBecause | null; until: string | null }
type Worked = Awaited<ReturnType<typeof workedWeeks>>
type Known = {
  agreed: boolean
  rows: Awaited<ReturnType<typeof weeksOf>>
  fitsOf: ReturnType<typeof timeOf>
  horizon: number
  monday: string
  callers: number
}
const goesOn: Judged = { places: [], limited: false, because: null, until: null }
const nobodyLeft: Judged = { ...goesOn, limited: true, because: 'left' }
const judgeOne = (list: store.Calling, people: Worked, known: Known): Judged => {
  const { agreed, rows, fitsOf, horizon, monday, callers } = known
  if (list.isForSome && list.visitors.length === 0) return nobodyLeft
  const named = list.visitors.map(({ personId }) => personId)
  const pool = people.filter(({ personId, role }) =>
    list.isForSome ? named.includes(personId) : visitsFirst.includes(role),
  )
  // Nobody has said how many, nor when he works: what there is room for is not known.
  if (!agreed && pool.length === 0) return goesOn
  const last = daysAfter(monday, 7 * (horizon - 1))
  // What is kept for calls comes back unless it is booked: it makes no pause, not of the school's number either.
  const keptAt = (schoolId: number | null, weekOn: string) =>
    rows.reduce((sum, row) => sum + (row.schoolId === schoolId && row.weekOn === weekOn ? row.kept : 0), 0)
  const unkept = (row: (typeof rows)[number]) => ({
    ...{ ...row, kept: 0 },
    formTaken: (row.formTaken ?? 0) - (row.formKept ?? 0),
    schoolTaken: (row.schoolTaken ?? 0) - keptAt(row.schoolId, row.weekOn),
    schoolFormTaken: (row.schoolFormTaken ?? 0) - keptAt(row.schoolId, row.weekOn),
  })
  const weeks = pool.flatMap((person) =>
    rows
      .filter((row) => row.personId === person.personId && person.weeks.includes(row.weekOn))
      .map((row) => ({
        ...{ personId: row.personId, weekOn: row.weekOn, booked: row.booked },
        ...{ room: roomIn(unkept(row)), none: agreedNone(row) },
      })),
  )
  const withTime = (week: (typeof weeks)[number]) => ({ ...week, fits: fitsOf(week.personId, week.weekOn) })
  const promised = weeks.filter(({ weekOn }) => weekOn <= last).map(withTime)
  const places = promised.filter(({ fits }) => fits > 0)
  const because = becauseOf(promised)
  // Farther ahead is looked only where it pauses, until a week is found.
  const later = weeks.filter(({ weekOn }) => because !== null && weekOn > last)
  const next = later
    .toSorted((one, other) => one.weekOn.localeCompare(other.weekOn))
    .find((week) => hasRoom(withTime(week)))
  return {
    places: places.map(({ personId, weekOn, booked, fits }) => ({ personId, weekOn, fits: booked + fits })),
    limited: because !== null || places.every(({ room }) => room !== Infinity) || areFew(places, callers),
    because,
    until: next === undefined ? null : daysAfter(next.weekOn, -7 * (horizon - 1)),
  }
}

/** Judges all lists in calling: each minute, and whenever a number changes. Where nothing is agreed the hours alone count. */
export const judgePauses = async (ctx: Ctx): Promise<void> => {
  await store.lockJudging(ctx)
  const agreed = await isAgreed(ctx)
  const lists = await store.callingLists(ctx)
  const paused: number[] = []
  let changed = 0
  if (lists.length > 0) {
    const monday = mondayOf(ctx.today)
    const horizon = await store.horizon(ctx)
    // Whoever has only other kinds of meetings left than a list is called for cannot be promised.
    const weeksFor = new Map<MeetingForm, Awaited<ReturnType<typeof weeksOf>>>()
    for (const { form } of lists)
      if (!weeksFor.has(form))
        weeksFor.set(form, await weeksOf(ctx, { people: null, first: monday, weeks: farthest, form }))
    // What is booked is counted before the hours are: what is booked between is counted in neither, and promises nothing.
    const people = await workedWeeks(ctx, farthest)
    const { visitMinutes, bufferMinutes } = await showRules(ctx)
    const callers = await store.countMembers(ctx, rolesThatCall)
    const fitsOf = timeOf(people, { length: visitMinutes * minute, buffer: bufferMinutes * minute })
    for (const list of lists) {
      const rows = weeksFor.get(list.form) ?? []
      const { places, limited, because, until } = judgeOne(list, people, {
        agreed,
        rows,
        fitsOf,
        horizon,
        monday,
        callers,
      })
      await store.writePlaces(ctx, list.id, limited, places)
      if (!because) continue
      paused.push(list.id)
      if (await store.beginPause(ctx, list.id, { until, because })) changed++
    }
  }
  changed += await store.endPauses(ctx, paused)
  await store.forgetPlaces(
    ctx,
    lists.map(({ id }) => id),
  )
  if (changed > 0) announce(ctx, topics)
}
export const pauseSweep = sweep('capacity/pauses', judgePauses)

/**
 * Keeps a meeting of the list's kind for the call that is taken from a list now: `full` when nobody has room, and the list pauses. Where nothing is agreed, and hours are many, there is nothing to keep; a list pauses all the same when no hour is left.
 */
export const reserveMeeting = async (ctx: Ctx, kept: { listId: number; untilAt: string }): Promise<'open' | 'full'> => {
  if (!(await store.keepsMeetings(ctx))) return 'open'
  const first = await store.reserveMeeting(ctx, kept)
  if (first.judged && (first.outcome !== 'full' || first.settled)) return first.outcome === 'full' ? 'full' : 'open'
  await judgePauses(ctx)
  if (first.judged) return 'full'
  return (await store.reserveMeeting(ctx, kept)).outcome === 'full' ? 'full' : 'open'
}

/** So many days, today counted, lie in the weeks that are promised on the phone. */
export const promisedDays = async (ctx: Ctx): Promise<number> => {
  const next = Date.parse(daysAfter(mondayOf(ctx.today), 7 * (await store.horizon(ctx))))
  return (next - Date.parse(ctx.today)) / (24 * 3_600_000)
}

/** For whom a list is called; nobody: for all who visit. */
export const nameVisitors = async (ctx: Ctx, listId: number, personIds: readonly number[]) => {
  const list = (await store.callingLists(ctx)).find(({ id }) => id === listId)
  const known = (await workedWeeks(ctx, farthest)).map(({ personId }) => personId)
  if (!list || personIds.some((id) => !known.includes(id))) throw problem('not-found')
  await store.replaceVisitors(ctx, listId, personIds)
  await record(ctx, { verb: 'named', subject: 'list_visitor', subjectId: listId, after: { personIds }, topics })
  await judgePauses(ctx)
  return {}
}
/** What is said on a list, and what its campaign shows of it, go by it too. */
const offerTopics = [...topics, 'contact-lists', 'campaigns']
/** What lists are called for, from the next call on: one that runs keeps what it began with. A list that is not opened yet has it when it is. */
export const offerLists = async (ctx: Ctx, listIds: readonly number[], form: MeetingForm) => {
  const others = (await store.offersOf(ctx, listIds)).filter((before) => before.form !== form)
  for (const { listId, form: was } of others) {
    await store.writeOffer(ctx, listId, form)
    const [before, after] = [{ form: was }, { form }]
    await record(ctx, { verb: 'said', subject: 'list_offer', subjectId: listId, before, after, topics: offerTopics })
  }
  if (others.length > 0) await judgePauses(ctx)
}
export const changeOffer = async (ctx: Ctx, listId: number, form: MeetingForm) => {
  if (!(await store.callingLists(ctx)).some(({ id }) => id === listId)) throw problem('not-found')
  await offerLists(ctx, [listId], form)
  return { form }
}
export const changeHorizon = async (ctx: Ctx, weeks: number) => {
  const before = await store.horizon(ctx)
  await store.writeHorizon(ctx, weeks)
  await record(ctx, {
    verb: 'changed',
    subject: 'capacity_horizon',
    before: { weeks: before },
    after: { weeks },
    topics,
  })
  await judgePauses(ctx)
  return { weeks }
}

/** What is called now, for whom, and what pauses; names of people for whoever plans with all. */
export const callingNow = async (ctx: Ctx) => {
  const lists = await store.callingLists(ctx)
  return {
    horizon: await store.horizon(ctx),
    lists: lists.map(({ visitors, isForSome: _, ...list }) => ({
      ...list,
      visitors: runsCentre(ctx) ? visitors : null,
    })),
  }
}
