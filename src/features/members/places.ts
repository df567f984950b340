/** Another role, or another school, for someone who is here: as if he had left and been invited anew, without that he has to. */
import type { Ctx } from '#platform/context'
import { endCredentials } from '#platform/credentials'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { announceTo, recorder } from '#platform/events'
import { handOnAll, showLooseEnds } from '#platform/loose-ends'
import { post } from '#platform/mail/outbox'
import { languageOr } from '#platform/text/language'
import * as m from '#texts'
import { centreName } from '../centre/centre.ts'
import { carriesOn, grants, keepsHouse, leadsSchool, type Place, type Role } from '../centre/roles.ts'
import * as giving from './agreement.ts'
import { lockAddress } from './invitations.sql.ts'
import { membersEvents } from './members-events.table.ts'
import type { MemberChange, SeenPlace } from './members.schema.ts'
import * as store from './members.sql.ts'

const record = recorder(membersEvents)

type Asked = { role: Role; schoolId?: number | null | undefined }
const isSame = (one: Place, other: Place) => one.role === other.role && one.schoolId === other.schoolId

/** Who is meant, and the place he shall have: of both the asker must be able to give the place, and take it. Throws not-found, not-allowed. */
const meant = async (ctx: Ctx, id: number, asked: Asked) => {
  const member = await store.memberHere(ctx, id)
  if (!member) throw problem('not-found')
  if (!grants(ctx, member)) throw problem('not-allowed')
  const school = await giving.schoolFor(ctx, asked)
  const to: Place = { role: asked.role, schoolId: school?.id ?? null }
  if (!isSame(member, to) && !giving.mayGive(ctx, to)) throw problem('not-allowed')
  return { member, to }
}

/** Who comes to a school from outside waits for its leader's yes, and so does who comes to lead it: as if invited. */
const waitsThere = async (ctx: Ctx, from: store.Here, to: Place): Promise<boolean> => {
  const comes = from.schoolId !== to.schoolId || (leadsSchool(to) && !leadsSchool(from))
  return comes ? giving.mustWait(ctx, { ...to, agreedBy: giving.agreedBy(ctx, to) }) : from.schoolWaits
}

/** What would become of it: what stands open and goes to the coordinators, whether the school must agree. Throws not-found, not-allowed. */
export const showMemberChange = async (ctx: Ctx, id: number, asked: Asked): Promise<z.infer<typeof MemberChange>> => {
  const { member, to } = await meant(ctx, id, asked)
  const open = carriesOn(member, to) ? { rows: [], said: [] } : await showLooseEnds(ctx, member)
  return { ...open, waits: await waitsThere(ctx, member, to), signsOut: !isSame(member, to) }
}

const tellMember = async (ctx: Ctx, { name, email, language }: store.Here) => {
  const locale = { locale: languageOr(language) }
  const values = { name, centre: await centreName(ctx), link: `${ctx.house.baseUrl}/` }
  await post(ctx, {
    to: email,
    toName: name,
    subject: m.members_mail_changed_subject(values, locale),
    body: m.members_mail_changed_body(values, locale),
  })
}

/** What he had of the old place ends; his place in the centre, and what he has done, stay. Gives what stood open and was handed on. */
const moveTo = async (ctx: Ctx, member: store.Here, from: store.Locked, to: Place) => {
  const { memberId, personId, name, email } = member
  const waits = await waitsThere(ctx, member, to)
  const stays = to.schoolId !== null && from.schoolId === to.schoolId && waits === member.schoolWaits
  const anew =
    waits || to.schoolId === null ? { agreedAt: null, agreedBy: null } : { agreedAt: ctx.at, agreedBy: ctx.personId }
  const agreed = stays ? { agreedAt: from.agreedAt, agreedBy: from.agreedBy } : anew
  await store.setPlace(ctx, memberId, { role: from.role, schoolId: from.schoolId }, { ...to, ...agreed })
  if (keepsHouse(from)) await giving.refuseLastAdministrator(ctx)
  await endCredentials(ctx, { personId, email })
  const open = carriesOn(from, to) ? {} : await handOnAll(ctx, { personId }, null)
  await tellMember(ctx, member)
  if (from.schoolId !== to.schoolId)
    await giving.tellLeaders(ctx, { memberId, personId, name, email, schoolId: to.schoolId, waits })
  announceTo(ctx, ['*'], [personId])
  return open
}

type Wanted = Asked & { name: string; seen: z.infer<typeof SeenPlace> }
/**
 * Gives a member another role, another school, or his name as it is spelt. Whatever gave access as before ends; what he has open and cannot go
 * on with becomes the coordinators'. To what he is already: nothing. Throws not-found, not-allowed, first-leader-only, last-administrator,
 * changed-meanwhile for who saw it otherwise, and name-is-shared.
 */
export const changeMember = async (
  ctx: Ctx,
  id: number,
  { name, seen, ...asked }: Wanted,
): Promise<Record<string, never>> => {
  await store.lockChanges(ctx)
  if (!(await store.isStill(ctx))) throw problem('not-allowed')
  const { member, to } = await meant(ctx, id, asked)
  // In the order in which all who let in, send away or lead stand in line.
  await lockAddress(ctx, member.email)
  if (!isSame(member, to)) await giving.refuseWhoMayNot(ctx, to)
  if (keepsHouse(member)) await giving.lockKeepers(ctx)
  const now = await store.lockPlace(ctx, id)
  if (!now) throw problem('not-found')
  const moves = !isSame(now, to)
  if (!moves && now.name === name) return {}
  const theirs = { name: now.name, role: now.role, schoolId: now.schoolId }
  // Judged by what stood there when the line began, or seen on a page of before: it is another by now.
  if (!isSame(now, member) || !isSame(now, seen) || now.name !== seen.name)
    throw problem('changed-meanwhile', {}, { theirs, yours: { name, ...to } })
  if (now.name !== name && !(await store.setName(ctx, member.personId, name)))
    throw problem('name-is-shared', { name: now.name })
  const open = moves ? await moveTo(ctx, { ...member, name }, now, to) : {}
  await record(ctx, {
    verb: 'changed',
    subject: 'membership',
    subjectId: id,
    before: theirs,
    after: { name, ...to, open },
    topics: ['members', 'waiting'],
  })
  return {}
}
