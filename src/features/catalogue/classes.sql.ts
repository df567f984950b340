import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { containing } from '#platform/db/containing'

export type Wanted = {
  q?: string | undefined
  provider?: readonly number[] | undefined
  from?: string | undefined
  to?: string | undefined
  short?: boolean | undefined
  guaranteed?: boolean | undefined
}

/** How a class stands, as `class_now` says. */
const state = sql<'cancelled' | 'full' | 'guaranteed' | 'runs' | 'short' | 'open'>`k.state`

/** Classes with course, provider, and the school of this centre that the provider is. */
const classes = ({ db, centreId }: Ctx) =>
  db
    .selectFrom('classNow as k')
    .innerJoin('course as c', (join) => join.onRef('c.centreId', '=', 'k.centreId').onRef('c.id', '=', 'k.courseId'))
    .innerJoin('provider as p', (join) =>
      join.onRef('p.centreId', '=', 'k.centreId').onRef('p.id', '=', 'k.providerId'),
    )
    .where('k.centreId', '=', centreId)

/** The school with the provider's institution number; the first, should two have the same. */
const schoolId = sql<number | null>`(
  select s.id from school_now s where s.centre_id = p.centre_id and upper(s.institution) = p.institution order by s.id limit 1)`

const narrowed = (query: ReturnType<typeof classes>, wanted: Wanted) => {
  let narrow = query
  if (wanted.q?.trim()) {
    const like = containing(wanted.q.trim())
    narrow = narrow.where(
      sql<boolean>`(k.title ilike ${like} or c.title ilike ${like} or c.code ilike ${like} or p.name ilike ${like} or k.town ilike ${like} or k.quick_number ilike ${like})`,
    )
  }
  if (wanted.provider && wanted.provider.length > 0) narrow = narrow.where('k.providerId', 'in', wanted.provider)
  if (wanted.from) narrow = narrow.where('k.startsOn', '>=', wanted.from)
  if (wanted.to) narrow = narrow.where('k.startsOn', '<=', wanted.to)
  if (wanted.short) narrow = narrow.where(state, '=', 'short')
  if (wanted.guaranteed) narrow = narrow.where('k.guaranteed', '=', true)
  return narrow
}

/** Soonest first; `after` is [startsOn, id] of the last row of the page before. */
export const classPage = (ctx: Ctx, wanted: Wanted, after: readonly [string, number] | undefined, limit: number) => {
  let query = narrowed(classes(ctx), wanted)
  if (after) query = query.where(sql<boolean>`(k.starts_on, k.id) > (${after[0]}::date, ${after[1]}::int)`)
  return query
    .select([
      'k.id',
      'k.quickNumber',
      'k.title',
      'k.startsOn',
      'k.endsOn',
      'k.signUpBy',
      'k.days',
      'k.street',
      'k.postalCode',
      'k.town',
      'k.teaching',
      'k.hours',
      'k.price',
      'k.extra',
      'k.minimum',
      'k.capacity',
      'k.enrolled',
      'k.guaranteed',
      'k.cancelled',
      'k.link',
      'c.kind',
      'c.code',
      'c.title as courseTitle',
      'p.id as providerId',
      'p.institution',
      'p.name as providerName',
    ])
    .select([state.as('state'), schoolId.as('schoolId')])
    .orderBy('k.startsOn')
    .orderBy('k.id')
    .limit(limit)
    .execute()
}

export const classCounts = (ctx: Ctx, today: string) =>
  classes(ctx)
    .select([
      sql<number>`count(*)`.as('classes'),
      sql<number>`count(*) filter (where k.starts_on >= ${today}::date)`.as('upcoming'),
      sql<number>`count(*) filter (where k.starts_on >= ${today}::date and ${state} = 'short')`.as('short'),
    ])
    .executeTakeFirstOrThrow()

export const providersWithClasses = (ctx: Ctx) =>
  classes(ctx)
    .select(['p.id', 'p.institution', 'p.name', sql<number>`count(*)`.as('classes'), schoolId.as('schoolId')])
    .groupBy(['p.centreId', 'p.id', 'p.institution', 'p.name'])
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
