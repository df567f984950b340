/** Front door: people of the centre, how they come in and go, and what is theirs alone. */
import type { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import type { Holder } from '#platform/room'
import type { Database } from '#platform/db/open'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { refusalOf } from '#platform/http/exchange'
import type { TakenOut } from '#platform/http/export-list'
import type { Visitor } from '#platform/http/serve'
import { endCredentials } from '#platform/credentials'
import { handOnAll, showLooseEnds } from '#platform/loose-ends'
import { houseLanguage, type Language, languageOr } from '#platform/text/language'
import { membersEvents } from './members-events.table.ts'
import type { Role } from '../centre/roles.ts'
import { mustWait, refuseLastAdministrator, tellLeaders } from './agreement.ts'
import { asInvited, useInvitation } from './invitations.ts'
import type { Me, Member } from './members.schema.ts'
import { showNames } from '../centre/centre.ts'
import { grants, homeOf, keepers, keepsHouse, leadsSchool, type Place } from '../centre/roles.ts'
import * as store from './members.sql.ts'

export { agreeToMember } from './agreement.ts'
export { changeMember, showMemberChange } from './places.ts'
export { refuseTooMany, showInvitation } from './invitations.ts'
export { askerFrom, makeToken, proofOfToken } from './tokens.ts'
export { aboutPerson, memberNow, setPassword } from './members.sql.ts'

const record = recorder(membersEvents)

/** What my role may do at all, read from the endpoints' own `can`: pages show no way that the server would refuse. */
const verbsOf = (ctx: Ctx) =>
  ctx.house.rooms
    .flatMap(({ routes }) => routes.map(({ endpoint }) => endpoint))
    .filter((endpoint) => endpoint.can !== 'public' && !refusalOf(endpoint, ctx))
    .map(({ name }) => name)

/** Someone of any centre, before anyone is known; the hash is for whoever judges passwords. */
export const personByEmail = (database: Database, email: string) =>
  database.beforeSignIn((ctx) => store.personByEmail(ctx, email))

/** Who I am here, with my centre and school. */
export const showMe = async (ctx: Ctx): Promise<z.infer<typeof Me>> => {
  const [found, { hasCouncil, councilName: council, host, roles }] = await Promise.all([
    store.memberWhoAsks(ctx),
    showNames(ctx),
  ])
  if (!found) throw problem('not-signed-in')
  const { personId, name, email, language, centreId, centreName, role, school, schoolWaits } = found
  return {
    person: { id: personId, name, email, language: languageOr(language) },
    centre: { id: centreId, name: centreName },
    words: { hasCouncil, council, host, roles },
    role,
    school,
    schoolWaits,
    home: homeOf(role),
    may: verbsOf(ctx),
    demo: ctx.house.demo,
    mails: ctx.house.mail !== null,
  }
}

export const changeMyLanguage = async (ctx: Ctx, language: Language) => {
  await store.setLanguage(ctx, language)
  return {}
}

const abilities = (ctx: Ctx, place: Place, waits: boolean): z.infer<typeof Member>['can'] => ({
  leave: grants(ctx, place),
  change: grants(ctx, place),
  agree: waits && place.schoolId === ctx.schoolId && leadsSchool(ctx),
})

const nothing = { leave: false, change: false, agree: false }

/** Everyone who works here or has, and what waits for a school to agree. */
export const listMembers = async (ctx: Ctx, held?: Role): Promise<{ rows: z.infer<typeof Member>[] }> => {
  const rows = await store.memberRows(ctx, held)
  return {
    rows: rows.map((row) => {
      const schoolWaits = row.schoolWaits && row.leftAt === null
      const can = abilities(ctx, { role: row.role, schoolId: row.school?.id ?? null }, schoolWaits)
      return { ...row, schoolWaits, can: row.leftAt === null ? can : nothing }
    }),
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
  language?: Language
  /** The school's leader has not agreed yet. */
  waits?: boolean
  /** Who agreed for the school; whoever makes the member, without. */
  agreedBy?: number | null
}

/** Makes the person if new, and a member of this centre; someone who left comes back, and nothing that let him in before does again. */
export const addMember = async (ctx: Ctx, given: NewMember): Promise<{ id: number; personId: number }> => {
  const { name, role, schoolId = null, title = null, phone = null, knows = null } = given
  const { passwordHash = null, language = houseLanguage, waits = false } = given
  const agreed = waits || schoolId === null ? null : ctx.at
  const agreedBy = agreed === null ? null : (given.agreedBy ?? ctx.personId)
  const person = await store.upsertPerson(ctx, { email: given.email.toLowerCase(), name, passwordHash, language })
  await store.keepFormerPlace(ctx, person.id)
  const member = await store.insertMember(ctx, person.id, {
    role,
    schoolId,
    title,
    phone,
    knows,
    agreedAt: agreed,
    agreedBy,
  })
  if (!member) throw problem('already-exists', { what: given.email })
  await endCredentials(ctx, { personId: person.id, email: given.email.toLowerCase() })
  await record(ctx, {
    verb: 'joined',
    subject: 'membership',
    subjectId: member.id,
    after: { role, schoolId },
    topics: ['members'],
  })
  return { id: member.id, personId: person.id }
}

/** Who was invited comes in, once: two who press at the same time get one membership. Throws invitation-used. */
export const takeInvitation = (visitor: Visitor, token: string, given: { name: string; passwordHash: string }) =>
  asInvited(visitor, token, async (ctx, found) => {
    await useInvitation(ctx, found)
    const waits = await mustWait(ctx, found)
    const { id, personId } = await addMember(ctx, { ...found, ...given, waits, language: visitor.language })
    await tellLeaders(ctx, { ...found, memberId: id, personId, name: given.name, waits })
    return { personId, centreId: ctx.centreId }
  })

/** Who may give a role at a school may take it, and nobody else. Throws not-allowed. */
const refuseForeign = (ctx: Ctx, place: Place) => {
  if (!grants(ctx, place)) throw problem('not-allowed')
}

/** What would be left open if someone left now. Throws not-found for who is not here. */
export const showMemberLooseEnds = async (ctx: Ctx, id: number) => {
  const member = await store.memberHere(ctx, id)
  if (!member) throw problem('not-found')
  refuseForeign(ctx, member)
  return showLooseEnds(ctx, member)
}

/** Someone leaves: whatever gave access ends at once; what stands open goes to the coordinators. */
export const endMembership = async (ctx: Ctx, id: number): Promise<Record<string, never>> => {
  const member = await store.markLeft(ctx, id)
  if (!member) throw problem('not-found')
  refuseForeign(ctx, member)
  await leave(ctx, id, member)
  return {}
}
/** The day that was announced has come: nobody presses. Who is the last that keeps the house stays until there is another. */
export const endPlaceOf = async (ctx: Ctx, personId: number): Promise<void> => {
  const here = await store.placeHeldBy(ctx, personId)
  if (!here || (keepsHouse(here) && (await store.hereInRoles(ctx, keepers)).length === 1)) return
  const member = await store.markLeft(ctx, here.memberId)
  if (member) await leave(ctx, here.memberId, member)
}

const leave = async (ctx: Ctx, id: number, member: Place & Holder): Promise<void> => {
  if (keepsHouse(member)) await refuseLastAdministrator(ctx)
  await endCredentials(ctx, member)
  const open = await handOnAll(ctx, { personId: member.personId }, null)
  await record(ctx, {
    verb: 'left',
    subject: 'membership',
    subjectId: id,
    after: { open },
    topics: ['members', 'waiting'],
  })
}

/** A list that somebody has taken out of the house as a file: which, and how much of it. */
export const recordTakenOut = (ctx: Ctx, taken: TakenOut): Promise<void> =>
  record(ctx, { verb: 'taken-out', subject: 'export', after: taken })
