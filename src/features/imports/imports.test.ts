import { sql } from 'kysely'
import { openWorld } from '#testing/world'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { importCompanies } from '../register/register.ts'
import {
  listImportErrors,
  listImports,
  runImport,
  showImport,
  tryImport,
  undoImport,
  uploadCompanies,
} from '../register/company-imports.schema.ts'
import { csv, cvrs, emptyRegister, registerCompany, registerWorkplace, searchAnswer } from '#testing/register-files'

const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')
beforeEach(() => emptyRegister(world))

const bytesOf = (content: string | Buffer) => ({
  async *[Symbol.asyncIterator]() {
    yield Buffer.from(content as string)
  },
})
type More = { dryRun?: boolean; mapping?: Record<string, number>; name?: string }
const bring = (content: string | Buffer, { name = 'fil', ...more }: More = {}) =>
  importCompanies({ in: (work) => world.inside('birgit', work) }, { name, bytes: bytesOf(content), ...more })
/** As the centre knows it, under the columns' names. */
const places = () =>
  world.inside('birgit', async (ctx) => {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(c) as row from company_place c order by c.cvr, c.p_number`.execute(ctx.db)
    return rows.map(({ row }) => row)
  })
const company = async (cvr: number) =>
  (await places()).find((row) => row['cvr'] === String(cvr) && row['kind'] === 'company')
const everything = async () => JSON.stringify(await places())
const [a, b, c, d, e] = cvrs
const upload = (content: string | Buffer, name = 'fil.csv') =>
  birgit.call(uploadCompanies, { query: { name } }, { bytes: content })

describe('the register', () => {
  test('companies and workplaces go in from search answers, lists, bare documents and lines', async () => {
    expect(
      await bring(searchAnswer(registerCompany(a, 'Jensen Smede ApS'), registerWorkplace(1020895337, a, 'Værkstedet'))),
    ).toMatchObject({ created: 2, rejected: 0 })
    expect(await bring(JSON.stringify([registerCompany(b, 'Bageri Lund ApS')]))).toMatchObject({ created: 1 })
    expect(await bring(JSON.stringify(registerCompany(c, 'Nordfjord Plast A/S')))).toMatchObject({ created: 1 })
    expect(
      await bring([registerCompany(d, 'D'), registerCompany(e, 'E')].map((one) => JSON.stringify(one)).join('\n')),
    ).toMatchObject({ created: 2 })
    expect(await company(a)).toMatchObject({
      name: 'Jensen Smede ApS',
      street: 'Havnegade 14B, 1. tv',
      postal_code: '8700',
      municipality: 615,
      industry: '251100',
      form: 'ApS',
      phone: '76112233',
      protected: false,
    })
  })
  test('importing the same again changes nothing', async () => {
    const file = searchAnswer(registerCompany(a, 'A'), registerCompany(b, 'B'))
    await bring(file)
    const before = await everything()
    expect(await bring(file)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
    expect(await everything()).toBe(before)
  })
  test('a newer version changes, an older one does not, in whatever order they come', async () => {
    const old = registerCompany(a, 'Gammelt navn', { sidstOpdateret: '2024-06-01T10:00:00.000+02:00' })
    const young = registerCompany(a, 'Nyt navn', { sidstOpdateret: '2025-06-01T10:00:00.000+02:00' })
    await bring(JSON.stringify(old))
    expect(await bring(JSON.stringify(young))).toMatchObject({ updated: 1 })
    expect(await bring(JSON.stringify(old))).toMatchObject({ unchanged: 1 })
    expect(await company(a)).toMatchObject({ name: 'Nyt navn' })
    expect(await bring(searchAnswer(young, old))).toMatchObject({ unchanged: 2 })
  })
  test('two versions in one file: one company, the newer wins', async () => {
    const file = searchAnswer(
      registerCompany(a, 'Nyt', { sidstOpdateret: '2025-06-01T10:00:00.000+02:00' }),
      registerCompany(a, 'Gammelt'),
    )
    expect(await bring(file)).toMatchObject({ created: 1, unchanged: 1 })
    expect(await company(a)).toMatchObject({ name: 'Nyt' })
  })
  test('a version between two that say the same cannot win later', async () => {
    await bring(JSON.stringify(registerCompany(a, 'Navn', { sidstOpdateret: '2024-06-01T10:00:00.000+02:00' })))
    await bring(JSON.stringify(registerCompany(a, 'Navn', { sidstOpdateret: '2026-06-01T10:00:00.000+02:00' })))
    expect(
      await bring(
        JSON.stringify(registerCompany(a, 'Mellemnavn', { sidstOpdateret: '2025-06-01T10:00:00.000+02:00' })),
      ),
    ).toMatchObject({ unchanged: 1 })
  })
  test('a closed company comes in and is flagged', async () => {
    await bring(
      JSON.stringify(
        registerCompany(a, 'Lukket ApS', {
          livsforloeb: [{ periode: { gyldigFra: '2010-01-01', gyldigTil: '2020-06-30' } }],
        }),
      ),
    )
    expect(await company(a)).toMatchObject({ closed_on: '2020-06-30' })
  })
  test('owners, directors and secret contact data are nowhere in the database, also before the import is run', async () => {
    const secret = [
      { kontaktoplysning: '99887766', hemmelig: true, periode: { gyldigFra: '2015-01-01', gyldigTil: null } },
    ]
    const mails = [
      {
        kontaktoplysning: 'privat@skjult.example',
        hemmelig: true,
        periode: { gyldigFra: '2015-01-01', gyldigTil: null },
      },
    ]
    const file = JSON.stringify(registerCompany(a, 'Jensen', { telefonNummer: secret, elektroniskPost: mails }))
    const everywhere = async () => {
      const tables = await world.sql<{ name: string }>(
        "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')",
      )
      const all: object[] = []
      for (const { name } of tables)
        all.push(
          await world.sql(
            name === 'public.file_piece'
              ? "select convert_from(bytes, 'UTF8') as text from file_piece"
              : `select t::text from ${name} t`,
          ),
        )
      return JSON.stringify(all)
    }
    const { id } = await upload(file, 'cvr.json')
    expect(await everywhere()).toContain('Jensen')
    expect(await everywhere()).not.toMatch(/99887766|privat@skjult|Direktørsen|Hemmelig Person/)
    await birgit.call(runImport, { params: { id }, body: {} })
    await world.runJobs()
    expect(await everywhere()).not.toMatch(/99887766|privat@skjult|Direktørsen|Hemmelig Person/)
  })
  test('when a phone becomes secret it goes from our copy', async () => {
    await bring(JSON.stringify(registerCompany(a, 'A')))
    await bring(
      JSON.stringify(
        registerCompany(a, 'A', {
          telefonNummer: [
            { kontaktoplysning: '76112233', hemmelig: true, periode: { gyldigFra: '2015-01-01', gyldigTil: null } },
          ],
          sidstOpdateret: '2025-01-01T00:00:00.000+01:00',
        }),
      ),
    )
    expect(await company(a)).toMatchObject({ phone: null })
  })
  test('the description of the fields, a person and other JSON are refused with a sentence', async () => {
    await expect(upload(JSON.stringify({ mappings: { _doc: {} } }))).rejects.toMatchObject({
      code: 'file-refused',
      status: 422,
      problem: { title: expect.stringContaining('registrets felter') },
    })
    await expect(upload(JSON.stringify({ Vrdeltagerperson: {} }))).rejects.toMatchObject({ code: 'file-refused' })
    await expect(upload('{"hits": {"total": 0, "hits": []}}')).rejects.toMatchObject({ code: 'file-refused' })
    expect(await world.sql('select from import')).toHaveLength(0)
  })
  test('a document that is broken off is named by line; what stands before it goes in', async () => {
    const file = `${JSON.stringify(registerCompany(a, 'A'))}\n${JSON.stringify(registerCompany(12345678, 'Forkert'))}\n{"Vrvirksomhed": {"cvrNummer": `
    const result = await bring(file)
    expect(result).toMatchObject({ created: 1, rejected: 2 })
    expect(result.errors.map(({ line, column }) => [line, column])).toEqual([
      [2, 'cvrNummer'],
      [3, null],
    ])
  })
})

describe('lists from Excel', () => {
  const row = `${a};;Jensen Smede ApS;Havnegade 14;8700;Horsens;HORSENS;251100;Smedjer;ApS;28;20-49;Nej;01-03-2014;76 11 22 33;post@jensen.example`
  test('the same from UTF-8, Windows-1252 and UTF-16', async () => {
    const text = csv(row.replace('Jensen', 'Østergård'))
    expect(await bring(text)).toMatchObject({ created: 1, rejected: 0 })
    const before = await everything()
    expect(before).toContain('Østergård')
    expect(await bring(Buffer.from(text.slice(1), 'latin1'))).toMatchObject({ unchanged: 1 })
    expect(await bring(Buffer.from(text, 'utf16le'))).toMatchObject({ unchanged: 1 })
    expect(await everything()).toBe(before)
  })
  test('numbers written in every way, and codes without their leading zeros', async () => {
    const rows = [
      `30 11 24 07;;A;;800;;;11100;;;;;;;;`,
      `DK${b};;B;;;;;;;;;;;;;`,
      `${c}.0;;C;;;;;;;;;;;;;`,
      `${d};1020895337;D;;;;;;;;ANTAL_20_49;;1;;+45 36 15 45 00;`,
    ]
    expect(await bring(csv(...rows))).toMatchObject({ created: 4, rejected: 0 })
    expect(await company(a)).toMatchObject({ postal_code: '0800', industry: '011100' })
    expect((await places()).find((row) => row['p_number'] === '1020895337')).toMatchObject({
      phone: '36154500',
      employees_from: 20,
      protected: true,
    })
  })
  test('good rows in, bad rows by line and column with the reason', async () => {
    const text = csv(
      row,
      `12345678;;Forkert;;;;;;;;;;;;;`,
      `;;Uden nummer;;;;;;;;;;;;;`,
      `${b};;Skæv dato;;;;;;;;;;;31-02-2020;;`,
      `${c};;For få felter`,
      `${d};;"Aldrig lukket;;;;;;;;;;;;;`,
      `${e};;Den sidste;;;;;;;;;;;;;`,
    )
    const result = await bring(text)
    expect(result).toMatchObject({ created: 3, rejected: 4 })
    expect(result.errors.map(({ line, column }) => [line, column])).toEqual([
      [3, 'CVR-nr.'],
      [4, 'CVR-nr.'],
      [5, 'Startdato'],
      [6, null],
      [7, null],
    ])
    expect(result.errors[0]?.reason).toContain('kontrolcifferet')
    expect(await company(e)).toMatchObject({ name: 'Den sidste' })
  })
  test('an empty file, only headings, a picture: each is refused with a sentence', async () => {
    await expect(upload('')).rejects.toMatchObject({
      code: 'file-refused',
      problem: { title: expect.stringContaining('tom') },
    })
    await expect(upload(csv())).rejects.toMatchObject({ code: 'file-refused' })
    await expect(upload(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6]))).rejects.toMatchObject({
      code: 'file-refused',
    })
  })
  test('without a column of CVR numbers nothing is run until somebody names it', async () => {
    const { id, mapping } = await upload(`Nummer;Navn\r\n1;A\r\n2;B\r\n`)
    expect(mapping).toEqual({ name: 1 })
    await expect(birgit.call(runImport, { params: { id }, body: {} })).rejects.toMatchObject({
      code: 'columns-not-chosen',
    })
  })
  test('the same row twice is one company', async () => {
    expect(await bring(csv(row, row))).toMatchObject({ created: 1, unchanged: 1 })
  })
  test('only what the file has is changed, and an empty cell wipes nothing out', async () => {
    await bring(csv(row))
    expect(await bring(`CVR;Navn;Telefon\r\n${a};Jensen Smede A/S;\r\n`)).toMatchObject({ updated: 1 })
    expect(await company(a)).toMatchObject({
      name: 'Jensen Smede A/S',
      phone: '76112233',
      employees: 28,
      street: 'Havnegade 14',
    })
  })
  test('a new interval does not leave the old number standing', async () => {
    await bring(csv(row))
    await bring(`CVR;Ansatte\r\n${a};5-9\r\n`)
    expect(await company(a)).toMatchObject({ employees: null, employees_from: 5, employees_to: 9 })
  })
  test('of a company in the register a list says how to reach it; the rest the register says, whatever date the list gives', async () => {
    await bring(JSON.stringify(registerCompany(a, 'Registrets navn')))
    const list = `CVR;Navn;E-mail;Telefon;Sidst opdateret\r\n${a};Listens navn;post@jensen.example;20304050;01-02-2026\r\n`
    expect(await bring(list)).toMatchObject({ updated: 1 })
    const reached = { name: 'Registrets navn', email: 'post@jensen.example', phone: '20304050' }
    expect(await company(a)).toMatchObject(reached)
    expect(await bring(JSON.stringify(registerCompany(a, 'Registrets navn')))).toMatchObject({ unchanged: 1 })
    expect(await company(a)).toMatchObject(reached)
  })
  test('a list that says when it was changed is not overwritten by an older list', async () => {
    const list = (name: string, day: string) => `CVR;Navn;Sidst opdateret\r\n${a};${name};${day}\r\n`
    expect(await bring(list('Et navn', '01-02-2024'))).toMatchObject({ created: 1 })
    expect(await bring(list('Nyere navn', '01-02-2026'))).toMatchObject({ updated: 1 })
    expect(await bring(list('Ældre navn', '01-02-2023'))).toMatchObject({ unchanged: 1 })
    expect(await company(a)).toMatchObject({ name: 'Nyere navn' })
  })
})

test('what the list exports, as CSV and as a workbook, comes in again and changes nothing', async () => {
  await bring(
    csv(
      `${a};;Østergaard Emballage ApS;Havnegade 14;0800;Høje Taastrup;HORSENS;011100;Smedjer;ApS;28;20-49;Ja;;76 11 22 33;post@jensen.example`,
      `${b};1020895337;Værkstedet;;;;;;;;;1000+;Nej;;;`,
    ),
  )
  const before = await everything()
  for (const file of ['companies.csv', 'companies.xlsx']) {
    const content = Buffer.from(await (await birgit.fetch(`/api/${file}`)).arrayBuffer())
    expect(await bring(content, { name: file })).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 0 })
  }
  expect(await everything()).toBe(before)
})

describe('protection against advertising', () => {
  const isProtected = async () => (await company(a))?.['protected']
  test('is set by a file that says so and never cleared by one that is silent', async () => {
    await bring(`CVR;Navn;Reklamebeskyttet\r\n${a};A;Ja\r\n`)
    await bring(`CVR;Navn\r\n${a};A ny\r\n`)
    expect(await isProtected()).toBe(true)
    await bring(`CVR;Navn;Reklamebeskyttet\r\n${a};A nyere;\r\n`)
    expect(await isProtected()).toBe(true)
    await bring(JSON.stringify(registerCompany(a, 'A', { reklamebeskyttet: undefined })))
    expect(await isProtected()).toBe(true)
    expect((await company(a))?.['protected_seen_at']).not.toBeNull()
  })
  test('set by the register it is not cleared by a list without dates, but by the register itself', async () => {
    await bring(JSON.stringify(registerCompany(a, 'A', { reklamebeskyttet: true })))
    await bring(`CVR;Navn;Reklamebeskyttet\r\n${a};A;Nej\r\n`)
    expect(await isProtected()).toBe(true)
    await bring(
      JSON.stringify(
        registerCompany(a, 'A', { reklamebeskyttet: false, sidstOpdateret: '2026-01-01T00:00:00.000+01:00' }),
      ),
    )
    expect(await isProtected()).toBe(false)
    await bring(`CVR;Navn;Reklamebeskyttet\r\n${a};A;Ja\r\n`)
    expect(await isProtected()).toBe(true)
  })
  test('of a company that only tables know, no other table takes it away', async () => {
    await bring(`CVR;Navn;Reklamebeskyttet\r\n${a};A;Ja\r\n`)
    await bring(`CVR;Navn;Reklamebeskyttet;Telefon\r\n${a};A;Nej;76112233\r\n`)
    expect(await company(a)).toMatchObject({ protected: true, phone: '76112233' })
  })
})

describe('the way through', () => {
  const rows = [a, b, c, d, e].map((cvr) => `${cvr};;Virksomhed ${cvr};;8700;;;;;;;;Ja;;;`)
  test('upload guesses, the dry run tells, the run does the same, and undo takes all of it back', async () => {
    await bring(csv(`${a};;Før;Gade 1;8700;;;;;;;;Ja;;76112233;`))
    world.clock.advance({ hours: 1 })
    const before = await everything()
    const taken = await upload(csv(...rows, '12345678;;Forkert;;;;;;;;;;;;;'))
    expect(taken).toMatchObject({
      format: 'list',
      state: 'uploaded',
      rowsTotal: 6,
      mapping: { cvr: 0, pNumber: 1, name: 2 },
      can: { run: true },
    })
    expect(taken.sample[0]?.slice(0, 3)).toEqual([String(a), '', `Virksomhed ${a}`])
    const params = { id: taken.id }

    await birgit.call(tryImport, { params, body: {} })
    await world.runJobs()
    const tried = await birgit.call(showImport, { params })
    expect(tried).toMatchObject({
      state: 'tried',
      created: 4,
      updated: 1,
      unchanged: 0,
      rejected: 1,
      fields: [{ field: 'name', count: 1 }],
    })
    expect(await everything()).toBe(before)

    await birgit.call(runImport, { params, body: {} })
    await world.runJobs()
    const { created, updated, unchanged, rejected, ...done } = await birgit.call(showImport, { params })
    expect({ created, updated, unchanged, rejected }).toEqual({
      created: tried.created,
      updated: tried.updated,
      unchanged: tried.unchanged,
      rejected: tried.rejected,
    })
    expect(done).toMatchObject({ state: 'done', rowsDone: 6, can: { run: false, undo: true } })
    expect((await birgit.call(listImportErrors, { params, query: {} })).rows).toEqual([
      expect.objectContaining({ line: 7, column: 'CVR-nr.', rejected: true }),
    ])
    expect(await (await birgit.fetch(`/api/company-imports/${taken.id}/errors.csv`)).text()).toContain(
      'kontrolcifferet',
    )
    expect(await world.sql('select from file_piece')).toHaveLength(0)

    await birgit.call(undoImport, { params })
    expect(await everything()).toBe(before)
    await expect(birgit.call(undoImport, { params })).rejects.toMatchObject({ code: 'import-undone' })
    expect((await birgit.call(listImports, { query: {} })).rows[0]).toMatchObject({
      state: 'undone',
      undoneBy: expect.any(String),
    })
    const events = await world.sql<{ verb: string }>(
      "select verb from event where subject = 'import' and subject_id = $1 order by id",
      [taken.id],
    )
    expect(events.map((event) => event.verb)).toEqual(['uploaded', 'imported', 'undone'])
  })
  test('one field that changes in more than three rows of ten is warned about', async () => {
    await bring(csv(...rows))
    const { id } = await upload(`CVR;By\r\n${a};Horsens\r\n${b};Horsens\r\n${c};\r\n${d};\r\n${e};\r\n`)
    await birgit.call(tryImport, { params: { id }, body: {} })
    await world.runJobs()
    expect((await birgit.call(showImport, { params: { id } })).warnings).toEqual([{ field: 'town', percent: 40 }])
  })
  test('undo is refused while a newer import has changed the same companies; the newer one goes first', async () => {
    const file = async (name: string) => {
      const { id } = await upload(`CVR;Navn\r\n${a};${name}\r\n`)
      await birgit.call(runImport, { params: { id }, body: {} })
      await world.runJobs()
      return id
    }
    const [first, second] = [await file('Første'), await file('Anden')]
    await expect(birgit.call(undoImport, { params: { id: first } })).rejects.toMatchObject({
      code: 'import-newer-changes',
      status: 409,
    })
    await birgit.call(undoImport, { params: { id: second } })
    expect(await company(a)).toMatchObject({ name: 'Første' })
    await birgit.call(undoImport, { params: { id: first } })
    expect(await company(a)).toBeUndefined()
  })
  test('undo is refused when another centre has changed the company since', async () => {
    const other = await world.otherCentre()
    const document = (name: string, day: string) =>
      JSON.stringify(registerCompany(a, name, { sidstOpdateret: `${day}T10:00:00.000+02:00` }))
    const { id } = await upload(document('Første', '2024-06-01'), 'cvr.json')
    await birgit.call(runImport, { params: { id }, body: {} })
    await world.runJobs()
    world.clock.advance({ minutes: 5 })
    await importCompanies(
      { in: (work) => world.inside('birgit', work, other) },
      { name: 'x', bytes: bytesOf(document('Anden', '2025-06-01')) },
    )
    await expect(birgit.call(undoImport, { params: { id } })).rejects.toMatchObject({ code: 'import-newer-changes' })
  })
  test('undo is refused when an added company is already called', async () => {
    const { id } = await upload(`CVR;Navn\r\n${a};Første\r\n`)
    await birgit.call(runImport, { params: { id }, body: {} })
    await world.runJobs()
    const at = '2026-11-23T10:00Z'
    await world.sql(
      'insert into visit (centre_id, company_id, cvr, person_id, visited_at, about, reported_at) select $1, id, cvr, $2, $3, $4, $3 from own_company where cvr = $5',
      [world.centreId, world.people.anne.id, at, 'Snak', String(a)],
    )
    await expect(birgit.call(undoImport, { params: { id } })).rejects.toMatchObject({ code: 'import-in-use' })
    expect(await company(a)).toMatchObject({ name: 'Første' })
    await world.sql('delete from visit')
  })
  test('an import that is running or over cannot be started again', async () => {
    const { id } = await upload(csv(...rows))
    await birgit.call(runImport, { params: { id }, body: {} })
    await expect(birgit.call(runImport, { params: { id }, body: {} })).rejects.toMatchObject({ code: 'import-running' })
    await world.runJobs()
    await expect(birgit.call(runImport, { params: { id }, body: {} })).rejects.toMatchObject({ code: 'import-over' })
  })
  test('two imports at the same time: every company once, nothing lost', async () => {
    const many = cvrs.map((cvr) => `${cvr};;Virksomhed;;;;;;;;;;;;;`)
    const results = await Promise.all(
      [1, 2, 3, 4].map((n) => bring(csv(...many.map((line) => line.replace('Virksomhed', `Navn ${n}`))))),
    )
    expect(results.reduce((sum, { created }) => sum + created, 0)).toBe(cvrs.length)
    expect(results.every(({ rejected }) => rejected === 0)).toBe(true)
    expect(await places()).toHaveLength(cvrs.length)
    expect(await world.sql('select from company')).toEqual([])
  })
  test('only who runs the centre imports; a file nobody used is gone the day after', async () => {
    await expect(world.as('anne').call(listImports, { query: {} })).rejects.toMatchObject({ status: 403 })
    await upload(csv(...rows))
    world.clock.advance({ hours: 30 })
    await world.runJobs()
    expect(await world.sql('select from file_piece')).toHaveLength(0)
    expect((await birgit.call(listImports, { query: {} })).rows).toHaveLength(0)
  })
  test('more rows than a batch, the same heading twice, a line in another encoding: in, with notes about the file', async () => {
    const lines = Array.from({ length: 2500 }, (_, at) => `${a};${1_000_000_000 + at};Værksted ${at}`)
    const text = Buffer.concat([
      Buffer.from(`CVR;P-nr;Navn;Navn\r\n${lines.map((line) => `${line};x`).join('\r\n')}\r\n`),
      Buffer.from(`${b};;Østbyg;x\r\n`, 'latin1'),
    ])
    const taken = await upload(text)
    expect(taken.fileNotes).toEqual(
      expect.arrayContaining([expect.stringContaining('står to gange'), expect.stringContaining('tegnkodning')]),
    )
    await birgit.call(runImport, { params: { id: taken.id }, body: {} })
    await world.runJobs()
    expect(await birgit.call(showImport, { params: { id: taken.id } })).toMatchObject({ created: 2501, rejected: 0 })
    expect(await company(b)).toMatchObject({ name: 'Østbyg' })
  })
})
