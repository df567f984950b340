import type { Bundle } from './evaluation.sql.ts'
import { stages } from './stages.shared.ts'
import type { Cube, Figure, Sum } from './suppression.ts'

type StageName = (typeof stages)[number]

/** The quarter in which a list was drawn: everything that came of it is counted there. */
const quarterOf = (drawnOn: string) => `${drawnOn.slice(0, 4)}-${Math.ceil(Number(drawnOn.slice(5, 7)) / 3)}`

/** Name of a figure's row: a list, or a period's total, industry or size group. A list is the same figure in every period. */
export const rowName = {
  total: (period: string) => period,
  list: (id: number) => `list ${id}`,
  industry: (period: string, group: number) => `${period} industry ${group}`,
  size: (period: string, group: string) => `${period} size ${group}`,
}

/** `all`, then each year with its quarters, newest first. */
export const periodsOf = (bundles: readonly Bundle[]): string[] => {
  const quarters = [...new Set(bundles.map((one) => quarterOf(one.drawnOn)))].toSorted().toReversed()
  const years = [...new Set(quarters.map((one) => one.slice(0, 4)))]
  return ['all', ...years.flatMap((year) => [year, ...quarters.filter((one) => one.startsWith(year))])]
}
export const isIn = (period: string, { drawnOn }: { drawnOn: string }) =>
  period === 'all' || quarterOf(drawnOn) === period || drawnOn.slice(0, 4) === period

const rowsOf = (period: string, one: Bundle) => [
  rowName.total(period),
  rowName.industry(period, one.industry),
  rowName.size(period, one.size),
]

const companiesOf = (one: Bundle, stage: StageName) => {
  if (stage === 'promises') return one.promiseCompanies
  return stage === 'kept' ? one.keptCompanies : one[stage]
}

const figuresOf = (bundles: readonly Bundle[], periods: readonly string[], stage: StageName) => {
  const figures = new Map<string, Figure & { companies: number }>()
  const add = (row: string, one: Bundle) => {
    const before = figures.get(row) ?? { value: 0, companies: 0 }
    figures.set(row, { value: before.value + one[stage], companies: before.companies + companiesOf(one, stage) })
  }
  for (const one of bundles) {
    add(rowName.list(one.listId), one)
    for (const period of periods) if (isIn(period, one)) for (const row of rowsOf(period, one)) add(row, one)
  }
  return figures
}

const isPart = (small: string, large: string) =>
  (large === 'all' && /^\d{4}$/.test(small)) || (small.length === 6 && small.slice(0, 4) === large)

/** Every sum a reader can check: groups make a total, lists make a total, quarters make a year, years make all. */
const sumsOf = (bundles: readonly Bundle[], periods: readonly string[]): Sum[] =>
  periods.flatMap((period) => {
    const inside = bundles.filter((one) => isIn(period, one))
    const parts = periods.filter((one) => isPart(one, period))
    const distinct = (names: readonly string[]) => [...new Set(names)]
    const whole = rowName.total(period)
    const groups = distinct(inside.flatMap((one) => rowsOf(period, one)))
    const present = new Set(
      inside.flatMap((one) => parts.filter((part) => isIn(part, one)).flatMap((part) => rowsOf(part, one))),
    )
    const overTime = groups.map((row) => ({
      whole: row,
      parts: parts.map((part) => part + row.slice(period.length)).filter((name) => present.has(name)),
    }))
    return [
      { whole, parts: distinct(inside.map((one) => rowName.list(one.listId))) },
      { whole, parts: distinct(inside.map((one) => rowName.industry(period, one.industry))) },
      { whole, parts: distinct(inside.map((one) => rowName.size(period, one.size))) },
      ...(parts.length > 0 ? overTime : []),
    ]
  })

/** Companies that came so far came all the way before. */
const within = [
  ['struck', 'drawn'],
  ['called', 'drawn'],
  ['answered', 'called'],
  ['answered', 'drawn'],
  ['wants', 'answered'],
  ['wants', 'called'],
  ['wants', 'drawn'],
  ['meetings', 'drawn'],
  ['visits', 'drawn'],
  ['kept', 'promises'],
] as const satisfies readonly (readonly [StageName, StageName])[]
/** A visit need not have been booked, nor a booking called for; but nearly all are, so their differences speak as well. */
const funnel = ['drawn', 'called', 'answered', 'wants', 'meetings', 'visits'] as const satisfies readonly StageName[]
const differences = [
  ...funnel.flatMap((one, at) => funnel.slice(at + 1).map((other) => [one, other] as const)),
  ['drawn', 'struck'] as const,
  ['promises', 'kept'] as const,
]

/** Everything that any answer of `showOutcome` can show, as one cube: so no two answers can be held against each other. */
export const cubeOf = (bundles: readonly Bundle[]): Cube => {
  const periods = periodsOf(bundles)
  return {
    stages: stages.map((name) => ({ name, figures: figuresOf(bundles, periods, name) })),
    sums: sumsOf(bundles, periods),
    within,
    differences,
  }
}
