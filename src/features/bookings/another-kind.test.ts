import ICAL from 'ical.js'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { sayCapacity } from '../capacity/capacity.schema.ts'
import { changeRules, showRules } from '../centre/centre.schema.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { acknowledgeBooking, bookMeeting, cancelBooking, moveBooking, showBooking } from './bookings.schema.ts'
import { confirmByCompany, moveByCompany } from './bookings.ts'

process.env['BASE_URL'] = 'https://tovholder.example'
const world = await openWorld()
afterAll(() => world.close())
const [birgit, anne, ali] = [world.as('birgit'), world.as('anne'), world.as('ali')]
const { anne: Anne, ali: Ali } = world.people

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql("delete from capacity_limit; delete from capacity_said; delete from busy where kind = 'booking'")
})
let made = 0
const at = (time: string, on = '2026-12-02') => `${on}T${time}:00+01:00`
type More = { secondId?: number; on?: string; phone?: null }
const book = async (time: string, form: MeetingForm, more: More = {}) => {
  const company = await world.company({ municipality: 615, ...(more.phone === null && { phone: null }) })
  return birgit.call(bookMeeting, {
    body: {
      ...{ companyId: company.id, personId: Anne.id, startsAt: at(time, more.on), form, note: '' },
      ...{ contactName: 'Karen Holm', contactEmail: `karen${++made}@firma.example` },
      ...(more.secondId && { secondId: more.secondId }),
    },
  })
}
type Made = Awaited<ReturnType<typeof book>>
const become = (
  { id, startsAt, sequence }: Pick<Made, 'id' | 'startsAt' | 'sequence'>,
  form: MeetingForm,
  more: object = {},
  who = birgit,
) => who.call(moveBooking, { params: { id }, body: { startsAt, sequence, form, ...more } })
const shown = ({ id }: Pick<Made, 'id'>) => birgit.call(showBooking, { params: { id } })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const mailsTo = (to: string | null) =>
  world.sql<{ subject: string; body: string; attachment: string; attachment_type: string }>(
    'select subject, body, attachment, attachment_type from outbox where recipient = $1 order by id',
    [to],
  )
const fileOf = (text: string) => {
  const event = new ICAL.Component(ICAL.parse(text) as unknown as string).getFirstSubcomponent('vevent')
  const value = (name: string) => event?.getFirstPropertyValue(name)
  return { uid: value('uid'), sequence: value('sequence'), location: value('location'), summary: value('summary') }
}
const busyOf = ({ id }: Pick<Made, 'id'>) =>
  world.sql(
    "select person_id as person, form, travel_minutes as travel from busy where kind = 'booking' and source_id = $1 order by 1",
    [id],
  )

test('a visit becomes an online meeting where it stands: no driving, another place; everyone is told with the same calendar entry, and sees it anew', async () => {
  const visit = await book('10:00', 'visit')
  await anne.call(acknowledgeBooking, { params: { id: visit.id } })
  const { id: bookingId, companyId, cvr, endsAt } = visit
  await world.inside('anne', (ctx) => confirmByCompany({ ...ctx, personId: null }, { bookingId, companyId, cvr }))
  // How long new meetings last has changed since: this one lasts as long as was agreed.
  const rules = await birgit.call(showRules)
  await birgit.call(changeRules, { body: { ...rules, visitMinutes: 90 } })
  const online = await become(visit, 'online', { place: 'https://moede.example/1' })
  expect(online).toMatchObject({
    ...{ form: 'online', startsAt: visit.startsAt, endsAt, place: 'https://moede.example/1', sequence: 1 },
    ...{ travelMinutes: 0, acknowledgedAt: null, confirmedAt: null, consultant: 'Anne Bruun' },
  })
  expect(await busyOf(visit)).toEqual([{ person: Anne.id, form: 'online', travel: 0 }])
  const mails = await mailsTo(visit.contactEmail)
  const [invitation, news] = [mails[0], mails.at(-1)]
  expect(mails).toHaveLength(2)
  expect(news?.subject).toMatch(/^Ændret til onlinemøde: /)
  expect(news?.body).toContain('Det bliver nu et onlinemøde:')
  expect(news?.attachment_type).toContain('REQUEST')
  expect(fileOf(news?.attachment ?? '')).toMatchObject({
    uid: fileOf(invitation?.attachment ?? '').uid,
    ...{ sequence: 1, location: 'https://moede.example/1', summary: expect.stringMatching(/^Onlinemøde med /) },
  })
  expect((await mailsTo(Anne.email)).at(-1)?.subject).toMatch(/^Nu onlinemøde: /)
  const [event] = await world.sql("select before, after from event where verb = 'made-online'")
  expect(event).toMatchObject({ before: { form: 'visit' }, after: { form: 'online' } })
  await birgit.call(changeRules, { body: { ...rules } })
  // And back: at the company's own address again.
  expect(await become(online, 'visit')).toMatchObject({ form: 'visit', place: visit.place, sequence: 2 })
})

test('what is a visit needs its driving: where that is taken it stays as it was, with times that are free; at another time it becomes one', async () => {
  await book('09:00', 'phone')
  const phone = await book('10:00', 'phone')
  const refused = await become(phone, 'visit').catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'slot-taken', problem: { slots: expect.any(Array) } })
  expect(await shown(phone)).toMatchObject({ form: 'phone', sequence: 0 })
  expect(await busyOf(phone)).toEqual([{ person: Anne.id, form: 'phone', travel: 0 }])
  expect(await mailsTo(phone.contactEmail)).toHaveLength(1)
  const visit = await become({ ...phone, startsAt: at('13:00') }, 'visit')
  expect(visit).toMatchObject({ form: 'visit', travelMinutes: 15, startsAt: '2026-12-02T12:00:00.000Z' })
  // The company moves what it has: of its kind.
  const { id: bookingId, companyId, cvr } = visit
  const moved = await world.inside('anne', (ctx) =>
    moveByCompany({ ...ctx, personId: null }, { bookingId, companyId, cvr, startsAt: at('10:00', '2026-12-03') }),
  )
  expect(moved.form).toBe('visit')
})

test('who comes along drives too, or nobody does; who it is without his time free is not', async () => {
  const both = await book('10:00', 'online', { secondId: Ali.id })
  const visit = await become(both, 'visit')
  expect(visit.visitors.map(({ travelMinutes }) => travelMinutes > 0)).toEqual([true, true])
  const phone = await become(visit, 'phone')
  await world.sql(
    `insert into busy (centre_id, kind, source_id, person_id, during)
     values ($1, 'presence-day', 1, $2, tstzrange('2026-12-02 11:05+01', '2026-12-02 12:00+01'))`,
    [world.centreId, Ali.id],
  )
  expect(await codeOf(become(phone, 'visit'))).toBe('slot-taken')
  await world.sql("delete from busy where kind = 'presence-day'")
})

test('of two that become visits at once, where one more is agreed, one does; the other stays online', async () => {
  await birgit.call(sayCapacity, {
    body: { personId: Anne.id, from: '2026-11-30', meetings: 9, limits: { visit: 1 } },
  })
  const two = [await book('09:00', 'online'), await book('12:30', 'online')]
  const said = await Promise.all(two.map((one) => codeOf(become(one, 'visit'))))
  expect(said.toSorted()).toEqual(['done', 'week-full'])
  expect((await Promise.all(two.map(shown))).map(({ form }) => form).toSorted()).toEqual(['online', 'visit'])
  // As another kind it takes none of the visits.
  for (const [n, one] of two.entries())
    if (said[n] === 'done') expect(await codeOf(become(await shown(one), 'phone'))).toBe('done')
  for (const [n, one] of two.entries()) if (said[n] !== 'done') expect(await codeOf(become(one, 'visit'))).toBe('done')
})

test('changed by two at once: the second is told how it stands; what is of that kind already is left alone', async () => {
  const visit = await book('10:00', 'visit')
  const said = await Promise.allSettled([become(visit, 'online'), become(visit, 'phone')])
  const lost = said.flatMap((one) => (one.status === 'rejected' ? [one.reason as object] : []))
  const now = await shown(visit)
  expect(lost).toMatchObject([{ code: 'changed-meanwhile', problem: { theirs: { form: now.form, sequence: 1 } } }])
  const mails = (await mailsTo(visit.contactEmail)).length
  expect(await become(now, now.form)).toMatchObject({ sequence: 1 })
  expect(await mailsTo(visit.contactEmail)).toHaveLength(mails)
})

test('by who may move it, as long as it lies ahead and stands', async () => {
  const visit = await book('10:00', 'visit')
  expect(await codeOf(become(visit, 'online', {}, ali))).toBe('not-allowed')
  expect(await codeOf(become(visit, 'online', {}, world.as('soren')))).toBe('not-allowed')
  expect(await codeOf(become(visit, 'online', {}, anne))).toBe('done')
  const off = await book('13:00', 'visit')
  await birgit.call(cancelBooking, { params: { id: off.id }, body: { why: 'Syg', newTime: false } })
  expect(await codeOf(become(off, 'online'))).toBe('booking-cancelled')
  world.clock.set('2026-12-02T10:05')
  expect(await codeOf(become(await shown(visit), 'phone'))).toBe('slot-passed')
})

test('a place of its own is there again when it becomes a visit once more, unless another is said; none said is the company’s address', async () => {
  const visit = await book('10:00', 'visit', { on: '2026-12-09' })
  const port = await become(visit, 'visit', { place: 'Havnen, port 4' })
  const online = await become(port, 'online', { place: 'https://moede.example/2' })
  expect(online).toMatchObject({ place: 'https://moede.example/2', ownPlaces: { visit: 'Havnen, port 4' } })
  const back = await become(await become(online, 'phone'), 'visit')
  expect(back).toMatchObject({ place: 'Havnen, port 4', ownPlaces: { online: 'https://moede.example/2' } })
  const again = await become(back, 'online')
  expect(again.place).toBe('https://moede.example/2')
  const home = await become(again, 'visit', { place: '' })
  expect(home.place).toBe(visit.place)
  // Where it is usually is nothing to remember.
  expect((await become(home, 'phone')).ownPlaces).toEqual({ online: 'https://moede.example/2' })
})

test('by phone is met who can be called: at the contact’s number, else the company’s, or one that is said', async () => {
  const on = '2026-12-10'
  const known = await book('10:00', 'visit', { on })
  await world.sql('update booking set contact_phone = null where id = $1', [known.id])
  expect((await become(known, 'phone')).contactPhone).toBe(known.contactPhone)
  const visit = await book('12:00', 'visit', { on, phone: null })
  expect(await codeOf(become(visit, 'phone'))).toBe('meeting-kind')
  const told = await become(visit, 'phone', { place: '20 30 40 50' })
  expect(told).toMatchObject({ form: 'phone', place: '20 30 40 50', contactPhone: null })
  // It was said before: no other is asked for, and what it is now is nothing to remember.
  const back = await become(await become(told, 'online'), 'phone')
  expect(back).toMatchObject({ place: '20 30 40 50', ownPlaces: {} })
  const refused = await book('14:00', 'phone', { on, phone: null }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ problem: { errors: [{ pointer: '/body/contactPhone' }] } })
})

test('another place alone is said, and heard; the same one is nothing new', async () => {
  const visit = await book('10:00', 'visit', { on: '2026-12-08' })
  const port = await become(visit, 'visit', { place: 'Havnen, port 4' })
  expect(port).toMatchObject({ form: 'visit', place: 'Havnen, port 4', sequence: 1 })
  expect((await mailsTo(visit.contactEmail)).at(-1)?.body).toContain('Havnen, port 4')
  expect(await become(port, 'visit', { place: 'Havnen, port 4' })).toMatchObject({ sequence: 1 })
})
