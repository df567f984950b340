/** Many rows change at once in an import: what is told within this time is asked together. In ms. */
const gathering = 150
/** Fifty pages hear of a change in the same moment: they ask again spread over this time, or whoever calls then waits for all of them. */
const spread = 1_000
/** A page asks again at most so often. */
const most = 2_000

/** In how many ms a page asks again that has just been told, when it asked last at `last`. */
export const rereadIn = (last: number, now: number) =>
  Math.max(0, last + most - now) + gathering + Math.random() * spread
