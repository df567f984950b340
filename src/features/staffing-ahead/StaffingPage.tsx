import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { saysNearMoment } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { number, signed } from '#web/parts/numbers.ts'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows } from '#web/parts/Rows.tsx'
import { askAllProposed, proposeStaffing, showStaffing, takeBackLeaving } from './staffing-ahead.schema.ts'
import { VisitCard } from './VisitCard.tsx'
import './staffing-ahead.css'

type Shown = AnswerOf<typeof showStaffing>

const saysMade = ({ made }: Shown) => {
  if (made === null) return m.staffing_ahead_not_made()
  const when = saysNearMoment(made.at)
  return made.by === null ? m.staffing_ahead_made_night({ when }) : m.staffing_ahead_made_by({ who: made.by, when })
}
const visits = (count: number) => m.staffing_ahead_gain_visits({ count: number(count) })
/** "3 ændringer, +42 point, fordi 1 besøg får en, der fører samtalen, og 2 besøg en, der tager med". */
const saysGain = ({ gain: { changes, points }, rows }: Shown) => {
  if (changes === 0) return null
  const at = (place: 'lead' | 'second') =>
    rows.filter(({ proposed }) => proposed.some((one) => one.place === place && one.hinders === null)).length
  const because = m.staffing_ahead_gain_because({ led: visits(at('lead')), along: visits(at('second')) })
  const gained =
    changes === 1
      ? m.staffing_ahead_gain_one({ points: signed(points, 0) })
      : m.staffing_ahead_gain_many({ count: number(changes), points: signed(points, 0) })
  return `${gained}, ${because}.`
}

const AskAll = ({ count }: { count: number }) => {
  const [asking, setAsking] = useState(false)
  const ask = useAct(askAllProposed, {
    says: ({ asked, left }) =>
      left === 0
        ? m.staffing_ahead_said_ask_all({ count: number(asked) })
        : m.staffing_ahead_said_ask_all_left({ count: number(asked), left: number(left) }),
  })
  return (
    <>
      <Button disabled={count === 0} loading={ask.running} onClick={() => setAsking(true)}>
        {m.staffing_ahead_ask_all()}
      </Button>
      <Ask
        open={asking}
        title={m.staffing_ahead_ask_all_title({ count: number(count) })}
        yes={m.staffing_ahead_ask_all()}
        onClose={() => setAsking(false)}
        onYes={() => void ask.run()}
      >
        {m.staffing_ahead_ask_all_text()}
      </Ask>
    </>
  )
}

const Exceptions = ({ rows }: { rows: Shown['exceptions'] }) => {
  const undo = useAct(takeBackLeaving, { says: () => m.staffing_ahead_said_exception_undo() })
  if (rows.length === 0) return null
  return (
    <Rows title={m.staffing_ahead_exceptions()} note={rows.length}>
      {rows.map(({ id, company, who, why, saidBy }) => (
        <Row
          key={id}
          title={
            who === null
              ? m.staffing_ahead_exception_all({ company })
              : m.staffing_ahead_exception_person({ company, who })
          }
          text={m.staffing_ahead_exception_why({ why, by: saidBy })}
          action={
            <RowButton onClick={() => void undo.run({ params: { exceptionId: id } })}>
              {m.staffing_ahead_exception_undo()}
            </RowButton>
          }
        />
      ))}
    </Rows>
  )
}

const Whole = ({ shown }: { shown: Shown }) => {
  const gain = saysGain(shown)
  const nextId = shown.rows.find(({ proposed }) => proposed.some(({ hinders }) => hinders === null))?.id
  return (
    <>
      <div className="staffing-about">
        <p>
          {saysMade(shown)} {gain && <b>{gain}</b>}
        </p>
        <p className="tov-dim">{m.staffing_ahead_help()}</p>
      </div>
      {shown.rows.length === 0 && (
        <EmptyState title={m.staffing_ahead_empty()}>{m.staffing_ahead_empty_text()}</EmptyState>
      )}
      {shown.rows.map((visit) => (
        <VisitCard key={visit.id} visit={visit} filled={visit.id === nextId} />
      ))}
      <Exceptions rows={shown.exceptions} />
    </>
  )
}

/** Visits ahead that lack somebody, the worst first, each with who could go and why. */
const StaffingPage = () => {
  const answer = useAnswer(showStaffing)
  const { data } = answer
  const propose = useAct(proposeStaffing, { says: () => m.staffing_ahead_said_propose() })
  return (
    <Page
      title={m.staffing_ahead_title()}
      subtitle={data && m.staffing_ahead_subtitle({ weeks: number(data.weeks) })}
      up={{ to: '/kalender', text: m.web_nav_calendar() }}
      actions={
        <>
          <Button loading={propose.running} onClick={() => void propose.run()}>
            {m.staffing_ahead_propose()}
          </Button>
          <AskAll count={data?.gain.changes ?? 0} />
        </>
      }
    >
      {data ? <Whole shown={data} /> : answer.error ? <ListFailed list={answer} /> : <GreyRows count={6} />}
    </Page>
  )
}
export default StaffingPage
