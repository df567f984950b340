import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useMe } from '#web/frame/me.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { useGo } from '#web/parts/Go.tsx'
import { Page } from '#web/parts/Page.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { GroupFigure } from './GroupFigure.tsx'
import { EndGroup } from './GroupForms.tsx'
import { ResultLines } from './GroupOnCard.tsx'
import { Notes, Seen } from './GroupWords.tsx'
import type { Group } from './GroupTasks.tsx'
import { answerGroup, leadGroup, leaveGroup, showGroup } from './groups.schema.ts'
import './groups.css'

/** Whoever is asked reads the plan and answers here. */
const Asked = ({ group: { id } }: { group: Group }) => {
  const go = useGo()
  const act = useAct(answerGroup, {
    says: ({ yes }) => (yes ? m.groups_said_yes() : m.groups_said_no()),
    onDone: ({ yes }) => {
      if (!yes) go('/arbejdsgrupper')
    },
  })
  const answer = (yes: boolean) => void act.run({ params: { id }, body: { yes } })
  return (
    <Card title={m.groups_you_asked()}>
      <p className="groups-line">{m.groups_you_asked_text()}</p>
      <div className="groups-acts">
        <Button variant="filled" disabled={act.running} onClick={() => answer(true)}>
          {m.groups_answer_yes()}
        </Button>
        <Button disabled={act.running} onClick={() => answer(false)}>
          {m.groups_answer_no()}
        </Button>
      </div>
    </Card>
  )
}

/** Loud: the tasks stand still until somebody says yes. */
const Alarm = ({ group }: { group: Group }) => {
  const { id, lead, state, stopped, contactPerson, leadAsked, can } = group
  const act = useAct(leadGroup, { says: () => m.groups_said_led() })
  if (stopped)
    return (
      <div className="groups-alarm" role="status">
        <b>{m.groups_stopped()}</b> {m.groups_stopped_text()}
      </div>
    )
  if (lead || state === 'ended') return null
  return (
    <div className="groups-alarm" role="status">
      <div>
        <b>{m.groups_no_lead()}</b>{' '}
        {contactPerson ? m.groups_no_lead_contact({ who: contactPerson.name }) : m.groups_no_lead_text()}{' '}
        {leadAsked && m.groups_lead_asked({ who: leadAsked })}
      </div>
      {can.lead && !contactPerson && (
        <Button disabled={act.running} onClick={() => void act.run({ params: { id } })}>
          {m.groups_lead_yes()}
        </Button>
      )}
    </div>
  )
}

const Leave = ({ id }: { id: number }) => {
  const { person: me } = useMe()
  const go = useGo()
  const [asking, setAsking] = useState(false)
  const act = useAct(leaveGroup, {
    says: () => m.groups_said_left({ who: me.name }),
    onDone: () => go('/arbejdsgrupper'),
  })
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {m.groups_leave()}
      </Button>
      <Ask
        open={asking}
        title={m.groups_leave()}
        yes={m.groups_leave()}
        onClose={() => setAsking(false)}
        onYes={() => void act.run({ params: { id, personId: me.id } })}
      >
        <p>{m.groups_leave_text()}</p>
      </Ask>
    </>
  )
}

const Beside = ({ group, ending, onStop }: { group: Group; ending: boolean; onStop: () => void }) => (
  <>
    {group.can.answer && <Asked group={group} />}
    {ending && <EndGroup group={group} onStop={onStop} />}
    {group.state === 'running' && <Seen group={group} />}
    {group.result && (
      <Card title={m.groups_result()} right={<VisibilityMark who={whoReads['group-result']} />}>
        <ResultLines of={group.result} />
      </Card>
    )}
    <Notes group={group} />
    {!ending && group.state === 'running' && (
      <Card title={m.groups_end_title()}>
        <p className="groups-line tov-dim">{m.groups_end_text()}</p>
        {group.can.leave && <Leave id={group.id} />}
      </Card>
    )}
  </>
)

/** A working group as the trade draws it: the company, its contact throughout, the group, the schools with their people and tasks. */
export default function GroupPage() {
  const id = Number(useParams({ from: '/signed-in/framed/arbejdsgrupper/$id' }).id)
  const { data: group, error } = useAnswer(showGroup, { params: { id } })
  const { person: me } = useMe()
  const [ending, setEnding] = useState(false)
  const up = { to: '/arbejdsgrupper' as const, text: m.groups_title() }
  if (!group)
    return (
      <Page title={m.groups_one_title()} up={up}>
        {error && <EmptyState title={error.title}>{error.detail}</EmptyState>}
      </Page>
    )
  const mine = group.lead?.id === me.id
  return (
    <Page
      title={group.theme}
      up={up}
      subtitle={
        <>
          {m.groups_one_title()}. {m.groups_made_by({ date: saysDate(group.madeAt), who: group.madeBy })}{' '}
          {mine && m.groups_you_lead()}
          {group.endedAt && m.groups_ended_on({ date: saysDate(group.endedAt) })}
        </>
      }
      actions={group.can.end && !ending ? <Button onClick={() => setEnding(true)}>{m.groups_end()}</Button> : undefined}
      asideWidth={340}
      aside={<Beside group={group} ending={ending && group.can.end} onStop={() => setEnding(false)} />}
    >
      <Alarm group={group} />
      <GroupFigure group={group} />
    </Page>
  )
}
