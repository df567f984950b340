import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { listMembers } from '../members/members.schema.ts'
import * as contract from './teaching-ideas.schema.ts'
import './teaching-ideas.css'

type Idea = RowOf<typeof contract.listTeachingIdeas>
const stateSays = {
  new: m.teaching_ideas_new,
  looking: m.teaching_ideas_looking,
  became: m.teaching_ideas_became,
  'not-now': m.teaching_ideas_not_now,
}
const stateTone = { new: 'venter', looking: 'venter', became: 'fri', 'not-now': 'sten' } as const

const PutIdea = ({ onClose }: { onClose: () => void }) => {
  const form = useContractForm(contract.putTeachingIdea, {
    initial: { title: '', told: '' },
    draft: 'teaching-idea',
    says: () => m.teaching_ideas_said(),
    onDone: onClose,
  })
  return (
    <Dialog title={m.teaching_ideas_put()} onClose={onClose}>
      <ContractForm of={form} label={m.teaching_ideas_put()}>
        <TextInput label={m.teaching_ideas_heading()} maxLength={200} {...form.field('title')} />
        <Textarea label={m.teaching_ideas_told()} maxLength={1000} autosize minRows={3} {...form.field('told')} />
        <SendButton of={form}>{m.teaching_ideas_put_yes()}</SendButton>
      </ContractForm>
    </Dialog>
  )
}
/** How far it is, who follows it, what came of it: of two who write at once the second sees what stands. */
const ChangeIdea = ({ idea, onClose }: { idea: Idea; onClose: () => void }) => {
  const people = useAnswer(listMembers).data?.rows ?? []
  const { id, version, state, follower, cameOf } = idea
  const form = useContractForm(contract.changeTeachingIdea, {
    initial: { state, followerId: follower?.id ?? null, cameOf, version },
    with: { params: { id } },
    says: () => m.teaching_ideas_changed(),
    onDone: onClose,
  })
  return (
    <Dialog title={idea.title} onClose={onClose}>
      <ContractForm of={form} label={idea.title}>
        {idea.told && <p className="teaching-ideas-told">{idea.told}</p>}
        <Dropdown
          label={m.teaching_ideas_state()}
          data={contract.ideaStates.map((value) => ({ value, label: stateSays[value]() }))}
          value={contract.ideaStates.find((one) => one === form.values.state) ?? state}
          onChange={(value) => form.set('state', value)}
        />
        <Dropdown
          label={m.teaching_ideas_follower()}
          data={[
            { value: '', label: m.teaching_ideas_nobody() },
            ...people.map((one) => ({ value: String(one.personId), label: one.name })),
          ]}
          value={form.values.followerId === null ? '' : String(form.values.followerId)}
          onChange={(value) => form.set('followerId', value === '' ? null : Number(value))}
        />
        <TextInput label={m.teaching_ideas_came()} maxLength={300} {...form.field('cameOf')} />
        <SendButton of={form}>{m.teaching_ideas_save()}</SendButton>
      </ContractForm>
    </Dialog>
  )
}

const IdeaRow = ({ idea, onChange }: { idea: Idea; onChange: () => void }) => (
  <li>
    {idea.can.change ? (
      <button type="button" className="tov-text-button" onClick={onChange}>
        {idea.title}
      </button>
    ) : (
      <b>{idea.title}</b>
    )}
    <span className="tov-dim tov-small">
      {[
        idea.cameOf || m.teaching_ideas_by({ who: idea.by }),
        idea.follower && m.teaching_ideas_follows({ who: idea.follower.name }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
    <StateTag tone={stateTone[idea.state]}>{stateSays[idea.state]()}</StateTag>
  </li>
)

/** Ideas for courses and forms of teaching: on each agenda until something came of them. */
export const TeachingIdeas = () => {
  const ideas = useAnswer(contract.listTeachingIdeas).data?.rows
  const [shown, setShown] = useState<'new' | number>()
  const changed = ideas?.find(({ id }) => id === shown)
  const close = () => setShown(undefined)
  return (
    <Card
      title={m.teaching_ideas_title()}
      right={<Button onClick={() => setShown('new')}>{m.teaching_ideas_put()}</Button>}
    >
      {ideas?.length === 0 && (
        <EmptyState inCard title={m.teaching_ideas_none()}>
          {m.teaching_ideas_none_text()}
        </EmptyState>
      )}
      <ul className="teaching-ideas-rows">
        {ideas?.map((idea) => (
          <IdeaRow key={idea.id} idea={idea} onChange={() => setShown(idea.id)} />
        ))}
      </ul>
      {shown === 'new' && <PutIdea onClose={close} />}
      {changed && <ChangeIdea idea={changed} onClose={close} />}
    </Card>
  )
}
