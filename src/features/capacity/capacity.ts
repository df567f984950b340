/** Front door: how many meetings people and schools can take. What must hold: nobody has more meetings in a week than were agreed when they were booked. */
import { daysAfter } from '#platform/clock'
import { type Ctx, personOf } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import * as m from '#texts'
import { listSchools } from '../centre/centre.ts'
import { dateAt, findConsultant, lockConsultant } from '../diaries/diaries.ts'
import { type MeetingForm, meetingForms } from '../diaries/diaries.schema.ts'
import { capacityEvents } from './capacity-events.table.ts'
import type { Limits } from './capacity.schema.ts'
import * as store from './capacity.sql.ts'
import { type FormRow, formsOf, kindsLimited } from './limits.sql.ts'
import { judgePauses } from './pauses.ts'
import { mayChange, mayChangeSchool, seesOne } from './showing.ts'
import { mondayOf } from './weeks.ts'

export { mondayOf } from './weeks.ts'
export { limitedForms } from './limits.sql.ts'
export { changeHorizon, changeOffer, nameVisitors, offerLists, promisedDays, reserveMeeting } from './pauses.ts'
export { keepsMeetings, offerOf } from './pauses.sql.ts'
export { dropToken, horizon as promisedWeeks } from './pauses.sql.ts'
export { agreesTo, type Full, fullAt, fullness, roomAhead } from './fullness.ts'
export { freeWeeks, showFreeMeetings } from './free-meetings.ts'
export { showCapacity } from './showing.ts'

const record = recorder(capacityEvents)
/** Answers that another number makes stale. */
const topics = ['capacity', 'free-slots', 'calls']

type Whose = { personId?: number | undefined; schoolId?: number | undefined }
/** Of someone, or of a school, who asks may change; another's answers like one that is not there. */
const whoseFor = async (ctx: Ctx, { personId, schoolId }: Whose, write: boolean) => {
  if ((personId === undefined) === (schoolId === undefined)) throw problem('not-found')
  if (personId !== undefined) {
    const person = await findConsultant(ctx, personId)
    const change = person && mayChange(ctx, person)
    if (!person || !seesOne(ctx, person) || (write && change === 'no')) throw problem('not-found')
    return { of: { personId }, lowerOnly: change === 'lower', schoolId: person.schoolId }
  }
  const id = schoolId ?? 0
  const may = write ? mayChangeSchool(ctx, id) : mayChangeSchool(ctx, id) || id === ctx.schoolId
  if (!may || !(await listSchools(ctx)).rows.some((school) => school.id === id)) throw problem('not-found')
  return { of: { schoolId: id }, lowerOnly: false, schoolId: id }
}

export const listCapacitySaid = async (ctx: Ctx, whose: Whose) => {
  const { of } = await whoseFor(ctx, whose, false)
  return { rows: await store.saidOf(ctx, of) }
}

type Given = Whose & {
  from: string
  until?: string | null | undefined
  oneWeek: boolean
  meetings: number | null
  aDay?: number | null | undefined
  limits?: Limits | undefined
  why: string
}
/** What one's own number may be lowered to: no week of it may hold more than is agreed. */
const refuseMore = ({ rows, forms }: Weeks, { oneWeek, meetings, aDay = null, limits = {} }: Given) => {
  const more = (said: number | null, agreed: number | null) => agreed !== null && (said === null || said > agreed)
  if (rows.some((row) => more(meetings, row.meetings) || more(aDay, row.aDay))) throw problem('capacity-lower-only')
  const stays = (form: MeetingForm) => oneWeek && limits[form] === undefined
  if (forms.some(({ form, most }) => !stays(form) && more(limits[form] ?? null, most)))
    throw problem('capacity-lower-only')
}
/** So far ahead is what is booked compared with a new number. */
const ahead = 26
type Of = store.Of
/** Whoever books waits for the number, or the number for him. */
const lockWhose = (ctx: Ctx, of: Of) =>
  'personId' in of ? lockConsultant(ctx, of.personId) : store.lockSchool(ctx, of.schoolId)
type Weeks = { rows: readonly store.WeekRow[]; forms: readonly FormRow[] }
type Span = { fromOn: string; untilOn: string | null; oneWeek: boolean }
/** Someone's weeks for which it is said, those that are over left out; of a school none. */
const weeksOfSaid = async (ctx: Ctx, of: Of, { fromOn, untilOn, oneWeek }: Span): Promise<Weeks> => {
  if (!('personId' in of)) return { rows: [], forms: [] }
  const first = fromOn < mondayOf(ctx.today) ? mondayOf(ctx.today) : fromOn
  const asked = { people: [of.personId], first, weeks: oneWeek ? 1 : ahead }
  const within = (row: { weekOn: string }) => (untilOn === null || row.weekOn <= untilOn) && row.weekOn >= fromOn
  const [rows, forms] = [await store.weeksOf(ctx, asked), await formsOf(ctx, asked)]
  return { rows: rows.filter(within), forms: forms.filter(within) }
}
/** Beyond what is agreed of all, or of kinds: the higher of the two, in each week. */
const overIn = ({ rows, forms }: Weeks) =>
  rows.reduce((sum, row) => {
    const ofKinds = forms.filter(({ weekOn }) => weekOn === row.weekOn)
    const over = ofKinds.reduce((all, { booked, most }) => all + Math.max(0, booked - most), 0)
    return sum + Math.max(over, row.meetings === null ? 0 : row.booked - row.meetings)
  }, 0)
/** Of one week: that a kind has no limit is said only where it has one, so that what is said of all weeks later reaches it. */
const saidOnce = async (
  ctx: Ctx,
  of: Of,
  { fromOn, limits = {} }: { fromOn: string; limits?: Limits | undefined },
): Promise<Limits> => {
  const limited = await kindsLimited(ctx, of, fromOn)
  const said = meetingForms.filter((form) => limits[form] !== null || limited.includes(form))
  return Object.fromEntries(said.map((form) => [form, limits[form]]))
}
/**
 * So many from now on, for a while, or in one week alone. What is booked already stays: how many that are too many comes back. Throws
 * capacity-lower-only for who asks for more of himself.
 */
export const sayCapacity = async (ctx: Ctx, given: Given) => {
  const { of, lowerOnly } = await whoseFor(ctx, given, true)
  const { oneWeek, meetings, aDay = null, why } = given
  const this_ = mondayOf(ctx.today)
  const wanted = mondayOf(given.from)
  if (oneWeek && wanted < this_)
    throw problemAt('wrong-input', '/body/from', m.capacity_week_past({}, { locale: ctx.language }), 'custom')
  const fromOn = wanted < this_ ? this_ : wanted
  const untilOn = oneWeek ? daysAfter(fromOn, 6) : given.until ? daysAfter(mondayOf(given.until), 6) : null
  if (untilOn !== null && untilOn < fromOn)
    throw problemAt('wrong-input', '/body/until', m.capacity_backwards({}, { locale: ctx.language }), 'custom')
  const span = { fromOn, untilOn, oneWeek }
  await lockWhose(ctx, of)
  if (lowerOnly) refuseMore(await weeksOfSaid(ctx, of, span), given)
  const limits = oneWeek ? await saidOnce(ctx, of, { fromOn, limits: given.limits }) : (given.limits ?? {})
  const id = await store.insertSaid(ctx, of, { ...span, meetings, aDay, limits, why })
  // The number itself stands where only those who plan with it read.
  const after = { ...of, from: fromOn, until: untilOn, oneWeek }
  await record(ctx, { verb: 'agreed', subject: 'capacity_said', subjectId: id, after, topics })
  const over = overIn(await weeksOfSaid(ctx, of, span))
  await judgePauses(ctx)
  return { id, over }
}

/**
 * What was said last of someone, or of a school, is taken back: what held before holds again, and whose yes it was is asked as before. Throws capacity-said-since when it is not the last, and
 * capacity-lower-only for who may only lower his own and did not say it himself today.
 */
export const takeBackCapacity = async (ctx: Ctx, id: number) => {
  const said = await store.saidById(ctx, id)
  if (!said) throw problem('not-found')
  const { personId, schoolId, saidBy, saidAt, ...span } = said
  const { of, lowerOnly } = await whoseFor(ctx, personId === null ? { schoolId: schoolId ?? 0 } : { personId }, true)
  if (lowerOnly && (saidBy !== ctx.personId || dateAt(Date.parse(saidAt)) !== ctx.today))
    throw problem('capacity-lower-only')
  await lockWhose(ctx, of)
  const outcome = await store.takeBack(ctx, id)
  if (outcome !== 'done') throw problem(outcome === 'since' ? 'capacity-said-since' : 'not-found')
  await store.openAskAgain(ctx, id)
  const before = { ...of, from: span.fromOn, until: span.untilOn, oneWeek: span.oneWeek }
  await record(ctx, { verb: 'taken-back', subject: 'capacity_said', subjectId: id, before, topics })
  const over = overIn(await weeksOfSaid(ctx, of, span))
  await judgePauses(ctx)
  return { over }
}

type Asking = { week: string; form: MeetingForm; personIds: readonly number[] }
/** Each is asked once for a week, until he has answered; who has no number, nor one of the kind, has none to give one more of, and who agreed to none has said what there is to say. */
export const askForMore = async (ctx: Ctx, { week, form, personIds }: Asking) => {
  const on = mondayOf(week)
  if (on < mondayOf(ctx.today)) throw problem('not-found')
  const rows = await store.weeksOf(ctx, { people: personIds, first: on, weeks: 1, form })
  const asked = rows.flatMap(({ personId, meetings, formMost }) =>
    (meetings === null && formMost === null) || meetings === 0 || formMost === 0 ? [] : [personId],
  )
  if (asked.length === 0) throw problem('not-found')
  const made = await store.insertAsks(ctx, { weekOn: on, form }, asked)
  if (made > 0)
    await record(ctx, { verb: 'asked', subject: 'capacity_ask', after: { week: on, form, personIds: asked }, topics })
  return { asked: made }
}

export const answerAsk = async (ctx: Ctx, id: number, gives: boolean) => {
  const personId = personOf(ctx)
  await lockConsultant(ctx, personId)
  const ask = await store.answerAsk(ctx, id, gives)
  if (!ask) throw problem('not-found')
  const { weekOn, form } = ask
  const [row] = await store.weeksOf(ctx, { people: [personId], first: weekOn, weeks: 1, form })
  if (gives && row && (row.meetings !== null || row.formMost !== null)) {
    const week = { fromOn: weekOn, untilOn: daysAfter(weekOn, 6), oneWeek: true }
    const why = m.capacity_one_more({}, { locale: ctx.language })
    // Where the kind that is asked for is full, one more meeting that may be none of it would help nobody.
    const full = row.formMost !== null && (row.formTaken ?? 0) >= row.formMost
    const limits = full ? { [form]: (row.formMost ?? 0) + 1 } : {}
    // What else was said of this one week alone goes on holding, and what is usual as it will be.
    const aDay = await store.aDayOnce(ctx, personId, weekOn)
    const said = { ...week, meetings: row.meetings === null ? null : row.meetings + 1, aDay, limits, why }
    await store.noteGiven(ctx, id, await store.insertSaid(ctx, { personId }, said))
  }
  if (gives) await judgePauses(ctx)
  const verb = gives ? 'given' : 'not-given'
  await record(ctx, { verb, subject: 'capacity_ask', subjectId: id, after: { week: weekOn, form }, topics })
  return {}
}
