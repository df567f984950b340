import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { Problem, problem } from '#platform/errors'
import { record } from '#platform/events'
import type { z } from '#platform/endpoint'
import { runsCentre } from '../centre/roles.ts'
import type { listPromises, PromiseForm, Promised } from './promises.schema.ts'
import * as db from './promises.sql.ts'
import { owners } from './owners.table.ts'
import { refusePersonalNumbers } from './privacy.ts'

export { makeLink } from '../links/links.ts'
export { promisesWaiting } from './waiting.ts'
export { accept as acceptHandover, decline as declineHandover, offer as offerHandover } from './handovers.ts'
export { changeDate, drop as dropPromise, keep as keepPromise } from './keeping.ts'
export { refusePersonalNumbers }

type Shape = z.infer<typeof Promised>
export const promiseTopics = ['promises', 'promise-handovers', 'companies']

const stateOf = (row: { keptAt: string | null; droppedAt: string | null }) =>
  row.keptAt ? 'kept' : row.droppedAt ? 'dropped' : 'open'

const abilities = (ctx: Ctx, row: db.PromiseRow & object): Shape['can'] => {
  const isOpen = stateOf(row) === 'open'
  const mayAct = row.ownerId === ctx.personId || runsCentre(ctx)
  const waits = row.handoverId !== null
  return {
    keep: isOpen && mayAct,
    reopen: !isOpen && mayAct,
    drop: isOpen && mayAct,
    changeDate: isOpen && mayAct,
    handOver: isOpen && mayAct && !waits,
    answer: waits && row.toId === ctx.personId,
    withdraw: waits && (mayAct || row.offeredBy === ctx.personId),
  }
}

const shape = (ctx: Ctx, row: db.PromiseRow & object): Shape => {
  const state = stateOf(row)
  const { handoverId, toId, offeredAt } = row
  return {
    ...row,
    state,
    daysLate: state === 'open' ? row.daysLate : 0,
    owner: { id: row.ownerId, name: row.owner, school: row.ownerSchool },
    closedAt: row.keptAt ?? row.droppedAt,
    handover:
      handoverId !== null && toId !== null && offeredAt !== null
        ? {
            id: handoverId,
            from: row.giver ?? '',
            to: { id: toId, name: row.taker ?? '', school: row.takerSchool },
            note: row.handoverNote ?? '',
            offeredAt,
          }
        : null,
    can: abilities(ctx, row),
  }
}

/** One promise as it stands. Throws not-found. */
export const showPromise = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await db.promiseRow(ctx, id)
  if (!row) throw problem('not-found')
  return shape(ctx, row)
}

type Query = z.output<NonNullable<(typeof listPromises)['query']>>
/** A page of promises, by date. Everyone's are for coordinators; those to one company are for all staff. */
export const list = async (ctx: Ctx, query: Query): Promise<z.infer<(typeof listPromises)['answer']>> => {
  const { whose, companyId, limit } = query
  const wide = whose === 'left' || (whose === 'all' && companyId === undefined)
  if (wide && !runsCentre(ctx)) throw problem('not-allowed')
  const keys = readCursor(query.cursor, 2)
  const after = keys && ([String(keys[0]), Number(keys[1])] as const)
  const rows = await db.promiseRows(ctx, { ...query, text: query.text?.trim(), after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => shape(ctx, row)),
    next: rows.length > limit && last ? writeCursor([last.dueOn, last.id]) : null,
    can: { all: runsCentre(ctx) },
  }
}

/** Everything promised to one company, oldest date first, for its thread. At most 200. */
export const promisesOf = async (ctx: Ctx, cvr: string): Promise<Shape[]> => {
  const rows = await db.promiseRows(ctx, { whose: 'all', state: 'any', cvr, limit: 200 })
  return rows.map((row) => shape(ctx, row))
}

/** How many promises someone still has to keep; who leaves with some leaves them to be handed over by a coordinator. */
export const openPromisesOf = (ctx: Ctx, personId: number): Promise<number> => db.openPromiseCount(ctx, personId)

/** Everyone a promise may belong to, and may be handed over to. */
export const listPromiseOwners = async (ctx: Ctx) => ({ rows: await db.ownersNow(ctx, owners) })

/** A promise belongs to one of the centre's or schools' own people who is still here. */
export const mayOwn = async (ctx: Ctx, personId: number, pointer: string) => {
  const member = await db.memberNow(ctx, personId)
  if (member && owners.includes(member.role)) return member
  throw new Problem('wrong-input', {
    fields: [{ pointer, code: 'not-a-member', detail: m.promises_not_a_member({}, { locale: ctx.language }) }],
  })
}

type Form = z.output<typeof PromiseForm>
type About = { companyId: number; cvr: string; visitId: number | null }
/**
 * Writes promises that were made at once, in the transaction of whatever made them (a visit report, say).
 * `pointer` is where they stand in the request, for bad fields: `/body/promises`. Returns their numbers.
 */
export const makePromises = async (
  ctx: Ctx,
  about: About,
  forms: readonly Form[],
  pointer = '/body',
): Promise<number[]> => {
  if (forms.length === 0) return []
  const at = (index: number, field: string) =>
    pointer === '/body' ? `${pointer}/${field}` : `${pointer}/${index}/${field}`
  refusePersonalNumbers(
    ctx,
    forms.map((form, index) => [at(index, 'what'), form.what] as const),
  )
  for (const [index, form] of forms.entries()) await mayOwn(ctx, form.ownerId, at(index, 'ownerId'))
  const made = await db.insertPromises(
    ctx,
    forms.map((form) => ({
      ...about,
      what: form.what,
      ownerId: form.ownerId,
      dueOn: form.dueOn,
      madeBy: personOf(ctx),
    })),
  )
  for (const { id, ...after } of made)
    await record(ctx, {
      verb: 'promised',
      subject: 'promise',
      subjectId: id,
      cvr: about.cvr,
      after,
      topics: promiseTopics,
    })
  return made.map(({ id }) => id)
}

/** Promises a company something outside a visit. Throws not-found for an unknown company, wrong-input for the owner. */
export const make = async (ctx: Ctx, form: Form & { companyId: number }): Promise<Shape> => {
  const company = await db.companyById(ctx, form.companyId)
  if (!company) throw problem('not-found')
  const [id] = await makePromises(ctx, { companyId: company.id, cvr: company.cvr, visitId: null }, [form])
  return showPromise(ctx, id ?? 0)
}
