import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { saysShort } from '#web/parts/dates.ts'
import type { showCapacity } from './capacity.schema.ts'

export type Capacity = AnswerOf<typeof showCapacity>
export type Person = Capacity['people'][number]
export type Week = Person['weeks'][number]
export type Schools = Capacity['schools'][number]

/** "3 af 4 booket, 1 ledig": what the squares show, said. */
export const weekSays = ({
  meetings,
  booked,
  state,
}: Pick<Week, 'meetings' | 'booked'> & { state?: Week['state'] }) => {
  if (state === 'closed') return m.capacity_closed()
  if (state === 'away') return booked > 0 ? m.capacity_away_booked({ count: booked }) : m.capacity_away()
  if (meetings === null) return m.capacity_booked_free({ booked })
  if (booked > meetings) return m.capacity_booked_over({ booked, meetings, over: booked - meetings })
  if (booked === meetings) return meetings === 0 ? m.capacity_none() : m.capacity_booked_full({ booked, meetings })
  return m.capacity_booked({ booked, meetings, free: meetings - booked })
}
export const schoolSays = ({ schools }: Pick<Schools, 'schools'>) =>
  schools.map(({ name }) => name ?? m.capacity_of_centre()).join(' + ')

export const overOf = ({ meetings, booked }: Pick<Week, 'meetings' | 'booked'>) =>
  meetings === null ? 0 : Math.max(0, booked - meetings)
export const isFull = ({ meetings, booked, state }: Week) => state === 'open' && meetings !== null && booked >= meetings

/** "Uge 50", with the day it begins or that it is this one. */
export const weekHead = (on: string, week: number, thisWeek: boolean) => ({
  title: m.capacity_week({ week }),
  under: thisWeek ? m.capacity_this_week() : saysShort(on),
})
