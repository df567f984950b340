import { IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import * as m from '#texts'
import { useKeys } from '#web/data/keys.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { FilterBar, PickMany, SearchField } from '#web/parts/Filters.tsx'
import { type Chosen, type FilterWords, type Key, noneChosen } from './report-filters.tsx'
import { filterKeys } from './reports.schema.ts'

type Props = {
  chosen: Chosen
  words: FilterWords
  change: (change: Partial<Record<Key, string | undefined>>) => void
}

/** What was chosen, each part to be taken off by itself. */
const Chips = ({ chosen, words, change }: Props) =>
  filterKeys
    .filter((key) => key !== 'text' && chosen[key])
    .map((key) => (
      <button
        key={key}
        type="button"
        className="reports-chip"
        aria-label={m.reports_take_off({ what: words.chip(key, chosen[key] ?? '') })}
        onClick={() => change({ [key]: undefined })}
      >
        {words.chip(key, chosen[key] ?? '')} <IconX size={14} aria-hidden />
      </button>
    ))

const Picks = ({ chosen, words, change }: Props) => (
  <>
    {filterKeys.map((key) => {
      const of = words.options[key]
      return of ? (
        <PickMany
          key={key}
          label={of.label}
          options={of.options}
          value={chosen[key] ? [chosen[key]] : []}
          onChange={(values) => change({ [key]: values.at(-1) })}
        />
      ) : null
    })}
    <DateField
      aria-label={m.reports_from()}
      placeholder={m.reports_from()}
      value={chosen.from ?? ''}
      onChange={(from) => change({ from: from || undefined })}
    />
    <DateField
      aria-label={m.reports_to()}
      placeholder={m.reports_to()}
      value={chosen.to ?? ''}
      onChange={(to) => change({ to: to || undefined })}
    />
  </>
)

/** Words first; what else may be asked stands behind a button, and what was asked as chips. */
export const ReportFilters = ({ chosen, words, change }: Props) => {
  const bar = useRef<HTMLDivElement>(null)
  useKeys([
    {
      key: '/',
      says: m.reports_key_search(),
      run: (event) => {
        event.preventDefault()
        bar.current?.querySelector('input')?.focus()
      },
    },
  ])
  const asked = filterKeys.filter((key) => chosen[key]).length
  return (
    <div ref={bar}>
      <FilterBar
        onClear={asked > 0 ? () => change(noneChosen) : undefined}
        chosen={chosen.text ? asked - 1 : asked}
        search={
          <SearchField
            label={m.reports_search()}
            value={chosen.text ?? ''}
            onChange={(text) => change({ text: text.trim() === '' ? undefined : text })}
          />
        }
        more={{
          chosen: false,
          filters: <Picks chosen={chosen} words={words} change={change} />,
        }}
      >
        <Chips chosen={chosen} words={words} change={change} />
      </FilterBar>
    </div>
  )
}
