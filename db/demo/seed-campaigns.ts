import type { Ctx } from '#platform/context'
import { z } from '#platform/endpoint'
import { announceCampaign } from '../../src/features/announced-campaigns/announced-campaigns.ts'
import * as campaigns from '../../src/features/campaigns/campaigns.ts'
import { mixOf, sumOf } from '../../src/features/contact-models/models.shared.ts'
import { setGoal } from '../../src/features/goals/goals.ts'
import { Criteria } from '../../src/features/lists/criteria.schema.ts'
import { writeDownNetwork } from '../../src/features/networks/networks.ts'
import { daysAfter, mondayOf } from './dates.ts'
import { isWorkday, minutes, workdayOn } from './seed-calendar.ts'
import type { Stage } from './seed-lists.ts'
import { cellsOf, linesOf, sure } from './table-text.ts'

/** Words and owner; who sets it says whose it is. */
const goals = `
  Hanne Lind | 40 møder med små virksomheder i Thisted og på Mors | Birgit Aagaard
  Hanne Lind | 150 kursister på FVU fra virksomheder under 50 ansatte | Hanne Lind
  Hanne Lind | Besøg hos hver tredje metalvirksomhed med under 20 ansatte | Birgit Aagaard
  Torben Friis | Tre svejsehold fyldt fra små værksteder | Peter Vang
  Preben Storm | Dansk på lageret hos ti vognmænd | Ivan Kowalski`

/** What schools and others run of their own: who says so, what, whose (a school's own without), weeks from now and for how many, municipalities, industries. */
const announced = `
  Torben Friis | Annoncer for svejsecertifikater i ugeaviserne || 6 2 | 779 787 | 25
  Lisbeth Munk | Åbent hus for plejehjem og bosteder || 2 1 | 791 779 | 87 88
  Hanne Lind | Voksenlærlinge: kampagne og virksomhedsbesøg | 3F i Skive | 7 4 | 779 | 25 28
  Hanne Lind | Ledige til lager og transport | Jobcenter Skive | 8 3 | 779 | 49 52 53`

/** What each is called, whom it gathers, and in how many weeks it meets; none: nobody knows. */
const networks = `
  Bagere i Thy og på Mors | Fem bagerier, sammen om oplæring af nye | 3
  Sygefravær i produktionen | Otte mellemstore fabrikker omkring Skive | 7
  Unge håndværksmestre | Små murere, tømrere og elektrikere i Salling |`

/** Consultants who have answered the two questions about the small workshops, without a name: what it takes, and whether they are at ease with calling. */
const answered = `
  Peter Vang | trade | yes
  Fatima Haddad | trade | no
  Ali Demir | overview | no
  Sofie Holst | trade | yes
  Ivan Kowalski | trade | yes`

const everything = z.parse(Criteria, {})
type Change = Partial<Parameters<typeof campaigns.changeCampaign>[2]>
/** Begins one, and chooses: what is not said is as proposed. */
const begin = async (ctx: Ctx, name: string, part: Change, ask: boolean) => {
  const { id, version, ...seen } = await campaigns.startCampaign(ctx, { name })
  const { goalId, target, employees, criteria, why, script, offer, fromOn, toOn } = { ...seen, ...part }
  const { proposal } = await campaigns.weighTargetGroup(ctx, id, { target, criteria })
  const mix = part.mix ?? mixOf(proposal)
  const form = { name, goalId, target, employees, criteria, mix, why, script, offer, fromOn, toOn, version }
  const changed = await campaigns.changeCampaign(ctx, id, form)
  if (ask) await campaigns.askConsultants(ctx, id)
  return changed
}

/** The same day of the week, when people are at work. */
const atWork = (day: string): string => (isWorkday(day) ? day : atWork(daysAfter(day, 7)))
/** The Monday on or after one from which so many weeks begin and end while people are at work. */
const wholeWeeks = (monday: string, weeks: number): string => {
  const last = 7 * (weeks - 1)
  const areAtWork = [0, 4, last, last + 4].every((days) => isWorkday(daysAfter(monday, days)))
  return areAtWork ? monday : wholeWeeks(daysAfter(monday, 7), weeks)
}
const planNetworks = (
  { agenda, cast, calendar }: Pick<Stage, 'agenda' | 'cast' | 'calendar'>,
  monday: string,
): void => {
  for (const [at, line] of linesOf(networks).entries()) {
    const [name = '', who = '', weeks = ''] = cellsOf(line)
    const nextOn = weeks === '' ? null : atWork(daysAfter(monday, 7 * Number(weeks) + 2))
    agenda.plan(calendar.at(20, '09:10') + minutes(at), cast.as('Hanne Lind'), async (ctx) => {
      await writeDownNetwork(ctx, { name, who, nextOn })
    })
  }
}

/** Goals, one campaign that is being thought over, one whose lists were made yesterday, and what the schools run themselves. */
export const planCampaigns = ({ agenda, cast, calendar }: Stage): void => {
  const year = Number(calendar.day(0).slice(0, 4))
  const monday = mondayOf(calendar.day(0))
  const set = new Map<string, number>()
  for (const [at, line] of linesOf(goals).entries()) {
    const [who = '', words = '', owner = ''] = cellsOf(line)
    agenda.plan(calendar.at(160, '13:00') + minutes(at), cast.as(who), async (ctx) => {
      set.set(words, (await setGoal(ctx, { words, year, ownerId: cast.as(owner).personId })).id)
    })
  }
  planNetworks({ agenda, cast, calendar }, monday)
  const goalOf = (start: string) =>
    sure(`No goal begins »${start}«`, [...set].find(([words]) => words.startsWith(start))?.[1])
  const thought = { id: 0 }
  agenda.plan(calendar.at(3, '10:05'), cast.as('Birgit Aagaard'), async (ctx) => {
    const criteria = {
      ...everything,
      municipalities: [787, 773, 779],
      industries: ['25', '28'],
      sizes: ['0-9' as const],
    }
    const from = wholeWeeks(daysAfter(monday, 42), 5)
    const period = { fromOn: from, toOn: daysAfter(from, 32), goalId: goalOf('40 møder') }
    thought.id = (
      await begin(ctx, 'Små smede og maskinværksteder i Thy, på Mors og i Skive', { criteria, ...period }, true)
    ).id
  })
  for (const [at, line] of linesOf(answered).entries()) {
    const [who = '', wanted, ease] = cellsOf(line)
    const answer = {
      wanted: wanted === 'overview' ? 'overview' : 'trade',
      atEase: ease === 'no' ? 'no' : 'yes',
    } as const
    agenda.plan(calendar.at(2, '11:20') + minutes(9 * at), cast.as(who), (ctx) =>
      campaigns.answerCampaign(ctx, thought.id, answer),
    )
  }
  agenda.plan(calendar.at(1, '16:10'), cast.as('Hanne Lind'), async (ctx) => {
    const criteria = { ...everything, industries: ['10', '55', '56'], sizes: ['10-49' as const, '50+' as const] }
    const from = wholeWeeks(daysAfter(monday, 14), 2)
    const chosen = { criteria, fromOn: from, toOn: daysAfter(from, 11), goalId: goalOf('150 kursister') }
    const { id, version, mix } = await begin(ctx, 'Dansk og regning i køkkener og bagerier', chosen, false)
    // In a small register there may be nobody left to call.
    if (sumOf(mix) === 100) await campaigns.settleCampaign(ctx, id, version)
  })
  for (const [at, line] of linesOf(announced).entries()) {
    const [who = '', name = '', whose = '', weeks = '', areas = '', trades = ''] = cellsOf(line)
    const [first = 0, count = 0] = weeks.split(' ').map(Number)
    const fromOn = workdayOn(daysAfter(monday, 7 * first))
    agenda.plan(calendar.at(5, '09:00') + minutes(7 * at), cast.as(who), (ctx) =>
      announceCampaign(ctx, {
        ...{ name, whose, schoolId: whose ? null : cast.as(who).schoolId },
        ...{ fromOn, toOn: workdayOn(daysAfter(monday, 7 * (first + count) - 3)) },
        ...{ municipalities: areas.split(' ').map(Number), industries: trades.split(' ') },
      }),
    )
  }
}
