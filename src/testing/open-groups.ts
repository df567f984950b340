import { makeGroup } from '../features/groups/groups.schema.ts'
import type { Ends } from '../platform/endpoint.ts'
import type { Held, heldOpen } from './held-open.ts'
import type { OpenedWorld } from './world.ts'

type Newcomers = Pick<ReturnType<typeof heldOpen>, 'someoneNew' | 'onCompany'>
type Found = { foundOnHeir: (kind: string) => () => Promise<unknown[]> }
const madeFor = (world: OpenedWorld, companyId: number, memberIds: number[]) => {
  const body = { companyId, memberIds, theme: 'Svejsning', nextOn: '2026-12-04', nextWhat: 'Status' }
  return world.as('anne').call(makeGroup, { body })
}
/** Of a company that nobody has any more. */
const madeOwnerless = async (world: OpenedWorld, companyId: number) => {
  await madeFor(world, companyId, [])
  await world.sql(
    "update regular_contact set ended_at = now(), ended_how = 'given-up' where company_id = $1 and ended_at is null",
    [companyId],
  )
}
/** What groups hold open: on who is in one, on who has a task there, and on the company. */
export const openGroups = (
  world: OpenedWorld,
  { someoneNew, onCompany, foundOnHeir }: Newcomers & Found,
): Record<Ends, readonly Held[]> => {
  const made = (companyId: number, memberIds: number[]) => madeFor(world, companyId, memberIds)
  return {
    person: [
      {
        make: async () => {
          const { id, personId } = await someoneNew()
          await made((await world.company()).id, [personId])
          return id
        },
        kind: 'group',
        said: '1 arbejdsgruppe',
        found: () => world.sql('select from group_member where left_at is not null order by group_id desc limit 1'),
      },
      {
        make: async () => {
          const { id, personId } = await someoneNew()
          const group = await made((await world.company()).id, [])
          await world.sql(
            `with t as (insert into group_task (centre_id, group_id, owner_id, due_on, made_by, made_at)
               values ($1, $2, $3, '2026-12-04', $3, '2026-11-23T08:00Z') returning id)
             insert into group_task_words (centre_id, task_id, group_id, what) select $1, id, $2, 'Plan' from t`,
            [world.centreId, group.id, personId],
          )
          await world.sql(
            `insert into group_member (centre_id, group_id, person_id, asked_by, asked_at, joined_at)
             values ($1, $2, $3, $3, '2026-11-23T08:00Z', '2026-11-23T08:00Z')`,
            [world.centreId, group.id, personId],
          )
          return id
        },
        kind: 'group-task',
        said: '1 opgave i en arbejdsgruppe',
        // The lead has it now.
        found: () =>
          world.sql(
            'select from group_task where owner_id = $1 and was_id is not null and id = (select max(id) from group_task)',
            [world.people.anne.id],
          ),
      },
    ],
    ...{ list: [], meeting: [] },
    company: [
      {
        make: () => onCompany(({ id }) => madeOwnerless(world, id)),
        kind: 'group',
        said: '1 arbejdsgruppe',
        found: foundOnHeir('group'),
      },
    ],
  }
}
