/** What came of it, for every period at once: pure, and with many lists slow, so a thread of its own runs it. */
import type { z } from '#platform/endpoint'
import { recordOf } from '#platform/typed.shared'
import type { Outcome, OutcomeFigures } from './evaluation.schema.ts'
import { industryGroups, sizeGroups, stages } from './stages.shared.ts'
import type { Bundle } from './evaluation.sql.ts'
import { cubeOf, isIn, periodsOf, rowName } from './outcome-cube.ts'
import { suppress } from './suppression.ts'

type Figures = z.infer<typeof OutcomeFigures>
type Outcome = z.infer<typeof Outcome>
export type Outcomes = { periods: string[]; of: Record<string, Outcome> }

/** A period without lists is empty, not an error. */
export const emptyOutcome = (period: string, periods: string[], floor: boolean): Outcome => ({
  ...{ period, periods, floor, total: recordOf(stages, () => 0) },
  ...{ lists: [], industries: [], sizes: [] },
})

const outcomeOf = (
  found: readonly Bundle[],
  period: string,
  periods: string[],
  floor: boolean,
  figuresOf: (row: string) => Figures,
) => {
  const inside = found.filter((one) => isIn(period, one))
  const lists = new Map(inside.map((one) => [one.listId, { key: one.listId, name: one.name, drawnOn: one.drawnOn }]))
  const industries = new Set(inside.map((one) => one.industry))
  const sizes = new Set(inside.map((one) => one.size))
  return {
    period,
    periods,
    floor,
    total: figuresOf(rowName.total(period)),
    lists: [...lists.values()].map((one) => ({ ...one, figures: figuresOf(rowName.list(one.key)) })),
    industries: industryGroups
      .filter((key) => industries.has(key))
      .map((key) => ({ key, figures: figuresOf(rowName.industry(period, key)) })),
    sizes: sizeGroups
      .filter((key) => sizes.has(key))
      .map((key) => ({ key, figures: figuresOf(rowName.size(period, key)) })),
  }
}

/** `floor`: for who may not open the companies; no figure under five, nor one that gives such a figure away. */
export const outcomesOf = (found: readonly Bundle[], floor: boolean): Outcomes => {
  const cube = cubeOf(found)
  const hidden = floor ? suppress(cube) : undefined
  const figures = new Map(cube.stages.map((stage) => [stage.name, stage.figures]))
  const figuresOf = (row: string): Figures =>
    recordOf(stages, (name) => {
      const isHidden = hidden && (hidden.get(name)?.has(row) ?? true)
      return isHidden ? null : (figures.get(name)?.get(row)?.value ?? 0)
    })
  const periods = periodsOf(found)
  return {
    periods,
    of: Object.fromEntries(periods.map((period) => [period, outcomeOf(found, period, periods, floor, figuresOf)])),
  }
}
