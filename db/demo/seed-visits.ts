import type { Ctx } from '#platform/context'
import { staff } from '../../src/features/centre/roles.ts'
import * as promised from '../../src/features/promises/promises.ts'
import { answerNeed, closeNeed, reportVisit } from '../../src/features/visits/visits.ts'
import { obstacleCodes } from '../../src/features/visits/visits.schema.ts'
import { person } from './centre.ts'
import { daysAfter } from './dates.ts'
import { whyDropped, whyMoved } from './promises.table.ts'
import { hash, type Random, random } from './random.ts'
import { type Education, sizeOf } from './said.ts'
import { type Bookings, type Held, meetAgain } from './seed-bookings.ts'
import { at, dateAt, minutes, workdayFrom, workdayOn } from './seed-calendar.ts'
import type { Stage } from './seed-lists.ts'
import { northWest } from './seed-slots.ts'

type Report = Parameters<typeof reportVisit>[1]
type Told = Pick<Report, 'about' | 'topics' | 'needs'> & {
  promises: readonly { what: string; owner: string; dueOn: string }[]
}

/** Who takes on what was agreed: whoever visited, or now and then the one who gives it. */
const ownerOf = (dice: Random, { consultant, municipality }: Held, education: Education, what: string): string => {
  const inNorthWest = northWest.has(municipality)
  if (what.includes('screening')) return inNorthWest ? 'Fatima Haddad' : 'Dorte Bæk'
  if (education === 'ikv' && dice.chance(0.6)) return 'Lars Iversen'
  if (education === 'academy' && dice.chance(0.6)) return 'Lone Krag'
  const isOfVuc = person(consultant).school?.startsWith('vuc')
  if (!/^fvu|^hf|^avu/.test(education) || isOfVuc || dice.chance(0.4)) return consultant
  return inNorthWest ? 'Fatima Haddad' : dice.pick(['Sofie Holst', 'Ali Demir'])
}

/** A report as a busy consultant writes it, from what the company is. */
const tell = ({ deck }: Stage, dice: Random, held: Held, today: string): Told => {
  const antal = String(Math.max(2, Math.min(6, Math.round(sizeOf(held) / 5))))
  const [fornavn = ''] = held.contact.split(' ')
  const also = () => deck.also(dice, held, today, { antal, fornavn })
  const first = deck.about(dice, held, today, held.contact)
  const about = [first ?? `Besøg hos ${held.contact || 'lederen'}.`, also(), first === null ? also() : '']
  const needs = Array.from({ length: dice.int(1, 2) }, () => {
    const need = deck.need(dice, held, today)
    return need && { ...need, soon: dice.chance(0.7) }
  }).filter((need) => need !== null)
  const promises = needs.slice(0, dice.chance(0.1) ? 0 : 2).flatMap(({ education }) => {
    const what = deck.promise(dice, education, held, today)
    if (!what) return []
    const owner = ownerOf(dice, held, education, what)
    return [{ what, owner, dueOn: workdayOn(daysAfter(today, dice.int(5, what.startsWith('Ringe') ? 25 : 16))) }]
  })
  const agreed = (of: string) => promises.some(({ what }) => what.includes(of))
  const obstacles = obstacleCodes.filter((code) => /time|production|manager|pay|tailored/.test(code))
  const topics: Told['topics'] = [
    ...(dice.chance(0.4) ? [dice.pick(obstacles)] : []),
    ...(sizeOf(held) < 10 && dice.chance(0.6) ? (['obstacle-few'] as const) : []),
    ...(agreed('screening') ? (['screening'] as const) : []),
    ...(agreed('kompetencefond') ? (['funds'] as const) : []),
  ]
  return { about: about.filter(Boolean).join(' '), needs, topics, promises }
}

/** Most needs get an answer within some weeks, a few come to nothing, the rest wait still: the company stays in the visitor's hands. */
const planNeeds = ({ agenda, seed }: Stage, ctx: Ctx, needs: readonly { id: number }[]): void => {
  const { centreId, personId, schoolId, role, source, language } = ctx
  const who = { centreId, personId, schoolId, role, source, language }
  for (const { id } of needs) {
    const dice = random(hash(`needs:${seed}`), id)
    const moment = at(workdayOn(daysAfter(ctx.today, dice.int(8, 45))), '08:30') + minutes(dice.int(0, 400))
    const fate = dice.next()
    if (fate < 0.7) agenda.plan(moment, who, (later) => answerNeed(later, id, ''))
    else if (fate < 0.8) agenda.plan(moment, who, (later) => closeNeed(later, id, dice.pick(whyDropped)))
  }
}

/** Writes the report and lets what was promised take its course. Returns the promises as they stand. */
export const write = async (stage: Stage, ctx: Ctx, { id, companyId }: Pick<Held, 'id' | 'companyId'>, told: Told) => {
  const agreed = told.promises.map(({ what, owner, dueOn }) => {
    // Who teaches gives the class; the promise is the consultant's own.
    const named = stage.cast.as(owner)
    return { what, dueOn, ownerId: staff.some((role) => role === named.role) ? named.personId : (ctx.personId ?? 0) }
  })
  const visit = await reportVisit(ctx, { ...told, bookingId: id, promises: agreed })
  planNeeds(stage, ctx, visit.needs)
  const made = async () => {
    const { rows } = await promised.listPromises(ctx, { whose: 'all', state: 'open', companyId, limit: 50 })
    return rows.filter(({ visitId }) => visitId === visit.id)
  }
  // Another school's colleague is asked, and says yes on the phone.
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const { handover } of await made())
    if (handover) await promised.acceptHandover({ ...ctx, ...stage.cast.as(handover.to.name) }, handover.id)
  return made()
}

/** Late by one to eight workdays, and longer: so many at most nobody has got to. */
const mostLate = { lately: 16, long: 2 } as const
/** Whether nobody gets to it by today. */
const staysLate = ({ calendar, late }: Stage, dueOn: string, dice: Random): boolean => {
  if (dueOn >= calendar.today || dueOn < calendar.day(32)) return false
  const kind = dueOn < calendar.day(8) ? 'long' : 'lately'
  if (late[kind] >= mostLate[kind] || !dice.chance(kind === 'long' ? 0.8 : 0.9)) return false
  late[kind]++
  return true
}

type Promised = { id: number; dueOn: string; owner: { name: string } }
/** Most promises are kept in time, some are moved or fall away, some are late still. */
const planPromise = (stage: Stage, { id, dueOn, owner: { name } }: Promised): void => {
  const { agenda, cast, calendar, seed, diaries } = stage
  const dice = random(hash(`promises:${seed}`), id)
  const owner = cast.as(name)
  const onDay = (days: number) => at(workdayOn(daysAfter(dueOn, days)), '08:00') + minutes(dice.int(10, 440))
  const keepAt = (moment: number) => agenda.plan(moment, owner, (ctx) => promised.keepPromise(ctx, id))
  // Jens Toft clears his desk before he leaves.
  if (name === 'Jens Toft') return keepAt(Math.min(onDay(-1), diaries.lastOfJens + minutes(1440)))
  const fate = dice.next()
  if (fate < 0.09) {
    agenda.plan(onDay(-dice.int(1, 3)), owner, (ctx) => promised.dropPromise(ctx, id, dice.pick(whyDropped)))
  } else if (fate < 0.16) {
    const later = workdayOn(daysAfter(dueOn, dice.int(5, 10)))
    const change = { dueOn: later, was: dueOn, why: dice.pick(whyMoved) }
    agenda.plan(onDay(-1), owner, (ctx) => promised.changePromiseDate(ctx, id, change))
    keepAt(at(later, '09:00') + minutes(dice.int(0, 300)))
  } else if (!staysLate(stage, dueOn, dice)) {
    const after = onDay(dice.int(1, 6))
    keepAt(fate < 0.4 && after < calendar.now ? after : onDay(-dice.int(0, 5)))
  }
}

/** After a meeting was held: the report, the same day or some days later, the promises, now and then a second meeting. */
export const planVisit = (bookings: Bookings, held: Held): void => {
  const { agenda, cast, seed } = bookings
  const dice = random(hash(`visits:${seed}`), held.id)
  const end = Date.parse(held.startsAt) + minutes(60)
  const wait = dice.next()
  const evening = at(dateAt(end), '15:40') + minutes(dice.int(0, 60))
  const next = (days: number): string => (days === 0 ? dateAt(end) : workdayFrom(next(days - 1)))
  const soon = at(next(wait < 0.75 ? 1 : dice.int(2, 4)), '08:00') + minutes(dice.int(5, 420))
  const moment = wait < 0.35 && evening > end ? evening : soon
  agenda.plan(moment, cast.as(held.consultant), async (ctx) => {
    const promises = await write(bookings, ctx, held, tell(bookings, dice, held, ctx.today))
    for (const promise of promises) planPromise(bookings, promise)
    if (!dice.chance(0.12)) return
    const from = daysAfter(ctx.today, 7 * dice.int(2, 4))
    const again = { from, days: 12, packed: false, note: 'Andet møde, som aftalt ved besøget.' }
    await meetAgain(bookings, ctx, held, dice, again)
  })
}

/** Who was visited some weeks ago is rung again, and something small is promised: so that some are late whatever season it is. */
export const planFollowUps = (bookings: Bookings, held: readonly Held[]): void => {
  const { agenda, cast, calendar, deck, late, seed } = bookings
  const dice = random(hash(`follow-ups:${seed}`))
  const promise = ({ companyId, consultant }: Held, what: string, ago: number, dueOn: string) => {
    const who = cast.as(consultant)
    agenda.plan(calendar.at(ago, '08:30') + minutes(dice.int(0, 380)), who, (ctx) =>
      promised.makePromise(ctx, { companyId, what, ownerId: who.personId, dueOn }),
    )
  }
  for (const { ago, least, due } of [
    { ago: 10, least: 7, due: 6 },
    { ago: 6, least: 13, due: 2 },
  ])
    agenda.plan(calendar.at(ago, '08:20'), cast.clock, async (ctx) => {
      const before = calendar.at(ago + 15, '08:00')
      const able = held.filter((one) => one.consultant !== 'Jens Toft' && Date.parse(one.startsAt) < before)
      for (const one of dice.shuffle(able)) {
        if (late.lately >= least) return
        const what = deck.promise(dice, 'amu', one, ctx.today)
        if (what === null) continue
        late.lately++
        promise(one, what, ago, calendar.day(due + dice.int(-1, 1)))
      }
    })
}
