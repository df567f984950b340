/** Personal numbers (CPR) in people's files are struck out where they are first seen: nowhere stored, nowhere told, in no file that goes out. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { readAll, fileOf } from '#testing/files'
import { bookOf } from '#testing/workbooks'
import { emptyRegister } from '#testing/register-files'
import { openWorld } from '#testing/world'
import { columnsOfPersons } from '../../platform/files/personal-cells.ts'
import {
  listImportErrors,
  runImport,
  showImport,
  tryImport,
  uploadCompanies,
} from '../register/company-imports.schema.ts'
import { uploadContacts } from '../school-contacts/school-contacts.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
beforeEach(() => emptyRegister(world))
const birgit = world.as('birgit')

/** Numbers that stand nowhere else, in all the ways people write them. */
const numbers = ['010175-4321', '3112994322', '1203051239', '230288 - 4324', '290299–4325', '040506 4326']
const [hyphen = '', plain = '', likeP = '', spaced = '', dash = '', blank = ''] = numbers

const everywhere = async () => {
  const tables = await world.sql<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')",
  )
  const bytes = "select convert_from(bytes, 'UTF8') as text from"
  const texts = tables.map(({ name }) => {
    const isFile = ['public.file_piece', 'public.file_original'].includes(name)
    return world.sql(isFile ? `${bytes} ${name}` : `select t::text from ${name} t`)
  })
  return JSON.stringify(await Promise.all(texts))
}
const leaked = (text: string) => numbers.filter((one) => text.includes(one) || text.includes(one.replace(/\D/g, '')))

const lines = (...rows: string[]) => `${rows.join('\r\n')}\r\n`
const csv = lines(
  `Elever hos os, spørg Jens ${hyphen}`,
  'CVR;Navn;Elevens CPR;Note',
  `99950102;Nors ${dash} A/S;${likeP};mor ${blank}`,
  `99950218;Klit ApS;${plain};ring`,
  `12345678;Forkert ${spaced};${likeP};${hyphen}`,
  `99950307;Kort;${hyphen}`,
  `I alt ${spaced};;;`,
)
const rows = csv
  .trim()
  .split('\r\n')
  .map((line) => line.split(';'))
const book = bookOf({ name: 'Ark1', rows: [...rows, ['99950404', 'Ved siden af ApS', '', '', `husk ${hyphen}`]] })

test.each([
  ['a text', csv],
  ['a workbook', book],
])('of companies, %s: not before it is run, not after, not in what is told of its rows', async (_, content) => {
  const { id, can, fileNotes, sample } = await birgit.call(
    uploadCompanies,
    { query: { name: 'elever.csv' } },
    { bytes: content },
  )
  expect(leaked(await everywhere())).toEqual([])
  expect(JSON.stringify(sample)).toContain('******-****')
  // What cannot be struck out of a file is not kept of it either.
  expect(can.readAgain).toBe(false)
  expect(fileNotes).toContainEqual(expect.stringMatching(/CPR-nummer: \d+ \(kolonne .*Elevens CPR/))
  expect(fileNotes).toContainEqual(expect.stringMatching(/Filen selv gemmes ikke/))
  await birgit.call(tryImport, { params: { id }, body: {} })
  await world.runJobs()
  expect(leaked(await everywhere())).toEqual([])
  await birgit.call(runImport, { params: { id }, body: {} })
  await world.runJobs()
  expect(await birgit.call(showImport, { params: { id } })).toMatchObject({ state: 'done' })
  const { rows: errors } = await birgit.call(listImportErrors, { params: { id }, query: { limit: 200 } })
  expect(errors.length).toBeGreaterThan(1)
  expect(leaked(JSON.stringify(errors))).toEqual([])
  expect(leaked(await everywhere())).toEqual([])
})

test('in a sheet that is not read they are told, and the workbook is not kept', async () => {
  const pupils = {
    name: 'Elever',
    rows: [
      ['Elev', 'Hold'],
      [`Mads ${hyphen}`, 'EUD'],
    ],
  }
  const workbook = bookOf(
    {
      name: 'Steder',
      rows: [
        ['CVR', 'Navn'],
        ['99950102', 'Nors A/S'],
      ],
    },
    pupils,
  )
  const { can, fileNotes } = await birgit.call(uploadCompanies, { query: { name: 'e.xlsx' } }, { bytes: workbook })
  expect(can.readAgain).toBe(false)
  expect(fileNotes).toContainEqual(expect.stringMatching(/ikke er læst.*CPR-numre: Elever/))
  expect(await world.sql('select from file_original')).toEqual([])
})

test('of a school’s contacts: neither looked at nor taken in', async () => {
  const torben = world.as('torben')
  // oxlint-disable-next-line no-await-in-loop -- looked at first, then taken in
  for (const dry of ['true', 'false'] as const)
    expect(
      leaked(JSON.stringify(await torben.call(uploadContacts, { query: { name: 'k.csv', dry } }, { bytes: csv }))),
    ).toEqual([])
  expect(leaked(await everywhere())).toEqual([])
})

test('numbers that are none stay: P-numbers, CVR numbers, phones, dates', async () => {
  const cells = [
    '1003456789',
    '1 003 456 789',
    '99950102',
    '+4520123456',
    '0045 20 12 34 56',
    '31-12-2026',
    '2809415608am22906ro2',
  ]
  const { good, problems } = await readAll(
    fileOf(lines('A;B;C;D;E;F;G', cells.join(';'), cells.join(';'), cells.join(';'))),
  )
  expect(good.map((row) => row.cells)).toEqual([cells, cells, cells])
  expect(problems).toEqual([])
  const pNumbers = ['1003456789', '1105123456', '1212991234', '1310000001'].map((one) => [one])
  expect(columnsOfPersons(['Nr.'], pNumbers)).toEqual([])
  expect(columnsOfPersons(['Nr.'], [...pNumbers.slice(1, 3), ['2002064324'], ['101051233']])).toEqual([0])
})
