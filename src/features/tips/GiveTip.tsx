import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useDeferredValue, useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { sayDone } from '#web/data/notices.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { looksLikeAPerson } from '#platform/text/looks-like-a-person.shared'
import type { findTipped } from './giving.schema.ts'
import { Asked, asWrittenAtFirst, MayName, tipOf } from './TipFields.tsx'
import { NotKept, type TipBody, type useTipsOnTheirWay } from './TipsOnTheirWay.tsx'
import './tips.css'

type Found = AnswerOf<typeof findTipped>['rows'][number]
/** Looks companies up as who gives the tip may: signed in, or by a link. */
export type FindTipped = (q: string) => { data: AnswerOf<typeof findTipped> | undefined }

type Written = typeof asWrittenAtFirst & Required<Pick<TipBody, 'company' | 'companyId' | 'words' | 'urgent'>>
const blank: Written = { ...asWrittenAtFirst, company: '', companyId: null, words: '', urgent: false }

type Part = { written: Written; write: (change: Partial<Written>) => void }
const Company = ({ written, write, find }: Part & { find: FindTipped }) => {
  const q = useDeferredValue(written.company.trim())
  const { data } = find(written.companyId === null ? q : '')
  const choose = ({ id, name }: Found) => write({ companyId: id, company: name })
  const open = written.companyId === null && q.length >= 3
  return (
    <div className="tips-company">
      <TextInput
        label={m.tips_form_company()}
        description={m.tips_form_company_hint()}
        maxLength={200}
        required
        value={written.company}
        onChange={(event) => write({ company: event.currentTarget.value, companyId: null })}
      />
      {open && data && data.rows.length > 0 && (
        <ul className="tips-found">
          {data.rows.map((found) => (
            <li key={found.id}>
              <button type="button" onClick={() => choose(found)}>
                <b>{found.name}</b> {found.town}
              </button>
            </li>
          ))}
        </ul>
      )}
      {open && data?.rows.length === 0 && <p className="tov-dim">{m.tips_form_not_found()}</p>}
    </div>
  )
}

const hintOf = ({ words, company }: Written) => {
  const found = looksLikeAPerson(words, company)
  if (!found) return null
  return found.kind === 'number'
    ? { stops: true, says: m.tips_form_hint_number() }
    : { stops: false, says: m.tips_form_hint_name({ name: found.found }) }
}

type Props = {
  way: ReturnType<typeof useTipsOnTheirWay>
  find: FindTipped
  /** Whether, and where, a tip can be given by mail. */
  byMail: ReactNode
  onDone?: () => void
}
/** What is written, and what becomes of it when it is sent; a hint is told once, and then it may be sent all the same. */
const useTip = ({ way: { waiting, send }, onDone }: Props) => {
  const [written, setWritten] = useState(blank)
  const [wrong, setWrong] = useState('')
  const [sending, setSending] = useState(false)
  const [hinted, setHinted] = useState('')
  const hint = hintOf(written)
  const write = (change: Partial<Written>) => {
    setWrong('')
    setWritten((before) => ({ ...before, ...change }))
  }
  const press = async () => {
    if (sending) return
    if (hint && (hint.stops || hinted !== hint.says)) {
      setHinted(hint.says)
      return
    }
    setSending(true)
    try {
      sayDone((await send(tipOf(written))) === 'sent' ? m.tips_form_said() : m.tips_form_waits())
      setWritten(blank)
      setHinted('')
      onDone?.()
    } catch (error) {
      setWrong(error instanceof NotKept ? m.tips_form_not_kept() : sentenceOf(error, m.web_failed()))
    } finally {
      setSending(false)
    }
  }
  return { part: { written, write }, wrong, sending, waiting, press, hint: hint && hinted === hint.says ? hint : null }
}

const Words = ({ written, write }: Part) => (
  <Textarea
    label={m.tips_form_words()}
    description={m.tips_form_words_hint()}
    maxLength={1000}
    required
    autosize
    minRows={3}
    value={written.words}
    onChange={(event) => write({ words: event.currentTarget.value })}
  />
)

/** Tell of a company: kept here until it has arrived, whatever the network does. */
export const GiveTip = (props: Props) => {
  const { part, wrong, sending, waiting, press, hint } = useTip(props)
  return (
    <form
      className="tips-form"
      aria-label={m.tips_form_title()}
      onSubmit={(event) => {
        event.preventDefault()
        void press()
      }}
    >
      {waiting > 0 && <p role="status">{m.tips_form_waits()}</p>}
      <Company {...part} find={props.find} />
      <Words {...part} />
      {hint && (
        <p className="tips-hint" role="alert">
          {hint.says}
        </p>
      )}
      <MayName {...part} />
      <Checkbox
        label={m.tips_form_urgent()}
        description={m.tips_form_urgent_hint()}
        checked={part.written.urgent}
        onChange={(event) => part.write({ urgent: event.currentTarget.checked })}
      />
      <Asked {...part} />
      <p className="tov-dim">{m.tips_form_note()}</p>
      {props.byMail}
      {wrong && (
        <p className="tov-form-problem" role="alert">
          {wrong}
        </p>
      )}
      <Button type="submit" variant="filled" fullWidth aria-disabled={sending || undefined}>
        {hint && !hint.stops ? m.tips_form_send_anyway() : m.tips_form_send()}
      </Button>
    </form>
  )
}
