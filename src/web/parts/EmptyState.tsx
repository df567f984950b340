import type { ReactNode } from 'react'
import './EmptyState.css'

type Props = { title: string; children: ReactNode; action?: ReactNode; inCard?: boolean }

/** What will come here, how, and the next date. `inCard`: stands inside a card already, so without its own line. */
export const EmptyState = ({ title, children, action, inCard = false }: Props) => (
  <section className={inCard ? 'tov-empty' : 'tov-empty tov-card'}>
    <h2>{title}</h2>
    <div className="tov-empty-text">{children}</div>
    {action && <div className="tov-empty-action">{action}</div>}
  </section>
)
