/** An enquiry is taken, passed on, answered; its row is locked first. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { isOneOf } from '#platform/typed.shared'
import { listSchools } from '../centre/centre.ts'
import { runsCentre, staff } from '../centre/roles.ts'
import { memberNow } from '../members/members.ts'
import { closeContact } from '../may-contact/may-contact.ts'
import * as store from './enquiries.sql.ts'
import { tellOwner } from './enquiry-mail.ts'
import { lockOwn, mayTake, openFor, type Shape, showEnquiry, tell } from './one-enquiry.ts'

/** Throws enquiry-taken when someone else has it already: of two who take it at once the second hears who was first. */
export const takeEnquiry = async (ctx: Ctx, id: number): Promise<Shape> => {
  await store.lockEnquiry(ctx, id)
  const seen = await store.enquiryById(ctx, id)
  if (seen?.endedAt === null && seen.ownerId !== null && !runsCentre(ctx))
    throw problem('enquiry-taken', { who: seen.owner ?? '' })
  const row = await lockOwn(ctx, id, mayTake)
  const me = personOf(ctx)
  await store.updateEnquiry(ctx, id, { ownerId: me, schoolId: row.schoolId ?? ctx.schoolId })
  await openFor(ctx, id, row, me)
  await tell(ctx, id, row, { verb: 'taken', before: { ownerId: row.ownerId }, after: { ownerId: me } })
  return showEnquiry(ctx, id)
}

type To = { toId?: number | null | undefined; schoolId?: number | null | undefined; note: string }

/** A person of the own school has it at once, and so whom a coordinator names; another school's people find it at their school. */
const receiver = async (ctx: Ctx, { toId, schoolId = null }: To) => {
  if (!toId) {
    const { rows } = await listSchools(ctx)
    const school = rows.find(({ id }) => id === schoolId)
    if (schoolId !== null && !school) throw problemAt('wrong-input', '/body/schoolId', String(schoolId), 'unknown')
    return { ownerId: null, schoolId, name: school?.name ?? '', member: undefined }
  }
  const member = await memberNow(ctx, toId)
  if (!member || !isOneOf(staff, member.role)) {
    const detail = m.enquiries_not_a_member({}, { locale: ctx.language })
    throw problemAt('wrong-input', '/body/toId', detail, 'not-a-member')
  }
  const atOnce = runsCentre(ctx) || member.schoolId === null || member.schoolId === ctx.schoolId
  const name = atOnce ? member.name : (member.school ?? '')
  return { ownerId: atOnce ? toId : null, schoolId: member.schoolId, name, member: atOnce ? member : undefined }
}

export const passEnquiryOn = async (ctx: Ctx, id: number, to: To): Promise<Shape> => {
  const row = await lockOwn(ctx, id)
  const { ownerId, schoolId, name, member } = await receiver(ctx, to)
  await store.updateEnquiry(ctx, id, { ownerId, schoolId })
  await openFor(ctx, id, row, ownerId)
  await tell(ctx, id, row, { verb: 'sent-on', before: { ownerId: row.ownerId }, after: { what: name, note: to.note } })
  if (member && ownerId !== ctx.personId) await tellOwner(ctx, member, row, to.note)
  return showEnquiry(ctx, id)
}

type Answer = { how: 'answered' | 'closed'; answer: string }
/** Answered, what was begun may go on for its thirty days; closed, there is nothing to contact them about. */
export const answerEnquiry = async (ctx: Ctx, id: number, { how, answer }: Answer): Promise<Shape> => {
  const row = await lockOwn(ctx, id)
  const ended = { endedAt: ctx.at, endedBy: ctx.personId, endedHow: how, answer }
  await store.updateEnquiry(ctx, id, { ...ended, ownerId: row.ownerId ?? personOf(ctx) })
  if (how === 'closed') await closeContact(ctx, 'enquiry', id)
  await tell(ctx, id, row, { verb: how, after: { what: row.matter, words: answer } })
  return showEnquiry(ctx, id)
}
