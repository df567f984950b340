import { randomInt } from 'node:crypto'
import type { AnswerOf, z } from '#platform/endpoint'
import { type Ctx, personOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { sayDay } from '#platform/text/danish'
import { listsEvents } from './lists-events.table.ts'
import type { listDrawnCompanies } from './draw.schema.ts'
import { placesTaken } from './criteria.ts'
import * as draws from './draw.sql.ts'
import { listTopics, lockDraft, lockList, seesList, seesWhoIsOut, showList } from './lists.ts'
import type { ContactList } from './lists.schema.ts'
import * as store from './lists.sql.ts'

const record = recorder(listsEvents)

/**
 * Freezes the draw: the rule with its seed, and for each company that fits why it is in or out. Of two who press at once
 * the second gets list-frozen; two lists drawn at once never take the same company. Throws list-empty. `lot` is the seed of a
 * random order; the demo world gives its own, so that it is always the same.
 */
export const freezeDraw = async (
  ctx: Ctx,
  id: number,
  lot = randomInt(1, 2 ** 31),
): Promise<z.infer<typeof ContactList>> => {
  const { criteria } = await lockDraft(ctx, id)
  await draws.lockDraws(ctx)
  const seed = criteria.random ? lot : 0
  const rule = { criteria, seed: criteria.random ? seed : null, on: ctx.today }
  const places = await placesTaken(ctx)
  const companyPlaces = Math.max(places.one, places.shared)
  if (!(await draws.insertDraw(ctx, id, { rule, companyPlaces, drawnBy: personOf(ctx) })))
    throw problem('list-frozen', { date: sayDay(ctx.at, ctx.language) })
  const included = await draws.insertDrawn(ctx, id, { criteria, seed, places })
  if (included === 0) throw problem('list-empty')
  const after = { rule, included }
  await record(ctx, { verb: 'drawn', subject: 'contact_list', subjectId: id, after, topics: listTopics })
  return showList(ctx, id)
}

/**
 * A list of just these companies: each is in, or out for the same reasons as in a draw. Gives the list, and what was said of each; where none came in the
 * list is there, and nobody can be asked about it. `choose` is asked once no other list is drawn.
 */
export const freezeNamed = async (ctx: Ctx, id: number, choose: () => Promise<readonly number[]>) => {
  const { criteria } = await lockDraft(ctx, id)
  await draws.lockDraws(ctx)
  const [named, places] = [await choose(), await placesTaken(ctx)]
  const rule = { criteria, seed: null, on: ctx.today, named: named.length }
  const companyPlaces = Math.max(places.one, places.shared)
  if (!(await draws.insertDraw(ctx, id, { rule, companyPlaces, drawnBy: personOf(ctx) })))
    throw problem('list-frozen', { date: sayDay(ctx.at, ctx.language) })
  const included = await draws.insertDrawn(ctx, id, { criteria: { ...criteria, named }, seed: 0, places })
  await record(ctx, {
    verb: 'drawn',
    subject: 'contact_list',
    subjectId: id,
    after: { rule, included },
    topics: listTopics,
  })
  return store.drawnOf(ctx, id)
}

/** The list is a draft again, its criteria as they were. Of a draft nothing changes. Throws draw-used once a school was asked, or the list closed. */
export const undoDraw = async (ctx: Ctx, id: number): Promise<z.infer<typeof ContactList>> => {
  const { state } = await lockList(ctx, id)
  if (state === 'draft') return showList(ctx, id)
  if (state !== 'drawn') throw problem('draw-used')
  await draws.removeDraw(ctx, id)
  await record(ctx, { verb: 'draw-undone', subject: 'contact_list', subjectId: id, topics: listTopics })
  return showList(ctx, id)
}

export const listDrawn = async (
  ctx: Ctx,
  listId: number,
  query: { cursor?: string | undefined; limit: number; show: string; q?: string | undefined },
): Promise<AnswerOf<typeof listDrawnCompanies>> => {
  const list = await store.findList(ctx, listId)
  if (!list || !seesList(ctx, list)) throw problem('not-found')
  const [after] = readCursor(query.cursor, 1) ?? []
  const rows = await store.pageOfDrawn(ctx, listId, {
    ...query,
    inAlone: !seesWhoIsOut(ctx, list),
    after: after === undefined ? undefined : Number(after),
  })
  const page = rows.slice(0, query.limit)
  return { rows: page, next: rows.length > query.limit ? writeCursor([page.at(-1)?.position ?? 0]) : null }
}
