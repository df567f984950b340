/** Front door: one's own meetings, and what else one goes to, in a calendar elsewhere, by an address with a secret in it. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { calendarFeed } from '#platform/mail/calendar-file'
import { languageOr } from '#platform/text/language'
import * as m from '#texts'
import { calendarEntries } from '../bookings/bookings.ts'
import { visitors } from '../centre/roles.ts'
import { gatheringsBetween } from '../gatherings/gatherings.ts'
import { endLinksOf, linkOfPerson, makeLink } from '../links/links.ts'
import { meetingsBetween } from '../meeting-dates/meeting-dates.ts'
import { jointVisitsBetween } from '../joint-visits/joint-visits.ts'
import { presenceDaysBetween } from '../presence-days/presence-days.ts'
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

/** Days at partners, visits of theirs that one goes along to, and what one is signed up for. */
const besideMeetings = async (ctx: Ctx, asked: { from: string; to: string; personIds: readonly number[] }) => {
  const locale = ctx.language
  const said = [
    ...(await presenceDaysBetween(ctx, asked)).map((row) => ({
      ...row,
      summary: m.calendar_feeds_presence({ partner: row.partner }, { locale }),
    })),
    ...(await jointVisitsBetween(ctx, asked)).map((row) => ({
      ...row,
      summary: m.calendar_feeds_joint({ partner: row.partner, company: row.company }, { locale }),
    })),
    ...(await gatheringsBetween(ctx, asked)).map((row) => ({ ...row, summary: row.title })),
  ]
  return said.map(({ uid, startsAt, endsAt, summary, place }) => ({
    ...{ uid, sequence: 0, stampedAt: ctx.at, startsAt, endsAt, summary, description: '', location: place },
  }))
}

/** Meetings of consultants of all schools are everyone's who visits. */
const withMeetings = async (ctx: Ctx, asked: { from: string; to: string }) =>
  (await meetingsBetween(ctx, asked)).map(({ uid, startsAt, endsAt, host, place, version }) => ({
    ...{ uid, sequence: version, stampedAt: ctx.at, startsAt, endsAt, description: '' },
    summary: m.calendar_feeds_meeting({}, { locale: ctx.language }),
    location: [host, place].filter(Boolean).join(', '),
  }))

/** Throws link-revoked when whoever made the address visits no more. */
export const feedOf = async (ctx: Ctx, personId: number): Promise<string> => {
  const whose = await store.memberWith(ctx, personId, visitors)
  if (!whose) throw problem('link-revoked')
  const own = { ...ctx, language: languageOr(whose.language) }
  const at = (days: number) => ctx.now.add({ hours: 24 * days }).toString()
  const between = { from: at(-span.back), to: at(span.ahead) }
  const entries = [
    ...(await calendarEntries(own, { personId, ...between })),
    ...(await besideMeetings(own, { personIds: [personId], ...between })),
    ...(await withMeetings(own, between)),
  ]
  return calendarFeed(m.calendar_feeds_name({ name: whose.name }, { locale: own.language }), entries)
}
