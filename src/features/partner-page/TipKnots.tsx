import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { saysDate } from '#web/parts/dates.ts'
import { reachedWords } from '../tips/reached.table.ts'
import type { showMyPartner } from './partner-page.schema.ts'

type Given = AnswerOf<typeof showMyPartner>['tips'][number]
const order = ['received', 'looking', 'visited', 'led'] as const
const stepOf = { received: 0, looking: 1, visited: 2, led: 3, 'not-now': 3 } as const

/** How far one tip is: four knots on a lying thread, the present one in bold. */
export const TipKnots = ({ tip }: { tip: Given }) => {
  const at = stepOf[tip.reached]
  const ended = at === 3
  const words = order.map((step, n) =>
    n < 3 ? reachedWords[step]() : ended ? reachedWords[tip.reached]() : m.partner_page_result(),
  )
  const isHollow = (n: number) => n > at || (n === 2 && !tip.visited && at > 2)
  return (
    <li className="partner-page-tip">
      <div className="partner-page-tip-top">
        <h3>{tip.company}</h3>
        <span>
          {tip.town ? m.partner_page_given({ town: tip.town, date: saysDate(tip.givenOn) }) : saysDate(tip.givenOn)}
        </span>
      </div>
      <ol className="partner-page-knots" data-led={tip.reached === 'led' || undefined}>
        {words.map((word, n) => (
          <li
            key={word}
            data-hollow={isHollow(n) || undefined}
            data-now={n === at || undefined}
            aria-current={n === at ? 'step' : undefined}
          >
            {word}
          </li>
        ))}
      </ol>
    </li>
  )
}
