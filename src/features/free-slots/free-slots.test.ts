import { afterAll, afterEach, expect, test } from 'vitest'
import { asRoom, type Encounters } from '#platform/room'
import { openWorld } from '#testing/world'
import { bookMeeting, tellNotMet } from '../bookings/bookings.schema.ts'
import { changeSchoolReach } from '../enquiries/enquiries.schema.ts'
import { takeRegularContact } from '../regular-contacts/regular-contacts.schema.ts'
import { listFreeSlots } from './free-slots.schema.ts'
import { takeMeetingTime, timeFor } from './free-slots.ts'

const world = await openWorld()
afterAll(() => world.close())
const { house } = world.database
const { anne } = world.people
const [from, startsAt] = ['2026-11-24', '2026-11-24T09:00:00.000Z']

// What some later room knows of people and companies, handed in beside what bookings do.
const knows = (encounters: Partial<Encounters>, more: object = {}) => {
  const nobody = () => Promise.resolve([])
  const told = { metBefore: nobody, metInTrade: nobody, stops: nobody, companions: nobody, ...encounters }
  const room = asRoom({ name: 'presences', routes: [], encounters: told, ...more })
  world.database.house = { ...house, rooms: [...house.rooms, room] }
}
afterEach(() => void (world.database.house = house))
const reasons = async (companyId: number) => {
  const query = { companyId, from, days: 1, personId: anne.id }
  const { rows } = await world.as('birgit').call(listFreeSlots, { query })
  return [...new Set(rows.map(({ why }) => why))]
}

test('who has met the company before, and who is in town anyway, any room may tell', async () => {
  const { id, cvr } = await world.company()
  expect(await reasons(id)).toEqual(['Holder til i Horsens.'])
  knows({ stops: () => Promise.resolve([{ personId: anne.id, startsAt, town: 'Brædstrup', municipality: 615 }]) })
  expect(await reasons(id)).toEqual(['Er i Brædstrup i forvejen.'])
  knows({ metBefore: (_, of) => Promise.resolve(of === cvr ? [anne.id] : []) })
  expect(await reasons(id)).toEqual(['Har mødt virksomheden før.'])
})

test('who stands in for the regular contact is said to, and not to be it', async () => {
  const { id } = await world.company()
  knows({}, { fits: () => Promise.resolve([{ personId: anne.id, why: 'deputy' }]) })
  expect(await reasons(id)).toEqual(['Er afløser for den faste kontakt.'])
})

test('who stood before a locked door has not met them', async () => {
  const { id: companyId } = await world.company()
  const body = { companyId, personId: anne.id, startsAt: '2026-11-23T13:00:00.000Z', contactName: 'K', note: '' }
  const { id } = await world.as('birgit').call(bookMeeting, { body })
  world.clock.set('2026-11-23T16:00')
  expect(await reasons(companyId)).toEqual(['Har mødt virksomheden før.'])
  await world.as('anne').call(tellNotMet, { params: { id }, body: { note: '' } })
  expect(await reasons(companyId)).toEqual(['Holder til i Horsens.'])
  world.clock.set('2026-11-23T09:00')
})

test('time is taken for whatever kind of thing takes it; moved, its own time counts as free', async () => {
  const { id: companyId } = await world.company()
  const excepts: unknown[] = []
  knows({ stops: (_, { except }) => Promise.resolve(excepts.push(except)).then(() => []) })
  const take = (id: number, moved?: number) =>
    world.inside('birgit', async (ctx) => {
      const time = await timeFor(ctx, { municipality: 615 }, { personId: anne.id, startsAt, form: 'visit' })
      const write = () => Promise.resolve(id)
      const taking = { kind: 'presence', times: [time] as const, companyId, form: 'visit' as const, write }
      return takeMeetingTime(ctx, { ...taking, ...(moved !== undefined && { moved }) })
    })
  expect(await take(1)).toBe(1)
  expect(await take(1, 1)).toBe(1)
  await expect(take(2, 3)).rejects.toMatchObject({ code: 'slot-taken' })
  expect(excepts).toEqual([{ kind: 'presence', id: 3 }])
})

test('whoever looks at the end of the calendar is told that no such day is meant', async () => {
  const { id: companyId } = await world.company()
  for (const day of ['2999-12-31', '2999-11-15', '9999-12-31', '0999-12-31']) {
    const slots = await world
      .as('birgit')
      .fetch(`/api/free-slots?companyId=${companyId}&from=${day}&days=60&every=true`)
    expect([day, slots.status, (await world.as('birgit').fetch(`/api/calendar?from=${day}&days=31`)).status]).toEqual([
      day,
      422,
      422,
    ])
  }
  const { from, through } = await world
    .as('birgit')
    .call(listFreeSlots, { query: { companyId, from: '2899-12-31', days: 60, every: 'true' } })
  // So far was looked: a screen that finds nothing says these days, and no number of its own.
  expect([from, through]).toEqual(['2899-12-31', '2900-02-28'])
})

test('never someone whose field has nothing to do with the company: rather nobody, and it is said; whom a person names, or who has it, is shown', async () => {
  const { schools, people } = world
  const reach = (schoolId: number, fields: ('amu-health' | 'amu-food')[]) =>
    world.as('birgit').call(changeSchoolReach, { params: { schoolId }, body: { fields, areas: [] } })
  const packing = await world.company({ industry: '829200' })
  const seen = async (query: object = {}) => {
    const answer = await world
      .as('soren')
      .call(listFreeSlots, { query: { companyId: packing.id, from, days: 7, ...query } })
    return [[...new Set(answer.rows.map(({ name }) => name))].toSorted(), answer.otherFields]
  }
  expect(await seen()).toEqual([['Ali Demir', 'Anne Bruun', 'Pia Toft'], 0])
  await reach(schools.health, ['amu-health'])
  expect(await seen()).toEqual([['Ali Demir', 'Anne Bruun'], 1])
  await reach(schools.technical, ['amu-food'])
  await reach(schools.vuc, ['amu-food'])
  expect(await seen()).toEqual([[], 3])
  expect(await seen({ personId: people.pia.id })).toEqual([['Pia Toft'], 0])
  expect(await seen({ anyone: 'true' })).toEqual([['Ali Demir', 'Anne Bruun', 'Pia Toft'], 0])
  await world.as('pia').call(takeRegularContact, { body: { companyId: packing.id } })
  expect(await seen()).toEqual([['Pia Toft'], 2])
})
