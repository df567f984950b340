import type { ReactNode } from 'react'
import * as m from '#texts'
import { mondayOf, today } from '#web/parts/dates.ts'
import { type Capacity, overOf, type Person, schoolSays, type Schools, weekHead } from './capacity-words.tsx'
import { Squares } from './Squares.tsx'

const Heads = ({ weeks, first }: { weeks: Capacity['weeks']; first: string }) => (
  <thead>
    <tr>
      <th scope="col">
        <span className="tov-only-read">{first}</span>
      </th>
      {weeks.map(({ on, week }) => {
        const { title, under } = weekHead(on, week, on === mondayOf(today()))
        return (
          <th key={on} scope="col" data-now={on === mondayOf(today()) || undefined}>
            <b>{title}</b>
            <span>{under}</span>
          </th>
        )
      })}
    </tr>
  </thead>
)

type Sum = { meetings: number | null; booked: number }
const sumAt = (rows: readonly Schools[], on: string): Sum =>
  rows.reduce<Sum>(
    (sum, { weeks }) => {
      const week = weeks.find((one) => one.on === on)
      const meetings = sum.meetings === null || !week || week.meetings === null ? null : sum.meetings + week.meetings
      return { meetings, booked: sum.booked + (week?.booked ?? 0) }
    },
    { meetings: 0, booked: 0 },
  )
const SumCell = ({ meetings, booked }: Sum) => (
  <span className="tov-figures capacity-sum">
    <b>{booked}</b> {meetings === null ? m.capacity_sum_unlimited() : m.capacity_sum_of({ meetings })}
    {overOf({ meetings, booked }) > 0 && (
      <b className="capacity-over">{m.capacity_over({ count: overOf({ meetings, booked }) })}</b>
    )}
  </span>
)

type PeopleProps = { capacity: Capacity; onChange: (person: Person) => void }
/** By consultant: for those who plan with them. */
export const PeopleWeeks = ({ capacity, onChange }: PeopleProps) => (
  <table className="capacity-table">
    <Heads weeks={capacity.weeks} first={m.capacity_consultant()} />
    <tbody>
      {capacity.people.map((person) => (
        <tr key={person.personId}>
          <th scope="row">
            {person.can.change === 'no' ? (
              <b>{person.name}</b>
            ) : (
              <button type="button" className="capacity-name" onClick={() => onChange(person)}>
                {person.name}
                <span className="tov-only-read">, {m.capacity_change()}</span>
              </button>
            )}
            <span className="tov-dim">{person.school ?? m.capacity_of_centre()}</span>
          </th>
          {person.weeks.map((week) => (
            <td key={week.on} data-now={week.on === mondayOf(today()) || undefined} data-state={week.state}>
              <Squares week={week} />
              {person.asked.includes(week.on) && <span className="capacity-word">{m.capacity_is_asked()}</span>}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
    {capacity.can.seesAll && (
      <tfoot>
        <tr>
          <th scope="row">{m.capacity_booked_now()}</th>
          {capacity.weeks.map(({ on }) => (
            <td key={on} data-now={on === mondayOf(today()) || undefined}>
              <SumCell {...sumAt(capacity.schools, on)} />
            </td>
          ))}
        </tr>
      </tfoot>
    )}
  </table>
)

type SchoolProps = { capacity: Capacity; onChange: (school: Schools) => void; note?: ReactNode }
/** By school: what everyone sees. */
export const SchoolWeeks = ({ capacity, onChange }: SchoolProps) => (
  <table className="capacity-table">
    <Heads weeks={capacity.weeks} first={m.capacity_school()} />
    <tbody>
      {capacity.schools.map((row) => (
        <tr key={row.schools.map(({ id }) => id).join()}>
          <th scope="row">
            {row.can.change ? (
              <button type="button" className="capacity-name" onClick={() => onChange(row)}>
                {schoolSays(row)}
                <span className="tov-only-read">, {m.capacity_change()}</span>
              </button>
            ) : (
              <b>{schoolSays(row)}</b>
            )}
            {row.schools.length > 1 && <span className="tov-dim">{m.capacity_joined()}</span>}
          </th>
          {row.weeks.map((week) => (
            <td key={week.on} data-now={week.on === mondayOf(today()) || undefined}>
              <SumCell {...week} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
