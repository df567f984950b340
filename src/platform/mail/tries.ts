/** What a mail server's answer means for a mail, and when it is tried again. */
import type { Temporal } from 'temporal-polyfill'
import { codeOf } from '../failure.ts'
import { isRecord } from '../typed.shared.ts'

/**
 * `unreachable`: the mail server is away, or does not let us in; nothing is wrong with the mail. `not-now`: the receiver's side asks us to come
 * again (4xx). `refused`: it says no for good (5xx). `no-address`: there is nobody to send it to.
 */
export type Failure = 'unreachable' | 'not-now' | 'refused' | 'no-address'
export type Outcome = { failure: Failure | null; said: string | null }
export const delivered: Outcome = { failure: null, said: null }

/** What is tried again: the others stand at once. */
export const passes = (failure: Failure) => failure === 'unreachable' || failure === 'not-now'

/** Errors of nodemailer that speak of the mail itself; all others are of the way to the server. */
const ofTheMail = ['EENVELOPE', 'EMESSAGE']

export const outcomeOf = (error: unknown): Outcome => {
  // What the server said stands apart from what nodemailer says around it.
  const own = isRecord(error) && typeof error['response'] === 'string' ? error['response'] : ''
  const said = own || (error instanceof Error ? error.message : String(error))
  const response = isRecord(error) ? Number(error['responseCode'] ?? 0) : 0
  // 421: the server closes, whatever was asked of it.
  if (!ofTheMail.includes(codeOf(error) ?? '') || response === 421) return { failure: 'unreachable', said }
  if (response >= 500) return { failure: 'refused', said }
  return { failure: response >= 400 ? 'not-now' : 'no-address', said }
}

const minutes = 60_000
const hours = 60 * minutes
/** Between one try of a mail and the next; the last goes on. */
const betweenTries = [minutes, 5 * minutes, 15 * minutes, hours, 4 * hours]
/** Between one look for a server that is away and the next: only one mail asks at a time, so it may be often. */
const betweenProbes = [minutes, 2 * minutes, 5 * minutes, 15 * minutes]
/** As long as other mail servers try. */
export const mostDays = 5

const after = (now: Temporal.Instant, waits: readonly number[], count: number) =>
  now.add({ milliseconds: waits[Math.min(count, waits.length) - 1] ?? 0 }).toString({ fractionalSecondDigits: 3 })
/** When a mail that was tried so often is tried next. */
export const nextTry = (now: Temporal.Instant, tries: number) => after(now, betweenTries, tries)
/** When a server that was away so often is looked for next. */
export const nextProbe = (now: Temporal.Instant, failures: number) => after(now, betweenProbes, failures)
