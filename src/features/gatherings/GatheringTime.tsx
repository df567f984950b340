import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { first, saysDay, saysTime } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import type { News } from './gathering-kinds.table.ts'
import * as contract from './gatherings.schema.ts'
import type { Time, Whole } from './gatherings.schema.ts'
import { MoveDialog } from './MoveDialog.tsx'

/** "Torsdag 26. november kl. 10.00–12.00". */
export const saysSpan = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  m.gatherings_span({ day: first(saysDay(startsAt)), from: saysTime(startsAt), to: saysTime(endsAt) })
export const saysFree = (free: number) =>
  free === 0 ? m.gatherings_is_full() : free === 1 ? m.gatherings_is_free_one() : m.gatherings_is_free({ count: free })

type Part = { whole: Whole; time: Time }
const at = ({ whole, time }: Part) => ({ id: whole.id, timeId: time.id })
type Person = Time['people'][number]

/** Whether somebody came: the own answer, or the host's. */
const Came = ({ whole, time, person }: Part & { person: Person }) => {
  const say = useAct(contract.sayWhoCame, { says: () => m.gatherings_said_came() })
  const press = (came: boolean) => void say.run({ params: at({ whole, time }), body: { personId: person.id, came } })
  return (
    <span role="group" aria-label={m.gatherings_came_of({ who: person.name })} className="gatherings-came">
      <button type="button" className="tov-text-button" aria-pressed={person.came === true} onClick={() => press(true)}>
        {m.gatherings_came()}
      </button>
      <button
        type="button"
        className="tov-text-button"
        aria-pressed={person.came === false}
        onClick={() => press(false)}
      >
        {m.gatherings_came_not()}
      </button>
    </span>
  )
}
/** A colleague asks who looks to take the turn. */
const Turn = ({ whole, time, person }: Part & { person: Person }) => {
  const answer = useAct(contract.answerTurn, {
    says: (_, { body }) =>
      body.yes ? m.gatherings_said_turn_taken() : m.gatherings_said_turn_refused({ who: person.name }),
  })
  const press = (yes: boolean) => void answer.run({ params: at({ whole, time }), body: { fromId: person.id, yes } })
  return (
    <span className="gatherings-came">
      <Button variant="filled" onClick={() => press(true)}>
        {m.gatherings_take_turn({ who: person.name })}
      </Button>
      <Button onClick={() => press(false)}>{m.gatherings_refuse_turn()}</Button>
    </span>
  )
}
const Asking = ({ whole, time, onClose }: Part & { onClose: () => void }) => {
  const params = at({ whole, time })
  const { data } = useAnswer(contract.listTakers, { params })
  const [to, setTo] = useState('')
  const rows = data?.rows ?? []
  const chosen = rows.find(({ id }) => String(id) === to) ?? rows[0]
  const ask = useAct(contract.askToTakeTurn, {
    says: () => m.gatherings_said_turn_asked({ who: chosen?.name ?? '' }),
    onDone: onClose,
  })
  return (
    <Dialog title={m.gatherings_ask_turn()} onClose={onClose}>
      {!data && <GreyRows count={2} />}
      {data && rows.length === 0 && <p>{m.gatherings_ask_turn_none()}</p>}
      {chosen && (
        <>
          <Dropdown
            label={m.gatherings_ask_turn_whom()}
            data={rows.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={String(chosen.id)}
            onChange={setTo}
          />
          <div className="tov-dialog-foot">
            <Button variant="filled" onClick={() => void ask.run({ params, body: { toId: chosen.id } })}>
              {m.gatherings_ask_turn_send()}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
/** Somebody else takes my turn, with a yes. */
const AskTurn = (props: Part) => {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.gatherings_ask_turn()}</Button>
      {asking && <Asking {...props} onClose={() => setAsking(false)} />}
    </>
  )
}

const People = ({ whole, time }: Part) => {
  if (time.people.length === 0) return <p className="tov-dim">{m.gatherings_who_none()}</p>
  return (
    <ul className="gatherings-people" aria-label={m.gatherings_who()}>
      {time.people.map((person) => (
        <li key={person.id}>
          <span>
            <b>{person.name}</b> <span className="tov-dim">{person.school}</span>{' '}
            {person.waits && <StateTag tone="venter">{m.gatherings_line()}</StateTag>}
            {person.asked !== null && !person.can.take && (
              <span className="tov-dim tov-small">{m.gatherings_is_asked({ who: person.asked })}</span>
            )}
          </span>
          {person.can.say && <Came whole={whole} time={time} person={person} />}
          {person.can.take && <Turn whole={whole} time={time} person={person} />}
        </li>
      ))}
    </ul>
  )
}

const newsWords: Record<News, () => string> = {
  up: m.gatherings_news_up,
  moved: m.gatherings_news_moved,
  lost: m.gatherings_news_lost,
  off: m.gatherings_news_off,
}
const NewsLine = ({ whole, time, news }: Part & { news: News }) => {
  const seen = useAct(contract.putAwayNews)
  return (
    <p className="gatherings-news" role="status">
      {newsWords[news]()}{' '}
      <button type="button" className="tov-text-button" onClick={() => void seen.run({ params: at({ whole, time }) })}>
        {m.gatherings_news_seen()}
      </button>
    </p>
  )
}
const saysSigned = (time: Time | undefined) =>
  time?.mine?.waits ? m.gatherings_said_wait({ place: time.mine.place }) : m.gatherings_said_up()

/** One time: when and where, who comes, and what one may do about it. */
export const GatheringTime = ({ whole, time }: Part) => {
  const [moving, setMoving] = useState(false)
  const params = at({ whole, time })
  const up = useAct(contract.signUp, { says: ({ times }) => saysSigned(times.find(({ id }) => id === time.id)) })
  const off = useAct(contract.signOff, { says: () => m.gatherings_said_signed_off() })
  const ahead = !whole.calledOff && !whole.over
  return (
    <section className="gatherings-time">
      <h3>{saysSpan(time)}</h3>
      <p>
        {time.place}
        {ahead && <span className="tov-dim"> · {saysFree(time.free)}</span>}
      </p>
      {time.mine?.news && <NewsLine whole={whole} time={time} news={time.mine.news} />}
      {time.mine?.waits && ahead && <p>{m.gatherings_said_wait({ place: time.mine.place })}</p>}
      <People whole={whole} time={time} />
      <div className="gatherings-acts">
        {time.can.signUp && (
          <Button variant={whole.times.length === 1 ? 'filled' : 'default'} onClick={() => void up.run({ params })}>
            {time.free > 0 ? m.gatherings_sign_up() : m.gatherings_sign_up_wait()}
          </Button>
        )}
        {time.can.signOff && <Button onClick={() => void off.run({ params })}>{m.gatherings_sign_off()}</Button>}
        {time.can.ask && <AskTurn whole={whole} time={time} />}
        {time.can.move && <Button onClick={() => setMoving(true)}>{m.gatherings_move()}</Button>}
      </div>
      {moving && <MoveDialog whole={whole} time={time} onClose={() => setMoving(false)} />}
    </section>
  )
}
