import { Button } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import * as m from '#texts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useMay } from '#web/frame/me.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { NetworksCard } from '../networks/NetworksCard.tsx'
import { AllCampaigns } from '../campaigns/AllCampaigns.tsx'
import { AnnounceDialog } from './AnnounceDialog.tsx'
import { announceCampaign } from './announced-campaigns.schema.ts'
import { CampaignCalendar } from './CampaignCalendar.tsx'

/** Campaigns as a list, or in the one calendar with those that schools and partners run of their own. */
export default function CampaignsPage() {
  const { vis, fra } = useSearch({ from: '/signed-in/framed/kampagner' })
  const change = useChangeSearch<{ vis: string; fra: string }>()
  const [announcing, setAnnouncing] = useState(false)
  const announces = useMay()(announceCampaign)
  const view = (
    <Choices
      label={m.announced_campaigns_view()}
      value={vis ?? ''}
      options={[
        { value: '', label: m.announced_campaigns_list() },
        { value: 'kalender', label: m.announced_campaigns_calendar() },
        { value: 'netvaerk', label: m.networks_title() },
      ]}
      onChange={(wanted) => change({ vis: wanted, fra: undefined })}
    />
  )
  return (
    <>
      <AllCampaigns
        view={view}
        instead={
          vis === 'netvaerk' ? (
            <NetworksCard />
          ) : (
            vis && <CampaignCalendar from={fra} onFrom={(from) => change({ fra: from })} />
          )
        }
        actions={announces && <Button onClick={() => setAnnouncing(true)}>{m.announced_campaigns_new()}</Button>}
      />
      {announcing && <AnnounceDialog onClose={() => setAnnouncing(false)} />}
    </>
  )
}
