/** What a group does: tasks with an owner and a day, and which of them the company sees; notes, and what came of each contact, for who is in it alone. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { announceToCircle } from '../circles/circles.ts'
import type { GroupNote } from './group-shapes.schema.ts'
import { updateGroup } from './groups.sql.ts'
import { membersOf } from './members.sql.ts'
import { lockFor, markGroup, noteShape, type Row, type Shape, showGroup, taskShape, tell } from './one-group.ts'
import * as store from './work.sql.ts'

type Form = { what: string; ownerId: number; dueOn: string }

const isInIt = async (ctx: Ctx, { id }: Row, personId: number) =>
  (await membersOf(ctx, id)).some((one) => one.id === personId && one.joinedAt !== null && one.leftAt === null)
/** A task is of somebody who is in it. */
const refuseStranger = async (ctx: Ctx, row: Row, ownerId: number) => {
  if (await isInIt(ctx, row, ownerId)) return
  throw problemAt('wrong-input', '/body/ownerId', m.groups_owner_not_in({}, { locale: ctx.language }), 'owner')
}
const refusePast = (ctx: Ctx, day: string, pointer: string) => {
  if (day < ctx.today)
    throw problemAt('wrong-input', pointer, m.groups_in_the_past({}, { locale: ctx.language }), 'custom')
}

/** Prices are between the schools: a text with an amount is not for the company. */
const amount = /\d[\d.,]*\s*(kr\b|kr\.|kroner|dkk|,-)/iu
export const refusePrice = (words: string) => {
  if (amount.test(words)) throw problem('group-price')
}

export const addGroupTask = async (ctx: Ctx, id: number, form: Form): Promise<Shape> => {
  const row = await lockFor(ctx, id, 'work')
  await refuseStranger(ctx, row, form.ownerId)
  refusePast(ctx, form.dueOn, '/body/dueOn')
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
  if (moved) refusePast(ctx, form.dueOn, '/body/dueOn')
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

/** Open after all; of who has left meanwhile it is the lead's, as what he had open is. */
export const reopenGroupTask = async (ctx: Ctx, taskId: number): Promise<Shape> => {
  const { row, task } = await lockTask(ctx, taskId, 'work')
  const gone = task.ownerId !== null && !(await isInIt(ctx, row, task.ownerId))
  await store.updateTask(ctx, taskId, {
    ...{ endedAt: null, endedBy: null, endedHow: null },
    ...(gone && { ownerId: row.leadId, wasId: task.ownerId }),
  })
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

// ---- What is said in it ----------------------------------------------------------------------------------------------
export const writeGroupNote = async (ctx: Ctx, id: number, words: string): Promise<Shape> => {
  const { circleId } = await lockFor(ctx, id, 'work')
  await store.insertNote(ctx, { groupId: id, circleId }, words)
  await announceToCircle(ctx, circleId, ['groups'])
  return showGroup(ctx, id)
}

/** Throws changed-meanwhile with what stands (`theirs`) and what was typed: nothing is overwritten, and nothing lost. */
export const changeGroupNote = async (
  ctx: Ctx,
  id: number,
  { words, version }: { words: string; version: number },
): Promise<z.infer<typeof GroupNote>> => {
  const seen = await store.noteById(ctx, id)
  if (!seen) throw problem('not-found')
  await lockFor(ctx, seen.groupId, 'work')
  const done = await store.updateNote(ctx, { id, words, version })
  const note = await store.noteById(ctx, id)
  if (!note) throw problem('not-found')
  if (!done)
    throw problem('changed-meanwhile', {}, { theirs: { words: note.words, version: note.version }, yours: { words } })
  await announceToCircle(ctx, note.circleId, ['groups'])
  return noteShape(note)
}

/** What came of it, and in the same breath when the next one is: it is never without a day. */
export const writeGroupContact = async (
  ctx: Ctx,
  id: number,
  { cameOf, nextOn, nextWhat }: { cameOf: string; nextOn: string; nextWhat: string },
): Promise<Shape> => {
  refusePast(ctx, nextOn, '/body/nextOn')
  const row = await lockFor(ctx, id, 'steer')
  await store.updateNext(ctx, id, { cameOf, writtenBy: personOf(ctx), writtenAt: ctx.at })
  await store.insertContact(ctx, { groupId: id, circleId: row.circleId }, { on: nextOn, what: nextWhat })
  await updateGroup(ctx, id, { nextOn })
  await markGroup(ctx, id)
  await tell(ctx, row, { verb: 'contacted', after: { nextOn } })
  return showGroup(ctx, id)
}

type Move = { on: string; what: string; seen: { on: string; what: string } }
export const moveGroupContact = async (ctx: Ctx, id: number, { on, what, seen }: Move): Promise<Shape> => {
  refusePast(ctx, on, '/body/on')
  const row = await lockFor(ctx, id, 'steer')
  const stands = await store.nextOf(ctx, id)
  if (!stands || stands.on !== seen.on || stands.what !== seen.what)
    throw problem('changed-meanwhile', {}, { theirs: stands, yours: { on, what } })
  await store.updateNext(ctx, id, { plannedOn: on, what })
  await updateGroup(ctx, id, { nextOn: on })
  await markGroup(ctx, id)
  await tell(ctx, row, { verb: 'contact-moved', before: { nextOn: seen.on }, after: { nextOn: on } })
  return showGroup(ctx, id)
}
