/** A calendar file for a meeting (RFC 5545, RFC 5546): an invitation, a newer version of it, or that it is cancelled. */
import { Temporal } from 'temporal-polyfill'
import { zone } from '#platform/clock'

type Party = { name: string; email: string }
export type Meeting = {
  method: 'REQUEST' | 'CANCEL'
  /** The same through the meeting's whole life. */
  uid: string
  /** One higher at every change. */
  sequence: number
  /** Moments, ISO 8601. */
  stampedAt: string
  startsAt: string
  endsAt: string
  summary: string
  description: string
  location: string
  /** The same through the meeting's whole life: calendars take a change from nobody else. */
  organizer: Party
  attendees: readonly Party[]
}

/** A line break of any kind is one of the text; it never ends the property. */
const escaped = (text: string) =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\\n')
/** A parameter's value may hold anything but quotes and control characters. */
const quoted = (text: string) => `"${text.replace(/["\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').trim()}"`
/** An address is one word. */
const address = (email: string) => `mailto:${email.replace(/[\p{Cc}\p{Z}]/gu, '')}`
/** Whatever stood in a value: a control character leaves no property. */
const plain = (line: string) => line.replace(/\p{Cc}/gu, ' ')

const octets = (text: string) => Buffer.byteLength(text, 'utf8')
/** Lines are at most 75 octets; what is longer goes on after a line break and a space, never inside a character. */
const folded = (line: string) => {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (octets(part) + octets(letter) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}

const utc = (moment: string) => moment.slice(0, 19).replace(/[-:]/g, '') + 'Z'
const local = (moment: string) =>
  Temporal.Instant.from(moment)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace(/[-:]/g, '')

/** Danish time since 1996: summer time from the last Sunday of March to the last Sunday of October. */
const danishTime = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tovholder//Tovholder//DA', 'CALSCALE:GREGORIAN']
export type Entry = Pick<
  Meeting,
  'uid' | 'sequence' | 'stampedAt' | 'startsAt' | 'endsAt' | 'summary' | 'description' | 'location'
>
const entry = (meeting: Entry) => [
  `UID:${meeting.uid}`,
  `SEQUENCE:${meeting.sequence}`,
  `DTSTAMP:${utc(meeting.stampedAt)}`,
  `DTSTART;TZID=${zone}:${local(meeting.startsAt)}`,
  `DTEND;TZID=${zone}:${local(meeting.endsAt)}`,
  `SUMMARY:${escaped(meeting.summary)}`,
  `DESCRIPTION:${escaped(meeting.description)}`,
  `LOCATION:${escaped(meeting.location)}`,
]
const written = (lines: readonly string[]) => lines.map((line) => `${folded(plain(line))}\r\n`).join('')

/** A calendar to follow: what stands in it now, and nobody is asked to come. `name`: what the calendar is called. */
export const calendarFeed = (name: string, entries: readonly Entry[]): string =>
  written([
    ...head,
    `X-WR-CALNAME:${escaped(name)}`,
    ...danishTime,
    ...entries.flatMap((one) => ['BEGIN:VEVENT', ...entry(one), 'STATUS:CONFIRMED', 'TRANSP:OPAQUE', 'END:VEVENT']),
    'END:VCALENDAR',
  ])

export const calendarFile = (meeting: Meeting): string => {
  const lines = [
    ...head,
    `METHOD:${meeting.method}`,
    ...danishTime,
    'BEGIN:VEVENT',
    ...entry(meeting),
    `ORGANIZER;CN=${quoted(meeting.organizer.name)}:${address(meeting.organizer.email)}`,
    ...meeting.attendees.map(
      ({ name, email }) =>
        `ATTENDEE;CN=${quoted(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:${address(email)}`,
    ),
    `STATUS:${meeting.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return written(lines)
}

/** The same file for someone who has another address than it was written for. */
export const withAddress = (file: string, from: string, to: string): string =>
  file
    .replace(/\r\n /g, '')
    .split('\r\n')
    .map((line) => {
      const old = `:${address(from)}`
      return folded(
        line.startsWith('ATTENDEE') && line.endsWith(old) ? line.slice(0, -old.length) + `:${address(to)}` : line,
      )
    })
    .join('\r\n')
