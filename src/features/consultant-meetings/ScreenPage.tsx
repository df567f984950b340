import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useKeys } from '#web/data/keys.ts'
import { startLive } from '#web/data/live.ts'
import { KeysOverview } from '#web/frame/KeysOverview.tsx'
import { saysDate, saysTime } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Logo } from '#web/parts/Logo.tsx'
import * as contract from './consultant-meetings.schema.ts'
import { type Meeting, outcomeOf, saysWhen, saysWhere, sectionSays, titleOf } from './meeting-words.tsx'
import { sections } from './meeting-shapes.schema.ts'
import { ScreenLast, ScreenNext, ScreenPeople } from './ScreenParts.tsx'
import { ScreenPoint } from './ScreenPoint.tsx'
import { type Screen, type Slide, useScreen } from './use-screen.tsx'
import './consultant-meetings.css'

type Part = { key: string; says: string; first: number; count: number; done: boolean; here: boolean }
const partOf = (slide: Slide) => (slide.is === 'point' ? slide.point.section : slide.is)
/** The parts of the meeting, each with how many, and whether something came of all of it. */
const partsOf = ({ slides, place, slide }: Screen): Part[] => {
  const says = {
    ...sectionSays,
    people: m.consultant_meetings_part_people,
    last: m.consultant_meetings_part_last,
    next: m.consultant_meetings_part_next,
  }
  return (['people', 'last', ...sections, 'next'] as const).flatMap((key) => {
    const of = slides.flatMap((one, index) => (partOf(one) === key ? [{ one, index }] : []))
    const [head] = of
    if (!head) return []
    const done = of.every(({ one, index }) => (one.is === 'point' ? outcomeOf(one.point) !== null : index < place))
    const count = head.one.is === 'point' ? of.length : 0
    return [
      { key, says: says[key](), first: head.index, count, done, here: slide !== undefined && partOf(slide) === key },
    ]
  })
}

/** The last things that were said: the minutes as they come. */
const Written = ({ meeting, hidden }: { meeting: Meeting; hidden: boolean }) => {
  const said = meeting.points
    .filter(({ outcome }) => outcome)
    .toSorted((a, b) => (b.outcome?.at ?? '').localeCompare(a.outcome?.at ?? ''))
    .slice(0, 3)
  return (
    <section className="meeting-written" aria-label={m.consultant_meetings_writes_itself()}>
      <h2>{m.consultant_meetings_writes_itself()}</h2>
      <ol>
        {said.map((point) => (
          <li key={point.id}>
            {saysTime(point.outcome?.at ?? '')} {titleOf(point, hidden)}: {outcomeOf(point)?.says}
          </li>
        ))}
      </ol>
      <p className="meeting-keys">
        <KeyCap>←</KeyCap> <KeyCap>→</KeyCap> {m.consultant_meetings_keys_turn()} <KeyCap>1</KeyCap>–<KeyCap>9</KeyCap>{' '}
        {m.consultant_meetings_keys_give()} <KeyCap>?</KeyCap> {m.consultant_meetings_keys_all()}
      </p>
    </section>
  )
}

const ScreenRail = ({ meeting, screen }: { meeting: Meeting; screen: Screen }) => (
  <nav className="meeting-rail" aria-label={m.consultant_meetings_agenda()}>
    <div className="meeting-head">
      <Go to={`/konsulentmoede/${meeting.id}`} aria-label={m.consultant_meetings_to_page()}>
        <Logo size={32} />
      </Go>
      <div>
        <b>{m.consultant_meetings_title()}</b>
        <span>{[saysDate(meeting.startsAt), meeting.host?.name].filter(Boolean).join(', ')}</span>
      </div>
    </div>
    <ol className="meeting-parts">
      {partsOf(screen).map(({ key, says, first, count, done, here }, index) => (
        <li key={key}>
          <button type="button" aria-current={here ? 'step' : undefined} onClick={() => screen.goTo(first)}>
            <span className="meeting-nth">
              {done ? <IconCheck size={22} aria-label={m.consultant_meetings_done()} /> : index + 1}
            </span>
            <span>{says}</span>
            {count > 0 && <span className="meeting-count">{count}</span>}
          </button>
        </li>
      ))}
    </ol>
    <Written meeting={meeting} hidden={screen.hidden} />
  </nav>
)

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
  useEffect(() => {
    // Newer browsers answer with a promise: an effect gives nothing back.
    document.querySelector('.meeting-main')?.scrollTo?.(0, 0)
  }, [place])
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
