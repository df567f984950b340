import { IconCheck } from '@tabler/icons-react'
import * as m from '#texts'
import { saysDate, saysTime } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { Logo } from '#web/parts/Logo.tsx'
import { type Meeting, outcomeOf, sectionSays, titleOf } from './meeting-words.tsx'
import { sections } from './meeting-shapes.schema.ts'
import type { Screen, Slide } from './use-screen.tsx'

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

export const ScreenRail = ({ meeting, screen }: { meeting: Meeting; screen: Screen }) => (
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
