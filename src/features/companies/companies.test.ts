import { recorder } from '#platform/events'
import { openThings } from '#testing/open-things'
import { leftAlone } from '#testing/waits'
import { openWorld } from '#testing/world'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countCompanies, listCompanies, showRegisterChoices } from './companies.schema.ts'
import { recordBasis, withdrawBasis } from '../may-contact/basis.schema.ts'
import { listCompanyEvents, listCorrections, showCompany } from './one-company.schema.ts'
import { hearingsEvents } from '../hearings/hearings-events.table.ts'
import { importCompanies } from '../register/register.ts'

const record = recorder(hearingsEvents)

const world = await openWorld()
afterAll(() => world.close())
const anne = world.as('anne')
const { people } = world
const { booked, met } = openThings(world)
const names = async (query: Record<string, unknown>) =>
  (await anne.call(listCompanies, { query } as never)).rows.map((row) => row.name)

let lund: Awaited<ReturnType<typeof world.company>>
beforeAll(async () => {
  lund = await world.company({
    name: 'Bageri Lund',
    employees: 8,
    industry: '107120',
    municipality: 787,
    phone: '97921122',
  })
  await world.company({
    kind: 'workplace',
    cvr: lund.cvr,
    pNumber: '1020895337',
    name: 'Bageri Lund, torvet',
    employees: 3,
  })
  await world.company({ name: 'Ærø Kutterværksted', employees: 30, industry: '331500' })
  await world.company({ name: 'Aabenraa Rustfri A/S', employees: 120 })
  await world.company({ name: 'Østkystens Smede', employees: 49, closedOn: '2024-01-01' })
  await world.company({ name: 'Zenit El', employees: null })
})

describe('the list', () => {
  test('is sorted as in Danish: æ, ø and å last, Aa as Å', async () => {
    expect(await names({})).toEqual([
      'Bageri Lund',
      'Bageri Lund, torvet',
      'Zenit El',
      'Ærø Kutterværksted',
      'Østkystens Smede',
      'Aabenraa Rustfri A/S',
    ])
  })
  test('pages by cursor without losing or repeating anyone, and refuses a cursor that is not ours', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await anne.call(listCompanies, { query: { limit: 2, ...(cursor && { cursor }) } })
      seen.push(...page.rows.map((row) => row.name))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toEqual(await names({}))
    await expect(anne.call(listCompanies, { query: { cursor: 'xyz' } })).rejects.toMatchObject({ code: 'bad-cursor' })
  })
  test('finds by words of the name, CVR, P-number and phone, however they are written', async () => {
    expect(await names({ q: 'lund bageri' })).toEqual(['Bageri Lund', 'Bageri Lund, torvet'])
    expect(await names({ q: 'KUTTER' })).toEqual(['Ærø Kutterværksted'])
    expect(await names({ q: lund.cvr.replace(/(\d\d)(?=\d)/g, '$1 ') })).toEqual(['Bageri Lund', 'Bageri Lund, torvet'])
    expect(await names({ q: '1020895337' })).toEqual(['Bageri Lund, torvet'])
    expect(await names({ q: '+45 97 92 11 22' })).toEqual(['Bageri Lund'])
    expect(await names({ q: '100%' })).toEqual([])
  })
  test('narrows by size group, industry, municipality, kind and status', async () => {
    expect(await names({ size: '0-9' })).toEqual(['Bageri Lund', 'Bageri Lund, torvet'])
    expect(await names({ size: '10-49' })).toEqual(['Ærø Kutterværksted', 'Østkystens Smede'])
    expect(await names({ size: '50+' })).toEqual(['Aabenraa Rustfri A/S'])
    expect(await names({ industry: '33' })).toEqual(['Ærø Kutterværksted'])
    expect(await names({ industry: '1071' })).toEqual(['Bageri Lund'])
    expect(await names({ municipality: 787 })).toEqual(['Bageri Lund'])
    expect(await names({ kind: 'workplace' })).toEqual(['Bageri Lund, torvet'])
    expect(await names({ status: 'closed' })).toEqual(['Østkystens Smede'])
    expect(await anne.call(countCompanies, { query: { status: 'active' } })).toEqual({
      total: 5,
      workplaces: 1,
      more: false,
    })
  })
  test('stands in the order asked for, from both ends, page by page; a cursor holds for its own order alone', async () => {
    const found = {
      employees: [
        'Zenit El',
        'Bageri Lund, torvet',
        'Bageri Lund',
        'Ærø Kutterværksted',
        'Østkystens Smede',
        'Aabenraa Rustfri A/S',
      ],
      name: await names({}),
    }
    for (const [sort, rising] of Object.entries(found))
      for (const [asked, expected] of [
        [sort, rising],
        [`-${sort}`, rising.toReversed()],
      ] as const) {
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const query = { limit: 2, sort: asked, ...(cursor && { cursor }) }
          const page = await anne.call(listCompanies, { query } as never)
          seen.push(...page.rows.map((row) => row.name))
          cursor = page.next ?? undefined
        } while (cursor)
        expect([asked, ...seen]).toEqual([asked, ...expected])
      }
    const { next } = await anne.call(listCompanies, { query: { limit: 2, sort: '-town' } })
    const other = anne.call(listCompanies, { query: { limit: 2, sort: 'town', cursor: next ?? '' } })
    await expect(other).rejects.toMatchObject({ code: 'bad-cursor' })
  })
  test('leaves out who is known to employ nobody, not who never told', async () => {
    await world.company({ name: 'Qvist Holding', employees: 0 })
    await world.company({ name: 'Qvist Ukendt', employees: null })
    expect(await names({ q: 'qvist' })).toEqual(['Qvist Holding', 'Qvist Ukendt'])
    expect(await names({ q: 'qvist', staff: 'some' })).toEqual(['Qvist Ukendt'])
    await world.sql("delete from company where name like 'Qvist%'")
  })
  test('a workplace that is its company over again is folded, unless what is asked for may differ', async () => {
    const own = await world.company({ name: 'Wium Smede', employees: 9 })
    const place = { kind: 'workplace', cvr: own.cvr, name: 'Wium Smede', pNumber: '1020895338' } as const
    await world.company(place)
    await world.company({ ...place, pNumber: '1020895339', street: 'Torvet 2' })
    const folded = (query: object) => names({ q: 'wium', places: 'folded', ...query })
    expect(await names({ q: 'wium' })).toHaveLength(3)
    expect(await folded({})).toEqual(['Wium Smede', 'Wium Smede'])
    expect(await anne.call(countCompanies, { query: { q: 'wium', places: 'folded' } })).toEqual({
      total: 2,
      workplaces: 1,
      more: false,
    })
    expect(await folded({ q: '1020895338' })).toEqual(['Wium Smede'])
    for (const query of [{ kind: 'workplace' }, { call: 'now' }, { contact: 'none' }])
      expect([query, ...(await folded(query))]).toEqual([query, ...(await names({ q: 'wium', ...query }))])
    // Of a company that says it employs nobody, the workplace that does stays.
    await world.sql("update company set employees = 0 where name = 'Wium Smede' and kind = 'company'")
    expect(await folded({ staff: 'some' })).toHaveLength(2)
    await world.sql("delete from company where name = 'Wium Smede'")
  })
  test('is not for callers, partners or the council', async () => {
    for (const who of ['soren', 'uffe', 'carl'] as const)
      await expect(world.as(who).call(listCompanies, { query: {} })).rejects.toMatchObject({ status: 403 })
  })
  test('is exported with the mark of protection beside phone and mail', async () => {
    await world.company({ name: 'Xenon Beskyttet', isProtected: true })
    const csv = await (await anne.fetch('/api/companies.csv?q=xenon')).text()
    expect(csv.split('\r\n')[0]).toContain('Telefon;E-mail;Reklamebeskyttet')
    expect(csv.split('\r\n')[1]).toContain(';Ja;')
    expect(csv).toContain('Nej, reklamebeskyttet')
    await world.sql("delete from company where name = 'Xenon Beskyttet'")
  })
  test('says what they do in words, also where the register gives a code alone, in the language of who asks', async () => {
    await world.sql("update company set industry_text = null where name = 'Bageri Lund'")
    const said = async () => (await anne.call(listCompanies, { query: { q: 'lund bageri' } })).rows[0]?.industryText
    expect(await said()).toBe('Fremstilling af fødevarer')
    await world.sql(
      "update person set language = 'en' where email = (select email from person where name = 'Anne Bruun')",
    )
    expect(await said()).toBe('Manufacture of food products')
    const { industries } = await anne.call(showRegisterChoices)
    expect(industries.find(({ code }) => code === '01')?.name).toBe(
      'Crop and animal production, hunting and related services',
    )
    expect(industries).toHaveLength(88)
    await world.sql("update person set language = 'da'")
  })
  test('names the regions of the day: Østdanmark from 2027', async () => {
    const region = async () =>
      (await anne.call(showRegisterChoices)).municipalities.find((one) => one.name === 'Roskilde')?.region
    expect(await region()).toBe('Region Sjælland')
    const before = world.clock.now()
    world.clock.set('2027-01-01T00:30')
    expect(await region()).toBe('Region Østdanmark')
    world.clock.set(before.toZonedDateTimeISO('Europe/Copenhagen').toPlainDateTime().toString().slice(0, 16))
  })
})

describe('may we call?', () => {
  test('yes, when nothing stands against it', async () => {
    const card = await anne.call(showCompany, { params: { id: lund.id } })
    expect(card).toMatchObject({
      name: 'Bageri Lund',
      blocks: [],
      callBlock: null,
      workplaceCount: 1,
      municipalityName: 'Thisted',
    })
    expect(card.workplaces).toEqual([expect.objectContaining({ name: 'Bageri Lund, torvet' })])
  })
  test('a waiting period holds for every workplace of the company, with its date, and ends by itself', async () => {
    const company = await world.company({ name: 'Venter ApS' })
    await world.company({ kind: 'workplace', cvr: company.cvr, name: 'Venter, lageret' })
    await leftAlone(world, company.cvr, 'later', '2026-12-01')
    const rows = (await anne.call(listCompanies, { query: { q: 'venter' } })).rows
    expect(rows.map((row) => row.callBlock)).toEqual([1, 2].map(() => ({ reason: 'wait', untilOn: '2026-12-01' })))
    expect(await names({ q: 'venter', call: 'now' })).toEqual([])
    expect(await names({ q: 'venter', call: 'not-now' })).toEqual(['Venter ApS', 'Venter, lageret'])
    world.clock.set('2026-12-01T00:01')
    expect(await names({ q: 'venter', call: 'now' })).toEqual(['Venter ApS', 'Venter, lageret'])
    world.clock.set('2026-11-23T09:00')
  })
  test('another centre does not see our waiting periods', async () => {
    const other = await world.otherCentre()
    const company = await world.company({ name: 'Kun vores ApS' })
    await leftAlone(world, company.cvr, 'do-not-contact', null)
    expect((await anne.call(showCompany, { params: { id: company.id } })).blocks).toEqual([
      { reason: 'do-not-contact', untilOn: null },
    ])
    expect((await world.as('anne', other).call(showCompany, { params: { id: company.id } })).blocks).toEqual([])
  })
  test('a protected company only with a recorded basis; withdrawn, it is closed again; who and why are kept', async () => {
    const company = await world.company({ name: 'Beskyttet ApS', isProtected: true })
    const place = await world.company({ kind: 'workplace', cvr: company.cvr, name: 'Beskyttet, lageret' })
    const params = { id: place.id }
    expect(await anne.call(showCompany, { params })).toMatchObject({
      protected: true,
      blocks: [{ reason: 'protected' }],
    })
    const basis = await anne.call(recordBasis, { params, body: { basis: 'consent', note: 'Karen sagde ja på messen' } })
    expect(await anne.call(showCompany, { params })).toMatchObject({
      protected: true,
      blocks: [],
      bases: [{ who: 'Anne Bruun', note: 'Karen sagde ja på messen' }],
    })
    await anne.call(withdrawBasis, { params: { ...params, basisId: basis.id } })
    expect(await anne.call(showCompany, { params })).toMatchObject({ blocks: [{ reason: 'protected' }], bases: [] })
    const events = await anne.call(listCompanyEvents, { params, query: {} })
    expect(events.rows.map(({ verb, who }) => [verb, who])).toEqual([
      ['basis-withdrawn', 'Anne Bruun'],
      ['basis-recorded', 'Anne Bruun'],
    ])
    await expect(
      world.as('torben').call(recordBasis, { params, body: { basis: 'consent', note: 'x' } }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(anne.call(recordBasis, { params, body: { basis: 'consent', note: '  ' } })).rejects.toMatchObject({
      code: 'wrong-input',
    })
  })
  test('a closed company never, nor its workplaces', async () => {
    const company = await world.company({ name: 'Lukket ApS', closedOn: '2026-11-23' })
    const place = await world.company({ kind: 'workplace', cvr: company.cvr, name: 'Lukket, lageret' })
    expect((await anne.call(showCompany, { params: { id: place.id } })).callBlock).toEqual({
      reason: 'closed',
      untilOn: null,
    })
  })
})

test('the card shows meetings that are over until somebody writes how they went, and at which workplace', async () => {
  const legal = await world.company({ name: 'Limfjordens Plast A/S' })
  const place = await world.company({ kind: 'workplace', cvr: legal.cvr, name: 'Limfjordens Plast, lageret' })
  const [over, ahead] = [await met(place, people.anne.id), await booked(place.id)]
  const meetings = async () => (await anne.call(showCompany, { params: { id: legal.id } })).meetings
  expect(await meetings()).toMatchObject([
    { id: over, over: true, companyId: place.id, company: 'Limfjordens Plast, lageret', who: [people.anne.name] },
    { id: ahead, over: false },
  ])
  await world.sql("update booking set reported_at = '2026-11-21T09:00Z' where id = $1", [over])
  expect(await meetings()).toMatchObject([{ id: ahead }])
})

test('the numbers of what happened tell nobody how much another school has done in between', async () => {
  const company = await world.company()
  const params = { id: company.id }
  const body = { basis: 'consent' as const, note: 'Karen sagde ja' }
  await anne.call(recordBasis, { params, body })
  await world.inside('vibeke', async (ctx) => {
    for (const { id } of await ctx.db.selectFrom('school').select('id').execute())
      await record(ctx, {
        verb: 'struck',
        subject: 'contact_list',
        cvr: company.cvr,
        visibility: 'school',
        after: { id },
      })
  })
  await anne.call(recordBasis, { params, body })
  const { rows, next } = await anne.call(listCompanyEvents, { params, query: { limit: 1 } })
  expect(rows.map(({ id, verb }) => [id, verb])).toEqual([[2, 'basis-recorded']])
  expect(
    (await anne.call(listCompanyEvents, { params, query: { cursor: next ?? '' } })).rows.map(({ id }) => id),
  ).toEqual([1])
  expect((await world.as('vibeke').call(listCompanyEvents, { params, query: {} })).rows).toHaveLength(5)
})

test('an unknown company is a not-found with a sentence', async () => {
  await expect(anne.call(showCompany, { params: { id: 999_999 } })).rejects.toMatchObject({
    code: 'not-found',
    status: 404,
  })
})

test('what an import changed stands at the company with what was there before', async () => {
  const opens = { in: <T>(work: Parameters<typeof world.inside<T>>[1]) => world.inside('birgit', work) }
  const bytes = {
    async *[Symbol.asyncIterator]() {
      yield Buffer.from(`CVR;Navn;Telefon\r\n${lund.cvr};Bageri Lund og Søn;20304050\r\n`)
    },
  }
  await importCompanies(opens, { name: 'liste.csv', bytes })
  const { rows } = await anne.call(listCorrections, { params: { id: lund.id } })
  expect(rows).toMatchObject([
    {
      fileName: 'liste.csv',
      who: 'Birgit Dam',
      created: false,
      undone: false,
      changes: [{ field: 'phone', before: lund.phone, after: '20304050' }],
    },
  ])
})
