/** How many came, as far as it may be told: no figure under the floor, and none that two told ones give away. Pure, tested by itself. */

/** Fewer are never told. */
export const floor = 5
/** All that was counted until now: who was without work, and everybody else who came. */
export type Sums = { unemployed: number; others: number }
/** What was told last. Null: of who was without work nothing could be told. */
export type Told = { came: number; unemployed: number | null }

/** How much each part that was told has grown since. */
const growth = ({ unemployed, others }: Sums, last: Told | null): number[] => {
  if (last === null) return [unemployed + others]
  if (last.unemployed === null) return [unemployed + others - last.came]
  return [unemployed - last.unemployed, others - (last.came - last.unemployed)]
}

/**
 * What is told next, or null: what was told stands. Once both parts were told they go on together, for a sum told alone beside them would
 * leave a part that is smaller than the floor.
 */
export const nextTold = (last: Told | null, now: Sums): Told | null => {
  if (growth(now, last).some((more) => more < floor)) return null
  const both = now.unemployed >= floor && now.others >= floor
  return { came: now.unemployed + now.others, unemployed: both ? now.unemployed : null }
}

/** What most asked about: at most two, each asked about by as many as the floor. */
export const mostAsked = <Topic extends string>(asked: readonly { topic: Topic; asked: number }[]): Topic[] =>
  asked
    .filter((one) => one.asked >= floor)
    .toSorted((one, other) => other.asked - one.asked)
    .slice(0, 2)
    .map(({ topic }) => topic)
