import { problem } from './errors.ts'

/** At once: of all, and of one key; and how many of one key may wait. */
type Turns = { all: number; each: number; most: number }
/** `work` can ask how many of its key there are this moment, at work or waiting, itself among them. */
export type TakingTurns = <T>(key: string, work: (length: () => number) => Promise<T>) => Promise<T>

/**
 * So few at once, and of those who wait each key comes in its turn, however many stand behind one: who asks for a thousand things waits
 * for himself. A key that nobody waits for is forgotten. Throws too-many-at-once.
 */
export const takingTurns = ({ all, each, most }: Turns): TakingTurns => {
  const running = new Map<string, number>()
  const waiting = new Map<string, (() => void)[]>()
  let busy = 0
  const mayRun = (key: string) => busy < all && (running.get(key) ?? 0) < each
  const enter = (key: string) => {
    busy++
    running.set(key, (running.get(key) ?? 0) + 1)
  }
  const letIn = () => {
    for (const [key, line] of waiting) {
      if (busy >= all) return
      if (!mayRun(key)) continue
      enter(key)
      // Whoever of this key comes next stands behind all others.
      waiting.delete(key)
      const go = line.shift()
      if (line.length > 0) waiting.set(key, line)
      go?.()
    }
  }
  const leave = (key: string) => {
    busy--
    const left = (running.get(key) ?? 1) - 1
    if (left > 0) running.set(key, left)
    else running.delete(key)
    letIn()
  }
  return async (key, work) => {
    if (mayRun(key)) enter(key)
    else {
      const line = waiting.get(key) ?? []
      if (line.length >= most) throw problem('too-many-at-once')
      waiting.set(key, line)
      await new Promise<void>((go) => line.push(go))
    }
    try {
      return await work(() => (running.get(key) ?? 0) + (waiting.get(key)?.length ?? 0))
    } finally {
      leave(key)
    }
  }
}

/** Waits its turn: so few at once. What costs much is asked for by strangers. */
export const inTurn = (atOnce: number) => {
  const turns = takingTurns({ all: atOnce, each: atOnce, most: Number.POSITIVE_INFINITY })
  return <T>(work: () => Promise<T>): Promise<T> => turns('', work)
}

/** A line for each of many: within it one after another, `most` in it. Throws too-many-at-once. */
export const lines = (most: number): TakingTurns =>
  takingTurns({ all: Number.POSITIVE_INFINITY, each: 1, most: most - 1 })
