import type { ReactNode } from 'react'
import './Thread.css'

export type Knot = {
  key: string | number
  /** "12. november", "I dag, mandag 23. november" */
  when: ReactNode
  title: ReactNode
  /** Who, where: one line, 13 dim. */
  line?: ReactNode
  /** past: filled grey · done: filled teal · today: blue · due: amber ring · coming: grey ring · broken: filled red */
  kind: 'past' | 'done' | 'today' | 'due' | 'coming' | 'broken'
  /** Visibility mark, at the right of the date. */
  mark?: ReactNode
  /** Quote, buttons. */
  children?: ReactNode
}

const isAhead = (knot: Knot | undefined) => knot?.kind === 'due' || knot?.kind === 'coming'

/**
 * Tråden: one line with knots through past, today and what is promised. Solid has happened, dashed is to come. `large`: for
 * companies (16). Give the knots in the order they shall stand.
 */
export const Thread = ({ knots, large = false, label }: { knots: readonly Knot[]; large?: boolean; label: string }) => (
  <ol className="tov-thread" data-large={large || undefined} aria-label={label}>
    {knots.map((knot, index) => (
      <li key={knot.key} data-kind={knot.kind} data-dashed={isAhead(knot) || isAhead(knots[index + 1]) || undefined}>
        <div className="tov-thread-top">
          <span className="tov-thread-when">{knot.when}</span>
          {knot.mark}
        </div>
        <div className="tov-thread-title">{knot.title}</div>
        {knot.line && <div className="tov-thread-line">{knot.line}</div>}
        {knot.children && <div className="tov-thread-more">{knot.children}</div>}
      </li>
    ))}
  </ol>
)

/** What someone said, in their own words. */
export const Quote = ({ children }: { children: ReactNode }) => (
  <blockquote className="tov-quote">{children}</blockquote>
)
