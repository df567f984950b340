import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { asRoom, type ImportKind } from '#platform/room'
import { csv, cvrs } from '#testing/register-files'
import { openWorld } from '#testing/world'
import { importKinds, rooms } from '../app.ts'
import { importsOf } from '../features/imports/imports.ts'
import { importFile, kindsOf } from './import.ts'

const world = await openWorld()
const folder = await mkdtemp(join(tmpdir(), 'tovholder-import-'))
// A command reads its settings as it was started with them.
Object.assign(process.env, {
  BASE_URL: 'https://tovholder.example',
  DATABASE_URL: world.ownerUrl,
  DATABASE_APP_URL: world.appUrl,
  LOG_LEVEL: 'silent',
  SEALING_KEY: world.config.sealingKey,
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await world.close()
})

type Values = { school?: string; 'dry-run'?: boolean }
const bring = async (kinds: readonly ImportKind[], kind: string, content: string | Uint8Array, values: Values = {}) => {
  const path = join(folder, `${kind}.csv`)
  await writeFile(path, content)
  return importFile(kinds)({
    rest: [kind, path],
    values: { 'dry-run': false, replace: false, json: true, ...values },
    say: () => {},
  })
}

test('what can be brought in is what the rooms hand in, each kind once', () => {
  expect(importKinds.map(({ kind }) => kind).toSorted()).toEqual(['classes', 'companies', 'contacts'])
  expect(kindsOf(importKinds)).toBe('companies|contacts|classes')
})

test('companies come in by line and column; a dry run leaves nothing behind', async () => {
  const rows = csv(`${cvrs[0]};;Et;;;;;;;;;;;;;`, '1234;;Kort;;;;;;;;;;;;;')
  const counts = { created: 1, updated: 0, unchanged: 0, rejected: 1 }
  const errors = [expect.objectContaining({ line: 3, reason: expect.stringContaining('has 4 digits') as string })]
  expect((await bring(importKinds, 'companies', rows, { 'dry-run': true })).json).toEqual({
    ...counts,
    errors,
    notes: [],
  })
  expect(await world.sql('select from own_place')).toEqual([])
  expect((await bring(importKinds, 'companies', rows)).json).toEqual({ ...counts, errors, notes: [] })
  expect(await world.sql('select cvr from own_place')).toEqual([{ cvr: String(cvrs[0]) }])
})

test('what is a school’s own comes in for that school, and only for one that is named', async () => {
  const rows = `CVR;Navn\r\n${cvrs[1]};Bageri Lund\r\n`
  await expect(bring(importKinds, 'contacts', rows)).rejects.toThrow('Contacts belong to one school: --school <name>.')
  await expect(bring(importKinds, 'contacts', rows, { school: 'Ingen' })).rejects.toThrow('no school named Ingen')
  const school = 'SOSU Fjordby'
  expect((await bring(importKinds, 'contacts', rows, { school })).json).toMatchObject({ created: 1, rejected: 0 })
  expect(await world.sql('select s.name from school_contact c join school s on s.id = c.school_id')).toEqual([
    { name: school },
  ])
})

test('nothing else can be brought in', async () => {
  const kinds = 'import companies|contacts|classes <file>'
  await expect(bring(importKinds, 'orchards', 'x')).rejects.toThrow(kinds)
})

/** All that a new reader is: a file of its room, */
const orchards = importsOf('orchard', {
  kind: 'orchards',
  mostRows: 1000,
  topics: { moved: [], done: [] },
  lock: () => Promise.resolve(),
  table: { guess: () => ({ name: 0 }) },
  run: async (_, { rows }) => {
    let created = 0
    for await (const row of rows) created += 'cells' in row ? 1 : 0
    return { created, updated: 0, unchanged: 0, rejected: 0, errors: [], notes: [] }
  },
  builtOn: () => Promise.resolve(undefined),
  takeBack: () => Promise.resolve(),
})
const orchardFiles: ImportKind = {
  kind: 'orchards',
  bring: (opens, file, dryRun) =>
    opens.in(async (ctx) => ({
      ...(await orchards.importAtOnce(ctx, file, { dryRun })).outcome,
      errors: [],
      notes: [],
    })),
}
/** and a line in its room. */
const room = asRoom({ name: 'orchards', routes: [], imports: [orchardFiles] })

test('a new reader is a file and a line in its room: the command takes it, and its import stands beside the others', async () => {
  const kinds = [...rooms, room].flatMap(({ imports = [] }) => imports)
  const { json, text } = await bring(kinds, 'orchards', 'Navn\r\nÆblegården\r\nPæregården\r\n')
  expect(json).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 0, errors: [], notes: [] })
  expect(text).toBe('2 created, 0 updated, 0 unchanged, 0 rejected.')
  expect(await world.sql(`select state, created from import where kind = 'orchards'`)).toEqual([
    { state: 'done', created: 2 },
  ])
  expect(
    await world.sql(
      `select e.verb from event e join import i on i.id = e.subject_id where e.subject = 'import' and i.kind = 'orchards'`,
    ),
  ).toEqual([{ verb: 'imported' }])
})
