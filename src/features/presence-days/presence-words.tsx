import * as m from '#texts'
import type { AnswerOf } from '#platform/endpoint'
import type { RowOf } from '#web/data/answers.ts'
import { first, saysMonth, timeOf, weekdayName } from '#web/parts/dates.ts'
import { askedAbout } from './asked-about.table.ts'
import type { listPresences, showPresenceDay } from './presence-days.schema.ts'

export type Presence = RowOf<typeof listPresences>
export type Day = Presence['days'][number]
export type WholeDay = AnswerOf<typeof showPresenceDay>
type Told = NonNullable<Presence['told']>

const clock = (time: string) => time.replace(':', '.')
export const saysHours = ({ startsAt, endsAt }: Pick<Day, 'startsAt' | 'endsAt'>) =>
  m.presence_days_hours({ from: clock(timeOf(startsAt)), to: clock(timeOf(endsAt)) })

const rhythm = { 1: m.presence_days_rhythm_1, 2: m.presence_days_rhythm_2, 4: m.presence_days_rhythm_4 }
/** Day, how often, hours, where. */
export const saysRhythm = ({ everyWeeks, weekday, startsAt, endsAt, place }: Presence) => {
  const hours = m.presence_days_hours({ from: clock(startsAt), to: clock(endsAt) })
  return [rhythm[everyWeeks]({ weekday: first(weekdayName(weekday)) }), hours, place].filter(Boolean).join(' · ')
}

/** How many came, as far as it is told. */
export const saysTold = ({ since, came, unemployed, topics }: Told) => {
  const month = saysMonth(since)
  const many =
    unemployed === null ? m.presence_days_told({ month, came }) : m.presence_days_told_both({ month, came, unemployed })
  const [one, other] = topics.map((topic) => askedAbout[topic]())
  if (one === undefined) return many
  return `${many} ${other === undefined ? m.presence_days_told_topics_one({ one }) : m.presence_days_told_topics_two({ one, other })}`
}
