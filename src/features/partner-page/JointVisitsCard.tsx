import { Button } from '@mantine/core'
import { IconCar } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { touch } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { first, saysMoment } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { AskAlong, type FindCompany } from '../joint-visits/AskAlong.tsx'
import { takeBackAlong } from '../joint-visits/joint-visits.schema.ts'
import type { showMyPartner } from './partner-page.schema.ts'

type Visit = AnswerOf<typeof showMyPartner>['jointVisits'][number]
const saysAnswer = ({ answer, who }: Visit) =>
  answer === 'no'
    ? m.joint_visits_own_no()
    : who
      ? m.joint_visits_own_yes({ who: [who.name, who.school].filter(Boolean).join(', ') })
      : m.joint_visits_own_waits()

/** Asked for once more: who had said yes is told. */
const TakeBack = ({ visit }: { visit: Visit }) => {
  const [sure, setSure] = useState(false)
  const back = useAct(takeBackAlong, {
    says: () => m.joint_visits_own_said_taken_back(),
    onDone: () => {
      setSure(false)
      return touch('/api/my-partner')
    },
  })
  if (visit.answer === 'no' || visit.startsAt <= new Date().toISOString()) return null
  const { company, startsAt, answer } = visit
  if (!sure)
    return (
      <button type="button" className="tov-text-button" onClick={() => setSure(true)}>
        {m.joint_visits_own_take_back()}
      </button>
    )
  return (
    <>
      <Button size="compact-sm" data-autofocus onClick={() => void back.run({ body: { company, startsAt, answer } })}>
        {m.joint_visits_own_take_back_sure()}
      </Button>{' '}
      <button type="button" className="tov-text-button" onClick={() => setSure(false)}>
        {m.web_no_thanks()}
      </button>
    </>
  )
}

/** A partner may have asked twice alike. */
const keyed = (visits: readonly Visit[]) =>
  visits.map((visit, at) => ({
    visit,
    key: [
      ...[visit.startsAt, visit.company, visit.answer],
      visits.slice(0, at).filter(({ startsAt, company }) => startsAt === visit.startsAt && company === visit.company)
        .length,
    ].join(' '),
  }))

/** Their own visits, and whether one of us goes along. */
export const JointVisitsCard = ({ visits, find }: { visits: readonly Visit[]; find: FindCompany }) => {
  const [open, setOpen] = useState(false)
  const done = () => {
    setOpen(false)
    void touch('/api/my-partner')
  }
  return (
    <Card
      title={m.joint_visits_form_ask()}
      right={
        <Button leftSection={<IconCar size={18} aria-hidden />} onClick={() => setOpen(true)}>
          {m.joint_visits_form_title()}
        </Button>
      }
    >
      <p className="partner-page-along">{m.joint_visits_form_ask_text()}</p>
      {visits.length > 0 && (
        <ul className="partner-page-days">
          {keyed(visits).map(({ key, visit }) => (
            <li key={key}>
              <b>{visit.company}</b> <span className="tov-dim">{first(saysMoment(visit.startsAt))}</span>
              <br />
              {saysAnswer(visit)} <TakeBack visit={visit} />
            </li>
          ))}
        </ul>
      )}
      {open && (
        <Dialog title={m.joint_visits_form_title()} onClose={() => setOpen(false)}>
          <AskAlong find={find} onDone={done} />
        </Dialog>
      )}
    </Card>
  )
}
