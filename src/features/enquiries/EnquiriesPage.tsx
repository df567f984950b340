import { useSearch } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { IconPhoneIncoming } from '@tabler/icons-react'
import * as m from '#texts'
import { exportsOf } from '#web/data/address.ts'
import { type RowOf, useInfiniteAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useMe } from '#web/frame/me.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { saysDate, saysDeadline } from '#web/parts/dates.ts'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Exports } from '#web/parts/Exports.tsx'
import { FilterBar, SearchField } from '#web/parts/Filters.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows, useRowKeys } from '#web/parts/Rows.tsx'
import { GuidanceCounts } from '../guidance/GuidanceCounts.tsx'
import { listEnquiries } from './enquiries.schema.ts'
import { EnquiryCard, whoseOf } from './EnquiryCard.tsx'
import { SchoolReach } from './SchoolReach.tsx'
import './enquiries.css'

type Enquiry = RowOf<typeof listEnquiries>
const useFilters = () => {
  const { hvis = 'all', vis = 'open', q = '', nr } = useSearch({ from: '/signed-in/framed/henvendelser' })
  return { hvis, vis, q, nr }
}
type Filters = ReturnType<typeof useFilters>

const EnquiryRow = ({ enquiry, open }: { enquiry: Enquiry; open: (id: number) => void }) => {
  const { id, company, matter, late, dueOn, endedAt, can } = enquiry
  const tone = endedAt ? 'sten' : late ? 'galt' : 'venter'
  return (
    <Row
      icon={IconPhoneIncoming}
      tone={tone}
      title={
        <button type="button" className="enquiries-open" onClick={() => open(id)}>
          {company}: {matter}
        </button>
      }
      text={`${enquiry.name}. ${endedAt ? enquiry.answer : whoseOf(enquiry)}`}
      state={endedAt ? saysDate(endedAt) : saysDeadline(dueOn)}
      stateTone={tone}
      action={
        <RowButton onClick={() => open(id)}>
          {can.take && !enquiry.owner
            ? m.enquiries_waiting_take()
            : can.answer
              ? m.enquiries_waiting_answer()
              : m.enquiries_see()}
        </RowButton>
      }
    />
  )
}

const Bar = ({ filters, set }: { filters: Filters; set: (change: Partial<Filters>) => void }) => {
  const me = useMe()
  return (
    <>
      <Choices
        label={m.enquiries_whose()}
        value={filters.hvis}
        options={[
          { value: 'all', label: m.enquiries_whose_all() },
          { value: 'mine', label: m.enquiries_whose_mine() },
          ...(me.school ? [{ value: 'school' as const, label: m.enquiries_whose_school() }] : []),
        ]}
        onChange={(hvis) => set({ hvis, nr: undefined })}
      />
      <Choices
        label={m.enquiries_state()}
        value={filters.vis}
        options={[
          { value: 'open', label: m.enquiries_state_open() },
          { value: 'ended', label: m.enquiries_state_ended() },
        ]}
        onChange={(vis) => set({ vis, nr: undefined })}
      />
      <SearchField label={m.enquiries_search()} value={filters.q} onChange={(q) => set({ q })} />
    </>
  )
}

/** Companies that turned to us: who answers, by when; and which school answers for what. */
export default () => {
  const filters = useFilters()
  const change = useChangeSearch<Filters>()
  useRowKeys()
  const text = filters.q.trim()
  const ended = filters.vis === 'ended' ? ('true' as const) : ('false' as const)
  const query = { whose: filters.hvis, ended, ...(text && { text }) }
  const list = useInfiniteAnswer(listEnquiries, { query })
  const open = (nr: number) => change({ nr }, { history: true })
  return (
    <Page
      title={m.web_nav_enquiries()}
      subtitle={m.enquiries_subtitle()}
      asideWidth={420}
      asideFirst
      aside={filters.nr && <EnquiryCard key={filters.nr} id={filters.nr} onClose={() => change({ nr: undefined })} />}
    >
      <FilterBar onClear={filters.q ? () => change({ q: '' }) : undefined}>
        <Bar filters={filters} set={change} />
        <span className="enquiries-exports">
          <Exports of={exportsOf(listEnquiries, { query })} />
        </span>
      </FilterBar>
      {list.isPending ? (
        <GreyRows />
      ) : list.error && list.rows.length === 0 ? (
        <ListFailed list={list} />
      ) : list.rows.length === 0 ? (
        <EmptyState title={text ? m.enquiries_none_found() : m.enquiries_none()}>{m.enquiries_none_text()}</EmptyState>
      ) : (
        <Rows>
          {list.rows.map((enquiry) => (
            <EnquiryRow key={enquiry.id} enquiry={enquiry} open={open} />
          ))}
        </Rows>
      )}
      {list.hasMore && <Button onClick={list.more}>{m.enquiries_more()}</Button>}
      <SchoolReach />
      <GuidanceCounts />
    </Page>
  )
}
