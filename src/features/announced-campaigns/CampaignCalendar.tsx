import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { exportsOf } from '#web/data/address.ts'
import { Card } from '#web/parts/Card.tsx'
import { addDays, daysBetween, mondayOf, saysDate, today, weekOf } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Exports } from '#web/parts/Exports.tsx'
import { Go } from '#web/parts/Go.tsx'
import { showCampaignCalendar, withdrawAnnouncement } from './announced-campaigns.schema.ts'
import './announced-campaigns.css'

type Row = RowOf<typeof showCampaignCalendar>
const weeks = Array.from({ length: 12 }, (_, at) => at)

/** Where it lies in the twelve weeks, in per cent from the left and of the whole. */
const placeOf = ({ fromOn, toOn }: Row, from: string) => {
  const days = 7 * weeks.length
  const start = Math.max(0, daysBetween(from, fromOn))
  const end = Math.min(days, daysBetween(from, toOn) + 1)
  return { left: `${(100 * start) / days}%`, width: `${(100 * (end - start)) / days}%` }
}

const CalendarRow = ({ row, from }: { row: Row; from: string }) => {
  const withdraw = useAct(withdrawAnnouncement, { says: () => m.announced_campaigns_said_withdrawn() })
  const when = `${saysDate(row.fromOn)} – ${saysDate(row.toOn)}`
  return (
    <li>
      <div className="announced-words">
        {row.kind === 'campaign' ? (
          <Go className="tov-link" to={`/kampagner/${row.id}`}>
            {row.name}
          </Go>
        ) : (
          <b>{row.name}</b>
        )}
        <span className="tov-dim tov-small">
          {row.whose ?? m.announced_campaigns_ours()}, {when}
        </span>
        {row.collides.length > 0 && (
          <span className="announced-collides">
            {m.announced_campaigns_collides({ names: row.collides.join(', ') })}
          </span>
        )}
        {row.can.withdraw && (
          <button
            type="button"
            className="tov-text-button"
            onClick={() => void withdraw.run({ params: { id: row.id } })}
          >
            {m.announced_campaigns_withdraw()}
          </button>
        )}
      </div>
      <div className="announced-line" aria-hidden>
        <i data-kind={row.kind} data-collides={row.collides.length > 0 || undefined} style={placeOf(row, from)} />
      </div>
    </li>
  )
}

type Props = { from: string | undefined; onFrom: (from: string | undefined) => void }
/** Twelve weeks, a line for each campaign: ours, the schools' own, the partners'. Those that reach the same companies say so. */
export const CampaignCalendar = ({ from: wanted, onFrom }: Props) => {
  const query = wanted ? { from: wanted } : {}
  const { data } = useAnswer(showCampaignCalendar, { query }, { keep: true })
  if (!data) return null
  const { from, rows } = data
  const move = (by: number) => {
    const next = addDays(from, 7 * by)
    onFrom(next === mondayOf(today()) ? undefined : next)
  }
  const weekAt = (at: number) => weekOf(addDays(from, 7 * at)).week
  return (
    <Card
      padded={false}
      title={m.announced_campaigns_weeks({ from: weekAt(0), to: weekAt(weeks.length - 1) })}
      right={
        <span className="announced-moves">
          <ActionIcon variant="default" aria-label={m.announced_campaigns_earlier()} onClick={() => move(-4)}>
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={m.announced_campaigns_later()} onClick={() => move(4)}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </span>
      }
    >
      {rows.length === 0 && (
        <EmptyState inCard title={m.announced_campaigns_empty()}>
          {m.announced_campaigns_empty_text()}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <div className="announced-weeks" aria-hidden>
            <span />
            <div>
              {weeks.map((at) => (
                <span key={at}>{weekAt(at)}</span>
              ))}
            </div>
          </div>
          <ul className="announced-rows">
            {rows.map((row) => (
              <CalendarRow key={`${row.kind} ${row.id}`} row={row} from={from} />
            ))}
          </ul>
        </>
      )}
      <div className="announced-foot">
        <Exports of={exportsOf(showCampaignCalendar, { query })} />
      </div>
    </Card>
  )
}
