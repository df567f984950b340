/** How a hearing ends, what it does by the clock, and when its strikes lapse. */
import { monthsAfter } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { recorder } from '#platform/events'
import { sweep } from '#platform/jobs'
import type { LooseEnds } from '#platform/room'
import { hearingsEvents } from './hearings-events.table.ts'
import * as m from '#texts'
import { showRules } from '../centre/centre.ts'
import { lockList, openForCalling, tellSortedOut } from '../lists/lists.ts'
import { markHeard } from './hearing-marks.ts'
import * as store from './hearings.sql.ts'

const record = recorder(hearingsEvents)

/** Answers that a step of a hearing makes stale. */
export const hearingTopics = ['contact-lists', 'hearings', 'waiting'] as const
/** From its start each company on it is in hearing. */
export const startedTopics = [...hearingTopics, 'companies'] as const
/** When a hearing ends, its list may be called, and its strikes are told. */
const endedTopics = [...startedTopics, 'calls'] as const

/** What may be known once a hearing is over: who is sorted out until when, by nobody in particular. The one place that tells it. */
const tellStrikes = async (ctx: Ctx, listId: number) => {
  await tellSortedOut(ctx, listId, await store.standingStrikes(ctx, listId))
  await markHeard(ctx, listId)
}

/** Ends a hearing that is locked: its strikes are told, and its list may be called. */
export const finishHearing = async (
  ctx: Ctx,
  { id, listId }: { id: number; listId: number },
  silent: number,
  why = '',
) => {
  if (!(await store.setEnded(ctx, id))) return
  await tellStrikes(ctx, listId)
  await openForCalling(ctx, listId, silent > 0 ? 'deadline' : 'all-answered')
  await record(ctx, {
    verb: 'hearing-ended',
    subject: 'hearing',
    subjectId: id,
    after: { listId, silent, ...(why && { why }) },
    topics: endedTopics,
  })
}

/** An open hearing is a loose end of its list: closed with it, it ends, strikes are told, and nobody calls. */
export const openHearingOfList: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('listId' in ended)) return []
    const hearing = await store.openOfList(ctx, ended.listId)
    if (!hearing) return []
    const { id, startedAt, deadline } = hearing
    return [{ kind: 'hearing', sourceId: id, company: null, personId: null, since: startedAt, values: { deadline } }]
  },
  handOn: async (ctx, ended) => {
    if (!('listId' in ended)) return
    const hearing = await store.lockOpenOfList(ctx, ended.listId)
    if (hearing && (await store.setEnded(ctx, hearing.id))) await tellStrikes(ctx, ended.listId)
  },
  words: { hearing: (_, locale) => m.hearings_open_one({}, { locale }) },
}

// ---- By the clock: a sweep each over the hearings it is time for -------------------------------------------------
/** The list is locked. */
const applySilence = async (ctx: Ctx, id: number) => {
  const hearing = await store.lockHearing(ctx, id)
  // It may have been moved while its list was waited for.
  if (!hearing || hearing.endedAt || hearing.deadline > ctx.at) return
  const missing = await store.missingSchools(ctx, id)
  if (hearing.silence === 'waits' && missing.length > 0) return
  const silent = missing.length > 0 ? await store.markSilent(ctx, id) : 0
  await finishHearing(ctx, hearing, silent)
}

/** At the deadline the centre's rule for silence is applied: silent schools' companies go on, or the hearing waits for all. */
export const endHearings = sweep('end-hearings', async (ctx) => {
  const due = await store.dueHearings(ctx)
  // Every list first: how one hearing ends touches the queue, and who has that waits for no list.
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const { listId } of due) await lockList(ctx, listId)
  // oxlint-disable-next-line no-await-in-loop -- as above
  for (const { id } of due) await applySilence(ctx, id)
})

/** Strikes lapse, so that nobody hoards: the first day on which a company struck today may be called again. */
export const strikeUntil = async (ctx: Ctx) => monthsAfter(ctx.today, (await showRules(ctx)).strikeMonths)
