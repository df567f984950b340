import { useSearch } from '@tanstack/react-router'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { type RowOf, useInfiniteAnswer } from '#web/data/answers.ts'
import { exportsOf } from '#web/data/address.ts'
import { type Column, DataTable } from '#web/parts/DataTable.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { FilterBar, SearchField } from '#web/parts/Filters.tsx'
import { inPairs, number } from '#web/parts/numbers.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { type showContactList } from './lists.schema.ts'
import { isIn, outReasons, type Reason } from './criteria.schema.ts'
import { listDrawnCompanies, shown as shows } from './draw.schema.ts'
import { shortOf } from './list-words.table.ts'
import { saysPlace, saysWhy } from './ListWords.tsx'

type List = AnswerOf<typeof showContactList>
type Drawn = RowOf<typeof listDrawnCompanies>
type Show = (typeof shows)[number]

const columns = (): Column<Drawn>[] => [
  {
    key: 'name',
    title: m.lists_col_company(),
    width: 'minmax(190px, 2fr)',
    cell: (row) => (
      <div className="lists-cell">
        <b className="tov-two-lines" data-struck={row.struck || undefined} title={row.name}>
          {row.name}
        </b>
        <span className="tov-dim tov-small">{saysPlace(row)}</span>
        {row.included && !row.hasNumber && <StateTag tone="venter">{m.phone_numbers_missing()}</StateTag>}
      </div>
    ),
  },
  {
    key: 'cvr',
    title: m.school_contacts_col_cvr(),
    width: '100px',
    cell: (row) => <span className="tov-figures">{inPairs(row.cvr)}</span>,
  },
  {
    key: 'industry',
    title: m.lists_col_industry(),
    width: 'minmax(150px, 1.3fr)',
    cell: (row) => <span className="tov-two-lines">{row.industryText}</span>,
  },
  { key: 'why', title: m.lists_col_why(), width: 'minmax(150px, 1.2fr)', phone: true, cell: (row) => saysWhy(row) },
]

/** What may be looked at, with its count; reasons that nobody is out for are left out. */
const choices = (list: List): { value: Show; label: string }[] => {
  const sum = (which: (reason: Reason) => boolean) =>
    list.counts.filter(({ reason }) => which(reason)).reduce((total, { count }) => total + count, 0)
  const said = (value: Show, words: string, count: number) => ({ value, label: `${words} (${number(count)})` })
  return [
    said('in', m.lists_show_in(), sum(isIn)),
    ...(list.numberless ? [said('numberless', m.lists_show_numberless(), list.numberless)] : []),
    ...(list.struck === null ? [] : [said('sorted-out', m.lists_show_sorted_out(), list.struck)]),
    ...(list.outShown
      ? [
          said(
            'out',
            m.lists_show_out(),
            sum((reason) => !isIn(reason)),
          ),
        ]
      : []),
    ...outReasons.flatMap((reason) => {
      const count = list.counts.find((one) => one.reason === reason)?.count
      return count === undefined ? [] : [said(reason, `– ${shortOf(reason)}`, count)]
    }),
  ]
}

/** The frozen draw, with the reason of each company in or out. */
export const DrawnTable = ({ list }: { list: List }) => {
  const search = useSearch({ from: '/signed-in/framed/udtraek/$id' })
  const { q = '' } = search
  const show = shows.find((one) => one === search.show) ?? 'in'
  const change = useChangeSearch<{ show: string; q: string }>()
  const input = { params: { id: list.id }, query: { show, ...(q && { q }) } }
  const rows = useInfiniteAnswer(listDrawnCompanies, input)
  return (
    <>
      <DataTable
        choices={
          <FilterBar onClear={q || show !== 'in' ? () => change({ q: '', show: 'in' }) : undefined}>
            <SearchField label={m.lists_search()} value={q} onChange={(q) => change({ q })} />
            <Dropdown
              size="sm"
              className="lists-show"
              label={m.lists_show()}
              value={show}
              data={choices(list)}
              onChange={(value) => change({ show: value })}
            />
          </FilterBar>
        }
        label={m.lists_drawn_companies()}
        list={rows}
        columns={columns()}
        rowKey={(row) => row.companyId}
        rowTo={(row) => `/virksomheder/${row.companyId}`}
        exports={exportsOf(listDrawnCompanies, input)}
        empty={
          <EmptyState inCard title={m.lists_nobody()}>
            {m.lists_nobody_text()}
          </EmptyState>
        }
      />
    </>
  )
}
