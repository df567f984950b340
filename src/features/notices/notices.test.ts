import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Asker } from '#platform/context'
import { noClaim } from '#platform/portions'
import { reachOf } from '#platform/reach'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import type { PersonKey } from '../../../db/world.ts'
import { showBooking } from '../bookings/bookings.schema.ts'
import { addAbsence } from '../diaries/diaries.schema.ts'
import { listMails } from '../mails/mails.schema.ts'
import { changeMyLanguage, endMembership } from '../members/members.schema.ts'
import { changePromiseDate } from '../promises/promises.schema.ts'
import { offerRegularContact } from '../regular-contacts/regular-contacts.schema.ts'
import { askToStaff } from '../staffing-ahead/staffing-ahead.schema.ts'
import { changeMyNotices, showMyNotices, showNoticeStop, stopNotices } from './notices.schema.ts'
import { tell, tellPerson } from './telling.ts'

// Nobody answers there: what is written stays in the outbox.
const world = await openWorld({ SMTP_URL: 'smtp://127.0.0.1:9' })
afterAll(() => world.close())
const { people } = world
const [anne, birgit] = [world.as('anne'), world.as('birgit')]
const { booked, promised } = openThings(world)
const lund = await world.company({ name: 'Bageri Lund ApS', municipality: 615 })
const holm = await world.company({ name: 'Smedjen Holm', municipality: 615 })

beforeEach(async () => {
  world.clock.set('2026-11-23T06:00')
  await world.sql(
    `delete from outbox; delete from notice_told; delete from notice_morning; delete from notice_choice; delete from link where kind = 'notice-stop';
     delete from promise_handover; delete from promise; delete from contact_offer; delete from absence;
     delete from staffing_ask; delete from booking_visitor; delete from booking; delete from busy; update membership set left_at = null;
     update person set language = 'da'`,
  )
  // Only Anne is told: the pages of the others need not be read.
  await world.sql(
    "insert into notice_choice (centre_id, person_id, choice, chosen_at) select centre_id, person_id, 'never', joined_at from membership where person_id <> $1",
    [people.anne.id],
  )
})
/** What the house does at this moment: whose turn it is, then each of them. */
const round = async (at: string) => {
  world.clock.set(at)
  await world.runHouseJob('tell-what-is-new')
  await world.runJobs()
}
type Mail = { subject: string; body: string; leave_url: string | null; over: boolean }
const mailsTo = (who: PersonKey) =>
  world.sql<Mail>(
    "select subject, body, leave_url, over_at is not null as over from outbox where brings = 'digest' and recipient = $1 order by created_at",
    [people[who].email],
  )
const count = async (who: PersonKey) => (await mailsTo(who)).length
const askerOf = (who: PersonKey): Asker => {
  const { id, schoolId, role } = people[who]
  return { centreId: world.centreId, personId: id, schoolId, role, source: 'job', language: 'da' }
}
const reach = (who: PersonKey) => reachOf(world.database, askerOf(who), noClaim)
const offer = () => birgit.call(offerRegularContact, { body: { companyId: holm.id, toId: people.anne.id } })

test('at seven on a working day one mail tells what is new, what somebody wrote left out; then nothing, until a date is another', async () => {
  const id = await promised(lund.id, 'Send prisen på truckkurset')
  await round('2026-11-24T06:55')
  expect(await count('anne')).toBe(0)
  await round('2026-11-24T07:00')
  const [mail] = await mailsTo('anne')
  expect(mail?.body).toContain(
    `- En aftale med Bageri Lund ApS (1. december)\n  https://tovholder.example/aftaler?aftale=${id}`,
  )
  expect(JSON.stringify(mail)).not.toContain('truckkurset')
  await round('2026-11-24T07:05')
  await round('2026-11-25T07:00')
  expect(await count('anne')).toBe(1)
  await anne.call(changePromiseDate, { params: { id }, body: { dueOn: '2026-12-02', was: '2026-12-01', why: '' } })
  await round('2026-11-26T07:00')
  expect((await mailsTo('anne')).at(-1)?.body).toContain('2. december')
  expect(await count('anne')).toBe(2)
})

test('of four workers at once one tells; who dies half-way has told nothing, and the next tells it all', async () => {
  await promised(lund.id)
  world.clock.set('2026-11-24T07:00')
  const dies = world.database.in(askerOf('anne'), async (ctx) => {
    await tell(ctx, 'morning')
    throw new Error('dies')
  })
  await expect(dies).rejects.toThrow('dies')
  expect(await count('anne')).toBe(0)
  await Promise.all([1, 2, 3, 4].map(() => tellPerson.run(reach('anne'), { when: 'morning' })))
  expect(await count('anne')).toBe(1)
})

test('not on a Saturday nor a holiday; on the Monday after the clocks changed at seven by the wall', async () => {
  await promised(lund.id)
  for (const at of ['2026-11-28T07:00', '2026-12-25T07:00']) await round(at)
  expect(await count('anne')).toBe(0)
  await round('2027-03-29T07:00') // Easter Monday.
  await round('2027-03-30T06:59')
  expect(await count('anne')).toBe(0)
  await round('2027-03-30T07:00')
  expect(await count('anne')).toBe(1)
})

test('at once: what is asked within five minutes, the rest in the morning, neither of them twice', async () => {
  await anne.call(changeMyNotices, { body: { choice: 'at-once' } })
  await promised(lund.id)
  const id = await booked(holm.id, people.ali.id)
  const { startsAt } = await birgit.call(showBooking, { params: { id } })
  await birgit.call(askToStaff, { params: { id }, body: { personId: people.anne.id, place: 'second', startsAt } })
  await round('2026-11-23T14:00')
  const [mail] = await mailsTo('anne')
  expect(mail?.subject).toBe('Kan du tage til Smedjen Holm?')
  expect(mail?.body).not.toContain('Lund')
  await round('2026-11-24T07:00')
  const next = (await mailsTo('anne')).at(-1)?.body
  expect(next).toContain('Bageri Lund')
  expect(next).not.toContain('Holm')
  await round('2026-11-24T07:05')
  expect(await count('anne')).toBe(2)
})

test('in the language of who reads, and in nobody else’s outbox', async () => {
  await promised(lund.id)
  // Of this its own room writes to her, and nobody else.
  await offer()
  await promised(holm.id)
  await anne.call(changeMyLanguage, { body: { language: 'en' } })
  await round('2026-11-24T07:00')
  const [mail] = await mailsTo('anne')
  expect(mail).toMatchObject({ subject: 'New to you: 2 things that wait' })
  expect(mail?.body).toContain('A promise to Bageri Lund ApS (1 December)')
  const seen = (await birgit.call(listMails, { query: {} })).rows
  expect(seen.flatMap(({ to, subject }) => (to === people.anne.email ? [subject] : []))).toEqual([
    'Vil du være fast kontakt for Smedjen Holm?',
  ])
  const others = await world.database.in(askerOf('ali'), (ctx) =>
    ctx.db.selectFrom('outbox').select('id').where('forPerson', '=', people.anne.id).execute(),
  )
  expect(others).toEqual([])
})

test('one press stops them, as a mail program sends it; a link of another kind stops nothing', async () => {
  await promised(lund.id)
  await round('2026-11-24T07:00')
  const address = (await mailsTo('anne'))[0]?.leave_url ?? ''
  const token = address.slice(address.lastIndexOf('/') + 1)
  await world.visitor.call(showNoticeStop, { params: { token } })
  expect(await anne.call(showMyNotices)).toMatchObject({ choice: 'morning' })
  const pressed = await world.visitor.fetch(new URL(address).pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(pressed.status).toBe(200)
  expect(await anne.call(showMyNotices)).toMatchObject({ choice: 'never' })
  await promised(holm.id)
  await round('2026-11-25T07:00')
  expect(await count('anne')).toBe(1)
  await expect(
    world.visitor.call(stopNotices, { params: { token: `${world.centreId}-${'x'.repeat(43)}` } }),
  ).rejects.toMatchObject({ code: 'link-revoked' })
})

test('without a mail server nothing is written or noted, and my page says so; where the last one was turned away neither', async () => {
  await promised(lund.id)
  const { house } = world.database
  world.database.house = { ...house, mail: null }
  await round('2026-11-24T07:00')
  expect(await anne.call(showMyNotices)).toMatchObject({ held: 'no-server' })
  world.database.house = house
  await round('2026-11-24T07:05')
  await world.sql("update outbox set given_up_at = created_at, failure = 'refused' where brings = 'digest'")
  await promised(holm.id)
  await round('2026-11-25T07:00')
  expect(await count('anne')).toBe(1)
  expect(await anne.call(showMyNotices)).toMatchObject({ held: 'refused' })
  await world.sql("update outbox set put_aside_at = created_at where brings = 'digest'")
  await round('2026-11-25T07:05')
  expect(await count('anne')).toBe(2)
})

test('who is away that day gets it together when he is back; who has left gets nothing, not even what was written', async () => {
  await promised(lund.id)
  const [startsAt, endsAt] = ['2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z']
  await anne.call(addAbsence, { body: { startsAt, endsAt, note: '' } })
  await round('2026-11-24T07:00')
  expect(await count('anne')).toBe(0)
  await round('2026-11-25T07:00')
  expect(await count('anne')).toBe(1)
  await birgit.call(endMembership, { params: { id: people.anne.memberId } })
  await tellPerson.run(reach('anne'), { when: 'morning' })
  await round('2026-11-25T07:05')
  expect((await mailsTo('anne')).map(({ over }) => over)).toEqual([true])
  expect(await world.sql('select from notice_told where person_id = $1', [people.anne.id])).toEqual([])
})
