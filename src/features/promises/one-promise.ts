/** One promise: as it is shown, its row for whoever changes it, and who may own it. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { promisesEvents } from './promises-events.table.ts'
import { runsCentre } from '../centre/roles.ts'
import { memberNow } from '../members/members.ts'
import type { Promised } from './promises.schema.ts'
import * as store from './promises.sql.ts'
import { owners } from './owners.table.ts'

const record = recorder(promisesEvents)

export type Shape = z.infer<typeof Promised>
const topics = ['promises', 'promise-handovers', 'companies']

const stateOf = (row: { keptAt: string | null; droppedAt: string | null }) =>
  row.keptAt ? 'kept' : row.droppedAt ? 'dropped' : 'open'

const abilities = (ctx: Ctx, row: store.PromiseRow): Shape['can'] => {
  const isOpen = stateOf(row) === 'open'
  const mayAct = (row.ownerId === ctx.personId && !row.ownerLeft) || runsCentre(ctx)
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

export const shapeOf = (ctx: Ctx, row: store.PromiseRow): Shape => {
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
  const row = await store.promiseRow(ctx, id)
  if (!row) throw problem('not-found')
  return shapeOf(ctx, row)
}

/** Whether a promise is who asks's, and has not become the coordinators'. */
export const isOwn = (ctx: Ctx, promise: { ownerId: number; releasedAt: string | null }) =>
  promise.ownerId === ctx.personId && promise.releasedAt === null

/**
 * The promise, its row locked until the end of the transaction: of two who act at once, the second sees what the first
 * did. Throws not-found, and not-allowed for anyone but its owner and the coordinators.
 */
export const lockOwnPromise = async (ctx: Ctx, id: number) => {
  const promise = await store.lockPromise(ctx, id)
  if (!promise) throw problem('not-found')
  if (!isOwn(ctx, promise) && !runsCentre(ctx)) throw problem('not-allowed')
  return promise
}

/** A date in the past is a slip, unless it is said that it is too late already. */
export const refusePastDate = (
  ctx: Ctx,
  { dueOn, late }: { dueOn: string; late?: boolean | undefined },
  pointer: string,
) => {
  if (dueOn >= ctx.today || late === true) return
  throw problemAt('wrong-input', pointer, m.promises_in_the_past({}, { locale: ctx.language }), 'in-the-past')
}

/** A promise belongs to one of the centre's or schools' own people who is still here. */
export const mayOwn = async (ctx: Ctx, personId: number, pointer: string) => {
  const member = await memberNow(ctx, personId)
  if (member && owners.includes(member.role)) return member
  throw problemAt('wrong-input', pointer, m.promises_not_a_member({}, { locale: ctx.language }), 'not-a-member')
}

type Happened = { verb: keyof typeof promisesEvents.promise; before?: unknown; after?: unknown }
type Told = { id: number; cvr: string; companyId: number }
/** What happened to a promise, for the trail and for open pages. */
export const tell = (ctx: Ctx, { id, cvr, companyId }: Told, happened: Happened) =>
  record(ctx, { ...happened, subject: 'promise', subjectId: id, cvr, companyId, topics })
