import * as m from '#texts'
import { overOf, type Week, weekSays } from './capacity-words.tsx'

/** As many squares as can be taken in at a glance; beyond, the sentence tells. */
const most = 10
const squaresOf = ({ meetings, booked, state }: Week): { n: number; kind: 'booked' | 'free' | 'full' | 'give' }[] => {
  if (state === 'away') return Array.from({ length: booked }, (_, n) => ({ n, kind: 'give' }))
  const taken = booked >= (meetings ?? Infinity) ? 'full' : 'booked'
  const count = Math.max(booked, meetings ?? booked)
  return Array.from({ length: count }, (_, n) => ({ n, kind: n < booked ? taken : 'free' }))
}

/** A week of someone: what is booked, what is free, whether it is full; the same in words for who does not see it. */
export const Squares = ({ week }: { week: Week }) => {
  const squares = squaresOf(week)
  const over = week.state === 'open' ? overOf(week) : 0
  const word =
    week.state === 'away' ? m.capacity_away() : week.state === 'closed' ? week.why || m.capacity_closed() : ''
  return (
    <span className="capacity-week" data-state={week.state}>
      <span className="tov-only-read">{weekSays(week)}</span>
      <span className="capacity-squares" aria-hidden="true">
        {squares.slice(0, most).map(({ n, kind }) => (
          <span key={n} data-kind={kind} />
        ))}
        {squares.length > most && <b>+{squares.length - most}</b>}
      </span>
      {word && (
        <span className="capacity-word" aria-hidden="true">
          {word}
        </span>
      )}
      {over > 0 && <b className="capacity-over">{m.capacity_over({ count: over })}</b>}
      {week.state === 'open' && week.meetings === null && week.booked === 0 && (
        <span className="capacity-word" aria-hidden="true">
          {m.capacity_unlimited()}
        </span>
      )}
      {week.state === 'open' && week.meetings === 0 && week.booked === 0 && !week.why && (
        <span className="capacity-word" aria-hidden="true">
          {m.capacity_none_short()}
        </span>
      )}
      {week.state === 'open' && week.why && <span className="capacity-word">{week.why}</span>}
    </span>
  )
}
