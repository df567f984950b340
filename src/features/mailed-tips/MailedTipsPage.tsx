import { useSearch } from '@tanstack/react-router'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useKeys } from '#web/data/keys.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { Letters } from '#web/parts/Letters.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Page } from '#web/parts/Page.tsx'
import { daysKept } from '../incoming-mails/incoming-mails.schema.ts'
import { MailboxNotices } from '../incoming-mails/MailboxNotices.tsx'
import { MailedTipList } from './MailedTipList.tsx'
import { MailedTipReading } from './MailedTipReading.tsx'
import { listMailedTips } from './mailed-tips.schema.ts'
import { TipAddress } from './TipAddress.tsx'
import './mailed-tips.css'

const Empty = ({ settled }: { settled: boolean }) =>
  settled ? (
    <EmptyState title={m.mailed_tips_empty_settled({ days: daysKept })}>
      {m.mailed_tips_empty_settled_text({ days: daysKept })}
    </EmptyState>
  ) : (
    <EmptyState title={m.mailed_tips_empty()}>{m.mailed_tips_empty_text()}</EmptyState>
  )
const saysDropped = (count: number) =>
  count === 1 ? m.mailed_tips_dropped_one({ days: daysKept }) : m.mailed_tips_dropped_many({ count, days: daysKept })

/** Mails to the address for tips: those that wait, and each one's text beside the tip that can be made of it. */
export default function MailedTipsPage() {
  const { mail, vis } = useSearch({ from: '/signed-in/framed/tip-i-mails' })
  const change = useChangeSearch<{ mail: number; vis: 'laeste' }>()
  const settled = vis !== undefined
  const list = useAnswer(listMailedTips, { query: { vis: settled ? 'settled' : 'waits' } })
  const rows = list.data?.rows ?? []
  const chosen = mail ?? rows[0]?.id
  const open = (id: number | undefined) => change({ mail: id }, { history: mail === undefined })
  const step = (by: number) => {
    const next = rows[rows.findIndex(({ id }) => id === chosen) + by]
    if (next) open(next.id)
  }
  useKeys([
    { key: 'j', says: m.mailed_tips_next(), run: () => step(1) },
    { key: 'k', says: m.mailed_tips_before(), run: () => step(-1) },
  ])
  return (
    <Page title={m.mailed_tips_title()} subtitle={m.mailed_tips_subtitle()}>
      {list.isPending && <GreyRows />}
      {list.error && <ListFailed list={list} />}
      <MailboxNotices />
      {list.data && <TipAddress address={list.data.address} />}
      {list.data && rows.length === 0 && <Empty settled={settled} />}
      {chosen !== undefined && (
        <Letters
          reading={mail !== undefined}
          list={
            list.data &&
            rows.length > 0 && (
              <MailedTipList mails={rows} strangers={list.data.strangers} {...{ chosen, open, settled }} />
            )
          }
        >
          <MailedTipReading key={chosen} id={chosen} close={() => open(undefined)} />
        </Letters>
      )}
      {list.data?.more && <p className="tov-dim">{m.mailed_tips_more({ count: rows.length })}</p>}
      {list.data && (
        <p className="mailed-tips-foot">
          <button
            type="button"
            className="tov-text-button"
            onClick={() => change({ vis: settled ? undefined : 'laeste', mail: undefined })}
          >
            {settled ? m.mailed_tips_show_waits() : m.mailed_tips_show_settled()}
          </button>
          <Go className="tov-link" to="/aktoerer">
            {m.mailed_tips_back()}
          </Go>
        </p>
      )}
      {list.data && list.data.dropped > 0 && <p className="tov-dim">{saysDropped(list.data.dropped)}</p>}
    </Page>
  )
}
