import * as m from '#texts'
import { problem } from '#platform/errors'
import type { Ctx } from '#platform/context'
import { sayDate, sayDay } from '#platform/text/danish'
import type { z } from '#platform/endpoint'
import type { Hindrance } from '../calls/queue.schema.ts'

type Reason = z.infer<typeof Hindrance>
const sentences: Record<Reason, typeof m.may_contact_card_why_closed> = {
  'do-not-contact': m.may_contact_why_do_not_contact,
  closed: m.may_contact_card_why_closed,
  protected: m.may_contact_card_why_protected,
  struck: m.may_contact_card_why_struck,
  'has-meeting': m.may_contact_why_has_meeting,
  waiting: m.may_contact_why_waiting,
  'no-phone': m.may_contact_why_no_phone,
  answered: m.may_contact_why_answered,
  'under-call': m.may_contact_why_under_call,
  'call-back': m.may_contact_why_call_back,
  'no-answer': m.may_contact_why_no_answer,
  skipped: m.may_contact_why_skipped,
  'not-in-list': m.may_contact_why_not_in_list,
}

/** "Virksomheden må ikke ringes op: …", with the reason and when again, in the language of who asks. */
export const mayNotCall = (ctx: Ctx, reason: string, until: { on?: string | null; at?: string | null } = {}) => {
  const locale = ctx.language
  const known = (reason in sentences ? reason : 'not-in-list') as Reason
  const when = until.on ? sayDate(until.on, locale, ctx.today) : until.at ? sayDay(until.at, locale) : null
  const again = when ? ` ${m.may_contact_why_again({ when }, { locale })}` : ''
  return problem(
    'may-not-call',
    { reason: sentences[known]({}, { locale }) + again },
    { reason: known, untilOn: until.on ?? null, untilAt: until.at ?? null },
  )
}

/** The database's own guard refused (migration 0009 and 0010): its detail is the reason. */
export const refusedByGuard = (error: unknown): string | null => {
  const { code, detail } = error as { code?: string; detail?: string }
  return code === 'TV001' ? (detail ?? 'not-in-list') : null
}
