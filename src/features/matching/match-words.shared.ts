import * as m from '#texts'
import type { Language } from '#platform/text/language'

type Match = { by: string; value: string }

/** "Same phone · same domain holm-koel.dk": by what a company was recognised; in the page's own language without one given. */
export const saysMatch = (found: readonly Match[], language?: Language) => {
  const locale = language && { locale: language }
  const said: Record<string, (value: string) => string> = {
    cvr: () => m.hearings_match_cvr({}, locale),
    'p-number': () => m.hearings_match_p_number({}, locale),
    phone: () => m.hearings_match_phone({}, locale),
    domain: (value) => m.hearings_match_domain({ domain: value }, locale),
  }
  return found
    .map(({ by, value }) => said[by]?.(value) ?? by)
    .map((words, at) => (at === 0 ? words : words.charAt(0).toLocaleLowerCase() + words.slice(1)))
    .join(' · ')
}

export const saysDecision = (decision: string | null, language?: Language) => {
  const locale = language && { locale: language }
  if (decision === 'struck') return m.hearings_struck({}, locale)
  return decision === 'kept' ? m.hearings_kept({}, locale) : null
}
