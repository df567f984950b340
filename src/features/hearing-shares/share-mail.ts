/** What a colleague is written who is asked to look at companies. It stays within the school, and names none of them: the page does. */
import type { Ctx } from '#platform/context'
import { schoolOf } from '#platform/context'
import { post } from '#platform/mail/outbox'
import { sayDay } from '#platform/text/danish'
import { languageOr } from '#platform/text/language'
import * as m from '#texts'
import { memberNow } from '../members/members.ts'

type Person = { name: string; email: string; language: string }
type Asked = { hearingId: number; list: string; deadline: string; count: number; why: string }

export const tellAsked = async (ctx: Ctx, to: Person, { hearingId, list, deadline, count, why }: Asked) => {
  const language = languageOr(to.language)
  const locale = { locale: language }
  const who = (await memberNow(ctx, ctx.personId ?? 0))?.name ?? ''
  const values = {
    ...{ name: to.name, who, list, why, count: String(count), deadline: sayDay(deadline, language) },
    link: `${ctx.house.baseUrl}/hoering/${hearingId}?tab=mine`,
  }
  const one = count === 1
  await post(ctx, {
    to: to.email,
    toName: to.name,
    subject: one ? m.hearing_shares_mail_subject_one(values, locale) : m.hearing_shares_mail_subject(values, locale),
    body: (one ? m.hearing_shares_mail_body_one(values, locale) : m.hearing_shares_mail_body(values, locale)).replace(
      /\n{3,}/g,
      '\n\n',
    ),
    ofSchool: schoolOf(ctx),
  })
}
