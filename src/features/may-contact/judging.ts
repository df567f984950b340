/** The one engine: may we contact this company, for what, in which way. Every door asks it, and the database's guards stand behind. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { sayDate } from '#platform/text/danish'
import { isOneOf } from '#platform/typed.shared'
import { type Because, type Judgement, reasonWords } from './contact.schema.ts'
import * as store from './contact.sql.ts'
import type { Channel, Purpose } from './hindrance.schema.ts'
import { hindrances, inHandSays } from './hindrances.table.ts'
import { placeById } from './waits.sql.ts'
import { hasInHand, weigh } from './weigh.ts'

/** `visitorId`: who would go, when another arranges it. */
type Asking = { purpose: Purpose; channel: Channel; visitorId?: number | null }
type Found = Awaited<ReturnType<typeof store.hindrancesOf>>[number]
type Said = z.infer<typeof Because>

const noConsent = (ctx: Ctx): Said => ({
  ...{ kind: 'no-consent', word: 'no-consent', until: null, ask: null },
  sentence: m.may_contact_sentence_no_consent({}, { locale: ctx.language }),
  can: m.may_contact_can_record_consent({}, { locale: ctx.language }),
})

const askOf = ({ personId, name, school, email, phone }: Found): Said['ask'] =>
  personId === null || name === null ? null : { id: personId, name, school, email: email ?? '', phone }

/** Why, from whom, and from when on it is otherwise. */
const becauseOf = (ctx: Ctx, found: Found): Said => {
  const locale = ctx.language
  const { kind, until } = found
  const { word, why, can } = hindrances[kind]
  const ask = word === 'running' || kind === 'meeting' ? askOf(found) : null
  const said = ask && inHandSays[kind]?.({ who: ask.name }, { locale })
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

/** What holds against contacting a company or workplace. Throws not-found. */
export const mayContact = async (
  ctx: Ctx,
  companyId: number,
  { purpose, channel, visitorId }: Asking,
): Promise<z.infer<typeof Judgement>> => {
  const place = await placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  const found = await store.hindrancesOf(ctx, companyId, channel)
  const mayBeMailed = channel === 'mail' && (await store.consentsToMail(ctx, place))
  const sameNumber = await store.lastNoOnNumber(ctx, place)
  const askers = [ctx.personId, visitorId ?? null].filter((one) => one !== null)
  const reasons = weigh(found, { purpose, channel, askers, mayBeMailed })
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

/** What contacting a company is to these people: of whoever has promised it something, what was agreed; else outreach. */
export const purposeOf = async (
  ctx: Ctx,
  companyId: number,
  personIds: readonly (number | null)[],
): Promise<'agreed' | 'outreach'> => {
  const found = await store.hindrancesOf(ctx, companyId, 'visit')
  const promised = found.some(
    ({ kind, personId }) => kind === 'promise' && personId !== null && personIds.includes(personId),
  )
  return promised ? 'agreed' : 'outreach'
}
