import { Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Go } from '#web/parts/Go.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { addressOfSearch, type Chosen, queryOf } from './report-filters.tsx'
import {
  keepReportSearch,
  listReportSearches,
  lookAtReportSearch,
  mostFresh,
  removeReportSearch,
} from './searches.schema.ts'

type Search = RowOf<typeof listReportSearches>
const chosenOf = ({ filter }: Search): Chosen =>
  Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, String(value)]))

/** One that is opened has been looked at; nobody else learns that. */
const useLooked = (open: Search | undefined) => {
  const look = useAct(lookAtReportSearch, { onProblem: () => true })
  const looked = useRef<number>(undefined)
  const id = open && open.fresh > 0 ? open.id : undefined
  useEffect(() => {
    if (id === undefined || looked.current === id) return
    looked.current = id
    void look.run({ params: { id } })
  }, [id, look])
}

/** Counting stops at `mostFresh`. */
const saysFresh = (fresh: number) => {
  if (fresh === 1) return m.reports_fresh_one()
  return m.reports_fresh({ count: fresh < mostFresh ? fresh : m.reports_more_than({ count: mostFresh - 1 }) })
}

const One = ({ search, open }: { search: Search; open: boolean }) => {
  const { id, name, fresh, filter } = search
  const remove = useAct(removeReportSearch, {
    says: () => m.reports_search_removed({ name }),
    undo: () => () => call(keepReportSearch, { body: { name, filter } }),
  })
  return (
    <li>
      <Go to={addressOfSearch(chosenOf(search), id)} className="tov-link" aria-current={open ? 'page' : undefined}>
        {name}
      </Go>
      {fresh > 0 && <span className="tov-dim"> {saysFresh(fresh)}</span>}
      {open && (
        <button
          type="button"
          className="tov-text-button"
          aria-label={m.reports_search_remove({ name })}
          onClick={() => void remove.run({ params: { id } })}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </li>
  )
}

/** My kept searches, and how much has come to each since I looked. */
export const ReportSearches = ({ open }: { open: number | undefined }) => {
  const rows = useAnswer(listReportSearches).data?.rows ?? []
  useLooked(rows.find(({ id }) => id === open))
  if (rows.length === 0) return null
  return (
    <nav className="reports-searches" aria-label={m.reports_searches()}>
      <span className="tov-dim">{m.reports_searches()}</span>
      <ul>
        {rows.map((search) => (
          <One key={search.id} search={search} open={search.id === open} />
        ))}
      </ul>
    </nav>
  )
}

type KeepProps = { chosen: Chosen; name: string; onDone: (id?: number) => void }
/** Under a name of one's own. */
export const KeepSearch = ({ chosen, name, onDone }: KeepProps) => {
  const form = useContractForm(keepReportSearch, {
    initial: { name: name.slice(0, 60), filter: queryOf(chosen) },
    says: () => m.reports_search_kept(),
    onDone: ({ id }) => onDone(id),
  })
  const named = form.field('name')
  const kept = useAnswer(listReportSearches).data?.rows ?? []
  const replaces = kept.some((search) => search.name === String(named.value).trim())
  return (
    <div {...useOpened(() => onDone())} className="reports-keep tov-card">
      <ContractForm of={form}>
        <TextInput
          label={m.reports_search_name()}
          description={replaces ? m.reports_search_replaces() : undefined}
          required
          maxLength={60}
          {...named}
        />
        <div className="reports-acts">
          <SendButton of={form}>{m.reports_search_keep()}</SendButton>
          <Button onClick={() => onDone()}>{m.reports_search_stop()}</Button>
        </div>
      </ContractForm>
    </div>
  )
}
