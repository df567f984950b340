import { Button } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { saysNearMoment } from '#web/parts/dates.ts'
import { AddOtherCalendar } from './AddOtherCalendar.tsx'
import { listOtherCalendars, readAgain, removeOtherCalendar, weeksAhead } from './other-calendars.schema.ts'
import { saysTrouble } from './trouble-words.table.ts'
import './other-calendars.css'

type Own = AnswerOf<typeof listOtherCalendars>['rows'][number]

const nameOf = ({ name, host }: Own) => (name === '' ? host : m.other_calendars_row({ name, host }))

const saysRead = ({ readAt, times, trouble }: Own): string => {
  if (readAt === null) return trouble ? '' : m.other_calendars_unread()
  const [when, weeks] = [saysNearMoment(readAt), weeksAhead]
  if (trouble) return m.other_calendars_still_counts({ when })
  if (times === 0) return m.other_calendars_read_none({ when, weeks })
  return times === 1
    ? m.other_calendars_read_one({ when, weeks })
    : m.other_calendars_read_many({ when, weeks, count: times })
}

const OwnCalendar = ({ own }: { own: Own }) => {
  const input = { params: { id: own.id } }
  const again = useAct(readAgain, { says: () => m.other_calendars_reading() })
  const remove = useAct(removeOtherCalendar, { says: () => m.other_calendars_removed() })
  const { trouble, troubleSince, leftOut } = own
  const name = own.name || own.host
  return (
    <li className="other-calendar">
      <div>
        <b>{nameOf(own)}</b>
        {trouble && troubleSince && (
          <p className="other-calendar-trouble">
            {m.other_calendars_troubled({ since: saysNearMoment(troubleSince), why: saysTrouble[trouble]() })}
          </p>
        )}
        {saysRead(own) && <p>{saysRead(own)}</p>}
        {leftOut > 0 && <p>{m.other_calendars_left_out({ count: leftOut })}</p>}
      </div>
      <div className="other-calendar-acts">
        <Button aria-label={m.other_calendars_again_of({ name })} onClick={() => void again.run(input)}>
          {m.other_calendars_again()}
        </Button>
        <Button aria-label={m.other_calendars_remove_of({ name })} onClick={() => void remove.run(input)}>
          {m.other_calendars_remove()}
        </Button>
      </div>
    </li>
  )
}

/** Calendars of one's own elsewhere, read for when one is busy: how that goes, and what to do when it does not. */
export const OtherCalendarCard = () => {
  const { data } = useAnswer(listOtherCalendars)
  return (
    <section aria-labelledby="other-calendars" className="other-calendars">
      <h3 id="other-calendars">{m.other_calendars_title()}</h3>
      <p className="tov-dim">{m.other_calendars_text()}</p>
      {data && data.rows.length > 0 && (
        <ul aria-label={m.other_calendars_mine()}>
          {data.rows.map((own) => (
            <OwnCalendar key={own.id} own={own} />
          ))}
        </ul>
      )}
      {data && (data.possible ? <AddOtherCalendar /> : <p>{m.other_calendars_impossible()}</p>)}
    </section>
  )
}
