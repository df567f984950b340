import { useEffect, useRef, useState } from 'react'
import * as m from '#texts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { useActiveKeys, useKeys } from '#web/data/keys.ts'
import './KeysOverview.css'

const names: Record<string, () => string> = {
  arrowdown: () => '↓',
  arrowup: () => '↑',
  arrowleft: () => '←',
  arrowright: () => '→',
  enter: () => '↵',
  ' ': m.web_key_space,
  escape: () => 'Esc',
}
export const keyName = (key: string) =>
  key
    .split('+')
    .map((part) => names[part]?.() ?? (part === 'ctrl' ? 'Ctrl' : part))
    .join(' ')

/** "?" shows the keys that work on this page. */
export const KeysOverview = () => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const keys = useActiveKeys()
  useKeys([{ key: '?', says: m.web_key_overview(), run: () => setOpen(true) }])
  useEffect(() => {
    if (open) dialog.current?.showModal()
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={dialog}
      className="tov-keys tov-card"
      aria-labelledby="tov-keys-title"
      aria-modal="true"
      onClose={() => setOpen(false)}
    >
      <h2 id="tov-keys-title">{m.web_keys_title()}</h2>
      <dl>
        {keys.map((key) => (
          <div key={key.key}>
            <dt>{key.says}</dt>
            <dd>
              <span className="tov-only-read">{keyName(key.key)}</span>
              <KeyCap>{keyName(key.key)}</KeyCap>
            </dd>
          </div>
        ))}
      </dl>
      <p>{m.web_keys_text()}</p>
      <form method="dialog">
        <button type="submit" className="tov-keys-close">
          {m.web_close()} <KeyCap>Esc</KeyCap>
        </button>
      </form>
    </dialog>
  )
}
