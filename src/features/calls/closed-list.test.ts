import { afterAll, beforeEach, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { correctCall } from './calls.schema.ts'
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

test('the answer was a mistake: what it had promised falls, with the reason; what was kept stays kept', async () => {
  const open = 'select dropped_why from promise where cvr = $1 and kept_at is null order by id'
  const made = await underCall()
  await close(made.listId)
  const { call } = await answer(soren, made.id, agreed[0])
  await soren.call(correctCall, { params: { id: call.id }, body: { answer: 'not-interested', why: 'Forkert tast' } })
  expect(await world.sql(open, [made.cvr])).toEqual([{ dropped_why: 'Svaret er rettet' }])
  const other = await underCall()
  await close(other.listId)
  const said = await answer(soren, other.id, agreed[1])
  await world.sql('update promise set kept_at = now(), kept_by = owner_id where cvr = $1', [other.cvr])
  await soren.call(correctCall, { params: { id: said.call.id }, body: { answer: 'later', why: '' } })
  expect(await world.sql(open, [other.cvr])).toEqual([])
})
