import ICAL from 'ical.js'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { workingTime } from '../working-days/working-days.ts'
import { momentOf } from '#platform/clock'
import {
  acknowledgeBooking,
  undoAcknowledging,
  bookMeeting,
  cancelBooking,
  findPlaces,
  moveBooking,
  showBooking,
} from './bookings.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { addAbsence, changeWorkingHours, removeAbsence } from '../diaries/diaries.schema.ts'
import { showCalendar } from '../calendar/calendar.schema.ts'
import { cancelByCompany, freeSlotsForCompany, moveByCompany } from './bookings.ts'

// The test runner sets an address of its own; links in mails read the setting.
process.env['BASE_URL'] = 'https://tovholder.example'
const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')
const anne = world.as('anne')
const { anne: Anne, ali: Ali } = world.people

let day = 0
/** Every test has a week of its own, without public holidays. */
beforeEach(() => {
  do day += 7
  while ([0, 1, 2, 3, 4].some((days) => workingTime([], []).offOn(dateIn(days))))
})
const dateIn = (days: number) => new Date(Date.UTC(2026, 10, 23 + day + days)).toISOString().slice(0, 10)
const moment = (date: string, time: string) => momentOf(date, time).toString()
const book = async (
  time: string,
  more: {
    personId?: number
    companyId?: number
    days?: number
    email?: string | null
    form?: 'visit' | 'online' | 'phone'
  } = {},
) =>
  birgit.call(bookMeeting, {
    body: {
      companyId: more.companyId ?? (await world.company()).id,
      personId: more.personId ?? Anne.id,
      startsAt: moment(dateIn(more.days ?? 0), time),
      contactName: 'Karen Holm',
      contactEmail: more.email === undefined ? 'karen@firma.example' : more.email,
      note: 'Ny pakkelinje',
      ...(more.form && { form: more.form }),
    },
  })
const mails = (to: string) =>
  world.sql<{ subject: string; body: string; attachment: string; attachment_type: string }>(
    'select subject, body, attachment, attachment_type from outbox where recipient = $1 order by id',
    [to],
  )
const read = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown as string)
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    local: event.startDate.toString(),
    zone: event.startDate.zone.tzid,
    status: event.component.getFirstPropertyValue('status'),
    summary: event.summary,
    organizer: event.organizer,
    attendees: event.attendees.map((one) => String(one.getFirstValue()).replace('mailto:', '')),
  }
}

describe('booking', () => {
  test('a visit keeps the driving free on both sides', async () => {
    const far = await world.company({ municipality: 787, town: 'Thisted' })
    const made = await book('12:00', { companyId: far.id })
    expect(made.travelMinutes).toBe(120)
    await expect(book('09:30')).rejects.toMatchObject({ code: 'slot-taken', status: 409 })
    await expect(book('14:30')).rejects.toMatchObject({ code: 'slot-taken' })
    expect((await book('08:30')).consultant).toBe('Anne Bruun')
  })

  test('where nobody knows the way its time is kept free, and told as not known: on the phone, in the calendar, in the mail', async () => {
    const nuuk = await world.company({ municipality: 956, town: 'Nuuk' })
    const { rows } = await birgit.call(listFreeSlots, {
      query: { companyId: nuuk.id, personId: Anne.id, from: dateIn(0), days: 1 },
    })
    expect(rows[0]).toMatchObject({
      travelMinutes: 30,
      travelKnown: false,
      why: expect.stringMatching(/^Køretiden kendes ikke/),
    })
    const made = await book('10:00', { companyId: nuuk.id })
    expect(made).toMatchObject({ travelKnown: false, visitors: [{ travelKnown: false }] })
    const own = (await mails(Anne.email)).at(-1)?.body ?? ''
    expect(own).toContain('køretiden kendes ikke')
    expect(own).not.toMatch(/30 min\. hver vej/)
  })

  test('a visit unless something else is said; nobody drives to a meeting online or by phone', async () => {
    expect(await book('10:00')).toMatchObject({ form: 'visit', travelMinutes: 15, place: 'Havnegade 1, 8700 Horsens' })
    await expect(book('11:15')).rejects.toMatchObject({ code: 'slot-taken' })
    const email = `phone${day}@firma.example`
    const call = await book('11:15', { form: 'phone', email })
    expect(call).toMatchObject({ form: 'phone', travelMinutes: 0, place: '' })
    const [invitation] = await mails(email)
    expect(invitation?.subject).toMatch(/^Telefonmøde mandag/)
    expect(invitation?.body).toMatch(
      /Vi har aftalt et telefonmøde:\n\n.*\n\nDet er Anne Bruun, .*, der ringer\. Det koster/,
    )
    expect(read(invitation?.attachment ?? '').summary).toMatch(/^Telefonmøde med /)
    // A move keeps the form: still no driving.
    const moved = await birgit.call(moveBooking, {
      params: { id: call.id },
      body: { startsAt: moment(dateIn(1), '08:00'), sequence: 0 },
    })
    expect(moved).toMatchObject({ form: 'phone', travelMinutes: 0 })
  })

  test('whom to meet is found by name and by number, while it is open', async () => {
    const place = await world.company({ name: `Ærøskøbing Bådebyggeri ${day}` })
    const closed = await world.company({ name: `Ærøskøbing Kro ${day}`, closedOn: '2026-01-01' })
    const found = async (q: string) => (await birgit.call(findPlaces, { query: { q } })).rows.map((row) => row.id)
    expect(await found(`bådeb ærøsk ${day}`)).toEqual([place.id])
    expect(await found(` ${place.cvr.slice(0, 4)} ${place.cvr.slice(4)} `)).toEqual([place.id])
    expect(await found(closed.cvr)).toEqual([])
    expect(await found('100% _')).toEqual([])
    await expect(world.as('soren').call(findPlaces, { query: { q: 'Ær' } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })

  test('thirty-two at the same slot: exactly one wins, the others get fresh times', async () => {
    const companies = await Promise.all(Array.from({ length: 32 }, () => world.company()))
    const tries = await Promise.allSettled(
      companies.map((company) => book('10:00', { companyId: company.id, email: null })),
    )
    const lost = tries
      .filter((one) => one.status === 'rejected')
      .map((one) => one.reason as { code: string; problem: { slots: { startsAt: string; personId: number }[] } })
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(new Set(lost.map((one) => one.code))).toEqual(new Set(['slot-taken']))
    expect(lost[0]?.problem.slots.length).toBeGreaterThan(3)
    expect(lost[0]?.problem.slots).not.toContainEqual(
      expect.objectContaining({ personId: Anne.id, startsAt: new Date(moment(dateIn(0), '10:00')).toISOString() }),
    )
    const rows = await world.sql('select id from booking where starts_at = $1', [moment(dateIn(0), '10:00')])
    expect(rows).toHaveLength(1)
  })

  test('the database itself refuses two overlapping times of one consultant', async () => {
    await book('10:00')
    const insert = () =>
      world.inside('birgit', async (ctx) => {
        const { insertBusy } = await import('../diaries/busy.sql.ts')
        const time = { startsAt: moment(dateIn(0), '10:30'), endsAt: moment(dateIn(0), '11:30'), travelMinutes: 15 }
        return insertBusy(ctx, { kind: 'meeting', id: 1 }, [{ personId: Anne.id, ...time }])
      })
    await expect(insert()).rejects.toMatchObject({ code: '23P01' })
  })

  test('a company has one open meeting, whoever books at the same moment', async () => {
    const company = await world.company()
    const tries = await Promise.allSettled([
      book('10:00', { companyId: company.id }),
      book('13:00', { companyId: company.id, personId: Ali.id }),
      book('14:00', { companyId: company.id, days: 1 }),
    ])
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(
      tries.filter((one) => one.status === 'rejected').map((one) => (one.reason as { code: string }).code),
    ).toEqual(['company-has-booking', 'company-has-booking'])
  })

  test('only in the future, inside working hours, outside absences, with someone who visits', async () => {
    await expect(book('07:30')).rejects.toMatchObject({
      code: 'outside-working-hours',
      problem: { title: expect.stringContaining('Anne Bruun') as string },
    })
    await expect(book('15:30')).rejects.toMatchObject({ code: 'outside-working-hours' })
    await expect(book('10:00', { days: 5 })).rejects.toMatchObject({ code: 'outside-working-hours' })
    await expect(book('10:00', { days: -day - 3 })).rejects.toMatchObject({ code: 'slot-passed' })
    await expect(book('10:00', { personId: world.people.soren.id })).rejects.toMatchObject({ code: 'not-found' })
    await anne.call(addAbsence, {
      body: { startsAt: moment(dateIn(1), '08:00'), endsAt: moment(dateIn(1), '16:00'), note: 'Tandlæge' },
    })
    await expect(book('10:00', { days: 1 })).rejects.toMatchObject({ code: 'slot-taken' })
  })
})

describe('free slots', () => {
  const slots = async (companyId: number, from: string, more: object = {}) =>
    (await birgit.call(listFreeSlots, { query: { companyId, from, days: 1, ...more } })).rows

  test('one or two a consultant and day, sorted by time, each with its reason, one proposed', async () => {
    const { id } = await world.company()
    const rows = await slots(id, dateIn(0))
    expect(rows.map((row) => row.startsAt)).toEqual(rows.map((row) => row.startsAt).toSorted())
    expect(rows.filter((row) => row.personId === Anne.id)).toHaveLength(2)
    expect(rows.find((row) => row.personId === Anne.id)?.why).toBe('Holder til i Horsens.')
    expect(rows.filter((row) => row.proposed)).toHaveLength(1)
  })

  test('a taken time and its driving are gone, and who is in town anyway says so', async () => {
    const { id } = await world.company()
    await book('10:00')
    const rows = await slots(id, dateIn(0), { personId: Anne.id, every: 'true' })
    const times = rows.map((row) => row.startsAt.slice(11, 16))
    expect(times).not.toContain('09:00')
    expect(
      rows.every(
        (row) =>
          Date.parse(row.endsAt) + row.travelMinutes * 60_000 <= Date.parse(moment(dateIn(0), '09:45')) ||
          Date.parse(row.startsAt) - row.travelMinutes * 60_000 >= Date.parse(moment(dateIn(0), '11:15')),
      ),
    ).toBe(true)
    expect(rows[0]?.why).toBe('Er i Horsens i forvejen.')
  })

  test('half hours stand on the Danish wall clock before and after both daylight-saving changes', async () => {
    const { id } = await world.company()
    const first = async (date: string) => (await slots(id, date, { personId: Anne.id, every: 'true' }))[0]?.startsAt
    world.clock.set('2026-10-01T09:00')
    expect(await first('2026-10-23')).toBe('2026-10-23T06:30:00.000Z')
    expect(await first('2026-10-26')).toBe('2026-10-26T07:30:00.000Z')
    expect(await first('2028-03-24')).toBe('2028-03-24T07:30:00.000Z')
    expect(await first('2028-03-27')).toBe('2028-03-27T06:30:00.000Z')
    world.clock.set('2026-11-23T09:00')
  })

  test('on the Sunday itself the skipped hour is not offered and the doubled one once', async () => {
    const { id } = await world.company()
    await birgit.call(changeWorkingHours, {
      params: { personId: world.people.pia.id },
      body: { hours: [{ weekday: 7, from: '00:00', to: '09:00' }] },
    })
    await world.sql("update school set municipality = 615 where name = 'SOSU Fjordby'")
    const times = async (date: string) =>
      (await slots(id, date, { personId: world.people.pia.id, every: 'true' })).map((row) => row.startsAt.slice(5, 16))
    expect((await times('2028-03-26')).slice(0, 6)).toEqual([
      '03-25T23:30',
      '03-26T00:00',
      '03-26T00:30',
      '03-26T01:00',
      '03-26T01:30',
      '03-26T02:00',
    ])
    world.clock.set('2026-10-01T09:00')
    const autumn = await times('2026-10-25')
    expect(new Set(autumn).size).toBe(autumn.length)
    world.clock.set('2026-11-23T09:00')
  })

  test('a caller sees free times and no calendar', async () => {
    const soren = world.as('soren')
    const { id } = await world.company()
    const answer = await soren.call(listFreeSlots, { query: { companyId: id, from: dateIn(0), days: 2 } })
    expect(answer.rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(answer)).not.toMatch(/Karen|Tandlæge/)
    await expect(soren.call(showCalendar, { query: { from: dateIn(0) } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})

describe('invitations', () => {
  test('company and consultant get a calendar file; a move is a newer version of the same; a cancellation takes it away', async () => {
    const email = `karen${day}@firma.example`
    const company = await world.company({
      name: 'Bøg, Ask & Eg; Snedkeri med et meget langt navn og mange æøå i Østbirk ved Horsens ApS',
    })
    const made = await book('10:00', { companyId: company.id, email })
    const moved = await birgit.call(moveBooking, {
      params: { id: made.id },
      body: { startsAt: moment(dateIn(1), '13:00'), sequence: made.sequence },
    })
    await birgit.call(cancelBooking, { params: { id: made.id }, body: { why: 'Anne er syg' } })
    const [invitation, move, cancellation] = await mails(email)
    expect(invitation?.subject).toMatch(/^Besøg mandag \d+\. \w+ kl\. 10\.00$/)
    expect(invitation?.body).toContain('https://tovholder.example/jeres-forloeb/')
    expect(cancellation?.body).not.toContain('Anne er syg')
    const files = [invitation, move, cancellation].map((mail) => read(mail?.attachment ?? ''))
    expect(files.map((file) => file.method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    expect(files.map((file) => file.sequence)).toEqual([0, 1, 2])
    expect(new Set(files.map((file) => file.uid)).size).toBe(1)
    expect(files[0]).toMatchObject({ start: made.startsAt, zone: 'Europe/Copenhagen', status: 'CONFIRMED' })
    expect(files[0]?.summary).toContain(company.name)
    expect(files[1]).toMatchObject({ start: moved.startsAt, local: `${dateIn(1)}T13:00:00` })
    expect(files[2]?.status).toBe('CANCELLED')
    expect(invitation?.attachment.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect((await mails('anne@oets.example')).map((mail) => read(mail.attachment).method)).toEqual(
      expect.arrayContaining(['REQUEST', 'CANCEL']),
    )
  })

  test('when another consultant takes over, the first one’s calendar is freed', async () => {
    const made = await book('10:00')
    const before = (await mails('anne@oets.example')).length
    const moved = await birgit.call(moveBooking, {
      params: { id: made.id },
      body: { startsAt: made.startsAt, personId: Ali.id, sequence: 0 },
    })
    expect(moved.consultant).toBe('Ali Demir')
    const own = (await mails('anne@oets.example')).slice(before)
    expect(own.map((mail) => read(mail.attachment).method)).toEqual(['CANCEL'])
    expect((await book('10:00')).personId).toBe(Anne.id)
  })

  test('one organizer through the meeting’s life, whoever comes; answers go to who comes', async () => {
    const email = `life${day}@firma.example`
    const made = await book('10:00', { email })
    const moved = await birgit.call(moveBooking, {
      params: { id: made.id },
      body: { startsAt: made.startsAt, personId: Ali.id, sequence: 0 },
    })
    await birgit.call(cancelBooking, { params: { id: moved.id }, body: { why: 'Syg' } })
    const files = (await mails(email)).map(({ attachment }) => read(attachment))
    expect(files.map(({ organizer }) => organizer)).toEqual(
      Array.from({ length: 3 }, () => 'mailto:tovholder@localhost'),
    )
    expect(files.map(({ attendees }) => attendees)).toEqual([
      [email, Anne.email],
      [email, Ali.email],
      [email, Ali.email],
    ])
    const told = [...(await mails(Anne.email)), ...(await mails(Ali.email))].map(({ attachment }) => read(attachment))
    expect(new Set(told.filter(({ uid }) => uid === files[0]?.uid).map(({ organizer }) => organizer)).size).toBe(1)
    const answers = await world.sql('select reply_to, reply_to_name from outbox where recipient = $1 order by id', [
      email,
    ])
    expect(answers).toEqual([
      { reply_to: Anne.email, reply_to_name: Anne.name },
      { reply_to: Ali.email, reply_to_name: Ali.name },
      { reply_to: Ali.email, reply_to_name: Ali.name },
    ])
  })
})

describe('changing a meeting', () => {
  test('a move of what someone else has moved shows both versions and changes nothing', async () => {
    const made = await book('10:00')
    await birgit.call(moveBooking, {
      params: { id: made.id },
      body: { startsAt: moment(dateIn(0), '13:00'), sequence: 0 },
    })
    const late = anne.call(moveBooking, {
      params: { id: made.id },
      body: { startsAt: moment(dateIn(2), '09:00'), sequence: 0 },
    })
    await expect(late).rejects.toMatchObject({
      code: 'changed-meanwhile',
      problem: {
        theirs: { startsAt: new Date(moment(dateIn(0), '13:00')).toISOString(), sequence: 1 },
        yours: { startsAt: moment(dateIn(2), '09:00') },
      },
    })
  })

  test('what is cancelled is free again, and so is the time that was moved from', async () => {
    const made = await book('10:00')
    await birgit.call(moveBooking, {
      params: { id: made.id },
      body: { startsAt: moment(dateIn(0), '13:00'), sequence: 0 },
    })
    const second = await book('10:00')
    await birgit.call(cancelBooking, { params: { id: second.id }, body: { why: 'x' } })
    expect((await book('10:00')).startsAt).toBe(second.startsAt)
    // A cancelled meeting still says who was to come.
    expect(await anne.call(showBooking, { params: { id: second.id } })).toMatchObject({
      consultant: 'Anne Bruun',
      travelMinutes: 15,
    })
  })

  test('a move half an hour later is not stopped by its own time', async () => {
    const made = await book('10:00')
    const moved = await birgit.call(moveBooking, {
      params: { id: made.id },
      body: { startsAt: moment(dateIn(0), '10:30'), sequence: 0 },
    })
    expect(moved.sequence).toBe(1)
  })

  test('only who visits, who booked and the coordinator may change it; only who visits acknowledges', async () => {
    const made = await book('10:00')
    await expect(
      world.as('ali').call(cancelBooking, { params: { id: made.id }, body: { why: 'x' } }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(birgit.call(acknowledgeBooking, { params: { id: made.id } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect((await anne.call(acknowledgeBooking, { params: { id: made.id } })).acknowledgedAt).not.toBeNull()
    await expect(birgit.call(undoAcknowledging, { params: { id: made.id } })).rejects.toMatchObject({ status: 403 })
    expect(await anne.call(undoAcknowledging, { params: { id: made.id } })).toMatchObject({ acknowledgedAt: null })
    await birgit.call(cancelBooking, { params: { id: made.id }, body: { why: 'x' } })
    await expect(birgit.call(cancelBooking, { params: { id: made.id }, body: { why: 'x' } })).rejects.toMatchObject({
      code: 'booking-cancelled',
    })
  })

  test('the company moves and cancels its own meeting, never another’s', async () => {
    const made = await book('10:00')
    const link = {
      ...(await world.inside('birgit', (ctx) => Promise.resolve({ centreId: ctx.centreId }))),
      personId: null,
      schoolId: null,
      role: 'link',
      source: 'link' as const,
      language: 'da' as const,
    }
    const asCompany = <T>(work: Parameters<typeof world.database.in<T>>[1]) => world.database.in(link, work)
    await expect(
      asCompany((ctx) =>
        moveByCompany(ctx, {
          bookingId: made.id,
          companyId: made.companyId,
          cvr: '10000009',
          startsAt: moment(dateIn(1), '10:00'),
        }),
      ),
    ).rejects.toMatchObject({ code: 'not-found' })
    const { rows } = await asCompany((ctx) =>
      freeSlotsForCompany(ctx, { bookingId: made.id, companyId: made.companyId, cvr: made.cvr, days: 21 }),
    )
    expect(new Set(rows.map((row) => row.personId))).toEqual(new Set([Anne.id]))
    const moved = await asCompany((ctx) =>
      moveByCompany(ctx, {
        bookingId: made.id,
        companyId: made.companyId,
        cvr: made.cvr,
        startsAt: moment(dateIn(1), '10:00'),
      }),
    )
    expect(moved.sequence).toBe(1)
    expect(
      (
        await asCompany((ctx) =>
          cancelByCompany(ctx, { bookingId: made.id, companyId: made.companyId, cvr: made.cvr, why: 'Travlt' }),
        )
      ).cancelledAt,
    ).not.toBeNull()
    const [event] = await world.sql<{ source: string; person_id: number | null }>(
      "select source, person_id from event where subject = 'booking' and verb = 'cancelled' order by id desc limit 1",
    )
    expect(event).toEqual({ source: 'link', person_id: null })
  })

  test('working hours are one’s own or the coordinator’s to change, and may not overlap', async () => {
    const hours = [
      { weekday: 1, from: '08:00', to: '12:00' },
      { weekday: 1, from: '11:00', to: '16:00' },
    ]
    await expect(
      anne.call(changeWorkingHours, { params: { personId: Ali.id }, body: { hours: [] } }),
    ).rejects.toMatchObject({ status: 404, code: 'not-found' })
    const { id } = await world.as('ali').call(addAbsence, {
      body: { startsAt: '2027-03-01T08:00:00Z', endsAt: '2027-03-01T09:00:00Z', note: 'Tandlæge' },
    })
    const asked = (params: { id: number }) =>
      anne.call(removeAbsence, { params }).catch((error: { problem: unknown }) => error.problem)
    expect(await asked({ id })).toEqual(await asked({ id: 999_999 }))
    await expect(
      anne.call(changeWorkingHours, { params: { personId: Anne.id }, body: { hours } }),
    ).rejects.toMatchObject({ code: 'wrong-input', problem: { errors: [{ pointer: '/body/hours/1/from' }] } })
  })

  test('away no more is said once, however often it is pressed at the same moment', async () => {
    const { id } = await anne.call(addAbsence, {
      body: { startsAt: '2027-03-02T08:00:00Z', endsAt: '2027-03-02T09:00:00Z', note: '' },
    })
    const said = await Promise.allSettled(Array.from({ length: 6 }, () => anne.call(removeAbsence, { params: { id } })))
    expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(
      await world.sql("select from event where subject = 'absence' and verb = 'not-away' and subject_id = $1", [id]),
    ).toHaveLength(1)
  })

  test('who visits opens on the own week, everyone else on the centre’s', async () => {
    const opens = async (who: 'anne' | 'birgit') =>
      (await world.as(who).call(showCalendar, { query: { from: dateIn(0), who: 'usual' } })).who
    expect([await opens('anne'), await opens('birgit')]).toEqual(['mine', 'all'])
  })
  test('why someone is away is not for colleagues', async () => {
    await anne.call(addAbsence, {
      body: { startsAt: moment(dateIn(3), '08:00'), endsAt: moment(dateIn(3), '16:00'), note: 'Tandlæge' },
    })
    const seenBy = async (who: 'anne' | 'ali' | 'birgit') =>
      (await world.as(who).call(showCalendar, { query: { from: dateIn(0), who: 'all' } })).people.find(
        (one) => one.personId === Anne.id,
      )?.absences[0]?.note
    expect([await seenBy('anne'), await seenBy('birgit'), await seenBy('ali')]).toEqual(['Tandlæge', 'Tandlæge', ''])
  })
})
