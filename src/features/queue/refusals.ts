import * as m from '#texts'
import { problem } from '#platform/errors'
import type { Ctx } from '#platform/context'
import { sayDate, sayDay } from '#platform/text/danish'
import type { z } from '#platform/endpoint'
import { isRecord } from '#platform/typed.shared'
import { callReasons } from '../may-contact/hindrance.schema.ts'
import { hindranceOf } from '../may-contact/hindrances.table.ts'
import { mayContact, purposeOfCall } from '../may-contact/may-contact.ts'
import type { Hindrance } from './queue.schema.ts'
import * as store from './queue.sql.ts'

type Reason = z.infer<typeof Hindrance>
type Sentence = typeof m.queue_why_answered
/** The queue's own reasons; the others are may-contact's. */
const own: Record<Exclude<Reason, (typeof callReasons)[number]>, Sentence> = {
  'no-phone': m.queue_why_no_phone,
  answered: m.queue_why_answered,
  'under-call': m.queue_why_under_call,
  'call-back': m.queue_why_call_back,
  'no-answer': m.queue_why_no_answer,
  'other-language': m.queue_why_other_language,
  skipped: m.queue_why_skipped,
  paused: m.queue_why_paused,
  'not-in-list': m.queue_why_not_in_list,
}
const sentences: Record<string, Sentence> = {
  ...own,
  ...Object.fromEntries(callReasons.map((word) => [word, hindranceOf(word).why])),
}

/** "Virksomheden må ikke ringes op: …", with the reason and when again, in the language of who asks. */
export const mayNotCall = (
  ctx: Ctx,
  reason: string,
  until: { on?: string | null; at?: string | null } = {},
  has?: { sentence: string; ask: { name: string; school: string | null } },
) => {
  const locale = ctx.language
  const known = reason in sentences ? reason : 'not-in-list'
  const when = until.on ? sayDate(until.on, locale, ctx.today) : until.at ? sayDay(until.at, locale) : null
  const again = when ? ` ${m.queue_why_again({ when }, { locale })}` : ''
  return problem(
    'may-not-call',
    { reason: (has?.sentence ?? (sentences[known] ?? own['not-in-list'])({}, { locale })) + again },
    { reason: known, untilOn: until.on ?? null, untilAt: until.at ?? null, ...(has && { ask: has.ask }) },
  )
}

/** The database's own guards on a hold refused: their detail is the reason. */
export const refusedByGuard = (error: unknown): string | null => {
  if (!isRecord(error) || error['code'] !== 'TV001') return null
  return typeof error['detail'] === 'string' ? error['detail'] : 'not-in-list'
}

/** Outside any list the engine alone says, for who asks. */
export const standingOutside = async (ctx: Ctx, companyId: number): Promise<store.Standing | undefined> => {
  const place = await store.numberOf(ctx, companyId)
  if (!place) return undefined
  const purpose = await purposeOfCall(ctx, { cvr: place.cvr, companyId })
  const { because } = await mayContact(ctx, companyId, { purpose, channel: 'phone' })
  const hindrance = because && because.word !== 'no-consent' ? because.word : null
  return { ...place, companyId, listId: null, hindrance, untilOn: because?.until ?? null, untilAt: null }
}
/** Who calls is told whom to ask, never how to reach him: that is for those who know companies. */
export const runningSays = async (ctx: Ctx, companyId: number) => {
  const { because } = await mayContact(ctx, companyId, { purpose: 'outreach', channel: 'phone' })
  if (!because?.ask) return undefined
  const { name, school } = because.ask
  return { sentence: `${because.sentence} ${because.can}`, ask: { name, school } }
}
