import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { first, saysDate, saysDay } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { CountForm, MoveDay } from './DayForms.tsx'
import { saysHours, type WholeDay } from './presence-words.tsx'
import * as contract from './presence-days.schema.ts'
import './presence-days.css'

type Part = { day: WholeDay }

/** A colleague is asked, in return for one of theirs or for none. */
const AskColleague = ({ day }: Part) => {
  const [toId, setTo] = useState(String(day.colleagues[0]?.id ?? ''))
  const [back, setBack] = useState('')
  const ask = useAct(contract.askColleague, {
    says: ({ asked }) => m.presence_days_said_asked({ who: asked?.who.name ?? '' }),
  })
  const theirs = day.colleagues.find(({ id }) => String(id) === toId)?.days ?? []
  return (
    <section className="presence-part" aria-label={m.presence_days_ask_title()}>
      <h3>{m.presence_days_ask_title()}</h3>
      <div className="presence-two">
        <Dropdown
          label={m.presence_days_ask_whom()}
          data={day.colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={toId}
          onChange={(value) => {
            setTo(value)
            setBack('')
          }}
        />
        <Dropdown
          label={m.presence_days_ask_return()}
          data={[
            { value: '', label: m.presence_days_ask_return_none() },
            ...theirs.map(({ id, onDay }) => ({ value: String(id), label: saysDate(onDay) })),
          ]}
          value={back}
          onChange={setBack}
        />
      </div>
      <Button
        disabled={toId === ''}
        onClick={() =>
          void ask.run({
            params: { id: day.id },
            body: { toId: Number(toId), inReturnId: back === '' ? null : Number(back) },
          })
        }
      >
        {m.presence_days_ask()}
      </Button>
    </section>
  )
}

const Give = ({ day }: Part) => {
  const [to, setTo] = useState('')
  const give = useAct(contract.givePresenceDay, {
    says: ({ person }) =>
      person ? m.presence_days_said_given({ who: person.name }) : m.presence_days_said_given_none(),
  })
  return (
    <section className="presence-part" aria-label={m.presence_days_give_title()}>
      <Dropdown
        label={m.presence_days_give_title()}
        data={[
          { value: '', label: m.presence_days_give_next() },
          ...day.colleagues.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={to}
        onChange={setTo}
      />
      <Button
        onClick={() => void give.run({ params: { id: day.id }, body: { personId: to === '' ? null : Number(to) } })}
      >
        {m.presence_days_give()}
      </Button>
    </section>
  )
}

const Answer = ({ day, onDone }: Part & { onDone: () => void }) => {
  const params = { id: day.id }
  const accept = useAct(contract.acceptPresenceDay, { says: () => m.presence_days_said_accepted(), onDone })
  const decline = useAct(contract.stopAskingColleague, { says: () => m.presence_days_said_declined(), onDone })
  return (
    <div className="tov-dialog-foot">
      <Button variant="filled" onClick={() => void accept.run({ params })}>
        {m.presence_days_accept()}
      </Button>
      <Button onClick={() => void decline.run({ params })}>{m.presence_days_decline()}</Button>
    </div>
  )
}

const CallOff = ({ day }: Part) => {
  const [asking, setAsking] = useState(false)
  const off = useAct(contract.callOffPresenceDay, { says: () => m.presence_days_said_called_off() })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.presence_days_call_off()}</Button>
      <Ask
        open={asking}
        title={m.presence_days_call_off_title({ partner: day.partner.name })}
        yes={m.presence_days_call_off()}
        onClose={() => setAsking(false)}
        onYes={() => {
          setAsking(false)
          void off.run({ params: { id: day.id } })
        }}
      >
        {m.presence_days_call_off_text({ partner: day.partner.name })}
      </Ask>
    </>
  )
}

/** Nobody came of us: nothing is counted, and nothing waits. */
const NotHeld = ({ day, onDone }: Part & { onDone: () => void }) => {
  const off = useAct(contract.callOffPresenceDay, { says: () => m.presence_days_not_held(), onDone })
  return <Button onClick={() => void off.run({ params: { id: day.id } })}>{m.presence_days_not_held()}</Button>
}

const Facts = ({ day }: Part) => {
  const over = new Date(day.endsAt) <= new Date()
  const { asked } = day
  const who = day.person
    ? (over ? m.presence_days_who_had : m.presence_days_who_has)({ who: day.person.name })
    : m.presence_days_nobody_has()
  return (
    <>
      <p>
        <b>
          {first(saysDay(day.onDay))} {saysHours(day)}
        </b>
        {day.place && ` · ${day.place}`}
      </p>
      {day.movedFrom && day.movedFrom !== day.onDay && (
        <p>{m.presence_days_moved_from({ day: saysDay(day.movedFrom) })}</p>
      )}
      <p>{day.calledOff ? m.presence_days_called_off() : who}</p>
      {day.passedOver.length > 0 && (
        <p className="tov-dim">{m.presence_days_passed_over({ names: day.passedOver.join(', ') })}</p>
      )}
      {asked && (
        <p>
          {asked.inReturn
            ? m.presence_days_is_asked_return({
                ...{ who: asked.who.name, by: asked.by.name },
                date: saysDate(asked.inReturn),
              })
            : m.presence_days_is_asked({ who: asked.who.name, by: asked.by.name })}
        </p>
      )}
    </>
  )
}

/** One day at a partner's: whose it is, a colleague who could take it, and afterwards how many came. */
export const DayDialog = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const { data: day, error } = useAnswer(contract.showPresenceDay, { params: { id } })
  const back = useAct(contract.stopAskingColleague, { says: () => m.presence_days_said_taken_back() })
  const title = day ? m.presence_days_day_at({ partner: day.partner.name }) : m.presence_days_title()
  return (
    <Dialog title={title} onClose={onClose}>
      {!day && (error ? <p>{error.title}</p> : <GreyRows count={3} />)}
      {day && (
        <div className="presence-whole">
          <Facts day={day} />
          {day.can.answer && <Answer day={day} onDone={onClose} />}
          {day.can.takeBack && !day.can.answer && (
            <Button onClick={() => void back.run({ params: { id } })}>{m.presence_days_take_back()}</Button>
          )}
          {day.can.ask && <AskColleague day={day} />}
          {day.can.give && <Give day={day} />}
          {day.can.move && <MoveDay key={`${day.startsAt} ${day.endsAt}`} day={day} />}
          {day.can.callOff && <CallOff day={day} />}
          {day.can.sayNotHeld && <NotHeld day={day} onDone={onClose} />}
          {day.can.count && <CountForm key={`${day.id} ${day.counted}`} day={day} onDone={onClose} />}
          {!day.can.count && day.counted && <p>{m.presence_days_counted()}</p>}
        </div>
      )}
    </Dialog>
  )
}
