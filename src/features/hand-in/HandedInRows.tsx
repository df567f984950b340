import { IconBuilding } from '@tabler/icons-react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useInfiniteAnswer } from '#web/data/answers.ts'
import { saysDate } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Row, RowButton, Rows } from '#web/parts/Rows.tsx'
import type { Tone } from '#web/parts/StateTag.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { listHandedIn } from '../handed-in/handed-in.schema.ts'
import { stateOf } from '../handed-in/handed-in-words.table.ts'
import { takeBackHandIn } from './hand-in.schema.ts'

type Handed = RowOf<typeof listHandedIn>
const tones: Record<Handed['state'], Tone> = {
  gathered: 'venter',
  'next-quarter': 'venter',
  'in-hearing': 'venter',
  calling: 'fri',
  'left-out': 'sten',
  closed: 'sten',
}
const sinceOf = ({ since }: Handed) => {
  if (!since) return null
  const date = saysDate(since.on)
  return since.kind === 'visited' ? m.hand_in_since_visited({ date }) : m.hand_in_since_spoken({ date })
}

const HandedRow = ({ row }: { row: Handed }) => {
  const takeBack = useAct(takeBackHandIn, { says: () => m.hand_in_said_taken_back() })
  const told = [stateOf(row), row.until && m.hand_in_until({ date: saysDate(row.until) }), sinceOf(row)]
  return (
    <Row
      icon={IconBuilding}
      tone={tones[row.state]}
      title={
        <Go to={`/virksomheder/${row.company.id}`}>
          {[row.company.name, row.company.town].filter(Boolean).join(', ')}
        </Go>
      }
      text={[...told.filter(Boolean), row.goal].filter(Boolean).join(' · ')}
      state={m.hand_in_row_by({ who: row.by, date: saysDate(row.handedInAt) })}
      stateTone="sten"
      action={
        row.can.takeBack && (
          <RowButton onClick={() => void takeBack.run({ body: { companyIds: [row.company.id] } })}>
            {m.hand_in_take_back()}
          </RowButton>
        )
      }
    />
  )
}

/** What the own school has handed in, and what became of each. */
export const HandedInRows = () => {
  const list = useInfiniteAnswer(listHandedIn, { query: { limit: 50 } })
  if (list.error) return <ListFailed list={list} />
  if (list.rows.length === 0) return null
  return (
    <div className="hand-in-earlier">
      <Rows title={m.hand_in_earlier()} note={<VisibilityMark who="school" />}>
        {list.rows.map((row) => (
          <HandedRow key={`${row.company.id} ${row.handedInAt}`} row={row} />
        ))}
      </Rows>
      {list.hasMore && (
        <button type="button" className="tov-text-button" onClick={list.more}>
          {m.hand_in_earlier_more()}
        </button>
      )}
    </div>
  )
}
