/** What a colleague is written who is asked to look at companies. It stays within the school, and names none of them: the page does. */
import type { Ctx } from '#platform/context'
import { schoolOf } from '#platform/context'
import { endLetters, post, unsentLetters } from '#platform/mail/outbox'
import { sayDay } from '#platform/text/danish'
import { languageOr } from '#platform/text/language'
import * as m from '#texts'
import { memberNow } from '../members/members.ts'
import { lettersAsking } from './hearing-shares.sql.ts'

const kind = 'hearing-share'

type Person = { name: string; email: string; language: string }
type Asked = { hearingId: number; list: string; deadline: string; count: number; why: string; letter: number }

export const tellAsked = async (ctx: Ctx, to: Person, { hearingId, list, deadline, count, why, letter }: Asked) => {
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
    brings: { kind, id: letter },
  })
}

/** A mail that has not gone yet, of which nothing is asked any more. */
export const endLettersOfNothing = async (ctx: Ctx) => {
  const unsent = await unsentLetters(ctx, kind)
  if (unsent.length === 0) return
  const asking = await lettersAsking(ctx, unsent)
  await endLetters(
    ctx,
    kind,
    unsent.filter((letter) => !asking.includes(letter)),
  )
}
