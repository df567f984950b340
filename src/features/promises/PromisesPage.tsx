import { useSearch } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { IconClock, IconHandMove, IconHeartHandshake } from '@tabler/icons-react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { exportsOf } from '#web/data/address.ts'
import { type RowOf, useInfiniteAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { addDays, saysDate, saysDeadline, today } from '#web/parts/dates.ts'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Exports } from '#web/parts/Exports.tsx'
import { FilterBar, SearchField } from '#web/parts/Filters.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows, useRowKeys } from '#web/parts/Rows.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { PromiseCard } from './PromiseCard.tsx'
import { acceptHandover, keepPromise, listPromises, undoKeeping } from './promises.schema.ts'
import { soonDays } from '#platform/waiting.shared'
import './promises.css'

type Promised = RowOf<typeof listPromises>
/** What the address says; whose are shown without it is the server's to say. */
const useFilters = () => {
  const { hvis, vis = 'open', q = '', aftale } = useSearch({ from: '/signed-in/framed/aftaler' })
  return { hvis, vis, q, aftale }
}
type Filters = ReturnType<typeof useFilters>

/** Why the row stands here, in a sentence: until when, who, and what it waits for. */
const reasonOf = ({ can, dueOn, owner, ownerLeft, handover, state, closedAt, droppedWhy }: Promised) => {
  const who = owner.school ? `${owner.name}, ${owner.school}` : owner.name
  const parts = [m.promises_agreed_until({ date: saysDate(dueOn), who })]
  if (ownerLeft && state === 'open') parts.push(handover ? m.promises_has_left() : m.promises_has_left_nobody())
  if (can.answer && handover)
    parts.push(m.promises_asks_you({ name: handover.from, note: handover.note && `“${handover.note}”` }))
  else if (handover) parts.push(m.promises_is_asked({ name: handover.to.name }))
  if (state === 'kept' && closedAt) parts.push(m.promises_kept_on({ date: saysDate(closedAt) }))
  if (state === 'dropped' && droppedWhy) parts.push(m.promises_dropped_why({ why: droppedWhy }))
  return parts.join(' ')
}

type RowsProps = {
  title?: string
  note?: string
  rows: readonly Promised[]
  filled?: number | undefined
  open: (id: number) => void
}

const stateOf = ({ state, dueOn }: Promised) => {
  if (state === 'kept') return m.promises_state_kept()
  if (state === 'dropped') return m.promises_state_dropped()
  return dueOn <= addDays(today(), soonDays) ? saysDeadline(dueOn) : saysDate(dueOn)
}

const PromiseRow = ({ promise, filled, open }: { promise: Promised; filled: boolean; open: (id: number) => void }) => {
  const input = { params: { id: promise.id } }
  const keep = useAct(keepPromise, { says: () => m.promises_said_kept(), undo: () => () => call(undoKeeping, input) })
  const accept = useAct(acceptHandover, { says: () => m.promises_said_accepted() })
  const { can, state, daysLate, handover, ownerLeft } = promise
  const tone =
    state !== 'open' ? 'sten' : daysLate > 0 ? 'galt' : promise.dueOn === today() || can.answer ? 'venter' : 'sten'
  const action = can.answer ? (
    <RowButton filled={filled} onClick={() => void accept.run({ params: { id: handover?.id ?? 0 } })}>
      {m.promises_take()}
    </RowButton>
  ) : ownerLeft && can.handOver ? (
    <RowButton filled={filled} onClick={() => open(promise.id)}>
      {m.promises_hand_over()}
    </RowButton>
  ) : can.keep ? (
    <RowButton filled={filled} onClick={() => void keep.run(input)}>
      {m.promises_keep()}
    </RowButton>
  ) : (
    <RowButton onClick={() => open(promise.id)}>{m.promises_see()}</RowButton>
  )
  return (
    <Row
      icon={can.answer ? IconHandMove : daysLate > 0 ? IconHeartHandshake : IconClock}
      tone={tone}
      title={
        <button type="button" className="promises-open" onClick={() => open(promise.id)}>
          {promise.company}: {promise.what}
        </button>
      }
      text={reasonOf(promise)}
      state={stateOf(promise)}
      stateTone={state === 'kept' ? 'fri' : tone}
      action={action}
    />
  )
}

const Section = ({ title, note, rows, filled, open }: RowsProps) =>
  rows.length === 0 ? null : (
    <Rows {...(title && { title })} note={note}>
      {rows.map((promise) => (
        <PromiseRow key={promise.id} promise={promise} filled={promise.id === filled} open={open} />
      ))}
    </Rows>
  )

/** Broken first, then what comes; the first thing to do has the page's filled button. */
const Open = ({
  rows,
  offered,
  open,
}: {
  rows: readonly Promised[]
  offered: readonly Promised[]
  open: (id: number) => void
}) => {
  useRowKeys()
  const week = addDays(today(), soonDays)
  const late = rows.filter(({ daysLate }) => daysLate > 0)
  const now = rows.filter(({ dueOn }) => dueOn === today())
  const soon = rows.filter(({ dueOn }) => dueOn > today() && dueOn <= week)
  const later = rows.filter(({ dueOn }) => dueOn > week)
  const shared = { open, filled: offered[0]?.id ?? rows[0]?.id }
  return (
    <>
      <Section {...shared} title={m.promises_asked()} note={m.promises_asked_note()} rows={offered} />
      <Section {...shared} title={m.promises_late()} note={m.promises_late_note()} rows={late} />
      <Section {...shared} title={m.promises_today()} rows={now} />
      <Section {...shared} title={m.promises_week({ days: soonDays })} rows={soon} />
      <Section {...shared} title={m.promises_later()} rows={later} />
    </>
  )
}

const Empty = ({ vis, whose, searched }: { vis: string; whose: string; searched: boolean }) =>
  searched ? (
    <EmptyState title={m.promises_none_found()}>{m.promises_none_found_text()}</EmptyState>
  ) : vis === 'open' && whose === 'left' ? (
    <EmptyState title={m.promises_none_left()}>{m.promises_none_left_text()}</EmptyState>
  ) : vis === 'open' ? (
    <EmptyState title={whose === 'mine' ? m.promises_none_mine() : m.promises_none()}>
      {m.promises_none_text()}
    </EmptyState>
  ) : (
    <EmptyState title={m.promises_none_closed()}>{m.promises_none_closed_text()}</EmptyState>
  )

const useLists = (filters: Filters) => {
  const query = {
    ...(filters.hvis && { whose: filters.hvis }),
    state: filters.vis,
    ...(filters.q.trim() && { text: filters.q.trim() }),
  }
  const list = useInfiniteAnswer(listPromises, { query })
  const asked = useInfiniteAnswer(listPromises, { query: { whose: 'offered' } }, { when: filters.vis === 'open' })
  return { list, offered: filters.vis === 'open' ? asked.rows : [], files: exportsOf(listPromises, { query }) }
}

const whoseSays = { mine: m.promises_mine, all: m.promises_all, left: m.promises_left } as const
type Whose = keyof typeof whoseSays

const Bar = ({
  filters,
  set,
  whose,
  all,
  files,
}: {
  filters: Filters
  set: (change: Partial<Filters>) => void
  whose: Whose
  all: boolean
  files: { csv: string; xlsx: string }
}) => (
  <FilterBar onClear={filters.q ? () => set({ q: '' }) : undefined}>
    {all && (
      <Choices
        label={m.promises_whose()}
        value={whose}
        options={(['mine', 'all', 'left'] as const).map((value) => ({ value, label: whoseSays[value]() }))}
        onChange={(hvis) => set({ hvis: hvis, aftale: undefined })}
      />
    )}
    <Choices
      label={m.promises_state()}
      value={filters.vis}
      options={[
        { value: 'open', label: m.promises_open() },
        { value: 'kept', label: m.promises_kept() },
        { value: 'dropped', label: m.promises_dropped() },
      ]}
      onChange={(vis) => set({ vis, aftale: undefined })}
    />
    <SearchField label={m.promises_search()} value={filters.q} onChange={(q) => set({ q })} />
    <span className="promises-exports">
      <Exports of={files} />
    </span>
  </FilterBar>
)

/** What was agreed with companies: the broken first, kept with one press, handed over only to someone who says yes. */
export default () => {
  const filters = useFilters()
  const change = useChangeSearch<Filters>()
  const { list, offered, files } = useLists(filters)
  const chosen = filters.aftale
  const open = (id: number) => change({ aftale: id }, { history: true })
  const told = list.first?.whose
  const whose = filters.hvis ?? (told && told !== 'offered' ? told : 'mine')
  const isEmpty = list.rows.length === 0 && offered.length === 0
  return (
    <Page
      title={m.promises_title()}
      subtitle={m.promises_subtitle()}
      asideWidth={400}
      asideFirst
      aside={chosen && <PromiseCard key={chosen} id={chosen} onClose={() => change({ aftale: undefined })} />}
    >
      <Bar filters={filters} set={change} files={files} whose={whose} all={list.first?.can.all ?? false} />
      {list.isPending ? (
        <GreyRows />
      ) : list.error && list.rows.length === 0 ? (
        <ListFailed list={list} />
      ) : isEmpty ? (
        <Empty vis={filters.vis} whose={whose} searched={filters.q !== ''} />
      ) : filters.vis === 'open' ? (
        <Open rows={list.rows} offered={offered} open={open} />
      ) : (
        <Section rows={list.rows} open={open} />
      )}
      {list.hasMore && <Button onClick={list.more}>{m.promises_more()}</Button>}
    </Page>
  )
}
