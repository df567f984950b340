import { TextInput } from '@mantine/core'
import { useDeferredValue } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { findEnquirers } from '../enquiries/enquiries.schema.ts'
import { listPartners } from '../partners/partners.schema.ts'
import type { asWrittenAtFirst } from '../tips/TipFields.tsx'
import type { WholeMail } from './MailedTipReading.tsx'

export type Written = typeof asWrittenAtFirst & {
  partnerId: number | null
  company: string
  companyId: number | null
  words: string
  urgent: boolean
}
export type Part = { written: Written; write: (change: Partial<Written>) => void }

export const From = ({ written, write }: Part) => {
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
export const Company = ({ written, write, mail }: Part & { mail: WholeMail }) => {
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
