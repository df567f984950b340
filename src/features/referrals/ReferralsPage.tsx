import { useSearch } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { IconArrowDownLeft, IconArrowUpRight, IconArrowsExchange } from '@tabler/icons-react'
import * as m from '#texts'
import { exportsOf } from '#web/data/address.ts'
import { useAnswer, useInfiniteAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useMay } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Exports } from '#web/parts/Exports.tsx'
import { FilterBar, SearchField } from '#web/parts/Filters.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows, useRowKeys } from '#web/parts/Rows.tsx'
import { showVisit } from '../visits/visits.schema.ts'
import { FindCompany, GiveReferral } from './GiveReferral.tsx'
import { lineOf, type Listed, saysWaiting, standingOf } from './referral-words.tsx'
import { ReferralCard } from './ReferralCard.tsx'
import { giveReferral, listReferrals } from './referrals.schema.ts'
import './referrals.css'

const useFilters = () => {
  const { hvis = 'mine', vis = 'open', q = '', ...rest } = useSearch({ from: '/signed-in/framed/henvisninger' })
  return { hvis, vis, q, ...rest }
}
type Filters = ReturnType<typeof useFilters>
type Change = (change: Partial<Record<keyof Filters, string | number | undefined>>) => void

const icons = { got: IconArrowDownLeft, given: IconArrowUpRight, other: IconArrowsExchange } as const
const buttonOf = ({ can }: Listed) =>
  can.take || can.answer ? m.referrals_row_answer() : can.close ? m.referrals_row_follow() : m.referrals_row_see()

const ReferralRow = ({ one, filled, open }: { one: Listed; filled: boolean; open: (id: number) => void }) => {
  const { says, tone } = standingOf(one)
  return (
    <Row
      icon={icons[one.way]}
      tone={tone}
      title={
        <button type="button" className="referrals-open" onClick={() => open(one.id)}>
          {one.company}
        </button>
      }
      text={lineOf(one)}
      state={one.endedAt ? `${says} ${saysDate(one.endedAt)}` : says}
      action={
        <RowButton filled={filled} onClick={() => open(one.id)}>
          {buttonOf(one)}
        </RowButton>
      }
    />
  )
}

type SectionProps = {
  title?: string
  rows: readonly Listed[]
  filled?: number | undefined
  open: (id: number) => void
}
const Section = ({ title, rows, filled, open }: SectionProps) =>
  rows.length === 0 ? null : (
    <Rows {...(title && { title })} note={rows.length}>
      {rows.map((one) => (
        <ReferralRow key={one.id} one={one} filled={one.id === filled} open={open} />
      ))}
    </Rows>
  )

const ways = ['got', 'given', 'other'] as const
const titles = { got: m.referrals_got, given: m.referrals_given, other: m.referrals_others } as const
/** What is at me first, then what I gave, then what I only look after; the worst first in each. */
const Open = ({ rows, open }: { rows: readonly Listed[]; open: (id: number) => void }) => {
  const sorted = ways.flatMap((way) => rows.filter((one) => one.way === way))
  return ways.map((way) => (
    <Section
      key={way}
      title={titles[way]()}
      rows={sorted.filter((one) => one.way === way)}
      filled={sorted.find(({ can }) => can.take || can.close)?.id}
      open={open}
    />
  ))
}

/** Whom it is about, and of a report the words that stand there. */
const Giving = ({ filters, change }: { filters: Filters; change: Change }) => {
  const { giv = 0, rapport, behov } = filters
  const visit = useAnswer(showVisit, { params: { id: rapport ?? 0 } }, { when: rapport !== undefined })
  const need = visit.data?.needs.find(({ id }) => id === behov)
  const stop = () => change({ giv: undefined, rapport: undefined, behov: undefined })
  const done = (nr: number) => change({ giv: undefined, rapport: undefined, behov: undefined, nr })
  const of =
    rapport !== undefined && visit.data
      ? { visitId: rapport, words: need?.words ?? '', field: need?.education ?? null }
      : undefined
  return (
    <Card title={m.referrals_give_one()}>
      {giv === 0 ? (
        <FindCompany onFound={(id) => change({ giv: id })} onStop={stop} />
      ) : rapport !== undefined && visit.isPending ? (
        <GreyRows />
      ) : (
        <GiveReferral companyId={giv} of={of} onDone={done} onStop={stop} />
      )}
    </Card>
  )
}

const Bar = ({
  filters,
  change,
  files,
}: {
  filters: Filters
  change: Change
  files: { csv: string; xlsx: string }
}) => (
  <FilterBar onClear={filters.q ? () => change({ q: '' }) : undefined}>
    <Choices
      label={m.referrals_whose()}
      value={filters.hvis}
      options={[
        { value: 'mine', label: m.referrals_whose_mine() },
        { value: 'all', label: m.referrals_whose_all() },
      ]}
      onChange={(hvis) => change({ hvis, nr: undefined })}
    />
    <Choices
      label={m.referrals_state()}
      value={filters.vis}
      options={[
        { value: 'open', label: m.referrals_state_open() },
        { value: 'ended', label: m.referrals_state_ended() },
      ]}
      onChange={(vis) => change({ vis, nr: undefined })}
    />
    <SearchField label={m.referrals_search()} value={filters.q} onChange={(q) => change({ q })} />
    <span className="referrals-exports">
      <Exports of={files} />
    </span>
  </FilterBar>
)

/** Companies that a colleague is asked to talk with: what waits for me, what I gave, and how far it is. */
export default () => {
  const filters = useFilters()
  const change = useChangeSearch<Record<keyof Filters, string | number | undefined>>()
  const may = useMay()
  useRowKeys()
  const text = filters.q.trim()
  const query = { whose: filters.hvis, state: filters.vis, ...(text && { text }) }
  const list = useInfiniteAnswer(listReferrals, { query })
  const open = (nr: number) => change({ nr, giv: undefined }, { history: true })
  const { nr, giv, vis } = filters
  return (
    <Page
      title={m.referrals_title()}
      subtitle={saysWaiting(list.first?.waiting ?? 0)}
      actions={
        may(giveReferral) && giv === undefined ? (
          <Button onClick={() => change({ giv: 0, nr: undefined })}>{m.referrals_give_one()}</Button>
        ) : undefined
      }
      asideWidth={440}
      asideFirst
      aside={
        giv !== undefined ? (
          <Giving filters={filters} change={change} />
        ) : (
          nr && <ReferralCard key={nr} id={nr} onClose={() => change({ nr: undefined })} />
        )
      }
    >
      <Bar filters={filters} change={change} files={exportsOf(listReferrals, { query })} />
      {list.isPending ? (
        <GreyRows />
      ) : list.error && list.rows.length === 0 ? (
        <ListFailed list={list} />
      ) : list.rows.length === 0 ? (
        <EmptyState title={text ? m.referrals_none_found() : m.referrals_none()}>{m.referrals_none_text()}</EmptyState>
      ) : vis === 'open' ? (
        <Open rows={list.rows} open={open} />
      ) : (
        <Section rows={list.rows} open={open} />
      )}
      {list.hasMore && <Button onClick={list.more}>{m.referrals_more()}</Button>}
      <p className="tov-dim tov-small">{m.referrals_rule()}</p>
    </Page>
  )
}
