/** Names that were written with a slip: how near one is to another, by the threes of letters they share. Pure; the database finds, this puts in order. */
import { plainName } from './read-line.ts'

const threesOf = (name: string): Set<string> => {
  const threes = new Set<string>()
  for (const word of plainName(name).split(' ')) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) threes.add(padded.slice(at, at + 3))
  }
  return threes
}

/** 1 is the same name but for its form, 0 shares nothing. */
export const nearness = (wrote: string, name: string): number => {
  const [a, b] = [threesOf(wrote), threesOf(name)]
  const shared = [...a].filter((three) => b.has(three)).length
  return shared / Math.max(1, a.size + b.size - shared)
}

/** Below this nobody would have meant it. */
const least = 0.4
/** The nearest first, in the town that was written before elsewhere. Whoever wrote it chooses: a slip is never sure. */
export const nearestOf = <One extends { name: string; town: string | null }>(
  wrote: string,
  found: readonly One[],
  isThere: (one: One) => boolean,
): One[] =>
  found
    .map((one) => ({ one, near: nearness(wrote, one.name), there: isThere(one) }))
    .filter(({ near }) => near >= least)
    .toSorted((a, b) => Number(b.there) - Number(a.there) || b.near - a.near)
    .map(({ one }) => one)
