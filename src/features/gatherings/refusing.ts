/** What nobody may write of a gathering: a time that is over or too long, a school that is not there. */
import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '#platform/context'
import { problemAt } from '#platform/errors'
import type { Message } from '#platform/text/language'
import * as m from '#texts'
import { listSchools } from '../centre/centre.ts'
import { leadsSchool, runsCentre } from '../centre/roles.ts'
import type { GatheringKind } from './gathering-kinds.table.ts'
import { most } from './gatherings.schema.ts'
import type { When } from './gatherings.sql.ts'

const wrong = (ctx: Ctx, pointer: string, says: Message) =>
  problemAt('wrong-input', pointer, says({}, { locale: ctx.language }), 'custom')
const daysAhead = 550
/** Ahead, and within a day; `pointer`: where it stands in the body. */
export const refuseTime = (ctx: Ctx, { startsAt, endsAt }: When, pointer: string) => {
  const [from, to] = [Temporal.Instant.from(startsAt), Temporal.Instant.from(endsAt)]
  if (Temporal.Instant.compare(from, ctx.now) <= 0) throw wrong(ctx, `${pointer}/startsAt`, m.gatherings_problem_past)
  if (Temporal.Instant.compare(from, ctx.now.add({ hours: 24 * daysAhead })) > 0)
    throw wrong(ctx, `${pointer}/startsAt`, m.gatherings_problem_far)
  const hours = (to.epochMilliseconds - from.epochMilliseconds) / 3_600_000
  if (hours <= 0 || hours > most.hours)
    throw wrong(ctx, `${pointer}/endsAt`, (_, options) => m.gatherings_problem_end({ hours: most.hours }, options))
}

type Form = { kind: GatheringKind; schoolId: number | null; invited: readonly number[]; times: readonly When[] }
/** Who leads a school says for that one alone that it hosts. */
export const refuseWrong = async (ctx: Ctx, { kind, schoolId, invited, times }: Form) => {
  for (const [nth, time] of times.entries()) refuseTime(ctx, time, `/body/times/${nth}`)
  if (kind !== 'stand' && times.length > 1) throw wrong(ctx, '/body/times', m.gatherings_problem_one_time)
  const { rows } = await listSchools(ctx)
  const known = new Set(rows.map(({ id }) => id))
  if (schoolId === null ? kind === 'tour' : !known.has(schoolId))
    throw wrong(ctx, '/body/schoolId', m.gatherings_problem_school)
  if (leadsSchool(ctx) && !runsCentre(ctx) && schoolId !== ctx.schoolId)
    throw wrong(ctx, '/body/schoolId', m.gatherings_problem_own_school)
  if (invited.some((id) => !known.has(id))) throw wrong(ctx, '/body/invited', m.gatherings_problem_invited)
}
