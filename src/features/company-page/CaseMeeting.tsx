import { Button, NativeSelect, Textarea } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { dayOf, first, saysDay, saysMoment, saysTime } from '#web/parts/dates.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import type { Knot } from '#web/parts/Thread.tsx'
import {
  cancelCaseMeeting,
  confirmMeeting,
  listCaseSlots,
  moveCaseMeeting,
  type showCase,
} from './company-page.schema.ts'

type Meeting = AnswerOf<typeof showCase>['meetings'][number]
type Shared = { meeting: Meeting; token: string; onDone: () => void }

/** A day, then a time on it: two small steps work on any phone. */
const Move = ({ meeting, token, onDone }: Shared) => {
  const { data, isPending } = useAnswer(listCaseSlots, { params: { token }, query: { meetingId: meeting.id } })
  const [day, setDay] = useState<string>()
  const [chosen, setChosen] = useState<string>()
  const move = useAct(moveCaseMeeting, {
    says: (_, { body }) => m.company_page_moved({ when: saysMoment(body.startsAt) }),
    onDone,
  })
  const others = (data?.rows ?? []).filter(({ startsAt }) => startsAt !== meeting.startsAt)
  const days = [...new Set(others.map(({ startsAt }) => dayOf(startsAt)))]
  const shown = day ?? days[0]
  if (isPending) return <p className="tov-dim">{m.company_page_finding()}</p>
  if (!shown) return <p>{m.company_page_no_times()}</p>
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
        {others
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
          onClick={() => void move.run({ params: { token }, body: { meetingId: meeting.id, startsAt: chosen } })}
        >
          {m.company_page_move_to({ when: saysMoment(chosen) })}
        </Button>
      )}
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

const Answer = ({ meeting, token, next }: { meeting: Meeting; token: string; next: boolean }) => {
  const [changing, setChanging] = useState(false)
  const confirm = useAct(confirmMeeting, { says: () => m.company_page_confirmed_said() })
  const shared = { meeting, token, onDone: () => setChanging(false) }
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
export const meetingKnot = (meeting: Meeting, token: string, next: boolean): Knot => ({
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
  children: meeting.can.answer ? <Answer meeting={meeting} token={token} next={next} /> : undefined,
})
