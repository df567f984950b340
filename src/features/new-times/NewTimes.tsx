import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { leaveNewTime, listNewTimes, takeNewTime } from './new-times.schema.ts'
import './new-times.css'

type NewTime = RowOf<typeof listNewTimes>

const says = {
  cancelled: m.new_times_was_cancelled,
  'cancelled-by-company': m.new_times_was_by_company,
  'not-met': m.new_times_was_not_met,
}

const LeaveForm = ({ id, onDone }: { id: number; onDone: () => void }) => {
  const form = useContractForm(leaveNewTime, {
    initial: { why: '' },
    with: { params: { id } },
    says: () => m.new_times_left(),
    onDone,
  })
  return (
    <div {...useOpened(onDone)}>
      <ContractForm of={form}>
        <TextInput label={m.new_times_why()} required maxLength={300} {...form.field('why')} />
        <SendButton of={form} variant="default">
          {m.new_times_leave()}
        </SendButton>
      </ContractForm>
    </div>
  )
}

const OneNewTime = ({ row }: { row: NewTime }) => {
  const [leaving, setLeaving] = useState(false)
  const take = useAct(takeNewTime, { says: () => m.new_times_taken() })
  return (
    <li>
      <div>{says[row.why]({ date: saysDate(row.wasAt) })}</div>
      <div className="tov-dim tov-small">{row.who ? m.new_times_who({ who: row.who }) : m.new_times_nobody()}</div>
      {row.can.take && (
        <Button size="compact-sm" disabled={take.running} onClick={() => void take.run({ params: { id: row.id } })}>
          {m.new_times_take()}
        </Button>
      )}{' '}
      {row.can.leave &&
        (leaving ? (
          <LeaveForm id={row.id} onDone={() => setLeaving(false)} />
        ) : (
          <Button size="compact-sm" onClick={() => setLeaving(true)}>
            {m.new_times_leave_open()}
          </Button>
        ))}
    </li>
  )
}

/** New times that are to be found with a company; nothing when there are none. */
export const NewTimes = ({ companyId }: { companyId: number }) => {
  const { data } = useAnswer(listNewTimes, { query: { companyId } })
  const rows = data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Card title={m.new_times_title()}>
      <ul className="new-times-list">
        {rows.map((row) => (
          <OneNewTime key={row.id} row={row} />
        ))}
      </ul>
    </Card>
  )
}
