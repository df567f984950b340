import { countUnder } from '#platform/block-index'
import { kind } from './block-keys.ts'
import { longAt } from '#platform/columns'
import { addressAsker, compareAddress } from './compare-address.ts'
import { nameComparer } from './compare-name.ts'
import { personComparer } from './compare-person.ts'
import { type Compared, factsComparer } from './compare-facts.ts'
import { firstOf } from './fields.table.ts'
import { hashTogether } from '#platform/hash'
import { marginalsOf, rarenessOf } from './rareness.ts'
import type { Contact } from './records.ts'
import type { Register } from './register.ts'

/** So many questions are asked of a pair at most. */
export const questions = 18

/** Any of these beside a CVR number says that the number was meant: a name that is at least half the same, a way to reach it, a place. */
const knownBy: ReadonlySet<number> = new Set([
  ...[0, 1, 2, 3, 4, 5, 6].map((outcome) => firstOf.name + outcome),
  ...[firstOf.phone, firstOf.ownMail, firstOf.ownMail + 1, firstOf.freeMail, firstOf.person, firstOf.person + 1],
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((outcome) => firstOf.address + outcome),
  ...[firstOf.street, firstOf.street + 1, firstOf.place],
])

const wordsOf = ({ words, wordEnds, wordIds }: Register, row: number): string[] => {
  const from = row === 0 ? 0 : longAt(wordEnds, row - 1)
  return [...wordIds.subarray(from, longAt(wordEnds, row))].map((id) => words.texts[id] ?? '')
}

/** Compares contacts with companies of a register, field by field (I. Fellegi, A. Sunter, A theory for record linkage, JASA 1969). */
export const comparer = (register: Register) => {
  const rareness = rarenessOf(register)
  const marginals = marginalsOf(register)
  const names = nameComparer(register, rareness, marginals)
  const askAddress = addressAsker(register, rareness, marginals)
  const facts = factsComparer(register)
  const { personOf, countOf, comparePerson, compareBox } = personComparer(register, marginals)
  const total = register.known + 1
  const under = (which: number, value: number) => countUnder(register.blocks, hashTogether(which, value))

  /** `tell` is called once for each question that both have something to say to, with how many times it came out so. */
  return (contact: Contact) => {
    const name = names.ask(contact)
    const address = askAddress(contact)
    const phoneU = Math.log(rareness.phone(under(kind.phone, contact.phone)) / total)
    const mailU = {
      address: Math.log(rareness.mail(under(kind.mail, contact.mail.address)) / total),
      domain: Math.log(rareness.domain(under(kind.domain, contact.mail.domain)) / total),
    }
    const asksPerson = contact.person.length > 1 || contact.mail.box !== ''
    return (row: number, tell: (outcome: number, u: number, times: number) => void): void => {
      let agrees = contact.name.words.length === 0
      const say = (one: Compared | null) => {
        if (one === null) return
        agrees ||= knownBy.has(one.outcome)
        tell(one.outcome, one.u, 1)
      }
      const phone = longAt(register.phone, row)
      if (contact.phone !== 0 && phone !== 0)
        say(phone === contact.phone ? { outcome: firstOf.phone, u: phoneU } : { outcome: firstOf.phone + 1, u: 0 })
      const where = compareAddress(address, register, row)
      const named = names.compare(name, contact.name.whole, row)
      // Where a company's name says its town, the town is told once.
      const townTwice = named.town && where?.sameTown === true
      say({
        outcome: firstOf.name + named.outcome,
        u: townTwice ? Math.min(0, named.u - address.u.town) : named.u,
      })
      named.tellWords(tell)
      say(facts.compareForm(contact, row))
      say(facts.compareKind(contact, row))
      say(where)
      const theirs = asksPerson ? personOf(row) : ''
      if (contact.person.length > 1 && theirs !== '')
        say(comparePerson(contact, theirs, countOf(row), () => wordsOf(register, row)))
      if (contact.mail.address !== 0 || contact.mail.domain !== 0) {
        const mail = facts.compareMail(contact, row, mailU)
        say(mail)
        const whole = mail.outcome === firstOf.ownMail || mail.outcome === firstOf.freeMail
        if (!whole && contact.mail.box !== '' && theirs !== '') say(compareBox(contact, theirs))
      }
      say(facts.compareCvr(contact, row, agrees))
      say(facts.compareIndustry(row))
      say(facts.compareList(row))
    }
  }
}
