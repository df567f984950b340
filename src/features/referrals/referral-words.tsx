/** A referral in words. */
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { looksLikeAPerson } from '#platform/text/looks-like-a-person.shared'
import type { RowOf } from '#web/data/answers.ts'
import { saysDate } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { number } from '#web/parts/numbers.ts'
import type { Tone } from '#web/parts/StateTag.tsx'
import { topicName } from '../visits/topics.table.ts'
import { stateWords } from './referral-words.table.ts'
import type { listCompanyReferrals, listReferrals } from './referrals.schema.ts'

export type Listed = RowOf<typeof listReferrals>

/** Whom it is at: a person, a school, or the centre, which finds someone. */
export const whomOf = ({ to, toSchool }: Pick<Listed, 'to' | 'toSchool'>) =>
  to?.name ?? toSchool?.name ?? m.referrals_the_centre()
export const nameOf = ({ name, school }: { name: string; school: string | null }) =>
  school ? `${name}, ${school}` : name

/** How many wait for who looks, and what comes of it. */
export const saysWaiting = (count: number) => {
  if (count === 0) return m.referrals_subtitle()
  return count === 1 ? m.referrals_waits_one() : m.referrals_waits({ count: number(count) })
}

/** How the last day for an answer stands, in the days that it is counted in. */
const saysDays = ({ daysLeft, late }: Pick<Listed, 'daysLeft' | 'late'>) => {
  if (late && daysLeft === 0) return m.referrals_day_over()
  if (late) return daysLeft === -1 ? m.referrals_days_over_one() : m.referrals_days_over({ days: -daysLeft })
  if (daysLeft === 0) return m.referrals_last_day()
  return daysLeft === 1 ? m.referrals_days_left_one() : m.referrals_days_left({ days: daysLeft })
}
/** Words are for the company, not for its employees: what looks like one is said before it is sent. Null: nothing does. */
export const hintOf = (words: string, company: string): string | null => {
  const found = looksLikeAPerson(words, company)
  if (!found) return null
  return found.kind === 'number' ? m.referrals_hint_number() : m.referrals_hint_name({ name: found.found })
}

/** How it stands, in a word or two, and how pressing that is. */
export const standingOf = (one: Omit<Listed, 'field'>): { says: string; tone: Tone } => {
  const { state, hearBy, takenAt, talkedAt } = one
  if (state === 'asked') return { says: saysDays(one), tone: one.late ? 'galt' : one.way === 'got' ? 'venter' : 'sten' }
  if (state === 'taken' && talkedAt) return { says: m.referrals_talked_on({ date: saysDate(talkedAt) }), tone: 'fri' }
  if (state === 'taken')
    return one.way === 'got'
      ? { says: m.referrals_call_by({ date: saysDate(hearBy) }), tone: 'venter' }
      : { says: m.referrals_taken_on({ date: saysDate(takenAt ?? '') }), tone: 'fri' }
  return { says: stateWords[state](), tone: state === 'answered' ? 'fri' : 'sten' }
}

/** Where it came from or went, and what is harmless to name. */
export const lineOf = (one: Listed): string => {
  const { way, giver, state, givenAt } = one
  const what = one.field ? `${topicName(one.field, getLocale())}.` : ''
  if (way === 'got') return `${m.referrals_from({ who: nameOf(giver) })} ${what}`.trim()
  const to = one.to ? nameOf(one.to) : whomOf(one)
  const values = { to, date: saysDate(givenAt), giver: nameOf(giver) }
  const said = way === 'other' ? m.referrals_between(values) : m.referrals_to_since(values)
  return [said, state === 'asked' && one.late && m.referrals_nobody_answered(), what].filter(Boolean).join(' ')
}

type OnCard = RowOf<typeof listCompanyReferrals>
/** On the company's card: that one is open; who may read it opens it. */
export const ReferralLink = ({ of: { id, opens } }: { of: OnCard }) =>
  opens ? (
    <Go className="tov-link" to={`/henvisninger?nr=${id}`}>
      {m.referrals_one()}
    </Go>
  ) : (
    m.referrals_one()
  )
export const askAbout = ({ ask }: OnCard) => (ask ? m.referrals_ask({ who: nameOf(ask) }) : m.referrals_ask_centre())
