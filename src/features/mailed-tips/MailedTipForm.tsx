import { Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { useGo } from '#web/parts/Go.tsx'
import { findEnquirers } from '../enquiries/enquiries.schema.ts'
import { listPartners } from '../partners/partners.schema.ts'
import { makeMailedTip, refuseMailedTip, reopenMailedTip } from './mailed-tips.schema.ts'
import type { WholeMail } from './MailedTipReading.tsx'

type Written = {
  partnerId: number | null
  company: string
  companyId: number | null
  words: string
  mayName: boolean
  urgent: boolean
}
/** One company that the mail names by its number is filled in; a name alone may be another's. */
const begun = ({ partner, draft, companies }: WholeMail): Written => {
  const [only, ...more] = companies.filter(({ by }) => by === 'cvr')
  const company = more.length === 0 ? only : undefined
  return {
    ...{ partnerId: partner?.id ?? null, company: company?.name ?? '', companyId: company?.id ?? null },
    ...{ words: draft, mayName: false, urgent: false },
  }
}
type Part = { written: Written; write: (change: Partial<Written>) => void }

const From = ({ written, write }: Part) => {
  const partners = useAnswer(listPartners).data?.rows ?? []
  const choices = partners.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <Dropdown
      label={m.mailed_tips_form_partner()}
      required
      data={[{ value: '', label: '' }, ...choices]}
      value={written.partnerId === null ? '' : String(written.partnerId)}
      onChange={(value) => write({ partnerId: value === '' ? null : Number(value) })}
    />
  )
}

type Found = { id: number; name: string; town: string | null; says?: string }
const Choices = ({ rows, label, write }: { rows: readonly Found[]; label: string } & Pick<Part, 'write'>) => (
  <ul className="mailed-tips-found" aria-label={label}>
    {rows.map(({ id, name, town, says }) => (
      <li key={id}>
        <button type="button" onClick={() => write({ companyId: id, company: name })}>
          <b>{name}</b> {[town, says].filter(Boolean).join(' · ')}
        </button>
      </li>
    ))}
  </ul>
)

/** Those that the mail names are offered before anything is typed. */
const Company = ({ written, write, mail }: Part & { mail: WholeMail }) => {
  const q = useDeferredValue(written.company.trim())
  const looks = written.companyId === null && q.length >= 3
  const { data } = useAnswer(findEnquirers, { query: { q } }, { when: looks })
  const named = mail.companies.map(({ by, ...row }) => ({
    ...row,
    says: by === 'cvr' ? m.mailed_tips_form_by_cvr() : m.mailed_tips_form_by_name(),
  }))
  return (
    <div className="mailed-tips-company">
      <TextInput
        label={m.mailed_tips_form_company()}
        description={m.mailed_tips_form_company_hint()}
        maxLength={200}
        required
        value={written.company}
        onChange={(event) => write({ company: event.currentTarget.value, companyId: null })}
      />
      {written.companyId === null && q === '' && named.length > 0 && (
        <>
          <p className="tov-dim">{m.mailed_tips_form_proposed()}</p>
          <Choices rows={named} label={m.mailed_tips_form_proposed()} write={write} />
        </>
      )}
      {looks && data && <Choices rows={data.rows} label={m.mailed_tips_form_company()} write={write} />}
    </div>
  )
}

const MayName = ({ written, write }: Part) => (
  <Radio.Group
    label={m.mailed_tips_form_may_name()}
    value={written.mayName ? 'yes' : 'no'}
    onChange={(value) => write({ mayName: value === 'yes' })}
  >
    <div className="mailed-tips-radios">
      <Radio value="no" label={m.mailed_tips_form_no()} description={m.mailed_tips_form_no_hint()} />
      <Radio value="yes" label={m.mailed_tips_form_yes()} />
    </div>
  </Radio.Group>
)

/** What it becomes, or that it becomes nothing; both leave the list, and the tip opens where it is gone on with. */
const useSettling = ({ id }: WholeMail, close: () => void) => {
  const go = useGo()
  const params = { id }
  const make = useAct(makeMailedTip, {
    says: () => m.mailed_tips_said_made(),
    onDone: ({ tipId }) => go(`/aktoerer?tip=${tipId}`),
  })
  const refuse = useAct(refuseMailedTip, {
    says: () => m.mailed_tips_said_refused(),
    undo: () => () => call(reopenMailedTip, { params }),
    onDone: close,
  })
  return { make, refuse, params }
}

/** The tip it could be, filled in beside the mail: one press makes it. */
export const MailedTipForm = ({ mail, close }: { mail: WholeMail; close: () => void }) => {
  const [written, setWritten] = useState(() => begun(mail))
  const { make, refuse, params } = useSettling(mail, close)
  const part: Part = { written, write: (change) => setWritten((before) => ({ ...before, ...change })) }
  const send = () => {
    const { partnerId, ...form } = written
    if (partnerId !== null) void make.run({ params, body: { ...form, partnerId } })
  }
  return (
    <form
      className="tov-card mailed-tips-form"
      aria-label={m.mailed_tips_form_title()}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h2>{m.mailed_tips_form_title()}</h2>
      <From {...part} />
      <Company {...part} mail={mail} />
      <Textarea
        label={m.mailed_tips_form_words()}
        description={m.mailed_tips_form_words_hint()}
        maxLength={1000}
        required
        autosize
        minRows={4}
        value={written.words}
        onChange={(event) => part.write({ words: event.currentTarget.value })}
      />
      <MayName {...part} />
      <Checkbox
        label={m.mailed_tips_form_urgent()}
        checked={written.urgent}
        onChange={(event) => part.write({ urgent: event.currentTarget.checked })}
      />
      <div className="mailed-tips-acts">
        <Button type="submit" variant="filled" loading={make.running}>
          {m.mailed_tips_make()}
        </Button>
        <Button onClick={() => void refuse.run({ params })}>{m.mailed_tips_refuse()}</Button>
      </div>
    </form>
  )
}
