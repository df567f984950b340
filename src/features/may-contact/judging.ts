/** The one engine: may we contact this company, for what, in which way. Every door asks it, and the database's guards stand behind. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { sayDate } from '#platform/text/danish'
import { isOneOf } from '#platform/typed.shared'
import { runsCentre } from '../centre/roles.ts'
import { type Because, type Judgement, reasonWords } from './hindrance.schema.ts'
import type { Channel, HindranceKind, Purpose } from './hindrance.schema.ts'
import * as store from './contact.sql.ts'
import { hindrances, inHandSays } from './hindrances.table.ts'
import { openUntil } from './marks.sql.ts'
import { placeById } from './waits.sql.ts'

// ---- Pure: what holds is given ("Where rules meet" 1 to 3) ------------------------------------------------------------
/** What holds against a place now. */
export type Hindering = {
  kind: HindranceKind
  /** The first day without it; null: not by itself. */
  until: string | null
  /** The day on which something is to be done. */
  dueOn?: string | null
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
  /** Who has the company in hand has said yes to one of them. */
  opened?: boolean
}
export type NoConsent = { kind: 'no-consent'; until: null; personId: null }
export type Reason = Hindering | NoConsent

const isRunning = ({ kind }: Hindering) => hindrances[kind].word === 'running'
/** What a colleague may say yes to: that he is in the middle of them, or meets them. */
export const isAColleagues = ({ kind }: { kind: Reason['kind'] }) =>
  kind !== 'no-consent' && (hindrances[kind].word === 'running' || kind === 'meeting')
/** Who has the company in hand goes on with it. */
export const hasInHand = (found: readonly Hindering[], askers: readonly number[]) =>
  found.some((one) => isRunning(one) && one.personId !== null && askers.includes(one.personId))

/** E-mail that nobody agreed to needs a consent on record (markedsføringsloven § 10): beside protection it is told second. */
const rankOf = ({ kind }: Reason) => (kind === 'no-consent' ? hindrances.protected.rank + 1 : hindrances[kind].rank)
const needsConsent = ({ channel, purpose, mayBeMailed }: Asked) =>
  channel === 'mail' && (purpose === 'outreach' || purpose === 'evaluation') && !mayBeMailed

const never = '9999-12-31'
/** The day a reason ends; one that does not end by itself is after all days. */
const endOf = ({ until }: Reason) => until ?? never
/** One that nobody has at the moment names nobody: it comes after those that somebody has. */
const dueOf = (one: Reason) => ('dueOn' in one && one.personId !== null && one.dueOn) || never

/**
 * What stops the contact, the heaviest first, of equals the one that lasts longest, then the one that is due first; empty: it may be made. A wait stops outreach by everyone and
 * never what was agreed; a stop ends all but answering; what is running stops everyone's outreach but that of who has it in hand, and of
 * whom that one has said yes to.
 */
export const weigh = (found: readonly Hindering[], asked: Asked): readonly Reason[] => {
  const own = hasInHand(found, asked.askers)
  const stopping: Reason[] = found.filter(
    (one) =>
      hindrances[one.kind].stops.includes(asked.purpose) &&
      !(own && isRunning(one)) &&
      !(asked.opened && isAColleagues(one)),
  )
  if (needsConsent(asked)) stopping.push({ kind: 'no-consent', until: null, personId: null })
  return stopping.toSorted(
    (a, b) => rankOf(a) - rankOf(b) || endOf(b).localeCompare(endOf(a)) || dueOf(a).localeCompare(dueOf(b)),
  )
}

// ---- Asked --------------------------------------------------------------------------------------------------
/** `visitorId`: who would go, when another arranges it. */
type Asking = { purpose: Purpose; channel: Channel; visitorId?: number | null }
type Found = Awaited<ReturnType<typeof store.hindrancesOf>>[number]
type Said = z.infer<typeof Because>

const noConsent = (ctx: Ctx): Said => ({
  ...{ kind: 'no-consent', word: 'no-consent', until: null, ask: null },
  sentence: m.may_contact_sentence_no_consent({}, { locale: ctx.language }),
  can: m.may_contact_can_record_consent({}, { locale: ctx.language }),
})

/** Nobody is told to ask himself. */
const askOf = (ctx: Ctx, { personId, name, school, email, phone }: Found): Said['ask'] =>
  personId === null || personId === ctx.personId || name === null
    ? null
    : { id: personId, name, school, email: email ?? '', phone }

/** Why, from whom, and from when on it is otherwise. */
const becauseOf = (ctx: Ctx, found: Found): Said => {
  const locale = ctx.language
  const { kind, until, old } = found
  const { word, why, can } = hindrances[kind]
  const ask = word === 'running' || kind === 'meeting' ? askOf(ctx, found) : null
  const said = ask && inHandSays[kind]?.({ who: ask.name, old }, { locale })
  // A meeting is over, not allowed again, on its day.
  const when =
    until && kind !== 'meeting'
      ? ` ${m.may_contact_again({ when: sayDate(until, locale, ctx.today) }, { locale })}`
      : ''
  return {
    kind,
    word: isOneOf(reasonWords, word) ? word : 'wait',
    sentence: (said ?? why({}, { locale })) + when,
    until,
    ask,
    can: ask ? m.may_contact_can_ask_who({ who: ask.name }, { locale }) : can({}, { locale }),
  }
}

/** What the own school struck is kept from the others, not from itself: the room that owns strikes knows which those are. */
const withoutOwnStrikes = async (ctx: Ctx, found: Found[]): Promise<Found[]> => {
  const struck = found.flatMap(({ kind, sourceId }) => (kind === 'strike' ? [sourceId] : []))
  if (struck.length === 0 || ctx.schoolId === null) return found
  const asked = ctx.house.rooms.flatMap(({ ownStrikes }) => (ownStrikes ? [ownStrikes(ctx, struck)] : []))
  const own = (await Promise.all(asked)).flat()
  return found.filter(({ kind, sourceId }) => kind !== 'strike' || !own.includes(sourceId))
}

/** What holds against contacting a company or workplace. Throws not-found. */
export const mayContact = async (
  ctx: Ctx,
  companyId: number,
  { purpose, channel, visitorId }: Asking,
): Promise<z.infer<typeof Judgement>> => {
  const place = await placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  const found = await withoutOwnStrikes(ctx, await store.hindrancesOf(ctx, companyId, channel))
  const mayBeMailed = channel === 'mail' && (await store.consentsToMail(ctx, place))
  const sameNumber = await store.lastNoOnNumber(ctx, place)
  const askers = [ctx.personId, visitorId ?? null].filter((one) => one !== null)
  const opened =
    found.some(isAColleagues) && (await openUntil(ctx, { cvr: place.cvr, companyId }, askers, 'question')) !== null
  const reasons = weigh(found, { purpose, channel, askers, mayBeMailed, opened })
  const all = reasons.map((one) => {
    const row = found.find((each) => each === one)
    return row ? becauseOf(ctx, row) : noConsent(ctx)
  })
  return {
    may: all.length === 0,
    because: all[0] ?? null,
    all,
    running: found.some(({ kind }) => kind === 'meeting' || hindrances[kind].word === 'running'),
    inHand: hasInHand(found, askers),
    opened,
    sameNumber,
  }
}

/** Says no, with the reason, until when and whom to ask, in the language of who asks. */
export const mayNotContact = ({ sentence, word, kind, until, ask }: Said) =>
  problem('may-not-contact', { reason: sentence }, { reason: word, kind, untilOn: until, ask })

/** Throws may-not-contact unless the contact may be made. */
export const refuseUnlessMay = async (ctx: Ctx, companyId: number, asking: Asking): Promise<void> => {
  const { because } = await mayContact(ctx, companyId, asking)
  if (because) throw mayNotContact(because)
}

/** What a call or a visit would be to who asks: the answer to what they came with themselves, else outreach. */
export const purposeOfCall = async (ctx: Ctx, place: { cvr: string; companyId: number }) =>
  (await openUntil(ctx, place)) ? 'enquiry' : 'outreach'

const agreedKinds: readonly string[] = ['promise', 'referral', 'group'] satisfies HindranceKind[]
/**
 * What contacting a company is to these people: of whoever has promised it something, has taken a referral of it, or leads a group for it, what was agreed; of whoever answers a matter that it came
 * with itself, that; else outreach.
 */
export const purposeOf = async (
  ctx: Ctx,
  companyId: number,
  personIds: readonly (number | null)[],
): Promise<Exclude<Purpose, 'evaluation'>> => {
  const found = await store.hindrancesOf(ctx, companyId, 'visit')
  const promised = found.some(
    ({ kind, personId }) => agreedKinds.includes(kind) && personId !== null && personIds.includes(personId),
  )
  if (promised) return 'agreed'
  const place = await placeById(ctx, companyId)
  return place && (await openUntil(ctx, { cvr: place.cvr, companyId }, personIds)) ? 'enquiry' : 'outreach'
}

type Query = { purpose: Purpose | 'own'; channel: Channel }
/** The answer for a page: `own` is judged as the door behind it will. Who runs the centre books for whoever has the company. */
export const judgeContactFor = async (ctx: Ctx, companyId: number, { purpose, channel }: Query) => {
  if (purpose !== 'own') return mayContact(ctx, companyId, { purpose, channel })
  const asking = { purpose: await purposeOf(ctx, companyId, [ctx.personId]), channel }
  const judged = await mayContact(ctx, companyId, asking)
  const ask = judged.because?.ask
  if (!ask || channel !== 'visit' || !runsCentre(ctx)) return judged
  return mayContact(ctx, companyId, { ...asking, visitorId: ask.id })
}
