import { personalNumber } from '#platform/text/personal-number.shared'
import { looksLikeAPerson } from '#platform/text/looks-like-a-person.shared'

type Giver = { fromName: string; fromAddress: string; partner: { name: string } | null }
/** `number`: a personal one, which is not sent; the others are asked about once. */
export type GivenAway = { kind: 'number' | 'giver' | 'phone' | 'name'; found: string }

/** Eight digits are a phone's, where they are no company's number. */
const phones = /(?<!\d)(?:\+45 ?)?\d{2} ?\d{2} ?\d{2} ?\d{2}(?!\d)/g
const isNumbered = /cvr\D{0,12}$/i
const phoneIn = (words: string) =>
  [...words.matchAll(phones)].find(({ index }) => !isNumbered.test(words.slice(0, index)))?.[0]

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const shortest = 3
/** His names, his address, its domain with and without the end, and what they are called whom he writes for. */
const wordsOf = ({ fromName, fromAddress, partner }: Giver): string[] => {
  const [user = '', domain = ''] = fromAddress.split('@')
  return [
    partner?.name ?? '',
    fromName,
    fromAddress,
    domain,
    domain.split('.')[0] ?? '',
    user,
    ...fromName.split(/\s+/),
  ]
}
const giverIn = (words: string, giver: Giver) =>
  wordsOf(giver)
    .filter((one) => one.length >= shortest)
    .map((one) => new RegExp(`(?<![\\p{L}\\d])${escaped(one)}(?![\\p{L}\\d])`, 'iu').exec(words)?.[0])
    .find((found) => found !== undefined)

type Tip = { words: string; company: string; mayName: boolean }
/** What in a tip says whom it comes from where that must not be said, or looks like one person; null: nothing. */
export const givesAway = ({ words, company, mayName }: Tip, giver: Giver): GivenAway | null => {
  const [number] = personalNumber.exec(words) ?? []
  if (number) return { kind: 'number', found: number }
  const giverFound = mayName ? undefined : giverIn(words, giver)
  if (giverFound) return { kind: 'giver', found: giverFound }
  const phone = mayName ? undefined : phoneIn(words)
  return phone ? { kind: 'phone', found: phone } : looksLikeAPerson(words, company)
}
