import { problem } from './errors.ts'

/** Waits its turn: so few at once. What costs much is asked for by strangers. */
export const inTurn = (atOnce: number) => {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running++
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      // Who is next takes over the place, so nobody slips in between.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

export type Lines = <T>(key: string, work: (length: () => number) => Promise<T>) => Promise<T>

/**
 * A line for each of many: within it one after another, `most` at once. `work` can ask how long the line is, itself in it; an empty line
 * is forgotten. Throws too-many-at-once.
 */
export const lines = (most: number): Lines => {
  const kept = new Map<string, { turn: ReturnType<typeof inTurn>; length: number }>()
  return async <T>(key: string, work: (length: () => number) => Promise<T>): Promise<T> => {
    const line = kept.get(key) ?? { turn: inTurn(1), length: 0 }
    if (line.length >= most) throw problem('too-many-at-once')
    kept.set(key, line)
    line.length++
    try {
      return await line.turn(() => work(() => line.length))
    } finally {
      line.length--
      if (line.length === 0) kept.delete(key)
    }
  }
}

/** At once: of all, and of one key; and how many of one key may wait. */
type Turns = { all: number; each: number; most: number }
export type TakingTurns = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * So few at once, and of those who wait each key comes in its turn, however many stand behind one: who asks for a thousand things waits
 * for himself. Throws too-many-at-once.
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
      return await work()
    } finally {
      leave(key)
    }
  }
}
