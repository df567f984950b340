import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { cvrs, emptyRegister, registerCompany } from '#testing/register-files'
import { openWorld } from '#testing/world'
import { listCompanies } from '../companies/companies.schema.ts'
import { showCompany } from '../companies/one-company.schema.ts'
import { runImport, undoImport, uploadCompanies } from './company-imports.schema.ts'
import { bringRegister } from './import-rows.ts'
import { readRegisterDocument } from './register-document.ts'
import { importCompanies } from './register.ts'
import { lockRegister } from './register.sql.ts'

const world = await openWorld()
const other = await world.otherCentre()
afterAll(() => world.close())
const birgit = world.as('birgit')
beforeEach(() => emptyRegister(world))

const [a, b, c] = cvrs
const bytesOf = (content: string) => ({
  async *[Symbol.asyncIterator]() {
    yield Buffer.from(content)
  },
})
const bringIn = (content: string, centre: typeof other) => {
  const opens: Parameters<typeof importCompanies>[0] = { in: (work) => world.inside('birgit', work, centre) }
  return importCompanies(opens, { name: 'fil', bytes: bytesOf(content) })
}
const bring = (content: string) => bringIn(content, world)
/** As a centre knows it, under the columns' names. */
const placesOf = (centre: typeof other = world) =>
  world.inside(
    'birgit',
    async (ctx) => {
      const { rows } = await sql<{ row: Record<string, unknown> }>`
        select to_jsonb(p) as row from company_place p order by p.cvr, p.p_number`.execute(ctx.db)
      return rows.map(({ row }) => row)
    },
    centre,
  )
const company = async (cvr: number, centre?: typeof other) =>
  (await placesOf(centre)).find((row) => row['cvr'] === String(cvr))

describe('what a centre knows itself', () => {
  const list = (cvr: number, name: string, phone: string) => `CVR;Navn;Telefon\r\n${cvr};${name};${phone}\r\n`
  const bringAndRun = async (content: string, name = 'fil.csv') => {
    const { id } = await birgit.call(uploadCompanies, { query: { name } }, { bytes: content })
    await birgit.call(runImport, { params: { id }, body: {} })
    await world.runJobs()
    return id
  }

  test('adds up to the size of the whole company: what the register knows first, a centre’s own workplaces beside it', async () => {
    const sizes = async (centre: typeof other = world) =>
      world.inside(
        'birgit',
        async (ctx) =>
          (await ctx.db.selectFrom('companySize').selectAll().orderBy('cvr').execute()).map((row) => [
            row.cvr,
            row.employeesFrom,
            row.employeesTo,
            row.workplaces,
          ]),
        centre,
      )
    const places = (rows: readonly string[]) => `CVR;P-nummer;Navn;Ansatte\r\n${rows.join('\r\n')}\r\n`
    const first = await bringAndRun(places([`${c};1009876001;Nord;12`, `${c};1009876002;Syd;`]))
    expect(await sizes()).toEqual([[String(c), 12, null, 2]])
    expect(await sizes(other)).toEqual([])
    const second = await bringAndRun(places([`${c};1009876002;Syd;5`, `${b};1009876003;Lund;3`]))
    expect(await sizes()).toEqual(
      expect.arrayContaining([
        [String(b), 3, 3, 1],
        [String(c), 17, 17, 2],
      ]),
    )
    // The register comes to know the company: its own number counts, for every centre.
    await world.company({ cvr: String(c), employees: 40 })
    expect((await sizes()).find(([cvr]) => cvr === String(c))).toEqual([String(c), 40, 40, 2])
    expect(await sizes(other)).toEqual([[String(c), 40, 40, 0]])
    await world.sql(`update company set employees = null where cvr = $1`, [String(c)])
    expect((await sizes()).find(([cvr]) => cvr === String(c))).toEqual([String(c), 17, 17, 2])
    for (const id of [second, first]) await birgit.call(undoImport, { params: { id } })
    await world.runJobs()
    expect(await sizes()).toEqual([[String(c), null, null, 0]])
  })

  test('is seen by no other centre: neither a company the register lacks nor a phone for one it has', async () => {
    await bring(JSON.stringify(registerCompany(b, 'Bageri Lund ApS')))
    await bringIn(`${list(c, 'Kun os', '20304050')}${b};Bageri Lund ApS;30405060\r\n`, other)
    expect(await company(c, other)).toMatchObject({ name: 'Kun os', own: true })
    expect(await company(b, other)).toMatchObject({ phone: '30405060', own: false })
    expect(await company(c)).toBeUndefined()
    expect(await company(b)).toMatchObject({ phone: '76112233' })
    for (const phone of ['20304050', '30405060'])
      expect((await birgit.call(listCompanies, { query: { q: phone } })).rows).toEqual([])
    expect(await bring(list(c, 'Også os', '40506070'))).toMatchObject({ created: 1 })
    expect(await company(c)).toMatchObject({ name: 'Også os' })
    expect(await company(c, other)).toMatchObject({ name: 'Kun os', id: (await company(c))?.['id'] })
  })
  test('is found by its own phone, and no longer by the one the register gives', async () => {
    await bring(JSON.stringify(registerCompany(a, 'A')))
    await bring(list(a, 'A', '20304050'))
    const found = async (q: string) => (await birgit.call(listCompanies, { query: { q } })).rows.map(({ name }) => name)
    expect([await found('20304050'), await found('2030'), await found('76112233'), await found('7611')]).toEqual([
      ['A'],
      ['A'],
      [],
      [],
    ])
  })
  test('becomes one with what the register says later: the same number, the register’s name, our phone', async () => {
    await bring(list(a, 'Vores navn', '20304050'))
    const before = await company(a)
    await bringIn(list(a, 'Deres navn', '30405060'), other)
    const id = await bringAndRun(JSON.stringify(registerCompany(a, 'Registrets navn')), 'cvr.json')
    expect(await placesOf()).toHaveLength(1)
    expect(await company(a)).toMatchObject({
      id: before?.['id'],
      name: 'Registrets navn',
      phone: '20304050',
      own: false,
    })
    expect(await world.sql('select from own_company')).toEqual([])
    await expect(birgit.call(undoImport, { params: { id } })).rejects.toMatchObject({ code: 'import-in-use' })
  })
  test('stands on the card as ours: all of a company that the register lacks, the ways to reach one that it has', async () => {
    await bring(JSON.stringify(registerCompany(a, 'A')))
    await bring(`${list(a, 'A', '20304050')}${b};Kun os;30405060\r\n`)
    const card = async (cvr: number) =>
      birgit.call(showCompany, { params: { id: Number((await company(cvr))?.['id']) } })
    expect(await card(a)).toMatchObject({ phone: '20304050', own: false, ownWays: ['phone'] })
    expect(await card(b)).toMatchObject({ name: 'Kun os', own: true, ownWays: ['phone'] })
  })
  test('gives way to what the house brings in for all centres, which is nobody’s import', async () => {
    await bring(list(a, 'Vores navn', '20304050'))
    const read = readRegisterDocument(JSON.parse(JSON.stringify(registerCompany(a, 'Registrets navn'))), '2026-11-23')
    const rows = async function* () {
      if ('found' in read) yield { n: 1, found: read.found }
    }
    const work = { rows: rows(), header: [], mapping: {}, notes: [], options: undefined, progress: async () => {} }
    const before = await world.sql('select from import_change')
    const done = await world.database.beforeSignIn(async (ctx) => {
      await lockRegister(ctx)
      return bringRegister(ctx, work)
    })
    expect(done).toMatchObject({ created: 1, rejected: 0 })
    expect(await company(a)).toMatchObject({ name: 'Registrets navn', phone: '20304050', own: false })
    expect(await company(a, other)).toMatchObject({ name: 'Registrets navn', phone: '76112233' })
    expect(await world.sql('select from import_change')).toEqual(before)
  })
  test('goes with its import: the register’s phone shows again, and what only we had is gone', async () => {
    await bring(JSON.stringify(registerCompany(a, 'A')))
    const before = await placesOf()
    const id = await bringAndRun(`${list(a, 'A', '20304050')}${b};Kun os;30405060\r\n${a};A;40506070\r\n`)
    expect(await company(a)).toMatchObject({ phone: '40506070' })
    await birgit.call(undoImport, { params: { id } })
    expect(await placesOf()).toEqual(before)
    expect(await world.sql('select from own_place')).toEqual([])
  })
})
