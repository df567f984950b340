import { NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { saysDate } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { sourceOptions, sourceSays } from './number-words.table.ts'
import { setNumber, showNumber, takeNumberBack } from './phone-numbers.schema.ts'
import './phone-numbers.css'

type Props = { companyId: number; phone: string | null; onDone: () => void }
const Form = ({ companyId, phone, onDone }: Props) => {
  const form = useContractForm(setNumber, {
    initial: { phone: '', source: phone === null ? 'directory' : 'said', instead: phone },
    with: { params: { companyId } },
    says: () => m.phone_numbers_saved(),
    onDone,
  })
  return (
    <ContractForm of={form}>
      <TextInput
        type="tel"
        label={m.phone_numbers_phone()}
        description={phone === null ? undefined : m.phone_numbers_phone_hint()}
        {...form.field('phone')}
      />
      <NativeSelect label={m.phone_numbers_source()} data={sourceOptions()} {...form.field('source')} />
      <SendButton of={form} variant="default">
        {m.phone_numbers_save()}
      </SendButton>
    </ContractForm>
  )
}

const Opened = ({ onStop, children }: { onStop: () => void; children: ReactNode }) => (
  <div className="phone-numbers-form" {...useOpened(onStop)}>
    {children}
  </div>
)

/** Who found it, where and when; and the way back to what the register says. */
const Own = ({ companyId, phone }: { companyId: number; phone: string | null }) => {
  const { data } = useAnswer(showNumber, { params: { companyId } })
  const back = useAct(takeNumberBack, {
    says: () => m.phone_numbers_taken_back(),
    undo: (after) => () =>
      call(setNumber, {
        params: { companyId },
        body: { phone: phone ?? '', source: data?.own?.source ?? 'said', instead: after.phone },
      }),
  })
  if (!data?.own) return null
  const { source, saidOn, who } = data.own
  return (
    <span className="tov-dim tov-small phone-numbers-own">
      {m.phone_numbers_own({ source: sourceSays(source), date: saysDate(saidOn), who: who ?? 'Tovholder' })}{' '}
      <button type="button" className="tov-text-button" onClick={() => void back.run({ params: { companyId } })}>
        {m.phone_numbers_take_back()}
      </button>
    </span>
  )
}

type Shown = {
  companyId: number
  phone: string | null
  /** It is one of the centre's own, not the register's. */
  own: boolean
  /** The number as the page shows it. */
  children: ReactNode
}
/** The number to call, where it comes from, and the right one in its place; of none known: the way to find it. */
export const CompanyNumber = ({ companyId, phone, own, children }: Shown) => {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <div className="phone-numbers">
      <div>
        {phone === null ? m.phone_numbers_none() : children}{' '}
        <button type="button" className="tov-text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {phone === null ? m.phone_numbers_find() : m.phone_numbers_correct()}
        </button>
      </div>
      {own && <Own companyId={companyId} phone={phone} />}
      {open && (
        <Opened onStop={close}>
          <Form companyId={companyId} phone={phone} onDone={close} />
        </Opened>
      )}
    </div>
  )
}
