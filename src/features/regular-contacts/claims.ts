/** Two say that they have a company: a coordinator decides, and both are told. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { memberNow } from '../members/members.ts'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { tellDecision } from './contact-mail.ts'
import * as contacts from './contacts.sql.ts'
import { leftIt, lockPlace, mayHave, tell } from './one-contact.ts'
import { passContact } from './offers.ts'
import * as store from './offers.sql.ts'
import { showCompanyContact } from './company-contact.ts'

/** Throws contact-free when nobody has it: then it is simply taken. */
export const claimRegularContact = async (ctx: Ctx, { companyId, why }: { companyId: number; why: string }) => {
  const me = await mayHave(ctx, personOf(ctx), '/body/companyId')
  const place = await lockPlace(ctx, companyId)
  const contact = await contacts.contactOfPlace(ctx, place)
  if (!contact || leftIt(contact) || contact.personId === me.personId) throw problem('contact-free')
  const made = await store.insertClaim(ctx, { contactId: contact.id, personId: me.personId, why })
  if (!made) throw problem('contact-asked', { who: me.name })
  await tell(ctx, contact.id, place, { verb: 'claimed', after: { what: me.name, why } })
  return showCompanyContact(ctx, companyId)
}

/** What someone claims, its company locked. Throws not-found, contact-answered. */
const lockClaim = async (ctx: Ctx, id: number) => {
  const seen = await store.claimById(ctx, id)
  if (!seen) throw problem('not-found')
  await lockCompanies(ctx, [seen.cvr])
  const claim = await store.claimById(ctx, id)
  if (!claim || claim.decidedAt !== null || claim.withdrawnAt !== null) throw problem('contact-answered')
  return claim
}

/** Given: the company is the claimant's from now on, who said so himself; else it stays. Both are written to. */
export const decideClaim = async (ctx: Ctx, id: number, { give, why }: { give: boolean; why: string }) => {
  const claim = await lockClaim(ctx, id)
  const before = await contacts.contactById(ctx, claim.contactId)
  if (!before) throw problem('contact-answered')
  const decision = { decidedAt: ctx.at, decidedBy: personOf(ctx), given: give, decidedWhy: why }
  if (!(await store.answerClaim(ctx, id, decision))) throw problem('contact-answered')
  if (give) {
    const { personId } = await mayHave(ctx, claim.personId, '/body/give')
    await passContact(ctx, claim, { before, personId, how: 'given-to-another', origin: { kind: 'claim', id } })
  }
  const who = give ? claim.name : before.name
  await tell(ctx, claim.contactId, claim, { verb: 'claim-decided', after: { what: who, why } })
  for (const personId of [claim.personId, before.personId]) {
    const member = await memberNow(ctx, personId)
    if (member) await tellDecision(ctx, member, { company: claim.company, who, why })
  }
  return showCompanyContact(ctx, claim.companyId)
}

export const withdrawClaim = async (ctx: Ctx, id: number) => {
  const claim = await lockClaim(ctx, id)
  if (claim.personId !== ctx.personId) throw problem('not-found')
  await store.answerClaim(ctx, id, { withdrawnAt: ctx.at })
  await tell(ctx, claim.contactId, claim, { verb: 'claim-withdrawn', before: { what: claim.name } })
  return showCompanyContact(ctx, claim.companyId)
}
