import { Button } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useKeys } from '#web/data/keys.ts'
import { Card } from '#web/parts/Card.tsx'
import { addDays, first, mondayOf, saysDay, today } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { Page } from '#web/parts/Page.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { AskDialog, askable, AskedDialog } from './AskDialog.tsx'
import { fewest, showCapacity } from './capacity.schema.ts'
import {
  calledFor,
  type Capacity,
  fullKinds,
  isFullOf,
  limitsOf,
  overOf,
  type Person,
  type Schools,
  schoolSays,
  weekSays,
} from './capacity-words.tsx'
import { CalledLists } from './CalledLists.tsx'
import { SayDialog } from './SayDialog.tsx'
import { WeeksCard, type WeeksProps } from './WeeksTable.tsx'
import './capacity.css'

/** A week in which a meeting may still be held. */
const isAhead = ({ on }: Capacity['weeks'][number]) => addDays(on, 4) > today()
/** The week that more are wanted for: where somebody has too many, else the first that somebody is full in of what is called for. */
const neededWeek = (capacity: Capacity) => {
  const { people, weeks } = capacity
  const forms = calledFor(capacity)
  const at = (test: (week: Person['weeks'][number]) => boolean) =>
    weeks
      .filter(isAhead)
      .find(({ on }) => people.some((person) => person.weeks.some((week) => week.on === on && test(week))))
  return at((week) => overOf(week) > 0) ?? at((week) => forms.some((form) => isFullOf(form, week)))
}

type Open =
  | { kind: 'say'; of: { personId: number } | { schoolId: number }; name: string; lowerOnly: boolean }
  | { kind: 'ask' }
const WhoSees = ({ seesAll }: { seesAll: boolean }) => (
  <Card title={m.capacity_who_sees()}>
    <p className="tov-dim">{seesAll ? m.capacity_who_sees_all({ fewest }) : m.capacity_who_sees_own({ fewest })}</p>
    <VisibilityMark who={seesAll ? 'centre' : 'school'} />
  </Card>
)

const useChosenWeek = () => {
  const search = useSearch({ from: '/signed-in/framed/kapacitet' })
  const change = useChangeSearch<{ uge: string; spurgt: number; liste: number }>()
  const monday = search.uge ? mondayOf(search.uge) : undefined
  const openList = (liste: number | undefined) => change({ liste })
  return {
    from: monday,
    asked: search.spurgt,
    answered: () => change({ spurgt: undefined }),
    listId: search.liste,
    openList,
  }
}

const Dialogs = ({ capacity, open, onClose }: { capacity: Capacity; open: Open | null; onClose: () => void }) => {
  const { asked, answered } = useChosenWeek()
  const week = neededWeek(capacity)
  const start = capacity.weeks[0]
  const me = capacity.people.find((person) => person.me)
  const own = me?.weeks[0]
  if (asked !== undefined && start && own)
    return (
      <AskedDialog
        {...{ id: asked, week: start.week, onClose: answered }}
        form={me?.asked.find(({ on }) => on === start.on)?.form ?? 'visit'}
        own={first([weekSays(own), ...fullKinds(own)].join(', '))}
      />
    )
  if (open?.kind === 'ask' && week) return <AskDialog capacity={capacity} week={week} onClose={onClose} />
  if (open?.kind !== 'say' || !start) return null
  const { of } = open
  // What holds in most weeks, rather than what was said of one.
  const now =
    'personId' in of ? capacity.people.find(({ personId }) => personId === of.personId)?.weeks.at(-1) : undefined
  const row =
    'schoolId' in of
      ? capacity.schools.find(({ schools, agreed }) => agreed && schools.some(({ id }) => id === of.schoolId))
      : undefined
  return (
    <SayDialog
      {...open}
      week={start.on}
      meetings={now ? now.meetings : (row?.agreed?.at(-1) ?? null)}
      aDay={now?.aDay ?? null}
      limits={now ? limitsOf(now) : (row?.limits ?? {})}
      onClose={onClose}
    />
  )
}

type Shown = { capacity: Capacity | undefined; failed: string | undefined; onAgain: () => void } & Omit<
  WeeksProps,
  'capacity'
>
/** The weeks, or why there are none. */
const Content = ({ capacity, failed, onAgain, ...on }: Shown) => {
  if (!capacity)
    return failed === undefined ? (
      <GreyRows count={6} />
    ) : (
      <EmptyState title={m.web_list_failed()} action={<Button onClick={onAgain}>{m.web_try_again()}</Button>}>
        {failed}
      </EmptyState>
    )
  if (capacity.people.length === 0 && capacity.schools.length === 0)
    return <EmptyState title={m.capacity_nobody()}>{m.capacity_nobody_text({ fewest })}</EmptyState>
  return <WeeksCard capacity={capacity} {...on} />
}

/** How many meetings are agreed, booked and free, and who can give one more; `under` the weeks, and `beside` them: what later rooms show there. */
export const CapacityPage = ({ under, beside }: { under: ReactNode; beside: ReactNode }) => {
  const { from, listId, openList } = useChosenWeek()
  const { data: capacity, error, refetch } = useAnswer(showCapacity, { query: { from } }, { keep: true })
  const [open, setOpen] = useState<Open | null>(null)
  const needed = capacity && neededWeek(capacity)
  const mayAsk =
    capacity?.can.ask === true &&
    needed !== undefined &&
    calledFor(capacity).some((form) => askable(capacity, needed, form).length > 0)
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
  const aside = (
    <>
      {beside}
      {capacity && <WhoSees seesAll={capacity.can.seesAll} />}
    </>
  )
  const failed = error ? error.detail || error.title : undefined
  return (
    <Page
      title={m.capacity_title()}
      subtitle={first(saysDay(today()))}
      actions={actions || undefined}
      aside={aside}
      asideWidth={340}
    >
      <Content {...{ capacity, failed }} onAgain={() => void refetch()} onPerson={say} onSchool={saySchool} />
      {under}
      {capacity && <CalledLists capacity={capacity} openId={listId} onOpen={openList} />}
      {capacity && <Dialogs capacity={capacity} open={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
