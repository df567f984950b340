import type { ReactNode } from 'react'
import './KeyCap.css'

/** A key beside the word it triggers; hidden where there is no keyboard. Read aloud it is noise, so it is silent. */
export const KeyCap = ({ children }: { children: ReactNode }) => (
  <kbd className="tov-key" aria-hidden="true">
    {children}
  </kbd>
)
