import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { announce, record } from '#platform/events'
import { holdHearing, strikeUntil } from './heard.ts'
import { certainLeft } from './match.sql.ts'
import * as sql from './strikes.sql.ts'

type Touched = { companyId: number; cvr: string }

/** Each company gets its event; only the own school may ever read it, and only its open pages are told. */
const recordEach = async (
  ctx: Ctx,
  verb: string,
  listId: number,
  touched: readonly Touched[],
  after: Record<string, unknown> = {},
) => {
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const { companyId, cvr } of touched)
    await record(ctx, {
      verb,
      subject: 'contact_list',
      subjectId: listId,
      cvr,
      visibility: 'school',
      after: { companyId, ...after },
    })
  if (touched.length > 0) await announce(ctx, ['hearings', 'waiting'], 'school')
  return { companyIds: touched.map(({ companyId }) => companyId) }
}

/**
 * Strikes companies that the school works with already: all the centre's calls respect it until it lapses, and nobody else
 * sees whose it is. Throws already-struck when none of them was left to strike, hearing-over, hearing-answered.
 */
export const strike = async (ctx: Ctx, hearingId: number, companyIds: readonly number[], reason = '') => {
  const { hearing, schoolId } = await holdHearing(ctx, hearingId)
  const untilOn = await strikeUntil(ctx)
  const to = { listId: hearing.listId, schoolId, personId: personOf(ctx), untilOn, reason }
  const struck = await sql.insertStrikes(ctx, to, companyIds)
  if (struck.length === 0) throw problem('already-struck')
  await sql.deleteKeeps(ctx, hearing.listId, schoolId, companyIds)
  return recordEach(ctx, 'struck', hearing.listId, struck, { untilOn, ...(reason && { reason }) })
}

/** Strikes all that have the same CVR or P-number as an own contact and have not been looked at. None left is no error. */
export const strikeCertain = async (ctx: Ctx, hearingId: number) => {
  const { hearing, schoolId } = await holdHearing(ctx, hearingId)
  const left = await certainLeft(ctx, hearing.listId, schoolId)
  return left.length === 0 ? { companyIds: [] } : strike(ctx, hearingId, left)
}

/** Takes the own school's strikes back; a company that another school has struck too stays struck. */
export const undoStrikes = async (ctx: Ctx, hearingId: number, companyIds: readonly number[]) => {
  const { hearing, schoolId } = await holdHearing(ctx, hearingId)
  return recordEach(
    ctx,
    'strike-undone',
    hearing.listId,
    await sql.undoStrikes(ctx, hearing.listId, schoolId, companyIds),
  )
}

/** "We have looked, and leave it on the list": a strike of the own school goes. */
export const keep = async (ctx: Ctx, hearingId: number, companyIds: readonly number[]) => {
  const { hearing, schoolId } = await holdHearing(ctx, hearingId)
  await recordEach(
    ctx,
    'strike-undone',
    hearing.listId,
    await sql.undoStrikes(ctx, hearing.listId, schoolId, companyIds),
  )
  const kept = await sql.insertKeeps(ctx, { listId: hearing.listId, schoolId, personId: personOf(ctx) }, companyIds)
  return recordEach(ctx, 'kept-on-list', hearing.listId, kept)
}

export const undoKeeps = async (ctx: Ctx, hearingId: number, companyIds: readonly number[]) => {
  const { hearing, schoolId } = await holdHearing(ctx, hearingId)
  return recordEach(
    ctx,
    'keep-undone',
    hearing.listId,
    await sql.deleteKeeps(ctx, hearing.listId, schoolId, companyIds),
  )
}
