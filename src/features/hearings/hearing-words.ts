import * as m from '#texts'

type Language = 'da' | 'en'

/** What stands in files instead of codes: by what a company was recognised, and what the school decided. */
export const matchInWords = (found: readonly { by: string; value: string }[], language: Language) => {
  const locale = { locale: language }
  const said: Record<string, (value: string) => string> = {
    cvr: () => m.lists_match_cvr({}, locale),
    'p-number': () => m.lists_match_p_number({}, locale),
    phone: () => m.lists_match_phone({}, locale),
    domain: (value) => m.lists_match_domain({ domain: value }, locale),
  }
  return found.map(({ by, value }) => said[by]?.(value) ?? by).join(' · ')
}

export const decisionInWords = (decision: string | null, language: Language) =>
  decision === 'struck'
    ? m.lists_struck({}, { locale: language })
    : decision === 'kept'
      ? m.lists_kept({}, { locale: language })
      : null
