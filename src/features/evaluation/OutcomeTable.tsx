import { useId } from 'react'
import * as m from '#texts'
import type { AnswerOf } from '#platform/endpoint'
import { number } from '#web/parts/numbers.ts'
import type { showOutcome } from './evaluation.schema.ts'
import { stages } from './stages.shared.ts'
import { stageName } from './outcome-words.table.ts'
import { least } from './least.shared.ts'

type Figures = AnswerOf<typeof showOutcome>['total']
type Row = { key: string | number; name: string; note?: string; figures: Figures }
type Props = { title: string; head: string; rows: readonly Row[]; total: Figures }

/** A figure that is not shown says why where it stands. */
export const HiddenFigure = () => (
  <span className="evaluation-hidden" title={m.evaluation_hidden_means({ least })}>
    {m.evaluation_hidden()}
  </span>
)

/** The figure, and under it a bar: its part of the companies drawn in that row. */
const Cell = ({ stage, figures }: { stage: (typeof stages)[number]; figures: Figures }) => {
  const value = figures[stage]
  if (value === null) return <HiddenFigure />
  const whole = stage === 'kept' ? figures.promises : stage === 'promises' || stage === 'drawn' ? null : figures.drawn
  return (
    <>
      {number(value)}
      {whole !== null && whole > 0 && (
        <span className="evaluation-bar" aria-hidden="true">
          <span style={{ width: `${Math.min(100, (value / whole) * 100)}%` }} />
        </span>
      )}
    </>
  )
}

const Line = ({ row }: { row: Row }) => (
  <tr>
    <th scope="row">
      {row.name}
      {row.note && <span className="evaluation-note">{row.note}</span>}
    </th>
    {stages.map((stage) => (
      <td key={stage}>
        <Cell stage={stage} figures={row.figures} />
      </td>
    ))}
  </tr>
)

/** An ordinary table, so that it reads aloud and prints; it scrolls by itself where the screen is narrow. */
export const OutcomeTable = ({ title, head, rows, total }: Props) => {
  const id = useId()
  return (
    <div className="tov-card evaluation-card">
      <h2 id={id}>{title}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
      <div className="evaluation-scroll" role="region" aria-labelledby={id} tabIndex={0}>
        <table className="evaluation-table">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {stages.map((stage) => (
                <th key={stage} scope="col">
                  {stageName(stage)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.length === 0 && (
              <tr>
                <td colSpan={stages.length + 1} className="evaluation-none">
                  {m.evaluation_none()}
                </td>
              </tr>
            )}
            {rows.map((row) => (
              <Line key={row.key} row={row} />
            ))}
          </tbody>
          {rows.length > 1 && (
            <tfoot>
              <Line row={{ key: 'total', name: m.evaluation_total(), figures: total }} />
            </tfoot>
          )}
        </table>
      </div>
    </div>
  )
}
