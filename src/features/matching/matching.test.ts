import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { openWorld } from '#testing/world'
import { Criteria } from '../lists/criteria.schema.ts'
import { drawList } from '../lists/draw.schema.ts'
import { makeContactList } from '../lists/lists.schema.ts'
import { uploadContacts } from '../school-contacts/school-contacts.schema.ts'
import { listHeardCompanies, startHearing } from '../hearings/hearings.schema.ts'

let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

const municipality = 640
const upload = (text: string) =>
  world
    .as('mette')
    .call(
      uploadContacts,
      { query: { name: 'vores.csv' } },
      { bytes: `Virksomhed;CVR;P-nummer;Telefon;E-mail;Kontaktperson\r\n${text}` },
    )

test('the certain come first and say every reason, strongest first; of several contacts the one that tells most', async () => {
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
    [byNumber.id, true, ['cvr', 'phone', 'domain']],
    [byPhone.id, false, ['phone']],
    [nobody.id, false, []],
  ])
  expect(rows[0]).toMatchObject({ contact: { name: 'Samme, med navn på', contactPerson: 'Ulla' }, moreContacts: 1 })
})
