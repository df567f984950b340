import { changeOffer, nameVisitors, sayCapacity, showCapacity } from '../../src/features/capacity/capacity.ts'
import { daysAfter, mondayOf } from './dates.ts'
import { minutes } from './seed-calendar.ts'
import type { Drawn, Stage } from './seed-lists.ts'

/** What each takes a week; the others four. */
const agreed: Record<string, number> = { 'Lone Krag': 3, 'Fatima Haddad': 3, 'Sofie Holst': 5, 'Peter Vang': 5 }
/** Of these at most so many visits: the others she takes on a screen or by phone. */
const visits: Record<string, number> = { 'Sofie Holst': 3 }
/** Full this week and the next, as it stands: what is called for her alone pauses until she has room again. */
const full = ['Fatima Haddad']

/** Numbers are agreed with all; small companies in Thisted are called for Fatima, on a screen, for the roads are long, and Anne's next week is as full as it can be. */
export const planCapacity = ({ agenda, cast, calendar }: Stage, lists: readonly Drawn[]): void => {
  const hanne = cast.as('Hanne Lind')
  const thisted = lists.find(({ campaign }) => campaign.key === 'thisted')
  const evening = calendar.at(1, '18:20')
  const monday = mondayOf(calendar.day(0))
  agenda.plan(evening, hanne, async (ctx) => {
    const seen = await showCapacity(ctx, monday)
    for (const { personId, name, weeks } of seen.people) {
      const meetings = agreed[name] ?? 4
      const limits = { visit: visits[name] }
      await sayCapacity(ctx, { personId, from: monday, oneWeek: false, meetings, limits, why: '' })
      // What stood there before the number was agreed is no more than was agreed then.
      for (const { on, booked } of weeks)
        if (booked > meetings || (full.includes(name) && on <= daysAfter(monday, 7)))
          await sayCapacity(ctx, { personId, from: on, oneWeek: true, meetings: booked, why: '' })
    }
  })
  agenda.plan(evening + minutes(10), hanne, async (ctx) => {
    if (!thisted) return
    await nameVisitors(ctx, thisted.listId, [cast.as('Fatima Haddad').personId])
    await changeOffer(ctx, thisted.listId, 'online')
  })
}
