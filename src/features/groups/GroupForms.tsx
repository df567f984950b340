import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf, InputOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useMe } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { addDays, today } from '#web/parts/dates.ts'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { PickMany } from '#web/parts/Filters.tsx'
import { useGo } from '#web/parts/Go.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import type { Group, Task } from './GroupTasks.tsx'
import { endGroup, makeGroup, showGroupForm } from './groups.schema.ts'

// ---- One is made ----------------------------------------------------------------------------------------------------
type Known = AnswerOf<typeof showGroupForm>
/** Who leads it: whoever has the company. */
const LeadLine = ({ known: { regularContact: has } }: { known: Known }) => {
  const { person: me } = useMe()
  return (
    <p className="groups-line">
      {has === null
        ? m.groups_make_lead_me()
        : has.id === me.id
          ? m.groups_make_lead_mine()
          : m.groups_make_lead_other({ who: has.name })}
    </p>
  )
}

type MembersProps = { people: Known['people']; asked: readonly number[]; choose: (ids: number[]) => void }
/** Who is asked to be in it. */
const Members = ({ people, asked, choose }: MembersProps) => {
  const names = people.filter(({ id }) => asked.includes(id)).map(({ name }) => name)
  return (
    <div>
      <PickMany
        label={m.groups_make_members()}
        options={people.map(({ id, name, school }) => ({ value: String(id), label: name, note: school ?? undefined }))}
        value={asked.map(String)}
        onChange={(ids) => choose(ids.map(Number))}
      />
      <p className="tov-dim tov-small">
        {names.length === 0 ? m.groups_make_members_hint() : m.groups_make_asks({ names: names.join(', ') })}
      </p>
    </div>
  )
}

const nobody: number[] = []
type MakeProps = { companyId: number; visitId: number | null; onStop: () => void }
const Make = ({ companyId, visitId, onStop, known }: MakeProps & { known: Known }) => {
  const go = useGo()
  const form = useContractForm(makeGroup, {
    initial: {
      ...{ companyId, visitId, theme: '', memberIds: nobody, contactId: null },
      ...{ nextOn: addDays(today(), 7), nextWhat: '' },
    },
    draft: `group-${companyId}`,
    says: () => m.groups_said_made(),
    onDone: ({ id }) => go(`/arbejdsgrupper/${id}`),
  })
  const { people, contacts } = known
  const asked = Array.isArray(form.values.memberIds) ? form.values.memberIds : nobody
  return (
    <ContractForm of={form} label={m.groups_make_for({ company: known.company })}>
      <LeadLine known={known} />
      <TextInput
        label={
          <>
            {m.groups_make_theme()} <VisibilityMark who={whoReads.group} />
          </>
        }
        maxLength={200}
        {...form.field('theme')}
      />
      <Members people={people} asked={asked} choose={(ids) => form.set('memberIds', ids)} />
      {contacts.length > 0 && (
        <NativeSelect
          label={m.groups_make_contact()}
          data={[
            { value: '', label: m.groups_make_contact_none() },
            ...contacts.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={String(form.values.contactId ?? '')}
          onChange={(event) => form.set('contactId', Number(event.currentTarget.value) || null)}
        />
      )}
      <DateField label={m.groups_contact_next_on()} min={today()} {...form.field('nextOn')} />
      <TextInput label={m.groups_contact_next_what()} maxLength={300} {...form.field('nextWhat')} />
      <div className="groups-acts">
        <SendButton of={form}>{m.groups_make_send()}</SendButton>
        <Button variant="subtle" onClick={onStop}>
          {m.groups_stop()}
        </Button>
      </div>
    </ContractForm>
  )
}
export const MakeGroup = (props: MakeProps) => {
  const { data, error } = useAnswer(showGroupForm, { params: { companyId: props.companyId } })
  const opened = useOpened(props.onStop)
  if (error) return <p>{error.title}</p>
  return (
    data && (
      <div {...opened}>
        <Card title={m.groups_make_for({ company: data.company })}>
          <Make {...props} known={data} />
        </Card>
      </div>
    )
  )
}

// ---- One ends -------------------------------------------------------------------------------------------------------
type Said = NonNullable<InputOf<typeof endGroup>['body']>['tasks'][number]
type How = Said['how'] | ''
const hows = (): { value: How; label: string }[] => [
  { value: '', label: m.groups_end_how_choose() },
  { value: 'done', label: m.groups_end_done() },
  { value: 'promised', label: m.groups_end_promised() },
  { value: 'dropped', label: m.groups_end_dropped() },
]

type LeftProps = { task: Task; said: { how: How; why: string }; onSay: (said: { how: How; why: string }) => void }
const Left = ({ task, said, onSay }: LeftProps) => (
  <>
    <Dropdown
      label={m.groups_end_how({ what: task.what })}
      data={hows()}
      value={said.how}
      onChange={(how) => onSay({ ...said, how })}
    />
    {said.how === 'dropped' && (
      <TextInput
        label={m.groups_task_why()}
        value={said.why}
        maxLength={300}
        onChange={(event) => onSay({ ...said, why: event.currentTarget.value })}
      />
    )}
  </>
)

/** Three lines for all schools; no task is left without a word. */
export const EndGroup = ({ group: { id, tasks }, onStop }: { group: Group; onStop: () => void }) => {
  const open = tasks.filter(({ endedAt }) => endedAt === null)
  const [words, setWords] = useState({ agreed: '', cameOf: '', learnt: '' })
  const [said, setSaid] = useState<Readonly<Record<number, { how: How; why: string }>>>({})
  const of = (taskId: number): { how: How; why: string } => said[taskId] ?? { how: '', why: '' }
  const act = useAct(endGroup, { says: () => m.groups_said_ended(), onDone: onStop })
  const answered = open.flatMap(({ id: taskId }) => {
    const { how, why } = of(taskId)
    return how === '' ? [] : [{ id: taskId, how, why }]
  })
  const lines = [
    ['agreed', m.groups_end_agreed()],
    ['cameOf', m.groups_end_came()],
    ['learnt', m.groups_end_learnt()],
  ] as const
  const ready = Object.values(words).every((line) => line.trim() !== '') && answered.length === open.length
  return (
    <div {...useOpened(onStop)}>
      <Card title={m.groups_end_title()} right={<VisibilityMark who={whoReads['group-result']} />}>
        <p className="groups-line tov-dim">{m.groups_end_text()}</p>
        <div className="groups-form">
          {lines.map(([name, label]) => (
            <Textarea
              key={name}
              label={label}
              value={words[name]}
              maxLength={500}
              autosize
              onChange={(event) => {
                const line = event.currentTarget.value
                setWords((before) => ({ ...before, [name]: line }))
              }}
            />
          ))}
          {open.map((task) => (
            <Left
              key={task.id}
              task={task}
              said={of(task.id)}
              onSay={(one) => setSaid((before) => ({ ...before, [task.id]: one }))}
            />
          ))}
          <div className="groups-acts">
            <Button
              variant="filled"
              disabled={!ready || act.running}
              onClick={() => void act.run({ params: { id }, body: { ...words, tasks: answered } })}
            >
              {m.groups_end_send()}
            </Button>
            <Button variant="subtle" onClick={onStop}>
              {m.groups_stop()}
            </Button>
          </div>
        </div>
      </Card>
    </div>
  )
}
