import { useRef } from 'react'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import type { RowOf } from '#web/data/answers.ts'
import { useKeys } from '#web/data/keys.ts'
import { saysNear, saysShort } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { ReadersMark } from '../restricted-parts/RestrictedFields.tsx'
import { topicName } from '../visits/visits.schema.ts'
import type { listReports } from './reports.schema.ts'

export type Report = RowOf<typeof listReports>
export const pathOfReport = (id: number) => `/besoeg/${id}/rapport?for=rapport` as const

/** What it leads to, and who went: second to their own words. */
const secondLine = ({ quotes, topics, people }: Report) => {
  const educations = quotes.flatMap(({ education }) => education ?? [])
  const named = [...new Set([...educations, ...topics])].map((code) => topicName(code, getLocale()))
  return [named.join(', '), people.join(', ')].filter(Boolean).join(' · ')
}
const saysAgreed = ({ promises }: Report) => {
  const next = promises.find(({ open }) => open)
  return next && m.reports_agreed({ what: next.what, date: saysNear(next.dueOn) })
}

type Props = {
  rows: readonly Report[]
  selected: number | undefined
  /** There is room to read one beside the list. */
  wide: boolean
  /** They answer what was asked before; what is asked now is on its way. */
  old: boolean
  onSelect: (id: number) => void
}
const saysEmployees = (count: number) =>
  count === 1 ? m.companies_with_one_employee() : m.companies_with_employees({ count })

type RowProps = { row: Report; selected: boolean; wide: boolean; onSelect: (id: number) => void }
const Row = ({ row, selected, wide, onSelect }: RowProps) => (
  <li className="reports-row" data-selected={(wide && selected) || undefined}>
    <span className="reports-day">{saysShort(row.visitedAt)}</span>
    <div className="reports-words">
      <div>
        <Go
          to={pathOfReport(row.id)}
          className="reports-open"
          onFocus={() => onSelect(row.id)}
          onClick={(event) => {
            // Where there is room it is read beside the list; opened once more, on a page of its own.
            if (!wide || selected || event.detail === 0) return
            event.preventDefault()
            onSelect(row.id)
          }}
        >
          {row.company}
        </Go>{' '}
        <span className="tov-dim tov-small">
          {[row.town, row.employees === null ? null : saysEmployees(row.employees)].filter(Boolean).join(' · ')}
        </span>
      </div>
      {row.quotes[0] ? <div className="reports-quote">“{row.quotes[0].words}”</div> : <div>{row.about}</div>}
      <div className="reports-second">
        <span className="tov-dim tov-small">{secondLine(row)}</span>
        {row.readers && (
          <span className="reports-mark">
            <span className="tov-small">{m.restricted_parts_title()}</span>{' '}
            <ReadersMark names={row.readers.length > 1 ? row.readers : []} />
          </span>
        )}
      </div>
      {saysAgreed(row) && <div className="tov-dim tov-small">{saysAgreed(row)}</div>}
    </div>
  </li>
)

/** Newest first; j and k go from one to the next, Enter opens. */
export const ReportRows = ({ rows, selected, wide, old, onSelect }: Props) => {
  const list = useRef<HTMLUListElement>(null)
  const step = (by: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('.reports-open') ?? [])]
    const focused = links.findIndex((link) => link === document.activeElement)
    const at = focused === -1 ? rows.findIndex(({ id }) => id === selected) : focused
    links[focused === -1 && by > 0 && at <= 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
  }
  useKeys([
    { key: 'j', says: m.web_key_down(), run: () => step(1) },
    { key: 'k', says: m.web_key_up(), run: () => step(-1) },
  ])
  return (
    <ul ref={list} className="reports-rows tov-card" aria-busy={old || undefined}>
      {rows.map((row) => (
        <Row key={row.id} row={row} selected={row.id === selected} wide={wide} onSelect={onSelect} />
      ))}
    </ul>
  )
}
