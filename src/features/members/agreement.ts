/** A school agrees to who comes in: until then a new member works, and reads nothing that the school keeps to itself. */
import type { Ctx } from '#platform/context'
import { schoolOf } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { post } from '#platform/mail/outbox'
import { languageOr } from '#platform/text/language'
import * as m from '#texts'
import { leaders, type Place } from '../centre/roles.ts'
import * as store from './agreement.sql.ts'
import { membersEvents } from './members-events.table.ts'

const record = recorder(membersEvents)

export const leads = ({ role }: Pick<Place, 'role'>) => leaders.includes(role)

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
  if (leads({ role }) && schoolId !== null) await store.lockLeadership(ctx, schoolId)
}

/** Whether who takes an invitation waits for a leader: not who a leader invited, nor who leads a school that nobody leads. */
export const mustWait = async (ctx: Ctx, { role, schoolId, agreedBy }: Place & { agreedBy: number | null }) => {
  if (schoolId === null || agreedBy !== null) return false
  await holdLeadership(ctx, { role, schoolId })
  return !leads({ role }) || (await store.leadersHere(ctx, leaders, schoolId)).length > 0
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
