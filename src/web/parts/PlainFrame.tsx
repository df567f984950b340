import { type ReactNode, useEffect } from 'react'
import * as m from '#texts'
import { Logo } from './Logo.tsx'
import { OfflineStrip } from './OfflineStrip.tsx'
import './PlainFrame.css'

type Props = {
  /** Whose page it is: the centre's name. */
  name: string
  /** Right in the bar. */
  right?: ReactNode
  title: string
  subtitle?: ReactNode
  aside?: ReactNode
  children: ReactNode
}

/** A page for people without a sign-in: a bar with the centre's name, then a calm page with text of 16. */
export const PlainFrame = ({ name, right, title, subtitle, aside, children }: Props) => {
  useEffect(() => {
    document.title = `${title} · ${name}`
  }, [title, name])
  return (
    <div className="tov-plain">
      <a className="tov-skip" href="#indhold">
        {m.web_skip()}
      </a>
      <header className="tov-plain-bar">
        <div>
          <Logo size={24} />
          <b>{name}</b>
          {right && <span className="tov-plain-right">{right}</span>}
        </div>
      </header>
      <OfflineStrip />
      <main id="indhold" className="tov-plain-main" tabIndex={-1}>
        <h1>{title}</h1>
        {subtitle && <p className="tov-plain-sub">{subtitle}</p>}
        <div className="tov-plain-body" data-aside={aside ? true : undefined}>
          <div className="tov-plain-cards">{children}</div>
          {aside && <aside className="tov-plain-cards">{aside}</aside>}
        </div>
      </main>
    </div>
  )
}
