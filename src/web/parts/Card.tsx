import { type ReactNode, useId } from 'react'
import './Card.css'

type Props = {
  title?: ReactNode /** Right of the title: a visibility mark, a link, a dim word. */
  right?: ReactNode
  children: ReactNode
  padded?: boolean
}

/** A card with its heading. No card inside a card. `padded={false}` when rows reach the edges. */
export const Card = ({ title, right, children, padded = true }: Props) => {
  const id = useId()
  return (
    <section
      className="tov-card tov-card-part"
      data-padded={padded || undefined}
      aria-labelledby={title ? id : undefined}
    >
      {title && (
        <div className="tov-card-top">
          <h2 id={id}>{title}</h2>
          {right && <div className="tov-card-right">{right}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
