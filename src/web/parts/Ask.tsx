import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import * as m from '#texts'
import { Dialog } from './Dialog.tsx'

type Props = {
  open: boolean
  title: string
  /** The button that does it: a verb with its object. */
  yes: string
  onYes: () => void
  onClose: () => void
  children: ReactNode
}

/** A question before what cannot be undone. What can be undone is done at once, with undo. */
export const Ask = ({ open, title, yes, onYes, onClose, children }: Props) =>
  open && (
    <Dialog title={title} cross={false} onClose={onClose}>
      {children}
      <div className="tov-dialog-foot">
        <Button onClick={onClose}>{m.web_no_thanks()}</Button>
        <Button
          variant="filled"
          onClick={() => {
            onClose()
            onYes()
          }}
        >
          {yes}
        </Button>
      </div>
    </Dialog>
  )
