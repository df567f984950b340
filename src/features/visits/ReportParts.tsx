import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { addDays, saysNear, today } from '#web/parts/dates.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { usePlaceKeys } from '#web/parts/place-keys.ts'
import { TookPart } from '../company-people/TookPart.tsx'
import { ReadersMark, RestrictedFields, useReaders } from '../restricted-parts/RestrictedFields.tsx'
import { toldOtherwise } from '../promises/told-company.table.ts'
import type { FormAnswer, Written } from './ReportDraft.tsx'
import { educationCodes, obstacleCodes, taskCodes, topicName } from './visits.schema.ts'
import { whoReads } from '../centre/who-reads.table.ts'

type Errors = Record<string, string>
type Needs = Written['needs']
type Shared = { errors: Errors }

const replaced = <Item,>(items: readonly Item[], index: number, change: Partial<Item>) =>
  items.map((item, at) => (at === index ? { ...item, ...change } : item))
const without = <Item,>(items: readonly Item[], index: number) => items.filter((_, at) => at !== index)

const emptyNeed = { words: '', education: null, soon: true } as const
type NeedProps = {
  need: Needs[number]
  error: string | undefined
  onChange: (change: Partial<Needs[number]>) => void
  onRemove: (() => void) | undefined
}

const NeedRow = ({ need, error, onChange, onRemove }: NeedProps) => (
  <li>
    <TextInput
      label={m.visits_need_words()}
      value={need.words}
      maxLength={500}
      error={error}
      onChange={(event) => onChange({ words: event.currentTarget.value })}
    />
    <div className="visits-need-line">
      <NativeSelect
        aria-label={m.visits_need_education()}
        value={need.education ?? ''}
        onChange={(event) =>
          onChange({ education: educationCodes.find((code) => code === event.currentTarget.value) ?? null })
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
        onChange={(when) => onChange({ soon: when === 'soon' })}
      />
      {onRemove && (
        <ActionIcon size={44} aria-label={m.visits_need_remove()} onClick={onRemove}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  </li>
)

/** What the company needs, in its own words first; the education it may lead to comes after. */
export const NeedsCard = ({ needs, onChange, errors }: Shared & { needs: Needs; onChange: (needs: Needs) => void }) => {
  const shown = needs.length > 0 ? needs : [emptyNeed]
  const keys = usePlaceKeys(shown.length)
  const remove = (place: number) => {
    keys.drop(place)
    onChange(without(shown, place))
  }
  return (
    <Card title={m.visits_needs()} right={<VisibilityMark who={whoReads.need} />}>
      <ul className="visits-list">
        {[...shown.entries()].map(([place, need]) => (
          <NeedRow
            key={keys.of(place)}
            need={need}
            error={errors[`needs.${place}.words`]}
            onChange={(change) => onChange(replaced(shown, place, change))}
            onRemove={needs.length > 0 ? () => remove(place) : undefined}
          />
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

type TookPartProps = Shared & {
  companyId: number
  value: Written['tookPart']
  onChange: (tookPart: Written['tookPart']) => void
}
/** Whom they met: so that the next one knows whom to ask for. */
export const TookPartCard = ({ companyId, value, errors, onChange }: TookPartProps) => (
  <Card title={m.visits_took_part()} right={<VisibilityMark who={whoReads.report} />}>
    <TookPart
      companyId={companyId}
      value={value}
      error={Object.entries(errors).find(([field]) => field.startsWith('tookPart'))?.[1]}
      onChange={onChange}
    />
  </Card>
)

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
type People = FormAnswer['people']
type PromiseProps = {
  promise: Promises[number]
  people: People
  me: number
  errorOf: (field: string) => string | undefined
  onChange: (change: Partial<Promises[number]>) => void
  onRemove: (() => void) | undefined
}
const nameOf = ({ id, name, school }: People[number]) => ({
  value: String(id),
  label: school ? `${name}, ${school}` : name,
})

const PromiseRow = ({ promise, people, me, errorOf, onChange, onRemove }: PromiseProps) => (
  <li>
    <TextInput
      label={m.visits_agreed_what()}
      description={toldOtherwise(promise.what)}
      value={promise.what}
      maxLength={300}
      error={errorOf('what')}
      onChange={(event) => onChange({ what: event.currentTarget.value })}
    />
    <div className="visits-promise-line">
      <NativeSelect
        label={m.visits_agreed_who()}
        value={String(promise.ownerId ?? me)}
        error={errorOf('ownerId')}
        data={people.map(nameOf)}
        onChange={(event) => onChange({ ownerId: Number(event.currentTarget.value) })}
      />
      <DateField
        label={m.visits_agreed_when()}
        min={today()}
        value={promise.dueOn}
        error={errorOf('dueOn')}
        onChange={(dueOn) => onChange({ dueOn })}
      />
      {onRemove && (
        <ActionIcon size={44} aria-label={m.visits_agreed_remove()} onClick={onRemove}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
    {promise.what !== '' && (
      <div className="visits-days" role="group" aria-label={m.visits_agreed_when()}>
        {[1, 7, 14].map((days) => {
          const day = addDays(today(), days)
          return (
            <button
              key={days}
              type="button"
              aria-pressed={promise.dueOn === day}
              onClick={() => onChange({ dueOn: day })}
            >
              {saysNear(day)}
            </button>
          )
        })}
      </div>
    )}
  </li>
)

type PromisesProps = Shared & { promises: Promises; people: People; me: number; onChange: (promises: Promises) => void }

/** Everything that was agreed has someone who does it, and a date. */
export const PromisesCard = ({ promises, people, me, onChange, errors }: PromisesProps) => {
  const empty = { what: '', ownerId: me, dueOn: '' }
  const shown = promises.length > 0 ? promises : [empty]
  const keys = usePlaceKeys(shown.length)
  const remove = (place: number) => {
    keys.drop(place)
    onChange(without(shown, place))
  }
  return (
    <Card title={m.visits_agreed()} right={<VisibilityMark who={whoReads.promise} />}>
      <p className="tov-dim tov-small">{m.visits_agreed_company()}</p>
      <ul className="visits-list">
        {[...shown.entries()].map(([place, promise]) => (
          <PromiseRow
            key={keys.of(place)}
            promise={promise}
            people={people}
            me={me}
            errorOf={(field) => errors[`promises.${place}.${field}`]}
            onChange={(change) => onChange(replaced(shown, place, change))}
            onRemove={promises.length > 0 ? () => remove(place) : undefined}
          />
        ))}
      </ul>
      <Button fullWidth leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onChange([...shown, empty])}>
        {m.visits_agreed_add()}
      </Button>
    </Card>
  )
}

type Restricted = Written['restricted']
type RestrictedProps<Value> = Shared & {
  restricted: Value
  note: ReactNode
  onChange: (restricted: Restricted) => void
}
const RestrictedWords = ({ restricted, errors, note, onChange }: RestrictedProps<NonNullable<Restricted>>) => {
  const { names } = useReaders(restricted.readers)
  return (
    <Card title={m.restricted_parts_title()} right={<ReadersMark names={names} />}>
      <RestrictedFields
        value={restricted}
        error={Object.entries(errors).find(([at]) => at.startsWith('restricted'))?.[1]}
        onChange={onChange}
      />
      {note}
      <button type="button" className="tov-text-button" onClick={() => onChange(null)}>
        {m.restricted_parts_remove()}
      </button>
    </Card>
  )
}
/** For a few colleagues alone; asked for, so that most reports stay open. */
export const RestrictedCard = ({ restricted, ...props }: RestrictedProps<Restricted>) =>
  restricted ? (
    <RestrictedWords restricted={restricted} {...props} />
  ) : (
    <button type="button" className="tov-text-button" onClick={() => props.onChange({ words: '', readers: [] })}>
      {m.restricted_parts_add()}
    </button>
  )
