import type { z } from '#platform/endpoint'
import * as m from '#texts'
import { useKeys } from '#web/data/keys.ts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { saysDate } from '#web/parts/dates.ts'
import type { AnswerWord } from '../may-contact/answers.schema.ts'
import type { OfferedOwn } from './own-answers.schema.ts'
import './own-answers.css'

/** At the right of the keyboard: the reasons for a no have those at the left. */
const keys = ['i', 'o', 'p', 'j', 'k', 'l'] as const

type Props = {
  company: { own: readonly z.infer<typeof OfferedOwn>[] }
  answer: AnswerWord
  ownId: number | null
  onType: (change: { ownId: number | null }) => void
}

/** Beside an answer: the centre's own words for it, of which one may be chosen. */
export const OwnAnswers = ({ company, answer, ownId, onType }: Props) => {
  const words = company.own.filter((one) => one.answer === answer).slice(0, keys.length)
  const choose = (id: number) => onType({ ownId: ownId === id ? null : id })
  useKeys(
    words.map(({ id, name }, at) => ({
      key: keys[at] ?? '',
      says: m.own_answers_key({ name }),
      run: () => choose(id),
    })),
    words.length > 0,
  )
  if (words.length === 0) return null
  return (
    <div className="own-answers" role="group" aria-label={m.own_answers_label()}>
      <span className="tov-dim tov-small">{m.own_answers_label()}</span>
      {words.map(({ id, name, until }, at) => (
        <button
          key={id}
          type="button"
          className="own-answers-one"
          aria-pressed={ownId === id}
          onClick={() => choose(id)}
        >
          {name} {until && <span className="tov-dim tov-small">{m.own_answers_until({ date: saysDate(until) })}</span>}{' '}
          <KeyCap>{keys[at]}</KeyCap>
        </button>
      ))}
    </div>
  )
}
