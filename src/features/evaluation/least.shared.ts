/** Fewer than this many is hidden; so is a difference of fewer, but more than none. */
export const least = 5
