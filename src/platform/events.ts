import { sql } from 'kysely'
import type { Ctx } from './context.ts'

/** What happened, in the trade's words: `struck`, `booked`, `kept`. Who, when and from where come from the context. */
export type Happening = {
  verb: string
  /** The table's name, and its row. */
  subject: string
  subjectId?: number | null
  cvr?: string | null
  /** Who may read it later; `centre` without. */
  visibility?: 'centre' | 'school' | 'personal'
  before?: unknown
  after?: unknown
  /** Beginnings of the addresses under /api/ whose answers are stale now. */
  topics?: readonly string[]
}

/** Writes the event in the same transaction as the change, and tells open pages which answers are stale. */
export const record = async (ctx: Ctx, happening: Happening): Promise<void> => {
  const visibility = happening.visibility ?? 'centre'
  const topics = happening.topics ?? []
  await ctx.db
    .insertInto('event')
    .values({
      centreId: ctx.centreId,
      at: ctx.at,
      personId: ctx.personId,
      source: ctx.source,
      linkId: ctx.linkId ?? null,
      verb: happening.verb,
      subject: happening.subject,
      subjectId: happening.subjectId ?? null,
      cvr: happening.cvr ?? null,
      visibility,
      schoolId: visibility === 'school' ? ctx.schoolId : null,
      before: happening.before === undefined ? null : JSON.stringify(happening.before),
      after: happening.after === undefined ? null : JSON.stringify(happening.after),
    })
    .execute()
  if (topics.length > 0) await announce(ctx, topics, visibility)
}

/** The same happening to each of many companies, in one statement; pages are told by the caller (`announce`). */
export const recordEach = async (
  ctx: Ctx,
  { verb, subject, subjectId, visibility = 'centre' }: Happening,
  each: readonly { cvr: string; after: unknown }[],
): Promise<void> => {
  if (each.length === 0) return
  await sql`
    insert into event (centre_id, at, person_id, source, verb, subject, subject_id, cvr, visibility, school_id, after)
    select ${ctx.centreId}, ${ctx.at}, ${ctx.personId}, ${ctx.source}, ${verb}, ${subject}, ${subjectId ?? null}, e.cvr, ${visibility},
      ${visibility === 'school' ? ctx.schoolId : null}, e.after
    from jsonb_array_elements(${JSON.stringify(each)}::jsonb) with ordinality as given(row, n)
    cross join jsonb_to_record(given.row) as e(cvr text, after jsonb)
    order by given.n`.execute(ctx.db)
}

/** Tells open pages that answers under these addresses are stale: only that, never what. */
export const announce = async (
  ctx: Ctx,
  topics: readonly string[],
  visibility: 'centre' | 'school' | 'personal' = 'centre',
) => {
  const notice = {
    centre: ctx.centreId,
    topics,
    ...(visibility === 'school' && { school: ctx.schoolId }),
    ...(visibility === 'personal' && { person: ctx.personId }),
  }
  await sql`select pg_notify('tovholder', ${JSON.stringify(notice)})`.execute(ctx.db)
}
