/** A tip is read, someone is asked, goes on with it, ends it; its row is locked first. */
import { type Ctx, personOf } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { isOneOf } from '#platform/typed.shared'
import * as m from '#texts'
import { runsCentre, visitors } from '../centre/roles.ts'
import { registerEnquiry } from '../enquiries/enquiries.ts'
import { isShared } from '../leaderships/leaderships.ts'
import { mayNotContact, recordBasis } from '../may-contact/may-contact.ts'
import { memberNow } from '../members/members.ts'
import { freeJoined, goTo } from './joining.ts'
import { hinderedFor, lockSeen, showTip, tell, type Whole } from './one-tip.ts'
import * as places from './places.sql.ts'
import * as store from './tips.sql.ts'

const seenNow = (ctx: Ctx, { seenAt }: store.TipRow) =>
  seenAt === null ? { seenAt: ctx.at, seenBy: personOf(ctx) } : {}
/** Somebody else goes on with it already. */
const refuseTaken = ({ ownerId, enquiryId, joinedTo }: store.TipRow) => {
  if (ownerId !== null || enquiryId !== null || joinedTo !== null) throw problem('tip-taken')
}
/** Whether a company may be contacted nobody can say before it is known which it is. */
const refuseUnnamed = ({ companyId }: store.TipRow) => {
  if (companyId === null) throw problem('tip-unnamed')
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
  refuseUnnamed(row)
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
  refuseUnnamed(row)
  const me = personOf(ctx)
  if (row.askedId !== me) throw problem('not-allowed')
  await refuseHindered(ctx, row, me)
  await store.updateTip(ctx, id, { askedId: null, ownerId: me, acceptedAt: row.acceptedAt ?? ctx.at, note: '' })
  await tell(ctx, id, 'accepted', { what: row.company })
  return showTip(ctx, id)
}

/** Who was asked, and who had said yes, too. */
export const declineTip = async (ctx: Ctx, id: number, why: string) => {
  const row = await lockSeen(ctx, id)
  if (ctx.personId === null || ![row.askedId, row.ownerId].includes(ctx.personId)) throw problem('not-allowed')
  await store.updateTip(ctx, id, { askedId: null, ownerId: null, note: why })
  await tell(ctx, id, 'declined', { what: row.company, why })
  return {}
}

/** What came of it is what has happened: led to something, or not now. */
export const endTip = async (ctx: Ctx, id: number, why: string): Promise<Whole> => {
  const row = await lockSeen(ctx, id)
  if (row.joinedTo !== null || !(runsCentre(ctx) || row.ownerId === ctx.personId)) throw problem('not-allowed')
  await store.endWithRead(ctx, id, why)
  await freeJoined(ctx, id)
  await tell(ctx, id, 'ended', { what: row.company, why })
  return showTip(ctx, id)
}

export const nameTipCompany = async (ctx: Ctx, id: number, companyId: number): Promise<Whole> => {
  const place = await places.placeById(ctx, companyId)
  if (!place) throw problemAt('wrong-input', '/body/companyId', String(companyId), 'unknown')
  const row = await lockSeen(ctx, id)
  if (row.companyId !== null) throw problem('tip-taken')
  await goTo(ctx, row, place)
  const named = await store.tipById(ctx, id)
  const has = named?.ownerId ?? named?.askedId ?? null
  // Whoever had it when nobody could say whether the company may be visited has it no longer where it may not.
  if (named && has !== null && (await hinderedFor(ctx, named, has)))
    await store.updateTip(ctx, id, { askedId: null, ownerId: null })
  await tell(ctx, id, 'named', { what: place.name })
  return showTip(ctx, id)
}

/** That they asked is a basis: of a workplace that answers for itself, for that one alone. Who asked stands on the enquiry. */
const recordBases = async (ctx: Ctx, { companyId, cvr, mayName, partner }: store.TipRow, givenOn: string) => {
  if (companyId === null || cvr === null) return
  const here = await isShared(ctx, cvr)
  const note = m.tips_basis_note({ partner: mayName ? partner : '' }, { locale: ctx.language }).trim()
  for (const channel of ['phone', 'visit'] as const)
    await recordBasis(ctx, companyId, { basis: 'own-enquiry', note, givenOn, channel, here })
}

/**
 * An enquiry of their own, with who asked and when, and of a protected company the basis; it goes where enquiries go. What it is about whoever
 * registers it writes: the partner's words go to no company's thread, and to nobody there.
 */
export const registerTip = async (ctx: Ctx, id: number, matter: string): Promise<Whole> => {
  const row = await lockSeen(ctx, id)
  const first = row.joinedTo === null ? row : await lockSeen(ctx, row.joinedTo)
  refuseTaken(first)
  const { askedOn, askedBy: name, companyId, company } = row
  if (askedOn === null) throw problem('not-allowed')
  if (row.protected === true) await recordBases(ctx, row, askedOn)
  const askedAt = `${askedOn}T11:00:00.000Z`
  const enquiry = await registerEnquiry(ctx, {
    ...{ way: 'tip', companyId, company, number: '', name, phone: '', email: '', matter, wanted: '' },
    receivedAt: askedAt < ctx.at ? askedAt : ctx.at,
  })
  await store.updateTip(ctx, id, seenNow(ctx, row))
  const acceptedAt = first.acceptedAt ?? ctx.at
  await store.updateTip(ctx, first.id, { ...seenNow(ctx, first), askedId: null, acceptedAt, enquiryId: enquiry.id })
  await tell(ctx, id, 'registered', { what: company, enquiryId: enquiry.id })
  return showTip(ctx, id)
}

/** What happened with the visit that it led to is seen by whoever goes on with it, as it was shown to him: what happened since is not. Twice is once. */
export const seeTipVisit = async (ctx: Ctx, id: number, at: string): Promise<Whole> => {
  const row = await lockSeen(ctx, id)
  if (row.ownerId === null || row.ownerId !== ctx.personId) throw problem('not-allowed')
  const news = await store.visitNews(ctx, id)
  if (news && Date.parse(news.at) === Date.parse(at)) {
    await store.updateTip(ctx, id, { visitSeenAt: news.at })
    await tell(ctx, id, 'seen-visit', { what: row.company })
  }
  return showTip(ctx, id)
}
