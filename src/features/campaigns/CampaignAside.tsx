import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { saysDate, saysMoment } from '#web/parts/dates.ts'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { Go } from '#web/parts/Go.tsx'
import { number } from '#web/parts/numbers.ts'
import { offered } from '../capacity/capacity-words.tsx'
import { FreeMeetings } from '../capacity/FreeMeetings.tsx'
import { meetingForms } from '../diaries/diaries.schema.ts'
import { listGoals } from '../goals/goals.schema.ts'
import { enoughTalks, smallUnder, visitedYears } from '../contact-models/models.shared.ts'
import { askConsultants, atATime } from './asking.schema.ts'
import type { Draft, Shown } from './use-campaign-draft.tsx'
import type { TargetGroup } from './use-weighing.tsx'

type Part = { draft: Draft; change: (part: Partial<Draft>) => void }

/** The goal it serves, and a word where the goal is for another year. */
const GoalCard = ({ draft, change }: Part) => {
  const { data } = useAnswer(listGoals)
  const goals = data?.rows ?? []
  const goal = goals.find(({ id }) => id === draft.goalId)
  const year = draft.fromOn && Number(draft.fromOn.slice(0, 4))
  return (
    <Card
      title={m.campaigns_goal_title()}
      right={
        <Go className="tov-link" to="/maal">
          {m.campaigns_goal_write()}
        </Go>
      }
    >
      <Dropdown
        label={m.campaigns_goal()}
        value={String(draft.goalId ?? '')}
        onChange={(id) => change({ goalId: id === '' ? null : Number(id) })}
        data={[
          { value: '', label: m.campaigns_goal_none() },
          ...goals.map(({ id, words, school, year: of }) => ({
            value: String(id),
            label: `${words} (${school?.name ?? m.goals_common()}, ${of})`,
          })),
        ]}
      />
      {!goal && <p className="campaigns-text tov-dim tov-small">{m.campaigns_goal_missing()}</p>}
      {goal && year && year !== goal.year && draft.fromOn && (
        <p className="campaigns-text campaigns-warns">
          {m.campaigns_goal_other_year({ year: goal.year, from: saysDate(draft.fromOn) })}
        </p>
      )}
    </Card>
  )
}

const PeriodCard = ({ draft, change }: Part) => (
  <Card title={m.campaigns_period()}>
    <div className="lists-pair">
      <DateField
        label={m.campaigns_from()}
        value={draft.fromOn ?? ''}
        onChange={(day) => change({ fromOn: day || null })}
      />
      <DateField
        label={m.campaigns_to()}
        value={draft.toOn ?? ''}
        {...(draft.fromOn && { min: draft.fromOn })}
        error={draft.fromOn && draft.toOn && draft.toOn < draft.fromOn ? m.campaigns_problem_dates() : undefined}
        onChange={(day) => change({ toOn: day || null })}
      />
    </div>
  </Card>
)

const OfferCard = ({ draft, change }: Part) => (
  <Card title={m.capacity_offer()}>
    <Choices
      label={m.capacity_offer()}
      value={draft.offer}
      options={meetingForms.map((form) => ({ value: form, label: offered[form]() }))}
      onChange={(offer) => change({ offer })}
    />
    <p className="campaigns-text tov-dim tov-small">{m.campaigns_offer_text()}</p>
  </Card>
)

/** Meetings to be expected of those that will be called: of all that can be reached, or of so many as are chosen. */
const expectedOf = ({ meetings, reachable }: TargetGroup, limit: number | null) => {
  const companies = Math.min(limit ?? reachable, reachable)
  const share = companies / reachable
  return {
    companies,
    expected: meetings && { least: Math.floor(meetings.least * share), most: Math.ceil(meetings.most * share) },
  }
}
const MeetingsCard = ({ draft, change, group }: Part & { group: TargetGroup }) => {
  const { companies, expected } = expectedOf(group, draft.criteria.limit)
  const { yes, talked } = group.talks
  return (
    <Card title={m.campaigns_meetings_title()}>
      <p className="campaigns-text">
        {expected
          ? m.campaigns_meetings({
              ...{ least: number(expected.least), most: number(expected.most) },
              ...{ reachable: number(companies), yes: number(yes), talked: number(talked) },
            })
          : m.campaigns_meetings_unknown({ fewest: enoughTalks })}
      </p>
      {expected && (
        <FreeMeetings
          {...{ expected, companies }}
          {...{ from: draft.fromOn, to: draft.toOn, form: draft.offer }}
          onFewer={(limit) => change({ criteria: { ...draft.criteria, limit } })}
        />
      )}
    </Card>
  )
}

const Fact = ({ asks, says, from, open = false }: { asks: string; says: string; from: string; open?: boolean }) => (
  <div>
    <dt>{asks}</dt>
    <dd data-open={open || undefined}>{says}</dd>
    <dd className="tov-dim tov-small">{from}</dd>
  </div>
)

/** The booklet's questions, each with its answer and where that is from; what nobody has said yet is said to be so. */
const FactsCard = ({ campaign, group }: { campaign: Shown; group: TargetGroup }) => {
  const ask = useAct(askConsultants, { says: () => m.campaigns_asked({ fewest: atATime }) })
  const { small, visited, wanted, atEase } = group
  const reachable = number(group.reachable)
  const asked = (says: string | null) => ({
    says: says ?? m.campaigns_fact_unknown(),
    from: says ? m.campaigns_fact_named() : m.campaigns_fact_five({ fewest: atATime }),
    open: !says,
  })
  const wants = { overview: m.campaigns_fact_overview, trade: m.campaigns_fact_trade, even: m.campaigns_fact_even }
  const eases = { yes: m.campaigns_fact_yes, no: m.campaigns_fact_no, even: m.campaigns_fact_even }
  return (
    <Card title={m.campaigns_facts_title()}>
      <dl className="campaigns-facts">
        <Fact
          asks={m.campaigns_fact_small()}
          says={m.campaigns_fact_small_said({ small: number(small), reachable, under: smallUnder })}
          from={m.campaigns_fact_register()}
        />
        <Fact
          asks={m.campaigns_fact_known()}
          says={m.campaigns_fact_known_said({ visited: number(visited), reachable, years: visitedYears })}
          from={m.campaigns_fact_visits()}
        />
        <Fact asks={m.campaigns_fact_wanted()} {...asked(wanted && wants[wanted]())} />
        <Fact asks={m.campaigns_fact_ease()} {...asked(atEase && eases[atEase]())} />
      </dl>
      {campaign.can.ask && (
        <Button fullWidth onClick={() => void ask.run({ params: { id: campaign.id } })}>
          {m.campaigns_ask()}
        </Button>
      )}
      {campaign.askedAt && (
        <p className="campaigns-text tov-dim tov-small">
          {m.campaigns_asked_on({ when: saysMoment(campaign.askedAt) })}
        </p>
      )}
    </Card>
  )
}

type Props = Part & { campaign: Shown; group: TargetGroup | undefined }
/** Beside the choices: what it is for, when, what may come of it, and what the proposal builds on. */
export const CampaignAside = ({ campaign, draft, change, group }: Props) => (
  <>
    <GoalCard draft={draft} change={change} />
    <PeriodCard draft={draft} change={change} />
    <OfferCard draft={draft} change={change} />
    {group && group.reachable > 0 && <MeetingsCard {...{ draft, change, group }} />}
    {group && <FactsCard campaign={campaign} group={group} />}
  </>
)
