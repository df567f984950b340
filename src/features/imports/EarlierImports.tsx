import * as m from '#texts'
import { type RowOf, useInfiniteAnswer } from '#web/data/answers.ts'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import type { ImportContract } from './imports.schema.ts'
import type { Imported } from './ImportWords.tsx'
import { Card } from '#web/parts/Card.tsx'
import { first, saysNearMoment } from '#web/parts/dates.ts'
import { number } from '#web/parts/numbers.ts'
import { StateTag, type Tone } from '#web/parts/StateTag.tsx'

type Row = RowOf<ImportContract['list']>
const states: Record<Row['state'], { tone: Tone; word: () => string }> = {
  uploaded: { tone: 'venter', word: m.imports_state_uploaded },
  trying: { tone: 'venter', word: m.imports_state_trying },
  tried: { tone: 'venter', word: m.imports_state_tried },
  running: { tone: 'venter', word: m.imports_state_running },
  done: { tone: 'fri', word: m.imports_state_done },
  failed: { tone: 'galt', word: m.imports_state_failed },
  undone: { tone: 'sten', word: m.imports_undone },
}

const counts = ({ state, created, updated, unchanged, rejected, rowsTotal }: Row) =>
  state === 'done' || state === 'undone'
    ? m.imports_counts({
        created: number(created),
        updated: number(updated),
        unchanged: number(unchanged),
        rejected: number(rejected),
      })
    : rowsTotal === 1
      ? m.imports_rows_one()
      : m.imports_rows({ count: number(rowsTotal) })

/** Files that came in before, newest first; each can be opened, and undone from there. */
export const EarlierImports = ({ of, onOpen }: { of: Imported; onOpen: (id: number) => void }) => {
  const list = useInfiniteAnswer(of.contract.list, { query: { limit: 20 } })
  if (list.isPending) return null
  return (
    <Card title={m.imports_earlier()} padded={false}>
      {list.error && list.rows.length === 0 && <ListFailed list={list} />}
      {!list.error && list.rows.length === 0 && <p className="imports-empty">{m.imports_earlier_none()}</p>}
      <ul className="imports-rows">
        {list.rows.map((row) => (
          <li key={row.id}>
            <div>
              <button type="button" className="tov-text-button imports-open" onClick={() => onOpen(row.id)}>
                {row.fileName}
              </button>
              <div className="tov-dim tov-small">
                {[first(saysNearMoment(row.uploadedAt)), row.who, counts(row)].filter(Boolean).join(' · ')}
              </div>
            </div>
            <StateTag tone={states[row.state].tone}>{states[row.state].word()}</StateTag>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <button type="button" className="tov-text-button imports-more" onClick={list.more}>
          {m.imports_more()}
        </button>
      )}
    </Card>
  )
}
