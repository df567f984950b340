import { answerCall, takeCompany } from '../features/calls/calls.schema.ts'
import { showQueue } from '../features/queue/queue.schema.ts'
import { callingList } from './calling-list.ts'
import type { OpenedWorld as World } from './world.ts'

type Caller = ReturnType<World['as']>
type Given = Parameters<World['company']>[0]
export type Said = Record<string, unknown>

/** What callers do in tests: a list in calling, taking a company, answering for it. */
export const callersIn = (world: World) => {
  const listOf = (companies: Parameters<typeof callingList>[1]) => callingList(world, companies)
  const listed = async (given: Given = {}) => {
    const made = await world.company(given)
    return { ...made, listId: await listOf([made]) }
  }
  return {
    listOf,
    listed,
    company: (given: Given = {}) => world.company(given),
    answer: (who: Caller, companyId: number, said: Said) =>
      who.call(answerCall, { body: { companyId, answer: 'no-answer', ...said } as never }),
    held: async (who: Caller, listId: number) =>
      (await who.call(takeCompany, { body: { listId, outsideHours: true } })).held,
    blockedIn: async (listId: number, who = world.as('soren')) =>
      (await who.call(showQueue, { query: { listId } })).blocked.map((row) => row.reason),
  }
}
