import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { Go } from '#web/parts/Go.tsx'
import { number } from '#web/parts/numbers.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { manyOf } from './capacity-words.tsx'
import { showFreeMeetings } from './capacity.schema.ts'

type Props = {
  /** Meetings to be expected of so many companies. */
  expected: { least: number; most: number }
  companies: number
  from: string | null
  to: string | null
  /** What will be offered. */
  form: MeetingForm
  onFewer: (companies: number) => void
}
/** So many companies that even the most meetings to be expected of them can be held. */
const thatFit = ({ expected: { most }, companies }: Props, free: number) => Math.floor((companies * free) / most)

/** Whether the meetings of the kind that are free do for the meetings that are to be expected: it warns, and never blocks. */
export const FreeMeetings = (props: Props) => {
  const { expected, from, to, form, onFewer } = props
  const may = useMay()
  const query = { form, ...(from && { from }), ...(to && { to }) }
  const many = manyOf[form]()
  const { data } = useAnswer(showFreeMeetings, { query }, { when: may(showFreeMeetings), keep: true })
  if (!data) return null
  const { free, week, notAgreed } = data
  if (free === null) return <p className="capacity-free tov-dim">{m.capacity_free_too_far({ many })}</p>
  const said = { free: number(free), week, many }
  if (notAgreed)
    return (
      <p className="capacity-free tov-dim">
        {m.capacity_free_unknown({ many })} <Go to="/kapacitet">{m.capacity_free_agree()}</Go>
      </p>
    )
  if (free >= expected.most) return <p className="capacity-free">{m.capacity_free_enough(said)}</p>
  const fewer = thatFit(props, free)
  return (
    <div className="capacity-free capacity-too-few" role="status">
      <b>{free < expected.least ? m.capacity_free_too_few({ many }) : m.capacity_free_perhaps({ many })}</b>
      <span>{m.capacity_free_too_few_text(said)}</span>
      <div className="capacity-free-ways">
        {fewer > 0 && <Button onClick={() => onFewer(fewer)}>{m.capacity_free_begin({ count: number(fewer) })}</Button>}
        <Button component={Go} to="/kapacitet">
          {m.capacity_free_ask()}
        </Button>
      </div>
    </div>
  )
}
