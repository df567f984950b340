import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { showBooking } from '../bookings/bookings.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { listCompanyEvents } from '../companies/one-company.schema.ts'
import { listPromises } from '../promises/promises.schema.ts'
import { visitsOf } from './visits.ts'
import { listReports } from '../reports/reports.schema.ts'
import { changeVisit, listVisits, reportVisit, showVisit } from './visits.schema.ts'
import { saveDraft, showReportForm } from './drafts.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const anne = world.as('anne')
const ali = world.as('ali')
const birgit = world.as('birgit')
const { people } = world

/** A meeting that was held this morning at 8, as a booking writes it. */
const meeting = async (who: 'anne' | 'ali' = 'anne', startsAt = '2026-11-23T07:00:00Z') => {
  const company = await world.company({ name: 'Nordhavn Pakkeri A/S' })
  const [row] = await world.sql<{ id: number }>(
    `with made as (
       insert into booking (centre_id, company_id, cvr, starts_at, ends_at, contact_name, note, booked_at, uid)
       values ($1, $2, $3, $5::timestamptz, $5::timestamptz + interval '1 hour', 'Pia Lund', 'Ny pakkelinje, vejledningen er på engelsk',
         '2026-11-20T09:00:00Z', gen_random_uuid()) returning centre_id, id)
     insert into booking_visitor (centre_id, booking_id, person_id, travel_minutes) select centre_id, id, $4, 0 from made returning booking_id as id`,
    [world.centreId, company.id, company.cvr, people[who].id, startsAt],
  )
  return { bookingId: row?.id ?? 0, company }
}
const report = { about: 'Flere går uden om skærmen på den nye linje.', needs: [], topics: [], promises: [] }

beforeEach(async () => {
  world.clock.set('2026-11-23T10:00')
  await world.sql(
    'delete from promise_handover; delete from promise; delete from took_part; delete from visit_topic; delete from visit_need; delete from visit; delete from visit_draft; delete from booking_visitor; delete from booking; delete from contact_mark',
  )
})

test('a report says what it was about, the needs, the topics, and what was agreed with owner and date', async () => {
  const { bookingId, company } = await meeting()
  const needs = [{ words: 'De går uden om skærmen', education: 'fvu-digital' as const, soon: true }]
  const promises = [{ what: 'Forslag til screening', ownerId: people.ali.id, dueOn: '2026-12-02' }]
  const sent = await anne.call(reportVisit, {
    body: { bookingId, ...report, needs, topics: ['obstacle-time'], promises },
  })
  expect(sent).toMatchObject({
    company: 'Nordhavn Pakkeri A/S',
    visitedAt: '2026-11-23T07:00:00.000Z',
    by: { name: 'Anne Bruun', school: 'Østkystens Tekniske Skole' },
    needs,
    // A need that leads to FVU-digital was talked about, without ticking it twice.
    topics: ['fvu-digital', 'obstacle-time'],
    callNote: 'Ny pakkelinje, vejledningen er på engelsk',
    version: 1,
  })
  // Another school's consultant is asked; until he says yes it stays with who promised.
  expect((await ali.call(listPromises, { query: { whose: 'offered' } })).rows).toMatchObject([
    {
      what: 'Forslag til screening',
      dueOn: '2026-12-02',
      visitId: sent.id,
      owner: { name: 'Anne Bruun' },
      handover: { to: { name: 'Ali Demir' } },
      madeBy: 'Anne Bruun',
      cvr: company.cvr,
    },
  ])
  expect(await world.sql('select verb from event where cvr = $1 order by id', [company.cvr])).toEqual([
    { verb: 'promised' },
    { verb: 'handover-offered' },
    { verb: 'reported' },
  ])
})

test('a meeting says that it was reported, and a report keeps what the company was on that day', async () => {
  const { bookingId, company } = await meeting()
  const shown = () => anne.call(showBooking, { params: { id: bookingId } })
  expect(await shown()).toMatchObject({ reported: false, can: { report: true } })
  await anne.call(reportVisit, { body: { bookingId, ...report } })
  expect(await shown()).toMatchObject({ reported: true, can: { report: false } })
  await world.sql(`update company set municipality = 751, industry = '561110', employees = 70 where id = $1`, [
    company.id,
  ])
  expect(await world.sql('select municipality, industry, employees from visit_reported')).toEqual([
    { municipality: 615, industry: '251100', employees: 8 },
  ])
})

test('a promise with an unknown owner refuses the whole report, and says which promise', async () => {
  const { bookingId } = await meeting()
  const promises = [
    { what: 'Ring i næste uge', ownerId: people.anne.id, dueOn: '2026-12-01' },
    { what: 'Send pris', ownerId: people.soren.id, dueOn: '2026-12-01' },
  ]
  await expect(anne.call(reportVisit, { body: { bookingId, ...report, promises } })).rejects.toMatchObject({
    code: 'wrong-input',
    problem: { errors: [{ pointer: '/body/promises/1/ownerId' }] },
  })
  expect(await world.sql('select id from visit')).toEqual([])
  expect(await world.sql('select id from promise')).toEqual([])
})

test('sent again with the same key when the network is back, it is one report with one promise', async () => {
  const { bookingId } = await meeting()
  const body = { bookingId, ...report, promises: [{ what: 'Send pris', ownerId: people.anne.id, dueOn: '2026-12-01' }] }
  const first = await anne.call(reportVisit, { body }, { key: 'kladde-1' })
  const again = await anne.call(reportVisit, { body }, { key: 'kladde-1' })
  expect(again).toEqual(first)
  expect(await world.sql('select id from promise')).toHaveLength(1)
})

test('two who report the same meeting at once make one report', async () => {
  const { bookingId } = await meeting()
  const tries = await Promise.allSettled(
    [anne, birgit, anne, birgit].map((who) => who.call(reportVisit, { body: { bookingId, ...report } })),
  )
  const refused = tries.flatMap((tried) =>
    tried.status === 'rejected' ? [(tried.reason as { code: string }).code] : [],
  )
  expect(refused).toEqual(['visit-reported', 'visit-reported', 'visit-reported'])
})

test('what has not begun or is cancelled cannot be reported; a visit that nobody booked can', async () => {
  const later = await meeting('anne', '2026-11-23T12:00:00Z')
  await expect(anne.call(reportVisit, { body: { bookingId: later.bookingId, ...report } })).rejects.toMatchObject({
    code: 'visit-in-future',
    status: 422,
  })
  await world.sql("update booking set cancelled_at = '2026-11-23T08:00:00Z'")
  world.clock.set('2026-11-23T14:00')
  await expect(anne.call(reportVisit, { body: { bookingId: later.bookingId, ...report } })).rejects.toMatchObject({
    code: 'booking-cancelled',
  })
  const walkIn = { companyId: later.company.id, visitedAt: '2026-11-23T12:30:00+01:00', ...report }
  expect(await anne.call(reportVisit, { body: walkIn })).toMatchObject({
    bookingId: null,
    visitedAt: '2026-11-23T11:30:00.000Z',
  })
  await expect(
    anne.call(reportVisit, { body: { ...walkIn, visitedAt: '2026-11-24T12:30:00+01:00' } }),
  ).rejects.toMatchObject({ code: 'visit-in-future' })
  await expect(anne.call(reportVisit, { body: report })).rejects.toMatchObject({ code: 'wrong-input' })
})

test('a personal number is refused with the field it stands in', async () => {
  const { bookingId } = await meeting()
  const needs = [{ words: 'Kim, 010190-1234, vil læse bedre', education: null, soon: true }]
  const refused = anne.call(reportVisit, { body: { bookingId, ...report, about: 'Født 311299-4321', needs } })
  await expect(refused).rejects.toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: '/body/about', code: 'personal-number' }, { pointer: '/body/needs/0/words' }] },
  })
  // A phone number, a P-number and a CVR number are none.
  expect(
    await anne.call(reportVisit, {
      body: { bookingId, ...report, about: 'Ring 70 00 10 00, P 1003456789, CVR 12345674' },
    }),
  ).toMatchObject({ version: 1 })
})

test('a draft is only mine, also for the coordinator, and is gone when the report is sent', async () => {
  const { bookingId } = await meeting()
  const body = {
    about: 'Halvt skrev',
    needs: [],
    topics: [],
    promises: [{ what: 'Send', ownerId: null, dueOn: '' }],
    visitedAt: null,
  }
  const { savedAt } = await anne.call(saveDraft, { query: { bookingId }, body })
  expect(await anne.call(showReportForm, { query: { bookingId } })).toMatchObject({
    company: 'Nordhavn Pakkeri A/S',
    callNote: 'Ny pakkelinje, vejledningen er på engelsk',
    draft: { body, savedAt },
    can: { report: true },
  })
  for (const other of [birgit, ali])
    expect(await other.call(showReportForm, { query: { bookingId } })).toMatchObject({ draft: null })
  expect(await world.inside('birgit', (ctx) => ctx.db.selectFrom('visitDraft').selectAll().execute())).toEqual([])
  await anne.call(saveDraft, { query: { bookingId }, body: { ...body, about: 'Halvt skrevet' } })
  expect(await world.sql("select body->>'about' as about from visit_draft")).toEqual([{ about: 'Halvt skrevet' }])
  await anne.call(reportVisit, { body: { bookingId, ...report } })
  expect(await anne.call(showReportForm, { query: { bookingId } })).toMatchObject({
    draft: null,
    can: { report: false },
    visitId: expect.any(Number) as number,
  })
})

test('a report mended by two shows the second both versions, and the history keeps the first', async () => {
  const { bookingId } = await meeting()
  const sent = await anne.call(reportVisit, { body: { bookingId, ...report, topics: ['amu'] } })
  const change = { version: 1, about: 'Rettet', needs: [], topics: ['amu' as const] }
  expect(await anne.call(changeVisit, { params: { id: sent.id }, body: change })).toMatchObject({
    about: 'Rettet',
    version: 2,
  })
  const stale = birgit.call(changeVisit, { params: { id: sent.id }, body: { ...change, about: 'Birgits' } })
  await expect(stale).rejects.toMatchObject({
    status: 409,
    code: 'changed-meanwhile',
    problem: { now: { about: 'Rettet', version: 2 }, yours: { about: 'Birgits' } },
  })
  await expect(
    ali.call(changeVisit, { params: { id: sent.id }, body: { ...change, version: 2 } }),
  ).rejects.toMatchObject({ code: 'not-allowed' })
  expect(
    await world.sql(
      "select before->>'about' as before, after->>'about' as after from event where verb = 'report-changed'",
    ),
  ).toEqual([{ before: report.about, after: 'Rettet' }])
})

test('callers, partners and the council cannot read reports; all the schools can', async () => {
  const { bookingId, company } = await meeting()
  const sent = await anne.call(reportVisit, { body: { bookingId, ...report } })
  for (const who of ['soren', 'uffe', 'carl'] as const) {
    await expect(world.as(who).call(showVisit, { params: { id: sent.id } })).rejects.toMatchObject({ status: 403 })
    await expect(world.as(who).call(listVisits, { query: { companyId: company.id } })).rejects.toMatchObject({
      status: 403,
    })
  }
  expect(await world.as('vibeke').call(showVisit, { params: { id: sent.id } })).toMatchObject({
    can: { change: false },
  })
})

test('another centre sees no report', async () => {
  const { bookingId, company } = await meeting()
  const sent = await anne.call(reportVisit, { body: { bookingId, ...report } })
  const other = await world.otherCentre()
  await expect(world.as('birgit', other).call(showVisit, { params: { id: sent.id } })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect((await world.as('birgit', other).call(listVisits, { query: { companyId: company.id } })).rows).toEqual([])
})

test('dyslexia teaching stands in the report, never in a list, an export or the thread', async () => {
  const { bookingId, company } = await meeting()
  const needs = [
    { words: 'To vil gerne læse bedre', education: 'obu' as const, soon: true },
    { words: 'Truckkort til tre', education: 'amu' as const, soon: false },
  ]
  const about = 'Ny linje. To er måske ordblinde. De vil starte småt.'
  const sent = await anne.call(reportVisit, { body: { bookingId, ...report, about, needs, topics: ['obu'] } })
  expect(await birgit.call(showVisit, { params: { id: sent.id } })).toMatchObject({
    about,
    needs,
    topics: ['amu', 'obu'],
  })
  const [row] = (await birgit.call(listVisits, { query: { companyId: company.id } })).rows
  expect(row).toMatchObject({
    about: 'Ny linje. De vil starte småt. …',
    needs: [{ words: 'Truckkort til tre' }],
    topics: ['amu'],
  })
  expect(JSON.stringify(await world.inside('birgit', (ctx) => visitsOf(ctx, company.id)))).not.toMatch(
    /obu|ordblind|læse bedre/,
  )
  const file = await (await birgit.fetch(`/api/visits.csv?companyId=${company.id}`)).text()
  expect(file).toContain('Truckkort')
  expect(file).not.toMatch(/ordblind|læse bedre/i)
})

test('a meeting that was held without a report waits on the consultant’s page until it is reported', async () => {
  const { bookingId } = await meeting()
  const waits = async () =>
    (await anne.call(listWaiting, { query: {} })).rows.filter(({ kind }) => kind === 'visit-report')
  expect(await waits()).toMatchObject([
    { when: 'today', values: { company: 'Nordhavn Pakkeri A/S' }, href: `/besoeg/${bookingId}/rapport` },
  ])
  world.clock.set('2026-11-27T10:00')
  expect(await waits()).toMatchObject([{ when: 'over', values: { days: 4 } }])
  expect((await ali.call(listWaiting, { query: {} })).rows).toEqual([])
  await anne.call(reportVisit, { body: { bookingId, ...report } })
  expect(await waits()).toEqual([])
})

test('a colleague can neither report another consultant’s meeting nor take it from him', async () => {
  const { bookingId } = await meeting('anne')
  expect((await ali.call(showReportForm, { query: { bookingId } })).can.report).toBe(false)
  await expect(ali.call(reportVisit, { body: { bookingId, ...report } })).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await birgit.call(reportVisit, { body: { bookingId, ...report } })).toMatchObject({
    by: { name: 'Anne Bruun' },
  })
})

test('what no list names is found by no search, and stands in no older wording beside the company', async () => {
  const { bookingId, company } = await meeting()
  const about = 'Ny linje. Kim og to andre er måske ordblinde, siger Pia! De vil se filmen.'
  const needs = [{ words: 'OBU til to', education: 'obu' as const, soon: true }]
  const sent = await anne.call(reportVisit, { body: { bookingId, ...report, about, needs } })
  for (const text of ['ordblind', 'ORDBLIND', 'Kim og to', 'siger Pia', 'OBU'])
    expect((await birgit.call(listReports, { query: { text } })).rows).toEqual([])
  for (const text of ['ny linje', 'filmen', 'Nordhavn'])
    expect((await birgit.call(listReports, { query: { text } })).rows).toHaveLength(1)
  await anne.call(changeVisit, {
    params: { id: sent.id },
    body: { version: 1, about: 'Ny linje.', needs: [], topics: ['obu'] },
  })
  const events = await birgit.call(listCompanyEvents, { params: { id: company.id }, query: {} })
  expect(events.rows.map(({ verb }) => verb)).toContain('report-changed')
  expect(JSON.stringify(events)).not.toMatch(/ordblind|obu|Kim og to/i)
})
