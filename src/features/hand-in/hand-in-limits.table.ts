/** A school's draft holds so many lines. */
export const mostLines = 500
/** So many are looked up in one go, so that nobody waits for the last name before the first number is there. */
export const mostAtOnce = 60
/** So many lines a school has looked up in a day: two full drafts. Who wants more is fishing for what others hand in. */
export const mostTries = 1000
/** So many are shown of those that a name may mean. */
export const mostCandidates = 8
