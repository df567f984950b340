import { useSearch } from '@tanstack/react-router'
import * as m from '#texts'
import { type RowOf, useInfiniteAnswer } from '#web/data/answers.ts'
import { exportsOf } from '#web/data/address.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { type Column, DataTable } from '#web/parts/DataTable.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { inPairs } from '#web/parts/numbers.ts'
import { Page } from '#web/parts/Page.tsx'
import { Decide, saysFacts } from './LeadershipCard.tsx'
import { listLeaderships } from './leaderships.schema.ts'
import './leaderships.css'

type Row = RowOf<typeof listLeaderships>

const decided = (): Column<Row> => ({
  key: 'decided',
  title: m.leaderships_col_decided(),
  width: 'minmax(150px, 1fr)',
  cell: ({ decision }) => decision && m.leaderships_decided({ who: decision.by ?? '', date: saysDate(decision.at) }),
})

const columns = (vis: string | undefined): Column<Row>[] => [
  {
    key: 'name',
    title: m.leaderships_col_company(),
    width: 'minmax(220px, 2fr)',
    cell: (row) => (
      <span className="leaderships-name">
        <Go className="tov-link" to={`/virksomheder/${row.companyId}`}>
          {row.name}
        </Go>
        <span className="tov-dim tov-small">{m.leaderships_cvr({ cvr: inPairs(row.cvr) })}</span>
      </span>
    ),
  },
  {
    key: 'facts',
    title: m.leaderships_col_facts(),
    width: 'minmax(200px, 1.4fr)',
    phone: true,
    cell: (row) => saysFacts(row),
  },
  ...(vis ? [decided()] : []),
  {
    key: 'is',
    title: m.leaderships_col_leadership(),
    width: 'minmax(256px, 1fr)',
    right: true,
    phone: true,
    cell: ({ companyId, decision, shared, can }) =>
      can.decide && (
        <span className="leaderships-row-acts">
          {(!decision || !shared) && <Decide companyId={companyId} shared />}
          {(!decision || shared) && <Decide companyId={companyId} shared={false} />}
        </span>
      ),
  },
]

/** Companies that look as if they had shared leadership: people decide, one by one. */
export default function LeadershipsPage() {
  const { vis } = useSearch({ from: '/signed-in/framed/ledelse' })
  const change = useChangeSearch<{ vis: string }>()
  const query = { show: vis ?? ('open' as const) }
  const list = useInfiniteAnswer(listLeaderships, { query })
  return (
    <Page title={m.web_nav_leaderships()} subtitle={m.leaderships_subtitle()}>
      <DataTable
        choices={
          <Choices
            label={m.leaderships_col_leadership()}
            value={vis ?? ''}
            onChange={(value) => change({ vis: value })}
            options={[
              { value: '', label: m.leaderships_show_open() },
              { value: 'shared', label: m.leaderships_shared() },
              { value: 'one', label: m.leaderships_one() },
            ]}
          />
        }
        label={m.web_nav_leaderships()}
        list={list}
        columns={columns(vis)}
        rowKey={(row) => row.cvr}
        exports={exportsOf(listLeaderships, { query })}
        empty={
          <EmptyState inCard title={m.leaderships_none()}>
            {m.leaderships_none_text()}
          </EmptyState>
        }
      />
    </Page>
  )
}
