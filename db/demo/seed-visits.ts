import type { Ctx } from '#platform/context'
import { staff } from '../../src/features/centre/roles.ts'
import {
  acceptHandover,
  changePromiseDate,
  dropPromise,
  keepPromise,
  listPromises,
} from '../../src/features/promises/promises.ts'
import { answerNeed, closeNeed, reportVisit } from '../../src/features/visits/visits.ts'
import { hash, type Random, random } from './random.ts'
import { type Bookings, type Held, meetAgain } from './seed-bookings.ts'
import { at, dateAt, isWorkday, minutes, workdayFrom } from './seed-calendar.ts'
import { daysAfter } from './dates.ts'
import {
  aboutVisits,
  whyDropped,
  type Education,
  whyMoved,
  needsHeard,
  obstacles,
  agreedAtVisits,
  tasks,
} from './seed-needs.table.ts'
import type { Stage } from './seed-lists.ts'
import { type Diaries, groupOf } from './seed-slots.ts'

type Need = { words: string; education: Education | null; soon: boolean }
export type Told = {
  about: string
  needs: Need[]
  topics: ((typeof obstacles)[number] | (typeof tasks)[number])[]
  promises: { what: string; owner: string; dueOn: string }[]
}

const some = <T>(dice: Random, of: readonly T[], from: number, to: number): T[] =>
  dice.shuffle(of).slice(0, dice.int(from, to))

/** The workday on or after a date. */
const workday = (date: string) => (isWorkday(date) ? date : workdayFrom(date))

const promisesFor = (
  dice: Random,
  held: Held,
  educations: readonly (Education | null)[],
  today: string,
): Told['promises'] => {
  const group = groupOf(held.industry)
  const fitting = agreedAtVisits.filter(
    ({ fits, of }) => (!fits || fits.some((one) => educations.includes(one))) && (!of || of.includes(group)),
  )
  return some(dice, fitting, dice.chance(0.1) ? 0 : 1, dice.chance(0.25) ? 3 : 2).map(({ what, days, owner }) => ({
    what,
    owner: owner ?? held.consultant,
    dueOn: workday(daysAfter(today, dice.int(...days))),
  }))
}

const heard = Object.entries(needsHeard).flatMap(([group, rows]) =>
  rows.map(([words, education, when]) => ({ group, words, education, soon: when !== 'later' })),
)
const abouts = Object.entries(aboutVisits).flatMap(([group, texts]) => texts.map((text) => ({ group, text })))

/** A report as a busy consultant writes it. */
const tell = (dice: Random, held: Held, today: string): Told => {
  const group = groupOf(held.industry)
  const own = <T extends { group: string }>(of: readonly T[], share: number) =>
    of.filter((one) => one.group === (dice.chance(share) ? group : 'any') || one.group === group)
  const about = dice.pick(own(abouts, 0.7)).text.replaceAll('{contact}', held.contact || 'lederen')
  const needs = some(dice, own(heard, 0.7), 1, 3).map(({ words, education, soon }) => ({ words, education, soon }))
  const topics = [...new Set([...some(dice, obstacles, 0, 2), ...some(dice, tasks, 0, 2)])]
  return {
    about,
    needs,
    topics,
    promises: promisesFor(
      dice,
      held,
      needs.map((need) => need.education),
      today,
    ),
  }
}

/** Who teaches gives the class; the promise is the consultant's own. */
const owning = ({ cast }: Stage, owner: string, { personId }: Ctx) => {
  const named = cast.as(owner)
  return staff.some((role) => role === named.role) ? named.personId : (personId ?? 0)
}

/** Most needs get an answer within some weeks, a few come to nothing, the rest wait still: the company stays in the visitor's hands. */
const planNeeds = ({ agenda, seed }: Stage, ctx: Ctx, needs: readonly { id: number }[]): void => {
  const { centreId, personId, schoolId, role, source, language } = ctx
  const who = { centreId, personId, schoolId, role, source, language }
  for (const { id } of needs) {
    const dice = random(hash(`needs:${seed}`), id)
    const moment = at(workday(daysAfter(ctx.today, dice.int(8, 45))), '08:30') + minutes(dice.int(0, 400))
    const fate = dice.next()
    if (fate < 0.7) agenda.plan(moment, who, async (later) => void (await answerNeed(later, id, '')))
    else if (fate < 0.8)
      agenda.plan(moment, who, async (later) => void (await closeNeed(later, id, 'De vil se tiden an.')))
  }
}

/** Writes the report and lets what was promised take its course. Returns the promises as they stand. */
export const write = async (stage: Stage, ctx: Ctx, held: Pick<Held, 'id' | 'companyId'>, told: Told) => {
  const { promises, ...rest } = told
  const agreed = promises.map(({ what, owner, dueOn }) => ({ what, dueOn, ownerId: owning(stage, owner, ctx) }))
  const visit = await reportVisit(ctx, { ...rest, bookingId: held.id, promises: agreed })
  planNeeds(stage, ctx, visit.needs)
  const made = async () => {
    const { rows } = await listPromises(ctx, { whose: 'all', state: 'open', companyId: held.companyId, limit: 50 })
    return rows.filter(({ visitId }) => visitId === visit.id)
  }
  // Another school's colleague is asked, and says yes on the phone.
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const { handover } of await made())
    if (handover) await acceptHandover({ ...ctx, ...stage.cast.as(handover.to.name) }, handover.id)
  return made()
}

/** Most promises are kept in time, some are moved or fall away, a few are late. */
export const planPromise = (
  stage: Stage & { diaries: Diaries },
  promise: { id: number; dueOn: string; owner: { name: string } },
): void => {
  const { agenda, cast, seed, diaries } = stage
  const dice = random(hash(`promises:${seed}`), promise.id)
  const owner = cast.as(promise.owner.name)
  const onDay = (days: number) => at(workday(daysAfter(promise.dueOn, days)), '08:00') + minutes(dice.int(10, 440))
  // Jens Toft clears his desk before he leaves.
  if (promise.owner.name === 'Jens Toft')
    return agenda.plan(
      Math.min(onDay(-1), diaries.lastOfJens + minutes(1440)),
      owner,
      async (ctx) => void (await keepPromise(ctx, promise.id)),
    )
  const keepAt = (moment: number) =>
    agenda.plan(moment, owner, async (ctx) => void (await keepPromise(ctx, promise.id)))
  const fate = dice.next()
  if (fate < 0.05)
    agenda.plan(
      onDay(-dice.int(1, 3)),
      owner,
      async (ctx) => void (await dropPromise(ctx, promise.id, dice.pick(whyDropped))),
    )
  else if (fate < 0.12) {
    const later = workday(daysAfter(promise.dueOn, dice.int(5, 10)))
    const change = { dueOn: later, was: promise.dueOn, why: dice.pick(whyMoved) }
    agenda.plan(onDay(-1), owner, async (ctx) => void (await changePromiseDate(ctx, promise.id, change)))
    keepAt(at(later, '09:00') + minutes(dice.int(0, 300)))
  } else if (fate < 0.18) keepAt(onDay(dice.int(1, 4)))
  else keepAt(onDay(-dice.int(0, 5)))
}

/** After a meeting was held: the report, the same day or some days later, the promises, now and then a second meeting. */
export const planVisit = (bookings: Bookings, held: Held): void => {
  const { agenda, cast, seed } = bookings
  const dice = random(hash(`visits:${seed}`), held.id)
  const end = Date.parse(held.startsAt) + minutes(60)
  const wait = dice.next()
  const evening = at(dateAt(end), '15:40') + minutes(dice.int(0, 60))
  const next = (days: number): string => (days === 0 ? dateAt(end) : workdayFrom(next(days - 1)))
  const moment =
    wait < 0.35 && evening > end
      ? evening
      : at(next(wait < 0.75 ? 1 : dice.int(2, 4)), '08:00') + minutes(dice.int(5, 420))
  agenda.plan(moment, cast.as(held.consultant), async (ctx) => {
    const promises = await write(bookings, ctx, held, tell(dice, held, ctx.today))
    for (const promise of promises) planPromise(bookings, promise)
    if (dice.chance(0.12)) await meetAgain(bookings, ctx, held, dice, dice.int(2, 4))
  })
}
