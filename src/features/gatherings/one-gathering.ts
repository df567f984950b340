/** One of them: as it is shown, who may do what about it, and its rows held for whoever changes it. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { announce, recorder } from '#platform/events'
import { leadsSchool, runsCentre, staff } from '../centre/roles.ts'
import { diaryTopics, lockConsultant } from '../diaries/diaries.ts'
import { gatheringsEvents } from './gatherings-events.table.ts'
import type { Whole } from './gatherings.schema.ts'
import * as store from './gatherings.sql.ts'
import * as places from './places.sql.ts'

const record = recorder(gatheringsEvents)
type Time = Whole['times'][number]

type Verb = keyof (typeof gatheringsEvents)['gathering']
export const tell = async (ctx: Ctx, { id, title }: { id: number; title: string }, verb: Verb, more: object = {}) => {
  await record(ctx, { verb, subject: 'gathering', subjectId: id, after: { what: title, ...more } })
  announce(ctx, ['gatherings', 'waiting'], 'centre', staff)
  announce(ctx, diaryTopics)
}

/** Whoever sees to it, whoever leads the school that hosts it, and whoever runs the centre. */
export const runs = (ctx: Ctx, { heldById, schoolId }: store.Row) =>
  runsCentre(ctx) || heldById === ctx.personId || (leadsSchool(ctx) && schoolId !== null && schoolId === ctx.schoolId)
/** Who is of the centre itself is asked to everything. */
export const isFor = ({ schoolId }: { schoolId: number | null }, invited: readonly { id: number }[]) =>
  invited.length === 0 || schoolId === null || invited.some(({ id }) => id === schoolId)
export const isAhead = (ctx: Ctx, { startsAt }: { startsAt: string }, { calledOffAt }: store.Row) =>
  calledOffAt === null && startsAt > ctx.at

const personShape = (
  ctx: Ctx,
  row: store.Row,
  time: places.TimeRow,
  place: places.PlaceRow,
): Time['people'][number] => {
  const [hosts, mine] = [runs(ctx, row), place.personId === ctx.personId]
  const held = row.calledOffAt === null && time.startsAt <= ctx.at
  return {
    ...{ id: place.personId, name: place.name, school: place.school },
    ...{ waits: place.seat === null, asked: place.asked },
    came: hosts || mine ? place.came : null,
    can: { say: held && (hosts || mine), take: isAhead(ctx, time, row) && place.askedId === ctx.personId },
  }
}
const timeShape = (
  ctx: Ctx,
  row: store.Row,
  time: places.TimeRow,
  people: readonly places.PlaceRow[],
  welcome: boolean,
): Time => {
  const { uid: _uid, sequence: _sequence, gatheringId: _of, ...when } = time
  const mine = people.find(({ personId }) => personId === ctx.personId)
  const ahead = isAhead(ctx, time, row)
  const line = people.filter(({ seat }) => seat === null)
  return {
    ...when,
    free: time.seats - (people.length - line.length),
    people: people.map((place) => personShape(ctx, row, time, place)),
    mine: mine ? { waits: mine.seat === null, place: line.indexOf(mine) + 1, news: mine.news } : null,
    can: {
      signUp: ahead && !mine && welcome,
      signOff: ahead && mine !== undefined,
      ask: ahead && row.kind === 'stand' && mine !== undefined && mine.seat !== null && mine.askedId === null,
      move: ahead && runs(ctx, row),
    },
  }
}
const schoolOf = ({ schoolId, school }: store.Row) => (schoolId === null ? null : { id: schoolId, name: school ?? '' })
export const aboutOf = (ctx: Ctx, row: store.Row) => ({
  ...{ id: row.id, kind: row.kind, title: row.title, aim: row.aim, school: schoolOf(row) },
  ...{ startsAt: row.startsAt, endsAt: row.endsAt, learnt: row.learnt },
  ...{ calledOff: row.calledOffAt !== null, over: row.endsAt <= ctx.at },
})

export const mustBe = async (ctx: Ctx, id: number): Promise<store.Row> => {
  const row = await store.gatheringById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}
export const showGathering = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await mustBe(ctx, id)
  const [invited, times] = await Promise.all([store.invitedTo(ctx, id), places.timesOf(ctx, id)])
  const people = await places.placesOf(
    ctx,
    times.map((time) => time.id),
  )
  const [standing, hosts] = [row.calledOffAt === null, runs(ctx, row)]
  const welcome = isFor(ctx, invited)
  const over = row.endsAt <= ctx.at
  return {
    ...aboutOf(ctx, row),
    ...{ invited, calledOffWhy: row.calledOffWhy },
    heldBy: row.heldById === null ? null : { id: row.heldById, name: row.heldBy ?? '' },
    times: times.map((time) => {
      const there = people.filter(({ timeId }) => timeId === time.id)
      return timeShape(ctx, row, time, there, welcome)
    }),
    can: {
      run: hosts,
      callOff: hosts && standing && row.startsAt > ctx.at,
      learn: hosts && standing && over,
      hold: standing && !over && row.heldById === null && runsCentre(ctx),
    },
  }
}

/** Whoever leaves waits for the same locks: people in the order of their numbers, then its times. Throws not-found. */
export const lockWhole = async (ctx: Ctx, id: number, others: readonly number[] = []) => {
  const numbers = (await places.timesOf(ctx, id)).map((time) => time.id)
  const seen = await places.placesOf(ctx, numbers)
  const people = new Set([personOf(ctx), ...others, ...seen.map(({ personId }) => personId)])
  for (const personId of [...people].toSorted((a, b) => a - b)) await lockConsultant(ctx, personId)
  const times = await places.lockTimes(ctx, id)
  return { row: await mustBe(ctx, id), times, people: await places.placesOf(ctx, numbers) }
}
/** One of its times, with who is signed up for it. */
export const lockOne = async (ctx: Ctx, id: number, timeId: number, others: readonly number[] = []) => {
  const { row, times, people } = await lockWhole(ctx, id, others)
  const time = times.find((one) => one.id === timeId)
  if (!time) throw problem('not-found')
  return { row, time, people: people.filter((one) => one.timeId === timeId) }
}
/** The same, of what is still ahead. Throws gathering-over. */
export const lockAhead = async (ctx: Ctx, id: number, timeId: number, others: readonly number[] = []) => {
  const locked = await lockOne(ctx, id, timeId, others)
  if (!isAhead(ctx, locked.time, locked.row)) throw problem('gathering-over')
  return locked
}
