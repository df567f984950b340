import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { saidIn } from '#web/data/problem.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { saysDate, today } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { LastSaid, type pricedBy, sayCallPrice, takeBackCallPrice } from './call-costs.schema.ts'
import { type Agreed, type CallCentre, saysPrice } from './says-price.tsx'
import './call-costs.css'

type Per = (typeof pricedBy)[number]

/** Sends along what was said last as it was seen; was something else said meanwhile, it is told, and sending again is meant. */
const useSaid = ({ id, name, last }: CallCentre, onClose: () => void) => {
  const params = { id: id ?? 0 }
  const [seen, setSeen] = useState(last)
  const [theirs, setTheirs] = useState<Agreed | null>()
  const act = useAct(sayCallPrice, {
    says: (_, { body }) =>
      body.kroner === null
        ? m.call_costs_ended({ name: name ?? '', from: saysDate(body.from) })
        : m.call_costs_saved({ name: name ?? '' }),
    undo: (said) => () => call(takeBackCallPrice, { params: { ...params, priceId: said.id } }),
    onDone: onClose,
    onProblem: (problem) => {
      const stands = problem.code === 'changed-meanwhile' ? saidIn(problem, 'theirs', LastSaid) : undefined
      if (stands === undefined) return false
      setSeen(stands?.id ?? null)
      setTheirs(stands)
      return true
    },
  })
  const send = (said: { per: Per; kroner: number | null; from: string }) =>
    void act.run({ params, body: { ...said, last: seen } })
  return { send, theirs, running: act.running }
}

/** What is agreed with a bureau from a day on; what was agreed before stays for the days before. */
export const PriceDialog = ({ of, onClose }: { of: CallCentre; onClose: () => void }) => {
  const { name, price } = of
  const [per, setPer] = useState<Per>(price?.per ?? 'minute')
  const [typed, setTyped] = useState<number | string>(price?.kroner ?? '')
  const [from, setFrom] = useState(price?.from ?? today())
  const { send, theirs, running } = useSaid(of, onClose)
  // Who puts a price right says its own day; who ends it means from now on, unless he says another day.
  const ends = from === price?.from ? today() : from
  return (
    <Dialog title={m.call_costs_dialog({ name: name ?? '' })} onClose={onClose}>
      <form
        className="call-costs-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (Number(typed) > 0) send({ per, kroner: Number(typed), from })
        }}
      >
        <Dropdown
          label={m.call_costs_agreed_by()}
          value={per}
          data={[
            { value: 'minute', label: m.call_costs_by_minute() },
            { value: 'month', label: m.call_costs_by_month() },
          ]}
          onChange={setPer}
        />
        <NumberInput
          label={m.call_costs_kroner()}
          required
          min={0.01}
          max={1_000_000}
          decimalScale={2}
          fixedDecimalScale
          decimalSeparator=","
          value={typed}
          onChange={setTyped}
          data-autofocus
        />
        <DateField label={m.call_costs_from()} required value={from} onChange={setFrom} />
        <p className="tov-dim tov-small">{m.call_costs_from_what()}</p>
        {theirs !== undefined && (
          <p role="alert">
            {theirs ? m.call_costs_meanwhile({ price: saysPrice(theirs) }) : m.call_costs_meanwhile_none()}
          </p>
        )}
        <div className="tov-dialog-foot">
          {price && (
            <Button disabled={running} onClick={() => send({ per, kroner: null, from: ends })}>
              {m.call_costs_end({ day: saysDate(ends) })}
            </Button>
          )}
          <Button type="submit" variant="filled" loading={running} disabled={!(Number(typed) > 0)}>
            {m.call_costs_save()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
