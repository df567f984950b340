import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { touchAfter, useAnswer } from '#web/data/answers.ts'
import { sayProblem } from '#web/data/notices.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { dayOf, first, saysDay, saysMoment, saysTime } from '#web/parts/dates.ts'
import { meetingForms } from '../diaries/diaries.schema.ts'
import { listCaseSlots, moveCaseMeeting, type showCase } from './company-page.schema.ts'

export type Meeting = AnswerOf<typeof showCase>['meetings'][number]
type Form = Meeting['form']
export type Shared = { meeting: Meeting; token: string; contact: string | null; onDone: () => void }

const how = { visit: m.company_page_how_visit, online: m.company_page_how_online, phone: m.company_page_how_phone }
const make = { visit: m.company_page_make_visit, online: m.company_page_make_online, phone: m.company_page_make_phone }
const notOffered = {
  visit: m.company_page_not_offered_visit,
  online: m.company_page_not_offered_online,
  phone: m.company_page_not_offered_phone,
}
type Slots = AnswerOf<typeof listCaseSlots>
/** Why there is no time to choose, and whom to ask. */
const whySays = (
  { why, weeks }: Pick<Slots, 'why' | 'weeks'>,
  { meeting, contact, form }: Omit<Shared, 'token' | 'onDone'> & { form: Form },
) => {
  const ask = contact ?? m.company_page_our_contact()
  if (why === 'no-number') return m.company_page_no_number({ contact: ask })
  if (why !== 'not-offered') return m.company_page_no_times({ weeks })
  return notOffered[form]({ who: meeting.who ?? m.company_page_our_visitor(), contact: ask })
}

type TimesProps = Shared & { form: Form; slots: Slots }
/** A day, then a time on it: two small steps work on any phone. */
const Times = ({ meeting, token, form, slots, onDone, contact }: TimesProps) => {
  const [day, setDay] = useState<string>()
  const [chosen, setChosen] = useState<string>()
  const sameKind = form === meeting.form
  const move = useAct(moveCaseMeeting, {
    says: (_, { body: { startsAt } }) =>
      sameKind
        ? m.company_page_moved({ when: saysMoment(startsAt) })
        : m.company_page_made({ how: how[form]().toLowerCase(), when: saysMoment(startsAt) }),
    onDone,
    onProblem: (problem) => {
      if (problem.code !== 'changed-meanwhile') return false
      sayProblem(m.company_page_meanwhile())
      touchAfter(moveCaseMeeting.path)
      return true
    },
  })
  // At its own time it can become another kind of meeting, and not be moved.
  const rows = slots.rows.filter(({ startsAt }) => !sameKind || startsAt !== meeting.startsAt)
  const days = [...new Set(rows.map(({ startsAt }) => dayOf(startsAt)))]
  const shown = day ?? days.find((one) => one === dayOf(meeting.startsAt)) ?? days[0]
  if (!shown) return <p role="status">{whySays(slots, { meeting, contact, form })}</p>
  const says = sameKind ? m.company_page_move_to : make[form]
  return (
    <>
      <NativeSelect
        label={m.company_page_day()}
        value={shown}
        data={days.map((one) => ({ value: one, label: first(saysDay(one)) }))}
        onChange={(event) => {
          setDay(event.currentTarget.value)
          setChosen(undefined)
        }}
      />
      <div className="company-page-times" role="group" aria-label={m.company_page_times()}>
        {rows
          .filter(({ startsAt }) => dayOf(startsAt) === shown)
          .map(({ startsAt }) => (
            <button key={startsAt} type="button" aria-pressed={startsAt === chosen} onClick={() => setChosen(startsAt)}>
              {saysTime(startsAt)}
            </button>
          ))}
      </div>
      {chosen && (
        <Button
          size="lg"
          variant="filled"
          onClick={() => {
            const { id: meetingId, sequence } = meeting
            void move.run({ params: { token }, body: { meetingId, startsAt: chosen, form, sequence } })
          }}
        >
          {says({ when: saysMoment(chosen) })}
        </Button>
      )}
    </>
  )
}

/** Another time, or another way to meet: of each kind the times that are free, or why there are none. */
export const CaseMoving = (shared: Shared) => {
  const { meeting, token } = shared
  const [form, setForm] = useState(meeting.form)
  const { data, isPending } = useAnswer(listCaseSlots, { params: { token }, query: { meetingId: meeting.id, form } })
  return (
    <>
      <Choices
        label={m.company_page_how()}
        value={form}
        options={meetingForms.map((value) => ({ value, label: how[value]() }))}
        onChange={setForm}
      />
      {isPending && <p className="tov-dim">{m.company_page_finding()}</p>}
      {data && <Times key={form} {...shared} form={form} slots={data} />}
    </>
  )
}
