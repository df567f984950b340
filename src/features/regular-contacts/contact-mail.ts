/** Mails about who has a company: to who is asked, and to the company when the answer is yes. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { post } from '#platform/mail/outbox'
import { houseLanguage, languageOr } from '#platform/text/language'
import { centreName } from '../centre/centre.ts'
import { isMembers } from '../links/links.ts'
import { memberNow } from '../members/members.ts'
import { mayContact } from '../may-contact/may-contact.ts'

type Person = { name: string; email: string; language: string }
export const askByMail = (ctx: Ctx, to: Person, values: { company: string; giver: string; note: string }) => {
  const locale = languageOr(to.language)
  return post(ctx, {
    to: to.email,
    toName: to.name,
    subject: m.regular_contacts_mail_ask_subject(values, { locale }),
    body: m.regular_contacts_mail_ask_body(values, { locale }),
  })
}

/** Who said that the company was his, or had it, is told what was decided. */
export const tellDecision = (ctx: Ctx, to: Person, values: { company: string; who: string; why: string }) => {
  const locale = languageOr(to.language)
  return post(ctx, {
    to: to.email,
    toName: to.name,
    subject: m.regular_contacts_mail_decided_subject(values, { locale }),
    body: m.regular_contacts_mail_decided_body(values, { locale }),
  })
}

type Company = { companyId: number; company: string; email: string | null }
type Contact = { name: string; email: string; phone: string | null; school: string | null }
/** Who asked for peace is not written to for this: its own page says it. */
const wantsPeace = async (ctx: Ctx, companyId: number) =>
  (await mayContact(ctx, companyId, { purpose: 'outreach', channel: 'mail' })).all.some(({ kind }) => kind === 'wait')
const mayBeTold = async (ctx: Ctx, companyId: number, email: string) =>
  !(await isMembers(ctx, email)) &&
  (await mayContact(ctx, companyId, { purpose: 'agreed', channel: 'mail' })).may &&
  !(await wantsPeace(ctx, companyId))

/**
 * "Fra nu af er det Sofie": only to a company that may be written to about what was agreed, and has an address that is nobody's here. Who had the
 * company signs while he is here, else the centre.
 */
export const tellCompany = async (
  ctx: Ctx,
  { companyId, company, email }: Company,
  now: Contact,
  had: { personId: number } | undefined,
) => {
  if (!email || !(await mayBeTold(ctx, companyId, email))) return
  const before = had && (await memberNow(ctx, had.personId))
  const locale = houseLanguage
  const centre = await centreName(ctx)
  const who = now.school ? m.regular_contacts_of_school({ who: now.name, school: now.school }, { locale }) : now.name
  const values = {
    company,
    centre,
    who,
    name: now.name,
    phone: now.phone ?? '',
    email: now.email,
    signed: before ? `${before.name}\n${centre}` : centre,
  }
  await post(ctx, {
    to: email,
    toName: company,
    subject: m.regular_contacts_mail_now_subject(values, { locale }),
    body: m.regular_contacts_mail_now_body(values, { locale }).replace(/\n{3,}/g, '\n\n'),
    replyTo: { name: now.name, email: now.email },
  })
}
