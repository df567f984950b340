/** Statements on what is said in other languages: rows are added and never changed. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hotOne } from '#platform/db/hot'
import type { CallLanguage } from '../call-centres/languages.schema.ts'

export type Row = {
  language: CallLanguage
  version: number
  scriptVersion: number
  /** Null: nothing in that language any more. */
  body: string | null
  writtenBy: string | null
  writtenAt: string
}
/** The newest in each language. */
export const newestTranslations = async (ctx: Ctx, listId: number): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select distinct on (t.language) t.language, t.version, s.version as "scriptVersion", t.body, p.name as "writtenBy", t.written_at as "writtenAt"
    from script_translation t
    join script s on s.centre_id = t.centre_id and s.id = t.script_id
    left join person_named p on p.id = t.written_by
    where t.centre_id = ${ctx.centreId} and t.list_id = ${listId}
    order by t.language, t.version desc`.execute(ctx.db)
  return rows
}
type Called = { listId: number; language: CallLanguage; at: string }
const at = hotOne(
  (ctx, { listId, language, at: moment }: Called) => sql<{ body: string | null; scriptVersion: number }>`
    select t.body, s.version as "scriptVersion" from script_translation t
    join script s on s.centre_id = t.centre_id and s.id = t.script_id
    where t.centre_id = ${ctx.centreId} and t.list_id = ${listId} and t.language = ${language} and t.written_at <= ${moment}
    order by t.version desc limit 1`,
)
/** What is said in a language in a call that began at that moment. */
export const translationAt = (ctx: Ctx, called: Called) => at(ctx, called)
/** Undefined when that version is there already. */
export const insertTranslation = async (
  ctx: Ctx,
  row: { listId: number; language: CallLanguage; version: number; scriptId: number; body: string | null },
): Promise<number | undefined> =>
  (
    await ctx.db
      .insertInto('scriptTranslation')
      .values({ centreId: ctx.centreId, ...row, writtenBy: ctx.personId, writtenAt: ctx.at })
      .onConflict((there) => there.columns(['centreId', 'listId', 'language', 'version']).doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id
