import { IconPhoneIncoming } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import * as m from '#texts'
import { useArrival } from '#web/parts/arrival.ts'
import { Go } from '#web/parts/Go.tsx'
import { useEnquiry } from '../../features/enquiries/EnquiryPress.tsx'
import { KeysOverview } from './KeysOverview.tsx'
import { startLive } from '#web/data/live.ts'
import { Logo } from '#web/parts/Logo.tsx'
import { useMe } from './me.ts'
import { OfflineStrip } from '#web/parts/OfflineStrip.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import './TopbarFrame.css'

type Props = { title: string; subtitle?: ReactNode; right?: ReactNode; children: ReactNode }

/** A frame without rail for work that needs the whole width (Ring): bar of 52, then the page fills the window. */
export const TopbarFrame = ({ title, subtitle, right, children }: Props) => {
  const me = useMe()
  const heading = useArrival(title)
  useEffect(startLive, [])
  const enquiry = useEnquiry()
  const logo = <Logo size={26} />
  return (
    <div className="tov-topframe">
      <a className="tov-skip" href="#indhold">
        {m.web_skip()}
      </a>
      <header className="tov-topbar">
        {me.home !== '/' ? (
          logo
        ) : (
          <Go to="/" aria-label={m.web_go_home()} className="tov-topbar-home">
            {logo}
          </Go>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {subtitle && <div className="tov-topbar-sub">{subtitle}</div>}
        <div className="tov-topbar-right">{right}</div>
        {enquiry.press && (
          <button type="button" className="tov-topbar-press" title={m.enquiries_title_new()} onClick={enquiry.press}>
            <IconPhoneIncoming size={19} stroke={1.7} aria-hidden />
            <span className="tov-only-desktop">{m.enquiries_press()}</span>
            <span className="tov-only-phone tov-only-read">{m.enquiries_press()}</span>
          </button>
        )}
        <PersonMenu me={me} place="bar" />
      </header>
      <OfflineStrip />
      <main id="indhold" className="tov-topframe-main" tabIndex={-1}>
        {children}
      </main>
      {enquiry.dialog}
      <KeysOverview />
    </div>
  )
}
