import * as m from '#texts'
import { whoReads } from '../centre/who-reads.table.ts'
import { answerWords } from '../may-contact/answers.table.ts'
import { listCompanyCalls } from '../calls/calls.schema.ts'
import { notesOf, RemoveNote } from '../notes/NoteDialog.tsx'
import { listNotes } from '../notes/notes.schema.ts'
import { OverruledCall, UndoLift } from '../overruling/Overruled.tsx'
import { Overrule } from '../overruling/OverruleForm.tsx'
import { listPromises } from '../promises/promises.schema.ts'
import { listVisits } from '../visits/visits.schema.ts'
import { type RowOf, useAnswer, useInfiniteAnswer } from '#web/data/answers.ts'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { first, saysDate, saysDay, today } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { inPairs } from '#web/parts/numbers.ts'
import { Quote, Thread } from '#web/parts/Thread.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { listCompanyEvents } from './one-company.schema.ts'
import { wordsOf } from './company-events.table.ts'
import { promisesOf } from './CompanyRunning.tsx'
import { visitsOf } from './CompanyNeeds.tsx'
import { type Card, meetingKnots, people, type Placed, placeOf, waitKnots } from './CompanyWords.tsx'

type Event = RowOf<typeof listCompanyEvents>

const reads = (what: keyof typeof whoReads) => <VisibilityMark who={whoReads[what]} />
const when = (day: string) => (day === today() ? m.companies_today({ day: saysDay(day) }) : first(saysDay(day)))

const under = ({ underCvr }: { underCvr: string | null }) =>
  underCvr && m.companies_under_old_cvr({ cvr: inPairs(underCvr) })

/** What was kept; what is still to be done stands among what is running. */
const promiseKnots = (rows: readonly RowOf<typeof listPromises>[], card: Card): Placed[] =>
  rows
    // What they promised us is told by its event.
    .filter((row) => row.state === 'kept' && row.promisedBy === 'us')
    .map((row) => {
      const day = row.closedAt ?? row.dueOn
      return {
        key: `promise-${row.id}`,
        at: day,
        when: when(day.slice(0, 10)),
        title: row.what,
        line: people(
          m.companies_agreed_on({ who: people(row.owner.name, row.owner.school), date: saysDate(row.madeAt) }),
          placeOf(row, card),
        ),
        kind: 'done',
        mark: reads('promise'),
      }
    })

const noteKnots = (rows: readonly RowOf<typeof listNotes>[], card: Card): Placed[] =>
  rows.map((note) => ({
    key: `note-${note.id}`,
    at: note.writtenAt,
    when: first(saysDate(note.writtenAt)),
    title: note.words,
    line: (
      <>
        {people(note.who, note.school, placeOf(note, card))} <RemoveNote note={note} />
      </>
    ),
    kind: 'past',
    mark: <VisibilityMark who={note.visibility} />,
  }))

type Call = RowOf<typeof listCompanyCalls>
const callKnots = (rows: readonly Call[], card: Card): Placed[] =>
  rows
    // A slip that was mended the same day is told by what stands.
    .filter((row) => !row.corrected || row.overruled?.why)
    .map((row) => ({
      key: `call-${row.id}`,
      at: row.endedAt,
      when: first(saysDate(row.endedAt)),
      title: m.companies_call_was({
        answer: row.own
          ? m.own_answers_said({ answer: answerWords[row.answer](), own: row.own })
          : answerWords[row.answer](),
      }),
      line: people(
        row.caller,
        row.spokeWith && m.companies_spoke_with({ name: row.spokeWith }),
        placeOf(row, card),
        under(row),
      ),
      kind: 'past',
      mark: reads('call-words'),
      children: (
        <>
          {(row.ownReason || row.reason || row.whole) && (
            <p className="companies-about">
              {[
                row.ownReason && m.companies_called_reason({ reason: row.ownReason }),
                row.reason && m.companies_called_reason({ reason: row.reason }),
                row.whole && m.companies_called_whole(),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          )}
          {row.note && <Quote>{row.note}</Quote>}
          <OverruledCall of={row} />
          <Overrule of={row} apart={card.sharedLeadership} />
        </>
      ),
    }))

/** A need that was answered or closed is told by its own knot, and among the needs. */
const quoted = ({ needs }: RowOf<typeof listVisits>) => needs.find(({ state }) => state === 'open')

const visitKnots = (rows: readonly RowOf<typeof listVisits>[], card: Card): Placed[] =>
  rows.map((row) => ({
    key: `visit-${row.id}`,
    at: row.visitedAt,
    when: first(saysDate(row.visitedAt)),
    title: (
      <Go className="companies-plain" to={`/besoeg/${row.id}/rapport?for=rapport`}>
        {m.companies_visit()}
      </Go>
    ),
    line: people(row.by.name, row.by.school, placeOf(row, card)),
    kind: 'past',
    mark: reads('report'),
    children: quoted(row) ? <Quote>“{quoted(row)?.words}”</Quote> : <p className="companies-about">{row.about}</p>,
  }))

/** The peace and the meeting that an answer on the phone gave are told with the call. */
const isOfCall = ({ verb, at, who }: Event, calls: readonly Call[]) =>
  (verb === 'wait-given' || verb === 'booked') &&
  calls.some((call) => (!call.corrected || call.overruled?.why) && call.endedAt === at && call.caller === who)

const text = (value: unknown) => (typeof value === 'string' ? value : '')
/** Events that no other list of the page tells: the rooms that record them say which, and in what words. */
const eventKnots = (events: readonly Event[], calls: readonly Call[], card: Card): Placed[] =>
  events.flatMap((event) => {
    const words = wordsOf(event)
    if (!words?.thread || isOfCall(event, calls)) return []
    const { quotes } = words.thread
    const quoted = quotes && text(event.after?.[quotes])
    const knot: Placed = {
      key: `event-${event.id}`,
      at: event.at,
      when: first(saysDate(event.at)),
      title: words.says({ what: text(event.after?.['what']) }),
      line: people(event.who, event.school, placeOf(event, card), under(event)),
      kind: 'past',
      mark: <VisibilityMark who={event.visibility} />,
      children: (
        <>
          {quoted && <Quote>{quoted}</Quote>}
          {event.verb === 'lifted' && <UndoLift companyId={card.id} at={event.at} />}
        </>
      ),
    }
    return [knot]
  })

/** Tråden: what is to come above, today, and what was, each with who and in whose words. */
export const CompanyThread = ({ company }: { company: Card }) => {
  const params = { id: company.id }
  const calls = useAnswer(listCompanyCalls, { params: { companyId: company.id } })
  const visits = useAnswer(listVisits, visitsOf(company.id))
  const promises = useAnswer(listPromises, promisesOf(company.id))
  const notes = useAnswer(listNotes, notesOf(company.id))
  const events = useInfiniteAnswer(listCompanyEvents, { params, query: { limit: 100 } })
  if (calls.isPending || visits.isPending || promises.isPending || notes.isPending || events.isPending)
    return <GreyRows count={6} />
  const { error } = [calls, visits, promises, notes, events].find((part) => part.error !== null) ?? { error: null }
  const knots = [
    ...waitKnots(company),
    ...promiseKnots(promises.data?.rows ?? [], company),
    ...noteKnots(notes.data?.rows ?? [], company),
    ...callKnots(calls.data?.rows ?? [], company),
    ...meetingKnots(company),
    ...visitKnots(visits.data?.rows ?? [], company),
    ...eventKnots(events.rows, calls.data?.rows ?? [], company),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
  if (knots.length === 0 && !error) return <p className="companies-empty">{m.companies_thread_none()}</p>
  return (
    <div className="companies-thread">
      {error && <ListFailed list={{ error }} />}
      <Thread label={m.companies_tab_thread()} knots={knots} />
      {events.hasMore && (
        <button type="button" className="tov-text-button" onClick={events.more}>
          {m.companies_thread_more()}
        </button>
      )}
    </div>
  )
}
