import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import * as m from '#texts'
import { useEnquiry } from '../../features/enquiries/EnquiryPress.tsx'
import { ProveAgain } from '../../features/my-access/ProveAgain.tsx'
import { ReportsOnTheirWay } from '../../features/visits/ReportDraft.tsx'
import { useCarriedAlong } from './carried-along.ts'
import { KeysOverview } from './KeysOverview.tsx'
import { startLive } from '#web/data/live.ts'
import { Rail } from './Rail.tsx'
import { TabBar } from './TabBar.tsx'
import { useFrameKeys } from './frame-keys.ts'
import './Frame.css'

/** Everything a signed-in page stands in: rail on the desktop, tab bar on the phone, live updates, shared keys. */
export const Frame = () => {
  useEffect(startLive, [])
  useCarriedAlong()
  const search = useFrameKeys()
  const enquiry = useEnquiry()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <div className="tov-frame">
      <a className="tov-skip" href="#indhold">
        {m.web_skip()}
      </a>
      <Rail path={path} search={search} enquire={enquiry.press} />
      <main className="tov-content" id="indhold" tabIndex={-1}>
        <ReportsOnTheirWay path={path} />
        <Outlet />
      </main>
      <TabBar path={path} enquire={enquiry.press} />
      {enquiry.dialog}
      <KeysOverview />
      <ProveAgain />
    </div>
  )
}
