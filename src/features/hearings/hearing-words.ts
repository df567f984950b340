import * as m from '#texts'

type Language = 'da' | 'en'

/** What stands in files instead of codes: by what a company was recognised, and what the school decided. */
export const matchInWords = (found: readonly { by: string; value: string }[], language: Language) => {
  const locale = { locale: language }
  const said: Record<string, (value: string) => string> = {
    cvr: () => m.hearings_match_cvr({}, locale),
    'p-number': () => m.hearings_match_p_number({}, locale),
    phone: () => m.hearings_match_phone({}, locale),
    domain: (value) => m.hearings_match_domain({ domain: value }, locale),
  }
  return found.map(({ by, value }) => said[by]?.(value) ?? by).join(' · ')
}

export const decisionInWords = (decision: string | null, language: Language) =>
  decision === 'struck'
    ? m.hearings_struck({}, { locale: language })
    : decision === 'kept'
      ? m.hearings_kept({}, { locale: language })
      : null
