import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { IconPhone, IconPlayerPause } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { saysNear } from '#web/parts/dates.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Row, RowButton, Rows } from '#web/parts/Rows.tsx'
import { meetingForms } from '../diaries/diaries.schema.ts'
import { changeHorizon, changeOffer, nameVisitors } from './capacity.schema.ts'
import { type Capacity, manyOf, offered } from './capacity-words.tsx'

type List = Capacity['lists'][number]

/** Chosen is said: free times, what is kept for a call, and the pause go by it from now on. */
const Offer = ({ list }: { list: List }) => {
  const params = { listId: list.id }
  const change = useAct(changeOffer, {
    says: ({ form }) => m.capacity_offer_saved({ what: offered[form]() }),
    undo: () => () => call(changeOffer, { params, body: { form: list.form } }),
  })
  return (
    <div>
      <Choices
        label={m.capacity_offer()}
        value={list.form}
        options={meetingForms.map((form) => ({ value: form, label: offered[form]() }))}
        onChange={(form) => void change.run({ params, body: { form } })}
      />
      {list.pausedBecause === 'none' && <p role="status">{m.capacity_offer_none({ many: manyOf[list.form]() })}</p>}
      <p className="tov-dim">{m.capacity_offer_text()}</p>
    </div>
  )
}

const ListDialog = ({ list, capacity, onClose }: { list: List; capacity: Capacity; onClose: () => void }) => {
  const before = (list.visitors ?? []).map(({ personId }) => personId)
  const [chosen, setChosen] = useState<readonly number[]>(before)
  const params = { listId: list.id }
  const name = useAct(nameVisitors, {
    says: () => m.capacity_visitors_saved(),
    undo: () => () => call(nameVisitors, { params, body: { personIds: before } }),
    onDone: onClose,
  })
  return (
    <Dialog title={m.capacity_visitors_title({ list: list.name })} onClose={onClose}>
      <Offer list={list} />
      <form
        className="capacity-form"
        onSubmit={(event) => {
          event.preventDefault()
          void name.run({ params, body: { personIds: [...chosen] } })
        }}
      >
        <p className="tov-dim">{m.capacity_visitors_text()}</p>
        {capacity.people.map(({ personId, name: who, school }) => (
          <Checkbox
            key={personId}
            label={who}
            description={school ?? m.capacity_of_centre()}
            checked={chosen.includes(personId)}
            onChange={(event) =>
              setChosen(event.currentTarget.checked ? [...chosen, personId] : chosen.filter((id) => id !== personId))
            }
          />
        ))}
        <div className="tov-dialog-foot">
          <Button type="submit" variant="filled">
            {m.capacity_visitors_save()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const pausedWords = {
  full: [m.capacity_list_paused, m.capacity_list_paused_open],
  none: [m.capacity_list_paused_none_until, m.capacity_list_paused_none],
  'no-time': [m.capacity_list_paused_no_time_until, m.capacity_list_paused_no_time],
  away: [m.capacity_list_paused, m.capacity_list_paused_away],
} as const
const stateSays = ({ form, pausedUntil, pausedBecause }: List) => {
  if (pausedBecause === null) return m.capacity_list_calling()
  if (pausedBecause === 'left') return m.capacity_list_paused_left()
  const [again, open] = pausedWords[pausedBecause]
  const many = manyOf[form]()
  return pausedUntil ? again({ many, when: saysNear(pausedUntil) }) : open({ many })
}

const Horizon = ({ weeks }: { weeks: number }) => {
  const change = useAct(changeHorizon, {
    says: (answer) => m.capacity_horizon_saved({ weeks: answer.weeks }),
    undo: () => () => call(changeHorizon, { body: { weeks } }),
  })
  return (
    <NativeSelect
      className="capacity-horizon"
      size="sm"
      label={m.capacity_horizon()}
      value={String(weeks)}
      data={Array.from({ length: 12 }, (_, n) => ({
        value: String(n + 1),
        label: m.capacity_horizon_weeks({ weeks: n + 1 }),
      }))}
      onChange={(event) => void change.run({ body: { weeks: Number(event.currentTarget.value) } })}
    />
  )
}

type Shown = { capacity: Capacity; openId: number | undefined; onOpen: (id: number | undefined) => void }
/** What is called, for whom, and what pauses until when; `openId`: the one that somebody was led to. */
export const CalledLists = ({ capacity, openId, onOpen }: Shown) => {
  const open = capacity.lists.find(({ id }) => id === openId)
  if (capacity.lists.length === 0) return null
  // What pauses is read first.
  const lists = capacity.lists.toSorted((one, other) => Number(other.paused) - Number(one.paused))
  const forWhom = ({ visitors }: List) => {
    if (!visitors) return undefined
    return visitors.length === 0
      ? m.capacity_for_all()
      : m.capacity_for({ who: visitors.map(({ name }) => name).join(', ') })
  }
  return (
    <>
      <Rows title={m.capacity_lists()}>
        {lists.map((list) => (
          <Row
            key={list.id}
            icon={list.paused ? IconPlayerPause : IconPhone}
            tone={list.paused ? 'venter' : 'fri'}
            title={list.name}
            text={[offered[list.form](), forWhom(list)].filter(Boolean).join(' · ')}
            state={stateSays(list)}
            action={list.visitors && <RowButton onClick={() => onOpen(list.id)}>{m.capacity_visitors()}</RowButton>}
          />
        ))}
      </Rows>
      {capacity.can.ask && <Horizon weeks={capacity.horizon} />}
      {open?.visitors && <ListDialog list={open} capacity={capacity} onClose={() => onOpen(undefined)} />}
    </>
  )
}
