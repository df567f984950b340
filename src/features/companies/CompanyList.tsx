import { useSearch } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import * as m from '#texts'
import { exportsOf } from '#web/data/address.ts'
import { type RowOf, useAnswer, useInfiniteAnswer } from '#web/data/answers.ts'
import { type Column, DataTable } from '#web/parts/DataTable.tsx'
import { saysShort } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { useMay } from '#web/frame/me.ts'
import { inPairs } from '#web/parts/numbers.ts'
import { Page } from '#web/parts/Page.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { StateWord } from '#web/parts/StateTag.tsx'
import { uploadCompanies } from '../register/company-imports.schema.ts'
import { countCompanies, listCompanies, sorts } from './companies.schema.ts'
import { saysEmployees, saysInAll } from '../register/RegisterWords.tsx'
import { blockWord, ContactLine, saysCount } from './CompanyWords.tsx'
import { chosenOf, FilterRow, queryOf, useFilters } from './CompanyFilters.tsx'
import './companies.css'

type Row = RowOf<typeof listCompanies>

const columns = (): readonly Column<Row>[] => [
  {
    key: 'name',
    sort: 'name',
    title: m.companies_name(),
    width: 'minmax(220px, 2fr)',
    cell: (row) => <Name row={row} />,
  },
  {
    key: 'place',
    sort: 'town',
    title: m.companies_place(),
    width: 'minmax(110px, 1fr)',
    phone: true,
    cell: (row) => row.town ?? row.municipalityName,
  },
  {
    key: 'industry',
    title: m.companies_industry(),
    width: 'minmax(150px, 1.5fr)',
    cell: (row) => (
      <span className="tov-two-lines" title={row.industryText ?? ''}>
        {row.industryText ?? row.industry}
      </span>
    ),
  },
  {
    key: 'employees',
    sort: 'employees',
    largestFirst: true,
    title: m.companies_employees(),
    width: '92px',
    right: true,
    cell: (row) => <Employees row={row} />,
  },
  {
    key: 'phone',
    title: m.companies_phone(),
    width: '132px',
    cell: (row) => <Phone row={row} />,
  },
  { key: 'contact', title: m.companies_contact(), width: '128px', cell: (row) => <Contact row={row} /> },
  {
    key: 'call',
    title: m.companies_may_we_call(),
    width: '150px',
    phone: true,
    cell: (row) => <CallState row={row} />,
  },
]

const Name = ({ row }: { row: Row }) => (
  <span className="companies-name">
    <span className="tov-two-lines" title={row.name}>
      {row.name}
    </span>
    <span className="tov-dim tov-small">
      {row.kind === 'workplace'
        ? m.companies_p_number({ number: row.pNumber ?? '' })
        : m.companies_cvr({ cvr: inPairs(row.cvr) })}
    </span>
  </span>
)

const Phone = ({ row: { phone, protected: isProtected } }: { row: Row }) =>
  phone ? (
    <ContactLine isProtected={isProtected}>{inPairs(phone)}</ContactLine>
  ) : (
    <span className="tov-dim">{m.phone_numbers_missing()}</span>
  )

const Contact = ({ row: { contact } }: { row: Row }) => (
  <span className="tov-two-lines" title={contact ?? ''}>
    {contact}
  </span>
)

/** Of the place, and of the whole company where that is more. */
const Employees = ({ row }: { row: Row }) => {
  const inAll = saysInAll(row)
  return (
    <span className="companies-name">
      <span>{saysEmployees(row)}</span>
      {inAll && <span className="tov-dim tov-small">{m.companies_in_all({ count: inAll })}</span>}
    </span>
  )
}

const CallState = ({ row: { callBlock } }: { row: Row }) => {
  if (!callBlock)
    return (
      <StateWord tone="fri">
        <span className="tov-only-phone">{m.companies_may_we_call()} </span>
        {m.companies_may_call()}
      </StateWord>
    )
  const { reason, untilOn } = callBlock
  const tone = untilOn ? 'venter' : 'sten'
  return (
    <StateWord tone={tone}>
      {untilOn ? m.companies_not_before({ date: saysShort(untilOn) }) : blockWord(reason)}
    </StateWord>
  )
}

const Nothing = ({ filtered, mayImport }: { filtered: boolean; mayImport: boolean }) =>
  filtered ? (
    <EmptyState inCard title={m.companies_none_found()}>
      {m.companies_none_found_text()}
    </EmptyState>
  ) : (
    <EmptyState
      inCard
      title={m.companies_none_yet()}
      action={
        mayImport && (
          <Button variant="filled" component={Go} to="/import">
            {m.register_import_import()}
          </Button>
        )
      }
    >
      {m.companies_none_yet_text()}
    </EmptyState>
  )

/** The register: everyone the schools may meet, narrowed by what stands in the address. */
export default () => {
  const filters = useFilters()
  const { sort = 'name' } = useSearch({ from: '/signed-in/framed/virksomheder' })
  const change = useChangeSearch<ReturnType<typeof useFilters> & { sort: typeof sort }>()
  const chosen = queryOf(filters)
  const sorted = { ...chosen, ...(sort !== 'name' && { sort }) }
  const list = useInfiniteAnswer(listCompanies, { query: sorted })
  const count = useAnswer(countCompanies, { query: chosen }, { keep: true })
  const mayImport = useMay()(uploadCompanies)
  return (
    <Page
      title={m.register_import_title()}
      subtitle={m.companies_subtitle()}
      actions={
        mayImport && (
          <Button component={Go} to="/import">
            {m.register_import_import()}
          </Button>
        )
      }
    >
      <FilterRow filters={filters} set={change} />
      <DataTable
        label={m.register_import_title()}
        list={list}
        columns={columns()}
        rowKey={(row) => row.id}
        rowTo={(row) => `/virksomheder/${row.id}`}
        sort={sort}
        onSort={(next) => change({ sort: sorts.find((one) => one === next && one !== 'name') })}
        count={count.data && saysCount(count.data)}
        exports={exportsOf(listCompanies, { query: sorted })}
        empty={
          <Nothing
            filtered={Object.keys(chosenOf(filters)).length > 0 || (count.data?.total ?? 0) > 0}
            mayImport={mayImport}
          />
        }
      />
    </Page>
  )
}
