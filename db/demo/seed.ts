import type { Temporal } from 'temporal-polyfill'
import type { Opened } from '#platform/db/store'
import { DEMO_COMPANIES } from './companies.ts'
import { makeAgenda } from './seed-agenda.ts'
import { type Bookings, planMeeting } from './seed-bookings.ts'
import { type Calling, planCalling } from './seed-calls.ts'
import { planLists } from './seed-lists.ts'
import type { Diaries } from './seed-slots.ts'
import { planVisit } from './seed-visits.ts'
import { readConfig } from '#platform/config'
import { makeCalendar } from './seed-calendar.ts'
import { gather } from './seed-people.ts'
import { importRegister, planClasses, planContacts, readRegister } from './seed-register.ts'

type How = { say: (sentence: string) => void; seed?: number; now?: Temporal.Instant }

/** Workdays ago that the history begins: nine months. */
const beginning = 175

/**
 * Loads the demo world »VEU-center Østkysten« through the product's own rules, each at its moment in the last nine months.
 * The same seed and now give the same world. Returns the centre's number. Takes about half a minute on two cores.
 */
export async function seedDemoWorld(store: Pick<Opened, 'database'>, { say, seed = 1, now }: How): Promise<number> {
  const { database } = store
  const calendar = makeCalendar(now ?? database.clock())
  const start = calendar.day(beginning)
  const world = { seed, companies: DEMO_COMPANIES, today: start }
  say('Demo: people and register …')
  const cast = await gather(database, calendar.at(beginning, '08:00'))
  await importRegister(database, cast, world, calendar.at(beginning, '10:15'))
  const agenda = makeAgenda(database, calendar.now)
  planContacts(agenda, cast, calendar, readRegister(world))
  planClasses(agenda, cast, calendar.at(1, '07:50'), seed, calendar.today)
  say('Demo: nine months of history …')
  const stage = { agenda, cast, calendar, seed, baseUrl: readConfig(process.env).baseUrl }
  const diaries: Diaries = { cast, lastOfJens: calendar.at(14, '16:00'), kept: [] }
  const bookings: Bookings = { ...stage, diaries, held: (meeting) => planVisit(bookings, meeting) }
  const booked: Calling['booked'] = (ctx, meeting) => planMeeting(bookings, ctx, meeting)
  const calling: Calling = { ...stage, diaries, booked, reserved: new Set<string>() }
  const lists = planLists(stage, () => {})
  for (const list of lists) planCalling(calling, list)
  const steps = await agenda.run()
  say(`Demo: ${steps} steps taken.`)
  return cast.centreId
}
