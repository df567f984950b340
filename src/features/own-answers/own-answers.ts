/** Front door: the centre's own answers. What must hold: what was answered stays as it was said, and no wait is shorter than promised without a reason. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { holdsWhatWasSeen } from '#platform/laid-over'
import type { AnswerWord } from '../may-contact/answers.schema.ts'
import { effectOf, type WaitRules } from '../may-contact/may-contact.ts'
import { changeTo, leastOf, tidied, type Wrong, wrongIn } from './choosing.shared.ts'
import { ownAnswersEvents } from './own-answers-events.table.ts'
import { mostOwn, type OfferedOwn, type OwnAnswer, type SentOwn, type WantedOwn } from './own-answers.schema.ts'
import * as store from './own-answers.sql.ts'

/** As a call that began then may be answered: what is changed meanwhile reaches the next call. */
export const offeredAt = store.offeredAt

const record = recorder(ownAnswersEvents)

type Shape = z.infer<typeof OwnAnswer>
export const listOwnAnswers = async (ctx: Ctx): Promise<{ rows: Shape[]; former: Shape[] }> => {
  const all = await store.allOwn(ctx)
  return { rows: all.filter(({ endedAt }) => endedAt === null), former: all.filter(({ endedAt }) => endedAt !== null) }
}

const sentenceOf = ({ what }: Wrong, { answer, name }: WantedOwn, locale: Ctx['language']) => {
  if (what === 'twice') return m.own_answers_problem_twice({ name }, { locale })
  if (what === 'too-many') return m.own_answers_problem_too_many({ most: mostOwn }, { locale })
  if (what === 'no-wait') return m.own_answers_problem_no_wait({ name }, { locale })
  return m.own_answers_problem_why({ name, months: leastOf(answer) ?? 0 }, { locale })
}
const refuse = (ctx: Ctx, wanted: readonly WantedOwn[], wrong: Wrong | undefined) => {
  const line = wrong && wanted[wrong.at]
  if (!wrong || !line) return
  throw problemAt(
    'wrong-input',
    `/body/answers/${wrong.at}/${wrong.field}`,
    sentenceOf(wrong, line, ctx.language),
    'custom',
  )
}

const named = <Own extends Pick<Shape, 'reasons'>>({ reasons, ...own }: Own) => ({
  ...own,
  reasons: reasons.map(({ name }) => name),
})

/** Who does not speak of reasons leaves them as they are. */
const reasonsOf = (now: readonly Shape[], id: number | null): string[] =>
  now.find((one) => one.id === id)?.reasons.map(({ name }) => name) ?? []

/** The list as it is to be. Throws wrong-input at the line, and changed-meanwhile when another list stands than was seen: nothing is overwritten. */
export const changeOwnAnswers = async (
  ctx: Ctx,
  { seen, answers: sent }: { seen: readonly number[]; answers: readonly SentOwn[] },
) => {
  await store.lockList(ctx)
  const now = (await store.allOwn(ctx)).filter(({ endedAt }) => endedAt === null)
  const answers = sent.map((one) => ({ ...one, reasons: one.reasons ?? reasonsOf(now, one.id) }))
  refuse(ctx, answers, wrongIn(answers)[0])
  const wanted = answers.map(tidied)
  const known = new Set(now.map(({ id }) => id))
  if (!holdsWhatWasSeen([...known], seen) || wanted.some(({ id }) => id !== null && !known.has(id)))
    throw problem('changed-meanwhile', {}, { theirs: now })
  const twice = await store.writeChange(ctx, changeTo(now.map(named), wanted))
  if (twice !== undefined) refuse(ctx, answers, { at: twice - 1, field: 'name', what: 'twice' })
  const after = await listOwnAnswers(ctx)
  const words = (list: readonly Shape[]) =>
    list
      .map(named)
      .map(({ answer, name, months, shorterWhy, reasons }) => ({ answer, name, months, shorterWhy, reasons }))
  await record(ctx, {
    verb: 'chosen',
    subject: 'own_answer',
    before: words(now),
    after: words(after.rows),
    topics: ['own-answers'],
  })
  return after
}

type Offered = Awaited<ReturnType<typeof offeredAt>>
/** What each leads to, told today: to be seen before it is given. */
export const ownEffects = (
  { today }: Pick<Ctx, 'today'>,
  offered: Offered,
  rules: WaitRules,
): z.infer<typeof OfferedOwn>[] =>
  offered.map(({ months, ...one }) => {
    const { wait } = effectOf(one.answer, today, rules, 0, { callBackAt: null, booked: false, months })
    return { ...one, until: leastOf(one.answer) === undefined ? null : (wait?.until ?? null) }
  })

/**
 * The own answer that somebody gave: of that answer, offered now or when the call began, and the reason one of its own. Throws own-answer-over; the page keeps
 * what was typed.
 */
export const knownOwn = async (
  ctx: Ctx,
  of: { id: number; answer: AnswerWord; reasonId: number | null; since: string },
) => {
  const own = await store.offeredSince(ctx, of)
  if (own?.answer !== of.answer) throw problem('own-answer-over')
  if (of.reasonId !== null && own.reasons.every(({ id }) => id !== of.reasonId)) throw problem('own-answer-over')
  return own
}
