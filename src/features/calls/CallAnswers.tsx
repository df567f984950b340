import { TextInput } from '@mantine/core'
import type { Ref } from 'react'
import * as m from '#texts'
import { useMe } from '#web/frame/me.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { today } from '#web/parts/dates.ts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { TimeField } from '#web/parts/TimeField.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import type { AnswerWord } from '../may-contact/answers.schema.ts'
import { OwnAnswers } from '../own-answers/OwnAnswers.tsx'
import { CallRefusal, isRefusal } from './CallRefusal.tsx'
import { answerKeys, type Company, consequenceOf } from './call-words.table.tsx'

/** What the caller has chosen and typed about one company. */
export type Typed = {
  answer: AnswerWord | null
  spokeWith: string
  /** Of those we know there; null: a name that was typed. */
  personId: number | null
  email: string
  note: string
  backDay: string
  backTime: string
  /** The centre's own word for the answer. */
  ownId: number | null
  /** Why, of the reasons under that word. */
  ownReasonId: number | null
  /** Why not, of the centre's list. */
  reasonId: number | null
  /** Said of the whole company, not only of this workplace. */
  whole: boolean
}
export const nothingTyped: Typed = {
  answer: null,
  spokeWith: '',
  personId: null,
  email: '',
  note: '',
  backDay: '',
  backTime: '',
  ownId: null,
  ownReasonId: null,
  reasonId: null,
  whole: false,
}

type Props = {
  company: Company
  typed: Typed
  fields: { spokeWith: Ref<HTMLInputElement>; backTime: Ref<HTMLInputElement>; note: Ref<HTMLTextAreaElement> }
  booking: boolean
  nameMissing: boolean
  onType: (change: Partial<Typed>) => void
}

const AnswerButton = ({
  company,
  typed,
  onType,
  one,
}: Pick<Props, 'company' | 'typed' | 'onType'> & { one: (typeof answerKeys)[number] }) => (
  <button
    type="button"
    className="calls-answer"
    data-answer={one.answer}
    aria-pressed={typed.answer === one.answer}
    onClick={() => onType({ answer: one.answer, ownId: null, ownReasonId: null })}
  >
    <b>{one.says()}</b>
    <KeyCap>{one.key}</KeyCap>
    <span className="calls-answer-leads">{consequenceOf(company, one.answer)}</span>
  </button>
)

const CallBack = ({ typed, fields, onType }: Pick<Props, 'typed' | 'fields' | 'onType'>) => (
  <div className="calls-fields">
    <DateField
      size="sm"
      label={m.calls_back_day()}
      min={today()}
      value={typed.backDay}
      onChange={(backDay) => onType({ backDay })}
    />
    <TimeField
      size="sm"
      label={m.calls_back_time()}
      value={typed.backTime}
      ref={fields.backTime}
      onChange={(backTime) => onType({ backTime })}
    />
  </div>
)

const InvitationTo = ({ typed, onType }: Pick<Props, 'typed' | 'onType'>) => {
  const { mails } = useMe()
  return (
    <TextInput
      inputMode="email"
      size="sm"
      label={m.calls_email()}
      description={mails ? undefined : m.calls_email_waits()}
      value={typed.email}
      maxLength={200}
      autoComplete="off"
      onChange={(event) => onType({ email: event.currentTarget.value })}
    />
  )
}

/** What they said, in their words. Escape gives the keys back to the answers. */
const Said = ({ typed, fields, onType }: Pick<Props, 'typed' | 'fields' | 'onType'>) => (
  <div className="calls-said">
    <div className="calls-note-top">
      <label htmlFor="calls-note">{m.calls_what_said()}</label> <KeyCap>n</KeyCap>
      <span className="calls-note-help">
        {m.calls_note_help()} <VisibilityMark who={whoReads['call-words']} />
      </span>
    </div>
    <textarea
      id="calls-note"
      className="calls-note"
      ref={fields.note}
      rows={2}
      maxLength={2000}
      value={typed.note}
      onChange={(event) => onType({ note: event.currentTarget.value })}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  </div>
)

/** "Hvad svarede de?": one key an answer, each with its consequence; and what they said, which goes along to the visit. */
export const CallAnswers = ({ company, typed, fields, booking, nameMissing, onType }: Props) => (
  <section className="tov-card calls-card" aria-labelledby="calls-answered">
    <div className="calls-card-top">
      <h2 id="calls-answered">{m.calls_what_answered()}</h2>
      <span className="tov-dim calls-keys-hint">
        <KeyCap>1</KeyCap> {m.calls_to()} <KeyCap>8</KeyCap>
      </span>
    </div>
    <div className="calls-answers" role="group" aria-label={m.calls_what_answered()}>
      {answerKeys.map((one) => (
        <AnswerButton key={one.key} company={company} typed={typed} onType={onType} one={one} />
      ))}
    </div>
    {typed.answer && <OwnAnswers company={company} typed={typed} onType={onType} />}
    {isRefusal(typed) && <CallRefusal company={company} typed={typed} onType={onType} />}
    {typed.answer === 'call-back' && <CallBack typed={typed} fields={fields} onType={onType} />}
    <div className="calls-words">
      <div className="calls-who">
        <TextInput
          label={m.calls_spoke_with()}
          value={typed.spokeWith}
          maxLength={120}
          autoComplete="off"
          size="sm"
          ref={fields.spokeWith}
          error={nameMissing && m.calls_name_missing()}
          onChange={(event) => onType({ spokeWith: event.currentTarget.value, personId: null })}
        />
        {booking && <InvitationTo typed={typed} onType={onType} />}
      </div>
      <Said typed={typed} fields={fields} onType={onType} />
    </div>
  </section>
)
