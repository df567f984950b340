/** Front door: the calendar of campaigns, ours and what schools and partners run of their own. What must hold: a school's own are its leader's to announce, and a collision is told to all. */
import { Temporal } from 'temporal-polyfill'
import type { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import * as m from '#texts'
import { leadsSchool, runsCentre } from '../centre/roles.ts'
import { announcedCampaignsEvents } from './announced-campaigns-events.table.ts'
import type { CalendarCampaign } from './announced-campaigns.schema.ts'
import * as store from './announced-campaigns.sql.ts'
import { collide } from './collisions.ts'

const record = recorder(announcedCampaignsEvents)
type Shape = z.infer<typeof CalendarCampaign>
const topics = ['campaign-calendar'] as const
const weeks = 12

const maySpeakFor = (ctx: Ctx, schoolId: number | null) =>
  runsCentre(ctx) || (leadsSchool(ctx) && schoolId !== null && schoolId === ctx.schoolId)

const shapeOf = (ctx: Ctx, row: store.CalendarRow, all: readonly store.CalendarRow[]): Shape => {
  const { kind, id, name, whose, fromOn, toOn, schoolId } = row
  const collides = all.filter((one) => one !== row && collide(one, row)).map((one) => one.name)
  return {
    ...{ kind, id, name, whose, fromOn, toOn, collides },
    can: { withdraw: kind === 'announced' && maySpeakFor(ctx, schoolId) },
  }
}

/** Twelve weeks from the Monday of a day; today without one. */
export const showCalendar = async (ctx: Ctx, day?: string) => {
  const date = Temporal.PlainDate.from(day ?? ctx.today)
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  const [from, to] = [monday.toString(), monday.add({ days: 7 * weeks - 1 }).toString()]
  const rows = await store.between(ctx, from, to)
  return { from, to, rows: rows.map((row) => shapeOf(ctx, row, rows)) }
}

const refuseWrong = async (ctx: Ctx, { schoolId, whose, fromOn, toOn }: Form) => {
  const wrong = (pointer: string, says: typeof m.announced_campaigns_problem_whose, code: string) =>
    problemAt('wrong-input', pointer, says({}, { locale: ctx.language }), code)
  if ((schoolId === null) === (whose === '')) throw wrong('/body/whose', m.announced_campaigns_problem_whose, 'whose')
  if (schoolId !== null && !(await store.schoolHere(ctx, schoolId)))
    throw wrong('/body/schoolId', m.announced_campaigns_problem_whose, 'whose')
  if (toOn < fromOn) throw wrong('/body/toOn', m.announced_campaigns_problem_dates, 'before-start')
}
type Form = Parameters<typeof store.insertAnnounced>[1]

export const announceCampaign = async (ctx: Ctx, form: Form): Promise<Shape> => {
  if (!maySpeakFor(ctx, form.schoolId)) throw problem('not-allowed')
  await refuseWrong(ctx, form)
  const { id } = await store.insertAnnounced(ctx, form)
  const after = { what: form.name, ...form }
  await record(ctx, { verb: 'announced', subject: 'announced_campaign', subjectId: id, after, topics })
  const rows = await store.between(ctx, form.fromOn, form.toOn)
  const row = rows.find((one) => one.kind === 'announced' && one.id === id)
  if (!row) throw problem('not-found')
  return shapeOf(ctx, row, rows)
}

export const withdrawAnnouncement = async (ctx: Ctx, id: number) => {
  const announced = await store.announcedById(ctx, id)
  if (!announced) throw problem('not-found')
  if (!maySpeakFor(ctx, announced.schoolId)) throw problem('not-allowed')
  if (await store.withdraw(ctx, id))
    await record(ctx, {
      ...{ verb: 'withdrawn', subject: 'announced_campaign', subjectId: id },
      ...{ before: { what: announced.name }, topics },
    })
  return {}
}
