import { Button } from '@mantine/core'
import { IconSchool, IconTent, IconUsersGroup } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows } from '#web/parts/Rows.tsx'
import type { Tone } from '#web/parts/StateTag.tsx'
import { GatheringDialog } from './GatheringDialog.tsx'
import { kindWords } from './gathering-kinds.table.ts'
import { saysFree, saysSpan } from './GatheringTime.tsx'
import { type Listed, listGatherings } from './gatherings.schema.ts'
import { NewGathering } from './NewGathering.tsx'
import './gatherings.css'

const icons = { theme: IconUsersGroup, tour: IconSchool, stand: IconTent }

const stateOf = ({ calledOff, over, mine, free }: Listed): { says: string; tone: Tone } | undefined => {
  if (calledOff) return { says: m.gatherings_is_off(), tone: 'sten' }
  if (over) return undefined
  if (mine === 'seat') return { says: m.gatherings_is_mine(), tone: 'sten' }
  if (mine === 'waits') return { says: m.gatherings_is_waiting(), tone: 'venter' }
  return { says: saysFree(free), tone: free === 0 ? 'venter' : 'fri' }
}
const GatheringRow = ({ row, open }: { row: Listed; open: () => void }) => {
  const state = stateOf(row)
  const learnt = row.learnt.join(' · ')
  const about = [saysSpan(row), row.place, row.times > 1 && m.gatherings_turns({ count: row.times })]
  return (
    <Row
      icon={icons[row.kind]}
      tone={state?.tone ?? 'sten'}
      title={`${kindWords[row.kind]()}: ${row.title}`}
      text={learnt || about.filter(Boolean).join(' · ')}
      state={state?.says}
      action={<RowButton onClick={open}>{m.gatherings_open()}</RowButton>}
    />
  )
}
/** Theme meetings, tours and joint stands: those ahead, or what came of those that are over. */
export default function GatheringsPage() {
  const { nr, vis, ny, skole } = useSearch({ from: '/signed-in/framed/arrangementer' })
  const change = useChangeSearch<{ nr: number; vis: string; ny: string; skole: number }>()
  const over = vis === 'holdt'
  const { data } = useAnswer(listGatherings, { query: { over: over ? 'true' : 'false' } })
  const invites = <Button onClick={() => change({ ny: 'theme' })}>{m.gatherings_new()}</Button>
  return (
    <Page title={m.gatherings_title()} subtitle={m.gatherings_subtitle()} actions={invites}>
      <div className="gatherings-view">
        <Choices
          label={m.gatherings_view()}
          value={over ? 'holdt' : ''}
          options={[
            { value: '', label: m.gatherings_view_ahead() },
            { value: 'holdt', label: m.gatherings_view_over() },
          ]}
          onChange={(wanted) => change({ vis: wanted || undefined })}
        />
      </div>
      {!data && <GreyRows count={4} />}
      {data?.rows.length === 0 && (
        <EmptyState title={over ? m.gatherings_none_over() : m.gatherings_none()}>
          {over ? m.gatherings_none_over_text() : m.gatherings_none_text()}
        </EmptyState>
      )}
      {data && data.rows.length > 0 && (
        <Rows>
          {data.rows.map((row) => (
            <GatheringRow key={row.id} row={row} open={() => change({ nr: row.id })} />
          ))}
        </Rows>
      )}
      {nr !== undefined && <GatheringDialog key={nr} id={nr} onClose={() => change({ nr: undefined })} />}
      {ny !== undefined && (
        <NewGathering
          kind={ny}
          schoolId={skole ?? null}
          onClose={() => change({ ny: undefined, skole: undefined })}
          onMade={(id) => change({ ny: undefined, skole: undefined, nr: id })}
        />
      )}
    </Page>
  )
}
