import type { Ctx } from '#platform/context'
import { personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import type { Visitor } from '#platform/http/serve'
import { post } from '#platform/mail/outbox'
import { membersEvents } from './members-events.table.ts'
import * as m from '#texts'
import { beginSession, countTry, homeOf, personByEmail } from '../sign-in/sign-in.ts'
import { centreName } from '../sign-in/sign-in.sql.ts'
import * as store from './invitations.sql.ts'
import type { Invitation } from './members.schema.ts'
import { addMember } from './members.ts'
import { hashOfSecret, hashPassword, makeSecret, passwordFits } from '../sign-in/password.ts'
import { grants, type Role, schoolRoles } from '../centre/roles.ts'

const record = recorder(membersEvents)

const validDays = 14
type Given = {
  name: string
  email: string
  role: Role
  schoolId?: number | null | undefined
  phone?: string | undefined
  title?: string | undefined
}

const schoolFor = async (ctx: Ctx, { role, schoolId }: Given) => {
  const belongs = schoolRoles.includes(role)
  if (!schoolId) return null
  const school = await store.schoolById(ctx, schoolId)
  if (!school || !belongs) throw problem('not-found')
  return school
}

/** Invites by e-mail; the address in the mail is given once and stored only as a hash. Throws not-allowed for a role one cannot give. */
export const invite = async (ctx: Ctx, given: Given): Promise<z.infer<typeof Invitation>> => {
  if (!grants(ctx.role, given.role)) throw problem('not-allowed')
  const school = await schoolFor(ctx, given)
  const member = await store.memberWith(ctx, given.email)
  if (member) throw problem('already-exists', { what: given.email })
  const { secret, hash } = makeSecret()
  const expiresAt = ctx.now.add({ hours: 24 * validDays }).toString({ fractionalSecondDigits: 3 })
  const row = await store.insertInvitation(ctx, {
    hash,
    email: given.email,
    name: given.name,
    role: given.role,
    schoolId: school?.id ?? null,
    phone: given.phone ?? null,
    title: given.title ?? null,
    invitedBy: personOf(ctx),
    expiresAt,
  })
  const centre = await centreName(ctx)
  const locale = { locale: ctx.language }
  await post(ctx, {
    to: given.email,
    toName: given.name,
    subject: m.members_invitation_subject({ centre }, locale),
    body: m.members_invitation_body(
      {
        name: given.name,
        centre,
        url: `${ctx.house.baseUrl}/invitation/${ctx.centreId}-${secret}`,
        days: validDays,
      },
      locale,
    ),
  })
  await record(ctx, {
    verb: 'invited',
    subject: 'invitation',
    subjectId: row.id,
    after: { role: given.role, schoolId: school?.id ?? null },
    topics: ['invitations'],
  })
  return { id: row.id, email: given.email, name: given.name, role: given.role, school: school?.name ?? null, expiresAt }
}

export const listInvitations = async (ctx: Ctx): Promise<{ rows: z.infer<typeof Invitation>[] }> => ({
  rows: await store.openInvitations(ctx),
})

/** Someone who holds an invitation's address: nobody yet, in the centre that the address names. */
const holder = (visitor: Visitor, token: string) => ({
  centreId: Number.parseInt(token, 10) || 0,
  personId: null,
  schoolId: null,
  role: 'invited',
  source: 'link' as const,
  language: visitor.language,
})
const hashOf = (token: string) => hashOfSecret(token.replace(/^\d+-/, ''))

const openInvitation = async (ctx: Ctx, token: string) => {
  const found = await store.openInvitation(ctx, hashOf(token))
  if (!found) throw problem('invitation-used')
  return found
}

export const showInvitation = (visitor: Visitor, token: string) =>
  visitor.database.in(holder(visitor, token), async (ctx) => {
    const { name, email, centre, role } = await openInvitation(ctx, token)
    return { name, email, centre, role }
  })

/**
 * Someone who is known already proves it with the password he has: whoever can read a centre's mails must not become him,
 * here or in another centre. Without a password he may choose one only when he belongs nowhere. Throws wrong-password.
 */
const refuseStranger = async ({ database }: Visitor, email: string, password: string) => {
  const person = await personByEmail(database, email)
  if (!person) return
  await countTry(database, email)
  const fits = person.passwordHash
    ? await passwordFits(password, person.passwordHash)
    : (await homeOf(database, person.id)) === undefined
  if (!fits) throw problem('wrong-password')
}

/** Takes the invitation, once: two who press at the same time get one membership. */
export const acceptInvitation = async (visitor: Visitor, token: string, given: { name: string; password: string }) => {
  const { email } = await visitor.database.in(holder(visitor, token), (ctx) => openInvitation(ctx, token))
  await refuseStranger(visitor, email, given.password)
  const passwordHash = await hashPassword(given.password)
  const joined = await visitor.database.in(holder(visitor, token), async (ctx) => {
    const found = await openInvitation(ctx, token)
    if (!(await store.takeInvitation(ctx, found.id))) throw problem('invitation-used')
    const { personId } = await addMember(ctx, {
      ...found,
      name: given.name,
      passwordHash,
      language: visitor.language,
    })
    return { personId, centreId: ctx.centreId }
  })
  return beginSession(visitor, joined.personId, joined.centreId)
}
