import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import type { Language } from '#platform/text/language'
import { type Field, fields } from '../enquiries/enquiry-words.table.ts'
import { inSentence, type languageCodes, languageName, type TradeArea, tradeAreas } from './trade-areas.table.ts'

const words = { ...tradeAreas, ...fields }
/** What a person or a school has said. */
export type Said = {
  trades: readonly TradeArea[]
  kinds?: readonly Field[] | undefined
  languages: readonly (typeof languageCodes)[number][]
  wishes: readonly (TradeArea | Field)[]
  generalist?: boolean | undefined
}

/** In one line: what is known, spoken and wished. Nothing when nothing was said. */
export const saysAll = (
  { trades, kinds = [], languages, wishes, generalist = false }: Said,
  locale: Language = getLocale(),
) => {
  const spoken = languages.map((code) => languageName(code, locale)).join(', ')
  const known = [...trades, ...kinds].map((code) => words[code]({}, { locale }))
  const wished = wishes.map((code) => inSentence(words[code]({}, { locale }))).join(', ')
  return [
    generalist && m.trade_areas_is_generalist({}, { locale }),
    known.map((name, n) => (n === 0 ? name : inSentence(name))).join(', '),
    spoken && m.trade_areas_speaks({ languages: spoken }, { locale }),
    wished && m.trade_areas_wants({ what: wished }, { locale }),
  ]
    .filter(Boolean)
    .join('. ')
}
