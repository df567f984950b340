/** Two who go to one meeting: it stays one meeting wherever it is read, and each of them has his own part in it. */
import ICAL from 'ical.js'
import { listReports } from './features/reports/reports.schema.ts'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { callingList } from '#testing/calling-list'
import { linkFor } from '#testing/company-link'
import { openWorld } from '#testing/world'
import {
  acknowledgeBooking,
  bookMeeting,
  cancelBooking,
  moveBooking,
  showBooking,
} from './features/bookings/bookings.schema.ts'
import { showCalendar } from './features/calendar/calendar.schema.ts'
import { answerCall, takeCompany } from './features/calls/calls.schema.ts'
import { listCompanyEvents, showCompany } from './features/companies/one-company.schema.ts'
import { listCaseSlots, moveCaseMeeting, showCase } from './features/company-page/company-page.schema.ts'
import { type Bundle, readBundles } from './features/evaluation/evaluation.sql.ts'
import type { Ctx } from '#platform/context'
import { listFreeSlots } from './features/free-slots/free-slots.schema.ts'
import { listWaiting } from './features/home/home.schema.ts'
import { endMembership, showMemberLooseEnds } from './features/members/members.schema.ts'
import { showQueue } from './features/queue/queue.schema.ts'
import { reportVisit } from './features/visits/visits.schema.ts'
import { showReportForm } from './features/visits/drafts.schema.ts'
import { showLooseEnds } from '#platform/loose-ends'

const world = await openWorld()
afterAll(() => world.close())
const { people, visitor } = world
const [anne, ali, birgit, soren] = [world.as('anne'), world.as('ali'), world.as('birgit'), world.as('soren')]
const report = { about: 'De får en ny pakkelinje.', needs: [], topics: [], promises: [] }

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql(
    'delete from outbox; delete from visit; delete from visit_draft; delete from booking_visitor; delete from booking; delete from busy; delete from contact_mark; update membership set left_at = null',
  )
})

/** Someone comes along, as the verb that is to come will write it: after who goes, and with the time taken. */
const comesAlong = (bookingId: number, personId: number, travelMinutes = 30) =>
  world.sql(
    `with w as (
       insert into booking_visitor (centre_id, booking_id, person_id, travel_minutes, position)
       select $1, $2::int, $3::int, $4::int, max(position) + 1 from booking_visitor where booking_id = $2
       returning person_id, travel_minutes)
     insert into busy (centre_id, kind, source_id, person_id, travel_minutes, during, form)
     select $1, 'booking', b.id, w.person_id, w.travel_minutes,
       tstzrange(b.starts_at - make_interval(mins => w.travel_minutes), b.ends_at + make_interval(mins => w.travel_minutes)), b.form
     from booking b, w where b.id = $2`,
    [world.centreId, bookingId, personId, travelMinutes],
  )
const startsAt = '2026-11-25T09:00:00.000Z'
/** Anne goes, and Ali comes along. */
const bothGo = async () => {
  const company = await world.company({ name: 'Nordhavn Pakkeri A/S', municipality: 615 })
  const body = { companyId: company.id, personId: people.anne.id, startsAt, contactName: 'Karen', note: '' }
  const { id } = await birgit.call(bookMeeting, { body: { ...body, contactEmail: 'karen@nordhavn.example' } })
  await comesAlong(id, people.ali.id)
  return { id, company }
}
const busy = (id: number) =>
  world.sql<{ person: string; from: string; to: string }>(
    `select p.name as person, to_json(lower(b.during) at time zone 'UTC') as "from", to_json(upper(b.during) at time zone 'UTC') as "to" from busy b join person p on p.id = b.person_id
     where b.kind = 'booking' and b.source_id = $1 order by p.name desc`,
    [id],
  )
const names = ['Anne Bruun', 'Ali Demir']
const move = (id: number, to: { startsAt?: string; personId?: number }) =>
  birgit.call(moveBooking, { params: { id }, body: { startsAt, sequence: 0, ...to } })
const waits = async (who: typeof anne, kind: string, others?: 'true') =>
  (await who.call(listWaiting, { query: others ? { others } : {} })).rows.filter((row) => row.kind === kind)

test('the meeting names both, and stands once in each one’s calendar with that one’s driving', async () => {
  const { id } = await bothGo()
  const shown = await birgit.call(showBooking, { params: { id } })
  expect(shown).toMatchObject({ consultant: 'Anne Bruun', travelMinutes: 15 })
  expect(shown.visitors.map(({ name, travelMinutes }) => [name, travelMinutes])).toEqual([
    ['Anne Bruun', 15],
    ['Ali Demir', 30],
  ])
  const calendar = (client: typeof anne, who: 'mine' | 'all') =>
    client.call(showCalendar, { query: { from: '2026-11-23', days: 7, who } })
  for (const [client, travelMinutes] of [
    [anne, 15],
    [ali, 30],
  ] as const)
    expect((await calendar(client, 'mine')).bookings).toMatchObject([
      { id, travelMinutes, can: { acknowledge: true, move: true, cancel: true } },
    ])
  expect((await calendar(birgit, 'all')).bookings).toMatchObject([{ id, can: { acknowledge: false } }])
})

test('neither is free then, wherever else somebody asks', async () => {
  await bothGo()
  const other = await world.company({ municipality: 615 })
  const free = await birgit.call(listFreeSlots, {
    query: { companyId: other.id, from: '2026-11-25', days: 1, every: 'true' },
  })
  const at = free.rows.filter((row) => row.startsAt === startsAt).map(({ name }) => name)
  expect(at).toEqual(['Pia Toft'])
})

test('each sees the new meeting as waiting until he has said himself that he has seen it', async () => {
  const { id } = await bothGo()
  const [first, second] = [() => waits(anne, 'booking-new'), () => waits(ali, 'booking-new')]
  expect([(await first()).length, (await second()).length]).toEqual([1, 1])
  const seen = await ali.call(acknowledgeBooking, { params: { id } })
  expect(seen).toMatchObject({ acknowledgedAt: expect.any(String) as string, can: { acknowledge: false } })
  expect(seen.visitors.map(({ acknowledgedAt }) => acknowledgedAt !== null)).toEqual([false, true])
  expect([(await first()).length, (await second()).length]).toEqual([1, 0])
  expect(await anne.call(showBooking, { params: { id } })).toMatchObject({ can: { acknowledge: true } })
  await anne.call(acknowledgeBooking, { params: { id } })
  expect(await first()).toEqual([])
  await expect(world.as('pia').call(acknowledgeBooking, { params: { id } })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})

test('moved, both times move and both say anew that they have seen it; cancelled, both are free', async () => {
  const { id } = await bothGo()
  await anne.call(acknowledgeBooking, { params: { id } })
  const moved = await move(id, { startsAt: '2026-11-26T10:00:00Z' })
  expect(moved.visitors).toMatchObject([
    { name: 'Anne Bruun', acknowledgedAt: null },
    { name: 'Ali Demir', acknowledgedAt: null },
  ])
  // Ali’s driving is reckoned as everyone’s is.
  expect(await busy(id)).toEqual(
    names.map((person) => ({ person, from: '2026-11-26T09:45:00', to: '2026-11-26T11:15:00' })),
  )
  await birgit.call(cancelBooking, { params: { id }, body: { why: 'Syg' } })
  expect(await busy(id)).toEqual([])
})

test('it is moved only to where both can, and only such times are offered, to the company too', async () => {
  const { id, company } = await bothGo()
  const other = await world.company({ municipality: 615 })
  const taken = '2026-11-26T10:00:00.000Z'
  const body = { companyId: other.id, personId: people.ali.id, startsAt: taken, contactName: 'Karen', note: '' }
  await birgit.call(bookMeeting, { body })
  const query = { companyId: company.id, bookingId: id, from: '2026-11-25', days: 3, every: 'true' as const }
  const { rows } = await birgit.call(listFreeSlots, { query })
  const at = (moment: string) => rows.filter((row) => row.startsAt === moment).map(({ name }) => name)
  expect(at(startsAt).toSorted()).toEqual(['Ali Demir', 'Anne Bruun', 'Pia Toft'])
  expect(at(taken)).toEqual([])
  await expect(move(id, { startsAt: taken })).rejects.toMatchObject({
    code: 'slot-taken',
    problem: { slots: expect.not.arrayContaining([expect.objectContaining({ startsAt: taken })]) as unknown[] },
  })
  expect(await busy(id)).toHaveLength(2)

  const { token } = await linkFor(world, company.id)
  const params = { token }
  expect((await visitor.call(showCase, { params })).meetings).toMatchObject([
    { id, who: 'Anne Bruun og Ali Demir', school: 'Østkystens Tekniske Skole og VUC Sundet' },
  ])
  const offered = (await visitor.call(listCaseSlots, { params, query: { meetingId: id } })).rows.map(
    (row) => row.startsAt,
  )
  expect(offered).not.toContain(taken)
  const to = offered.at(-1) ?? ''
  await visitor.call(moveCaseMeeting, { params, body: { meetingId: id, startsAt: to } })
  expect((await busy(id)).map(({ person }) => person)).toEqual(names)
})

test('another goes first: only that part changes hands, and who comes along still does', async () => {
  const { id } = await bothGo()
  const given = await move(id, { personId: people.pia.id })
  expect(given).toMatchObject({ consultant: 'Pia Toft' })
  expect(given.visitors.map(({ name }) => name)).toEqual(['Pia Toft', 'Ali Demir'])
  expect((await busy(id)).map(({ person }) => person)).toEqual(['Pia Toft', 'Ali Demir'])
  // Who came along goes first now: he goes once.
  const alone = await birgit.call(moveBooking, {
    params: { id },
    body: { startsAt, personId: people.ali.id, sequence: 1 },
  })
  expect(alone.visitors.map(({ name }) => name)).toEqual(['Ali Demir'])
})

test('each has one mail, the company one, and every calendar file names both', async () => {
  const { id } = await bothGo()
  await world.sql('delete from outbox')
  const mails = async () => {
    const rows = await world.sql<{ recipient: string; subject: string; body: string; attachment: string }>(
      'select recipient, subject, body, attachment from outbox order by id',
    )
    await world.sql('delete from outbox')
    return rows.map(({ attachment, ...mail }) => {
      const calendar = new ICAL.Component(ICAL.parse(attachment) as unknown as string)
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
      const named = [event.organizer, ...event.attendees.map((one) => String(one.getFirstValue()))]
      return { ...mail, named: new Set(named.map((one) => one.replace('mailto:', ''))), says: event.description }
    })
  }
  const both = [people.anne.email, people.ali.email]
  await move(id, { startsAt: '2026-11-26T10:00:00Z' })
  const moved = await mails()
  expect(moved.map(({ recipient }) => recipient)).toEqual(['karen@nordhavn.example', ...both])
  expect(moved[0]?.body).toContain(
    'Det er Anne Bruun (Østkystens Tekniske Skole) og Ali Demir (VUC Sundet), der kommer.',
  )
  for (const { named, says } of moved) {
    expect([...named]).toEqual(expect.arrayContaining(both))
    expect(says).toBe('Anne Bruun og Ali Demir besøger Karen.')
  }
  // Whoever no longer goes is told so, alone.
  await birgit.call(moveBooking, { params: { id }, body: { startsAt, personId: people.pia.id, sequence: 1 } })
  expect((await mails()).map(({ recipient, subject }) => [recipient, subject.split(':')[0]])).toEqual([
    ['karen@nordhavn.example', expect.stringContaining('Nyt tidspunkt') as string],
    [people.pia.email, 'Besøg flyttet'],
    [people.ali.email, 'Besøg flyttet'],
    [people.anne.email, 'Besøg aflyst'],
  ])
  await birgit.call(cancelBooking, { params: { id }, body: { why: 'Syg', newTime: false } })
  expect((await mails()).map(({ recipient }) => recipient)).toEqual([
    'karen@nordhavn.example',
    people.pia.email,
    people.ali.email,
  ])
})

test('a report is missed at both, and once at the coordinator’s; either writes it, and then nobody owes it', async () => {
  const { id: bookingId, company } = await bothGo()
  world.clock.set('2026-11-25T12:00')
  const missed = async () => [
    (await waits(anne, 'visit-report')).length,
    (await waits(ali, 'visit-report')).length,
    (await waits(birgit, 'visit-report', 'true')).length,
  ]
  expect(await missed()).toEqual([1, 1, 1])
  const open = (ended: Parameters<typeof showLooseEnds>[1]) =>
    world.inside('birgit', (ctx) => showLooseEnds(ctx, ended))
  expect(await open({ companyIds: [company.id] })).toMatchObject({ rows: [{ kind: 'report', sourceId: bookingId }] })
  expect((await open({ personId: people.ali.id })).rows).toMatchObject([{ personId: people.ali.id }])
  for (const client of [anne, ali]) {
    expect(await client.call(showReportForm, { query: { bookingId } })).toMatchObject({ can: { report: true } })
    expect(await client.call(showCompany, { params: { id: company.id } })).toMatchObject({ reportFor: bookingId })
  }
  expect(await ali.call(reportVisit, { body: { bookingId, ...report } })).toMatchObject({ by: { name: 'Ali Demir' } })
  expect(await missed()).toEqual([0, 0, 0])
  await expect(anne.call(reportVisit, { body: { bookingId, ...report } })).rejects.toMatchObject({
    code: 'visit-reported',
  })
  expect((await birgit.call(listReports, { query: {} })).rows).toMatchObject([{ people: ['Ali Demir', 'Anne Bruun'] }])
  expect((await (await birgit.fetch('/api/reports.csv')).text()).match(/Nordhavn Pakkeri/g)).toHaveLength(1)
})

test('a coordinator who came along misses it once, and reports it as his own', async () => {
  const { id: bookingId } = await bothGo()
  await comesAlong(bookingId, people.birgit.id)
  world.clock.set('2026-11-25T12:00')
  expect(await waits(birgit, 'visit-report', 'true')).toHaveLength(1)
  expect(await waits(birgit, 'visit-report')).toHaveLength(1)
  expect(await birgit.call(reportVisit, { body: { bookingId, ...report } })).toMatchObject({
    by: { name: 'Birgit Dam' },
  })
})

test('a meeting ahead is one loose end of a company, and of who leaves his own part; the others still go', async () => {
  const { id, company } = await bothGo()
  const { id: piaId, memberId } = people.pia
  await comesAlong(id, piaId)
  const open = await world.inside('birgit', (ctx) => showLooseEnds(ctx, { companyIds: [company.id] }))
  expect(open).toMatchObject({ said: ['1 møde'], rows: [{ sourceId: id, personId: people.anne.id }] })
  const preview = await birgit.call(showMemberLooseEnds, { params: { id: memberId } })
  expect(preview).toMatchObject({ said: ['1 møde'], rows: [{ sourceId: id, values: { who: 'Pia Toft' } }] })
  await birgit.call(endMembership, { params: { id: memberId } })
  const moved = await move(id, { startsAt: '2026-11-26T10:00:00Z' })
  expect(moved.visitors.map(({ name }) => name)).toEqual(names)
  expect((await busy(id)).map(({ person }) => person)).toEqual(names)
})

const bundles = async (ctx: Ctx) => JSON.parse(await readBundles(ctx)) as Bundle[]
test('figures, thread and queue know one meeting', async () => {
  const company = await world.company({ name: 'Nordhavn Pakkeri A/S', municipality: 615 })
  const next = await world.company({ municipality: 615 })
  const listId = await callingList(world, [company, next])
  await soren.call(takeCompany, { body: { listId } })
  const booking = { personId: people.anne.id, startsAt, contactName: 'Karen' }
  const answer = { companyId: company.id, answer: 'wants-contact' as const, booking }
  await soren.call(answerCall, { body: answer })
  const [made] = await world.sql<{ id: number }>('select id from booking')
  await comesAlong(made?.id ?? 0, people.ali.id)
  expect(await soren.call(showQueue, { query: { listId } })).toMatchObject({
    called: 1,
    ready: 1,
    wantsTime: 0,
    blocked: [{ count: 1 }],
  })
  const { rows } = await birgit.call(listCompanyEvents, { params: { id: company.id }, query: {} })
  expect(rows.filter(({ verb }) => verb === 'booked')).toHaveLength(1)
  const reached = await world.inside('birgit', bundles)
  expect(reached.reduce((sum, { meetings }) => sum + meetings, 0)).toBe(1)
  world.clock.set('2026-11-25T12:00')
  await ali.call(reportVisit, { body: { bookingId: made?.id ?? 0, ...report } })
  expect((await world.inside('birgit', bundles)).reduce((sum, { visits }) => sum + visits, 0)).toBe(1)
})

test('two who go to both meetings, which are moved to the same time at once: one moves with both, the other with neither', async () => {
  const { id } = await bothGo()
  const other = await world.company({ municipality: 615 })
  const body = { companyId: other.id, personId: people.ali.id, startsAt: '2026-11-26T08:00:00Z', contactName: 'Bo' }
  const second = await birgit.call(bookMeeting, { body })
  await comesAlong(second.id, people.anne.id)
  const to = { startsAt: '2026-11-27T10:00:00Z' }
  const moves = await Promise.allSettled([move(id, to), move(second.id, to)])
  expect(moves.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const taken = await world.sql(
    "select count(*)::int as people, count(distinct lower(during) + make_interval(mins => travel_minutes))::int as times from busy where kind = 'booking' group by source_id",
  )
  expect(taken).toEqual([
    { people: 2, times: 1 },
    { people: 2, times: 1 },
  ])
})
