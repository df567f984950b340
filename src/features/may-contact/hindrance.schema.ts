/** Why a company may not be contacted now: what is written down, and the words of the API for it. */
import { CalendarDate, endpoint, Id, named, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'

/** What bars or opens contact; all but `ceased`, `bankrupt`, `being-dissolved` and `protected`, which the register says, are written down by their owners. */
export const hindranceKinds = [
  'stop',
  'ceased',
  'bankrupt',
  'being-dissolved',
  'closed',
  'protected',
  'strike',
  'group',
  'regular-contact',
  'promise',
  'open-need',
  'new-time',
  'referral',
  'meeting',
  'wait',
  'wrong-number',
  'in-hearing',
  'spoken',
  'visited',
] as const
export type HindranceKind = (typeof hindranceKinds)[number]

/** What a contact is for, and how it is made. */
export const purposes = ['outreach', 'agreed', 'enquiry', 'evaluation'] as const
export type Purpose = (typeof purposes)[number]
export const channels = ['phone', 'visit', 'mail'] as const
export type Channel = (typeof channels)[number]

/** Why a company may not be called, the heaviest reason first. */
export const callReasons = [
  'do-not-contact',
  'closed',
  'bankrupt',
  'being-dissolved',
  'protected',
  'struck',
  'running',
  'has-meeting',
  'wait',
  'in-hearing',
] as const
export const CallReason = z.enum(callReasons)
export type CallReasonWord = z.infer<typeof CallReason>

// ---- May we contact? For what, in which way: why not, until when, whom to ask, and what can be done -----------------
export const reasonWords = [...callReasons, 'no-consent'] as const
const Colleague = z.object({ id: z.int(), name: z.string(), school: z.nullable(z.string()) })
export const Because = named(
  'ContactBecause',
  z.object({
    kind: z.enum([...hindranceKinds, 'no-consent']),
    word: z.enum(reasonWords),
    /** Why, in the language of who asks. */
    sentence: z.string(),
    /** The first day without it; null: not by itself. */
    until: z.nullable(CalendarDate),
    /** Who has the company in hand, or meets it. */
    ask: z.nullable(z.extend(Colleague, { email: z.string(), phone: z.nullable(z.string()) })),
    /** What can be done about it, in a sentence. */
    can: z.string(),
  }),
)
export const Judgement = named(
  'ContactJudgement',
  z.object({
    may: z.boolean(),
    /** What weighs heaviest against it; null: nothing does. */
    because: z.nullable(Because),
    /** All that holds against it, the heaviest first. */
    all: z.array(Because),
    /** Somebody has the company in hand, or a meeting with it. */
    running: z.boolean(),
    /** Who asks has the company in hand. */
    inHand: z.boolean(),
    /** Who has it has said yes to who asks: for one contact. */
    opened: z.boolean(),
    /** The same number, at another company, was answered with a no: a note, no hindrance. */
    sameNumber: z.nullable(z.object({ on: CalendarDate })),
  }),
)
export const judgeContact = endpoint({
  name: 'judgeContact',
  method: 'GET',
  path: '/api/companies/{companyId}/contact-judgements',
  summary: 'May this company be contacted, for what, in which way; why not, until when, and whom to ask',
  can: staff,
  params: z.object({ companyId: Id }),
  query: z.object({
    /** `own`: whatever it would be to who asks, as the booking and the call will be judged. */
    purpose: z._default(z.enum([...purposes, 'own']), 'outreach'),
    channel: z._default(z.enum(channels), 'phone'),
  }),
  answer: Judgement,
  problems: ['not-found'],
})
