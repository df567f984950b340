import type { Ctx } from '#platform/context'
import { personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { announce, recorder } from '#platform/events'
import type { Visitor } from '#platform/http/serve'
import { endLetters, post } from '#platform/mail/outbox'
import type { Holder } from '#platform/room'
import { hashOfSecret, makeSecret } from '#platform/secret'
import { waitSaid } from '#platform/text/danish'
import { membersEvents } from './members-events.table.ts'
import * as m from '#texts'
import * as store from './invitations.sql.ts'
import type { Invitation, SentInvitation } from './members.schema.ts'
import { centreName, showNames } from '../centre/centre.ts'
import type { Role } from '../centre/roles.ts'
import { agreedBy, mayGive, refuseWhoMayNot, schoolFor } from './agreement.ts'

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

/** In a day: to one address by anyone, and by one person to anyone. A centre begins with a hundred people at most. */
const most = { to: 10, by: 150 }
const hours = 24

/** Counts one more, which goes out with the transaction. Throws too-many-mails, with the time until the next may go. */
export const refuseTooMany = async (ctx: Ctx, email: string) => {
  const personId = personOf(ctx)
  const since = ctx.now.subtract({ hours })
  await store.lockSender(ctx, personId)
  const full = [
    await store.nthSince(ctx, { email }, since.toString(), most.to),
    await store.nthSince(ctx, { sentBy: personId }, since.toString(), most.by),
  ]
  const [oldest] = full.filter((at) => at !== undefined).toSorted((a, b) => b.localeCompare(a))
  if (oldest !== undefined) throw problem('too-many-mails', waitSaid(since, oldest, ctx.language))
  await store.insertSending(ctx, email, personId)
}

const pathOf = (ctx: Ctx, secret: string) => `/invitation/${ctx.centreId}-${secret}`

const freshSecret = (ctx: Ctx) => ({
  ...makeSecret(),
  expiresAt: ctx.now.add({ hours: 24 * validDays }).toString({ fractionalSecondDigits: 3 }),
})

/** Writes the mail. Gives the address itself only where no mail can be sent: then who invites hands it over, this once. */
const send = async (ctx: Ctx, { id, name, email }: { id: number; name: string; email: string }, secret: string) => {
  const centre = await centreName(ctx)
  const locale = { locale: ctx.language }
  const url = ctx.house.baseUrl + pathOf(ctx, secret)
  await post(ctx, {
    to: email,
    toName: name,
    subject: m.members_invitation_subject({ centre }, locale),
    body: m.members_invitation_body({ name, centre, url, days: validDays }, locale),
    brings: { kind: 'invitation', id },
  })
  return ctx.house.mail ? null : url
}

const unread = { copiedAt: null, openedAt: null }

const tell = (
  ctx: Ctx,
  verb: keyof typeof membersEvents.invitation,
  id: number,
  after: { role: Role; schoolId: number | null },
) => record(ctx, { verb, subject: 'invitation', subjectId: id, after, topics: ['invitations'] })

const withdrawAll = async (ctx: Ctx, email: string) => {
  const ended = await store.withdrawInvitationsTo(ctx, email)
  await endLetters(
    ctx,
    'invitation',
    ended.map(({ id }) => id),
  )
}

/**
 * Invites by e-mail; the address in the mail is given once and stored only as a hash. What was open to the same person before is over.
 * Throws not-allowed for a role one cannot give, first-leader-only, too-many-mails.
 */
export const invite = async (ctx: Ctx, given: Given): Promise<z.infer<typeof SentInvitation>> => {
  const { name, email, role } = given
  const school = await schoolFor(ctx, given)
  const place = { role, schoolId: school?.id ?? null }
  if (!mayGive(ctx, place)) throw problem('not-allowed')
  await store.lockAddress(ctx, email)
  if (await store.memberWith(ctx, email)) throw problem('already-exists', { what: email })
  await withdrawAll(ctx, email)
  await refuseWhoMayNot(ctx, place)
  await refuseTooMany(ctx, email)
  const { secret, hash, expiresAt } = freshSecret(ctx)
  const { id } = await store.insertInvitation(ctx, {
    hash,
    email,
    name,
    ...place,
    agreedBy: agreedBy(ctx, place),
    phone: given.phone ?? null,
    title: given.title ?? null,
    invitedBy: personOf(ctx),
    expiresAt,
  })
  const url = await send(ctx, { ...given, id }, secret)
  await tell(ctx, 'invited', id, place)
  return { id, email, name, role, school: school?.name ?? null, expiresAt, ...unread, url }
}

/** The same once more, with a new address: the mail was lost, or it ran out; the school's yes goes with who sends. Throws not-found for what is answered or withdrawn. */
export const sendInvitationAgain = async (ctx: Ctx, id: number): Promise<z.infer<typeof SentInvitation>> => {
  const found = await store.unanswered(ctx, id)
  if (!found || !mayGive(ctx, found)) throw problem('not-found')
  const { email, name, role, schoolId } = found
  await store.lockAddress(ctx, email)
  await refuseWhoMayNot(ctx, { role, schoolId }, id)
  await refuseTooMany(ctx, email)
  const { secret, hash, expiresAt } = freshSecret(ctx)
  if (!(await store.renewInvitation(ctx, id, { hash, expiresAt, agreedBy: agreedBy(ctx, found) })))
    throw problem('not-found')
  await endLetters(ctx, 'invitation', [id])
  const url = await send(ctx, found, secret)
  await tell(ctx, 'sent-again', id, { role, schoolId })
  const school = schoolId === null ? undefined : await store.schoolById(ctx, schoolId)
  return { id, email, name, role, school: school?.name ?? null, expiresAt, ...unread, url }
}

/** Its link was copied by who hands it over. Throws not-found for what is answered or withdrawn. */
export const noteInvitationCopied = async (ctx: Ctx, id: number): Promise<Record<string, never>> => {
  const copied = await store.noteCopied(ctx, id)
  if (!copied || !mayGive(ctx, copied)) throw problem('not-found')
  announce(ctx, ['invitations'])
  return {}
}

/** From now on its address opens nothing. Throws not-found for what is answered or withdrawn. */
export const withdrawInvitation = async (ctx: Ctx, id: number): Promise<Record<string, never>> => {
  const withdrawn = await store.withdrawInvitation(ctx, id)
  if (!withdrawn || !mayGive(ctx, withdrawn)) throw problem('not-found')
  await endLetters(ctx, 'invitation', [id])
  await tell(ctx, 'withdrawn', id, withdrawn)
  return {}
}

/** With a place in the centre, and when it is left, every other invitation to that address is over. */
export const endInvitationsOf = async (ctx: Ctx, { email }: Holder) => {
  await store.lockAddress(ctx, email)
  await withdrawAll(ctx, email)
}

export const listInvitations = async (ctx: Ctx): Promise<{ rows: z.infer<typeof Invitation>[] }> => ({
  rows: (await store.openInvitations(ctx)).filter((one) => mayGive(ctx, one)),
})

/** Someone who holds an invitation's address: nobody yet, in the centre that the address names; 0 where none can be meant. */
const holder = (visitor: Visitor, token: string) => ({
  centreId: Number(/^([1-9]\d{0,8})-/.exec(token)?.[1] ?? 0),
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

export const showInvitation = async (visitor: Visitor, token: string) => {
  const { id, openedAt, ...shown } = await asInvited(
    visitor,
    token,
    async (ctx, { id, openedAt, name, email, centre, role }) => ({
      ...{ id, openedAt, name, email, centre, role },
      word: (await showNames(ctx)).roles[role] ?? null,
    }),
  )
  if (openedAt === null)
    await visitor.database.noteReading(holder(visitor, token), async (ctx) => {
      await store.noteOpened(ctx, id)
      announce(ctx, ['invitations'])
    })
  return shown
}

/** From here nobody else can take it. Throws invitation-used for who comes second. */
export const useInvitation = async (ctx: Ctx, { id, email }: { id: number; email: string }) => {
  await store.lockAddress(ctx, email)
  if (!(await store.takeInvitation(ctx, id))) throw problem('invitation-used')
  await endLetters(ctx, 'invitation', [id])
}
