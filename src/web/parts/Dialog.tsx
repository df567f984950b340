import { IconX } from '@tabler/icons-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import * as m from '#texts'
import { DialogAround } from '#web/data/keys.ts'
import './Dialog.css'

type Props = {
  title: string
  wide?: boolean
  /** Without: whoever asks has a button for no. */
  cross?: boolean
  onClose: () => void
  children: ReactNode
}

const reached = ':is(button, input, select, textarea, a[href])'
/** What is first reached below the title: whoever opens a dialog is not asked first whether to close it. */
const content = `.tov-dialog-top ~ ${reached}, .tov-dialog-top ~ * ${reached}`
/** Of a choice that is made already what is chosen: there the eye begins, and there Tab would lead. */
const firstIn = (dialog: HTMLDialogElement) => {
  const first = dialog.querySelector<HTMLElement>('[data-autofocus]') ?? dialog.querySelector<HTMLElement>(content)
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first
  return dialog.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`) ?? first
}

/** The browser's own dialog: it keeps the focus, closes on Escape and gives the focus back. Shown as long as it is there. */
export const Dialog = ({ title, wide = false, cross = true, onClose, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Before the page draws it away: a dialog that is gone already gives the focus back to nobody.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    if (shown) firstIn(shown)?.focus()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="tov-dialog tov-card"
      data-wide={wide || undefined}
      aria-labelledby={id}
      aria-modal
      onClose={onClose}
    >
      <div className="tov-dialog-top">
        <h2 id={id}>{title}</h2>
        {cross && (
          <button type="button" aria-label={m.web_close()} onClick={onClose}>
            <IconX size={20} aria-hidden />
          </button>
        )}
      </div>
      <DialogAround value={id}>{children}</DialogAround>
    </dialog>
  )
}
