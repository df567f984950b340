import { listSchools } from '../features/centre/centre.ts'
import { addMember, makeToken } from '../features/members/members.ts'
import { hashPassword } from '../features/sign-in/sign-in.ts'
import { system } from '../features/centre/centre.ts'
import { roles, schoolRoles } from '../features/centre/roles.ts'
import { StartRefused } from '#platform/config'
import type { Ctx } from '#platform/context'
import { makeSecret } from '#platform/secret'
import { isOneOf } from '#platform/typed.shared'
import { type Command, Used } from './used.ts'
import { chosenCentre, withStore } from './with-store.ts'

/** Makes a token for a member: API programs and scripts sign in with it. */
export const token: Command = (given) => {
  const email = given.values.user?.toLowerCase()
  if (!email) throw new Used('Say for whom: --user <e-mail>.')
  return withStore(given, async (store) => {
    const centreId = await chosenCentre(store, given)
    const member = await store.database.in(system(centreId), (ctx) => memberByEmail(ctx, email))
    if (!member) throw new StartRefused(`Nobody in the centre has the e-mail ${email}.`)
    const made = await store.database.in({ ...system(centreId), ...member }, (ctx) =>
      makeToken(ctx, given.values.name ?? 'command'),
    )
    return { json: { token: made.token, email, role: member.role }, text: made.token }
  })
}

const memberByEmail = (ctx: Ctx, email: string) =>
  ctx.db
    .selectFrom('memberNow as m')
    .select(['m.personId', 'm.schoolId', 'm.role'])
    .where('m.centreId', '=', ctx.centreId)
    .where('m.email', '=', email)
    .executeTakeFirst()

/** Makes a member with a password that is shown once; for the first administrator of a server without mail. */
export const user: Command = (given) => {
  const { email, name, role = '', school } = given.values
  if (!email || !name) throw new Used('Say --email and --name.')
  if (!isOneOf(roles, role)) throw new Used(`--role is one of: ${roles.join(', ')}.`)
  if (schoolRoles.includes(role) !== Boolean(school))
    throw new Used(`--school belongs with the roles ${schoolRoles.join(', ')}, and only with them.`)
  return withStore(given, async (store) => {
    const centreId = await chosenCentre(store, given)
    const password = makeSecret().secret.slice(0, 16)
    const passwordHash = await hashPassword(password)
    await store.database.in(system(centreId), async (ctx) => {
      const found = (await listSchools(ctx)).rows.find((row) => row.name === school)
      if (school && !found) throw new StartRefused(`The centre has no school named ${school}.`)
      await addMember(ctx, { email, name, role, schoolId: found?.id ?? null, passwordHash })
    })
    return { json: { email, role, password }, text: `${email} can sign in with the password ${password}` }
  })
}
