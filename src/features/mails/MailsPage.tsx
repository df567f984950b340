import { useSearch } from '@tanstack/react-router'
import * as m from '#texts'
import { useInfiniteAnswer } from '#web/data/answers.ts'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { useKeys } from '#web/data/keys.ts'
import { Page } from '#web/parts/Page.tsx'
import { sentenceOf } from '#web/data/problem.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { listMails } from './mails.schema.ts'
import { MailList } from './MailList.tsx'
import { MailReading } from './MailReading.tsx'
import './mails.css'

/** The outbox: what has been sent to whom. Without a mail server nothing leaves; it is read here instead. */
export default function MailsPage() {
  const { mail: id } = useSearch({ from: '/signed-in/framed/udbakke' })
  const change = useChangeSearch<{ mail: number }>()
  const list = useInfiniteAnswer(listMails, { query: {} })
  const chosen = list.rows.find((mail) => mail.id === id) ?? (id === undefined ? list.rows[0] : undefined)
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
        <div className="mails-mails" data-reading={id !== undefined || undefined}>
          <MailList
            mails={list.rows}
            smtp={list.first?.smtp ?? true}
            chosen={chosen?.id}
            open={open}
            more={list.hasMore ? list.more : undefined}
          />
          {chosen && <MailReading mail={chosen} smtp={list.first?.smtp ?? true} close={() => open(undefined)} />}
        </div>
      )}
    </Page>
  )
}
