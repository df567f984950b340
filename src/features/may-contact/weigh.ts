/** Whether anything holds against contacting a company, for a purpose and in one way. Pure: what holds is given ("Where rules meet" 1 to 3). */
import type { Channel, HindranceKind, Purpose } from './hindrance.schema.ts'
import { hindrances } from './hindrances.table.ts'

/** What holds against a place now. */
export type Hindering = {
  kind: HindranceKind
  /** The first day without it; null: not by itself. */
  until: string | null
  /** Who has the company in hand, or meets it. */
  personId: number | null
}
export type Asked = {
  purpose: Purpose
  channel: Channel
  /** Who would make the contact, and who it is made for; none: nobody of the centre. */
  askers: readonly number[]
  /** Whether a consent to mail is on record. */
  mayBeMailed: boolean
}
export type NoConsent = { kind: 'no-consent'; until: null; personId: null }
export type Reason = Hindering | NoConsent

const isRunning = ({ kind }: Hindering) => hindrances[kind].word === 'running'
/** Who has the company in hand goes on with it. */
export const hasInHand = (found: readonly Hindering[], askers: readonly number[]) =>
  found.some((one) => isRunning(one) && one.personId !== null && askers.includes(one.personId))

/** E-mail that nobody agreed to needs a consent on record (markedsføringsloven § 10): beside protection it is told second. */
const rankOf = ({ kind }: Reason) => (kind === 'no-consent' ? hindrances.protected.rank + 1 : hindrances[kind].rank)
const needsConsent = ({ channel, purpose, mayBeMailed }: Asked) =>
  channel === 'mail' && (purpose === 'outreach' || purpose === 'evaluation') && !mayBeMailed

/** The day a reason ends; one that does not end by itself is after all days. */
const endOf = ({ until }: Reason) => until ?? '9999-12-31'

/**
 * What stops the contact, the heaviest first, of equals the one that lasts longest; empty: it may be made. A wait stops outreach by everyone and
 * never what was agreed; a stop ends all but answering; what is running stops everyone's outreach but that of who has it in hand.
 */
export const weigh = (found: readonly Hindering[], asked: Asked): readonly Reason[] => {
  const own = hasInHand(found, asked.askers)
  const stopping: Reason[] = found.filter(
    (one) => hindrances[one.kind].stops.includes(asked.purpose) && !(own && isRunning(one)),
  )
  if (needsConsent(asked)) stopping.push({ kind: 'no-consent', until: null, personId: null })
  return stopping.toSorted((a, b) => rankOf(a) - rankOf(b) || endOf(b).localeCompare(endOf(a)))
}
