import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { Card } from '#web/parts/Card.tsx'
import { dayOf, first, saysMoment, saysNearMoment } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { PlanPoints } from './PlanPoints.tsx'
import { askToStaff, type refusalReasons, type showStaffing, withdrawAsking } from './staffing-ahead.schema.ts'
import { LeaveDialog, OtherDialog } from './VisitDialogs.tsx'
import './staffing-ahead.css'

export type Visit = AnswerOf<typeof showStaffing>['rows'][number]
export type Candidate = Visit['proposed'][number]

/** Why somebody does not go, in words. */
export const reasonNames: Record<(typeof refusalReasons)[number], () => string> = {
  time: m.staffing_ahead_reason_time,
  trade: m.staffing_ahead_reason_trade,
  'knows-them': m.staffing_ahead_reason_knows_them,
  other: m.staffing_ahead_reason_other,
}
const asNames = { lead: m.staffing_ahead_as_lead, second: m.staffing_ahead_as_second }
const nowNames = {
  taken: m.staffing_ahead_now_taken,
  away: m.staffing_ahead_now_away,
  full: m.staffing_ahead_now_full,
  off: m.staffing_ahead_now_off,
}
const gone = { released: m.staffing_ahead_released, away: m.staffing_ahead_away }

const lacksWhat = ({ lacks, goers }: Visit) => {
  if (lacks.includes('lead')) return m.staffing_ahead_nobody()
  return goers.some(({ place }) => place === 'second') ? m.staffing_ahead_no_second() : m.staffing_ahead_alone()
}
const Goers = ({ goers }: Pick<Visit, 'goers'>) => (
  <p className="tov-dim">
    {goers
      .map(({ name: who, place, gone: why }) => {
        if (why) return gone[why]({ who })
        return place === 'lead' ? m.staffing_ahead_goes({ who }) : m.staffing_ahead_along({ who })
      })
      .join('. ')}
    .
  </p>
)

/** Who is proposed, the facts that speak for him, and the button that asks just him. */
const Proposed = ({ visit, one, filled }: { visit: Visit; one: Candidate; filled: boolean }) => {
  const { name, school, place, personId, hinders } = one
  const ask = useAct(askToStaff, {
    says: (asked) => m.staffing_ahead_said_ask({ name: asked.name }),
    undo:
      ({ id: askId }) =>
      () =>
        call(withdrawAsking, { params: { askId } }),
  })
  const body = { personId, place, startsAt: visit.startsAt }
  return (
    <div className="staffing-one">
      <div>
        <p>
          <b>{asNames[place]({ name })}</b>
          {school && <span className="tov-dim">, {school}</span>}
        </p>
        <p className="tov-dim">{one.reasons.join(' ')}</p>
        <PlanPoints rows={one.points} />
      </div>
      {hinders ? (
        <StateTag tone="venter">{nowNames[hinders]({ name })}</StateTag>
      ) : (
        <Button
          variant={filled ? 'filled' : 'default'}
          loading={ask.running}
          onClick={() => void ask.run({ params: { id: visit.id }, body })}
        >
          {m.staffing_ahead_ask({ name: name.split(' ')[0] ?? name })}
        </Button>
      )}
    </div>
  )
}

const Asked = ({ one }: { one: Visit['asked'][number] }) => {
  const withdraw = useAct(withdrawAsking, { says: () => m.staffing_ahead_said_withdraw({ name: one.name }) })
  if (one.no) {
    const why = [reasonNames[one.no.reason](), one.no.words].filter(Boolean).join('. ')
    return <p className="tov-dim">{m.staffing_ahead_said_no({ name: one.name, why })}</p>
  }
  return (
    <div className="staffing-one">
      <StateTag tone="venter">
        {m.staffing_ahead_is_asked({ name: one.name, when: saysNearMoment(one.askedAt) })}
      </StateTag>
      <Button loading={withdraw.running} onClick={() => void withdraw.run({ params: { askId: one.id } })}>
        {m.staffing_ahead_withdraw({ name: one.name.split(' ')[0] ?? one.name })}
      </Button>
    </div>
  )
}

const says = ({ stale, leftOut, proposed, asked }: Visit) => {
  if (stale) return m.staffing_ahead_stale()
  if (leftOut === null) return m.staffing_ahead_not_looked()
  if (proposed.length === 0 && asked.every(({ no }) => no)) return m.staffing_ahead_none()
  return null
}

/** One visit ahead that lacks somebody: what is proposed, who is asked, and what else one may do. */
export const VisitCard = ({ visit, filled }: { visit: Visit; filled: boolean }) => {
  const [dialog, setDialog] = useState<'other' | 'leave' | null>(null)
  const note = says(visit)
  const left = visit.leftOut
  const close = () => setDialog(null)
  return (
    <Card
      title={`${visit.company}, ${saysMoment(visit.startsAt)}`}
      right={<StateTag tone={visit.lacks.includes('lead') ? 'galt' : 'venter'}>{lacksWhat(visit)}</StateTag>}
    >
      <Goers goers={visit.goers} />
      {visit.proposed.map((one, n) => (
        <Proposed key={`${one.place} ${one.personId}`} visit={visit} one={one} filled={filled && n === 0} />
      ))}
      {visit.asked.map((one) => (
        <Asked key={one.id} one={one} />
      ))}
      {note && <p role="status">{first(note)}</p>}
      {left && left.unrelated + left.noTime > 0 && (
        <p className="tov-dim">
          {m.staffing_ahead_left_out({ unrelated: String(left.unrelated), noTime: String(left.noTime) })}
        </p>
      )}
      <div className="staffing-buttons">
        <Button onClick={() => setDialog('other')}>{m.staffing_ahead_other()}</Button>
        <Button onClick={() => setDialog('leave')}>{m.staffing_ahead_leave()}</Button>
        <Go className="tov-link" to={`/kalender?dag=${dayOf(visit.startsAt)}&hvem=alle&aftale=${visit.id}`}>
          {m.staffing_ahead_see()}
        </Go>
      </div>
      {dialog === 'other' && <OtherDialog visit={visit} onClose={close} />}
      {dialog === 'leave' && <LeaveDialog visit={visit} onClose={close} />}
    </Card>
  )
}
