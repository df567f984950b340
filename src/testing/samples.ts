/** A row for any table, made from the catalogue: for tests that ask every table the same question. */

type Ask = <R extends object>(text: string, values?: unknown[]) => Promise<R[]>
type Column = { name: string; type: string; optional: boolean; chosen: string | null }

/** What a table's own checks want and a column's type does not tell. */
const wanted: Record<string, string> = {
  'absence.ends_at': "'2026-11-23T10:00Z'",
  'booking.ends_at': "'2026-11-23T10:00Z'",
  'taken_elsewhere.ends_at': "'2026-11-23T10:00Z'",
  'joint_visit.ends_at': "'2026-11-23T10:00Z'",
  'consultant_meeting.ends_at': "'2026-11-23T10:00Z'",
  'meeting_series.every_weeks': '2',
  'meeting_series.until_time': "'16:00'",
  // Who is named takes a task.
  'meeting_outcome.how': "'task'",
  // A point without a row of another room has words of its own.
  'meeting_point.words': "'sample {n}'",
  // Registered by nobody of us: that is from a stand.
  'enquiry.way': "'stand'",
  'gathering_time.ends_at': "'2026-11-23T10:00Z'",
  'gathering_time.seats': '10',
  'gathering_place.seats': '10',
  'presence_day.ends_at': "'2026-11-23T10:00Z'",
  'presence.weekday': '4',
  'presence.starts_at': "'10:00'",
  'presence.ends_at': "'14:00'",
  'presence_told.came': '10',
  'busy.during': "'[2026-11-23T09:00Z,2026-11-23T10:00Z)'",
  'slot_hold.during': "'[2026-11-23T09:00Z,2026-11-23T10:00Z)'",
  'booking_visitor.travel_minutes': '0',
  'goal.year': '2026',
  // A group that runs has a day for its next contact.
  'working_group.next_on': "'2026-12-01'",
  'incoming_address.kind': "'tips'",
  'incoming_address.token': "'sample0000{n}'",
  'incoming_address_of.kind': "'besoeg'",
  'incoming_address_of.token': "'sample0000{n}'",
  'incoming_mail.vouched': "'unsaid'",
  'incoming_dropped.why': "'own'",
  'working_hours.to_time': "'16:00'",
  'calling_hours.to_time': "'16:00'",
  // With a school, an import is of that school's contacts.
  'import.kind': "'contacts'",
  'script.version': '{n}',
  'guide.version': '{n}',
  'contact_resolved.decision': "'nobody'",
  'contact_resolved.nth': '1',
  'caller_language.language': "'pol'",
  'company_language.language': "'pol'",
  'script_translation.language': "'pol'",
  'campaign_translation.language': "'pol'",
  // In the open, as those of before are.
  'school_contact.name': "'sample {n}'",
}
const byType: Record<string, string> = {
  integer: '{n}',
  bigint: '{n}',
  smallint: '{n}',
  numeric: '{n}',
  'double precision': '{n}',
  real: '{n}',
  boolean: 'true',
  text: "'sample {n}'",
  date: "'2026-11-23'",
  jsonb: "'{}'",
  'text[]': "'{}'",
  'integer[]': "'{}'",
  bytea: "'\\x00'",
  uuid: 'gen_random_uuid()',
  'timestamp with time zone': "'2026-11-23T09:00Z'",
  'time without time zone': "'08:00'",
}

const valueOf = (table: string, { name, type, chosen }: Column, n: number) => {
  const value =
    wanted[`${table}.${name}`] ?? (name === 'cvr' ? "'12345674'" : (chosen ?? byType[type.replace(/\(.*\)/, '')]))
  if (value === undefined) throw new Error(`samples.ts knows no value for ${table}.${name} (${type}): add one.`)
  return value.replaceAll('{n}', String(n))
}

/**
 * Adds a row as superuser, with `given` where the table has such columns, past triggers and references: only the checks
 * hold. Returns the statement of another such row.
 */
export const insertSample = async (ask: Ask, table: string, given: Record<string, unknown>, n = 1): Promise<string> => {
  const columns = await ask<Column>(
    `select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type,
       not a.attnotnull or (a.atthasdef and a.attname <> 'id') or (a.attidentity <> '' and a.attname <> 'id') or a.attgenerated <> '' as optional,
       (select substring(pg_get_constraintdef(k.oid) from '''([^'']+)''::text') from pg_constraint k
        where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%ANY (ARRAY[%') as chosen
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [table],
  )
  const isGiven = (name: string) => given[name] !== undefined && given[name] !== null
  const used = columns.filter(
    ({ name, optional }) => isGiven(name) || !optional || wanted[`${table}.${name}`] !== undefined,
  )
  const statement = (number: number) => {
    const literal = (value: unknown) => (typeof value === 'number' ? String(value) : `'${String(value)}'`)
    const values = used.map((column) =>
      isGiven(column.name)
        ? literal(given[column.name])
        : valueOf(table, { ...column, chosen: column.chosen && `'${column.chosen}'` }, number),
    )
    return `insert into ${table} (${used.map(({ name }) => name).join(', ')}) overriding system value values (${values.join(', ')}) on conflict do nothing`
  }
  await ask("set session_replication_role = 'replica'")
  await ask(statement(n))
  await ask("set session_replication_role = 'origin'")
  return statement(n + 50)
}
