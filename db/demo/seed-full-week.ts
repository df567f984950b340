import { daysAfter, mondayOf } from './dates.ts'
import { hash, random } from './random.ts'
import { type Bookings, type Held, meetAgain } from './seed-bookings.ts'
import { minutes } from './seed-calendar.ts'

/** Anne Skov's next week is full: those she has visited see her again, then those near by. */
export const planFullWeek = (bookings: Bookings, held: readonly Held[]): void => {
  const { agenda, cast, calendar, seed } = bookings
  const anne = cast.as('Anne Skov')
  const monday = daysAfter(mondayOf(calendar.day(0)), 7)
  const week = { from: monday, days: 5, packed: true, note: 'Opfølgning: hvad er der sket siden sidst?' }
  const dice = random(hash(`full week:${seed}`))
  const next = (nth: number, booked: number) =>
    agenda.plan(calendar.at(1, '13:05') + minutes(7 * nth), anne, async (ctx) => {
      const near = held.filter(({ municipality }) => municipality === 661 || municipality === 671)
      const own = held.filter(({ consultant }) => consultant === 'Anne Skov')
      const company = [...own.toReversed(), ...near.toReversed()][nth]
      if (!company || booked >= 18 || nth > 40) return
      const made = await meetAgain(bookings, ctx, { ...company, personId: anne.personId }, dice, week)
      next(nth + 1, booked + (made ? 1 : 0))
    })
  next(0, 0)
}
