/** A company takes another's place: what stood open goes on with it, once, and both know. No endpoint does it yet; whichever will asks as `takePlace` does. */
import { afterAll, expect, test } from 'vitest'
import { callingList } from '#testing/calling-list'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { cancelBooking } from './features/bookings/bookings.schema.ts'
import { sayCompanyLanguage, showCompanyLanguage } from './features/call-centres/languages.schema.ts'
import { answerCall, takeBackCall, takeCompany } from './features/calls/calls.schema.ts'
import { lockHeir } from './features/may-contact/may-contact.ts'
import { giveWait } from './features/may-contact/waits.schema.ts'
import { makePromise } from './features/promises/promises.schema.ts'
import { judgeSweep } from './features/queue/judging.ts'
import { judgeQueue } from './features/queue/queue.ts'
import { saveDraft, showReportForm } from './features/visits/drafts.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [birgit, soren] = [world.as('birgit'), world.as('soren')]
const { booked, callBack, met, onList, previewOf, promised, takePlace } = openThings(world)
type Row = { id: number }

/** Everything open that a company can have, and a meeting with it only when told. */
const everythingOpen = async () => {
  const company = await world.company()
  await onList(company, callBack)
  await met(company, people.anne.id)
  await promised(company.id)
  await booked(company.id)
  await birgit.call(giveWait, {
    params: { companyId: company.id },
    body: { reason: 'do-not-contact', words: 'Ring ikke' },
  })
  return company
}
/** What is written of every queue is what the rule says of it now. */
const queueIsRight = async () => {
  const written = () => world.sql<{ cvr: string }>('select * from queue_row order by list_id, company_id')
  const before = await written()
  expect(before.length).toBeGreaterThan(0)
  await world.inside('birgit', (ctx) =>
    judgeQueue(
      ctx,
      before.map(({ cvr }) => cvr),
    ),
  )
  expect(await written()).toEqual(before)
}
const kindsOf = async (companyId: number) => (await previewOf({ companyIds: [companyId] })).rows.map(({ kind }) => kind)
const all = ['wait', 'promise', 'meeting', 'report', 'call-back']
/** Where everything stands, to the last column. */
const everyRow = () =>
  world.sql(`select
    (select json_agg(p order by p.id) from promise p) as promises, (select json_agg(b order by b.id) from booking b) as bookings,
    (select json_agg(q order by q.call_id) from queue_call q) as calls, (select json_agg(w order by w.id) from waiting_period w) as waits,
    (select json_agg(k order by k.kind, k.source_id) from contact_mark k) as marks, (select json_agg(r order by r.list_id, r.company_id) from queue_row r) as rows,
    (select count(*) from event) as events`)

test('with everything open: nothing stands on the first, all on the second, both threads tell it, and twice is once', async () => {
  const old = await everythingOpen()
  const next = await world.company()
  const listId = await callingList(world, [next])
  // The meeting that stands answers the call-back; it follows with the meeting.
  expect(await kindsOf(old.id)).toEqual(all.filter((kind) => kind !== 'call-back'))
  expect(await takePlace([old.id], next.id)).toEqual({ wait: 1, promise: 1, meeting: 1, report: 1, 'call-back': 1 })
  expect(await kindsOf(old.id)).toEqual([])
  expect(await kindsOf(next.id)).toEqual(all.filter((kind) => kind !== 'call-back'))
  const told = (cvr: string) =>
    world.sql<{ verb: string; subject: string }>(
      "select subject, verb from event where cvr = $1 and verb in ('passed-on', 'taken-over', 'wait-given', 'left-behind') order by id",
      [cvr],
    )
  const moved = ['promise', 'booking', 'booking', 'queue_call']
  expect(await told(old.cvr)).toEqual([
    { subject: 'waiting_period', verb: 'wait-given' },
    ...['waiting_period', ...moved].map((subject) => ({ subject, verb: 'passed-on' })),
  ])
  expect(await told(next.cvr)).toEqual([
    { subject: 'waiting_period', verb: 'wait-given' },
    ...moved.map((subject) => ({ subject, verb: 'taken-over' })),
  ])
  // Whoever said stop is not called under the other number either, and no less under its own.
  const stops = await world.sql(
    "select cvr, kind from contact_mark where cvr in ($1, $2) and kind in ('stop', 'meeting') and (ends_at is null or ends_at > '2026-11-23') order by cvr, kind",
    [old.cvr, next.cvr],
  )
  expect(stops).toEqual([
    { cvr: old.cvr, kind: 'stop' },
    { cvr: next.cvr, kind: 'meeting' },
    { cvr: next.cvr, kind: 'stop' },
  ])
  await expect(soren.call(takeCompany, { body: { listId, companyId: next.id } })).rejects.toMatchObject({
    code: 'may-not-call',
  })
  await queueIsRight()
  const standing = await everyRow()
  expect(await takePlace([old.id], next.id)).toEqual({})
  expect(await everyRow()).toEqual(standing)
})

test('a call-back is made to the one that goes on, when it stands on a list that is called from', async () => {
  const [old, next] = [await world.company(), await world.company()]
  const listId = await callingList(world, [old, next])
  await soren.call(takeCompany, { body: { listId, companyId: old.id } })
  await soren.call(answerCall, { body: { companyId: old.id, ...callBack } })
  await takePlace([old.id], next.id)
  const due = await world.sql('select company_id as id from queue_row where list_id = $1 and due_at is not null', [
    listId,
  ])
  expect(due).toEqual([{ id: next.id }])
  await queueIsRight()
  // The call was a mistake: its call-back is gone from there too, when the sweep has judged.
  const [call] = await world.sql<Row>('select id from call where company_id = $1', [old.id])
  await soren.call(takeBackCall, { params: { id: call?.id ?? 0 } })
  await world.inside('birgit', (ctx) => judgeSweep.run(ctx))
  expect(await world.sql('select from queue_row where list_id = $1 and due_at is not null', [listId])).toEqual([])
})

test('a report that was begun is found where the visit is now', async () => {
  const old = await world.company()
  const bookingId = await met(old, people.anne.id)
  const anne = world.as('anne')
  const draft = (about: string) => ({
    about,
    needs: [],
    topics: [],
    promises: [],
    tookPart: [],
    visitedAt: null,
    regularContact: null,
    mails: [],
    restricted: null,
    asked: null,
  })
  const typed = draft('De vil gerne have flere på svejsekursus')
  await anne.call(saveDraft, { query: { bookingId }, body: typed })
  const next = await world.company()
  await takePlace([old.id], next.id)
  const form = await anne.call(showReportForm, { query: { bookingId } })
  expect([form.companyId, form.draft?.body]).toEqual([next.id, typed])
  await anne.call(saveDraft, { query: { bookingId }, body: draft('Og truck') })
  expect((await anne.call(showReportForm, { query: { bookingId } })).draft?.body.about).toBe('Og truck')
})

test('who has a meeting ahead keeps that one: the other stays where it was, and both threads say so', async () => {
  const [old, next] = [await world.company(), await world.company()]
  const stays = await booked(old.id)
  await booked(next.id)
  await promised(old.id)
  await takePlace([old.id], next.id)
  expect(await kindsOf(old.id)).toEqual(['meeting'])
  expect(await kindsOf(next.id)).toEqual(['promise', 'meeting'])
  expect(
    await world.sql("select cvr from event where verb = 'left-behind' and subject_id = $1 order by id", [stays]),
  ).toEqual([{ cvr: old.cvr }, { cvr: next.cvr }])
  await birgit.call(cancelBooking, { params: { id: stays }, body: { why: 'Lagt sammen', newTime: false } })
  expect(await kindsOf(old.id)).toEqual([])
})

test('what another centre has agreed with the same companies stays', async () => {
  const [old, next] = [await everythingOpen(), await world.company()]
  const other = await world.otherCentre()
  const theirs = world.as('birgit', other)
  const body = { companyId: old.id, what: 'Brochure', ownerId: other.people.anne.id, dueOn: '2026-12-01' }
  await theirs.call(makePromise, { body })
  await theirs.call(giveWait, { params: { companyId: old.id }, body: { reason: 'later', words: 'Efter jul' } })
  await takePlace([old.id], next.id)
  const open = (companyId: number) => previewOf({ companyIds: [companyId] }, other)
  expect((await open(old.id)).rows.map(({ kind }) => kind)).toEqual(['wait', 'promise'])
  expect((await open(next.id)).rows).toEqual([])
  expect(await takePlace([old.id], next.id, other)).toEqual({ wait: 1, promise: 1 })
})

test('two at once, and someone who cancels: everything goes once, nothing twice', async () => {
  for (let round = 0; round < 4; round++) {
    const [old, one, two] = [await everythingOpen(), await world.company(), await world.company()]
    const heirs = round % 2 === 0 ? [one, one] : [one, two]
    const [meeting] = await world.sql<Row>('select id from booking where company_id = $1 and starts_at > $2', [
      old.id,
      '2026-11-23T09:00+01',
    ])
    const all = await Promise.all([
      ...heirs.map(({ id }) => takePlace([old.id], id)),
      birgit.call(cancelBooking, { params: { id: meeting?.id ?? 0 }, body: { why: 'Syg' } }).then(() => ({})),
    ])
    const went: Record<string, number> = {}
    for (const [kind, count] of all.flatMap((counts) => Object.entries(counts))) went[kind] = (went[kind] ?? 0) + count
    expect(went).toMatchObject({ wait: 1, promise: 1, report: 1, 'call-back': 1 })
    expect(await kindsOf(old.id)).toEqual([])
    const first = (await kindsOf(one.id)).length > 0 ? one : two
    expect((await kindsOf(first.id)).toSorted()).toEqual(['call-back', 'promise', 'report', 'wait'])
  }
  await queueIsRight()
})

test('none takes its own place', async () => {
  const { id } = await world.company()
  await promised(id)
  await expect(world.inside('birgit', (ctx) => lockHeir(ctx, [id], id))).rejects.toThrow(/nobody's place/)
  expect(await kindsOf(id)).toEqual(['promise'])
})

test('who answers the phone there speaks the same language still: the one that goes on is called in it, unless it has its own', async () => {
  const [old, next, other] = [await world.company(), await world.company(), await world.company()]
  const say = (id: number, language: 'pol' | 'eng') =>
    birgit.call(sayCompanyLanguage, { params: { id }, body: { language } })
  const of = async (id: number) => (await birgit.call(showCompanyLanguage, { params: { id } })).language
  await say(old.id, 'pol')
  expect(await takePlace([old.id], next.id)).toEqual({ 'called-in': 1 })
  expect([await of(old.id), await of(next.id)]).toEqual([null, 'pol'])
  expect(await takePlace([old.id], next.id)).toEqual({})
  await say(other.id, 'eng')
  await takePlace([next.id], other.id)
  expect([await of(next.id), await of(other.id)]).toEqual([null, 'eng'])
  // A workplace of the same number, too: what was said of the company held for it before.
  const place = await world.company({ cvr: other.cvr, kind: 'workplace' })
  await takePlace([other.id], place.id)
  expect(await of(place.id)).toBe('eng')
  expect(
    await world.sql('select language from company_language where company_id = $1 and ended_at is null', [place.id]),
  ).toEqual([{ language: 'eng' }])
})
