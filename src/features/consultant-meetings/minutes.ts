/** Minutes: as they go by mail to everyone who is invited when a meeting closes, each in his own language. */
import * as m from '#texts'
import { type Ctx } from '#platform/context'
import { post } from '#platform/mail/outbox'
import { sayAll, sayDate } from '#platform/text/danish'
import { type Language, languageOr } from '#platform/text/language'
import { visitors } from '../centre/roles.ts'
import * as store from './holding.sql.ts'
import type { Point, Shape } from './one-meeting.ts'

const saysOutcome = (ctx: Ctx, { outcome, company, words }: Point, locale: Language): string => {
  if (!outcome) return ''
  const who = outcome.person?.name ?? ''
  const date = outcome.dueOn ? sayDate(outcome.dueOn, locale, ctx.today) : ''
  const what = outcome.words || words
  const about = company?.name ?? what
  const values = { who, date, about }
  if (outcome.how === 'task') return m.consultant_meetings_minutes_task(values, { locale })
  if (outcome.how === 'asked') return m.consultant_meetings_minutes_asked(values, { locale })
  return outcome.how === 'decided' ? what : about
}
const linesOf = (ctx: Ctx, points: readonly Point[], hows: readonly string[], locale: Language) =>
  points
    .filter(({ outcome }) => outcome && hows.includes(outcome.how))
    .map((point) => `- ${saysOutcome(ctx, point, locale)}`)

const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines])
const bodyOf = (ctx: Ctx, meeting: Shape, locale: Language): string => {
  const here = meeting.people.filter(({ present }) => present).map(({ name }) => name)
  const { points } = meeting
  const lines = [
    here.length > 0
      ? m.consultant_meetings_minutes_present({ names: sayAll(here, locale) }, { locale })
      : m.consultant_meetings_minutes_nobody({}, { locale }),
    ...part(m.consultant_meetings_minutes_tasks({}, { locale }), linesOf(ctx, points, ['task', 'asked'], locale)),
    ...part(m.consultant_meetings_minutes_decisions({}, { locale }), linesOf(ctx, points, ['decided'], locale)),
    ...part(m.consultant_meetings_minutes_gone_through({}, { locale }), linesOf(ctx, points, ['seen'], locale)),
    ...part(m.consultant_meetings_minutes_next_time({}, { locale }), linesOf(ctx, points, ['later'], locale)),
    '',
    m.consultant_meetings_minutes_where({ address: `${ctx.house.baseUrl}/konsulentmoede/${meeting.id}` }, { locale }),
  ]
  return lines.join('\n')
}

export const mailMinutes = async (ctx: Ctx, meeting: Shape): Promise<void> => {
  for (const { name, email, language } of await store.invited(ctx, visitors)) {
    const locale = languageOr(language)
    const date = sayDate(meeting.startsAt.slice(0, 10), locale, ctx.today)
    const subject = m.consultant_meetings_minutes_subject({ date }, { locale })
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await post(ctx, { to: email, toName: name, subject, body: bodyOf(ctx, meeting, locale) })
  }
}
