import { addAbsence } from '../../src/features/diaries/diaries.ts'
import { proposeWithin } from '../../src/features/staffing-ahead/staffing-ahead.ts'
import type { Stage } from './seed-lists.ts'

/** Pia Winther is away on the day of her visit to a children's house; and what the night has proposed, as it stands in the morning. */
export const planStaffing = ({ agenda, cast, calendar }: Stage): void => {
  const moment = (time: string) => new Date(calendar.at(-6, time)).toISOString()
  agenda.plan(calendar.at(2, '15:10'), cast.as('Pia Winther'), (ctx) =>
    addAbsence(ctx, { startsAt: moment('08:00'), endsAt: moment('15:30'), note: 'Kursus' }),
  )
  // Who opens the demo before the night's work is done finds that of the night before.
  const night = calendar.at(0, '03:45')
  agenda.plan(night <= calendar.now ? night : calendar.at(1, '03:45'), cast.clock, proposeWithin)
}
