/** Whoever has a company is asked before anyone else contacts it; and who doubts the answer on the card says so. */
import { endpoint, Id, MaybeWords, Moment, named, Words, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'

/** May I call, may I visit; or `doubt`: the answer on the card does not seem right. */
export const abouts = ['phone', 'visit', 'doubt'] as const
const Person = z.object({ id: z.int(), name: z.string(), school: z.nullable(z.string()) })
export const ContactQuestion = named(
  'ContactQuestion',
  z.object({
    id: z.int(),
    companyId: z.int(),
    company: z.string(),
    about: z.enum(abouts),
    words: z.string(),
    asker: Person,
    askedAt: Moment,
    /** Who has the company now; null: the coordinators are asked. */
    to: z.nullable(Person),
    /** From then on the coordinators may answer too; a doubt they may answer at once. */
    coordinatorsFrom: Moment,
    state: z.enum(['open', 'yes', 'no', 'withdrawn']),
    answeredAt: z.nullable(Moment),
    answeredBy: z.nullable(z.string()),
    why: z.string(),
    /** With a yes that is not used yet: until when who asked may make his contact. */
    openUntil: z.nullable(Moment),
    /** Who asks for this asked it. */
    mine: z.boolean(),
    can: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
  }),
)
const ById = z.object({ id: Id })

export const askContact = endpoint({
  name: 'askContact',
  method: 'POST',
  path: '/api/contact-questions',
  summary:
    'Ask whoever has a company whether I may contact it, and what for; or say that the answer on its card is wrong',
  can: staff,
  status: 201,
  body: z.object({ companyId: z.int(), about: z.enum(abouts), words: Words(500) }),
  answer: ContactQuestion,
  problems: ['not-found', 'nothing-to-ask', 'may-not-contact'],
})
export const listContactQuestions = endpoint({
  name: 'listContactQuestions',
  method: 'GET',
  path: '/api/contact-questions',
  summary: 'What was asked about a company: without an answer first, then what was lately answered',
  can: staff,
  query: z.object({ companyId: Id }),
  answer: z.object({ rows: z.array(ContactQuestion) }),
  problems: ['not-found'],
})
export const answerContactQuestion = endpoint({
  name: 'answerContactQuestion',
  method: 'POST',
  path: '/api/contact-questions/{id}/answers',
  summary:
    'Yes: for one contact within thirty days. No: with the reason. By whoever has the company, after a while by a coordinator',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ answer: z.enum(['yes', 'no']), why: z._default(MaybeWords(500), '') }),
  answer: ContactQuestion,
  problems: ['not-found', 'not-allowed', 'question-answered', 'may-not-contact'],
})
export const withdrawContactQuestion = endpoint({
  name: 'withdrawContactQuestion',
  method: 'DELETE',
  path: '/api/contact-questions/{id}',
  summary: 'I need no answer any more',
  can: staff,
  params: ById,
  answer: ContactQuestion,
  problems: ['not-found', 'question-answered'],
})
