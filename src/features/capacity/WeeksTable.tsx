import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useKeys } from '#web/data/keys.ts'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { addDays, mondayOf, today } from '#web/parts/dates.ts'
import {
  type Capacity,
  overOf,
  type Person,
  schoolSays,
  type Schools,
  Squares,
  weekHead,
  limitsIn,
  Most,
} from './capacity-words.tsx'

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
const PeopleWeeks = ({ capacity, onChange }: PeopleProps) => (
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
            <Most limits={limitsIn(person)} />
          </th>
          {person.weeks.map((week) => (
            <td key={week.on} data-now={week.on === mondayOf(today()) || undefined} data-state={week.state}>
              <Squares week={week} />
              {person.asked.some(({ on }) => on === week.on) && (
                <span className="capacity-word">{m.capacity_is_asked()}</span>
              )}
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

type SchoolProps = { capacity: Capacity; onChange: (school: Schools) => void }
/** By school: what everyone sees. */
const SchoolWeeks = ({ capacity, onChange }: SchoolProps) => (
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
            <Most limits={row.limits} />
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

const Legend = () => (
  <span className="capacity-legend" aria-hidden="true">
    <span data-kind="booked" /> {m.capacity_word_booked()} <span data-kind="free" /> {m.capacity_word_free()}{' '}
    <span data-kind="full" /> {m.capacity_word_full()}
  </span>
)

export type WeeksProps = { capacity: Capacity; onPerson: (person: Person) => void; onSchool: (row: Schools) => void }
/** Six weeks, by consultant or by school; the arrows look further. */
export const WeeksCard = ({ capacity, onPerson, onSchool }: WeeksProps) => {
  const [by, setBy] = useState<'people' | 'schools'>('people')
  const shown = capacity.people.length === 0 ? 'schools' : by
  const change = useChangeSearch<{ uge: string }>()
  const start = capacity.weeks[0]?.on ?? mondayOf(today())
  const step = (weeks: number) => change({ uge: addDays(start, 7 * weeks) })
  useKeys([
    { key: 'arrowleft', says: m.capacity_earlier(), run: () => step(-1) },
    { key: 'arrowright', says: m.capacity_later(), run: () => step(1) },
  ])
  return (
    <Card
      title={m.capacity_weeks_title()}
      padded={false}
      right={
        <div className="capacity-tools">
          {shown === 'people' && <Legend />}
          {capacity.people.length > 0 && (
            <Choices
              label={m.capacity_by()}
              value={by}
              options={[
                { value: 'people', label: m.capacity_by_people() },
                { value: 'schools', label: m.capacity_by_schools() },
              ]}
              onChange={setBy}
            />
          )}
          <Button.Group>
            <Button aria-label={m.capacity_earlier()} px={8} onClick={() => step(-1)}>
              <IconChevronLeft size={18} aria-hidden />
            </Button>
            <Button aria-label={m.capacity_later()} px={8} onClick={() => step(1)}>
              <IconChevronRight size={18} aria-hidden />
            </Button>
          </Button.Group>
        </div>
      }
    >
      <div className="capacity-scroll">
        {shown === 'people' ? (
          <PeopleWeeks capacity={capacity} onChange={onPerson} />
        ) : (
          <SchoolWeeks capacity={capacity} onChange={onSchool} />
        )}
      </div>
    </Card>
  )
}
