import { useSearch } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import * as m from '#texts'
import { exportsOf } from '#web/data/address.ts'
import { type RowOf, useAnswer, useInfiniteAnswer } from '#web/data/answers.ts'
import { type Column, DataTable } from '#web/parts/DataTable.tsx'
import { saysShort } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { FilterBar, type Option, PickMany, SearchField } from '#web/parts/Filters.tsx'
import { Go } from '#web/parts/Go.tsx'
import { useMay } from '#web/frame/me.ts'
import { inPairs, number } from '#web/parts/numbers.ts'
import { Page } from '#web/parts/Page.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { StateWord } from '#web/parts/StateTag.tsx'
import { uploadCompanies } from '../register/company-imports.schema.ts'
import { countCompanies, listCompanies, showRegisterChoices, sizes } from './companies.schema.ts'
import { saysEmployees, saysInAll } from '../register/RegisterWords.tsx'
import { blockWord, ContactLine } from './CompanyWords.tsx'
import './companies.css'

/** What the address says; empty words mean all. */
const useFilters = () => {
  const search = useSearch({ from: '/signed-in/framed/virksomheder' })
  const { q = '', municipality = '', industry = '', form = '' } = search
  const {
    kind = '' as const,
    status = '' as const,
    call = '' as const,
    contact = '' as const,
    number: phone = '' as const,
  } = search
  const size: (typeof sizes)[number] | '' = sizes.find((one) => one === search.size) ?? ''
  return { q, municipality, industry, size, form, kind, status, call, contact, number: phone }
}
type Filters = ReturnType<typeof useFilters>
type Row = RowOf<typeof listCompanies>

const queryOf = ({ q, municipality, industry, size, form, kind, status, call, contact, number: phone }: Filters) => ({
  ...(q && { q }),
  ...(municipality && { municipality }),
  ...(industry && { industry }),
  ...(size && { size }),
  ...(form && { form }),
  ...(kind && { kind }),
  ...(status && { status }),
  ...(call && { call }),
  ...(contact && { contact }),
  ...(phone && { number: phone }),
})

const columns = (): readonly Column<Row>[] => [
  {
    key: 'name',
    title: m.companies_name(),
    width: 'minmax(220px, 2fr)',
    cell: (row) => (
      <span className="companies-name">
        <span className="tov-two-lines" title={row.name}>
          {row.name}
        </span>
        <span className="tov-dim tov-small">
          {row.kind === 'workplace'
            ? m.companies_p_number({ number: row.pNumber ?? '' })
            : m.companies_cvr({ cvr: row.cvr })}
        </span>
      </span>
    ),
  },
  {
    key: 'place',
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
    title: m.companies_employees(),
    width: '84px',
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

const fixed = {
  size: () =>
    sizes.map((value) => ({
      value,
      label: value === 'unknown' ? m.companies_size_unknown() : m.companies_size({ size: value }),
    })),
  kind: () => [
    { value: 'company', label: m.companies_kind_company() },
    { value: 'workplace', label: m.companies_kind_workplace() },
  ],
  status: () => [
    { value: 'active', label: m.companies_status_active() },
    { value: 'closed', label: m.companies_status_closed() },
  ],
  call: () => [
    { value: 'now', label: m.companies_call_now() },
    { value: 'not-now', label: m.companies_call_not_now() },
  ],
  number: () => [{ value: 'none', label: m.companies_number_none() }],
  contact: () => [
    { value: 'mine', label: m.companies_contact_mine() },
    { value: 'left', label: m.companies_contact_left() },
    { value: 'none', label: m.companies_contact_none() },
  ],
}

type PickProps = { label: string; options: readonly Option[]; value: string; onPick: (value: string) => void }
/** One choice or none: what is ticked last stands alone. */
const Pick = ({ label, options, value, onPick }: PickProps) => (
  <PickMany
    label={label}
    options={options}
    value={value === '' ? [] : [value]}
    onChange={(chosen) => onPick(chosen.at(-1) ?? '')}
  />
)

const FilterRow = ({ filters, set }: { filters: Filters; set: (change: Partial<Filters>) => void }) => {
  const { data: choices } = useAnswer(showRegisterChoices)
  const named = (list: readonly { code: string; name: string; region?: string | null }[] | undefined) =>
    (list ?? []).map(({ code, name, region }) => ({ value: code, label: name, note: region ?? undefined }))
  const none: Filters = {
    q: '',
    municipality: '',
    industry: '',
    size: '',
    form: '',
    kind: '',
    status: '',
    call: '',
    contact: '',
    number: '',
  }
  const isChosen = Object.values(filters).some((value) => value !== '')
  const pick = (key: keyof Filters, label: string, options: readonly Option[]) => (
    <Pick label={label} options={options} value={filters[key]} onPick={(value) => set({ [key]: value })} />
  )
  return (
    <FilterBar onClear={isChosen ? () => set(none) : undefined}>
      <SearchField main label={m.companies_search()} value={filters.q} onChange={(q) => set({ q })} />
      {pick('municipality', m.companies_municipality(), named(choices?.municipalities))}
      {pick('industry', m.companies_industry(), named(choices?.industries))}
      {pick('size', m.companies_size_group(), fixed.size())}
      {pick('call', m.companies_may_we_call(), fixed.call())}
      {pick('contact', m.companies_contact(), fixed.contact())}
      {pick('number', m.companies_phone(), fixed.number())}
      {pick('kind', m.companies_kind(), fixed.kind())}
      {pick('form', m.companies_form(), named(choices?.forms))}
      {pick('status', m.companies_status(), fixed.status())}
    </FilterBar>
  )
}

const saysCount = ({ total, more }: { total: number; more: boolean }) => {
  if (more) return m.companies_count_more({ count: number(total) })
  return total === 1 ? m.companies_count_one() : m.companies_count({ count: number(total) })
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
  const change = useChangeSearch<Filters>()
  const chosen = queryOf(filters)
  const list = useInfiniteAnswer(listCompanies, { query: chosen })
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
        count={count.data && saysCount(count.data)}
        exports={exportsOf(listCompanies, { query: chosen })}
        empty={<Nothing filtered={Object.keys(chosen).length > 0} mayImport={mayImport} />}
      />
    </Page>
  )
}
