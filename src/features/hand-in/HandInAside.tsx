import { Radio, Textarea } from '@mantine/core'
import * as m from '#texts'
import type { AnswerOf } from '#platform/endpoint'
import { useAnswer } from '#web/data/answers.ts'
import { useMe } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { listGoals } from '../goals/goals.schema.ts'
import type { showHandIn } from './hand-in.schema.ts'
import type { Wish } from './use-wish.tsx'
import { daysToAnswer } from '../handed-in/handed-in.schema.ts'

type Share = AnswerOf<typeof showHandIn>['share']
const quarterOf = (day: string) => Math.ceil(Number(day.slice(5, 7)) / 3)

export const ShareCard = ({ share: { from, most, handedIn }, now }: { share: Share; now: number }) => {
  const part = (of: number) => `${most === 0 ? 0 : Math.min(100, (100 * of) / most)}%`
  return (
    <Card title={m.hand_in_share_title({ quarter: quarterOf(from) })} right={<VisibilityMark who="school" />}>
      {most === 0 ? (
        <p className="hand-in-text">{m.hand_in_share_none()}</p>
      ) : (
        <>
          <div className="hand-in-share" aria-hidden="true">
            <span style={{ width: part(handedIn) }} data-part="handed-in" />
            <span style={{ width: part(Math.min(now, Math.max(0, most - handedIn))) }} data-part="now" />
          </div>
          <p className="hand-in-text">
            {m.hand_in_share_text({ handed: handedIn, left: Math.max(0, most - handedIn), most })}
          </p>
          <p className="hand-in-text tov-dim">{m.hand_in_share_why()}</p>
        </>
      )}
    </Card>
  )
}

type WishProps = { wish: Wish; onChange: (wish: Wish) => void; problems: Record<string, unknown> }
const textOf = (problem: unknown) => (typeof problem === 'string' ? problem : undefined)

const GoalChoice = ({ wish, onChange, problems }: WishProps) => {
  const { data } = useAnswer(listGoals)
  const me = useMe()
  const goals = (data?.rows ?? [])
    .filter(({ school }) => school === null || school.id === me.school?.id)
    .toSorted((one, other) => Number(one.school === null) - Number(other.school === null))
  if (data && goals.length === 0) return <p className="hand-in-text">{m.hand_in_goal_none()}</p>
  return (
    <Radio.Group
      aria-label={m.hand_in_goal()}
      value={String(wish.goalId ?? '')}
      error={textOf(problems['goalId'])}
      onChange={(id) => onChange({ ...wish, goalId: Number(id) })}
    >
      <div className="hand-in-goals">
        {goals.map(({ id, words, year, school }) => (
          <Radio
            key={id}
            value={String(id)}
            label={words}
            description={school ? m.hand_in_goal_own({ year }) : m.hand_in_goal_common({ year })}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

/** What the companies are for, and how the school would like it: its own, nobody else reads it. */
type WithVisitors = WishProps & { visitors: AnswerOf<typeof showHandIn>['visitors'] }
export const WishCard = ({ visitors, ...props }: WithVisitors) => {
  const { wish, onChange, problems } = props
  const people = visitors.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <Card title={m.hand_in_goal()} right={<VisibilityMark who="school" />}>
      <div className="hand-in-wish">
        <GoalChoice {...props} />
        <Textarea
          label={m.hand_in_reason()}
          autosize
          minRows={2}
          maxLength={500}
          value={wish.reason}
          onChange={(event) => onChange({ ...wish, reason: event.currentTarget.value })}
        />
        <Dropdown
          label={m.hand_in_consultant()}
          description={m.hand_in_consultant_text()}
          data={[{ value: '', label: m.hand_in_consultant_any() }, ...people]}
          value={String(wish.consultantId ?? '')}
          error={textOf(problems['consultantId'])}
          onChange={(id) => onChange({ ...wish, consultantId: id === '' ? null : Number(id) })}
        />
        <DateField
          label={m.hand_in_wish_by()}
          value={wish.wishBy ?? ''}
          error={textOf(problems['wishBy'])}
          onChange={(day) => onChange({ ...wish, wishBy: day === '' ? null : day })}
        />
      </div>
    </Card>
  )
}

export const Steps = ({ answersBy }: { answersBy: string }) => (
  <Card title={m.hand_in_steps()}>
    <ol className="hand-in-steps">
      <li>{m.hand_in_step_one()}</li>
      <li>
        {m.hand_in_step_two()}
        <span>{m.hand_in_step_two_text({ days: daysToAnswer, date: saysDate(answersBy) })}</span>
      </li>
      <li>{m.hand_in_step_three()}</li>
      <li>{m.hand_in_step_four()}</li>
    </ol>
    <p className="hand-in-text tov-dim">{m.hand_in_others_see()}</p>
  </Card>
)
