import { dateOf, daysAfter } from '#platform/clock'
import { askAlong, askToGoAlong, listJointVisits } from '../features/joint-visits/joint-visits.schema.ts'
import { addPartner, addPartnerPerson } from '../features/partners/partners.schema.ts'
import { addPresence, askColleague } from '../features/presence-days/presence-days.schema.ts'
import { askAboutTip, listTips } from '../features/tips/tips.schema.ts'
import { giveTipAs } from '../features/tips/tips.ts'
import type { OpenedWorld } from './world.ts'

type Made = {
  /** A member's number and person. */
  someoneNew: () => Promise<{ id: number; personId: number }>
  onCompany: (work: (company: { id: number }) => Promise<unknown>) => Promise<number>
  foundOnHeir: (kind: string) => () => Promise<object[]>
}
const tip = { kind: 'tip', said: '1 tip, der er i gang' } as const
const none = { list: [], meeting: [] }

/** What stands open with partners: the contact with one, and tips of who leaves or of a company. */
export const openWithPartners = (world: OpenedWorld, { someoneNew, onCompany, foundOnHeir }: Made) => {
  const birgit = world.as('birgit')
  const partner = (heldById: number) =>
    birgit.call(addPartner, { body: { name: '3F i Skive', kind: 'union', heldById } })
  const given = async (companyId: number) => {
    const { id: partnerId } = await partner(world.people.birgit.id)
    const form = {
      company: 'Lund',
      words: 'De mangler folk',
      mayName: false,
      urgent: false,
      askedBy: '',
      askedOn: null,
    }
    await world.inside('birgit', (ctx) => giveTipAs(ctx, { partnerId, linkId: null }, { ...form, companyId }))
    return (await birgit.call(listTips, { query: {} })).rows[0]?.id ?? 0
  }
  /** Thursdays at a partner's until one of them, so that one day stands open. */
  const oneDay = async (personId: number) => {
    const { id: partnerId } = await partner(world.people.birgit.id)
    const today = dateOf(world.clock.now()).toString()
    const when = { weekday: 4, everyWeeks: 1 as const, fromOn: today, untilOn: daysAfter(today, 7), travelMinutes: 0 }
    const body = { partnerId, ...when, startsAt: '10:00', endsAt: '14:00', personIds: [personId] }
    return (await birgit.call(addPresence, { body })).days[0]?.id ?? 0
  }
  const latestDay = (is: string) =>
    world.sql(`select from presence_day where id = (select max(id) from presence_day) and ${is}`)
  return {
    'presence-days': {
      ...none,
      company: [],
      person: [
        {
          kind: 'presence-day',
          said: '1 fast dag',
          make: async () => {
            const { id, personId } = await someoneNew()
            await oneDay(personId)
            return id
          },
          found: () => latestDay('person_id is null and open_since is not null'),
        },
        {
          kind: 'presence-asking',
          said: '1 fast dag, som personen er spurgt om',
          make: async () => {
            const { id, personId } = await someoneNew()
            const dayId = await oneDay(world.people.birgit.id)
            await birgit.call(askColleague, { params: { id: dayId }, body: { toId: personId } })
            return id
          },
          found: () => latestDay('asked_id is null'),
        },
      ],
    },
    'joint-visits': {
      ...none,
      company: [],
      person: [
        {
          kind: 'joint-visit',
          said: '1 besøg, personen er budt med til',
          make: async () => {
            const { id, personId } = await someoneNew()
            const { id: partnerId } = await partner(world.people.birgit.id)
            await birgit.call(addPartnerPerson, { params: { id: partnerId }, body: { personId: world.people.uffe.id } })
            const [startsAt, endsAt] = [26, 27].map((hours) => world.clock.now().add({ hours }).toString())
            const body = { company: 'Lund', startsAt: startsAt ?? '', endsAt: endsAt ?? '', place: 'Hos dem' }
            await world.as('uffe').call(askAlong, { body })
            const visitId = (await birgit.call(listJointVisits)).rows.at(-1)?.id ?? 0
            await birgit.call(askToGoAlong, { params: { id: visitId }, body: { toId: personId } })
            return id
          },
          found: () =>
            world.sql(
              'select from joint_visit where asked_id is null and goes_id is null and id = (select max(id) from joint_visit)',
            ),
        },
      ],
    },
    partners: {
      ...none,
      company: [],
      person: [
        {
          kind: 'partner-contact',
          said: '1 samarbejdspartner, personen har kontakten med',
          make: async () => {
            const { id, personId } = await someoneNew()
            await partner(personId)
            return id
          },
          found: () =>
            world.sql(
              'select from centre_partner where held_by is null and id = (select max(id) from centre_partner where released_at is not null)',
            ),
        },
      ],
    },
    tips: {
      ...none,
      person: [
        {
          ...tip,
          make: async () => {
            const { id, personId } = await someoneNew()
            const tipId = await given((await world.company()).id)
            await birgit.call(askAboutTip, { params: { id: tipId }, body: { toId: personId } })
            return id
          },
          found: () =>
            world.sql(
              'select from tip where asked_id is null and seen_at is not null and id = (select max(id) from tip)',
            ),
        },
      ],
      company: [{ ...tip, make: () => onCompany(({ id }) => given(id)), found: foundOnHeir('tip') }],
    },
  }
}
