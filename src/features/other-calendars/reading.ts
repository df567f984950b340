/** Calendars elsewhere are read: one transaction takes the turn, the server is asked with none in hand, another writes what was read. */
import type { Ctx, HouseFacts } from '#platform/context'
import { announce, announceTo } from '#platform/events'
import { enqueue, type Job, job, type Sweep, sweep } from '#platform/jobs'
import { whichAreOurs } from '../bookings/bookings.ts'
import { visitors } from '../centre/roles.ts'
import { dropElsewhere, lockConsultant, writeElsewhere } from '../diaries/diaries.ts'
import { whichAreMeetings } from '../meeting-dates/meeting-dates.ts'
import { whichAreGatherings } from '../gatherings/gatherings.ts'
import { whichAreJoint } from '../joint-visits/joint-visits.ts'
import { whichAreDays } from '../presence-days/presence-days.ts'
import { fetchAndRead, type Outcome, type Secrets } from './fetching.ts'
import { weeksAhead } from './other-calendars.schema.ts'
import * as store from './other-calendars.sql.ts'
import { joined, type TakenTimes } from './taken-times.ts'

/** All of it is read anew this often, changed or not: what repeats comes nearer. */
const hoursWhole = 24
const minutes = { usual: 15, unreachable: 60, refused: 6 * 60, lease: 10 }
/** So many of a centre are sent for each minute. */
const mostAMinute = 40

export const topics = ['other-calendars', 'home']
const calendarTopics = ['calendar', 'free-slots', 'bookings', 'calls', 'home']
/** Sealed for this one person. */
export const aboutOf = ({ centreId }: Pick<Ctx, 'centreId'>, personId: number) =>
  `other calendar ${centreId} ${personId}`

const secretsIn = (text: string | null): Secrets | null => {
  const secrets: Secrets | null = text === null ? null : JSON.parse(text)
  return secrets
}

const read = (house: HouseFacts, begun: store.Begun, ctx: Pick<Ctx, 'centreId'>): Promise<Outcome> => {
  const now = house.clock().epochMilliseconds
  const secrets = secretsIn(house.sealing?.unseal(begun.sealed, aboutOf(ctx, begun.personId)) ?? null)
  if (!secrets) return Promise.resolve({ trouble: 'key-lost' })
  const isFresh = begun.fetchedAt !== null && Date.parse(begun.fetchedAt) > now - hoursWhole * 3_600_000
  const window = { from: now - 24 * 3_600_000, to: now + weeksAhead * 7 * 24 * 3_600_000 }
  const version = isFresh ? begun.version : null
  return fetchAndRead(house, { kind: begun.kind, secrets, window, version, email: begun.email ?? '' })
}

/** What came back from us is no other appointment; what only looks so is. */
const timesOf = async (ctx: Ctx, { spans, own }: TakenTimes) => {
  const uids = [...new Set(own.map(({ uid }) => uid))]
  const ours = new Set<string>()
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const known of [whichAreOurs, whichAreDays, whichAreJoint, whichAreMeetings, whichAreGatherings])
    for (const uid of await known(ctx, uids)) ours.add(uid)
  const all = joined([...spans, ...own.filter(({ uid }) => !ours.has(uid)).map(({ from, to }) => ({ from, to }))])
  return all.map(({ from, to }) => ({ startsAt: new Date(from).toISOString(), endsAt: new Date(to).toISOString() }))
}

const inMinutes = (ctx: Ctx, count: number) => ctx.now.add({ minutes: count }).toString({ fractionalSecondDigits: 3 })

/** What was read takes the place of what was read before, in one transaction; after trouble what is known stays. */
const write = async (ctx: Ctx, begun: store.Begun, outcome: Outcome): Promise<void> => {
  const { personId, id } = begun
  // Before the row: in the order of locks.
  await lockConsultant(ctx, personId)
  if (outcome.trouble !== null) {
    const passes = ['unreachable', 'too-slow'].includes(outcome.trouble)
    const dueAt = inMinutes(ctx, passes ? minutes.unreachable : minutes.refused)
    const problemSince = begun.problemSince ?? ctx.at
    if (await store.settle(ctx, begun, { dueAt, problem: outcome.trouble, problemSince }))
      announceTo(ctx, topics, [personId])
    return
  }
  const went = { dueAt: inMinutes(ctx, minutes.usual), readAt: ctx.at, problem: null, problemSince: null }
  if (outcome.read === null) {
    if (await store.settle(ctx, begun, went)) announceTo(ctx, topics, [personId])
    return
  }
  const times = await timesOf(ctx, outcome.read)
  const { leftOut, name } = outcome.read
  const named = begun.name === '' && name !== '' ? { name } : {}
  const all = { ...went, ...named, fetchedAt: ctx.at, version: outcome.version, times: times.length, leftOut }
  if (!(await store.settle(ctx, begun, all))) return
  announceTo(ctx, topics, [personId])
  // Many servers say nothing of what is unchanged: others' pages ask again only for what is new.
  if (await writeElsewhere(ctx, { personId, sourceId: id }, times)) announce(ctx, calendarTopics)
}

export const readOtherCalendar: Job<{ id: number }> = job('read-other-calendar', async (reach, { id }) => {
  const begun = await reach.in((ctx) => store.beginReading(ctx, id))
  if (!begun) return
  const outcome = await read(reach.database.house, begun, reach.asker)
  await reach.in((ctx) => write(ctx, begun, outcome))
})

/** Address and all that was read are gone. */
export const forget = async (ctx: Ctx, personId: number, id: number): Promise<boolean> => {
  await lockConsultant(ctx, personId)
  if (!(await store.deleteCalendar(ctx, personId, id))) return false
  await dropElsewhere(ctx, { personId, sourceId: id })
  announce(ctx, calendarTopics)
  return true
}

/** Each minute: who has left, or visits nobody any more, leaves no calendar behind; those that are due are read. */
export const readDueCalendars: Sweep = sweep('read-due-calendars', async (ctx) => {
  for (const { personId, id } of await store.leftBehind(ctx, visitors)) await forget(ctx, personId, id)
  for (const id of await store.takeDue(ctx, { most: mostAMinute, leaseMinutes: minutes.lease }))
    await enqueue(ctx, readOtherCalendar, { id })
})
