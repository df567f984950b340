import { problem } from './errors.ts'

/** Where a page ended: the sort keys of its last row, opaque to the caller. */
export const writeCursor = (keys: readonly (string | number | null)[]) =>
  Buffer.from(JSON.stringify(keys)).toString('base64url')

/** The keys of a cursor, or undefined for the first page. Throws bad-cursor when it is not one of ours. */
export const readCursor = (cursor: string | undefined, length: number): (string | number | null)[] | undefined => {
  if (!cursor) return undefined
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      Array.isArray(keys) &&
      keys.length === length &&
      keys.every((key) => key === null || ['string', 'number'].includes(typeof key))
    )
      return keys
  } catch {
    // Falls through: whatever it is, it is not a cursor.
  }
  throw problem('bad-cursor')
}
