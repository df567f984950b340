import type { ReactNode } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate, saysDeadline, saysMoment, saysNear } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { Quote } from '#web/parts/Thread.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { AskedCard } from '../guides/AskedCard.tsx'
import { listPromises } from '../promises/promises.schema.ts'
import { NeedOutcome } from '../visits/NeedOutcome.tsx'
import { showVisit, topicName } from '../visits/visits.schema.ts'
import { pathOfReport } from './ReportRows.tsx'
import { listWordings } from './reports.schema.ts'
import { RestrictedParts } from './RestrictedParts.tsx'
import '../visits/report.css'
import './reports.css'

export type Visit = AnswerOf<typeof showVisit>

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

/** How it was worded before it was mended: nothing is overwritten unseen. */
const Wordings = ({ visit }: { visit: Visit }) => {
  const { data } = useAnswer(listWordings, { params: { id: visit.id } }, { when: visit.version > 1 })
  if (visit.version === 1) return null
  return data?.rows.map(({ changedAt, by, about, needs, topics }) => (
    <details key={changedAt} className="reports-wording">
      <summary>
        {by === null
          ? m.reports_mended({ date: saysDate(changedAt) })
          : m.reports_mended_by({ date: saysDate(changedAt), who: by })}
      </summary>
      <p className="tov-dim tov-small">{m.reports_worded_before()}</p>
      <p className="visits-text">{about}</p>
      {needs.map((words) => (
        <p key={words}>“{words}”</p>
      ))}
      <p className="tov-dim tov-small">{topics.map((code) => topicName(code, getLocale())).join(', ')}</p>
    </details>
  ))
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
    <Wordings visit={visit} />
  </Card>
)

/** What they need; it may be passed on, or the schools gathered on it. */
const Needs = ({ visit }: { visit: Visit }) => {
  const may = useMay()
  return (
    <Card title={m.visits_needs()} right={<VisibilityMark who={whoReads.need} />}>
      {visit.needs.length === 0 && <p className="tov-dim visits-none">{m.visits_needs_none()}</p>}
      <ul className="visits-agreed">
        {visit.needs.map((need) => (
          <li key={need.id}>
            <div>
              <div>“{need.words}”</div>
              {need.education && <div className="tov-dim">{topicName(need.education, getLocale())}</div>}
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
      {visit.needs.length > 0 && may({ name: 'makeGroup' }) && (
        <Go className="tov-link tov-small" to={`/arbejdsgrupper?for=${visit.companyId}&rapport=${visit.id}`}>
          {m.visits_gather_group()}
        </Go>
      )}
    </Card>
  )
}

export const TopicsOf = ({ visit }: { visit: Visit }) => (
  <Card title={m.visits_topics()} right={<VisibilityMark who={whoReads.report} />}>
    {visit.topics.length === 0 && <p className="tov-dim visits-none">{m.visits_topics_none()}</p>}
    <div className="visits-tags">
      {visit.topics.map((topic) => (
        <StateTag key={topic}>{topicName(topic, getLocale())}</StateTag>
      ))}
    </div>
  </Card>
)

/** Every part with who reads it; `beside`: what its reader alone has; `below`: what else stands there, before who reads it is said. */
type Reading = { visit: Visit; beside?: ReactNode; below?: ReactNode }
export const ReportReading = ({ visit, beside, below }: Reading) => (
  <>
    <About visit={visit} />
    {beside}
    <Needs visit={visit} />
    {visit.asked && <AskedCard asked={visit.asked} />}
    <Card title={m.visits_agreed()} right={<VisibilityMark who={whoReads.promise} />}>
      <Agreed visit={visit} />
    </Card>
    <RestrictedParts visit={visit} />
    {below}
    <p className="tov-dim tov-small">{m.reports_who_reads()}</p>
  </>
)

/** The one that is chosen, beside the list. */
export const ReportPanel = ({ id }: { id: number }) => {
  const { data: visit } = useAnswer(showVisit, { params: { id } })
  if (!visit) return <GreyRows />
  return (
    <>
      <div className="reports-panel-head">
        <h2>
          <Go to={pathOfReport(visit.id)} className="tov-link">
            {visit.company}
          </Go>
        </h2>
        <p className="tov-dim tov-small">
          {m.reports_visited({ when: saysMoment(visit.visitedAt) })}.{' '}
          {visit.by.school ? `${visit.by.name}, ${visit.by.school}` : visit.by.name}
        </p>
      </div>
      <ReportReading visit={visit} below={<TopicsOf visit={visit} />} />
    </>
  )
}
