import { sql, type Updateable } from 'kysely'
import type { DB } from '../../../db/types.ts'
import type { Ctx } from '#platform/context'
import { seenFrom } from '../leaderships/leaderships.ts'
import type { personSources } from './company-people.schema.ts'

export type Source = (typeof personSources)[number]

const people = (ctx: Ctx) =>
  ctx.db
    .selectFrom('companyPersonNow as p')
    .selectAll()
    .$narrowType<{ source: Source; phoneSource: Source | null; mailSource: Source | null }>()
    .where('p.centreId', '=', ctx.centreId)
export type PersonRow = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>

export const personById = (ctx: Ctx, id: number): Promise<PersonRow | undefined> =>
  people(ctx).where('p.id', '=', id).executeTakeFirst()

/** Of the company; where its workplaces answer each for itself, of this one and of whoever speaks for all. Who left stands last. */
export const peopleOf = (ctx: Ctx, { id, cvr }: { id: number; cvr: string }): Promise<PersonRow[]> =>
  people(ctx)
    .where('p.cvr', '=', cvr)
    .where((eb) => eb.or([eb('p.speaksForAll', '=', true), seenFrom('p', id)]))
    .orderBy(sql`p.left_on is not null`)
    .orderBy('p.speaksForAll')
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(200)
    .execute()

export const placeById = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('companyPlace as c')
    .innerJoin('centreNow as centre', (join) => join.on('centre.id', '=', ctx.centreId))
    .select(['c.id', 'c.cvr', 'c.name', 'centre.name as centre'])
    .where('c.id', '=', companyId)
    .executeTakeFirst()

/** How many workplaces answer each for itself; nothing when they do not. */
export const apartOf = async (ctx: Ctx, cvr: string): Promise<number | null> => {
  const found = await ctx.db
    .selectFrom('leadershipNow')
    .select('workplaces')
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('shared', '=', true)
    .executeTakeFirst()
  return found?.workplaces ?? null
}

export type Written = {
  name: string
  title: string
  note: string
  speaksForAll: boolean
  phone: string | null
  phoneAllowed: boolean
  phoneSource: Source | null
  phoneOn: string | null
  email: string | null
  mailAllowed: boolean
  mailSource: Source | null
  mailOn: string | null
  source: Source
  saidOn: string
}
type New = Written & {
  companyId: number
  tellBy: string
  tells: number | null
  toldOn: string | null
  toldHow: string | null
}
export const insertPerson = (ctx: Ctx, row: New) =>
  ctx.db
    .insertInto('companyPerson')
    .values({ ...row, centreId: ctx.centreId, addedBy: ctx.personId, addedAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Changes someone who is at that version, or whatever it is; keeps how he stood. False: somebody was faster, or he is gone. */
export const changePerson = async (
  ctx: Ctx,
  before: PersonRow,
  change: Updateable<DB['companyPerson']>,
  version?: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('companyPerson')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', before.id)
    .where('erasedAt', 'is', null)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const { name, title, note, speaksForAll, phone, phoneAllowed, email, mailAllowed, leftOn, companyId } = before
  const was = { name, title, note, speaksForAll, phone, phoneAllowed, email, mailAllowed, leftOn, companyId }
  await ctx.db
    .insertInto('companyPersonWas')
    .values({
      centreId: ctx.centreId,
      companyPersonId: before.id,
      was: JSON.stringify(was),
      changedBy: ctx.personId,
      changedAt: ctx.at,
    })
    .execute()
  return true
}

/** Who he was is gone, here and in how he stood before; false: he was already. */
export const erasePerson = async (ctx: Ctx, id: number): Promise<boolean> => {
  const nothing = { phone: null, phoneSource: null, phoneOn: null, email: null, mailSource: null, mailOn: null }
  const { numUpdatedRows } = await ctx.db
    .updateTable('companyPerson')
    .set({ ...nothing, name: '', title: '', note: '', erasedAt: ctx.at, erasedBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await ctx.db
    .deleteFrom('companyPersonWas')
    .where('centreId', '=', ctx.centreId)
    .where('companyPersonId', '=', id)
    .execute()
  return true
}

/** Told once: a second time changes nothing. */
export const markTold = async (ctx: Ctx, id: number, how: 'said' | 'mail'): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('companyPerson')
    .set({ toldOn: ctx.today, toldHow: how })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .where('toldOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whom someone of the centre still has to tell; and people of companies that end. */
export const untoldBy = (ctx: Ctx, personId: number) =>
  people(ctx).where('p.tells', '=', personId).where('p.toldOn', 'is', null).where('p.leftOn', 'is', null).execute()
export const peopleAt = (ctx: Ctx, companyIds: readonly number[]) =>
  people(ctx)
    .where('p.companyId', 'in', [0, ...companyIds])
    .orderBy('p.id')
    .execute()
export const setTeller = (ctx: Ctx, ids: readonly number[], tells: number | null) =>
  ctx.db
    .updateTable('companyPerson')
    .set({ tells })
    .where('centreId', '=', ctx.centreId)
    .where('id', 'in', [0, ...ids])
    .execute()
