import type { Ctx } from '#platform/context'

type New = { contactId: number; what: string; dueOn: string }
/** In place of what was agreed before. */
export const replaceFollowUp = async (ctx: Ctx, { contactId, what, dueOn }: New) => {
  await dropFollowUp(ctx, contactId)
  const row = { contactId, what, dueOn, centreId: ctx.centreId, agreedBy: ctx.personId ?? 0, agreedAt: ctx.at }
  await ctx.db.insertInto('followUp').values(row).execute()
}

export const dropFollowUp = (ctx: Ctx, contactId: number) =>
  ctx.db
    .updateTable('followUp')
    .set({ droppedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('contactId', '=', contactId)
    .where('doneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .execute()

/** The one that stands goes on to who has the company now. */
export const moveFollowUp = (ctx: Ctx, fromId: number, toId: number) =>
  ctx.db
    .updateTable('followUp')
    .set({ contactId: toId })
    .where('centreId', '=', ctx.centreId)
    .where('contactId', '=', fromId)
    .where('doneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .execute()

export const followUpById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('followUp')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select(['id', 'contactId', 'what', 'dueOn', 'doneAt', 'droppedAt'])
    .executeTakeFirst()

export const markDone = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('followUp')
    .set({ doneAt: ctx.at, doneBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('doneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()

export const markUndone = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('followUp')
    .set({ doneAt: null, doneBy: null })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('doneAt', 'is not', null)
    .returning('id')
    .executeTakeFirst()
