import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import * as m from '#texts'
import './Ask.css'

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
export const Ask = ({ open, title, yes, onYes, onClose, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className="tov-ask tov-card"
      aria-labelledby={id}
      aria-modal={open || undefined}
      onClose={onClose}
    >
      <h2 id={id}>{title}</h2>
      <div>{children}</div>
      <div className="tov-ask-foot">
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
    </dialog>
  )
}
