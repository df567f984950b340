import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { showCalendar } from '../calendar/calendar.schema.ts'
import { system } from '../centre/centre.ts'
import { addAbsence } from '../diaries/diaries.schema.ts'
import { takeTime } from '../diaries/diaries.ts'
import { listWaiting } from '../home/home.schema.ts'
import { addMember, endMembership } from '../members/members.ts'
import { showMyPartner } from '../partner-page/partner-page.schema.ts'
import { addPartner, addPartnerPerson, endPartner } from '../partners/partners.schema.ts'
import { addClosedDays, removeClosedDays } from '../working-days/working-days.ts'
import { tendPresences } from './giving.ts'
import { acceptPresenceDay } from './presence-days.ts'
import * as contract from './presence-days.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [birgit, anne, ali, uffe] = [world.as('birgit'), world.as('anne'), world.as('ali'), world.as('uffe')]
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const ofPartner = { kind: 'union', place: 'Skive', heldById: people.birgit.id } as const
const union = await birgit.call(addPartner, { body: { ...ofPartner, name: '3F i Skive' } })
const other = await birgit.call(addPartner, { body: { ...ofPartner, name: 'Jobcenter Skive', kind: 'job-centre' } })
const comesFrom = (partner: { id: number }) =>
  birgit.call(addPartnerPerson, { params: { id: partner.id }, body: { personId: people.uffe.id } })

const three = [people.anne.id, people.ali.id, people.pia.id]
const form = {
  ...{ weekday: 4, everyWeeks: 1 as const, fromOn: '2026-11-23', startsAt: '10:00', endsAt: '14:00' },
  ...{ travelMinutes: 30, place: 'Mødelokalet', personIds: three },
}
const add = (more: object = {}) =>
  birgit.call(contract.addPresence, { body: { partnerId: union.id, ...form, ...more } })
const list = async () => (await birgit.call(contract.listPresences)).rows[0]?.days ?? []
const dayOn = async (on: string) => {
  const day = (await list()).find(({ onDay }) => onDay === on)
  if (!day) throw new Error(`no day ${on}`)
  return day
}
const whose = async (on: string) => (await dayOn(on)).person?.id ?? null
const sweep = () => world.database.in(system(world.centreId, 'job'), (ctx) => tendPresences.run(ctx))
const taken = async () =>
  (
    await world.sql<{ id: number; person: number }>(
      "select source_id::int as id, person_id as person from busy where kind = 'presence-day' order by 1",
    )
  ).map(({ id, person }) => [id, person])
const hasTime = async () =>
  (
    await world.sql<{ id: number; person: number }>(
      'select id, person_id as person from presence_day where person_id is not null order by 1',
    )
  ).map(({ id, person }) => [id, person])
const waits = async (who: 'birgit' | 'anne' | 'ali') =>
  (await world.as(who).call(listWaiting, { query: {} })).rows.filter(({ kind }) => kind.startsWith('presence-'))
const count = (id: number, who = anne, more: object = {}) =>
  who.call(contract.countPresence, {
    params: { id },
    body: { unemployed: 5, employed: 4, companies: 0, askedAbout: [{ topic: 'danish', asked: 6 }], ...more },
  })

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql(
    'delete from presence_told; delete from presence_count; delete from presence_day; delete from presence_turn; delete from presence; delete from busy; delete from absence; delete from closed_day',
  )
  await comesFrom(union)
})

test('days are given by turns and taken in the diary of who has them; who is away or busy is passed over, and told', async () => {
  await anne.call(addAbsence, { body: { startsAt: '2026-11-26T05:00:00Z', endsAt: '2026-11-26T20:00:00Z' } })
  const meeting = { personId: people.ali.id, startsAt: '2026-11-26T08:45:00Z', endsAt: '2026-11-26T09:00:00Z' }
  await world.inside('ali', (ctx) =>
    takeTime(ctx, {
      kind: 'booking',
      form: 'visit',
      times: [{ ...meeting, travelMinutes: 0 }],
      write: () => Promise.resolve(7),
    }),
  )
  await add()
  const first = await dayOn('2026-11-26')
  expect([first.person?.name, first.passedOver]).toEqual(['Pia Toft', ['Ali Demir', 'Anne Bruun']])
  expect([await whose('2026-12-03'), await whose('2026-12-10'), await whose('2026-12-17')]).toEqual(
    three.with(2, people.pia.id),
  )
  expect(await taken()).toEqual(await hasTime())
  const over = {
    personId: people.pia.id,
    startsAt: '2026-11-26T13:10:00Z',
    endsAt: '2026-11-26T14:00:00Z',
    travelMinutes: 0,
  }
  const then = await world.inside('pia', (ctx) =>
    takeTime(ctx, { kind: 'booking', form: 'visit', times: [over], write: () => Promise.resolve(8) }),
  )
  expect(then).toBe(null)
  const seen = await anne.call(showCalendar, { query: { from: '2026-11-30', days: 7, who: 'mine' } })
  expect(seen.beside).toMatchObject([{ what: '3F i Skive', personId: people.anne.id, travelMinutes: 30 }])
})

test('nobody has the time: the day waits with who runs the centre, until it is given to someone who has', async () => {
  await anne.call(addAbsence, { body: { startsAt: '2026-11-26T05:00:00Z', endsAt: '2026-11-26T20:00:00Z' } })
  await add({ personIds: [people.anne.id] })
  const { id } = await dayOn('2026-11-26')
  expect((await waits('birgit')).map(({ kind, href }) => [kind, href])).toEqual([
    ['presence-open', `/aktoerer?dag=${id}`],
  ])
  const give = (personId: number | null) =>
    codeOf(birgit.call(contract.givePresenceDay, { params: { id }, body: { personId } }))
  expect(await give(people.anne.id)).toBe('presence-day-busy')
  expect(await give(null)).toBe('done')
  expect(await whose('2026-11-26')).toBe(null)
  expect(await give(people.pia.id)).toBe('done')
  expect(await waits('birgit')).toEqual([])
  expect(await taken()).toEqual(await hasTime())
})

test('no day on which nobody works; one closed later goes, its time is free, and it comes back when it is open again', async () => {
  await add()
  const before = await list()
  const closed = await world.inside('birgit', (ctx) =>
    addClosedDays(ctx, { from: '2026-12-10', to: '2026-12-10', name: 'Temadag' }),
  )
  await sweep()
  expect((await list()).map(({ onDay }) => onDay)).toEqual(
    before.map(({ onDay }) => onDay).filter((on) => on !== '2026-12-10'),
  )
  expect(await taken()).toEqual(await hasTime())
  await world.inside('birgit', (ctx) => removeClosedDays(ctx, closed.id))
  await Promise.all([sweep(), sweep(), sweep()])
  expect((await list()).map(({ onDay }) => onDay)).toEqual(before.map(({ onDay }) => onDay))
  expect(await taken()).toEqual(await hasTime())
})

test('regular days end with the partner: the time ahead is free again', async () => {
  const hk = await birgit.call(addPartner, { body: { ...ofPartner, name: 'HK' } })
  await add({ partnerId: hk.id })
  await birgit.call(endPartner, { params: { id: hk.id } })
  await sweep()
  expect([await taken(), (await birgit.call(contract.listPresences)).rows]).toEqual([[], []])
})

test('a swap is both days or neither: each has the other’s, or nothing has changed', async () => {
  await add()
  const [mine, theirs] = [await dayOn('2026-11-26'), await dayOn('2026-12-03')]
  expect([mine.person?.id, theirs.person?.id]).toEqual([people.anne.id, people.ali.id])
  const ask = () =>
    anne.call(contract.askColleague, { params: { id: mine.id }, body: { toId: people.ali.id, inReturnId: theirs.id } })
  await ask()
  expect(await codeOf(world.as('pia').call(contract.acceptPresenceDay, { params: { id: mine.id } }))).toBe(
    'not-allowed',
  )
  expect(await whose('2026-11-26')).toBe(people.anne.id)
  await anne.call(addAbsence, { body: { startsAt: '2026-12-03T08:00:00Z', endsAt: '2026-12-03T12:00:00Z' } })
  expect(await codeOf(ali.call(contract.acceptPresenceDay, { params: { id: mine.id } }))).toBe('presence-day-busy')
  expect([await whose('2026-11-26'), await whose('2026-12-03')]).toEqual([people.anne.id, people.ali.id])
  await world.sql('delete from absence')
  expect(await waits('ali')).toMatchObject([{ kind: 'presence-asked', href: `/aktoerer?dag=${mine.id}` }])
  await ali.call(contract.acceptPresenceDay, { params: { id: mine.id } })
  expect([await whose('2026-11-26'), await whose('2026-12-03')]).toEqual([people.ali.id, people.anne.id])
  expect(await taken()).toEqual(await hasTime())
})

test('only who has a day asks about it, and only days of the one who is asked are given in return', async () => {
  await add()
  const [mine, pias] = [await dayOn('2026-11-26'), await dayOn('2026-12-10')]
  const ask = (who: typeof anne, body: { toId: number; inReturnId?: number }) =>
    codeOf(who.call(contract.askColleague, { params: { id: mine.id }, body }))
  expect(await ask(ali, { toId: people.pia.id })).toBe('not-allowed')
  expect(await ask(anne, { toId: people.ali.id, inReturnId: pias.id })).toBe('wrong-input')
  expect(await ask(anne, { toId: people.soren.id })).toBe('wrong-input')
  expect(await ask(anne, { toId: people.ali.id })).toBe('done')
  expect(await ask(anne, { toId: people.pia.id })).toBe('presence-day-changed')
})

let newcomers = 0
const someoneNew = () =>
  world.inside('birgit', (ctx) =>
    addMember(ctx, {
      ...{ name: `Ny ${++newcomers}`, email: `ny${newcomers}@vucsundet.example`, role: 'consultant' },
      schoolId: people.ali.schoolId,
    }),
  )

test('who leaves while he takes a day: it is his colleague’s still or waits for another, and never with who is gone', async () => {
  const said = new Set<string>()
  for (const round of [1, 2, 3, 4]) {
    await world.sql('delete from presence_day; delete from presence_turn; delete from presence; delete from busy')
    await add({ personIds: [people.anne.id] })
    const { id } = await dayOn('2026-11-26')
    const leaver = await someoneNew()
    await anne.call(contract.askColleague, { params: { id }, body: { toId: leaver.personId } })
    const accept = () =>
      codeOf(world.inside('ali', (ctx) => acceptPresenceDay({ ...ctx, personId: leaver.personId }, id)))
    const leave = () => codeOf(world.inside('birgit', (ctx) => endMembership(ctx, leaver.id)))
    const [first, second] = round % 2 === 0 ? [accept(), leave()] : [leave(), accept()]
    await Promise.all([first, second])
    const answer = await (round % 2 === 0 ? first : second)
    said.add(answer)
    expect(await whose('2026-11-26')).toBe(answer === 'done' ? null : people.anne.id)
    expect(await taken()).toEqual(await hasTime())
    expect(await world.sql('select from presence_day where asked_id is not null')).toEqual([])
  }
  for (const answer of said) expect(['done', 'presence-day-busy', 'not-allowed']).toContain(answer)
})

test('days of who leaves wait, also those nobody has counted; a colleague who was asked may still say yes', async () => {
  const leaver = await someoneNew()
  await add({ personIds: [leaver.personId] })
  const { id } = await dayOn('2026-11-26')
  await birgit.call(contract.askColleague, {
    params: { id: (await dayOn('2026-12-03')).id },
    body: { toId: people.ali.id },
  })
  world.clock.set('2026-11-27T09:00')
  await world.inside('birgit', (ctx) => endMembership(ctx, leaver.id))
  const ahead = (await list()).filter((day) => day.onDay > '2026-11-27')
  const kinds = (await waits('birgit')).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'presence-open')).toHaveLength(ahead.length)
  expect(kinds.filter((kind) => kind === 'presence-count')).toHaveLength(1)
  expect([await taken(), await whose('2026-11-26')]).toEqual([[], null])
  await ali.call(contract.acceptPresenceDay, { params: { id: (await dayOn('2026-12-03')).id } })
  expect(await whose('2026-12-03')).toBe(people.ali.id)
  expect((await count(id, birgit)).count).toMatchObject({ unemployed: 5 })
})

test('the numbers of one day are seen by who counted them alone, and a day ahead cannot be counted', async () => {
  await add()
  const { id } = await dayOn('2026-11-26')
  expect(await codeOf(count(id))).toBe('presence-day-ahead')
  world.clock.set('2026-11-26T15:00')
  expect((await waits('anne')).map(({ kind }) => kind)).toContain('presence-count')
  expect(await codeOf(count(id, ali))).toBe('not-allowed')
  expect((await count(id)).count).toMatchObject({ unemployed: 5, employed: 4 })
  expect((await birgit.call(contract.showPresenceDay, { params: { id } })).count).toBe(null)
  expect(await codeOf(count(id, birgit))).toBe('not-allowed')
  const events = await world.sql<{ after: object }>("select after from event where verb = 'counted'")
  expect(JSON.stringify(events)).not.toMatch(/unemployed|employed|companies/)
})

test('the partner sees who comes and sums from five, frozen; another partner’s page does not change by a byte', async () => {
  await add()
  const own = async () => (await uffe.call(showMyPartner)).presence
  const bytes = async () => {
    await comesFrom(other)
    const text = await (await uffe.fetch('/api/my-partner')).text()
    await comesFrom(union)
    return text
  }
  const before = await bytes()
  expect((await own()).days[0]).toMatchObject({ who: { name: 'Anne Bruun' }, place: 'Mødelokalet', calledOff: false })
  expect(JSON.stringify(await own())).not.toMatch(/"id"/)
  const [first, second] = [await dayOn('2026-11-26'), await dayOn('2026-12-03')]
  await birgit.call(contract.callOffPresenceDay, { params: { id: (await dayOn('2026-12-10')).id } })
  world.clock.set('2026-12-03T15:00')
  await count(first.id)
  expect((await own()).told).toEqual({ since: '2026-11-26', came: 9, unemployed: null, topics: ['danish'] })
  await count(first.id, anne, { unemployed: 6 })
  expect((await own()).told).toMatchObject({ came: 9 })
  await count(second.id, ali, { unemployed: 5, employed: 1, companies: 1 })
  expect((await own()).told).toMatchObject({ came: 17, unemployed: 11 })
  expect((await own()).days.filter(({ calledOff }) => calledOff)).toHaveLength(1)
  expect(await bytes()).toBe(before)
})

test('who sat or counted there is told no sum, from which he could take away his own; who did neither is', async () => {
  await add({ personIds: [people.anne.id, people.ali.id] })
  const id = (await dayOn('2026-11-26')).id
  world.clock.set('2026-11-27T09:00')
  await count(id)
  const toldTo = async (who: typeof anne) => {
    const [row] = (await who.call(contract.listPresences)).rows
    return [row?.told?.came, row?.can.seeTold]
  }
  expect([await toldTo(anne), await toldTo(ali), await toldTo(birgit)]).toEqual([
    [undefined, false],
    [9, true],
    [9, true],
  ])
  world.clock.set('2026-12-03T15:00')
  expect(await toldTo(ali)).toEqual([undefined, false])
  await count((await dayOn('2026-12-03')).id, birgit)
  expect(await toldTo(birgit)).toEqual([undefined, false])
})

test('a day that was called off stays so when hours or weekday change, or the house is closed and opened', async () => {
  const { id } = await add()
  const off = await dayOn('2026-12-03')
  await birgit.call(contract.callOffPresenceDay, { params: { id: off.id } })
  const change = (more: object) =>
    birgit.call(contract.changePresence, { params: { id }, body: { ...form, untilOn: null, ...more } })
  await change({ startsAt: '09:00' })
  expect(await dayOn('2026-12-03')).toMatchObject({ id: off.id, calledOff: true })
  await change({ weekday: 2 })
  await change({})
  const closed = await world.inside('birgit', (ctx) =>
    addClosedDays(ctx, { from: '2026-12-03', to: '2026-12-03', name: 'Temadag' }),
  )
  await sweep()
  await world.inside('birgit', (ctx) => removeClosedDays(ctx, closed.id))
  await sweep()
  expect(await dayOn('2026-12-03')).toMatchObject({ id: off.id, calledOff: true, person: null })
})

test('other hours or more driving reach the days given already: who has the time keeps the day, else another has it, and it is told', async () => {
  const { id } = await add()
  const before = await dayOn('2026-11-26')
  const late = { personId: people.ali.id, startsAt: '2026-12-03T13:45:00Z', endsAt: '2026-12-03T14:15:00Z' }
  await world.inside('ali', (ctx) =>
    takeTime(ctx, {
      kind: 'booking',
      form: 'visit',
      times: [{ ...late, travelMinutes: 0 }],
      write: () => Promise.resolve(9),
    }),
  )
  await birgit.call(contract.changePresence, {
    params: { id },
    body: { ...form, untilOn: null, endsAt: '14:30', travelMinutes: 45 },
  })
  const after = await dayOn('2026-11-26')
  expect(after).toMatchObject({ id: before.id, endsAt: '2026-11-26T13:30:00.000Z', person: { id: people.anne.id } })
  expect([people.anne.id, people.pia.id]).toContain(await whose('2026-12-03'))
  const busy = await world.sql<{ travel: number; last: string }>(
    "select distinct travel_minutes as travel, to_char(upper(during) at time zone 'Europe/Copenhagen', 'HH24.MI') as last from busy where kind = 'presence-day'",
  )
  expect(busy).toEqual([{ travel: 45, last: '15.15' }])
  expect(await taken()).toEqual(await hasTime())
  const told = await world.sql<{ verb: string; on: string }>(
    "select verb, after ->> 'onDay' as on from event where subject = 'presence_day' and verb in ('released', 'given') order by id desc limit 2",
  )
  expect(told).toEqual([
    { verb: 'given', on: '2026-12-03' },
    { verb: 'released', on: '2026-12-03' },
  ])
})

test('a day is not given by name to whose school is closed then, so that no sweep takes it from him after', async () => {
  await add({ personIds: [people.anne.id] })
  await world.inside('birgit', (ctx) =>
    addClosedDays(ctx, { from: '2026-12-03', to: '2026-12-03', name: 'Temadag', schoolId: people.ali.schoolId }),
  )
  const { id } = await dayOn('2026-12-03')
  const give = () =>
    codeOf(birgit.call(contract.givePresenceDay, { params: { id }, body: { personId: people.ali.id } }))
  expect([await give(), await whose('2026-12-03')]).toEqual(['presence-day-busy', people.anne.id])
})

test('a day that was not held is said to be so, by who had it or who runs the centre: nothing waits, and no sum begins with it', async () => {
  await add({ personIds: [people.anne.id, people.ali.id] })
  const [first, second] = [await dayOn('2026-11-26'), await dayOn('2026-12-03')]
  const notHeld = (id: number, who: typeof anne) => codeOf(who.call(contract.callOffPresenceDay, { params: { id } }))
  expect(await notHeld(first.id, anne)).toBe('not-allowed')
  world.clock.set('2026-12-03T15:00')
  expect([await notHeld(first.id, ali), await notHeld(first.id, anne)]).toEqual(['not-allowed', 'done'])
  expect((await waits('anne')).map(({ kind }) => kind)).not.toContain('presence-count')
  await count(second.id, ali, { unemployed: 0, employed: 0 })
  expect(await notHeld(second.id, birgit)).toBe('presence-day-over')
  world.clock.set('2026-12-10T15:00')
  await count((await dayOn('2026-12-10')).id)
  expect((await birgit.call(contract.listPresences)).rows[0]?.told?.since).toBe('2026-12-10')
})
