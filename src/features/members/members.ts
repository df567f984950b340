import type { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import { handOnAll, showLooseEnds } from '#platform/loose-ends'
import type { Me } from './access.schema.ts'
import type { Member } from './members.schema.ts'
import { homeOf, type Role } from '../centre/roles.ts'

/** What my role may do at all, read from the endpoints' own `can`: pages show no way that the server would refuse. */
const verbsOf = ({ house, role }: Ctx) =>
  house.rooms
    .flatMap(({ routes }) => routes.map(({ endpoint }) => endpoint))
    .filter(({ can }) => can === 'anyone' || (Array.isArray(can) && can.includes(role)))
    .map(({ name }) => name)

export { hashPassword } from './password.ts'
export { makeToken } from './tokens.ts'

/** Who I am here, with my centre and school. */
export const showMe = async (ctx: Ctx): Promise<z.infer<typeof Me>> => {
  const row = await ctx.db
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.personId')
    .innerJoin('centreNow as c', 'c.id', 'm.centreId')
    .leftJoin('schoolNow as s', (join) => join.onRef('s.centreId', '=', 'm.centreId').onRef('s.id', '=', 'm.schoolId'))
    .select([
      'p.id',
      'p.name',
      'p.email',
      'p.language',
      'c.id as centreId',
      'c.name as centreName',
      'm.role',
      's.id as schoolId',
      's.name as schoolName',
    ])
    .where('m.centreId', '=', ctx.centreId)
    .where('m.personId', '=', ctx.personId)
    .executeTakeFirst()
  if (!row) throw problem('not-signed-in')
  return {
    person: { id: row.id, name: row.name, email: row.email, language: row.language as 'da' | 'en' },
    centre: { id: row.centreId, name: row.centreName },
    role: row.role as Role,
    school: row.schoolId === null || row.schoolName === null ? null : { id: row.schoolId, name: row.schoolName },
    home: homeOf(row.role),
    may: verbsOf(ctx),
    demo: ctx.house.demo,
  }
}

export const changeLanguage = async (ctx: Ctx, language: 'da' | 'en') => {
  await ctx.db.updateTable('person').set({ language }).where('id', '=', ctx.personId).execute()
  return {}
}

export const listMembers = async (ctx: Ctx, role?: Role): Promise<{ rows: z.infer<typeof Member>[] }> => {
  const found = await ctx.db
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.personId')
    .leftJoin('schoolNow as s', (join) => join.onRef('s.centreId', '=', 'm.centreId').onRef('s.id', '=', 'm.schoolId'))
    .select([
      'm.id',
      'm.personId',
      'p.name',
      'p.email',
      'm.phone',
      'm.title',
      'm.role',
      's.id as schoolId',
      's.name as schoolName',
      'm.leftAt',
    ])
    .where('m.centreId', '=', ctx.centreId)
    .$if(role !== undefined, (query) => query.where('m.role', '=', role ?? ''))
    .orderBy('p.name')
    .execute()
  return {
    rows: found.map(({ schoolId, schoolName, role: held, ...rest }) => ({
      ...rest,
      role: held as Role,
      school: schoolId === null || schoolName === null ? null : { id: schoolId, name: schoolName },
    })),
  }
}

export type NewMember = {
  name: string
  email: string
  role: Role
  schoolId?: number | null
  title?: string | null
  phone?: string | null
  knows?: string | null
  passwordHash?: string | null
  language?: 'da' | 'en'
}

/** Makes the person if new, and a member of this centre; someone who left comes back. */
export const addMember = async (ctx: Ctx, given: NewMember): Promise<{ id: number; personId: number }> => {
  const person = await ctx.db
    .insertInto('person')
    .values({
      email: given.email.toLowerCase(),
      name: given.name,
      passwordHash: given.passwordHash ?? null,
      language: given.language ?? 'da',
      createdAt: ctx.at,
    })
    .onConflict((conflict) =>
      conflict
        .column('email')
        .doUpdateSet((eb) => ({ passwordHash: eb.fn.coalesce('person.passwordHash', 'excluded.passwordHash') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const held = {
    role: given.role,
    schoolId: given.schoolId ?? null,
    title: given.title ?? null,
    phone: given.phone ?? null,
    knows: given.knows ?? null,
    joinedAt: ctx.at,
    leftAt: null,
  }
  const member = await ctx.db
    .insertInto('membership')
    .values({ centreId: ctx.centreId, personId: person.id, ...held })
    .onConflict((conflict) =>
      conflict.columns(['centreId', 'personId']).doUpdateSet(held).where('membership.leftAt', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst()
  if (!member) throw problem('already-exists', { what: given.email })
  await record(ctx, {
    verb: 'joined',
    subject: 'membership',
    subjectId: member.id,
    after: { role: given.role, schoolId: given.schoolId ?? null },
    topics: ['members'],
  })
  return { id: member.id, personId: person.id }
}

/** What would be left open if someone left now. Throws not-found for who is not here. */
export const showMemberLooseEnds = async (ctx: Ctx, id: number) => {
  const member = await ctx.db
    .selectFrom('membership')
    .select('personId')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (!member) throw problem('not-found')
  return showLooseEnds(ctx, member)
}

/** Someone leaves: sessions and tokens end at once, what stands open goes to the coordinators. */
export const endMembership = async (ctx: Ctx, id: number): Promise<Record<string, never>> => {
  const member = await ctx.db
    .updateTable('membership')
    .set({ leftAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('leftAt', 'is', null)
    .returning(['personId', 'role'])
    .executeTakeFirst()
  if (!member) throw problem('not-found')
  if (member.role === 'administrator') await refuseLastAdministrator(ctx)
  await ctx.db
    .deleteFrom('session')
    .where('personId', '=', member.personId)
    .where('centreId', '=', ctx.centreId)
    .execute()
  await ctx.db
    .updateTable('token')
    .set({ revokedAt: ctx.at })
    .where('personId', '=', member.personId)
    .where('centreId', '=', ctx.centreId)
    .where('revokedAt', 'is', null)
    .execute()
  const open = await handOnAll(ctx, { personId: member.personId }, null)
  await record(ctx, {
    verb: 'left',
    subject: 'membership',
    subjectId: id,
    after: { open },
    topics: ['members', 'waiting'],
  })
  return {}
}

const refuseLastAdministrator = async (ctx: Ctx) => {
  // Two administrators who send each other away at once: both wait here, the second sees that none would be left.
  const left = await ctx.db
    .selectFrom('membership')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('role', '=', 'administrator')
    .forUpdate()
    .execute()
  const active = await ctx.db
    .selectFrom('membership')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('role', '=', 'administrator')
    .where('leftAt', 'is', null)
    .execute()
  if (left.length > 0 && active.length === 0) throw problem('last-administrator')
}
