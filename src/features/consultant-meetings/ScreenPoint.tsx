import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useKeys } from '#web/data/keys.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { saysDay } from '#web/parts/dates.ts'
import { Initials } from '#web/parts/Initials.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { listMeetingTakers } from './consultant-meetings.schema.ts'
import {
  factsOf,
  lateOf,
  type Meeting,
  outcomeOf,
  type Point,
  saysKind,
  sectionSays,
  type Taker,
  titleOf,
  whyOf,
} from './meeting-words.tsx'
import type { Screen } from './use-screen.tsx'

type Props = { meeting: Meeting; screen: Screen; point: Point }

/** Which of how many of its part, what it is, and how late. */
const Above = ({ meeting, point }: Pick<Props, 'meeting' | 'point'>) => {
  const of = meeting.points.filter(({ section }) => section === point.section)
  const late = lateOf(point)
  return (
    <p className="meeting-above">
      <span>
        {m.consultant_meetings_nth({
          section: sectionSays[point.section](),
          nth: of.findIndex(({ id }) => id === point.id) + 1,
          count: of.length,
        })}
      </span>
      <span>{saysKind(point)}</span>
      {late && <StateTag tone="galt">{late}</StateTag>}
    </p>
  )
}

const Words = ({ point, hidden }: { point: Point; hidden: boolean }) => {
  const { needs, words, company } = point
  const isNeed = point.kind === 'need'
  // One point stands for all that nobody has answered a company.
  const large = isNeed ? [words, ...needs] : (needs.length > 0 ? needs : company && words ? [words] : []).slice(0, 3)
  if (hidden && company) return <p className="meeting-facts">{m.consultant_meetings_hidden_text()}</p>
  return (
    <>
      <p className="meeting-facts">{factsOf(point)}</p>
      {large.map((one) => (
        <blockquote key={one} className="meeting-quote">
          {one}
        </blockquote>
      ))}
      {!isNeed && needs.length > 0 && words && <p className="meeting-about">{words}</p>}
      {company && words === '' && <p className="meeting-about">{m.consultant_meetings_words_apart()}</p>}
    </>
  )
}

const most = 9
const Takers = ({ screen, takers }: { screen: Screen; takers: readonly Taker[] }) => (
  <fieldset className="meeting-takers">
    <legend>{m.consultant_meetings_who_takes()}</legend>
    {takers.map((one, index) => (
      <button
        key={one.id}
        type="button"
        className="meeting-taker"
        aria-pressed={screen.chosen?.id === one.id}
        onClick={() => screen.choose(one)}
      >
        <Initials name={one.name} size={48} />
        <span>
          <b>{one.name}</b>
          <span>{whyOf(one)}</span>
        </span>
        <KeyCap>{index + 1}</KeyCap>
      </button>
    ))}
    {takers.length === 0 && <p className="meeting-about">{m.consultant_meetings_nobody_here()}</p>}
  </fieldset>
)

const enterSays = ({ chosen, dueOn }: Screen, { kind }: Point) => {
  if (!chosen) return m.consultant_meetings_enter_seen()
  const values = { who: chosen.name, date: saysDay(dueOn) }
  if (kind === 'idea') return m.consultant_meetings_enter_idea(values)
  return chosen.present && kind !== 'referral'
    ? m.consultant_meetings_enter_task(values)
    : m.consultant_meetings_enter_ask(values)
}
/** Whoever pressed the key writes at once. */
const focused = (field: HTMLInputElement | null) => field?.focus()
const Decide = ({ screen }: { screen: Screen }) => {
  const [words, setWords] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim()) void screen.decide(words)
  }
  return (
    <form className="meeting-fields" onSubmit={send}>
      <TextInput
        ref={focused}
        size="lg"
        label={m.consultant_meetings_decision()}
        value={words}
        maxLength={300}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button size="lg" type="submit" variant="filled">
        {m.consultant_meetings_decide()} <KeyCap>↵</KeyCap>
      </Button>
      <Button size="lg" onClick={() => screen.setDeciding(false)}>
        {m.consultant_meetings_stop()}
      </Button>
    </form>
  )
}

/** What is promised, and until when; Enter says yes. */
const Foot = ({ screen, point }: Pick<Props, 'screen' | 'point'>) => {
  const send = (event: FormEvent) => {
    event.preventDefault()
    screen.enter()
  }
  const isNew = point.kind !== 'promise' && point.kind !== 'idea' && point.kind !== 'referral'
  return (
    <form className="meeting-foot" onSubmit={send}>
      {screen.chosen && (
        <div className="meeting-fields">
          {isNew && (
            <TextInput
              size="lg"
              label={m.consultant_meetings_task()}
              value={screen.task}
              maxLength={300}
              onChange={(event) => screen.setWords(event.currentTarget.value)}
            />
          )}
          {point.kind !== 'idea' && (
            <DateField size="lg" label={m.consultant_meetings_due()} value={screen.dueOn} onChange={screen.setDueOn} />
          )}
        </div>
      )}
      <div className="meeting-buttons">
        <Button size="lg" onClick={() => screen.setDeciding(true)}>
          {m.consultant_meetings_decide()} <KeyCap>b</KeyCap>
        </Button>
        <Button size="lg" onClick={screen.later}>
          {m.consultant_meetings_later()} <KeyCap>l</KeyCap>
        </Button>
        <Button size="lg" type="submit" variant="filled" disabled={screen.running}>
          {enterSays(screen, point)} <KeyCap>↵</KeyCap>
        </Button>
      </div>
    </form>
  )
}

/** A point that somebody decides about: who could take it, by number. */
const Open = ({ meeting, screen, point }: Props) => {
  const takes = point.company !== null || point.kind === 'idea'
  const takers = useAnswer(
    listMeetingTakers,
    { params: { id: meeting.id, pointId: point.id ?? 0 } },
    { when: takes && point.id !== null },
  )
  const rows = (takers.data?.rows ?? []).slice(0, most)
  useKeys([
    ...rows.map((one, index) => ({
      key: String(index + 1),
      says: m.consultant_meetings_key_choose({ who: one.name }),
      run: () => screen.choose(one),
    })),
    { key: 'escape', says: m.consultant_meetings_stop(), run: () => screen.choose(undefined), hidden: true },
    { key: 'enter', says: enterSays(screen, point), run: screen.enter },
    { key: 'l', says: m.consultant_meetings_later(), run: screen.later },
    { key: 'b', says: m.consultant_meetings_decide(), run: () => screen.setDeciding(true) },
  ])
  return (
    <>
      {takes && takers.data && <Takers screen={screen} takers={rows} />}
      {screen.deciding ? <Decide screen={screen} /> : <Foot screen={screen} point={point} />}
    </>
  )
}

export const ScreenPoint = ({ meeting, screen, point }: Props) => {
  const came = outcomeOf(point)
  useKeys([{ key: 'enter', says: m.consultant_meetings_key_next(), run: screen.enter }], !screen.open)
  return (
    <article className="meeting-point">
      <Above meeting={meeting} point={point} />
      <h1>{titleOf(point, screen.hidden)}</h1>
      <Words point={point} hidden={screen.hidden} />
      {came && (
        <p className="meeting-came">
          <StateTag tone={came.tone}>{came.says}</StateTag>
        </p>
      )}
      {screen.open && <Open meeting={meeting} screen={screen} point={point} />}
    </article>
  )
}
