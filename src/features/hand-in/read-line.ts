/** What a school wrote on a line: a number, or a name and perhaps a town. Pure. */
import { fold } from '#platform/text/fold.shared'
import { readCvr, readPhone, readPNumber } from '../official-codes/official-codes.ts'

export type Numbered = { by: 'p-number' | 'cvr' | 'phone'; value: string }
export type Named = { words: readonly string[]; exact: string; town: string | null }
/** Neither: `hint` says what may be wrong. */
export type Meant = { number: Numbered | null; name: Named | null; hint: 'digits' | 'not-found' }

const forms =
  /(?<![\p{L}\d])(?:aps|a\/s|i\/s|k\/s|p\/s|g\/s|ivs|a\.?m\.?b\.?a|f\.?m\.?b\.?a|s\.?m\.?b\.?a)\.?(?![\p{L}\d])/giu
/** A name as two who mean the same write it: without its form, in one spelling. */
export const plainName = (name: string): string =>
  fold(name.replace(forms, ' '))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replace(forms, ' ')
    .match(/[\p{L}\d]+/gu) ?? []

const numberOf = (part: string): Numbered | undefined => {
  const p = readPNumber(part)
  if ('value' in p) return { by: 'p-number', value: p.value }
  const cvr = readCvr(part)
  if ('value' in cvr) return { by: 'cvr', value: cvr.value }
  const phone = readPhone(part)
  return phone === null ? undefined : { by: 'phone', value: phone }
}
/** All digits and what stands between them. */
const onlyDigits = /^[\d\s.\-+/]+$/
const townOf = (part: string | undefined) => part?.replace(/^\s*(?:DK-?)?\d{4}\s+/i, '').trim() || null

const nameOf = (parts: readonly string[]): Named | null => {
  const [name = '', ...rest] = parts
  const words = wordsOf(name).slice(0, 8)
  if (!words.some((word) => word.length >= 3)) return null
  return { words, exact: plainName(name), town: townOf(rest.at(-1)) }
}

/** A number counts first, wherever it stands, a P-number before a CVR number before a phone; the first part that is no number is the name, the last the town. */
export const readLine = (wrote: string): Meant => {
  const parts = wrote
    .split(/[\t;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const numbers = [wrote.trim(), ...parts].flatMap((part) => numberOf(part) ?? [])
  const first = ['p-number', 'cvr', 'phone'].flatMap((by) => numbers.find((one) => one.by === by) ?? [])[0]
  return {
    number: first ?? null,
    name: nameOf(parts.filter((part) => !onlyDigits.test(part) && !numberOf(part))),
    hint: onlyDigits.test(wrote) ? 'digits' : 'not-found',
  }
}

type Found = { name: string; town: string | null; cvr: string }
export const isIn = (town: string | null, { town: there }: Pick<Found, 'town'>) =>
  town !== null && there !== null && fold(there).startsWith(fold(town))
/** Of those whose names hold all the words, the ones that are meant: by the same name in the town, by the same name, else all of them. */
export const bestOf = <One extends Found>(
  { exact, town }: { exact: string; town: string | null },
  found: readonly One[],
) => {
  const same = found.filter(({ name }) => plainName(name) === exact)
  const near = town === null ? same : same.filter((one) => isIn(town, one))
  if (near.length > 0) return { sure: true, rows: near }
  const rest = same.length > 0 ? same : found
  const there = town === null ? rest : rest.filter((one) => isIn(town, one))
  return { sure: false, rows: there.length > 0 ? there : rest }
}

// ---- Names with a slip: how near one is to another, by the threes of letters they share; the database finds, this puts in order -------
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
