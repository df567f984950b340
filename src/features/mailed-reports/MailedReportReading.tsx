import { Button } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { first, saysDate, saysMoment, saysNearMoment } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { Letter } from '#web/parts/Letters.tsx'
import { daysKept } from '../incoming-mails/incoming-mails.schema.ts'
import { MailText } from '../incoming-mails/MailText.tsx'
import { daysOpen } from '../mailed-words/mailed-words.schema.ts'
import * as contract from './mailed-reports.schema.ts'

type Mail = AnswerOf<typeof contract.showMailedReport>
type Part = { mail: Mail }

/** Why it waits instead of lying in a draft. */
const saysWhy = ({ parked, person }: Mail): string => {
  const name = person?.name ?? ''
  const says = {
    stranger: m.mailed_reports_why_stranger,
    forged: m.incoming_mails_made_up,
    'not-there': () => m.mailed_reports_why_not_there({ name }),
    'not-held': () => m.mailed_reports_why_not_held({ name }),
    reported: () => m.mailed_reports_why_reported({ name }),
    ended: () => m.mailed_reports_why_ended({ name, days: daysOpen }),
  }
  return says[parked]()
}
const Head = ({ mail }: Part) => {
  const { fromName: name, fromAddress: address, asideOn, cameAt, meeting } = mail
  const from = name ? m.incoming_mails_from({ name, address }) : m.incoming_mails_from_address({ address })
  return (
    <>
      <p>{first(saysNearMoment(cameAt))}</p>
      <p>{address ? from : m.incoming_mails_nobody()}</p>
      <p>
        <Go className="tov-link" to={`/besoeg/${meeting.id}/rapport`}>
          {m.mailed_reports_about({ company: meeting.company, when: saysMoment(meeting.startsAt) })}
        </Go>
      </p>
      <p className="mailed-reports-why">{saysWhy(mail)}</p>
      {asideOn !== null && <p>{m.mailed_reports_stranger_ends({ day: saysDate(asideOn) })}</p>}
    </>
  )
}

/** Whoever went gets it into the draft that only he reads; or it is laid aside. */
const Choice = ({ mail: { id, goers, can }, close }: Part & { close: () => void }) => {
  const params = { id }
  const give = useAct(contract.giveMailedReport, {
    says: () => m.mailed_reports_said_given(),
    undo: () => () => call(contract.takeBackMailedReport, { params }),
    onDone: close,
  })
  const refuse = useAct(contract.refuseMailedReport, {
    says: () => m.mailed_reports_said_refused(),
    undo: () => () => call(contract.reopenMailedReport, { params }),
    onDone: close,
  })
  return (
    <div className="tov-card mailed-reports-choice">
      <p>{can.give ? m.mailed_reports_give_text() : m.mailed_reports_give_not()}</p>
      <div className="mailed-reports-acts">
        {can.give &&
          goers.map(({ id: personId, name }) => (
            <Button
              key={personId}
              variant="filled"
              loading={give.running}
              onClick={() => void give.run({ params, body: { personId } })}
            >
              {m.mailed_reports_give({ name })}
            </Button>
          ))}
        <Button onClick={() => void refuse.run({ params })}>{m.mailed_reports_refuse()}</Button>
      </div>
    </div>
  )
}

/** What became of it, and the way back while nobody has gone on with it. */
const Settled = ({ mail: { id, givenTo, laidAside, can } }: Part) => {
  const params = { id }
  const reopen = useAct(contract.reopenMailedReport, { says: () => m.mailed_reports_said_reopened() })
  const back = useAct(contract.takeBackMailedReport, { says: () => m.mailed_reports_said_reopened() })
  const aside = laidAside ? m.mailed_reports_is_aside_by_house() : m.mailed_reports_is_aside()
  return (
    <div className="tov-card mailed-reports-choice">
      <p>{givenTo ? m.mailed_reports_is_given({ name: givenTo.name }) : aside}</p>
      {can.takeBack && <Button onClick={() => void back.run({ params })}>{m.mailed_reports_take_back()}</Button>}
      {can.reopen && <Button onClick={() => void reopen.run({ params })}>{m.mailed_reports_reopen()}</Button>}
      <p className="tov-dim">{m.mailed_reports_erased_later({ days: daysKept })}</p>
    </div>
  )
}

export const MailedReportReading = ({ id, close }: { id: number; close: () => void }) => {
  const { data: mail, error } = useAnswer(contract.showMailedReport, { params: { id } })
  if (!mail)
    return error ? (
      <EmptyState title={m.web_list_failed()}>{sentenceOf(error, m.web_failed())}</EmptyState>
    ) : (
      <GreyRows count={4} />
    )
  return (
    <div className="mailed-reports-both">
      <Letter
        heading={mail.subject || m.incoming_mails_no_subject()}
        back={{ says: m.mailed_reports_all(), go: close }}
        head={<Head mail={mail} />}
      >
        <MailText mail={mail} />
      </Letter>
      {mail.settledAt === null ? <Choice mail={mail} close={close} /> : <Settled mail={mail} />}
    </div>
  )
}
