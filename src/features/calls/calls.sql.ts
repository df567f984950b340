import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hotOne, hotRow, type HotCtx } from '#platform/db/hot'
import { isHisName } from '../company-people/company-people.ts'
import { answersFor, placeOf, seenFrom, thePlace } from '../leaderships/leaderships.ts'
import type { AnswerWord } from '../may-contact/answers.schema.ts'

export type NewCall = {
  /** Null: called outside any list. */
  listId: number | null
  companyId: number
  cvr: string
  personId: number
  scriptId: number | null
  startedAt: string
  endedAt: string
  answer: AnswerWord
  spokeWith: string
  note: string
  callBackAt: string | null
  refusalReasonId: number | null
  ownAnswerId: number | null
  ownReasonId: number | null
}
const newCall = hotRow((ctx, row: NewCall) =>
  ctx.db
    .insertInto('call')
    .values({
      centreId: ctx.centreId,
      listId: row.listId,
      companyId: row.companyId,
      cvr: row.cvr,
      personId: row.personId,
      scriptId: row.scriptId,
      startedAt: row.startedAt,
      endedAt: row.endedAt,
      answer: row.answer,
      spokeWith: row.spokeWith,
      note: row.note,
      callBackAt: row.callBackAt,
      refusalReasonId: row.refusalReasonId,
      ownAnswerId: row.ownAnswerId,
      ownReasonId: row.ownReasonId,
    })
    .returning('id'),
)
export const insertCall = async (ctx: Ctx, row: NewCall): Promise<number> => (await newCall(ctx, row)).id

/** Calls with what they led to; corrected ones too. */
const calls = (ctx: HotCtx) =>
  ctx.db
    .selectFrom('call as k')
    .innerJoin('personNamed as p', 'p.id', 'k.personId')
    .innerJoin('companyPlace as c', 'c.id', 'k.companyId')
    .leftJoin('scriptVersion as s', (join) =>
      join.onRef('s.centreId', '=', 'k.centreId').onRef('s.id', '=', 'k.scriptId'),
    )
    .leftJoin('callCorrection as r', (join) =>
      join.onRef('r.centreId', '=', 'k.centreId').onRef('r.callId', '=', 'k.id'),
    )
    .leftJoin('callCorrection as f', (join) =>
      join.onRef('f.centreId', '=', 'k.centreId').onRef('f.newCallId', '=', 'k.id'),
    )
    .leftJoin('refusalReason as y', (join) =>
      join.onRef('y.centreId', '=', 'k.centreId').onRef('y.id', '=', 'k.refusalReasonId'),
    )
    .leftJoin('ownAnswerNamed as o', (join) =>
      join.onRef('o.centreId', '=', 'k.centreId').onRef('o.id', '=', 'k.ownAnswerId'),
    )
    .leftJoin('ownAnswerReasonNamed as z', (join) =>
      join.onRef('z.centreId', '=', 'k.centreId').onRef('z.id', '=', 'k.ownReasonId'),
    )
    .leftJoin('waitGiven as w', (join) =>
      join.onRef('w.centreId', '=', 'k.centreId').on('w.originKind', '=', 'call').onRef('w.originId', '=', 'k.id'),
    )
    .select([
      'k.id',
      'k.companyId',
      'c.name as company',
      'k.cvr',
      'k.listId',
      'k.personId',
      'p.name as caller',
      'k.scriptId',
      'k.startedAt',
      'k.endedAt',
      'k.answer',
      'k.spokeWith',
      'k.note',
      'k.callBackAt',
      'k.refusalReasonId as reasonId',
      'k.ownAnswerId as ownId',
      'k.ownReasonId',
      'y.name as reason',
      'o.name as own',
      'z.name as ownReason',
      's.version as scriptVersion',
      'r.callId as correctedId',
      'f.correctedBy as overruledBy',
      'w.id as waitId',
      'w.untilOn as until',
      'w.liftedAt',
      'w.whole',
    ])
    .$narrowType<{ answer: AnswerWord }>()
    .where('k.centreId', '=', ctx.centreId)
export type CallRow = Awaited<ReturnType<ReturnType<typeof calls>['executeTakeFirstOrThrow']>>

const byId = hotOne((ctx, { id }: { id: number }) => calls(ctx).where('k.id', '=', id))
export const callById = (ctx: Ctx, id: number): Promise<CallRow | undefined> => byId(ctx, { id })
/** And to this place while it stood under one of these numbers. */
export const callsOfCompany = (ctx: Ctx, companyId: number, former: readonly string[]): Promise<CallRow[]> =>
  calls(ctx)
    .where((eb) => {
      const now = seenFrom('k', companyId)
      return former.length === 0
        ? now
        : eb.or([now, eb.and([eb('k.companyId', '=', companyId), eb('k.cvr', 'in', former)])])
    })
    .orderBy('k.endedAt', 'desc')
    .orderBy('k.id', 'desc')
    .limit(200)
    .execute()
export const callsBy = (ctx: Ctx, personId: number, since: string): Promise<CallRow[]> =>
  calls(ctx)
    .where('k.personId', '=', personId)
    .where('k.endedAt', '>=', since)
    .where('r.callId', 'is', null)
    .orderBy('k.endedAt', 'desc')
    .orderBy('k.id', 'desc')
    .limit(100)
    .execute()

type Place = { cvr: string; companyId: number }
/** What was said last, as it counts. */
const last = hotOne((ctx, { cvr, companyId }: Place) =>
  ctx.db
    .selectFrom('standingCall')
    .select(['endedAt', 'answer', 'spokeWith', 'note'])
    .select((eb) =>
      eb
        .selectFrom('ownAnswerNamed as o')
        .whereRef('o.centreId', '=', 'standingCall.centreId')
        .whereRef('o.id', '=', 'standingCall.ownAnswerId')
        .select('o.name')
        .as('own'),
    )
    .$narrowType<{ answer: AnswerWord | null }>()
    .where('centreId', '=', ctx.centreId)
    .where(answersFor(placeOf('standingCall'), thePlace({ cvr, companyId })))
    .orderBy('endedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)
export const lastCall = (ctx: Ctx, { cvr, companyId }: Place) => last(ctx, { cvr, companyId })

/** The last time that they were reached and something was noted. */
export const saidLast = async (
  ctx: Ctx,
  { cvr, companyId }: Place,
): Promise<{ at: string; note: string } | undefined> =>
  ctx.db
    .selectFrom('standingCall')
    .select(['endedAt as at', 'note'])
    .$narrowType<{ at: string; note: string }>()
    .where('centreId', '=', ctx.centreId)
    .where(answersFor(placeOf('standingCall'), thePlace({ cvr, companyId })))
    .where('note', '<>', '')
    .where('answer', 'not in', ['no-answer', 'wrong-number'])
    .orderBy('endedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Who was spoken with wishes to be forgotten: what was said stays, without his name. */
export const forgetPerson = async (ctx: Ctx, companyPersonId: number): Promise<void> => {
  await ctx.db
    .updateTable('call')
    .set({ spokeWith: '' })
    .where('centreId', '=', ctx.centreId)
    .where(isHisName(companyPersonId, 'call', 'call.spokeWith'))
    .execute()
}

/** Marks a call as superseded; false when that has been done before. */
export const supersede = async (ctx: Ctx, callId: number, newCallId: number | null, why: string): Promise<boolean> => {
  const done = await ctx.db
    .insertInto('callCorrection')
    .values({ centreId: ctx.centreId, callId, newCallId, correctedBy: ctx.personId ?? 0, correctedAt: ctx.at, why })
    .onConflict((conflict) => conflict.columns(['centreId', 'callId']).doNothing())
    .returning('callId')
    .executeTakeFirst()
  return done !== undefined
}

type Overruling = {
  callId: number
  newCallId: number
  answer: AnswerWord
  who: string
  at: string
  why: string
  again: boolean
}
/** What took the place of these, with who, when and why; what was just taken back has nothing in its place. */
export const overrulingsOf = async (ctx: Ctx, callIds: readonly number[]) => {
  const { rows } = await sql<Overruling>`
    select r.call_id, k.id as new_call_id, k.answer, p.name as who, r.corrected_at as at, r.why,
      exists (select from call_correction a where a.centre_id = r.centre_id and a.call_id = r.new_call_id) as again
    from call_correction r join call k on k.centre_id = r.centre_id and k.id = r.new_call_id join person_named p on p.id = r.corrected_by
    where r.centre_id = ${ctx.centreId} and r.call_id = any(${callIds}::int[])`.execute(ctx.db)
  return rows
}
export const companyOf = (ctx: Ctx, companyId: number) =>
  ctx.db.selectFrom('companyPlace').select(['id', 'cvr']).where('id', '=', companyId).executeTakeFirst()

const names = hotOne(
  (ctx) => sql<{ caller: string | null; centre: string }>`
    select (select name from person_named where id = ${ctx.personId}) as caller, name as centre from centre_now where id = ${ctx.centreId}`,
)
export const whoAndWhere = async (ctx: Ctx): Promise<{ caller: string; centre: string }> => {
  const row = await names(ctx, {})
  return { caller: row?.caller ?? '', centre: row?.centre ?? '' }
}
