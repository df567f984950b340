import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { MakePromise } from '../promises/MakePromise.tsx'
import { keepPromise, listPromises, undoKeeping } from '../promises/promises.schema.ts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate, saysNear } from '#web/parts/dates.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import type { Card as Company } from './CompanyWords.tsx'

type Promised = RowOf<typeof listPromises>

export const promisesOf = (companyId: number) =>
  ({ query: { whose: 'all', state: 'any', companyId, limit: 100 } }) as const

const State = ({ promise }: { promise: Promised }) => {
  const { state, daysLate, dueOn, closedAt } = promise
  if (state === 'kept')
    return <StateTag tone="fri">{m.companies_kept_on({ date: saysDate(closedAt ?? dueOn) })}</StateTag>
  if (daysLate > 0)
    return (
      <StateTag tone="galt">{daysLate === 1 ? m.companies_late_one() : m.companies_late({ days: daysLate })}</StateTag>
    )
  const near = saysNear(dueOn)
  return <StateTag tone={near === m.web_today() ? 'venter' : 'sten'}>{near}</StateTag>
}

const PromiseRow = ({ promise }: { promise: Promised }) => {
  const keep = useAct(keepPromise, {
    says: () => m.companies_kept(),
    undo: () => () => call(undoKeeping, { params: { id: promise.id } }),
  })
  return (
    <li>
      <div>
        <div className="companies-what">{promise.what}</div>
        <div className="tov-dim tov-small">
          {[promise.owner.name, promise.owner.school].filter(Boolean).join(', ')}
          {promise.ownerLeft && ` · ${m.companies_owner_left()}`}
        </div>
      </div>
      <State promise={promise} />
      {promise.can.keep && (
        <Button size="compact-sm" disabled={keep.running} onClick={() => void keep.run({ params: { id: promise.id } })}>
          {m.companies_keep()}
        </Button>
      )}
    </li>
  )
}

/** What was agreed on the phone or in a mail: written down here, without a report. */
const Add = ({ companyId }: { companyId: number }) => {
  const [open, setOpen] = useState(false)
  return (
    <div className="companies-add">
      {open ? (
        <MakePromise companyId={companyId} onDone={() => setOpen(false)} onStop={() => setOpen(false)} />
      ) : (
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen(true)}>
          {m.companies_agreed_add()}
        </Button>
      )}
    </div>
  )
}

/** What was agreed with the company: open first, the nearest date first, then what was lately kept. */
export const CompanyAgreed = ({ company }: { company: Company }) => {
  const { data } = useAnswer(listPromises, promisesOf(company.id))
  const rows = data?.rows ?? []
  const open = rows.filter((row) => row.state === 'open' && row.promisedBy === 'us')
  const theirs = rows.filter((row) => row.state === 'open' && row.promisedBy === 'company')
  const kept = rows
    .filter((row) => row.state === 'kept')
    .toSorted((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''))
  const shown = [...open, ...kept.filter(({ promisedBy }) => promisedBy === 'us').slice(0, 3)]
  return (
    <Card title={m.companies_agreed()} right={<VisibilityMark who="centre" />} padded={false}>
      {shown.length > 0 ? (
        <ul className="companies-rows">
          {shown.map((promise) => (
            <PromiseRow key={promise.id} promise={promise} />
          ))}
        </ul>
      ) : (
        data && <p className="companies-empty">{m.companies_agreed_none()}</p>
      )}
      {theirs.length > 0 && (
        <>
          <h3 className="companies-theirs">{m.companies_theirs()}</h3>
          <ul className="companies-rows">
            {theirs.map((promise) => (
              <PromiseRow key={promise.id} promise={promise} />
            ))}
          </ul>
        </>
      )}
      {company.can.report && !company.closedOn && <Add companyId={company.id} />}
    </Card>
  )
}
