import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysNearMoment } from '#web/parts/dates.ts'
import { Quote } from '#web/parts/Thread.tsx'
import { answerCompanyMessage, listCompanyMessages, reopenCompanyMessage } from './company-messages.schema.ts'
import './company-messages.css'

type Message = RowOf<typeof listCompanyMessages>

/** How they got their answer: one press each, and it waits no more. */
const ways = [
  { how: 'mail', label: m.company_messages_by_mail },
  { how: 'phone', label: m.company_messages_by_phone },
  { how: 'met', label: m.company_messages_when_met },
] as const
const Answer = ({ message: { id, email, company } }: { message: Message }) => {
  const answer = useAct(answerCompanyMessage, {
    says: () => m.company_messages_said_answered(),
    undo: () => () => call(reopenCompanyMessage, { params: { id } }),
  })
  return (
    <div className="company-messages-answer">
      {email && (
        <Button
          component="a"
          href={`mailto:${email}?subject=${encodeURIComponent(m.company_messages_reply_subject({ company }))}`}
          leftSection={<IconMail size={16} aria-hidden />}
        >
          {m.company_messages_write({ email })}
        </Button>
      )}
      <div role="group" aria-label={m.company_messages_answered_how()} className="company-messages-ways">
        <span className="tov-dim">{m.company_messages_answered_how()}</span>
        {ways.map(({ how, label }) => (
          <Button key={how} onClick={() => void answer.run({ params: { id }, body: { how } })}>
            {label()}
          </Button>
        ))}
      </div>
    </div>
  )
}

const One = ({ message }: { message: Message }) => {
  const { writer, sentAt, words, answeredBy, answeredAt, reader, can } = message
  const when = saysNearMoment(sentAt)
  const reads = reader ? m.company_messages_reads({ who: reader }) : m.company_messages_reads_coordinators()
  return (
    <div className="company-messages-one">
      <p className="tov-dim tov-small">
        {writer ? m.company_messages_from({ who: writer, when }) : when}
        {' · '}
        {answeredAt
          ? m.company_messages_answered_by({ who: answeredBy ?? '', when: saysNearMoment(answeredAt) })
          : reads}
      </p>
      <Quote>{words}</Quote>
      {can.answer && <Answer message={message} />}
    </div>
  )
}

/** What the company wrote on its own page, on its card; nothing where it wrote nothing lately. */
export const CompanyMessages = ({ companyId }: { companyId: number }) => {
  const { data } = useAnswer(listCompanyMessages, { query: { companyId } })
  if (!data || data.rows.length === 0) return null
  return (
    <Card title={m.company_messages_title()}>
      {data.rows.map((message) => (
        <One key={message.id} message={message} />
      ))}
    </Card>
  )
}
