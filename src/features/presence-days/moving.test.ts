import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { Refused } from '#testing/client'
import { openWorld } from '#testing/world'
import { makeMyFeed } from '../calendar-feeds/calendar-feeds.ts'
import { showCalendar } from '../calendar/calendar.schema.ts'
import { system } from '../centre/centre.ts'
import { addAbsence } from '../diaries/diaries.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { showMyPartner } from '../partner-page/partner-page.schema.ts'
import { addPartner, addPartnerPerson } from '../partners/partners.schema.ts'
import { addClosedDays, removeClosedDays } from '../working-days/working-days.ts'
import { tendPresences } from './giving.ts'
import * as contract from './presence-days.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [birgit, anne, ali] = [world.as('birgit'), world.as('anne'), world.as('ali')]
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const union = await birgit.call(addPartner, {
  body: { kind: 'union', place: 'Skive', heldById: people.birgit.id, name: '3F i Skive' },
})
await birgit.call(addPartnerPerson, { params: { id: union.id }, body: { personId: people.uffe.id } })

const form = {
  ...{ weekday: 4, everyWeeks: 1 as const, fromOn: '2026-11-23', startsAt: '10:00', endsAt: '14:00' },
  ...{ travelMinutes: 30, place: 'Mødelokalet', personIds: [people.anne.id, people.ali.id, people.pia.id] },
}
const list = async () => (await birgit.call(contract.listPresences)).rows[0]?.days ?? []
const dayOn = async (on: string) => {
  const day = (await list()).find(({ onDay }) => onDay === on)
  if (!day) throw new Error(`no day ${on}`)
  return day
}
const hours = { startsAt: '10:00', endsAt: '14:00' }
type Day = Awaited<ReturnType<typeof dayOn>>
const move = ({ id, startsAt }: Pick<Day, 'id' | 'startsAt'>, onDay: string, more: object = {}, who = birgit) =>
  who.call(contract.movePresenceDay, { params: { id }, body: { from: startsAt, onDay, ...hours, ...more } })
const sweep = () => world.database.in(system(world.centreId, 'job'), (ctx) => tendPresences.run(ctx))
const pairs = (rows: readonly { id: number; person: number }[]) => rows.map(({ id, person }) => [id, person])
/** Whose time is taken by what, and whose the days are: always the same. */
const taken = async () =>
  pairs(
    await world.sql(
      "select source_id::int as id, person_id as person from busy where kind = 'presence-day' order by 1",
    ),
  )
const has = async () =>
  pairs(await world.sql('select id, person_id as person from presence_day where person_id is not null order by 1'))
const waits = async (who: 'birgit' | 'anne' | 'ali' | 'pia') =>
  (await world.as(who).call(listWaiting, { query: {} })).rows.filter(({ kind }) => kind.startsWith('presence-'))
const awayOn = (who: typeof anne, on: string) =>
  who.call(addAbsence, { body: { startsAt: `${on}T05:00:00Z`, endsAt: `${on}T20:00:00Z` } })

let presenceId = 0
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql(
    'delete from presence_count; delete from presence_day; delete from presence_turn; delete from presence; delete from busy; delete from absence; delete from closed_day',
  )
  presenceId = (await birgit.call(contract.addPresence, { body: { partnerId: union.id, ...form } })).id
})

describe('this Thursday not, but Wednesday', () => {
  test('whose day it is keeps it where the time is free: told at once, taken in the diary, in the feed and on the partner’s page', async () => {
    const day = await dayOn('2026-12-03')
    expect(day.person?.id).toBe(people.ali.id)
    const moved = await move(day, '2026-12-02', { endsAt: '15:00' })
    expect(moved).toMatchObject({ onDay: '2026-12-02', movedFrom: '2026-12-03', person: { id: people.ali.id } })
    expect(moved.endsAt).toBe('2026-12-02T14:00:00.000Z')
    expect((await waits('ali')).filter(({ kind }) => kind === 'presence-moved')).toMatchObject([
      { href: `/aktoerer?dag=${day.id}` },
    ])
    expect(await taken()).toEqual(await has())
    const seen = await ali.call(showCalendar, { query: { from: '2026-11-30', days: 7, who: 'mine' } })
    expect(seen.beside.map(({ startsAt }) => startsAt)).toEqual(['2026-12-02T09:00:00.000Z'])
    const { url } = await world.inside('ali', makeMyFeed)
    expect(await (await world.visitor.fetch(new URL(url).pathname)).text()).toContain(
      'DTSTART;TZID=Europe/Copenhagen:20261202T100000',
    )
    const { presence } = await world.as('uffe').call(showMyPartner)
    expect(presence.days.find(({ movedFrom }) => movedFrom)).toMatchObject({
      ...{ startsAt: '2026-12-02T09:00:00.000Z', movedFrom: '2026-12-03', who: { name: 'Ali Demir' } },
    })
    const [event] = await world.sql<{ after: object }>(
      "select after from event where subject = 'presence_day' and verb = 'moved' order by id desc limit 1",
    )
    expect(event?.after).toEqual({ what: '3F i Skive', onDay: '2026-12-02', from: '2026-12-03' })
  })

  test('who has something else then is passed over, and it is given in turn; where nobody can, it waits', async () => {
    await awayOn(ali, '2026-12-02')
    const moved = await move(await dayOn('2026-12-03'), '2026-12-02')
    expect(moved.passedOver).toContain('Ali Demir')
    const told = async (who: 'ali' | 'anne' | 'pia') =>
      (await waits(who)).filter(({ href }) => href === `/aktoerer?dag=${moved.id}`).map(({ kind }) => kind)
    expect(await told('ali')).toEqual(['presence-lost'])
    expect(await told(moved.person?.id === people.anne.id ? 'anne' : 'pia')).toEqual(['presence-mine'])
    expect(await told(moved.person?.id === people.anne.id ? 'pia' : 'anne')).toEqual([])
    expect([people.anne.id, people.pia.id]).toContain(moved.person?.id)
    expect(await taken()).toEqual(await has())
    await awayOn(anne, '2026-12-01')
    await awayOn(ali, '2026-12-01')
    await awayOn(world.as('pia'), '2026-12-01')
    expect((await move(moved, '2026-12-01')).person).toBe(null)
    expect((await waits('birgit')).map(({ kind }) => kind)).toContain('presence-open')
    expect(await taken()).toEqual(await has())
  })

  test('the date it was moved from is never given anew; it moves on, and back: then it is a regular day again', async () => {
    const day = await dayOn('2026-12-03')
    const moved = await move(day, '2026-12-02')
    await Promise.all([sweep(), sweep()])
    expect((await list()).map(({ onDay }) => onDay)).not.toContain('2026-12-03')
    expect(await dayOn('2026-12-02')).toMatchObject({ id: day.id })
    const on = await move(moved, '2026-12-04')
    expect(on.movedFrom).toBe('2026-12-03')
    const back = await move(on, '2026-12-03')
    expect(back).toMatchObject({ movedFrom: null, person: { id: people.ali.id } })
    expect((await waits('ali')).map(({ kind }) => kind)).not.toContain('presence-moved')
    expect((await move(back, '2026-12-03', { startsAt: '11:00' })).movedFrom).toBe('2026-12-03')
  })

  test('moved past the day itself it stays: the date it stands for is over, and is not given again', async () => {
    await move(await dayOn('2026-11-26'), '2026-12-01')
    world.clock.set('2026-11-27T09:00')
    await sweep()
    expect(await dayOn('2026-12-01')).toMatchObject({ movedFrom: '2026-11-26' })
  })

  test('other hours of the regular days leave it alone; a rhythm that has not its date takes it away', async () => {
    const day = await dayOn('2026-12-03')
    await move(day, '2026-12-02')
    const change = (more: object) =>
      birgit.call(contract.changePresence, { params: { id: presenceId }, body: { ...form, untilOn: null, ...more } })
    await change({ startsAt: '09:00' })
    expect(await dayOn('2026-12-02')).toMatchObject({ startsAt: '2026-12-02T09:00:00.000Z', id: day.id })
    await change({ everyWeeks: 2 })
    expect((await list()).map(({ onDay }) => onDay)).not.toContain('2026-12-02')
    expect(await taken()).toEqual(await has())
  })

  test('its old date is closed: it stays. Its new one is: it waits, and the old one is not given anew', async () => {
    const day = await move(await dayOn('2026-12-03'), '2026-12-02')
    const close = (on: string) =>
      world.inside('birgit', (ctx) => addClosedDays(ctx, { from: on, to: on, name: 'Temadag' }))
    const old = await close('2026-12-03')
    await sweep()
    expect(await dayOn('2026-12-02')).toMatchObject({ id: day.id, person: { id: people.ali.id } })
    await close('2026-12-02')
    await world.inside('birgit', (ctx) => removeClosedDays(ctx, old.id))
    await sweep()
    expect((await dayOn('2026-12-02')).person).toBe(null)
    expect((await list()).map(({ onDay }) => onDay)).not.toContain('2026-12-03')
    expect(await taken()).toEqual(await has())
  })

  test('moved to where it lies nothing is moved: who was asked is asked still, and nobody is told', async () => {
    const day = await dayOn('2026-12-03')
    await ali.call(contract.askColleague, { params: { id: day.id }, body: { toId: people.anne.id } })
    const events = () => world.sql("select id from event where subject = 'presence_day' and verb = 'moved'")
    const before = await events()
    const same = await move(day, '2026-12-03')
    expect([same.asked?.who.id, same.movedFrom, await events()]).toEqual([people.anne.id, null, before])
  })

  test('other driving reaches it too, with its own hours: somebody else’s time is not taken for it', async () => {
    const day = await move(await dayOn('2026-12-03'), '2026-12-02', { endsAt: '15:00' })
    const body = { ...form, untilOn: null, travelMinutes: 90 }
    await birgit.call(contract.changePresence, { params: { id: presenceId }, body })
    expect(await dayOn('2026-12-02')).toMatchObject({ id: day.id, endsAt: day.endsAt, person: { id: people.ali.id } })
    expect(
      await world.sql('select distinct travel_minutes as travel from presence_day where centre_id = $1', [
        world.centreId,
      ]),
    ).toEqual([{ travel: 90 }])
    expect(await taken()).toEqual(await has())
  })

  test('a new weekday that is the one it was moved to: that date is given in the same breath', async () => {
    await move(await dayOn('2026-12-03'), '2026-12-02')
    const body = { ...form, untilOn: null, weekday: 3 }
    await birgit.call(contract.changePresence, { params: { id: presenceId }, body })
    expect(await dayOn('2026-12-02')).toMatchObject({ movedFrom: null })
    expect(await taken()).toEqual(await has())
  })

  test('for a week it is said that it was moved; handed on since, it is the other’s, and nobody has lost it', async () => {
    const day = await dayOn('2026-12-03')
    const moved = await move(day, '2026-12-11')
    const told = async (who: 'anne' | 'ali') =>
      (await waits(who)).filter(({ href }) => href === `/aktoerer?dag=${day.id}`).map(({ kind }) => kind)
    expect(await told('ali')).toEqual(['presence-moved'])
    world.clock.set('2026-12-01T10:00')
    expect(await told('ali')).toEqual([])
    world.clock.set('2026-11-24T10:00')
    await birgit.call(contract.givePresenceDay, { params: { id: moved.id }, body: { personId: people.anne.id } })
    expect([await told('ali'), await told('anne')]).toEqual([[], ['presence-mine']])
  })

  test('it is counted like any other', async () => {
    const day = await move(await dayOn('2026-12-03'), '2026-12-02')
    world.clock.set('2026-12-02T15:00')
    const body = { unemployed: 5, employed: 4, companies: 0, askedAbout: [] }
    await ali.call(contract.countPresence, { params: { id: day.id }, body })
    expect((await world.as('uffe').call(showMyPartner)).presence.told).toMatchObject({ since: '2026-12-02', came: 9 })
  })
})

describe('who is told', () => {
  const mails = (...who: ('ali' | 'anne' | 'pia' | 'birgit')[]) =>
    Promise.all(
      who.map(async (one) =>
        (
          await world.sql<{ subject: string }>('select subject from outbox where recipient = $1', [people[one].email])
        ).map(({ subject }) => subject),
      ),
    )
  beforeEach(() => world.sql('delete from outbox'))

  test('whose day it was and whose it is, and who was asked to take it, once each by mail; who moved it knows', async () => {
    const day = await dayOn('2026-12-03')
    await ali.call(contract.askColleague, { params: { id: day.id }, body: { toId: people.anne.id } })
    await move(day, '2026-12-02')
    const moved = 'Dagen hos 3F i Skive er flyttet til onsdag 2. december kl. 10.00'
    expect(await mails('ali', 'anne', 'pia', 'birgit')).toEqual([[moved], [moved], [], []])
    const told = async (who: 'ali' | 'anne') =>
      (await waits(who)).filter(({ href }) => href.endsWith(`=${day.id}`)).map(({ kind }) => kind)
    expect([await told('ali'), await told('anne')]).toEqual([['presence-moved'], ['presence-unasked']])
    await move(await dayOn('2026-12-02'), '2026-12-02')
    expect(await mails('ali')).toEqual([[moved]])
    // Asked anew she has something to answer, and nothing to be told.
    await birgit.call(contract.askColleague, { params: { id: day.id }, body: { toId: people.anne.id } })
    expect(await told('anne')).toEqual(['presence-asked'])
    await awayOn(ali, '2026-12-04')
    const now = await move(await dayOn('2026-12-02'), '2026-12-04')
    expect((await mails('ali'))[0]).toHaveLength(2)
    expect((await waits('birgit')).map(({ kind }) => kind)).toContain('presence-unasked-by')
    // Moved once more it is still news to her that she is not asked.
    await move(await dayOn('2026-12-04'), '2026-12-07')
    expect((await waits('birgit')).map(({ kind }) => kind)).toContain('presence-unasked-by')
    const got = now.person?.id === people.anne.id ? ('anne' as const) : ('pia' as const)
    expect((await mails(got))[0]).toContain('Dagen hos 3F i Skive fredag 4. december kl. 10.00 er din')
  })

  test('who wanted it in return for a day of his own: the colleague is asked no more', async () => {
    const firstOf = async ({ id }: { id: number }) => (await list()).find(({ person }) => person?.id === id)
    const [own, theirs] = [await firstOf(people.ali), await firstOf(people.anne)]
    if (!own || !theirs) throw new Error('two days are needed')
    const body = { toId: people.anne.id, inReturnId: theirs.id }
    await ali.call(contract.askColleague, { params: { id: own.id }, body })
    await move(theirs, '2026-12-09')
    const [sent] = await world.sql<{ subject: string; body: string }>(
      'select subject, body from outbox where recipient = $1',
      [people.ali.email],
    )
    expect(sent?.body).toContain('Du bad Anne Bruun tage dagen hos 3F i Skive')
    expect((await list()).find(({ id }) => id === own.id)?.asked).toBeNull()
  })
})

describe('a date on which nobody works', () => {
  const instead = (date: string, onDay: string, who = birgit) =>
    who.call(contract.moveClosedDate, { params: { id: presenceId }, body: { date, onDay, ...hours } })

  test('is said, and held on another day that is given in turn; of four who press at once one does it', async () => {
    const [row] = (await birgit.call(contract.listPresences)).rows
    expect(row?.closed).toMatchObject([{ onDay: '2026-12-24' }, { onDay: '2026-12-31' }])
    const said = await Promise.all([1, 2, 3, 4].map(() => codeOf(instead('2026-12-24', '2026-12-22'))))
    expect(said.toSorted()).toEqual(['done', ...Array<string>(3).fill('presence-day-changed')])
    const day = await dayOn('2026-12-22')
    expect(day).toMatchObject({ movedFrom: '2026-12-24', person: { id: expect.any(Number) } })
    expect(await taken()).toEqual(await has())
    await sweep()
    expect(await dayOn('2026-12-22')).toMatchObject({ id: day.id, person: day.person })
    expect((await birgit.call(contract.listPresences)).rows[0]?.closed).toMatchObject([{ onDay: '2026-12-31' }])
    const { presence } = await world.as('uffe').call(showMyPartner)
    expect(presence.days.map(({ movedFrom }) => movedFrom)).toContain('2026-12-24')
  })

  test('is no date of theirs, has its day, or is held where they have one: refused', async () => {
    expect(await codeOf(instead('2026-12-03', '2026-12-02'))).toBe('presence-day-changed')
    expect(await codeOf(instead('2026-12-25', '2026-12-22'))).toBe('presence-day-changed')
    expect(await codeOf(instead('2026-12-24', '2026-12-17'))).toBe('wrong-input')
    expect(await codeOf(instead('2026-12-24', '2026-12-22', ali))).toBe('not-allowed')
  })
})

describe('what is refused', () => {
  test('a date that has a day or will have one, one that was called off, the past, a closed day, a weekend, far ahead, hours backwards', async () => {
    const day = await dayOn('2026-12-03')
    const off = await dayOn('2026-12-17')
    await birgit.call(contract.callOffPresenceDay, { params: { id: off.id } })
    await world.inside('birgit', (ctx) => addClosedDays(ctx, { from: '2026-12-02', to: '2026-12-02', name: 'Temadag' }))
    const refused = async (onDay: string, more: object = {}) => {
      const error = await move(day, onDay, more).catch((caught: unknown) => caught)
      if (!(error instanceof Refused)) throw new Error(`${onDay} was not refused`)
      const [first] = error.problem['errors'] as { pointer: string; detail: string }[]
      return [error.code, first?.pointer, first?.detail]
    }
    const at = '/body/onDay'
    const second = 'Den dato er der allerede en fast dag hos dem, eller den er aflyst. Vælg en anden dato.'
    expect(await refused('2026-12-10')).toEqual(['wrong-input', at, second])
    expect(await refused('2026-12-17')).toEqual(['wrong-input', at, second])
    expect(await refused('2027-01-28')).toEqual(['wrong-input', at, second])
    expect((await refused('2026-11-23', { startsAt: '08:00' }))[2]).toBe('Vælg et tidspunkt, der ligger forude.')
    expect((await refused('2026-12-02'))[2]).toContain('Temadag')
    expect((await refused('2026-12-05'))[2]).toBe('Vælg en dag fra mandag til fredag.')
    expect((await refused('2027-06-02'))[2]).toBe('Vælg en dag inden for de næste 16 uger.')
    expect((await refused('2026-12-04', { endsAt: '09:00' }))[1]).toBe('/body/endsAt')
    expect(await dayOn('2026-12-03')).toMatchObject({ movedFrom: null, person: { id: people.ali.id } })
  })

  test('whoever has the day moves it not, nor who sees no diaries; of one that is over or called off nothing is moved', async () => {
    const [first, day] = [await dayOn('2026-11-26'), await dayOn('2026-12-03')]
    for (const who of ['ali', 'soren', 'uffe'] as const)
      expect(await codeOf(move(day, '2026-12-02', {}, world.as(who)))).toBe('not-allowed')
    await birgit.call(contract.callOffPresenceDay, { params: { id: day.id } })
    world.clock.set('2026-11-26T09:30')
    expect(await codeOf(move(day, '2026-12-02'))).toBe('presence-day-over')
    world.clock.set('2026-11-26T12:00')
    expect(await codeOf(move(first, '2026-12-02'))).toBe('presence-day-over')
  })
})

describe('at once', () => {
  test('moved twice: one wins, the other is told that it has changed', async () => {
    const day = await dayOn('2026-12-03')
    const to = ['2026-12-01', '2026-12-02', '2026-12-04', '2026-12-07']
    const said = await Promise.all(to.map((on) => codeOf(move(day, on))))
    expect(said.toSorted()).toEqual(['done', ...Array<string>(3).fill('presence-day-changed')])
    expect(await dayOn(to[said.indexOf('done')] ?? '')).toMatchObject({ id: day.id })
    expect(await taken()).toEqual(await has())
  })

  test('two days to the same date: one has it', async () => {
    const two = [await dayOn('2026-12-03'), await dayOn('2026-12-10')]
    const said = await Promise.all(two.map((day) => codeOf(move(day, '2026-12-08'))))
    expect(said.toSorted()).toEqual(['done', 'wrong-input'])
    expect((await list()).filter(({ onDay }) => onDay === '2026-12-08')).toHaveLength(1)
    expect(await taken()).toEqual(await has())
  })

  test('moved while a swap is taken: the swap was of the old time or is none, and each day is whose time it takes', async () => {
    for (const round of [1, 2, 3, 4, 5, 6]) {
      const [mine, theirs] = [await dayOn('2026-11-26'), await dayOn('2026-12-03')]
      const [me, other] = [people.anne.id, people.ali.id]
      await anne.call(contract.askColleague, { params: { id: mine.id }, body: { toId: other, inReturnId: theirs.id } })
      const accept = () => codeOf(ali.call(contract.acceptPresenceDay, { params: { id: mine.id } }))
      const moving = () => codeOf(move(round % 2 === 0 ? mine : theirs, '2026-12-02'))
      const [swapped, moved] = round % 3 === 0 ? await Promise.all([accept(), moving()]) : await both(moving, accept)
      expect(moved).toBe('done')
      expect(['done', 'not-allowed']).toContain(swapped)
      const now = new Map((await list()).map(({ id, person }) => [id, person?.id]))
      expect([now.get(mine.id), now.get(theirs.id)]).toEqual(swapped === 'done' ? [other, me] : [me, other])
      expect(await world.sql('select from presence_day where asked_id is not null')).toEqual([])
      expect(await taken()).toEqual(await has())
      await world.sql('delete from presence_day; delete from busy')
      await sweep()
    }
  })
  const both = async (moving: () => Promise<string>, accept: () => Promise<string>) => {
    const [moved, swapped] = await Promise.all([moving(), accept()])
    return [swapped, moved]
  }

  test('moved while the sweep gives days: no date is given twice', async () => {
    const day = await dayOn('2026-12-03')
    await Promise.all([sweep(), move(day, '2026-12-02'), sweep(), sweep()])
    await sweep()
    const dates = (await list()).map(({ onDay, movedFrom }) => movedFrom ?? onDay)
    expect(new Set(dates).size).toBe(dates.length)
    expect(dates).toContain('2026-12-03')
  })
})
