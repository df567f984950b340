import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import * as m from '#texts'
import type { RowOf } from '#web/answers.ts'
import { GreyRows, type Listed } from '#web/DataTable.tsx'
import { EmptyState } from '#web/EmptyState.tsx'
import { KeyCap } from '#web/KeyCap.tsx'
import { StateTag } from '#web/StateTag.tsx'
import type { listHeardCompanies } from './hearing.schema.ts'
import { saysMatch, saysPlace } from './ListWords.tsx'

export type Heard = RowOf<typeof listHeardCompanies>

const State = ({ row }: { row: Heard }) => {
  if (row.decision === 'struck') return <StateTag>{m.lists_struck()}</StateTag>
  if (row.decision === 'kept') return <StateTag tone="fri">{m.lists_kept()}</StateTag>
  if (row.certain) return <>{m.lists_certain()}</>
  return row.reasons.length > 0 ? <>{m.lists_likely()}</> : null
}

type RowProps = {
  row: Heard
  at: boolean
  canStrike: boolean
  onChoose: (row: Heard) => void
  onToggle: (row: Heard) => void
}
const HearingRow = ({ row, at, canStrike, onChoose, onToggle }: RowProps) => (
  <div className="hearing-row" data-at={at || undefined}>
    <label className="hearing-check">
      <input type="checkbox" checked={row.decision === 'struck'} disabled={!canStrike} onChange={() => onToggle(row)} />
      <span className="tov-only-read">{m.lists_strike_name({ company: row.name })}</span>
    </label>
    <button type="button" className="hearing-words" aria-current={at || undefined} onClick={() => onChoose(row)}>
      <span className="lists-cell">
        <b className="tov-two-lines" data-struck={row.decision === 'struck' || undefined} title={row.name}>
          {row.name}
        </b>
        <span className="tov-dim tov-small">{saysPlace(row)}</span>
      </span>
      <span className="hearing-reason">{row.reasons.length > 0 ? saysMatch(row.reasons) : row.industryText}</span>
      <span className="hearing-state">
        <State row={row} />
      </span>
    </button>
  </div>
)

const Keys = () => (
  <p className="hearing-keys tov-small">
    <span>
      <KeyCap>j</KeyCap> <KeyCap>k</KeyCap> {m.lists_keys_move()}
    </span>
    <span>
      <KeyCap>x</KeyCap> {m.lists_keys_strike()}
    </span>
    <span>
      <KeyCap>b</KeyCap> {m.lists_keys_keep()}
    </span>
    <span>
      <KeyCap>z</KeyCap> {m.lists_keys_undo()}
    </span>
  </p>
)

type Props = {
  rows: readonly Heard[]
  list: Listed<unknown>
  at: number | undefined
  canStrike: boolean
  onChoose: (row: Heard) => void
  onToggle: (row: Heard) => void
  certainLeft: number
  onStrikeCertain: () => void
  /** The chosen row's panel; stands under the row where there is no room beside the list. */
  panel: ReactNode
  empty: ReactNode
}

/** The companies of a hearing: the reason in words carries the row. */
export const HearingRows = (props: Props) => {
  const { rows, list, at, canStrike, onChoose, onToggle, certainLeft } = props
  if (list.error && rows.length === 0) return <EmptyState title={list.error.title}>{list.error.detail}</EmptyState>
  return (
    <section
      className="hearing-list tov-card"
      aria-label={m.lists_heard_companies()}
      aria-busy={list.isPending || undefined}
    >
      {certainLeft > 0 && (
        <div className="hearing-group">
          <span>{certainLeft === 1 ? m.lists_certain_one() : m.lists_certain_many({ count: certainLeft })}</span>
          <Button onClick={props.onStrikeCertain}>{m.lists_strike_certain()}</Button>
        </div>
      )}
      {list.isPending ? (
        <GreyRows />
      ) : rows.length === 0 ? (
        props.empty
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.companyId} className="hearing-item">
              <HearingRow
                row={row}
                at={row.companyId === at}
                canStrike={canStrike}
                onChoose={onChoose}
                onToggle={onToggle}
              />
              {row.companyId === at && <div className="hearing-under">{props.panel}</div>}
            </li>
          ))}
        </ul>
      )}
      {list.hasMore && (
        <button type="button" className="tov-text-button hearing-more" onClick={list.more}>
          {m.lists_more()}
        </button>
      )}
      {canStrike && rows.length > 0 && <Keys />}
    </section>
  )
}
