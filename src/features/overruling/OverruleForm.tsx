import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { useMay } from '#web/frame/me.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { today, toMoment } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { TimeField } from '#web/parts/TimeField.tsx'
import { correctCall, type listCompanyCalls } from '../calls/calls.schema.ts'
import { listRefusalReasons } from '../calls/refusal-reasons.schema.ts'
import { answers, refusals } from '../may-contact/answers.schema.ts'
import { answerWords } from '../may-contact/answers.table.ts'
import { listOwnAnswers } from '../own-answers/own-answers.schema.ts'
import { AlsoHolds } from './AlsoHolds.tsx'
import { undoCorrection } from './overruling.schema.ts'
import './overruling.css'

export type Call = RowOf<typeof listCompanyCalls>
type Form = ReturnType<typeof useContractForm<typeof correctCall>>
const isNo = (answer: unknown) => refusals.some((one) => one === answer)
const numbered = (value: string) => (value === '' ? null : Number(value))

/** The centre's own words for the answer that is chosen, and its reasons for a no. Neither must be chosen. */
const Closer = ({ form }: { form: Form }) => {
  const may = useMay()
  const own = useAnswer(listOwnAnswers, undefined, { when: may(listOwnAnswers) })
  const reasons = useAnswer(listRefusalReasons, undefined, { when: isNo(form.values.answer) })
  const reasonsOfOwn = own.data?.rows.find(({ id }) => id === form.values.ownId)?.reasons ?? []
  const words = (own.data?.rows ?? []).filter(({ answer }) => answer === form.values.answer)
  const option = ({ id, name }: { id: number; name: string }) => ({ value: String(id), label: name })
  const none = { value: '', label: m.overruling_none() }
  const pick = (name: 'ownId' | 'ownReasonId' | 'reasonId') => ({
    value: String(form.values[name] ?? ''),
    onChange: (event: React.ChangeEvent<HTMLSelectElement>) => {
      form.set(name, numbered(event.currentTarget.value))
      if (name === 'ownId') {
        form.set('ownReasonId', null)
        form.set('reasonId', null)
      }
    },
  })
  return (
    <>
      {words.length > 0 && (
        <NativeSelect label={m.overruling_own()} data={[none, ...words.map(option)]} {...pick('ownId')} />
      )}
      {reasonsOfOwn.length > 0 && (
        <NativeSelect
          label={m.own_answers_reason_label()}
          data={[none, ...reasonsOfOwn.map(option)]}
          {...pick('ownReasonId')}
        />
      )}
      {isNo(form.values.answer) && reasonsOfOwn.length === 0 && (reasons.data?.rows.length ?? 0) > 0 && (
        <NativeSelect
          label={m.overruling_reason()}
          data={[none, ...(reasons.data?.rows ?? []).map(option)]}
          {...pick('reasonId')}
        />
      )}
    </>
  )
}

const CallBack = ({ form }: { form: Form }) => {
  const [{ day, time }, setWhen] = useState({ day: '', time: '' })
  const choose = (when: { day: string; time: string }) => {
    setWhen(when)
    form.set('callBackAt', when.day && when.time ? toMoment(when.day, when.time) : null)
  }
  return (
    <div className="overruling-two">
      <DateField
        label={m.overruling_back_day()}
        min={today()}
        value={day}
        onChange={(to) => choose({ day: to, time })}
        error={form.field('callBackAt').error}
      />
      <TimeField label={m.overruling_back_time()} value={time} onChange={(to) => choose({ day, time: to })} />
    </div>
  )
}

type Props = { of: Call; apart: boolean; onDone: () => void }
/** Another answer counts instead, with the reason. `apart`: its workplaces answer each for itself. */
export const OverruleForm = ({ of, apart, onDone }: Props) => {
  const may = useMay()
  const form = useContractForm(correctCall, {
    initial: {
      answer: '',
      spokeWith: of.spokeWith,
      note: of.note,
      why: '',
      callBackAt: null,
      ownId: null,
      ownReasonId: null,
      reasonId: null,
      wholeCompany: apart && of.whole === true,
    },
    with: { params: { id: of.id } },
    says: ({ call: now }) => m.overruling_done({ answer: answerWords[now.answer]() }),
    ...(may(undoCorrection) && { undo: () => () => call(undoCorrection, { params: { id: of.id } }) }),
    onDone,
  })
  const choose = (answer: string) => {
    form.set('answer', answer)
    form.set('ownId', null)
    form.set('ownReasonId', null)
    if (isNo(answer)) return
    form.set('reasonId', null)
    form.set('wholeCompany', false)
  }
  const { answer } = form.values
  return (
    <ContractForm of={form} label={m.overruling_title()}>
      <p>{m.overruling_text({ answer: answerWords[of.answer](), who: of.caller })}</p>
      <AlsoHolds of={of} />
      <NativeSelect
        label={m.overruling_answer()}
        data={[
          { value: '', label: m.overruling_choose() },
          ...answers.map((value) => ({ value, label: answerWords[value]() })),
        ]}
        value={String(answer)}
        error={form.field('answer').error}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <Closer form={form} />
      {answer === 'call-back' && <CallBack form={form} />}
      {answer === 'wants-contact' && <p className="tov-dim">{m.overruling_wants_contact()}</p>}
      {apart && isNo(answer) && <Checkbox label={m.overruling_whole()} {...form.field('wholeCompany', 'checkbox')} />}
      <TextInput label={m.overruling_spoke_with()} maxLength={120} {...form.field('spokeWith')} />
      <Textarea label={m.overruling_note()} autosize minRows={2} maxLength={2000} {...form.field('note')} />
      <Textarea
        label={m.overruling_why()}
        description={m.overruling_why_help()}
        autosize
        minRows={2}
        maxLength={300}
        {...form.field('why')}
      />
      <SendButton of={form}>{m.overruling_send()}</SendButton>
    </ContractForm>
  )
}

/** The same from the call's own row in the thread. */
export const Overrule = ({ of, apart }: Omit<Props, 'onDone'>) => {
  const [open, setOpen] = useState(false)
  if (!of.can.correct) return null
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="tov-text-button" onClick={() => setOpen(true)}>
        {m.overruling_begin()}
      </button>
      {open && (
        <Dialog title={m.overruling_title()} onClose={close}>
          <OverruleForm of={of} apart={apart} onDone={close} />
        </Dialog>
      )}
    </>
  )
}

/** The first answer counts again. */
export const useUndo = (of: Call) => {
  const undo = useAct(undoCorrection, {
    says: ({ call: now }) =>
      now.answer === 'wants-contact'
        ? m.overruling_undone_no_meeting()
        : m.overruling_undone({ answer: answerWords[now.answer]() }),
  })
  return () => void undo.run({ params: { id: of.id } })
}
