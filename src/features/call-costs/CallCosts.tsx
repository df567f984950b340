import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { addDays, saysDate } from '#web/parts/dates.ts'
import { kroner, number } from '#web/parts/numbers.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { PriceDialog } from './PriceDialog.tsx'
import { showCallCosts } from './call-costs.schema.ts'
import './call-costs.css'

type Centre = AnswerOf<typeof showCallCosts>['centres'][number]

const saysCalled = ({ calls, minutes, meetings }: Centre) => {
  if (calls === null || minutes === null) return m.call_costs_too_few()
  return meetings === null
    ? m.call_costs_called_few({ calls: number(calls), minutes: number(minutes) })
    : m.call_costs_called({ calls: number(calls), minutes: number(minutes), meetings: number(meetings) })
}
const saysOne = ({ per, kroner: agreed, from }: Centre['coming'][number]) => {
  if (agreed === null) return m.call_costs_ends({ from: saysDate(from) })
  const said = { kroner: number(agreed, 2), from: saysDate(from) }
  return per === 'minute' ? m.call_costs_per_minute(said) : m.call_costs_per_month(said)
}
const saysPrice = ({ price, coming, closedOn }: Centre) => {
  if (closedOn !== null) return m.call_costs_closed({ day: saysDate(closedOn) })
  const now = price ? saysOne(price) : coming.length > 0 ? m.call_costs_not_yet() : m.call_costs_no_price()
  return [now, ...coming.map(saysOne)].join(' ')
}

/** Who pays what: by the time that each got there. */
const Parts = ({ centre: { name, schools } }: { centre: Centre }) => (
  <table className="call-costs-parts" aria-label={m.call_costs_parts_of({ name: name ?? '' })}>
    <thead>
      <tr>
        <th scope="col">{m.call_costs_school()}</th>
        <th scope="col">{m.call_costs_minutes()}</th>
        <th scope="col">{m.call_costs_kroner()}</th>
      </tr>
    </thead>
    <tbody>
      {schools.map((one) => (
        <tr key={String(one.schoolId)}>
          <th scope="row">{one.name ?? m.fair_shares_common()}</th>
          <td>{number(one.minutes)}</td>
          <td>{one.kroner === null ? '–' : kroner(one.kroner)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

type RowProps = { centre: Centre; onPrice: (() => void) | null }
const CentreRow = ({ centre, onPrice }: RowProps) => {
  const says = centre.price ? m.call_costs_change() : m.call_costs_say()
  return (
    <li className="call-costs-row">
      <b>{centre.name ?? m.call_costs_own()}</b>
      <span className="tov-dim tov-small">{saysCalled(centre)}</span>
      {centre.outside && (
        <>
          <span className="tov-small">
            {saysPrice(centre)}{' '}
            {onPrice && (
              <button
                type="button"
                className="tov-text-button"
                aria-label={m.call_costs_with({ what: says, name: centre.name ?? '' })}
                onClick={onPrice}
              >
                {says}
              </button>
            )}
          </span>
          {centre.cost !== null && <b>{m.call_costs_comes_to({ kroner: kroner(centre.cost) })}</b>}
          {centre.schools.length > 0 && <Parts centre={centre} />}
        </>
      )}
    </li>
  )
}

/** Under the ledger: what each call centre called, and what bought calls come to; the same for all schools. */
export const CallCosts = () => {
  const { data } = useAnswer(showCallCosts)
  const [asked, setAsked] = useState<Centre | null>(null)
  if (!data || !data.centres.some(({ id }) => id !== null)) return null
  const until = saysDate(addDays(data.closes, -1))
  return (
    <Card title={m.call_costs_title()} right={<VisibilityMark who="centre" />}>
      <p className="tov-dim">{m.call_costs_period({ from: saysDate(data.from), until })}</p>
      <ul>
        {data.centres.map((centre) => (
          <CentreRow
            key={String(centre.id)}
            centre={centre}
            onPrice={data.can.change && centre.closedOn === null ? () => setAsked(centre) : null}
          />
        ))}
      </ul>
      <p className="tov-dim tov-small">{m.call_costs_rule()}</p>
      {asked && asked.id !== null && (
        <PriceDialog id={asked.id} name={asked.name ?? ''} price={asked.price} onClose={() => setAsked(null)} />
      )}
    </Card>
  )
}
