/** Statements on languages of callers and companies. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import type { HotCtx } from '#platform/db/hot'
import { answersFor, isApart, ofPlace, placeOf, thePlace } from '../leaderships/leaderships.ts'
import type { CallLanguage } from './languages.schema.ts'

/**
 * Companies `(cvr, company_id)` that are called in a language which who asks does not speak; what is said of one holds for what answers together with
 * it. The marks are few and read once a statement, as holds and skips are: the queue keeps no column of them that could go stale.
 */
export const otherTongue = (ctx: HotCtx) =>
  sql`(select o.cvr, o.company_id from other_tongue o where o.centre_id = ${ctx.centreId})`
/** Whether who asks can speak with one place. */
export const speaksWith = async (ctx: Ctx, place: { cvr: string; companyId: number }) => {
  const { rows } = await sql`select from ${otherTongue(ctx)} o
    where ${answersFor(placeOf('o'), thePlace(place))} limit 1`.execute(ctx.db)
  return rows.length === 0
}
/** In which language the place `alias (centre_id, cvr, company_id)` is called; null: Danish. `apart`: a column that says whether its number's workplaces answer each for itself. */
export const languageAt = (alias: string, apart = isApart(sql.ref(`${alias}.cvr`))) => sql<CallLanguage | null>`(
  select n.language from company_language_now n
  where n.centre_id = ${sql.ref(`${alias}.centreId`)} and n.cvr = ${sql.ref(`${alias}.cvr`)}
    and (n.company_id = ${sql.ref(`${alias}.companyId`)} or not ${apart})
  limit 1)`

/** Who calls a list in calling and speaks a language beside Danish. */
export const speakersOn = (ctx: Ctx, listId: number) =>
  ctx.db
    .selectFrom('listSpeaker')
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .select(['language', 'name'])
    .$narrowType<{ language: CallLanguage }>()
    .orderBy('name')
    .execute()
/** Languages beside Danish in which somebody calls, or a company is called; the most spoken first. */
export const languagesUsed = async (ctx: Ctx): Promise<CallLanguage[]> => {
  const { rows } = await sql<{ language: CallLanguage }>`
    select language from (
      select s.language from caller_speaks s where s.centre_id = ${ctx.centreId}
      union all select n.language from company_language_now n where n.centre_id = ${ctx.centreId}) u
    group by language order by count(*) desc, language`.execute(ctx.db)
  return rows.map(({ language }) => language)
}
export const speaks = async (ctx: Ctx, language: CallLanguage): Promise<boolean> =>
  (await ctx.db
    .selectFrom('callerSpeaks')
    .select('language')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .where('language', '=', language)
    .executeTakeFirst()) !== undefined

export const languagesOf = async (ctx: Ctx, personId: number): Promise<CallLanguage[]> => {
  const rows = await ctx.db
    .selectFrom('callerLanguage')
    .select('language')
    .$narrowType<{ language: CallLanguage }>()
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .orderBy('language')
    .execute()
  return rows.map(({ language }) => language)
}
/** These and no others; what he spoke before and speaks still keeps its day. */
export const replaceLanguages = async (
  ctx: Ctx,
  personId: number,
  languages: readonly CallLanguage[],
): Promise<void> => {
  await sql`
    delete from caller_language where centre_id = ${ctx.centreId} and person_id = ${personId} and language <> all(${languages}::text[])`.execute(
    ctx.db,
  )
  await sql`
    insert into caller_language (centre_id, person_id, language, said_by, said_at)
    select ${ctx.centreId}, ${personId}, l, ${personOf(ctx)}, ${ctx.at} from unnest(${languages}::text[]) l
    on conflict do nothing`.execute(ctx.db)
}

export const placeById = (ctx: Ctx, companyId: number) =>
  ctx.db.selectFrom('companyPlace').select(['id', 'cvr']).where('id', '=', companyId).executeTakeFirst()
/** What holds of a place: its own mark, or the newest of what answers together with it. */
export const markOf = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('companyLanguageNow as l')
    .leftJoin('personNamed as p', 'p.id', 'l.saidBy')
    .select(['l.id', 'l.companyId', 'l.language', 'l.saidAt', 'l.saidBy as saidById', 'p.name as saidBy'])
    .$narrowType<{ language: CallLanguage }>()
    .where('l.centreId', '=', ctx.centreId)
    .where(ofPlace('l', companyId))
    .executeTakeFirst()
/** All that holds of a place is over: its own mark, and those of what answers together with it. */
export const endMarks = (ctx: Ctx, companyId: number) =>
  sql`
    update company_language l set ended_at = ${ctx.at}, ended_by = ${ctx.personId}
    where l.centre_id = ${ctx.centreId} and l.ended_at is null and ${ofPlace('l', companyId)}`.execute(ctx.db)
/** One mark is taken back: what was over because of it holds again. Gives in which language. */
export const takeMarkBack = async (ctx: Ctx, { id, companyId }: { id: number; companyId: number }) => {
  const { rows } = await sql<{ saidAt: string }>`
    update company_language set ended_at = ${ctx.at}, ended_by = ${ctx.personId}
    where centre_id = ${ctx.centreId} and id = ${id} returning said_at as "saidAt"`.execute(ctx.db)
  const { rows: again } = await sql<{ language: CallLanguage }>`
    update company_language l set ended_at = null, ended_by = null
    where l.centre_id = ${ctx.centreId} and l.id <> ${id} and l.ended_at = ${rows[0]?.saidAt} and l.ended_by = ${ctx.personId} and ${ofPlace('l', companyId)}
    returning l.language`.execute(ctx.db)
  return again[0]?.language ?? null
}
export const insertMark = (ctx: Ctx, { id, cvr }: { id: number; cvr: string }, language: CallLanguage) =>
  ctx.db
    .insertInto('companyLanguage')
    .values({ centreId: ctx.centreId, companyId: id, cvr, language, saidBy: ctx.personId, saidAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

type Open = { id: number; companyId: number; cvr: string; company: string; language: CallLanguage; saidAt: string }
/** What is said of these companies now, the newest first. */
export const marksOf = async (ctx: Ctx, companyIds: readonly number[]): Promise<Open[]> => {
  const { rows } = await sql<Open>`
    select l.id, l.company_id as "companyId", l.cvr, p.name as company, l.language, l.said_at as "saidAt" from company_language l
    join company_place p on p.id = l.company_id
    where l.centre_id = ${ctx.centreId} and l.ended_at is null and l.company_id = any(${companyIds}::int[]) order by l.id desc`.execute(
    ctx.db,
  )
  return rows
}
export const endMarksOf = (ctx: Ctx, ids: readonly number[]) =>
  sql`
    update company_language set ended_at = ${ctx.at}, ended_by = ${ctx.personId}
    where centre_id = ${ctx.centreId} and id = any(${ids}::int[])`.execute(ctx.db)
