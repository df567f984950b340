import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useKeys } from '#web/data/keys.ts'
import { saysDate, saysMoment } from '#web/parts/dates.ts'
import { useGo } from '#web/parts/Go.tsx'
import { Initials } from '#web/parts/Initials.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { stateOfLine } from './Agenda.tsx'
import * as contract from './consultant-meetings.schema.ts'
import type { Meeting } from './meeting-words.tsx'
import type { Screen } from './use-screen.tsx'

type Props = { meeting: Meeting; screen: Screen }
/** Keys that turn, hide and undo are no person's. */
const keys = Array.from('123456789acdefgimopqrstuvwxy')

export const ScreenPeople = ({ meeting, screen }: Props) => {
  const attend = useAct(contract.attendMeeting)
  const leave = useAct(contract.leaveMeeting)
  const { id, people, can } = meeting
  const toggle = ({ id: personId, present }: Meeting['people'][number]) =>
    void (present ? leave.run({ params: { id, personId } }) : attend.run({ params: { id }, body: { personId } }))
  const withKeys = people.slice(0, keys.length)
  useKeys(
    withKeys.map((one, index) => ({
      key: keys[index] ?? '',
      says: m.consultant_meetings_key_here({ who: one.name }),
      run: () => toggle(one),
      hidden: true,
    })),
    can.lead,
  )
  useKeys([{ key: 'enter', says: m.consultant_meetings_key_next(), run: screen.enter }])
  const count = people.filter(({ present }) => present).length
  return (
    <article className="meeting-point">
      <p className="meeting-above">{m.consultant_meetings_here_count({ count, of: people.length })}</p>
      <h1>{m.consultant_meetings_part_people()}</h1>
      <div className="meeting-takers">
        {people.map((one, index) => (
          <button
            key={one.id}
            type="button"
            className="meeting-taker"
            aria-pressed={one.present}
            disabled={!can.lead}
            onClick={() => toggle(one)}
          >
            <Initials name={one.name} size={40} />
            <span>
              <b>{one.name}</b>
              <span>{one.school}</span>
            </span>
            {keys[index] && <KeyCap>{keys[index]}</KeyCap>}
          </button>
        ))}
      </div>
    </article>
  )
}

export const ScreenLast = ({ meeting: { last }, screen }: Props) => {
  useKeys([{ key: 'enter', says: m.consultant_meetings_key_next(), run: screen.enter }])
  if (!last) return null
  return (
    <article className="meeting-point">
      <p className="meeting-above">{saysDate(last.startsAt)}</p>
      <h1>{m.consultant_meetings_part_last()}</h1>
      {last.lines.length === 0 && <p className="meeting-facts">{m.consultant_meetings_last_none()}</p>}
      <ul className="meeting-lines">
        {last.lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines of closed minutes: none is added, none goes
          <li key={index}>
            <b>{(!screen.hidden && line.company) || line.words}</b>
            <span>
              {[line.company && line.words, line.who, line.dueOn && saysDate(line.dueOn)].filter(Boolean).join(' · ')}
            </span>
            {stateOfLine(line.state)}
          </li>
        ))}
      </ul>
    </article>
  )
}

/** The next meeting; twice Enter closes this one. */
export const ScreenNext = ({ meeting }: Pick<Props, 'meeting'>) => {
  const go = useGo()
  const [asked, setAsked] = useState(false)
  const close = useAct(contract.closeConsultantMeeting, {
    says: () => (meeting.mails ? m.consultant_meetings_closed_mailed() : m.consultant_meetings_closed()),
    onDone: () => go(`/konsulentmoede/${meeting.id}`),
  })
  const press = () => (asked ? void close.run({ params: { id: meeting.id } }) : setAsked(true))
  useKeys([{ key: 'enter', says: m.consultant_meetings_close(), run: press }], meeting.can.lead)
  const { next } = meeting
  const left = meeting.points.filter(({ outcome, gone }) => !outcome && !gone).length
  return (
    <article className="meeting-point">
      <h1>{m.consultant_meetings_part_next()}</h1>
      <p className="meeting-quote">
        {next
          ? [saysMoment(next.startsAt), next.host, next.place].filter(Boolean).join(', ')
          : m.consultant_meetings_no_next()}
      </p>
      {meeting.more > 0 && <p className="meeting-facts">{m.consultant_meetings_more({ count: meeting.more })}</p>}
      {meeting.points.length === 0 && <p className="meeting-facts">{m.consultant_meetings_empty()}</p>}
      {left > 0 && <p className="meeting-facts">{m.consultant_meetings_left({ count: left })}</p>}
      {meeting.can.lead && (
        <div className="meeting-foot">
          <div className="meeting-buttons">
            {asked && <span role="status">{m.consultant_meetings_close_sure()}</span>}
            <Button size="lg" variant="filled" onClick={press} disabled={close.running}>
              {asked ? m.consultant_meetings_close_yes() : m.consultant_meetings_close()} <KeyCap>↵</KeyCap>
            </Button>
          </div>
        </div>
      )}
    </article>
  )
}
