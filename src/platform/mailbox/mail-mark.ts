/** What a mail is known again by, whether all of it was fetched or its beginning alone. */
import { createHash } from 'node:crypto'

/** So much of a mail is read to learn what it is for; most mails are no longer. */
export const beginning = 64 * 1024
/** So much of its body; the head differs with the way it came. */
const longestBody = 32 * 1024

export const headEnd = (source: Buffer): number => {
  const ends = [source.indexOf('\r\n\r\n'), source.indexOf('\n\n')].filter((at) => at >= 0)
  return ends.length === 0 ? source.length : Math.min(...ends)
}

const numbered = /^message-id:\s*(\S+)/im
/** The same for the same mail, however often and by whatever way it comes: its number, and how its body begins. */
export const markOf = (source: Buffer): string => {
  const begun = source.subarray(0, beginning)
  const end = headEnd(begun)
  const [, number = ''] = numbered.exec(begun.subarray(0, end).toString('latin1')) ?? []
  return createHash('sha256')
    .update(`${number}\n`)
    .update(begun.subarray(end, end + longestBody))
    .digest('base64url')
}
