import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

/** Classes of the import that a later import, still in force, has changed since. */
export const countChangedSince = async ({ db, centreId }: Ctx, importId: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from imported_change mine
    where mine.centre_id = ${centreId} and mine.import_id = ${importId} and mine.subject = 'class'
      and exists (select from imported_change other
                  where other.centre_id = mine.centre_id and other.subject = mine.subject and other.subject_id = mine.subject_id
                    and other.import_id > mine.import_id and other.state = 'done')`.execute(db)
  return rows[0]?.count ?? 0
}

const oldValues = (columns: readonly string[]) =>
  sql.join(columns.map((name) => sql`${sql.ref(name)} = old.${sql.ref(name)}`))
const classColumns = [
  'provider_id',
  'course_id',
  'title',
  'starts_on',
  'ends_on',
  'sign_up_by',
  'street',
  'postal_code',
  'town',
  'teaching',
  'hours',
  'days',
  'price',
  'extra',
  'minimum',
  'capacity',
  'enrolled',
  'guaranteed',
  'open',
  'cancelled',
  'link',
  'changed_at',
]

/** Changed rows get their old values, made rows go; providers and courses only when nothing uses them any more. */
export const takeBack = async ({ db, centreId }: Ctx, importId: number) => {
  const mine = (subject: string) =>
    sql`i.centre_id = ${centreId} and i.import_id = ${importId} and i.subject = ${subject}`
  await sql`update class t set ${oldValues(classColumns)}
    from imported_change i, jsonb_populate_record(null::class, i.before) old
    where ${mine('class')} and i.before is not null and t.centre_id = ${centreId} and t.id = i.subject_id`.execute(db)
  await sql`update provider t set ${oldValues(['name', 'website'])}
    from imported_change i, jsonb_populate_record(null::provider, i.before) old
    where ${mine('provider')} and i.before is not null and t.centre_id = ${centreId} and t.id = i.subject_id`.execute(
    db,
  )
  await sql`delete from class t using imported_change i
    where ${mine('class')} and i.before is null and t.centre_id = ${centreId} and t.id = i.subject_id`.execute(db)
  await sql`delete from provider t using imported_change i
    where ${mine('provider')} and i.before is null and t.centre_id = ${centreId} and t.id = i.subject_id
      and not exists (select from class k where k.centre_id = t.centre_id and k.provider_id = t.id)`.execute(db)
  await sql`delete from course t using imported_change i
    where ${mine('course')} and i.before is null and t.centre_id = ${centreId} and t.id = i.subject_id
      and not exists (select from class k where k.centre_id = t.centre_id and k.course_id = t.id)`.execute(db)
}
