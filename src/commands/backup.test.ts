import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { readConfig } from '#platform/config'
import { openDatabase } from '#platform/db/open'
import { makeLog } from '#platform/log'
import { emptyDatabase, freshDatabase } from '#testing/database'
import { tell } from '#testing/told-list'
import { clientFor } from '#testing/client'
import { openWorld } from '#testing/world'
import { houseOf, makeApp } from '../app.ts'
import { showMe } from '../features/members/members.schema.ts'
import { makePromise } from '../features/promises/promises.schema.ts'
import { makeToken } from '../features/members/members.ts'
import { uploadContacts } from '../features/school-contacts/school-contacts.schema.ts'
import { knownMigrations, migrateInside } from '#platform/db/migrate'
import { installQueue } from '#platform/install-queue'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

// Each database is made from its first migration on.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 })

type Target = Awaited<ReturnType<typeof emptyDatabase>>
type Where = { ownerUrl: string; appUrl: string }

const world = await openWorld()
const folder = await mkdtemp(join(tmpdir(), 'tovholder-backup-'))
const whole = join(folder, 'whole.tovholder')
const targets: Target[] = []
const empty = async () => {
  const made = await emptyDatabase()
  targets.push(made)
  return made
}
/** What somebody has who works with it already: a copy, as a restore goes through every migration. */
const inUse = async (): Promise<Target> => {
  const { superuser, ...made } = await freshDatabase(inject('server').worldTemplate)
  const target: Target = {
    ...made,
    sql: async <Row extends object>(text: string) => (await superuser.query<Row>(text)).rows,
  }
  targets.push(target)
  return target
}
afterEach(async () => {
  for (const target of targets.splice(0)) await target.drop()
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await world.close()
})

const baseUrl = 'https://tovholder.example'
const on = ({ ownerUrl, appUrl }: Where) => ({
  SEALING_KEY: '',
  BASE_URL: baseUrl,
  DATABASE_URL: ownerUrl,
  DATABASE_APP_URL: appUrl,
  LOG_LEVEL: 'silent',
})
const given = (path: string, values: { replace?: boolean; 'dry-run'?: boolean } = {}) => ({
  rest: [path],
  values: { 'dry-run': false, replace: false, json: true, ...values },
  say: () => {},
})
const backUp = (where: Where, path: string) => {
  Object.assign(process.env, on(where))
  return backup(given(path))
}
const putBack = (where: Where, path: string, values = {}, env = {}) => {
  Object.assign(process.env, on(where), env)
  return restore(given(path, values))
}

/** Every table that is the product's or the queue's, row for row. */
const everything = async (ask: Target['sql']) => {
  const tables = await ask<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and (n.nspname = 'public' or n.nspname = 'pgboss' and c.relname in ('job', 'queue', 'schedule')) order by 1`,
  )
  const held: Record<string, unknown> = {}
  for (const { name } of tables) {
    const rows = await ask<{ row: string }>(`select t::text as row from ${name} t order by t::text collate "C"`)
    held[name] = rows.map(({ row }) => row)
  }
  return held
}
const shape = (ask: Target['sql']) =>
  ask(
    `select 'reference' as kind, conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as what from pg_constraint where connamespace = 'public'::regnamespace
     union all select 'trigger', tgrelid::regclass::text, tgname, tgenabled::text || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
     union all select 'policy', tablename, policyname, coalesce(qual, '') || coalesce(with_check, '') from pg_policies
     union all select 'view', viewname, '', definition from pg_views where schemaname = 'public' order by 1, 2, 3, 4`,
  )

beforeAll(async () => {
  await tell(world, {
    name: 'Metal i Skive',
    drawnAt: '2026-11-02T09:00Z',
    companies: [{ industry: '251100', employees: 12, count: 12 }],
    called: 10,
    answered: 7,
    wants: 6,
    meetings: 6,
    visits: 4,
    promises: 4,
    kept: 1,
  })
  await world.sql(`update person set name = E'Æ\\\\.\\n\\\\.\\n\\t"\\\\N" 🧵' where id = $1`, [world.people.pia.id])
  await world.sql(
    `with made as (insert into stored_file (centre_id, name, size, sha256, stored_at) values ($1, 'kort.xlsx', 6, 'x', '2026-11-02Z') returning centre_id, id)
     insert into file_piece (centre_id, file_id, n, bytes) select centre_id, id, 1, '\\x000a5c2e0aff' from made`,
    [world.centreId],
  )
  await world
    .as('lars')
    .call(uploadContacts, { query: { name: 'k.csv' } }, { bytes: 'Virksomhed;Telefon\r\nRønnebærhegnet;86770001\r\n' })
  await world.inside('birgit', (ctx) =>
    ctx.send('queue/judge', { asker: { centreId: world.centreId }, data: { importId: 1 } }),
  )
  await backUp(world, whole)
})

test('a backup is put back in an empty database: every table row for row, jobs and files too, and the house as it is built', async () => {
  const target = await empty()
  const { json } = await putBack(target, whole)
  expect(json).toMatchObject({ restored: true, migrated: 0, lockedSchools: 1 })
  expect(gunzipSync(await readFile(whole)).includes('Rønnebærhegnet')).toBe(false)
  const [before, after] = [await everything(world.sql), await everything(target.sql)]
  expect(Object.values(before).filter((rows) => Array.isArray(rows) && rows.length > 0).length).toBeGreaterThan(25)
  expect(after).toEqual(before)
  expect(await shape(target.sql)).toEqual(await shape(world.sql))
})

test('what was restored serves: who had a key has it, and new numbers follow the old', async () => {
  const { token } = await world.inside('anne', (ctx) => makeToken(ctx, 'program'))
  const file = join(folder, 'serves.tovholder')
  await backUp(world, file)
  const target = await empty()
  const key = { SEALING_KEY: world.config.sealingKey }
  const { json, text } = await putBack(target, file, {}, key)
  expect([json, text.includes('cannot be opened')]).toMatchObject([{ lockedSchools: 0 }, false])
  const database = openDatabase(target.appUrl, 4, world.clock.now)
  const config = readConfig(on(target))
  const anne = clientFor(makeApp(houseOf(database, config, false), makeLog('silent')), () => Promise.resolve(token))
  expect(await anne.call(showMe, {})).toMatchObject({ person: { email: world.people.anne.email } })
  const [last] = await target.sql<{ id: number }>('select max(id) as id from promise')
  const [company] = await target.sql<{ id: number }>('select max(id) as id from company')
  const body = { companyId: company?.id ?? 0, what: 'Brochure', ownerId: world.people.anne.id, dueOn: '2026-12-01' }
  const made = await anne.call(makePromise, { body })
  expect(made.id).toBeGreaterThan(last?.id ?? 0)
  await database.close()
})

test('while others write, a backup is one moment: never a promise without its event, nor an event without its promise', async () => {
  const [company] = await world.sql<{ id: number }>('select max(id) as id from company')
  const body = { companyId: company?.id ?? 0, what: 'Nyt', ownerId: world.people.anne.id, dueOn: '2026-12-01' }
  const enough = new AbortController()
  let made = 0
  const writer = async () => {
    while (!enough.signal.aborted) {
      await world.as('birgit').call(makePromise, { body })
      made++
    }
  }
  const writers = [writer(), writer(), writer()]
  await vi.waitFor(() => expect(made).toBeGreaterThan(5), 20_000)
  const file = join(folder, 'meanwhile.tovholder')
  await backUp(world, file)
  enough.abort()
  await Promise.all(writers)
  const target = await empty()
  await putBack(target, file)
  const count = `select (select count(*)::int from promise where what = 'Nyt') as promises,
    (select count(*)::int from event e join promise p on p.id = e.subject_id where e.subject = 'promise' and p.what = 'Nyt') as events,
    (select count(*)::int from event e where e.subject = 'promise' and not exists (select from promise p where p.id = e.subject_id)) as alone`
  const [then] = await target.sql<{ promises: number; events: number; alone: number }>(count)
  expect(then?.promises).toBeGreaterThan(5)
  expect(then?.promises).toBeLessThanOrEqual(made)
  expect(then).toEqual({ promises: then?.promises, events: then?.promises, alone: 0 })
})

test('a backup is for its owner alone, is there whole or not at all, and does not write over another', async () => {
  expect((await stat(whole)).mode & 0o777).toBe(0o600)
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  await expect(backUp(world, whole)).rejects.toThrow(/is there already/)
  await expect(backUp(world, join(folder, 'no/such/place'))).rejects.toThrow(/cannot be written/)
  await expect(backUp(await empty(), join(folder, 'nothing'))).rejects.toThrow(/nothing to back up/)
})

const spoilt = async (name: string, how: (bytes: Buffer) => Buffer) => {
  const path = join(folder, name)
  await writeFile(path, how(await readFile(whole)))
  return path
}
/** As somebody would who knows the form: packed anew, so that only the manifest can tell. */
const rewritten = (how: (text: string) => string) => (bytes: Buffer) => gzipSync(how(gunzipSync(bytes).toString()))
const flipped = (at: number) => (bytes: Buffer) => {
  const where = Math.floor(bytes.length * at)
  bytes[where] = (bytes[where] ?? 0) ^ 0x10
  return bytes
}

test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
  ['a byte in it was flipped', flipped(0.6), /is damaged/],
  ['its last bytes were flipped', flipped(0.9999), /is damaged/],
  ['its end was cut off', (bytes) => bytes.subarray(0, bytes.length - 9), /is damaged \(it is cut short\)/],
  ['half of it is missing', (bytes) => bytes.subarray(0, bytes.length / 2), /is damaged/],
  ['it is empty', () => Buffer.alloc(0), /is damaged \(it is cut short\)|not a backup/],
  ['a name was changed', rewritten((text) => text.replace('Metal i Skive', 'Metal i Salli')), /contact_list is not as/],
  [
    'a row was taken out',
    rewritten((text) => text.replace(/\{"table":"public.person"\}\n.*\n/, '{"table":"public.person"}\n')),
    /public.person is not as/,
  ],
  [
    'it is of a newer version',
    rewritten((text) => text.replace('"migrations":["0001-house"', '"migrations":["0001-palace"')),
    /newer Tovholder/,
  ],
  ['its form is a newer one', rewritten((text) => text.replace('"format":1', '"format":2')), /newer Tovholder/],
  [
    'it is another product’s',
    rewritten((text) => text.replace('"product":"tovholder"', '"product":"other"')),
    /not a backup of Tovholder, but of other/,
  ],
  ['it is no backup', () => Buffer.from('CVR;Navn\r\n'), /not a backup of Tovholder/],
])('refused, with nothing touched, when %s', async (name, how, why) => {
  const target = await empty()
  await expect(putBack(target, await spoilt(name.replaceAll(' ', '-'), how))).rejects.toThrow(why)
  expect(await target.sql(`select from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([])
})

test('a second time is refused, unless what is there is given up; a dry run only says', async () => {
  const target = await empty()
  expect((await putBack(target, whole, { 'dry-run': true })).json).toMatchObject({ restored: false })
  expect(await target.sql(`select from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([])
  const later = await inUse()
  await later.sql(`update person set name = 'Senere'`)
  await expect(putBack(later, whole)).rejects.toThrow(/not empty/)
  await world.inside('birgit', () =>
    expect(putBack(world, whole, { replace: true })).rejects.toThrow(/in use: \d+ other connections?/),
  )
  await putBack(later, whole, { replace: true })
  expect(await later.sql(`select from person where name = 'Senere'`)).toEqual([])
  const strangers = await empty()
  await strangers.sql('create table orchard (tree text)')
  await expect(putBack(strangers, whole, { replace: true })).rejects.toThrow(/not of Tovholder/)
})

test('a backup of an older version goes on from where it was', async () => {
  const known = await knownMigrations()
  const older = await empty()
  const client = new pg.Client(older.ownerUrl)
  await client.connect()
  await client.query('begin')
  await migrateInside(client, '0204-imports-know-no-kinds')
  await client.query(
    `insert into person (email, name, created_at) values ('gammel@example.dk', 'Gammel', '2026-01-01Z')`,
  )
  await client.query('commit')
  await client.end()
  await installQueue(older.ownerUrl, older.appUrl)
  const file = join(folder, 'older')
  await backUp(older, file)
  expect(await older.sql(`select from kysely_migration where name > '0205'`)).toEqual([])
  const target = await empty()
  const { json } = await putBack(target, file)
  expect(json).toMatchObject({ migrated: known.filter((name) => name > '0205').length })
  expect(await target.sql('select name from person')).toEqual([{ name: 'Gammel' }])
  expect(await shape(target.sql)).toEqual(await shape(world.sql))
})

const killed = (child: ChildProcess) => {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  return gone
}

test('killed half-way, a restore leaves the database as it was, and can be done again', async () => {
  const many = join(folder, 'many.tovholder')
  await world.sql(
    `insert into sign_in_try (email, at) select 'en-' || n || '@example.dk', '2026-11-02Z' from generate_series(1, 150000) n`,
  )
  await backUp(world, many)
  await world.sql(`delete from sign_in_try where email like 'en-%'`)
  const target = await inUse()
  const before = await everything(target.sql)
  const child = spawn(process.execPath, ['src/tovholder.ts', 'restore', many, '--replace'], {
    env: { ...process.env, ...on(target) },
    stdio: 'ignore',
  })
  const copying = `select from pg_stat_activity where datname = current_database() and query like 'copy "public"."sign_in_try"%' and state = 'active'`
  await vi.waitFor(async () => expect(await target.sql(copying)).toHaveLength(1), { timeout: 150_000, interval: 10 })
  await killed(child)
  const there = `select from pg_stat_activity where application_name = 'tovholder restore'`
  await vi.waitFor(async () => expect(await target.sql(there)).toEqual([]), 150_000)
  expect(await everything(target.sql)).toEqual(before)
  await putBack(target, many, { replace: true })
  expect(await target.sql(`select count(*)::int as n from sign_in_try where email like 'en-%'`)).toEqual([
    { n: 150_000 },
  ])
})
