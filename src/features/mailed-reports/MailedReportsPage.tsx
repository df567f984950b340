import { useSearch } from '@tanstack/react-router'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Go } from '#web/parts/Go.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { MailsPage, type Strangers, StrangersAside } from '../incoming-mails/MailsPage.tsx'
import { daysKept } from '../incoming-mails/incoming-mails.schema.ts'
import { MailedReportReading } from './MailedReportReading.tsx'
import { listMailedReports, refuseReportStrangers, reopenMailedReports } from './mailed-reports.schema.ts'
import './mailed-reports.css'

type Row = RowOf<typeof listMailedReports>

const wordsOf = (settled: boolean) => ({
  ...{
    title: m.mailed_reports_title(),
    subtitle: m.mailed_reports_subtitle(),
    others: m.mailed_reports_show_settled(),
  },
  label: settled ? m.mailed_reports_settled_list({ days: daysKept }) : m.mailed_reports_waits_list(),
  empty: settled
    ? {
        title: m.mailed_reports_empty_settled({ days: daysKept }),
        text: m.mailed_reports_empty_settled_text({ days: daysKept }),
      }
    : { title: m.mailed_reports_empty(), text: m.mailed_reports_empty_text() },
})

const saysState = ({ settledAt, givenTo, laidAside }: Row) => {
  if (settledAt === null) return null
  if (givenTo) return m.mailed_reports_is_given({ name: givenTo.name })
  return laidAside ? m.mailed_reports_is_aside_by_house() : m.mailed_reports_is_aside()
}
/** A name anyone can write: who is not known goes by the address. */
const letterOf = (row: Row) => {
  const state = saysState(row)
  return {
    ...{ id: row.id, at: row.cameAt, about: row.meeting.company },
    who: row.person?.name ?? (row.fromAddress || m.incoming_mails_nobody()),
    tag: state && <StateTag>{state}</StateTag>,
  }
}

const OfStrangers = ({ strangers, close }: { strangers: Strangers; close: () => void }) => {
  const refuse = useAct(refuseReportStrangers, {
    says: ({ ids }) =>
      ids.length === 1 ? m.mailed_reports_said_refused() : m.mailed_reports_said_refused_some({ count: ids.length }),
    undo:
      ({ ids }) =>
      () =>
        call(reopenMailedReports, { body: { ids } }),
    onDone: close,
  })
  return (
    <StrangersAside {...{ strangers, act: refuse }} says={(count) => m.mailed_reports_refuse_strangers({ count })} />
  )
}

/** Mails about visits that lie in nobody's draft: those that wait, and what each says. */
export default function MailedReportsPage() {
  const search = useSearch({ from: '/signed-in/framed/mails-om-besoeg' })
  const settled = search.vis !== undefined
  const list = useAnswer(listMailedReports, { query: { vis: settled ? 'settled' : 'waits' } })
  return (
    <MailsPage
      {...{ search, list, letterOf, words: wordsOf(settled), OfStrangers, Reading: MailedReportReading }}
      over={list.data && !list.data.receives && <p className="tov-dim">{m.mailed_reports_off()}</p>}
      foot={
        <Go className="tov-link" to="/kalender">
          {m.mailed_reports_back()}
        </Go>
      }
    />
  )
}
