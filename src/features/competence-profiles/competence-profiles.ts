/** Front door: where I stand, told to nobody but me; and the trade area that my visits propose that I share. */
import type { z } from '#platform/endpoint'
import { momentOf, monthsAfter } from '#platform/clock'
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { announceTo } from '#platform/events'
import { addMyTrade, myTrades } from '../trade-areas/trade-areas.ts'
import type { TradeArea } from '../trade-areas/trade-areas.table.ts'
import * as store from './competence-profiles.sql.ts'
import type * as contract from './competence-profiles.schema.ts'
import { type ProfileField, profileFieldCodes } from './fields.table.ts'
import { proposedOf } from './proposals.ts'
import { proposing } from './proposals.table.ts'

/** My other windows hear of it, and nobody else. */
const tellMyself = (ctx: Ctx) => announceTo(ctx, ['competence-profile'], [personOf(ctx)])

const unsaid = { step: null, words: '', version: null, saidAt: null }
/** All five, as I have said them. */
export const myFields = async (ctx: Ctx) => {
  const said = await store.stepsOf(ctx, personOf(ctx))
  return profileFieldCodes.map((field) => ({ ...unsaid, ...said.find((one) => one.field === field), field }))
}

const declined = (ctx: Ctx) =>
  store.declinedSince(ctx, personOf(ctx), momentOf(monthsAfter(ctx.today, -proposing.quietMonths), '00:00').toString())

const proposalFor = async (ctx: Ctx) => {
  const [{ mine, ofSchool }, visited, no] = await Promise.all([
    myTrades(ctx),
    store.visitedBy(ctx, personOf(ctx)),
    declined(ctx),
  ])
  const insteadOf = mine.trades.length === 0 ? ofSchool : []
  const proposed = proposedOf(visited, [...mine.trades, ...insteadOf], no)
  return proposed && { ...proposed, insteadOf }
}

export const showMyProfile = async (ctx: Ctx) => {
  const [fields, proposal] = await Promise.all([myFields(ctx), proposalFor(ctx)])
  return { fields, proposal }
}

type Said = z.output<NonNullable<(typeof contract.sayOwnStep)['body']>>
/** Throws changed-meanwhile with what stands (`theirs`): nothing that I said in another window is overwritten unseen. */
export const sayOwnStep = async (ctx: Ctx, field: ProfileField, { version: seen, ...said }: Said) => {
  const version = await store.sayStep(ctx, personOf(ctx), field, said, seen)
  if (version === undefined) {
    const theirs = (await myFields(ctx)).find((one) => one.field === field)
    throw problem('changed-meanwhile', {}, { theirs, yours: said })
  }
  tellMyself(ctx)
  return { version }
}

export const clearMyProfile = async (ctx: Ctx): Promise<Record<string, never>> => {
  await store.clearSteps(ctx, personOf(ctx))
  tellMyself(ctx)
  return {}
}

/** A yes: it stands beside what I share, where everybody reads it. */
export const shareProposedTrade = async (ctx: Ctx, trade: TradeArea): Promise<Record<string, never>> => {
  await addMyTrade(ctx, trade)
  tellMyself(ctx)
  return {}
}

/** A no, kept for a year and told to nobody. */
export const declineTrade = async (ctx: Ctx, trade: TradeArea): Promise<Record<string, never>> => {
  await store.decline(ctx, personOf(ctx), trade)
  tellMyself(ctx)
  return {}
}

export const undeclineTrade = async (ctx: Ctx, trade: TradeArea): Promise<Record<string, never>> => {
  await store.undecline(ctx, personOf(ctx), trade)
  tellMyself(ctx)
  return {}
}
