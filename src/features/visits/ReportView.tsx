import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { first, saysDeadline, saysMoment, saysNear } from '#web/parts/dates.ts'
import { Go, type Path } from '#web/parts/Go.tsx'
import { Page } from '#web/parts/Page.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { Quote } from '#web/parts/Thread.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { listPromises } from '../promises/promises.schema.ts'
import { NeedOutcome } from './NeedOutcome.tsx'
import { ReportChange } from './ReportChange.tsx'
import { type showVisit, topicName } from './visits.schema.ts'
import './report.css'

type Visit = AnswerOf<typeof showVisit>

const Agreed = ({ visit }: { visit: Visit }) => {
  const { data } = useAnswer(listPromises, {
    query: { whose: 'all', state: 'any', companyId: visit.companyId, limit: 200 },
  })
  const made = data?.rows.filter(({ visitId }) => visitId === visit.id) ?? []
  if (made.length === 0) return <p className="tov-dim visits-none">{m.visits_agreed_none()}</p>
  return (
    <ul className="visits-agreed">
      {made.map(({ id, what, owner, dueOn, state, daysLate }) => (
        <li key={id}>
          <div>
            <Go to={`/aftaler?aftale=${id}`} className="tov-link">
              {what}
            </Go>
            <div className="tov-dim tov-small">{owner.name}</div>
          </div>
          {state === 'kept' ? (
            <StateTag tone="fri">{m.visits_agreed_kept()}</StateTag>
          ) : state === 'dropped' ? (
            <StateTag>{m.visits_agreed_dropped()}</StateTag>
          ) : (
            <StateTag tone={daysLate > 0 ? 'galt' : 'sten'} mark={daysLate > 0}>
              {daysLate > 0 ? saysDeadline(dueOn) : saysNear(dueOn)}
            </StateTag>
          )}
        </li>
      ))}
    </ul>
  )
}

const About = ({ visit }: { visit: Visit }) => (
  <Card title={m.visits_about()} right={<VisibilityMark who={whoReads.report} />}>
    {visit.callNote && (
      <Quote>
        <b>{m.visits_from_call()}</b> {visit.callNote}
      </Quote>
    )}
    <p className="visits-text">{visit.about}</p>
    {visit.tookPart.length > 0 && (
      <p>{m.visits_took_part_were({ names: visit.tookPart.map(({ name }) => name).join(', ') })}</p>
    )}
    <p className="visits-draft">{m.visits_reported_at({ when: saysMoment(visit.reportedAt) })}</p>
  </Card>
)

/** What they need; it may be passed on, or the schools gathered on it. */
const Needs = ({ visit }: { visit: Visit }) => {
  const may = useMay()
  return (
    <Card title={m.visits_needs()}>
      {visit.needs.length === 0 && <p className="tov-dim visits-none">{m.visits_needs_none()}</p>}
      <ul className="visits-agreed">
        {visit.needs.map((need) => (
          <li key={need.id}>
            <div>
              {need.education && <b>{topicName(need.education, getLocale())}</b>}
              <div className={need.education ? 'tov-dim' : undefined}>“{need.words}”</div>
              <NeedOutcome need={need} />
              {need.state === 'open' && (
                <Go
                  className="tov-link tov-small"
                  to={`/henvisninger?giv=${visit.companyId}&rapport=${visit.id}&behov=${need.id}`}
                >
                  {m.visits_need_pass_on()}
                </Go>
              )}
            </div>
            <StateTag>{need.soon ? m.visits_need_soon() : m.visits_need_later()}</StateTag>
          </li>
        ))}
      </ul>
      {may({ name: 'makeGroup' }) && (
        <Go className="tov-link tov-small" to={`/arbejdsgrupper?for=${visit.companyId}&rapport=${visit.id}`}>
          {m.visits_gather_group()}
        </Go>
      )}
    </Card>
  )
}

type Props = { visit: Visit; up: { to: Path; text: string }; beside?: ReactNode }
/** A report that has been sent, as every school reads it; `beside`: what its reader alone has. */
export const ReportView = ({ visit, up, beside }: Props) => {
  const [changing, setChanging] = useState(false)
  if (changing) return <ReportChange visit={visit} up={up} onDone={() => setChanging(false)} />
  const button = visit.can.change ? <Button onClick={() => setChanging(true)}>{m.visits_change()}</Button> : undefined
  return (
    <Page
      title={m.visits_report()}
      up={up}
      subtitle={
        <span>
          <span className="tov-only-phone">{visit.company}. </span>
          {first(saysMoment(visit.visitedAt))}.{' '}
          {visit.by.school ? `${visit.by.name}, ${visit.by.school}` : visit.by.name}
        </span>
      }
      actions={button}
      asideWidth={420}
      aside={
        <Card title={m.visits_topics()}>
          {visit.topics.length === 0 && <p className="tov-dim visits-none">{m.visits_topics_none()}</p>}
          <div className="visits-tags">
            {visit.topics.map((topic) => (
              <StateTag key={topic}>{topicName(topic, getLocale())}</StateTag>
            ))}
          </div>
        </Card>
      }
    >
      <About visit={visit} />
      {beside}
      <Needs visit={visit} />
      <Card title={m.visits_agreed()}>
        <Agreed visit={visit} />
      </Card>
    </Page>
  )
}
