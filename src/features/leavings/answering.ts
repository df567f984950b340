/** Yes or no to what someone leaves. What it is a yes to is taken over in the same transaction, by the verbs of the rooms whose it is. */
import { type Ctx, personOf } from '#platform/context'
import { Problem, problem } from '#platform/errors'
import { lockCompanies } from '../may-contact/may-contact.ts'
import type { LeavingRow, QuestionRow } from './leavings.sql.ts'
import * as store from './leavings.sql.ts'
import { mustBe, tell } from './one-leaving.ts'
import { passesOf, stillLeft } from './things.ts'

type Answers = { yes: readonly number[]; no: readonly number[]; why: string }

/** Of all that is answered, the companies in one go. */
const lockAll = async (ctx: Ctx, companyIds: readonly number[]) => {
  const places = await store.placesOf(ctx, companyIds)
  await lockCompanies(
    ctx,
    places.map(({ cvr }) => cvr),
  )
}

/** The last rooms first: consultants are locked before their rows. */
const inOrder = (ctx: Ctx) => ctx.house.rooms.toReversed().flatMap(({ whenLeaving }) => Object.keys(whenLeaving ?? {}))

/** One at a time, so that who cannot come to a meeting is told which. */
const takeOne = async (ctx: Ctx, question: QuestionRow, company: string) => {
  try {
    await passesOf(ctx, question.kind)?.take(ctx, [question.sourceId], question.leaverId)
  } catch (error) {
    if (question.kind === 'meeting' && error instanceof Problem) throw problem('leaving-busy', { company })
    throw error
  }
}

/**
 * Who is asked answers: a yes to a company with what was named with it is one moment, and the company is told then. What has been kept, or has come to
 * another meanwhile, is told as gone. Throws leaving-answered when one is no longer a question to who asks, leaving-busy for a meeting he cannot go to.
 */
export const answerLeaving = async (ctx: Ctx, id: number, { yes, no, why }: Answers) => {
  const leaving = await mustBe(ctx, id)
  const me = personOf(ctx)
  const mine = (await store.questionsOf(ctx, id)).filter(({ toId }) => toId === me)
  const things = await store.thingsOf(ctx, id)
  const companyOf = ({ kind, sourceId }: QuestionRow) =>
    things.find((thing) => thing.kind === kind && thing.sourceId === sourceId)?.company
  const said = (ids: readonly number[]) => mine.filter((one) => ids.includes(one.id))
  await lockAll(
    ctx,
    said(yes).flatMap((one) => companyOf(one)?.id ?? []),
  )
  const still = await stillLeft(ctx, said(yes), leaving.personId)
  const gone = said(yes).filter((one) => !still.includes(one))
  const answered = [
    ...(await store.answerQuestions(ctx, idsOf(still), { answeredAt: ctx.at, saidYes: true })),
    ...(await store.answerQuestions(ctx, idsOf(said(no)), { answeredAt: ctx.at, saidYes: false, why })),
    ...(await store.answerQuestions(ctx, idsOf(gone), { closedAt: ctx.at })),
  ]
  // One that is another's, was answered before, was taken back, or is said yes and no to at once: then none of it holds.
  if (answered.length < new Set(yes).size + new Set(no).size) throw problem('leaving-answered')
  for (const kind of inOrder(ctx))
    for (const question of still.filter((one) => one.kind === kind))
      await takeOne(ctx, question, companyOf(question)?.name ?? '')
  await tellAnswers(ctx, leaving, { yes: still.length, no: said(no).length, why })
  return { taken: still.length, gone: gone.map((one) => companyOf(one)?.name ?? leaving.name) }
}

const idsOf = (questions: readonly QuestionRow[]) => questions.map(({ id }) => id)
const tellAnswers = async (
  ctx: Ctx,
  { id, name }: LeavingRow,
  { yes, no, why }: { yes: number; no: number; why: string },
) => {
  if (yes > 0) await tell(ctx, id, { verb: 'taken', after: { what: name, count: yes } })
  if (no > 0) await tell(ctx, id, { verb: 'declined', after: { what: name, count: no, why } })
}
