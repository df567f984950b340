import { Button, TextInput } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useKeys } from '#web/data/keys.ts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { Card } from '#web/parts/Card.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { number } from '#web/parts/numbers.ts'
import { Page } from '#web/parts/Page.tsx'
import type { CallLanguage } from '../call-centres/languages.schema.ts'
import { settleCampaign, translateCampaign } from './campaigns.schema.ts'
import { EndCampaign } from './EndCampaign.tsx'
import { CampaignAside } from './CampaignAside.tsx'
import { saysMix } from '../contact-models/model-words.table.ts'
import { MixCard } from '../contact-models/MixCard.tsx'
import { mixOf, sameMix, sumOf } from '../contact-models/models.shared.ts'
import { ScriptCard } from '../scripts/ScriptCard.tsx'
import { TargetGroupCard } from './TargetGroupCard.tsx'
import { type Draft, follow, type Shown, useCampaignDraft } from './use-campaign-draft.tsx'
import { type TargetGroup, useWeighing } from './use-weighing.tsx'

/** What the one button says: what is missing before lists can be made, or how many they will be of. */
const nextStep = ({ mix, why, name }: Draft, group: TargetGroup | undefined) => {
  if (!group || group.reachable === 0) return { ready: false, says: m.campaigns_settle_none() }
  const missing = 100 - sumOf(mix)
  if (name.trim() === '') return { ready: false, says: m.campaigns_name_missing() }
  if (missing > 0) return { ready: false, says: m.campaigns_missing_percent({ percent: missing }) }
  if (missing < 0) return { ready: false, says: m.campaigns_too_much({ percent: -missing }) }
  if (!sameMix(mix, mixOf(group.proposal)) && why.trim() === '')
    return { ready: false, says: m.campaigns_missing_why() }
  return { ready: true, says: m.campaigns_settle({ count: number(group.reachable) }) }
}

type Writing = ReturnType<typeof useCampaignDraft>
/** What will be said, in Danish as one writes it, and in other languages, each saved by itself on top of what stands. */
const CampaignScript = ({ campaign, writing }: { campaign: Shown; writing: Writing }) => {
  const { draft, change, save, version } = writing
  const translate = useAct(translateCampaign, {
    says: (_, { body }) => (body.body === null ? m.campaigns_translation_away() : m.campaigns_translated()),
    onDone: (answer) => follow(version, answer),
  })
  const run = async (language: CallLanguage, body: string | null) => {
    await save()
    await translate.run({ params: { id: campaign.id }, body: { language, body, version: version.current } })
  }
  const changed = campaign.script !== draft.script
  return (
    <ScriptCard
      draft={`script-campaign-${campaign.id}`}
      script={draft.script}
      onChange={(script) => change({ script })}
      translations={campaign.translations.map((one) => ({ ...one, older: one.older || changed }))}
      languages={campaign.languages}
      onTranslate={(language, body) => void run(language, body)}
    />
  )
}

/** A campaign while it is a draft: whom, how, what for, when; and what the proposal builds on beside it. */
export const CampaignEditor = ({ campaign }: { campaign: Shown }) => {
  const writing = useCampaignDraft(campaign)
  const { draft, change, save, saved, version, theirs, take, keep } = writing
  const { data: group, error } = useWeighing(campaign.id, draft)
  const settle = useAct(settleCampaign, { says: () => m.campaigns_settled() })
  const next = nextStep(draft, group)
  const run = async () => {
    if (!next.ready || settle.running) return
    await save()
    await settle.run({ params: { id: campaign.id }, body: { version: version.current } })
  }
  useKeys([{ key: 'ctrl+enter', says: m.campaigns_make_lists(), run: () => void run() }])
  return (
    <Page
      title={draft.name || campaign.name}
      subtitle={`${m.campaigns_draft_text()} ${saved ? m.campaigns_saved() : m.campaigns_saving()}`}
      up={{ to: '/kampagner', text: m.campaigns_title() }}
      actions={
        <>
          <EndCampaign campaign={campaign} />
          <Button
            variant="filled"
            aria-disabled={!next.ready || settle.running || undefined}
            onClick={() => void run()}
          >
            {next.says} {next.ready && <KeyCap>Ctrl ↵</KeyCap>}
          </Button>
        </>
      }
      asideWidth={360}
      aside={<CampaignAside {...{ campaign, draft, change, group }} />}
    >
      <div className="lists-stack">
        {theirs && <BothVersions theirs={saysMix(theirs.mix)} mine={saysMix(draft.mix)} onTake={take} onKeep={keep} />}
        <Card>
          <TextInput
            label={m.campaigns_name()}
            value={draft.name}
            maxLength={120}
            error={draft.name.trim() === '' ? m.campaigns_name_missing() : undefined}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </Card>
        <TargetGroupCard draft={draft} change={change} group={group} problem={error?.detail} />
        {group && group.reachable > 0 && (
          <MixCard
            {...{ mix: draft.mix, why: draft.why, group }}
            onMix={(mix) => change({ mix })}
            onWhy={(why) => change({ why })}
          />
        )}
        <CampaignScript campaign={campaign} writing={writing} />
        <p className="tov-dim tov-small">{m.campaigns_not_on_list()}</p>
      </div>
    </Page>
  )
}
