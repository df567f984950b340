/** The address for tips is another one: partners hear it where we can write to them, and see it on their page for a month. */
import { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import { dateOf, daysAfter } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { announce } from '#platform/events'
import { post } from '#platform/mail/outbox'
import { houseLanguage } from '#platform/text/language'
import { centreName } from '../centre/centre.ts'
import { partners } from '../centre/roles.ts'
import { addressRenewedAt } from '../incoming-mails/incoming-mails.ts'
import { partnerAddresses } from '../partners/partners.ts'
import { tipsByMail } from './coming-in.ts'

/** As long as it is said to be new. */
const daysNew = 30

export const tellPartners = async (ctx: Ctx, address: string): Promise<void> => {
  const locale = houseLanguage
  const centre = await centreName(ctx)
  for (const to of await partnerAddresses(ctx))
    await post(ctx, {
      to,
      subject: m.mailed_tips_new_address_subject({}, { locale }),
      body: m.mailed_tips_new_address({ centre, address }, { locale }),
    })
  announce(ctx, ['my-partner'], 'centre', partners)
}

/** The day since which what partners write to is another; null: it is not, or they have had time to see it. */
export const tipAddressNewOn = async (ctx: Ctx): Promise<string | null> => {
  const at = await addressRenewedAt(ctx, tipsByMail)
  const day = at && dateOf(Temporal.Instant.from(at)).toString()
  return day && day > daysAfter(ctx.today, -daysNew) ? day : null
}
