import type { Ctx } from '#platform/context'
import { z } from '#platform/endpoint'
import { listGoals } from '../../src/features/goals/goals.ts'
import { addLines, handIn, lookUp } from '../../src/features/hand-in/hand-in.ts'
import { standingsOf } from '../../src/features/handed-in/handed-in.ts'
import { Criteria } from '../../src/features/lists/criteria.schema.ts'
import { placesThatFit } from '../../src/features/lists/lists.ts'
import type { Stage } from './seed-lists.ts'

/** Hauliers; of those who can be contacted, and those who were promised to be left alone. */
const hauliers = async (ctx: Ctx) => {
  const criteria = z.parse(Criteria, { industries: ['494'], kind: 'company' })
  const { rows } = await placesThatFit(ctx, criteria).execute(ctx.db)
  const ids = rows.map(({ id }) => id).toSorted((one, other) => one - other)
  // Whoever drives alone has nobody to send on a course.
  const withPeople = await placesThatFit(ctx, { ...criteria, employeesFrom: 3 }).execute(ctx.db)
  const peopled = new Set(withPeople.rows.map(({ id }) => id))
  const all = await standingsOf(ctx, ctx.schoolId ?? 0, ids.slice(0, 400))
  const told = all.toSorted(
    (one, other) => Number(peopled.has(other.id)) - Number(peopled.has(one.id)) || one.id - other.id,
  )
  const free = told.filter(({ word, maybe, own, phoned }) => word === null && !maybe && !own && phoned)
  return {
    free,
    inRo: told.filter(({ word }) => word === 'wait'),
    maybe: told.filter(({ word, maybe }) => word === null && maybe),
  }
}
/** As schools have them: some by number, some by name and town. */
const asWritten = (one: { cvr: string; name: string; town: string | null }, nth: number) =>
  nth % 2 === 0
    ? `${one.cvr.slice(0, 2)} ${one.cvr.slice(2, 4)} ${one.cvr.slice(4, 6)} ${one.cvr.slice(6)}`
    : [one.name, one.town].filter(Boolean).join(', ')

const lookUpAll = async (ctx: Ctx) => {
  const draft = await lookUp(ctx)
  return draft.lines.some(({ group }) => group === 'look-up') ? lookUp(ctx) : draft
}

/** Transportskolen handed five hauliers in yesterday, and is writing twenty more: three are in ro, two want an answer. */
export const planHandIn = ({ agenda, cast, calendar }: Stage): void => {
  agenda.plan(calendar.at(1, '14:35'), cast.as('Preben Storm'), async (ctx) => {
    const { free } = await hauliers(ctx)
    const { rows: goals } = await listGoals(ctx)
    await addLines(ctx, { lines: free.slice(0, 5).map(asWritten), companyIds: [] })
    const { lines } = await lookUpAll(ctx)
    const ready = lines.flatMap(({ n, group, company }) =>
      company && group === 'ready' ? [{ n, group, companyId: company.id } as const] : [],
    )
    const goalId = goals.find(({ words }) => words.startsWith('Dansk på lageret'))?.id ?? null
    const wish = {
      goalId,
      reason: 'Flere af deres chauffører har dansk som andetsprog',
      consultantId: null,
      wishBy: null,
    }
    if (ready.length > 0) await handIn(ctx, { lines: ready, ...wish })
  })
  agenda.plan(calendar.at(1, '15:20'), cast.as('Ivan Kowalski'), async (ctx) => {
    const { free, inRo, maybe } = await hauliers(ctx)
    const chosen = [...free.slice(0, 13), ...inRo.slice(0, 3), ...maybe.slice(0, 2)]
    await addLines(ctx, { lines: [...chosen.map(asWritten), '41 22 87 0', 'Jørgen i Sjørring'], companyIds: [] })
    await lookUpAll(ctx)
  })
}
