/** The orphan test: every verb that ends something, with every room that holds something open on it. */
import { afterAll, expect, test } from 'vitest'
import { momentOf } from '#platform/clock'
import type { Ends } from '#platform/endpoint'
import { handOnAll, showLooseEnds } from '#platform/loose-ends'
import { openWorld } from '#testing/world'
import { rooms, served } from './app.ts'
import { bookMeeting } from './features/bookings/bookings.schema.ts'
import { listFreeSlots } from './features/free-slots/free-slots.schema.ts'
import { answerCall, takeCompany } from './features/calls/calls.schema.ts'
import { callingList } from '#testing/calling-list'
import { listWaiting } from './features/home/home.schema.ts'
import { closeList, showListLooseEnds } from './features/lists/lists.schema.ts'
import { addMember } from './features/members/members.ts'
import { endMembership, showMemberLooseEnds } from './features/members/members.schema.ts'
import { makePromise, offerHandover, showPromise } from './features/promises/promises.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [birgit, soren] = [world.as('birgit'), world.as('soren')]

/** Leaving and closing, each with its preview; the number is the member's or the list's. */
const verbs = {
  endMembership: {
    preview: (id: number) => birgit.call(showMemberLooseEnds, { params: { id } }),
    run: (id: number) => birgit.call(endMembership, { params: { id } }),
  },
  closeList: {
    preview: (id: number) => birgit.call(showListLooseEnds, { params: { id } }),
    run: (id: number) => birgit.call(closeList, { params: { id } }),
  },
}
type Verb = keyof typeof verbs
const waitingFor = async (kind: string) =>
  (await birgit.call(listWaiting, { query: {} })).rows.filter((row) => row.kind === kind)

/** What a room holds open on each thing that can end: how it comes to be, and where it is found afterwards. `tells`: nobody takes it over yet. */
type Held = {
  make: () => Promise<number>
  kind: string
  said: string
  found: 'tells' | ((id: number) => Promise<unknown[]>)
}
let newcomers = 0
const someoneNew = () =>
  world.inside('birgit', (ctx) =>
    addMember(ctx, {
      ...{ name: `Ny ${++newcomers}`, email: `ny${newcomers}@vucsundet.example`, role: 'consultant' },
      schoolId: people.ali.schoolId,
    }),
  )
const nothing: readonly Held[] = []
const held: Record<string, Partial<Record<Ends, readonly Held[]>>> = {
  promises: {
    person: [
      {
        make: async () => {
          const { id: companyId } = await world.company()
          const body = { companyId, what: 'Pris på truckkursus', ownerId: people.ali.id, dueOn: '2026-12-01' }
          await birgit.call(makePromise, { body })
          return people.ali.memberId
        },
        kind: 'promise',
        said: '1 aftale',
        found: () => waitingFor('promise-orphan'),
      },
      {
        make: async () => {
          const { id: companyId } = await world.company()
          const body = { companyId, what: 'Datoer for svejsekursus', ownerId: people.anne.id, dueOn: '2026-12-01' }
          const { id } = await birgit.call(makePromise, { body })
          const asked = await someoneNew()
          await birgit.call(offerHandover, { params: { id }, body: { toId: asked.personId, note: '' } })
          return asked.id
        },
        kind: 'handover',
        said: '1 aftale, der venter på personens svar',
        // The offer is taken back: the owner can ask another.
        found: () => world.sql("select from event where verb = 'handover-withdrawn'"),
      },
    ],
    list: nothing,
  },
  visits: {
    person: [
      {
        make: async () => {
          const { id, personId } = await someoneNew()
          const company = await world.company({ municipality: 615 })
          await world.sql(
            `with made as (
               insert into booking (centre_id, company_id, cvr, starts_at, ends_at, contact_name, note, booked_at, uid)
               values ($1, $2, $3, '2026-11-20T09:00Z', '2026-11-20T10:00Z', 'Karen', '', '2026-11-10T09:00Z', gen_random_uuid())
               returning centre_id, id)
             insert into booking_visitor (centre_id, booking_id, person_id, travel_minutes) select centre_id, id, $4, 0 from made`,
            [world.centreId, company.id, company.cvr, personId],
          )
          return id
        },
        kind: 'report',
        said: '1 besøg uden rapport',
        found: 'tells',
      },
    ],
    list: nothing,
  },
  bookings: {
    person: [
      {
        make: async () => {
          const company = await world.company({ municipality: 615 })
          const query = { companyId: company.id, personId: people.pia.id, days: 10, every: 'true' as const }
          const { rows } = await birgit.call(listFreeSlots, { query })
          const startsAt = rows.at(-1)?.startsAt ?? ''
          const body = { companyId: company.id, personId: people.pia.id, startsAt, contactName: 'Karen', note: '' }
          await birgit.call(bookMeeting, { body })
          return people.pia.memberId
        },
        kind: 'meeting',
        said: '1 møde',
        found: 'tells',
      },
    ],
    list: nothing,
  },
  hearings: {
    person: nothing,
    list: [
      {
        make: async () => callingList(world, [await world.company()], { ended: false }),
        kind: 'hearing',
        said: '1 høring, der løber',
        // Closed with its list: it has ended, and waits for no school.
        found: (id) => world.sql('select from hearing where list_id = $1 and ended_at is not null', [id]),
      },
    ],
  },
  queue: {
    person: nothing,
    list: [
      {
        make: () => answered({ answer: 'call-back', callBackAt: momentOf('2026-11-24', '10:00').toString() }),
        kind: 'call-back',
        said: '1, der skal ringes tilbage',
        found: 'tells',
      },
      {
        make: () => answered({ answer: 'wants-contact' }),
        kind: 'wants-visit',
        said: '1, der gerne vil have besøg',
        found: 'tells',
      },
    ],
  },
}
const answered = async (said: { answer: 'call-back' | 'wants-contact'; callBackAt?: string }) => {
  const company = await world.company()
  const listId = await callingList(world, [company])
  await soren.call(takeCompany, { body: { listId } })
  await soren.call(answerCall, { body: { companyId: company.id, ...said } })
  return listId
}

const ending = served.flatMap(({ endpoint: { name, ends } }) => (ends ? [{ name: name as Verb, ends }] : []))
const holding = rooms.filter(({ looseEnds }) => looseEnds)

test('the table below knows every verb that ends something, and every room that holds something', () => {
  expect(ending.map(({ name }) => name).toSorted()).toEqual(Object.keys(verbs).toSorted())
  expect(holding.map(({ name }) => name).toSorted()).toEqual(Object.keys(held).toSorted())
  const missing = ending.flatMap(({ ends }) =>
    holding.filter(({ name }) => !held[name]?.[ends]).map(({ name }) => `${name} at the end of a ${ends}`),
  )
  expect(missing).toEqual([])
  // Each kind that a room has words for is made by some row.
  const kinds = holding.flatMap(({ looseEnds }) => Object.keys(looseEnds?.words ?? {}))
  const made = Object.values(held).flatMap((of) => Object.values(of).flatMap((rows) => rows.map(({ kind }) => kind)))
  expect(kinds.toSorted()).toEqual(made.toSorted())
})

const rows = ending.flatMap(({ name, ends }) =>
  holding.flatMap((room) => (held[room.name]?.[ends] ?? []).map((one) => ({ ...one, name, room, ends }))),
)
test.each(rows)('$name: $room.name tells its $kind before, and it is left to nobody', async (row) => {
  const { preview, run } = verbs[row.name]
  const id = await row.make()
  const before = await preview(id)
  expect(before.said).toEqual([row.said])
  expect(before.rows).toMatchObject([{ kind: row.kind, sourceId: expect.any(Number) as number }])
  await run(id)
  const [event] = await world.sql<{ after: unknown }>(
    "select after from event where verb in ('left', 'closed') and subject_id = $1 order by id desc limit 1",
    [id],
  )
  expect(event).toEqual({ after: { open: { [row.kind]: 1 } } })
  if (row.found === 'tells') expect(row.room.looseEnds?.handOn).toBeUndefined()
  else expect(await row.found(id)).toHaveLength(1)
})

test('whoever is named is asked for each promise, and owns it only when the answer is yes', async () => {
  const { id: companyId } = await world.company()
  const { personId: ownerId } = await someoneNew()
  const body = { companyId, what: 'Datoer for hygiejnekursus', ownerId, dueOn: '2026-12-01' }
  const { id } = await birgit.call(makePromise, { body })
  const counts = await world.inside('birgit', (ctx) =>
    handOnAll(ctx, { personId: ownerId }, { personId: people.tove.id }),
  )
  expect(counts).toEqual({ promise: 1 })
  expect(await birgit.call(showPromise, { params: { id } })).toMatchObject({
    owner: { id: ownerId },
    handover: { to: { id: people.tove.id } },
  })
})

test('the preview is the coordinator’s, and of who is here', async () => {
  const { memberId } = people.torben
  await expect(world.as('anne').call(showMemberLooseEnds, { params: { id: memberId } })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  expect(await birgit.call(showMemberLooseEnds, { params: { id: memberId } })).toEqual({ rows: [], said: [] })
  await expect(birgit.call(showMemberLooseEnds, { params: { id: people.ali.memberId } })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(birgit.call(showListLooseEnds, { params: { id: 99_999 } })).rejects.toMatchObject({ code: 'not-found' })
})

test('companies, and one meeting, are asked about in the same way', async () => {
  const company = await world.company({ municipality: 615 })
  const query = { companyId: company.id, personId: people.anne.id, days: 10, every: 'true' as const }
  const startsAt = (await birgit.call(listFreeSlots, { query })).rows.at(-1)?.startsAt ?? ''
  const meeting = { companyId: company.id, personId: people.anne.id, startsAt, contactName: 'Karen', note: '' }
  const { id: meetingId } = await birgit.call(bookMeeting, { body: meeting })
  const promise = { companyId: company.id, what: 'Brochure', ownerId: people.anne.id, dueOn: '2026-12-01' }
  await birgit.call(makePromise, { body: promise })
  const said = async (ended: Parameters<typeof showLooseEnds>[1]) =>
    (await world.inside('birgit', (ctx) => showLooseEnds(ctx, ended))).said
  expect(await said({ companyIds: [company.id] })).toEqual(['1 aftale', '1 møde'])
  expect(await said({ companyIds: [] })).toEqual([])
  expect(await said({ meetingId })).toEqual(['1 møde'])
})
