import { Button, NativeSelect, Textarea } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { touchAfter, useAnswer } from '#web/data/answers.ts'
import { sayProblem } from '#web/data/notices.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { dayOf, first, saysDay, saysMoment, saysTime } from '#web/parts/dates.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import type { Knot } from '#web/parts/Thread.tsx'
import { meetingForms } from '../diaries/diaries.schema.ts'
import {
  cancelCaseMeeting,
  confirmMeeting,
  listCaseSlots,
  moveCaseMeeting,
  type showCase,
} from './company-page.schema.ts'

type Meeting = AnswerOf<typeof showCase>['meetings'][number]
type Form = Meeting['form']
type Shared = { meeting: Meeting; token: string; contact: string | null; onDone: () => void }

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
const Move = (shared: Shared) => {
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

const Cancel = ({ meeting, token, onDone }: Shared) => {
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const cancel = useAct(cancelCaseMeeting, { says: () => m.company_page_cancelled(), onDone })
  if (!open) return <Button onClick={() => setOpen(true)}>{m.company_page_cancel()}</Button>
  return (
    <>
      <Textarea
        label={m.company_page_cancel_why()}
        value={why}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Button onClick={() => void cancel.run({ params: { token }, body: { meetingId: meeting.id, why } })}>
        {m.company_page_cancel_yes()}
      </Button>
    </>
  )
}

type AnswerProps = Pick<Shared, 'meeting' | 'token' | 'contact'> & { next: boolean }
const Answer = ({ meeting, token, contact, next }: AnswerProps) => {
  const [changing, setChanging] = useState(false)
  const confirm = useAct(confirmMeeting, { says: () => m.company_page_confirmed_said() })
  const shared = { meeting, token, contact, onDone: () => setChanging(false) }
  return (
    <div className="company-page-answer">
      {meeting.confirmed && <StateTag tone="fri">{m.company_page_confirmed()}</StateTag>}
      <div className="company-page-answer-buttons">
        {!meeting.confirmed && (
          <Button
            size="lg"
            variant={next && !changing ? 'filled' : 'default'}
            onClick={() => void confirm.run({ params: { token }, body: { meetingId: meeting.id } })}
          >
            {m.company_page_suits()}
          </Button>
        )}
        <Button
          size="lg"
          leftSection={<IconCalendar size={18} aria-hidden />}
          aria-expanded={changing}
          onClick={() => setChanging(!changing)}
        >
          {m.company_page_change()}
        </Button>
      </div>
      {changing && (
        <div className="company-page-change">
          <Move {...shared} />
          <Cancel {...shared} />
        </div>
      )}
    </div>
  )
}

const titles = { visit: m.company_page_visit, online: m.company_page_online, phone: m.company_page_phone }
const places = { visit: m.company_page_place, online: m.company_page_at, phone: m.company_page_at }
/** A meeting to come: when, who, where, and the company's answer. `next`: the one whose yes is the page's filled button. */
export const meetingKnot = ({ meeting, token, contact, next }: AnswerProps): Knot => ({
  key: `meeting-${meeting.id}`,
  kind: 'today',
  when: first(saysMoment(meeting.startsAt)),
  title: titles[meeting.form](),
  line: [
    meeting.who
      ? meeting.school
        ? m.company_page_who_school({ who: meeting.who, school: meeting.school })
        : m.company_page_who({ who: meeting.who })
      : m.company_page_visitor_unknown(),
    meeting.place && places[meeting.form]({ place: meeting.place }),
  ]
    .filter(Boolean)
    .join(' '),
  children: meeting.can.answer ? <Answer {...{ meeting, token, contact, next }} /> : undefined,
})
