import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { openWorld } from '#testing/world'
import { decideLeadership } from '../leaderships/leaderships.schema.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { drawList } from '../lists/draw.schema.ts'
import { makeContactList } from '../lists/lists.schema.ts'
import { uploadContacts } from '../school-contacts/school-contacts.schema.ts'
import { listHeardCompanies, startHearing } from '../hearings/hearings.schema.ts'
import { listMatches } from './matching.ts'

let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const municipality = 640
const upload = (text: string) =>
  world
    .as('torben')
    .call(
      uploadContacts,
      { query: { name: 'vores.csv' } },
      { bytes: `Virksomhed;CVR;P-nummer;Telefon;E-mail;Kontaktperson\r\n${text}` },
    )

test('those to be looked at come first, and all say every reason, strongest first; of several contacts the one that tells most', async () => {
  const byNumber = await world.company({
    name: 'Nummer',
    municipality,
    phone: '70006001',
    email: 'a@nummer-vvs.dk',
    employees: 5,
  })
  const byPhone = await world.company({ name: 'Telefon', municipality, phone: '70006002', email: null, employees: 50 })
  const nobody = await world.company({
    name: 'Ukendt',
    municipality,
    phone: '70006003',
    email: 'x@gmail.com',
    employees: 90,
  })
  await upload(
    [
      `Efter nummer;${byNumber.cvr};;70 00 60 01;b@nummer-vvs.dk;`,
      `Samme, med navn på;${byNumber.cvr};;70006001;b@nummer-vvs.dk;Ulla`,
      `Kun telefon;;;+45 70006002;y@gmail.com;`,
    ].join('\r\n'),
  )
  const body = { name: 'Genkend', criteria: z.parse(Criteria, { municipalities: [municipality] }) }
  const { id: listId } = await world.as('birgit').call(makeContactList, { body })
  await world.as('birgit').call(drawList, { params: { id: listId } })
  const started = await world
    .as('birgit')
    .call(startHearing, { params: { id: listId }, body: { date: '2026-12-01', time: '16:00' } })
  const { rows } = await world
    .as('mette')
    .call(listHeardCompanies, { params: { id: started.hearing?.id ?? 0 }, query: {} })
  expect(rows.map(({ companyId, certain, reasons }) => [companyId, certain, reasons.map(({ by }) => by)])).toEqual([
    [byPhone.id, false, ['phone']],
    [byNumber.id, true, ['cvr', 'phone', 'domain']],
    [nobody.id, false, []],
  ])
  expect(rows[1]).toMatchObject({ contact: { name: 'Samme, med navn på', contactPerson: 'Ulla' }, moreContacts: 1 })
})

test('with shared leadership a contact with a P-number is that workplace; the company’s number alone is only likely', async () => {
  const place = 646
  const head = await world.company({ name: 'Kommunen', municipality: 101, employees: 900 })
  const [first, second] = [
    await world.company({ kind: 'workplace', cvr: head.cvr, name: 'Regnbuen 1', municipality: place, employees: 9 }),
    await world.company({ kind: 'workplace', cvr: head.cvr, name: 'Regnbuen 2', municipality: place, employees: 8 }),
  ]
  const { id: listId } = await world.as('birgit').call(makeContactList, {
    body: { name: 'Regnbuen', criteria: z.parse(Criteria, { municipalities: [place] }) },
  })
  await world.as('birgit').call(decideLeadership, { params: { companyId: head.id }, body: { shared: true } })
  await world.as('birgit').call(drawList, { params: { id: listId } })
  const told = async () => {
    const { rows } = await world.inside('torben', (ctx) => listMatches(ctx, listId, { limit: 10 }))
    return rows.map(({ companyId, certain, reasons }) => [companyId, certain, reasons.map(({ by }) => by)])
  }
  await upload(`Regnbuen;${head.cvr};${second.pNumber};;;Ulla`)
  expect(await told()).toEqual([
    [second.id, true, ['cvr', 'p-number']],
    [first.id, false, []],
  ])
  await upload(`Kommunen;${head.cvr};;;;`)
  expect(await told()).toEqual([
    [first.id, false, ['cvr']],
    [second.id, true, ['cvr', 'p-number']],
  ])
})

test('a leadership that became shared makes no workplace sure of what was resolved for the whole', async () => {
  const place = 647
  const head = await world.company({ name: 'Kommunen', municipality: 101, employees: 900 })
  const one = { kind: 'workplace' as const, cvr: head.cvr, municipality: place, employees: 9 }
  const first = await world.company({ ...one, name: 'Solhjem' })
  const { id: listId } = await world.as('birgit').call(makeContactList, {
    body: { name: 'Solhjem', criteria: z.parse(Criteria, { municipalities: [place] }) },
  })
  await world.as('birgit').call(drawList, { params: { id: listId } })
  await upload(`Kommunen;;;;;`)
  const sure = (apart: boolean) =>
    world.sql(
      `insert into contact_resolved (centre_id, school_id, contact_id, nth, decision, cvr, company_id, apart, p, reasons, resolved_at)
       select centre_id, school_id, id, 1, 'sure', $1, $2, $3, 0.99, '[]', '2026-11-23' from school_contact where replaced_by is null
       and school_id = $4 on conflict (centre_id, contact_id, nth) do update set apart = excluded.apart`,
      [head.cvr, first.id, apart, world.people.torben.schoolId],
    )
  const certain = async () =>
    (await world.inside('torben', (ctx) => listMatches(ctx, listId, { limit: 10 }))).rows[0]?.certain
  await sure(false)
  expect(await certain()).toBe(true)
  await world.as('birgit').call(decideLeadership, { params: { companyId: head.id }, body: { shared: true } })
  expect(await certain()).toBe(false)
  await sure(true)
  expect(await certain()).toBe(true)

  // Several are weighed together, minutes later.
  const due = async () => (await world.sql('select from comparison_due')).length
  await world.runJobs()
  await world.as('birgit').call(decideLeadership, { params: { companyId: head.id }, body: { shared: false } })
  await world.runJobs()
  expect(await due()).toBeGreaterThan(0)
  world.clock.advance({ minutes: 6 })
  // The sweep hands it in, and the next look finds it.
  await world.runJobs()
  await world.runJobs()
  expect(await due()).toBe(0)
})

test('a drawn list is compared before anyone is asked, page by page, and by each school with its own contacts alone', async () => {
  const place = 641
  const names = ['Ene', 'Anden', 'Tredje', 'Fjerde']
  const companies = []
  for (const [n, name] of names.entries())
    companies.push(await world.company({ name, municipality: place, phone: `7000700${n}`, email: null, employees: n }))
  const body = { name: 'Før høring', criteria: z.parse(Criteria, { municipalities: [place] }) }
  const { id } = await world.as('birgit').call(makeContactList, { body })
  await world.as('birgit').call(drawList, { params: { id } })
  await upload(`Kender;;;70007003;;\r\nSikker;${companies[1]?.cvr};;;;`)
  const page = (who: 'mette' | 'vibeke', more: object = {}) =>
    world.inside(who, (ctx) => listMatches(ctx, id, { limit: 10, ...more }))
  const said = ({ rows }: Awaited<ReturnType<typeof page>>) => rows.map(({ name, certain }) => [name, certain])

  const known = await page('mette', { known: true })
  expect([said(known), known.next]).toEqual([
    [
      ['Fjerde', false],
      ['Anden', true],
    ],
    null,
  ])
  const others = (await page('mette', { known: false })).rows.map(({ name }) => name)
  expect(others.toSorted((a, b) => a.localeCompare(b))).toEqual(['Ene', 'Tredje'])
  expect(said(await page('mette', { q: 'fjerde' }))).toEqual([['Fjerde', false]])
  const first = await page('mette', { limit: 1 })
  expect([said(first), said(await page('mette', { limit: 1, cursor: first.next ?? '' }))]).toEqual([
    [['Fjerde', false]],
    [['Anden', true]],
  ])

  const theirs = await page('vibeke')
  expect(theirs.rows.map(({ reasons, contact }) => [reasons, contact])).toEqual(names.map(() => [[], null]))
})
