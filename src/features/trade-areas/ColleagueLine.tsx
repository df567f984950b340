import * as m from '#texts'
import { saysAll } from './in-one-line.shared.ts'
import type { Visitor } from './TradePicks.tsx'

/** What everybody sees of one who visits. */
export const ColleagueLine = ({ of }: { of: Visitor }) => (
  <div>
    <b>{of.name}</b> <span className="tov-dim">{of.school}</span>
    <div className="tov-dim tov-small">
      {saysAll(of) || (of.school ? m.trade_areas_of_school() : m.trade_areas_none())}
    </div>
  </div>
)
