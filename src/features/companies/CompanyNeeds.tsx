import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { NeedOutcome } from '../visits/NeedOutcome.tsx'
import { listVisits, topicName } from '../visits/visits.schema.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'

export const visitsOf = (companyId: number) => ({ query: { whose: 'all', companyId, limit: 50 } }) as const

/** What the company said it needs and got an answer to, in its own words; what still awaits one is running. */
export const CompanyNeeds = ({ id }: { id: number }) => {
  const { data } = useAnswer(listVisits, visitsOf(id))
  const needs = (data?.rows ?? []).flatMap((visit) => visit.needs).filter(({ state }) => state !== 'open')
  if (needs.length === 0) return null
  return (
    <Card title={m.companies_needs()} right={<VisibilityMark who={whoReads.need} />}>
      <ul className="companies-needs">
        {needs.slice(0, 8).map((need) => (
          <li key={need.id}>
            <div>“{need.words}”</div>
            <div className="tov-dim tov-small">{need.education && topicName(need.education, getLocale())}</div>
            <NeedOutcome need={need} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
