/** What came of it: counted from what happened, never typed in, and never so few that a figure points at someone. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { recordOf } from '#platform/typed.shared'
import { industryGroups, type Outcome, type OutcomeFigures, sizeGroups, stages } from './evaluation.schema.ts'
import { bundles } from './evaluation.sql.ts'
import { cubeOf, isIn, periodsOf, rowName } from './outcome-cube.ts'
import { suppress } from './suppression.ts'

type Figures = z.infer<typeof OutcomeFigures>

/** Outcome of the lists drawn in a period: `all`, a year, or a quarter. A period without lists is empty, not an error. */
export const showOutcome = async (ctx: Ctx, period: string): Promise<z.infer<typeof Outcome>> => {
  const found = await bundles(ctx)
  const cube = cubeOf(found)
  const hidden = suppress(cube)
  const figures = new Map(cube.stages.map((stage) => [stage.name, stage.figures]))
  const figuresOf = (row: string): Figures =>
    recordOf(stages, (name) => {
      const isHidden = hidden.get(name)?.has(row) ?? true
      return isHidden ? null : (figures.get(name)?.get(row)?.value ?? 0)
    })
  const inside = found.filter((one) => isIn(period, one))
  const lists = new Map(inside.map((one) => [one.listId, { key: one.listId, name: one.name, drawnOn: one.drawnOn }]))
  const industries = new Set(inside.map((one) => one.industry))
  const sizes = new Set(inside.map((one) => one.size))
  return {
    period,
    periods: periodsOf(found),
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
