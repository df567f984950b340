/** Mails about an enquiry: that it was received, to whoever turned to us; that it is his, to whoever answers. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { post } from '#platform/mail/outbox'
import { sayDate } from '#platform/text/danish'
import { houseLanguage, languageOr } from '#platform/text/language'
import { centreName } from '../centre/centre.ts'
import { isMembers } from '../links/links.ts'

type Received = { name: string; company: string; matter: string; dueOn: string; who: string | null }
/** To the address they gave, else the company's own; never to someone of the centre. An answer to an enquiry is stopped by no wait. */
export const confirm = async (ctx: Ctx, to: string | null, received: Received): Promise<boolean> => {
  if (!to || (await isMembers(ctx, to))) return false
  const locale = houseLanguage
  const centre = await centreName(ctx)
  const { name, company, matter, dueOn, who } = received
  const values = { name, company, matter, centre, date: sayDate(dueOn, locale, ctx.today), who: who ?? centre }
  await post(ctx, {
    to,
    toName: name,
    subject: m.enquiries_mail_received_subject({ centre }, { locale }),
    body: m.enquiries_mail_received_body(values, { locale }),
  })
  return true
}

type Owner = { name: string; email: string; language: string }
export const tellOwner = (
  ctx: Ctx,
  to: Owner,
  { company, matter, dueOn }: Omit<Received, 'who' | 'name'>,
  note = '',
) => {
  const locale = languageOr(to.language)
  const values = { company, matter, date: sayDate(dueOn, locale, ctx.today), note }
  return post(ctx, {
    to: to.email,
    toName: to.name,
    subject: m.enquiries_mail_owner_subject({ company }, { locale }),
    body: m.enquiries_mail_owner_body(values, { locale }).trimEnd(),
  })
}

/** To who has the company: it called itself, and a colleague answers it. */
export const tellContact = (ctx: Ctx, to: Owner, said: { company: string; matter: string; who: string }) => {
  const locale = languageOr(to.language)
  return post(ctx, {
    to: to.email,
    toName: to.name,
    subject: m.enquiries_mail_contact_subject(said, { locale }),
    body: m.enquiries_mail_contact_body(said, { locale }),
  })
}
