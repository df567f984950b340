import { changeTeachingIdea, putTeachingIdea } from '../features/teaching-ideas/teaching-ideas.schema.ts'
import type { Ends } from '../platform/endpoint.ts'
import type { Held, heldOpen } from './held-open.ts'
import type { OpenedWorld } from './world.ts'

/** What ideas for teaching hold open: one that somebody follows. */
export const openIdeas = (
  world: OpenedWorld,
  someoneNew: ReturnType<typeof heldOpen>['someoneNew'],
): Record<Ends, readonly Held[]> => ({
  person: [
    {
      make: async () => {
        const birgit = world.as('birgit')
        const { id, personId } = await someoneNew()
        const idea = await birgit.call(putTeachingIdea, { body: { title: 'FVU på nathold' } })
        const body = { state: 'looking' as const, followerId: personId, cameOf: '', version: idea.version }
        await birgit.call(changeTeachingIdea, { params: { id: idea.id }, body })
        return id
      },
      kind: 'teaching-idea',
      said: '1 idé',
      // Nobody follows it, and the next agenda says so.
      found: () =>
        world.sql(
          'select from (select follower_id from teaching_idea order by id desc limit 1) i where follower_id is null',
        ),
    },
  ],
  ...{ list: [], meeting: [], company: [] },
})
