import { type Insertable, sql } from 'kysely'
import type { DB } from '../../db/types.ts'
import type { Ctx } from './context.ts'
import { hot } from './db/hot.ts'
import type { EventTable } from './events.shared.ts'
import { noticeOf } from './notices.ts'

export type Visibility = 'centre' | 'school' | 'personal'

/** What happened, in the trade's words: `struck`, `booked`, `kept`. Who, when and from where come from the context. */
type Happening = {
  verb: string
  /** The table's name, and its row. */
  subject: string
  subjectId?: number | null
  /** The company it is about: its number, and the place itself. */
  cvr?: string | null
  companyId?: number | null
  /** Who may read it later; `centre` without. */
  visibility?: Visibility
  before?: unknown
  after?: unknown
  /** Beginnings of the addresses under /api/ whose answers are stale now. */
  topics?: readonly string[]
}

/** One of the things that a room publishes: a wrong verb is no happening. */
type Published<Table> = {
  [Subject in keyof Table & string]: { subject: Subject; verb: keyof Table[Subject] & string }
}[keyof Table & string]
type HappeningOf<Table> = Happening & Published<Table>

/** The room's own `record`: for the verbs of its table and no others. */
export const recorder =
  <Table extends EventTable>(_published: Table) =>
  (ctx: Ctx, happening: HappeningOf<Table>): Promise<void> =>
    write(ctx, happening)
/** The room's own `recordEach`: one happening, many companies. */
export const eachRecorder =
  <Table extends EventTable>(_published: Table) =>
  (ctx: Ctx, happening: HappeningOf<Table>, each: readonly Each[]): Promise<void> =>
    writeEach(ctx, happening, each)

type Row = Omit<Insertable<DB['event']>, 'id' | 'centreId' | 'at' | 'personId'>
const insertEvent = hot(({ db, centreId, at, personId }, row: Required<Row>) =>
  db.insertInto('event').values({
    centreId,
    at,
    personId,
    source: row.source,
    linkId: row.linkId,
    verb: row.verb,
    subject: row.subject,
    subjectId: row.subjectId,
    cvr: row.cvr,
    companyId: row.companyId,
    visibility: row.visibility,
    schoolId: row.schoolId,
    before: row.before,
    after: row.after,
  }),
)
/** Writes the event in the same transaction as the change, and tells open pages which answers are stale. */
const write = async (ctx: Ctx, happening: Happening): Promise<void> => {
  const visibility = happening.visibility ?? 'centre'
  const topics = happening.topics ?? []
  const written = insertEvent(ctx, {
    source: ctx.source,
    linkId: ctx.linkId ?? null,
    verb: happening.verb,
    subject: happening.subject,
    subjectId: happening.subjectId ?? null,
    cvr: happening.cvr ?? null,
    companyId: happening.companyId ?? null,
    visibility,
    schoolId: visibility === 'school' ? ctx.schoolId : null,
    before: happening.before === undefined ? null : JSON.stringify(happening.before),
    after: happening.after === undefined ? null : JSON.stringify(happening.after),
  })
  ctx.follows(written)
  if (topics.length > 0) announce(ctx, topics, visibility)
}

type Each = { cvr: string; companyId: number; after: unknown }
/** The same happening to each of many companies, in one statement; pages are told by the caller (`announce`). */
const writeEach = async (
  ctx: Ctx,
  { verb, subject, subjectId, visibility = 'centre' }: Happening,
  each: readonly Each[],
): Promise<void> => {
  if (each.length === 0) return
  await sql`
    insert into event (centre_id, at, person_id, source, link_id, verb, subject, subject_id, cvr, company_id, visibility, school_id, after)
    select ${ctx.centreId}, ${ctx.at}, ${ctx.personId}, ${ctx.source}, ${ctx.linkId ?? null}::int, ${verb}, ${subject}, ${subjectId ?? null}, e.cvr, e."companyId",
      ${visibility}, ${visibility === 'school' ? ctx.schoolId : null}, e.after
    from jsonb_array_elements(${JSON.stringify(each)}::jsonb) with ordinality as given(row, n)
    cross join jsonb_to_record(given.row) as e(cvr text, "companyId" int, after jsonb)
    order by given.n`.execute(ctx.db)
}

/** Tells open pages, once the change is there, that answers under these addresses are stale: only that, never what. `roles`: only them. */
export const announce = (
  ctx: Ctx,
  topics: readonly string[],
  visibility: Visibility = 'centre',
  roles?: readonly string[],
): void => {
  ctx.notices.push(noticeOf(ctx, topics, visibility, roles))
}

/** The same for a few people by name, and nobody else. */
export const announceTo = (ctx: Ctx, topics: readonly string[], personIds: readonly number[]): void => {
  for (const person of personIds) ctx.notices.push({ topics, person })
}
