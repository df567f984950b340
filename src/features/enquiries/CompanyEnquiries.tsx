import { Textarea, TextInput } from '@mantine/core'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate, saysDeadline } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Go } from '#web/parts/Go.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { listEnquiries, registerEnquiry } from './enquiries.schema.ts'
import { whoseOf } from './EnquiryCard.tsx'
import './enquiries.css'

/** What they turned to us about and have no answer to yet: on the card of all. Nothing, when there is none. */
export const CompanyEnquiries = ({ companyId }: { companyId: number }) => {
  const { data } = useAnswer(listEnquiries, { query: { companyId, ended: 'false', limit: 20 } })
  if (!data || data.rows.length === 0) return null
  return (
    <Card title={m.enquiries_on_card()} right={<VisibilityMark who={whoReads.enquiry} />} padded={false}>
      <ul className="enquiries-reach">
        {data.rows.map((enquiry) => (
          <li key={enquiry.id}>
            <div>
              <Go className="tov-link" to={`/henvendelser?nr=${enquiry.id}`}>
                {enquiry.matter}
              </Go>
              <div className="tov-dim tov-small">
                {enquiry.name}, {saysDate(enquiry.receivedAt)}. {whoseOf(enquiry)}
              </div>
            </div>
            <StateTag tone={enquiry.late ? 'galt' : 'venter'}>{saysDeadline(enquiry.dueOn)}</StateTag>
          </li>
        ))}
      </ul>
    </Card>
  )
}

type Called = { company: { id: number; name: string }; onDone: () => void }
/** They are on the phone: who, and what they wanted. It is answered by who has them there, now. */
export const CalledThemselves = ({ company, onDone }: Called) => {
  const form = useContractForm(registerEnquiry, {
    initial: {
      ...{ way: 'phone', companyId: company.id, company: company.name, number: '', name: '', phone: '', email: '' },
      ...{ matter: '', field: null, wanted: '', schoolId: null, mine: true },
    },
    says: () => m.enquiries_said_called(),
    onDone,
  })
  return (
    <ContractForm of={form} label={m.enquiries_called_themselves()}>
      <p>{m.enquiries_called_text()}</p>
      <TextInput label={m.enquiries_called_name()} maxLength={120} autoComplete="off" {...form.field('name')} />
      <Textarea label={m.enquiries_called_matter()} autosize minRows={2} maxLength={1000} {...form.field('matter')} />
      <SendButton of={form} variant="default">
        {m.enquiries_called_save()}
      </SendButton>
    </ContractForm>
  )
}
