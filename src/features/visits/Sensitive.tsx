import * as m from '#texts'
import { personalNumber } from '../centre/personal-number.shared.ts'

/** Words about health, and how a sentence names someone, in Danish and in English: reports are written in either, whatever language the page has. */
const health =
  /(?<!\p{L})(stress\p{L}*|angst|depress\p{L}*|kræft|diabetes|epilepsi|adhd|autis\p{L}*|handicap\p{L}*|misbrug\p{L}*|alkohol\p{L}*|drikker|sygemeld\p{L}*|langtidssyg\p{L}*|psykisk\p{L}*|gravid\p{L}*|ordblind\p{L}*|dyslek\p{L}*|blodprop\p{L}*|cancer|pregnan\p{L}*|dyslex\p{L}*)(?!\p{L})/iu
const inside = /(?<=[\p{Ll}\d,;:)]\s)\p{Lu}\p{Ll}+/u
const starts = /^(\p{Lu}\p{Ll}+)\s(?:er|har|vil|kan|bliver|blev|is|has)(?!\p{L})/u
const noName =
  /^(den|det|de|der|han|hun|vi|flere|mange|nogle|to|tre|fire|en|ingen|alle|man|mester|chefen|ledelsen|medarbejderne?|they|he|she|some|one|nobody)$/i

const namesSomeone = (sentence: string) => {
  const begins = starts.exec(sentence)?.[1]
  return inside.test(sentence) || (begins !== undefined && !noName.test(begins))
}

/** What in a text should make the writer think again: a personal number, or someone's health beside a name. */
export const sensitiveIn = (text: string): 'number' | 'health' | undefined => {
  if (personalNumber.test(text)) return 'number'
  const sentences = text.split(/(?<=[.!?\n])\s*/u)
  return sentences.some((sentence) => health.test(sentence) && namesSomeone(sentence.trim())) ? 'health' : undefined
}

/** Says so beside the field, while there is time. A personal number is refused by the server too; the rest is a warning. */
export const SensitiveNote = ({ texts }: { texts: readonly string[] }) => {
  const found = texts.map(sensitiveIn)
  const says = found.includes('number')
    ? m.visits_sensitive_number()
    : found.includes('health')
      ? m.visits_sensitive_health()
      : undefined
  return <div role="status">{says && <p className="visits-sensitive">{says}</p>}</div>
}
