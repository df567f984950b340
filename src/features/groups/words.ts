/** What is said in a group, for who is in it alone: notes, and what came of each contact with the company. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { announceToCircle } from '../circles/circles.ts'
import type { GroupNote } from './group-shapes.schema.ts'
import { updateGroup } from './groups.sql.ts'
import { lockFor, markGroup, noteShape, type Shape, showGroup, tell } from './one-group.ts'
import * as store from './work.sql.ts'

const refusePast = (ctx: Ctx, day: string, pointer: string) => {
  if (day < ctx.today)
    throw problemAt('wrong-input', pointer, m.groups_in_the_past({}, { locale: ctx.language }), 'custom')
}

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
  personOf(ctx)
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
