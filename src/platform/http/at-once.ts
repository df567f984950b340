import { problem } from '../errors.ts'

/** Lets each of many do at most so much at once: `const uploads = atOnce(2); await uploads('1 7', work)`. Throws too-many-at-once. */
export const atOnce = (most: number) => {
  const running = new Map<string, number>()
  return async <T>(who: string, work: () => Promise<T>): Promise<T> => {
    const now = running.get(who) ?? 0
    if (now >= most) throw problem('too-many-at-once')
    running.set(who, now + 1)
    try {
      return await work()
    } finally {
      const left = (running.get(who) ?? 1) - 1
      if (left > 0) running.set(who, left)
      else running.delete(who)
    }
  }
}
