import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { exportsOf } from '#web/data/address.ts'
import { Card } from '#web/parts/Card.tsx'
import { addDays, saysDate } from '#web/parts/dates.ts'
import { Exports } from '#web/parts/Exports.tsx'
import { kroner, number } from '#web/parts/numbers.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { PriceDialog } from './PriceDialog.tsx'
import { fewest, listCallCosts, sayCallPrice, showCallCosts, takeBackCallPrice } from './call-costs.schema.ts'
import { type Agreed, type CallCentre, saysPrice } from './says-price.tsx'
import './call-costs.css'

const saysCalled = ({ calls, minutes, meetings }: CallCentre) => {
  if (calls === null || minutes === null) return m.call_costs_too_few({ fewest })
  const said = { calls: number(calls), minutes: number(minutes) }
  return meetings === null
    ? m.call_costs_called_few({ ...said, fewest })
    : m.call_costs_called({ ...said, meetings: number(meetings) })
}

/** Who pays what: by the time that each got there. */
const Parts = ({ centre: { name, schools } }: { centre: CallCentre }) => (
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

/** What is agreed and has not begun: it is seen, and can be taken back. */
const Later = ({ centre: { id, name, can }, price }: { centre: CallCentre; price: Agreed }) => {
  const of = { id: id ?? 0 }
  const { per, kroner: agreed, from } = price
  const act = useAct(takeBackCallPrice, {
    says: () => m.call_costs_taken_back({ name: name ?? '' }),
    undo:
      ({ last }) =>
      () =>
        call(sayCallPrice, { params: of, body: { per, kroner: agreed, from, last } }),
  })
  return (
    <span className="tov-small">
      {m.call_costs_later({ price: saysPrice(price) })}{' '}
      {can.change && (
        <button
          type="button"
          className="tov-text-button"
          aria-label={m.call_costs_take_back_what({ price: saysPrice(price), name: name ?? '' })}
          disabled={act.running}
          onClick={() => void act.run({ params: { ...of, priceId: price.id } })}
        >
          {m.call_costs_take_back()}
        </button>
      )}
    </span>
  )
}

type OfBureau = { centre: CallCentre; onPrice: () => void }
const Bureau = ({ centre, onPrice }: OfBureau) => {
  const { name, price, closedOn, later, cost, schools, can } = centre
  const says = price ? m.call_costs_change() : m.call_costs_say()
  const holds = price ? saysPrice(price) : m.call_costs_no_price()
  return (
    <>
      <span className="tov-small">
        {closedOn ? m.call_costs_closed({ day: saysDate(closedOn) }) : holds}{' '}
        {can.change && (
          <button
            type="button"
            className="tov-text-button"
            aria-label={m.call_costs_with({ what: says, name: name ?? '' })}
            onClick={onPrice}
          >
            {says}
          </button>
        )}
      </span>
      {later.map((one) => (
        <Later key={one.id} centre={centre} price={one} />
      ))}
      {cost !== null && <b>{m.call_costs_comes_to({ kroner: kroner(cost) })}</b>}
      {schools.length > 0 && <Parts centre={centre} />}
    </>
  )
}

/** Under the ledger: what each call centre called, and what bought calls come to; the same for all schools. */
export const CallCosts = () => {
  const { data } = useAnswer(showCallCosts)
  const [asked, setAsked] = useState<CallCentre | null>(null)
  if (!data || !data.centres.some(({ id }) => id !== null)) return null
  const until = saysDate(addDays(data.closes, -1))
  const ownApart = data.centres.some(({ id, outside }) => id !== null && !outside)
  const unnamed = ownApart ? m.call_costs_in_none() : m.call_costs_own()
  return (
    <Card title={m.call_costs_title()} right={<VisibilityMark who="centre" />}>
      <p className="tov-dim">{m.call_costs_period({ from: saysDate(data.from), until })}</p>
      <ul>
        {data.centres.map((centre) => (
          <li key={String(centre.id)} className="call-costs-row">
            <b>{centre.name ?? unnamed}</b>
            <span className="tov-dim tov-small">{saysCalled(centre)}</span>
            {centre.outside && <Bureau centre={centre} onPrice={() => setAsked(centre)} />}
          </li>
        ))}
      </ul>
      <p className="tov-dim tov-small">{m.call_costs_rule()}</p>
      <Exports of={exportsOf(listCallCosts)} />
      {asked && <PriceDialog of={asked} onClose={() => setAsked(null)} />}
    </Card>
  )
}
