import { useSearch } from '@tanstack/react-router'
import * as m from '#texts'
import { useAnswer, useInfiniteAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { useKeys } from '#web/data/keys.ts'
import { Letters } from '#web/parts/Letters.tsx'
import { Page } from '#web/parts/Page.tsx'
import { sentenceOf } from '#web/data/problem.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { listMails, showMail } from './mails.schema.ts'
import { MailList } from './MailList.tsx'
import { MailReading } from './MailReading.tsx'
import './mails.css'

/** One mail of one's own, for who does not run the centre: from what waits. */
const OwnMail = ({ id }: { id: number }) => {
  const { data, error, isPending } = useAnswer(showMail, { params: { id } })
  return (
    <Page title={m.web_nav_mails()} subtitle={m.mails_own()}>
      {isPending && <GreyRows />}
      {error && <EmptyState title={m.web_list_failed()}>{sentenceOf(error, m.web_failed())}</EmptyState>}
      {data && <MailReading mail={data} />}
    </Page>
  )
}

/** The outbox: what has been sent to whom. Without a mail server nothing leaves; it is read here instead. */
const AllMails = ({ id }: { id: number | undefined }) => {
  const change = useChangeSearch<{ mail: number }>()
  const list = useInfiniteAnswer(listMails, { query: {} })
  const listed = list.rows.find((mail) => mail.id === id) ?? (id === undefined ? list.rows[0] : undefined)
  // What waits may be older than what is listed.
  const older = useAnswer(
    showMail,
    { params: { id: id ?? 0 } },
    { when: id !== undefined && !listed && !list.isPending },
  )
  const chosen = listed ?? older.data
  const open = (mail: number | undefined) => change({ mail }, { history: id === undefined })
  const step = (by: number) => {
    const next = list.rows[list.rows.findIndex((mail) => mail.id === chosen?.id) + by]
    if (next) change({ mail: next.id })
  }
  useKeys([
    { key: 'j', says: m.mails_next(), run: () => step(1) },
    { key: 'k', says: m.mails_before(), run: () => step(-1) },
  ])
  const subtitle = list.first && (list.first.smtp ? m.mails_smtp() : m.mails_no_smtp())
  return (
    <Page title={m.web_nav_mails()} subtitle={subtitle}>
      {list.isPending && <GreyRows />}
      {list.error && <EmptyState title={m.web_list_failed()}>{sentenceOf(list.error, m.web_failed())}</EmptyState>}
      {list.first && list.rows.length === 0 && <EmptyState title={m.mails_empty()}>{m.mails_empty_text()}</EmptyState>}
      {list.rows.length > 0 && (
        <Letters
          reading={id !== undefined}
          list={
            <MailList mails={list.rows} chosen={chosen?.id} open={open} more={list.hasMore ? list.more : undefined} />
          }
        >
          {chosen && <MailReading key={chosen.id} mail={chosen} close={() => open(undefined)} />}
        </Letters>
      )}
    </Page>
  )
}

export default function MailsPage() {
  const { mail: id } = useSearch({ from: '/signed-in/framed/udbakke' })
  const may = useMay()
  return id === undefined || may(listMails) ? <AllMails id={id} /> : <OwnMail key={id} id={id} />
}
