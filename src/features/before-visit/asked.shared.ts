/** What has been asked so far, and what came of it: the draft of the report, question by question. Pure. */
import type { AskedSoFar, Heard } from '../guides/guides.schema.ts'

type Noted = { words: string; heard: Heard | null; own?: boolean }
/** `heard` null: not asked after all. In the order they were asked. */
export const noteAsked = (
  asked: AskedSoFar | null,
  guideId: number | null,
  { words, heard, own = false }: Noted,
): AskedSoFar => {
  const before = asked?.questions ?? []
  const stood = before.find((one) => one.words === words)
  const others = before.filter((one) => one.words !== words)
  if (heard === null) return { guideId: asked?.guideId ?? guideId, questions: others }
  const now = { words, heard, own: stood?.own ?? own }
  const questions = stood ? before.map((one) => (one.words === words ? now : one)) : [...before, now]
  // The version the first question was asked from is the visit's.
  return { guideId: before.length > 0 && asked ? asked.guideId : guideId, questions }
}
