/**
 * Front door: whoever has a company is asked before another contacts it. What must hold: one answer, by who has it or, later, a coordinator; and a
 * yes opens nothing but what is running, for who asked alone, for one contact.
 */
import { type Ctx, personOf } from '#platform/context'
import { momentOf } from '#platform/clock'
import { problem, problemAt } from '#platform/errors'
import * as m from '#texts'
import { showRules } from '../centre/centre.ts'
import { isAColleagues, lockCompanies, mayContact, mayNotContact, openContact } from '../may-contact/may-contact.ts'
import { memberNow } from '../members/members.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import * as store from './contact-questions.sql.ts'
import { mayAnswer, questionRow, type Shape, shapeOf, showQuestion, tell } from './one-question.ts'
import { tellAnswer, tellAsked } from './question-mail.ts'

/** So long an answer stands on the card. */
const daysShown = 14

const channelOf = (about: store.About) => (about === 'visit' ? 'visit' : 'phone')

/** Who is asked: who has it, null for the coordinators. Throws nothing-to-ask, may-not-contact. */
const whomToAsk = async (ctx: Ctx, companyId: number, about: store.About): Promise<number | null> => {
  const judged = await mayContact(ctx, companyId, { purpose: 'outreach', channel: channelOf(about) })
  const ask = judged.all.find((one) => one.ask !== null)?.ask ?? null
  if (about === 'doubt') return ask?.id ?? null
  if (!judged.because) throw problem('nothing-to-ask')
  if (!isAColleagues(judged.because)) throw mayNotContact(judged.because)
  return ask?.id ?? null
}

type Asking = { companyId: number; about: store.About; words: string }
/** Asked once, however often it is pressed: the question that stands is the answer to another. */
export const askContact = async (ctx: Ctx, { companyId, about, words }: Asking): Promise<Shape> => {
  personOf(ctx)
  const place = await store.placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  await lockCompanies(ctx, [place.cvr])
  const stands = await store.openByAsker(ctx, { companyId, about })
  if (stands) return showQuestion(ctx, stands.id)
  const toId = await whomToAsk(ctx, companyId, about)
  const coordinatorsFrom = momentOf((await workingTimeNow(ctx)).workdayAfter(ctx.today, 1), '12:00').toString()
  const made = await store.insertQuestion(ctx, { companyId, cvr: place.cvr, about, words, toId, coordinatorsFrom })
  if (!made) throw problem('changed-meanwhile')
  const row = await questionRow(ctx, made.id)
  const after = { what: row.to ?? '', words, about }
  await tell(ctx, row, { verb: about === 'doubt' ? 'doubted' : 'asked', after })
  const to = row.toId === null ? undefined : await memberNow(ctx, row.toId)
  if (to && to.personId !== ctx.personId) await tellAsked(ctx, to, row)
  return shapeOf(ctx, row)
}

export const listContactQuestions = async (ctx: Ctx, companyId: number) => {
  if (!(await store.placeById(ctx, companyId))) throw problem('not-found')
  const since = ctx.now.subtract({ hours: 24 * daysShown }).toString()
  const rows = await store.questionsOf(ctx, companyId, since)
  return { rows: rows.map((row) => shapeOf(ctx, row)) }
}

/** The question, its company locked, as it stands then. Throws not-found. */
const lockQuestion = async (ctx: Ctx, id: number) => {
  const seen = await questionRow(ctx, id)
  await lockCompanies(ctx, [seen.cvr])
  return questionRow(ctx, id)
}
const over = ({ answeredBy }: store.QuestionRow) => problem('question-answered', { who: answeredBy ?? '' })

type Answering = { answer: 'yes' | 'no'; why: string }
/** A company that has said stop meanwhile, or has peace, is opened by nobody's yes. */
const refuseWhatIsNotTheirs = async (ctx: Ctx, { companyId, about }: store.QuestionRow) => {
  const { all } = await mayContact(ctx, companyId, { purpose: 'outreach', channel: channelOf(about) })
  const other = all.find((one) => !isAColleagues(one))
  if (other) throw mayNotContact(other)
}

/**
 * Of two who answer at once one holds, and the other hears who was first. Throws not-allowed, question-answered, may-not-contact when a yes would
 * open nothing.
 */
export const answerContactQuestion = async (ctx: Ctx, id: number, { answer, why }: Answering): Promise<Shape> => {
  const row = await lockQuestion(ctx, id)
  if (row.answer !== null || row.withdrawnAt !== null) throw over(row)
  if (!mayAnswer(ctx, row)) throw problem('not-allowed')
  const isDoubt = row.about === 'doubt'
  if (why === '' && (answer === 'no' || isDoubt))
    throw problemAt(
      'wrong-input',
      '/body/why',
      m.contact_questions_why_missing({}, { locale: ctx.language }),
      'required',
    )
  const opens = answer === 'yes' && !isDoubt
  if (opens) await refuseWhatIsNotTheirs(ctx, row)
  const answered = { answeredAt: ctx.at, answeredBy: personOf(ctx), answer, why }
  if (!(await store.changeOpen(ctx, id, answered))) throw over(await questionRow(ctx, id))
  if (opens) {
    const { openDays } = await showRules(ctx)
    const until = ctx.now.add({ hours: 24 * openDays }).toString({ fractionalSecondDigits: 3 })
    const { companyId, cvr, askedBy: personId } = row
    await openContact(ctx, { kind: 'question', sourceId: id, companyId, cvr, personId, until })
  }
  const verb = isDoubt ? 'settled' : answer === 'yes' ? 'opened' : 'refused'
  await tell(ctx, row, { verb, after: { what: row.asker, why, answer } })
  const asker = await memberNow(ctx, row.askedBy)
  const shown = await questionRow(ctx, id)
  if (asker && asker.personId !== ctx.personId) await tellAnswer(ctx, asker, shown)
  return shapeOf(ctx, shown)
}

/** Taking it back twice is taking it back. Another's is none of mine. */
export const withdrawContactQuestion = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await lockQuestion(ctx, id)
  if (row.askedBy !== ctx.personId) throw problem('not-found')
  if (row.answer !== null) throw over(row)
  if (row.withdrawnAt === null && (await store.changeOpen(ctx, id, { withdrawnAt: ctx.at })))
    await tell(ctx, row, { verb: 'withdrawn', before: { what: row.to ?? '' } })
  return showQuestion(ctx, id)
}
