import * as m from '#texts'
import { number } from '#web/parts/numbers.ts'
import { pointNames } from '../free-slots/SlotWhy.tsx'
import type { PlanPoints as Row } from './staffing-ahead.schema.ts'
import './staffing-ahead.css'

const names: Record<Row['what'], () => string> = {
  ...pointNames,
  along: m.staffing_ahead_points_along,
  learning: m.staffing_ahead_points_learning,
  'other-school': m.staffing_ahead_points_other_school,
  'travel-along': m.staffing_ahead_points_travel_along,
}
export const sumOfPoints = (rows: readonly Row[]) => rows.reduce((sum, { points }) => sum + points, 0)

/** What speaks for one proposal to one visit: a table that adds up. */
export const PlanPoints = ({ rows }: { rows: readonly Row[] }) => (
  <details className="staffing-points">
    <summary>{m.staffing_ahead_points()}</summary>
    <table>
      <tbody>
        {rows.map(({ place, what, points }) => (
          <tr key={`${place} ${what}`}>
            <th scope="row">{names[what]()}</th>
            <td className="tov-figures">{number(points)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{m.staffing_ahead_points_sum()}</th>
          <td className="tov-figures">{number(sumOfPoints(rows))}</td>
        </tr>
      </tbody>
    </table>
  </details>
)
