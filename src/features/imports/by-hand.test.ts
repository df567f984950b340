/** What was guessed of a file is put right by hand: other headings, another sheet, another encoding; a choice that does not fit is told. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { bookOf } from '#testing/workbooks'
import { emptyRegister, registerCompany } from '#testing/register-files'
import { openWorld } from '#testing/world'
import { importClassFile } from '../catalogue/catalogue.schema.ts'
import { listCompanies } from '../companies/companies.schema.ts'
import {
  readImportAgain,
  runImport,
  showImport,
  tryImport,
  uploadCompanies,
} from '../register/company-imports.schema.ts'
import { uploadContacts } from '../school-contacts/school-contacts.schema.ts'
import type { ByHand } from '#platform/files/reading.schema'

const world = await openWorld()
afterAll(() => world.close())
beforeEach(() => emptyRegister(world))
const birgit = world.as('birgit')
const torben = world.as('torben')

const lines = (...rows: string[]) => `${rows.join('\r\n')}\r\n`
const upload = (content: string | Buffer) =>
  birgit.call(uploadCompanies, { query: { name: 'liste.csv' } }, { bytes: content })
const readAgain = (id: number, body: ByHand) => birgit.call(readImportAgain, { params: { id }, body })
const refused = (sentence: RegExp) => ({
  ...{ code: 'file-refused', status: 422 },
  problem: { title: expect.stringMatching(sentence) as string },
})
const kept = async () => (await world.sql<{ n: number }>('select count(*)::int n from file_original'))[0]?.n

/** Two rows of headings-like words: the guess takes the first of them. */
const twoLists = lines(
  'CVR;Navn;By',
  '99950102;Gammel ApS;Thisted',
  '',
  'Nr.;CVR-nr.;Firma;Telefon',
  '1;99950218;Ny ApS;36154500',
)
const book = bookOf(
  {
    name: 'Aktive',
    rows: [
      ['CVR', 'Navn'],
      ['99950102', 'Aktiv ApS'],
    ],
  },
  {
    name: 'Tidligere',
    rows: [
      ['CVR', 'Firma', 'By'],
      ['99950218', 'Tidligere ApS', 'Skive'],
    ],
  },
)
const smørrebrød = Buffer.from('CVR;Navn\r\n99950102;Sm\xf8rrebr\xf8d ApS\r\n', 'latin1')

describe('companies', () => {
  test('what was guessed is told: the line of the headings, what else could be, the sheets, the encoding', async () => {
    const { reading, can } = await upload(twoLists)
    expect(can.readAgain).toBe(true)
    expect(reading).toMatchObject({ heading: 1, encoding: 'utf-8', sheets: [], byHand: {} })
    expect(reading?.top.map(({ line, text }) => `${line} ${text}`)).toContain('4 Nr. · CVR-nr. · Firma · Telefon')
    const sheets = await upload(book)
    expect(sheets.reading).toMatchObject({ sheets: ['Aktive', 'Tidligere'], read: ['Aktive'], encoding: null })
    expect((await upload(smørrebrød)).reading).toMatchObject({ encoding: 'windows-1252' })
  })

  test('headings in another line: columns are guessed anew, what stands above is told, and the rows below come in', async () => {
    const { id } = await upload(twoLists)
    await birgit.call(tryImport, { params: { id }, body: {} })
    await world.runJobs()
    const again = await readAgain(id, { heading: 4 })
    expect(again).toMatchObject({
      ...{ state: 'uploaded', header: ['Nr.', 'CVR-nr.', 'Firma', 'Telefon'], rowsTotal: 1, rejected: 0 },
      ...{ mapping: { cvr: 1, name: 2, phone: 3 }, reading: { heading: 4, byHand: { heading: 4 } } },
    })
    expect(again.fileNotes).toEqual([expect.stringMatching(/^Linje 4: .*Gammel ApS/)])
    await birgit.call(runImport, { params: { id }, body: {} })
    await world.runJobs()
    const done = await birgit.call(showImport, { params: { id } })
    expect(done).toMatchObject({
      state: 'done',
      created: 1,
      reading: { byHand: { heading: 4 } },
      can: { readAgain: false },
    })
    const { rows } = await birgit.call(listCompanies, { query: { limit: 10 } })
    expect(rows.map(({ name }) => name)).toEqual(['Ny ApS'])
  })

  test('no headings: the first line is a row, and columns have letters', async () => {
    const { id } = await upload(lines('CVR;Navn', '99950102;A ApS'))
    const again = await readAgain(id, { heading: 0 })
    expect(again).toMatchObject({ header: ['A', 'B'], rowsTotal: 2, reading: { heading: 0 } })
    expect(again.fileNotes).toEqual([expect.stringMatching(/ingen overskrifter/)])
    // Left out again it is guessed again.
    expect(await readAgain(id, {})).toMatchObject({ header: ['CVR', 'Navn'], rowsTotal: 1, reading: { heading: 1 } })
  })

  test('headings below the lines that are looked at, of a text and of a workbook', async () => {
    const talk = Array.from({ length: 60 }, (_, at) => `Punkt ${at + 1} på dagsordenen blev drøftet`)
    const text = await upload(lines(...talk, 'CVR;Navn', '99950102;A ApS'))
    expect(await readAgain(text.id, { heading: 61 })).toMatchObject({ mapping: { cvr: 0, name: 1 }, rowsTotal: 1 })
    const rows = [...talk.map((one) => [one]), ['CVR', 'Navn'], ['99950102', 'A ApS']]
    const workbook = await upload(bookOf({ name: 'Referat', rows }))
    expect(await readAgain(workbook.id, { heading: 61 })).toMatchObject({ mapping: { cvr: 0, name: 1 }, rowsTotal: 1 })
  })

  test('another sheet, which is read alone', async () => {
    const { id } = await upload(book)
    const again = await readAgain(id, { sheet: 'Tidligere' })
    expect(again).toMatchObject({ header: ['CVR', 'Firma', 'By'], reading: { read: ['Tidligere'] } })
    expect(again.sample).toEqual([['99950218', 'Tidligere ApS', 'Skive']])
    expect(again.fileNotes).toEqual([expect.stringMatching(/ikke er læst: Aktive/)])
  })

  test('another encoding', async () => {
    const mac = Buffer.from('CVR;Navn\r\n99950102;Sm\xbfrrebr\xbfd ApS\r\n', 'latin1')
    const { id, sample } = await upload(mac)
    expect(sample[0]?.[1]).toBe('Smørrebrød ApS')
    expect((await readAgain(id, { encoding: 'windows-1252' })).sample[0]?.[1]).toBe('Sm¿rrebr¿d ApS')
    const back = await readAgain(id, { encoding: 'macintosh' })
    expect(back).toMatchObject({ sample: [['99950102', 'Smørrebrød ApS']], fileNotes: [] })
  })

  test.each<[what: string, content: string | Buffer, chosen: ByHand, sentence: RegExp]>([
    ['a line that is not there', twoLists, { heading: 99 }, /ingenting i linje 99,.*første 1\.000/],
    ['an empty line', twoLists, { heading: 3 }, /ingenting i linje 3,/],
    ['a line too far down', twoLists, { heading: 9999 }, /ingenting i linje 9999,/],
    ['a line that is not there, of a workbook', book, { heading: 9999 }, /ingenting i linje 9999,/],
    ['a sheet that is not there', book, { sheet: 'Ark7' }, /fane, der hedder "Ark7".*Aktive, Tidligere/],
    ['a sheet of a text', twoLists, { sheet: 'Ark1' }, /ikke et regneark/],
    ['an encoding of a workbook', book, { encoding: 'macintosh' }, /ingen tegnkodning at vælge/],
    ['UTF-8 where it is not', smørrebrød, { encoding: 'utf-8' }, /^Linje 2: .*ikke kan læses som UTF-8/],
    [
      'Windows-1252 where it cannot be',
      Buffer.from('CVR;Navn\nSm\x9d', 'latin1'),
      { encoding: 'windows-1252' },
      /^Linje 2: /,
    ],
    [
      'another than UTF-16',
      Buffer.from('\uFEFFCVR;Navn\n99950102;A', 'utf16le'),
      { encoding: 'ibm850' },
      /^Linje 1: .*DOS/,
    ],
    ['another than its mark says', '\uFEFFCVR;Navn\n99950102;Å', { encoding: 'macintosh' }, /^Linje 1: .*MacRoman/],
  ])('%s is a sentence, and the file stays as it was read before', async (_, content, chosen, sentence) => {
    const before = await upload(content)
    await expect(readAgain(before.id, chosen)).rejects.toMatchObject(refused(sentence))
    expect(await birgit.call(showImport, { params: { id: before.id } })).toEqual(before)
  })

  test('documents have nothing to choose; what is over is not read again; nothing of the file is kept when it is done', async () => {
    const documents = await upload(JSON.stringify(registerCompany(99950102, 'A ApS')))
    expect(documents).toMatchObject({ reading: null, can: { readAgain: false } })
    await expect(readAgain(documents.id, { heading: 2 })).rejects.toMatchObject(refused(/ikke en tabel/))
    expect(await kept()).toBe(0)
    const { id } = await upload(twoLists)
    expect(await kept()).toBe(1)
    await birgit.call(runImport, { params: { id }, body: {} })
    await world.runJobs()
    expect(await kept()).toBe(0)
    await expect(readAgain(id, { heading: 4 })).rejects.toMatchObject({ code: 'import-over' })
  })

  test('two at once, one reads it again and one runs it: what comes in is one of the two, whole', async () => {
    const { id } = await upload(twoLists)
    const both = await Promise.allSettled([
      readAgain(id, { heading: 4 }),
      birgit.call(runImport, { params: { id }, body: {} }),
    ])
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
    await world.runJobs()
    const { state, header, rowsTotal, created, rejected } = await birgit.call(showImport, { params: { id } })
    if (state === 'done') expect(created + rejected).toBe(rowsTotal)
    else expect(header[0]).toBe('Nr.')
  })
})

describe('contact lists and classes', () => {
  const look = (content: string | Buffer, chosen: Record<string, unknown> = {}) =>
    torben.call(uploadContacts, { query: { name: 'k.csv', dry: 'true', ...chosen } }, { bytes: content })

  test('a contact list is read as it is said, looked at and taken in alike', async () => {
    expect(await look(twoLists)).toMatchObject({ reading: { heading: 1, byHand: {} } })
    const chosen = { heading: 4 }
    expect(await look(twoLists, chosen)).toMatchObject({ created: 1, columns: { cvr: 1 }, reading: { byHand: chosen } })
    const query = { name: 'k.csv', ...chosen }
    expect(await torben.call(uploadContacts, { query }, { bytes: twoLists })).toMatchObject({ created: 1 })
    expect(await look(book, { sheet: 'Tidligere' })).toMatchObject({ reading: { read: ['Tidligere'] } })
    await expect(look(book, { sheet: 'Ark7' })).rejects.toMatchObject(refused(/Ark7/))
    await expect(look(twoLists, { heading: 9999 })).rejects.toMatchObject(refused(/linje 9999/))
    await expect(look(smørrebrød, { encoding: 'utf-8' })).rejects.toMatchObject(refused(/UTF-8/))
  })

  test('so are classes', async () => {
    const names = 'kviknummer;holdTitle;institution;startDate;link'
    const row = '751401hold1;Løft;EUC Nordvest;2027-01-11;https://x.dk/uddannelser/amu/?subject_code=22906&type=amu'
    const bring = (chosen: Record<string, unknown>) =>
      birgit.call(
        importClassFile,
        { query: { name: 'hold.csv', dryRun: 'true', ...chosen } },
        { bytes: Buffer.from(`${names}\r\n${row}\r\n`, 'latin1') },
      )
    expect(await bring({})).toMatchObject({ created: 1, reading: { heading: 1, encoding: 'windows-1252' } })
    expect(await bring({ encoding: 'ibm850' })).toMatchObject({ created: 1, reading: { encoding: 'ibm850' } })
    // Nobody's number, though it looks like one.
    const like = row.replace('751401hold1', '2809415608')
    const query = { name: 'hold.csv' }
    await birgit.call(importClassFile, { query }, { bytes: `${names}\r\n${like}\r\n` })
    expect(await world.sql("select from class where quick_number = '2809415608'")).toHaveLength(1)
    await expect(bring({ heading: 9999 })).rejects.toMatchObject(refused(/linje 9999/))
    await expect(bring({ encoding: 'utf-8' })).rejects.toMatchObject(refused(/UTF-8/))
  })
})
