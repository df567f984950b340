import type { ComponentProps, ComponentType, ReactNode } from 'react'
import * as m from '#texts'
import type { ApiProblem } from '#web/data/problem.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useKeys } from '#web/data/keys.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { LetterList, Letters } from '#web/parts/Letters.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Page } from '#web/parts/Page.tsx'
import { MailboxNotices } from './MailboxNotices.tsx'
import './incoming-mails.css'

/** Which mail is open (none: the first), and whether those that are settled are shown. */
export type MailsSearch = { mail?: number | undefined; vis?: 'laeste' | undefined }
/** A page's own words, for those that wait or those that are settled: what it shows. */
type Words = {
  title: string
  subtitle: string
  label: string
  empty: { title: string; text: string }
  others: string
}
/** Mails of strangers that wait, listed or not, and since when the last of them does. */
export type Strangers = { count: number; upTo: string | null }
type List<Row> = {
  data: { rows: readonly Row[]; more: boolean; strangers: Strangers } | undefined
  isPending: boolean
  error: ApiProblem | null
  again?: (() => void) | undefined
}
type Props<Row> = {
  search: MailsSearch
  list: List<Row>
  words: Words
  letterOf: (row: Row) => ComponentProps<typeof LetterList>['letters'][number]
  /** What stands over the mails once they are there, and at the foot. */
  over: ReactNode
  foot: ReactNode
  OfStrangers: ComponentType<{ strangers: Strangers; close: () => void }>
  Reading: ComponentType<{ id: number; close: () => void }>
}

/** Mails that wait for a person, one of them read beside the list; those that are settled are behind one press. */
export const MailsPage = <Row extends { id: number }>(props: Props<Row>) => {
  const { search, list, words, letterOf, over, foot, OfStrangers, Reading } = props
  const change = useChangeSearch<MailsSearch>()
  const rows = list.data?.rows ?? []
  const settled = search.vis !== undefined
  const chosen = search.mail ?? rows[0]?.id
  const open = (mail: number | undefined) => change({ mail }, { history: search.mail === undefined })
  const close = () => open(undefined)
  const step = (by: number) => {
    const next = rows[rows.findIndex(({ id }) => id === chosen) + by]
    if (next) open(next.id)
  }
  useKeys([
    { key: 'j', says: m.incoming_mails_next(), run: () => step(1) },
    { key: 'k', says: m.incoming_mails_before(), run: () => step(-1) },
  ])
  const letters = list.data && rows.length > 0 && (
    <LetterList
      {...{ label: words.label, letters: rows.map(letterOf), chosen, open }}
      after={!settled && <OfStrangers strangers={list.data.strangers} close={close} />}
    />
  )
  return (
    <Page title={words.title} subtitle={words.subtitle}>
      {list.isPending && <GreyRows />}
      {list.error && <ListFailed list={list} />}
      <MailboxNotices />
      {list.data && over}
      {list.data && rows.length === 0 && <EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>}
      {chosen !== undefined && (
        <Letters reading={search.mail !== undefined} list={letters}>
          <Reading key={chosen} id={chosen} close={close} />
        </Letters>
      )}
      {list.data?.more && <p className="tov-dim">{m.incoming_mails_more({ count: rows.length })}</p>}
      {list.data && (
        <p className="incoming-mails-foot">
          <button
            type="button"
            className="tov-text-button"
            onClick={() => change({ vis: settled ? undefined : 'laeste', mail: undefined })}
          >
            {settled ? m.incoming_mails_show_waits() : words.others}
          </button>
          {foot}
        </p>
      )}
    </Page>
  )
}

type Aside = {
  strangers: Strangers
  says: (count: number) => string
  act: { running: boolean; run: (input: { body: { upTo: string } }) => Promise<unknown> }
}
/** Where several strangers wait, all that waits of them is put away together, listed or not: what has come since stays. */
export const StrangersAside = ({ strangers: { count, upTo }, says, act }: Aside) =>
  count > 1 &&
  upTo !== null && (
    <button type="button" className="tov-text-button" onClick={() => !act.running && void act.run({ body: { upTo } })}>
      {says(count)}
    </button>
  )
