import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { Go } from '#web/parts/Go.tsx'
import { number } from '#web/parts/numbers.ts'
import { showFreeVisits } from './capacity.schema.ts'

type Props = {
  /** Meetings to be expected of so many companies. */
  expected: { least: number; most: number }
  companies: number
  from: string | null
  to: string | null
  onFewer: (companies: number) => void
}
/** So many companies that even the most meetings to be expected of them can be held. */
const thatFit = ({ expected: { most }, companies }: Props, free: number) => Math.floor((companies * free) / most)

/** Whether the visits that are free do for the meetings that are to be expected: it warns, and never blocks. */
export const FreeVisits = (props: Props) => {
  const { expected, from, to, onFewer } = props
  const may = useMay()
  const query = { ...(from && { from }), ...(to && { to }) }
  const { data } = useAnswer(showFreeVisits, { query }, { when: may(showFreeVisits), keep: true })
  if (!data) return null
  const { free, week, notAgreed } = data
  if (free === null) return <p className="capacity-free tov-dim">{m.capacity_free_too_far()}</p>
  const said = { free: number(free), week }
  if (notAgreed)
    return (
      <p className="capacity-free tov-dim">
        {m.capacity_free_unknown()} <Go to="/kapacitet">{m.capacity_free_agree()}</Go>
      </p>
    )
  if (free >= expected.most) return <p className="capacity-free">{m.capacity_free_enough(said)}</p>
  const fewer = thatFit(props, free)
  return (
    <div className="capacity-free capacity-too-few" role="status">
      <b>{free < expected.least ? m.capacity_free_too_few() : m.capacity_free_perhaps()}</b>
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
