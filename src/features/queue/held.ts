/** What a caller writes down of the company he has under call, and no other: the right number, its language, whom he talks with; and numbers that nobody knows yet. */
import { type Ctx, personOf } from '#platform/context'
import type { InputOf } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { announce } from '#platform/events'
import { alone } from '#platform/db/savepoint'
import { sayCompanyLanguage, speakersOn, speaks, takeBackMark } from '../call-centres/call-centres.ts'
import type { CallLanguage } from '../call-centres/languages.schema.ts'
import { centreName } from '../centre/centre.ts'
import type { PersonWritten } from '../company-people/company-people.schema.ts'
import { addPerson, correctPerson, listPeople } from '../company-people/company-people.ts'
import { lockCompanies, lockPhone } from '../may-contact/may-contact.ts'
import { setNumber } from '../phone-numbers/phone-numbers.ts'
import type * as contract from './held.schema.ts'
import * as store from './held.sql.ts'
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
  const hold = await store.myHold(ctx)
  if (hold?.companyId !== companyId) throw problem('not-your-call')
  const { phone } = await setNumber(ctx, companyId, { ...found, instead: hold.phone })
  await store.heldAfterExpiry(ctx)
  if (phone !== null) await lockPhone(ctx, phone)
  const moved = phone !== null && (await alone(ctx, 'TV001', () => store.moveHold(ctx, companyId, phone)))
  if (moved !== true) await store.endHold(ctx, companyId)
  announce(ctx, ['calls'])
  return { phone, held: moved === true }
}

/**
 * "Taler ikke dansk": from now on it is called by who speaks its language. The talk goes on either way, so that what was agreed in it is written down as his
 * answer; where nothing was, he lets it go, which counts against nobody (`countLetGo`). Throws not-your-call.
 */
export const sayHeldLanguage = async (ctx: Ctx, companyId: number, language: CallLanguage | null) => {
  const company = await companyOf(ctx, companyId)
  if (!company) throw problem('not-your-call')
  await lockCompanies(ctx, [company.cvr])
  const hold = await store.myHold(ctx)
  if (hold?.companyId !== companyId) throw problem('not-your-call')
  await sayCompanyLanguage(ctx, companyId, language)
  announce(ctx, ['calls'])
  const mine = language === null || (await speaks(ctx, language))
  const speakers = mine || hold.listId === null ? [] : await speakersOn(ctx, hold.listId)
  return { mine, speakers: speakers.flatMap((one) => (one.language === language ? [one.name] : [])) }
}
/** It was a mistake: one's own word, of the same day. Throws not-found. */
export const takeBackHeldLanguage = async (ctx: Ctx, companyId: number) => {
  if (!(await takeBackMark(ctx, companyId))) throw problem('not-found')
  announce(ctx, ['calls'])
  return {}
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

// ---- Whom he talks with: he sees those people while he has the company, and nobody else's -------------------
export const listHeldPeople = async (ctx: Ctx, companyId: number) => {
  const hold = await store.myHold(ctx)
  if (hold?.companyId !== companyId) return { rows: [], centre: await centreName(ctx) }
  const { rows, centre } = await listPeople(ctx, companyId)
  return { rows: rows.filter(({ leftOn }) => leftOn === null), centre }
}

/** Throws not-your-call, and what adding throws. */
export const addHeldPerson = async (ctx: Ctx, companyId: number, written: PersonWritten & { told: boolean }) => {
  const hold = await store.myHold(ctx)
  if (hold?.companyId !== companyId) throw problem('not-your-call')
  return addPerson(ctx, companyId, written)
}

/** Throws not-your-call, not-found for someone who is not of that company, and what correcting throws. */
export const correctHeldPerson = async (ctx: Ctx, id: number, written: PersonWritten & { version: number }) => {
  const hold = await store.myHold(ctx)
  if (!hold) throw problem('not-your-call')
  const { rows } = await listPeople(ctx, hold.companyId)
  if (!rows.some((one) => one.id === id)) throw problem('not-found')
  return correctPerson(ctx, id, written)
}
