import { Button } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { touch } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Card } from '#web/parts/Card.tsx'
import { changeMyTrades, listTradeAreas } from '../trade-areas/trade-areas.schema.ts'
import { inSentence, tradeAreas } from '../trade-areas/trade-areas.table.ts'
import type { Visitor } from '../trade-areas/TradePicks.tsx'
import { declineTrade, shareProposedTrade, type showMyProfile, undeclineTrade } from './competence-profiles.schema.ts'

type Proposed = NonNullable<AnswerOf<typeof showMyProfile>['proposal']>

/** A yes is taken back as it was said: over what stands now, and only if nothing else was said since. */
const takeBack = async ({ trades, kinds, languages, wishes, generalist }: Visitor) => {
  const now = (await call(listTradeAreas)).visitors.find(({ can }) => can.change)
  const body = { trades, kinds, languages, wishes, generalist, saidAt: now?.saidAt ?? null }
  await call(changeMyTrades, { body }, { idempotencyKey: crypto.randomUUID() })
  await touch('/api/competence-profile', '/api/trade-areas')
}

/** One trade area that my visits say I know: whether it shall stand in what I share. */
export const Proposal = ({ proposal: { trade, visits, insteadOf }, mine }: { proposal: Proposed; mine: Visitor }) => {
  const name = inSentence(tradeAreas[trade]())
  const yes = useAct(shareProposedTrade, {
    says: () => m.competence_profiles_added({ trade: tradeAreas[trade]() }),
    undo: () => () => takeBack(mine),
    onDone: () => touch('/api/trade-areas'),
  })
  const no = useAct(declineTrade, {
    says: () => m.competence_profiles_declined({ trade: name }),
    undo: () => async () => {
      await call(undeclineTrade, { params: { trade } }, { idempotencyKey: crypto.randomUUID() })
      await touch('/api/competence-profile')
    },
  })
  const schools = insteadOf.map((one) => inSentence(tradeAreas[one]())).join(', ')
  return (
    <Card title={m.competence_profiles_proposal({ count: visits, trade: name })}>
      <p className="tov-dim tov-small">{m.competence_profiles_proposal_text()}</p>
      {schools && <p className="tov-small">{m.competence_profiles_instead({ trades: schools })}</p>}
      <div className="competence-profiles-answers">
        <Button variant="filled" loading={yes.running} onClick={() => void yes.run({ body: { trade } })}>
          {m.competence_profiles_yes({ trade: name })}
        </Button>
        <Button onClick={() => void no.run({ body: { trade } })}>{m.competence_profiles_no()}</Button>
      </div>
    </Card>
  )
}
