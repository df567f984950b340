import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { openWorld } from '#testing/world'
import {
  listContactUploads,
  listSchoolContacts,
  listUploadErrors,
  undoContactUpload,
  uploadContacts,
} from './school-contacts.schema.ts'
import { makeContactList } from '../lists/lists.schema.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { drawList } from '../lists/draw.schema.ts'
import { listHeardCompanies, showHearing, startHearing } from '../hearings/hearings.schema.ts'
import { strikeCertain } from '../hearings/strikes.schema.ts'

type World = Awaited<ReturnType<typeof openWorld>>
type Who = Parameters<World['as']>[0]
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const upload = (
  who: Who,
  text: string | Uint8Array,
  query: Partial<{ name: string; dry: 'true'; replace: 'true'; columns: string }> = {},
) => world.as(who).call(uploadContacts, { query: { name: 'kontakter.csv', ...query } }, { bytes: text })
const contacts = async (who: Who) => (await world.as(who).call(listSchoolContacts, { query: {} })).rows
const head = 'Virksomhed;CVR-nr.;P-nr.;Telefon;E-mail;Kontaktperson;Vores medarbejder;Bemærkning\r\n'

describe('a school’s contact list', () => {
  test('comes in with numbers written in every way, and says by line and column what was left out', async () => {
    const known = await world.company({ name: 'Holm Køl & Frost A/S' })
    const cvr = known.cvr.replace(/(..)(?=.)/g, '$1 ')
    const done = await upload(
      'torben',
      `${head}Holms fryselager;${cvr};;70 00 41 12;bogholderi@HOLM-koel.dk;Ulla Holm;Anette Bro;Talte om en elevplads\r\nFejl ApS;12345678;;ring bare;ikke en mail;;;\r\n;;;;;;;\r\n;;;;;Bo;;\r\nDK Smed;DK${known.cvr};;+45 70004112;;;;\r\n`,
    )
    expect(done).toMatchObject({
      created: 3,
      rejected: 1,
      unchanged: 0,
      columns: { name: 0, cvr: 1, pNumber: 2, phone: 3, email: 4, contactPerson: 5, knows: 6, note: 7 },
    })
    expect(done.errors.map((error) => [error.line, error.column, error.rejected])).toEqual([
      [3, 'CVR-nr.', false],
      [3, 'Telefon', false],
      [3, 'E-mail', false],
      [5, null, true],
    ])
    expect(await contacts('anne')).toContainEqual(
      expect.objectContaining({
        name: 'Holms fryselager',
        cvr: known.cvr,
        phone: '70004112',
        email: 'bogholderi@holm-koel.dk',
        contactPerson: 'Ulla Holm',
        knows: 'Anette Bro',
      }),
    )
    const errors = await world.as('torben').call(listUploadErrors, { params: { id: done.id ?? 0 }, query: {} })
    expect(errors.rows).toHaveLength(4)
  })

  test('the same file again changes nothing; the same row twice is one', async () => {
    const file = `${head}Dobbelt ApS;;;86 12 34 56;;;;\r\nDobbelt ApS;;;86123456;;;;\r\n`
    expect(await upload('vibeke', file)).toMatchObject({ created: 1, unchanged: 1 })
    expect(await upload('vibeke', file)).toMatchObject({ created: 0, unchanged: 2 })
    expect(await contacts('ali')).toHaveLength(1)
  })

  test('a dry run says the same and changes nothing', async () => {
    const before = await contacts('vibeke')
    expect(
      await upload('vibeke', `${head}Prøve ApS;;;86 99 99 99;;;;\r\n`, { dry: 'true', replace: 'true' }),
    ).toMatchObject({
      id: null,
      created: 1,
      replaced: 1,
      sample: [['Prøve ApS', '', '', '86 99 99 99', '', '', '', '']],
    })
    expect(await contacts('vibeke')).toEqual(before)
  })

  test('replacing takes the others’ place, and undoing brings them back; the newest is undone first', async () => {
    await upload('lars', `${head}Gammel ApS;;;86 00 00 01;;;;\r\nBliver ApS;;;86 00 00 02;;;;\r\n`)
    const second = await upload('pia', `${head}Bliver ApS;;;86 00 00 02;;;;\r\nNy ApS;;;86 00 00 03;;;;\r\n`, {
      replace: 'true',
    })
    expect(second).toMatchObject({ created: 1, unchanged: 1, replaced: 1 })
    expect((await contacts('lars')).map((row) => row.name)).toEqual(['Bliver ApS', 'Ny ApS'])
    const [newest, oldest] = (await world.as('lars').call(listContactUploads)).rows
    expect(newest?.can.undo).toBe(true)
    const undo = (id = 0) => world.as('lars').call(undoContactUpload, { params: { id } })
    await expect(undo(oldest?.id)).rejects.toMatchObject({ code: 'newer-upload' })
    await undo(newest?.id)
    expect((await contacts('lars')).map((row) => row.name)).toEqual(['Bliver ApS', 'Gammel ApS'])
    await expect(undo(newest?.id)).rejects.toMatchObject({ code: 'import-undone' })
  })

  test('headings that say nothing: numbers and addresses are known by the cells, names are chosen', async () => {
    const { cvr } = await world.company()
    const file = `A;B;C\r\nFirma Et;${cvr};bo@firma-et.dk\r\nFirma To;${cvr};eva@firma-to.dk\r\n`
    expect((await upload('lars', file, { dry: 'true' })).columns).toEqual({ cvr: 1, email: 2 })
    expect(await upload('lars', file, { columns: JSON.stringify({ name: 0, cvr: 1, email: 2 }) })).toMatchObject({
      created: 2,
    })
    await expect(upload('lars', 'A;B\r\nx;y\r\n')).rejects.toMatchObject({ code: 'columns-not-chosen' })
    await expect(upload('lars', file, { columns: '{nonsense' })).rejects.toMatchObject({ code: 'wrong-input' })
  })

  test('bad files are refused in a sentence, and lose nothing', async () => {
    const before = await contacts('lars')
    await expect(upload('lars', '')).rejects.toMatchObject({
      code: 'file-refused',
      problem: { title: expect.stringMatching(/Filen er tom/) },
    })
    await expect(upload('lars', '%PDF-1.7 ...')).rejects.toMatchObject({ code: 'file-refused' })
    await expect(upload('lars', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]))).rejects.toMatchObject({
      code: 'file-refused',
    })
    expect(await contacts('lars')).toEqual(before)
  })

  test('Windows-1252, UTF-16 and a quote that is never closed', async () => {
    const latin = Buffer.from('Virksomhed;Telefon\r\nSmørrebrød på Åen;86 77 00 01\r\n', 'latin1')
    await upload('lars', latin, { replace: 'true' })
    expect((await contacts('lars'))[0]?.name).toBe('Smørrebrød på Åen')
    const utf16 = Buffer.from('\uFEFFVirksomhed\tTelefon\r\nÆblegården\t86 77 00 02\r\n', 'utf16le')
    await upload('lars', utf16, { replace: 'true' })
    expect((await contacts('lars'))[0]?.name).toBe('Æblegården')
    const broken = await upload(
      'lars',
      'Virksomhed;Telefon\r\nGod ApS;86 77 00 03\r\n"Åben;86 77 00 04\r\nOgså god;86 77 00 05\r\n',
      { replace: 'true' },
    )
    expect(broken.created).toBeGreaterThanOrEqual(1)
    expect(broken.errors.map((error) => error.line)).toContain(3)
  })
})

describe('recognising', () => {
  test('proposes what has the same CVR, P-number, phone or own domain, each with its reason; a free mailbox says nothing', async () => {
    const municipality = 420
    const byCvr = await world.company({ name: 'A Cvr ApS', municipality, phone: null, email: null })
    const byPhone = await world.company({ name: 'B Telefon ApS', municipality, phone: '70004199', email: null })
    await world.company({ name: 'C Domæne ApS', municipality, phone: null, email: 'info@holm-koel.dk' })
    await world.company({ name: 'D Gmail', municipality, phone: null, email: 'd@gmail.com' })
    const byP = await world.company({ name: 'E Sted', municipality, kind: 'workplace', phone: null, email: null })
    await world.company({ name: 'F Egen skole', municipality, phone: null, email: 'f@sosufjordby.example' })
    await upload(
      'lars',
      `${head}Cvr;${byCvr.cvr};;;;;;\r\nTlf;;;70 00 41 99;;Ulla;;Elev siden august\r\nDom;;;;bo@holm-koel.dk;;;\r\nGm;;;;x@gmail.com;;;\r\nSted;;${byP.pNumber};;;;;\r\nOs;;;;pia@sosufjordby.example;;;\r\n`,
      { replace: 'true' },
    )
    const { id: listId } = await world.as('birgit').call(makeContactList, {
      body: { name: 'Genkend', criteria: z.parse(Criteria, { municipalities: [municipality] }) },
    })
    await world.as('birgit').call(drawList, { params: { id: listId } })
    const id =
      (
        await world
          .as('birgit')
          .call(startHearing, { params: { id: listId }, body: { date: '2026-12-01', time: '16:00' } })
      ).hearing?.id ?? 0
    const known = await world.as('pia').call(listHeardCompanies, { params: { id }, query: { known: 'true' } })
    expect(
      known.rows
        .map((row) => [row.name, row.reasons, row.certain] as const)
        .toSorted((a, b) => a[0].localeCompare(b[0])),
    ).toEqual([
      ['A Cvr ApS', [{ by: 'cvr', value: byCvr.cvr }], true],
      ['B Telefon ApS', [{ by: 'phone', value: '70004199' }], false],
      ['C Domæne ApS', [{ by: 'domain', value: 'holm-koel.dk' }], false],
      ['E Sted', [{ by: 'p-number', value: byP.pNumber }], true],
    ])
    // Those that somebody must look at come first.
    expect(known.rows.map((row) => row.certain)).toEqual([false, false, true, true])
    expect(known.rows.find((row) => row.companyId === byPhone.id)?.contact).toMatchObject({
      name: 'Tlf',
      contactPerson: 'Ulla',
      note: 'Elev siden august',
    })
    const unknown = await world.as('pia').call(listHeardCompanies, { params: { id }, query: { known: 'false' } })
    expect(unknown.rows.map((row) => row.name)).toEqual(['D Gmail', 'F Egen skole'])
    const strikeSeen = (...companyIds: number[]) =>
      world.as('pia').call(strikeCertain, { params: { id }, body: { companyIds } })
    // Only what was seen, and of that only what is certain.
    expect(await strikeSeen(byCvr.id, byPhone.id)).toEqual({ companyIds: [byCvr.id] })
    expect(await strikeSeen(byCvr.id, byP.id)).toEqual({ companyIds: [byP.id] })
    expect(await strikeSeen(byCvr.id, byP.id)).toEqual({ companyIds: [] })
    expect((await world.as('lars').call(showHearing, { params: { id } })).counts).toEqual({
      total: 6,
      known: 4,
      unknown: 2,
      struck: 2,
      keptOnList: 0,
      knownLeft: 2,
      certainLeft: 0,
    })
    const csv = await (await world.as('lars').fetch(`/api/hearings/${id}/companies.csv?known=true`)).text()
    expect(csv).toContain('Samme domæne holm-koel.dk')
  })
})
