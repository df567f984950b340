import { dateOf, daysAfter } from '#platform/clock'
import { askAlong, askToGoAlong, listJointVisits } from '../features/joint-visits/joint-visits.schema.ts'
import { addPartner, addPartnerPerson } from '../features/partners/partners.schema.ts'
import { addPresence, askColleague } from '../features/presence-days/presence-days.schema.ts'
import type { OpenedWorld } from './world.ts'

type SomeoneNew = () => Promise<{ id: number; personId: number }>
const none = { list: [], meeting: [], company: [] }
const aPartner = async (world: OpenedWorld) => {
  const body = { name: 'HK', kind: 'union', heldById: world.people.birgit.id } as const
  return (await world.as('birgit').call(addPartner, { body })).id
}

/** Regular days: one that someone has, and one that someone is asked about. */
const daysOpen = (world: OpenedWorld, someoneNew: SomeoneNew) => {
  const birgit = world.as('birgit')
  /** Thursdays at a partner's until one of them, so that one day stands open. */
  const oneDay = async (personId: number) => {
    const today = dateOf(world.clock.now()).toString()
    const when = { weekday: 4, everyWeeks: 1 as const, fromOn: today, untilOn: daysAfter(today, 7), travelMinutes: 0 }
    const body = { partnerId: await aPartner(world), ...when, startsAt: '10:00', endsAt: '14:00' }
    return (await birgit.call(addPresence, { body: { ...body, personIds: [personId] } })).days[0]?.id ?? 0
  }
  const latestDay = (is: string) =>
    world.sql(`select from presence_day where id = (select max(id) from presence_day) and ${is}`)
  const had = async () => {
    const { id, personId } = await someoneNew()
    await oneDay(personId)
    return id
  }
  const asked = async () => {
    const { id, personId } = await someoneNew()
    const dayId = await oneDay(world.people.birgit.id)
    await birgit.call(askColleague, { params: { id: dayId }, body: { toId: personId } })
    return id
  }
  return [
    {
      ...{ kind: 'presence-day', said: '1 fast dag', make: had },
      found: () => latestDay('person_id is null and open_since is not null'),
    },
    {
      ...{ kind: 'presence-asking', said: '1 fast dag, som personen er spurgt om', make: asked },
      found: () => latestDay('asked_id is null'),
    },
  ]
}

/** A visit of a partner's that someone is asked along to. */
const visitOpen = (world: OpenedWorld, someoneNew: SomeoneNew) => {
  const birgit = world.as('birgit')
  const asked = async () => {
    const { id, personId } = await someoneNew()
    const uffe = { personId: world.people.uffe.id }
    await birgit.call(addPartnerPerson, { params: { id: await aPartner(world) }, body: uffe })
    const [startsAt = '', endsAt = ''] = [26, 27].map((hours) => world.clock.now().add({ hours }).toString())
    await world.as('uffe').call(askAlong, { body: { company: 'Lund', startsAt, endsAt, place: 'Hos dem' } })
    const visitId = Math.max(...(await birgit.call(listJointVisits)).rows.map((row) => row.id))
    await birgit.call(askToGoAlong, { params: { id: visitId }, body: { toId: personId } })
    return id
  }
  return {
    ...{ kind: 'joint-visit', said: '1 besøg, personen er inviteret med til', make: asked },
    found: () =>
      world.sql(
        'select from joint_visit where asked_id is null and goes_id is null and id = (select max(id) from joint_visit)',
      ),
  }
}

/** What of people's time is agreed with partners, and stands open when they leave. */
export const openTimeWithPartners = (world: OpenedWorld, someoneNew: SomeoneNew) => ({
  'presence-days': { ...none, person: daysOpen(world, someoneNew) },
  'joint-visits': { ...none, person: [visitOpen(world, someoneNew)] },
})
