/** What the calls tell the queue: each call that counts, and the call-back that it asks for. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Moved } from '#platform/room'
import { hot } from '#platform/db/hot'
import type { Cell } from '../answering-hours/answering-hours.ts'
import { answersFor, placeOf, thePlace } from '../leaderships/leaderships.ts'
import type { AnswerWord } from '../may-contact/answers.schema.ts'

type Place = { cvr: string; companyId: number }
export type Told = {
  callId: number
  /** Null: called outside any list. */
  listId: number | null
  companyId: number
  cvr: string
  answer: AnswerWord
  endedAt: string
  /** With no answer: when it may be tried again. */
  againAt: string | null
}
const tell = hot((ctx, told: Told) =>
  ctx.db.insertInto('queueCall').values({
    centreId: ctx.centreId,
    callId: told.callId,
    listId: told.listId,
    companyId: told.companyId,
    cvr: told.cvr,
    answer: told.answer,
    endedAt: told.endedAt,
    againAt: told.againAt,
  }),
)
/** A call that counts from now on. */
export const tellCall = async (ctx: Ctx, told: Told): Promise<void> => ctx.follows(tell(ctx, told))
/** Corrected, or taken back: it counts no more, nor does its call-back. One that another company was given is judged by the sweep. */
export const forgetCall = (ctx: Ctx, { id, cvr }: { id: number; cvr: string }) =>
  sql`
    with gone as (delete from queue_call where centre_id = ${ctx.centreId} and call_id = ${id} returning centre_id, cvr)
    insert into queue_note (centre_id, cvr) select g.centre_id, g.cvr from gone g where g.cvr <> ${cvr}`.execute(ctx.db)

/** How the calls of the last year went, by industry, weekday and hour in Denmark; who rings a wrong number learns nothing of the company. */
export const countByHour = async (ctx: Ctx): Promise<Cell[]> => {
  const { rows } = await sql<Cell>`
    select left(c.industry, 2)::int as division, extract(isodow from t.at)::int as weekday, extract(hour from t.at)::int as hour,
      count(*)::int as calls, count(*) filter (where s.answer <> 'no-answer')::int as reached
    from queue_call s
    cross join lateral (select s.ended_at at time zone 'Europe/Copenhagen' as at) t
    join company_place c on c.id = s.company_id
    where s.centre_id = ${ctx.centreId} and s.ended_at > ${ctx.at}::timestamptz - interval '1 year' and s.answer <> 'wrong-number' and c.industry is not null
    group by 1, 2, 3`.execute(ctx.db)
  return rows
}

/** The company is to be called again at `dueAt`; that is done where who answers for the place has been called since. */
export const setBack = (ctx: Ctx, { callId, ...place }: Place & { callId: number }, dueAt: string) =>
  sql`
    update queue_call q set due_at = ${dueAt}, done_at = (
      select min(l.ended_at) from queue_call l
      where l.centre_id = q.centre_id and l.cvr = ${place.cvr} and ${answersFor(placeOf('l'), thePlace(place))} and l.ended_at > q.ended_at)
    where q.centre_id = ${ctx.centreId} and q.call_id = ${callId}`.execute(ctx.db)
/** These calls and what they ask for are the heir's from now on. */
export const passOnBacks = (ctx: Ctx, callIds: readonly number[], heir: { id: number; cvr: string }) =>
  ctx.db
    .updateTable('queueCall')
    .set({ companyId: heir.id, cvr: heir.cvr })
    .where('centreId', '=', ctx.centreId)
    .where('callId', 'in', callIds)
    .execute()
/** Who answers for the place has been spoken with: what was agreed before is done, at `doneAt`. */
const finish = hot((ctx, { cvr, companyId, doneAt }: Place & { doneAt: string }) =>
  ctx.db
    .updateTable('queueCall')
    .set({ doneAt })
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where(answersFor(placeOf('queueCall'), thePlace({ cvr, companyId })))
    .where('dueAt', 'is not', null)
    .where('doneAt', 'is', null),
)
export const finishBacks = async (ctx: Ctx, { cvr, companyId }: Place, doneAt: string): Promise<void> =>
  ctx.follows(finish(ctx, { cvr, companyId, doneAt }))
/** Undoes `finishBacks` of a call that was taken back. */
export const reopenBacks = (ctx: Ctx, place: Place, doneAt: string) =>
  ctx.db
    .updateTable('queueCall')
    .set({ doneAt: null })
    .where('centreId', '=', ctx.centreId)
    .where(answersFor(placeOf('queueCall'), thePlace(place)))
    .where('doneAt', '=', doneAt)
    .execute()

/** What was agreed on the phone goes with the workplace, and its row with its list's; both companies are judged anew. */
export const moveQueued = async (ctx: Ctx, { companyId, from, to }: Moved): Promise<void> => {
  const mine = sql`centre_id = ${ctx.centreId} and company_id = ${companyId} and cvr = ${from}`
  await sql`update queue_call set cvr = ${to} where ${mine}`.execute(ctx.db)
  await sql`
    update queue_row q set cvr = ${to} where ${mine} and exists (
      select from listed_company l where l.centre_id = q.centre_id and l.list_id = q.list_id and l.company_id = q.company_id and l.cvr = ${to})`.execute(
    ctx.db,
  )
  await sql`select judge_queue(${ctx.centreId}, ${[from, to]}::text[])`.execute(ctx.db)
}
