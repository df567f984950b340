import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

export const importOf = ({ db, centreId }: Ctx, id: number) =>
  db
    .selectFrom('import')
    .select(['id', 'state', 'fileName'])
    .where('centreId', '=', centreId)
    .where('kind', '=', 'classes')
    .where('id', '=', id)
    .executeTakeFirst()

/** Classes of the import that a later import, still in force, has changed since. */
export const changedSince = async ({ db, centreId }: Ctx, importId: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from import_change mine
    where mine.centre_id = ${centreId} and mine.import_id = ${importId} and mine.subject = 'class'
      and exists (select from import_change other join import i on i.centre_id = other.centre_id and i.id = other.import_id
                  where other.centre_id = mine.centre_id and other.subject = mine.subject and other.subject_id = mine.subject_id
                    and other.import_id > mine.import_id and i.state = 'done')`.execute(db)
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
    from import_change i, jsonb_populate_record(null::class, i.before) old
    where ${mine('class')} and i.before is not null and t.centre_id = ${centreId} and t.id = i.subject_id`.execute(db)
  await sql`update provider t set ${oldValues(['name', 'website'])}
    from import_change i, jsonb_populate_record(null::provider, i.before) old
    where ${mine('provider')} and i.before is not null and t.centre_id = ${centreId} and t.id = i.subject_id`.execute(
    db,
  )
  await sql`delete from class t using import_change i
    where ${mine('class')} and i.before is null and t.centre_id = ${centreId} and t.id = i.subject_id`.execute(db)
  await sql`delete from provider t using import_change i
    where ${mine('provider')} and i.before is null and t.centre_id = ${centreId} and t.id = i.subject_id
      and not exists (select from class k where k.centre_id = t.centre_id and k.provider_id = t.id)`.execute(db)
  await sql`delete from course t using import_change i
    where ${mine('course')} and i.before is null and t.centre_id = ${centreId} and t.id = i.subject_id
      and not exists (select from class k where k.centre_id = t.centre_id and k.course_id = t.id)`.execute(db)
}

export const markUndone = ({ db, centreId, at, personId }: Ctx, importId: number) =>
  db
    .updateTable('import')
    .set({ state: 'undone', undoneAt: at, undoneBy: personId })
    .where('centreId', '=', centreId)
    .where('id', '=', importId)
    .where('state', '=', 'done')
    .returning('id')
    .executeTakeFirst()

export const importPage = ({ db, centreId }: Ctx, before: number | undefined, limit: number) =>
  db
    .selectFrom('import as i')
    .leftJoin('personNamed as p', 'p.id', 'i.personId')
    .select([
      'i.id',
      'i.fileName',
      'i.state',
      'p.name as who',
      'i.uploadedAt as at',
      'i.undoneAt',
      'i.created',
      'i.updated',
      'i.unchanged',
      'i.rejected',
    ])
    .where('i.centreId', '=', centreId)
    .where('i.kind', '=', 'classes')
    .$if(before !== undefined, (query) => query.where('i.id', '<', before ?? 0))
    .orderBy('i.id', 'desc')
    .limit(limit)
    .execute()

export const errorPage = ({ db, centreId }: Ctx, importId: number, after: number, limit: number) =>
  db
    .selectFrom('importError')
    .select(['n', 'line', 'columnName', 'reasonDa', 'reasonEn'])
    .where('centreId', '=', centreId)
    .where('importId', '=', importId)
    .where('n', '>', after)
    .orderBy('n')
    .limit(limit)
    .execute()
