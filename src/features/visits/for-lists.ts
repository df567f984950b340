import { speaksOfDyslexia } from './sensitive-words.ts'
import { isSensitive } from './topics.table.ts'

/** The sentences that do not speak of dyslexia. */
const without = (text: string) => {
  if (!speaksOfDyslexia(text)) return text
  const rest = text.split(/(?<=[.!?\n])\s*/u).filter((sentence) => !speaksOfDyslexia(sentence))
  return [...rest, '…'].join(' ')
}

type Need = { words: string; education: string | null; soon: boolean }
type Report = { about: string; needs: Need[]; topics: string[] }

/** Whether what an event keeps of a visit is a wording of its report, and not only what changed beside it. */
export const isReport = (kept: object): kept is Report => 'about' in kept

/**
 * A report as a list, an export or a thread may show it: nothing there names a sensitive kind of education beside a
 * company (design.md). Whoever opens the report itself reads all of it.
 */
export const forLists = <T extends Report>(visit: T): T => ({
  ...visit,
  about: without(visit.about),
  needs: visit.needs.filter(
    ({ education, words }) => !(education && isSensitive(education)) && !speaksOfDyslexia(words),
  ),
  topics: visit.topics.filter((topic) => !isSensitive(topic)),
})
