import { Button } from '@mantine/core'
import { IconPresentation } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { daysBetween, dayOf, first, saysDate, today } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows, useRowKeys } from '#web/parts/Rows.tsx'
import type { Tone } from '#web/parts/StateTag.tsx'
import { listConsultantMeetings } from '../meeting-dates/meeting-dates.schema.ts'
import { SeriesDialog } from '../meeting-dates/SeriesDialog.tsx'
import { saysWhen, saysWhere } from './meeting-words.tsx'
import { TeachingIdeas } from '../teaching-ideas/TeachingIdeas.tsx'
import './consultant-meetings.css'

type Listed = AnswerOf<typeof listConsultantMeetings>
type Date = Listed['ahead'][number]

const stateOf = ({ state, startsAt, cancelledWhy }: Date): { says: string; tone: Tone } => {
  if (state === 'cancelled') return { says: m.consultant_meetings_state_cancelled({ why: cancelledWhy }), tone: 'sten' }
  if (state === 'open') return { says: m.consultant_meetings_state_open(), tone: 'fri' }
  if (state === 'closed') return { says: m.consultant_meetings_state_closed(), tone: 'sten' }
  const days = daysBetween(today(), dayOf(startsAt))
  if (days < 2)
    return {
      says: days <= 0 ? m.consultant_meetings_state_today() : m.consultant_meetings_state_tomorrow(),
      tone: 'venter',
    }
  return { says: m.consultant_meetings_state_days({ days }), tone: 'sten' }
}
const MeetingRow = ({ one, filled = false }: { one: Date; filled?: boolean }) => {
  const { says, tone } = stateOf(one)
  const to = `/konsulentmoede/${one.id}` as const
  return (
    <Row
      icon={IconPresentation}
      tone={tone}
      title={
        <Go className="tov-link" to={to}>
          {first(saysWhen(one))}
        </Go>
      }
      text={saysWhere(one)}
      state={says}
      action={
        <RowButton to={to} filled={filled}>
          {one.state === 'closed' ? m.consultant_meetings_see_minutes() : m.consultant_meetings_see_agenda()}
        </RowButton>
      }
    />
  )
}

const Shown = ({ list: { ahead, held, skipped, series } }: { list: Listed }) => (
  <>
    {ahead.length > 0 ? (
      <Rows title={m.consultant_meetings_ahead()} note={series ? null : m.consultant_meetings_no_series()}>
        {ahead.map((one, index) => (
          <MeetingRow key={one.id} one={one} filled={index === 0} />
        ))}
      </Rows>
    ) : (
      <EmptyState title={m.consultant_meetings_none()}>{m.consultant_meetings_none_text()}</EmptyState>
    )}
    {skipped.length > 0 && (
      <p className="tov-dim tov-small">
        {m.consultant_meetings_skipped({ days: skipped.map(({ on, why }) => `${saysDate(on)} (${why})`).join(', ') })}
      </p>
    )}
    {held.length > 0 && (
      <Rows title={m.consultant_meetings_held()}>
        {held.map((one) => (
          <MeetingRow key={one.id} one={one} />
        ))}
      </Rows>
    )}
  </>
)

/** Consultant meetings ahead and held, and the ideas that are followed from one to the next. */
export default function MeetingsPage() {
  const list = useAnswer(listConsultantMeetings)
  const [setting, setSetting] = useState(false)
  useRowKeys()
  return (
    <Page
      title={m.consultant_meetings_title()}
      subtitle={m.consultant_meetings_subtitle()}
      actions={
        list.data?.can.run && <Button onClick={() => setSetting(true)}>{m.consultant_meetings_set_series()}</Button>
      }
      aside={<TeachingIdeas />}
      asideWidth={400}
    >
      {list.data ? <Shown list={list.data} /> : list.error ? <ListFailed list={list} /> : <GreyRows />}
      {setting && list.data && <SeriesDialog series={list.data.series} onClose={() => setSetting(false)} />}
    </Page>
  )
}
