import type { Ends } from '../platform/endpoint.ts'
import { giveReferral } from '../features/referrals/referrals.schema.ts'
import type { Held, heldOpen } from './held-open.ts'
import type { OpenedWorld } from './world.ts'

type Newcomers = Pick<ReturnType<typeof heldOpen>, 'someoneNew' | 'onCompany'>
type Found = { foundOnHeir: (kind: string) => () => Promise<unknown[]> }
/** What referrals hold open: on who has one, on who follows one, and on the company. */
export const openReferrals = (
  world: OpenedWorld,
  { someoneNew, onCompany, foundOnHeir }: Newcomers & Found,
): Record<Ends, readonly Held[]> => {
  const referred = (companyId: number, toId: number) =>
    world.as('anne').call(giveReferral, { body: { companyId, toId, words: 'Dansk på lageret', hearBy: '2026-12-04' } })
  return {
    person: [
      {
        make: async () => {
          const { id, personId: toId } = await someoneNew()
          await referred((await world.company()).id, toId)
          return id
        },
        kind: 'referral',
        said: '1 henvisning',
        // Anyone of his school has it now.
        found: () =>
          world.sql(
            'select from referral where receiver_id is null and receiver_school_id is not null and id = (select max(id) from referral)',
          ),
      },
      {
        make: async () => {
          const { id, personId } = await someoneNew()
          const given = await referred((await world.company()).id, world.people.ali.id)
          await world.sql('update referral set follower_id = $2 where id = $1', [given.id, personId])
          return id
        },
        kind: 'referral-given',
        said: '1 henvisning, som personen har givet og følger',
        found: () =>
          world.sql('select from referral where follower_id is null and id = (select max(id) from referral)'),
      },
    ],
    ...{ list: [], meeting: [] },
    company: [
      {
        make: () => onCompany(({ id }) => referred(id, world.people.ali.id)),
        kind: 'referral',
        said: '1 henvisning',
        found: foundOnHeir('referral'),
      },
    ],
  }
}
