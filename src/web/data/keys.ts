import { createContext, useContext, useLayoutEffect, useRef, useSyncExternalStore } from 'react'

/**
 * Keys of the page on the screen. `key` is what the keyboard event calls it, in small letters: `j`, `arrowdown`, `enter`,
 * ` `, `1`, `?`, with `ctrl+` before when held (Command counts as Ctrl). `says` stands in the overview under "?".
 * Keys are silent while someone types in a field, except those with `ctrl+` or `inField`.
 */
export type Key = {
  key: string
  says: string
  run: (event: KeyboardEvent) => void
  inField?: boolean
  hidden?: boolean
}

/** The id of the heading of the dialog that a part stands in. */
export const DialogAround = createContext<string | undefined>(undefined)

type Layer = { keys: readonly Key[]; dialog: string | undefined }
let layers: readonly Layer[] = []
const listeners = new Set<() => void>()
const changed = (next: typeof layers) => {
  layers = next
  for (const listener of listeners) listener()
}

const nameOf = (event: KeyboardEvent) => {
  const held = event.ctrlKey || event.metaKey ? 'ctrl+' : event.altKey ? 'alt+' : ''
  return held + event.key.toLowerCase()
}
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])'))
/** Enter and space belong to the button or link that has focus, the arrows to one of a few. */
const pressesItself = ({ key, target }: KeyboardEvent) => {
  if (!(target instanceof HTMLElement)) return false
  if (key === 'Enter' || key === ' ')
    return target.closest('button, a, summary, [role=button], [role=tab], [role=menuitem], input') !== null
  return key.startsWith('Arrow') && target.matches('[type=radio]')
}

/** Single letters can be switched off (WCAG 2.1.4): dictation and shaky hands press them by mistake. */
export const lettersOff = () => localStorage.getItem('tov-keys') === 'off'
export const setLettersOff = (off: boolean) => localStorage.setItem('tov-keys', off ? 'off' : 'on')

const topDialog = () => [...document.querySelectorAll('[aria-modal=true]')].at(-1)?.getAttribute('aria-labelledby')

const press = (event: KeyboardEvent) => {
  if (event.defaultPrevented || event.isComposing) return
  const name = nameOf(event)
  const held = name.startsWith('ctrl+')
  // An open menu or list is what Escape closes first, and the browser does it.
  if (name === 'escape' && document.querySelector(':popover-open')) return
  if (!held && lettersOff() && event.key.length === 1) return
  const dialog = topDialog()
  for (const layer of layers.toReversed()) {
    // A dialog on top silences the page: only what stands in the dialog itself is heard.
    if (dialog && layer.dialog !== dialog) continue
    const found = layer.keys.find((one) => one.key === name)
    if (!found) continue
    if (isTyping(event.target) && !held && !found.inField) return
    if (!held && pressesItself(event)) return
    event.preventDefault()
    found.run(event)
    return
  }
}

/** Registers keys while the part is on the screen, from the moment it can be seen. The newest part wins a key that two want. */
export const useKeys = (keys: readonly Key[], when = true) => {
  const dialog = useContext(DialogAround)
  const layer = useRef<Layer>({ keys, dialog })
  useLayoutEffect(() => {
    layer.current.keys = keys
  })
  useLayoutEffect(() => {
    if (!when) return
    const mine = layer.current
    if (layers.length === 0) document.addEventListener('keydown', press)
    changed([...layers, mine])
    return () => {
      changed(layers.filter((one) => one !== mine))
      if (layers.length === 0) document.removeEventListener('keydown', press)
    }
  }, [when])
}

/** The keys that work right now, for the overview. */
export const useActiveKeys = () => {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => layers,
  )
  const seen = new Set<string>()
  return now
    .toReversed()
    .flatMap((layer) => layer.keys)
    .filter((key) => !key.hidden && !seen.has(key.key) && seen.add(key.key))
}
