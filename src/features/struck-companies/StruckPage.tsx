import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer, useInfiniteAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows, useRowKeys } from '#web/parts/Rows.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { number } from '#web/parts/numbers.ts'
import { countLapsedStrikes } from '../hearings/strikes.schema.ts'
import { PlanDialog } from './PlanDialog.tsx'
import { letGoStruckCompany, listStruckCompanies, takeStruckCompany } from './struck-companies.schema.ts'

type Struck = RowOf<typeof listStruckCompanies>

const StruckRow = ({ row, filled }: { row: Struck; filled: boolean }) => {
  const params = { listId: row.listId, companyId: row.companyId }
  const take = useAct(takeStruckCompany, {
    says: () => m.struck_companies_said_taken({ company: row.name }),
    undo: () => () => call(letGoStruckCompany, { params }),
  })
  const [planning, setPlanning] = useState(false)
  const letGo = useAct(letGoStruckCompany, { says: () => m.struck_companies_said_let_go() })
  return (
    <Row
      icon={IconHandStop}
      tone={row.taken ? 'fri' : 'venter'}
      title={[row.name, row.town].filter(Boolean).join(', ')}
      text={[
        row.taken
          ? m.struck_companies_taken({ who: row.taken.by, date: saysDate(row.taken.at) })
          : m.struck_companies_struck({ who: row.struckBy, list: row.list }),
        row.reason && `“${row.reason}”`,
        !row.taken && row.knownBy && m.struck_companies_known_by({ who: row.knownBy }),
        row.taken?.what,
        row.taken?.dueOn && m.struck_companies_due({ date: saysDate(row.taken.dueOn) }),
      ]
        .filter(Boolean)
        .join(' ')}
      state={m.struck_companies_until({ date: saysDate(row.until) })}
      action={
        row.can.take ? (
          <RowButton filled={filled} onClick={() => void take.run({ params })}>
            {m.struck_companies_take()}
          </RowButton>
        ) : (
          row.can.letGo && (
            <>
              <RowButton onClick={() => setPlanning(true)}>{m.struck_companies_plan()}</RowButton>
              <button type="button" className="tov-text-button" onClick={() => void letGo.run({ params })}>
                {m.struck_companies_let_go()}
              </button>
              {planning && <PlanDialog row={row} onClose={() => setPlanning(false)} />}
            </>
          )
        )
      }
    />
  )
}

/** What nobody spoke with while the school held it comes back to the next draw: said to the school that held it. */
const ComeBack = () => {
  const own = useAnswer(countLapsedStrikes).data?.own ?? 0
  if (own === 0) return null
  return (
    <p className="tov-dim">
      <b>{m.hearings_lapsed({ count: number(own) })}</b> {m.hearings_lapsed_own()}
    </p>
  )
}

/** What the own school keeps from the others: each with someone who goes on with it. */
export default function StruckPage() {
  const list = useInfiniteAnswer(listStruckCompanies, { query: { limit: 100 } })
  useRowKeys()
  return (
    <Page title={m.struck_companies_title()} subtitle={m.struck_companies_text()}>
      <p>
        <VisibilityMark who="school" />
      </p>
      <ComeBack />
      {list.isPending && <GreyRows count={4} />}
      {list.error && list.rows.length === 0 && <ListFailed list={list} />}
      {!list.isPending && !list.error && list.rows.length === 0 && (
        <EmptyState title={m.struck_companies_none()}>{m.struck_companies_none_text()}</EmptyState>
      )}
      {list.rows.length > 0 && (
        <Rows title={m.struck_companies_rows()}>
          {list.rows.map((row, at) => (
            <StruckRow key={`${row.listId}-${row.companyId}`} row={row} filled={at === 0} />
          ))}
        </Rows>
      )}
      {list.hasMore && (
        <button type="button" className="tov-text-button" onClick={list.more}>
          {m.struck_companies_more()}
        </button>
      )}
    </Page>
  )
}
