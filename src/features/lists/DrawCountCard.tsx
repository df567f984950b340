import { type ReactNode, useEffect, useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { number } from '#web/parts/numbers.ts'
import { countDraw, countNumberless, type Criteria } from './criteria.schema.ts'
import { shortOf } from './list-words.table.ts'

/** The same value, once it has been still for a while. */
const useStill = <Value,>(value: Value, milliseconds: number) => {
  const [still, setStill] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return still
}

const mostLookedUp = 50_000

type Props = { criteria: Criteria; listId: number; action: ReactNode }

/** How many would be on the list now, and how many are out, by reason. */
export const DrawCountCard = ({ criteria, listId, action }: Props) => {
  const still = useStill(criteria, 250)
  const { data, error } = useAnswer(countDraw, { body: { criteria: still, listId } }, { keep: true })
  // Of so many it would take longer than anyone looks.
  const few = data !== undefined && data.included > 0 && data.fits <= mostLookedUp
  const without = useAnswer(countNumberless, { body: { criteria: still, listId } }, { when: few, keep: true })
  return (
    <Card title={m.lists_count_title()}>
      <div className="lists-count" role="status" aria-live="polite">
        <b>{data ? number(data.included) : '–'}</b>
        <span>{m.lists_count_in({ fits: data ? number(data.fits) : '–' })}</span>
      </div>
      {few && without.data && without.data.numberless > 0 && (
        <p className="lists-numberless">{m.lists_count_numberless({ count: number(without.data.numberless) })}</p>
      )}
      {error && <p className="tov-dim">{error.detail}</p>}
      {data && data.out.length > 0 && (
        <dl className="lists-reasons">
          {data.out.map(({ reason, count }) => (
            <div key={reason}>
              <dt>{shortOf(reason)}</dt>
              <dd>{number(count)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="tov-dim tov-small">{m.lists_count_help()}</p>
      {action}
    </Card>
  )
}
