import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { today } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { useMe } from '#web/frame/me.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { toldOtherwise } from './told-company.table.ts'
import { listPromiseOwners, makePromise } from './promises.schema.ts'

type Props = { companyId: number; onDone: () => void; onStop: () => void }

/** A promise made outside a visit, for the company's card: what, who and by when. */
export const MakePromise = ({ companyId, onDone, onStop }: Props) => {
  const me = useMe()
  const { data } = useAnswer(listPromiseOwners)
  const form = useContractForm(makePromise, {
    initial: { companyId, what: '', ownerId: String(me.person.id), dueOn: '', promisedBy: 'us', late: false },
    draft: `promise-${companyId}`,
    says: ({ handover }) =>
      handover ? m.promises_said_made_asked({ name: handover.to.name }) : m.promises_said_made(),
    onDone,
  })
  const opened = useOpened(onStop)
  const people = data?.rows ?? []
  const theirs = form.values.promisedBy === 'company'
  const past = (form.values.dueOn ?? '') !== '' && (form.values.dueOn ?? '') < today()
  return (
    <div {...opened}>
      <ContractForm of={form} label={m.promises_make()}>
        <Choices
          label={m.promises_make_whose()}
          value={form.values.promisedBy === 'company' ? 'company' : 'us'}
          options={[
            { value: 'us', label: m.promises_make_us() },
            { value: 'company', label: m.promises_make_company() },
          ]}
          onChange={(by) => form.set('promisedBy', by)}
        />
        <TextInput
          label={
            <>
              {m.promises_make_what()} <VisibilityMark who={whoReads.promise} />
            </>
          }
          description={
            theirs ? m.promises_make_what_theirs() : (toldOtherwise(form.values.what) ?? m.promises_make_what_hint())
          }
          maxLength={300}
          {...form.field('what')}
        />
        <NativeSelect
          label={theirs ? m.promises_make_who_follows() : m.promises_make_who()}
          data={people.map(({ id, name, school }) => ({
            value: String(id),
            label: school ? `${name}, ${school}` : name,
          }))}
          {...form.field('ownerId')}
        />
        <DateField label={m.promises_make_when()} {...form.field('dueOn')} />
        {past && <Checkbox label={m.promises_late_already()} {...form.field('late', 'checkbox')} />}
        <div className="tov-form-foot">
          <SendButton of={form} variant="default">
            {m.promises_make()}
          </SendButton>
          <Button variant="subtle" onClick={onStop}>
            {m.promises_make_stop()}
          </Button>
        </div>
      </ContractForm>
    </div>
  )
}
