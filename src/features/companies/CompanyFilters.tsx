import { useSearch } from '@tanstack/react-router'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { dashed } from '#web/parts/numbers.ts'
import { FilterBar, type Option, PickMany, SearchField } from '#web/parts/Filters.tsx'
import { showRegisterChoices, sizes } from './companies.schema.ts'

/** What the address says; empty words mean all. */
export const useFilters = () => {
  const search = useSearch({ from: '/signed-in/framed/virksomheder' })
  const { q = '', municipality = '', industry = '', form = '' } = search
  const {
    kind = '' as const,
    status = '' as const,
    call = '' as const,
    contact = '' as const,
    number: phone = '' as const,
    ansatte = '' as const,
  } = search
  const size: (typeof sizes)[number] | '' = sizes.find((one) => one === search.size) ?? ''
  return { q, municipality, industry, size, form, kind, status, call, contact, number: phone, ansatte }
}
type Filters = ReturnType<typeof useFilters>
/** Whoever searches by a word searches all; else those that employ nobody are left out until they are asked for. */
const isAll = ({ q, ansatte }: Filters) => q !== '' || ansatte === 'alle'
export const chosenOf = ({
  q,
  municipality,
  industry,
  size,
  form,
  kind,
  status,
  call,
  contact,
  number: phone,
}: Filters) => ({
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
export const queryOf = (filters: Filters) => ({
  ...chosenOf(filters),
  ...(!isAll(filters) && { staff: 'some' as const }),
  places: 'folded' as const,
})

const fixed = {
  size: () =>
    sizes.map((value) => ({
      value,
      label: value === 'unknown' ? m.companies_size_unknown() : m.companies_size({ size: dashed(value) }),
    })),
  kind: () => [
    { value: 'company', label: m.companies_kind_company() },
    { value: 'workplace', label: m.companies_kind_workplace() },
  ],
  staff: () => [
    { value: 'some', label: m.companies_staff_some() },
    { value: 'alle', label: m.companies_staff_all() },
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

/** One button a question; on a phone they stand behind one of their own. */
export const FilterRow = ({ filters, set }: { filters: Filters; set: (change: Partial<Filters>) => void }) => {
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
    ansatte: '',
  }
  const chosen = Object.values(filters).filter((value) => value !== '').length
  const pick = (key: keyof Filters, label: string, options: readonly Option[]) => (
    <Pick label={label} options={options} value={filters[key]} onPick={(value) => set({ [key]: value })} />
  )
  return (
    <FilterBar
      onClear={chosen > 0 ? () => set(none) : undefined}
      chosen={filters.q === '' ? chosen : chosen - 1}
      more={{
        filters: (
          <>
            {pick('number', m.companies_phone(), fixed.number())}
            {pick('kind', m.companies_kind(), fixed.kind())}
            {pick('form', m.companies_form(), named(choices?.forms))}
            {pick('status', m.companies_status(), fixed.status())}
          </>
        ),
        chosen: [filters.number, filters.kind, filters.form, filters.status].some((value) => value !== ''),
      }}
      search={<SearchField main label={m.companies_search()} value={filters.q} onChange={(q) => set({ q })} />}
    >
      {pick('municipality', m.companies_municipality(), named(choices?.municipalities))}
      {pick('industry', m.companies_industry(), named(choices?.industries))}
      <PickMany
        label={m.companies_employees()}
        options={fixed.staff()}
        value={[isAll(filters) ? 'alle' : 'some']}
        onChange={(values) => set({ ansatte: values.includes('alle') && !isAll(filters) ? 'alle' : '' })}
      />
      {pick('size', m.companies_size_group(), fixed.size())}
      {pick('call', m.companies_may_we_call(), fixed.call())}
      {pick('contact', m.companies_contact(), fixed.contact())}
    </FilterBar>
  )
}
