import { isSensitive } from './topics.table.ts'

/** Words that speak of dyslexia. No list, export, thread or search beside a company names it; whoever opens the report reads it. */
const parts = ['ordblind', 'dyslek', 'dyslex']
const wholeWords = ['OBU']

const pattern = new RegExp([...parts, ...wholeWords.map((word) => `\\b${word}\\b`)].join('|'), 'iu')

export const speaksOfDyslexia = (text: string) => pattern.test(text)

/** The sentences that do not speak of dyslexia. */
const without = (text: string) => {
  if (!speaksOfDyslexia(text)) return text
  const rest = text.split(/(?<=[.!?\n])\s*/u).filter((sentence) => !speaksOfDyslexia(sentence))
  return [...rest, '…'].join(' ')
}

type Need = { words: string; education: string | null; soon: boolean }
type Report = { about: string; needs: Need[]; topics: string[] }

/** Whether a list may name this need. */
export const namedInLists = ({ education, words }: Pick<Need, 'education' | 'words'>) =>
  !(education && isSensitive(education)) && !speaksOfDyslexia(words)

/** Whether what an event keeps of a visit is a wording of its report, and not only what changed beside it. */
export const isReport = (kept: object): kept is Report => 'about' in kept

/**
 * A report as a list, an export or a thread may show it: nothing there names a sensitive kind of education beside a
 * company (design.md). Whoever opens the report itself reads all of it.
 */
export const forLists = <T extends Report>(visit: T): T => ({
  ...visit,
  about: without(visit.about),
  needs: visit.needs.filter(namedInLists),
  topics: visit.topics.filter((topic) => !isSensitive(topic)),
})
