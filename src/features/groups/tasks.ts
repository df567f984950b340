/** What a group does: tasks with an owner and a day, which of them the company sees, and how it ends: with no task left without a word. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { makePromises } from '../promises/promises.ts'
import type { endGroup as ending } from './groups.schema.ts'
import { lockFor, markGroup, type Row, type Shape, showGroup, taskShape, tell } from './one-group.ts'
import * as store from './work.sql.ts'
import { insertResult, membersOf, updateGroup } from './groups.sql.ts'

type Form = { what: string; ownerId: number; dueOn: string }

/** A task is of somebody who is in it. */
const refuseStranger = async (ctx: Ctx, { id }: Row, ownerId: number) => {
  const members = await membersOf(ctx, id)
  if (members.some((one) => one.id === ownerId && one.joinedAt !== null && one.leftAt === null)) return
  throw problemAt('wrong-input', '/body/ownerId', m.groups_owner_not_in({}, { locale: ctx.language }), 'owner')
}
const refusePast = (ctx: Ctx, dueOn: string) => {
  if (dueOn < ctx.today)
    throw problemAt('wrong-input', '/body/dueOn', m.groups_in_the_past({}, { locale: ctx.language }), 'custom')
}

/** Prices are between the schools: a text with an amount is not for the company. */
const amount = /\d[\d.,]*\s*(kr\b|kr\.|kroner|dkk|,-)/iu
export const refusePrice = (words: string) => {
  if (amount.test(words)) throw problem('group-price')
}

export const addGroupTask = async (ctx: Ctx, id: number, form: Form): Promise<Shape> => {
  const row = await lockFor(ctx, id, 'work')
  await refuseStranger(ctx, row, form.ownerId)
  refusePast(ctx, form.dueOn)
  await store.insertTask(ctx, id, form)
  await tell(ctx, row, { verb: 'task-made', after: { dueOn: form.dueOn } })
  return showGroup(ctx, id)
}

/** The task, its group locked. Throws not-found for strangers. */
const lockTask = async (ctx: Ctx, taskId: number, act: 'work' | 'steer') => {
  const seen = await store.taskById(ctx, taskId)
  if (!seen) throw problem('not-found')
  const row = await lockFor(ctx, seen.groupId, act)
  const task = await store.taskById(ctx, taskId)
  if (!task) throw problem('not-found')
  return { row, task }
}

/** Throws changed-meanwhile with what stands (`theirs`): nothing is overwritten. */
export const changeGroupTask = async (
  ctx: Ctx,
  taskId: number,
  { version, ...form }: Form & { version: number },
): Promise<Shape> => {
  const { row, task } = await lockTask(ctx, taskId, 'work')
  if (task.version !== version) throw problem('changed-meanwhile', {}, { theirs: taskShape(task), yours: form })
  if (task.endedAt !== null) throw problem('group-task-ended')
  const moved = form.dueOn !== task.dueOn
  if (moved) refusePast(ctx, form.dueOn)
  if (form.ownerId !== task.ownerId) await refuseStranger(ctx, row, form.ownerId)
  if (task.shownAt !== null) refusePrice(form.what)
  await store.updateTask(ctx, taskId, {
    ...{ ownerId: form.ownerId, dueOn: form.dueOn, version: version + 1 },
    movedFrom: moved ? task.dueOn : task.movedFrom,
    ...(form.ownerId !== task.ownerId && { wasId: null }),
  })
  await store.updateWords(ctx, taskId, { what: form.what })
  await tell(ctx, row, { verb: 'task-changed', before: { dueOn: task.dueOn }, after: { dueOn: form.dueOn } })
  return showGroup(ctx, row.id)
}

export const endGroupTask = async (
  ctx: Ctx,
  taskId: number,
  { how, why }: { how: 'done' | 'dropped'; why: string },
): Promise<Shape> => {
  const { row, task } = await lockTask(ctx, taskId, 'work')
  if (task.endedAt !== null) throw problem('group-task-ended')
  if (how === 'dropped' && why.trim() === '')
    throw problemAt('wrong-input', '/body/why', m.groups_why_missing({}, { locale: ctx.language }), 'missing')
  await store.updateTask(ctx, taskId, { endedAt: ctx.at, endedBy: ctx.personId, endedHow: how })
  await store.updateWords(ctx, taskId, { why })
  await tell(ctx, row, { verb: how === 'done' ? 'task-done' : 'task-dropped' })
  return showGroup(ctx, row.id)
}

export const reopenGroupTask = async (ctx: Ctx, taskId: number): Promise<Shape> => {
  const { row } = await lockTask(ctx, taskId, 'work')
  await store.updateTask(ctx, taskId, { endedAt: null, endedBy: null, endedHow: null })
  await store.updateWords(ctx, taskId, { why: '' })
  await tell(ctx, row, { verb: 'task-reopened' })
  return showGroup(ctx, row.id)
}

/** The lead lets the company see a task, or not any more. */
export const letSeeTask = async (ctx: Ctx, taskId: number, shown: boolean): Promise<Shape> => {
  const { row, task } = await lockTask(ctx, taskId, 'steer')
  if (shown) refusePrice(task.what)
  await store.updateTask(ctx, taskId, { shownAt: shown ? ctx.at : null })
  await tell(ctx, row, { verb: shown ? 'shown' : 'hidden' })
  return showGroup(ctx, row.id)
}
export const letSeeTheme = async (ctx: Ctx, id: number, shown: boolean): Promise<Shape> => {
  const row = await lockFor(ctx, id, 'steer')
  if (shown) refusePrice((await showGroup(ctx, id)).theme)
  await updateGroup(ctx, id, { themeShownAt: shown ? ctx.at : null })
  await tell(ctx, row, { verb: shown ? 'shown' : 'hidden' })
  return showGroup(ctx, id)
}

// ---- It ends: three lines for all schools ----------------------------------------------------------------------------
type Ending = z.output<NonNullable<(typeof ending)['body']>>
type Said = Ending['tasks'][number]

/** Each open task is named, and what is dropped with its reason. */
const refuseUnsaid = (ctx: Ctx, open: readonly store.TaskRow[], said: readonly Said[]) => {
  const left = open.filter(({ id }) => !said.some((one) => one.id === id))
  if (left.length > 0) throw problem('group-tasks-open', { count: left.length })
  for (const [index, { how, why }] of said.entries())
    if (how === 'dropped' && why.trim() === '')
      throw problemAt(
        'wrong-input',
        `/body/tasks/${index}/why`,
        m.groups_why_missing({}, { locale: ctx.language }),
        'missing',
      )
}

/** What goes on goes on as a promise to the company, of who ends the group. */
const promise = async (ctx: Ctx, { companyId, cvr }: Row, tasks: readonly store.TaskRow[]) => {
  const forms = tasks.map(({ what, dueOn }) => ({ what, dueOn, ownerId: personOf(ctx), late: dueOn < ctx.today }))
  if (forms.length > 0) await makePromises(ctx, { companyId, cvr, origin: null }, forms, '/body/tasks')
}

export const endGroup = async (ctx: Ctx, id: number, { tasks: said, ...result }: Ending): Promise<Shape> => {
  const row = await lockFor(ctx, id, 'end')
  const open = (await store.tasksOf(ctx, id)).filter(({ endedAt }) => endedAt === null)
  refuseUnsaid(ctx, open, said)
  const saidOf = ({ id: taskId }: store.TaskRow) => said.find((one) => one.id === taskId)
  await promise(
    ctx,
    row,
    open.filter((task) => saidOf(task)?.how === 'promised'),
  )
  for (const task of open) {
    const { how = 'done', why = '' } = saidOf(task) ?? {}
    // oxlint-disable no-await-in-loop -- one connection, one statement at a time
    await store.updateTask(ctx, task.id, { endedAt: ctx.at, endedBy: ctx.personId, endedHow: how })
    await store.updateWords(ctx, task.id, { why })
    // oxlint-enable no-await-in-loop
  }
  await insertResult(ctx, id, result)
  await updateGroup(ctx, id, { endedAt: ctx.at, endedBy: ctx.personId, nextOn: null })
  await markGroup(ctx, id)
  await tell(ctx, row, { verb: 'ended' })
  return showGroup(ctx, id)
}
