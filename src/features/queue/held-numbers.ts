/** What a caller does about numbers: the wrong one of the company under call, and those that nobody knows yet. */
import { type Ctx, personOf } from '#platform/context'
import type { InputOf } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { announce } from '#platform/events'
import { alone } from '#platform/db/savepoint'
import { lockCompanies, lockPhone } from '../may-contact/may-contact.ts'
import { setNumber } from '../phone-numbers/phone-numbers.ts'
import * as holds from './holds.sql.ts'
import type * as contract from './held.schema.ts'
import * as store from './held-numbers.sql.ts'
import { companyOf, openList } from './queue.sql.ts'

type Found = InputOf<typeof contract.findNumber>['body']

/**
 * "Forkert nummer": the right one is written down, and the talk goes on with it. Where nobody may call that number now (it said stop, or someone is on
 * it) the company is let go. Throws not-your-call, wrong-input, number-changed.
 */
export const correctNumber = async (ctx: Ctx, companyId: number, found: Found) => {
  const company = await companyOf(ctx, companyId)
  if (!company) throw problem('not-your-call')
  await lockCompanies(ctx, [company.cvr])
  const hold = await holds.myHold(ctx)
  if (hold?.companyId !== companyId) throw problem('not-your-call')
  const { phone } = await setNumber(ctx, companyId, { ...found, instead: hold.phone })
  holds.removeExpired(ctx)
  if (phone !== null) await lockPhone(ctx, phone)
  const moved = phone !== null && (await alone(ctx, 'TV001', () => store.moveHold(ctx, companyId, phone)))
  if (moved !== true) await holds.endHold(ctx, companyId)
  announce(ctx, ['calls'])
  return { phone, held: moved === true }
}

/** Companies of a list that could be called if anybody knew their number. */
export const listNumberless = async (ctx: Ctx, listId: number) => {
  if ((await openList(ctx, listId)) === undefined) throw problem('not-found')
  return { rows: await store.numberlessOf(ctx, listId) }
}

/** Found it: the company joins the queue in the same moment. Throws not-found when it wants no number (any more), number-changed. */
export const findNumber = async (ctx: Ctx, companyId: number, found: Found) => {
  personOf(ctx)
  const company = await companyOf(ctx, companyId)
  if (!company) throw problem('not-found')
  await lockCompanies(ctx, [company.cvr])
  if (!(await store.wantsNumber(ctx, companyId))) throw problem('not-found')
  const { phone } = await setNumber(ctx, companyId, { ...found, instead: null })
  announce(ctx, ['calls'])
  return { phone }
}
