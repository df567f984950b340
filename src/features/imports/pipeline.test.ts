import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { companyImportsOf } from '../register/register.ts'
import {
  listImportErrors,
  runImport,
  showImport,
  tryImport,
  undoImport,
  uploadCompanies,
} from '../register/company-imports.schema.ts'
import { csv, cvrs } from '#testing/register-files'
import { sayReason } from './imports.ts'

const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')
const [a, b, c, d] = cvrs
const reach = { in: (work: Parameters<typeof world.inside>[1]) => world.inside('birgit', work) } as never
const [tries, runs] = companyImportsOf.jobs
const take = async (...rows: string[]) =>
  (await birgit.call(uploadCompanies, { query: { name: 'fil.csv' } }, { bytes: csv(...rows) })).id
const show = (id: number) => birgit.call(showImport, { params: { id } })
const eventsOf = async (id: number) =>
  (
    await world.sql<{ verb: string }>(
      `select verb from event where subject = 'import' and subject_id = $1 order by id`,
      [id],
    )
  ).map(({ verb }) => verb)

test('a job that runs twice, one after the other or both at once, does its work once', async () => {
  const id = await take(`${a};;Et;;;;;;;;;;;;;`, `${b};;To;;;;;;;;;;;;;`)
  await birgit.call(runImport, { params: { id }, body: {} })
  await Promise.all([1, 2, 3].map(() => runs.run(reach, { importId: id })))
  await world.runJobs()
  await runs.run(reach, { importId: id })
  expect(await show(id)).toMatchObject({ state: 'done', created: 2, updated: 0, can: { undo: true } })
  expect(await eventsOf(id)).toEqual(['uploaded', 'imported'])
  await birgit.call(undoImport, { params: { id } })
  expect(await world.sql('select from own_place where cvr = any($1)', [[String(a), String(b)]])).toEqual([])
  await runs.run(reach, { importId: id })
  expect((await show(id)).state).toBe('undone')
})

test('a dry run that runs twice tells the same, changes nothing, and never touches an import that is done', async () => {
  const id = await take(`${c};;Tre;;;;;;;;;;;;;`, '12345678;;Forkert;;;;;;;;;;;;;')
  await birgit.call(tryImport, { params: { id }, body: {} })
  await Promise.all([1, 2].map(() => tries.run(reach, { importId: id })))
  expect(await show(id)).toMatchObject({ state: 'tried', created: 1, rejected: 1 })
  expect(await world.sql('select from own_place where cvr = $1', [String(c)])).toEqual([])
  expect(await world.sql('select from import_change where import_id = $1', [id])).toEqual([])
  await birgit.call(runImport, { params: { id }, body: {} })
  await Promise.all([runs.run(reach, { importId: id }), tries.run(reach, { importId: id })])
  expect(await show(id)).toMatchObject({ state: 'done', created: 1, rejected: 1 })
  await world.runJobs()
  expect(await eventsOf(id)).toEqual(['uploaded', 'imported'])
})

test('why a row did not come in is read in the reader’s own language, whoever imported it, and however long ago', async () => {
  const id = await take(`${d};;Fire;;;;;;;;;;;;;`, '1234;;Kort;;;;;;;;;;;;;')
  await birgit.call(runImport, { params: { id }, body: {} })
  await world.runJobs()
  const { rows } = await birgit.call(listImportErrors, { params: { id }, query: {} })
  expect(rows.map(({ reason }) => reason)).toEqual([expect.stringContaining('har 4 cifre')])
  const [kept] = await world.sql<{ code: string; said_values: Record<string, string> }>(
    'select code, said_values from import_error where import_id = $1',
    [id],
  )
  expect(sayReason({ code: kept?.code ?? '', values: kept?.said_values ?? {} }, 'en')).toContain('has 4 digits')
  const old = { code: 'said', values: { da: 'Som det blev sagt', en: 'As it was said' } }
  expect([sayReason(old, 'da'), sayReason(old, 'en')]).toEqual(['Som det blev sagt', 'As it was said'])
  expect(sayReason({ code: 'quote-not-closed', values: { line: 7 } }, 'en')).toMatch(/^Line 7/)
  expect(sayReason({ code: 'a_text_that_is_gone', values: {} }, 'da')).toBe('a_text_that_is_gone')
})
