import type { Ctx } from '#platform/context'
import { listSchools } from '../../src/features/centre/centre.ts'
import * as gatherings from '../../src/features/gatherings/gatherings.ts'
import { daysAfter, mondayOf } from './dates.ts'
import { at, iso, workdayOn } from './seed-calendar.ts'
import type { Stage } from './seed-lists.ts'
import { planningOf } from './seed-stories.ts'
import { sure } from './table-text.ts'

/** A weekday (1: Monday) so many weeks ahead, or the workday after it. */
export const weekdayIn = (today: string, weeks: number, weekday: number): string =>
  workdayOn(daysAfter(mondayOf(today), weeks * 7 + weekday - 1))
const between = (day: string, from: string, to: string) => ({ startsAt: iso(at(day, from)), endsAt: iso(at(day, to)) })
const schoolCalled = async (ctx: Ctx, name: string) => {
  const { rows } = await listSchools(ctx)
  return sure(
    `The demo has no school »${name}«`,
    rows.find((school) => school.name === name),
  ).id
}

type Time = { id: number; startsAt: string }
/** Each signs up who has the time, and for whom no story keeps it free. */
const signingUp = ({ agenda, cast, calendar, diaries }: Stage, seats: number) => {
  let seated = 0
  return (ago: number, time: string, who: string, of: () => { id: number; time: Time }) =>
    agenda.plan(
      calendar.at(ago, time),
      cast.as(who),
      async (ctx) => {
        const { id, time } = of()
        const start = Date.parse(time.startsAt)
        if (seated === seats || diaries.kept.some((one) => one.name === who && one.from < start && start < one.to))
          return
        await gatherings.signUp(ctx, id, time.id)
        seated += 1
      },
      () => undefined,
    )
}

/** Transportskolen shows its halls next week: four of the other schools come. */
const planTour = (stories: Stage) => {
  const { calendar } = stories
  let tour: { id: number; times: readonly Time[] } | undefined
  planningOf(stories)(5, '09:35', 'Ivan Kowalski', async (ctx) => {
    tour = await gatherings.makeGathering(ctx, {
      ...{ kind: 'tour', title: 'Truck og kran på Nordhavn', invited: [] },
      aim: 'Kunne fortælle en lagerchef, hvordan et truckkursus foregår, og hvem der kan være med.',
      schoolId: await schoolCalled(ctx, 'Transportskolen Nordhavn'),
      times: [
        {
          ...between(weekdayIn(calendar.today, 1, 3), '13:00', '15:00'),
          ...{ place: 'Terminalvej 1, Struer, ved hal 2', seats: 12 },
        },
      ],
    })
  })
  const comes = signingUp(stories, 4)
  const candidates = [
    [5, '10:50', 'Anne Skov'],
    [4, '08:25', 'Sofie Holst'],
    [4, '13:10', 'Karen Mølgaard'],
    [3, '14:40', 'Fatima Haddad'],
    [2, '11:15', 'Ali Demir'],
    [2, '14:05', 'Lone Krag'],
    [1, '09:20', 'Peter Vang'],
  ] as const
  for (const [ago, time, who] of candidates)
    comes(ago, time, who, () => {
      const { id, times } = sure('Nobody has invited to the tour', tour)
      return { id, time: sure('The tour has no time', times[0]) }
    })
}

const turns = [
  ['09:00', '11:00'],
  ['11:00', '13:00'],
  ['13:00', '15:00'],
] as const
/** Hanne plans the joint stand at the job fair in Skive: three turns of two, the first of them filled. */
const planStand = (stories: Stage) => {
  const { calendar } = stories
  const fair = weekdayIn(calendar.today, 6, 4)
  let stand: { id: number; times: readonly Time[] } | undefined
  planningOf(stories)(3, '10:10', 'Hanne Lind', async (ctx) => {
    stand = await gatherings.makeGathering(ctx, {
      ...{ kind: 'stand', title: 'Jobmessen i Skive', schoolId: null, invited: [] },
      aim: 'Møde virksomheder, vi ikke kender, og aftale, hvem der ringer.',
      times: turns.map(([from, to]) => ({
        ...between(fair, from, to),
        ...{ place: 'Messehallen i Skive, stand 14', seats: 2 },
      })),
    })
  })
  const standsThere = signingUp(stories, 3)
  const standing = [
    [2, '09:05', 'Anne Skov', 0],
    [2, '12:30', 'Ali Demir', 0],
    [1, '09:50', 'Ivan Kowalski', 1],
  ] as const
  for (const [ago, time, who, nth] of standing)
    standsThere(ago, time, who, () => {
      const { id, times } = sure('Nobody has planned the stand', stand)
      return { id, time: sure('The stand has no such turn', times[nth]) }
    })
}

export const planGatherings = (stories: Stage): void => {
  planTour(stories)
  planStand(stories)
}
