import { afterAll, beforeEach, expect, test } from 'vitest'
import type { PersonKey } from '../../../db/world.ts'
import { openWorld } from '#testing/world'
import { showCalendar } from '../calendar/calendar.schema.ts'
import { addAbsence } from '../diaries/diaries.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { addMember, endMembership } from '../members/members.ts'
import { listEnquiries } from '../enquiries/enquiries.schema.ts'
import * as contract from './gatherings.schema.ts'
import * as standContract from '../stands/stands.schema.ts'
import { whichAreGatherings } from './gatherings.ts'
import { gatheringsOpen } from './loose-ends.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people, schools } = world
const [birgit, ali, anne] = [world.as('birgit'), world.as('ali'), world.as('anne')]
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const when = { startsAt: '2026-11-26T09:00:00.000Z', endsAt: '2026-11-26T11:00:00.000Z', place: 'Svejsehallen' }
const tour = { kind: 'tour', title: 'Rundt i svejsehallen', aim: 'Kende den', schoolId: schools.technical } as const
const make = async (seats: number, more: object = {}) => {
  const body = { ...tour, times: [{ ...when, seats }], ...more }
  const made = await birgit.call(contract.makeGathering, { body })
  return { id: made.id, timeId: made.times[0]?.id ?? 0, times: made.times }
}
type Of = { id: number; timeId: number }
const at = ({ id, timeId }: Of) => ({ params: { id, timeId } })
const up = (of: Of, who = ali) => codeOf(who.call(contract.signUp, at(of)))
const off = (of: Of, who = ali) => codeOf(who.call(contract.signOff, at(of)))
const shown = async ({ id }: { id: number }, who = birgit) => who.call(contract.showGathering, { params: { id } })
const peopleAt = async (of: { id: number }, nth = 0) =>
  (await shown(of)).times[nth]?.people.map(({ name, waits }) => [name.split(' ')[0], waits ? 'waits' : 'seat'])
const news = async (who: PersonKey) =>
  (await world.as(who).call(listWaiting, { query: {} })).rows
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('gathering-'))
const takenBy = async (who: PersonKey) =>
  (await world.sql("select from busy where kind = 'gathering' and person_id = $1", [people[who].id])).length
const mails = async () =>
  (
    await world.sql<{ said: string }>(
      "select recipient || ': ' || subject || coalesce(' ' || substring(attachment from 'METHOD:[A-Z]+'), '') as said from outbox order by id",
    )
  ).map(({ said }) => said)

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql(
    'delete from stand_lead; delete from gathering_place; delete from gathering_time; delete from gathering_invited; delete from gathering; delete from busy; delete from absence; delete from outbox',
  )
})

test('a tour: whom it is for gets a mail, whoever signs up has the time taken, a file for the calendar and its line in ours', async () => {
  const of = await make(5, { invited: [schools.technical] })
  const invited = (await mails()).filter((said) => said.includes('Rundvisning: Rundt i svejsehallen'))
  expect([invited.some((said) => said.startsWith('anne')), invited.some((said) => said.startsWith('birgit'))]).toEqual([
    ...[true, false],
  ])
  expect(await up(of, anne)).toBe('done')
  expect([await up(of, anne), await takenBy('anne'), await peopleAt(of)]).toEqual(['done', 1, [['Anne', 'seat']]])
  expect((await mails()).at(-1)).toMatch(/^anne.*Du er tilmeldt Rundt i svejsehallen.* METHOD:REQUEST$/)
  const seen = await anne.call(showCalendar, { query: { from: '2026-11-23', days: 7, who: 'mine' } })
  // At one's own school nobody drives.
  expect(seen.beside).toMatchObject([{ kind: 'gathering', what: 'Rundt i svejsehallen', travelMinutes: 0 }])
  const [{ uid } = { uid: '' }] = await world.sql<{ uid: string }>('select uid from gathering_time')
  expect(await world.inside('anne', (ctx) => whichAreGatherings(ctx, [uid, 'x']))).toEqual([uid])
  expect([await off(of, anne), await off(of, anne), await takenBy('anne')]).toEqual(['done', 'done', 0])
})

test('it is for those invited alone, and a time with something else in it is refused', async () => {
  const of = await make(5, { invited: [schools.vuc] })
  expect(await up(of, people.ali.schoolId === schools.vuc ? anne : ali)).toBe('not-allowed')
  const all = await make(5)
  const away = { startsAt: '2026-11-26T08:00:00.000Z', endsAt: '2026-11-26T15:00:00.000Z', why: 'Kursus' }
  await ali.call(addAbsence, { body: { personId: people.ali.id, ...away } as never })
  expect([await up(all), await peopleAt(all)]).toEqual(['gathering-busy', []])
})

test('two at the last seat: one has it, the other waits and moves up by himself; the database lets no seat be had twice', async () => {
  const of = await make(1)
  expect(await Promise.all([up(of), up(of, anne)])).toEqual(['done', 'done'])
  const [first, second] = (await peopleAt(of)) ?? []
  expect([first?.[1], second?.[1]]).toEqual(['seat', 'waits'])
  const [has, waits] = first?.[0] === 'Ali' ? (['ali', 'anne'] as const) : (['anne', 'ali'] as const)
  await expect(
    world.sql('update gathering_place set seat = 1 where person_id = $1', [people[waits].id]),
  ).rejects.toMatchObject({ code: '23505' })
  await expect(
    world.sql('update gathering_place set seat = 2 where person_id = $1', [people[waits].id]),
  ).rejects.toMatchObject({ code: '23514' })
  expect([await takenBy(has), await takenBy(waits)]).toEqual([1, 0])
  await off(of, world.as(has))
  expect([await takenBy(has), await takenBy(waits), await news(waits)]).toEqual([0, 1, ['gathering-up']])
  expect((await mails()).at(-1)).toMatch(new RegExp(`^${waits}.*Du har fået plads`))
  await world.as(waits).call(contract.putAwayNews, at(of))
  expect(await news(waits)).toEqual([])
})

test('whoever waits and has something else by then is passed over, and goes on waiting', async () => {
  const of = await make(1)
  await up(of)
  await up(of, anne)
  await up(of, birgit)
  await world.sql(
    "insert into busy (centre_id, kind, source_id, person_id, during) values ($1, 'own', 1, $2, '[2026-11-26T09:30Z,2026-11-26T10:00Z)')",
    [world.centreId, people.anne.id],
  )
  await off(of)
  expect(await peopleAt(of)).toEqual([
    ['Birgit', 'seat'],
    ['Anne', 'waits'],
  ])
})

test('moved: who has the new time keeps the seat, who is busy waits again, and each is told; another’s change is not overwritten', async () => {
  const of = await make(2)
  await up(of)
  await up(of, anne)
  const later = { ...when, startsAt: '2026-11-27T09:00:00.000Z', endsAt: '2026-11-27T11:00:00.000Z', seats: 2 }
  await world.sql(
    "insert into busy (centre_id, kind, source_id, person_id, during) values ($1, 'own', 1, $2, '[2026-11-27T09:30Z,2026-11-27T10:00Z)')",
    [world.centreId, people.anne.id],
  )
  const move = (who: typeof ali, to: object, seen: object = { ...when, seats: 2 }) =>
    codeOf(who.call(contract.moveGathering, { ...at(of), body: { ...later, ...to, seen: seen as never } }))
  expect(await move(ali, {})).toBe('not-allowed')
  expect(await move(birgit, { seats: 1, startsAt: when.startsAt, endsAt: when.endsAt })).toBe('gathering-seats-taken')
  expect(await move(birgit, {}, { ...later, place: 'Andetsteds' })).toBe('changed-meanwhile')
  expect(await move(birgit, {})).toBe('done')
  expect(await peopleAt(of)).toEqual([
    ['Ali', 'seat'],
    ['Anne', 'waits'],
  ])
  expect([await news('ali'), await news('anne'), await takenBy('ali'), await takenBy('anne')]).toEqual([
    ...[['gathering-moved'], ['gathering-lost'], 1, 0],
  ])
  expect(
    (await mails())
      .slice(-2)
      .map((said) => said.replace(/@.*METHOD/, ' METHOD'))
      .toSorted(),
  ).toEqual(['ali METHOD:REQUEST', 'anne METHOD:CANCEL'])
})

test('called off: who is signed up is told and free again; nobody signs up, and nobody is ticked as having come', async () => {
  const of = await make(2)
  await up(of)
  const call = (who: typeof ali) =>
    codeOf(who.call(contract.callOffGathering, { params: { id: of.id }, body: { why: 'For få' } }))
  expect([await call(ali), await call(birgit), await call(birgit)]).toEqual(['not-allowed', 'done', 'gathering-over'])
  expect([await news('ali'), await takenBy('ali'), await up(of, anne)]).toEqual([
    ...[['gathering-off'], 0, 'gathering-over'],
  ])
  world.clock.set('2026-11-26T12:30')
  const tick = { ...at(of), body: { personId: people.ali.id, came: true } }
  expect(await codeOf(ali.call(contract.sayWhoCame, tick))).toBe('gathering-over')
})

test('afterwards: the own tick or the host’s, seen by those two alone; what was learnt in three lines, and no more waits', async () => {
  const of = await make(3)
  await up(of)
  await up(of, anne)
  const tick = (who: typeof ali, personId: number) =>
    codeOf(who.call(contract.sayWhoCame, { ...at(of), body: { personId, came: true } }))
  const learn = (who: typeof ali, lines: string[], seen: string[] = []) =>
    codeOf(who.call(contract.writeLearnt, { params: { id: of.id }, body: { lines, seen } }))
  expect([await tick(ali, people.ali.id), await learn(birgit, ['x'])]).toEqual([
    'gathering-not-yet',
    'gathering-not-yet',
  ])
  world.clock.set('2026-11-26T12:30')
  expect(await news('birgit')).toEqual(['gathering-learnt'])
  expect([await tick(ali, people.ali.id), await tick(ali, people.anne.id), await tick(birgit, people.anne.id)]).toEqual(
    [...['done', 'not-allowed', 'done']],
  )
  const came = async (who: typeof ali) => (await shown(of, who)).times[0]?.people.map((one) => one.came)
  expect([await came(ali), await came(anne), await came(birgit)]).toEqual([
    [null, true],
    [true, null],
    [true, true],
  ])
  expect([await learn(ali, ['Ja']), await learn(birgit, ['De har nye maskiner']), await news('birgit')]).toEqual([
    ...['not-allowed', 'done', []],
  ])
  expect([await learn(birgit, ['Andet']), await learn(birgit, ['Andet'], ['De har nye maskiner'])]).toEqual([
    ...['changed-meanwhile', 'done'],
  ])
  await expect(learn(birgit, ['1', '2', '3', '4'])).resolves.toBe('wrong-input')
})

test('a stand: turns follow each other, and one is a colleague’s with his yes, all at once', async () => {
  const second = { ...when, startsAt: when.endsAt, endsAt: '2026-11-26T13:00:00.000Z', seats: 1 }
  const stand = { kind: 'stand', schoolId: null, times: [{ ...when, seats: 1 }, second] }
  const of = await make(1, stand)
  expect(await codeOf(make(1, { times: stand.times }))).toBe('wrong-input')
  const next = { id: of.id, timeId: of.times[1]?.id ?? 0 }
  expect([await up(of), await up(next), await takenBy('ali')]).toEqual(['done', 'done', 2])
  const ask = () => codeOf(ali.call(contract.askToTakeTurn, { ...at(next), body: { toId: people.anne.id } }))
  const answer = (yes: boolean, who = anne) =>
    codeOf(who.call(contract.answerTurn, { ...at(next), body: { fromId: people.ali.id, yes } }))
  expect(await codeOf(anne.call(contract.askToTakeTurn, { ...at(next), body: { toId: people.ali.id } }))).toBe(
    'not-allowed',
  )
  expect((await ali.call(contract.listTakers, at(next))).rows.map(({ id }) => id)).toContain(people.anne.id)
  expect([await ask(), await news('anne'), await answer(false), await news('anne')]).toEqual([
    ...['done', ['gathering-turn'], 'done', []],
  ])
  expect([await ask(), await answer(true, birgit)]).toEqual(['done', 'not-allowed'])
  expect([await answer(true), await takenBy('ali'), await takenBy('anne'), await peopleAt(of, 1)]).toEqual([
    ...['done', 1, 1, [['Anne', 'seat']]],
  ])
})

test('a company writes from a stand, by its code: an enquiry like any other, no mail to what was typed, and told from five', async () => {
  const stand = { kind: 'stand', schoolId: null }
  const of = await make(1, stand)
  const link = (who: typeof ali) => who.call(standContract.makeStandLink, { params: { id: of.id } })
  expect(await codeOf(link(ali))).toBe('not-allowed')
  const tokenOf = ({ url }: { url: string }) => url.split('/stand/')[1] ?? ''
  const old = tokenOf(await link(birgit))
  const token = tokenOf(await link(birgit))
  const write = (by: string, more: object = {}) => {
    const body = { company: 'Roslev Maskinfabrik', name: 'Per Holm', email: 'per@roslev.example', matter: 'Truck' }
    return codeOf(
      world.visitor.call(standContract.writeFromStand, { params: { token: by }, body: { ...body, ...more } }),
    )
  }
  expect(await world.visitor.call(standContract.showStand, { params: { token } })).toMatchObject({ title: tour.title })
  expect([await write(old), await write(token, { matter: 'Ring 010190-1234' }), await write(token)]).toEqual([
    ...['link-revoked', 'wrong-input', 'done'],
  ])
  expect((await mails()).filter((said) => said.startsWith('per@'))).toEqual([])
  const [enquiry] = (await birgit.call(listEnquiries, { query: {} })).rows
  expect(enquiry).toMatchObject({ way: 'stand', company: 'Roslev Maskinfabrik', registeredBy: null })
  const told = async () => (await birgit.call(standContract.showStandLink, { params: { id: of.id } })).leads
  for (let nth = 0; nth < 3; nth += 1) await write(token)
  expect(await told()).toBeNull()
  await write(token)
  expect(await told()).toBe(5)
  await world.sql(
    `with more as (
       insert into enquiry (centre_id, way, received_at, registered_at, company_said, name, matter, routed_by, due_on)
       select $1, 'stand', now(), now(), 'x', 'x', 'x', 'centre', '2026-11-24' from generate_series(1, 55) returning id
     ) insert into stand_lead select $1, id, $2, '2026-11-23T08:00Z' from more`,
    [world.centreId, of.id],
  )
  expect(await write(token)).toBe('too-many-tries')
  world.clock.set('2026-11-23T10:30')
  expect(await write(token)).toBe('done')
  await birgit.call(contract.callOffGathering, { params: { id: of.id }, body: { why: '' } })
  expect(await write(token)).toBe('link-revoked')
  expect(await codeOf(link(birgit))).toBe('gathering-over')
  await expect(
    world.sql("update enquiry set way = 'phone' where way = 'stand' and registered_by is null"),
  ).rejects.toMatchObject({ code: '23514' })
})

test('who leaves: the next has his seat, and what he saw to waits with who runs the centre until somebody does', async () => {
  const gone = await world.inside('birgit', (ctx) =>
    addMember(ctx, { name: 'Gitte Holm', email: 'gitte@example.dk', role: 'consultant', schoolId: null }),
  )
  const of = await make(1)
  await world.sql('update gathering set held_by = $1', [gone.personId])
  await world.sql(
    'insert into gathering_place (centre_id, time_id, person_id, seats, seat, signed_at) values ($1, $2, $3, 1, 1, now())',
    [world.centreId, of.timeId, gone.personId],
  )
  await up(of)
  const open = await world.inside('birgit', (ctx) => gatheringsOpen.open(ctx, { personId: gone.personId }))
  expect(open.map(({ kind }) => kind)).toEqual(['gathering', 'gathering-place'])
  await world.inside('birgit', (ctx) => endMembership(ctx, gone.id))
  expect([await peopleAt(of), await news('birgit')]).toEqual([[['Ali', 'seat']], ['gathering-unheld']])
  const hold = () => codeOf(birgit.call(contract.holdGathering, { params: { id: of.id } }))
  expect(await Promise.all([hold(), hold()])).toEqual(expect.arrayContaining(['done', 'gathering-over']))
  expect((await shown(of)).heldBy?.id).toBe(people.birgit.id)
})

test('what cannot be: a time that is over, one of two days, a tour without a school, another’s school by who leads one', async () => {
  const codes = await Promise.all([
    codeOf(make(1, { times: [{ ...when, startsAt: '2026-11-20T09:00:00.000Z', seats: 1 }] })),
    codeOf(make(1, { times: [{ ...when, endsAt: '2026-11-27T11:00:00.000Z', seats: 1 }] })),
    codeOf(make(1, { schoolId: null })),
    codeOf(make(1, { invited: [9999] })),
    codeOf(
      world
        .as('torben')
        .call(contract.makeGathering, { body: { ...tour, schoolId: schools.vuc, times: [{ ...when, seats: 1 }] } }),
    ),
  ])
  expect(codes).toEqual(Array.from({ length: 5 }, () => 'wrong-input'))
})
