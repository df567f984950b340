import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useKeys } from '#web/data/keys.ts'
import { startLive } from '#web/data/live.ts'
import { KeysOverview } from '#web/frame/KeysOverview.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import * as contract from './consultant-meetings.schema.ts'
import { type Meeting, saysWhen, saysWhere } from './meeting-words.tsx'
import { ScreenLast, ScreenNext, ScreenPeople } from './ScreenParts.tsx'
import { ScreenPoint } from './ScreenPoint.tsx'
import { ScreenRail } from './ScreenRail.tsx'
import { useScreen } from './use-screen.tsx'
import './consultant-meetings.css'

const Held = ({ meeting }: { meeting: Meeting }) => {
  const screen = useScreen(meeting)
  const { goTo, place, slide } = screen
  const next = () => goTo(place + 1)
  const back = () => goTo(place - 1)
  useKeys([
    { key: 'j', says: m.consultant_meetings_key_next(), run: next },
    { key: 'k', says: m.consultant_meetings_key_back(), run: back },
    { key: 'arrowright', says: m.consultant_meetings_key_next(), run: next, hidden: true },
    { key: 'arrowleft', says: m.consultant_meetings_key_back(), run: back, hidden: true },
    { key: 'arrowdown', says: m.consultant_meetings_key_next(), run: next, hidden: true },
    { key: 'arrowup', says: m.consultant_meetings_key_back(), run: back, hidden: true },
    { key: 'n', says: m.consultant_meetings_key_open(), run: screen.toNextOpen },
    { key: 'h', says: m.consultant_meetings_key_hide(), run: screen.hide },
  ])
  // A point that is new on the screen is read from its top.
  useEffect(() => document.querySelector('.meeting-main')?.scrollTo?.(0, 0), [place])
  return (
    <div className="meeting-screen">
      <ScreenRail meeting={meeting} screen={screen} />
      <main className="meeting-main" id="indhold" tabIndex={-1}>
        {slide?.is === 'people' && <ScreenPeople meeting={meeting} screen={screen} />}
        {slide?.is === 'last' && <ScreenLast meeting={meeting} screen={screen} />}
        {screen.point && <ScreenPoint key={screen.point.id} meeting={meeting} screen={screen} point={screen.point} />}
        {slide?.is === 'next' && <ScreenNext meeting={meeting} />}
      </main>
      <KeysOverview />
    </div>
  )
}

/** Ahead: one key opens it. Over: its minutes are on its page. */
const NotHeld = ({ meeting }: { meeting: Meeting }) => {
  const open = useAct(contract.openConsultantMeeting)
  const start = () => void open.run({ params: { id: meeting.id } })
  useKeys([{ key: 'enter', says: m.consultant_meetings_open(), run: start }], meeting.can.open)
  return (
    <main className="meeting-before" id="indhold">
      <h1>{m.consultant_meetings_title_of({ when: saysWhen(meeting) })}</h1>
      <p>{saysWhere(meeting)}</p>
      {meeting.can.open ? (
        <Button size="xl" variant="filled" onClick={start} disabled={open.running}>
          {m.consultant_meetings_open()} <KeyCap>↵</KeyCap>
        </Button>
      ) : (
        <EmptyState title={m.consultant_meetings_not_open()}>
          <Go className="tov-link" to={`/konsulentmoede/${meeting.id}`}>
            {m.consultant_meetings_to_page()}
          </Go>
        </EmptyState>
      )}
    </main>
  )
}

/** The big screen: readable from six metres, one thing at a time. */
export default function ScreenPage() {
  const id = Number(useParams({ from: '/signed-in/konsulentmoede/$id/skaerm' }).id)
  const shown = useAnswer(contract.showConsultantMeeting, { params: { id } })
  useEffect(startLive, [])
  if (!shown.data)
    return <main className="meeting-before">{shown.error ? <ListFailed list={shown} /> : <GreyRows />}</main>
  return shown.data.state === 'open' ? <Held meeting={shown.data} /> : <NotHeld meeting={shown.data} />
}
