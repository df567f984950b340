/** Statements on who has a company. Whoever changes something here holds the company's lock first. */
import { type Expression, sql, type SqlBool } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Moved } from '#platform/room'
import { containing } from '#platform/db/containing'
import { isApart } from '../leaderships/leaderships.ts'

export type Had = 'handed-over' | 'given-up' | 'given-to-another' | 'lapsed' | 'passed-on'
export type Place = { companyId: number; cvr: string; company: string; whole: boolean }

export const placeById = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('companyPlace')
    .where('id', '=', companyId)
    .select(['id as companyId', 'cvr', 'name as company', 'email'])
    .executeTakeFirst()

/** Contacts that stand, with everything a row shows. */
const contacts = (ctx: Ctx) =>
  ctx.db
    .selectFrom('regularContact as r')
    .innerJoin('regularContactLapses as l', (join) =>
      join.onRef('l.centreId', '=', 'r.centreId').onRef('l.id', '=', 'r.id'),
    )
    .innerJoin('companyPlace as c', 'c.id', 'r.companyId')
    .innerJoin('memberEver as p', (join) =>
      join.onRef('p.centreId', '=', 'r.centreId').onRef('p.personId', '=', 'r.personId'),
    )
    // Who has left stands in for nobody.
    .leftJoin('memberNow as d', (join) =>
      join.onRef('d.centreId', '=', 'r.centreId').onRef('d.personId', '=', 'r.deputyId'),
    )
    .leftJoin('followUp as f', (join) =>
      join
        .onRef('f.centreId', '=', 'r.centreId')
        .onRef('f.contactId', '=', 'r.id')
        .on('f.doneAt', 'is', null)
        .on('f.droppedAt', 'is', null),
    )
    .where('r.centreId', '=', ctx.centreId)
    .where('r.endedAt', 'is', null)
    .select([
      'r.id',
      'r.companyId',
      'r.cvr',
      'c.name as company',
      'r.whole',
      'r.personId',
      'p.name',
      'p.school',
      'p.email',
      'p.phone',
      'r.releasedAt',
      'p.leftAt',
      'd.personId as deputyId',
      'd.name as deputy',
      'd.school as deputySchool',
      'r.since',
      'f.id as followUpId',
      'f.what as followUp',
      'f.dueOn as followUpOn',
      'l.lastAt as lastContactAt',
      'l.lapsesOn',
      'l.warnedOn',
    ])
export type ContactRow = Awaited<ReturnType<ReturnType<typeof contacts>['executeTakeFirstOrThrow']>>

export const contactById = (ctx: Ctx, id: number): Promise<ContactRow | undefined> =>
  contacts(ctx).where('r.id', '=', id).executeTakeFirst()

/** Who has this place: for all of its company, or for it alone. */
const ofPlace = ({ cvr, companyId }: Pick<Place, 'cvr' | 'companyId'>) =>
  sql<SqlBool>`(r.cvr = ${cvr} and (r.whole or r.company_id = ${companyId}))`
export const contactOfPlace = (ctx: Ctx, place: Pick<Place, 'cvr' | 'companyId'>): Promise<ContactRow | undefined> =>
  contacts(ctx).where(ofPlace(place)).orderBy('r.whole').executeTakeFirst()

export const contactsOf = (
  ctx: Ctx,
  of: { personId: number } | { companyIds: readonly number[] },
): Promise<ContactRow[]> =>
  contacts(ctx)
    .where(
      (eb): Expression<SqlBool> =>
        'personId' in of
          ? eb.and([eb('r.personId', '=', of.personId), eb('r.releasedAt', 'is', null)])
          : eb('r.companyId', 'in', [0, ...of.companyIds]),
    )
    .orderBy('r.id')
    .execute()

/** Of these, what one has, or had until he left and nobody has since. */
export const hadStill = (ctx: Ctx, ids: readonly number[], personId: number): Promise<ContactRow[]> =>
  contacts(ctx)
    .where('r.id', 'in', [0, ...ids])
    .where('r.personId', '=', personId)
    .orderBy('r.cvr')
    .orderBy('r.id')
    .execute()
/** Those in which someone stands in for another. */
export const deputyOf = (ctx: Ctx, deputyId: number): Promise<ContactRow[]> =>
  contacts(ctx).where('r.deputyId', '=', deputyId).orderBy('r.cvr').orderBy('r.id').execute()

type Sought = {
  whose: 'mine' | 'all' | 'left'
  text?: string | undefined
  after?: readonly [string, number] | undefined
  limit: number
}
export const contactPage = (ctx: Ctx, { whose, text, after, limit }: Sought): Promise<ContactRow[]> => {
  let rows = contacts(ctx)
  if (whose === 'mine') rows = rows.where('r.personId', '=', ctx.personId ?? 0).where('r.releasedAt', 'is', null)
  if (whose === 'left') rows = rows.where(sql<SqlBool>`coalesce(r.released_at, p.left_at) is not null`)
  if (text) rows = rows.where('c.name', 'ilike', containing(text))
  if (after) rows = rows.where(sql<SqlBool>`(c.name, r.id) > (${after[0]}, ${after[1]})`)
  return rows.orderBy('c.name').orderBy('r.id').limit(limit).execute()
}

/** Who had the company before, the latest first. */
export const contactsBefore = (ctx: Ctx, place: Pick<Place, 'cvr' | 'companyId'>) =>
  ctx.db
    .selectFrom('regularContact as r')
    .innerJoin('personNamed as p', 'p.id', 'r.personId')
    .where('r.centreId', '=', ctx.centreId)
    .where(ofPlace(place))
    .where('r.endedAt', 'is not', null)
    .select(['p.name as person', 'r.since', 'r.endedWhy as why'])
    .select(sql<string>`r.ended_at`.as('endedAt'))
    .select(sql<Had>`r.ended_how`.as('how'))
    .orderBy('r.endedAt', 'desc')
    .orderBy('r.id', 'desc')
    .limit(20)
    .execute()

type New = Pick<Place, 'companyId' | 'cvr' | 'whole'> & {
  personId: number
  originKind: string | null
  originId: number | null
}
/** Undefined when someone has it already. */
export const insertContact = (ctx: Ctx, contact: New) =>
  ctx.db
    .insertInto('regularContact')
    .values({ ...contact, centreId: ctx.centreId, since: ctx.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

type Change = Partial<{ deputyId: number | null; releasedAt: string | null; companyId: number; cvr: string }>
export const updateContact = (ctx: Ctx, id: number, change: Change) =>
  ctx.db.updateTable('regularContact').set(change).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

export const markEnded = (ctx: Ctx, id: number, how: Had, why: string) =>
  ctx.db
    .updateTable('regularContact')
    .set({ endedAt: ctx.at, endedBy: ctx.personId, endedHow: how, endedWhy: why })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning(['companyId', 'cvr'])
    .executeTakeFirst()

/** Those that lapse by today, the oldest first; those that wait for someone to take them do not. */
export const lapsed = (ctx: Ctx, limit: number) =>
  ctx.db
    .selectFrom('regularContactLapses')
    .where('centreId', '=', ctx.centreId)
    .where('lapsesOn', '<=', ctx.today)
    .where('releasedAt', 'is', null)
    .select(['id', 'cvr'])
    .orderBy('cvr')
    .limit(limit)
    .execute()

// ---- What was agreed to follow --------------------------------------------------------------------------------------
type NewFollowUp = { contactId: number; what: string; dueOn: string }
/** In place of what was agreed before. */
export const replaceFollowUp = async (ctx: Ctx, { contactId, what, dueOn }: NewFollowUp) => {
  await dropFollowUp(ctx, contactId)
  const row = { contactId, what, dueOn, centreId: ctx.centreId, agreedBy: ctx.personId ?? 0, agreedAt: ctx.at }
  await ctx.db.insertInto('followUp').values(row).execute()
}

export const dropFollowUp = (ctx: Ctx, contactId: number) =>
  ctx.db
    .updateTable('followUp')
    .set({ droppedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('contactId', '=', contactId)
    .where('doneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .execute()

/** The one that stands goes on to who has the company now. */
export const moveFollowUp = (ctx: Ctx, fromId: number, toId: number) =>
  ctx.db
    .updateTable('followUp')
    .set({ contactId: toId })
    .where('centreId', '=', ctx.centreId)
    .where('contactId', '=', fromId)
    .where('doneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .execute()

export const followUpById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('followUp')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select(['id', 'contactId', 'what', 'dueOn', 'doneAt', 'droppedAt'])
    .executeTakeFirst()

export const markDone = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('followUp')
    .set({ doneAt: ctx.at, doneBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('doneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()

export const markUndone = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('followUp')
    .set({ doneAt: null, doneBy: null })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('doneAt', 'is not', null)
    .returning('id')
    .executeTakeFirst()

/** Of a workplace that moved: what is of it alone, and with `all` who has the whole company, unless the new one has somebody. */
export const moveContacts = async (ctx: Ctx, { companyId, from, to, all }: Moved) => {
  const mine = sql`x.centre_id = ${ctx.centreId} and x.company_id = ${companyId} and x.cvr = ${from} and (${all}::boolean or not x.whole)`
  const { rows } = await sql<{ id: number; whole: boolean; personId: number; releasedAt: string | null }>`
    update regular_contact x set cvr = ${to}, whole = x.whole and not ${isApart(sql`${to}::text`)} where ${mine} and x.ended_at is null
      and not exists (select from regular_contact o where o.centre_id = x.centre_id and o.cvr = ${to} and o.ended_at is null and (o.whole or x.whole))
    returning x.id, x.whole, x.person_id, x.released_at`.execute(ctx.db)
  await sql`
    update regular_contact x set cvr = ${to} where ${mine} and x.ended_at is not null`.execute(ctx.db)
  await sql`
    update contact_offer x set cvr = ${to} where ${mine}
      and not exists (select from contact_offer o where o.centre_id = x.centre_id and o.cvr = ${to}
        and o.accepted_at is null and o.declined_at is null and o.withdrawn_at is null and (o.whole or x.whole))`.execute(
    ctx.db,
  )
  return rows
}
/** Contacts of the place alone that stayed behind, for its new company has somebody. */
export const leftBehind = (ctx: Ctx, { companyId, from }: Moved): Promise<ContactRow[]> =>
  contacts(ctx).where('r.companyId', '=', companyId).where('r.cvr', '=', from).where('r.whole', '=', false).execute()
/** Who had all of the company when the place left it. */
export const contactWhenMoved = (ctx: Ctx, { companyId, from }: Moved): Promise<ContactRow | undefined> =>
  contacts(ctx)
    .where('r.cvr', '=', from)
    .where('r.whole', '=', true)
    .where(
      sql<SqlBool>`exists (select from place_moved v where v.company_id = ${companyId} and v.from_cvr = ${from} and v.moved_at >= r.since)`,
    )
    .executeTakeFirst()
