import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { exportsOf } from '#web/data/address.ts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { addDays, saysDate, today } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Exports } from '#web/parts/Exports.tsx'
import { number } from '#web/parts/numbers.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { listSchools } from '../centre/schools.schema.ts'
import { sayShares, showLedger } from './fair-shares.schema.ts'
import './fair-shares.css'

type Ledger = AnswerOf<typeof showLedger>
type Row = Ledger['rows'][number]
const nameOf = ({ name }: Pick<Row, 'name'>) => name ?? m.fair_shares_common()
const rowSays = ({ agreed, got }: Row) => {
  if (agreed === null) return m.fair_shares_row_no_share({ got: number(got ?? 0) })
  return got === null
    ? m.fair_shares_row_none({ agreed: number(agreed) })
    : m.fair_shares_row({ agreed: number(agreed), got: number(got) })
}

/** What it got, and a line at what was agreed; the largest fills the bar. */
const Account = ({ row, most }: { row: Row; most: number }) => (
  <li className="fair-shares-row">
    <div>
      <b>{nameOf(row)}</b> {row.furthestBehind && <StateTag tone="venter">{m.fair_shares_furthest()}</StateTag>}
      <div className="fair-shares-says">
        {rowSays(row)}
        {row.handedIn > 0 && m.fair_shares_row_handed_in({ count: number(row.handedIn) })}
        {row.behind > 0 && <b>, {m.fair_shares_behind({ points: number(row.behind) })}</b>}
      </div>
    </div>
    <span className="fair-shares-bar" aria-hidden="true">
      <span style={{ width: `${(100 * (row.got ?? 0)) / most}%` }} />
      {row.agreed !== null && <i style={{ left: `${(100 * row.agreed) / most}%` }} />}
    </span>
  </li>
)

const useAccounts = () => {
  const { data } = useAnswer(listSchools)
  const schools = (data?.rows ?? []).map(({ id, name }): { id: number | null; name: string } => ({ id, name }))
  return [...schools, { id: null, name: m.fair_shares_common() }]
}
const SharesDialog = ({ ledger, onClose }: { ledger: Ledger; onClose: () => void }) => {
  const accounts = useAccounts()
  const [typed, setTyped] = useState<Record<string, number | string>>(() =>
    Object.fromEntries(ledger.rows.map(({ schoolId, agreed }) => [String(schoolId), agreed ?? ''])),
  )
  const [from, setFrom] = useState(today())
  const act = useAct(sayShares, { says: () => m.fair_shares_saved(), onDone: onClose })
  const percent = (id: number | null) => Number(typed[String(id)] ?? 0) || 0
  const sum = accounts.reduce((total, { id }) => total + percent(id), 0)
  return (
    <Dialog title={m.fair_shares_say_title()} onClose={onClose}>
      <form
        className="fair-shares-form"
        onSubmit={(event) => {
          event.preventDefault()
          const shares = accounts.map(({ id }) => ({ schoolId: id, percent: percent(id) }))
          void act.run({ body: { from, shares } })
        }}
      >
        {accounts.map(({ id, name }) => (
          <NumberInput
            key={String(id)}
            label={m.fair_shares_percent({ name })}
            min={0}
            max={100}
            value={typed[String(id)] ?? ''}
            onChange={(value) => setTyped({ ...typed, [String(id)]: value })}
          />
        ))}
        <p role="status">{m.fair_shares_sum({ sum: number(sum) })}</p>
        <DateField label={m.fair_shares_from()} required min={today()} value={from} onChange={setFrom} />
        <div className="tov-dialog-foot">
          <Button type="submit" variant="filled" loading={act.running}>
            {m.fair_shares_save()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const Why = ({ ledger }: { ledger: Ledger }) => {
  const behind = ledger.rows.find(({ furthestBehind }) => furthestBehind)
  return (
    <div className="fair-shares-why">
      {behind && (
        <p>
          <b>{m.fair_shares_why({ name: nameOf(behind) })}</b> {m.fair_shares_why_text()}
        </p>
      )}
      <p className="tov-dim">{m.fair_shares_rule()}</p>
    </div>
  )
}

/** Phonernes tid: what each school agreed on and got; the same for all schools. */
export const Ledger = () => {
  const { data: ledger } = useAnswer(showLedger)
  const [open, setOpen] = useState(false)
  if (!ledger) return null
  const quarter = Math.floor((Number(ledger.from.slice(5, 7)) - 1) / 3) + 1
  const most = Math.max(1, ...ledger.rows.flatMap(({ agreed, got }) => [agreed ?? 0, got ?? 0]))
  const until = saysDate(addDays(ledger.closes, -1))
  return (
    <Card title={m.fair_shares_title({ quarter })} right={<VisibilityMark who="centre" />}>
      <p className="tov-dim">
        {ledger.minutes === 0
          ? m.fair_shares_empty()
          : m.fair_shares_since({
              hours: number(Math.round(ledger.minutes / 60)),
              from: saysDate(ledger.from),
              until,
            })}{' '}
        {ledger.agreed ? m.fair_shares_agreed_on({ date: saysDate(ledger.agreed.on) }) : m.fair_shares_not_agreed()}
      </p>
      <ul>
        {ledger.rows.map((row) => (
          <Account key={String(row.schoolId)} row={row} most={most} />
        ))}
      </ul>
      <Why ledger={ledger} />
      <div className="fair-shares-foot">
        {ledger.can.change && <Button onClick={() => setOpen(true)}>{m.fair_shares_change()}</Button>}
        {ledger.rows.length > 0 && <Exports of={exportsOf(showLedger)} />}
      </div>
      {open && <SharesDialog ledger={ledger} onClose={() => setOpen(false)} />}
    </Card>
  )
}
