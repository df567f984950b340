import { longAt } from '#platform/columns'
import { firstOf } from './fields.table.ts'
import type { Marginals } from './rareness.ts'
import type { Contact } from './records.ts'
import type { Register } from './register.ts'

const alike = Math.log(0.5)

/** Whether a word stands in a text of words with a space between two: most people share none, and nothing is taken apart for them. */
const holdsWord = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length
    if ((at === 0 || text.charCodeAt(at - 1) === space) && (end === text.length || text.charCodeAt(end) === space))
      return true
  }
  return false
}
const space = 32

const isInName = ({ person, name }: Contact) => person.every((word) => name.words.includes(word))

/** Compares the person of a contact, and the name before the sign of its mail, with the person of a company. */
export const personComparer = (register: Register, { personWords }: Marginals) => {
  const all = Math.log(register.known + 1)
  const rare = (word: string) => all - Math.log(Math.max(1, personWords.get(word) ?? 1))

  /** `named` tells the words of the company's name; where they are the person's too, the comparison of names has told it. */
  const comparePerson = (contact: Contact, text: string, count: number, named: () => readonly string[]) => {
    const ours = contact.person
    if (!ours.some((word) => holdsWord(text, word)))
      return { outcome: (isInName(contact) ? firstOf.personInName : firstOf.person) + 3, u: 0 }
    const theirs = text.split(' ')
    const shared = ours.filter((word) => theirs.includes(word))
    const inName = isInName(contact)
    const first = inName ? firstOf.personInName : firstOf.person
    const names = inName ? named() : []
    const told = inName && shared.every((word) => names.includes(word))
    if (shared.length === ours.length && ours.length === theirs.length)
      return { outcome: first, u: told ? alike : Math.log(Math.max(1, count)) - all }
    const lasts = shared.length > 1 && ours[0] === theirs[0]
    if (lasts) return { outcome: first + 1, u: told ? alike : -shared.reduce((sum, word) => sum + rare(word), 0) }
    const [one] = shared.map(rare).toSorted((a, b) => a - b)
    return one === undefined ? { outcome: first + 3, u: 0 } : { outcome: first + 2, u: told ? alike : -one }
  }

  const compareBox = ({ mail }: Contact, text: string) => {
    const [given = ''] = text.split(' ', 1)
    const first = mail.domain === 0 ? firstOf.freeBox : firstOf.ownBox
    const same = mail.box === given || (given.length > 2 && mail.box.startsWith(given))
    return same ? { outcome: first, u: -rare(given) } : { outcome: first + 1, u: 0 }
  }

  return {
    /** A company's person, folded; empty: nobody is known. */
    personOf: (row: number) => register.people.texts[longAt(register.person, row)] ?? '',
    comparePerson,
    compareBox,
    countOf: (row: number) => register.people.counts[longAt(register.person, row)] ?? 1,
  }
}
