import type { z } from '#platform/endpoint'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { Card } from '#web/parts/Card.tsx'
import { dashed } from '#web/parts/numbers.ts'
import type { Criteria } from '../lists/criteria.schema.ts'
import { divisionName } from '../official-codes/industry-divisions.table.ts'
import { municipalities as all } from '../official-codes/municipalities.table.ts'
import type { employeeGroups, targets } from './models.schema.ts'
import { employeeWords } from './model-words.table.ts'
import './contact-models.css'

type Props = {
  criteria: z.infer<typeof Criteria>
  target: (typeof targets)[number]
  employees: readonly (typeof employeeGroups)[number][]
}
const nameOf = (code: number) => all.find((one) => one.code === code)?.name ?? String(code)

/** A target group in words: where, which trades, how large, and which employees. What nobody narrowed is everything. */
export const WhoIsMeant = ({ criteria: { municipalities, industries, sizes }, target, employees }: Props) => {
  const trades = industries.map((code) => divisionName(code, getLocale()) ?? code)
  const large = sizes.map((size) =>
    size === 'unknown' ? m.lists_size_unknown() : m.lists_size({ size: dashed(size) }),
  )
  const lines = [
    [m.lists_municipalities(), municipalities.map(nameOf).join(', ') || m.contact_models_everywhere()],
    [m.lists_industries(), trades.join(', ') || m.contact_models_every_trade()],
    [m.lists_sizes(), large.join(', ') || m.contact_models_every_size()],
  ]
  return (
    <Card title={m.contact_models_who()}>
      <dl className="contact-models-who">
        {lines.map(([asks, says]) => (
          <div key={asks}>
            <dt>{asks}</dt>
            <dd>{says}</dd>
          </div>
        ))}
        {target === 'employees' && employees.length > 0 && (
          <div>
            <dt>{m.contact_models_target_employees()}</dt>
            <dd>{employees.map((one) => employeeWords[one]()).join(', ')}</dd>
          </div>
        )}
      </dl>
    </Card>
  )
}
