/** Times that somebody else speaks about, for whoever proposes others. */
import type { Ctx } from '#platform/context'
import type { Consultant } from '../diaries/diaries.ts'
import { heldByOthers } from './holds.sql.ts'

type Holds = Awaited<ReturnType<typeof heldByOthers>>
/** Somebody else speaks about it; `around` is what is kept free on each side, driving and buffer. */
const isHeld = (
  holds: Holds,
  { personId }: Consultant,
  { start, length, around }: { start: number; length: number; around: number },
) =>
  holds.some(
    (one) =>
      one.personId === personId &&
      Date.parse(one.from) < start + length + around &&
      Date.parse(one.to) > start - around,
  )

/** What somebody else speaks about now, of these people. */
export const heldNow = async (
  ctx: Ctx,
  people: readonly Consultant[],
  { length, around }: { length: number; around: (person: Consultant) => number },
) => {
  const holds = await heldByOthers(
    ctx,
    people.map((one) => one.personId),
  )
  return (person: Consultant, start: number) => isHeld(holds, person, { start, length, around: around(person) })
}
