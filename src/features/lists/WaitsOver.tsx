import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { saysDate, today } from '#web/parts/dates.ts'
import { useGo } from '#web/parts/Go.tsx'
import { number } from '#web/parts/numbers.ts'
import { type Criteria, countWaitsOver } from './criteria.schema.ts'
import { makeContactList } from './lists.schema.ts'

/** Companies whose wait is over feed the next draw: how many, and a press that begins it. */
export const WaitsOver = ({ everything }: { everything: Criteria }) => {
  const go = useGo()
  const { data } = useAnswer(countWaitsOver)
  const make = useAct(makeContactList, { onDone: ({ id }) => go(`/udtraek/${id}`) })
  if (!data || data.companies === 0) return null
  const begin = () =>
    void make.run({
      body: {
        name: m.lists_waits_over_name({ date: saysDate(today()) }),
        goal: '',
        criteria: { ...everything, waitOver: 'over' },
      },
    })
  return (
    <div className="tov-card lists-waits-over">
      <p>
        {data.later > 0
          ? m.lists_waits_over_later({ count: number(data.companies), later: number(data.later) })
          : m.lists_waits_over({ count: number(data.companies) })}
      </p>
      <Button aria-disabled={make.running || undefined} onClick={begin}>
        {m.lists_waits_over_button()}
      </Button>
    </div>
  )
}
