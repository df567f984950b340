/** A company's invitation that never arrived: whoever can do something about it is asked, and it is done once. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { listCompanyEvents } from '../companies/one-company.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { bookMeeting, cancelBooking, inviteAgain, showBooking } from './bookings.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const { booked } = openThings(world)
const [birgit, anne, ali] = [world.as('birgit'), world.as('anne'), world.as('ali')]
const gone = 'vaek@firma.example'
beforeEach(() => {
  world.clock.set('2026-11-23T09:00')
  return world.sql('delete from outbox; delete from booking_visitor; delete from booking; delete from busy')
})

const startsAt = '2026-11-25T09:00:00.000Z'
/** Birgit books Anne, and the mail is given up on its way. */
const lost = async () => {
  const company = await world.company()
  const body = { companyId: company.id, personId: people.anne.id, startsAt, contactName: 'Karen', note: '' }
  const { id } = await birgit.call(bookMeeting, { body: { ...body, contactEmail: gone } })
  await world.sql(
    "update outbox set tries = 1, failed = '550', failure = 'refused', given_up_at = '2026-11-23T08:00Z' where recipient = $1",
    [gone],
  )
  return { id, company }
}
const waits = async (who: typeof birgit) =>
  (await who.call(listWaiting, { query: {} })).rows.filter(({ kind }) => kind === 'invitation-lost')
const again = (who: typeof birgit, id: number, email: string | null) =>
  who.call(inviteAgain, { params: { id }, body: { email } })
const mailsTo = (to: string) =>
  world.sql<{ body: string; attachment: string | null }>('select body, attachment from outbox where recipient = $1', [
    to,
  ])
const verbs = async (companyId: number) =>
  (await birgit.call(listCompanyEvents, { params: { id: companyId }, query: {} })).rows.map(({ verb }) => verb)

test('a lost invitation waits with who goes and who booked, and goes once more to the address that is right', async () => {
  const { id, company } = await lost()
  for (const who of [anne, birgit]) {
    expect(await waits(who)).toMatchObject([{ when: 'today', values: { company: company.name, to: gone } }])
    expect(await who.call(showBooking, { params: { id } })).toMatchObject({ mail: 'lost', can: { inviteAgain: true } })
  }
  expect(await waits(ali)).toEqual([])
  await expect(again(ali, id, 'karen@firma.example')).rejects.toMatchObject({ status: 403, code: 'not-allowed' })

  const shown = await again(anne, id, 'karen@firma.example')
  expect(shown).toMatchObject({ contactEmail: 'karen@firma.example', mail: 'waits', can: { inviteAgain: false } })
  const [mail, ...more] = await mailsTo('karen@firma.example')
  expect(more).toEqual([])
  expect(mail?.attachment).toContain('METHOD:REQUEST')
  expect(mail?.body).toContain('/jeres-forloeb/')
  expect([await waits(anne), await waits(birgit)]).toEqual([[], []])
  // Who presses once more, or late, is told that there is nothing to do.
  await expect(again(birgit, id, 'karen@firma.example')).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await world.sql("select verb from event where verb = 'invited-again' and subject_id = $1", [id])).toHaveLength(
    1,
  )
})

test('whoever has told them otherwise says so: nothing is written, and nothing waits', async () => {
  const { id, company } = await lost()
  expect(await again(birgit, id, null)).toMatchObject({ contactEmail: gone, can: { inviteAgain: false } })
  expect(await waits(anne)).toEqual([])
  expect(await world.sql('select from outbox where given_up_at is null and recipient not like $1', ['%oets%'])).toEqual(
    [],
  )
  expect(await verbs(company.id)).toContain('told-otherwise')
})

test('an address of the centre’s own gets the invitation without the company’s link; a wrong one a sentence', async () => {
  const { id } = await lost()
  await expect(again(anne, id, 'karen')).rejects.toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: '/body/email', detail: expect.any(String) as string }] },
  })
  await again(anne, id, people.pia.email)
  const [mail] = await mailsTo(people.pia.email)
  expect(mail?.body).not.toContain('/jeres-forloeb/')
})

test('not for an invitation that arrived, a meeting that is off, or one that has begun', async () => {
  const arrived = await booked((await world.company()).id)
  await expect(again(birgit, arrived, 'karen@firma.example')).rejects.toMatchObject({ code: 'not-allowed' })
  const off = await lost()
  await birgit.call(cancelBooking, { params: { id: off.id }, body: { why: 'Syg', newTime: false } })
  expect(await waits(anne)).toEqual([])
  await expect(again(birgit, off.id, 'karen@firma.example')).rejects.toMatchObject({ code: 'booking-cancelled' })
  const begun = await lost()
  world.clock.set('2026-11-25T10:30')
  await expect(again(birgit, begun.id, 'karen@firma.example')).rejects.toMatchObject({ code: 'slot-passed' })
})
