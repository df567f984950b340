/** Who is asked says yes or no. A yes takes the time and tells everybody, in one; of two who say yes at once one goes, the other is told. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { announce, recorder } from '#platform/events'
import { acknowledgeBooking, goAsAsked as goToMeeting, showBooking } from '../bookings/bookings.ts'
import { coordinators, runsCentre } from '../centre/roles.ts'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { lackingAt } from './asking.ts'
import * as store from './asks.sql.ts'
import { lackingVisits } from './lacking.sql.ts'
import { topics } from './proposing.ts'
import type { refusalReasons } from './staffing-ahead.schema.ts'
import { staffingAheadEvents } from './staffing-ahead-events.table.ts'
import { candidateOf } from './plan.ts'

const record = recorder(staffingAheadEvents)
type Meeting = Awaited<ReturnType<typeof showBooking>>

const isSame = ({ startsAt, endsAt, form }: Pick<store.Ask, 'startsAt' | 'endsAt' | 'form'>, now: Meeting) =>
  form === now.form &&
  Date.parse(startsAt) === Date.parse(now.startsAt) &&
  Date.parse(endsAt) === Date.parse(now.endsAt)

const stateOf = (ctx: Ctx, ask: store.Ask, meeting: Meeting, lacks: boolean) => {
  if (ask.yesAt) return 'yes'
  if (ask.noAt) return 'no'
  if (ask.withdrawnAt) return 'withdrawn'
  if (meeting.cancelledAt || meeting.startsAt <= ctx.at) return 'passed'
  if (!isSame(ask, meeting)) return 'moved'
  return lacks ? 'open' : 'filled'
}

/** Throws not-found, where it is another's. */
export const showAsking = async (ctx: Ctx, id: number) => {
  const ask = await store.askById(ctx, id)
  if (!ask || (ask.personId !== ctx.personId && !runsCentre(ctx))) throw problem('not-found')
  const meeting = await showBooking(ctx, ask.bookingId)
  const [visit] = await lackingVisits(ctx, { id: ask.bookingId })
  const state = stateOf(ctx, ask, meeting, visit?.lacks.includes(ask.place) ?? false)
  const goers =
    visit?.goers ??
    meeting.visitors.map((one, n) => ({ ...one, place: n === 0 ? 'lead' : 'second', gone: null }) as const)
  return {
    ...({ id, place: ask.place, askedBy: ask.askedBy, state } as const),
    person: candidateOf(ctx, ask, { known: ask.known, hinders: null, drives: ask.form === 'visit' }),
    meeting: {
      ...{ id: meeting.id, companyId: meeting.companyId, company: meeting.company, form: meeting.form },
      ...{ startsAt: meeting.startsAt, endsAt: meeting.endsAt, where: meeting.place },
      goers: goers.map(({ personId, name, school, place, gone }) => ({ personId, name, school, place, gone })),
    },
    can: {
      answer: state === 'open' && ask.personId === ctx.personId,
      withdraw: state === 'open' && runsCentre(ctx),
    },
  }
}

/** The own one. Throws not-found, staffing-answered. */
const ownAsk = async (ctx: Ctx, id: number) => {
  const ask = await store.askById(ctx, id)
  if (!ask || ask.personId !== personOf(ctx)) throw problem('not-found')
  if (ask.yesAt || ask.noAt || ask.withdrawnAt) throw problem('staffing-answered')
  return ask
}
const tell = async (ctx: Ctx, ask: store.Ask, verb: 'accepted' | 'declined') => {
  const { company } = await showBooking(ctx, ask.bookingId)
  await record(ctx, {
    verb,
    subject: 'staffing_ask',
    subjectId: ask.id,
    after: { what: company, who: ask.name },
    topics,
  })
  announce(ctx, topics, 'centre', coordinators)
}

/** Throws staffing-answered, staffing-moved, staffing-filled, and what taking the time throws. */
export const goAsAsked = async (ctx: Ctx, id: number) => {
  const ask = await ownAsk(ctx, id)
  const seen = await showBooking(ctx, ask.bookingId)
  // Whoever answers at the same time waits here, and reads what the other did.
  await lockCompanies(ctx, [seen.cvr])
  const meeting = await showBooking(ctx, ask.bookingId)
  if (meeting.cancelledAt) throw problem('booking-cancelled')
  if (meeting.startsAt <= ctx.at) throw problem('slot-passed')
  if (!isSame(ask, meeting)) throw problem('staffing-moved')
  const visit = await lackingAt(ctx, ask.bookingId, ask.place)
  const gone = visit.goers.find(({ place }) => place === ask.place)
  await goToMeeting(ctx, ask.bookingId, {
    ...{ personId: ask.personId, insteadOf: gone?.personId ?? null },
    ...{ sequence: meeting.sequence, chosenWhy: ask.chosenWhy },
  })
  if (!(await store.endAsk(ctx, id, { yesAt: ctx.at }))) throw problem('staffing-answered')
  await acknowledgeBooking(ctx, ask.bookingId)
  await tell(ctx, ask, 'accepted')
  return { id: meeting.id, startsAt: meeting.startsAt }
}

type No = { reason: (typeof refusalReasons)[number]; words: string }
/** Throws not-found, staffing-answered. */
export const notGoAsAsked = async (ctx: Ctx, id: number, { reason, words }: No) => {
  const ask = await ownAsk(ctx, id)
  if (!(await store.endAsk(ctx, id, { noAt: ctx.at }))) throw problem('staffing-answered')
  await store.insertRefusal(ctx, { askId: id, saidBy: ask.personId, reason, words })
  await tell(ctx, ask, 'declined')
  return {}
}
