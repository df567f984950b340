/** A referral in words. */
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import type { RowOf } from '#web/data/answers.ts'
import { saysDate, saysDeadline } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
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

/** How it stands, in a word or two, and how pressing that is. */
export const standingOf = (one: Omit<Listed, 'field'>): { says: string; tone: Tone } => {
  const { state, answerBy, hearBy, takenAt, talkedAt } = one
  if (state === 'asked') {
    const left = saysDeadline(answerBy)
    const says = one.late ? left : m.referrals_answer_in({ when: left })
    return { says, tone: one.late ? 'galt' : one.way === 'got' ? 'venter' : 'sten' }
  }
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
