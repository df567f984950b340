import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channels, type HindranceKind, hindranceKinds, purposes } from './hindrance.schema.ts'
import { hindrances } from './hindrances.table.ts'
import { type Asked, type Hindering, weigh } from './judging.ts'

// Pure rules: no database.
const found = (kind: HindranceKind, personId: number | null = null, until: string | null = null): Hindering => ({
  kind,
  personId,
  until,
})
const asked = (given: Partial<Asked> = {}): Asked => ({
  purpose: 'outreach',
  channel: 'phone',
  askers: [7],
  mayBeMailed: false,
  ...given,
})
const kinds = (what: readonly Hindering[], given: Partial<Asked> = {}) =>
  weigh(what, asked(given)).map(({ kind }) => kind)

describe('what each purpose is stopped by', () => {
  test.each<[Asked['purpose'], HindranceKind[]]>([
    [
      'outreach',
      [
        'stop',
        'ceased',
        'bankrupt',
        'being-dissolved',
        'closed',
        'protected',
        'strike',
        'group',
        'regular-contact',
        'promise',
        'open-need',
        'new-time',
        'referral',
        'meeting',
        'wait',
        'wrong-number',
        'in-hearing',
      ],
    ],
    ['agreed', ['stop', 'ceased', 'closed']],
    ['enquiry', []],
    ['evaluation', ['stop', 'ceased', 'bankrupt', 'being-dissolved', 'closed', 'protected']],
  ])('%s: %j', (purpose, stopping) => {
    expect(
      kinds(
        hindranceKinds.map((kind) => found(kind)),
        { purpose },
      ),
    ).toEqual(stopping)
  })

  test('a wait stops the outreach of everyone, the one who has the company in hand too, and never what was agreed', () => {
    const both = [found('wait', null, '2027-02-28'), found('promise', 7)]
    expect(kinds(both)).toEqual(['wait'])
    expect(kinds(both, { askers: [8] })).toEqual(['promise', 'wait'])
    expect(kinds(both, { purpose: 'agreed', askers: [8] })).toEqual([])
  })

  test('who has one thing in hand is stopped by nothing that runs; a link is nobody', () => {
    const running = [found('regular-contact', 7), found('open-need', 8), found('promise', null)]
    expect(kinds(running)).toEqual([])
    expect(kinds(running, { askers: [] })).toEqual(['regular-contact', 'promise', 'open-need'])
  })

  test('mail for outreach or evaluation needs a consent; what was agreed is confirmed without, an enquiry answered', () => {
    expect(purposes.map((purpose) => kinds([], { purpose, channel: 'mail' }))).toEqual([
      ['no-consent'],
      [],
      [],
      ['no-consent'],
    ])
    expect(kinds([found('protected')], { channel: 'mail' })).toEqual(['protected', 'no-consent'])
    expect(kinds([], { channel: 'mail', mayBeMailed: true })).toEqual([])
  })

  test('the heaviest is told first, of equals the one that lasts longest', () => {
    const waits = [
      found('wait', null, '2026-12-24'),
      found('wait', null, '2027-05-23'),
      found('wait'),
      found('strike', null, '2026-12-01'),
    ]
    expect(weigh(waits, asked()).map(({ until }) => until)).toEqual(['2026-12-01', null, '2027-05-23', '2026-12-24'])
  })
})

test('of several who have promised something, whoever’s day is nearest is told first', () => {
  const promises = [
    { ...found('promise', 7), dueOn: '2026-12-24' },
    { ...found('promise', 8), dueOn: '2026-12-01' },
    found('promise', 9),
    { ...found('promise', null), dueOn: '2026-11-24' },
  ]
  const told = (all: readonly Hindering[]) =>
    weigh(all, asked({ askers: [] })).map((one) => 'personId' in one && one.personId)
  expect([told(promises), told(promises.toReversed())]).toEqual([
    [8, 7, 9, null],
    [8, 7, null, 9],
  ])
})

describe('whatever holds', () => {
  const anything = fc.record<Hindering>({
    kind: fc.constantFrom(...hindranceKinds),
    until: fc.constantFrom(null, '2026-12-01', '2027-05-23'),
    dueOn: fc.constantFrom(null, '2026-12-02'),
    personId: fc.constantFrom(null, 7, 8),
  })
  const anyone = fc.record<Asked>({
    purpose: fc.constantFrom(...purposes),
    channel: fc.constantFrom(...channels),
    askers: fc.subarray([7, 8]),
    mayBeMailed: fc.boolean(),
  })

  test('one thing more opens nothing, but that the company is in one’s own hands', () => {
    fc.assert(
      fc.property(fc.array(anything), anything, anyone, (what, more, by) => {
        const opens =
          hindrances[more.kind].word === 'running' && more.personId !== null && by.askers.includes(more.personId)
        const before = weigh(what, by).length
        return opens || weigh([...what, more], by).length >= before
      }),
    )
  })

  test('an enquiry is always answered; what was agreed is stopped by a stop or an end alone; each reason stops what was asked', () => {
    fc.assert(
      fc.property(fc.array(anything), anyone, (what, by) => {
        expect(weigh(what, { ...by, purpose: 'enquiry' })).toEqual([])
        for (const { kind } of weigh(what, { ...by, purpose: 'agreed' }))
          expect(['stop', 'ceased', 'closed']).toContain(kind)
        for (const { kind } of weigh(what, by))
          expect(kind === 'no-consent' || hindrances[kind].stops.includes(by.purpose)).toBe(true)
      }),
    )
  })

  test('the order in which it was found tells nothing', () => {
    fc.assert(
      fc.property(fc.array(anything), anyone, (what, by) => {
        const told = (all: readonly Hindering[]) => weigh(all, by).map(({ kind, until }) => `${kind} ${until}`)
        expect(told(what.toReversed())).toEqual(told(what))
      }),
    )
  })
})
