import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { z } from '#platform/endpoint'
import { useAct } from '#web/data/act.ts'
import { saidIn } from '#web/data/problem.ts'
import { Card } from '#web/parts/Card.tsx'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { addDays, first, saysDate, saysNear, today } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { useMay } from '#web/frame/me.ts'
import { useOpened } from '#web/parts/opened.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import type { Group } from './GroupTasks.tsx'
import * as contract from './groups.schema.ts'

type Note = NonNullable<Group['inside']>['notes'][number]
type Contact = NonNullable<Group['inside']>['contacts'][number]

// ---- The next contact with the company ------------------------------------------------------------------------------
const Foot = ({
  of,
  says,
  onStop,
}: {
  of: Parameters<typeof SendButton>[0]['of']
  says: string
  onStop: () => void
}) => (
  <div className="groups-acts">
    <SendButton of={of} variant="default">
      {says}
    </SendButton>
    <Button variant="subtle" onClick={onStop}>
      {m.groups_stop()}
    </Button>
  </div>
)

/** What came of it, and in the same form when the next one is: it is never without a day. */
const Came = ({ id, onStop }: { id: number; onStop: () => void }) => {
  const form = useContractForm(contract.writeGroupContact, {
    initial: { cameOf: '', nextOn: addDays(today(), 7), nextWhat: '' },
    with: { params: { id } },
    draft: `group-contact-${id}`,
    says: ({ nextOn }) => m.groups_said_contact({ date: saysDate(nextOn ?? today()) }),
    onDone: onStop,
  })
  return (
    <ContractForm of={form} label={m.groups_contact_write()}>
      <Textarea label={m.groups_contact_came()} autosize minRows={2} maxLength={1000} {...form.field('cameOf')} />
      <DateField label={m.groups_contact_next_on()} min={today()} {...form.field('nextOn')} />
      <TextInput label={m.groups_contact_next_what()} maxLength={300} {...form.field('nextWhat')} />
      <Foot of={form} says={m.groups_task_save()} onStop={onStop} />
    </ContractForm>
  )
}
const Moved = ({ id, next, onStop }: { id: number; next: Contact; onStop: () => void }) => {
  const { on, what } = next
  const form = useContractForm(contract.moveGroupContact, {
    initial: { on, what, seen: null },
    with: { params: { id } },
    over: { seen: { on, what }, says: (values) => `${saysDate(String(values['on']))}: ${String(values['what'])}` },
    says: ({ nextOn }) => m.groups_said_moved({ date: saysDate(nextOn ?? on) }),
    onDone: onStop,
  })
  return (
    <ContractForm of={form} label={m.groups_contact_move()}>
      <DateField label={m.groups_contact_next_on()} min={today()} {...form.field('on')} />
      <TextInput label={m.groups_contact_next_what()} maxLength={300} {...form.field('what')} />
      <Foot of={form} says={m.groups_contact_move()} onStop={onStop} />
    </ContractForm>
  )
}
type ContactProps = { id: number; next: Contact; moves: boolean; onStop: () => void }
export const ContactForm = ({ id, next, moves, onStop }: ContactProps) => (
  <div {...useOpened(onStop)} className="groups-form">
    {moves ? <Moved id={id} next={next} onStop={onStop} /> : <Came id={id} onStop={onStop} />}
  </div>
)

// ---- What the company sees ------------------------------------------------------------------------------------------
const TaskTick = ({ task, may }: { task: Group['tasks'][number]; may: boolean }) => {
  const show = useAct(contract.showGroupTask, {})
  const hide = useAct(contract.hideGroupTask, {})
  const params = { id: task.id }
  return (
    <Checkbox
      label={task.dueOn < today() ? task.what : `${first(saysNear(task.dueOn))}: ${task.what}`}
      description={task.owner ? [task.owner.name, task.owner.school].filter(Boolean).join(', ') : undefined}
      checked={task.shown}
      disabled={!may || show.running || hide.running}
      onChange={(event) => void (event.currentTarget.checked ? show : hide).run({ params })}
    />
  )
}
/** The lead ticks it; the next contact always stands there. */
export const Seen = ({ group }: { group: Group }) => {
  const { id, theme, themeShown, company, companyId, nextOn, lead, can } = group
  const may = useMay()
  const who = lead?.name ?? m.groups_sees_nobody()
  const show = useAct(contract.showGroupTheme, {})
  const hide = useAct(contract.hideGroupTheme, {})
  const tasks = group.tasks.filter(({ how }) => how === null || how === 'done')
  return (
    <Card title={m.groups_sees({ company })} right={<VisibilityMark who="company" />}>
      <p className="groups-line tov-dim">{m.groups_sees_text()}</p>
      <div className="groups-form">
        {nextOn && (
          <Checkbox
            checked
            disabled
            readOnly
            label={
              nextOn < today()
                ? m.groups_sees_contact_passed({ who })
                : m.groups_sees_contact({ date: first(saysDate(nextOn)), who })
            }
            description={m.groups_sees_contact_always()}
          />
        )}
        <Checkbox
          label={m.groups_sees_theme({ theme })}
          checked={themeShown}
          disabled={!can.steer || show.running || hide.running}
          onChange={(event) => void (event.currentTarget.checked ? show : hide).run({ params: { id } })}
        />
        {tasks.map((task) => (
          <TaskTick key={task.id} task={task} may={can.steer} />
        ))}
      </div>
      <p className="groups-line tov-dim tov-small">{m.groups_sees_never()}</p>
      {may({ name: 'showCompany' }) && (
        <a className="tov-link groups-preview" href={`/virksomheder/${companyId}/forloeb`}>
          <IconEye size={16} aria-hidden /> {m.groups_sees_preview()}
        </a>
      )}
    </Card>
  )
}

const Theirs = z.object({ words: z.string(), version: z.int() })
// ---- Notes ----------------------------------------------------------------------------------------------------------
/** Both versions stand side by side when another has changed it meanwhile; nothing typed is lost. */
const ChangeNote = ({ note, onStop }: { note: Note; onStop: () => void }) => {
  const opened = useOpened(onStop)
  const [words, setWords] = useState(note.words)
  const [theirs, setTheirs] = useState<z.infer<typeof Theirs>>()
  const act = useAct(contract.changeGroupNote, {
    says: () => m.groups_said_note(),
    onDone: onStop,
    onProblem: (problem) => {
      if (problem.code !== 'changed-meanwhile') return false
      setTheirs(saidIn(problem, 'theirs', Theirs))
      return true
    },
  })
  const save = (version: number) => void act.run({ params: { id: note.id }, body: { words, version } })
  if (theirs)
    return <BothVersions theirs={theirs.words} mine={words} onTake={onStop} onKeep={() => save(theirs.version)} />
  return (
    <div {...opened} className="groups-form">
      <Textarea
        label={m.groups_note_words()}
        value={words}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className="groups-acts">
        <Button disabled={words.trim() === '' || act.running} onClick={() => save(note.version)}>
          {m.groups_note_save()}
        </Button>
        <Button variant="subtle" onClick={onStop}>
          {m.groups_stop()}
        </Button>
      </div>
    </div>
  )
}

const OneNote = ({ note, may }: { note: Note; may: boolean }) => {
  const [changing, setChanging] = useState(false)
  return (
    <li>
      <div className="groups-head">
        <span className="tov-dim tov-small">
          {note.by}, {saysNear(note.at)}
          {note.changedBy &&
            note.changedAt &&
            ` · ${m.groups_note_changed({ who: note.changedBy, date: saysNear(note.changedAt) })}`}
        </span>
        {may && !changing && (
          <Button size="compact-sm" variant="subtle" onClick={() => setChanging(true)}>
            {m.groups_note_change()}
          </Button>
        )}
      </div>
      {changing ? (
        <ChangeNote note={note} onStop={() => setChanging(false)} />
      ) : (
        <p className="groups-note">{note.words}</p>
      )}
      {note.before.length > 0 && (
        <details className="tov-small">
          <summary>{m.groups_note_before()}</summary>
          {note.before.map(({ words, by, at }) => (
            <p key={at} className="groups-note tov-dim">
              {by}, {saysNear(at)}: {words}
            </p>
          ))}
        </details>
      )}
    </li>
  )
}

const NewNote = ({ id }: { id: number }) => {
  const form = useContractForm(contract.writeGroupNote, {
    initial: { words: '' },
    with: { params: { id } },
    draft: `group-note-${id}`,
    again: true,
    says: () => m.groups_said_note(),
  })
  return (
    <ContractForm of={form} label={m.groups_note_new()}>
      <Textarea label={m.groups_note_new()} autosize minRows={2} maxLength={2000} {...form.field('words')} />
      <SendButton of={form} variant="default">
        {m.groups_note_save()}
      </SendButton>
    </ContractForm>
  )
}

/** For who is in it alone; whoever looks from outside is told so. */
export const Notes = ({ group: { id, inside, members, can } }: { group: Group }) => {
  if (!inside) return <p className="tov-dim tov-small">{m.groups_notes_strangers()}</p>
  const names = members.filter(({ state }) => state === 'in').map(({ name }) => name)
  const before = inside.contacts.filter(({ cameOf }) => cameOf !== null)
  return (
    <Card title={m.groups_notes()}>
      <VisibilityMark who="group" names={names} />
      {inside.notes.length === 0 && <p className="groups-line tov-dim">{m.groups_notes_none()}</p>}
      <ul className="groups-notes">
        {inside.notes.map((note) => (
          <OneNote key={note.id} note={note} may={can.work} />
        ))}
      </ul>
      {can.work && <NewNote id={id} />}
      {before.length > 1 && (
        <details>
          <summary>{m.groups_contact_before()}</summary>
          {before.map(({ id: of, on, cameOf, by }) => (
            <p key={of} className="groups-note tov-small">
              {saysDate(on)}, {by}: {cameOf}
            </p>
          ))}
        </details>
      )}
    </Card>
  )
}
