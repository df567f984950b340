import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { listVisits, topicName } from '../visits/visits.schema.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'

export const visitsOf = (companyId: number) => ({ query: { whose: 'all', companyId, limit: 50 } }) as const

/** What the company said it needs, in its own words, the newest visit first. */
export const CompanyNeeds = ({ id }: { id: number }) => {
  const { data } = useAnswer(listVisits, visitsOf(id))
  const needs = (data?.rows ?? []).flatMap((visit) =>
    visit.needs.map((need, at) => ({ ...need, key: `${visit.id}-${at}` })),
  )
  return (
    <Card title={m.companies_needs()} right={<VisibilityMark who="centre" />}>
      {needs.length > 0 ? (
        <ul className="companies-needs">
          {needs.slice(0, 8).map(({ key, words, education, soon }) => (
            <li key={key}>
              <div>“{words}”</div>
              <div className="tov-dim tov-small">
                {[
                  education && topicName(education, getLocale()),
                  soon ? m.companies_need_now() : m.companies_need_later(),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </li>
          ))}
        </ul>
      ) : (
        data && <p className="tov-dim companies-none">{m.companies_needs_none()}</p>
      )}
    </Card>
  )
}
