import { problem } from '../errors.ts'

/** Lets each of many have at most so much under way: `const leave = uploads('1 7')`, and `leave()` at the end. Throws too-many-at-once. */
export const atOnce = (most: number) => {
  const running = new Map<string, number>()
  return (who: string) => {
    const now = running.get(who) ?? 0
    if (now >= most) throw problem('too-many-at-once')
    running.set(who, now + 1)
    return () => {
      const left = (running.get(who) ?? 1) - 1
      if (left > 0) running.set(who, left)
      else running.delete(who)
    }
  }
}

/** So many proofs are remembered; one that is forgotten counts by itself until it is seen again. */
const mostKnown = 10_000
/**
 * The same for people, before the database has said who they are: by what they prove it with, and once that has been seen, with all that is
 * theirs. A second browser or token gives nobody a second measure.
 */
export const atOnceOfPeople = (most: number) => {
  const enter = atOnce(most)
  const known = new Map<string, string>()
  return {
    enter: (proof: string) => enter(known.get(proof) ?? proof),
    /** The person, once he has been seen. */
    known: (proof: string) => known.get(proof),
    learn: (proof: string, person: string) => {
      if (known.has(proof)) return
      const [oldest] = known.keys()
      if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest)
      known.set(proof, person)
    },
  }
}
