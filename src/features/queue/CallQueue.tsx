import { NativeSelect } from '@mantine/core'
import * as m from '#texts'
import { daysBetween, dayOf, saysNear, saysShort, saysTime, today } from '#web/parts/dates.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { saysEmployees } from '../register/RegisterWords.tsx'
import { shortIndustry } from '../official-codes/industry-names.table.ts'
import { languageName } from '../trade-areas/trade-areas.table.ts'
import { blockedWords, type Queue, type Row } from './queue-words.table.tsx'
import './queue.css'

/** Today's by their time, yesterday's and older by their day. */
const dueSays = (at: string) => {
  const days = daysBetween(today(), dayOf(at))
  if (days === 0) return saysTime(at)
  return days === -1 ? m.web_yesterday() : saysShort(at)
}
const knownSays = { visited: m.queue_known_visited, contact: m.queue_known_contact }
const stateOf = (row: Pick<Row, 'dueAt' | 'tries' | 'known'>) => {
  if (row.dueAt) return <StateTag tone="venter">{m.queue_due_at({ time: dueSays(row.dueAt) })}</StateTag>
  if (row.known && row.tries === 0) return <StateTag tone="blaa">{knownSays[row.known]()}</StateTag>
  return <span className="queue-row-state">{row.tries > 0 ? m.queue_try({ n: row.tries + 1 }) : m.queue_new()}</span>
}
/** Where, how large, and what they do in a word; beside an agreed time there is no room for the last. */
const secondLine = (row: Row) =>
  [
    row.language && languageName(row.language),
    row.town,
    saysEmployees(row),
    !row.dueAt && (shortIndustry(row.industryCode) ?? row.industry),
  ]
    .filter(Boolean)
    .join(' · ')
const wholeLine = (row: Row) => [row.town, saysEmployees(row), row.industry].filter(Boolean).join(' · ')

const QueueItem = ({ row, chosen, onTake }: { row: Row; chosen: boolean; onTake?: () => void }) => (
  <li>
    <button type="button" className="queue-row" aria-current={chosen || undefined} onClick={onTake}>
      <span className="queue-row-name tov-two-lines" title={row.name}>
        {row.name}
      </span>
      <span className="queue-row-line">
        <span className="queue-row-what" title={wholeLine(row)}>
          {secondLine(row)}
        </span>
        {stateOf(row)}
      </span>
    </button>
  </li>
)

/** Why some may not be called now, and when they come back. */
export const BlockedReasons = ({ blocked }: { blocked: Queue['blocked'] }) => (
  <ul className="queue-reasons">
    {blocked.map((one) => {
      const { what, again } = blockedWords(one)
      return (
        <li key={one.reason}>
          <b>{what}</b> <span className="tov-dim">{again}</span>
        </li>
      )
    })}
  </ul>
)

type Pause = NonNullable<Queue['lists'][number]['paused']>
const pausedWords = {
  full: [m.queue_paused, m.queue_paused_on],
  none: [m.queue_paused_none, m.queue_paused_none_on],
  'no-time': [m.queue_paused_no_time, m.queue_paused_no_time_on],
  away: [m.queue_paused_away, m.queue_paused_away_on],
} as const
const pausedSays = ({ until, because }: Pause) => {
  if (because === 'left') return m.queue_paused_left()
  const when = until && saysNear(until)
  const [again, on] = pausedWords[because]
  return when ? again({ when }) : on()
}
/** Nobody has room as far ahead as is promised: what was promised is called, and it goes on by itself. */
export const Paused = ({ queue }: { queue: Queue }) => {
  const paused = queue.lists.find(({ id }) => id === queue.listId)?.paused
  if (!paused) return null
  return (
    <p className="queue-paused" role="status">
      <b>{pausedSays(paused)}</b> {paused.because === 'left' ? m.queue_paused_left_text() : m.queue_paused_text()}
    </p>
  )
}

type Props = {
  queue: Queue
  /** What is under call already. */
  held: Omit<Row, 'known'> | null
  onTake: (companyId: number) => void
  onList: (listId: number) => void
}

/** In which order the companies come, as it is for who looks. */
const orderSays = ({ byTurns, next }: Queue) => {
  if (byTurns) return m.queue_order_turns()
  return next.some(({ known }) => known === 'visited') ? m.queue_order_known() : m.queue_order()
}

/** What is mine next: due call-backs first, then the list's order. */
export const CallQueue = ({ queue, held, onTake, onList }: Props) => {
  const blocked = queue.blocked.reduce((sum, one) => sum + one.count, 0)
  const rest = queue.next.filter((row) => row.companyId !== held?.companyId)
  return (
    <aside className="queue" aria-label={m.queue_title()}>
      <div className="queue-top">
        <h2>{m.queue_title()}</h2>
        <span className="tov-dim tov-figures">{m.queue_called({ called: queue.called, total: queue.total })}</span>
      </div>
      {queue.lists.length > 1 && (
        <div className="queue-list">
          <NativeSelect
            size="xs"
            aria-label={m.queue_list()}
            title={queue.lists.find(({ id }) => id === queue.listId)?.name}
            value={String(queue.listId ?? '')}
            data={queue.lists.map((list) => ({ value: String(list.id), label: `${list.ready} · ${list.name}` }))}
            onChange={(event) => onList(Number(event.currentTarget.value))}
          />
        </div>
      )}
      {queue.next.length > 0 && <Paused queue={queue} />}
      {queue.lists
        .filter(({ id, due }) => id !== queue.listId && due > 0)
        .map(({ id, name, due }) => (
          <p key={id} className="queue-elsewhere">
            {m.queue_due_elsewhere({ count: due, list: name })}{' '}
            <button type="button" className="tov-text-button" onClick={() => onList(id)}>
              {m.queue_due_go()}
            </button>
          </p>
        ))}
      <ul className="queue-rows">
        {held && <QueueItem row={{ ...held, known: null }} chosen />}
        {rest.map((row) => (
          <QueueItem key={row.companyId} row={row} chosen={false} onTake={() => onTake(row.companyId)} />
        ))}
      </ul>
      {blocked > 0 && (
        <details className="queue-blocked">
          <summary>{m.queue_blocked_title({ count: blocked })}</summary>
          <BlockedReasons blocked={queue.blocked} />
        </details>
      )}
      <p className="queue-foot">{orderSays(queue)}</p>
    </aside>
  )
}
