import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { saysDay } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { listSchools } from '../centre/schools.schema.ts'
import { addClosedDays, removeClosedDays, type showWorkingDays } from './working-days.schema.ts'

type Shown = AnswerOf<typeof showWorkingDays>
type Closed = Shown['closed'][number]

const ClosedRow = ({ row }: { row: Closed }) => {
  const remove = useAct(removeClosedDays, { says: () => m.working_days_closed_removed() })
  return (
    <li>
      <b>{row.name}</b>
      <span>
        {row.from === row.to
          ? saysDay(row.from)
          : m.working_days_hours_row({ from: saysDay(row.from), to: saysDay(row.to) })}
      </span>
      <span className="tov-dim">{row.school?.name ?? m.working_days_closed_whole()}</span>
      {row.can.remove && (
        <Button onClick={() => void remove.run({ params: { id: row.id } })}>{m.working_days_closed_remove()}</Button>
      )}
    </li>
  )
}

const CloseForm = ({ closes }: { closes: 'centre' | 'school' }) => {
  const schools = useAnswer(listSchools)
  const form = useContractForm(addClosedDays, {
    initial: { from: '', to: '', name: '', schoolId: '' },
    draft: 'closed-days',
    says: ({ name }) => m.working_days_closed_added({ name }),
    again: true,
  })
  const whole = { value: '', label: m.working_days_closed_whole() }
  const each = (schools.data?.rows ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <ContractForm of={form} label={m.working_days_closed_add()}>
      <div className="tov-form-row">
        <DateField label={m.working_days_closed_from()} {...form.field('from')} />
        <DateField label={m.working_days_closed_to()} {...form.field('to')} />
        <TextInput
          label={m.working_days_closed_name()}
          placeholder={m.working_days_closed_name_hint()}
          {...form.field('name')}
        />
        {closes === 'centre' && (
          <NativeSelect label={m.working_days_closed_whose()} data={[whole, ...each]} {...form.field('schoolId')} />
        )}
      </div>
      <SendButton of={form}>{m.working_days_closed_add()}</SendButton>
    </ContractForm>
  )
}

export const ClosedDays = ({ closed, closes }: { closed: Shown['closed']; closes: Shown['can']['closes'] }) => (
  <Card title={m.working_days_closed()}>
    <p className="tov-dim">{m.working_days_closed_text()}</p>
    {closed.length === 0 ? (
      <p>{m.working_days_closed_empty()}</p>
    ) : (
      <ul className="working-days-rows">
        {closed.map((row) => (
          <ClosedRow key={row.id} row={row} />
        ))}
      </ul>
    )}
    {closes && <CloseForm closes={closes} />}
  </Card>
)
