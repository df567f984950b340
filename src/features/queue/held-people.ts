/** A caller writes down whom he talks with at the company he has under call: he sees those people while he has it, and nobody else's. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { addPerson, correctPerson, listPeople } from '../company-people/company-people.ts'
import type { PersonWritten } from '../company-people/company-people.schema.ts'
import { centreName } from '../centre/centre.ts'
import * as store from './holds.sql.ts'

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
