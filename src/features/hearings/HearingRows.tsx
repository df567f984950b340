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

/** Less than this is a question, not a likelihood. */
const probable = 0.7
export const isUnsure = ({ certain, likely }: Heard) => !certain && likely !== null && likely < probable

const State = ({ row }: { row: Heard }) => {
  if (row.decision === 'struck') return <StateTag>{m.hearings_struck()}</StateTag>
  if (row.decision === 'kept-on-list') return <StateTag tone="fri">{m.hearings_kept_on_list()}</StateTag>
  if (row.decision === 'ours') return <StateTag tone="fri">{m.hearings_ours()}</StateTag>
  if (row.certain) return <>{m.matching_certain()}</>
  if (isUnsure(row)) return <StateTag tone="venter">{m.hearings_uncertain()}</StateTag>
  return row.reasons.length > 0 ? <>{m.matching_likely()}</> : null
}

type RowProps = {
  row: Heard
  at: boolean
  atRef: Ref<HTMLDivElement>
  canStrike: boolean
  onChoose: (row: Heard) => void
  onToggle: (row: Heard) => void
  note: string | undefined
}
const HearingRow = ({ row, at, atRef, canStrike, onChoose, onToggle, note }: RowProps) => (
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
        {note && <span className="hearing-note tov-small">{note}</span>}
      </span>
      <span className="hearing-reason">{row.reasons.length > 0 ? saysMatch(row) : row.industryText}</span>
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

const Keys = ({ more }: { more: ReactNode }) => (
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
      <KeyCap>r</KeyCap> {m.hearings_keys_ours()}
    </span>
    <span>
      <KeyCap>Enter</KeyCap> {m.hearings_keys_why()}
    </span>
    <span>
      <KeyCap>z</KeyCap> {m.hearings_keys_undo()}
    </span>
    {more}
  </p>
)

/** After those that somebody must look at: the sure ones, struck together once they have been seen. */
const CertainOnes = ({ left, onStrike }: { left: number; onStrike: () => void }) => (
  <div className="hearing-group">
    <span>{left === 1 ? m.hearings_certain_one() : m.hearings_certain_many({ count: left })}</span>
    <Button onClick={onStrike}>
      {left === 1 ? m.hearings_strike_certain() : m.hearings_strike_certain_many({ count: left })}
    </Button>
  </div>
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
  /** Who looks at it, in words. */
  noteOf?: (row: Heard) => string | undefined
  /** The sure ones may be struck together. */
  strikesCertain: boolean
  onStrikeCertain: (companyIds: number[]) => void
  /** The chosen row's panel; stands under the row where there is no room beside the list. */
  panel: ReactNode
  /** Keys of the page beside the list's own. */
  moreKeys?: ReactNode
  empty: ReactNode
}

/** The companies of a hearing: the reason in words carries the row. */
export const HearingRows = (props: Props) => {
  const { rows, list, at, canStrike, onChoose, onToggle } = props
  // Those that stand on the screen, and no others.
  const left = props.strikesCertain ? rows.filter(({ certain, decision }) => certain && !decision) : []
  const firstCertain = left.length > 0 ? rows.find(({ certain }) => certain) : undefined
  if (list.error && rows.length === 0) return <EmptyState title={list.error.title}>{list.error.detail}</EmptyState>
  return (
    <section
      className="hearing-list tov-card"
      aria-label={m.hearings_heard_companies()}
      aria-busy={list.isPending || undefined}
    >
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
                {row === firstCertain && (
                  <CertainOnes
                    left={left.length}
                    onStrike={() => props.onStrikeCertain(left.map(({ companyId }) => companyId))}
                  />
                )}
                <HearingRow
                  row={row}
                  at={row.companyId === at}
                  atRef={props.atRef}
                  canStrike={canStrike}
                  onChoose={onChoose}
                  onToggle={onToggle}
                  note={props.noteOf?.(row)}
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
      {canStrike && rows.length > 0 && <Keys more={props.moreKeys} />}
    </section>
  )
}
