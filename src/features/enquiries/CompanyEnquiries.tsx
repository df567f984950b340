import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate, saysDeadline } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { listEnquiries } from './enquiries.schema.ts'
import { whoseOf } from './EnquiryCard.tsx'
import './enquiries.css'

/** What they turned to us about and have no answer to yet: on the card of all. Nothing, when there is none. */
export const CompanyEnquiries = ({ companyId }: { companyId: number }) => {
  const { data } = useAnswer(listEnquiries, { query: { companyId, ended: 'false', limit: 20 } })
  if (!data || data.rows.length === 0) return null
  return (
    <Card title={m.enquiries_on_card()} right={<VisibilityMark who="centre" />} padded={false}>
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
