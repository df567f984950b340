import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useMay, useMe } from '#web/frame/me.ts'
import { councilName } from '#web/frame/role-names.ts'
import { saysNear, saysNearMoment } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { StateWord } from '#web/parts/StateTag.tsx'
import type { showFirstDay } from './first-day.schema.ts'
import { FirstPeople, isToDo } from './FirstPeople.tsx'
import { stepWords, waitWords } from './first-steps.table.tsx'
import './first-day.css'

type Day = AnswerOf<typeof showFirstDay>
type Step = Day['steps'][number]

const saysCount = ({ name, count, of }: Step) => {
  if (name === 'people') return m.home_first_people_count({ count: count ?? 0, of: of ?? 0 })
  return of === 0 ? m.home_first_hours_none() : m.home_first_hours_count({ count: count ?? 0, of: of ?? 0 })
}
const saysRules = () => {
  const who = councilName()
  return who === null ? m.home_first_rules_ours() : m.home_first_rules_who({ who })
}
const StepState = ({ step, day }: { step: Step; day: Day }) => {
  if (step.name === 'made') return <span className="tov-dim">{saysNearMoment(day.centre.madeAt)}</span>
  if (!step.done && step.waitsFor.length > 0)
    return (
      <StateWord tone="venter">
        {m.home_first_waits({ what: step.waitsFor.map((one) => waitWords[one]()).join(', ') })}
      </StateWord>
    )
  if (step.count !== null) return <StateWord tone={step.done ? 'fri' : 'sten'}>{saysCount(step)}</StateWord>
  if (step.done) return <StateWord tone="fri">{m.home_first_done()}</StateWord>
  return step.name === 'rules' ? <span className="tov-dim">{saysRules()}</span> : null
}

type Shown = { step: Step; day: Day; present: boolean }
const One = ({ step, day, present }: Shown) => {
  const may = useMay()
  const words = stepWords[step.name]
  const noSchools = step.name === 'made' && day.schools === 0
  const said = noSchools ? m.home_first_schools_button : words.button
  const waits = step.waitsFor.length > 0
  const filled = present && step.name !== 'people'
  return (
    <li data-state={step.done ? 'done' : present ? 'now' : 'coming'} aria-current={present ? 'step' : undefined}>
      <div className="first-step">
        <div>
          <h3>{words.title()}</h3>
          <p>{words.text(day)}</p>
        </div>
        <StepState step={step} day={day} />
        <span className="tov-row-action">
          {may({ name: words.needs }) && !waits && (
            <Button
              component={Go}
              to={noSchools ? '/medlemmer?vis=skoler' : words.to}
              fullWidth
              variant={filled ? 'filled' : 'default'}
            >
              {said()}
            </Button>
          )}
        </span>
      </div>
      {step.name === 'people' && !step.done && <FirstPeople people={day.people} present={present} />}
    </li>
  )
}

/** What asks something of who looks, first: invitations that are with others by now wait for them. */
const asksNow = (day: Day, mails: boolean) => (step: Step) =>
  !step.done && step.waitsFor.length === 0 && (step.name !== 'people' || day.people.some((one) => isToDo(one, mails)))

/** The way to a centre's first call; folded to a line when it has been made. */
export const FirstDay = ({ day }: { day: Day }) => {
  const { mails } = useMe()
  if (day.state === 'past') return null
  if (day.state === 'ready')
    return (
      <p className="first-ready">
        <IconCheck size={16} aria-hidden /> {m.home_first_ready({ date: saysNear(day.firstCallAt ?? '') })}
      </p>
    )
  const present = day.steps.find(asksNow(day, mails))
  return (
    <section className="first-day tov-card" aria-labelledby="first-day">
      <h2 id="first-day" className="tov-only-read">
        {m.home_first_title()}
      </h2>
      <ol>
        {day.steps.map((step) => (
          <One key={step.name} step={step} day={day} present={step === present} />
        ))}
      </ol>
    </section>
  )
}
