import { afterAll, afterEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { bookMeeting, cancelBooking, moveBooking } from '../bookings/bookings.schema.ts'
import { system } from '../centre/centre.ts'
import { changeWorkingHours } from '../diaries/diaries.ts'
import { addAbsence } from '../diaries/diaries.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { addMember } from '../members/members.ts'
import {
  answerAsk,
  askForMore,
  listCapacitySaid,
  sayCapacity,
  showCapacity,
  takeBackCapacity,
} from './capacity.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people, schools } = world
const [birgit, soren, anne, ali, torben, vibeke, pia] = [
  world.as('birgit'),
  world.as('soren'),
  world.as('anne'),
  world.as('ali'),
  world.as('torben'),
  world.as('vibeke'),
  world.as('pia'),
]
type Client = typeof birgit
// Monday of the week after the next; week 50.
const week = '2026-12-07'
const at = (day: number, time: string) => `2026-12-${String(6 + day).padStart(2, '0')}T${time}:00+01:00`
const times = ['08:30', '10:30', '12:30', '14:30']

const book = async (who: Client, startsAt: string, personId: number = people.anne.id) => {
  const { id } = await world.company()
  const body = { companyId: id, personId, startsAt, contactName: 'Lone Lund', form: 'online' as const, note: '' }
  return (await who.call(bookMeeting, { body })).id
}
const say = (who: Client, meetings: number | null, more: object = {}) =>
  who.call(sayCapacity, { body: { personId: people.anne.id, from: week, meetings, ...more } })
const weekOf = async (who: Client, name = 'Anne Bruun', on = week) =>
  (await who.call(showCapacity, { query: { from: on } })).people.find((one) => one.name === name)?.weeks[0]
const waits = async (who: Client, kind: string) =>
  (await who.call(listWaiting, { query: {} })).rows.filter((row) => row.kind === kind)
afterEach(async () => {
  await world.sql('delete from capacity_ask')
  await world.sql('delete from capacity_said')
  await world.sql('delete from absence')
  await world.sql("delete from busy where kind = 'booking'")
})

test('twelve who book at once: no more than agreed come through, the others get fresh times; the last place is one', async () => {
  await say(birgit, 4)
  await book(birgit, at(1, '08:30'))
  await book(birgit, at(1, '10:30'))
  // Number three of four, and whoever comes after.
  const tries = await Promise.allSettled(
    [1, 2, 3, 4, 5].flatMap((day) => (day === 1 ? [] : times.slice(0, 3).map((time) => book(birgit, at(day, time))))),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  for (const one of tries)
    if (one.status === 'rejected') {
      expect(one.reason).toMatchObject({ code: 'week-full' })
    }
  expect(await weekOf(birgit)).toMatchObject({ booked: 4, meetings: 4, state: 'open' })
  // The database itself, whoever asks it.
  await expect(
    world.sql(
      `insert into busy (centre_id, kind, source_id, person_id, during, form) values ($1, 'booking', 9999, $2, tstzrange('2026-12-11 14:00+01', '2026-12-11 15:00+01'), 'visit')`,
      [world.centreId, people.anne.id],
    ),
  ).rejects.toMatchObject({ code: 'TV005' })
})

test('a full week has no slots, and it is said from when there are; who calls sees no number', async () => {
  await say(birgit, 1, { oneWeek: true })
  await book(birgit, at(2, '10:30'))
  const { id: companyId } = await world.company()
  const query = { companyId, from: week, days: 14, personId: people.anne.id, every: 'true' as const }
  const slots = await soren.call(listFreeSlots, { query })
  expect(slots.full).toEqual(['Anne Bruun er fyldt i uge 50; næste fra uge 51.'])
  expect(new Set(slots.rows.map(({ startsAt }) => startsAt.slice(0, 10) >= '2026-12-14'))).toEqual(new Set([true]))
  await expect(soren.call(showCapacity, { query: {} })).rejects.toMatchObject({ status: 403 })
})

test('a move within the week takes no more of it, one into a full week does; a day has its own number', async () => {
  const first = await book(birgit, at(1, '10:30'))
  const next = await book(birgit, '2026-12-15T10:30:00+01:00')
  await say(birgit, 1, { aDay: 1 })
  const move = (id: number, startsAt: string, sequence: number) =>
    birgit.call(moveBooking, { params: { id }, body: { startsAt, sequence } })
  await move(first, at(3, '08:30'), 0)
  await expect(move(next, at(4, '10:30'), 0)).rejects.toMatchObject({ code: 'week-full' })
  await say(birgit, 2, { aDay: 1 })
  await expect(move(next, at(3, '14:30'), 0)).rejects.toMatchObject({ code: 'week-full' })
  await move(next, at(4, '10:30'), 0)
  expect(await weekOf(birgit)).toMatchObject({ booked: 2 })
  await birgit.call(cancelBooking, { params: { id: next }, body: { why: 'syg', newTime: false } })
  expect(await weekOf(birgit)).toMatchObject({ booked: 1 })
})

test('lowered below what is booked: nothing is called off, the rest waits for the coordinator, and what was said before stays to read', async () => {
  await say(birgit, 4)
  for (const day of [1, 2, 3]) await book(birgit, at(day, '10:30'))
  expect(await say(anne, 1)).toMatchObject({ over: 2 })
  expect(await weekOf(anne)).toMatchObject({ booked: 3, meetings: 1 })
  expect((await waits(birgit, 'meetings-over')).map(({ values }) => [values['who'], values['count']])).toEqual([
    ['Anne Bruun', '2'],
  ])
  await expect(book(birgit, at(4, '10:30'))).rejects.toMatchObject({ code: 'week-full' })
  const said = await anne.call(listCapacitySaid, { query: { personId: people.anne.id } })
  expect(said.rows.map(({ meetings, saidBy }) => [meetings, saidBy])).toEqual([
    [1, 'Anne Bruun'],
    [4, 'Birgit Dam'],
  ])
})

test("one lowers one's own, the leader decides for the school and its people, nobody for another's", async () => {
  await say(torben, 4)
  await expect(say(anne, 5)).rejects.toMatchObject({ code: 'capacity-lower-only' })
  await expect(say(anne, null)).rejects.toMatchObject({ code: 'capacity-lower-only' })
  await say(anne, 2, { oneWeek: true, why: 'eksamen' })
  expect(await weekOf(anne)).toMatchObject({ meetings: 2, why: 'eksamen' })
  // What holds for all weeks leaves what was said of one.
  await say(torben, 5)
  expect(await weekOf(torben)).toMatchObject({ meetings: 2 })
  await say(torben, null, { oneWeek: true })
  expect(await weekOf(torben)).toMatchObject({ meetings: 5 })
  for (const who of [vibeke, ali, pia]) {
    await expect(say(who, 1)).rejects.toMatchObject({ code: 'not-found' })
    await expect(who.call(listCapacitySaid, { query: { personId: people.anne.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
    const body = { schoolId: schools.technical, from: week, meetings: 1 }
    await expect(who.call(sayCapacity, { body })).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('a school has a number of its own, whoever of it goes', async () => {
  await vibeke.call(sayCapacity, { body: { schoolId: schools.vuc, from: week, meetings: 1 } })
  await book(birgit, at(1, '10:30'), people.ali.id)
  await expect(book(birgit, at(2, '10:30'), people.ali.id)).rejects.toMatchObject({ code: 'week-full' })
  await book(birgit, at(2, '10:30'), people.anne.id)
})

test('who is away is away, never why; what is booked then is to be given to another', async () => {
  await say(birgit, 3)
  await book(birgit, at(1, '10:30'))
  await anne.call(addAbsence, { body: { startsAt: at(1, '00:00'), endsAt: '2026-12-14T00:00:00+01:00', note: 'Syg' } })
  const seen = await torben.call(showCapacity, { query: { from: week } })
  expect(seen.people[0]?.weeks[0]).toMatchObject({ state: 'away', toGive: 1 })
  expect(JSON.stringify(seen)).not.toContain('Syg')
})

/** Some more who visit, at a school. */
const consultants = (count: number, schoolId: number) =>
  world.database.in(system(world.centreId), async (ctx) => {
    for (let n = 0; n < count; n++) {
      const email = `k${schoolId}-${n}@oestkysten.example`
      const { personId } = await addMember(ctx, {
        name: `Konsulent ${schoolId}.${n}`,
        email,
        role: 'consultant',
        schoolId,
      })
      await changeWorkingHours({ ...ctx, personId }, personId, [{ weekday: 1, from: '08:00', to: '16:00' }])
    }
  })
test('by name only the own school; others as sums of five who visit, joined alike for all, or not at all', async () => {
  await say(birgit, 3)
  const own = async (who: Client) => {
    const seen = await who.call(showCapacity, { query: { from: week } })
    return [seen.people.map(({ name }) => name), seen.schools.map((row) => row.schools.map(({ name }) => name))]
  }
  const [all] = await own(birgit)
  expect(all).toEqual(['Pia Toft', 'Ali Demir', 'Anne Bruun'])
  // Three who visit are too few for any sum.
  expect(await own(torben)).toEqual([['Anne Bruun'], [['Østkystens Tekniske Skole']]])
  await consultants(3, schools.health)
  await consultants(4, schools.vuc)
  // Nine of the two largest would be four to the larger: so all three, for each of them, the own school among them.
  const whole = ['SOSU Fjordby', 'VUC Sundet', 'Østkystens Tekniske Skole']
  expect((await own(torben))[1]).toEqual([['Østkystens Tekniske Skole'], whole])
  expect((await own(vibeke))[1]).toEqual([['VUC Sundet'], whole])
  // Two schools that differ only in whose meetings they are: to the byte the same for a third.
  await book(birgit, at(1, '10:30'), people.ali.id)
  const one = JSON.stringify(await torben.call(showCapacity, { query: { from: week } }))
  await world.sql("delete from busy where kind = 'booking'")
  await book(birgit, at(1, '10:30'), people.pia.id)
  expect(JSON.stringify(await torben.call(showCapacity, { query: { from: week } }))).toBe(one)
})

test('who can give one more is asked once, answers once, and the week has room', async () => {
  await say(birgit, 1)
  await book(birgit, at(1, '10:30'))
  const ask = () => birgit.call(askForMore, { body: { week, personIds: [people.anne.id, people.ali.id] } })
  expect([await ask(), await ask()]).toEqual([{ asked: 1 }, { asked: 0 }])
  const [row] = await waits(anne, 'capacity-asked')
  const id = Number(/spurgt=(\d+)/.exec(row?.href ?? '')?.[1])
  const answer = (who: Client, gives: boolean) => who.call(answerAsk, { params: { id }, body: { gives } })
  await expect(answer(ali, true)).rejects.toMatchObject({ code: 'not-found' })
  const tries = await Promise.allSettled([answer(anne, true), answer(anne, true)])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await weekOf(anne)).toMatchObject({ meetings: 2, why: 'én mere' })
  expect(await waits(anne, 'capacity-asked')).toEqual([])
  // A yes by mistake: taken back by who gave it, the question stands as before.
  const [said] = (await anne.call(listCapacitySaid, { query: { personId: people.anne.id } })).rows
  await anne.call(takeBackCapacity, { params: { id: said?.id ?? 0 } })
  expect(await weekOf(anne)).toMatchObject({ meetings: 1 })
  expect(await waits(anne, 'capacity-asked')).toHaveLength(1)
  await answer(anne, true)
  await book(birgit, at(2, '10:30'))
})

test('who has no room does not come along either: such times are not offered', async () => {
  const { id: companyId } = await world.company()
  const query = { companyId, from: week, days: 5, personId: people.ali.id, secondId: people.anne.id }
  const offered = async () => (await birgit.call(listFreeSlots, { query })).rows.length
  expect(await offered()).toBeGreaterThan(0)
  await say(birgit, 0)
  expect(await offered()).toBe(0)
})

test('what was said by mistake is taken back once: what held before holds again, and it stays to read', async () => {
  await say(birgit, 4)
  await book(birgit, at(1, '08:30'))
  await book(birgit, at(2, '08:30'))
  const { id } = await say(birgit, 9)
  const takes = () => birgit.call(takeBackCapacity, { params: { id } })
  const [one, other] = await Promise.allSettled([takes(), takes()])
  expect([one, other].filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await weekOf(birgit)).toMatchObject({ meetings: 4, booked: 2 })
  const { rows } = await birgit.call(listCapacitySaid, { query: { personId: people.anne.id } })
  expect(rows.map(({ meetings, takenBack }) => [meetings, takenBack])).toEqual([
    [9, true],
    [4, false],
  ])
  // Only what was said last; and what is booked beyond what holds then is told.
  const low = await say(birgit, 1)
  const high = await say(birgit, 5)
  await expect(birgit.call(takeBackCapacity, { params: { id: low.id } })).rejects.toMatchObject({
    code: 'capacity-said-since',
  })
  expect(await birgit.call(takeBackCapacity, { params: { id: high.id } })).toEqual({ over: 1 })
})

test('who lowered his own takes that back the same day, and nobody else’s word', async () => {
  const agreed = await say(birgit, 4)
  const own = await say(anne, 2)
  await expect(soren.call(takeBackCapacity, { params: { id: own.id } })).rejects.toMatchObject({ status: 403 })
  for (const who of [ali, vibeke])
    await expect(who.call(takeBackCapacity, { params: { id: own.id } })).rejects.toMatchObject({ status: 404 })
  await anne.call(takeBackCapacity, { params: { id: own.id } })
  expect(await weekOf(anne)).toMatchObject({ meetings: 4 })
  await expect(anne.call(takeBackCapacity, { params: { id: agreed.id } })).rejects.toMatchObject({
    code: 'capacity-lower-only',
  })
  const again = await say(anne, 3)
  await world.sql("update capacity_said set said_at = said_at - interval '1 day' where id = $1", [again.id])
  await expect(anne.call(takeBackCapacity, { params: { id: again.id } })).rejects.toMatchObject({
    code: 'capacity-lower-only',
  })
})
