import { longestTip } from '../tips/giving.schema.ts'

/** As much of what the sender himself wrote as a tip may say. */
export const draftOf = (own: string): { draft: string; draftCut: boolean } => ({
  draft: own.slice(0, longestTip),
  draftCut: own.length > longestTip,
})
