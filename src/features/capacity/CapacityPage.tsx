import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useKeys } from '#web/data/keys.ts'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { addDays, first, mondayOf, saysDay, today } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { Page } from '#web/parts/Page.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { AskDialog, askable, AskedDialog } from './AskDialog.tsx'
import { showCapacity } from './capacity.schema.ts'
import { type Capacity, isFull, overOf, type Person, type Schools, schoolSays, weekSays } from './capacity-words.tsx'
import { CalledLists } from './CalledLists.tsx'
import { SayDialog } from './SayDialog.tsx'
import { PeopleWeeks, SchoolWeeks } from './WeeksTable.tsx'
import './capacity.css'

/** A week in which a meeting may still be held. */
const isAhead = ({ on }: Capacity['weeks'][number]) => addDays(on, 4) > today()
/** The week that more are wanted for: where somebody has too many, else the first that somebody is full in. */
const neededWeek = ({ people, weeks }: Capacity) => {
  const at = (test: (week: Person['weeks'][number]) => boolean) =>
    weeks
      .filter(isAhead)
      .find(({ on }) => people.some((person) => person.weeks.some((week) => week.on === on && test(week))))
  return at((week) => overOf(week) > 0) ?? at(isFull)
}

type Open =
  | { kind: 'say'; of: { personId: number } | { schoolId: number }; name: string; lowerOnly: boolean }
  | { kind: 'ask' }
const Legend = () => (
  <span className="capacity-legend" aria-hidden="true">
    <span data-kind="booked" /> {m.capacity_word_booked()} <span data-kind="free" /> {m.capacity_word_free()}{' '}
    <span data-kind="full" /> {m.capacity_word_full()}
  </span>
)

type WeeksProps = { capacity: Capacity; onPerson: (person: Person) => void; onSchool: (row: Schools) => void }
const Weeks = ({ capacity, onPerson, onSchool }: WeeksProps) => {
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

const WhoSees = ({ seesAll }: { seesAll: boolean }) => (
  <Card title={m.capacity_who_sees()}>
    <p className="tov-dim">{seesAll ? m.capacity_who_sees_all() : m.capacity_who_sees_own()}</p>
    <VisibilityMark who={seesAll ? 'centre' : 'school'} />
  </Card>
)

const useChosenWeek = () => {
  const search = useSearch({ from: '/signed-in/framed/kapacitet' })
  const change = useChangeSearch<{ uge: string; spurgt: number }>()
  const monday = search.uge ? mondayOf(search.uge) : undefined
  return { from: monday, asked: search.spurgt, answered: () => change({ spurgt: undefined }) }
}

const Dialogs = ({ capacity, open, onClose }: { capacity: Capacity; open: Open | null; onClose: () => void }) => {
  const { asked, answered } = useChosenWeek()
  const week = neededWeek(capacity)
  const start = capacity.weeks[0]
  const me = capacity.people.find((person) => person.me)
  const own = me?.weeks[0]
  if (asked !== undefined && start && own)
    return <AskedDialog id={asked} week={start.week} own={first(weekSays(own))} onClose={answered} />
  if (open?.kind === 'ask' && week) return <AskDialog capacity={capacity} week={week} onClose={onClose} />
  if (open?.kind !== 'say' || !start) return null
  const { of } = open
  // What holds in most weeks, rather than what was said of one.
  const now =
    'personId' in of ? capacity.people.find(({ personId }) => personId === of.personId)?.weeks.at(-1) : undefined
  const school =
    'schoolId' in of
      ? capacity.schools
          .find(({ schools, agreed }) => agreed && schools.some(({ id }) => id === of.schoolId))
          ?.agreed?.at(-1)
      : undefined
  return (
    <SayDialog
      {...open}
      week={start.on}
      meetings={now ? now.meetings : (school ?? null)}
      aDay={now?.aDay ?? null}
      onClose={onClose}
    />
  )
}

/** Kapacitet og fordeling: how many meetings are agreed, booked and free, and who can give one more. */
export default function CapacityPage() {
  const { from } = useChosenWeek()
  const { data: capacity, error, refetch } = useAnswer(showCapacity, { query: { from } }, { keep: true })
  const [open, setOpen] = useState<Open | null>(null)
  const needed = capacity && neededWeek(capacity)
  const mayAsk = capacity?.can.ask === true && needed !== undefined && askable(capacity, needed).length > 0
  useKeys(
    [{ key: 's', says: m.capacity_ask({ week: needed?.week ?? 0 }), run: () => setOpen({ kind: 'ask' }) }],
    mayAsk,
  )
  const say = ({ personId, name, can }: Person) =>
    setOpen({ kind: 'say', of: { personId }, name, lowerOnly: can.change === 'lower' })
  const saySchool = (row: Schools) => {
    const id = row.schools[0]?.id
    if (id) setOpen({ kind: 'say', of: { schoolId: id }, name: schoolSays(row), lowerOnly: false })
  }
  const me = capacity?.people.find((person) => person.me && person.can.change !== 'no')
  const actions = (mayAsk || me) && (
    <>
      {me && <Button onClick={() => say(me)}>{m.capacity_change_mine()}</Button>}
      {mayAsk && (
        <Button variant="filled" rightSection={<KeyCap>s</KeyCap>} onClick={() => setOpen({ kind: 'ask' })}>
          {m.capacity_ask({ week: needed.week })}
        </Button>
      )}
    </>
  )
  return (
    <Page
      title={m.capacity_title()}
      subtitle={first(saysDay(today()))}
      actions={actions || undefined}
      aside={capacity && <WhoSees seesAll={capacity.can.seesAll} />}
    >
      {!capacity && !error && <GreyRows count={6} />}
      {error && !capacity && (
        <EmptyState
          title={m.web_list_failed()}
          action={<Button onClick={() => void refetch()}>{m.web_try_again()}</Button>}
        >
          {error.detail || error.title}
        </EmptyState>
      )}
      {capacity && capacity.people.length === 0 && capacity.schools.length === 0 && (
        <EmptyState title={m.capacity_nobody()}>{m.capacity_nobody_text()}</EmptyState>
      )}
      {capacity && (capacity.people.length > 0 || capacity.schools.length > 0) && (
        <Weeks capacity={capacity} onPerson={say} onSchool={saySchool} />
      )}
      {capacity && <CalledLists capacity={capacity} />}
      {capacity && <Dialogs capacity={capacity} open={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
