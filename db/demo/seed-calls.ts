import type { Asker, Ctx } from '#platform/context'
import { listFreeSlots } from '../../src/features/free-slots/free-slots.ts'
import { answerCall, correctCall, listRefusalReasons } from '../../src/features/calls/calls.ts'
import type { Said } from '../../src/features/calls/calls.schema.ts'
import { takeCompany } from '../../src/features/queue/queue.ts'
import { personName } from './company-names.ts'
import { people } from './centre.ts'
import { hash, type Random, random } from './random.ts'
import { at, dateAt, iso, isWorkday, minutes, workdayFrom } from './seed-calendar.ts'
import { type AnswerWord, likelyAnswers, callNotes, reasonOf, titles, warmAnswers } from './seed-calls.table.ts'
import type { Meeting } from './seed-bookings.ts'
import type { Drawn, Listed, Stage } from './seed-lists.ts'
import { chooseSlot, type Diaries, groupOf } from './seed-slots.ts'

/** A company of a list, as the callers have it before them. */
type Candidate = Listed & {
  tries: number
  readyAt: number
  backAt: number | null
  done: boolean
  held: boolean
  spoke: string | null
}
type Pool = Drawn & { candidates: Candidate[]; lastDay: number; dice: Random }
export type Calling = Stage & { diaries: Diaries; booked: (ctx: Ctx, meeting: Meeting) => void }

const hours = (count: number) => minutes(60 * count)
const who = (dice: Random, industry: string | null) => `${personName(dice)}, ${dice.pick(titles[groupOf(industry)])}`

/** Call-backs whose time has come, then the list's own order. */
const nextOf = ({ candidates }: Pool, now: number): Candidate | undefined => {
  const open = candidates.filter((one) => !one.done && !one.held)
  const due = open.filter(({ backAt }) => backAt !== null && backAt <= now)
  return (
    due.toSorted((a, b) => (a.backAt ?? 0) - (b.backAt ?? 0))[0] ??
    open.find(({ backAt, readyAt }) => backAt === null && readyAt <= now)
  )
}

/** A time to call back that the company would name: within a week, while the list is called. */
const backTime = ({ dice, lastDay }: Pool, now: number): number | null => {
  let date = dateAt(now)
  for (let days = dice.int(1, 5); days > 0; days--) date = workdayFrom(date)
  const moment = at(date, `${dice.pick(['08', '09', '09', '10', '11', '13'])}:${dice.pick(['15', '30', '45'])}`)
  return moment < lastDay ? moment : null
}

const answerOf = (pool: Pool, candidate: Candidate, now: number): { answer: AnswerWord; back: number | null } => {
  const { answer } = pool.dice.weighted(pool.campaign.warm ? warmAnswers : likelyAnswers)
  // Who has asked to be called again is there, and mostly kind.
  const kind = candidate.backAt !== null && (answer === 'no-answer' || answer === 'closed' || answer === 'wrong-number')
  const said = kind ? pool.dice.pick(['wants-contact', 'later', 'wants-contact'] as const) : answer
  if (said !== 'call-back') return { answer: said, back: null }
  const back = backTime(pool, now)
  return back === null ? { answer: 'later', back: null } : { answer: said, back }
}

const noteOf = (dice: Random, answer: AnswerWord, industry: string | null) => {
  const group = groupOf(industry)
  const said = callNotes[answer].flatMap((note) => {
    if (typeof note === 'string') return note
    return note.of.includes(group) ? note.words : []
  })
  return dice.pick(said)
}
/** The reason that goes with what was noted, as the centre's list has it. */
const reasonIdOf = async (ctx: Ctx, note: string): Promise<number | null> => {
  const named = reasonOf[note]
  if (named === undefined) return null
  return (await listRefusalReasons(ctx)).rows.find(({ name }) => name === named)?.id ?? null
}

/** What the product's own effects mean for who is called next (may-contact/effects.ts). */
const settle = (candidate: Candidate, answer: AnswerWord, now: number, back: number | null, booked: boolean) => {
  candidate.held = false
  candidate.backAt = null
  if (answer === 'no-answer') {
    candidate.tries++
    candidate.readyAt = now + hours(4) + minutes(5)
    candidate.done = candidate.tries >= 5
  } else if (answer === 'call-back') candidate.backAt = back
  else if (answer === 'wants-contact' && !booked) candidate.backAt = at(workdayFrom(dateAt(now)), '09:00')
  else candidate.done = true
}

const bookingFor = async (calling: Calling, pool: Pool, ctx: Ctx, candidate: Candidate): Promise<Said['booking']> => {
  if (ctx.now.epochMilliseconds < pool.lastDay && pool.dice.chance(0.12)) return null
  const { rows } = await listFreeSlots(ctx, { companyId: candidate.companyId, days: 17, every: true })
  const slot = chooseSlot(calling.diaries, pool.dice, rows, candidate)
  if (!slot) return null
  const [contactName = ''] = (candidate.spoke ?? '').split(', ')
  return {
    personId: slot.personId,
    startsAt: slot.startsAt,
    contactName,
    contactEmail: candidate.email,
    contactPhone: candidate.phone,
  }
}

const meetingOf = (
  { companyId, cvr, industry, municipality }: Candidate,
  made: { id: number; startsAt: string },
  personId: number,
): Meeting => ({
  ...{ id: made.id, startsAt: made.startsAt, personId },
  ...{ companyId, cvr, industry, municipality },
})

const answer = async (calling: Calling, pool: Pool, caller: Asker, ctx: Ctx, candidate: Candidate): Promise<void> => {
  const { dice } = pool
  const now = ctx.now.epochMilliseconds
  const { answer: said, back } = answerOf(pool, candidate, now)
  const reached = said !== 'no-answer' && said !== 'wrong-number'
  if (reached) candidate.spoke ??= who(dice, candidate.industry)
  const booking = said === 'wants-contact' ? await bookingFor(calling, pool, ctx, candidate) : null
  const spoken = { spokeWith: reached ? (candidate.spoke ?? '') : '', note: noteOf(dice, said, candidate.industry) }
  const callBackAt = back === null ? null : iso(back)
  const reasonId = await reasonIdOf(ctx, spoken.note)
  const wanted = { companyId: candidate.companyId, answer: said, ...spoken, callBackAt, booking, reasonId }
  const made = await answerCall(ctx, wanted)
  if (said === 'later') calling.latest.later = candidate.companyId
  settle(candidate, said, now, back, made.booking !== null)
  if (made.booking && booking) calling.booked(ctx, meetingOf(candidate, made.booking, booking.personId))
  // A slip of the finger: it was "later", not "never".
  if (said === 'not-interested' && dice.chance(0.05))
    calling.agenda.plan(now + minutes(1), caller, async (later) => {
      const right = {
        answer: 'later' as const,
        spokeWith: spoken.spokeWith,
        note: noteOf(dice, 'later', candidate.industry),
      }
      await correctCall(later, made.call.id, { ...right, why: 'Trykkede forkert' })
      calling.latest.later = candidate.companyId
    })
}

/** One call, and after it the next, until the day's number is reached. */
const call = (calling: Calling, pool: Pool, caller: Asker, moment: number, left: number): void => {
  const { agenda } = calling
  const { dice } = pool
  const length = minutes(dice.int(1, 7)) + 1000 * dice.int(5, 50)
  if (left <= 0 || moment + length > agenda.until) return
  const after = (ms: number) => call(calling, pool, caller, ms + minutes(dice.int(2, 6)), left - 1)
  let candidate: Candidate | undefined
  const take = async (ctx: Ctx) => {
    candidate = nextOf(pool, moment)
    if (!candidate) return
    const chosen = candidate
    await takeCompany(ctx, { listId: pool.listId, companyId: chosen.companyId })
    chosen.held = true
    agenda.plan(moment + length, caller, (later) => answer(calling, pool, caller, later, chosen))
    after(moment + length)
  }
  agenda.plan(moment, caller, take, () => {
    // Struck, waiting, or a meeting already: the product says no, and the next one is called.
    if (candidate) candidate.done = true
    call(calling, pool, caller, moment + 1000, left)
  })
}

/** The days on which a list is called, once its hearing is over. */
export const planCalling = (calling: Calling, drawn: Drawn): void => {
  const { campaign } = drawn
  if (!campaign.calling) return
  const { days, callers, perDay } = campaign.calling
  const { calendar, seed } = calling
  const dice = random(hash(`calls:${seed}`), hash(campaign.key))
  const pool: Pool = {
    ...drawn,
    candidates: [],
    lastDay: calendar.at(days[1] === 0 ? -6 : days[1] + 3, '14:00'),
    dice,
  }
  for (let day = days[0]; day >= days[1]; day--)
    for (const name of callers) {
      const works = people.find((one) => one.name === name)?.hours
      const date = calendar.day(day)
      if (!works?.days.includes(new Date(date).getUTCDay()) || dice.chance(0.12) || !isWorkday(date)) continue
      const start = at(date, works.from) + minutes(dice.int(20, 110))
      const left = dice.int(perDay[0], perDay[1])
      calling.agenda.plan(start - 1000, calling.cast.clock, async () => {
        fill(calling, pool, drawn)
        call(calling, pool, calling.cast.as(name), start, left)
      })
    }
}

/** The companies stand in the pool from the first day on; the ones with a story of their own are left to it. */
const fill = ({ reserved }: Calling, pool: Pool, drawn: Drawn): void => {
  pool.listId = drawn.listId
  if (pool.candidates.length > 0) return
  pool.candidates = drawn.companies
    .filter(({ cvr }) => !reserved.has(cvr))
    .map((one) => ({ ...one, tries: 0, readyAt: 0, backAt: null, done: false, held: false, spoke: null }))
}
