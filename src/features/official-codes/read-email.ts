import { readWrittenEmails } from '#platform/text/written-email'

/** The first address of mail in a cell, in lower case, and what else stands there: all of it when there is no address. */
export const readEmail = (text: string): { value: string | null; rest: string } => {
  const { addresses, rest } = readWrittenEmails(text)
  const [value = null, ...others] = addresses
  return { value, rest: value === null ? text.trim() : [...others, rest].filter(Boolean).join(', ') }
}
