import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { calendarFile, type Meeting } from '#platform/mail/calendar-file'

const meeting = (more: Partial<Meeting> = {}): Meeting => ({
  method: 'REQUEST',
  uid: '1@tovholder',
  sequence: 0,
  stampedAt: '2026-11-23T08:00:00.000Z',
  startsAt: '2026-11-30T09:00:00.000Z',
  endsAt: '2026-11-30T10:00:00.000Z',
  summary: 'Besøg hos Lund',
  description: 'Anne besøger Karen.',
  location: 'Havnegade 1, 8700 Horsens',
  organizer: { name: 'VEU-center Østkysten', email: 'veu@oestkysten.example' },
  attendees: [{ name: 'Karen Holm', email: 'karen@lund.example' }],
  ...more,
})
const eventIn = (file: string) =>
  new ICAL.Component(ICAL.parse(file) as unknown as string).getFirstSubcomponent('vevent')
const namesIn = (file: string) =>
  eventIn(file)
    ?.getAllProperties()
    .map(({ name }) => name)
const usual = namesIn(calendarFile(meeting()))

/** What a hostile or careless hand can put into a field: anything, with line breaks of every kind among it. */
const strange = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\r', '\n', '\r\n', '\u0000', '\u000b', '\u000c', '\u0085', '\u2028', '\u2029', '\t', '\u007f'),
    fc.constantFrom('"', ';', ':', ',', '\\', '=', '\rATTENDEE:mailto:x@evil.example', 'END:VEVENT'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 120,
})

test.each(['\r', '\n', '\r\n', '\u0085', '\u2028'])('a line break %j in a text is one of the text', (broken) => {
  const said = `Anne${broken}ATTENDEE:mailto:spion@evil.example`
  const file = calendarFile(meeting({ location: said, description: said, summary: said }))
  expect(namesIn(file)).toEqual(usual)
  for (const name of ['location', 'description', 'summary'])
    expect(eventIn(file)?.getFirstPropertyValue(name)).toBe('Anne\nATTENDEE:mailto:spion@evil.example')
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('whatever stands in the fields: no property more, no control character, no line over 75 octets, no letter cut', () => {
  fc.assert(
    fc.property(strange, strange, strange, strange, (summary, location, name, email) => {
      const file = calendarFile(
        meeting({
          summary,
          description: summary,
          location,
          uid: email,
          organizer: { name, email },
          attendees: [{ name, email }],
        }),
      )
      const lines = file.split('\r\n')
      expect(file.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u)
      expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
      expect(file.includes('\ufffd')).toBe([summary, location, name, email].join('').includes('\ufffd'))
      expect(namesIn(file)).toEqual(usual)
    }),
  )
})

test('a long name of letters of two and four octets is folded and read back whole', () => {
  const summary = 'Æblegård 🍏 '.repeat(20).trim()
  expect(eventIn(calendarFile(meeting({ summary })))?.getFirstPropertyValue('summary')).toBe(summary)
})
