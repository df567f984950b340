import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { Card } from '#web/parts/Card.tsx'
import { first, saysDay } from '#web/parts/dates.ts'
import { Page } from '#web/parts/Page.tsx'
import { CallingWeek } from './CallingWeek.tsx'
import { ClosedDays } from './ClosedDays.tsx'
import { holidayNames } from './working-days.table.ts'
import { showWorkingDays } from './working-days.schema.ts'
import './working-days.css'

type Shown = AnswerOf<typeof showWorkingDays>

const Holidays = ({ holidays }: Pick<Shown, 'holidays'>) => (
  <Card title={m.working_days_holidays()}>
    <p className="tov-dim">{m.working_days_holidays_text()}</p>
    <ul className="working-days-rows">
      {holidays.map(({ on, name }) => (
        <li key={`${on} ${name}`}>
          <b>{holidayNames[name]()}</b>
          <span>{first(saysDay(on))}</span>
        </li>
      ))}
    </ul>
  </Card>
)

/** When the centre calls, and the days on which nobody works. */
export default function WorkingDaysPage() {
  const { data, error } = useAnswer(showWorkingDays)
  return (
    <Page title={m.working_days_title()} subtitle={m.working_days_subtitle()}>
      {error && !data && <p role="alert">{sentenceOf(error, m.web_failed())}</p>}
      {data && (
        <div className="working-days">
          <CallingWeek key={JSON.stringify(data.callingHours)} hours={data.callingHours} may={data.can.changeHours} />
          <ClosedDays closed={data.closed} closes={data.can.closes} />
          <Holidays holidays={data.holidays} />
        </div>
      )}
    </Page>
  )
}
