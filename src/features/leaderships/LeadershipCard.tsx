import { Button } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { saysEmployees } from '../register/RegisterWords.tsx'
import { decideLeadership, showLeadership, undoLeadership } from './leaderships.schema.ts'
import './leaderships.css'

type Leadership = AnswerOf<typeof showLeadership>

/** "36 arbejdssteder, 412 ansatte": what the facts say. */
export const saysFacts = ({ workplaces, employeesFrom, employeesTo }: Leadership) => {
  const staff = saysEmployees({ employees: null, employeesFrom, employeesTo })
  const places = workplaces === 1 ? m.leaderships_places_one() : m.leaderships_places({ count: workplaces })
  return staff ? m.leaderships_facts({ places, staff }) : m.leaderships_facts_unknown({ places })
}

/** Says it with one press, and can be taken back. */
export const Decide = ({
  companyId,
  shared,
  filled = false,
}: {
  companyId: number
  shared: boolean
  filled?: boolean
}) => {
  const deciding = useAct(decideLeadership, {
    says: () => (shared ? m.leaderships_said_shared() : m.leaderships_said_one()),
    undo:
      ({ decision }) =>
      () =>
        call(undoLeadership, { params: { id: decision?.id ?? 0 } }),
  })
  return (
    <Button
      variant={filled ? 'filled' : 'default'}
      size="compact-md"
      aria-disabled={deciding.running || undefined}
      onClick={() => void deciding.run({ params: { companyId }, body: { shared } })}
    >
      {shared ? m.leaderships_shared() : m.leaderships_one()}
    </Button>
  )
}

const titleOf = ({ decision, proposed, shared }: Leadership) => {
  if (!decision && proposed) return m.leaderships_looks_shared()
  return shared ? m.leaderships_shared() : m.leaderships_one()
}

/** Whether a company answers as one: the facts beside the question, and what was decided, by whom. Nothing to ask where there is one place. */
export const LeadershipCard = ({ companyId }: { companyId: number }) => {
  const { data } = useAnswer(showLeadership, { params: { companyId } })
  if (!data || (data.workplaces < 2 && !data.decision)) return null
  const { decision, proposed, shared, can } = data
  const asks = !decision && proposed
  if (!asks && !decision && !can.decide) return null
  return (
    <Card title={titleOf(data)}>
      <p className="leaderships-text">
        {saysFacts(data)}
        {asks && `. ${m.leaderships_is_it()}`}
      </p>
      <p className="leaderships-text">{shared ? m.leaderships_shared_means() : m.leaderships_one_means()}</p>
      {decision && (
        <p className="leaderships-text tov-dim">
          {m.leaderships_decided({ who: decision.by ?? '', date: saysDate(decision.at) })}
          {decision.why && ` “${decision.why}”`}
        </p>
      )}
      {can.decide && (
        <div className="leaderships-acts">
          {(asks || !shared) && <Decide companyId={companyId} shared filled={asks} />}
          {(asks || shared) && <Decide companyId={companyId} shared={false} />}
        </div>
      )}
    </Card>
  )
}
