import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { bookMeeting, cancelBooking, moveBooking } from '../bookings/bookings.schema.ts'
import { takeCompany } from '../calls/calls.schema.ts'
import { type MeetingForm, meetingForms } from '../diaries/diaries.schema.ts'
import { showForecast } from '../forecast/forecast.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import {
  answerAsk,
  askForMore,
  changeOffer,
  listCapacitySaid,
  nameVisitors,
  sayCapacity,
  showCapacity,
  takeBackCapacity,
} from './capacity.schema.ts'
import type { Limits } from './capacity.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people, schools } = world
const [birgit, soren, signe, anne, vibeke] = [
  world.as('birgit'),
  world.as('soren'),
  world.as('signe'),
  world.as('anne'),
  world.as('vibeke'),
]
const { company, listOf } = callersIn(world)
// Monday of the week after the next; week 50.
const week = '2026-12-07'
const times = ['08:30', '10:30', '12:30', '14:30']
/** The nth free time of a week, so that only its number can be in the way. */
const slot = (n: number, on = 7) =>
  `2026-12-${String(on + Math.floor(n / 4)).padStart(2, '0')}T${times[n % 4]}:00+01:00`

const say = (meetings: number | null, limits: Limits, more: object = {}) =>
  birgit.call(sayCapacity, { body: { personId: people.anne.id, from: week, meetings, limits, ...more } })
const book = async (startsAt: string, form: MeetingForm, personId: number = people.anne.id) => {
  const { id: companyId } = await world.company()
  return (
    await birgit.call(bookMeeting, { body: { companyId, personId, startsAt, contactName: 'Lone', form, note: '' } })
  ).id
}
const weekOf = async (on = week) =>
  (await birgit.call(showCapacity, { query: { from: on } })).people.find(({ name }) => name === 'Anne Bruun')?.weeks[0]
const done = (tries: readonly PromiseSettledResult<unknown>[]) => tries.filter(({ status }) => status === 'fulfilled')
beforeEach(async () => {
  for (const table of ['capacity_ask', 'capacity_limit', 'capacity_said', 'list_pause'])
    await world.sql(`delete from ${table}`)
  await world.sql("delete from busy where kind = 'booking'")
})

test('"6 i alt, heraf højst 3 besøg": of twelve who book at once three visits come through, then what else there is room for', async () => {
  await say(6, { visit: 3 })
  await book(slot(0), 'visit')
  const tries = await Promise.allSettled(
    Array.from({ length: 12 }, (_, n) => book(slot(n + 1), n % 4 === 3 ? 'phone' : 'visit')),
  )
  expect(done(tries)).toHaveLength(5)
  for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'week-full' })
  expect(await weekOf()).toMatchObject({ booked: 6, kinds: [{ form: 'visit', most: 3, booked: 3 }] })
  // The database itself, whoever asks it: one more of the kind, though there is room for others.
  await say(9, { visit: 3 })
  const one = (form: string) =>
    world.sql(
      `insert into busy (centre_id, kind, source_id, person_id, during, form)
       values ($1, 'booking', 9999, $2, tstzrange('2026-12-11 14:00+01', '2026-12-11 15:00+01'), $3)`,
      [world.centreId, people.anne.id, form],
    )
  await expect(one('visit')).rejects.toMatchObject({ code: 'TV005' })
  await one('online')
  // A meeting of no kind would be counted in none.
  await expect(world.sql('update busy set form = null where source_id = 9999')).rejects.toMatchObject({ code: '23514' })
  // And when a meeting becomes one of another kind, where it stands.
  await expect(world.sql("update busy set form = 'visit' where source_id = 9999")).rejects.toMatchObject({
    code: 'TV005',
  })
})

test('free times are those of the kind that is asked for, and it is said what is full; others go on being offered', async () => {
  await say(4, { visit: 1 }, { oneWeek: true })
  const id = await book(slot(0), 'visit')
  const { id: companyId } = await world.company()
  const offered = async (form?: MeetingForm) => {
    const query = { companyId, from: week, days: 5, personId: people.anne.id, ...(form && { form }) }
    return soren.call(listFreeSlots, { query })
  }
  expect(await offered()).toMatchObject({
    rows: [],
    full: ['Anne Bruun er fyldt med besøg i uge 50; næste fra uge 51.'],
  })
  const phone = await offered('phone')
  expect([phone.rows.length > 0, phone.full]).toEqual([true, []])
  await expect(book(slot(4), 'visit')).rejects.toMatchObject({
    code: 'week-full',
    message: expect.stringContaining('Anne Bruun har de besøg, der er aftalt i uge 50.'),
  })
  // What is moved is looked for as what it is, and moves within its week.
  const { rows } = await birgit.call(listFreeSlots, { query: { companyId, from: week, days: 5, bookingId: id } })
  expect(rows.length).toBeGreaterThan(0)
  await birgit.call(moveBooking, { params: { id }, body: { startsAt: slot(5), sequence: 0 } })
  const next = await book(slot(0, 14), 'visit')
  const call = await book(slot(1, 14), 'phone')
  const move = (moved: number) =>
    birgit.call(moveBooking, { params: { id: moved }, body: { startsAt: slot(8), sequence: 0 } })
  await expect(move(next)).rejects.toMatchObject({ code: 'week-full' })
  await move(call)
})

test('a list is called for visits: it pauses when those are full, and goes on when the limit goes', async () => {
  const listId = await listOf([await company(), await company(), await company()])
  await birgit.call(nameVisitors, { params: { listId }, body: { personIds: [people.anne.id] } })
  const paused = async () => (await birgit.call(showCapacity, { query: {} })).lists.find(({ id }) => id === listId)
  await say(null, { phone: 0 }, { from: '2026-11-23' })
  expect(await paused()).toMatchObject({ paused: false })
  await say(5, { visit: 0 }, { from: '2026-11-23' })
  expect(await paused()).toMatchObject({ paused: true, pausedBecause: 'none' })
  await say(5, { visit: 1 }, { from: '2026-11-23' })
  const { id } = await say(null, { visit: 0 }, { from: '2026-11-30', oneWeek: true })
  expect(await paused()).toMatchObject({ paused: false })
  // Kept for calls: one visit, though ten meetings are agreed in the two weeks.
  const take = async (who: typeof soren) => (await who.call(takeCompany, { body: { listId } })).held
  expect([await take(soren), await take(signe)]).toEqual([expect.objectContaining({ listId }), null])
  await birgit.call(takeBackCapacity, { params: { id } })
  expect(await take(signe)).toMatchObject({ listId })
})

test('a school has limits of its own; lowered below what is booked it waits; one more is one more visit where these are full', async () => {
  await vibeke.call(sayCapacity, { body: { schoolId: schools.vuc, from: week, meetings: null, limits: { online: 1 } } })
  await book(slot(0), 'online', people.ali.id)
  await expect(book(slot(1), 'online', people.ali.id)).rejects.toMatchObject({ code: 'week-full' })
  await book(slot(1), 'visit', people.ali.id)
  const seen = await birgit.call(showCapacity, { query: { from: week } })
  expect(seen.schools.find(({ schools: [one] }) => one?.id === schools.vuc)?.limits).toEqual({ online: 1 })

  await say(4, { visit: 3 })
  await book(slot(0), 'visit')
  await book(slot(1), 'visit')
  // One's own may be lowered, not lifted nor left out.
  const own = (limits?: Limits) =>
    anne.call(sayCapacity, { body: { personId: people.anne.id, from: week, meetings: 4, ...(limits && { limits }) } })
  for (const limits of [undefined, { visit: 4 }])
    await expect(own(limits)).rejects.toMatchObject({ code: 'capacity-lower-only' })
  expect(await own({ visit: 1, phone: 1 })).toMatchObject({ over: 1 })
  const waits = await birgit.call(listWaiting, { query: {} })
  expect(waits.rows.filter(({ kind }) => kind === 'meetings-over').map(({ values }) => values['count'])).toEqual(['1'])

  await birgit.call(askForMore, { body: { week, personIds: [people.anne.id] } })
  const [ask] = await world.sql<{ id: number }>('select id from capacity_ask')
  await anne.call(answerAsk, { params: { id: ask?.id ?? 0 }, body: { gives: true } })
  expect(await weekOf()).toMatchObject({
    meetings: 5,
    kinds: [
      { form: 'visit', most: 2 },
      { form: 'phone', most: 1 },
    ],
  })
  // What was not said of this one week alone goes on coming from what holds for all.
  await say(4, { visit: 1, phone: 2 }, { aDay: 3 })
  expect(await weekOf()).toMatchObject({ meetings: 5, aDay: 3, kinds: [{ most: 2 }, { most: 2 }] })
})

test('one week alone: null lifts a limit, a kind left out stays as it is; one’s own one may not lift', async () => {
  const kinds = async (on = week) => (await weekOf(on))?.kinds.map(({ form, most }) => [form, most])
  await say(6, { visit: 3, phone: 1 })
  await say(6, { visit: null, online: null }, { oneWeek: true })
  expect([await kinds(), await kinds('2026-12-14')]).toEqual([
    [['phone', 1]],
    [
      ['visit', 3],
      ['phone', 1],
    ],
  ])
  const { rows } = await birgit.call(listCapacitySaid, { query: { personId: people.anne.id } })
  expect(rows.map(({ limits }) => limits)).toEqual([{ visit: null }, { visit: 3, phone: 1 }])
  // Said again of the week without a word of kinds; and a limit for all weeks of what was not lifted here.
  await say(5, {}, { oneWeek: true })
  await say(6, { visit: 2, online: 4 })
  expect(await kinds()).toEqual([['online', 4]])
  const own = (limits: Limits) =>
    anne.call(sayCapacity, { body: { personId: people.anne.id, from: week, oneWeek: true, meetings: 5, limits } })
  await expect(own({ online: null })).rejects.toMatchObject({ code: 'capacity-lower-only' })
  await own({})
  expect(await kinds()).toEqual([['online', 4]])
})

test.each(['visit', 'phone'] as const)(
  'where it is the kind that is called for that is full (%s), one more is one more of it: the list goes on',
  async (form) => {
    const listId = await listOf([await company()])
    await birgit.call(nameVisitors, { params: { listId }, body: { personIds: [people.anne.id] } })
    await birgit.call(changeOffer, { params: { listId }, body: { form } })
    for (const day of ['2026-11-26', '2026-12-03']) await book(`${day}T10:30:00+01:00`, form)
    await say(6, { [form]: 1 }, { from: '2026-11-23' })
    const paused = async () =>
      (await birgit.call(showCapacity, { query: {} })).lists.find(({ id }) => id === listId)?.paused
    expect(await paused()).toBe(true)
    const body = { week: '2026-11-30', form, personIds: [people.anne.id] }
    // Who agreed to none of the kind that week is not asked for one more of it.
    const { id: none } = await say(null, { [form]: 0 }, { from: '2026-11-30', oneWeek: true })
    await expect(birgit.call(askForMore, { body })).rejects.toMatchObject({ code: 'not-found' })
    await birgit.call(takeBackCapacity, { params: { id: none } })
    await birgit.call(askForMore, { body })
    const asked = (await anne.call(listWaiting, { query: {} })).rows.find(({ kind }) => kind === 'capacity-asked')
    expect(asked?.values['form']).toBe(form)
    const me = (await anne.call(showCapacity, { query: {} })).people.find(({ me: mine }) => mine)
    expect(me?.asked).toEqual([{ on: '2026-11-30', form }])
    const [ask] = await world.sql<{ id: number }>('select id from capacity_ask')
    await anne.call(answerAsk, { params: { id: ask?.id ?? 0 }, body: { gives: true } })
    expect(await paused()).toBe(false)
  },
)

test('any history of meetings agreed, called off and moved keeps to both numbers, and refuses no more than they do', async () => {
  const action = fc.record({
    form: fc.constantFrom(...meetingForms),
    does: fc.constantFrom('book', 'book', 'book', 'cancel', 'move'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 7, maxLength: 8 }), async (history) => {
      await world.sql("delete from busy where kind = 'booking'")
      await world.sql('delete from capacity_limit')
      const most: Record<MeetingForm, number> = { visit: 2, online: 3, phone: 1 }
      await say(4, most)
      const here: { id: number; form: MeetingForm }[] = []
      for (const [n, { form, does }] of history.entries()) {
        const first = here[0]
        if (does === 'cancel' && first) {
          await birgit.call(cancelBooking, { params: { id: first.id }, body: { why: 'syg', newTime: false } })
          here.shift()
          continue
        }
        const fits = here.length < 4 && here.filter((one) => one.form === form).length < most[form]
        // Agreed here, or in the week after and moved here.
        const later = does === 'move' ? await book(slot(n, 14), form) : undefined
        const tried = await (later === undefined
          ? book(slot(n), form)
          : birgit.call(moveBooking, { params: { id: later }, body: { startsAt: slot(n), sequence: 0 } })
        ).then(
          (made) => (typeof made === 'number' ? made : made.id),
          ({ code }: { code: string }) => code,
        )
        expect(tried).toEqual(fits ? expect.any(Number) : 'week-full')
        if (typeof tried === 'number') here.push({ id: tried, form })
        else if (later !== undefined)
          await birgit.call(cancelBooking, { params: { id: later }, body: { why: 'syg', newTime: false } })
      }
    }),
    { numRuns: 2 },
  )
})

test('the forecast goes by the kind that is asked for; another school’s limit changes nothing of one’s own', async () => {
  const forecast = (form?: MeetingForm) => birgit.call(showForecast, { query: form ? { form } : {} })
  const sayAll = async (limitOfAnne: Limits) => {
    for (const { personId } of (await birgit.call(showCapacity, { query: {} })).people)
      await birgit.call(sayCapacity, {
        body: {
          // So far only: what is full when is then not known of all, nor of visits.
          ...{ personId, from: '2026-11-23', until: '2026-12-27', meetings: 5 },
          limits: personId === people.anne.id ? limitOfAnne : {},
        },
      })
  }
  // Enough agreed at Vibeke's school, and long enough ago, to see a pace there.
  for (const n of [0, 1, 2]) await book(slot(n), 'visit', people.ali.id)
  await world.sql("update booking set booked_at = '2026-11-12 10:00+01'")
  await sayAll({})
  const without = await vibeke.call(showForecast, { query: {} })
  expect(without.schools[0]?.forecast).toMatchObject({ state: 'known-until', form: null })
  await sayAll({ visit: 0 })
  expect(await vibeke.call(showForecast, { query: {} })).toEqual(without)
  expect(await forecast()).toMatchObject({ form: 'visit', limited: ['visit'] })
  const of = (answer: Awaited<ReturnType<typeof forecast>>) =>
    answer.schools.find(({ id }) => id === schools.technical)?.forecast
  expect([of(await forecast()), of(await forecast('phone'))]).toMatchObject([
    { state: 'full', form: 'visit' },
    { state: 'on', form: null },
  ])
  expect((await vibeke.call(showForecast, { query: {} })).limited).toEqual([])
})

test('what is agreed for all at once is what is agreed for each, whatever was said, of whom, for how long and taken back', async () => {
  const week = `'2026-11-30'::date + 7 * (n * 5 % 9 - 2)`
  for (const seed of [3, 11, 29]) {
    await world.sql('delete from capacity_limit')
    await world.sql('delete from capacity_said')
    await world.sql(
      `insert into capacity_said (centre_id, person_id, school_id, from_on, until_on, one_week, meetings, a_day, said_at, taken_back_at)
       select $1, case when n % 3 > 0 then p.ids[1 + n * ${seed} % cardinality(p.ids)] end, case when n % 3 < 2 then s.ids[1 + n % cardinality(s.ids)] end,
         ${week}, case when n % 4 = 1 then ${week} + 6 when n % 4 = 2 then ${week} + 13 end, n % 4 = 1,
         nullif(n * ${seed} % 8, 7), nullif(1 + n % 5, 5), now(), case when n % 6 = 5 then now() end
       from generate_series(1, 90) n, (select array_agg(person_id order by person_id) ids from member_now where centre_id = $1) p,
         (select array_agg(id order by id) ids from school where centre_id = $1) s`,
      [world.centreId],
    )
    await world.sql(
      `insert into capacity_limit (centre_id, said_id, form, most) select $1, s.id, f.form, nullif((s.id + f.nth) % 5, 4)::int
       from capacity_said s, unnest(array['visit', 'online']) with ordinality f (form, nth) where (s.id + f.nth) % 3 > 0 and (s.one_week or (s.id + f.nth) % 5 < 4)`,
      [world.centreId],
    )
    const apart = await world.sql(
      `select 'all' from capacity_weeks($1, null, '2026-11-30', 6, null, null) w
       cross join lateral capacity_agreed($1, w.person_id, null, w.week_on) own
       left join lateral capacity_agreed($1, null, w.school_id, w.week_on) school on w.school_id is not null
       where (w.meetings, w.a_day, w.school_meetings) is distinct from (own.meetings, own.a_day, school.meetings)
       union all
       select k.form from unnest(array['visit', 'online']) k (form) cross join capacity_weeks($1, null, '2026-11-30', 6, null, null) w
       left join capacity_forms($1, null, '2026-11-30', 6, k.form, null, null) f on f.person_id = w.person_id and f.week_on = w.week_on
       where (f.most, f.school_most) is distinct from (capacity_most($1, w.person_id, null, w.week_on, k.form),
         case when w.school_id is not null then capacity_most($1, null, w.school_id, w.week_on, k.form) end)`,
      [world.centreId],
    )
    expect(apart).toEqual([])
  }
})
