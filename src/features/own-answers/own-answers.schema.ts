/** The centre's own words for what companies answer, each under one of the eight that the house knows. */
import { endpoint, MaybeWords, Moment, named, Words, z } from '#platform/endpoint'
import { coordinators } from '../centre/roles.ts'
import { Answer } from '../may-contact/answers.schema.ts'

/** So many own words under one answer: as many as there are keys for them. */
export const mostOwn = 6
/** So many reasons of its own has one of them. */
export const mostReasons = 6
export const OwnReason = z.object({ id: z.int(), name: z.string() })
const months = z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(36))), null)

export const OwnAnswer = named(
  'OwnAnswer',
  z.object({
    id: z.int(),
    /** Which of the eight it is: what follows from it, and what it counts as. */
    answer: Answer,
    name: z.string(),
    /** How long it lets a company alone; null: as the centre's rules have it, or not at all. */
    months: z.nullable(z.int()),
    /** The council's reason for a wait shorter than companies are promised. */
    shorterWhy: z.nullable(z.string()),
    /** Why, of its own short list, asked when it is given. */
    reasons: z.array(OwnReason),
    version: z.int(),
    saidBy: z.nullable(z.string()),
    saidAt: Moment,
    /** Chosen no more, or another version took its place; what was answered with it stands. */
    endedAt: z.nullable(Moment),
  }),
)
const OwnAnswers = z.object({
  /** What is offered, in order. */
  rows: z.array(OwnAnswer),
  /** What was offered before, the latest first. */
  former: z.array(OwnAnswer),
})
export const listOwnAnswers = endpoint({
  name: 'listOwnAnswers',
  method: 'GET',
  path: '/api/own-answers',
  summary: 'The centre’s own words for what companies answer, and those it had before',
  can: coordinators,
  answer: OwnAnswers,
})

export const WantedOwn = z.object({
  /** Who has a number is kept, or followed by another version when its words differ. */
  id: z._default(z.nullable(z.int()), null),
  answer: Answer,
  name: Words(60),
  /** Only of `later` and `not-interested`. */
  months,
  shorterWhy: z._default(z.nullable(MaybeWords(500)), null),
  /** Other reasons are another version of it. Absent: as they stand. */
  reasons: z.optional(z.array(Words(60)).check(z.maxLength(mostReasons))),
})
export type SentOwn = z.output<typeof WantedOwn>
export type WantedOwn = Omit<SentOwn, 'reasons'> & { reasons: string[] }
/** The list as it is to be; who is missing is offered no more. A call that has begun may still be answered as it was when it began. */
export const changeOwnAnswers = endpoint({
  name: 'changeOwnAnswers',
  method: 'PUT',
  path: '/api/own-answers',
  summary: 'Choose the centre’s own words for what companies answer',
  can: coordinators,
  body: z.object({
    /** The numbers of what was offered when the page was read: another list in its place is not overwritten. */
    seen: z.array(z.int()),
    answers: z.array(WantedOwn).check(z.maxLength(48)),
  }),
  answer: OwnAnswers,
  problems: ['changed-meanwhile'],
})

/** One of the own words, as a caller has it: what it leads to is reckoned. */
export const OfferedOwn = z.object({
  id: z.int(),
  answer: Answer,
  name: z.string(),
  /** The first day the company may be called again; null: as the answer it stands under. */
  until: z.nullable(z.iso.date()),
  reasons: z.array(OwnReason),
})
