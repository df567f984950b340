/** Front door: how much of the centre's knowledge one person takes out in a day. */
import type { Temporal } from 'temporal-polyfill'
import { dateOf, momentOf } from '#platform/clock'
import type { Asker, Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import { Problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { isOneOf } from '#platform/typed.shared'
import type { Measure } from '#platform/http/exchange'
import { roles } from '../centre/roles.ts'
import { measuresEvents } from './measures-events.table.ts'
import { type Kind, measures } from './measures.table.ts'
import * as store from './measures.sql.ts'

const record = recorder(measuresEvents)

const mostOf = (kind: Kind, role: string) =>
  (isOneOf(roles, role) ? measures[kind][role] : undefined) ?? measures[kind].otherwise

/** Until tomorrow, in whole minutes: what the sentence's answer bears as Retry-After. */
const minutesLeft = (now: Temporal.Instant) => {
  const tomorrow = momentOf(dateOf(now).add({ days: 1 }).toString(), '00:00')
  return Math.ceil(now.until(tomorrow).total('minutes'))
}

const reached = (now: Temporal.Instant, kind: Kind, most: number) =>
  new Problem(kind === 'let-go' ? 'let-go-enough' : 'taken-enough', { values: { most, minutes: minutesLeft(now) } })

const count = async (ctx: Ctx, personId: number, kind: Kind, more: number) => {
  const most = mostOf(kind, ctx.role)
  const counted = await store.add(ctx, { personId, kind, more, most })
  if (counted.reachedNow)
    await record(ctx, { verb: 'reached', subject: 'taken_today', after: { kind, most }, topics: ['measures'] })
  return { ...counted, most }
}

/** One more company let go without an answer; answering is never counted. Throws let-go-enough. */
export const letGo = async (ctx: Ctx): Promise<void> => {
  if (ctx.personId === null) return
  const { count: now, most } = await count(ctx, ctx.personId, 'let-go', 1)
  if (now > most) throw reached(ctx.now, 'let-go', most)
}

type Day = { day: string; seen: Set<string>; known: number; unwritten: number }
/** So many cards are gathered before they are written down. */
const gathered = 5

/**
 * Counts what is taken out by reading. Files are counted each; of cards each company once a day, gathered: no write for every look.
 * A company that was opened today can be opened again, however many there were. Throws taken-enough.
 */
export const openMeasures = (database: Database): Measure => {
  const days = new Map<string, Day>()
  const dayOf = async (asker: Asker, personId: number, today: string): Promise<Day> => {
    const key = `${asker.centreId} ${personId}`
    const kept = days.get(key)
    if (kept?.day === today) return kept
    const known = await database.read(asker, (ctx) => store.countToday(ctx, personId, 'card'))
    const fresh = { day: today, seen: new Set<string>(), known, unwritten: 0 }
    // Two at once: the first one's day is the day of both.
    const meanwhile = days.get(key)
    if (meanwhile?.day === today) return meanwhile
    days.set(key, fresh)
    return fresh
  }
  const card = async (asker: Asker, personId: number, which: string) => {
    const now = database.clock()
    const day = await dayOf(asker, personId, dateOf(now).toString())
    if (day.seen.has(which)) return
    const most = mostOf('card', asker.role)
    if (day.known + day.unwritten >= most) throw reached(now, 'card', most)
    day.seen.add(which)
    day.unwritten++
    if (day.unwritten < gathered && day.known + day.unwritten < most) return
    const more = day.unwritten
    day.unwritten = 0
    day.known += more
    day.known = (await database.noteReading(asker, (ctx) => count(ctx, personId, 'card', more))).count
  }
  return async (asker, kind, which) => {
    const { personId } = asker
    if (personId === null) return
    if (kind === 'card') return card(asker, personId, which)
    await database.noteReading(asker, async (ctx) => {
      const { count: now, most } = await count(ctx, personId, 'file', 1)
      if (now > most) throw reached(ctx.now, 'file', most)
    })
  }
}
