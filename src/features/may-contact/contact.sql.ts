/** What the one judge says of a place, and the bases that open it. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hotOne } from '#platform/db/hot'
import type { BasisKind } from './basis.schema.ts'
import type { Channel, HindranceKind } from './hindrance.schema.ts'

type Row = {
  kind: HindranceKind
  sourceId: number
  /** Of a workplace that moved: the company it was of, where this was said of all of it. */
  old: string | null
  until: string | null
  dueOn: string | null
  personId: number | null
  name: string | null
  school: string | null
  email: string | null
  phone: string | null
}
/** What a company is called; one that nobody knows by name, by its number. */
const nameOf = async (ctx: Ctx, cvr: string): Promise<string> => {
  const legal = ctx.db.selectFrom('companyPlace').where('cvr', '=', cvr).where('kind', '=', 'company').select('name')
  return (await legal.limit(1).executeTakeFirst())?.name ?? cvr
}
/** All that is written down against contacting a place in one way, with who has it. */
export const hindrancesOf = async (ctx: Ctx, companyId: number, channel: Channel): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select h.kind, h.source_id as source_id, h.until_on as until, k.due_on,
      case when k.kind = 'regular-contact' then nullif(k.cvr, (select o.cvr from place_key o where o.id = ${companyId})) end as old, h.person_id, p.name, p.school, p.email, p.phone
    from contact_hindrances(${ctx.centreId}, ${companyId}, ${channel}) h
    left join contact_mark k on k.centre_id = ${ctx.centreId} and k.kind = h.kind and k.source_id = h.source_id
    left join member_ever p on p.centre_id = ${ctx.centreId} and p.person_id = h.person_id
    order by h.rank, h.until_on desc nulls first, h.source_id`.execute(ctx.db)
  return Promise.all(rows.map(async (row) => (row.old === null ? row : { ...row, old: await nameOf(ctx, row.old) })))
}

/** Whether the company, or this workplace of it, has said yes to mail. */
export const consentsToMail = async (ctx: Ctx, { id, cvr }: { id: number; cvr: string }): Promise<boolean> =>
  (await ctx.db
    .selectFrom('contactBasisNow')
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('channel', '=', 'mail')
    .where('basis', '=', 'consent')
    .where((eb) => eb.or([eb('companyId', 'is', null), eb('companyId', '=', id)]))
    .select('id')
    .limit(1)
    .executeTakeFirst()) !== undefined

const lastNo = hotOne((ctx, { cvr, phone }: { cvr: string; phone: string }) =>
  ctx.db
    .selectFrom('contactMark as k')
    .innerJoin('waitingPeriod as w', (join) =>
      join.onRef('w.centreId', '=', 'k.centreId').onRef('w.id', '=', 'k.sourceId'),
    )
    .select('w.fromOn as on')
    .where('k.centreId', '=', ctx.centreId)
    .where('k.phone', '=', phone)
    .where('k.cvr', '<>', cvr)
    .where('k.kind', '=', 'wait')
    .where('w.reason', 'in', ['later', 'not-interested'])
    .where(sql<boolean>`(k.ends_at is null or k.ends_at > app_now())`)
    .orderBy('k.since', 'desc')
    .limit(1),
)
/** The last no that was said on this number for another company, and stands: told to who calls, never a hindrance. */
export const lastNoOnNumber = async (ctx: Ctx, of: { cvr: string; phone: string | null }) =>
  of.phone === null ? null : ((await lastNo(ctx, { cvr: of.cvr, phone: of.phone })) ?? null)

// ---- Bases ---------------------------------------------------------------------------------------------
/** Bases that stand, newest first. */
export const basesOf = (ctx: Ctx, cvr: string) =>
  ctx.db
    .selectFrom('contactBasis as k')
    .innerJoin('personNamed as p', 'p.id', 'k.personId')
    .select([
      'k.id',
      'k.basis',
      'k.note',
      'p.name as who',
      'k.recordedAt',
      'k.channel',
      'k.companyId',
      'k.givenOn',
      'k.lapsesOn',
    ])
    .$narrowType<{ basis: BasisKind; channel: Channel }>()
    .where('k.centreId', '=', ctx.centreId)
    .where('k.cvr', '=', cvr)
    .where('k.withdrawnAt', 'is', null)
    .where('k.lapsesOn', '>', ctx.today)
    .orderBy('k.id', 'desc')
    .execute()

export const insertBasis = async (
  ctx: Ctx,
  given: {
    cvr: string
    companyId: number | null
    basis: BasisKind
    channel: Channel
    note: string
    givenOn: string
    lapsesOn: string
    personId: number
  },
): Promise<number> => {
  const { id } = await ctx.db
    .insertInto('contactBasis')
    .values({ ...given, centreId: ctx.centreId, recordedAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const endBasis = (ctx: Ctx, cvr: string, id: number, personId: number) =>
  ctx.db
    .updateTable('contactBasis')
    .set({ withdrawnAt: ctx.at, withdrawnBy: personId })
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returning(['basis', 'note'])
    .executeTakeFirst()
