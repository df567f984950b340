import { useSearch } from '@tanstack/react-router'
import * as m from '#texts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useKeys } from '#web/data/keys.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { LetterList, Letters } from '#web/parts/Letters.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Page } from '#web/parts/Page.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { MailboxNotices } from '../incoming-mails/MailboxNotices.tsx'
import { MailedReportReading } from './MailedReportReading.tsx'
import { daysKept } from '../incoming-mails/incoming-mails.schema.ts'
import { listMailedReports } from './mailed-reports.schema.ts'
import { StrangersAside } from './StrangersAside.tsx'
import './mailed-reports.css'

type Row = RowOf<typeof listMailedReports>

const Empty = ({ settled }: { settled: boolean }) =>
  settled ? (
    <EmptyState title={m.mailed_reports_empty_settled({ days: daysKept })}>
      {m.mailed_reports_empty_settled_text({ days: daysKept })}
    </EmptyState>
  ) : (
    <EmptyState title={m.mailed_reports_empty()}>{m.mailed_reports_empty_text()}</EmptyState>
  )

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

/** The one that is read, and the keys that lead from it to its neighbours. */
const useReading = (rows: readonly Row[], mail: number | undefined) => {
  const change = useChangeSearch<{ mail: number; vis: 'laeste' }>()
  const chosen = mail ?? rows[0]?.id
  const open = (id: number | undefined) => change({ mail: id }, { history: mail === undefined })
  const step = (by: number) => {
    const next = rows[rows.findIndex(({ id }) => id === chosen) + by]
    if (next) open(next.id)
  }
  useKeys([
    { key: 'j', says: m.mailed_reports_next(), run: () => step(1) },
    { key: 'k', says: m.mailed_reports_before(), run: () => step(-1) },
  ])
  return { chosen, open, change }
}

/** Mails about visits that lie in nobody's draft: those that wait, and what each says. */
export default function MailedReportsPage() {
  const { mail, vis } = useSearch({ from: '/signed-in/framed/mails-om-besoeg' })
  const settled = vis !== undefined
  const list = useAnswer(listMailedReports, { query: { vis: settled ? 'settled' : 'waits' } })
  const rows = list.data?.rows ?? []
  const { chosen, open, change } = useReading(rows, mail)
  const label = settled ? m.mailed_reports_settled_list({ days: daysKept }) : m.mailed_reports_waits_list()
  return (
    <Page title={m.mailed_reports_title()} subtitle={m.mailed_reports_subtitle()}>
      {list.isPending && <GreyRows />}
      {list.error && <ListFailed list={list} />}
      <MailboxNotices />
      {list.data && !list.data.receives && <p className="tov-dim">{m.mailed_reports_off()}</p>}
      {list.data && rows.length === 0 && <Empty settled={settled} />}
      {chosen !== undefined && (
        <Letters
          reading={mail !== undefined}
          list={
            list.data &&
            rows.length > 0 && (
              <LetterList
                {...{ label, chosen, open }}
                letters={rows.map(letterOf)}
                after={!settled && <StrangersAside strangers={list.data.strangers} close={() => open(undefined)} />}
              />
            )
          }
        >
          <MailedReportReading key={chosen} id={chosen} close={() => open(undefined)} />
        </Letters>
      )}
      {list.data?.more && <p className="tov-dim">{m.mailed_reports_more({ count: rows.length })}</p>}
      {list.data && (
        <p className="mailed-reports-foot">
          <button
            type="button"
            className="tov-text-button"
            onClick={() => change({ vis: settled ? undefined : 'laeste', mail: undefined })}
          >
            {settled ? m.mailed_reports_show_waits() : m.mailed_reports_show_settled()}
          </button>
          <Go className="tov-link" to="/kalender">
            {m.mailed_reports_back()}
          </Go>
        </p>
      )}
    </Page>
  )
}
