/** At which hours companies of a trade answer: what enough calls tell, and nothing else. Pure. */
import { industryGroups } from '../official-codes/industry-groups.table.ts'

/** Calls to one industry (its two digits) at one hour of a weekday in Denmark, and how many of them reached somebody. */
export type Cell = { division: number; weekday: number; hour: number; calls: number; reached: number }
export type Known = { trade: number; weekday: number; hour: number; better: boolean; calls: number; reached: number }

/** So few calls say nothing of an hour, however they went. */
const leastCalls = 40
/** One hour in a hundred would be called better or worse by chance. */
const sure = 2.576

const tradeOf = (division: number) => industryGroups.find(({ from, to }) => division >= from && division <= to)?.group

/** Between which shares the true one lies (Wilson). */
export const between = ({ calls, reached }: { calls: number; reached: number }): { low: number; high: number } => {
  const share = reached / calls
  const square = sure ** 2 / calls
  const middle = share + square / 2
  const off = sure * Math.sqrt((share * (1 - share) + square / 4) / calls)
  return { low: (middle - off) / (1 + square), high: (middle + off) / (1 + square) }
}

const sumOf = (cells: readonly Pick<Cell, 'calls' | 'reached'>[]) => ({
  calls: cells.reduce((sum, { calls }) => sum + calls, 0),
  reached: cells.reduce((sum, { reached }) => sum + reached, 0),
})

/**
 * Hours at which a trade answers surely better, or surely worse, than it does in all. An hour of one weekday that has too few calls is told by that
 * hour on all days; where those are too few as well nothing is known.
 */
export const knownHours = (cells: readonly Cell[]): Known[] => {
  const trades = Map.groupBy(cells, ({ division }) => tradeOf(division))
  return [...trades].flatMap(([trade, mine]) => {
    if (trade === undefined) return []
    const all = sumOf(mine)
    const usual = all.reached / all.calls
    return [...Map.groupBy(mine, ({ weekday, hour }) => weekday * 24 + hour).values()].flatMap((here): Known[] => {
      const { weekday, hour } = here[0] ?? { weekday: 0, hour: 0 }
      const own = sumOf(here)
      const told = own.calls >= leastCalls ? own : sumOf(mine.filter((one) => one.hour === hour))
      if (told.calls < leastCalls) return []
      const { low, high } = between(told)
      return low > usual || high < usual ? [{ trade, weekday, hour, better: low > usual, ...told }] : []
    })
  })
}

/** Industries (two digits) that answer better, and worse, at this hour. */
export type Hours = { better: number[]; worse: number[] }
const divisionsOf = (trades: readonly number[]) =>
  industryGroups
    .filter(({ group }) => trades.includes(group))
    .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
/** Null: nothing is known of this hour, and the order stands as it is. */
export const hoursOf = (rows: readonly Pick<Known, 'trade' | 'better'>[]): Hours | null => {
  const of = (which: boolean) => divisionsOf(rows.filter(({ better }) => better === which).map(({ trade }) => trade))
  return rows.length === 0 ? null : { better: of(true), worse: of(false) }
}

/** So many of the first are looked at, anew at each call: who stands further back is not brought forward. */
export const atHand = 20
/** Who would be first is passed so many times, or for so many minutes; then the hint holds no more for it. Without, who answers badly might wait for ever. */
export const mostPassed = 5
export const longestPassed = 60
type Waiting = { companyId: number; dueAt: string | null; untouched: boolean; industryCode: string | null }
const pointsOf = ({ industryCode }: Waiting, { better, worse }: Hours) => {
  const division = Number(industryCode?.slice(0, 2) ?? Number.NaN)
  return better.includes(division) ? 1 : worse.includes(division) ? -1 : 0
}
/** A soft hint: what was promised stands first as it stood, who was not touched before who comes back; else those whose kind answers now. */
export const byHour = <Row extends Waiting>(
  rows: readonly Row[],
  hours: Hours | null,
  /** Who was passed often or long enough. */
  passed: readonly number[] = [],
): Row[] => {
  if (!hours) return [...rows]
  const waited = ({ companyId }: Row) => Number(passed.includes(companyId))
  const due = rows.filter(({ dueAt }) => dueAt !== null)
  const rest = rows.filter(({ dueAt }) => dueAt === null)
  const hinted = rest
    .slice(0, atHand)
    .toSorted(
      (a, b) =>
        Number(b.untouched) - Number(a.untouched) || waited(b) - waited(a) || pointsOf(b, hours) - pointsOf(a, hours),
    )
  return [...due, ...hinted, ...rest.slice(atHand)]
}

/** The longest time of a day at which a trade answers better, from the first hour to the end of the last; null: not known. */
export const bestOf = (hours: readonly number[]): { from: number; to: number } | null => {
  const runs: { from: number; to: number }[] = []
  for (const hour of hours.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.to === hour) last.to = hour + 1
    else runs.push({ from: hour, to: hour + 1 })
  }
  return runs.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0] ?? null
}
