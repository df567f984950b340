import * as m from '#texts'
import type { Language } from '#platform/text/language'

type Match = { by: string; value: string }

/** "Same phone · same domain holm-koel.dk": by what a company was recognised; in the page's own language without one given. */
export const saysMatch = (found: readonly Match[], language?: Language) => {
  const locale = language && { locale: language }
  const said: Record<string, (value: string) => string> = {
    cvr: () => m.matching_cvr({}, locale),
    'p-number': () => m.matching_p_number({}, locale),
    phone: () => m.matching_phone({}, locale),
    domain: (value) => m.matching_domain({ domain: value }, locale),
  }
  return found
    .map(({ by, value }) => said[by]?.(value) ?? by)
    .map((words, at) => (at === 0 ? words : words.charAt(0).toLocaleLowerCase() + words.slice(1)))
    .join(' · ')
}
