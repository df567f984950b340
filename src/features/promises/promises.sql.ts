import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { containing } from '#platform/db/containing'
import { hotOne, hotRow, type HotCtx } from '#platform/db/hot'
import { ofPlace, seenFrom } from '../leaderships/leaderships.ts'

/** Its owner has left, or does something else now: it is the coordinators'. */
const ownerHasLeft = sql<boolean>`(coalesce(p.released_at, o.left_at) is not null)`

/** Promises with everything a row shows, one row each: the open offer and the owner's place in the centre beside it. */
type Asking = Pick<HotCtx, 'centreId' | 'today'> & { db: Pick<HotCtx['db'], 'selectFrom'> }
const promises = (ctx: Asking) =>
  ctx.db
    .selectFrom('promise as p')
    .innerJoin('companyPlace as c', 'c.id', 'p.companyId')
    .innerJoin('personNamed as maker', 'maker.id', 'p.madeBy')
    .innerJoin('memberEver as o', (join) =>
      join.onRef('o.centreId', '=', 'p.centreId').onRef('o.personId', '=', 'p.ownerId'),
    )
    .leftJoin('personNamed as closer', (join) =>
      join.on((on) => on('closer.id', '=', on.fn.coalesce('p.keptBy', 'p.droppedBy'))),
    )
    .leftJoin('promiseHandover as h', (join) =>
      join
        .onRef('h.centreId', '=', 'p.centreId')
        .onRef('h.promiseId', '=', 'p.id')
        .on('h.acceptedAt', 'is', null)
        .on('h.declinedAt', 'is', null),
    )
    .leftJoin('personNamed as giver', 'giver.id', 'h.fromId')
    .leftJoin('memberEver as taker', (join) =>
      join.onRef('taker.centreId', '=', 'h.centreId').onRef('taker.personId', '=', 'h.toId'),
    )
    .where('p.centreId', '=', ctx.centreId)
    .select([
      'p.id',
      'p.companyId',
      'p.cvr',
      'c.name as company',
      'p.what',
      'p.dueOn',
      'p.ownerId',
      'o.name as owner',
      'o.school as ownerSchool',
      'maker.name as madeBy',
      'p.madeAt',
      'p.keptAt',
      'p.droppedAt',
      'p.droppedWhy',
      'closer.name as closedBy',
      'h.id as handoverId',
      'h.offeredBy',
      'h.offeredAt',
      'h.note as handoverNote',
      'giver.name as giver',
      'h.toId',
      'taker.name as taker',
      'taker.school as takerSchool',
    ])
    .select([
      sql<'us' | 'company'>`p.promised_by`.as('promisedBy'),
      sql<number | null>`case when p.origin_kind = 'visit' then p.origin_id end`.as('visitId'),
      ownerHasLeft.as('ownerLeft'),
      sql<number>`greatest(0, ${ctx.today}::date - p.due_on)`.as('daysLate'),
    ])

const promiseById = hotOne((ctx, { id }: { id: number }) => promises(ctx).where('p.id', '=', id))
export const promiseRow = (ctx: Ctx, id: number) => promiseById(ctx, { id })
export type PromiseRow = NonNullable<Awaited<ReturnType<typeof promiseRow>>>

export type Sought = {
  whose: 'mine' | 'offered' | 'all' | 'left'
  state: 'open' | 'overdue' | 'week' | 'kept' | 'dropped' | 'any'
  companyId?: number | undefined
  ownerId?: number | undefined
  /** What this place answers for, no more. */
  ofPlace?: number | undefined
  text?: string | undefined
  /** Date and number of the last row already seen. */
  after?: readonly [string, number] | undefined
  limit: number
}

const open = sql<boolean>`(p.kept_at is null and p.dropped_at is null)`
const states = {
  open,
  overdue: sql<boolean>`(${open} and p.due_on < app_today())`,
  week: sql<boolean>`(${open} and p.due_on between app_today() and app_today() + 7)`,
  kept: sql<boolean>`p.kept_at is not null`,
  dropped: sql<boolean>`p.dropped_at is not null`,
  any: sql<boolean>`true`,
}

/** What is closed is read newest first, everything else oldest date first. */
export const promiseRows = (ctx: Ctx, sought: Sought) => {
  const newestFirst = sought.state === 'kept' || sought.state === 'dropped'
  const order = newestFirst ? 'desc' : 'asc'
  let rows = promises(ctx).where(states[sought.state])
  if (sought.whose === 'mine') rows = rows.where('p.ownerId', '=', ctx.personId).where('p.releasedAt', 'is', null)
  if (sought.whose === 'offered') rows = rows.where('h.toId', '=', ctx.personId)
  if (sought.whose === 'left') rows = rows.where(ownerHasLeft)
  // A workplace and its legal company are one company, unless its workplaces answer each for itself.
  if (sought.companyId) rows = rows.where(seenFrom('p', sought.companyId))
  if (sought.ownerId) rows = rows.where('p.ownerId', '=', sought.ownerId)
  if (sought.ofPlace) rows = rows.where(ofPlace('p', sought.ofPlace))
  if (sought.text) {
    const pattern = containing(sought.text)
    rows = rows.where((eb) => eb.or([eb('p.what', 'ilike', pattern), eb('c.name', 'ilike', pattern)]))
  }
  if (sought.after) {
    const [on, id] = sought.after
    rows = rows.where(
      newestFirst
        ? sql<boolean>`(p.due_on, p.id) < (${on}::date, ${id})`
        : sql<boolean>`(p.due_on, p.id) > (${on}::date, ${id})`,
    )
  }
  return rows.orderBy('p.dueOn', order).orderBy('p.id', order).limit(sought.limit).execute()
}

export const ownersNow = (ctx: Ctx, roles: readonly string[]) =>
  ctx.db
    .selectFrom('memberNow')
    .where('centreId', '=', ctx.centreId)
    .where('role', 'in', roles)
    .select(['personId as id', 'name', 'school', 'schoolId'])
    .orderBy('name')
    .orderBy('personId')
    .execute()

const placeById = hotOne((ctx, { id }: { id: number }) =>
  ctx.db.selectFrom('companyPlace').where('id', '=', id).select(['id', 'cvr', 'name']),
)
export const companyById = (ctx: Ctx, id: number) => placeById(ctx, { id })

/** Whoever changes a promise holds its row first: of two at once the second sees what the first did. */
export const lockPromise = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('promise')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()

type NewPromise = {
  companyId: number
  cvr: string
  originKind: string | null
  originId: number | null
  what: string
  ownerId: number
  dueOn: string
  promisedBy: 'us' | 'company'
}
/** Written and read back in one: what follows reads the new row under the table's name. */
export const insertPromise = hotRow((ctx, row: NewPromise) =>
  promises({
    ...{ centreId: ctx.centreId, today: ctx.today },
    db: ctx.db.with('promise', (db) =>
      db
        .insertInto('promise')
        .values({
          centreId: ctx.centreId,
          companyId: row.companyId,
          cvr: row.cvr,
          originKind: row.originKind,
          originId: row.originId,
          what: row.what,
          ownerId: row.ownerId,
          dueOn: row.dueOn,
          promisedBy: row.promisedBy,
          madeBy: sql<number>`${ctx.personId}`,
          madeAt: ctx.at,
        })
        .returningAll(),
    ),
  }),
)

type PromiseChange = Partial<{
  companyId: number
  cvr: string
  ownerId: number
  releasedAt: string | null
  dueOn: string
  keptAt: string | null
  keptBy: number | null
  droppedAt: string | null
  droppedBy: number | null
  droppedWhy: string | null
}>
export const updatePromise = (ctx: Ctx, id: number, change: PromiseChange) =>
  ctx.db.updateTable('promise').set(change).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

/** Open promises that came of one thing. */
export const openOfOrigin = async (ctx: Ctx, { kind, id }: { kind: string; id: number }): Promise<number[]> => {
  const rows = await ctx.db
    .selectFrom('promise')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('originKind', '=', kind)
    .where('originId', '=', id)
    .where('keptAt', 'is', null)
    .where('droppedAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** What each of these is to whoever may call the company. */
export const standingOf = (ctx: Ctx, ids: readonly number[]) =>
  ctx.db
    .selectFrom('promise')
    .select(['id', 'companyId', 'cvr', 'madeAt', 'dueOn', 'ownerId', 'releasedAt', 'keptAt', 'droppedAt'])
    .where('centreId', '=', ctx.centreId)
    .where('id', 'in', [0, ...ids])
    .orderBy('id')
    .execute()

/** Whoever they were: the coordinators see them until someone has taken them over. */
export const releasePromises = (ctx: Ctx, ids: readonly number[]) =>
  ctx.db
    .updateTable('promise')
    .set({ releasedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', 'in', [0, ...ids])
    .where('keptAt', 'is', null)
    .where('droppedAt', 'is', null)
    .execute()

/** Every open promise of someone (`released`: those that are the coordinators' meanwhile too), or to these companies, oldest date first. */
type OpenOf = { ownerId: number; released?: true } | { offeredTo: number } | { companyIds: readonly number[] }
export const openPromises = (ctx: Ctx, of: OpenOf) =>
  promises(ctx)
    .where(open)
    .where((eb) => {
      if ('ownerId' in of)
        return eb.and([eb('p.ownerId', '=', of.ownerId), ...(of.released ? [] : [eb('p.releasedAt', 'is', null)])])
      return 'offeredTo' in of ? eb('h.toId', '=', of.offeredTo) : eb('p.companyId', 'in', [0, ...of.companyIds])
    })
    .orderBy('p.dueOn')
    .orderBy('p.id')
    .execute()
