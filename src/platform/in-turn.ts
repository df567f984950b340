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
