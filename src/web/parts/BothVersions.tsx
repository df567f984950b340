import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import * as m from '#texts'
import './BothVersions.css'

type Props = {
  /** What someone else saved meanwhile, and what is typed here. */
  theirs: ReactNode
  mine: ReactNode
  /** Theirs stands. */
  onTake: () => void
  /** Mine is saved over theirs; left out when that is not possible. */
  onKeep?: () => void
}

/** `changed-meanwhile`: both versions side by side, and nothing overwritten before someone has chosen. It takes the focus. */
export const BothVersions = ({ theirs, mine, onTake, onKeep }: Props) => {
  const id = useId()
  const part = useRef<HTMLElement>(null)
  useEffect(() => part.current?.focus(), [])
  return (
    <section ref={part} tabIndex={-1} className="tov-both" aria-labelledby={id}>
      <h2 id={id}>{m.web_both_title()}</h2>
      <p>{m.web_both_text()}</p>
      <div className="tov-both-two">
        <div>
          <h3>{m.web_both_theirs()}</h3>
          <div>{theirs}</div>
          <Button onClick={onTake}>{m.web_both_take()}</Button>
        </div>
        <div>
          <h3>{m.web_both_mine()}</h3>
          <div>{mine}</div>
          {onKeep && <Button onClick={onKeep}>{m.web_both_keep()}</Button>}
        </div>
      </div>
    </section>
  )
}
