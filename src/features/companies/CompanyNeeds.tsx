import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { NeedOutcome } from '../visits/NeedOutcome.tsx'
import { listVisits, topicName } from '../visits/visits.schema.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'

export const visitsOf = (companyId: number) => ({ query: { whose: 'all', companyId, limit: 50 } }) as const

/** What the company said it needs, in its own words, the newest visit first. */
export const CompanyNeeds = ({ id }: { id: number }) => {
  const { data } = useAnswer(listVisits, visitsOf(id))
  const all = (data?.rows ?? []).flatMap((visit) => visit.needs)
  // What awaits an answer stands first.
  const needs = all.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))
  return (
    <Card title={m.companies_needs()} right={<VisibilityMark who="centre" />}>
      {needs.length > 0 ? (
        <ul className="companies-needs">
          {needs.slice(0, 8).map((need) => (
            <li key={need.id}>
              <div>“{need.words}”</div>
              <div className="tov-dim tov-small">
                {[
                  need.education && topicName(need.education, getLocale()),
                  need.soon ? m.companies_need_now() : m.companies_need_later(),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              <NeedOutcome need={need} />
            </li>
          ))}
        </ul>
      ) : (
        data && <p className="tov-dim companies-none">{m.companies_needs_none()}</p>
      )}
    </Card>
  )
}
