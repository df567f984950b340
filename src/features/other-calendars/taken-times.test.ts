import { expect, test } from 'vitest'
import { takenIn, type TakenTimes } from './taken-times.ts'

const window = { from: Date.parse('2026-11-22T23:00Z'), to: Date.parse('2027-05-23T22:00Z') }
const calendar = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Mit\\, eget', ...events, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:1@elsewhere', ...lines, 'END:VEVENT'].join('\r\n')
const read = (...events: readonly string[]) => {
  const taken = takenIn([calendar(...events)], window)
  if ('problem' in taken) throw new Error(taken.problem)
  return taken
}
const minutes = (moment: number) => new Date(moment).toISOString().slice(0, 16)
const times = ({ spans }: Pick<TakenTimes, 'spans'>) =>
  spans.map(({ from, to }) => `${minutes(from)}/${minutes(to).slice(11)}`)
const tuesday = ['DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z']

test.each([
  ['in UTC', tuesday, '2026-12-01T09:00/10:00'],
  [
    'by the name of a zone',
    ['DTSTART;TZID=Europe/Copenhagen:20261201T090000', 'DURATION:PT1H'],
    '2026-12-01T08:00/09:00',
  ],
  [
    'by Windows’ name of it',
    ['DTSTART;TZID=Romance Standard Time:20261201T090000', 'DURATION:PT1H'],
    '2026-12-01T08:00/09:00',
  ],
  [
    'elsewhere, by Windows’ name',
    ['DTSTART;TZID=Eastern Standard Time:20261201T090000', 'DURATION:PT1H'],
    '2026-12-01T14:00/15:00',
  ],
  [
    'with a path before the name',
    ['DTSTART;TZID=/x.example/2024/Europe/London:20261201T090000', 'DURATION:PT1H'],
    '2026-12-01T09:00/10:00',
  ],
  ['of no zone: Danish time', ['DTSTART:20261201T090000', 'DURATION:PT1H'], '2026-12-01T08:00/09:00'],
  [
    'of a zone nobody knows: Danish time',
    ['DTSTART;TZID=Nowhere:20261201T090000', 'DURATION:PT1H'],
    '2026-12-01T08:00/09:00',
  ],
  ['a whole day', ['DTSTART;VALUE=DATE:20261201'], '2026-11-30T23:00/23:00'],
  ['two whole days', ['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261203'], '2026-11-30T23:00/23:00'],
  ['the day on which the clock jumps, of 23 hours', ['DTSTART;VALUE=DATE:20270328'], '2027-03-27T23:00/22:00'],
])('an event %s', (_, lines, expected) => {
  expect(times(read(event(...lines)))).toEqual([expected])
})

test('a zone that only the file describes', () => {
  const zone = `BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE`
  const given = event('DTSTART;TZID=Customized Time Zone:20261201T093000', 'DURATION:PT1H')
  expect(times(read(zone, given))).toEqual(['2026-12-01T04:00/05:00'])
})

test('what is free, cancelled, over, or without length takes no time', () => {
  const free = [
    'STATUS:CANCELLED',
    'TRANSP:TRANSPARENT',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    'X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE',
  ]
  expect(times(read(...free.map((line) => event(...tuesday, line))))).toEqual([])
  expect(times(read(event('DTSTART:20261101T090000Z', 'DURATION:PT1H')))).toEqual([])
  expect(times(read(event('DTSTART:20261201T090000Z')))).toEqual([])
  expect(times(read(event(...tuesday, 'X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE')))).toHaveLength(1)
})

test('a week’s meeting keeps its hour over the change of the clock, without those taken out, with those put in and moved', () => {
  const series = event(
    'DTSTART;TZID=Europe/Copenhagen:20260105T090000',
    'DTEND;TZID=Europe/Copenhagen:20260105T100000',
    'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270412T070000Z',
    'EXDATE;TZID=Europe/Copenhagen:20261130T090000,20261207T090000',
    'EXDATE:20261214T080000Z',
    'RDATE;TZID=Europe/Copenhagen:20261202T130000',
  )
  const moved = event(
    'RECURRENCE-ID;TZID=Europe/Copenhagen:20261221T090000',
    'DTSTART:20261222T120000Z',
    'DURATION:PT2H',
  )
  const cancelled = event(
    'RECURRENCE-ID:20261228T080000Z',
    'DTSTART:20261228T080000Z',
    'DURATION:PT1H',
    'STATUS:CANCELLED',
  )
  const all = times(read(series, moved, cancelled))
  expect(all.slice(0, 4)).toEqual([
    '2026-11-23T08:00/09:00',
    '2026-12-02T12:00/13:00',
    '2026-12-22T12:00/14:00',
    '2027-01-04T08:00/09:00',
  ])
  // The last one ends the series, in summer time, an hour earlier by UTC.
  expect(all.slice(-2)).toEqual(['2027-04-05T07:00/08:00', '2027-04-12T07:00/08:00'])
})

test('what repeats by days or weeks for half a century lands on its days, as it does when it began a week ago', () => {
  const rules = [
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,FR;WKST=SU',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU',
    'FREQ=DAILY;INTERVAL=5',
    'FREQ=DAILY;BYDAY=TH',
    'FREQ=WEEKLY;BYDAY=WE',
  ]
  for (const rule of rules) {
    // 210 days, and so 100 times 210 days, are whole strides of each.
    const lately = read(event('DTSTART:20261103T090000Z', 'DURATION:PT1H', `RRULE:${rule}`))
    const long = new Date(Date.parse('2026-11-03') - 100 * 210 * 24 * 3_600_000)
      .toISOString()
      .slice(0, 10)
      .replaceAll('-', '')
    const found = read(event(`DTSTART:${long}T090000Z`, 'DURATION:PT1H', `RRULE:${rule}`))
    expect([rule, found]).toEqual([rule, { ...lately, leftOut: 0 }])
    expect(found.spans.length).toBeGreaterThan(10)
  }
})

test('an old event that still lasts counts, and one of a series long ago that was moved to next week', () => {
  expect(times(read(event('DTSTART:20250101T090000Z', 'DTEND:20261124T090000Z')))).toEqual(['2025-01-01T09:00/09:00'])
  const moved = event('RECURRENCE-ID:20250101T090000Z', 'DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z')
  expect(times(read(moved))).toEqual(['2026-12-01T09:00/10:00'])
})

test('a number of times is counted from the first, also where the window opens later', () => {
  const found = times(read(event('DTSTART:20261121T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=4')))
  expect(found).toEqual(['2026-11-23T09:00/10:00', '2026-11-24T09:00/10:00'])
})

test('what overlaps and what touches is one time', () => {
  const found = read(
    event('DTSTART:20261201T090000Z', 'DURATION:PT2H'),
    event('DTSTART:20261201T100000Z', 'DURATION:PT30M'),
    event('DTSTART:20261201T110000Z', 'DURATION:PT1H'),
  )
  expect(times(found)).toEqual(['2026-12-01T09:00/12:00'])
})

test('a meeting of ours that came back is told apart, also under the number Outlook gives it', () => {
  const uid = '0f8e5b9e-7c1d-4f7e-9a7e-2d1c3b4a5f60@tovholder'
  const outlook = `040000008200E00074C5B7101A82E00800000000${'0'.repeat(32)}${Buffer.from(`vCal-Uid\u0001\0\0\0${uid}\0`, 'latin1').toString('hex')}`
  for (const given of [uid, outlook.toUpperCase()]) {
    const found = read(
      ['BEGIN:VEVENT', `UID:${given}`, ...tuesday, 'END:VEVENT'].join('\r\n').replace(/(.{70})(?=.)/g, '$1\r\n '),
    )
    expect([given, times(found), found.own.map((one) => one.uid)]).toEqual([given, [], [uid]])
  }
})

test('broken lines and broken events cost those events alone, and are counted', () => {
  const broken = ['BEGIN:VEVENT', 'DTSTART:i morgen', 'END:VEVENT'].join('\r\n')
  const noLine = ['BEGIN:VEVENT', 'dette er ingen linje', ...tuesday, 'END:VEVENT'].join('\r\n')
  const found = read(broken, noLine, event('DTSTART:20261203T090000Z', 'DURATION:PT1H'), 'BEGIN:VEVENT\r\nUID:2')
  expect(times(found)).toContain('2026-12-03T09:00/10:00')
  expect(found.leftOut).toBeGreaterThanOrEqual(2)
  expect(found.name).toBe('Mit, eget')
})

test('an event in place of an occurrence that nobody can name is left out alone, and so is one whose state cannot be read', () => {
  for (const rubbish of ['RECURRENCE-ID:20261221', 'RECURRENCE-ID:i morgen', 'RECURRENCE-ID;VALUE=DATE:20261399']) {
    const found = read(event('UID:a', rubbish, ...tuesday), event('DTSTART:20261203T090000Z', 'DURATION:PT1H'))
    expect([rubbish, times(found).includes('2026-12-03T09:00/10:00')]).toEqual([rubbish, true])
  }
})

test('what repeats each second, or on a day there never is, ends; the rest counts', () => {
  const each = event(...tuesday, 'RRULE:FREQ=SECONDLY')
  const daily = event(
    'DTSTART:20261201T150000Z',
    'DURATION:PT5M',
    'RRULE:FREQ=DAILY;BYSECOND=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5,6,7,8,9',
  )
  const old = event('DTSTART:10000101T150000Z', 'DURATION:PT5M', 'RRULE:FREQ=DAILY')
  const found = read(each, daily, old)
  expect(found.leftOut).toBe(2)
  expect(times(found)).toContain('2026-12-01T09:00/10:00')
})

test.each([
  ['a page', '<!doctype html><html><body>Log ind</body></html>'],
  ['nothing', ''],
  ['a calendar that was cut off', calendar(event(...tuesday)).slice(0, -20)],
])('%s is no calendar', (_, text) => {
  expect(takenIn([text], window)).toEqual({ problem: 'not-a-calendar' })
})

test('more times than anyone has are refused as a whole', () => {
  const many = Array.from({ length: 6000 }, (_, n) => {
    const at = new Date(window.from + n * 40 * 60_000).toISOString().replace(/[-:]|\.\d+/g, '')
    return event(`DTSTART:${at}`, 'DURATION:PT10M')
  })
  expect(takenIn([calendar(...many)], window)).toEqual({ problem: 'too-many' })
})

test('what its owner has declined takes no time: one time of a series, or all but one; what others decline does', () => {
  const owner = 'Anne@oets.example'
  const asked = (state: string, who = owner) => `ATTENDEE;PARTSTAT=${state};CN=Anne:mailto:${who.toLowerCase()}`
  const of = (...events: readonly string[]) => {
    const taken = takenIn([calendar(...events)], window, [owner])
    if ('problem' in taken) throw new Error(taken.problem)
    return times(taken)
  }
  expect(of(event(...tuesday, asked('DECLINED')))).toEqual([])
  expect(of(event(...tuesday, asked('ACCEPTED'), asked('DECLINED', 'bo@oets.example')))).toHaveLength(1)
  expect(of(event(...tuesday, asked('DECLINED'), asked('ACCEPTED')))).toHaveLength(1)
  expect(of(event(...tuesday, asked('NEEDS-ACTION'), 'ATTENDEE;PARTSTAT=DECLINED:'))).toHaveLength(1)
  const series = [...tuesday, 'RRULE:FREQ=DAILY;COUNT=3']
  const second = ['RECURRENCE-ID:20261202T090000Z', 'DTSTART:20261202T090000Z', 'DURATION:PT1H']
  const first = '2026-12-01T09:00/10:00'
  const third = '2026-12-03T09:00/10:00'
  expect(of(event(...series, asked('ACCEPTED')), event(...second, asked('DECLINED')))).toEqual([first, third])
  expect(of(event(...series, asked('DECLINED')), event(...second, asked('ACCEPTED')))).toEqual([
    '2026-12-02T09:00/10:00',
  ])
  // Google names the calendar of a person by the address.
  const google = calendar(event(...tuesday, asked('DECLINED'))).replace('Mit\\, eget', owner)
  expect(takenIn([google], window)).toMatchObject({ spans: [] })
})

test('from one time on a series is another: later by the clock, as long as that one, over the change of the clock, or at an end', () => {
  const series = event(
    'DTSTART;TZID=Europe/Copenhagen:20261123T090000',
    'DURATION:PT1H',
    'RRULE:FREQ=WEEKLY;COUNT=20',
    'EXDATE;TZID=Europe/Copenhagen:20261214T090000',
  )
  const onwards = (at: string, ...lines: readonly string[]) =>
    event(`RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Copenhagen:${at}T090000`, ...lines)
  const later = onwards('20261207', 'DTSTART;TZID=Europe/Copenhagen:20261208T130000', 'DURATION:PT2H')
  const single = event(
    'RECURRENCE-ID;TZID=Europe/Copenhagen:20261228T090000',
    'DTSTART:20261224T060000Z',
    'DURATION:PT5M',
  )
  const ended = onwards('20270405', 'DTSTART;TZID=Europe/Copenhagen:20270405T090000', 'STATUS:CANCELLED')
  for (const events of [
    [series, later, single, ended],
    [ended, single, later, series],
  ]) {
    const found = times(read(...events))
    expect(found.slice(0, 5)).toEqual([
      '2026-11-23T08:00/09:00',
      '2026-11-30T08:00/09:00',
      '2026-12-08T12:00/14:00',
      '2026-12-22T12:00/14:00',
      '2026-12-24T06:00/06:05',
    ])
    // In summer time, and no further.
    expect(found.at(-1)).toBe('2027-03-30T11:00/13:00')
  }
  // The same, said by another clock, or by the day.
  for (const at of [
    'RECURRENCE-ID;RANGE=THISANDFUTURE:20261207T080000Z',
    'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20261207',
  ])
    expect(
      times(read(series, event(at, 'DTSTART;TZID=Eastern Standard Time:20261208T070000', 'DURATION:PT2H'))).slice(2, 5),
    ).toEqual(['2026-12-08T12:00/14:00', '2026-12-22T12:00/14:00', '2026-12-29T12:00/14:00'])
  const unreadable = onwards('20261207', 'DTSTART:i morgen')
  expect(times(read(series, unreadable)).slice(0, 2)).toEqual(['2026-11-23T08:00/09:00', '2026-11-30T08:00/09:00'])
})
