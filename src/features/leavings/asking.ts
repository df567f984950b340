/** People are asked to take over what someone leaves: one request, and one mail, for all that each is asked about. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { post } from '#platform/mail/outbox'
import { sayDate } from '#platform/text/danish'
import { languageOr } from '#platform/text/language'
import { isOneOf } from '#platform/typed.shared'
import { visitors } from '../centre/roles.ts'
import { memberNow } from '../members/members.ts'
import type { LeavingRow } from './leavings.sql.ts'
import * as store from './leavings.sql.ts'
import { mayAsk, mustBe, showLeaving, tell } from './one-leaving.ts'
import { isSame, thingsLeft } from './things.ts'

type Asked = { kind: string; sourceId: number; toId: number }

/** Who visits companies, is here, and does not leave himself. */
const mayTake = async (ctx: Ctx, { personId }: LeavingRow, toId: number) => {
  const member = await memberNow(ctx, toId)
  const say = { locale: ctx.language }
  if (!member || !isOneOf(visitors, member.role) || toId === personId)
    throw problemAt('wrong-input', '/body/questions', m.leavings_problem_taker({}, say), 'not-a-member')
  if (await store.aheadOf(ctx, toId))
    throw problemAt('wrong-input', '/body/questions', m.leavings_problem_leaves({ who: member.name }, say), 'leaves')
  return member
}

const writeTo = async (
  ctx: Ctx,
  leaving: LeavingRow,
  to: { name: string; email: string; language: string },
  count: number,
) => {
  const locale = languageOr(to.language)
  const values = {
    who: leaving.name,
    day: sayDate(leaving.lastDay, locale, ctx.today),
    count,
    link: `${ctx.house.baseUrl}/overlevering/${leaving.id}`,
  }
  await post(ctx, {
    to: to.email,
    toName: to.name,
    subject: m.leavings_mail_subject(values, { locale }),
    body:
      leaving.leftAt === null
        ? m.leavings_mail_body(values, { locale })
        : m.leavings_mail_body_left(values, { locale }),
  })
}

/** What nobody is asked about yet is asked; what somebody has been asked meanwhile, or is no longer there, is left as it is. */
export const askLeaving = async (ctx: Ctx, id: number, asked: readonly Asked[]) => {
  const leaving = await mustBe(ctx, id)
  if (!mayAsk(ctx, leaving)) throw problem('not-allowed')
  const takers = new Map<number, Awaited<ReturnType<typeof mayTake>>>()
  for (const toId of new Set(asked.map((one) => one.toId))) takers.set(toId, await mayTake(ctx, leaving, toId))
  const things = (await thingsLeft(ctx, leaving, true)).filter(({ can }) => can.ask)
  const meant = asked.filter((one) => things.some((thing) => isSame(thing, one)))
  await store.keepThings(
    ctx,
    leaving,
    things
      .filter((thing) => meant.some((one) => isSame(thing, one)))
      .map((thing) => ({ ...thing, personId: leaving.personId })),
  )
  const made = meant.length === 0 ? [] : await store.insertQuestions(ctx, leaving, meant)
  for (const [toId, to] of takers) {
    const count = made.filter((one) => one.toId === toId).length
    if (count === 0) continue
    if (toId !== ctx.personId) await writeTo(ctx, leaving, to, count)
    await tell(ctx, id, { verb: 'asked', after: { what: leaving.name, who: to.name, count } })
  }
  return showLeaving(ctx, id)
}

export const withdrawLeavingQuestion = async (ctx: Ctx, id: number, questionId: number) => {
  const leaving = await mustBe(ctx, id)
  if (!mayAsk(ctx, leaving)) throw problem('not-allowed')
  const question = (await store.questionsOf(ctx, id)).find((one) => one.id === questionId)
  if (!question) throw problem('not-found')
  const [closed] = await store.answerQuestions(ctx, [questionId], { closedAt: ctx.at })
  if (!closed) throw problem('leaving-answered')
  await tell(ctx, id, { verb: 'question-withdrawn', after: { what: leaving.name, who: question.name } })
  return showLeaving(ctx, id)
}
