import { Button } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { saysDate, today } from '#web/parts/dates.ts'
import { useGo } from '#web/parts/Go.tsx'
import { number } from '#web/parts/numbers.ts'
import { type Criteria, countWaitsOver } from './criteria.schema.ts'
import { makeContactList } from './lists.schema.ts'

const saysOver = ({ companies, later }: AnswerOf<typeof countWaitsOver>) => {
  if (companies === 1) return later > 0 ? m.lists_waits_over_one_later() : m.lists_waits_over_one()
  const count = number(companies)
  return later > 0 ? m.lists_waits_over_later({ count, later: number(later) }) : m.lists_waits_over({ count })
}

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
      <p>{saysOver(data)}</p>
      <Button aria-disabled={make.running || undefined} onClick={begin}>
        {m.lists_waits_over_button()}
      </Button>
    </div>
  )
}
