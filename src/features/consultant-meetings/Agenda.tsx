import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { saysDate } from '#web/parts/dates.ts'
import { Card } from '#web/parts/Card.tsx'
import { Go, type Path } from '#web/parts/Go.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { removeMeetingPoint } from './consultant-meetings.schema.ts'
import {
  factsOf,
  lateOf,
  type Meeting,
  outcomeOf,
  type Point,
  saysKind,
  sectionSays,
  titleOf,
} from './meeting-words.tsx'
import { type Section, sections } from './meeting-shapes.schema.ts'

const pageOf = ({ kind, sourceId, company }: Point): Path | null => {
  if (kind === 'report' && sourceId !== null) return `/besoeg/${sourceId}/rapport?for=rapport`
  return company ? `/virksomheder/${company.id}` : null
}

const Line = ({ point, waits }: { point: Point; waits: boolean }) => {
  const remove = useAct(removeMeetingPoint, { says: () => m.consultant_meetings_point_removed() })
  const to = pageOf(point)
  const came = outcomeOf(point)
  const late = lateOf(point)
  const words =
    point.kind === 'need'
      ? [point.words, ...point.needs].join(' · ')
      : (point.needs[0] ?? (point.company ? point.words : ''))
  return (
    <li className="meeting-agenda-line">
      <div>
        {to ? (
          <Go className="tov-link" to={to}>
            {titleOf(point)}
          </Go>
        ) : (
          <b>{titleOf(point)}</b>
        )}
        <p className="tov-dim tov-small">{[saysKind(point), factsOf(point)].filter(Boolean).join(' · ')}</p>
        {words && <p className="meeting-agenda-words">{words}</p>}
      </div>
      <div className="meeting-agenda-state">
        {came ? (
          <StateTag tone={came.tone}>{came.says}</StateTag>
        ) : (
          late && waits && <StateTag tone="galt">{late}</StateTag>
        )}
        {point.can.remove && point.id !== null && (
          <button
            type="button"
            className="tov-text-button"
            aria-label={m.consultant_meetings_point_remove_which({ which: titleOf(point) })}
            onClick={() => void remove.run({ params: { id: point.id ?? 0 } })}
          >
            {m.consultant_meetings_point_remove()}
          </button>
        )}
      </div>
    </li>
  )
}

const Part = ({ section, meeting }: { section: Section; meeting: Meeting }) => {
  const points = meeting.points.filter((one) => one.section === section)
  if (points.length === 0) return null
  return (
    <Card title={sectionSays[section]()} right={<span className="tov-dim">{points.length}</span>} padded={false}>
      <ol className="meeting-agenda">
        {points.map((point) => (
          <Line key={point.id ?? `${point.kind} ${point.sourceId}`} point={point} waits={meeting.state !== 'closed'} />
        ))}
      </ol>
      {section === 'reports' && meeting.more > 0 && (
        <p className="meeting-more tov-dim tov-small">{m.consultant_meetings_more({ count: meeting.more })}</p>
      )}
    </Card>
  )
}
export const Agenda = ({ meeting }: { meeting: Meeting }) => (
  <div className="meeting-agendas">
    {sections.map((section) => (
      <Part key={section} section={section} meeting={meeting} />
    ))}
  </div>
)

const stateSays = {
  open: m.consultant_meetings_last_open,
  kept: m.consultant_meetings_last_kept,
  dropped: m.consultant_meetings_last_dropped,
  said: m.consultant_meetings_last_said,
}
const stateTone = { open: 'venter', kept: 'fri', dropped: 'sten', said: 'sten' } as const
export const stateOfLine = (state: keyof typeof stateSays) => (
  <StateTag tone={stateTone[state]}>{stateSays[state]()}</StateTag>
)

export const LastTime = ({ last: { id, startsAt, lines } }: { last: NonNullable<Meeting['last']> }) => (
  <Card
    title={m.consultant_meetings_part_last()}
    right={
      <Go className="tov-link" to={`/konsulentmoede/${id}`}>
        {saysDate(startsAt)}
      </Go>
    }
  >
    {lines.length === 0 && <p className="tov-dim">{m.consultant_meetings_last_none()}</p>}
    <ul className="meeting-ideas">
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines of closed minutes: none is added, none goes
        <li key={index}>
          <b>{line.company ?? line.words}</b>
          <span className="tov-dim tov-small">
            {[line.company && line.words, line.who, line.dueOn && saysDate(line.dueOn)].filter(Boolean).join(' · ')}
          </span>
          {stateOfLine(line.state)}
        </li>
      ))}
    </ul>
  </Card>
)
