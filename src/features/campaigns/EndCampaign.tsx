import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { useGo } from '#web/parts/Go.tsx'
import { endCampaign } from './campaigns.schema.ts'
import type { Shown } from './use-campaign-draft.tsx'

/** Ends it: one in calling once its lists are closed, a draft as it is given up. */
export const EndCampaign = ({ campaign: { id, settledAt } }: { campaign: Shown }) => {
  const [asking, setAsking] = useState(false)
  const go = useGo()
  const end = useAct(endCampaign, {
    says: () => m.campaigns_said_ended(),
    onDone: () => settledAt === null && go('/kampagner'),
  })
  const [title, text, yes] = settledAt
    ? [m.campaigns_end_title(), m.campaigns_end_text(), m.campaigns_end()]
    : [m.campaigns_drop_title(), m.campaigns_drop_text(), m.campaigns_drop()]
  return (
    <>
      <Button onClick={() => setAsking(true)}>{yes}</Button>
      <Ask
        open={asking}
        title={title}
        yes={yes}
        onClose={() => setAsking(false)}
        onYes={() => void end.run({ params: { id } })}
      >
        {text}
      </Ask>
    </>
  )
}
