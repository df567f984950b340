import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hot } from '#platform/db/hot'
import type { Moved } from '#platform/room'
import { answersFor, placeOf, thePlace } from '../leaderships/leaderships.ts'
import type { HindranceKind } from './hindrance.schema.ts'

/** A fact that bars or opens contact, as its owner knows it; never what follows from it. */
export type Mark = {
  kind: HindranceKind
  /** The number of the owner's row that it comes from. */
  sourceId: number
  /** Where it was said; null: at no place of it. */
  companyId: number | null
  cvr: string
  /** True: of the whole company. False: of this place alone. Without: as far as one leadership reaches, whoever decides of that later. */
  whole?: boolean | null
  /** The number that was called, when it was said on the phone. */
  phone?: string | null
  since: string
  /** The moment from which it holds no longer; null: until it is dropped. */
  endsAt: string | null
  /** The day on which something is to be done; of several, whose is nearest is asked first. */
  dueOn?: string | null
  personId: number | null
}

const upsert = hot(
  (ctx, { rows }: { rows: string }) => sql`
    insert into contact_mark (centre_id, kind, source_id, company_id, cvr, whole, phone, since, ends_at, due_on, person_id)
    select ${ctx.centreId}, r.kind, r."sourceId", r."companyId", r.cvr, r.whole, r.phone, r.since, r."endsAt", r."dueOn", r."personId"
    from jsonb_to_recordset(${rows}::jsonb)
      as r (kind text, "sourceId" bigint, "companyId" int, cvr text, whole boolean, phone text, since timestamptz, "endsAt" timestamptz, "dueOn" date, "personId" int)
    order by r.kind, r."sourceId"
    on conflict (centre_id, kind, source_id) do update
      set company_id = excluded.company_id, cvr = excluded.cvr, whole = excluded.whole, phone = excluded.phone, since = excluded.since,
          ends_at = excluded.ends_at, due_on = excluded.due_on, person_id = excluded.person_id`,
)
/** Writes marks in one statement; a fact that was written before is written anew. */
export const upsertMarks = async (ctx: Ctx, marks: readonly Mark[]): Promise<void> => {
  if (marks.length === 0) return
  const rows = marks.map(({ phone = null, ...mark }) => ({ ...mark, phone }))
  ctx.follows(upsert(ctx, { rows: JSON.stringify(rows) }))
}

export const deleteMarks = async (ctx: Ctx, kind: HindranceKind, sourceIds: readonly number[]) => {
  if (sourceIds.length === 0) return
  await ctx.db
    .deleteFrom('contactMark')
    .where('centreId', '=', ctx.centreId)
    .where('kind', '=', kind)
    .where(sql<boolean>`source_id = any(${sourceIds}::bigint[])`)
    .execute()
}

// ---- Opened to somebody: they came with a matter themselves, or who has them said yes to a colleague --------------------
/** `enquiry`: whatever wait there is, for that matter. `question`: one contact, past nothing but what is running. */
export type OpenedBy = 'enquiry' | 'question'
export type Opening = {
  kind: OpenedBy
  companyId: number
  cvr: string
  personId: number
  /** The moment from which it is open no more. */
  until: string
  /** The number of the owner's row that it comes from. */
  sourceId: number
}
/** The owner of the matter writes it down; told again, for another person say, it is written anew. */
export const openContact = async (ctx: Ctx, { sourceId, kind: sourceKind, ...opening }: Opening): Promise<void> => {
  const row = { ...opening, since: ctx.at }
  await ctx.db
    .insertInto('contactOpening')
    .values({ ...row, sourceKind, sourceId, centreId: ctx.centreId })
    .onConflict((conflict) => conflict.columns(['centreId', 'sourceKind', 'sourceId']).doUpdateSet(row))
    .execute()
}

/** The matter is over. One that was never opened is no error. */
export const closeContact = async (ctx: Ctx, kind: OpenedBy, sourceId: number): Promise<void> => {
  await ctx.db
    .deleteFrom('contactOpening')
    .where('centreId', '=', ctx.centreId)
    .where('sourceKind', '=', kind)
    .where('sourceId', '=', sourceId)
    .execute()
}

/** Until when a place is open to one of these people, or whoever answers for it; null: it is open to none of them. */
export const openUntil = async (
  ctx: Ctx,
  place: { cvr: string; companyId: number },
  personIds: readonly (number | null)[] = [ctx.personId],
  kind: OpenedBy = 'enquiry',
): Promise<string | null> => {
  const row = await ctx.db
    .selectFrom('contactOpenNow')
    .where('centreId', '=', ctx.centreId)
    .where('sourceKind', '=', kind)
    .where(answersFor(placeOf('contactOpenNow'), thePlace(place)))
    .where('personId', 'in', [0, ...personIds.filter((one) => one !== null)])
    .select('until')
    .orderBy('until', 'desc')
    .executeTakeFirst()
  return row?.until ?? null
}

// ---- A workplace that moves to another company keeps what was said of it alone; of the rest a person is asked ---------
/** Moves of which this centre has not carried its own rows over, oldest first. */
export const movesToCarry = (ctx: Ctx, limit: number) =>
  ctx.db
    .selectFrom('placeMoved as v')
    .leftJoin('moveAnswer as a', (join) => join.onRef('a.moveId', '=', 'v.id').on('a.centreId', '=', ctx.centreId))
    .select(['v.id', 'v.companyId', 'v.fromCvr as from', 'v.toCvr as to'])
    .where('a.moveId', 'is', null)
    .orderBy('v.id')
    .limit(limit)
    .execute()
export const keepMove = async (ctx: Ctx, moveId: number, companyId: number): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('moveAnswer')
    .values({ centreId: ctx.centreId, moveId, companyId, carriedAt: ctx.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
/** False when somebody has said it before. */
export const answerMove = async (ctx: Ctx, moveId: number, holds: boolean): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('moveAnswer')
    .set({ holds, personId: ctx.personId, answeredAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('moveId', '=', moveId)
    .where('holds', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type SaidOfAll = {
  kind: 'wait' | 'stop'
  sourceId: number
  since: string
  endsAt: string | null
  personId: number | null
}
/** What was said at the place of all its company, and holds still: the old company keeps it, and the place has its own of it. */
const copySaidOfAll = async (ctx: Ctx, { companyId, from, to }: Moved): Promise<void> => {
  const { rows } = await sql<SaidOfAll>`
    select kind, source_id, since, ends_at, person_id from mark_reach
    where centre_id = ${ctx.centreId} and company_id = ${companyId} and cvr = ${from} and kind in ('wait', 'stop') and whole
      and (ends_at is null or ends_at > ${ctx.at}) order by source_id`.execute(ctx.db)
  const own: Mark[] = []
  for (const { sourceId, ...said } of rows) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    const copied = await sql<{ id: number }>`
      insert into waiting_period (centre_id, cvr, company_id, whole, reason, from_on, until_on, origin_kind, origin_id, person_id, words, set_at)
      select centre_id, ${to}, company_id, false, reason, from_on, until_on, origin_kind, origin_id, person_id, words, set_at
      from waiting_period where centre_id = ${ctx.centreId} and id = ${sourceId} returning id`.execute(ctx.db)
    for (const { id } of copied.rows) own.push({ ...said, sourceId: id, companyId, cvr: to, whole: false })
  }
  await upsertMarks(ctx, own)
}

/**
 * What was said of the place alone goes along; with `all` it gets its own of what was said at it of all its company. A wait reaches no further at the
 * new one. Who has it is marked by the room that knows. */
export const moveMarks = async (ctx: Ctx, moved: Moved): Promise<void> => {
  const { companyId, from, to, all } = moved
  const mine = sql`centre_id = ${ctx.centreId} and company_id = ${companyId} and cvr = ${from}`
  const alone = sql`(whole is false or exists (
    select from mark_reach r where r.centre_id = m.centre_id and r.kind = m.kind and r.source_id = m.source_id and not r.whole))`
  await sql`
    with moved as (
      update contact_mark m set cvr = ${to}, whole = case when kind in ('wait', 'stop', 'closed', 'wrong-number') then false else whole end
      where ${mine} and kind <> 'regular-contact' and (kind not in ('wait', 'stop') or ${alone}) returning kind, source_id)
    update waiting_period w set cvr = ${to}, whole = false
    where ${mine} and w.id in (select source_id from moved where kind in ('wait', 'stop', 'closed', 'wrong-number'))`.execute(
    ctx.db,
  )
  await sql`update contact_opening set cvr = ${to} where ${mine}`.execute(ctx.db)
  await sql`update contact_basis set cvr = ${to} where ${mine}`.execute(ctx.db)
  if (all) await copySaidOfAll(ctx, moved)
}
