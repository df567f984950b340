import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { AnswerOf, InputOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { PasswordField } from '../sign-in/PasswordField.tsx'
import { addOtherCalendar, searchCalendars } from './other-calendars.schema.ts'
import { saysTrouble } from './trouble-words.table.ts'

type Done = { onDone: () => void }
const saysAdded = () => m.other_calendars_added()

/** The address of a published calendar. */
const ByAddress = ({ onDone }: Done) => {
  const initial = { kind: 'ics' as const, url: '', name: '' }
  const form = useContractForm(addOtherCalendar, { initial, says: saysAdded, onDone })
  return (
    <ContractForm of={form} label={m.other_calendars_ics()}>
      <TextInput
        label={m.other_calendars_url()}
        description={m.other_calendars_url_help()}
        required
        autoComplete="off"
        spellCheck={false}
        {...form.field('url')}
      />
      <TextInput
        label={m.other_calendars_name()}
        description={m.other_calendars_name_help()}
        autoComplete="off"
        {...form.field('name')}
      />
      <p className="tov-dim">{m.other_calendars_kept()}</p>
      <div className="tov-dialog-foot">
        <SendButton of={form}>{m.other_calendars_save()}</SendButton>
      </div>
    </ContractForm>
  )
}

type Login = InputOf<typeof searchCalendars>['body']
type Found = AnswerOf<typeof searchCalendars>
/** What the server has, or why it says nothing. */
const Choosing = ({ found, login, onDone }: { found: Found; login: Login } & Done) => {
  const add = useAct(addOtherCalendar, { says: saysAdded, onDone })
  const { trouble, calendars } = found
  if (trouble || calendars.length === 0)
    return (
      <p role="alert" className="other-calendar-trouble">
        {trouble ? saysTrouble[trouble]() : m.other_calendars_none_found()}
      </p>
    )
  return (
    <div role="group" aria-label={m.other_calendars_choose()} className="other-calendars-found">
      <p role="status">{m.other_calendars_choose()}</p>
      {calendars.map(({ url, name }) => (
        <Button
          key={url}
          onClick={() =>
            void add.run({ body: { kind: 'caldav', url, name, user: login.user, password: login.password } })
          }
        >
          {m.other_calendars_choose_one({ name: name || url })}
        </Button>
      ))}
    </div>
  )
}

/** A calendar server: first whose calendars there are, then which of them. */
const ByServer = ({ onDone }: Done) => {
  const [found, setFound] = useState<{ answer: Found; login: Login }>()
  const form = useContractForm(searchCalendars, {
    initial: { url: '', user: '', password: '' },
    onDone: (answer, { body }) => setFound({ answer, login: body }),
  })
  return (
    <>
      <ContractForm of={form} label={m.other_calendars_caldav()}>
        <TextInput
          label={m.other_calendars_server()}
          description={m.other_calendars_server_help()}
          required
          autoComplete="off"
          spellCheck={false}
          {...form.field('url')}
        />
        <TextInput label={m.other_calendars_user()} required autoComplete="off" {...form.field('user')} />
        <PasswordField
          label={m.other_calendars_password()}
          description={m.other_calendars_password_help()}
          required
          autoComplete="off"
          {...form.field('password')}
        />
        <p className="tov-dim">{m.other_calendars_kept()}</p>
        <div className="tov-dialog-foot">
          <SendButton of={form}>{m.other_calendars_find()}</SendButton>
        </div>
      </ContractForm>
      {found && <Choosing found={found.answer} login={found.login} onDone={onDone} />}
    </>
  )
}

export const AddOtherCalendar = () => {
  const [way, setWay] = useState<'ics' | 'caldav'>()
  const place = useRef<HTMLDivElement>(null)
  const was = useRef(way)
  // What was pressed is gone: whoever goes by keyboard goes on where the next step is.
  useEffect(() => {
    if ((was.current === undefined) !== (way === undefined))
      place.current?.querySelector<HTMLElement>('input:not([type="radio"]), button')?.focus()
    was.current = way
  }, [way])
  if (way === undefined)
    return (
      <div ref={place} className="tov-dialog-foot">
        <Button onClick={() => setWay('ics')}>{m.other_calendars_add()}</Button>
      </div>
    )
  const done = () => setWay(undefined)
  return (
    <div ref={place} className="other-calendars-new">
      <Choices
        label={m.other_calendars_ways()}
        value={way}
        options={[
          { value: 'ics', label: m.other_calendars_ics() },
          { value: 'caldav', label: m.other_calendars_caldav() },
        ]}
        onChange={setWay}
      />
      {way === 'ics' ? <ByAddress onDone={done} /> : <ByServer onDone={done} />}
    </div>
  )
}
