/** Front door: what was promised to companies, by whom and by when. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { runsCentre } from '../centre/roles.ts'
import { offerHandover } from './handovers.ts'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { markMade } from './promise-marks.ts'
import { mayOwn, refusePastDate, type Shape, shapeOf, showPromise, tell } from './one-promise.ts'
import type { listPromises as listing, PromiseForm } from './promises.schema.ts'
import * as store from './promises.sql.ts'

export { acceptHandover, agreeAloud, type Before, declineHandover, giveBack } from './handovers.ts'
export { offerHandover, withdrawHandover } from './handovers.ts'
export { changePromiseDate, dropPromise, dropPromisesOf, keepPromise, undoDrop, undoKeeping } from './keeping.ts'
export { showPromise } from './one-promise.ts'
export { listPromiseOwners } from './proposing.ts'

type Query = z.output<NonNullable<(typeof listing)['query']>>
/** A page of promises, by date. Everyone's are for coordinators, who get them unasked; those to one company are for all staff. */
export const listPromises = async (ctx: Ctx, query: Query): Promise<z.infer<(typeof listing)['answer']>> => {
  const { companyId, limit } = query
  const whose = query.whose ?? (runsCentre(ctx) ? 'all' : 'mine')
  const wide = whose === 'left' || (whose === 'all' && companyId === undefined)
  if (wide && !runsCentre(ctx)) throw problem('not-allowed')
  const keys = readCursor(query.cursor, 2)
  const after = keys && ([String(keys[0]), Number(keys[1])] as const)
  const rows = await store.promiseRows(ctx, { ...query, whose, text: query.text?.trim(), after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => shapeOf(ctx, row)),
    next: rows.length > limit && last ? writeCursor([last.dueOn, last.id]) : null,
    whose,
    can: { all: runsCentre(ctx) },
  }
}

/** Everything promised to one company, oldest date first, for its thread. At most 200. */
export const promisesOf = async (ctx: Ctx, companyId: number): Promise<Shape[]> => {
  const rows = await store.promiseRows(ctx, { whose: 'all', state: 'any', ofPlace: companyId, limit: 200 })
  return rows.map((row) => shapeOf(ctx, row))
}

type Form = z.output<typeof PromiseForm>
/** What a promise is made to, and where: `{ kind: 'visit', id }`; null when it is made by itself. `absent`: who is to own it is not here to say yes. */
type About = { companyId: number; cvr: string; origin: { kind: string; id: number } | null; absent?: boolean }
/** Another school's people say yes themselves: who promised owns it until then. Who runs the centre hands tasks out. */
const mustBeAsked = (ctx: Ctx, { personId, schoolId }: { personId: number; schoolId: number | null }) =>
  personId !== ctx.personId && schoolId !== null && schoolId !== ctx.schoolId && !runsCentre(ctx)

/** Throws for what may not be promised; says of each whether its owner must be asked first. */
const judge = async (ctx: Ctx, forms: readonly Form[], at: (index: number, field: string) => string) => {
  for (const [index, form] of forms.entries()) refusePastDate(ctx, form, at(index, 'dueOn'))
  const owners = await Promise.all(forms.map((form, index) => mayOwn(ctx, form.ownerId, at(index, 'ownerId'))))
  return owners.map((owner) => mustBeAsked(ctx, owner))
}

const write = async (ctx: Ctx, { companyId, cvr, origin }: About, form: Form, asked = false) => {
  const { what, dueOn, promisedBy = 'us' } = form
  const ownerId = asked ? personOf(ctx) : form.ownerId
  const of = { companyId, cvr, originKind: origin?.kind ?? null, originId: origin?.id ?? null }
  const made = await store.insertPromise(ctx, { ...of, what, ownerId, dueOn, promisedBy })
  await tell(
    ctx,
    { id: made.id, cvr, companyId },
    { verb: promisedBy === 'us' ? 'promised' : 'promised-us', after: { what, ownerId, dueOn, promisedBy } },
  )
  await markMade(ctx, { id: made.id, companyId, cvr, dueOn, ownerId })
  if (!asked) return shapeOf(ctx, made)
  await offerHandover(ctx, made.id, { toId: form.ownerId, note: m.promises_asked_to_own({}, { locale: ctx.language }) })
  return showPromise(ctx, made.id)
}

/**
 * Writes promises that were made at once, in the transaction of whatever made them (a visit report, say), which holds the company's lock.
 * `pointer` is where they stand in the request, for bad fields: `/body/promises`. Returns their numbers.
 */
export const makePromises = async (
  ctx: Ctx,
  about: About,
  forms: readonly Form[],
  pointer: string,
): Promise<number[]> => {
  const others = await judge(ctx, forms, (index, field) => `${pointer}/${index}/${field}`)
  const asked = forms.map(({ ownerId }, index) => others[index] || (about.absent === true && ownerId !== ctx.personId))
  const made: number[] = []
  for (const [index, form] of forms.entries()) made.push((await write(ctx, about, form, asked[index])).id)
  return made
}

/** Promises a company something outside a visit. Throws not-found for an unknown company, wrong-input for the owner. */
export const makePromise = async (ctx: Ctx, form: Form & { companyId: number }): Promise<Shape> => {
  const [company, [asked]] = await Promise.all([
    store.companyById(ctx, form.companyId),
    judge(ctx, [form], (_, field) => `/body/${field}`),
  ])
  if (!company) throw problem('not-found')
  await lockCompanies(ctx, [company.cvr])
  return write(ctx, { companyId: company.id, cvr: company.cvr, origin: null }, form, asked)
}
