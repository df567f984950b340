/** What can stand open on a company, made as people make it; and the moment when another takes its place. */
import type { World } from '../../db/world.ts'
import { answerCall, takeCompany } from '../features/calls/calls.schema.ts'
import { bookMeeting } from '../features/bookings/bookings.schema.ts'
import { listFreeSlots } from '../features/free-slots/free-slots.schema.ts'
import { lockHeir } from '../features/may-contact/may-contact.ts'
import { makePromise } from '../features/promises/promises.schema.ts'
import { reportVisit } from '../features/visits/visits.schema.ts'
import { momentOf } from '../platform/clock.ts'
import { handOnAll, showLooseEnds } from '../platform/loose-ends.ts'
import type { Ended } from '../platform/room.ts'
import { callingList } from './calling-list.ts'
import type { OpenedWorld } from './world.ts'

type Company = { id: number; cvr: string }
export type Answer = { answer: 'call-back' | 'wants-contact'; callBackAt?: string }

/** What they need, as a visit's report says it. */
export const needed = (world: OpenedWorld, companyId: number) => {
  const needs = [{ words: 'Læse tegninger', education: null, soon: true }]
  const visit = { companyId, visitedAt: '2026-11-20T09:00:00Z', about: 'Ny ovn', topics: [], promises: [] }
  return world.as('anne').call(reportVisit, { body: { ...visit, needs } })
}

export const openThings = (world: OpenedWorld) => {
  const { people } = world
  const [birgit, soren] = [world.as('birgit'), world.as('soren')]
  const promised = async (companyId: number, what = 'Brochure') => {
    const body = { companyId, what, ownerId: people.anne.id, dueOn: '2026-12-01' }
    return (await birgit.call(makePromise, { body })).id
  }
  const booked = async (companyId: number, personId = people.anne.id) => {
    const query = { companyId, personId, days: 10, every: 'true' as const }
    const startsAt = (await birgit.call(listFreeSlots, { query })).rows.at(-1)?.startsAt ?? ''
    const body = { companyId, personId, startsAt, contactName: 'Karen', note: '' }
    return (await birgit.call(bookMeeting, { body })).id
  }
  /** A meeting of last week, as it would have been booked then. */
  const met = async ({ id, cvr }: Company, personId: number) => {
    const [made] = await world.sql<{ id: number }>(
      `with made as (
         insert into booking (centre_id, company_id, cvr, starts_at, ends_at, contact_name, note, booked_at, uid)
         values ($1, $2, $3, '2026-11-20T09:00Z', '2026-11-20T10:00Z', 'Karen', '', '2026-11-10T09:00Z', gen_random_uuid())
         returning centre_id, id)
       insert into booking_visitor (centre_id, booking_id, person_id, travel_minutes) select centre_id, id, $4, 0 from made
       returning booking_id as id`,
      [world.centreId, id, cvr, personId],
    )
    return made?.id ?? 0
  }
  const onList = async (company: Company, said: Answer) => {
    const listId = await callingList(world, [company])
    await soren.call(takeCompany, { body: { listId } })
    await soren.call(answerCall, { body: { companyId: company.id, ...said } })
    return listId
  }
  const callBack = { answer: 'call-back', callBackAt: momentOf('2026-11-24', '10:00').toString() } as const
  const wish = { answer: 'wants-contact' } as const
  const previewOf = (ended: Ended, inWorld: World = world) =>
    world.inside('birgit', (ctx) => showLooseEnds(ctx, ended), inWorld)
  /** As a verb that ends companies will: both sides locked, then all rooms asked. */
  const takePlace = (companyIds: readonly number[], companyId: number, inWorld: World = world) =>
    world.inside(
      'birgit',
      async (ctx) => {
        await lockHeir(ctx, companyIds, companyId)
        return handOnAll(ctx, { companyIds }, { companyId })
      },
      inWorld,
    )

  /** What was agreed on the phone is a promise of the coordinator who closed the list. */
  const promisedByCloser = (listId: number) =>
    world.sql(
      "select from promise p join call c on c.id = p.origin_id and p.origin_kind = 'call' where c.list_id = $1 and p.owner_id = $2 and p.kept_at is null",
      [listId, people.birgit.id],
    )
  const nameOf = async (memberId: number) => {
    const [member] = await world.sql<{ name: string }>(
      'select p.name from membership m join person p on p.id = m.person_id where m.id = $1',
      [memberId],
    )
    return member?.name ?? ''
  }
  return { booked, callBack, met, nameOf, onList, previewOf, promised, promisedByCloser, takePlace, wish }
}
