import type { ReactNode } from 'react'
import * as m from '#texts'
import type { AnswerOf } from '#platform/endpoint'
import type { CallReasonWord } from '../may-contact/hindrance.schema.ts'
import { basisWord } from '../may-contact/WaitForms.tsx'
import { hindranceOf } from '../may-contact/hindrances.table.ts'
import { formName } from '../bookings/booking-words.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { first, saysDate, saysDay } from '#web/parts/dates.ts'
import { number } from '#web/parts/numbers.ts'
import type { Knot } from '#web/parts/Thread.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import type { countCompanies } from './companies.schema.ts'
import type { showCompany } from './one-company.schema.ts'

/** All that the page of a company shows. */
export type Card = AnswerOf<typeof showCompany>

type Situated = { companyId: number | null; company?: string }
/** Which of its workplaces it is at, where it is another than the one that is shown; one that bears the same name is the same to read. */
export const placeOf = ({ companyId, company }: Situated, { id, name, workplaces }: Card) => {
  if (companyId === null || companyId === id) return null
  const at = company ?? workplaces.find((place) => place.id === companyId)?.name
  return at === undefined || at === name ? null : at
}

/** "Nej, har ro" */
export const blockWord = (reason: CallReasonWord) => m.companies_may_not_call({ why: hindranceOf(reason).short() })

/** Phone or mail from the register, never without its mark when it is protected against advertising. */
export const ContactLine = ({ isProtected, children }: { isProtected: boolean; children: ReactNode }) => (
  <span className="companies-contact">
    <span className="tov-figures">{children}</span>
    {isProtected && <span className="companies-protected">{m.companies_protected_short()}</span>}
  </span>
)

const companies = (count: number) =>
  count === 1 ? m.companies_count_one() : m.companies_count({ count: number(count) })
const places = (count: number) =>
  count === 1 ? m.companies_places_one() : m.companies_places({ count: number(count) })
/** Companies and workplaces are two things, and counted as two. */
export const saysCount = ({ total, workplaces, more }: AnswerOf<typeof countCompanies>) => {
  if (more) return m.companies_count_more({ count: number(total) })
  if (workplaces === 0) return companies(total)
  if (workplaces === total) return places(workplaces)
  return m.companies_count_both({ companies: companies(total - workplaces), places: places(workplaces) })
}

/** A knot of the thread, and where on it it is. */
export type Placed = Knot & { at: string }
export const people = (...names: (string | null | false)[]) => names.filter(Boolean).join(', ')

/** Meetings that are over, until somebody has written how they went. */
export const meetingKnots = (card: Card): Placed[] =>
  card.meetings
    .filter(({ over }) => over)
    .map((meeting) => ({
      key: `meeting-${meeting.id}`,
      at: meeting.startsAt,
      when: first(saysDate(meeting.startsAt)),
      title: m.companies_meeting_of({ form: formName[meeting.form]() }),
      line: people(...meeting.who, placeOf(meeting, card)),
      kind: 'past',
      mark: <VisibilityMark who={whoReads.meeting} />,
      children: <p className="companies-about">{m.companies_meeting_no_word()}</p>,
    }))

/** Peace that ends by itself. */
export const waitKnots = ({ blocks }: Card): Placed[] =>
  blocks.flatMap(({ reason, untilOn }): Placed[] =>
    untilOn && reason !== 'has-meeting' && reason !== 'in-hearing' && reason !== 'running'
      ? [
          {
            key: `wait-${reason}`,
            at: untilOn,
            when: first(saysDay(untilOn)),
            title: m.companies_may_be_called_again(),
            line: m.companies_by_itself(),
            kind: 'coming',
          },
        ]
      : [],
  )

/** Why a protected company may be called. */
export const ProtectedTag = ({ company }: { company: Card }) => {
  if (!company.protected) return null
  const [basis] = company.bases
  // Without a basis the answer to "Må vi ringe?" says it, large.
  if (!basis) return null
  return (
    <StateTag>
      {m.companies_protected_basis({
        basis: basisWord(basis.basis).toLocaleLowerCase(),
        date: saysDate(basis.recordedAt),
      })}
    </StateTag>
  )
}
