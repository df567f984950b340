import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { addDays, daysBetween, saysDate, saysNear, today } from '#web/parts/dates.ts'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { addGroupTask, changeGroupTask, endGroupTask, reopenGroupTask, type showGroup } from './groups.schema.ts'

export type Group = AnswerOf<typeof showGroup>
export type Task = Group['tasks'][number]
type People = readonly { id: number; name: string }[]

const soon = 2
/** Amber the last two days, red after; what is done is teal. */
const State = ({ task: { how, why, dueOn, endedAt } }: { task: Task }) => {
  if (how === 'done')
    return <StateTag tone="fri">{m.groups_task_done_on({ date: saysDate(endedAt ?? dueOn) })}</StateTag>
  if (how === 'dropped') return <StateTag>{m.groups_task_dropped({ why })}</StateTag>
  if (how === 'promised') return <StateTag>{m.groups_task_promised()}</StateTag>
  const days = daysBetween(today(), dueOn)
  if (days < 0)
    return (
      <StateTag tone="galt">{days === -1 ? m.groups_task_late_one() : m.groups_task_late({ days: -days })}</StateTag>
    )
  return <StateTag tone={days <= soon ? 'venter' : 'sten'}>{days <= soon ? saysNear(dueOn) : saysDate(dueOn)}</StateTag>
}

const options = (people: People) => people.map(({ id, name }) => ({ value: String(id), label: name }))

type FieldsProps = {
  form:
    | ReturnType<typeof useContractForm<typeof addGroupTask>>
    | ReturnType<typeof useContractForm<typeof changeGroupTask>>
  among: People
  onStop: () => void
}
const Fields = ({ form, among, onStop }: FieldsProps) => (
  <>
    <TextInput label={m.groups_task_what()} maxLength={200} {...form.field('what')} />
    <Dropdown
      label={m.groups_task_owner()}
      data={options(among)}
      value={String(form.values.ownerId)}
      error={form.field('ownerId').error}
      onChange={(id) => form.set('ownerId', Number(id))}
    />
    <DateField label={m.groups_task_due()} {...form.field('dueOn')} />
    <div className="groups-acts">
      <SendButton of={form} variant="default">
        {m.groups_task_save()}
      </SendButton>
      <Button variant="subtle" onClick={onStop}>
        {m.groups_stop()}
      </Button>
    </div>
  </>
)

export const NewTask = ({ group, among, onStop }: { group: Group; among: People; onStop: () => void }) => {
  const form = useContractForm(addGroupTask, {
    initial: { what: '', ownerId: among[0]?.id ?? 0, dueOn: addDays(today(), 7) },
    with: { params: { id: group.id } },
    draft: `group-task-${group.id}`,
    says: () => m.groups_said_task(),
    onDone: onStop,
  })
  return (
    <div {...useOpened(onStop)} className="groups-form">
      <ContractForm of={form} label={m.groups_task_new()}>
        <Fields form={form} among={among} onStop={onStop} />
      </ContractForm>
    </div>
  )
}

const Change = ({ task, group, onStop }: { task: Task; group: Group; onStop: () => void }) => {
  const among = group.members.filter(({ state }) => state === 'in')
  const form = useContractForm(changeGroupTask, {
    initial: {
      ...{ what: task.what, ownerId: task.owner?.id ?? among[0]?.id ?? 0, dueOn: task.dueOn, version: task.version },
    },
    with: { params: { id: task.id } },
    over: {
      seen: { what: task.what, dueOn: task.dueOn, version: task.version },
      says: ({ what, dueOn }) => `${String(what)}, ${saysDate(String(dueOn))}`,
    },
    says: () => m.groups_said_saved(),
    onDone: onStop,
  })
  return (
    <div {...useOpened(onStop)} className="groups-form">
      <ContractForm of={form} label={m.groups_task_change()}>
        <Fields form={form} among={among} onStop={onStop} />
      </ContractForm>
    </div>
  )
}

const Drop = ({ id, onStop }: { id: number; onStop: () => void }) => {
  const [why, setWhy] = useState('')
  const act = useAct(endGroupTask, {
    says: () => m.groups_said_task_dropped(),
    undo: () => () => call(reopenGroupTask, { params: { id } }),
    onDone: onStop,
  })
  return (
    <div {...useOpened(onStop)} className="groups-form">
      <Textarea
        label={m.groups_task_why()}
        value={why}
        maxLength={300}
        autosize
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <div className="groups-acts">
        <Button
          disabled={why.trim() === '' || act.running}
          onClick={() => void act.run({ params: { id }, body: { how: 'dropped', why } })}
        >
          {m.groups_task_drop()}
        </Button>
        <Button variant="subtle" onClick={onStop}>
          {m.groups_stop()}
        </Button>
      </div>
    </div>
  )
}

type ActsProps = { task: Task; onOpen: (what: 'change' | 'drop') => void }
const Acts = ({ task: { id, endedAt }, onOpen }: ActsProps) => {
  const params = { id }
  const done = useAct(endGroupTask, {
    says: () => m.groups_said_task_done(),
    undo: () => () => call(reopenGroupTask, { params }),
  })
  const reopen = useAct(reopenGroupTask, {})
  return (
    <div className="groups-acts groups-task-acts">
      {endedAt === null ? (
        <>
          <Button
            size="compact-sm"
            disabled={done.running}
            onClick={() => void done.run({ params, body: { how: 'done' } })}
          >
            {m.groups_task_done()}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => onOpen('change')}>
            {m.groups_task_change()}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => onOpen('drop')}>
            {m.groups_task_drop()}
          </Button>
        </>
      ) : (
        <Button size="compact-sm" variant="subtle" onClick={() => void reopen.run({ params })}>
          {m.groups_task_reopen()}
        </Button>
      )}
    </div>
  )
}

const forms = {
  change: Change,
  drop: ({ task: { id }, onStop }: { task: Task; onStop: () => void }) => <Drop id={id} onStop={onStop} />,
}
/** What, whose, by when; and what may be done with it. */
export const TaskRow = ({ task, group }: { task: Task; group: Group }) => {
  const [open, setOpen] = useState<keyof typeof forms>()
  const Form = open && forms[open]
  const who = task.owner?.name ?? m.groups_task_nobody()
  const notes = [
    who,
    task.was && m.groups_task_was({ who: task.was }),
    task.movedFrom && m.groups_task_moved({ date: saysDate(task.movedFrom) }),
  ]
  return (
    <li>
      <div className="groups-task-what">{task.what}</div>
      <div className="groups-head">
        <span className="tov-dim tov-small">{notes.filter(Boolean).join(' · ')}</span>
        <State task={task} />
      </div>
      {Form ? (
        <Form task={task} group={group} onStop={() => setOpen(undefined)} />
      ) : (
        group.can.work && <Acts task={task} onOpen={setOpen} />
      )}
    </li>
  )
}
