/** What of a mail is a report: what its sender wrote himself; of one that he only passes on, what was passed on. */
import { belowAnswered, ownWords } from '../incoming-mails/incoming-mails.ts'

/** A mail program says so in the subject, or above what is passed on. */
const passedOn = /^(?:vs|vb|fw|fwd|videresendt|wg)\s*:/i
const passedOnBelow = /^-{2,}\s*(?:videresendt|forwarded message)/im
/** What stands above a mail that is passed on: who wrote it, when, to whom, about what. */
const head =
  /^(?:[-_>\s*]*$|-{2,}.*|begin forwarded message.*|(?:start p\u00E5 )?videresendt.*:?$|\**(?:fra|from|sendt|sent|dato|date|til|to|cc|emne|subject|svar til|reply-to):)/i

const withoutHead = (text: string): string => {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => !head.test(line.trim()))
  return from === -1 ? '' : lines.slice(from).join('\n')
}
const passedOnWords = (text: string) => {
  const said = withoutHead(text.replaceAll(/^> ?/gm, ''))
  return ownWords(said) || said.trim()
}

export const reportWords = ({ subject, words }: { subject: string; words: string }): string => {
  const own = ownWords(words)
  if (own !== '' && !head.test(own)) return own
  if (passedOn.test(subject.trim()) || passedOnBelow.test(words)) return passedOnWords(words)
  return belowAnswered(words)
}
