/** Front door: calendars that somebody has elsewhere, read for when he is busy. */
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { afterwards } from '#platform/http/serve'
import { enqueue } from '#platform/jobs'
import { troubleWith } from '#platform/outside/fetch-outside'
import { lockConsultant } from '../diaries/diaries.ts'
import { findCalendars, type Login } from './caldav.ts'
import { type Secrets, troubleOf } from './fetching.ts'
import { otherCalendarsEvents } from './other-calendars-events.table.ts'
import type { OtherCalendar, Trouble } from './other-calendars.schema.ts'
import * as store from './other-calendars.sql.ts'
import { aboutOf, forget, readOtherCalendar, topics } from './reading.ts'
import { saysTrouble } from './trouble-words.table.ts'

type Told = z.infer<typeof OtherCalendar>
const record = recorder(otherCalendarsEvents)
const mostOfOne = 5

const told = async (ctx: Ctx, id: number): Promise<Told> => {
  const row = await store.calendarOf(ctx, personOf(ctx), id)
  if (!row) throw problem('not-found')
  const { personId: _, ...shown } = row
  return shown
}

export const listOtherCalendars = async (ctx: Ctx) => ({
  possible: ctx.house.sealing !== null,
  rows: (await store.calendarsOf(ctx, personOf(ctx))).map(({ personId: _, ...shown }) => shown),
})

/** As calendars write their addresses: `webcal` is https. Throws wrong-input at the address. */
const addressOf = (ctx: Ctx, given: string): string => {
  const written = given.replace(/^webcals?:/i, 'https:')
  const url = /^[a-z]+:\/\//i.test(written) ? written : `https://${written}`
  const trouble = troubleWith(url, ctx.house.asksAnywhere)
  if (trouble) throw problemAt('wrong-input', '/body/url', saysTrouble[trouble]({}, { locale: ctx.language }), 'custom')
  return url
}
/** As it was meant; what is no encoding stands for itself. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
/** Name and password in an address are no secret to whoever reads logs on the way. */
const parted = (url: string) => {
  const { username, password } = new URL(url)
  const plain = new URL(url)
  plain.username = ''
  plain.password = ''
  return { url: plain.href, user: decoded(username), password: decoded(password) }
}

type Given = { kind: 'ics' | 'caldav'; url: string; user?: string; password?: string; name: string }
export const addOtherCalendar = async (ctx: Ctx, given: Given): Promise<Told> => {
  const { kind, name } = given
  const { sealing } = ctx.house
  if (!sealing) throw problem('calendars-not-kept')
  const personId = personOf(ctx)
  const { url, user, password } = parted(addressOf(ctx, given.url))
  await lockConsultant(ctx, personId)
  if ((await store.calendarsOf(ctx, personId)).length >= mostOfOne)
    throw problem('calendars-enough', { most: mostOfOne })
  const secrets: Secrets = {
    url,
    user: given.user ?? (user || undefined),
    password: given.password ?? (password || undefined),
  }
  const sealed = sealing.seal(JSON.stringify(secrets), aboutOf(ctx, personId))
  const { id } = await store.insertCalendar(ctx, { personId, kind, name, host: new URL(url).host, sealed })
  await record(ctx, { verb: 'added', subject: 'other_calendar', subjectId: id, visibility: 'personal', topics })
  await enqueue(ctx, readOtherCalendar, { id })
  return told(ctx, id)
}

export const removeOtherCalendar = async (ctx: Ctx, id: number): Promise<Record<string, never>> => {
  if (!(await forget(ctx, personOf(ctx), id))) throw problem('not-found')
  await record(ctx, { verb: 'removed', subject: 'other_calendar', subjectId: id, visibility: 'personal', topics })
  return {}
}

/** Minutes between two readings at the owner's wish. */
const hasteRest = 5
/** Throws not-found, too-many-tries. */
export const readAgain = async (ctx: Ctx, id: number): Promise<Told> => {
  const shown = await told(ctx, id)
  if (!(await store.hasten(ctx, id, hasteRest))) throw problem('too-many-tries', { minutes: hasteRest })
  await enqueue(ctx, readOtherCalendar, { id })
  return shown
}

/** Asked when no transaction is in hand. */
export const searchCalendars = (ctx: Ctx, given: Login) => {
  const url = addressOf(ctx, given.url)
  const { fetchOutside } = ctx.house
  return afterwards(async (): Promise<{ trouble: Trouble | null; calendars: { url: string; name: string }[] }> => {
    try {
      return { trouble: null, calendars: await findCalendars(fetchOutside, { ...given, url }) }
    } catch (error) {
      return { trouble: troubleOf(error), calendars: [] }
    }
  })
}
