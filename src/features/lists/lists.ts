import { type AnswerOf, type Seen, z } from '#platform/endpoint'
import { type Ctx, personOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { laidOver } from '#platform/laid-over'
import { handOnAll, showLooseEnds } from '#platform/loose-ends'
import { sayDay } from '#platform/text/danish'
import { listsEvents } from './lists-events.table.ts'
import { onlyHears, runsCentre } from '../centre/roles.ts'
import type { ContactList, listContactLists } from './lists.schema.ts'
import { Criteria, isIn } from './criteria.schema.ts'
import { counted } from './criteria.ts'
import * as store from './lists.sql.ts'

export { countList, countNumberless } from './criteria.ts'
export { freezeDraw, freezeNamed, listDrawn } from './draw.ts'
export { placesThatFit } from './draw.sql.ts'

const record = recorder(listsEvents)

type List = z.infer<typeof ContactList>
type ListForm = { name: string; goal: string; criteria: Criteria }
/** Answers that a change of a list makes stale. */
export const listTopics = ['contact-lists', 'hearings', 'draw-counts', 'calls', 'waiting'] as const

type Row = NonNullable<store.ListRow>
const hearingOf = ({ hearingId, deadline, hearingEndedAt }: Pick<Row, 'hearingId' | 'deadline' | 'hearingEndedAt'>) =>
  hearingId === null || deadline === null ? null : { id: hearingId, deadline, endedAt: hearingEndedAt }

/** A school is asked about lists: it sees them from the hearing on; who answers hearings and no more, as long as it runs. */
export const seesList = (ctx: Ctx, { hearingId, state }: Pick<Row, 'hearingId'> & { state: string }) =>
  runsCentre(ctx) || (hearingId !== null && (!onlyHears(ctx) || state === 'in-hearing'))

/** Who is out of a list that schools named, and why, would tell each school what others handed in: only who runs the centre reads it. */
export const seesWhoIsOut = (ctx: Ctx, { rule }: Pick<Row, 'rule'>) => runsCentre(ctx) || rule?.named === undefined

export const listLists = async (
  ctx: Ctx,
  { cursor, limit, state }: { cursor?: string | undefined; limit: number; state?: string | undefined },
): Promise<AnswerOf<typeof listContactLists>> => {
  const [key] = readCursor(cursor, 1) ?? []
  const before = key === undefined ? undefined : Number(key)
  const seen = { fromHearing: !runsCentre(ctx), inHearing: onlyHears(ctx) }
  const rows = await store.pageOfLists(ctx, { before, limit, state, ...seen })
  const page = rows.slice(0, limit)
  const shown = page.map((row) => ({
    ...{ id: row.id, name: row.name, goal: row.goal, state: row.state, madeBy: row.madeBy, madeAt: row.madeAt },
    ...{ drawnAt: row.drawnAt, companies: row.companies, hearing: hearingOf(row) },
  }))
  return { rows: shown, next: rows.length > limit ? writeCursor([page.at(-1)?.id ?? 0]) : null }
}

const abilities = (ctx: Ctx, { state }: Row): List['can'] => {
  const may = runsCentre(ctx)
  return { change: may && state === 'draft', draw: may && state === 'draft', close: may && state !== 'closed' }
}

/** A list as who asks may see it; who is sorted out only once its hearing has ended. */
export const showList = async (ctx: Ctx, id: number): Promise<List> => {
  const row = await store.findList(ctx, id)
  if (!row || !seesList(ctx, row)) throw problem('not-found')
  return {
    ...{ id, name: row.name, goal: row.goal, state: row.state, criteria: z.parse(Criteria, row.criteria) },
    ...{ madeBy: row.madeBy, madeAt: row.madeAt, drawnBy: row.drawnBy, drawnAt: row.drawnAt },
    seed: row.rule?.seed ?? null,
    counts:
      row.drawnAt === null
        ? []
        : counted(await store.countDrawn(ctx, id)).filter(({ reason }) => isIn(reason) || seesWhoIsOut(ctx, row)),
    outShown: seesWhoIsOut(ctx, row),
    struck: row.hearingEndedAt === null ? null : await store.countSortedOut(ctx, id),
    numberless: row.drawnAt === null ? null : await store.countNumberless(ctx, id),
    hearing: hearingOf(row),
    closedAt: row.closedAt,
    byVisitors: row.byVisitors,
    can: abilities(ctx, row),
  }
}

/** `byVisitors`: only who visits calls from it. */
export const makeList = async (ctx: Ctx, given: ListForm & { byVisitors?: boolean }): Promise<List> => {
  const { id } = await store.insertList(ctx, given, personOf(ctx))
  await record(ctx, { verb: 'made', subject: 'contact_list', subjectId: id, after: given, topics: listTopics })
  return showList(ctx, id)
}

/** The list's row, locked first of all; what the state allows is the caller's to say. Throws not-found. */
export const lockList = async (ctx: Ctx, id: number) => {
  const list = await store.lockList(ctx, id)
  if (!list) throw problem('not-found')
  return list
}

/** Until the transaction is over nobody closes the list, nor is it closed by who began before. */
export const keepListAsItIs = (ctx: Ctx, id: number) => store.shareList(ctx, id)

/** Who closed the list, or a coordinator where he has left since; null: it is not closed. */
export const whoClosed = async (ctx: Ctx, listId: number): Promise<number | null> =>
  (await store.closerOf(ctx, listId))?.personId ?? null

/** The list, locked, while it may still be changed. Throws list-frozen. */
export const lockDraft = async (ctx: Ctx, id: number) => {
  const list = await lockList(ctx, id)
  if (list.drawnAt) throw problem('list-frozen', { date: sayDay(list.drawnAt, ctx.language) })
  return { ...list, criteria: z.parse(Criteria, list.criteria) }
}

/** Each criterion is a field of its own: two who choose at once choose different ones. */
const beside = ({ criteria, ...rest }: ListForm) => ({ ...rest, ...criteria })
const within = ({ name, goal, ...criteria }: ReturnType<typeof beside>): ListForm => ({ name, goal, criteria })

/** Changes a list that is not drawn yet. Throws list-frozen; changed-meanwhile where another has changed the same since it was `seen`. */
export const changeList = async (ctx: Ctx, id: number, { seen, ...given }: ListForm & { seen?: Seen }) => {
  const { name, goal, criteria } = await lockDraft(ctx, id)
  const before = { name, goal, criteria }
  const after = within(laidOver(beside(before), beside(given), seen))
  await store.updateList(ctx, id, after)
  await record(ctx, { verb: 'changed', subject: 'contact_list', subjectId: id, before, after, topics: listTopics })
  return showList(ctx, id)
}

/**
 * Closes a list, drawn or not; what hangs on it ends with it, an open hearing say, and first, because the closing takes its rows out
 * of the queue. Closing twice changes nothing.
 */
export const closeList = async (ctx: Ctx, id: number): Promise<List> => {
  const { state } = await lockList(ctx, id)
  if (state !== 'closed') {
    const open = await handOnAll(ctx, { listId: id }, null)
    await store.insertClosing(ctx, id, personOf(ctx))
    const after = { open }
    await record(ctx, { verb: 'closed', subject: 'contact_list', subjectId: id, after, topics: listTopics })
  }
  return showList(ctx, id)
}

/** What would be left open if the list closed now. */
export const showListLooseEnds = async (ctx: Ctx, id: number) => {
  if (!(await store.findList(ctx, id))) throw problem('not-found')
  return showLooseEnds(ctx, { listId: id })
}

// ---- What hearings write down on a list; the caller holds it with lockList ---------------------------------------
/** A frozen list goes out to the schools. Throws not-drawn, list-closed. */
export const refuseHearing = ({ drawnAt, state }: { drawnAt: string | null; state: string }) => {
  if (drawnAt === null) throw problem('not-drawn')
  if (state === 'closed') throw problem('list-closed')
}
/** Writes down which hearing the list is in, until when. */
export const sendToHearing = async (ctx: Ctx, listId: number, hearing: { id: number; deadline: string }) =>
  store.insertSentToHearing(ctx, { listId, hearingId: hearing.id, sentBy: personOf(ctx), deadline: hearing.deadline })

/** Its hearing ends at another time. */
export const moveListDeadline = (ctx: Ctx, listId: number, deadline: string) => store.setDeadline(ctx, listId, deadline)

/** The hearing is over: from now on the list tells who is sorted out until when, by nobody in particular. */
export const tellSortedOut = (ctx: Ctx, listId: number, sortedOut: readonly store.SortedOut[]) =>
  store.setHeard(ctx, listId, sortedOut)

/** From now on the list may be called. */
export const openForCalling = (ctx: Ctx, listId: number, why: 'all-answered' | 'deadline') =>
  store.insertOpening(ctx, listId, why)
