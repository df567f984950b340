import { useRef, useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useKeys } from '#web/data/keys.ts'
import { useNotice } from '#web/data/notices.ts'
import type { Decisions } from '../hearings/decisions.tsx'
import type { Heard as HeardRow } from '../hearings/HearingRows.tsx'
import type { showHearing } from '../hearings/hearings.schema.ts'

type Hearing = AnswerOf<typeof showHearing>
/** Which row the keys are on, moved by j and k; the row's own panel stands beside it. */
const useCursor = (rows: readonly HeardRow[], more: () => void) => {
  const [at, setAt] = useState<number | undefined>(undefined)
  const shown = useRef<HTMLDivElement>(null)
  const found = rows.findIndex((row) => row.companyId === at)
  const index = found < 0 ? 0 : found
  const put = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (!row) return
    setAt(row.companyId)
    if (to >= rows.length - 20) more()
    // The row stays in the middle, and has the focus: whoever listens hears it.
    requestAnimationFrame(() => {
      shown.current?.scrollIntoView({ block: 'center' })
      shown.current?.querySelector('button')?.focus({ preventScroll: true })
    })
  }
  return { row: rows[index], index, shown, put, choose: (row: HeardRow) => setAt(row.companyId) }
}

type Given = {
  hearing: Hearing
  rows: readonly HeardRow[]
  decisions: Decisions
  more: () => void
  onAsk: (row: HeardRow) => void
}
/** Strike, keep, ask and undo on the row under the cursor; a decision moves on to the next. */
export const useDeciding = ({ hearing, rows, decisions, more, onAsk }: Given) => {
  const cursor = useCursor(rows, more)
  const notice = useNotice()
  const decide = (act: (row: HeardRow) => void) => () => {
    if (!cursor.row || !hearing.can.strike) return
    act(cursor.row)
    cursor.put(cursor.index + 1)
  }
  const strike = decide(decisions.strike)
  const keep = decide(decisions.keep)
  const ours = decide(decisions.ours)
  const [why, setWhy] = useState(false)
  const undo = () => {
    if (cursor.row && hearing.can.strike) decisions.undo(cursor.row)
  }
  const down = () => cursor.put(cursor.index + 1)
  const up = () => cursor.put(cursor.index - 1)
  useKeys([
    { key: 'j', says: m.web_key_down(), run: down },
    { key: 'k', says: m.web_key_up(), run: up },
    { key: 'arrowdown', says: m.web_key_down(), hidden: true, run: down },
    { key: 'arrowup', says: m.web_key_up(), hidden: true, run: up },
    { key: 'x', says: m.hearings_key_strike(), run: strike },
    { key: 'b', says: m.hearings_key_keep(), run: keep },
    { key: 'r', says: m.hearings_key_ours(), run: ours },
    { key: 's', says: m.hearing_shares_key_ask(), run: () => cursor.row && onAsk(cursor.row) },
    // While the bar at the bottom offers an undo, z is its: the last thing done, not the row one has moved on to.
    ...(notice?.undo ? [] : [{ key: 'z', says: m.hearings_key_undo(), run: undo }]),
  ])
  /** The row has the focus: Enter on the one that is chosen already opens why. */
  const choose = (row: HeardRow) => (row.companyId === cursor.row?.companyId ? setWhy(!why) : cursor.choose(row))
  return { row: cursor.row, shown: cursor.shown, choose, strike, keep, ours, undo, why, setWhy }
}
