import type { ReactNode } from 'react'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { PickMany } from '#web/parts/Filters.tsx'
import { EarlierContact, WhichFilters } from '../lists/CriteriaEditor.tsx'
import { employeeWords, targetWords } from '../contact-models/model-words.table.ts'
import { employeeGroups, targets } from '../contact-models/models.schema.ts'
import type { Draft } from './use-campaign-draft.tsx'
import { Reach } from '../contact-models/Reach.tsx'
import type { TargetGroup } from './use-weighing.tsx'

type Props = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  group: TargetGroup | undefined
  problem: ReactNode
}
/** Whom we want to reach: companies, or employees where they work; and live, how many that is. */
export const TargetGroupCard = ({ draft, change, group, problem }: Props) => {
  const part = {
    criteria: draft.criteria,
    set: (some: Partial<Draft['criteria']>) => change({ criteria: { ...draft.criteria, ...some } }),
  }
  return (
    <>
      <Card
        title={m.contact_models_who()}
        right={
          <Choices
            label={m.campaigns_target_label()}
            value={draft.target}
            options={targets.map((value) => ({ value, label: targetWords[value]() }))}
            onChange={(target) => change({ target })}
          />
        }
      >
        {draft.target === 'employees' && (
          <div className="campaigns-employees">
            <PickMany
              label={m.campaigns_employees_label()}
              options={employeeGroups.map((value) => ({ value, label: employeeWords[value]() }))}
              value={draft.employees}
              onChange={(employees) => change({ employees })}
            />
            <p className="tov-dim tov-small">{m.campaigns_employees_help()}</p>
          </div>
        )}
        <WhichFilters {...part} />
        {group ? <Reach group={group} /> : <p className="tov-dim">{problem}</p>}
      </Card>
      <EarlierContact {...part} />
    </>
  )
}
