import type { ReactNode } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { saysDate, saysMoment } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { number } from '#web/parts/numbers.ts'
import { Page } from '#web/parts/Page.tsx'
import { offered } from '../capacity/capacity-words.tsx'
import { type MeetingForm, meetingForms } from '../diaries/diaries.schema.ts'
import { saysState } from '../lists/ListWords.tsx'
import { EndCampaign } from './EndCampaign.tsx'
import { WhoIsMeant } from '../contact-models/WhoIsMeant.tsx'
import { changeCampaignOffer, showCampaignProgress } from './campaigns.schema.ts'
import { modelWords, saysMix } from '../contact-models/model-words.table.ts'
import { sameMix } from '../contact-models/models.shared.ts'
import type { Shown } from './use-campaign-draft.tsx'

type List = RowOf<typeof showCampaignProgress>
const counted = [
  ['companies', m.campaigns_progress_companies],
  ['called', m.campaigns_progress_called],
  ['talked', m.campaigns_progress_talked],
  ['wants', m.campaigns_progress_wants],
  ['meetings', m.campaigns_progress_meetings],
] as const

/** What it is called for is said where that is another than the campaign's. */
const ListRow = ({ list, offer }: { list: List; offer: MeetingForm }) => (
  <tr>
    <th scope="row">
      <Go className="tov-link" to={`/udtraek/${list.id}`}>
        {modelWords[list.model]()}
      </Go>
      {list.form !== offer && <span className="tov-dim tov-small"> {offered[list.form]()}</span>}
    </th>
    <td>
      {saysState(list.state)}
      {list.sortedOut !== null && list.sortedOut > 0 && (
        <span className="tov-dim tov-small"> {m.campaigns_progress_sorted({ count: number(list.sortedOut) })}</span>
      )}
    </td>
    {counted.map(([what]) => (
      <td key={what} className="tov-number">
        {number(list[what])}
      </td>
    ))}
  </tr>
)

/** From companies drawn to meetings, a line for each list. */
const Progress = ({ id, offer }: Pick<Shown, 'id' | 'offer'>) => {
  const { data } = useAnswer(showCampaignProgress, { params: { id } })
  const lists = data?.rows ?? []
  return (
    <Card title={m.campaigns_progress_title()} padded={false}>
      {data && lists.length === 0 && <p className="campaigns-empty tov-dim">{m.campaigns_progress_none()}</p>}
      {lists.length > 0 && (
        <div className="campaigns-scroll">
          <table className="campaigns-progress">
            <thead>
              <tr>
                <th scope="col">{m.campaigns_progress_list()}</th>
                <th scope="col">{m.campaigns_progress_state()}</th>
                {counted.map(([what, says]) => (
                  <th key={what} scope="col" className="tov-number">
                    {says()}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lists.map((list) => (
                <ListRow key={list.id} list={list} offer={offer} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}

const saysPeriod = ({ fromOn, toOn }: Shown) =>
  fromOn && toOn ? m.campaigns_from_to({ from: saysDate(fromOn), to: saysDate(toOn) }) : m.campaigns_whole_year()

const Chosen = ({ campaign }: { campaign: Shown }) => (
  <Card title={m.campaigns_chosen_title()}>
    <p>{saysMix(campaign.mix)}</p>
    {campaign.proposed && !sameMix(campaign.mix, campaign.proposed) && (
      <>
        <p className="tov-dim tov-small">{m.campaigns_chosen_proposed({ mix: saysMix(campaign.proposed) })}</p>
        {campaign.why && <p>“{campaign.why}”</p>}
      </>
    )}
    <dl className="campaigns-facts">
      <div>
        <dt>{m.campaigns_goal()}</dt>
        <dd>{campaign.goal ?? m.campaigns_no_goal()}</dd>
      </div>
      <div>
        <dt>{m.campaigns_period()}</dt>
        <dd>{saysPeriod(campaign)}</dd>
      </div>
    </dl>
  </Card>
)

/** Said for all lists at once; each may be called for something of its own, where lists are called. */
const Offered = ({ campaign }: { campaign: Shown }) => {
  const params = { id: campaign.id }
  const { data } = useAnswer(showCampaignProgress, { params })
  const alike = data?.rows.every(({ form }) => form === campaign.offer) ?? false
  const change = useAct(changeCampaignOffer, {
    says: ({ offer }) => m.capacity_offer_saved({ what: offered[offer]() }),
    // What a list had of its own would not come back.
    undo: () => (alike ? () => call(changeCampaignOffer, { params, body: { form: campaign.offer } }) : undefined),
  })
  if (!campaign.can.offer) return null
  return (
    <Card title={m.capacity_offer()}>
      <Choices
        label={m.capacity_offer()}
        value={campaign.offer}
        options={meetingForms.map((form) => ({ value: form, label: offered[form]() }))}
        onChange={(form) => void change.run({ params, body: { form } })}
      />
      <p className="campaigns-text tov-dim tov-small">{m.campaigns_offer_running()}</p>
    </Card>
  )
}

/** What was said from the first call on; each list has its own versions since. */
const Said = ({ script }: Pick<Shown, 'script'>) =>
  script === '' ? null : (
    <Card title={m.scripts_write_title()}>
      <p className="campaigns-script">{script}</p>
    </Card>
  )

const saysWhen = ({ settledAt, settledBy, endedAt }: Shown) =>
  endedAt
    ? m.campaigns_ended_text({ when: saysMoment(endedAt) })
    : settledAt
      ? m.campaigns_running_text({ when: saysMoment(settledAt), who: settledBy ?? '' })
      : m.campaigns_draft_others()

/** A campaign whose lists are made, or as somebody sees it who does not make it. */
export const CampaignRunning = ({ campaign, children }: { campaign: Shown; children?: ReactNode }) => (
  <Page
    title={campaign.name}
    subtitle={saysWhen(campaign)}
    up={{ to: '/kampagner', text: m.campaigns_title() }}
    actions={campaign.can.end && <EndCampaign campaign={campaign} />}
    aside={
      campaign.settledAt ? (
        <>
          <Chosen campaign={campaign} />
          <Offered campaign={campaign} />
          <Said script={campaign.script} />
        </>
      ) : (
        <WhoIsMeant {...campaign} />
      )
    }
    asideWidth={360}
  >
    {children}
    {campaign.settledAt && <Progress id={campaign.id} offer={campaign.offer} />}
  </Page>
)
