import { Button, Textarea } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { first, saysMoment } from '#web/parts/dates.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import type { Knot } from '#web/parts/Thread.tsx'
import { CaseMoving, type Shared } from './CaseMoving.tsx'
import { cancelCaseMeeting, confirmMeeting } from './company-page.schema.ts'

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
          <CaseMoving {...shared} />
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
