import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { type AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { exportsOf } from '#web/data/address.ts'
import { useAnswer, useInfiniteAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useKeys } from '#web/data/keys.ts'
import { useMay } from '#web/frame/me.ts'
import { first, saysNearMoment } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Exports } from '#web/parts/Exports.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows } from '#web/parts/Rows.tsx'
import { type Chosen, type FilterWords, type Key, queryOf, useChosen, useFilterWords } from './report-filters.tsx'
import { ReportFilters } from './ReportFilters.tsx'
import { ReportPanel } from './ReportReading.tsx'
import { ReportRows } from './ReportRows.tsx'
import { KeepSearch, ReportSearches } from './ReportSearches.tsx'
import { countReports, listBegunReports, listReports } from './reports.schema.ts'
import './reports.css'

type Change = Partial<Record<Key | 'gemt', string | number | undefined>>
type Counted = AnswerOf<typeof countReports>

/** What I have begun and not sent: for me alone. */
const Begun = () => {
  const may = useMay()
  const rows = useAnswer(listBegunReports, undefined, { when: may(listBegunReports) }).data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Rows title={m.reports_begun()} note={m.reports_begun_note()}>
      {rows.map(({ companyId, bookingId, company, savedAt }) => (
        <Row
          key={`${companyId} ${bookingId}`}
          title={company}
          text={m.reports_begun_at({ when: saysNearMoment(savedAt) })}
          action={
            <RowButton
              to={bookingId === null ? `/besoeg/${companyId}/rapport?for=virksomhed` : `/besoeg/${bookingId}/rapport`}
            >
              {m.reports_go_on()}
            </RowButton>
          }
        />
      ))}
    </Rows>
  )
}

const saysFound = ({ count, more, all }: Counted, filter: string) => {
  const found = more ? m.reports_more_than({ count }) : String(count)
  const of = all.more ? m.reports_more_than({ count: all.count }) : String(all.count)
  if (filter === '') return count === 1 ? m.reports_all_one() : m.reports_all({ count: found })
  return m.reports_found({ count: found, of, filter })
}

type NoneProps = { counted: Counted | undefined; chosen: Chosen; words: FilterWords; change: (change: Change) => void }
/** Nothing fits: which part to take off, and how many that gives. */
const None = ({ counted, chosen, words, change }: NoneProps) => {
  if (counted?.all.count === 0) return <EmptyState title={m.reports_none_yet()}>{m.reports_none_yet_text()}</EmptyState>
  return (
    <EmptyState title={m.reports_none()}>
      {(counted?.without ?? []).slice(0, 3).map(({ filter, count }) => (
        <p key={filter}>
          <button type="button" className="tov-text-button" onClick={() => change({ [filter]: undefined })}>
            {m.reports_without({ what: words.chip(filter, chosen[filter] ?? ''), count })}
          </button>
        </p>
      ))}
      {counted?.without.length === 0 && m.reports_none_helps()}
    </EmptyState>
  )
}

/** The company's own words, from all schools' reports. */
export default () => {
  const { chosen, gemt } = useChosen()
  const words = useFilterWords()
  const changeSearch = useChangeSearch<Change>()
  const [selected, setSelected] = useState<number>()
  const [keeping, setKeeping] = useState(false)
  const change = (to: Change) => changeSearch({ gemt: undefined, ...to })
  const query = queryOf(chosen)
  const list = useInfiniteAnswer(listReports, { query })
  const count = useAnswer(countReports, { query }, { keep: true })
  // An old count is no answer to what is asked now.
  const counted = count.isPlaceholderData ? undefined : count.data
  const wide = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false })
  const asked = Object.keys(chosen).length > 0
  const keep = () => asked && setKeeping(true)
  useKeys([{ key: 's', says: m.reports_search_keep(), run: keep }])
  const shown = list.rows.find(({ id }) => id === selected) ?? list.rows[0]
  const said = words.says(chosen)
  return (
    <Page
      title={m.reports_title()}
      subtitle={counted ? saysFound(counted, said) : first(said)}
      actions={
        asked && !keeping ? (
          <Button onClick={keep}>
            {m.reports_search_keep()} <KeyCap>s</KeyCap>
          </Button>
        ) : undefined
      }
      asideWidth={440}
      aside={wide && shown && <ReportPanel key={shown.id} id={shown.id} />}
    >
      <ReportFilters chosen={chosen} words={words} change={change} />
      {keeping && (
        <KeepSearch
          chosen={chosen}
          name={said}
          onDone={(id) => {
            setKeeping(false)
            if (id) changeSearch({ gemt: id })
          }}
        />
      )}
      <ReportSearches open={gemt} />
      <Begun />
      {list.isPending || (list.isOld && list.rows.length === 0) ? (
        <GreyRows />
      ) : list.error && list.rows.length === 0 ? (
        <ListFailed list={list} />
      ) : list.rows.length === 0 ? (
        <None counted={counted} chosen={chosen} words={words} change={change} />
      ) : (
        <ReportRows rows={list.rows} selected={shown?.id} wide={wide} old={list.isOld} onSelect={setSelected} />
      )}
      {list.hasMore && <Button onClick={list.more}>{m.reports_more()}</Button>}
      <p className="tov-dim tov-small">
        {m.reports_rule()} <Exports of={exportsOf(listReports, { query })} />
      </p>
    </Page>
  )
}
