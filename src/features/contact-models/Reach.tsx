import type { z } from '#platform/endpoint'
import * as m from '#texts'
import { number } from '#web/parts/numbers.ts'
import type { TargetGroup } from './models.schema.ts'
import { visitedYears } from './models.shared.ts'
import './contact-models.css'

const parts = [
  ['reachable', undefined],
  ['waits', m.contact_models_out_waits],
  ['running', m.contact_models_out_running],
  ['protected', m.contact_models_out_protected],
  ['numberless', m.contact_models_out_numberless],
  ['other', m.contact_models_out_other],
] as const

/** All that fit as one bar: who can be contacted now, and what keeps us from the rest, in words. */
export const Reach = ({ group }: { group: z.infer<typeof TargetGroup> }) => {
  const { fits, reachable, visited, out } = group
  const countOf = (part: (typeof parts)[number][0]) => (part === 'reachable' ? reachable : out[part])
  if (fits === 0) return <p className="contact-models-none">{m.contact_models_none_fit()}</p>
  return (
    <>
      <div className="contact-models-reach" role="status" aria-live="polite">
        <p>
          <b>{number(reachable)}</b> {m.contact_models_reachable({ fits: number(fits) })}
        </p>
        {reachable > 0 && (
          <span className="tov-dim tov-small">
            {visited === 0
              ? m.contact_models_visited_none({ years: visitedYears, reachable: number(reachable) })
              : m.contact_models_visited({
                  years: visitedYears,
                  visited: number(visited),
                  reachable: number(reachable),
                })}
          </span>
        )}
      </div>
      <div className="contact-models-bar" aria-hidden>
        {parts.map(
          ([part]) => countOf(part) > 0 && <i key={part} data-part={part} style={{ flexGrow: countOf(part) }} />,
        )}
      </div>
      <ul className="contact-models-out">
        {parts.map(
          ([part, says]) =>
            says &&
            countOf(part) > 0 && (
              <li key={part}>
                <i data-part={part} aria-hidden />
                <span>
                  <b>{number(countOf(part))}</b> {says()}
                </span>
              </li>
            ),
        )}
      </ul>
      {reachable === 0 && (
        <p className="contact-models-none">{m.contact_models_none_reachable({ fits: number(fits) })}</p>
      )}
    </>
  )
}
