/** Companies of someone who leaves or does something else, and contacts of a company that ends. Nobody gets one without a yes. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import { announce } from '#platform/events'
import type { Ended, LooseEnd, LooseEnds, Moved, Passes } from '#platform/room'
import { lockCompanies, lockHeir } from '../may-contact/may-contact.ts'
import * as store from './contacts.sql.ts'
import { dropFollowUp } from './contacts.sql.ts'
import { offerRegularContact } from './offers.ts'
import * as offers from './offers.sql.ts'
import { endContact, lockPlace, markContact, mayHave, tell } from './one-contact.ts'

const contactsOn = (ctx: Ctx, ended: Ended) => {
  if ('personId' in ended) return store.contactsOf(ctx, { personId: ended.personId })
  return 'companyIds' in ended ? store.contactsOf(ctx, { companyIds: ended.companyIds }) : Promise.resolve([])
}
/** Questions to who leaves, or about a company that ends. */
const offersOn = (ctx: Ctx, ended: Ended) => {
  if ('personId' in ended) return offers.openOffers(ctx, { toId: ended.personId })
  return 'companyIds' in ended ? offers.openOffers(ctx, { companyIds: ended.companyIds }) : Promise.resolve([])
}
const claimsOf = (ctx: Ctx, ended: Ended) =>
  'personId' in ended ? offers.openClaims(ctx, { personId: ended.personId }) : Promise.resolve([])

const deputiesOf = (ctx: Ctx, ended: Ended) =>
  'personId' in ended ? store.deputyOf(ctx, ended.personId) : Promise.resolve([])

type Of = { id: number; companyId: number; company: string }
const endOf = (
  kind: string,
  { id, companyId, company }: Of,
  rest: Pick<LooseEnd, 'personId' | 'since' | 'values'>,
) => ({
  kind,
  sourceId: id,
  company: { id: companyId, name: company },
  ...rest,
})

/** The coordinators have it until someone has said yes: it is drawn and called by nobody meanwhile. */
const release = async (ctx: Ctx, row: store.ContactRow) => {
  await store.updateContact(ctx, row.id, { releasedAt: ctx.at })
  await markContact(ctx, row.id, row, null)
  await tell(ctx, row.id, row, { verb: 'released', before: { personId: row.personId }, after: { what: row.name } })
}

/** Who has the company that ends has the one in its place too, unless someone has that already. */
const passOn = async (ctx: Ctx, companyIds: readonly number[], companyId: number) => {
  const { heir } = await lockHeir(ctx, companyIds, companyId)
  for (const row of await store.contactsOf(ctx, { companyIds })) {
    const taken = row.cvr === heir.cvr ? undefined : await store.contactOfPlace(ctx, { cvr: heir.cvr, companyId })
    if (taken) {
      await dropFollowUp(ctx, row.id)
      await endContact(ctx, row.id, 'passed-on', '')
    } else {
      await store.updateContact(ctx, row.id, { companyId, cvr: heir.cvr })
      await markContact(
        ctx,
        row.id,
        { ...row, companyId, cvr: heir.cvr },
        row.releasedAt === null ? row.personId : null,
      )
    }
    await tell(ctx, row.id, row, { verb: 'passed-on', after: { what: heir.name } })
    await tell(ctx, row.id, { companyId, cvr: heir.cvr }, { verb: 'taken-over', after: { what: row.company } })
  }
}

/** A yes of the coordinators: who had all of the old company has the place too, unless its new one has somebody. */
const haveAlso = async (ctx: Ctx, moved: Moved) => {
  const { companyId, to: cvr } = moved
  const had = await store.contactWhenMoved(ctx, moved)
  if (!had || (await store.contactOfPlace(ctx, { cvr, companyId }))) return
  const place = await lockPlace(ctx, companyId)
  const { personId, deputyId, releasedAt } = had
  const of = { companyId, cvr, whole: place.whole, personId, originKind: null, originId: null }
  const made = await store.insertContact(ctx, of)
  if (!made) return
  await store.updateContact(ctx, made.id, { deputyId, releasedAt })
  await markContact(ctx, made.id, place, releasedAt === null ? personId : null)
  await tell(ctx, made.id, place, { verb: 'taken-over', after: { what: had.company } })
}
/** A workplace moved: who has it alone has it at its new company, and the judge is told whose it is now. */
export const moveContacts = async (ctx: Ctx, moved: Moved) => {
  const { companyId, to: cvr } = moved
  for (const { id, whole, personId, releasedAt } of await store.moveContacts(ctx, moved))
    await markContact(ctx, id, { companyId, cvr, whole }, releasedAt === null ? personId : null)
  for (const row of await store.leftBehind(ctx, moved)) {
    await dropFollowUp(ctx, row.id)
    await endContact(ctx, row.id, 'passed-on', '')
    await tell(ctx, row.id, row, { verb: 'ended', after: { what: row.name, why: '' } })
  }
  if (moved.all) await haveAlso(ctx, moved)
}

/** Who leaves stands in for nobody any more. */
const standIn = async (ctx: Ctx, row: store.ContactRow, to: { personId: number; name: string } | null) => {
  await store.updateContact(ctx, row.id, { deputyId: to?.personId ?? null })
  const [before, after] = [{ what: row.deputy ?? '' }, { what: to?.name ?? '' }]
  await tell(ctx, row.id, row, { verb: 'deputy-changed', before, after })
}
const endDeputies = async (ctx: Ctx, personId: number) => {
  for (const row of await store.deputyOf(ctx, personId)) await standIn(ctx, row, null)
}
/** Whoever says yes stands in instead, at any school: a coordinator has asked. */
export const deputiesPass: Passes = {
  still: async (ctx, ids, from) => {
    const now = await store.deputyOf(ctx, from)
    return ids.filter((id) => now.some((row) => row.id === id && row.personId !== ctx.personId))
  },
  take: async (ctx, ids, from) => {
    const now = (await store.deputyOf(ctx, from)).filter(({ id }) => ids.includes(id))
    await lockCompanies(
      ctx,
      now.map(({ cvr }) => cvr),
    )
    const me = await mayHave(ctx, personOf(ctx), '/body')
    for (const row of now) await standIn(ctx, row, me)
  },
}

const takeBack = async (ctx: Ctx, ended: Ended) => {
  for (const row of await offersOn(ctx, ended)) {
    await offers.answerOffer(ctx, row.id, { withdrawnAt: ctx.at })
    await tell(ctx, row.contactId, row, { verb: 'withdrawn', before: { what: row.taker } })
  }
  for (const row of await claimsOf(ctx, ended)) {
    await offers.answerClaim(ctx, row.id, { withdrawnAt: ctx.at })
    await tell(ctx, row.contactId, row, { verb: 'claim-withdrawn', before: { what: row.name } })
  }
}

export const contactsOpen: LooseEnds = {
  open: async (ctx, ended) => [
    ...(await contactsOn(ctx, ended)).map((row) =>
      endOf('regular-contact', row, { personId: row.personId, since: row.since, values: { who: row.name } }),
    ),
    ...(await offersOn(ctx, ended)).map((row) =>
      endOf('contact-offer', row, { personId: row.toId, since: row.offeredAt, values: { who: row.taker } }),
    ),
    ...(await claimsOf(ctx, ended)).map((row) =>
      endOf('contact-claim', row, { personId: row.personId, since: row.claimedAt, values: { why: row.why } }),
    ),
    ...(await deputiesOf(ctx, ended)).map((row) =>
      endOf('deputy', row, { personId: row.deputyId, since: row.since, values: { who: row.name } }),
    ),
  ],
  handOn: async (ctx, ended, to) => {
    if ('personId' in ended) {
      const rows = await contactsOn(ctx, ended)
      await lockCompanies(
        ctx,
        rows.map(({ cvr }) => cvr),
      )
    }
    await takeBack(ctx, ended)
    if ('personId' in ended) await endDeputies(ctx, ended.personId)
    if (to && 'companyId' in to && 'companyIds' in ended) await passOn(ctx, ended.companyIds, to.companyId)
    if ('personId' in ended && (to === null || 'personId' in to))
      for (const row of await contactsOn(ctx, ended))
        if (to === null) await release(ctx, row)
        else await askFor(ctx, row, to.personId)
    announce(ctx, ['regular-contacts'])
  },
  words: {
    deputy: (count, locale) =>
      count === 1
        ? m.regular_contacts_open_deputy_one({}, { locale })
        : m.regular_contacts_open_deputy_many({ count }, { locale }),
    'regular-contact': (count, locale) =>
      count === 1 ? m.regular_contacts_open_one({}, { locale }) : m.regular_contacts_open_many({ count }, { locale }),
    'contact-offer': (count, locale) =>
      count === 1
        ? m.regular_contacts_open_offer_one({}, { locale })
        : m.regular_contacts_open_offer_many({ count }, { locale }),
    'contact-claim': (count, locale) =>
      count === 1
        ? m.regular_contacts_open_claim_one({}, { locale })
        : m.regular_contacts_open_claim_many({ count }, { locale }),
  },
}

/** One that waits for an answer already is left so. */
const askFor = async (ctx: Ctx, row: store.ContactRow, toId: number) => {
  if ((await offers.openOffers(ctx, { contactId: row.id })).length > 0) return
  await offerRegularContact(ctx, { companyId: row.companyId, toId, note: '', along: [] })
}
