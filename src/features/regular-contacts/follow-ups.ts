/** What was agreed to follow ("ring igen om to uger"): it waits for who has the company until it is done. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { lockCompanies } from '../may-contact/may-contact.ts'
import * as store from './contacts.sql.ts'
import { isTheirs, lockContact, type Shape, showContact, tell } from './one-contact.ts'

export type FollowUp = { what: string; dueOn: string }

/** The company is locked. */
export const agree = async (
  ctx: Ctx,
  contact: { id: number; companyId: number; cvr: string },
  { what, dueOn }: FollowUp,
) => {
  await store.replaceFollowUp(ctx, { contactId: contact.id, what, dueOn })
  await tell(ctx, contact.id, contact, { verb: 'follow-up-agreed', after: { what, dueOn } })
}

export const agreeFollowUp = async (ctx: Ctx, id: number, followUp: FollowUp): Promise<Shape> => {
  await agree(ctx, await lockContact(ctx, id), followUp)
  return showContact(ctx, id)
}

/** What was agreed, its company locked; who has the company does it, the deputy, or a coordinator. */
const lockFollowUp = async (ctx: Ctx, id: number) => {
  const seen = await store.followUpById(ctx, id)
  const before = seen && (await store.contactById(ctx, seen.contactId))
  if (!seen || !before) throw problem('not-found')
  await lockCompanies(ctx, [before.cvr])
  const contact = await store.contactById(ctx, seen.contactId)
  if (!contact) throw problem('follow-up-over')
  if (!isTheirs(ctx, contact) && contact.deputyId !== ctx.personId) throw problem('not-allowed')
  return { followUp: seen, contact }
}

/** Throws follow-up-over when it is done already, or another was agreed in its place. */
export const doFollowUp = async (ctx: Ctx, id: number, next: FollowUp | null): Promise<Shape> => {
  const { followUp, contact } = await lockFollowUp(ctx, id)
  if (!(await store.markDone(ctx, id))) throw problem('follow-up-over')
  await tell(ctx, contact.id, contact, { verb: 'followed-up', after: { what: followUp.what } })
  if (next) await agree(ctx, contact, next)
  return showContact(ctx, contact.id)
}

/** It stands again, unless something else was agreed meanwhile. */
export const undoFollowUp = async (ctx: Ctx, id: number): Promise<Shape> => {
  const { followUp, contact } = await lockFollowUp(ctx, id)
  if (contact.followUpId !== null || !(await store.markUndone(ctx, id))) throw problem('follow-up-over')
  await tell(ctx, contact.id, contact, { verb: 'follow-up-undone', after: { what: followUp.what } })
  return showContact(ctx, contact.id)
}
