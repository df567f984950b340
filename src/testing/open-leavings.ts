import type { Ends } from '../platform/endpoint.ts'
import { announceLeaving, askLeaving } from '../features/leavings/leavings.schema.ts'
import { makePromise } from '../features/promises/promises.schema.ts'
import type { Held, heldOpen } from './held-open.ts'
import type { OpenedWorld } from './world.ts'

/** What leavings hold open: a question to someone, who leaves himself before he has answered. */
export const openLeavings = (
  world: OpenedWorld,
  someoneNew: ReturnType<typeof heldOpen>['someoneNew'],
): Record<Ends, readonly Held[]> => ({
  person: [
    {
      make: async () => {
        const birgit = world.as('birgit')
        const [leaver, asked] = [await someoneNew(), await someoneNew()]
        const { id: companyId } = await world.company()
        const body = { companyId, what: 'Pris på truckkursus', ownerId: leaver.personId, dueOn: '2027-12-01' }
        const promise = await birgit.call(makePromise, { body })
        const announced = { personId: leaver.personId, lastDay: '2026-12-11' }
        const { id } = await birgit.call(announceLeaving, { body: announced })
        const question = { kind: 'promise', sourceId: promise.id, toId: asked.personId }
        await birgit.call(askLeaving, { params: { id }, body: { questions: [question] } })
        return asked.id
      },
      kind: 'leaving-question',
      said: '1 spørgsmål om at tage over efter en, der stopper',
      // Taken back: another can be asked.
      found: (id) =>
        world.sql(
          `select from leaving_question q join membership m on m.person_id = q.to_id
           where m.id = $1 and q.closed_at is not null`,
          [id],
        ),
    },
  ],
  ...{ list: [], meeting: [], company: [] },
})
