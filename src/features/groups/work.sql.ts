/** Statements on what a group does and what is said in it. Words are read through row-level security alone: notes and contacts by who is in its circle. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

export type Ended = 'done' | 'dropped' | 'promised'

const tasks = (ctx: Ctx) =>
  ctx.db
    .selectFrom('groupTask as t')
    .innerJoin('groupTaskWords as w', (join) =>
      join.onRef('w.centreId', '=', 't.centreId').onRef('w.taskId', '=', 't.id'),
    )
    .leftJoin('memberEver as o', (join) =>
      join.onRef('o.centreId', '=', 't.centreId').onRef('o.personId', '=', 't.ownerId'),
    )
    .leftJoin('personNamed as was', 'was.id', 't.wasId')
    .where('t.centreId', '=', ctx.centreId)
    .select([
      ...(['t.id', 't.groupId', 'w.what', 'w.why', 't.ownerId', 'o.name as owner', 'o.school as ownerSchool'] as const),
      ...(['was.name as was', 't.dueOn', 't.movedFrom', 't.version', 't.endedAt', 't.shownAt'] as const),
    ])
    .select(sql<Ended | null>`t.ended_how`.as('how'))
export type TaskRow = Awaited<ReturnType<ReturnType<typeof tasks>['executeTakeFirstOrThrow']>>

/** Of a group, the nearest day first. */
export const tasksOf = (ctx: Ctx, groupId: number): Promise<TaskRow[]> =>
  tasks(ctx).where('t.groupId', '=', groupId).orderBy('t.dueOn').orderBy('t.id').execute()
export const taskById = (ctx: Ctx, id: number): Promise<TaskRow | undefined> =>
  tasks(ctx).where('t.id', '=', id).executeTakeFirst()
/** What the lead lets the company read of these groups. */
export const shownOf = (ctx: Ctx, groupIds: readonly number[]): Promise<TaskRow[]> =>
  tasks(ctx)
    .where('t.groupId', 'in', [0, ...groupIds])
    .where('t.shownAt', 'is not', null)
    .where(sql<boolean>`t.ended_how is distinct from 'dropped' and t.ended_how is distinct from 'promised'`)
    .orderBy('t.dueOn')
    .orderBy('t.id')
    .execute()

type Form = { what: string; ownerId: number; dueOn: string }
export const insertTask = async (ctx: Ctx, groupId: number, { what, ...days }: Form): Promise<number> => {
  const { id } = await ctx.db
    .insertInto('groupTask')
    .values({ ...days, groupId, centreId: ctx.centreId, madeBy: ctx.personId ?? 0, madeAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db.insertInto('groupTaskWords').values({ centreId: ctx.centreId, taskId: id, groupId, what }).execute()
  return id
}

type Change = Partial<{
  ownerId: number | null
  wasId: number | null
  dueOn: string
  movedFrom: string | null
  version: number
  endedAt: string | null
  endedBy: number | null
  endedHow: Ended | null
  shownAt: string | null
}>
export const updateTask = (ctx: Ctx, id: number, change: Change) =>
  ctx.db.updateTable('groupTask').set(change).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()
export const updateWords = (ctx: Ctx, taskId: number, words: Partial<{ what: string; why: string }>) =>
  ctx.db
    .updateTable('groupTaskWords')
    .set(words)
    .where('centreId', '=', ctx.centreId)
    .where('taskId', '=', taskId)
    .execute()

/** What somebody has open in a group is another's from now on, or (null) nobody's; whose it was stays said. So many. */
export const passTasks = async (ctx: Ctx, groupId: number, from: number, ownerId: number | null): Promise<number> => {
  const passed = await ctx.db
    .updateTable('groupTask')
    .set({ ownerId, wasId: from })
    .where('centreId', '=', ctx.centreId)
    .where('groupId', '=', groupId)
    .where('ownerId', '=', from)
    .where('endedAt', 'is', null)
    .returning('id')
    .execute()
  return passed.length
}
/** Open ones of somebody, in groups that run. */
export const openTasksOf = (ctx: Ctx, personId: number) =>
  ctx.db
    .selectFrom('groupTask as t')
    .innerJoin('workingGroup as g', (join) =>
      join.onRef('g.centreId', '=', 't.centreId').onRef('g.id', '=', 't.groupId'),
    )
    .innerJoin('companyPlace as c', 'c.id', 'g.companyId')
    .where('t.centreId', '=', ctx.centreId)
    .where('t.ownerId', '=', personId)
    .where('t.endedAt', 'is', null)
    .where('g.endedAt', 'is', null)
    .select(['t.id', 't.groupId', 't.dueOn', 't.madeAt', 'g.companyId', 'c.name as company'])
    .orderBy('t.id')
    .execute()

// ---- What is said in it: who is in its circle alone gets a row ---------------------------------------------------------
type Before = { words: string; by: string; at: string }
const notes = (ctx: Ctx) =>
  ctx.db
    .selectFrom('groupNote as n')
    .innerJoin('personNamed as p', 'p.id', 'n.writtenBy')
    .leftJoin('personNamed as q', 'q.id', 'n.changedBy')
    .where('n.centreId', '=', ctx.centreId)
    .select(['n.id', 'n.groupId', 'n.circleId', 'n.words', 'p.name as by', 'n.writtenAt as at'])
    .select(['q.name as changedBy', 'n.changedAt', 'n.version'])
    .select(sql<Before[]>`n.was`.as('before'))
export type NoteRow = Awaited<ReturnType<ReturnType<typeof notes>['executeTakeFirstOrThrow']>>

/** The latest first. */
export const notesOf = (ctx: Ctx, groupId: number): Promise<NoteRow[]> =>
  notes(ctx).where('n.groupId', '=', groupId).orderBy('n.writtenAt', 'desc').orderBy('n.id', 'desc').execute()
export const noteById = (ctx: Ctx, id: number): Promise<NoteRow | undefined> =>
  notes(ctx).where('n.id', '=', id).executeTakeFirst()
type Of = { groupId: number; circleId: number }
export const insertNote = (ctx: Ctx, of: Of, words: string) =>
  ctx.db
    .insertInto('groupNote')
    .values({ ...of, words, centreId: ctx.centreId, writtenBy: ctx.personId ?? 0, writtenAt: ctx.at })
    .execute()
/** False when it was changed since: of two at once one wins, and the other is shown both. How it read before is kept. */
export const updateNote = async (ctx: Ctx, { id, version, words }: { id: number; version: number; words: string }) => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('groupNote')
    .set({
      ...{ words, changedBy: ctx.personId ?? 0, changedAt: ctx.at },
      version: sql`version + 1`,
      was: sql`was || jsonb_build_object('words', words, 'at', coalesce(changed_at, written_at),
        'by', (select p.name from person_named p where p.id = coalesce(changed_by, written_by)))`,
    })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Contacts with the company, the one that is next first. */
export const contactsOf = (ctx: Ctx, groupId: number) =>
  ctx.db
    .selectFrom('groupContact as k')
    .leftJoin('personNamed as p', 'p.id', 'k.writtenBy')
    .where('k.centreId', '=', ctx.centreId)
    .where('k.groupId', '=', groupId)
    .select(['k.id', 'k.plannedOn as on', 'k.what', 'k.cameOf', 'p.name as by'])
    .orderBy(sql`k.came_of is not null`)
    .orderBy('k.plannedOn', 'desc')
    .orderBy('k.id', 'desc')
    .execute()
export const insertContact = (ctx: Ctx, of: Of, { on, what }: { on: string; what: string }) =>
  ctx.db
    .insertInto('groupContact')
    .values({ ...of, plannedOn: on, what, centreId: ctx.centreId })
    .execute()
/** The one that is next: moved, or what came of it. */
export const updateNext = (
  ctx: Ctx,
  groupId: number,
  change: { plannedOn: string; what: string } | { cameOf: string; writtenBy: number; writtenAt: string },
) =>
  ctx.db
    .updateTable('groupContact')
    .set(change)
    .where('centreId', '=', ctx.centreId)
    .where('groupId', '=', groupId)
    .where('cameOf', 'is', null)
    .execute()
export const nextOf = (ctx: Ctx, groupId: number) =>
  ctx.db
    .selectFrom('groupContact')
    .where('centreId', '=', ctx.centreId)
    .where('groupId', '=', groupId)
    .where('cameOf', 'is', null)
    .select(['plannedOn as on', 'what'])
    .executeTakeFirst()
