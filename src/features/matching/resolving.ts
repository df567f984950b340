/** What the resolving thread does with what it is told, piece by piece. Pure but for the index that it holds. */
import { fold } from '#platform/text/fold.shared'
import { type ContactEntry, openRegister, type Reason, type RegisterEntry, resolver } from '../linkage/linkage.ts'

/** A company or workplace as the register tells it; `apart`: it answers for itself (shared leadership). */
export type ToldPlace = Omit<RegisterEntry, 'whole' | 'house' | 'person'> & { id: number; apart: boolean }
export type ToldContact = Omit<ContactEntry, 'website'> & { id: string; domain: string }
export type Said =
  | { places: string }
  | { sealed: true }
  | { contacts: string; begins: boolean }
  | { resolve: true }
  | { from: number; count: number }

/** One of the companies that a contact may be; without company: nobody of the register. */
export type ResolvedRow = {
  contactId: string
  nth: number
  decision: 'sure' | 'ask' | 'nobody'
  cvr: string | null
  companyId: number | null
  apart: boolean
  p: number
  reasons: Reason[]
}

const rounded = (reasons: readonly Reason[]): Reason[] =>
  reasons.map(([of, weight]) => [of, Math.round(weight * 100) / 100])

/** A workplace that says no more than its company is not there a second time. */
const tellsNothingNew = () => {
  const seen = new Set<string>()
  return ({ apart, cvr, name, street, postalCode, phone, domain }: ToldPlace) => {
    if (apart) return false
    const says = [cvr, fold(name), street, postalCode, phone, domain].join('|')
    if (seen.has(says)) return true
    seen.add(says)
    return false
  }
}

const opened = () => {
  const register = openRegister()
  const ids: number[] = []
  const apart = new Set<number>()
  const again = tellsNothingNew()
  const add = (place: ToldPlace) => {
    if (again(place)) return
    ids.push(place.id)
    if (place.apart) apart.add(place.id)
    register.add({ ...place, house: '', person: '', whole: !place.apart })
  }
  return { add, seal: () => ({ resolve: resolver(register.seal()), ids, apart }) }
}

/** Every contact has one row at least; a question may have a second. */
const rowsOf = (
  contacts: readonly ToldContact[],
  { resolve, ids, apart }: ReturnType<ReturnType<typeof opened>['seal']>,
) => {
  const answers = resolve(contacts.map((one) => ({ ...one, website: one.domain })))
  return answers.flatMap(({ decision, also, ...first }, place): ResolvedRow[] => {
    const contactId = contacts[place]?.id ?? ''
    const row = (nth: number, told: Omit<typeof first, 'decision' | 'also'>) => ({
      ...{ contactId, nth, decision, cvr: told.cvr || null, companyId: ids[told.row] ?? null, p: told.p },
      apart: apart.has(ids[told.row] ?? 0),
      reasons: rounded(told.reasons),
    })
    return also ? [row(1, first), row(2, also)] : [row(1, first)]
  })
}

/** Companies first, once; then of each school its contacts, what they are, and the answers in portions. What is told comes as JSON, and goes so. */
export const resolving = () => {
  const register = opened()
  let sealed: ReturnType<typeof register.seal> | undefined
  let contacts: ToldContact[] = []
  let rows: ResolvedRow[] = []
  return (said: Said): string => {
    if ('places' in said) {
      const places: ToldPlace[] = JSON.parse(said.places)
      for (const place of places) register.add(place)
      return String(places.length)
    }
    if ('sealed' in said) {
      sealed = register.seal()
      return String(sealed.ids.length)
    }
    if ('contacts' in said) {
      const told: ToldContact[] = JSON.parse(said.contacts)
      contacts = said.begins ? told : contacts.concat(told)
      return String(contacts.length)
    }
    if ('resolve' in said) {
      if (!sealed) throw new Error('The register is not known yet.')
      rows = rowsOf(contacts, sealed)
      return String(rows.length)
    }
    return JSON.stringify(rows.slice(said.from, said.from + said.count))
  }
}
