/** Companies that a school hands in: what it wrote, who each line is, and whether it can come. Only the own school sees it. */
import { CalendarDate, endpoint, Id, MaybeWords, named, z } from '#platform/endpoint'
import { gatherers } from '../centre/roles.ts'
import { Place } from '../handed-in/handed-in.schema.ts'
import { callReasons } from '../may-contact/hindrance.schema.ts'
import { mostAtOnce, mostLines } from './hand-in-limits.table.ts'

/** In this order: what needs an answer, what cannot come and why, what may not come, what is ready; first what nobody has looked up yet. */
export const groups = ['look-up', 'answer', 'cannot', 'maybe', 'ready'] as const
/** What a line needs an answer to. */
export const questions = ['choose', 'meant', 'not-found', 'digits', 'twice', 'no-phone'] as const
/** `own`: the school has handed it in already. Strikes and what others hand in have one word, `maybe`. */
export const whys = ['look-up', ...questions, ...callReasons, 'own', 'maybe', 'ready'] as const

export const HandInLine = named(
  'HandInLine',
  z.object({
    /** Its number in what the school wrote. */
    n: z.int(),
    wrote: z.string(),
    group: z.enum(groups),
    why: z.enum(whys),
    company: z.nullable(Place),
    /** The first day on which it may be contacted again. */
    until: z.nullable(CalendarDate),
    /** Who has it in hand. */
    ask: z.nullable(z.object({ name: z.string(), school: z.nullable(z.string()) })),
    /** Those it may mean, when several fit, or nobody is sure. */
    candidates: z.array(Place),
    /** The line on which the same company stands already. */
    sameAs: z.nullable(z.int()),
    /** It was about to be handed in, and stood otherwise than the school had seen. */
    changed: z.boolean(),
  }),
)
export const HandInDraft = named(
  'HandInDraft',
  z.object({
    lines: z.array(HandInLine),
    share: z.object({
      /** The quarter's first day. */
      from: CalendarDate,
      /** So many the school may hand in in it; what is over waits for the next. */
      most: z.int(),
      handedIn: z.int(),
    }),
    /** When the others answer, should it be sent to them today. */
    answersBy: CalendarDate,
    /** Who may be wished for, the own school's first. */
    visitors: z.array(z.object({ id: z.int(), name: z.string() })),
    /** The day on which the school last handed in. */
    lastOn: z.nullable(CalendarDate),
    /** Lines it may still have looked up today. */
    triesLeft: z.int(),
  }),
)
const Wrote = MaybeWords(300)

export const showHandIn = endpoint({
  name: 'showHandIn',
  method: 'GET',
  path: '/api/hand-in',
  summary: 'What the own school is about to hand in, line by line',
  can: gatherers,
  answer: HandInDraft,
})
export const addHandInLines = endpoint({
  name: 'addHandInLines',
  method: 'POST',
  path: '/api/hand-in/lines',
  summary: 'Write lines: a CVR number, P-number, phone number, or a name with a town; and companies by their card',
  can: gatherers,
  status: 201,
  body: z.object({
    lines: z._default(z.array(Wrote).check(z.maxLength(mostLines)), []),
    companyIds: z._default(z.array(Id).check(z.maxLength(mostLines)), []),
  }),
  answer: HandInDraft,
  problems: ['hand-in-full', 'hand-in-tries', 'not-found'],
})
export const addHandInFile = endpoint({
  name: 'addHandInFile',
  method: 'POST',
  path: '/api/hand-in/files',
  summary: 'Write the lines of a file (CSV, XLSX, text): each row is a line',
  can: gatherers,
  status: 201,
  kind: 'upload',
  query: z.object({ name: MaybeWords(200) }),
  answer: HandInDraft,
  problems: ['hand-in-full', 'hand-in-tries', 'file-refused'],
})
export const lookUpHandIn = endpoint({
  name: 'lookUpHandIn',
  method: 'POST',
  path: '/api/hand-in/look-ups',
  summary: `Look up the next lines, at most ${mostAtOnce}`,
  can: gatherers,
  status: 201,
  answer: HandInDraft,
})
/** A line as the page showed it: which company it meant. */
const Seen = z.object({ n: Id, companyId: z.nullable(z.int()) })
const OfLine = z.object({ n: Id })
export const changeHandInLine = endpoint({
  name: 'changeHandInLine',
  method: 'PUT',
  path: '/api/hand-in/lines/{n}',
  summary: 'Write a line anew, or say which of those that fit it means',
  can: gatherers,
  params: OfLine,
  body: z.object({ wrote: z.optional(Wrote), companyId: z.optional(Id) }),
  answer: HandInDraft,
  problems: ['not-found', 'hand-in-tries'],
})
export const removeHandInLines = endpoint({
  name: 'removeHandInLines',
  method: 'POST',
  path: '/api/hand-in/removals',
  summary: 'Take lines out; one that means another company now stays, and says so',
  can: gatherers,
  status: 201,
  body: z.object({ lines: z.array(Seen).check(z.maxLength(mostLines)) }),
  answer: HandInDraft,
})
export const handIn = endpoint({
  name: 'handIn',
  method: 'POST',
  path: '/api/hand-in',
  summary: 'Hand in lines as they were seen; one that stands otherwise now stays behind',
  can: gatherers,
  status: 201,
  body: z.object({
    lines: z
      .array(z.extend(Seen, { companyId: Id, group: z.enum(['ready', 'maybe']) }))
      .check(z.minLength(1), z.maxLength(mostLines)),
    goalId: z._default(z.nullable(z.int()), null),
    reason: z._default(MaybeWords(500), ''),
    consultantId: z._default(z.nullable(z.int()), null),
    wishBy: z._default(z.nullable(CalendarDate), null),
  }),
  answer: z.object({
    /** Those handed in: by them they are taken back. */
    companyIds: z.array(z.int()),
    /** Those over the share wait for another quarter. */
    later: z.array(z.object({ from: CalendarDate, count: z.int() })),
    changed: z.int(),
    draft: HandInDraft,
  }),
  problems: ['nothing-to-hand-in', 'no-share-to-hand-in'],
})
export const takeBackHandIn = endpoint({
  name: 'takeBackHandIn',
  method: 'POST',
  path: '/api/hand-in/take-backs',
  summary: 'Take back what was handed in and is not sent to the others yet: it is lines again',
  can: gatherers,
  status: 201,
  body: z.object({ companyIds: z.array(Id).check(z.maxLength(mostLines)) }),
  answer: HandInDraft,
  problems: ['handed-in-sent', 'hand-in-full'],
})
