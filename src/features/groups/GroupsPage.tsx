import { Button } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import * as m from '#texts'
import { exportsOf } from '#web/data/address.ts'
import { type RowOf, useInfiniteAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useMay } from '#web/frame/me.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { daysBetween, saysDate, saysNear, today } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Exports } from '#web/parts/Exports.tsx'
import { FilterBar } from '#web/parts/Filters.tsx'
import { Go, useGo } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows, useRowKeys } from '#web/parts/Rows.tsx'
import type { Tone } from '#web/parts/StateTag.tsx'
import { MakeGroup } from './GroupForms.tsx'
import { listGroups, makeGroup } from './groups.schema.ts'
import './groups.css'

type Listed = RowOf<typeof listGroups>

const lineOf = ({ theme, lead, people, schools }: Listed) =>
  [
    theme,
    lead ? m.groups_row_lead({ who: lead.name }) : m.groups_row_no_lead(),
    schools === 1 ? m.groups_row_people_one({ people }) : m.groups_row_people({ people, schools }),
  ].join(' · ')

/** What comes next, and how pressing it is: amber the last two days, red after. */
const standingOf = ({ me, lead, nextOn, nextTask, endedAt }: Listed): { says: string; tone: Tone } => {
  if (endedAt) return { says: m.groups_ended_on({ date: saysDate(endedAt) }), tone: 'sten' }
  if (me === 'asked') return { says: m.groups_row_asked(), tone: 'venter' }
  const on = nextTask && nextOn && nextTask.dueOn < nextOn ? nextTask.dueOn : (nextOn ?? today())
  const days = daysBetween(today(), on)
  const says =
    nextTask && on === nextTask.dueOn
      ? m.groups_row_next_task({ date: saysNear(on), what: nextTask.what })
      : m.groups_row_next_contact({ date: saysNear(on) })
  return { says, tone: days < 0 || !lead ? 'galt' : days <= 2 ? 'venter' : 'sten' }
}

const GroupRow = ({ one, filled }: { one: Listed; filled: boolean }) => {
  const go = useGo()
  const { says, tone } = standingOf(one)
  const to = `/arbejdsgrupper/${one.id}` as const
  return (
    <Row
      icon={IconUsersGroup}
      tone={tone}
      title={
        <Go className="tov-link" to={to}>
          {one.company}
        </Go>
      }
      text={lineOf(one)}
      state={says}
      action={
        <RowButton filled={filled} onClick={() => go(to)}>
          {one.me === 'asked' ? m.groups_row_answer() : m.groups_row_open()}
        </RowButton>
      }
    />
  )
}

const useFilters = () => {
  const { vis = 'running', for: of, rapport } = useSearch({ from: '/signed-in/framed/arbejdsgrupper' })
  return { vis, for: of, rapport }
}

type Filters = ReturnType<typeof useFilters>
type Change = (change: Partial<Record<keyof Filters, string | number | undefined>>) => void
const Bar = ({ filters, change }: { filters: Filters; change: Change }) => (
  <FilterBar>
    <Choices
      label={m.groups_state()}
      value={filters.vis}
      options={[
        { value: 'running', label: m.groups_state_running() },
        { value: 'ended', label: m.groups_state_ended() },
      ]}
      onChange={(vis) => change({ vis })}
    />
    <span className="groups-exports">
      <Exports of={exportsOf(listGroups, { query: { state: filters.vis } })} />
    </span>
  </FilterBar>
)

/** Groups that I am in or asked into, by what comes next; everyone's for who runs the outreach. */
export default function GroupsPage() {
  const filters = useFilters()
  const change = useChangeSearch<Record<keyof typeof filters, string | number | undefined>>()
  const may = useMay()
  useRowKeys()
  const query = { state: filters.vis }
  const list = useInfiniteAnswer(listGroups, { query })
  const making = filters.for !== undefined && may(makeGroup)
  return (
    <Page
      title={m.groups_title()}
      subtitle={m.groups_subtitle()}
      asideWidth={440}
      asideFirst
      aside={
        making &&
        filters.for !== undefined && (
          <MakeGroup
            companyId={filters.for}
            visitId={filters.rapport ?? null}
            onStop={() => change({ for: undefined, rapport: undefined })}
          />
        )
      }
    >
      <Bar filters={filters} change={change} />
      {list.isPending ? (
        <GreyRows />
      ) : list.error && list.rows.length === 0 ? (
        <ListFailed list={list} />
      ) : list.rows.length === 0 ? (
        <EmptyState title={m.groups_none()}>{m.groups_none_text()}</EmptyState>
      ) : (
        <Rows>
          {list.rows.map((one, index) => (
            <GroupRow key={one.id} one={one} filled={index === 0 && one.endedAt === null && !making} />
          ))}
        </Rows>
      )}
      {list.hasMore && <Button onClick={list.more}>{m.groups_more()}</Button>}
    </Page>
  )
}
