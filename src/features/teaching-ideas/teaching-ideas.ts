/** Front door: ideas for courses and forms of teaching. Each is somebody's to follow, and stands on every agenda until something came of it. */
import * as m from '#texts'
import { type Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import type { LooseEnds } from '#platform/room'
import { isOneOf } from '#platform/typed.shared'
import { runsCentre, visitors } from '../centre/roles.ts'
import { memberNow } from '../members/members.ts'
import { teachingIdeasEvents } from './teaching-ideas-events.table.ts'
import type { changeTeachingIdea as changing, TeachingIdea } from './teaching-ideas.schema.ts'
import * as store from './teaching-ideas.sql.ts'

const record = recorder(teachingIdeasEvents)
const topics = ['teaching-ideas', 'consultant-meetings']
type Shape = z.infer<typeof TeachingIdea>

const shapeOf = (ctx: Ctx, { followerId, follower, putBy, putAt: _, ...row }: store.IdeaRow): Shape => ({
  ...row,
  follower: followerId === null ? null : { id: followerId, name: follower ?? '' },
  can: { change: putBy === ctx.personId || followerId === ctx.personId || runsCentre(ctx) },
})
const mustBe = async (ctx: Ctx, id: number) => {
  const row = await store.ideaById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}
export const listTeachingIdeas = async (ctx: Ctx): Promise<{ rows: Shape[] }> => ({
  rows: (await store.ideaRows(ctx)).map((row) => shapeOf(ctx, row)),
})
export const putTeachingIdea = async (ctx: Ctx, idea: { title: string; told: string }): Promise<Shape> => {
  const { id } = await store.insertIdea(ctx, idea)
  await record(ctx, { verb: 'put', subject: 'teaching_idea', subjectId: id, after: { what: idea.title }, topics })
  return shapeOf(ctx, await mustBe(ctx, id))
}

const mayFollow = async (ctx: Ctx, personId: number, pointer: string) => {
  const member = await memberNow(ctx, personId)
  if (member && isOneOf(visitors, member.role)) return
  throw problemAt('wrong-input', pointer, m.teaching_ideas_problem_who({}, { locale: ctx.language }), 'custom')
}
type Change = z.output<NonNullable<(typeof changing)['body']>>
/** Throws not-allowed, and changed-meanwhile with how it stands. */
export const changeTeachingIdea = async (ctx: Ctx, id: number, change: Change): Promise<Shape> => {
  const row = await mustBe(ctx, id)
  if (!shapeOf(ctx, row).can.change) throw problem('not-allowed')
  const { version, ...to } = change
  if (to.followerId !== null && to.followerId !== row.followerId)
    await mayFollow(ctx, to.followerId, '/body/followerId')
  if (!(await store.updateIdea(ctx, id, to, version)))
    throw problem('changed-meanwhile', {}, { theirs: shapeOf(ctx, await mustBe(ctx, id)), yours: change })
  const before = { state: row.state, followerId: row.followerId }
  const after = { what: row.title, state: to.state, followerId: to.followerId }
  await record(ctx, { verb: 'changed', subject: 'teaching_idea', subjectId: id, before, after, topics })
  return shapeOf(ctx, await mustBe(ctx, id))
}

// ---- At a meeting -----------------------------------------------------------------------------------------------------
/** How it stood before somebody took it up. */
export type IdeaBefore = { state: 'new' | 'looking'; followerId: number | null }
/** Who says yes at the meeting looks into it. Gives back how it stood. */
export const followIdea = async (ctx: Ctx, id: number, followerId: number): Promise<IdeaBefore> => {
  await mayFollow(ctx, followerId, '/body/personId')
  const row = await mustBe(ctx, id)
  if (row.state !== 'new' && row.state !== 'looking') throw problem('idea-settled')
  await store.updateIdea(ctx, id, { state: 'looking', followerId }, row.version)
  return { state: row.state, followerId: row.followerId }
}
export const leaveIdea = async (ctx: Ctx, id: number, was: IdeaBefore): Promise<void> => {
  const row = await mustBe(ctx, id)
  await store.updateIdea(ctx, id, was, row.version)
}

/** Of who leaves nobody follows it: it stands on the next agenda so. */
export const ideasOpen: LooseEnds = {
  open: async (ctx, ended) =>
    'personId' in ended
      ? (await store.openOf(ctx, ended.personId)).map((row) => ({
          ...{ kind: 'teaching-idea', sourceId: row.id, company: null, personId: ended.personId, since: row.putAt },
          values: { what: row.title },
        }))
      : [],
  handOn: async (ctx, ended) => {
    if ('personId' in ended) await store.unfollow(ctx, ended.personId)
  },
  words: {
    'teaching-idea': (count, locale) =>
      count === 1 ? m.teaching_ideas_loose_one({}, { locale }) : m.teaching_ideas_loose_many({ count }, { locale }),
  },
}
