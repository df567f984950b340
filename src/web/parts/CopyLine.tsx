import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useRef } from 'react'
import * as m from '#texts'
import { copyTextOf } from '#web/data/copy.ts'
import { sayDone, sayProblem } from '#web/data/notices.ts'
import './CopyLine.css'

type Props = { text: string; copy: string; copied: string }

/** An address that is given on to others, with a button that copies it. */
export const CopyLine = ({ text, copy, copied }: Props) => {
  const shown = useRef<HTMLElement>(null)
  const press = async () => {
    if (shown.current && (await copyTextOf(shown.current))) sayDone(copied)
    else sayProblem(m.web_copy_failed())
  }
  return (
    <span className="tov-copy-line">
      <code ref={shown}>{text}</code>
      <Button leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void press()}>
        {copy}
      </Button>
    </span>
  )
}
