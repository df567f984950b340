import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { Card } from '#web/Card.tsx'
import { Choices } from '#web/Choices.tsx'
import { addDays, saysNear, today } from '#web/dates.ts'
import type { FormAnswer, Written } from './ReportDraft.tsx'
import { educationCodes, obstacleCodes, taskCodes, topicName } from './visits.schema.ts'

type Errors = Record<string, string>
type Needs = Written['needs']
type Shared = { errors: Errors }

const replaced = <Item,>(items: readonly Item[], index: number, change: Partial<Item>) =>
  items.map((item, at) => (at === index ? { ...item, ...change } : item))
const without = <Item,>(items: readonly Item[], index: number) => items.filter((_, at) => at !== index)

const emptyNeed = { words: '', education: null, soon: true } as const

/** What the company needs, in its own words first; the education it may lead to comes after. */
export const NeedsCard = ({ needs, onChange, errors }: Shared & { needs: Needs; onChange: (needs: Needs) => void }) => {
  const shown = needs.length > 0 ? needs : [emptyNeed]
  return (
    <Card title={m.visits_needs()} right={m.visits_needs_hint()}>
      <ul className="visits-list">
        {shown.map((need, index) => (
          <li key={index}>
            <TextInput
              label={m.visits_need_words()}
              value={need.words}
              maxLength={500}
              error={errors[`needs.${index}.words`]}
              onChange={(event) => onChange(replaced(shown, index, { words: event.currentTarget.value }))}
            />
            <div className="visits-need-line">
              <NativeSelect
                aria-label={m.visits_need_education()}
                value={need.education ?? ''}
                onChange={(event) =>
                  onChange(
                    replaced(shown, index, {
                      education: (event.currentTarget.value || null) as Needs[number]['education'],
                    }),
                  )
                }
                data={[
                  { value: '', label: m.visits_need_no_education() },
                  ...educationCodes.map((code) => ({ value: code, label: topicName(code, getLocale()) })),
                ]}
              />
              <Choices
                label={m.visits_need_when()}
                value={need.soon ? 'soon' : 'later'}
                options={[
                  { value: 'soon', label: m.visits_need_soon() },
                  { value: 'later', label: m.visits_need_later() },
                ]}
                onChange={(when) => onChange(replaced(shown, index, { soon: when === 'soon' }))}
              />
              {needs.length > 0 && (
                <ActionIcon
                  size={44}
                  aria-label={m.visits_need_remove()}
                  onClick={() => onChange(without(shown, index))}
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Button
        fullWidth
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => onChange([...shown, emptyNeed])}
      >
        {m.visits_need_add()}
      </Button>
    </Card>
  )
}

type Topics = Written['topics']
const Ticks = ({
  label,
  codes,
  topics,
  onChange,
}: {
  label: string
  codes: readonly Topics[number][]
  topics: Topics
  onChange: (topics: Topics) => void
}) => (
  <div className="visits-ticks" role="group" aria-label={label}>
    <h3>{label}</h3>
    <div>
      {codes.map((code) => (
        <button
          key={code}
          type="button"
          aria-pressed={topics.includes(code)}
          onClick={() => onChange(topics.includes(code) ? topics.filter((one) => one !== code) : [...topics, code])}
        >
          {topicName(code, getLocale())}
        </button>
      ))}
    </div>
  </div>
)

/** Ticked, so that it can be counted across companies: what was talked about, and what stands in the way. */
export const TopicsCard = ({ topics, onChange }: { topics: Topics; onChange: (topics: Topics) => void }) => (
  <Card title={m.visits_topics()}>
    <Ticks label={m.visits_topics_education()} codes={educationCodes} topics={topics} onChange={onChange} />
    <Ticks label={m.visits_topics_tasks()} codes={taskCodes} topics={topics} onChange={onChange} />
    <Ticks label={m.visits_topics_obstacles()} codes={obstacleCodes} topics={topics} onChange={onChange} />
  </Card>
)

type Promises = Written['promises']
type PromisesProps = Shared & {
  promises: Promises
  people: FormAnswer['people']
  me: number
  onChange: (promises: Promises) => void
}

/** Everything that was agreed has someone who does it, and a date. */
export const PromisesCard = ({ promises, people, me, onChange, errors }: PromisesProps) => {
  const empty = { what: '', ownerId: me, dueOn: '' }
  const shown = promises.length > 0 ? promises : [empty]
  const days = [addDays(today(), 1), addDays(today(), 7), addDays(today(), 14)]
  const person = ({ id, name, school }: FormAnswer['people'][number]) => ({
    value: String(id),
    label: school ? `${name}, ${school}` : name,
  })
  return (
    <Card title={m.visits_agreed()} right={m.visits_agreed_hint()}>
      <ul className="visits-list">
        {shown.map((promise, index) => (
          <li key={index}>
            <TextInput
              label={m.visits_agreed_what()}
              value={promise.what}
              maxLength={300}
              error={errors[`promises.${index}.what`]}
              onChange={(event) => onChange(replaced(shown, index, { what: event.currentTarget.value }))}
            />
            <div className="visits-promise-line">
              <NativeSelect
                label={m.visits_agreed_who()}
                value={String(promise.ownerId ?? me)}
                error={errors[`promises.${index}.ownerId`]}
                data={people.map(person)}
                onChange={(event) => onChange(replaced(shown, index, { ownerId: Number(event.currentTarget.value) }))}
              />
              <TextInput
                type="date"
                label={m.visits_agreed_when()}
                value={promise.dueOn}
                error={errors[`promises.${index}.dueOn`]}
                onChange={(event) => onChange(replaced(shown, index, { dueOn: event.currentTarget.value }))}
              />
              {promises.length > 0 && (
                <ActionIcon
                  size={44}
                  aria-label={m.visits_agreed_remove()}
                  onClick={() => onChange(without(shown, index))}
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              )}
            </div>
            {promise.what !== '' && (
              <div className="visits-days" role="group" aria-label={m.visits_agreed_when()}>
                {days.map((day) => (
                  <button
                    key={day}
                    type="button"
                    aria-pressed={promise.dueOn === day}
                    onClick={() => onChange(replaced(shown, index, { dueOn: day }))}
                  >
                    {saysNear(day)}
                  </button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      <Button fullWidth leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onChange([...shown, empty])}>
        {m.visits_agreed_add()}
      </Button>
    </Card>
  )
}
