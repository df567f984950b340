import { useSearch } from '@tanstack/react-router'
import { IconFileImport } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import * as m from '#texts'
import { exportsOf } from '#web/data/address.ts'
import { useAnswer, useInfiniteAnswer } from '#web/data/answers.ts'
import { DataTable } from '#web/parts/DataTable.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { FilterBar, PickMany, SearchField } from '#web/parts/Filters.tsx'
import { number } from '#web/parts/numbers.ts'
import { Page } from '#web/parts/Page.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { listClasses, showCatalogue } from './catalogue.schema.ts'
import { classColumns } from './ClassColumns.tsx'
import { ImportClasses } from './ImportClasses.tsx'
import './ClassesPage.css'

/** What the address says, or what is shown without it. `hent`: the import is open. */
const useFilters = () => {
  const search = useSearch({ from: '/signed-in/framed/hold' })
  const { q = '', provider = [], when = 'upcoming', state = '', hent } = search
  return { q, provider, when, state, hent }
}
type Filters = ReturnType<typeof useFilters>
const nothingChosen = { q: '', provider: [], when: 'upcoming', state: '' } as const

const queryOf = ({ q, provider, when, state }: Filters) => ({
  ...(q && { q }),
  ...(provider.length > 0 && { provider }),
  ...(when === 'upcoming' && { upcoming: 'true' as const }),
  ...(when !== 'upcoming' && when !== 'all' && { weeks: when }),
  ...(state === 'short' && { short: 'true' as const }),
  ...(state === 'guaranteed' && { guaranteed: 'true' as const }),
})

const whens = () =>
  [
    { value: 'upcoming', label: m.catalogue_when_upcoming() },
    { value: '4', label: m.catalogue_when_weeks({ count: 4 }) },
    { value: '8', label: m.catalogue_when_weeks({ count: 8 }) },
    { value: '12', label: m.catalogue_when_weeks({ count: 12 }) },
    { value: 'all', label: m.catalogue_when_all() },
  ] as const
const states = () =>
  [
    { value: '', label: m.catalogue_state_all() },
    { value: 'short', label: m.catalogue_state_short() },
    { value: 'guaranteed', label: m.catalogue_state_guaranteed() },
  ] as const

type FilterProps = {
  filters: Filters
  setFilters: (change: Partial<Filters>) => void
  providers: readonly { id: number; name: string; classes: number }[]
}
const ClassFilters = ({ filters, setFilters, providers }: FilterProps) => {
  const isNarrowed =
    filters.q !== '' || filters.provider.length > 0 || filters.when !== 'upcoming' || filters.state !== ''
  return (
    <FilterBar
      onClear={isNarrowed ? () => setFilters({ ...nothingChosen, provider: [] }) : undefined}
      chosen={Number(filters.provider.length > 0) + Number(filters.when !== 'upcoming') + Number(filters.state !== '')}
      search={<SearchField label={m.catalogue_search()} value={filters.q} onChange={(q) => setFilters({ q })} />}
    >
      <PickMany
        label={m.catalogue_provider()}
        options={providers.map((one) => ({
          value: String(one.id),
          label: one.name,
          note: number(one.classes),
        }))}
        value={filters.provider}
        onChange={(provider) => setFilters({ provider })}
      />
      <Dropdown
        aria-label={m.catalogue_when()}
        className="catalogue-select"
        size="sm"
        data={whens()}
        value={filters.when}
        onChange={(when) => setFilters({ when })}
      />
      <Dropdown
        aria-label={m.catalogue_state()}
        className="catalogue-select"
        size="sm"
        data={states()}
        value={filters.state}
        onChange={(state) => setFilters({ state })}
      />
    </FilterBar>
  )
}

/** Hold: every provider's classes, soonest first, with what each needs to run. */
export default () => {
  const filters = useFilters()
  const setFilters = useChangeSearch<Filters>()
  const { data: catalogue } = useAnswer(showCatalogue)
  const query = queryOf(filters)
  const list = useInfiniteAnswer(listClasses, { query })
  const mayImport = catalogue?.can.import ?? false
  const isEmpty = catalogue?.classes === 0
  const isImporting = mayImport && filters.hent === 'ja'
  const openImport = mayImport && !isImporting && (
    <Button
      leftSection={<IconFileImport size={18} aria-hidden />}
      variant={isEmpty ? 'filled' : 'default'}
      onClick={() => setFilters({ hent: 'ja' }, { history: true })}
    >
      {m.catalogue_import_open()}
    </Button>
  )
  return (
    <Page title={m.web_nav_classes()} subtitle={catalogue && subtitleOf(catalogue)} actions={!isEmpty && openImport}>
      {isImporting && <ImportClasses onClose={() => setFilters({ hent: undefined })} />}
      {isEmpty ? (
        !isImporting && (
          <EmptyState title={m.catalogue_empty_title()} action={openImport || undefined}>
            {mayImport ? m.catalogue_empty_text() : m.catalogue_empty_text_others()}
          </EmptyState>
        )
      ) : (
        <>
          <DataTable
            choices={<ClassFilters filters={filters} setFilters={setFilters} providers={catalogue?.providers ?? []} />}
            label={m.web_nav_classes()}
            list={list}
            columns={classColumns()}
            rowKey={(row) => row.id}
            exports={exportsOf(listClasses, { query })}
            empty={
              <EmptyState inCard title={m.catalogue_none_title()}>
                {filters.when === 'all' ? m.catalogue_none_text() : m.catalogue_none_upcoming()}
              </EmptyState>
            }
          />
        </>
      )}
    </Page>
  )
}

type Catalogue = { upcoming: number; short: number; classes: number; importedAt: string | null }
const subtitleOf = ({ upcoming, short, classes, importedAt }: Catalogue) => {
  if (classes === 0) return m.catalogue_subtitle_empty()
  const counts =
    upcoming === 0
      ? m.catalogue_subtitle_none({ classes: number(classes) })
      : m.catalogue_subtitle({ short: number(short), upcoming: number(upcoming) })
  return importedAt ? `${counts} ${m.catalogue_subtitle_imported({ date: saysDate(importedAt) })}` : counts
}
