import { useParams, useSearch } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { type AnswerOf, z } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer, useInfiniteAnswer } from '#web/data/answers.ts'
import { saidIn } from '#web/data/problem.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { saysMoment, saysNearMoment } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { SearchField } from '#web/parts/Filters.tsx'
import { useKeys } from '#web/data/keys.ts'
import { useNotice } from '#web/data/notices.ts'
import { number } from '#web/parts/numbers.ts'
import { Page } from '#web/parts/Page.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { ContactsCard } from '../school-contacts/ContactsCard.tsx'
import { type Heard as HeardRow, HearingRows } from './HearingRows.tsx'
import { answerHearing, listHeardCompanies, reopenAnswer, showHearing } from './hearings.schema.ts'
import { MatchPanel } from '../matching/MatchPanel.tsx'
import { Decide, type Decisions, useDecisions } from './decisions.tsx'
import '../lists/lists.css'
import './hearings.css'

type Hearing = AnswerOf<typeof showHearing>
const Deadline = ({ hearing }: { hearing: Hearing }) => {
  if (hearing.endedAt) return <StateTag>{m.hearings_ended_at({ when: saysMoment(hearing.endedAt) })}</StateTag>
  if (hearing.answeredAt)
    return (
      <StateTag tone="fri">
        {m.hearings_answered_by({ who: hearing.answeredBy ?? '', when: saysNearMoment(hearing.answeredAt) })}
      </StateTag>
    )
  return <StateTag tone="venter">{m.hearings_deadline_near({ when: saysNearMoment(hearing.deadline) })}</StateTag>
}

const HandIn = ({ hearing }: { hearing: Hearing }) => {
  const params = { id: hearing.id }
  const reopen = useAct(reopenAnswer, { says: () => m.hearings_reopened() })
  const [left, setLeft] = useState<number>()
  const answer = useAct(answerHearing, {
    says: () => m.hearings_handed_in(),
    undo: () => () => reopen.run({ params }),
    // A colleague's new contacts may know more than the page has counted.
    onProblem: (problem) => {
      const notLookedAt = saidIn(problem, 'notLookedAt', z.int())
      setLeft(notLookedAt)
      return notLookedAt !== undefined
    },
  })
  const handIn = (notLookedAt: number) => void answer.run({ params, body: { notLookedAt } })
  if (hearing.can.reopen) return <Button onClick={() => void reopen.run({ params })}>{m.hearings_reopen()}</Button>
  if (!hearing.can.answer)
    return hearing.handsIn ? <span className="tov-dim">{m.hearings_hands_in_who({ who: hearing.handsIn })}</span> : null
  const count = number(left ?? 0)
  return (
    <>
      <Button
        variant={hearing.counts.knownLeft === 0 && hearing.contacts > 0 ? 'filled' : 'default'}
        onClick={() => handIn(0)}
      >
        {m.hearings_hand_in()}
      </Button>
      <Ask
        open={left !== undefined}
        title={m.hearings_hand_in_left({ count })}
        yes={m.hearings_hand_in_anyway()}
        onYes={() => handIn(left ?? 0)}
        onClose={() => setLeft(undefined)}
      >
        <p>{m.hearings_hand_in_left_text({ count })}</p>
      </Ask>
    </>
  )
}

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

const subtitle = ({ counts, contacts }: Hearing) =>
  contacts === 0
    ? m.hearings_no_contacts({ total: number(counts.total) })
    : m.hearings_subtitle({ total: number(counts.total), known: number(counts.known) })

const Empty = ({ hearing, tab, searching }: { hearing: Hearing; tab: string; searching: boolean }) => {
  if (searching)
    return (
      <EmptyState inCard title={m.lists_nobody()}>
        {m.lists_nobody_text()}
      </EmptyState>
    )
  if (tab === 'unknown')
    return (
      <EmptyState inCard title={m.hearings_all_known()}>
        {m.hearings_all_known_text()}
      </EmptyState>
    )
  return (
    <EmptyState inCard title={m.hearings_none_known()}>
      {hearing.contacts === 0
        ? m.hearings_none_known_upload()
        : hearing.comparing > 0
          ? m.hearings_none_known_yet()
          : m.hearings_none_known_text()}
    </EmptyState>
  )
}

/** Which row the keys are on, moved by j and k; the row's own panel stands beside it. */
const useCursor = (rows: readonly HeardRow[], more: () => void) => {
  const [at, setAt] = useState<number | undefined>(undefined)
  const shown = useRef<HTMLDivElement>(null)
  const found = rows.findIndex((row) => row.companyId === at)
  const index = found < 0 ? 0 : found
  const put = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (!row) return
    setAt(row.companyId)
    if (to >= rows.length - 20) more()
    // The row stays in the middle, and has the focus: whoever listens hears it.
    requestAnimationFrame(() => {
      shown.current?.scrollIntoView({ block: 'center' })
      shown.current?.querySelector('button')?.focus({ preventScroll: true })
    })
  }
  return { row: rows[index], index, shown, put, choose: (row: HeardRow) => setAt(row.companyId) }
}

/** Strike, keep and undo on the row under the cursor; a decision moves on to the next. */
const useDeciding = (hearing: Hearing, rows: readonly HeardRow[], decisions: Decisions, more: () => void) => {
  const cursor = useCursor(rows, more)
  const notice = useNotice()
  const decide = (act: (row: HeardRow) => void) => () => {
    if (!cursor.row || !hearing.can.strike) return
    act(cursor.row)
    cursor.put(cursor.index + 1)
  }
  const strike = decide(decisions.strike)
  const keep = decide(decisions.keep)
  const ours = decide(decisions.ours)
  const [why, setWhy] = useState(false)
  const undo = () => {
    if (cursor.row && hearing.can.strike) decisions.undo(cursor.row)
  }
  const down = () => cursor.put(cursor.index + 1)
  const up = () => cursor.put(cursor.index - 1)
  useKeys([
    { key: 'j', says: m.web_key_down(), run: down },
    { key: 'k', says: m.web_key_up(), run: up },
    { key: 'arrowdown', says: m.web_key_down(), hidden: true, run: down },
    { key: 'arrowup', says: m.web_key_up(), hidden: true, run: up },
    { key: 'x', says: m.hearings_key_strike(), run: strike },
    { key: 'b', says: m.hearings_key_keep(), run: keep },
    { key: 'r', says: m.hearings_key_ours(), run: ours },
    // While the bar at the bottom offers an undo, z is its: the last thing done, not the row one has moved on to.
    ...(notice?.undo ? [] : [{ key: 'z', says: m.hearings_key_undo(), run: undo }]),
  ])
  /** The row has the focus: Enter on the one that is chosen already opens why. */
  const choose = (row: HeardRow) => (row.companyId === cursor.row?.companyId ? setWhy(!why) : cursor.choose(row))
  return { row: cursor.row, shown: cursor.shown, choose, strike, keep, ours, undo, why, setWhy }
}

type Found = { tab: 'known' | 'unknown'; q: string }
const Top = ({
  hearing,
  found,
  onFind,
}: {
  hearing: Hearing
  found: Found
  onFind: (part: Partial<Found>) => void
}) => {
  const { counts } = hearing
  const tabs = [
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
      {counts.known > 0 && <Progress hearing={hearing} />}
    </div>
  )
}

const Heard = ({ hearing }: { hearing: Hearing }) => {
  const { tab = 'known', q = '' } = useSearch({ from: '/signed-in/framed/hoering/$id' })
  const found = { tab, q }
  const change = useChangeSearch<Found>()
  const known = found.tab === 'known'
  const query = { known: known ? ('true' as const) : ('false' as const), limit: 100, ...(found.q && { q: found.q }) }
  const list = useInfiniteAnswer(listHeardCompanies, { params: { id: hearing.id }, query })
  const decisions = useDecisions(hearing)
  const rows = list.rows.map((row) => decisions.applied(row))
  const { row, shown, choose, strike, keep, ours, undo, why, setWhy } = useDeciding(hearing, rows, decisions, list.more)
  const panel = row && (
    <MatchPanel
      row={row}
      nobody={hearing.comparing > 0 ? m.hearings_panel_not_compared() : m.hearings_panel_unknown()}
      why={why}
      onWhy={setWhy}
    >
      <Decide row={row} hearing={hearing} onStrike={strike} onKeep={keep} onOurs={ours} onUndo={undo} />
    </MatchPanel>
  )
  return (
    <HearingFrame hearing={hearing} panel={panel}>
      <Top hearing={hearing} found={found} onFind={change} />
      <HearingRows
        rows={rows}
        list={list}
        at={row?.companyId}
        atRef={shown}
        onChoose={choose}
        onToggle={decisions.toggle}
        canStrike={hearing.can.strike}
        strikesCertain={known && hearing.can.strike}
        onStrikeCertain={decisions.strikeCertain}
        panel={panel}
        empty={<Empty hearing={hearing} tab={found.tab} searching={found.q !== ''} />}
      />
    </HearingFrame>
  )
}

const HearingFrame = ({ hearing, panel, children }: { hearing: Hearing; panel: ReactNode; children: ReactNode }) => (
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
        <WhoSees handsIn={hearing.handsIn} />
        {hearing.can.upload && <ContactsCard count={hearing.contacts} />}
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
  if (data) return <Heard hearing={data} />
  return (
    <Page title={m.hearings_hearing()} up={{ to: '/udtraek', text: m.web_nav_lists() }}>
      {error && <EmptyState title={error.title}>{error.detail}</EmptyState>}
    </Page>
  )
}
