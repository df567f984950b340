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
