/** Front door: who has a company (fast kontaktperson), seen by all. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import type { Fits } from '#platform/room'
import { runsCentre } from '../centre/roles.ts'
import { memberNow } from '../members/members.ts'
import { claimRegularContact } from './claims.ts'
import { showCompanyContact, type Whole } from './company-contact.ts'
import * as store from './contacts.sql.ts'
import { agree, type FollowUp } from './follow-ups.ts'
import {
  endContact,
  leftIt,
  lockContact,
  lockPlace,
  markContact,
  mayHave,
  type Shape,
  showContact,
  tell,
} from './one-contact.ts'
import * as offers from './offers.sql.ts'

export { agreeFollowUp, doFollowUp, undoFollowUp } from './follow-ups.ts'
export {
  acceptRegularContact,
  declineRegularContact,
  offerRegularContact,
  withdrawRegularContact,
} from './offers.ts'
export { listRegularContacts, showCompanyContact } from './company-contact.ts'
export { claimRegularContact, decideClaim, withdrawClaim } from './claims.ts'

/** Who to ask about a company: its contact while that is here, else the deputy; null when nobody has it. For rooms above. */
export const contactOf = async (ctx: Ctx, place: { cvr: string; companyId: number }) => {
  const row = await store.contactOfPlace(ctx, place)
  if (!row) return null
  const { personId, name, school, email, phone, since } = row
  if (!leftIt(row)) return { personId, name, school, email, phone, since }
  const deputy = row.deputyId === null ? undefined : await memberNow(ctx, row.deputyId)
  return deputy ? { ...deputy, since } : null
}

/** Who has the company or stands in: for whoever proposes whom to ask. */
export const whoFits = async (ctx: Ctx, place: { cvr: string; companyId: number }): Promise<readonly Fits[]> => {
  const row = await store.contactOfPlace(ctx, place)
  if (!row) return []
  const deputy = row.deputyId === null ? [] : [{ personId: row.deputyId, why: 'deputy' as const }]
  return leftIt(row) ? deputy : [{ personId: row.personId, why: 'regular-contact' }, ...deputy]
}

type Origin = { kind: string; id: number }
type Taking = { companyId: number; followUp?: FollowUp | null | undefined; origin?: Origin }
/**
 * I have the company from now on; nobody is asked, for I say so myself. One that its contact has left is taken over with what was
 * agreed to follow. Throws contact-taken when another has it.
 */
export const takeRegularContact = async (ctx: Ctx, { companyId, followUp, origin }: Taking): Promise<Shape> => {
  const me = await mayHave(ctx, personOf(ctx), '/body/companyId')
  const place = await lockPlace(ctx, companyId)
  const before = await store.contactOfPlace(ctx, place)
  if (before && before.personId === ctx.personId && !leftIt(before)) {
    if (followUp) await agree(ctx, before, followUp)
    return showContact(ctx, before.id)
  }
  if (before && !leftIt(before)) throw problem('contact-taken', { who: before.name })
  if (before) await endContact(ctx, before.id, 'handed-over', '')
  const made = await store.insertContact(ctx, {
    ...{ companyId: place.companyId, cvr: place.cvr, whole: place.whole, personId: me.personId },
    ...{ originKind: origin?.kind ?? null, originId: origin?.id ?? null },
  })
  if (!made) throw problem('contact-taken', { who: '' })
  if (before) await store.moveFollowUp(ctx, before.id, made.id)
  // Whoever was asked need not answer any more.
  const asked = await offers.openOfferOfPlace(ctx, place)
  if (asked) await offers.answerOffer(ctx, asked.id, { withdrawnAt: ctx.at })
  await markContact(ctx, made.id, place, me.personId)
  await tell(ctx, made.id, place, { verb: 'taken', after: { what: me.name } })
  if (followUp) await agree(ctx, { id: made.id, ...place }, followUp)
  return showContact(ctx, made.id)
}

/**
 * With what was just written (a visit report, say): yes, I have them. Where another has the company it is said to the coordinator, who
 * decides; what it came with is never lost for it.
 */
export const takeOrClaim = async (ctx: Ctx, wanted: Taking): Promise<void> => {
  const place = await lockPlace(ctx, wanted.companyId)
  const has = await store.contactOfPlace(ctx, place)
  if (!has || leftIt(has) || has.personId === ctx.personId) return void (await takeRegularContact(ctx, wanted))
  const claims = await offers.openClaims(ctx, { contactIds: [has.id] })
  if (claims.some(({ personId }) => personId === ctx.personId)) return
  const why = m.regular_contacts_claim_with_visit({}, { locale: ctx.language })
  await claimRegularContact(ctx, { companyId: wanted.companyId, why })
}

/** Of the contact's own school (or the centre) at once; another school's people only a coordinator names. */
const mayStandIn = async (ctx: Ctx, { personId }: store.ContactRow, deputyId: number) => {
  const [contact, deputy] = [await memberNow(ctx, personId), await mayHave(ctx, deputyId, '/body/deputyId')]
  const say = { locale: ctx.language }
  if (deputyId === personId)
    throw problemAt('wrong-input', '/body/deputyId', m.regular_contacts_deputy_self({}, say), 'owner')
  if (deputy.schoolId !== (contact?.schoolId ?? null) && !runsCentre(ctx))
    throw problemAt('wrong-input', '/body/deputyId', m.regular_contacts_deputy_school({}, say), 'other-school')
  return deputy
}

/** Someone stands in when the contact is away: of the own school, or whom a coordinator names. */
export const changeDeputy = async (ctx: Ctx, id: number, deputyId: number | null): Promise<Shape> => {
  const row = await lockContact(ctx, id)
  const deputy = deputyId === null ? null : await mayStandIn(ctx, row, deputyId)
  await store.updateContact(ctx, id, { deputyId })
  const [before, after] = [{ what: row.deputy ?? '' }, { what: deputy?.name ?? '' }]
  await tell(ctx, id, row, { verb: 'deputy-changed', before, after })
  return showContact(ctx, id)
}

/** The coordinators' again, or nobody's: the company may be drawn and called as others. */
export const endRegularContact = async (ctx: Ctx, id: number, why: string): Promise<Whole> => {
  const row = await lockContact(ctx, id)
  await store.dropFollowUp(ctx, id)
  await endContact(ctx, id, 'given-up', why)
  await tell(ctx, id, row, { verb: 'ended', after: { what: row.name, why } })
  return showCompanyContact(ctx, row.companyId)
}
