import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { announce, eachRecorder } from '#platform/events'
import { hearingsEvents } from './hearings-events.table.ts'
import { runsCentre } from '../centre/roles.ts'
import { forgetPairs, rememberPairs } from '../matching/matching.ts'
import { lockOwnAnswer } from './answering.ts'
import { strikeUntil } from './deadlines.ts'
import * as store from './strikes.sql.ts'

const recordEach = eachRecorder(hearingsEvents)

type Touched = { companyId: number; cvr: string }

/** Each company gets its event; only the own school may ever read it, and only its open pages are told. */
const recordDecisions = async (
  ctx: Ctx,
  verb: keyof typeof hearingsEvents.contact_list,
  listId: number,
  touched: readonly Touched[],
  after: Record<string, unknown> = {},
) => {
  await recordEach(
    ctx,
    { verb, subject: 'contact_list', subjectId: listId, visibility: 'school' },
    touched.map(({ companyId, cvr }) => ({ cvr, companyId, after: { companyId, ...after } })),
  )
  if (touched.length > 0) announce(ctx, ['hearings', 'waiting'], 'school')
  return { companyIds: touched.map(({ companyId }) => companyId) }
}

/** What was said of other contacts of the same companies goes with the decision before. */
const sayAnew = async (ctx: Ctx, pairs: Parameters<typeof rememberPairs>[1], same: boolean) => {
  await forgetPairs(ctx, pairs)
  await rememberPairs(ctx, pairs, same)
}

const says = { struck: m.hearings_struck, ours: m.hearings_ours, 'kept-on-list': m.hearings_kept_on_list }
type Own = { listId: number; schoolId: number }
/** Two look at one company: what the first decided stands, and the second is told. Throws colleague-decided. */
const refuseUnseen = async (ctx: Ctx, own: Own, companyIds: readonly number[], except?: keyof typeof says) => {
  const other = await store.decidedByAnother(ctx, own, companyIds, except)
  if (!other) return
  const what = says[other.decision]({}, { locale: ctx.language })
  throw problem('colleague-decided', { who: other.who, company: other.company, what })
}

/**
 * Strikes companies that the school works with already: all the centre's calls respect it until it lapses, and nobody else
 * sees whose it is. Throws already-struck when none of them was left to strike, colleague-decided, hearing-over, hearing-answered.
 * `again`: one that was taken back has its own date and reason.
 */
export const strikeCompanies = async (
  ctx: Ctx,
  hearingId: number,
  companyIds: readonly number[],
  reason = '',
  { over = false, again = false }: { over?: boolean | undefined; again?: boolean | undefined } = {},
) => {
  const { hearing, schoolId } = await lockOwnAnswer(ctx, hearingId)
  const { listId } = hearing
  const own = { listId, schoolId }
  if (!over) await refuseUnseen(ctx, own, companyIds, 'struck')
  const restored = again ? await store.restoreStrikes(ctx, own, companyIds) : []
  const untilOn = await strikeUntil(ctx)
  const struck = await store.insertStrikes(ctx, { ...own, personId: personOf(ctx), untilOn, reason }, companyIds)
  if (restored.length + struck.length === 0) {
    await refuseUnseen(ctx, own, companyIds)
    throw problem('already-struck')
  }
  await store.deleteKeeps(ctx, listId, schoolId, companyIds)
  const ids = [...restored, ...struck].map(({ companyId }) => companyId)
  await sayAnew(ctx, { listId, companyIds: ids }, true)
  await recordDecisions(ctx, 'strike-restored', listId, restored)
  await recordDecisions(ctx, 'struck', listId, struck, { untilOn, ...(reason && { reason }) })
  return { companyIds: ids.toSorted((a, b) => a - b) }
}

/**
 * Strikes those of the ones that were seen that are certain and have not been looked at. What became certain meanwhile nobody has seen. None left is
 * no error.
 */
export const strikeCertain = async (ctx: Ctx, hearingId: number, seen: readonly number[]) => {
  const { hearing, schoolId } = await lockOwnAnswer(ctx, hearingId)
  const certain = new Set(await store.certainLeft(ctx, hearing.listId, schoolId))
  const left = seen.filter((id) => certain.has(id))
  return left.length === 0 ? { companyIds: [] } : strikeCompanies(ctx, hearingId, left)
}

const takeBack = async (ctx: Ctx, { listId, schoolId }: Own, companyIds: readonly number[]) => {
  const undone = await store.undoStrikes(ctx, listId, schoolId, companyIds)
  await forgetPairs(ctx, { listId, companyIds: undone.map(({ companyId }) => companyId) })
  return recordDecisions(ctx, 'strike-undone', listId, undone)
}

/** Takes the own school's strikes back; a company that another school has struck too stays struck. */
export const undoStrikes = async (ctx: Ctx, hearingId: number, companyIds: readonly number[]) => {
  const { hearing, schoolId } = await lockOwnAnswer(ctx, hearingId)
  return takeBack(ctx, { listId: hearing.listId, schoolId }, companyIds)
}

/**
 * "We have looked, and leave it on the list": a strike of the own school goes. Nobody of the own contacts is that company; or with `ours`,
 * it is, and may be called all the same. Whoever said the one may say the other. `again`: what is brought back by an undo stays whose it was.
 */
export const keepOnList = async (
  ctx: Ctx,
  hearingId: number,
  companyIds: readonly number[],
  {
    ours = false,
    over = false,
    again = false,
  }: { ours?: boolean; over?: boolean | undefined; again?: boolean | undefined } = {},
) => {
  const { hearing, schoolId } = await lockOwnAnswer(ctx, hearingId)
  const { listId } = hearing
  if (!over) await refuseUnseen(ctx, { listId, schoolId }, companyIds)
  await takeBack(ctx, { listId, schoolId }, companyIds)
  const restored = again ? await store.restoreKeeps(ctx, { listId, schoolId, ours }, companyIds) : []
  const kept = await store.insertKeeps(ctx, { listId, schoolId, personId: personOf(ctx), ours }, companyIds)
  const ids = [...restored, ...kept].map(({ companyId }) => companyId)
  await sayAnew(ctx, { listId, companyIds: ids }, ours)
  await recordDecisions(ctx, 'keep-restored', listId, restored, { ours })
  await recordDecisions(ctx, ours ? 'said-ours' : 'kept-on-list', listId, kept)
  return { companyIds: ids.toSorted((a, b) => a - b) }
}

export const undoKeeps = async (ctx: Ctx, hearingId: number, companyIds: readonly number[]) => {
  const { hearing, schoolId } = await lockOwnAnswer(ctx, hearingId)
  const { listId } = hearing
  const undone = await store.deleteKeeps(ctx, listId, schoolId, companyIds)
  await forgetPairs(ctx, { listId, companyIds: undone.map(({ companyId }) => companyId) })
  return recordDecisions(ctx, 'keep-undone', listId, undone)
}

/** Fewer tell too much of who struck them. */
const fewest = 5
/** What comes back to the next draw: a school is told its own, whoever runs the centre one sum. */
export const countLapsed = async (ctx: Ctx) => {
  const { own, all } = await store.countLapsed(ctx)
  return { own: ctx.schoolId === null ? null : own, all: runsCentre(ctx) && all >= fewest ? all : null }
}
