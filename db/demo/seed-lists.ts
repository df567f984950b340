import type { Ctx } from '#platform/context'
import { z } from '#platform/endpoint'
import { hearers } from '../../src/features/centre/roles.ts'
import * as hearings from '../../src/features/hearings/hearings.ts'
import { Criteria } from '../../src/features/lists/criteria.schema.ts'
import { freezeDraw, listDrawn, makeList } from '../../src/features/lists/lists.ts'
import { type Campaign, campaigns, draftList, strikeReasonsOf } from './campaigns.table.ts'
import { peopleOf } from './centre.ts'
import { type SchoolKey, schools } from './centre.table.ts'
import { daysAfter } from './dates.ts'
import { hash, type Random, random } from './random.ts'
import { type Deck, seasonOf, type Speaker } from './said.ts'
import type { Agenda } from './seed-agenda.ts'
import { at, type Calendar, isWorkday, minutes, workdayFrom } from './seed-calendar.ts'
import type { Cast } from './seed-people.ts'
import type { Diaries } from './seed-slots.ts'

export type Listed = Speaker & {
  companyId: number
  name: string
  municipality: number | null
  email: string | null
  phone: string | null
}
/** A list as it stands while the history goes on; its numbers are known once it has been drawn. */
export type Drawn = { campaign: Campaign; listId: number; hearingId: number; companies: Listed[] }
export type Stage = {
  agenda: Agenda
  cast: Cast
  calendar: Calendar
  seed: number
  /** CVR numbers of the companies with a story: what happens to them is told, not thrown. */
  reserved: ReadonlySet<string>
  deck: Deck
  diaries: Diaries
  /** The company that last said »later«. */
  latest: { later: number }
  /** Promises whose day has gone by with nothing done: in the last fortnight, and before. */
  late: { lately: number; long: number }
}

/** Companies that came in, in the order they are called. */
const included = async (ctx: Ctx, listId: number): Promise<Listed[]> => {
  const { rows: drawn } = await listDrawn(ctx, listId, { show: 'in', limit: 10_000 })
  const ids = drawn.map(({ companyId }) => companyId)
  const places = await ctx.db
    .selectFrom('companyPlace')
    .select(['id', 'industry', 'municipality', 'email', 'phone', 'employees', 'employeesFrom', 'town'])
    .where('id', 'in', ids)
    .execute()
  const placeOf = new Map(places.map(({ id, ...place }) => [id, place]))
  return drawn.flatMap(({ companyId, cvr, name }) => {
    const place = placeOf.get(companyId)
    return place ? [{ companyId, cvr, name, ...place }] : []
  })
}

/** The deadline: at four on the day; when that is past and the hearing is meant to run, on the next workday. */
const deadlineOf = ({ hearing: [, ends], key }: Campaign, calendar: Calendar): { date: string; ms: number } => {
  let date = calendar.day(ends)
  if (key === 'smaa-metal') while (new Date(date).getUTCDay() !== 5 || date <= calendar.today) date = daysAfter(date, 1)
  if (ends === 0 && (!isWorkday(calendar.today) || at(date, '16:00') <= calendar.now + minutes(20)))
    date = workdayFrom(calendar.today)
  return { date, ms: at(date, '16:00') }
}

type Hearing = { drawn: Drawn; school: SchoolKey; dice: Random; spared: ReadonlySet<string> }
/** What someone of a school does with a hearing: what it knows is struck, or looked at and kept. */
const hear = async (ctx: Ctx, { drawn: { hearingId }, school, dice, spared }: Hearing): Promise<void> => {
  const { rows } = await hearings.listHeard(ctx, hearingId, { known: true, limit: 200 })
  const strikes = new Map<string, number[]>()
  const keeps: number[] = []
  for (const { companyId, cvr, certain, decision } of rows) {
    if (decision) continue
    if (!spared.has(cvr) && (certain || dice.chance(0.45))) {
      const reason = dice.pick(strikeReasonsOf(school))
      strikes.set(reason, [...(strikes.get(reason) ?? []), companyId])
    } else if (dice.chance(0.8)) keeps.push(companyId)
  }
  for (const [reason, ids] of strikes) await hearings.strikeCompanies(ctx, hearingId, ids, reason)
  if (keeps.length > 0) await hearings.keepOnList(ctx, hearingId, keeps)
}

const planHearing = (stage: Stage, drawn: Drawn, dice: Random): void => {
  const { agenda, cast, calendar } = stage
  const { campaign } = drawn
  const { silent, hearing, by } = campaign
  const last = Math.max(hearing[1], 0)
  const spared = campaign.calling ? stage.reserved : new Set<string>()
  for (const { key: school } of schools.filter(({ key }) => !silent.includes(key))) {
    const day = dice.int(Math.min(last + 1, hearing[0] - 1), hearing[0] - 1)
    const moment = calendar.at(day, `${dice.pick(['08', '09', '10', '13', '14'])}:${dice.int(10, 59)}`)
    const present = peopleOf(school).filter(({ leftDaysAgo }) => leftDaysAgo === 0)
    // Whoever of the school got to it; the leader hands in, also when some were left.
    const { name } = dice.pick(present.filter(({ role }) => hearers.includes(role)))
    const leader = present.find(({ role }) => role === 'leader')?.name ?? name
    agenda.plan(moment, cast.as(name), (ctx) => hear(ctx, { drawn, school, dice, spared }))
    agenda.plan(moment + minutes(25), cast.as(leader), (ctx) =>
      hearings.answerHearing(ctx, drawn.hearingId, { notLookedAt: 200 }),
    )
  }
  if (silent.length > 0 && last + 3 < hearing[0])
    agenda.plan(calendar.at(last + 1, '15:10'), cast.as(by), (ctx) => hearings.remindSchools(ctx, drawn.hearingId))
  // The job that wakes every minute: the centre's rule for silence.
  if (silent.length > 0)
    agenda.plan(deadlineOf(campaign, calendar).ms + minutes(1), cast.clock, (ctx) => hearings.endHearings.run(ctx))
  else agenda.plan(calendar.at(last + 1, '15:30'), cast.as(by), (ctx) => hearings.endHearing(ctx, drawn.hearingId))
}

/** Draws a list and sends it to the schools. */
const planCampaign = (stage: Stage, campaign: Campaign): Drawn => {
  const { agenda, cast, calendar } = stage
  const dice = random(hash(`lists:${stage.seed}`), hash(campaign.key))
  const drawn: Drawn = { campaign, listId: 0, hearingId: 0, companies: [] }
  const coordinator = cast.as(campaign.by)
  const { goal, criteria } = campaign
  const name = campaign.name.replace('{årstid}', seasonOf(calendar.day(campaign.drawn)))
  agenda.plan(calendar.at(campaign.drawn, '09:20'), coordinator, async (ctx) => {
    drawn.listId = (await makeList(ctx, { name, goal, criteria: z.parse(Criteria, criteria) })).id
  })
  agenda.plan(calendar.at(campaign.drawn, '09:41'), coordinator, async (ctx) => {
    await freezeDraw(ctx, drawn.listId, dice.int(1, 2 ** 31 - 1))
    drawn.companies = await included(ctx, drawn.listId)
  })
  agenda.plan(calendar.at(campaign.hearing[0], '08:30'), coordinator, async (ctx) => {
    const list = await hearings.startHearing(ctx, drawn.listId, {
      date: deadlineOf(campaign, calendar).date,
      time: '16:00',
    })
    drawn.hearingId = list.hearing?.id ?? 0
  })
  planHearing(stage, drawn, dice)
  return drawn
}

/** Every list of the nine months. */
export const planLists = (stage: Stage): Drawn[] => {
  const { agenda, cast, calendar } = stage
  const lists = campaigns.map((campaign) => planCampaign(stage, campaign))
  if (draftList) {
    const { name, goal, criteria, by } = draftList
    const work = (ctx: Ctx) => makeList(ctx, { name, goal, criteria: z.parse(Criteria, criteria) })
    agenda.plan(calendar.at(1, '14:32'), cast.as(by), work)
  }
  return lists
}
