import * as m from '#texts'
import { personalNumber } from '../centre/personal-number.shared.ts'
import { health, inside, noName, starts } from './sensitive-words.table.ts'

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
