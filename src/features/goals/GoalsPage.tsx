import { Button, TextInput } from '@mantine/core'
import { IconTargetArrow } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { useKeys } from '#web/data/keys.ts'
import { useMe } from '#web/frame/me.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { today } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows, useRowKeys } from '#web/parts/Rows.tsx'
import { listMembers } from '../members/members.schema.ts'
import { changeGoal, giveUpGoal, listGoals, setGoal } from './goals.schema.ts'

type Goal = RowOf<typeof listGoals>

/** Who may answer for it: whoever works here, of a school's own goal its own people. */
const useOwners = (schoolId: number | null) => {
  const { data } = useAnswer(listMembers, { query: {} })
  return (data?.rows ?? [])
    .filter((one) => one.leftAt === null && (schoolId === null || one.school?.id === schoolId))
    .map(({ personId, name }) => ({ value: String(personId), label: name }))
}

type FormProps = { goal: Goal | null; schoolId: number | null; onDone: () => void }
const Fields = ({ goal, schoolId, onDone }: FormProps) => {
  const owners = useOwners(schoolId)
  const me = useMe()
  const initial = goal
    ? { words: goal.words, year: goal.year, ownerId: goal.owner.left ? null : goal.owner.id }
    : { words: '', year: Number(today().slice(0, 4)), ownerId: me.person.id }
  const says = ({ words, year, ownerId }: Record<string, unknown>) =>
    [words, year, owners.find(({ value }) => value === String(ownerId))?.label].filter(Boolean).join(', ')
  const made = useContractForm(setGoal, { initial, says: () => m.goals_said_set(), onDone })
  const changed = useContractForm(changeGoal, {
    initial,
    with: { params: { id: goal?.id ?? 0 } },
    ...(goal && { over: { seen: { words: goal.words, year: goal.year, ownerId: goal.owner.id }, says } }),
    says: () => m.goals_said_changed(),
    onDone,
  })
  const form = goal ? changed : made
  return (
    <ContractForm of={form}>
      <TextInput
        label={m.goals_words()}
        placeholder={m.goals_words_example()}
        maxLength={200}
        data-autofocus
        {...form.field('words')}
      />
      <TextInput label={m.goals_year()} inputMode="numeric" maxLength={4} {...form.field('year')} />
      <Dropdown
        label={m.goals_owner()}
        data={[{ value: '', label: '' }, ...owners]}
        {...form.field('ownerId')}
        value={String(form.values.ownerId ?? '')}
        onChange={(id) => form.set('ownerId', id === '' ? null : Number(id))}
      />
      <div className="tov-dialog-foot">
        <SendButton of={form}>{m.goals_save()}</SendButton>
      </div>
    </ContractForm>
  )
}

const GiveUp = ({ goal, onDone }: { goal: Goal; onDone: () => void }) => {
  const [asking, setAsking] = useState(false)
  const giveUp = useAct(giveUpGoal, { says: () => m.goals_said_given_up(), onDone })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.goals_give_up()}</Button>
      <Ask
        open={asking}
        title={m.goals_give_up_title()}
        yes={m.goals_give_up()}
        onClose={() => setAsking(false)}
        onYes={() => void giveUp.run({ params: { id: goal.id } })}
      >
        {m.goals_give_up_text()}
      </Ask>
    </>
  )
}

const GoalRow = ({ goal, onChange }: { goal: Goal; onChange: () => void }) => (
  <Row
    icon={IconTargetArrow}
    tone={goal.owner.left ? 'venter' : 'sten'}
    title={goal.words}
    text={goal.owner.left ? m.goals_left({ who: goal.owner.name }) : goal.owner.name}
    state={String(goal.year)}
    action={goal.can.change ? <RowButton onClick={onChange}>{m.goals_change()}</RowButton> : undefined}
  />
)

/** All goals that stand: the common ones first, then each school's own. */
export default function GoalsPage() {
  const { nr } = useSearch({ from: '/signed-in/framed/maal' })
  const { data } = useAnswer(listGoals)
  const [open, setOpen] = useState<number | 'new' | undefined>(nr)
  useRowKeys()
  useKeys(data?.can.set ? [{ key: 'n', says: m.goals_new(), run: () => setOpen('new') }] : [])
  const me = useMe()
  const rows = data?.rows ?? []
  const chosen = typeof open === 'number' ? rows.find(({ id, can }) => id === open && can.change) : undefined
  const schools = [...new Map(rows.flatMap(({ school }) => (school ? [[school.id, school] as const] : []))).values()]
  const groups = [{ title: m.goals_common(), of: null }, ...schools.map(({ id, name }) => ({ title: name, of: id }))]
  const close = () => setOpen(undefined)
  return (
    <Page
      title={m.goals_title()}
      subtitle={m.goals_subtitle()}
      actions={
        data?.can.set && (
          <Button variant="filled" onClick={() => setOpen('new')}>
            {m.goals_new()}
          </Button>
        )
      }
    >
      {!data && <GreyRows count={3} />}
      {data && rows.length === 0 && <EmptyState title={m.goals_empty()}>{m.goals_empty_text()}</EmptyState>}
      {groups.map(({ title, of }) => {
        const own = rows.filter(({ school }) => (school?.id ?? null) === of)
        return (
          own.length > 0 && (
            <Rows key={title} title={title}>
              {own.map((goal) => (
                <GoalRow key={goal.id} goal={goal} onChange={() => setOpen(goal.id)} />
              ))}
            </Rows>
          )
        )
      })}
      {(open === 'new' || chosen) && (
        <Dialog title={chosen ? m.goals_change() : m.goals_new()} onClose={close}>
          <Fields
            key={String(open)}
            goal={chosen ?? null}
            schoolId={chosen ? (chosen.school?.id ?? null) : (me.school?.id ?? null)}
            onDone={close}
          />
          {chosen && <GiveUp goal={chosen} onDone={close} />}
        </Dialog>
      )}
    </Page>
  )
}
