/** What an import takes, a form takes: one reader of addresses and of phone numbers, wherever somebody writes one. */
import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { momentOf } from '#platform/clock'
import { addCompanyPerson } from '../company-people/company-people.schema.ts'
import { registerEnquiry } from '../enquiries/enquiries.schema.ts'
import { setNumber } from '../phone-numbers/phone-numbers.schema.ts'
import { bookMeeting, showBooking } from './bookings.schema.ts'

process.env['BASE_URL'] = 'https://tovholder.example'
const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')
const anne = world.as('anne')

const sent = async (to: string) => (await world.sql('select 1 from outbox where recipient = $1', [to])).length
const book = async (contactEmail: string, time: string) =>
  birgit.call(bookMeeting, {
    body: {
      ...{ companyId: (await world.company()).id, personId: world.people.anne.id, contactName: 'Åse', contactEmail },
      ...{ startsAt: momentOf('2026-12-01', time).toString(), note: '' },
    },
  })
const enquire = (email: string) =>
  birgit.call(registerEnquiry, {
    body: { way: 'phone', company: 'Nordfjord Plast', name: 'Karen Holm', matter: 'Svejsning', email },
  })
const add = async (written: { email?: string; phone?: string }) =>
  anne.call(addCompanyPerson, {
    params: { companyId: (await world.company()).id },
    body: { name: 'Birthe', title: '', source: 'said', ...written },
  })

test('an address with Danish letters, or pasted from a mail program, is taken and sent to', async () => {
  const { id } = await book('Åse Holm <Post@Smørrebrød.dk>', '10:00')
  expect(await birgit.call(showBooking, { params: { id } })).toMatchObject({ contactEmail: 'post@smørrebrød.dk' })
  expect(await sent('post@smørrebrød.dk')).toBe(1)
  expect((await add({ email: 'mailto:søren@møller.dk' })).mail.value).toBe('søren@møller.dk')
  expect(await enquire('ida@brød.dk;')).toMatchObject({ confirmed: true })
  expect(await sent('ida@brød.dk')).toBe(1)
})

test.each([
  ['booking', () => book('bo@holm.dk; ida@holm.dk', '13:00')],
  ['person', () => add({ email: 'bo@holm' })],
  ['enquiry', () => enquire('bo@holm.dk, ida@holm.dk')],
])('of two addresses, or none, no form chooses: %s', async (_, write) => {
  await expect(write()).rejects.toMatchObject({ code: 'wrong-input' })
})

test('a phone number is read as an import reads it, and nothing is guessed', async () => {
  expect((await add({ phone: 'Tlf. 36 15 45 00' })).phone.value).toBe('36154500')
  expect((await add({ phone: '4536154500' })).phone.value).toBe('36154500')
  for (const phone of ['36154500 / 20304050', '00000000', '36154500 lok. 12', '+45 (0)36154500', '3,6E7'])
    await expect(add({ phone })).rejects.toMatchObject({ code: 'wrong-input' })
  const { id: companyId } = await world.company({ phone: null })
  const found = { source: 'said', saidOn: '2026-11-23', instead: null } as const
  expect(
    await anne.call(setNumber, { params: { companyId }, body: { phone: '+45 20 30 40 50', ...found } }),
  ).toMatchObject({ phone: '20304050' })
})
