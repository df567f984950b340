/** A tip is read, someone is asked, goes on with it, ends it; its row is locked first. */
import { type Ctx, personOf } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { isOneOf } from '#platform/typed.shared'
import * as m from '#texts'
import { refusePersonalNumbers } from '../centre/centre.ts'
import { runsCentre, visitors } from '../centre/roles.ts'
import { registerEnquiry } from '../enquiries/enquiries.ts'
import { mayNotContact, recordBasis } from '../may-contact/may-contact.ts'
import { memberNow } from '../members/members.ts'
import { hinderedFor, lockSeen, showTip, tell, type Whole } from './one-tip.ts'
import * as store from './tips.sql.ts'

const seenNow = (ctx: Ctx, { seenAt }: store.TipRow) =>
  seenAt === null ? { seenAt: ctx.at, seenBy: personOf(ctx) } : {}
/** Somebody else goes on with it already: the second hears who. */
const refuseTaken = ({ ownerId, ownerName, enquiryId, joinedTo }: store.TipRow) => {
  if (ownerId !== null || enquiryId !== null || joinedTo !== null) throw problem('tip-taken', { who: ownerName ?? '' })
}
const refuseHindered = async (ctx: Ctx, row: store.TipRow, visitorId: number) => {
  const because = await hinderedFor(ctx, row, visitorId)
  if (because) throw mayNotContact(because)
}

export const readTip = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await lockSeen(ctx, id)
  if (row.seenAt === null) {
    await store.updateTip(ctx, id, seenNow(ctx, row))
    await tell(ctx, id, 'read', { what: row.company })
  }
  return showTip(ctx, id)
}

export const askAboutTip = async (ctx: Ctx, id: number, toId: number): Promise<Whole> => {
  const row = await lockSeen(ctx, id)
  refuseTaken(row)
  const member = await memberNow(ctx, toId)
  if (!member || !isOneOf(visitors, member.role))
    throw problemAt('wrong-input', '/body/toId', m.tips_problem_visitor({}, { locale: ctx.language }), 'not-here')
  await refuseHindered(ctx, row, toId)
  await store.updateTip(ctx, id, { ...seenNow(ctx, row), askedId: toId, note: '' })
  await tell(ctx, id, 'asked', { what: row.company, toId })
  return showTip(ctx, id)
}

export const acceptTip = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await lockSeen(ctx, id)
  refuseTaken(row)
  const me = personOf(ctx)
  if (row.askedId !== me) throw problem('not-allowed')
  await refuseHindered(ctx, row, me)
  await store.updateTip(ctx, id, { askedId: null, ownerId: me, acceptedAt: row.acceptedAt ?? ctx.at, note: '' })
  await tell(ctx, id, 'accepted', { what: row.company })
  return showTip(ctx, id)
}

/** Who was asked, and who had said yes, too. */
export const declineTip = async (ctx: Ctx, id: number, why: string) => {
  refusePersonalNumbers(ctx, [['/body/why', why]])
  const row = await lockSeen(ctx, id)
  if (ctx.personId === null || ![row.askedId, row.ownerId].includes(ctx.personId)) throw problem('not-allowed')
  await store.updateTip(ctx, id, { askedId: null, ownerId: null, note: why })
  await tell(ctx, id, 'declined', { what: row.company, why })
  return {}
}

/** What came of it is what has happened: led to something, or not now. */
export const endTip = async (ctx: Ctx, id: number, why: string): Promise<Whole> => {
  refusePersonalNumbers(ctx, [['/body/why', why]])
  const row = await lockSeen(ctx, id)
  if (row.joinedTo !== null || !(runsCentre(ctx) || row.ownerId === ctx.personId)) throw problem('not-allowed')
  await store.endWithJoined(ctx, id, why)
  await tell(ctx, id, 'ended', { what: row.company, why })
  return showTip(ctx, id)
}

export const nameTipCompany = async (ctx: Ctx, id: number, companyId: number): Promise<Whole> => {
  const place = await store.placeById(ctx, companyId)
  if (!place) throw problemAt('wrong-input', '/body/companyId', String(companyId), 'unknown')
  const row = await lockSeen(ctx, id)
  refuseTaken(row)
  if (row.askedId !== null) throw problem('tip-taken', { who: row.askedName ?? '' })
  const { cvr, joinKey } = place
  const open = await store.openOf(ctx, joinKey)
  const joins = open !== undefined && open.id !== id
  if (joins) await store.moveJoined(ctx, id, open.id)
  await store.updateTip(ctx, id, { companyId, cvr, joinKey, joinedTo: joins ? open.id : null })
  await tell(ctx, id, 'named', { what: place.name })
  return showTip(ctx, id)
}

/** An enquiry of their own, with who asked and when, and of a protected company the basis; it goes where enquiries go. */
export const registerTip = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await lockSeen(ctx, id)
  const first = row.joinedTo === null ? row : await lockSeen(ctx, row.joinedTo)
  refuseTaken(first)
  const { askedOn, companyId, company, words } = row
  if (askedOn === null) throw problem('not-allowed')
  const name = row.askedBy || m.tips_asked_unnamed({}, { locale: ctx.language })
  if (companyId !== null && row.protected === true) {
    const note = m.tips_basis_note({ who: name, partner: row.mayName ? row.partner : '' }, { locale: ctx.language })
    await recordBasis(ctx, companyId, { basis: 'own-enquiry', note, givenOn: askedOn, channel: 'phone' })
    await recordBasis(ctx, companyId, { basis: 'own-enquiry', note, givenOn: askedOn, channel: 'visit' })
  }
  const enquiry = await registerEnquiry(ctx, {
    ...{ way: 'web', companyId, company, number: '', name, phone: '', email: '', matter: words, wanted: '' },
    receivedAt: `${askedOn}T11:00:00.000Z`,
  })
  await store.updateTip(ctx, id, seenNow(ctx, row))
  const acceptedAt = first.acceptedAt ?? ctx.at
  await store.updateTip(ctx, first.id, { ...seenNow(ctx, first), askedId: null, acceptedAt, enquiryId: enquiry.id })
  await tell(ctx, id, 'registered', { what: company, enquiryId: enquiry.id })
  return showTip(ctx, id)
}
