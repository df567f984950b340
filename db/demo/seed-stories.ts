import type { Ctx } from '#platform/context'
import { isOneOf } from '#platform/typed.shared'
import { acknowledgeBooking, bookMeeting } from '../../src/features/bookings/bookings.ts'
import { mayContact, recordBasis } from '../../src/features/may-contact/may-contact.ts'
import { endMembership } from '../../src/features/members/members.ts'
import { keepPromise } from '../../src/features/promises/promises.ts'
import { saveDraft } from '../../src/features/visits/visits.ts'
import { educationCodes, topicCodes } from '../../src/features/visits/visits.schema.ts'
import { askedAtTheDoor } from './asked-at-the-door.ts'
import { person } from './centre.ts'
import { daysAfter } from './dates.ts'
import { momentRows } from './moments.table.ts'
import type { Does } from './seed-agenda.ts'
import { planReportMails } from './seed-report-mails.ts'
import { at, iso, isWorkday, minutes, workdayFrom, workdayOn } from './seed-calendar.ts'
import type { Drawn, Stage } from './seed-lists.ts'
import { write } from './seed-visits.ts'
import { blocksOf, cellsOf, linesOf, sure } from './table-text.ts'
import { taleRows } from './tales.table.ts'

/** A company with a story: its number in the register, and the place that is visited. */
export type Known = { id: number; cvr: string }
export type Stories = Stage & { known: ReadonlyMap<string, Known>; lists: readonly Drawn[] }

export const companyOf = ({ known }: Stories, key: string): Known =>
  sure(`The story »${key}« has no company`, known.get(key))
export const listOf = ({ lists }: Stories, key: string): Drawn =>
  sure(
    `The demo has no list »${key}«`,
    lists.find(({ campaign }) => campaign.key === key),
  )
/** What somebody did so many workdays ago. */
export const planningOf =
  ({ agenda, cast, calendar }: Stage) =>
  (ago: number, time: string, who: string, does: Does) =>
    agenda.plan(calendar.at(ago, time), cast.as(who), does)
export const personOf = ({ cast }: Stage, name: string): number =>
  sure(`The demo has nobody called ${name}`, cast.as(name).personId)
/** The company's own place, one by its name, or a children's house that may be met: others may be on a list, or left in peace. */
export const placeOf = async (stories: Stories, ctx: Ctx, of: string): Promise<number | undefined> => {
  const [key = '', name] = cellsOf(of, ',')
  const { id: own, cvr } = companyOf(stories, key)
  if (name === undefined) return own
  const places = ctx.db
    .selectFrom('companyPlace')
    .where('cvr', '=', cvr)
    .select(['id', 'name', 'industry'])
    .orderBy('id')
  for (const place of await places.execute()) {
    if (place.name === name) return place.id
    if (name !== 'børnehus' || !place.industry?.startsWith('8891')) continue
    if ((await mayContact(ctx, place.id, { purpose: 'outreach', channel: 'visit' })).may) return place.id
  }
  return undefined
}

/** Whatever is due, is due on a workday. */
export const dueOn = (today: string, days: number) => {
  const date = daysAfter(today, days)
  return days < 0 && !isWorkday(date) ? workdayFrom(date, -1) : workdayOn(date)
}

/** What somebody does to a company: who, what it is about, and what else the verb needs. */
export type Row = { who: string; of: string; cells: readonly string[] }
export type Verbs = Readonly<Record<string, (row: Row, ctx: Ctx) => Promise<unknown>>>

/** Workdays ago, a time, who (`virksomheden`: by its own link; `uret`: the house itself), and what happened. */
export type Moment = readonly [ago: number, time: string, who: string, does: Does]
export const happen = ({ agenda, cast, calendar }: Stage, moments: readonly Moment[]): void => {
  const whose = (who: string) => (who === 'virksomheden' ? cast.company : who === 'uret' ? cast.clock : cast.as(who))
  for (const [ago, time, who, does] of moments) agenda.plan(calendar.at(ago, time), whose(who), does)
}
/** Nobody books anything else there. */
export const keepFree = ({ diaries }: Stories, name: string, start: number): void =>
  void diaries.kept.push({ name, from: start - minutes(240), to: start + minutes(300) })

/** `2 09:20`: workdays ago, and when. */
export const momentOf = (text = ''): readonly [number, string] => [Number.parseInt(text, 10), text.split(' ')[1] ?? '']
const tales = blocksOf(taleRows).map(([head, lines]) => {
  const [company = '', who = '', contact = '', booked, held, reported = '', topics = ''] = cellsOf(head)
  const rows = lines.map((line) => cellsOf(line))
  const said = (word: string) => rows.flatMap(([is, text = '']) => (is === word ? [text] : [])).join(' ')
  const needs = rows.flatMap(([is = '', words = '']) => {
    const [education = '', later] = is.split(' ')
    return isOneOf(educationCodes, education) ? [{ words, education, soon: later === undefined }] : []
  })
  const promises = rows.flatMap(([is = '', what = '']) => {
    const [, due, kept, owner = ''] = /^promise (-?\d+)(?: kept (\d+))? (.+)$/.exec(is) ?? []
    return due === undefined ? [] : [{ what, owner, due: Number(due), kept }]
  })
  return {
    ...{ company, who, contact, booked: Number(booked), visited: momentOf(held), reported: momentOf(reported) },
    ...{ note: said('note'), about: said('about'), begun: said('begun'), needs, promises },
    ...{ mailed: said('mailed'), fromPrivate: said('private') },
    topics: topics.split(' ').filter((topic) => isOneOf(topicCodes, topic)),
  }
})
export const toldOf: ReadonlySet<string> = new Set(tales.map(({ company }) => company))

/** A visit as its story tells it: agreed by the consultant, held, reported, promises kept on their day. */
const planTale = (stories: Stories, tale: (typeof tales)[number]): void => {
  const { cast, calendar } = stories
  const { who, contact, about, begun, needs, topics } = tale
  const { id: companyId } = companyOf(stories, tale.company)
  const start = calendar.at(...tale.visited)
  keepFree(stories, who, start)
  let bookingId = 0
  const agree = async (ctx: Ctx) => {
    // A protected company is met because it asked for it.
    const { because } = await mayContact(ctx, companyId, { purpose: 'outreach', channel: 'visit' })
    const asked = `${contact} ringede selv og bad om et besøg.`
    if (because?.kind === 'protected')
      await recordBasis(ctx, companyId, { basis: 'own-enquiry', note: asked, channel: 'visit' })
    const meeting = { personId: cast.as(who).personId, startsAt: iso(start), contactName: contact, note: tale.note }
    bookingId = (await bookMeeting(ctx, { ...meeting, companyId })).id
    await acknowledgeBooking(ctx, bookingId)
  }
  const report = async (ctx: Ctx) => {
    const promises = tale.promises.map(({ what, owner, due }) => ({ what, owner, dueOn: dueOn(calendar.today, due) }))
    const made = await write(stories, ctx, { id: bookingId, companyId }, { about, needs, topics, promises })
    for (const { what, owner, kept } of tale.promises) {
      const id = made.find((one) => one.what === what)?.id ?? 0
      if (kept) happen(stories, [[Number(kept), '11:05', owner, (later) => keepPromise(later, id)]])
    }
  }
  const draft = {
    about: begun,
    needs,
    topics,
    promises: [],
    tookPart: [],
    visitedAt: null,
    regularContact: null,
    mails: [],
    restricted: null,
  }
  happen(stories, [[tale.booked, '13:20', who, agree]])
  if (about) happen(stories, [[...tale.reported, who, report]])
  planReportMails(stories, { ...tale, bookingId: () => bookingId })
  const begin = async (ctx: Ctx) => saveDraft(ctx, { bookingId }, { ...draft, asked: await askedAtTheDoor(ctx) })
  if (begun) happen(stories, [[1, '14:50', who, begin]])
}

/** When a meeting that is told of begins: at that time on the first day, so far ahead, that its visitor works. */
export const startOf = ({ calendar }: Stage, { who, cells: [when] }: Row): number => {
  let [ago, time] = momentOf(when)
  while (!person(who).hours.days.includes(new Date(calendar.day(ago)).getUTCDay())) ago--
  return calendar.at(ago, time)
}

/** Jens Toft has left, and what he promised Holm & Søn has no owner. */
export const lastDayOfJens = ({ today }: { today: string }): string => {
  const date = daysAfter(today, -10)
  return isWorkday(date) ? date : workdayFrom(date, -1)
}

export const planStories = (stories: Stories, verbs: Verbs): void => {
  const { agenda, cast, calendar } = stories
  for (const tale of tales) planTale(stories, tale)
  agenda.plan(at(lastDayOfJens(calendar), '15:00'), cast.as('Ingrid Bonde'), (ctx) =>
    endMembership(ctx, cast.as('Jens Toft').memberId),
  )
  for (const line of linesOf(momentRows)) {
    const [moment = '', what = '', ...cells] = cellsOf(line)
    const [, ago, time = '', who = '', verb = '', of = ''] =
      /^(\d+) (\S+) ([^|]+)\|(\w+) ?(.*)$/.exec(`${moment}|${what}`) ?? []
    const does = sure(`Nobody can »${verb}«: ${line}`, verbs[verb])
    const row = { who, of, cells }
    if (verb === 'meets') keepFree(stories, who, startOf(stories, row))
    happen(stories, [[Number(ago), time, who, (ctx) => does(row, ctx)]])
  }
}
