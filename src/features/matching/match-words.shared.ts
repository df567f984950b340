import type { z } from '#platform/endpoint'
import * as m from '#texts'
import type { Language } from '#platform/text/language'
import type { MatchedCompany } from './matching.schema.ts'

type Matched = z.infer<typeof MatchedCompany>
export type Weighed = Matched['weights'][number]
type Found = Pick<Matched, 'reasons' | 'weights'>
type Words = (values: Record<string, never>, locale?: { locale: Language }) => string

/** What speaks for, and what against. */
const fields: Record<Weighed['of'], readonly [speaksFor: Words, against: Words]> = {
  cvr: [m.matching_for_cvr, m.matching_against_cvr],
  phone: [m.matching_for_phone, m.matching_against_phone],
  mail: [m.matching_for_mail, m.matching_against_mail],
  name: [m.matching_for_name, m.matching_against_name],
  form: [m.matching_for_form, m.matching_against_form],
  kind: [m.matching_for_kind, m.matching_against_kind],
  address: [m.matching_for_address, m.matching_against_address],
  person: [m.matching_for_person, m.matching_against_person],
  industry: [m.matching_for_industry, m.matching_against_industry],
  list: [m.matching_for_list, m.matching_against_list],
  prior: [m.matching_prior, m.matching_prior],
  rivals: [m.matching_rivals, m.matching_rivals],
  others: [m.matching_sisters, m.matching_others],
  said: [m.matching_said, m.matching_said],
}
/** "Same phone", "Another address". */
export const saysWeight = ({ of, weight }: Weighed, language?: Language) =>
  fields[of][weight < 0 ? 1 : 0]({}, language && { locale: language })

/** What a row has no room for: what holds for every pair, and what says little to people. */
const unsaid: ReadonlySet<Weighed['of']> = new Set(['prior', 'rivals', 'others', 'said', 'list', 'industry', 'form'])
/** What exact sameness says already. */
const saidBy: Partial<Record<Weighed['of'], Matched['reasons'][number]['by']>> = {
  cvr: 'cvr',
  phone: 'phone',
  mail: 'domain',
}
const fromWeight = 0.5
const mostSaid = 3

const saysReason = ({ by, value }: Matched['reasons'][number], language?: Language) => {
  const locale = language && { locale: language }
  const said: Partial<Record<typeof by, () => string>> = {
    said: () => m.matching_said({}, locale),
    cvr: () => m.matching_cvr({}, locale),
    'p-number': () => m.matching_p_number({}, locale),
    phone: () => m.matching_phone({}, locale),
    domain: () => m.matching_domain({ domain: value }, locale),
  }
  return said[by]?.() ?? []
}

/** "Same phone · same domain holm-koel.dk · another address": by what a company was recognised; in the page's own language without one given. */
export const saysMatch = ({ reasons, weights }: Found, language?: Language) => {
  const exact = reasons.flatMap((one) => saysReason(one, language))
  const same = new Set(reasons.map(({ by }) => by))
  const alike = weights
    .filter(
      ({ of, weight }) => Math.abs(weight) >= fromWeight && !unsaid.has(of) && !(saidBy[of] && same.has(saidBy[of])),
    )
    .toSorted((one, other) => Number(other.weight > 0) - Number(one.weight > 0))
  const room = Math.max(1, mostSaid - exact.length)
  const words = [...exact, ...alike.slice(0, room).map((one) => saysWeight(one, language))]
  // Whatever else fits, what speaks against it is said.
  const against = alike.find(({ weight }) => weight < 0)
  if (against && !words.includes(saysWeight(against, language))) words.push(saysWeight(against, language))
  const all =
    words.length > 0 || reasons.length === 0 ? words : [m.matching_likeness({}, language && { locale: language })]
  return all.map((one, at) => (at === 0 ? one : one.charAt(0).toLocaleLowerCase() + one.slice(1))).join(' · ')
}
