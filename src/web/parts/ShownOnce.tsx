import { Button } from '@mantine/core'
import { useRef } from 'react'
import * as m from '#texts'
import { copyTextOf } from '#web/data/copy.ts'
import { sayDone, sayProblem } from '#web/data/notices.ts'
import './ShownOnce.css'

type Props = {
  /** What to do with it now. */
  title: string
  secret: string
  copy: string
  copied: string
  onCopied?: () => void
}

/** A link or a key that is shown this once, with a button that copies it. */
export const ShownOnce = ({ title, secret, copy, copied, onCopied }: Props) => {
  const shown = useRef<HTMLElement>(null)
  const press = async () => {
    if (!shown.current || !(await copyTextOf(shown.current))) return sayProblem(m.web_copy_failed())
    sayDone(copied)
    onCopied?.()
  }
  return (
    <div className="tov-once" role="status">
      <b>{title}</b>
      <code ref={shown}>{secret}</code>
      <Button onClick={() => void press()}>{copy}</Button>
    </div>
  )
}
