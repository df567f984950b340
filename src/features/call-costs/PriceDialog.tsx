import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { today } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { type pricedBy, sayCallPrice, type showCallCosts } from './call-costs.schema.ts'
import './call-costs.css'

type Price = AnswerOf<typeof showCallCosts>['centres'][number]['price']
type Per = (typeof pricedBy)[number]
type Props = { id: number; name: string; price: Price; onClose: () => void }

/** What is agreed with a bureau from a day on; what was agreed before stays for the days before. */
export const PriceDialog = ({ id, name, price, onClose }: Props) => {
  const [per, setPer] = useState<Per>(price?.per ?? 'minute')
  const [typed, setTyped] = useState<number | string>(price?.kroner ?? '')
  const [from, setFrom] = useState(today())
  const act = useAct(sayCallPrice, { says: () => m.call_costs_saved({ name }), onDone: onClose })
  const send = (kroner: number | null) => void act.run({ params: { id }, body: { per, kroner, from } })
  return (
    <Dialog title={m.call_costs_dialog({ name })} onClose={onClose}>
      <form
        className="call-costs-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (Number(typed) > 0) send(Number(typed))
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
          decimalSeparator=","
          value={typed}
          onChange={setTyped}
          data-autofocus
        />
        <DateField label={m.call_costs_from()} required value={from} onChange={setFrom} />
        <div className="tov-dialog-foot">
          {price && <Button onClick={() => send(null)}>{m.call_costs_end()}</Button>}
          <Button type="submit" variant="filled" loading={act.running} disabled={!(Number(typed) > 0)}>
            {m.call_costs_save()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
