/** The last day is over: access ends, what is left is the coordinators' and written down, and what was his alone is gone. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { sweep } from '#platform/jobs'
import type { Ended, LooseEnd, LooseEnds } from '#platform/room'
import { endPlaceOf } from '../members/members.ts'
import type { LeavingRow } from './leavings.sql.ts'
import * as store from './leavings.sql.ts'
import { tell } from './one-leaving.ts'
import { isLeft, isSame, passesOf, stillLeft } from './things.ts'

const isOpen = ({ answeredAt, closedAt }: store.QuestionRow) => answeredAt === null && closedAt === null

/** What was kept, or came to another, needs no answer; and when nothing waits for a name, the leaving is over. */
const tidy = async (ctx: Ctx, leaving: LeavingRow) => {
  const questions = await store.questionsOf(ctx, leaving.id)
  const open = questions.filter(isOpen)
  const still = await stillLeft(ctx, open, leaving.personId)
  const gone = open.filter((one) => !still.includes(one)).map(({ id }) => id)
  await store.answerQuestions(ctx, gone, { closedAt: ctx.at })
  if (leaving.leftAt === null) return
  const unnamed = (await store.thingsOf(ctx, leaving.id)).filter(
    (thing) => !questions.some((one) => one.saidYes && isSame(one, thing)),
  )
  if ((await stillLeft(ctx, unnamed, leaving.personId)).length > 0) return
  await store.markSettled(ctx, leaving.id)
  await tell(ctx, leaving.id, { verb: 'settled', after: { what: leaving.name } })
}

export const endLeavings = sweep('end-leavings', async (ctx) => {
  // oxlint-disable no-await-in-loop -- one connection, one statement at a time
  for (const { personId } of await store.dueToLeave(ctx)) await endPlaceOf(ctx, personId)
  for (const leaving of await store.leavingsNow(ctx)) await tidy(ctx, leaving)
  // oxlint-enable no-await-in-loop
})

/** The leaving that was announced comes true; of who is gone the same day one begins here. */
const leavingOf = async (ctx: Ctx, { personId }: { personId: number }) => {
  const ahead = await store.aheadOf(ctx, personId)
  if (ahead && (await store.changeAhead(ctx, ahead.id, ahead.lastDay, { leftAt: ctx.at }))) return ahead.id
  const made = await store.insertLeaving(ctx, { personId, lastDay: ctx.today, leftAt: ctx.at })
  return made?.id ?? null
}

/** Handed in: whenever somebody has left, however he did. */
export const writeDown = async (ctx: Ctx, ended: Ended, open: readonly LooseEnd[]): Promise<void> => {
  if (!('personId' in ended)) return
  const member = await store.memberEver(ctx, ended.personId)
  // Who comes to another school or other work is still here, and keeps what is his alone.
  if (!member || member.leftAt === null) return
  for (const { personal } of ctx.house.rooms) await personal?.goes(ctx, ended.personId)
  const things = open.filter((one) => isLeft(ctx, one))
  if (things.length === 0 && !(await store.aheadOf(ctx, ended.personId))) return
  const id = await leavingOf(ctx, member)
  if (id === null) return
  await store.keepThings(ctx, { id, personId: member.personId }, things)
  if (!things.some(({ kind }) => passesOf(ctx, kind))) await store.markSettled(ctx, id)
  await tell(ctx, id, { verb: 'left', after: { what: member.name, count: things.length } })
}

/** Who is asked leaves himself: another can be asked. */
export const questionsOpen: LooseEnds = {
  open: async (ctx, ended) =>
    'personId' in ended
      ? (await store.openTo(ctx, ended.personId)).map(({ id, askedAt, toId }) => ({
          kind: 'leaving-question',
          sourceId: id,
          company: null,
          personId: toId,
          since: askedAt,
          values: {},
        }))
      : [],
  handOn: async (ctx, ended) => {
    if (!('personId' in ended)) return
    const ids = (await store.openTo(ctx, ended.personId)).map(({ id }) => id)
    await store.answerQuestions(ctx, ids, { closedAt: ctx.at })
  },
  words: {
    'leaving-question': (count, locale) =>
      count === 1 ? m.leavings_open_question_one({}, { locale }) : m.leavings_open_question_many({ count }, { locale }),
  },
}
