import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { insertSample } from '#testing/samples'

/** Tables that every centre shares. Each is known here by name, and why; any other table belongs to centres. */
const shared: Record<string, string> = {
  centre: 'is the centre itself: its own number stands in its policies',
  company: 'the register, the same for everybody',
  company_known: 'numbers only: a company is the same one to whoever knows it',
  place_move: 'which workplaces the register gave to another company: from the register alone',
  register_size: 'how large the register’s companies are: from the register alone',
  hindrance_kind: 'what each kind of hindrance stops: the product says it',
  person: 'someone may work in several centres',
  session: 'found by its secret before any centre is known',
  token: 'found by its secret before any centre is known',
  password_link: 'found by its secret before anyone is known',
  sign_in_try: 'counted before anyone is known',
  first_run_word: 'asked for while there is no centre',
  link_miss: 'counted before any centre is known',
  mailbox: 'the house’s own: how it was read last',
  kysely_migration: 'which migrations have run',
  kysely_migration_lock: 'one migrates at a time',
}
/** The doors past row-level security: searching for `unsafe` is the audit. */
const unsafeDoors = [
  'unsafe_asker_of_session',
  'unsafe_asker_of_token',
  'unsafe_belongs_elsewhere',
  'unsafe_centre_ids',
  'unsafe_circle_is_empty',
  'unsafe_end_mailed_words',
  'unsafe_end_restricted_parts',
  'unsafe_is_demo',
  'unsafe_leavers_drafts_go',
  'unsafe_leavers_notes_go',
  'unsafe_make_centre',
  'unsafe_make_first_centre',
  'unsafe_my_circles',
  'unsafe_note_own_places_registered',
  'unsafe_notices_go',
  'unsafe_out_of_circle',
  'unsafe_own_companies_follow',
  'unsafe_own_steps_go',
  'unsafe_queue_register_added',
  'unsafe_queue_register_changed',
  'unsafe_report_begun',
]

const world = await openWorld()
const other = await world.otherCentre()
const app = new pg.Client(world.appUrl)
await app.connect()
afterAll(async () => {
  await app.end()
  await world.close()
})

const rows = <R extends object>(text: string, values: unknown[] = []) => world.sql<R>(text, values)
const tables = (
  await rows<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  )
).map(({ name }) => name)
const centreTables = tables.filter((name) => !(name in shared))

type Eyes = { centre: number | ''; school?: number | null; person?: number | null; system?: true }
/** Runs one statement as the application's role with the eyes of someone; what it did is taken back. */
const as = async ({ centre, school, person, system }: Eyes, text: string) => {
  await app.query('begin')
  try {
    const set =
      "select set_config('app.centre', $1, true), set_config('app.school', $2, true), set_config('app.person', $3, true), set_config('app.now', '2026-11-23T08:00Z', true), set_config('app.system', $4, true)"
    await app.query(set, [String(centre), String(school ?? ''), String(person ?? ''), system ? 'on' : ''])
    const { rowCount } = await app.query(text)
    return { rows: rowCount ?? 0, refused: null }
  } catch (error) {
    return { rows: 0, refused: (error as { code: string }).code }
  } finally {
    await app.query('rollback')
  }
}
/** Refused outright, or nothing was there to be touched. */
const untouched = ({ rows: touched, refused }: { rows: number; refused: string | null }) =>
  touched === 0 && (refused === null || refused === '42501' || refused === 'TV001' || refused === 'TV002')

const eyesOf = (of: typeof other): Eyes => ({
  centre: of.centreId,
  school: of.schools.technical,
  person: of.people.anne.id,
})
const ours = eyesOf(world)
const theirs = eyesOf(other)
const samples = new Map<string, string>()

beforeAll(async () => {
  for (const name of centreTables)
    for (const eyes of [ours, theirs])
      samples.set(
        `${name} ${eyes.centre}`,
        await insertSample(world.sql, name, { centre_id: eyes.centre, school_id: eyes.school, person_id: eyes.person }),
      )
})

test('a mail within a school is that school’s and the house’s own who sends it: a guest, who is nobody’s person either, sees none', async () => {
  const { centre } = ours
  const school = world.schools.technical
  await world.sql('update outbox set school_id = $1 where centre_id = $2', [school, centre])
  const seen = 'select from outbox where school_id is not null'
  const changed = 'update outbox set tries = 9 where school_id is not null'
  for (const text of [seen, changed]) {
    expect((await as({ centre, school }, text)).rows).toBeGreaterThan(0)
    expect((await as({ centre, system: true }, text)).rows).toBeGreaterThan(0)
    for (const other_ of [{ centre }, { centre, school: world.schools.health }, { centre: '' as const }])
      expect(await as(other_, text)).toEqual({ rows: 0, refused: null })
  }
  const given = `update outbox set school_id = ${school} where school_id is null`
  await world.sql('update outbox set school_id = null where centre_id = $1', [centre])
  expect((await as({ centre, person: world.people.birgit.id }, given)).refused).toBe('42501')
})

test('every table is a centre’s, or is named here with the reason why not', () => {
  expect(Object.keys(shared).filter((name) => !tables.includes(name))).toEqual([])
  expect(centreTables.length).toBeGreaterThan(30)
})

test('centre_id is first in every key, unique index and exclusion, so that nothing is unique across centres', async () => {
  const keys = await rows<{ tbl: string; name: string; first: string }>(
    `select c.relname as tbl, i.relname as name, a.attname as first
     from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
     where c.relnamespace = 'public'::regnamespace and (x.indisunique or x.indisexclusion)`,
  )
  expect(keys.filter(({ tbl, first }) => centreTables.includes(tbl) && first !== 'centre_id')).toEqual([])
  expect(centreTables.filter((name) => !keys.some(({ tbl }) => tbl === name))).toEqual([])
})

test('a reference between two centre-owned tables stays inside the centre', async () => {
  const links = await rows<{ name: string; of: string; to: string; columns: string[]; aims: string[] }>(
    `select k.conname as name, k.conrelid::regclass::text as of, k.confrelid::regclass::text as to,
       (select array_agg(attname::text order by n.at) from unnest(k.conkey) with ordinality n(num, at) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.num) as columns,
       (select array_agg(attname::text order by n.at) from unnest(k.confkey) with ordinality n(num, at) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.num) as aims
     from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`,
  )
  const between = links.filter(({ of, to }) => centreTables.includes(of) && centreTables.includes(to))
  expect(between.length).toBeGreaterThan(10)
  expect(between.filter(({ columns, aims }) => columns[0] !== 'centre_id' || aims[0] !== 'centre_id')).toEqual([])
})

test('every centre-owned table has row-level security, and one policy for each command that the application may use', async () => {
  const secured = await rows<{ name: string; on: boolean }>(
    'select relname as name, relrowsecurity as on from pg_class',
  )
  expect([...centreTables, 'centre'].filter((name) => !secured.some((one) => one.name === name && one.on))).toEqual([])
  const policies = await rows<{ tbl: string; cmd: string; said: string }>(
    `select tablename as tbl, cmd, coalesce(qual, '') || coalesce(with_check, '') as said from pg_policies where schemaname = 'public'`,
  )
  expect(policies.filter(({ cmd }) => cmd === 'ALL')).toEqual([])
  expect(policies.filter(({ said }) => !/\b(centre_id|id) = \( SELECT app_centre\(\)/.test(said))).toEqual([])
  const grants = await rows<{ tbl: string; cmd: string }>(
    `select table_name as tbl, privilege_type as cmd from information_schema.role_table_grants
     where table_schema = 'public' and grantee = 'tovholder_app' and privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,
  )
  const bare = grants.filter(
    ({ tbl, cmd }) =>
      centreTables.includes(tbl) && !policies.some((policy) => policy.tbl === tbl && policy.cmd === cmd),
  )
  expect(bare).toEqual([])
})

test('the application’s role owns nothing, is nobody else, and cannot make, empty or bypass anything', async () => {
  const [role] = await rows<Record<string, unknown>>(
    `select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication as mighty,
       (select count(*)::int from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owns,
       (select count(*)::int from pg_auth_members m where m.member = r.oid) as belongs,
       has_schema_privilege(r.oid, 'public', 'create') as makes,
       (select count(*)::int from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege(r.oid, c.oid, 'truncate')) as empties
     from pg_roles r where rolname = 'tovholder_app'`,
  )
  expect(role).toEqual({ mighty: false, owns: 0, belongs: 0, makes: false, empties: 0 })
  await expect(app.query('set role tovholder_owner')).rejects.toMatchObject({ code: '42501' })
  await expect(app.query('alter table promise disable row level security')).rejects.toMatchObject({ code: '42501' })
})

/** Mails of strangers are for who runs the centre, and for the house itself that takes them in. */
const ofWhoRuns = ['incoming_mail', 'mailed_tip', 'mailed_report']
/** Of a referral that nobody else has, the words are the coordinators' (`referrals.test.ts` tries all other eyes). */
const ofReferrals = ['referral_matter', 'referral_said']
/** The plan of a group (`groups.test.ts`). */
const ofGroups = ['group_theme', 'group_task_words']
/** What someone leaves is read by who runs the centre, he himself, his leader and who is asked (`leavings.test.ts`). */
const ofLeavings = ['leaving_thing', 'leaving_question']
/** What is proposed, and why somebody does not go (`staffing-ahead.test.ts` tries all other eyes). */
const ofStaffing = ['staffing_proposal', 'proposed_visit', 'staffing_exception', 'staffing_refusal']
const readByWhoRuns = [...ofWhoRuns, ...ofReferrals, ...ofGroups, ...ofLeavings, ...ofStaffing]
test.each(ofWhoRuns)(
  '%s: who runs the centre reads it and the house writes it; no consultant, no guest',
  async (name) => {
    const { centre } = ours
    const runs = { centre, person: world.people.birgit.id }
    for (const eyes of [runs, { centre, system: true as const }])
      expect((await as(eyes, `select from ${name}`)).rows).toBeGreaterThan(0)
    for (const eyes of [
      ours,
      { centre },
      { centre, person: world.people.torben.id, school: world.schools.technical },
    ]) {
      expect(await as(eyes, `select from ${name}`)).toEqual({ rows: 0, refused: null })
      expect(await as(eyes, `update ${name} set centre_id = centre_id`)).toSatisfy(untouched)
      expect(await as(eyes, `delete from ${name}`)).toSatisfy(untouched)
    }
    for (const eyes of [ours, runs])
      expect((await as(eyes, samples.get(`${name} ${centre}`) ?? '')).refused, 'nobody adds one').toBe('42501')
  },
)

test.each(centreTables)('%s: another centre neither sees, changes, removes nor adds rows of ours', async (name) => {
  const where = `where centre_id = ${ours.centre}`
  const us = readByWhoRuns.includes(name) ? { ...ours, person: world.people.birgit.id } : ours
  expect((await as(us, `select from ${name} ${where}`)).rows, 'we see our own').toBeGreaterThan(0)
  expect(await as(theirs, `select from ${name} ${where}`)).toEqual({ rows: 0, refused: null })
  expect(await as({ centre: '' }, `select from ${name}`), 'nobody signed in').toEqual({ rows: 0, refused: null })
  expect(await as(theirs, `update ${name} set centre_id = centre_id ${where}`)).toSatisfy(untouched)
  expect(await as(theirs, `delete from ${name} ${where}`)).toSatisfy(untouched)
  expect(await as(theirs, `update ${name} set centre_id = ${ours.centre}`), 'moved to us').toSatisfy(untouched)
  expect(await as(theirs, samples.get(`${name} ${ours.centre}`) ?? ''), 'added to us').toSatisfy(
    ({ refused }: { refused: string | null }) => refused === '42501' || refused === 'TV001' || refused === 'TV002',
  )
})

const schoolsOwn = [
  'strike_origin',
  'kept_on_list',
  'hearing_share',
  'school_contact',
  'import',
  'stored_file',
  'event',
]
test.each(schoolsOwn)(
  '%s: what a school keeps to itself is seen, changed and removed by no other school of the centre',
  async (name) => {
    const kinds: Record<string, Record<string, string>> = {
      import: { kind: 'contacts' },
      event: { visibility: 'school' },
    }
    const { technical, vuc } = world.schools
    await insertSample(
      world.sql,
      name,
      { centre_id: world.centreId, school_id: technical, person_id: world.people.anne.id, ...kinds[name] },
      9002,
    )
    const where = `where centre_id = ${world.centreId} and school_id = ${technical}`
    const owner = { ...ours, school: technical }
    const neighbour = { centre: world.centreId, school: vuc, person: world.people.ali.id }
    const coordinator = { centre: world.centreId, school: null, person: world.people.birgit.id }
    expect((await as(owner, `select from ${name} ${where}`)).rows).toBeGreaterThan(0)
    for (const eyes of [neighbour, coordinator]) {
      expect((await as(eyes, `select from ${name} ${where}`)).rows).toBe(0)
      expect(await as(eyes, `update ${name} set centre_id = centre_id ${where}`)).toSatisfy(untouched)
      expect(await as(eyes, `delete from ${name} ${where}`)).toSatisfy(untouched)
    }
  },
)

test('what is personal is seen by its writer alone', async () => {
  await insertSample(
    world.sql,
    'event',
    { centre_id: world.centreId, person_id: world.people.anne.id, visibility: 'personal' },
    9003,
  )
  for (const name of [
    'visit_draft',
    'visit_draft_mail',
    'own_step',
    'declined_trade',
    'notice_choice',
    'notice_morning',
    'notice_told',
    "event where visibility = 'personal'",
  ]) {
    expect((await as(ours, `select from ${name}`)).rows).toBeGreaterThan(0)
    expect((await as({ ...ours, person: world.people.mette.id }, `select from ${name}`)).rows).toBe(0)
  }
})

test('views look with the eyes of who asks', async () => {
  const views = await rows<{ name: string; options: string[] | null }>(
    `select relname as name, reloptions as options from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
  )
  expect(views.length).toBeGreaterThan(3)
  expect(views.filter(({ options }) => !options?.includes('security_invoker=true'))).toEqual([])
})

test('functions that act as their owner are the named unsafe doors, each with its own search path', async () => {
  const found = await rows<{ name: string; config: string[] | null }>(
    `select p.proname as name, p.proconfig as config from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace
     and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`,
  )
  expect(found.map(({ name }) => name)).toEqual(unsafeDoors)
  expect(found.filter(({ config }) => !config?.some((setting) => setting.startsWith('search_path=')))).toEqual([])
})

test('no SQL is newer than PostgreSQL 15', () => {
  const newer =
    /\b(any_value|json_table|json_exists|json_query|json_value|json_array|json_object|array_shuffle|array_sample|date_add|date_subtract|random_normal|pg_input_is_valid|xmltext|uuidv7|uuidv4|casefold|merge_action|array_sort|array_reverse)\s*\(|\bis (not )?json\b|without overlaps|\breturning\s+(old|new)\.|\bas \([^)]*\) virtual\b/i
  const inFolder = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.sql') || name.endsWith('.sql.ts'))
      .map((name) => `${folder}/${name}`)
  const files = [...inFolder('db/migrations'), ...inFolder('src')]
  expect(files.length).toBeGreaterThan(15)
  expect(files.filter((file) => newer.test(readFileSync(file, 'utf8')))).toEqual([])
})
