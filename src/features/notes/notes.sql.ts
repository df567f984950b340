/** Statements on notes. Who reads a row, the table's own policies say. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { seenFrom } from '../leaderships/leaderships.ts'
import type { readers } from './notes.schema.ts'

export type Reader = (typeof readers)[number]

export const placeById = (ctx: Ctx, companyId: number) =>
  ctx.db.selectFrom('companyPlace').where('id', '=', companyId).select(['id', 'cvr']).executeTakeFirst()

const notes = (ctx: Ctx) =>
  ctx.db
    .selectFrom('companyNote as n')
    .innerJoin('memberEver as p', (join) =>
      join.onRef('p.centreId', '=', 'n.centreId').onRef('p.personId', '=', 'n.personId'),
    )
    .where('n.centreId', '=', ctx.centreId)
    .where('n.removedAt', 'is', null)
    .select(['n.id', 'n.companyId', 'n.cvr', 'n.words', 'n.writtenAt', 'n.personId', 'p.name as who', 'p.school'])
    .select(sql<Reader>`n.visibility`.as('visibility'))
export type NoteRow = Awaited<ReturnType<ReturnType<typeof notes>['executeTakeFirstOrThrow']>>

export const notesOf = (ctx: Ctx, companyId: number): Promise<NoteRow[]> =>
  notes(ctx).where(seenFrom('n', companyId)).orderBy('n.id', 'desc').limit(200).execute()
export const noteById = (ctx: Ctx, id: number): Promise<NoteRow | undefined> =>
  notes(ctx).where('n.id', '=', id).executeTakeFirst()

/** Of who asks, for that one alone. */
export const ownNotes = (ctx: Ctx) =>
  ctx.db
    .selectFrom('companyNote as n')
    .innerJoin('companyPlace as c', 'c.id', 'n.companyId')
    .where('n.centreId', '=', ctx.centreId)
    .where('n.personId', '=', ctx.personId ?? 0)
    .where('n.visibility', '=', 'personal')
    .where('n.removedAt', 'is', null)
    .select(['n.companyId', 'c.name as company', 'n.writtenAt'])
    .orderBy('n.id')
    .execute()
export const leaversNotesGo = async (ctx: Ctx, personId: number): Promise<void> => {
  await sql`select unsafe_leavers_notes_go(${ctx.centreId}::int, ${personId}::int)`.execute(ctx.db)
}

type New = { companyId: number; cvr: string; visibility: Reader; words: string }
export const insertNote = (ctx: Ctx, note: New) =>
  ctx.db
    .insertInto('companyNote')
    .values({
      ...note,
      centreId: ctx.centreId,
      personId: ctx.personId ?? 0,
      schoolId: ctx.schoolId,
      writtenAt: ctx.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Its words go; false when it was gone already. */
export const emptyNote = async (ctx: Ctx, id: number): Promise<boolean> =>
  (await ctx.db
    .updateTable('companyNote')
    .set({ words: '', removedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('personId', '=', ctx.personId ?? 0)
    .where('removedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined
