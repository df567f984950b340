/** Whose diary it is to change: one's own, or anyone's for the coordinator. */
import type { Ctx } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { runsCentre, visitors } from '../centre/roles.ts'
import type { Message } from '#platform/text/language'
import * as store from './diaries.sql.ts'

/** Answers that a change of a diary makes stale. */
export const diaryTopics = ['calendar', 'free-slots', 'bookings', 'calls']

export const mayChangeDiary = (ctx: Ctx, personId: number) => runsCentre(ctx) || personId === ctx.personId

/** Throws not-found for who has no diary, and for another's all the same. */
export const consultantFor = async (ctx: Ctx, personId: number) => {
  const [who] = await store.consultants(ctx, visitors, { personId })
  if (!who) throw problem('not-found')
  if (!mayChangeDiary(ctx, personId)) throw problem('not-found')
  return who
}

export const wrongField = (ctx: Ctx, pointer: string, say: Message) =>
  problemAt('wrong-input', pointer, say({}, { locale: ctx.language }), 'custom')
