/** The orphan test: every verb that ends something, with every room that holds something open on it. */
import { afterAll, expect, test } from 'vitest'
import type { Ends } from '#platform/endpoint'
import { handOnAll } from '#platform/loose-ends'
import { type Held, heldOpen } from '#testing/held-open'
import { type Answer, needed, openThings } from '#testing/open-things'
import { endingVerbs } from '#testing/ending-verbs'
import { openIdeas } from '#testing/open-ideas'
import { openLeavings } from '#testing/open-leavings'
import { openMessages } from '#testing/open-messages'
import { openQuestions } from '#testing/open-questions'
import { openGroups } from '#testing/open-groups'
import { openReferrals } from '#testing/open-referrals'
import { openGatherings } from '#testing/open-gatherings'
import { openWithPartners } from '#testing/open-with-partners'
import { openWorld } from '#testing/world'
import { rooms, served } from './app.ts'
import { sayCompanyLanguage } from './features/call-centres/languages.schema.ts'
import { cancelBooking } from './features/bookings/bookings.schema.ts'
import { callingList } from '#testing/calling-list'
import { changeWorkingHours } from './features/diaries/diaries.ts'
import { passEnquiryOn, registerEnquiry } from './features/enquiries/enquiries.schema.ts'
import { listWaiting } from './features/home/home.schema.ts'
import { showListLooseEnds } from './features/lists/lists.schema.ts'
import { giveWait } from './features/may-contact/waits.schema.ts'
import { endMembership, showMemberLooseEnds } from './features/members/members.schema.ts'
import { takeCompany } from './features/queue/queue.ts'
import {
  changeDeputy,
  offerRegularContact,
  takeRegularContact,
} from './features/regular-contacts/regular-contacts.schema.ts'
import {
  claimRegularContact as claim,
  takeRegularContact as take,
} from './features/regular-contacts/regular-contacts.ts'
import { makePromise, offerHandover, showPromise } from './features/promises/promises.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const { booked, callBack, met, nameOf, onList, previewOf, promised, promisedByCloser, wish } = openThings(world)
const birgit = world.as('birgit')

const { verbs, heir } = endingVerbs(world)
/** What stands open on the company that took the last one's place. */
const foundOnHeir = (kind: string) => async () =>
  (await previewOf({ companyIds: [heir().id] })).rows.filter((row) => row.kind === kind)
type Verb = keyof typeof verbs
const waitingFor = async (kind: string, says = '') =>
  (await birgit.call(listWaiting, { query: {} })).rows.filter(
    (row) => row.kind === kind && JSON.stringify(row).includes(says),
  )
/** What a room holds open on each thing that can end: how it comes to be, and where it is found afterwards. `tells`: it stays open, and nobody takes it over yet. */
const mornings = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '12:00' }))
const { nothing, ofPeople, onCompany, someoneNew } = heldOpen(world)
/** A meeting that was agreed after the company had said so on the phone. */
const answeredByMeeting = async (said: Answer) => {
  const company = await world.company()
  await onList(company, said)
  return booked(company.id)
}
/** The company is called again when its time comes. */
const backInQueue = (meetingId: number) =>
  world.sql(
    "select from queue_row q join booking b on b.cvr = q.cvr where b.id = $1 and q.due_at is not null and q.ready_at < 'infinity'",
    [meetingId],
  )
const held: Record<string, Record<Ends, readonly Held[]>> = {
  'may-contact': {
    ...{ person: nothing, list: nothing, meeting: nothing },
    company: [
      {
        make: () =>
          onCompany(({ id }) =>
            birgit.call(giveWait, { params: { companyId: id }, body: { reason: 'later', words: 'Efter jul' } }),
          ),
        kind: 'wait',
        said: '1 ønske om ro',
        found: foundOnHeir('wait'),
      },
    ],
  },
  'call-centres': {
    ...{ person: nothing, list: nothing, meeting: nothing },
    company: [
      {
        make: () =>
          onCompany(({ id }) =>
            birgit.call(sayCompanyLanguage, { params: { id }, body: { language: 'pol' } }).then(() => id),
          ),
        kind: 'called-in',
        said: '1 virksomhed, som I ringer til på et andet sprog end dansk',
        found: foundOnHeir('called-in'),
      },
    ],
  },
  promises: {
    person: [
      {
        make: async () => {
          const { id: companyId } = await world.company()
          const { id, personId: ownerId } = await someoneNew()
          const body = { companyId, what: 'Pris på truckkursus', ownerId, dueOn: '2026-12-01' }
          await birgit.call(makePromise, { body })
          return id
        },
        kind: 'promise',
        said: '1 aftale',
        found: async (id) => {
          const [one] = await world.sql<{ name: string }>('select name from member_ever where member_id = $1', [id])
          return (await waitingFor('promise-orphan')).filter(({ values }) => values['who'] === one?.name)
        },
      },
      {
        make: async () => {
          const { id: companyId } = await world.company()
          const id = await promised(companyId, 'Datoer for svejsekursus')
          const asked = await someoneNew()
          await birgit.call(offerHandover, { params: { id }, body: { toId: asked.personId, note: '' } })
          return asked.id
        },
        kind: 'handover',
        said: '1 aftale, der venter på personens svar',
        // The offer is taken back: the owner can ask another.
        found: (id) =>
          world.sql(
            `select from event e join membership m on m.person_id = (e.before ->> 'toId')::int
             where e.verb = 'handover-withdrawn' and m.id = $1`,
            [id],
          ),
      },
    ],
    ...{ list: nothing, meeting: nothing },
    company: [
      {
        make: () => onCompany(({ id }) => promised(id)),
        kind: 'promise',
        said: '1 aftale',
        found: foundOnHeir('promise'),
      },
    ],
  },
  'regular-contacts': {
    person: [
      {
        make: async () => {
          const { id: companyId } = await world.company()
          const { id, personId } = await someoneNew()
          await world.inside('anne', (ctx) => take({ ...ctx, personId }, { companyId }))
          return id
        },
        kind: 'regular-contact',
        said: '1 virksomhed med fast kontakt',
        found: async (id) => {
          const [one] = await world.sql<{ name: string }>('select name from member_ever where member_id = $1', [id])
          return (await waitingFor('contact-orphan')).filter(({ values }) => values['who'] === one?.name)
        },
      },
      {
        make: async () => {
          const { id: companyId } = await world.company()
          const asked = await someoneNew()
          await birgit.call(offerRegularContact, { body: { companyId, toId: asked.personId } })
          return asked.id
        },
        kind: 'contact-offer',
        said: '1 spørgsmål om at være fast kontakt',
        // Taken back: another can be asked.
        found: (id) =>
          world.sql(
            `select from contact_offer o join membership m on m.person_id = o.to_id
             where m.id = $1 and o.withdrawn_at is not null`,
            [id],
          ),
      },
      {
        make: async () => {
          const { id: companyId } = await world.company()
          await world.as('anne').call(takeRegularContact, { body: { companyId } })
          const { id, personId } = await someoneNew()
          await world.inside('anne', (ctx) => claim({ ...ctx, personId }, { companyId, why: 'Vi har deres elever' }))
          return id
        },
        kind: 'contact-claim',
        said: '1 virksomhed, personen mener at have',
        found: (id) =>
          world.sql(
            `select from contact_claim k join membership m on m.person_id = k.person_id
             where m.id = $1 and k.withdrawn_at is not null`,
            [id],
          ),
      },
      {
        make: async () => {
          const { id: companyId } = await world.company()
          const contact = await world.as('anne').call(takeRegularContact, { body: { companyId } })
          const { id, personId: deputyId } = await someoneNew()
          await birgit.call(changeDeputy, { params: { id: contact.id }, body: { deputyId } })
          return id
        },
        kind: 'deputy',
        said: '1 virksomhed, som personen er afløser for',
        // Nobody stands in any more, and its thread says so.
        found: () =>
          world.sql(
            `select from event e join regular_contact r on r.id = e.subject_id
             where e.id = (select max(id) from event where verb = 'deputy-changed') and r.deputy_id is null`,
          ),
      },
    ],
    ...{ list: nothing, meeting: nothing },
    company: [
      {
        make: () =>
          onCompany(({ id: companyId }) => world.as('anne').call(takeRegularContact, { body: { companyId } })),
        kind: 'regular-contact',
        said: '1 virksomhed med fast kontakt',
        found: foundOnHeir('regular-contact'),
      },
    ],
  },
  'contact-questions': openQuestions(world, { someoneNew, onCompany, foundOnHeir }),
  'company-messages': openMessages(world, { onCompany, foundOnHeir }),
  enquiries: {
    person: [
      {
        make: async () => {
          const { id, personId } = await someoneNew()
          const form = { company: 'Nordfjord', name: 'Karen', matter: 'Kursus', schoolId: people.ali.schoolId }
          const enquiry = await birgit.call(registerEnquiry, { body: { ...form, way: 'phone' } })
          await birgit.call(passEnquiryOn, { params: { id: enquiry.id }, body: { toId: personId } })
          return id
        },
        kind: 'enquiry',
        said: '1 henvendelse uden svar',
        // The latest that nobody has: the coordinators'.
        found: () =>
          world.sql('select from enquiry where owner_id is null and school_id is null order by id desc limit 1'),
      },
    ],
    ...{ list: nothing, meeting: nothing },
    company: [
      {
        make: () =>
          onCompany(({ id: companyId }) => {
            const form = { companyId, company: 'Nordfjord', name: 'Karen', matter: 'Kursus' }
            return birgit.call(registerEnquiry, { body: { ...form, way: 'phone' } })
          }),
        kind: 'enquiry',
        said: '1 henvendelse uden svar',
        found: foundOnHeir('enquiry'),
      },
    ],
  },
  gatherings: openGatherings(world, someoneNew),
  ...openWithPartners(world, { someoneNew, onCompany, foundOnHeir }),
  visits: {
    person: [
      {
        make: async () => {
          const { id, personId } = await someoneNew()
          await met(await world.company(), personId)
          return id
        },
        kind: 'report',
        said: '1 besøg uden rapport',
        found: 'tells',
      },
    ],
    ...{ list: nothing, meeting: nothing },
    company: [
      {
        make: () => onCompany((company) => met(company, people.anne.id)),
        kind: 'report',
        said: '1 besøg uden rapport',
        found: foundOnHeir('report'),
      },
      {
        make: () => onCompany(({ id }) => needed(world, id)),
        kind: 'need',
        said: '1 besøg med behov uden svar',
        found: foundOnHeir('need'),
      },
    ],
  },
  groups: openGroups(world, { someoneNew, onCompany, foundOnHeir }),
  referrals: openReferrals(world, { someoneNew, onCompany, foundOnHeir }),
  'new-times': {
    person: [
      {
        make: async () => {
          const { id, personId } = await someoneNew()
          await world.inside('birgit', (ctx) => changeWorkingHours({ ...ctx, personId }, personId, mornings))
          const meeting = await booked((await world.company()).id, personId)
          await birgit.call(cancelBooking, { params: { id: meeting }, body: { why: 'Syg' } })
          return id
        },
        kind: 'new-time',
        said: '1 ny mødetid, der skal findes',
        // Nobody's, so the coordinators'.
        found: () =>
          world.sql(
            'select from new_time where person_id is null and settled_at is null and id = (select max(id) from new_time)',
          ),
      },
    ],
    ...{ list: nothing, meeting: nothing },
    company: [
      {
        make: () =>
          onCompany(async ({ id }) =>
            birgit.call(cancelBooking, { params: { id: await booked(id) }, body: { why: 'Syg' } }),
          ),
        kind: 'new-time',
        said: '1 ny mødetid, der skal findes',
        found: foundOnHeir('new-time'),
      },
    ],
  },
  'company-people': ofPeople(foundOnHeir('company-person')),
  leavings: openLeavings(world, someoneNew),
  'teaching-ideas': openIdeas(world, someoneNew),
  bookings: {
    person: [
      {
        make: async () => {
          const { id, personId } = await someoneNew()
          await world.inside('birgit', (ctx) => changeWorkingHours({ ...ctx, personId }, personId, mornings))
          await booked((await world.company()).id, personId)
          return id
        },
        kind: 'meeting',
        said: '1 møde',
        found: async (id) => waitingFor('meeting-left', JSON.stringify(await nameOf(id))),
      },
    ],
    // A meeting is no loose end of itself.
    ...{ list: nothing, meeting: nothing },
    company: [
      {
        make: () => onCompany(({ id }) => booked(id)),
        kind: 'meeting',
        said: '1 møde',
        found: foundOnHeir('meeting'),
      },
    ],
  },
  hearings: {
    list: [
      {
        make: async () => callingList(world, [await world.company()], { ended: false }),
        kind: 'hearing',
        said: '1 høring, der løber',
        // Closed with its list: it has ended, and waits for no school.
        found: (id) => world.sql('select from hearing where list_id = $1 and ended_at is not null', [id]),
      },
    ],
    ...{ person: nothing, meeting: nothing, company: nothing },
  },
  queue: {
    person: [
      {
        make: async () => {
          const { id, personId } = await someoneNew()
          const listId = await callingList(world, [await world.company()])
          await world.inside('soren', (ctx) => takeCompany({ ...ctx, personId }, { listId }))
          return id
        },
        kind: 'under-call',
        said: '1 virksomhed under opkald',
        // Nobody has it any more: another can be given it at once.
        found: () => world.sql('select where not exists (select from call_hold)'),
      },
    ],
    list: [
      {
        make: async () => onList(await world.company(), callBack),
        kind: 'call-back',
        said: '1, der skal ringes tilbage',
        found: promisedByCloser,
      },
      {
        make: async () => onList(await world.company(), wish),
        kind: 'wants-visit',
        said: '1, der gerne vil have et møde',
        found: promisedByCloser,
      },
    ],
    meeting: [
      {
        make: () => answeredByMeeting(callBack),
        kind: 'call-back',
        said: '1, der skal ringes tilbage',
        found: backInQueue,
      },
      {
        make: () => answeredByMeeting(wish),
        kind: 'wants-visit',
        said: '1, der gerne vil have et møde',
        found: backInQueue,
      },
    ],
    company: [
      {
        make: () => onCompany((company) => onList(company, callBack)),
        kind: 'call-back',
        said: '1, der skal ringes tilbage',
        found: foundOnHeir('call-back'),
      },
      {
        make: () => onCompany((company) => onList(company, wish)),
        kind: 'wants-visit',
        said: '1, der gerne vil have et møde',
        found: foundOnHeir('wants-visit'),
      },
    ],
  },
}

const ending = [
  ...served.flatMap(({ endpoint: { name, ends } }) => (ends ? [{ name: name as Verb, ends }] : [])),
  { name: 'takePlace' as const, ends: 'company' as const },
]
const holding = rooms.filter(({ looseEnds }) => looseEnds)

test('the table knows every verb that ends something, and every room that holds something', () => {
  expect(ending.map(({ name }) => name).toSorted()).toEqual(Object.keys(verbs).toSorted())
  expect(new Set(ending.map(({ ends }) => ends))).toEqual(new Set(['person', 'list', 'company', 'meeting']))
  expect(holding.map(({ name }) => name).toSorted()).toEqual(Object.keys(held).toSorted())
  // Each kind that a room has words for is made by some row.
  const kinds = holding.flatMap(({ looseEnds }) => Object.keys(looseEnds?.words ?? {}))
  const made = Object.values(held).flatMap((of) => Object.values(of).flatMap((rows) => rows.map(({ kind }) => kind)))
  expect(kinds.toSorted()).toEqual([...new Set(made)].toSorted())
})

test('of each kind that a person can have, its room says what becomes of it when he leaves', () => {
  const ofPeople = Object.fromEntries(
    Object.entries(held).map(([room, { person }]) => [room, [...new Set(person.map(({ kind }) => kind))].toSorted()]),
  )
  const said = Object.fromEntries(
    holding.map(({ name, whenLeaving }) => [name, Object.keys(whenLeaving ?? {}).toSorted()]),
  )
  expect(said).toEqual(ofPeople)
})

const rows = ending.flatMap(({ name, ends }) =>
  holding.flatMap((room) => (held[room.name]?.[ends] ?? []).map((one) => ({ ...one, name, room, ends }))),
)
test.each(rows)('$name: $room.name tells its $kind before, and it is left to nobody', async (row) => {
  const { ended, preview, run } = verbs[row.name]
  const id = await row.make()
  const before = await preview(id)
  expect(before.said).toEqual([row.said])
  expect(before.rows).toMatchObject([{ kind: row.kind, sourceId: expect.any(Number) as number }])
  expect(await run(id)).toEqual({ [row.kind]: 1 })
  if (row.found === 'tells') expect((await previewOf(await ended(id))).said).toEqual([row.said])
  else expect(await row.found(id)).toHaveLength(1)
  if (row.ends === 'company') expect((await preview(id)).rows).toEqual([])
})

test('whoever is named is asked for each promise, and owns it only when the answer is yes', async () => {
  const { id: companyId } = await world.company()
  const { personId: ownerId } = await someoneNew()
  const body = { companyId, what: 'Datoer for hygiejnekursus', ownerId, dueOn: '2026-12-01' }
  const { id } = await birgit.call(makePromise, { body })
  const counts = await world.inside('birgit', (ctx) =>
    handOnAll(ctx, { personId: ownerId }, { personId: people.vibeke.id }),
  )
  expect(counts).toEqual({ promise: 1 })
  expect(await birgit.call(showPromise, { params: { id } })).toMatchObject({
    owner: { id: ownerId },
    handover: { to: { id: people.vibeke.id } },
  })
})

test('the preview is the coordinator’s, and of who is here', async () => {
  const { memberId } = people.signe
  await expect(world.as('anne').call(showMemberLooseEnds, { params: { id: memberId } })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  expect(await birgit.call(showMemberLooseEnds, { params: { id: memberId } })).toEqual({ rows: [], said: [] })
  await birgit.call(endMembership, { params: { id: people.ali.memberId } })
  await expect(birgit.call(showMemberLooseEnds, { params: { id: people.ali.memberId } })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(birgit.call(showListLooseEnds, { params: { id: 99_999 } })).rejects.toMatchObject({ code: 'not-found' })
})

test('several kinds are told at once, of many companies, and none of no company; a meeting by itself is no loose end', async () => {
  const [one, two] = [await world.company(), await world.company()]
  const meetingId = await booked(one.id)
  await promised(two.id)
  expect((await previewOf({ companyIds: [one.id, two.id] })).said).toEqual(['1 aftale', '1 møde'])
  expect((await previewOf({ companyIds: [] })).said).toEqual([])
  expect((await previewOf({ meetingId })).said).toEqual([])
})
