import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { Page } from '#web/parts/Page.tsx'
import { listTradeAreas } from '../trade-areas/trade-areas.schema.ts'
import { showMyProfile } from './competence-profiles.schema.ts'
import { OwnCard } from './OwnCard.tsx'
import { Proposal } from './Proposal.tsx'
import { SharedCard } from './SharedCard.tsx'
import './competence-profiles.css'

/** My competence profile: left what only I see, right what I share. */
export default function ProfilePage() {
  const { data } = useAnswer(showMyProfile)
  const { data: known } = useAnswer(listTradeAreas)
  const mine = known?.visitors.find(({ can }) => can.change)
  return (
    <Page
      title={m.competence_profiles_title()}
      subtitle={m.competence_profiles_text()}
      asideWidth={390}
      aside={
        mine && (
          <>
            {data?.proposal && <Proposal key={data.proposal.trade} proposal={data.proposal} mine={mine} />}
            <SharedCard mine={mine} />
          </>
        )
      }
    >
      {data ? <OwnCard fields={data.fields} /> : <GreyRows count={8} />}
    </Page>
  )
}
