import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/answers.ts'
import { DateField } from '#web/DateField.tsx'
import { today } from '#web/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/Form.tsx'
import { useMe } from '#web/me.ts'
import { listMembers } from '../centre/members.schema.ts'
import { makePromise } from './follow-up.schema.ts'
import { owners } from './owners.table.ts'

type Props = { companyId: number; onDone: () => void; onStop: () => void }

/** A promise made outside a visit, for the company's card: what, who and by when. */
export const MakePromise = ({ companyId, onDone, onStop }: Props) => {
  const me = useMe()
  const { data } = useAnswer(listMembers, { query: {} })
  const form = useContractForm(makePromise, {
    initial: { companyId, what: '', ownerId: String(me.person.id), dueOn: '' },
    draft: `promise-${companyId}`,
    says: () => m.follow_up_said_made(),
    onDone,
  })
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const people = (data?.rows ?? []).filter(({ role, leftAt }) => owners.includes(role) && leftAt === null)
  return (
    <ContractForm of={form} label={m.follow_up_make()}>
      <TextInput label={m.follow_up_make_what()} maxLength={300} ref={first} {...form.field('what')} />
      <NativeSelect
        label={m.follow_up_make_who()}
        data={people.map(({ personId, name, school }) => ({
          value: String(personId),
          label: school ? `${name}, ${school.name}` : name,
        }))}
        {...form.field('ownerId')}
      />
      <DateField label={m.follow_up_make_when()} min={today()} {...form.field('dueOn')} />
      <div className="tov-form-foot">
        <SendButton of={form} variant="default">
          {m.follow_up_make()}
        </SendButton>
        <Button variant="subtle" onClick={onStop}>
          {m.follow_up_make_stop()}
        </Button>
      </div>
    </ContractForm>
  )
}
