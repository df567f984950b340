import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import type { AnswerOf } from '#platform/endpoint'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { Go, useGo } from '#web/parts/Go.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { listCompanyGroups, refuseGroup } from './groups.schema.ts'
import './groups.css'

type Result = NonNullable<AnswerOf<typeof listCompanyGroups>['rows'][number]['result']>
export const ResultLines = ({ of: { agreed, cameOf, learnt } }: { of: Result }) => (
  <dl className="groups-result">
    <dt>{m.groups_end_agreed()}</dt>
    <dd>{agreed}</dd>
    <dt>{m.groups_end_came()}</dt>
    <dd>{cameOf}</dd>
    <dt>{m.groups_end_learnt()}</dt>
    <dd>{learnt}</dd>
  </dl>
)

type Known = AnswerOf<typeof listCompanyGroups>
const reasons = {
  schools: m.groups_reason_schools,
  employees: m.groups_reason_employees,
  needs: m.groups_reason_needs,
  learn: m.groups_reason_learn,
} as const

const Proposed = ({ companyId, of }: { companyId: number; of: NonNullable<Known['proposed']> }) => {
  const go = useGo()
  const refuse = useAct(refuseGroup, { says: () => m.groups_said_refused() })
  return (
    <>
      <p className="groups-line">
        {m.groups_proposed_because({
          date: saysDate(of.visitedAt),
          reasons: of.reasons.map((reason) => reasons[reason]()).join(', '),
        })}
      </p>
      <div className="groups-acts">
        <Button onClick={() => go(`/arbejdsgrupper?for=${companyId}&rapport=${of.visitId}`)}>{m.groups_make()}</Button>
        <Button
          variant="subtle"
          disabled={refuse.running}
          onClick={() => void refuse.run({ params: { id: of.visitId } })}
        >
          {m.groups_proposed_no()}
        </Button>
      </div>
    </>
  )
}

const One = ({ row }: { row: Known['rows'][number] }) => (
  <div className="groups-form">
    <div className="groups-head">
      <b>
        {row.endedAt
          ? m.groups_on_card_ended({ date: saysDate(row.endedAt) })
          : row.lead
            ? m.groups_on_card({ who: row.lead.name })
            : m.groups_on_card_no_lead()}
      </b>
      <VisibilityMark who={whoReads['group-result']} />
    </div>
    {row.result && <ResultLines of={row.result} />}
    {row.opens && (
      <Go className="tov-link" to={`/arbejdsgrupper/${row.id}`}>
        {m.groups_on_card_open()}
      </Go>
    )}
  </div>
)

/** On the card and on the report: that a group runs and who leads it, what came of one, or that one is proposed, and why. */
export const GroupOnCard = ({ companyId }: { companyId: number }) => {
  const go = useGo()
  const { data } = useAnswer(listCompanyGroups, { params: { companyId } })
  if (!data || (data.rows.length === 0 && !data.can.make)) return null
  const { rows, proposed, can } = data
  return (
    <Card title={proposed ? m.groups_proposed() : m.groups_one_title()}>
      {rows.map((row) => (
        <One key={row.id} row={row} />
      ))}
      {proposed && <Proposed companyId={companyId} of={proposed} />}
      {!proposed && can.make && (
        <Button size="compact-sm" onClick={() => go(`/arbejdsgrupper?for=${companyId}`)}>
          {m.groups_make()}
        </Button>
      )}
    </Card>
  )
}
