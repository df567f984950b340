import { Checkbox } from '@mantine/core'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useKeys } from '#web/data/keys.ts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { hasOwnReasons } from '../own-answers/OwnAnswers.tsx'
import { refusals } from '../may-contact/answers.schema.ts'
import type { Typed } from './CallAnswers.tsx'
import type { Company } from './call-words.table.tsx'
import { listRefusalReasons } from './refusal-reasons.schema.ts'

export const isRefusal = ({ answer }: Pick<Typed, 'answer'>) => answer !== null && refusals.includes(answer)
const keyOf = (at: number) => String.fromCodePoint(97 + at)

type Props = { company: Company; typed: Typed; onType: (change: Partial<Typed>) => void }

/** Beside a no: why, of the centre's short list, and with shared leadership whether it was said of the whole company. Neither must be chosen. */
export const CallRefusal = ({ company, typed, onType }: Props) => {
  const { data } = useAnswer(listRefusalReasons)
  // One question at a time: an own answer's reasons stand for these.
  const reasons = hasOwnReasons(company, typed) ? [] : (data?.rows ?? [])
  const choose = (id: number) => onType({ reasonId: typed.reasonId === id ? null : id })
  const turn = () => onType({ whole: !typed.whole })
  useKeys([
    ...reasons.map(({ id, name }, at) => ({
      key: keyOf(at),
      says: m.calls_key_reason({ name }),
      run: () => choose(id),
    })),
    ...(company.sharedLeadership ? [{ key: 'v', says: m.calls_whole(), run: turn }] : []),
  ])
  return (
    <div className="calls-refusal">
      {reasons.length > 0 && (
        <div className="calls-reasons" role="group" aria-label={m.calls_reason_label()}>
          <span className="tov-dim tov-small">{m.calls_reason_label()}</span>
          {reasons.map(({ id, name }, at) => (
            <button
              key={id}
              type="button"
              className="calls-reason"
              aria-pressed={typed.reasonId === id}
              onClick={() => choose(id)}
            >
              {name} <KeyCap>{keyOf(at)}</KeyCap>
            </button>
          ))}
        </div>
      )}
      {company.sharedLeadership && (
        <Checkbox
          checked={typed.whole}
          onChange={turn}
          label={
            <>
              {m.calls_whole()} <KeyCap>v</KeyCap>
            </>
          }
          description={m.calls_whole_help()}
        />
      )}
    </div>
  )
}
