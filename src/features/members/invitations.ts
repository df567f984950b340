import type { Ctx } from '#platform/context'
import { personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import type { Visitor } from '#platform/http/serve'
import { post } from '#platform/mail/outbox'
import { hashOfSecret, makeSecret } from '#platform/secret'
import { membersEvents } from './members-events.table.ts'
import * as m from '#texts'
import * as store from './invitations.sql.ts'
import type { Invitation } from './members.schema.ts'
import { centreName } from '../centre/centre.ts'
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

/** Does something as who holds an invitation's address, with what stands in it. Throws invitation-used. */
export const asInvited = <T>(
  visitor: Visitor,
  token: string,
  work: (ctx: Ctx, invitation: store.OpenInvitation) => Promise<T>,
): Promise<T> =>
  visitor.database.in(holder(visitor, token), async (ctx) => {
    const found = await store.openInvitation(ctx, hashOfSecret(token.replace(/^\d+-/, '')))
    if (!found) throw problem('invitation-used')
    return work(ctx, found)
  })

export const showInvitation = (visitor: Visitor, token: string) =>
  asInvited(visitor, token, (_, { name, email, centre, role }) => Promise.resolve({ name, email, centre, role }))

/** From here nobody else can take it. Throws invitation-used for who comes second. */
export const useInvitation = async (ctx: Ctx, id: number) => {
  if (!(await store.takeInvitation(ctx, id))) throw problem('invitation-used')
}
