/** Front door: the days of those who visit, with what they have in them. */
import { Temporal } from 'temporal-polyfill'
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { listMeetings } from '../bookings/bookings.ts'
import { looksAtOwnFirst, runsCentre } from '../centre/roles.ts'
import { listCalendarPeople } from '../diaries/diaries.ts'
import { gatheringsBetween, travelFor } from '../gatherings/gatherings.ts'
import { jointVisitsBetween, travelMinutes } from '../joint-visits/joint-visits.ts'
import { presenceDaysBetween } from '../presence-days/presence-days.ts'
import { sayDayOff, type WorkingTime, workingTimeNow } from '../working-days/working-days.ts'

type Asked = { from?: string | undefined; days: number; who: 'mine' | 'all' | 'usual' }
type Person = Awaited<ReturnType<typeof listCalendarPeople>>[number]
/** Why someone does not work on a day of them, though he has hours then. */
const daysOff = (ctx: Ctx, { offOn }: WorkingTime, people: readonly Person[], dates: readonly string[]) =>
  people.flatMap(({ personId, schoolId }) =>
    dates.flatMap((date) => {
      const off = offOn(date, schoolId)
      return off ? [{ personId, date, why: sayDayOff(ctx, off) }] : []
    }),
  )

type Between = { from: string; to: string; people: readonly Person[] }
/** What else lies in people's time. Which company a colleague goes along to is his, and who runs the centre's. */
const besideIn = async (ctx: Ctx, { people, ...span }: Between) => {
  const asked = { ...span, personIds: people.map(({ personId }) => personId) }
  const opens = (personId: number | null) => runsCentre(ctx) || personId === ctx.personId
  const days = (await presenceDaysBetween(ctx, asked)).map((row) => ({
    ...{ kind: 'presence-day' as const, company: null, who: row.personId, travelMinutes: row.travelMinutes },
    ...{ id: row.id, opens: true, what: row.partner, startsAt: row.startsAt, endsAt: row.endsAt },
  }))
  const visits = (await jointVisitsBetween(ctx, asked)).map((row) => ({
    ...{
      kind: 'joint-visit' as const,
      company: opens(row.goesId) ? row.company : null,
      who: row.goesId,
      travelMinutes,
    },
    ...{ id: row.id, opens: opens(row.goesId), what: row.partner, startsAt: row.startsAt, endsAt: row.endsAt },
  }))
  const homeOf = new Map(people.map(({ personId, schoolId }) => [personId, schoolId]))
  const together = (await gatheringsBetween(ctx, asked)).map((row) => ({
    ...{ kind: 'gathering' as const, company: null, who: row.personId },
    ...{ id: row.id, opens: true, what: row.title, startsAt: row.startsAt, endsAt: row.endsAt },
    travelMinutes: travelFor(row, homeOf.get(row.personId) ?? null),
  }))
  return [...days, ...visits, ...together].flatMap(({ who, id, opens: own, ...row }) =>
    who === null ? [] : [{ ...row, id: own ? id : null, personId: who }],
  )
}

/** Working hours, absences and meetings of some days. */
export const showCalendar = async (ctx: Ctx, { from: given, days, who: asked }: Asked) => {
  const time = await workingTimeNow(ctx)
  const opensOn = time.workdayAfter(daysAfter(ctx.today, -1), 1)
  const from = given ?? daysAfter(opensOn, 1 - Temporal.PlainDate.from(opensOn).dayOfWeek)
  const usual = looksAtOwnFirst(ctx) ? ('mine' as const) : ('all' as const)
  const who = asked === 'usual' ? usual : asked
  const [start, end] = [momentOf(from, '00:00').toString(), momentOf(daysAfter(from, days), '00:00').toString()]
  const people = await listCalendarPeople(ctx, { from: start, to: end, whose: who })
  const ids = people.map((one) => one.personId)
  const meetings = await listMeetings(ctx, { from: start, to: end, personIds: ids })
  const beside = await besideIn(ctx, { from: start, to: end, people })
  const dates = Array.from({ length: days }, (_, n) => daysAfter(from, n))
  // A coordinator without working hours is no column in the centre's week; whoever visits first of all is one, for who may give them hours.
  const shown = people.filter(
    (one) =>
      one.me ||
      (one.visitsFirst && one.can.changeHours) ||
      one.hours.length > 0 ||
      meetings.some((row) => row.visitors.some(({ personId }) => personId === one.personId)) ||
      beside.some(({ personId }) => personId === one.personId),
  )
  return {
    who,
    opensOn,
    daysOff: daysOff(ctx, time, shown, dates),
    people: shown,
    bookings: meetings,
    beside,
  }
}
