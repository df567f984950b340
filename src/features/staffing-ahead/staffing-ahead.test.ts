import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { bookMeeting, cancelBooking, moveBooking, showBooking } from '../bookings/bookings.schema.ts'
import { addAbsence } from '../diaries/diaries.schema.ts'
import { sayCapacity } from '../capacity/capacity.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { showLearningAim, writeLearningAim } from '../learning-aims/learning-aims.schema.ts'
import { sumOf } from '../free-slots/free-slots.ts'
import { changeMyTrades, listTradeAreas } from '../trade-areas/trade-areas.schema.ts'
import * as contract from './staffing-ahead.schema.ts'
import { room } from './room.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [anne, ali, pia, birgit] = [world.as('anne'), world.as('ali'), world.as('pia'), world.as('birgit')]
const nothing = { trades: [], kinds: [], languages: [], wishes: [], generalist: false }
const says = async (who: typeof anne, more: object) => {
  const seen = (await who.call(listTradeAreas)).visitors.find(({ can }) => can.change)
  return who.call(changeMyTrades, { body: { ...nothing, ...more, saidAt: seen?.saidAt ?? null } })
}
// Anne knows the trade, Ali has reading and wishes to learn it, Pia's field is care.
await says(anne, { trades: ['food'], generalist: true })
await says(ali, { kinds: ['basic'], wishes: ['food'] })
await says(pia, { trades: ['care'] })

beforeEach(() => {
  world.clock.set('2026-11-23T09:00')
  return world.sql(`delete from staffing_refusal; delete from staffing_ask; delete from staffing_exception; delete from staffing_proposal; delete from learning_aim;
    delete from outbox; delete from booking_visitor; delete from booking; delete from busy; delete from absence; delete from contact_mark; delete from capacity_said`)
})
const startsAt = '2026-11-25T09:00:00.000Z'
/** Anne goes to a bakery, alone. */
const alone = async (name = 'Bageri Lund', at = startsAt) => {
  const company = await world.company({ name, industry: '107120', municipality: 615 })
  const body = { companyId: company.id, personId: people.anne.id, startsAt: at, contactName: 'Grethe', note: '' }
  return (await birgit.call(bookMeeting, { body: { ...body, contactEmail: 'grethe@lund.example' } })).id
}
const isAway = (who: typeof anne) =>
  who.call(addAbsence, { body: { startsAt: '2026-11-25T06:00:00.000Z', endsAt: '2026-11-25T18:00:00.000Z' } })
const night = () => world.runHouseJob('propose-staffing-at-night')
const shown = (who = birgit) => who.call(contract.showStaffing)
const proposed = async () =>
  (await shown()).rows.map(({ company, lacks, proposed: names }) => ({
    company,
    lacks,
    proposed: names.map(({ name, place }) => `${name} ${place}`),
  }))
const ask = (id: number, more: object = {}) =>
  birgit.call(contract.askToStaff, {
    params: { id },
    body: { personId: people.ali.id, place: 'second', startsAt, ...more },
  })
const yes = (who: typeof anne, askId: number) => who.call(contract.goAsAsked, { params: { askId } })
const no = (who: typeof anne, askId: number) =>
  who.call(contract.notGoAsAsked, { params: { askId }, body: { reason: 'knows-them', words: 'Min bror er bager.' } })
const goers = async (id: number) =>
  (await birgit.call(showBooking, { params: { id } })).visitors.map(({ name }) => name)
const waits = async (who: typeof anne) => (await who.call(listWaiting, { query: {} })).rows
const kinds = async (who: typeof anne) =>
  (await waits(who)).map(({ kind }) => kind).filter((kind) => kind.startsWith('staffing') || kind === 'goer-away')

describe('the proposal of the night', () => {
  test('gives who goes alone somebody to go with, for reasons that are facts; who goes and when stay, and nobody irrelevant is named', async () => {
    const id = await alone()
    await night()
    const { rows, gain, made } = await shown()
    expect(rows).toMatchObject([
      {
        ...{ id, company: 'Bageri Lund', startsAt, lacks: ['second'], stale: false },
        goers: [{ name: 'Anne Bruun', place: 'lead', gone: null }],
        proposed: [{ name: 'Ali Demir', place: 'second', hinders: null }],
        // Pia's field is care.
        leftOut: { unrelated: 1, noTime: 0 },
      },
    ])
    const [one] = rows[0]?.proposed ?? []
    expect(one?.reasons.slice(0, 3)).toEqual([
      'Vil gerne lære om fødevarer.',
      'Fag: Læsning, skrivning, regning og it (FVU).',
      'Fra en anden skole.',
    ])
    expect(one?.reasons[3]).toMatch(/^Køretid .+ hver vej\.$/)
    // What is shown adds up, to the whole's gain too.
    expect(one?.points).toMatchObject([
      { what: 'along', points: 4 },
      { what: 'travel-along' },
      { what: 'learning', points: 20 },
      { what: 'other-school', points: 6 },
    ])
    expect(gain).toEqual({ changes: 1, points: sumOf(one?.points ?? []) })
    expect(made?.by).toBeNull()
    expect(await goers(id)).toEqual(['Anne Bruun'])
    expect([await kinds(birgit), await kinds(ali)]).toEqual([['staffing-proposed'], []])
  })

  test('gives a visit whose goer is away another; who is away, busy or full is not named; now, when it is asked for', async () => {
    await alone()
    await isAway(anne)
    await birgit.call(contract.proposeStaffing)
    await world.runJobs()
    expect(await proposed()).toEqual([
      { company: 'Bageri Lund', lacks: ['lead', 'second'], proposed: ['Ali Demir lead'] },
    ])
    expect((await shown()).made?.by).toBe('Birgit Dam')
    expect((await kinds(birgit)).toSorted((a, b) => a.localeCompare(b))).toEqual(['goer-away', 'staffing-proposed'])
    const full = { personId: people.ali.id, from: '2026-11-23', oneWeek: true, meetings: 0, why: 'Kursus' }
    await birgit.call(sayCapacity, { body: full })
    expect((await shown()).rows[0]?.proposed[0]?.hinders).toBe('full')
    await night()
    expect(await proposed()).toEqual([{ company: 'Bageri Lund', lacks: ['lead', 'second'], proposed: [] }])
  })

  test('names nobody for two visits at one time', async () => {
    await alone()
    const second = await world.company({ name: 'Bageri Nord', industry: '107120', municipality: 615 })
    const body = { companyId: second.id, personId: people.pia.id, startsAt, contactName: 'Bo', note: '' }
    await birgit.call(bookMeeting, { body: { ...body, contactEmail: 'bo@nord.example', chosenWhy: 'Kender dem' } })
    await night()
    expect((await proposed()).flatMap((row) => row.proposed)).toEqual(['Ali Demir second'])
  })

  test('says it in place when the meeting was moved since; what was left as it is does not come again until that is taken back', async () => {
    const id = await alone()
    await night()
    await birgit.call(moveBooking, { params: { id }, body: { startsAt: '2026-11-26T09:00:00.000Z', sequence: 0 } })
    expect((await shown()).rows).toMatchObject([{ stale: true, proposed: [], leftOut: null }])
    await expect(ask(id)).rejects.toMatchObject({ code: 'staffing-moved' })
    await night()
    const params = { id }
    const left = await birgit.call(contract.leaveAsItIs, {
      params,
      body: { personId: people.ali.id, why: 'De kender hinanden' },
    })
    await night()
    expect((await proposed())[0]?.proposed).toEqual([])
    expect((await shown()).exceptions).toMatchObject([
      { who: 'Ali Demir', why: 'De kender hinanden', saidBy: 'Birgit Dam' },
    ])
    await birgit.call(contract.takeBackLeaving, { params: { exceptionId: left.id } })
    await night()
    expect((await proposed())[0]?.proposed).toEqual(['Ali Demir second'])
  })
})

describe('who is asked', () => {
  test('sees it on his page, says yes, and both calendars, the company and the other one have it', async () => {
    const id = await alone()
    await night()
    // Pressed twice at once, on two screens: nobody is asked twice, and neither is refused all the others for it.
    const both = await Promise.all([birgit, birgit].map((one) => one.call(contract.askAllProposed)))
    expect(both.map(({ asked }) => asked).toSorted((one, other) => one - other)).toEqual([0, 1])
    const asked = (await waits(ali)).find(({ kind }) => kind === 'staffing-asked')
    expect(asked?.values).toMatchObject({ company: 'Bageri Lund', by: 'Birgit Dam' })
    const askId = Number(asked?.href.split('/').at(-1))
    const seen = await ali.call(contract.showAsking, { params: { askId } })
    expect(seen).toMatchObject({ place: 'second', askedBy: 'Birgit Dam', state: 'open', can: { answer: true } })
    expect(seen.person.reasons[0]).toBe('Vil gerne lære om fødevarer.')
    await world.sql('delete from outbox')
    await yes(ali, askId)
    expect(await goers(id)).toEqual(['Anne Bruun', 'Ali Demir'])
    const told = await world.sql<{ recipient: string }>('select recipient from outbox order by recipient')
    expect(told.map(({ recipient }) => recipient.split('@')[0])).toEqual(['ali', 'anne', 'grethe'])
    expect([await shown().then(({ rows }) => rows), await kinds(ali)]).toEqual([[], []])
    await expect(yes(ali, askId)).rejects.toMatchObject({ code: 'staffing-answered' })
  })

  test('takes over from whoever is away, who goes no more', async () => {
    const id = await alone()
    await isAway(anne)
    const { id: askId } = await ask(id, { place: 'lead' })
    await yes(ali, askId)
    expect(await goers(id)).toEqual(['Ali Demir'])
  })

  test('is asked for a reason where his field is another, kept with the meeting; and nobody is asked who cannot, or twice', async () => {
    const id = await alone()
    const toPia = (chosenWhy: string | null) => ask(id, { personId: people.pia.id, chosenWhy })
    await expect(toPia(null)).rejects.toMatchObject({ code: 'field-unrelated' })
    const { id: askId } = await toPia('Hun kender bageren')
    await expect(toPia('Hun kender bageren')).rejects.toMatchObject({ code: 'staffing-asked' })
    await isAway(ali)
    await expect(ask(id)).rejects.toMatchObject({ code: 'staffing-busy' })
    const { rows } = await birgit.call(contract.listWhoCouldGo, { params: { id }, query: { place: 'second' } })
    expect(rows.map(({ name, fits }) => [name, fits])).toEqual([['Pia Toft', false]])
    await yes(pia, askId)
    expect(await birgit.call(showBooking, { params: { id } })).toMatchObject({ chosenWhy: 'Hun kender bageren' })
  })

  test('of two who say yes at once one goes, and the other is told who', async () => {
    const id = await alone()
    const first = await ask(id)
    const second = await ask(id, { personId: people.pia.id, chosenWhy: 'Hun kender bageren' })
    const both = await Promise.allSettled([yes(ali, first.id), yes(pia, second.id)])
    const lost = both.find((one) => one.status === 'rejected')
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(lost?.reason).toMatchObject({ code: 'staffing-filled' })
    expect(await goers(id)).toHaveLength(2)
  })

  test('says no: only who runs the centre reads why, somebody else is to be found, and he is not proposed again', async () => {
    const id = await alone()
    const { id: askId } = await ask(id)
    await no(ali, askId)
    expect((await shown()).rows[0]?.asked).toMatchObject([
      { name: 'Ali Demir', no: { reason: 'knows-them', words: 'Min bror er bager.' } },
    ])
    expect(await kinds(birgit)).toEqual(['staffing-refused'])
    await night()
    expect((await proposed())[0]?.proposed).toEqual([])
  })

  test('is told where the meeting was moved, called off, or the question taken back', async () => {
    const id = await alone()
    const moved = await ask(id)
    await birgit.call(moveBooking, { params: { id }, body: { startsAt: '2026-11-26T09:00:00.000Z', sequence: 0 } })
    await expect(yes(ali, moved.id)).rejects.toMatchObject({ code: 'staffing-moved' })
    const again = await ask(id, { startsAt: '2026-11-26T09:00:00.000Z' })
    await birgit.call(contract.withdrawAsking, { params: { askId: again.id } })
    await expect(yes(ali, again.id)).rejects.toMatchObject({ code: 'staffing-answered' })
    const last = await ask(id, { startsAt: '2026-11-26T09:00:00.000Z' })
    await birgit.call(cancelBooking, { params: { id }, body: { why: 'De har lukket' } })
    await expect(yes(ali, last.id)).rejects.toMatchObject({ code: 'booking-cancelled' })
    expect(await kinds(ali)).toEqual([])
  })
})

describe('other eyes', () => {
  test('a consultant of another school, a leader and a caller read none of it; the database holds it from them too', async () => {
    const id = await alone()
    await night()
    const { id: askId } = await ask(id)
    await no(ali, askId)
    for (const who of [ali, pia, world.as('torben'), world.as('soren')])
      await expect(shown(who)).rejects.toMatchObject({ status: 403 })
    await expect(pia.call(contract.showAsking, { params: { askId } })).rejects.toMatchObject({ code: 'not-found' })
    const counts = (who: 'pia' | 'anne' | 'torben' | 'soren' | 'ali' | 'birgit') =>
      world.inside(who, async ({ db }) => [
        (await db.selectFrom('proposedVisit').select('bookingId').execute()).length,
        (await db.selectFrom('staffingAsk').select('id').execute()).length,
        (await db.selectFrom('staffingRefusal').select('askId').execute()).length,
      ])
    for (const who of ['pia', 'anne', 'torben', 'soren'] as const) expect(await counts(who)).toEqual([0, 0, 0])
    expect([await counts('ali'), await counts('birgit')]).toEqual([
      [0, 1, 1],
      [1, 1, 1],
    ])
  })

  test('a learning aim is read and written by the two who go, and by nobody else', async () => {
    const id = await alone()
    await yes(ali, (await ask(id)).id)
    const aim = async (who: typeof anne) => (await who.call(showLearningAim, { params: { id } })).aim
    const write = (who: typeof anne, words: string, saidAt: string | null) =>
      who.call(writeLearningAim, { params: { id }, body: { words, saidAt } })
    const first = await write(anne, 'Spørg åbent til dejlinjen', null)
    expect(first.aim).toMatchObject({ learner: { name: 'Ali Demir' }, writtenBy: 'Anne Bruun', can: { write: false } })
    await expect(write(anne, 'Noget andet', first.aim?.saidAt ?? null)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(write(ali, 'Høre, hvad de selv siger', null)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    world.clock.advance({ minutes: 1 })
    await write(ali, 'Høre, hvad de selv siger', first.aim?.saidAt ?? null)
    expect((await aim(anne))?.words).toBe('Høre, hvad de selv siger')
    expect([await aim(birgit), await aim(pia)]).toEqual([null, null])
    await expect(write(birgit, 'x', null)).rejects.toMatchObject({ code: 'not-allowed' })
    const read = (who: 'anne' | 'ali' | 'birgit' | 'pia' | 'torben') =>
      world.inside(who, async ({ db }) => (await db.selectFrom('learningAim').select('id').execute()).length)
    expect([await read('anne'), await read('ali')]).toEqual([1, 1])
    for (const who of ['birgit', 'pia', 'torben'] as const) expect(await read(who)).toBe(0)
  })

  test('no points stand in a table or a view of this room, so that nothing adds up what somebody is worth', async () => {
    const columns = await world.sql<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns where table_name = any($1)`,
      [room.owns],
    )
    expect(columns.length).toBeGreaterThan(40)
    expect(columns.filter(({ name }) => /point|score|sum|worth|rank/.test(name))).toEqual([])
    // Numbers that could be added up are of the visit.
    expect(columns.filter(({ type }) => /numeric|double|real/.test(type))).toEqual([])
  })
})
