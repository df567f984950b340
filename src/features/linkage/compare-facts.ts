import { byteAt, longAt } from '#platform/columns'
import { firstOf, outcomes } from './fields.table.ts'
import type { Contact } from './records.ts'
import { type Register, flag } from './register.ts'

/** How one question came out, and the logarithm of how often it would for a company at random. */
export type Compared = { outcome: number; u: number }
/** Industries come out by their own number, behind all outcomes that have names. */
export const firstIndustry = outcomes.length

/** One digit another, or two neighbours changed. */
const nearNumber = (one: number, other: number): boolean => {
  let [a, b] = [one, other]
  // From the last digit that differs: none, or one, or the same two the other way round, and nothing before.
  while (a % 10 === b % 10 && a !== b) [a, b] = [Math.floor(a / 10), Math.floor(b / 10)]
  if (a === b) return false
  const [restA, restB] = [Math.floor(a / 10), Math.floor(b / 10)]
  if (restA === restB) return true
  return a % 10 === restB % 10 && restA % 10 === b % 10 && Math.floor(restA / 10) === Math.floor(restB / 10)
}

/** Numbers, addresses of mail, forms and the like: what is the same or not, and how many of the register are so. */
export const factsComparer = (register: Register) => {
  const { facts, known } = register
  const total = known + 1
  const share = (count: number) => Math.log(Math.min(1, Math.max(count, 0.5) / total))

  const compareMail = ({ mail }: Contact, row: number, u: { address: number; domain: number }): Compared => {
    const [address, domain] = [longAt(register.mail, row), longAt(register.domain, row)]
    const first = mail.domain === 0 ? firstOf.freeMail : firstOf.ownMail
    if (mail.address !== 0 && address === mail.address) return { outcome: first, u: u.address }
    if (mail.domain === 0) {
      if (domain !== 0) return { outcome: first + 2, u: share(facts.withDomain) }
      return address === 0
        ? { outcome: first + 3, u: share(total - Math.max(facts.withMail, facts.withDomain)) }
        : { outcome: first + 1, u: share(facts.withMail - facts.withDomain) }
    }
    if (domain === mail.domain) return { outcome: first + 1, u: u.domain }
    return domain === 0
      ? { outcome: first + 3, u: share(total - facts.withDomain) }
      : { outcome: first + 2, u: share(facts.withDomain) }
  }

  const compareForm = ({ name }: Contact, row: number): Compared => {
    const theirs = byteAt(register.form, row)
    const counts = (form: number) => facts.forms[form] ?? 0
    if (name.form === 0)
      return theirs === 0
        ? { outcome: firstOf.formUnsaid, u: share(counts(0)) }
        : { outcome: firstOf.formUnsaid + 1, u: share(total - counts(0)) }
    if (theirs === name.form) return { outcome: firstOf.formSaid, u: share(counts(theirs)) }
    return theirs === 0
      ? { outcome: firstOf.formSaid + 1, u: share(counts(0)) }
      : { outcome: firstOf.formSaid + 2, u: share(total - counts(0) - counts(name.form)) }
  }

  const compareKind = ({ name }: Contact, row: number): Compared => {
    const owning = (byteAt(register.flags, row) & flag.owning) !== 0
    const first = name.owning ? firstOf.owningSaid : firstOf.owningUnsaid
    return { outcome: owning ? first : first + 1, u: share(owning ? facts.owning : total - facts.owning) }
  }

  const compareCvr = (contact: Contact, row: number, agrees: boolean): Compared | null => {
    const theirs = longAt(register.cvr, row)
    if (contact.cvr === 0) return null
    if (theirs === contact.cvr) return { outcome: firstOf.cvr + (agrees ? 0 : 1), u: -Math.log(total) }
    const slip = nearNumber(theirs, contact.cvr)
    return { outcome: firstOf.cvr + (slip ? 2 : 3), u: slip ? -Math.log(total) : 0 }
  }

  const compareIndustry = (row: number): Compared | null => {
    const industry = byteAt(register.industry, row)
    if (industry === 0) return null
    return { outcome: firstIndustry + industry, u: share(register.industries.counts[industry] ?? 0) }
  }

  /** A list that has nobody or all of the register says nothing. */
  const compareList = (row: number): Compared | null => {
    if (facts.onList === 0 || facts.onList === register.known) return null
    const on = (byteAt(register.flags, row) & flag.onList) !== 0
    return { outcome: on ? firstOf.list : firstOf.list + 1, u: share(on ? facts.onList : total - facts.onList) }
  }
  return { compareMail, compareForm, compareKind, compareCvr, compareIndustry, compareList }
}
