import { useSearch } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { addDays, dayOf, first, mondayOf, saysDate, saysDay, saysWeek, today } from '#web/parts/dates.ts'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { useMoreBeside } from '#web/parts/more-beside.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { useKeys } from '#web/data/keys.ts'
import { useMay } from '#web/frame/me.ts'
import { Page } from '#web/parts/Page.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { AbsenceDialog } from '../diaries/AbsenceDialog.tsx'
import { BookDialog } from '../bookings/BookDialog.tsx'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { showCalendar } from './calendar.schema.ts'
import type { Person } from '../diaries/diary-person.tsx'
import { type Calendar, type Column, daysShown, meetingsOf, offOn } from './calendar-words.tsx'
import { DayList } from './DayList.tsx'
import { NoHours } from '../diaries/NoHours.tsx'
import { HoursDialog } from '../diaries/HoursDialog.tsx'
import { MeetingCard } from '../bookings/MeetingCard.tsx'
import { LearningAim } from '../learning-aims/LearningAim.tsx'
import { WeekGrid } from './WeekGrid.tsx'
import { showMyFeed } from '../calendar-feeds/calendar-feeds.schema.ts'
import { OtherCalendars } from './OtherCalendars.tsx'
import './calendar.css'

type Search = { dag: string; hvem: 'mine' | 'alle'; aftale: number; andre: 'vis' }
type Dialog = 'book' | 'absence' | null

/** Nothing is there and nothing can be: it stands behind those who may be booked. */
const isEmpty = ({ person, meetings, beside }: Column) =>
  person.hours.length === 0 && meetings.length === 0 && beside.length === 0
/** My week, a column a day; or one day of everyone, a column a person. */
const columnsOf = (calendar: Calendar, who: 'mine' | 'all', date: string): Column[] => {
  const meetings = (personId: number, day: string) =>
    meetingsOf(calendar, personId).filter((one) => dayOf(one.startsAt) === day)
  const column = (key: string, person: Person, day: string): Column => ({
    ...{ key, person, date: day },
    meetings: meetings(person.personId, day),
    beside: calendar.beside.filter((one) => one.personId === person.personId && dayOf(one.startsAt) === day),
    off: offOn(calendar, person.personId, day),
  })
  if (who === 'all')
    return calendar.people
      .map((person) => column(String(person.personId), person, date))
      .toSorted((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)))
  const [person] = calendar.people
  return person ? daysShown(date, calendar, dayOf).map((day) => column(day, person, day)) : []
}

const usePlace = () => {
  const { dag, hvem, aftale, andre } = useSearch({ from: '/signed-in/framed/kalender' })
  const setSearch = useChangeSearch<Search>()
  const asked = hvem === undefined ? 'usual' : hvem === 'mine' ? 'mine' : 'all'
  // Whoever opens it on a day when nobody works looks ahead, not back.
  const from = dag && mondayOf(dag)
  const { data } = useAnswer(showCalendar, { query: { ...(from && { from }), days: 7, who: asked } }, { keep: true })
  const date = dag ?? data?.opensOn ?? today()
  const monday = mondayOf(date)
  const who = asked === 'usual' ? (data?.who ?? 'all') : asked
  const step = (by: number) => setSearch({ dag: addDays(date, who === 'mine' ? 7 * by : by) })
  useKeys([
    { key: 'arrowleft', says: m.calendar_key_before(), run: () => step(-1) },
    { key: 'arrowright', says: m.calendar_key_after(), run: () => step(1) },
    { key: 't', says: m.calendar_today(), run: () => setSearch({ dag: today() }) },
  ])
  return {
    who,
    date,
    monday,
    data,
    step,
    setSearch,
    chosen: data?.bookings.find((one) => one.id === aftale),
    aftale,
    othersShown: andre === 'vis',
  }
}

const Steps = ({ step, onToday }: { step: (by: number) => void; onToday: () => void }) => (
  <div className="calendar-steps">
    <Button aria-label={m.calendar_key_before()} onClick={() => step(-1)}>
      <IconChevronLeft size={18} aria-hidden />
    </Button>
    <Button onClick={onToday}>{m.calendar_today()}</Button>
    <Button aria-label={m.calendar_key_after()} onClick={() => step(1)}>
      <IconChevronRight size={18} aria-hidden />
    </Button>
  </div>
)

type Place = ReturnType<typeof usePlace>
type Doing = { me: Person | undefined; onHours: (person: Person) => void; onDialog: (dialog: Dialog) => void }

const Actions = ({ place, me, onHours, onDialog }: Doing & { place: Place }) => {
  const may = useMay()
  const { who, chosen, step, setSearch } = place
  const meetingFirst = chosen?.can.acknowledge || chosen?.can.report
  return (
    <>
      <Steps step={step} onToday={() => setSearch({ dag: today() })} />
      <Choices
        label={m.calendar_whose()}
        value={who}
        options={[
          { value: 'mine', label: m.calendar_mine() },
          { value: 'all', label: m.calendar_all() },
        ]}
        onChange={(value) => setSearch({ hvem: value === 'mine' ? 'mine' : 'alle' })}
      />
      {me?.can.changeHours && <Button onClick={() => onHours(me)}>{m.calendar_hours()}</Button>}
      {me?.can.changeHours && <Button onClick={() => onDialog('absence')}>{m.calendar_absence()}</Button>}
      {may(showMyFeed) && me && <Button onClick={() => setSearch({ andre: 'vis' })}>{m.calendar_others()}</Button>}
      {may(bookMeeting) && (
        <Button
          variant={meetingFirst || me?.hours.length === 0 ? 'default' : 'filled'}
          onClick={() => onDialog('book')}
        >
          {m.calendar_book()}
        </Button>
      )}
    </>
  )
}

const Shown = ({ place, onHours }: Pick<Doing, 'onHours'> & { place: Place }) => {
  const { data, who, date, aftale, setSearch } = place
  const scroll = useMoreBeside()
  if (!data) return <GreyRows count={12} />
  const columns = columnsOf(data, who, date)
  const choose = (id: number) => {
    const meeting = data.bookings.find((one) => one.id === id)
    setSearch({ aftale: id, ...(meeting && { dag: dayOf(meeting.startsAt) }) })
  }
  if (columns.length === 0)
    return <EmptyState title={m.calendar_no_calendar()}>{m.calendar_no_calendar_text()}</EmptyState>
  const days = who === 'mine' ? daysShown(date, data, dayOf) : [date]
  return (
    <>
      <div ref={scroll.place} className="tov-only-desktop calendar-scroll" data-more={scroll.more || undefined}>
        <WeekGrid
          columns={columns}
          titles={who === 'mine' ? 'days' : 'people'}
          chosen={aftale}
          onChoose={choose}
          onHours={onHours}
        />
      </div>
      <div className="tov-only-phone">
        <DayList calendar={data} days={days} who={who} onChoose={choose} />
      </div>
    </>
  )
}

/** Consultants' weeks: working hours, absences, meetings with their driving. */
const CalendarPage = () => {
  const place = usePlace()
  const { who, date, monday, data, chosen, setSearch } = place
  const [dialog, setDialog] = useState<Dialog>(null)
  const [hoursOf, setHoursOf] = useState<Person>()
  const aside = useRef<HTMLElement>(null)
  const chosenId = chosen?.id
  useEffect(() => {
    const onPhone = matchMedia('(max-width: 767px)').matches
    if (chosenId !== undefined && onPhone) aside.current?.scrollIntoView()
  }, [chosenId])
  const me = data?.people.find((one) => one.me)
  const close = () => setDialog(null)
  const week = `${first(saysWeek(date))}, ${saysDate(monday)} – ${saysDate(addDays(monday, 6))}`
  return (
    <Page
      title={m.web_nav_calendar()}
      subtitle={who === 'mine' ? week : `${first(saysDay(date))}, ${saysWeek(date)}`}
      asideFirst
      asideRef={aside}
      {...(chosen && {
        aside: (
          <>
            <MeetingCard key={chosen.id} meeting={chosen} onClose={() => setSearch({ aftale: undefined })} />
            {chosen.visitors.length > 1 && <LearningAim key={`aim ${chosen.id}`} bookingId={chosen.id} />}
          </>
        ),
      })}
      actions={<Actions place={place} me={me} onHours={setHoursOf} onDialog={setDialog} />}
    >
      {who === 'mine' && me?.can.changeHours && me.hours.length === 0 && <NoHours person={me} onHours={setHoursOf} />}
      <Shown place={place} onHours={setHoursOf} />
      {dialog === 'book' && (
        <BookDialog from={date} onClose={close} {...(who === 'mine' && me && { personId: me.personId })} />
      )}
      {hoursOf && <HoursDialog person={hoursOf} onClose={() => setHoursOf(undefined)} />}
      {place.othersShown && me && <OtherCalendars onClose={() => setSearch({ andre: undefined })} />}
      {dialog === 'absence' && me && <AbsenceDialog person={me} date={date} onClose={close} />}
    </Page>
  )
}
export default CalendarPage
