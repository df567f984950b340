/** A mail has come to the address for tips: whose it says it is, and thanks for it. It is no tip before a person has read it: a sender can be made up. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { announce } from '#platform/events'
import { post } from '#platform/mail/outbox'
import type { IncomingMail, MailKind } from '#platform/mailbox/mail-kind'
import { centreName } from '../centre/centre.ts'
import { coordinators } from '../centre/roles.ts'
import { laysAsideStrangers } from '../incoming-mails/incoming-mails.ts'
import { partnerAt } from '../partners/partners.ts'
import * as store from './mailed-tips.sql.ts'

/** Stands in the address. */
export const tipsByMail = 'tips'
export const topics = ['mailed-tips']
/** So many of one partner, of strangers together, and to old addresses may wait: who writes in others' names fills nobody's page, and shuts out nobody whom our own mail server knows. */
const mostWaiting = 100
/** So many thanks a partner gets in a day. */
const mostThanks = 20

/** Of whom our own mail server found that he is not who he says, nobody is known. */
const partnerOf = async (ctx: Ctx, { from, vouched }: IncomingMail): Promise<number | null> =>
  from === null || vouched === 'failed' ? null : ((await partnerAt(ctx, from.address)) ?? null)

/** The same to the letter whatever they wrote, and whatever we know of a company. */
const thank = async (ctx: Ctx, to: string, answers: string) => {
  const locale = ctx.language
  const centre = await centreName(ctx)
  await post(ctx, {
    ...{ to, answers },
    subject: m.mailed_tips_thanks_subject({}, { locale }),
    body: m.mailed_tips_thanks({ centre }, { locale }),
  })
}

const came: MailKind['came'] = async (ctx, mail) => {
  const partnerId = await partnerOf(ctx, mail)
  if ((await store.waitingFrom(ctx, { ...mail, partnerId })) >= mostWaiting) return 'crowded'
  const since = ctx.now.subtract({ hours: 24 }).toString({ fractionalSecondDigits: 3 })
  const known = partnerId !== null && !mail.oldAddress
  const thanked = known && (await store.thankedSince(ctx, partnerId, since)) < mostThanks
  await store.insertMailed(ctx, mail.id, { partnerId, thanked })
  if (thanked && mail.from) await thank(ctx, mail.from.address, mail.messageId)
  announce(ctx, topics, 'centre', coordinators)
  return 'waits'
}
export const mailedTipsKind: MailKind = { kind: tipsByMail, came }
export const layAsideStrangers = laysAsideStrangers('lay-aside-strangers', {
  strangersSince: store.strangersSince,
  tell: (ctx) => announce(ctx, topics, 'centre', coordinators),
})
