import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { ClassFacts, FoundClass } from './class-row.ts'

/** Rows in one statement: PostgreSQL takes 65,535 values. */
const batch = 1000
const batches = <T>(rows: readonly T[]) =>
  Array.from({ length: Math.ceil(rows.length / batch) }, (_, at) => rows.slice(at * batch, (at + 1) * batch))

/** One import of classes at a time in a centre: the second waits and then sees what the first did. */
export const lockClasses = ({ db, centreId }: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtext('class-import'), ${centreId}::int)`.execute(db)

export type StoredClass = ClassFacts & { quickNumber: string; institution: string; kind: string; code: string }

/** The classes of these numbers as they stand. */
export const storedClasses = async ({ db, centreId }: Ctx, quickNumbers: readonly string[]): Promise<StoredClass[]> => {
  const found: StoredClass[] = []
  for (const some of batches(quickNumbers)) {
    const rows = await db
      .selectFrom('class as k')
      .innerJoin('course as c', (join) => join.onRef('c.centreId', '=', 'k.centreId').onRef('c.id', '=', 'k.courseId'))
      .innerJoin('provider as p', (join) =>
        join.onRef('p.centreId', '=', 'k.centreId').onRef('p.id', '=', 'k.providerId'),
      )
      .select([
        'k.quickNumber',
        'k.title',
        'k.startsOn',
        'k.endsOn',
        'k.signUpBy',
        'k.street',
        'k.postalCode',
        'k.town',
        'k.teaching',
        'k.hours',
        'k.days',
        'k.price',
        'k.extra',
        'k.minimum',
        'k.capacity',
        'k.enrolled',
        'k.guaranteed',
        'k.open',
        'k.cancelled',
        'k.link',
        'p.institution',
        'c.kind',
        'c.code',
      ])
      .where('k.centreId', '=', centreId)
      .where('k.quickNumber', 'in', some)
      .execute()
    found.push(...rows)
  }
  return found
}

export const storedProviders = ({ db, centreId }: Ctx) =>
  db.selectFrom('provider').select(['id', 'institution', 'name', 'website']).where('centreId', '=', centreId).execute()
export const storedCourses = ({ db, centreId }: Ctx) =>
  db.selectFrom('course').select(['id', 'kind', 'code']).where('centreId', '=', centreId).execute()

export type Subject = 'class' | 'course' | 'provider'
const table = (subject: Subject) => sql.table(subject)

/** Rows as they stand, by what they are known by: for what an import must be able to put back. */
export const rowsAsTheyStand = async (
  { db, centreId }: Ctx,
  subject: Subject,
  key: string,
  values: readonly string[],
) => {
  const { rows } = await sql<{ id: number; row: object }>`
    select t.id, to_jsonb(t) as row from ${table(subject)} t
    where t.centre_id = ${centreId} and ${sql.ref(`t.${key}`)} = any(${values})`.execute(db)
  return new Map(rows.map(({ id, row }) => [id, row]))
}

export const insertProviders = ({ db, centreId }: Ctx, providers: readonly FoundClass['provider'][]) =>
  db
    .insertInto('provider')
    .values(providers.map((one) => ({ centreId, ...one })))
    .returning(['id', 'institution'])
    .execute()

export const renameProvider = ({ db, centreId }: Ctx, { institution, name, website }: FoundClass['provider']) =>
  db
    .updateTable('provider')
    .set({ name, website })
    .where('centreId', '=', centreId)
    .where('institution', '=', institution)
    .execute()

export type NewCourse = { kind: string; code: string; title: string; days: number | null }
export const insertCourses = ({ db, centreId }: Ctx, courses: readonly NewCourse[]) =>
  db
    .insertInto('course')
    .values(courses.map((one) => ({ centreId, ...one })))
    .returning(['id', 'kind', 'code'])
    .execute()

export type ClassToWrite = ClassFacts & { quickNumber: string; providerId: number; courseId: number }
/** Writes classes, new and known alike. */
export const writeClasses = async ({ db, centreId, at }: Ctx, rows: readonly ClassToWrite[]) => {
  for (const some of batches(rows))
    await db
      .insertInto('class')
      .values(some.map((row) => ({ centreId, changedAt: at, ...row })))
      .onConflict((conflict) =>
        conflict.columns(['centreId', 'quickNumber']).doUpdateSet((eb) => {
          const { quickNumber: _, ...columns } = some[0] as ClassToWrite
          return Object.fromEntries(
            [...Object.keys(columns), 'changedAt'].map((key) => [key, eb.ref(`excluded.${key}` as 'excluded.title')]),
          )
        }),
      )
      .execute()
}
