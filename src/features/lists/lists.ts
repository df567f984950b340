import { randomInt } from 'node:crypto'
import { type AnswerOf, z } from '#platform/endpoint'
import { type Ctx, personOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import { handOnAll, showLooseEnds } from '#platform/loose-ends'
import { sayDay } from '#platform/text/danish'
import { runsCentre } from '../centre/roles.ts'
import type { ContactList, listContactLists } from './lists.schema.ts'
import { Criteria } from './criteria.schema.ts'
import type { listDrawnCompanies } from './draw.schema.ts'
import * as draws from './draw.sql.ts'
import { endOfList } from '../hearings/hearings.ts'
import * as hearings from '../hearings/hearings.sql.ts'
import * as sql from './lists.sql.ts'
import { counted } from './criteria.ts'

type List = z.infer<typeof ContactList>
type ListForm = { name: string; goal: string; criteria: Criteria }
/** Answers that a change of a list makes stale. */
const topics = ['contact-lists', 'hearings', 'draw-counts', 'calls', 'waiting']
/** A school is asked about lists: it sees them from the hearing on. */
const heardOnly = (ctx: Ctx) => !runsCentre(ctx)

type Row = NonNullable<sql.ListRow>
type InShort = Pick<Row, 'hearingId' | 'deadline' | 'silence' | 'endedAt' | 'schools' | 'missing' | 'ownAnswerAt'>
const hearingOf = (ctx: Ctx, row: InShort) =>
  row.hearingId === null || row.deadline === null
    ? null
    : {
        id: row.hearingId,
        deadline: row.deadline,
        silence: row.silence as 'goes-on' | 'waits',
        endedAt: row.endedAt,
        schools: runsCentre(ctx) ? row.schools : null,
        missing: runsCentre(ctx) ? row.missing : null,
        ownAnswerAt: row.ownAnswerAt,
      }

export const listLists = async (
  ctx: Ctx,
  query: { cursor?: string | undefined; limit: number; state?: string | undefined },
): Promise<AnswerOf<typeof listContactLists>> => {
  const [before] = readCursor(query.cursor, 1) ?? []
  const rows = await sql.pageOfLists(
    ctx,
    before === undefined ? undefined : Number(before),
    query.limit,
    query.state,
    heardOnly(ctx),
  )
  const page = rows.slice(0, query.limit)
  const shown = page.map((row) => ({
    id: row.id,
    name: row.name,
    goal: row.goal,
    state: row.state,
    madeBy: row.madeBy,
    madeAt: row.madeAt,
    drawnAt: row.drawnAt,
    companies: row.companies,
    hearing: hearingOf(ctx, row),
  }))
  return { rows: shown, next: rows.length > query.limit ? writeCursor([page.at(-1)?.id ?? 0]) : null }
}

const abilities = (ctx: Ctx, row: Row): List['can'] => {
  const may = runsCentre(ctx)
  const hearing = may && row.state === 'in-hearing'
  return {
    change: may && row.state === 'draft',
    draw: may && row.state === 'draft',
    hear: may && row.state === 'drawn',
    remind: hearing && row.missing > 0,
    end: hearing && row.missing === 0,
    close: may && row.state !== 'closed',
  }
}

/** A list as who asks may see it: who has answered only for the coordinator, strikes only after the hearing. */
export const showList = async (ctx: Ctx, id: number): Promise<List> => {
  const row = await sql.findList(ctx, id)
  if (!row || (heardOnly(ctx) && row.hearingId === null)) throw problem('not-found')
  const heard = row.endedAt !== null
  return {
    ...{ id, name: row.name, goal: row.goal, state: row.state, criteria: z.parse(Criteria, row.criteria) },
    ...{ madeBy: row.madeBy, madeAt: row.madeAt, drawnBy: row.drawnBy, drawnAt: row.drawnAt },
    seed: (row.rule as { seed?: number | null } | null)?.seed ?? null,
    counts: row.drawnAt === null ? [] : counted(await sql.countDrawn(ctx, id)),
    struck: heard ? await sql.countStruck(ctx, id) : null,
    hearing: hearingOf(ctx, row),
    answers: runsCentre(ctx) && row.hearingId !== null ? await hearings.answersOf(ctx, row.hearingId) : [],
    closedAt: row.closedAt,
    can: abilities(ctx, row),
  }
}

export const makeList = async (ctx: Ctx, given: ListForm): Promise<List> => {
  const { id } = await sql.insertList(ctx, given, personOf(ctx))
  await record(ctx, { verb: 'made', subject: 'contact_list', subjectId: id, after: given, topics })
  return showList(ctx, id)
}

const lockDraft = async (ctx: Ctx, id: number) => {
  const list = await sql.lockList(ctx, id)
  if (!list) throw problem('not-found')
  const draw = await sql.findDraw(ctx, id)
  if (draw) throw problem('list-frozen', { date: sayDay(draw.drawnAt, ctx.language) })
  return { ...list, criteria: z.parse(Criteria, list.criteria) }
}

/** Changes a list that is not drawn yet. Throws list-frozen. */
export const changeList = async (ctx: Ctx, id: number, given: ListForm): Promise<List> => {
  const { name, goal, criteria } = await lockDraft(ctx, id)
  await sql.updateList(ctx, id, given)
  await record(ctx, {
    verb: 'changed',
    subject: 'contact_list',
    subjectId: id,
    before: { name, goal, criteria },
    after: given,
    topics,
  })
  return showList(ctx, id)
}

/**
 * Freezes the draw: the rule with its seed, and for each company that fits why it is in or out. Of two who press at once
 * the second gets list-frozen; two lists drawn at once never take the same company. Throws list-empty. `lot` is the seed of a
 * random order; the demo world gives its own, so that it is always the same.
 */
export const freezeDraw = async (ctx: Ctx, id: number, lot = randomInt(1, 2 ** 31)): Promise<List> => {
  await draws.lockDraws(ctx)
  const { criteria } = await lockDraft(ctx, id)
  const seed = criteria.random ? lot : 0
  const rule = { criteria, seed: criteria.random ? seed : null, on: ctx.today }
  if (!(await draws.insertDraw(ctx, id, rule, personOf(ctx))))
    throw problem('list-frozen', { date: sayDay(ctx.at, ctx.language) })
  const included = await draws.insertDrawn(ctx, id, criteria, seed)
  if (included === 0) throw problem('list-empty')
  await record(ctx, { verb: 'drawn', subject: 'contact_list', subjectId: id, after: { rule, included }, topics })
  return showList(ctx, id)
}

/** Closes a list, drawn or not; an open hearing ends with it. Closing twice changes nothing. */
export const closeList = async (ctx: Ctx, id: number): Promise<List> => {
  const list = await sql.lockList(ctx, id)
  if (!list) throw problem('not-found')
  if (await sql.insertClosing(ctx, id, personOf(ctx))) {
    await endOfList(ctx, id)
    const open = await handOnAll(ctx, { listId: id }, null)
    await record(ctx, { verb: 'closed', subject: 'contact_list', subjectId: id, after: { open }, topics })
  }
  return showList(ctx, id)
}

/** What would be left open if the list closed now. */
export const showListLooseEnds = async (ctx: Ctx, id: number) => {
  if (!(await sql.findList(ctx, id))) throw problem('not-found')
  return showLooseEnds(ctx, { listId: id })
}

export const listDrawn = async (
  ctx: Ctx,
  listId: number,
  query: { cursor?: string | undefined; limit: number; show: string; q?: string | undefined },
): Promise<AnswerOf<typeof listDrawnCompanies>> => {
  const list = await sql.findList(ctx, listId)
  if (!list || (heardOnly(ctx) && list.hearingId === null)) throw problem('not-found')
  const [after] = readCursor(query.cursor, 1) ?? []
  const rows = await sql.pageOfDrawn(ctx, listId, { ...query, after: after === undefined ? undefined : Number(after) })
  const page = rows.slice(0, query.limit)
  return { rows: page, next: rows.length > query.limit ? writeCursor([page.at(-1)?.position ?? 0]) : null }
}

/** Lists that may be called: drawn, heard by all schools, not closed; oldest first. */
export const callableLists = async (ctx: Ctx): Promise<{ id: number; name: string; openedAt: string }[]> => {
  const rows = await ctx.db
    .selectFrom('callingList')
    .select(['id', 'name', 'openedAt'])
    .where('centreId', '=', ctx.centreId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, openedAt }) => ({ id: id ?? 0, name: name ?? '', openedAt: openedAt ?? '' }))
}
