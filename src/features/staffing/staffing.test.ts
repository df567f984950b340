import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestOf, check, type InstanceFile } from '#testing/staffing-check'
import { BadInstance, readInstance, readMinutes } from './instance-file.ts'
import { mayComeAlong, ours, strict } from './rules.ts'
import { inSteps, pointsOf, staff, type Staffing } from './staffing.ts'
import { randomOf } from './random.ts'
import { sumOf } from './points.ts'

// The invariants of staffing, over random instances narrow enough that everything is short: times, weeks, schools and roads.

const minutes = [
  [10, 25, 45, 90],
  [25, 12, 31, 70],
  [45, 31, 14, 140],
  [90, 70, 140, 9],
]
type Size = { visits: number; consultants: number; schools: number; slots: number; many: number }
const instanceOf = (seed: number, { visits, consultants, schools, slots, many }: Size): InstanceFile => {
  const chance = randomOf(seed)
  const below = (most: number) => Math.floor(chance() * most)
  const some = (most: number, part: number) => Array.from({ length: most }, (_, n) => n).filter(() => chance() < part)
  return {
    schools: Array.from({ length: schools }, () => ({ target: 1 / schools, cap: 1 + below(many) })),
    cons: Array.from({ length: consultants }, () => ({
      ...{ school: below(schools), kom: below(minutes.length), cap: 1 + below(3) },
      ex: Array.from({ length: 12 }, () => Math.max(0, below(6) - 2)),
      learn: some(12, 0.2),
      free: some(slots, 0.6),
    })),
    visits: Array.from({ length: visits }, () => ({
      ...{ kom: below(minutes.length), br: below(8), sv: some(4, 0.4), two: chance() < 0.4 },
      slots: some(slots, 3 / slots),
      contact: chance() < 0.3 ? below(consultants) : -1,
    })),
  }
}
const seeds = fc.integer({ min: 1, max: 1_000_000 })
const small: Size = { visits: 12, consultants: 9, schools: 3, slots: 24, many: 4 }
const tiny: Size = { visits: 3, consultants: 3, schools: 2, slots: 4, many: 3 }
const solve = (file: InstanceFile, steps = 3000): Staffing =>
  staff(readInstance(file, minutes), { effort: inSteps(40, steps), rules: strict })
const near = (points: number) => points + 1e-6

describe('a staffing', () => {
  test('breaks nothing, is worth what separate code reckons, and no more than its bound', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const file = instanceOf(seed, small)
        const { assignments, points, bound } = solve(file)
        const checked = check(file, minutes, assignments)
        expect(checked.breaches).toEqual([])
        expect(points).toBeCloseTo(checked.points, 6)
        expect(points).toBeLessThanOrEqual(near(bound))
      }),
      { numRuns: 60 },
    )
  })

  test('is the best there is where everything can be tried', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const file = instanceOf(seed, tiny)
        const { points, bound } = solve(file)
        const best = bestOf(file, minutes)
        expect(points).toBeCloseTo(best, 6)
        expect(best).toBeLessThanOrEqual(near(bound))
      }),
      { numRuns: 40 },
    )
  })

  test('is the same for the same seed', () => {
    const instance = readInstance(instanceOf(7, small), minutes)
    const once = (seed: number) => staff(instance, { effort: inSteps(40, 3000), seed, rules: strict })
    expect(once(3)).toEqual(once(3))
  })

  test('is worth no less where one has more room, another free time, a road is shorter, or nobody must know the topic to come along', () => {
    const eased: ((file: InstanceFile) => void)[] = [
      ({ cons }) => cons.forEach((one) => (one.cap += 1)),
      ({ schools }) => schools.forEach((one) => (one.cap += 2)),
      ({ cons }) => cons[0]?.free.push(...[0, 1, 2, 3].filter((slot) => !cons[0]?.free.includes(slot))),
      ({ visits }) => visits[0]?.slots.push(...[0, 1, 2, 3].filter((slot) => !visits[0]?.slots.includes(slot))),
    ]
    fc.assert(
      fc.property(seeds, fc.constantFrom(...eased), (seed, ease) => {
        const [tight, loose] = [instanceOf(seed, tiny), instanceOf(seed, tiny)]
        ease(loose)
        expect(near(solve(loose).points)).toBeGreaterThanOrEqual(solve(tight).points)
        const wide = staff(readInstance(tight, minutes), { effort: inSteps(40, 3000), rules: ours })
        expect(near(wide.points)).toBeGreaterThanOrEqual(solve(tight).points)
      }),
      { numRuns: 40 },
    )
  })

  test('of nothing is nothing, and ends by itself', () => {
    const forever = { goesOn: () => true, howFar: () => 0 }
    const nothing = readInstance({ schools: [], cons: [], visits: [] }, minutes)
    expect(staff(nothing, { effort: forever })).toEqual({ assignments: [], points: 0, bound: 0 })
  })

  test('shows its points one by one', () => {
    const file: InstanceFile = {
      schools: [
        { target: 1, cap: 2 },
        { target: 0, cap: 1 },
      ],
      cons: [
        { school: 0, kom: 0, ex: [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], learn: [], free: [5], cap: 1 },
        { school: 1, kom: 2, ex: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], learn: [0], free: [5], cap: 1 },
      ],
      visits: [{ kom: 0, br: 0, sv: [0], two: true, slots: [5], contact: 0 }],
    }
    const { assignments, points } = solve(file)
    expect(assignments).toEqual([{ visit: 0, slot: 5, lead: 0, second: 1 }])
    const shown = assignments.flatMap((one) => pointsOf(readInstance(file, minutes), one))
    expect(shown.map(({ what, points: worth }) => [what, worth])).toEqual([
      ...[
        ['staffed', 100],
        ['expertise', 24],
        ['contact', 30],
        ['travel', -0],
      ],
      ...[
        ['along', 4],
        ['travel-along', -3.75],
        ['learning', 20],
        ['other-school', 6],
      ],
    ])
    expect(points).toBeCloseTo(sumOf(shown), 9)
  })
})

test('a beginner who wishes to learn comes along with us, and not where instances are measured', () => {
  const [one] = readInstance(instanceOf(1, tiny), minutes).consultants
  const beginner = { ...one, school: 0, place: 0, free: [], cap: 1, expertise: Array(12).fill(0), learns: [3] }
  const visit = { place: 0, industry: 3, services: [9], slots: [1], contact: null, two: false }
  expect(mayComeAlong(beginner, visit, ours)).toBe(true)
  expect(mayComeAlong(beginner, visit, strict)).toBe(false)
  expect(mayComeAlong({ ...beginner, learns: [] }, visit, ours)).toBe(false)
  expect(mayComeAlong(beginner, visit, { ...ours, onlyWhereWished: true })).toBe(false)
})

describe('a file that is no instance is refused with what is wrong and where', () => {
  const good = instanceOf(1, tiny)
  const [visit, one] = [good.visits[0], good.cons[0]]
  test.each([
    [[], 'it must be an object'],
    [null, 'it must be an object'],
    [{}, 'schools must be a list of schools'],
    [{ ...good, visits: [{ ...visit, slots: ['5'] }] }, 'visits[0].slots[0] must be a whole number from 0 to 1059'],
    [{ ...good, visits: [{ ...visit, br: 8 }] }, 'visits[0].br must be 7 or less'],
    [
      { ...good, visits: [{ ...visit, contact: 3 }] },
      'visits[0].contact must be one of the 3 consultants, counted from 0; it is 3',
    ],
    [
      { ...good, visits: [{ ...visit, kom: 4 }] },
      'visits[0].kom must be one of the 4 municipalities, counted from 0; it is 4',
    ],
    [
      { ...good, cons: [{ ...one, school: 2 }] },
      'cons[0].school must be one of the 2 schools, counted from 0; it is 2',
    ],
    [{ ...good, cons: [{ ...one, ex: [1, 2] }] }, 'cons[0].ex must be 12 levels'],
    [{ ...good, cons: [{ ...one, cap: -1 }] }, 'cons[0].cap must be 0 or more'],
    [{ ...good, cons: [{ ...one, cap: undefined }] }, 'cons[0].cap must be a whole number from 0 to 1000000'],
    [{ ...good, schools: [{ target: 2, cap: 1 }] }, 'schools[0].target must be 1 or less'],
  ])('%#', (file, sentence) => {
    expect(() => readInstance(file, minutes)).toThrow(new BadInstance(sentence))
  })
  test('minutes that are no square', () => {
    expect(() => readMinutes({ minutes: [[1, 2], [3]] })).toThrow('minutes[1] must be as long as there are rows, 2')
  })
})
