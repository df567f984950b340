import type { Temporal } from 'temporal-polyfill'
import type { Database } from '#platform/db/open'
import type { Opened } from '#platform/db/store'
import { demoCompanies } from './companies.ts'
import { makeDeck } from './said.ts'
import { makeAgenda } from './seed-agenda.ts'
import { type Bookings, type Held, planMeeting } from './seed-bookings.ts'
import { at, instant, makeCalendar } from './seed-calendar.ts'
import { type Calling, planCalling } from './seed-calls.ts'
import { planLists } from './seed-lists.ts'
import { type Cast, gather } from './seed-people.ts'
import { planOneVoice } from './seed-one-voice.ts'
import { planPhoneStories } from './seed-phone-stories.ts'
import {
  importRegister,
  planClasses,
  planContacts,
  planMembers,
  planPlacements,
  readRegister,
  type Register,
} from './seed-register.ts'
import { planLooseEnds } from './seed-loose-ends.ts'
import { planRegisterNews } from './seed-register-news.ts'
import type { Diaries } from './seed-slots.ts'
import { companyOf, type Known, lastDayOfJens, listOf, planStories, type Stories } from './seed-stories.ts'
import { tales } from './seed-stories.table.ts'
import { planFollowUps, planVisit } from './seed-visits.ts'

type How = {
  say: (sentence: string) => void
  seed?: number
  now?: Temporal.Instant
  companies?: number
}

/** Workdays ago that the history begins: nine months. */
const beginning = 175

/** Where the companies with a story stand in the register: the largest workplace, as a draw would choose it. */
const findStories = (database: Database, cast: Cast, { companies }: Register, moment: number) => {
  const told = companies.flatMap(({ story, cvr }) => (story ? [{ story, cvr: String(cvr) }] : []))
  const look = async (ctx: Parameters<Parameters<Database['in']>[1]>[0]) => {
    const numbers = told.map(({ cvr }) => cvr)
    const rows = await ctx.db
      .selectFrom('companyPlace')
      .select(['id', 'cvr', 'kind', 'employees'])
      .where('cvr', 'in', numbers)
      .execute()
    const first = (cvr: string) =>
      rows
        .filter((row) => row.cvr === cvr)
        .toSorted((a, b) => b.kind.localeCompare(a.kind) || (b.employees ?? 0) - (a.employees ?? 0) || a.id - b.id)[0]
    return new Map<string, Known>(told.map(({ story, cvr }) => [story, { cvr, id: first(cvr)?.id ?? 0 }]))
  }
  return database.in(cast.as('Ingrid Bonde'), look, instant(moment))
}

/**
 * Loads the demo world »VEU-samarbejdet Limfjorden« through the product's own rules, each at its moment in the last nine months.
 * The same seed and now give the same world. Returns the centre's number. Takes less than a minute on two free cores.
 */
export const seedDemoWorld = async (store: Pick<Opened, 'database'>, how: How): Promise<number> => {
  const { say, seed = 1, now, companies = demoCompanies } = how
  const { database } = store
  const calendar = makeCalendar(now ?? database.clock())
  const world = { seed, companies, today: calendar.day(beginning) }
  say('Demo: people and register …')
  const cast = await gather(database, calendar.at(beginning, '08:00'))
  await importRegister(database, cast, world, calendar.at(beginning, '10:15'))
  const register = readRegister(world)
  const known = await findStories(database, cast, register, calendar.at(beginning, '10:40'))

  const agenda = makeAgenda(database, calendar.now)
  const told = [...known].filter(([key]) => !key.startsWith('kommune-'))
  const reserved = new Set(told.map(([, { cvr }]) => cvr))
  const stage = {
    agenda,
    cast,
    calendar,
    seed,
    reserved,
    deck: makeDeck(),
    latest: { later: 0 },
    late: { lately: 0, long: 0 },
  }
  const diaries: Diaries = { cast, lastOfJens: at(lastDayOfJens(calendar), '16:00') - 6 * 86_400_000, kept: [] }
  const held: Held[] = []
  const bookings: Bookings = {
    ...stage,
    diaries,
    held: (meeting) => {
      held.push(meeting)
      planVisit(bookings, meeting)
    },
  }
  const visited = new Set(tales.map(({ company }) => companyOf({ known }, company).cvr))
  const calling: Calling = { ...stage, diaries, visited, booked: (ctx, meeting) => planMeeting(bookings, ctx, meeting) }
  planContacts(agenda, cast, calendar, register)
  const lists = planLists(stage)
  const stories: Stories = { ...stage, diaries, known, lists }
  planStories(stories)
  planOneVoice(stories)
  planLooseEnds(stories)
  planRegisterNews(stories, register)
  planPhoneStories(stories, bookings, held)
  planFollowUps(bookings, held)
  const numbers = (key: string) => listOf(stories, key).companies.map(({ cvr }) => cvr)
  const heard = () => ({ transport: numbers('transport'), metal: numbers('smaa-metal') })
  planPlacements(agenda, cast, calendar, register, heard)
  planMembers(agenda, cast, calendar.at(3, '10:40'), register)
  planClasses(agenda, cast, calendar.at(1, '07:50'), seed, calendar.today)
  planCalling(calling, lists)
  say('Demo: nine months of history …')
  const steps = await agenda.run()
  say(`Demo: ${steps} things have happened.`)
  return cast.centreId
}
