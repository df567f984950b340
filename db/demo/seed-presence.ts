import { daysAfter as laterBy } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { listPartners } from '../../src/features/partners/partners.ts'
import * as presence from '../../src/features/presence-days/presence-days.ts'
import { askAlong, askToGoAlong, goAlong, listJointVisits } from '../../src/features/joint-visits/joint-visits.ts'
import { at, iso } from './seed-calendar.ts'
import { planningOf, type Stories } from './seed-stories.ts'

/** So many came in all: of the last day enough that it is told. */
const all = { unemployed: 38, employed: 21, companies: 5 }
const last = { unemployed: 6, employed: 4, companies: 1 }
const parts = ['unemployed', 'employed', 'companies'] as const
type Count = typeof all
/** As many of them as come on the nth of so many days. */
const shareOf = (whole: number, n: number, days: number) =>
  Math.floor((whole * (n + 1)) / days) - Math.floor((whole * n) / days)
const countOf = (n: number, days: number): Count => {
  if (n === days - 1) return last
  const [unemployed = 0, employed = 0, companies = 0] = parts.map((part) =>
    shareOf(all[part] - last[part], n, days - 1),
  )
  return { unemployed, employed, companies }
}

/** The union goes to Roslev Maskinsnedkeri next week, and asks one of us along. */
export const planJointVisit = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  const plan = planningOf(stories)
  const latest = async (ctx: Ctx) => (await listJointVisits(ctx)).rows.at(-1)?.id ?? 0
  plan(2, '13:20', 'Bjarne Odgaard', (ctx) =>
    askAlong(ctx, {
      ...{ company: 'Roslev Maskinsnedkeri', companyId: null, place: 'Hos dem, ved porten', words: 'To nye maskiner' },
      startsAt: iso(calendar.at(-6, '13:00')),
      endsAt: iso(calendar.at(-6, '14:30')),
    }),
  )
  plan(2, '14:05', 'Hanne Lind', async (ctx) =>
    askToGoAlong(ctx, await latest(ctx), cast.as('Lone Krag').personId ?? 0),
  )
  // Where something else lies there she is asked still.
  agenda.plan(
    calendar.at(1, '08:40'),
    cast.as('Lone Krag'),
    async (ctx) => goAlong(ctx, await latest(ctx)),
    () => undefined,
  )
}

/** Thursdays at 3F in Skive for sixteen weeks, in turns: how many came, and what they asked about. */
export const planPresence = ({ agenda, cast, calendar }: Stories): void => {
  const hanne = cast.as('Hanne Lind')
  const from = laterBy(calendar.today, -112)
  const begins = laterBy(from, -14)
  const ids = (['Sofie Holst', 'Amir Rahimi', 'Lone Krag'] as const).map((name) => cast.as(name).personId ?? 0)
  agenda.plan(at(begins, '09:10'), hanne, async (ctx) => {
    const partnerId = (await listPartners(ctx)).rows.find(({ name }) => name === '3F i Skive')?.id ?? 0
    await presence.addPresence(ctx, {
      ...{ partnerId, weekday: 4, everyWeeks: 1, fromOn: from, untilOn: null, startsAt: '10:00', endsAt: '12:00' },
      ...{ travelMinutes: 30, place: 'Mødelokalet i stuen', personIds: ids },
    })
  })
  for (let day = from; day <= calendar.today; day = laterBy(day, 7))
    agenda.plan(at(day, '07:50'), hanne, (ctx) => presence.tendPresences.run(ctx))
  planCounts({ agenda, hanne, calendar })
  // The meeting room is let that Thursday: the day is on Wednesday. Where nobody works then it stays.
  agenda.plan(
    calendar.at(1, '10:20'),
    hanne,
    async (ctx) => {
      const days = (await presence.listPresences(ctx)).rows.flatMap((row) => row.days)
      const day = days.find(({ onDay }) => onDay > laterBy(calendar.today, 7))
      if (!day) return
      const onDay = laterBy(day.onDay, -1)
      await presence.movePresenceDay(ctx, day.id, { from: day.startsAt, onDay, startsAt: '10:00', endsAt: '12:00' })
    },
    () => undefined,
  )
}

type Planned = Pick<Stories, 'agenda' | 'calendar'> & { hanne: ReturnType<Stories['cast']['as']> }
/** Each by who was there; on the last working day all of them are. */
const planCounts = ({ agenda, hanne, calendar }: Planned) =>
  agenda.plan(calendar.at(1, '15:40'), hanne, async (ctx) => {
    const days = (await presence.listPresences(ctx)).rows
      .flatMap((row) => row.days)
      .filter((day) => day.endsAt < ctx.at)
    for (const [n, { id, person }] of days.entries()) {
      const count = countOf(n, days.length)
      const asked = { danish: Math.ceil(count.unemployed / 2), truck: Math.ceil(count.employed / 2) }
      const who = { ...ctx, personId: person?.id ?? ctx.personId }
      await presence.countPresence(who, id, {
        ...count,
        askedAbout: [
          { topic: 'danish', asked: asked.danish },
          { topic: 'truck', asked: asked.truck },
        ],
      })
    }
  })
