import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

const pressedNow = () => {
  const { activeElement } = document
  return activeElement instanceof HTMLElement && activeElement.matches('button, a') ? activeElement : undefined
}
/** What opened a part may have gone while it was there, and stand again: then it is known by its words. */
const standing = (opener: HTMLElement, words: string) =>
  opener.isConnected
    ? opener
    : [...document.querySelectorAll<HTMLElement>('main button')].find((one) => one.textContent === words)

/**
 * A part that opens in the page, as a dialog would: focus goes into it, and back to what opened it when it closes.
 * A form (`onStop`) closes on Escape and takes the focus in its first field; a card with `tabIndex={-1}` takes it itself, but not when the page came with it.
 */
export const useOpened = (onStop?: () => void, id?: number) => {
  const ref = useRef<HTMLDivElement>(null)
  // A button that gives way to what it opens is gone when the part is there.
  const [before] = useState(pressedNow)
  useEffect(() => {
    const opener = pressedNow() ?? before
    const words = opener?.textContent ?? ''
    const isCard = ref.current?.hasAttribute('tabindex')
    if (!isCard) ref.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
    else if (opener) ref.current?.focus({ preventScroll: true })
    return () => {
      requestAnimationFrame(() => {
        if (opener && document.activeElement === document.body) standing(opener, words)?.focus()
      })
    }
  }, [id, before])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !onStop) return
    event.preventDefault()
    onStop()
  }
  return { ref, onKeyDown }
}
