import { Button } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import * as m from '#texts'
import type { RowOf } from '#web/data/answers.ts'
import { GreyRows, type Listed } from '#web/parts/DataTable.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import type { listHeardCompanies } from './hearings.schema.ts'
import { saysPlace } from '../lists/ListWords.tsx'
import { saysMatch } from '../matching/match-words.shared.ts'

export type Heard = RowOf<typeof listHeardCompanies>

const State = ({ row }: { row: Heard }) => {
  if (row.decision === 'struck') return <StateTag>{m.hearings_struck()}</StateTag>
  if (row.decision === 'kept-on-list') return <StateTag tone="fri">{m.hearings_kept_on_list()}</StateTag>
  if (row.certain) return <>{m.matching_certain()}</>
  return row.reasons.length > 0 ? <>{m.matching_likely()}</> : null
}

type RowProps = {
  row: Heard
  at: boolean
  atRef: Ref<HTMLDivElement>
  canStrike: boolean
  onChoose: (row: Heard) => void
  onToggle: (row: Heard) => void
}
const HearingRow = ({ row, at, atRef, canStrike, onChoose, onToggle }: RowProps) => (
  <div ref={at ? atRef : undefined} className="hearing-row" data-at={at || undefined}>
    <label className="hearing-check">
      <input type="checkbox" checked={row.decision === 'struck'} disabled={!canStrike} onChange={() => onToggle(row)} />
      <span className="tov-only-read">{m.hearings_strike_name({ company: row.name })}</span>
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

/** What the columns hold, for who sees them as columns. */
const Heads = () => (
  <div className="hearing-row hearing-heads tov-only-desktop" aria-hidden="true">
    <span />
    <span className="hearing-words">
      <span>{m.hearings_col_company()}</span>
      <span>{m.hearings_col_why()}</span>
      <span className="hearing-state">{m.hearings_col_state()}</span>
    </span>
  </div>
)

const Keys = () => (
  <p className="hearing-keys tov-small">
    <span>
      <KeyCap>j</KeyCap> <KeyCap>k</KeyCap> {m.hearings_keys_move()}
    </span>
    <span>
      <KeyCap>x</KeyCap> {m.hearings_keys_strike()}
    </span>
    <span>
      <KeyCap>b</KeyCap> {m.hearings_keys_keep()}
    </span>
    <span>
      <KeyCap>z</KeyCap> {m.hearings_keys_undo()}
    </span>
  </p>
)

type Props = {
  rows: readonly Heard[]
  list: Listed<unknown>
  at: number | undefined
  /** The row the keys are on, to keep it in sight. */
  atRef: Ref<HTMLDivElement>
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
      aria-label={m.hearings_heard_companies()}
      aria-busy={list.isPending || undefined}
    >
      {certainLeft > 0 && (
        <div className="hearing-group">
          <span>{certainLeft === 1 ? m.hearings_certain_one() : m.hearings_certain_many({ count: certainLeft })}</span>
          <Button onClick={props.onStrikeCertain}>{m.hearings_strike_certain()}</Button>
        </div>
      )}
      {list.isPending ? (
        <GreyRows />
      ) : rows.length === 0 ? (
        props.empty
      ) : (
        <>
          <Heads />
          <ul>
            {rows.map((row) => (
              <li key={row.companyId} className="hearing-item">
                <HearingRow
                  row={row}
                  at={row.companyId === at}
                  atRef={props.atRef}
                  canStrike={canStrike}
                  onChoose={onChoose}
                  onToggle={onToggle}
                />
                {row.companyId === at && <div className="hearing-under">{props.panel}</div>}
              </li>
            ))}
          </ul>
        </>
      )}
      {list.hasMore && (
        <button type="button" className="tov-text-button hearing-more" onClick={list.more}>
          {m.hearings_more()}
        </button>
      )}
      {canStrike && rows.length > 0 && <Keys />}
    </section>
  )
}
