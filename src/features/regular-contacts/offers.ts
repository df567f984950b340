/** Someone is asked to have a company: who has it does until the answer is yes, and what was named goes along in the same moment. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import type { Passes } from '#platform/room'
import { problem, problemAt } from '#platform/errors'
import { runsCentre } from '../centre/roles.ts'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { named, openWith, takeAlong, without } from './along.ts'
import { askByMail, tellCompany } from './contact-mail.ts'
import * as contacts from './contacts.sql.ts'
import { agree, type FollowUp } from './follow-ups.ts'
import { endContact, isTheirs, leftIt, lockPlace, markContact, mayHave, tell } from './one-contact.ts'
import * as store from './offers.sql.ts'
import { showCompanyContact } from './company-contact.ts'

type Wanted = {
  companyId: number
  toId: number
  note: string
  followUp?: FollowUp | null | undefined
  along: readonly store.Along[]
}

/**
 * Asks someone to have the company. Who has it asks whom he will; where nobody has it, anyone proposes; coordinators ask for everyone.
 * Throws contact-asked when someone has been asked already, not-allowed, wrong-input for who is not of the centre or has it.
 */
export const offerRegularContact = async (ctx: Ctx, wanted: Wanted) => {
  const { companyId, toId, note, followUp } = wanted
  const receiver = await mayHave(ctx, toId, '/body/toId')
  const place = await lockPlace(ctx, companyId)
  const contact = await contacts.contactOfPlace(ctx, place)
  if (contact && !isTheirs(ctx, contact)) throw problem('not-allowed')
  if (contact?.personId === toId && !leftIt(contact)) {
    const detail = m.regular_contacts_has_it_already({ name: receiver.name }, { locale: ctx.language })
    throw problemAt('wrong-input', '/body/toId', detail, 'owner')
  }
  // What is named must be the contact's own: nobody hands over another's.
  const along = contact ? named(await openWith(ctx, contact), wanted.along) : []
  const made = await store.insertOffer(ctx, {
    ...{ companyId: place.companyId, cvr: place.cvr, whole: place.whole },
    ...{ contactId: contact?.id ?? null, fromId: contact?.personId ?? null, toId, note },
    ...{ followUp: followUp?.what ?? '', followUpOn: followUp?.dueOn ?? null },
    along: along.map(({ kind, sourceId }) => ({ kind, sourceId })),
  })
  const shown = await showCompanyContact(ctx, companyId)
  if (!made) throw problem('contact-asked', { who: shown.offer?.to.name ?? '' })
  const after = { what: receiver.name, from: contact?.name ?? null, note, along: along.length }
  await tell(ctx, contact?.id ?? null, place, { verb: 'asked', after })
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const { contactAsked } of ctx.house.rooms) await contactAsked?.(ctx, place, toId)
  const giver = contact && !leftIt(contact) ? contact.name : (shown.offer?.offeredBy ?? '')
  if (toId !== ctx.personId) await askByMail(ctx, receiver, { company: place.company, giver, note })
  return shown
}

/** The question, its company locked, as it stands then. Throws not-found. */
const lockOffer = async (ctx: Ctx, id: number) => {
  const seen = await store.offerById(ctx, id)
  if (!seen) throw problem('not-found')
  await lockCompanies(ctx, [seen.cvr])
  const offer = await store.offerById(ctx, id)
  if (!offer) throw problem('not-found')
  return offer
}
const lockOwnOffer = async (ctx: Ctx, id: number) => {
  const offer = await lockOffer(ctx, id)
  if (offer.toId !== ctx.personId) throw problem('not-found')
  if (!offer.isOpen) throw problem('contact-answered')
  return offer
}

/** The company is another's from now on, with what was agreed to follow. The company is locked; gives the new contact's number. */
export const passContact = async (
  ctx: Ctx,
  place: contacts.Place,
  {
    before,
    personId,
    how,
    origin,
  }: {
    before: contacts.ContactRow | undefined
    personId: number
    how: contacts.Had
    origin: { kind: string; id: number }
  },
): Promise<number> => {
  if (before) await endContact(ctx, before.id, how, '')
  const { companyId, cvr, whole } = place
  const made = await contacts.insertContact(ctx, {
    ...{ companyId, cvr, whole, personId },
    ...{ originKind: origin.kind, originId: origin.id },
  })
  if (!made) throw problem('contact-answered')
  if (before) {
    await contacts.moveFollowUp(ctx, before.id, made.id)
    if (before.deputyId !== null && before.deputyId !== personId)
      await contacts.updateContact(ctx, made.id, { deputyId: before.deputyId })
  }
  await markContact(ctx, made.id, place, personId)
  return made.id
}

/** Yes: I have the company from now on, with what was named but `left`. Throws contact-answered when it is over. */
export const acceptRegularContact = async (ctx: Ctx, id: number, left: readonly store.Along[]) => {
  const offer = await lockOwnOffer(ctx, id)
  const before = await contacts.contactOfPlace(ctx, offer)
  if ((before?.id ?? null) !== offer.contactId) throw problem('contact-answered')
  if (!(await store.answerOffer(ctx, id, { acceptedAt: ctx.at }))) throw problem('contact-answered')
  if (before) await takeAlong(ctx, without(offer.along, left), before.personId)
  const me = await mayHave(ctx, personOf(ctx), '/body')
  const contactId = await passToMe(ctx, offer, { before, me, origin: { kind: 'offer', id } })
  const followUp = offer.followUpOn === null ? null : { what: offer.followUp, dueOn: offer.followUpOn }
  if (followUp) await agree(ctx, { id: contactId, companyId: offer.companyId, cvr: offer.cvr }, followUp)
  return showCompanyContact(ctx, offer.companyId)
}

type Yes = {
  before: contacts.ContactRow | undefined
  me: Awaited<ReturnType<typeof mayHave>>
  origin: { kind: string; id: number }
}
/** Who asks has said yes: the company is his, and is told so. */
const passToMe = async (ctx: Ctx, place: contacts.Place, { before, me, origin }: Yes): Promise<number> => {
  const contactId = await passContact(ctx, place, { before, personId: me.personId, how: 'handed-over', origin })
  await tell(ctx, contactId, place, { verb: 'accepted', before: { who: before?.name }, after: { what: me.name } })
  const told = await contacts.placeById(ctx, place.companyId)
  if (told) await tellCompany(ctx, told, me, before)
  return contactId
}

/** Companies of someone who leaves: one at a time, each in the order in which they were locked. */
export const contactsPass: Passes = {
  still: async (ctx, ids, from) => (await contacts.hadStill(ctx, ids, from)).map(({ id }) => id),
  take: async (ctx, ids, from) => {
    const had = await contacts.hadStill(ctx, ids, from)
    await lockCompanies(
      ctx,
      had.map(({ cvr }) => cvr),
    )
    const me = await mayHave(ctx, personOf(ctx), '/body')
    for (const before of await contacts.hadStill(ctx, ids, from))
      await passToMe(ctx, before, { before, me, origin: { kind: 'leaver', id: from } })
  },
}

export const declineRegularContact = async (ctx: Ctx, id: number, why: string) => {
  const offer = await lockOwnOffer(ctx, id)
  await store.answerOffer(ctx, id, { declinedAt: ctx.at, declinedWhy: why })
  await tell(ctx, offer.contactId, offer, { verb: 'declined', after: { what: offer.taker, why } })
  return showCompanyContact(ctx, offer.companyId)
}

export const withdrawRegularContact = async (ctx: Ctx, id: number) => {
  const offer = await lockOffer(ctx, id)
  const own = offer.offeredById === ctx.personId || offer.fromId === ctx.personId
  if (!own && !runsCentre(ctx)) throw problem('not-allowed')
  if (!(await store.answerOffer(ctx, id, { withdrawnAt: ctx.at }))) throw problem('contact-answered')
  await tell(ctx, offer.contactId, offer, { verb: 'withdrawn', before: { what: offer.taker } })
  return showCompanyContact(ctx, offer.companyId)
}
