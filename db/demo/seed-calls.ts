import type { Asker, Ctx } from '#platform/context'
import { answerCall, correctCall, listRefusalReasons } from '../../src/features/calls/calls.ts'
import type { Said } from '../../src/features/calls/calls.schema.ts'
import { listFreeSlots } from '../../src/features/free-slots/free-slots.ts'
import { closeList } from '../../src/features/lists/lists.ts'
import { takeCompany } from '../../src/features/queue/queue.ts'
import { likelyAnswers, reach, reasons, writes } from './calls.table.ts'
import { callingDays } from './campaigns.table.ts'
import { person } from './centre.ts'
import { personName } from './company-names.ts'
import { hash, type Random, random } from './random.ts'
import { tradeOf } from './said.ts'
import type { Meeting } from './seed-bookings.ts'
import { at, dateAt, iso, isWorkday, minutes, workdayFrom } from './seed-calendar.ts'
import type { Drawn, Listed, Stage } from './seed-lists.ts'
import { ownOf } from './seed-own-answers.ts'
import { chooseSlot } from './seed-slots.ts'

/** A company of a list, as the callers have it before them. */
type Candidate = Listed & {
  hard: boolean
  /** Has a story of its own, which is not told on this list: nobody ever takes the phone. */
  silent: boolean
  tries: number
  readyAt: number
  backAt: number | null
  done: boolean
  held: boolean
  spoke: string | null
}
type Pool = { drawn: Drawn; candidates: Candidate[]; dice: Random; closing: boolean }
export type Calling = Stage & {
  /** CVR numbers of those whose visit is told. */
  visited: ReadonlySet<string>
  booked: (ctx: Ctx, meeting: Meeting) => void
}
type Answer = (typeof likelyAnswers)[number]
/** One caller's day: those who may be rung, and how many are left. */
type Day = { name: string; caller: Asker; pools: readonly Pool[]; closes: number; left: number }

const leastADay = 26
const open = (pool: Pool) => pool.candidates.filter(({ done }) => !done)
const ready = (pool: Pool, now: number) =>
  open(pool).filter(({ held, backAt, readyAt }) => !held && (backAt ?? readyAt) <= now)

/** Call-backs whose time has come, then the oldest list's, those not rung yet first. */
const nextOf = (pools: readonly Pool[], now: number): readonly [Pool, Candidate] | undefined => {
  const able = pools.flatMap((pool) => ready(pool, now).map((one) => [pool, one] as const))
  const due = able.filter(([, { backAt }]) => backAt !== null)
  if (due.length > 0) return due.toSorted(([, a], [, b]) => (a.backAt ?? 0) - (b.backAt ?? 0))[0]
  const oldest = able.filter(([pool]) => pool === able[0]?.[0])
  return oldest.toSorted(([, a], [, b]) => a.tries - b.tries)[0]
}

const rings = (name: string, date: string) => callingDays[name]?.includes(new Date(date).getUTCDay()) ?? false
/** A time to call back that the company would name, on a day the caller rings. */
const backTime = (dice: Random, name: string, now: number): number => {
  let date = workdayFrom(dateAt(now))
  while (!rings(name, date)) date = workdayFrom(date)
  // Early enough for the shortest day, and after the one that the stories tell of.
  return at(date, dice.pick(['09:20', '09:30', '09:40', '09:50']))
}

const answerOf = (pool: Pool, { backAt, hard, silent }: Candidate, { name }: Day): Answer | null => {
  const { dice } = pool
  const takes = backAt !== null ? 0.95 : hard ? reach.hardTakes : reach.takes
  if (!dice.chance(takes) || silent) return null
  // A list that is nearly rung through is not kept open for one; who was promised a call back is there.
  const few = open(pool).length < 30 || person(name).role !== 'caller'
  const unlikely = (answer: Answer['answer']) =>
    (answer === 'call-back' && (few || backAt !== null)) || (answer === 'wrong-number' && backAt !== null)
  return dice.weighted(likelyAnswers.filter(({ answer }) => !unlikely(answer)))
}

/** The reason that goes with what was noted, as the centre's list has it; beside an empty note now and then one all the same. */
const reasonIdOf = async (ctx: Ctx, dice: Random, word: string, note: string): Promise<number | null> => {
  if (word !== 'nej' && word !== 'senere') return null
  const { rows } = await listRefusalReasons(ctx)
  const any = note === '' && dice.chance(0.7) ? dice.pick(['Har ikke tid', 'For få ansatte', 'Andet']) : null
  const named = reasons.find(([says]) => says.test(note))?.[1] ?? any ?? (word === 'nej' ? 'Andet' : null)
  return rows.find(({ name }) => name === named)?.id ?? null
}

/** What the product's own effects mean for who is called next (may-contact/effects.ts). */
const settle = (candidate: Candidate, answer: Said['answer'], now: number, back: number | null, booked: boolean) => {
  candidate.held = false
  candidate.backAt = answer === 'call-back' ? back : null
  if (answer === 'no-answer') {
    candidate.tries++
    candidate.readyAt = now + minutes(245)
    candidate.done = candidate.tries >= 5
  } else if (answer === 'wants-contact' && !booked) candidate.backAt = at(workdayFrom(dateAt(now)), '09:00')
  else candidate.done = answer !== 'call-back'
}

/** The names of coming months and days, as they are said on the phone. */
const timesToSay = (dice: Random, now: number): Readonly<Record<string, string>> => {
  const says = (ms: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('da-DK', { ...options, timeZone: 'Europe/Copenhagen' }).format(ms)
  return {
    // Nobody says July.
    måned: says(now + minutes(1440 * dice.int(95, 170)), { month: 'long' }).replace('juli', 'august'),
    dag: says(at(workdayFrom(dateAt(now)), '12:00'), { weekday: 'long' }),
    kl: String(dice.int(12, 15)),
  }
}

const bookingFor = async ({ diaries }: Calling, dice: Random, ctx: Ctx, candidate: Candidate) => {
  if (dice.chance(0.08)) return null
  const { rows } = await listFreeSlots(ctx, { companyId: candidate.companyId, days: 17, every: true })
  const slot = chooseSlot(diaries, dice, rows, candidate)
  if (!slot) return null
  const [contactName = ''] = (candidate.spoke ?? '').split(', ')
  const { email: contactEmail, phone: contactPhone } = candidate
  return { personId: slot.personId, startsAt: slot.startsAt, contactName, contactEmail, contactPhone }
}

const later = likelyAnswers.find(({ answer }) => answer === 'later') ?? null
type Call = { pool: Pool; day: Day; candidate: Candidate; wished: Answer | null }
const answer = async (calling: Calling, ctx: Ctx, { pool, day, candidate, wished }: Call) => {
  const { agenda, deck, latest } = calling
  const { dice } = pool
  const { companyId } = candidate
  const now = ctx.now.epochMilliseconds
  const reached = wished !== null && wished.answer !== 'wrong-number'
  if (reached) candidate.spoke ??= `${personName(dice)}, ${dice.pick(tradeOf(candidate.industry).answers)}`
  const wants = wished?.answer === 'wants-contact'
  const booking = wants ? await bookingFor(calling, dice, ctx, candidate) : null
  // Who wants a visit and finds no time in the last days is called later: nobody else would ring on the morrow.
  const said = wants && !booking && agenda.until - now < minutes(8 * 1440) ? later : wished
  const word = said?.word ?? 'intet'
  const given: Said['answer'] = said?.answer ?? 'no-answer'
  const back = given === 'call-back' ? backTime(dice, day.name, now) : null
  const noted = (of: string) =>
    dice.chance(writes[of] ?? 1) ? deck.note(dice, of, candidate, ctx.today, timesToSay(dice, now)) : ''
  const spoken = { spokeWith: reached ? (candidate.spoke ?? '') : '', note: noted(word) }
  const reasonId = await reasonIdOf(ctx, dice, word, spoken.note)
  const callBackAt = back === null ? null : iso(back)
  const own = await ownOf(ctx, given, companyId)
  const made = await answerCall(ctx, { companyId, answer: given, ...own, ...spoken, callBackAt, booking, reasonId })
  if (given === 'later') latest.later = companyId
  settle(candidate, given, now, back, made.booking !== null)
  if (made.booking && booking)
    calling.booked(ctx, { ...candidate, ...made.booking, personId: booking.personId, contact: booking.contactName })
  // A slip of the finger: it was "later", not "never".
  if (given === 'not-interested' && dice.chance(0.04))
    agenda.plan(now + 50_000, day.caller, async (then) => {
      const right = { answer: 'later' as const, spokeWith: spoken.spokeWith, note: noted('senere') }
      await correctCall(then, made.call.id, { ...right, why: 'Trykkede forkert' })
      latest.later = companyId
    })
  closeWhenRung(calling, pool, now)
}

/** Everybody has answered or been rung five times: the coordinator closes the list next day. */
const closeWhenRung = ({ agenda, cast }: Calling, pool: Pool, now: number): void => {
  const { campaign, listId } = pool.drawn
  if (pool.closing || open(pool).length > 0) return
  pool.closing = true
  agenda.plan(at(workdayFrom(dateAt(now)), '14:05'), cast.as(campaign.by), (ctx) => closeList(ctx, listId))
}

/** One call, and after it the next, until the day is over. */
const call = (calling: Calling, day: Day, planned: number): void => {
  const { agenda } = calling
  const date = dateAt(planned)
  // Lunch is at half past eleven.
  const [lunch, back] = [at(date, '11:30'), at(date, '12:02')]
  const moment = planned >= lunch && planned < back ? back : planned
  if (day.left <= 0 || moment > day.closes) return
  let chosen: readonly [Pool, Candidate] | undefined
  const take = async (ctx: Ctx) => {
    chosen = nextOf(day.pools, moment)
    if (!chosen) return
    const [pool, candidate] = chosen
    await takeCompany(ctx, { listId: pool.drawn.listId, companyId: candidate.companyId })
    candidate.held = true
    const wished = answerOf(pool, candidate, day)
    const ends = moment + 1000 * (wished === null ? pool.dice.int(35, 80) : pool.dice.int(100, 480))
    agenda.plan(ends, day.caller, (ctxOfEnd) => answer(calling, ctxOfEnd, { pool, day, candidate, wished }))
    day.left--
    call(calling, day, ends + 1000 * pool.dice.int(70, 220))
  }
  agenda.plan(moment, day.caller, take, () => {
    // Struck, waiting, or a meeting already: the product says no, and the next one is called.
    if (chosen) chosen[1].done = true
    if (chosen) closeWhenRung(calling, chosen[0], moment)
    call(calling, day, moment + 1000)
  })
}

/** The companies stand in the pool from the first day on; where stories are told, those who have one are left to it. */
const fill = ({ reserved, visited }: Calling, pool: Pool): void => {
  if (pool.candidates.length > 0) return
  const { campaign, companies } = pool.drawn
  pool.candidates = companies
    .filter(({ cvr }) => !visited.has(cvr) && !(campaign.told && reserved.has(cvr)))
    .map((one) => ({
      ...{ ...one, hard: pool.dice.chance(reach.hard), silent: reserved.has(one.cvr), spoke: null },
      ...{ tries: 0, readyAt: 0, backAt: null, done: one.phone === null, held: false },
    }))
}

/** The callers' days: each rings on weekdays of his own, when there is enough for a day, until the lists have been rung through. */
export const planCalling = (calling: Calling, lists: readonly Drawn[]): void => {
  const { calendar, seed, agenda, cast } = calling
  const pools = lists.flatMap((drawn) => {
    const { key, calling: how } = drawn.campaign
    const pool: Pool = { drawn, candidates: [], dice: random(hash(`calls:${seed}`), hash(key)), closing: false }
    return how ? [{ ...how, pool }] : []
  })
  const dice = random(hash(`callers:${seed}`))
  const idleDays = new Map<string, number>()
  const names = [...new Set(pools.flatMap(({ callers }) => callers))]
  for (let ago = Math.max(...pools.map(({ from }) => from)); ago > 0; ago--)
    for (const name of names) {
      const date = calendar.day(ago)
      const mine = pools.flatMap(({ from, callers, pool }) => (from >= ago && callers.includes(name) ? [pool] : []))
      if (mine.length === 0 || !isWorkday(date) || !rings(name, date)) continue
      const { hours, role } = person(name)
      const start = at(date, hours.from) + minutes(dice.int(8, 25))
      const most = role === 'caller' ? dice.int(30, 46) : dice.int(4, 7)
      agenda.plan(start - 1000, cast.clock, async () => {
        for (const pool of mine) fill(calling, pool)
        const waiting = mine.flatMap((pool) => ready(pool, start))
        const due = waiting.some(({ backAt }) => backAt !== null)
        const idle = idleDays.get(name) ?? 0
        // What is left of a list is not left for ever.
        const least = idle < 6 ? leastADay : idle < 10 ? 12 : 1
        idleDays.set(name, waiting.length < least ? idle + 1 : 0)
        if (waiting.length < least && role === 'caller' && !due) return
        const closes = at(date, hours.to) - minutes(15)
        call(calling, { name, caller: cast.as(name), pools: mine, closes, left: most }, start)
      })
    }
}
