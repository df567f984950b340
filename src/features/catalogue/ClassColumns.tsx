import { IconExternalLink } from '@tabler/icons-react'
import * as m from '#texts'
import type { RowOf } from '#web/data/answers.ts'
import type { Column } from '#web/parts/DataTable.tsx'
import { saysShort, saysShortDay, saysWeek, today } from '#web/parts/dates.ts'
import { kroner, number } from '#web/parts/numbers.ts'
import { StateTag, StateWord } from '#web/parts/StateTag.tsx'
import type { listClasses } from './catalogue.schema.ts'
import { Seats } from './Seats.tsx'

type Row = RowOf<typeof listClasses>

const Two = ({ first, second }: { first: React.ReactNode; second: React.ReactNode }) => (
  <div className="catalogue-two">
    <div className="catalogue-first">{first}</div>
    {second && <div className="catalogue-second">{second}</div>}
  </div>
)

const lengthOf = (days: number | null) => {
  if (days === null) return ''
  return days === 1 ? m.catalogue_one_day() : m.catalogue_days({ count: number(days) })
}
/** "kl. 8.00–15.24"; English "8:00–15:24". Words as they stand. */
const hoursOf = (hours: string | null) => {
  if (!/^\d\d:\d\d-\d\d:\d\d$/.test(hours ?? '')) return hours
  const said = (hours ?? '').replace(/(^|-)0/g, '$1').replace('-', '–')
  return m.catalogue_hours({ hours: said.replaceAll(':', m.web_clock_sign()) })
}
const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(', ')

/** The sign of the link stays with the last word. */
const Title = ({ row }: { row: Row }) => {
  const words = row.title.split(' ')
  const last = words.pop()
  return (
    <Two
      first={
        <span className="catalogue-title">
          {words.join(' ')}{' '}
          <span className="catalogue-whole">
            {last}
            {row.link && ' '}
            {row.link && (
              <a
                href={row.link}
                target="_blank"
                rel="noreferrer"
                aria-label={m.catalogue_open_portal({ title: row.title })}
              >
                <IconExternalLink size={15} aria-hidden />
              </a>
            )}
          </span>
        </span>
      }
      second={joined(`${row.course.kind} ${row.course.code}`, lengthOf(row.days), hoursOf(row.hours))}
    />
  )
}

/** What lacks participants waits for somebody until it begins; what is sure to run is open to send people to. */
const hasBegun = ({ startsOn }: Row) => startsOn < today()
const toneOf = (row: Row) => (hasBegun(row) ? 'sten' : 'fri')
const State = ({ row }: { row: Row }) => {
  switch (row.state) {
    case 'cancelled':
      return <StateTag>{m.catalogue_cancelled()}</StateTag>
    case 'full':
      return <StateTag tone="venter">{m.catalogue_full()}</StateTag>
    case 'guaranteed':
      return <StateWord tone={toneOf(row)}>{m.catalogue_guaranteed()}</StateWord>
    case 'runs':
      return <StateWord tone={toneOf(row)}>{m.catalogue_runs()}</StateWord>
    case 'open':
      return <StateWord>{m.catalogue_open()}</StateWord>
    case 'short':
      return <StateTag tone={hasBegun(row) ? 'sten' : 'venter'}>{m.catalogue_short({ count: row.needs })}</StateTag>
  }
}

export const classColumns = (): Column<Row>[] => [
  { key: 'title', title: m.catalogue_class(), width: 'minmax(230px, 2.4fr)', cell: (row) => <Title row={row} /> },
  {
    key: 'provider',
    title: m.catalogue_provider(),
    width: 'minmax(150px, 1.4fr)',
    phone: true,
    cell: (row) => (
      <Two first={row.provider.name} second={joined([row.postalCode, row.town].filter(Boolean).join(' '))} />
    ),
  },
  {
    key: 'starts',
    title: m.catalogue_starts(),
    width: '172px',
    phone: true,
    cell: (row) => (
      <Two
        first={
          <>
            {saysShortDay(row.startsOn)}, <span className="catalogue-whole">{saysWeek(row.startsOn)}</span>
          </>
        }
        second={row.signUpBy && row.signUpBy < row.startsOn && m.catalogue_sign_up({ date: saysShort(row.signUpBy) })}
      />
    ),
  },
  { key: 'seats', title: m.catalogue_seats(), width: '176px', phone: true, cell: (row) => <Seats of={row} /> },
  {
    key: 'price',
    title: m.catalogue_price(),
    width: '104px',
    right: true,
    cell: (row) =>
      row.price !== null && (
        <Two
          first={row.price === 0 ? m.catalogue_free() : kroner(row.price)}
          second={row.extra ? m.catalogue_extra({ amount: number(row.extra, 0) }) : ''}
        />
      ),
  },
  { key: 'state', title: m.catalogue_state(), width: '124px', phone: true, cell: (row) => <State row={row} /> },
]
