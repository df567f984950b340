/** Calendars that somebody has elsewhere: read for when he is busy, and for nothing else. */
import { endpoint, Id, MaybeWords, Moment, named, Nothing, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'

/** So far ahead a calendar is read: as far as anyone can be booked; and more times than that ever holds. */
export const weeksAhead = 26
export const mostTimes = 5000

/** Why a calendar was not read; each has a sentence that says what to do (`trouble-words.table.ts`). */
export const troubles = [
  'not-https',
  'private-address',
  'unreachable',
  'insecure',
  'too-large',
  'too-slow',
  'too-many-redirects',
  'not-let-in',
  'not-found',
  'not-a-calendar',
  'too-many',
  'too-heavy',
  'key-lost',
] as const
export type Trouble = (typeof troubles)[number]

export const OtherCalendar = named(
  'OtherCalendar',
  z.object({
    id: z.int(),
    kind: z.enum(['ics', 'caldav']),
    name: z.string(),
    /** Whose server it is; address and password are never told again. */
    host: z.string(),
    addedAt: Moment,
    /** When it was last read, found unchanged included; null: never yet. */
    readAt: z.nullable(Moment),
    /** So many stretches of time are taken in it. */
    times: z.int(),
    /** Events that could not be read. */
    leftOut: z.int(),
    trouble: z.nullable(z.enum(troubles)),
    /** Since when it could not be read: what was read before still counts. */
    troubleSince: z.nullable(Moment),
  }),
)
const Address = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000))
const LoginName = z.string().check(z.minLength(1), z.maxLength(300))
const Password = z.string().check(z.minLength(1), z.maxLength(500))

export const listOtherCalendars = endpoint({
  name: 'listOtherCalendars',
  method: 'GET',
  path: '/api/other-calendars',
  summary: 'My calendars elsewhere, when each was read, and what went wrong',
  can: visitors,
  answer: z.object({
    /** Without a key nothing can be kept. */
    possible: z.boolean(),
    rows: z.array(OtherCalendar),
  }),
})
export const addOtherCalendar = endpoint({
  name: 'addOtherCalendar',
  method: 'POST',
  path: '/api/other-calendars',
  summary:
    'A calendar of mine elsewhere is read for when I am busy; address and password are kept sealed and never shown',
  can: visitors,
  inPerson: true,
  status: 201,
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ics'), url: Address, name: z._default(MaybeWords(100), '') }),
    z.object({
      kind: z.literal('caldav'),
      url: Address,
      user: LoginName,
      password: Password,
      name: z._default(MaybeWords(100), ''),
    }),
  ]),
  answer: OtherCalendar,
  problems: ['wrong-input', 'calendars-not-kept', 'calendars-enough'],
})
export const removeOtherCalendar = endpoint({
  name: 'removeOtherCalendar',
  method: 'DELETE',
  path: '/api/other-calendars/{id}',
  summary: 'A calendar of mine elsewhere is read no more; its address and what was read are gone',
  can: visitors,
  params: z.object({ id: Id }),
  answer: Nothing,
  problems: ['not-found'],
})
export const readAgain = endpoint({
  name: 'readAgain',
  method: 'POST',
  path: '/api/other-calendars/{id}/readings',
  summary: 'A calendar of mine elsewhere is read now',
  can: visitors,
  status: 202,
  params: z.object({ id: Id }),
  answer: OtherCalendar,
  problems: ['not-found', 'too-many-tries'],
})
export const searchCalendars = endpoint({
  name: 'searchCalendars',
  method: 'POST',
  path: '/api/calendar-searches',
  summary: 'Which calendars a calendar server (CalDAV) has for me; nothing of it is kept',
  can: visitors,
  asks: true,
  body: z.object({ url: Address, user: LoginName, password: Password }),
  answer: z.object({
    trouble: z.nullable(z.enum(troubles)),
    calendars: z.array(z.object({ url: z.string(), name: z.string() })),
  }),
  problems: ['wrong-input'],
})
