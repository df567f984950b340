import { afterAll, beforeEach, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { closeList } from '../lists/lists.schema.ts'
import { endMembership } from '../members/members.schema.ts'

/** A list may be closed while its caller is talking: what he agrees then is a promise all the same. */
const world = await openWorld()
afterAll(() => world.close())
const [soren, birgit] = [world.as('soren'), world.as('birgit')]
const { answer, held, listed } = callersIn(world)
beforeEach(() => world.sql('delete from call_hold'))

const agreed = [{ answer: 'call-back', callBackAt: '2026-11-24T09:00:00Z' }, { answer: 'wants-contact' }] as const
const promisesTo = (cvr: string) =>
  world.sql(
    'select p.name, o.due_on::text as due, o.origin_kind from promise o join person p on p.id = o.owner_id where o.cvr = $1 and o.kept_at is null',
    [cvr],
  )
const underCall = async () => {
  const made = await listed()
  await held(soren, made.listId)
  return made
}
const close = (id: number) => birgit.call(closeList, { params: { id } })

test.each(agreed)('$answer after the list was closed is a promise of who closed it', async (said) => {
  const made = await underCall()
  await close(made.listId)
  await answer(soren, made.id, said)
  expect(await promisesTo(made.cvr)).toEqual([expect.objectContaining({ name: 'Birgit Dam', origin_kind: 'call' })])
})

test.each(agreed)(
  '$answer in the moment in which the list closes is one promise, never none and never two',
  async (said) => {
    for (let round = 0; round < 6; round++) {
      const made = await underCall()
      await Promise.all([answer(soren, made.id, said), close(made.listId)])
      expect(await promisesTo(made.cvr)).toHaveLength(1)
    }
  },
)

test('whoever closed it has left: a coordinator who is here has the promise', async () => {
  const made = await underCall()
  await world.as('bodil').call(closeList, { params: { id: made.listId } })
  await world.as('asger').call(endMembership, { params: { id: world.people.bodil.memberId } })
  await answer(soren, made.id, agreed[0])
  expect(await promisesTo(made.cvr)).toMatchObject([{ name: 'Birgit Dam', due: '2026-11-24' }])
})
