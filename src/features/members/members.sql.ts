import { sql } from 'kysely'
import type { Ctx, HouseCtx } from '#platform/context'
import { hotOne } from '#platform/db/hot'
import type { Language } from '#platform/text/language'
import type { Place, Role } from '../centre/roles.ts'

const role = sql<Role>`role`.as('role')
const schoolOf = <R extends { schoolId: number | null; school: string | null }>({ schoolId, school, ...rest }: R) => ({
  ...rest,
  school: schoolId === null || school === null ? null : { id: schoolId, name: school },
})

/** Who asks, in this centre; also someone who has just left. */
export const memberWhoAsks = async (ctx: Ctx) => {
  const row = await ctx.db
    .selectFrom('memberEver as m')
    .innerJoin('centreNow as c', 'c.id', 'm.centreId')
    .select(['m.personId', 'm.name', 'm.email', 'c.id as centreId', 'c.name as centreName', 'm.schoolId', 'm.school'])
    .select(['m.language', 'm.schoolWaits', role])
    .where('m.centreId', '=', ctx.centreId)
    .where('m.personId', '=', ctx.personId)
    .executeTakeFirst()
  return row && schoolOf(row)
}

export const setLanguage = (ctx: Ctx, language: Language) =>
  ctx.db.updateTable('person').set({ language }).where('id', '=', ctx.personId).execute()

/** Everyone who works here or has, by name. */
export const memberRows = async (ctx: Ctx, held?: Role) => {
  const rows = await ctx.db
    .selectFrom('memberEver as m')
    .select([
      'm.memberId as id',
      'm.personId',
      'm.name',
      'm.email',
      'm.phone',
      'm.title',
      'm.schoolId',
      'm.school',
      'm.leftAt',
      'm.schoolWaits',
    ])
    .select(role)
    .where('m.centreId', '=', ctx.centreId)
    .$if(held !== undefined, (query) => query.where('m.role', '=', held ?? ''))
    .orderBy('m.name')
    .execute()
  return rows.map(schoolOf)
}

export const personByEmail = ({ db }: HouseCtx, email: string) =>
  db.selectFrom('person').select(['id', 'passwordHash']).where('email', '=', email).executeTakeFirst()

const here = hotOne((ctx, { personId }: { personId: number }) =>
  ctx.db
    .selectFrom('memberNow')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .select(['personId', 'schoolId', 'role', 'name', 'email', 'language', 'school', 'phone']),
)
/** Someone of the centre who is here. */
export const memberNow = (ctx: Ctx, personId: number) => here(ctx, { personId })

/** Who asks, with what a password must not be made of. */
export const aboutPerson = (ctx: Ctx) =>
  ctx.db
    .selectFrom('person as p')
    .innerJoin('memberNow as m', 'm.personId', 'p.id')
    .innerJoin('centreNow as c', 'c.id', 'm.centreId')
    .select(['p.email', 'p.name', 'p.passwordHash', 'c.name as centre'])
    .where('m.centreId', '=', ctx.centreId)
    .where('p.id', '=', ctx.personId)
    .executeTakeFirstOrThrow()

/** Undefined when it has been changed meanwhile. */
export const setPassword = ({ db }: HouseCtx, id: number, { from, to }: { from: string | null; to: string }) =>
  db
    .updateTable('person')
    .set({ passwordHash: to })
    .where('id', '=', id)
    .where('passwordHash', 'is not distinct from', from)
    .returning('id')
    .executeTakeFirst()

/** The person with this e-mail, made when new; who has no password yet gets this one. */
export const upsertPerson = (
  ctx: Ctx,
  person: { email: string; name: string; passwordHash: string | null; language: Language },
) =>
  ctx.db
    .insertInto('person')
    .values({ ...person, createdAt: ctx.at })
    .onConflict((conflict) =>
      conflict
        .column('email')
        .doUpdateSet((eb) => ({ passwordHash: eb.fn.coalesce('person.passwordHash', 'excluded.passwordHash') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()

type Held = {
  role: Role
  schoolId: number | null
  title: string | null
  phone: string | null
  knows: string | null
  agreedAt: string | null
  agreedBy: number | null
}
/** A member of the centre; someone who left comes back. Undefined for who is here already. */
export const insertMember = (ctx: Ctx, personId: number, given: Held) => {
  const held = { ...given, joinedAt: ctx.at, leftAt: null }
  return ctx.db
    .insertInto('membership')
    .values({ centreId: ctx.centreId, personId, ...held })
    .onConflict((conflict) =>
      conflict.columns(['centreId', 'personId']).doUpdateSet(held).where('membership.leftAt', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst()
}

/** What someone was before he came back as something else. */
export const keepFormerPlace = (ctx: Ctx, personId: number) =>
  ctx.db
    .insertInto('formerPlace')
    .columns(['centreId', 'membershipId', 'role', 'schoolId', 'endedAt'])
    .expression((eb) =>
      eb
        .selectFrom('membership')
        .select((one) => [
          'centreId',
          'id',
          'role',
          'schoolId',
          one.fn.coalesce('leftAt', one.val(ctx.at)).as('endedAt'),
        ])
        .where('centreId', '=', ctx.centreId)
        .where('personId', '=', personId)
        .where('leftAt', 'is not', null),
    )
    .execute()

/** Who is here now, by the number of his place. */
export type Here = NonNullable<Awaited<ReturnType<typeof memberHere>>>
export const memberHere = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('memberNow')
    .select(['memberId', 'personId', 'name', 'email', 'language', 'schoolId', 'schoolWaits', role])
    .where('centreId', '=', ctx.centreId)
    .where('memberId', '=', id)
    .executeTakeFirst()

export const placeHeldBy = (ctx: Ctx, personId: number) =>
  ctx.db
    .selectFrom('memberNow')
    .select(['memberId', role])
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .executeTakeFirst()

export const markLeft = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('membership')
    .set({ leftAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('leftAt', 'is', null)
    .returning((eb) => [
      'personId',
      'schoolId',
      sql<Role>`role`.as('role'),
      eb
        .selectFrom('person')
        .select('email')
        .whereRef('person.id', '=', 'membership.personId')
        .$asScalar()
        .$notNull()
        .as('email'),
    ])
    .executeTakeFirst()

const inRoles = (ctx: Ctx, roles: readonly Role[]) =>
  ctx.db.selectFrom('membership').select('id').where('centreId', '=', ctx.centreId).where('role', 'in', roles)
/** Every row of these roles, gone or not, until the end of the transaction. */
export const lockInRoles = (ctx: Ctx, roles: readonly Role[]) => inRoles(ctx, roles).orderBy('id').forUpdate().execute()
export const hereInRoles = (ctx: Ctx, roles: readonly Role[]) =>
  inRoles(ctx, roles).where('leftAt', 'is', null).execute()

// ---- Another place for who is here --------------------------------------------------------------------------------------
/** Until the end of the transaction nobody else in the centre is made something else: who has just been so himself gives no place any more. */
export const lockChanges = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtext('members change'), ${ctx.centreId}::int)`.execute(ctx.db)
/** Whether who asks is still what he was when he asked. */
export const isStill = async ({ db, centreId, personId, role }: Ctx): Promise<boolean> => {
  const found = await db
    .selectFrom('memberNow')
    .select('memberId')
    .where('centreId', '=', centreId)
    .where('personId', '=', personId)
    .where('role', '=', role)
    .executeTakeFirst()
  return found !== undefined
}

/** What someone here is, held until the end of the transaction; undefined when he has left meanwhile. */
export const lockPlace = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.personId')
    .select(['p.name', 'm.schoolId', 'm.agreedAt', 'm.agreedBy', sql<Role>`m.role`.as('role')])
    .where('m.centreId', '=', ctx.centreId)
    .where('m.id', '=', id)
    .where('m.leftAt', 'is', null)
    .forUpdate('m')
    .executeTakeFirst()

export type Locked = NonNullable<Awaited<ReturnType<typeof lockPlace>>>

type Agreed = { agreedAt: string | null; agreedBy: number | null }
export const setPlace = async (ctx: Ctx, id: number, from: Place, to: Place & Agreed) => {
  await ctx.db
    .insertInto('formerPlace')
    .values({ ...from, centreId: ctx.centreId, membershipId: id, endedAt: ctx.at, endedBy: ctx.personId })
    .execute()
  await ctx.db.updateTable('membership').set(to).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()
}

/** False for someone who belongs to another centre too: there he has the same name. */
export const setName = async (ctx: Ctx, personId: number, name: string): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('person')
    .set({ name })
    .where('id', '=', personId)
    .where(sql<boolean>`not unsafe_belongs_elsewhere(${personId}, ${ctx.centreId})`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
