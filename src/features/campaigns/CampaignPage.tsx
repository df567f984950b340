import { useParams } from '@tanstack/react-router'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Page } from '#web/parts/Page.tsx'
import { AnswerCard } from './AnswerCard.tsx'
import { CampaignEditor } from './CampaignEditor.tsx'
import { CampaignRunning } from './CampaignRunning.tsx'
import { showCampaign } from './campaigns.schema.ts'
import './campaigns.css'

/** A campaign: its choices while it is a draft and one's own to make, then how far it is. */
export default function CampaignPage() {
  const id = Number(useParams({ from: '/signed-in/framed/kampagner/$id' }).id)
  const { data: campaign, error } = useAnswer(showCampaign, { params: { id } })
  const up = { to: '/kampagner' as const, text: m.campaigns_title() }
  if (!campaign)
    return (
      <Page title={m.campaigns_title()} up={up}>
        {error && <EmptyState title={error.title}>{error.detail}</EmptyState>}
      </Page>
    )
  if (campaign.can.change) return <CampaignEditor key={campaign.id} campaign={campaign} />
  return <CampaignRunning campaign={campaign}>{campaign.can.answer && <AnswerCard id={campaign.id} />}</CampaignRunning>
}
