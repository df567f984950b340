import type { AnswerOf } from '#platform/endpoint'
import { number, percent } from '#web/parts/numbers.ts'
import type { showOutcome } from './evaluation.schema.ts'
import { HiddenFigure } from './OutcomeTable.tsx'
import { stages } from './stages.shared.ts'
import { stageName } from './outcome-words.table.ts'

type Figures = AnswerOf<typeof showOutcome>['total']

/** Of what the bar is a part: companies of those drawn, promises kept of those made. */
const wholeOf = (stage: (typeof stages)[number], total: Figures) => {
  if (stage === 'promises' || stage === 'kept') return total.promises
  return total.drawn
}

/** One bar a stage; promises are counted by themselves, so they stand apart; hatched where the figure is hidden. */
export const Funnel = ({ total }: { total: Figures }) => (
  <ul className="evaluation-funnel">
    {stages.map((stage) => {
      const value = total[stage]
      const whole = wholeOf(stage, total)
      const part = value !== null && whole ? value / whole : undefined
      return (
        <li key={stage} data-apart={stage === 'promises' || undefined}>
          <span>{stageName(stage)}</span>
          <b>{value === null ? <HiddenFigure /> : number(value)}</b>
          <span className="evaluation-track" data-hidden={value === null || undefined} aria-hidden="true">
            {part !== undefined && <span style={{ width: `${Math.min(100, part * 100)}%` }} />}
          </span>
          <span className="evaluation-part">
            {part !== undefined && stage !== 'drawn' && stage !== 'promises' && percent(part)}
          </span>
        </li>
      )
    })}
  </ul>
)
