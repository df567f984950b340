import type { z } from '#platform/endpoint'
import * as m from '#texts'
import { percent, signed } from '#web/parts/numbers.ts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { saysWeight } from './match-words.shared.ts'
import type { MatchedCompany } from './matching.schema.ts'

type Matched = z.infer<typeof MatchedCompany>
/** As it is shown: what stands in the table adds up to what stands under it. */
const tenths = (weight: number) => Math.round(weight * 10) / 10

/** What speaks for and against, strongest first, and what it comes to. */
export const MatchWeights = ({
  row,
  open,
  onOpen,
}: {
  row: Matched
  open: boolean
  onOpen: (open: boolean) => void
}) => {
  const shown = row.weights.map((one) => ({ ...one, weight: tenths(one.weight) })).filter(({ weight }) => weight !== 0)
  return (
    <details className="match-why" open={open} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary>
        {m.matching_why()} <KeyCap>Enter</KeyCap>
      </summary>
      <table className="match-table match-weights">
        <thead>
          <tr>
            <th>{m.matching_field()}</th>
            <th>{m.matching_weight()}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.of}>
              <td>{saysWeight(one)}</td>
              <td>{signed(one.weight)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{m.matching_sum()}</th>
            <td>{signed(tenths(shown.reduce((sum, { weight }) => sum + weight, 0)))}</td>
          </tr>
        </tfoot>
      </table>
      {row.likely !== null && (
        <p className="tov-dim tov-small">{m.matching_sum_says({ percent: percent(row.likely) })}</p>
      )}
    </details>
  )
}
