import { Button } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { daysBetween, first, saysDate, saysDay, today } from '#web/parts/dates.ts'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { Go } from '#web/parts/Go.tsx'
import { Initials } from '#web/parts/Initials.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { ContactForm } from './GroupWords.tsx'
import { type Group, NewTask, TaskRow } from './GroupTasks.tsx'
import { askIntoGroup, leaveGroup, listGroupPeople } from './groups.schema.ts'

type Member = Group['members'][number]
const nameOf = ({ name, school }: { name: string; school: string | null }) => (school ? `${name}, ${school}` : name)

const Company = ({ group }: { group: Group }) => {
  const may = useMay()
  const { company, companyId, contact, town, employees } = group
  const line = [
    contact && [contact.name, contact.title].filter(Boolean).join(', '),
    town,
    employees !== null && m.groups_employees({ count: employees }),
  ]
  return (
    <section className="groups-box groups-narrow">
      <span className="groups-icon">
        <IconBuilding size={22} stroke={1.7} aria-hidden />
      </span>
      <div>
        <div className="tov-dim tov-small">{m.groups_company()}</div>
        <h2>
          {may({ name: 'showCompany' }) ? (
            <Go className="tov-link" to={`/virksomheder/${companyId}`}>
              {company}
            </Go>
          ) : (
            company
          )}
        </h2>
        <div className="tov-dim tov-small">{line.filter(Boolean).join(' · ')}</div>
      </div>
    </section>
  )
}

/** The thread between the company and who has it: what came of the last contact, and the day of the next. */
const Rope = ({ group }: { group: Group }) => {
  const [writing, setWriting] = useState<'write' | 'move'>()
  const { nextOn, inside, can } = group
  const last = inside?.contacts.find(({ cameOf }) => cameOf !== null)
  const next = inside?.contacts.find(({ cameOf }) => cameOf === null)
  const passed = nextOn !== null && daysBetween(nextOn, today()) > 0
  return (
    <div className="groups-rope groups-narrow">
      {last && (
        <div className="groups-knot" data-kind="done">
          <div className="tov-dim tov-small">{m.groups_last({ date: saysDate(last.on) })}</div>
          <div>{last.cameOf}</div>
        </div>
      )}
      {nextOn && (
        <div className="groups-knot" data-kind={passed ? 'late' : 'next'}>
          <div className="tov-dim tov-small">
            {passed ? m.groups_next_passed({ date: saysDate(nextOn) }) : m.groups_next()}
          </div>
          <b>{first(saysDay(nextOn))}</b>
          {next && <div>{next.what}</div>}
          {can.steer && !writing && (
            <div className="groups-acts">
              <Button size="compact-sm" onClick={() => setWriting('write')}>
                {m.groups_contact_write()}
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={() => setWriting('move')}>
                {m.groups_contact_move()}
              </Button>
            </div>
          )}
          {writing && next && (
            <ContactForm id={group.id} next={next} moves={writing === 'move'} onStop={() => setWriting(undefined)} />
          )}
        </div>
      )}
    </div>
  )
}

const Lead = ({ group: { lead, companyId, leadAsked, can } }: { group: Group }) =>
  lead && (
    <section className="groups-box groups-narrow">
      <Initials name={lead.name} size={44} />
      <div className="groups-grow">
        <div className="tov-dim tov-small">{m.groups_lead_title()}</div>
        <h2>{lead.name}</h2>
        <div className="tov-dim tov-small">{m.groups_lead_line()}</div>
        {leadAsked ? (
          <div className="tov-small">{m.groups_lead_asked({ who: leadAsked })}</div>
        ) : (
          can.steer && <div className="tov-dim tov-small">{m.groups_hand_over_hint({ who: lead.name })}</div>
        )}
      </div>
      {can.steer && !leadAsked && (
        <Go className="tov-link" to={`/virksomheder/${companyId}`}>
          {m.groups_hand_over()}
        </Go>
      )}
    </section>
  )

const AskIn = ({ group, onStop }: { group: Group; onStop: () => void }) => {
  const people = useAnswer(listGroupPeople).data?.rows ?? []
  const [chosen, setChosen] = useState('')
  const there = group.members.filter(({ state }) => state === 'in' || state === 'asked').map(({ id }) => id)
  const who = people.find(({ id }) => String(id) === chosen)
  const act = useAct(askIntoGroup, { says: () => m.groups_said_asked({ who: who?.name ?? '' }), onDone: onStop })
  return (
    <div {...useOpened(onStop)} className="groups-form">
      <Dropdown
        label={m.groups_ask_whom()}
        value={chosen}
        data={[
          { value: '', label: m.groups_ask_choose() },
          ...people
            .filter(({ id }) => !there.includes(id))
            .map((one) => ({ value: String(one.id), label: nameOf(one) })),
        ]}
        onChange={setChosen}
      />
      <div className="groups-acts">
        <Button
          disabled={!who || act.running}
          onClick={() => who && void act.run({ params: { id: group.id }, body: { personId: who.id } })}
        >
          {m.groups_ask_send()}
        </Button>
        <Button variant="subtle" onClick={onStop}>
          {m.groups_stop()}
        </Button>
      </div>
    </div>
  )
}

const Inner = ({ group }: { group: Group }) => {
  const [asking, setAsking] = useState(false)
  const inIt = group.members.filter(({ state }) => state === 'in')
  const schools = new Set(inIt.flatMap(({ school }) => school ?? [])).size
  const people = inIt.length
  const unowned = group.tasks.filter(({ owner, endedAt }) => owner === null && endedAt === null)
  return (
    <section className="groups-inner">
      <div className="groups-head">
        <div>
          <h2>{m.groups_inner()}</h2>
          <div className="tov-dim tov-small">
            {schools === 1 ? m.groups_inner_people_one({ people }) : m.groups_inner_people({ people, schools })}
          </div>
        </div>
        <VisibilityMark who={whoReads.group} names={[m.groups_reads_plan()]} />
      </div>
      {unowned.length > 0 && (
        <ul className="groups-tasks">
          {unowned.map((task) => (
            <TaskRow key={task.id} task={task} group={group} />
          ))}
        </ul>
      )}
      {group.can.ask &&
        (asking ? (
          <AskIn group={group} onStop={() => setAsking(false)} />
        ) : (
          <Button size="compact-sm" onClick={() => setAsking(true)}>
            {m.groups_ask()}
          </Button>
        ))}
    </section>
  )
}

const Person = ({ member, group }: { member: Member; group: Group }) => {
  const [asking, setAsking] = useState(false)
  const act = useAct(leaveGroup, { says: () => m.groups_said_left({ who: member.name }) })
  const says = { in: '', asked: m.groups_asked(), declined: m.groups_declined(), left: m.groups_left() }[member.state]
  const mayRemove = group.can.remove && (member.state === 'in' || member.state === 'asked')
  return (
    <li data-state={member.state}>
      <Initials name={member.name} size={26} />
      <span className="groups-grow">
        <b>{member.name}</b> <span className="tov-dim">{says || member.title}</span>
      </span>
      {mayRemove && member.id !== group.lead?.id && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>
          {m.groups_remove()}
        </Button>
      )}
      <Ask
        open={asking}
        title={m.groups_remove_title({ who: member.name })}
        yes={m.groups_remove()}
        onClose={() => setAsking(false)}
        onYes={() => void act.run({ params: { id: group.id, personId: member.id } })}
      >
        <p>{m.groups_remove_text({ who: member.name })}</p>
      </Ask>
    </li>
  )
}

const School = ({ name, members, group }: { name: string | null; members: readonly Member[]; group: Group }) => {
  const [adding, setAdding] = useState(false)
  const there = members.filter(({ state }) => state === 'in')
  const tasks = group.tasks.filter(({ owner }) => owner !== null && owner.school === name)
  return (
    <section className="groups-box groups-school" data-gone={there.length === 0 || undefined}>
      <h2>{name ?? m.groups_centre()}</h2>
      <ul className="groups-people">
        {members.map((member) => (
          <Person key={member.id} member={member} group={group} />
        ))}
      </ul>
      <ul className="groups-tasks">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} group={group} />
        ))}
      </ul>
      {group.can.work &&
        there.length > 0 &&
        (adding ? (
          <NewTask group={group} among={there} onStop={() => setAdding(false)} />
        ) : (
          <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
            {m.groups_task_new()}
          </Button>
        ))}
    </section>
  )
}

/** From the company down: whoever has it, the group, and each school with its people and tasks. */
export const GroupFigure = ({ group }: { group: Group }) => {
  const schools = [...new Set(group.members.map(({ school }) => school))]
  return (
    <div className="groups-figure">
      <Company group={group} />
      <Rope group={group} />
      <Lead group={group} />
      <Inner group={group} />
      <div className="groups-schools" data-many={schools.length > 3 || undefined}>
        {schools.map((name) => (
          <School
            key={name}
            name={name}
            members={group.members.filter(({ school }) => school === name)}
            group={group}
          />
        ))}
      </div>
    </div>
  )
}
