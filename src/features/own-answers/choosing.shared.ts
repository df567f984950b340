/** Which own answers a centre may choose, and what a new list of them changes. Pure. */
import { leastMonths } from '../centre/centre.schema.ts'
import type { AnswerWord } from '../may-contact/answers.schema.ts'
import { mostOwn, type WantedOwn } from './own-answers.schema.ts'

/** What companies are promised with an answer, in months; undefined: it gives no wait that has a length. */
export const leastOf = (answer: AnswerWord): number | undefined =>
  answer === 'later'
    ? leastMonths.laterMonths
    : answer === 'not-interested'
      ? leastMonths.notInterestedMonths
      : undefined
export const isShorter = ({ answer, months }: Pick<WantedOwn, 'answer' | 'months'>): boolean =>
  months !== null && months < (leastOf(answer) ?? 0)

export type Wrong = {
  at: number
  field: 'name' | 'months' | 'shorterWhy'
  what: 'twice' | 'too-many' | 'no-wait' | 'why'
}
type Word = Pick<WantedOwn, 'answer' | 'name'>
const same = (one: Word, other: Word) =>
  one.answer === other.answer && one.name.toLowerCase() === other.name.toLowerCase()

/** What keeps a list from being chosen, line by line: nothing, when it may. */
export const wrongIn = (wanted: readonly WantedOwn[]): Wrong[] =>
  wanted.flatMap((one, at): Wrong[] => {
    const before = wanted.slice(0, at)
    return [
      ...(before.some((other) => same(one, other)) ? [{ at, field: 'name', what: 'twice' } as const] : []),
      ...(before.filter(({ answer }) => answer === one.answer).length >= mostOwn
        ? [{ at, field: 'name', what: 'too-many' } as const]
        : []),
      ...(one.months !== null && leastOf(one.answer) === undefined
        ? [{ at, field: 'months', what: 'no-wait' } as const]
        : []),
      ...(isShorter(one) && !one.shorterWhy ? [{ at, field: 'shorterWhy', what: 'why' } as const] : []),
    ]
  })

/** Who keeps to what companies are promised needs no reason; of its reasons each stands once. */
export const tidied = (one: WantedOwn): WantedOwn => ({
  ...one,
  shorterWhy: isShorter(one) ? one.shorterWhy : null,
  reasons: one.reasons.filter(
    (name, at) => one.reasons.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at,
  ),
})

/**
 * A list of one's own on top of another that stands by now: each line follows the one it followed, if that stands still, or one that is called the same; whoever
 * finds neither is new.
 */
export const onTopOf = <Mine extends Word & { id: number | null }>(
  mine: readonly Mine[],
  theirs: readonly (Word & { id: number })[],
): Mine[] => {
  const standing = new Set(theirs.map(({ id }) => id))
  const followed = new Set(mine.map(({ id }) => id))
  return mine.map((one) => {
    if (one.id !== null && standing.has(one.id)) return one
    const id = theirs.find((other) => !followed.has(other.id) && same(one, other))?.id ?? null
    followed.add(id)
    return { ...one, id }
  })
}

export type Standing = Omit<WantedOwn, 'id'> & { id: number; firstId: number | null; version: number }
/** What follows another version, or is new. */
export type Added = Omit<WantedOwn, 'id'> & { firstId: number | null; version: number; position: number }
export type Change = { ended: number[]; kept: { id: number; position: number }[]; added: Added[] }

const says = ({ answer, name, months, shorterWhy, reasons }: Omit<WantedOwn, 'id'>) =>
  JSON.stringify([answer, name, months, shorterWhy, reasons])

/**
 * From what stands to what is wanted. Other words, another wait or other reasons are a new version of the same; under another answer it is another thing. Just
 * another place in the order changes nothing that was said.
 */
export const changeTo = (now: readonly Standing[], wanted: readonly WantedOwn[]): Change => {
  const standing = new Map(now.map((one) => [one.id, one]))
  const kept: Change['kept'] = []
  const added: Added[] = []
  for (const [at, { id, ...one }] of wanted.entries()) {
    const position = at + 1
    const before = id === null ? undefined : standing.get(id)
    if (before && says(before) === says(one)) kept.push({ id: before.id, position })
    else if (before && before.answer === one.answer)
      added.push({ ...one, firstId: before.firstId ?? before.id, version: before.version + 1, position })
    else added.push({ ...one, firstId: null, version: 1, position })
  }
  const stays = new Set(kept.map(({ id }) => id))
  return { ended: now.flatMap(({ id }) => (stays.has(id) ? [] : [id])), kept, added }
}
