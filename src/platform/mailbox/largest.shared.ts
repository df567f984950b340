/** A larger mail is not fetched: only who sent it and what it is about. */
export const largestMail = 10 * 1024 * 1024
