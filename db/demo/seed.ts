import type { Temporal } from 'temporal-polyfill'
import type { Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import type { Opened } from '#platform/db/store'
import { demoCompanies } from './companies.ts'
import { makeDeck } from './said.ts'
import { makeAgenda } from './seed-agenda.ts'
import { type Bookings, type Held, planMeeting, planOtherKind } from './seed-bookings.ts'
import { at, instant, makeCalendar } from './seed-calendar.ts'
import { planCallCentres } from './seed-call-centres.ts'
import { planCalling } from './seed-calls.ts'
import { planCampaigns } from './seed-campaigns.ts'
import { planConsultantMeetings } from './seed-consultant-meetings.ts'
import { planCapacity } from './seed-capacity.ts'
import { planFullWeek } from './seed-full-week.ts'
import { planLeaving } from './seed-leaving.ts'
import { planLists } from './seed-lists.ts'
import { type Cast, gather } from './seed-people.ts'
import { importRegister, planFiles, readRegister, type Register } from './seed-register.ts'
import { recognisingAtTheEnd } from './seed-recognised.ts'
import { planRegisterNews } from './seed-register-news.ts'
import { planHandIn } from './seed-hand-in.ts'
import { planOwnAnswers } from './seed-own-answers.ts'
import { planShares } from './seed-shares.ts'
import { type Known, lastDayOfJens, planStories, type Stories, toldOf } from './seed-stories.ts'
import { verbsOf } from './seed-verbs.ts'
import { planJointVisit, planPresence } from './seed-presence.ts'
import { planMails } from './seed-mails.ts'
import { planGatherings } from './seed-gatherings.ts'
import { planGroups } from './seed-groups.ts'
import { planGuides } from './seed-guides.ts'
import { planReferrals } from './seed-referrals.ts'
import { planReports } from './seed-reports.ts'
import { planTips } from './seed-tips.ts'
import { planProfile } from './seed-profile.ts'
import { planTradeAreas } from './seed-trade-areas.ts'
import { planStaffing } from './seed-staffing.ts'
import { planFollowUps, planVisit } from './seed-visits.ts'

type How = { say: (sentence: string) => void; seed?: number; now?: Temporal.Instant; companies?: number }

/** Workdays ago that the history begins: nine months. */
const beginning = 175

/** Where the companies with a story stand in the register: the largest workplace, as a draw would choose it. */
const findStories = (database: Database, cast: Cast, { companies }: Register, moment: number) => {
  const told = companies.flatMap(({ story, cvr }) => (story ? [{ story, cvr: String(cvr) }] : []))
  const look = async (ctx: Ctx) => {
    const rows = await ctx.db
      .selectFrom('companyPlace')
      .select(['id', 'cvr'])
      .where(
        'cvr',
        'in',
        told.map((one) => one.cvr),
      )
      .orderBy('kind', 'desc')
      .orderBy('employees', (by) => by.desc().nullsLast())
      .orderBy('id')
      .execute()
    return new Map(
      told.map(({ story, cvr }): [string, Known] => [story, { cvr, id: rows.find((row) => row.cvr === cvr)?.id ?? 0 }]),
    )
  }
  return database.in(cast.as('Ingrid Bonde'), look, instant(moment))
}

/**
 * Loads the demo world »VEU-samarbejdet Limfjorden« through the product's own rules, each at its moment in the last nine months.
 * The same seed and now give the same world. Returns the centre's number. Takes less than a minute on two free cores.
 */
export const seedDemoWorld = (store: Pick<Opened, 'database'>, how: How): Promise<number> =>
  recognisingAtTheEnd(store.database, () => tellHistory(store, how))

/** What partners, companies and colleagues bring, and what becomes of it. */
const planAfterwards = (stories: Stories) => {
  planTips(stories)
  planReferrals(stories)
  planReports(stories)
  planGroups(stories)
  planGuides(stories)
  planMails(stories)
  planPresence(stories)
  planJointVisit(stories)
  planGatherings(stories)
  planLeaving(stories)
  planConsultantMeetings(stories)
}

const tellHistory = async (store: Pick<Opened, 'database'>, how: How): Promise<number> => {
  const { say, seed = 1, now, companies = demoCompanies } = how
  const { database } = store
  const calendar = makeCalendar(now ?? database.clock())
  const world = { seed, companies, today: calendar.day(beginning) }
  if (!database.house.sealing)
    say('Demo: there is no SEALING_KEY, so the schools hand in no contact lists (openssl rand -base64 32)')
  say('Demo: people and register …')
  const cast = await gather(database, calendar.at(beginning, '08:00'))
  await importRegister(database, cast, world, calendar.at(beginning, '10:15'))
  const register = readRegister(world)
  const known = await findStories(database, cast, register, calendar.at(beginning, '10:40'))

  const agenda = makeAgenda(database, calendar.now)
  const told = [...known].filter(([key]) => !key.startsWith('kommune-'))
  const numbersOf = (keep: (key: string) => boolean) =>
    new Set(told.flatMap(([key, { cvr }]) => (keep(key) ? [cvr] : [])))
  const stage = {
    ...{ agenda, cast, calendar, seed, reserved: numbersOf(() => true), deck: makeDeck() },
    ...{ latest: { later: 0 }, late: { lately: 0, long: 0 } },
    diaries: { cast, lastOfJens: at(lastDayOfJens(calendar), '16:00') - 6 * 86_400_000, kept: [] },
  }
  const held: Held[] = []
  const bookings: Bookings = {
    ...stage,
    held: (meeting) => {
      held.push(meeting)
      planVisit(bookings, meeting)
    },
  }
  const lists = planLists(stage)
  const stories = { ...stage, known, lists }
  planStories(stories, verbsOf(stories))
  planRegisterNews(stories, register)
  planTradeAreas(stage)
  planProfile(stage)
  planCallCentres(stage)
  planFullWeek(bookings, held)
  planOtherKind(bookings)
  planCapacity(stage, lists)
  planCampaigns(stage)
  planOwnAnswers(stage)
  planHandIn(stage)
  planAfterwards(stories)
  planShares(stage, lists)
  planFollowUps(bookings, held)
  planStaffing(stage)
  planFiles(stage, register, lists)
  const visited = numbersOf((key) => toldOf.has(key))
  planCalling({ ...stage, visited, booked: (ctx, meeting) => planMeeting(bookings, ctx, meeting) }, lists)
  say('Demo: nine months of history …')
  const steps = await database.repeating(() => agenda.run())
  say(`Demo: ${steps} things have happened.`)
  return cast.centreId
}
