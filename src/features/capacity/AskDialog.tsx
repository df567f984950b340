import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { answerAsk, askForMore } from './capacity.schema.ts'
import { oneOf } from './capacity-waiting.table.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { type Capacity, calledFor, fullKinds, manyOf, offered, type Person, weekSays } from './capacity-words.tsx'

type Week = Capacity['weeks'][number]
/** Who has a number for the week, or one of the kind, did not agree to none, is there, and is not asked already. */
export const askable = ({ people }: Capacity, { on }: Week, kind: MeetingForm): Person[] =>
  people.filter((person) => {
    const week = person.weeks.find((one) => one.on === on)
    if (week?.state !== 'open') return false
    const numbers = [week.meetings, ...week.kinds.flatMap(({ form, most }) => (form === kind ? [most] : []))]
    const hasNumber = numbers.some((one) => one !== null) && !numbers.includes(0)
    return hasNumber && !person.asked.some((one) => one.on === on)
  })

/** Who can give one more in a week: each answers for himself. */
export const AskDialog = ({ capacity, week, onClose }: { capacity: Capacity; week: Week; onClose: () => void }) => {
  const forms = calledFor(capacity)
  const [form, setForm] = useState(forms[0])
  const people = askable(capacity, week, form)
  const [without, setWithout] = useState<readonly number[]>([])
  const chosen = people.flatMap(({ personId }) => (without.includes(personId) ? [] : [personId]))
  const says = { what: oneOf[form](), many: manyOf[form](), week: week.week }
  const ask = useAct(askForMore, { says: ({ asked }) => m.capacity_asked({ count: asked }), onDone: onClose })
  return (
    <Dialog title={m.capacity_ask_title(says)} onClose={onClose}>
      <form
        className="capacity-form"
        onSubmit={(event) => {
          event.preventDefault()
          void ask.run({ body: { week: week.on, form, personIds: chosen } })
        }}
      >
        {forms.length > 1 && (
          <Choices
            label={m.capacity_ask_what()}
            value={form}
            options={forms.map((value) => ({ value, label: offered[value]() }))}
            onChange={setForm}
          />
        )}
        <p className="tov-dim">{m.capacity_ask_text(says)}</p>
        {people.map((person) => {
          const found = person.weeks.find(({ on }) => on === week.on)
          return (
            <Checkbox
              key={person.personId}
              label={person.name}
              description={found && [weekSays(found), ...fullKinds(found)].join(', ')}
              checked={chosen.includes(person.personId)}
              onChange={(event) =>
                setWithout(
                  event.currentTarget.checked
                    ? without.filter((id) => id !== person.personId)
                    : [...without, person.personId],
                )
              }
            />
          )
        })}
        <div className="tov-dialog-foot">
          <Button type="submit" variant="filled" disabled={chosen.length === 0}>
            {m.capacity_ask_send({ count: chosen.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type Asked = { id: number; week: number; form: MeetingForm; own: string; onClose: () => void }
/** I am asked: one more that week, or not. */
export const AskedDialog = ({ id, week, form, own, onClose }: Asked) => {
  const answer = useAct(answerAsk, {
    says: (_, { body }) => (body.gives ? m.capacity_gave({ week }) : m.capacity_gave_not()),
    onDone: onClose,
  })
  const say = (gives: boolean) => void answer.run({ params: { id }, body: { gives } })
  return (
    <Dialog title={m.capacity_asked_title({ what: oneOf[form](), week })} cross={false} onClose={onClose}>
      <p>{own}</p>
      <div className="tov-dialog-foot">
        <Button onClick={() => say(false)}>{m.capacity_give_not()}</Button>
        <Button variant="filled" onClick={() => say(true)}>
          {m.capacity_give({ week })}
        </Button>
      </div>
    </Dialog>
  )
}
