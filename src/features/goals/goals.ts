/** Front door: goals that outreach serves. What must hold: the common ones are set by who runs the centre, a school's own by who leads it, and every school reads all. */
import type { Ctx } from '#platform/context'
import type { Seen, z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { laidOver } from '#platform/laid-over'
import * as m from '#texts'
import { leadsSchool, runsCentre } from '../centre/roles.ts'
import { memberNow } from '../members/members.ts'
import { goalsEvents } from './goals-events.table.ts'
import type { Goal } from './goals.schema.ts'
import * as store from './goals.sql.ts'

const record = recorder(goalsEvents)
type Shape = z.infer<typeof Goal>
type Form = { words: string; year: number; ownerId: number }
const topics = ['goals', 'campaigns', 'waiting'] as const

/** Of a school's own goals its leader is asked, of the common ones who runs the centre. */
const maySet = (ctx: Ctx, schoolId: number | null) =>
  schoolId === null ? runsCentre(ctx) : leadsSchool(ctx) && ctx.schoolId === schoolId

const shapeOf = (ctx: Ctx, { id, schoolId, school, words, year, ...row }: store.GoalRow): Shape => ({
  ...{ id, words, year },
  school: schoolId === null || school === null ? null : { id: schoolId, name: school },
  owner: { id: row.ownerId, name: row.owner, left: row.ownerLeftAt !== null },
  can: { change: maySet(ctx, schoolId) },
})

export const listGoals = async (ctx: Ctx) => ({
  rows: (await store.allGoals(ctx)).map((row) => shapeOf(ctx, row)),
  can: { set: runsCentre(ctx) || leadsSchool(ctx) },
})

/** The goal as it stands; undefined when it was given up, or never was. */
export const goalThatStands = (ctx: Ctx, id: number) => store.goalById(ctx, id)

const refuseStranger = async (ctx: Ctx, { ownerId }: Form, schoolId: number | null) => {
  const owner = await memberNow(ctx, ownerId)
  if (owner && (schoolId === null || owner.schoolId === schoolId)) return
  const says = schoolId === null ? m.goals_problem_owner : m.goals_problem_owner_of_school
  throw problemAt('wrong-input', '/body/ownerId', says({}, { locale: ctx.language }), 'not-here')
}

const shown = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await store.goalById(ctx, id)
  if (!row) throw problem('not-found')
  return shapeOf(ctx, row)
}

/** Sets a goal: of the own school by who leads one, else a common one. */
export const setGoal = async (ctx: Ctx, form: Form): Promise<Shape> => {
  const schoolId = leadsSchool(ctx) ? ctx.schoolId : null
  if (!maySet(ctx, schoolId)) throw problem('not-allowed')
  await refuseStranger(ctx, form, schoolId)
  const { id } = await store.insertGoal(ctx, { ...form, schoolId })
  await record(ctx, { verb: 'set', subject: 'goal', subjectId: id, after: { what: form.words, ...form }, topics })
  return shown(ctx, id)
}

/** The goal, locked, of who may change it; another's is refused as one that is seen and not one's own. */
const lockOwn = async (ctx: Ctx, id: number) => {
  const goal = await store.lockGoal(ctx, id)
  if (!goal) throw problem('not-found')
  if (!maySet(ctx, goal.schoolId)) throw problem('not-allowed')
  return goal
}

/** Throws changed-meanwhile where another has changed the same since it was `seen`. */
export const changeGoal = async (ctx: Ctx, id: number, { seen, ...wanted }: Form & { seen?: Seen }): Promise<Shape> => {
  const { words, year, ownerId, schoolId } = await lockOwn(ctx, id)
  const before = { words, year, ownerId }
  const form = laidOver(before, wanted, seen)
  await refuseStranger(ctx, form, schoolId)
  await store.updateGoal(ctx, id, form)
  const after = { what: form.words, ...form }
  await record(ctx, { verb: 'changed', subject: 'goal', subjectId: id, before, after, topics })
  return shown(ctx, id)
}

/** Nothing new serves it. What served it keeps its words. */
export const giveUpGoal = async (ctx: Ctx, id: number) => {
  const { words } = await lockOwn(ctx, id)
  await store.endGoal(ctx, id)
  await record(ctx, { verb: 'given-up', subject: 'goal', subjectId: id, before: { what: words }, topics })
  return {}
}
