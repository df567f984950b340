/** Front door: one's own meetings in a calendar elsewhere, by an address with a secret in it. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { calendarFeed } from '#platform/mail/calendar-file'
import { languageOr } from '#platform/text/language'
import * as m from '#texts'
import { calendarEntries } from '../bookings/bookings.ts'
import { visitors } from '../centre/roles.ts'
import { endLinksOf, linkOfPerson, makeLink } from '../links/links.ts'
import * as store from './calendar-feeds.sql.ts'

export const feedKind = 'calendar-feed'

/** Days back and ahead that the calendar shows. */
const span = { back: 31, ahead: 366 }

export const showMyFeed = async (ctx: Ctx) => {
  const link = await linkOfPerson(ctx, feedKind, personOf(ctx))
  return { feed: link ? { madeAt: link.madeAt, lastOpenedAt: link.lastOpenedAt } : null }
}

/** One each: the address before ends. Only its hash is kept. */
export const makeMyFeed = async (ctx: Ctx): Promise<{ url: string }> => {
  const personId = personOf(ctx)
  await endLinksOf(ctx, { personId }, feedKind)
  const { url } = await makeLink(ctx, { kind: feedKind, subjectId: personId, company: null })
  return { url }
}

export const endMyFeed = async (ctx: Ctx): Promise<Record<string, never>> => {
  await endLinksOf(ctx, { personId: personOf(ctx) }, feedKind)
  return {}
}

/** Throws link-revoked when whoever made the address visits no more. */
export const feedOf = async (ctx: Ctx, personId: number): Promise<string> => {
  const whose = await store.memberWith(ctx, personId, visitors)
  if (!whose) throw problem('link-revoked')
  const own = { ...ctx, language: languageOr(whose.language) }
  const at = (days: number) => ctx.now.add({ hours: 24 * days }).toString()
  const entries = await calendarEntries(own, { personId, from: at(-span.back), to: at(span.ahead) })
  return calendarFeed(m.calendar_feeds_name({ name: whose.name }, { locale: own.language }), entries)
}
