import { addPartner } from '../features/partners/partners.schema.ts'
import { askAboutTip, listTips } from '../features/tips/tips.schema.ts'
import { giveTipAs } from '../features/tips/tips.ts'
import { openTimeWithPartners } from './open-time-with-partners.ts'
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
  return {
    ...openTimeWithPartners(world, someoneNew),
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
