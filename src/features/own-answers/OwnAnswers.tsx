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

type Own = z.infer<typeof OfferedOwn>
type Company = { own: readonly Own[] }
type Typed = { answer: AnswerWord | null; ownId: number | null; ownReasonId: number | null }
type Change = { ownId?: number | null; ownReasonId?: number | null }
type Props = { company: Company; typed: Typed; onType: (change: Change) => void }

const chosenOf = ({ own }: Company, { answer, ownId }: Pick<Typed, 'answer' | 'ownId'>) =>
  own.find((one) => one.id === ownId && one.answer === answer)
/** Whether the word that is chosen has reasons of its own: then nobody is asked for the centre's. */
export const hasOwnReasons = (company: Company, typed: Pick<Typed, 'answer' | 'ownId'>) =>
  (chosenOf(company, typed)?.reasons.length ?? 0) > 0

const reasonKey = (at: number) => String.fromCodePoint(97 + at)
/** Why, of the short list under the word that is chosen, at the keys that a no's reasons have. None must be chosen. */
const OwnReasons = ({ company, typed, onType }: Props) => {
  const reasons = chosenOf(company, typed)?.reasons ?? []
  const choose = (id: number) => onType({ ownReasonId: typed.ownReasonId === id ? null : id })
  useKeys(
    reasons.map(({ id, name }, at) => ({
      key: reasonKey(at),
      says: m.own_answers_reason_key({ name }),
      run: () => choose(id),
    })),
    reasons.length > 0,
  )
  if (reasons.length === 0) return null
  return (
    <div className="own-answers" role="group" aria-label={m.own_answers_reason_label()}>
      <span className="tov-dim tov-small">{m.own_answers_reason_label()}</span>
      {reasons.map(({ id, name }, at) => (
        <button
          key={id}
          type="button"
          className="own-answers-one"
          aria-pressed={typed.ownReasonId === id}
          onClick={() => choose(id)}
        >
          {name} <KeyCap>{reasonKey(at)}</KeyCap>
        </button>
      ))}
    </div>
  )
}

/** Beside an answer: the centre's own words for it, of which one may be chosen, and why. */
export const OwnAnswers = ({ company, typed, onType }: Props) => {
  const { answer, ownId } = typed
  const words = company.own.filter((one) => one.answer === answer).slice(0, keys.length)
  const choose = (id: number) => onType({ ownId: ownId === id ? null : id, ownReasonId: null })
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
    <>
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
            {name}{' '}
            {until && <span className="tov-dim tov-small">{m.own_answers_until({ date: saysDate(until) })}</span>}{' '}
            <KeyCap>{keys[at]}</KeyCap>
          </button>
        ))}
      </div>
      <OwnReasons company={company} typed={typed} onType={onType} />
    </>
  )
}
