/** As long as what a tip says may be. */
const longest = 1000

/** As much of what the sender himself wrote as a tip may say. */
export const draftOf = (own: string): { draft: string; draftCut: boolean } => ({
  draft: own.slice(0, longest),
  draftCut: own.length > longest,
})
