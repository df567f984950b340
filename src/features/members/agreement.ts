/** What holds while someone is given a place: who may, that the school agrees (until then he reads nothing that it keeps to itself), that a keeper is left. */
import type { Ctx } from '#platform/context'
import { schoolOf } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { post } from '#platform/mail/outbox'
import { languageOr } from '#platform/text/language'
import * as m from '#texts'
import {
  grants,
  grantsFirst,
  keepers,
  leaders,
  leadsSchool,
  needsSchool,
  type Place,
  type Role,
  schoolRoles,
  sitsOnCouncil,
} from '../centre/roles.ts'
import { showNames } from '../centre/centre.ts'
import * as store from './agreement.sql.ts'
import { schoolById } from './invitations.sql.ts'
import * as members from './members.sql.ts'
import { membersEvents } from './members-events.table.ts'

const record = recorder(membersEvents)

/**
 * Holds that a school gets its first leader once: there never was one, nor is anyone else invited to be. Throws first-leader-only.
 * Whoever invites or becomes a leader waits in line here, so that of two who see none, one is the first.
 */
export const refuseSecondLeader = async (ctx: Ctx, schoolId: number, besideInvitation?: number) => {
  await store.lockLeadership(ctx, schoolId)
  if (await store.hasHadOrAwaits(ctx, leaders, schoolId, besideInvitation)) throw problem('first-leader-only')
}

/** Whoever invites to lead, or comes to, in line with those who ask for a first one. */
export const holdLeadership = async (ctx: Ctx, { role, schoolId }: Place) => {
  if (leadsSchool({ role }) && schoolId !== null) await store.lockLeadership(ctx, schoolId)
}

/** Whether who takes an invitation waits for a leader: not who a leader invited, nor who leads a school that nobody leads. */
export const mustWait = async (ctx: Ctx, { role, schoolId, agreedBy }: Place & { agreedBy: number | null }) => {
  if (schoolId === null || agreedBy !== null) return false
  await holdLeadership(ctx, { role, schoolId })
  return !leadsSchool({ role }) || (await store.leadersHere(ctx, leaders, schoolId)).length > 0
}

type Came = { memberId: number; personId: number; name: string; email: string; schoolId: number | null; waits: boolean }
/** A school's leaders hear of everyone who comes to them, whoever invited; but who does it himself. */
export const tellLeaders = async (ctx: Ctx, { personId, name, email, schoolId, waits }: Came) => {
  if (schoolId === null) return
  for (const leader of await store.leadersHere(ctx, leaders, schoolId)) {
    if (leader.personId === personId || leader.personId === ctx.personId) continue
    const locale = { locale: languageOr(leader.language) }
    const link = `${ctx.house.baseUrl}/medlemmer`
    const values = { leader: leader.name, name, email, school: leader.school ?? '', link }
    const body = waits ? m.members_mail_new_body_waits : m.members_mail_new_body_agreed
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await post(ctx, {
      to: leader.email,
      toName: leader.name,
      subject: m.members_mail_new_subject(values, locale),
      body: body(values, locale),
    })
  }
}

/** The leader says yes to someone of the own school. Throws not-found for who is of another, has left, or waits for nobody. */
export const agreeToMember = async (ctx: Ctx, id: number): Promise<Record<string, never>> => {
  if (!(await store.markAgreed(ctx, id, schoolOf(ctx)))) throw problem('not-found')
  await record(ctx, {
    verb: 'agreed',
    subject: 'membership',
    subjectId: id,
    topics: ['members', 'me', 'hearings', 'contact-lists', 'school-contacts', 'waiting'],
  })
  return {}
}

// ---- Who gives which place: to whom is invited, and to who is here already ---------------------------------------------
/** Whether a place is this person's to give; whose an invitation to it is not, sees it not. */
export const mayGive = (ctx: Ctx, place: Place) =>
  grants(ctx, place) || (place.schoolId !== null && grantsFirst(ctx, place.role))

/**
 * May give this role at this school, now. Throws not-allowed, no-council, first-leader-only for who may give it to the first alone, and wrong-input for
 * a role that is one school's when none is named.
 */
export const refuseWhoMayNot = async (ctx: Ctx, place: Place, invitation?: number) => {
  if (!mayGive(ctx, place)) throw problem('not-allowed')
  if (place.schoolId === null && needsSchool(place.role))
    throw problemAt('wrong-input', '/body/schoolId', m.members_needs_school({}, { locale: ctx.language }))
  if (sitsOnCouncil(place.role) && !(await showNames(ctx)).hasCouncil) throw problem('no-council')
  await holdLeadership(ctx, place)
  if (!grants(ctx, place) && place.schoolId !== null) await refuseSecondLeader(ctx, place.schoolId, invitation)
}

/** What a leader does for the own school himself is the school's yes. */
export const agreedBy = (ctx: Ctx, { schoolId }: Place) =>
  schoolId !== null && schoolId === ctx.schoolId && leadsSchool(ctx) ? ctx.personId : null

/** The school of a place, null at the centre. Throws not-found for none of ours, and for a role that belongs to the centre. */
export const schoolFor = async (ctx: Ctx, { role, schoolId }: { role: Role; schoolId?: number | null | undefined }) => {
  const belongs = schoolRoles.includes(role)
  if (!schoolId) return null
  const school = await schoolById(ctx, schoolId)
  if (!school || !belongs) throw problem('not-found')
  return school
}

// ---- A centre is never without somebody who keeps the house ------------------------------------------------------------
/** Two administrators who send each other away, or make each other something else, at once: both wait here. */
export const lockKeepers = (ctx: Ctx) => members.lockInRoles(ctx, keepers)

/** After one has gone: the second of two sees that none would be left. Throws last-administrator. */
export const refuseLastAdministrator = async (ctx: Ctx) => {
  await lockKeepers(ctx)
  if ((await members.hereInRoles(ctx, keepers)).length === 0) throw problem('last-administrator')
}
