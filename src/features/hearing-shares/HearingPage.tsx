import { useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer, useInfiniteAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { SearchField } from '#web/parts/Filters.tsx'
import { number } from '#web/parts/numbers.ts'
import { Page } from '#web/parts/Page.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { ContactsCard } from '../school-contacts/ContactsCard.tsx'
import { HearingRows } from '../hearings/HearingRows.tsx'
import { listHeardCompanies, showHearing } from '../hearings/hearings.schema.ts'
import { MatchPanel } from '../matching/MatchPanel.tsx'
import { Decide, useDecisions } from '../hearings/decisions.tsx'
import { useDeciding } from './deciding.tsx'
import { Deadline, HandIn } from './HandIn.tsx'
import { listHearingShares } from './hearing-shares.schema.ts'
import { Empty, type Hearing, notRecognised, subtitle } from './nobody-known.tsx'
import { AskKey, ShareActions, ShareCard, ShareWords } from './ShareCard.tsx'
import { type Shares, useShares } from './shares.tsx'
import '../lists/lists.css'
import '../hearings/hearings.css'
import './hearing-shares.css'

const Progress = ({ hearing }: { hearing: Hearing }) => {
  const { known, knownLeft, struck } = hearing.counts
  const seen = known - knownLeft
  return (
    <div className="hearing-progress">
      <span>{m.hearings_progress({ seen: number(seen), known: number(known), struck: number(struck) })}</span>
      <progress max={Math.max(1, known)} value={seen} aria-label={m.hearings_progress_label()} />
    </div>
  )
}

type Tab = 'mine' | 'known' | 'unknown'
type Found = { tab: Tab; q: string }
type TopProps = { hearing: Hearing; mine: number; found: Found; onFind: (part: Partial<Found>) => void }
const Top = ({ hearing, mine, found, onFind }: TopProps) => {
  const { counts } = hearing
  const tabs = [
    ...(mine > 0 ? [{ value: 'mine' as const, label: `${m.hearing_shares_tab_mine()} ${number(mine)}` }] : []),
    { value: 'known' as const, label: `${m.hearings_tab_known()} ${number(counts.known)}` },
    { value: 'unknown' as const, label: `${m.hearings_tab_unknown()} ${number(counts.unknown)}` },
  ]
  return (
    <div className="hearing-top">
      <Choices label={m.hearings_tabs()} value={found.tab} onChange={(tab) => onFind({ tab })} options={tabs} />
      <SearchField label={m.lists_search()} value={found.q} onChange={(q) => onFind({ q })} />
      {hearing.comparing > 0 && (
        <p className="hearing-comparing tov-dim" role="status">
          {m.hearings_comparing()}
        </p>
      )}
      {hearing.locked > 0 && (
        <p className="hearing-comparing" role="status">
          {hearing.possible
            ? m.hearings_locked({ count: number(hearing.locked) })
            : m.hearings_locked_no_key({ count: number(hearing.locked) })}
        </p>
      )}
      {counts.known > 0 && <Progress hearing={hearing} />}
    </div>
  )
}

/** Who was asked sees first what he was asked about. */
const useFound = (shares: Shares) => {
  const [first] = useState<Tab>(shares.askedOfMe ? 'mine' : 'known')
  const { tab = first, q = '' } = useSearch({ from: '/signed-in/framed/hoering/$id' })
  const found: Found = { tab: tab === 'mine' && shares.mine.length === 0 ? 'known' : tab, q }
  const only = { only: shares.mine.join(',') }
  const known = { known: found.tab === 'known' ? ('true' as const) : ('false' as const) }
  return { found, query: { limit: 100, ...(found.tab === 'mine' ? only : known), ...(q && { q }) } }
}

const Heard = ({ hearing, shared }: { hearing: Hearing; shared: AnswerOf<typeof listHearingShares> }) => {
  const shares = useShares(hearing.id, shared)
  const { found, query } = useFound(shares)
  const change = useChangeSearch<Found>()
  const list = useInfiniteAnswer(listHeardCompanies, { params: { id: hearing.id }, query })
  const decisions = useDecisions(hearing)
  const rows = list.rows.map((row) => decisions.applied(row))
  const deciding = useDeciding({ hearing, rows, decisions, more: list.more, onAsk: (one) => shares.ask([one]) })
  const { row, shown, choose, strike, keep, ours, undo, why, setWhy } = deciding
  const panel = row && (
    <MatchPanel row={row} nobody={notRecognised(hearing)} why={why} onWhy={setWhy}>
      <ShareWords row={row} shares={shares} />
      <Decide row={row} hearing={hearing} onStrike={strike} onKeep={keep} onOurs={ours} onUndo={undo} />
      <ShareActions row={row} shares={shares} />
    </MatchPanel>
  )
  return (
    <HearingFrame hearing={hearing} panel={panel} beside={<ShareCard shares={shares} rows={rows} />}>
      <Top hearing={hearing} mine={shares.mine.length} found={found} onFind={change} />
      <HearingRows
        rows={rows}
        list={list}
        at={row?.companyId}
        atRef={shown}
        onChoose={choose}
        onToggle={decisions.toggle}
        noteOf={shares.noteOf}
        canStrike={hearing.can.strike}
        strikesCertain={found.tab === 'known' && hearing.can.strike}
        onStrikeCertain={decisions.strikeCertain}
        panel={panel}
        moreKeys={shares.can && <AskKey />}
        empty={<Empty hearing={hearing} tab={found.tab} searching={found.q !== ''} />}
      />
      {shares.dialog}
    </HearingFrame>
  )
}

type Frame = { hearing: Hearing; panel: ReactNode; beside: ReactNode; children: ReactNode }
const HearingFrame = ({ hearing, panel, beside, children }: Frame) => (
  <Page
    title={m.hearings_of({ list: hearing.list.name })}
    subtitle={subtitle(hearing)}
    up={{ to: '/udtraek', text: m.web_nav_lists() }}
    actions={
      <>
        <Deadline hearing={hearing} />
        <HandIn hearing={hearing} />
      </>
    }
    asideWidth={400}
    aside={
      <>
        <div className="hearing-beside">{panel}</div>
        {beside}
        <WhoSees handsIn={hearing.handsIn} />
        {hearing.can.upload && <ContactsCard />}
      </>
    }
  >
    {children}
  </Page>
)

const WhoSees = ({ handsIn }: Pick<Hearing, 'handsIn'>) => (
  <Card title={m.hearings_who_sees()}>
    <p className="tov-dim">{m.hearings_who_sees_text()}</p>
    {handsIn && <p className="tov-dim">{m.hearings_hands_in()}</p>}
  </Card>
)

/** A hearing as one's own school sees it: recognised companies first, struck or kept with a key each. */
export default () => {
  const id = Number(useParams({ from: '/signed-in/framed/hoering/$id' }).id)
  const { data, error } = useAnswer(showHearing, { params: { id } })
  const shares = useAnswer(listHearingShares, { params: { id } })
  if (data && shares.data) return <Heard hearing={data} shared={shares.data} />
  const refused = error ?? shares.error
  return (
    <Page title={m.hearings_hearing()} up={{ to: '/udtraek', text: m.web_nav_lists() }}>
      {refused && <EmptyState title={refused.title}>{refused.detail}</EmptyState>}
    </Page>
  )
}
