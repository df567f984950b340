import { useSearch } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { first, saysDay, saysDeadline, saysShortDay, saysWeek, today, weekday } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go, pathOf } from '#web/parts/Go.tsx'
import { Page } from '#web/parts/Page.tsx'
import { sentenceOf } from '#web/data/problem.ts'
import { Row, RowButton, Rows, useRowKeys } from '#web/parts/Rows.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { placesFor } from '#web/frame/navigation.table.ts'
import { type Me, useMay, useMe } from '#web/frame/me.ts'
import { daysBackToWork } from './back-to-work.shared.ts'
import { NearlyFull } from '../forecast/NearlyFull.tsx'
import { FirstDay } from './FirstDay.tsx'
import { Examples, FirstDayBeside } from './FirstDayBeside.tsx'
import { NoMail } from './NoMail.tsx'
import { showFirstDay } from './first-day.schema.ts'
import { listWaiting } from './home.schema.ts'
import { saysWaiting, type WaitingRow } from './WaitingWords.tsx'
import { soonDays } from '#platform/waiting.shared'
import './home.css'

const sections = [
  { when: 'over', title: m.home_waiting_over, note: m.home_waiting_over_note },
  { when: 'today', title: m.home_waiting_today, note: () => first(saysDay(today())) },
  { when: 'week', title: () => m.home_waiting_week({ days: soonDays }), note: () => '' },
  { when: 'later', title: m.home_waiting_later, note: () => '' },
] as const

const WaitingItem = ({ row, filled }: { row: WaitingRow; filled: boolean }) => {
  const { icon, title, text, button, tone } = saysWaiting(row)
  return (
    <Row
      icon={icon}
      tone={tone}
      title={title}
      text={text}
      state={row.date && saysDeadline(row.date)}
      action={
        <RowButton to={pathOf(row.href)} filled={filled}>
          {button}
        </RowButton>
      }
    />
  )
}

const Sections = ({ rows, filled }: { rows: readonly WaitingRow[]; filled: boolean }) =>
  sections.map(({ when, title, note }) => {
    const here = rows.filter((row) => row.when === when)
    return (
      here.length > 0 && (
        <Rows key={when} title={title()} note={note()}>
          {here.map((row) => (
            // The worst thing of all is the one filled button of the page.
            <WaitingItem key={`${row.kind} ${row.href} ${row.date}`} row={row} filled={filled && row === rows[0]} />
          ))}
        </Rows>
      )
    )
  })

const Done = ({ done }: { done: readonly { text: string; href: string }[] | undefined }) => (
  <Card title={daysBackToWork(weekday(today())) > 1 ? m.home_done_title_friday() : m.home_done_title()}>
    {done?.length === 0 ? (
      <p className="home-done-none">{m.home_done_none()}</p>
    ) : (
      <ul className="home-done">
        {done?.map((one) => (
          <li key={one.href + one.text}>
            <IconCheck size={16} aria-hidden />
            <Go to={pathOf(one.href)}>{one.text}</Go>
          </li>
        ))}
      </ul>
    )}
  </Card>
)

/** Where nothing waits, one goes on from here: the places that the role has. */
const Places = () => {
  const places = placesFor(useMe()).filter(({ to }) => to !== '/')
  return (
    places.length > 0 && (
      <Card title={m.home_places()}>
        <ul className="home-done">
          {places.map(({ to, text, icon: Icon }) => (
            <li key={to}>
              <Icon size={16} aria-hidden />
              <Go to={to}>{text()}</Go>
            </li>
          ))}
        </ul>
      </Card>
    )
  )
}

/** What will come here, for what one does. */
const saysComing = (me: Me) => {
  if (me.may.includes('listCompanies')) return m.home_waiting_empty_text()
  if (me.may.includes('listContactLists')) return m.home_waiting_empty_hears()
  if (placesFor(me).length > 1) return m.home_waiting_empty_looks()
  return m.home_waiting_empty_no_pages()
}

const inWords = (count: number) => m.home_number_words().split(' ')[count] ?? String(count)
const saysCount = (count: number) => {
  if (count === 0) return m.home_waiting_none()
  if (count === 1) return m.home_waiting_one()
  return m.home_waiting_many({ count: first(inWords(count)) })
}

type Day = AnswerOf<typeof showFirstDay>
/** On the first day its own steps are what one has before one. */
const saysSubtitle = (count: number, day: Day | undefined) =>
  day?.state === 'under-way'
    ? m.home_first_subtitle({ count: inWords(day.steps.filter(({ done }) => !done).length) })
    : saysCount(count)

/** Home: what waits for me, worst first, each with the button that does it. */
export default function WaitingPage() {
  const { andre } = useSearch({ from: '/signed-in/framed/' })
  const change = useChangeSearch<{ andre: 'ja' }>()
  const { data, error, isPending } = useAnswer(listWaiting, { query: andre ? { others: 'true' } : {} }, { keep: true })
  useRowKeys()
  const others = data?.can.others && (
    <Button onClick={() => change({ andre: andre ? undefined : 'ja' })}>
      {andre ? m.home_waiting_mine() : m.home_waiting_others()}
    </Button>
  )
  const rows = data?.rows ?? []
  const me = useMe()
  const day = useAnswer(showFirstDay, {}, { when: useMay()(showFirstDay) }).data
  const begun = day?.state === 'under-way'
  /** Whoever settles the centre, not one school. */
  const settling = begun && day.people.length > 0 ? day : undefined
  // Who knows no companies gets nothing to do here yet, and so has nothing that is done either.
  const knows = me.may.includes('listCompanies')
  return (
    <Page
      title={m.web_nav_waiting()}
      subtitle={`${first(saysDay(today()))}, ${saysWeek(today())}. ${data && (rows.length > 0 || knows || begun) ? saysSubtitle(rows.length, day) : ''}`}
      phoneNote={first(saysShortDay(today()))}
      actions={
        settling && !me.demo ? (
          <Examples at={settling.examples} />
        ) : (
          others && <span className="tov-only-desktop">{others}</span>
        )
      }
      aside={
        <>
          {!me.mails && !me.demo && me.may.includes('listMails') && <NoMail />}
          {settling && <FirstDayBeside day={settling} />}
          {!begun && knows && <NearlyFull />}
          {!begun && knows && <Done done={data?.done} />}
        </>
      }
    >
      {me.schoolWaits && <p role="status">{m.members_me_waits({ school: me.school?.name ?? '' })}</p>}
      {day && <FirstDay day={day} />}
      {isPending && (
        <div className="tov-card">
          <GreyRows count={6} />
        </div>
      )}
      {error && !data && <EmptyState title={m.home_waiting_failed()}>{sentenceOf(error, m.web_failed())}</EmptyState>}
      {data && rows.length === 0 && !begun && (
        <div className="home-empty">
          <EmptyState title={andre ? m.home_waiting_empty_all() : m.home_waiting_empty()} action={!andre && others}>
            {saysComing(me)}
          </EmptyState>
        </div>
      )}
      {data && rows.length === 0 && !begun && <Places />}
      <Sections rows={rows} filled={!begun} />
      {rows.length > 0 && others && <div className="tov-only-phone home-stretch">{others}</div>}
    </Page>
  )
}
