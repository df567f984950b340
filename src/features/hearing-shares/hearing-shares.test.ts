import { afterAll, beforeEach, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { openWorld } from '#testing/world'
import { listHeardCompanies, showHearing, startHearing } from '../hearings/hearings.schema.ts'
import { keepCompanies, strikeCompanies, undoKeeps, undoStrikes } from '../hearings/strikes.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { drawList } from '../lists/draw.schema.ts'
import { makeContactList } from '../lists/lists.schema.ts'
import { listMails, putMailAside, showMail } from '../mails/mails.schema.ts'
import { hearers } from '../centre/roles.ts'
import { endShares, listHearingShares, returnShares, shareCompanies } from './hearing-shares.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [birgit, anne, mette, torben] = [world.as('birgit'), world.as('anne'), world.as('mette'), world.as('torben')]
const { people } = world
type Client = typeof anne
const params = { id: 0 }
let ids: number[] = []
const companies = []
for (let n = 0; n < 6; n++) companies.push(await world.company({ municipality: 615, name: `Virksomhed ${n}` }))
const list = await birgit.call(makeContactList, {
  body: { name: 'Fælles liste', criteria: z.parse(Criteria, { municipalities: [615] }) },
})
await birgit.call(drawList, { params: { id: list.id } })
const started = await birgit.call(startHearing, {
  params: { id: list.id },
  body: { date: '2026-11-27', time: '16:00' },
})
params.id = started.hearing?.id ?? 0
ids = companies.map(({ id }) => id)

beforeEach(async () => {
  for (const table of ['hearing_share', 'kept_on_list', 'outbox']) await world.sql(`delete from ${table}`)
  await world.sql('update strike set undone_at = struck_at')
  await world.sql('update strike_origin set undone_at = now()')
})

const some = (...at: number[]) => at.map((n) => ids[n] ?? 0)
const take = (who: Client, ...at: number[]) => who.call(shareCompanies, { params, body: { companyIds: some(...at) } })
const send = (who: Client, to: keyof typeof people, why: string, ...at: number[]) =>
  who.call(shareCompanies, { params, body: { companyIds: some(...at), personId: people[to].id, why } })
const strike = (who: Client, ...at: number[]) =>
  who.call(strikeCompanies, { params, body: { companyIds: some(...at) } })
const whoLooks = async (who: Client) =>
  (await who.call(listHearingShares, { params })).rows.map(({ companyId, person, answered }) => [
    ids.indexOf(companyId),
    person,
    ...(answered ? ['answered'] : []),
  ])
const waits = async (who: Client) =>
  (await who.call(listWaiting, { query: {} })).rows
    .filter(({ kind }) => kind.startsWith('hearing-share'))
    .map(({ kind, values }) => [kind, values['count'], values['who'], values['why']])
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string; detail: string }) => error.code,
  )

test('each takes a part; of what a colleague looks at already the other hears, and has the rest', async () => {
  expect(await take(anne, 0, 1, 2)).toEqual({ companyIds: some(0, 1, 2), others: [] })
  const rest = await take(mette, 2, 3)
  expect(rest).toEqual({ companyIds: some(3), others: [{ companyId: ids[2], person: 'Anne Bruun' }] })
  await expect(take(mette, 1)).rejects.toMatchObject({ code: 'share-taken' })
  expect(await whoLooks(torben)).toEqual([
    [0, 'Anne Bruun'],
    [1, 'Anne Bruun'],
    [2, 'Anne Bruun'],
    [3, 'Mette Lauridsen'],
  ])
  await anne.call(endShares, { params, body: { companyIds: some(1, 3) } })
  expect((await whoLooks(anne)).map(([n]) => n)).toEqual([0, 2, 3])
})

test('ten at once on one company: one has it', async () => {
  const tries = await Promise.all(
    Array.from({ length: 10 }, (_, n) => refusal(take([anne, mette, torben][n % 3] ?? anne, 4))),
  )
  const who = (await world.sql<{ person_id: number }>('select person_id from hearing_share')).map(
    (row) => row.person_id,
  )
  expect(who).toHaveLength(1)
  // Whoever has it may press again; the others are told.
  const [mine] = ['anne', 'mette', 'torben'].flatMap((name, at) => (people[name as 'anne'].id === who[0] ? [at] : []))
  expect(tries.map((said, n) => [said, n % 3 === mine])).toEqual(
    tries.map((_, n) => (n % 3 === mine ? ['done', true] : ['share-taken', false])),
  )
})

test('who knows is asked with why: by what waits and one mail of the school’s own; what is answered comes back', async () => {
  await send(anne, 'mette', 'Du havde en praktikant der', 0, 1, 2)
  expect(await waits(mette)).toEqual([['hearing-share', 3, 'Anne Bruun', 'Du havde en praktikant der']])
  expect(await waits(torben)).toEqual([])
  const mails = await world.sql<{ recipient: string; body: string; school_id: number }>('select * from outbox')
  expect(mails.map(({ recipient }) => recipient)).toEqual([people.mette.email])
  expect(mails[0]?.body).toContain('Du havde en praktikant der')
  expect(mails[0]?.body).not.toContain('Virksomhed 0')
  expect((await birgit.call(listMails, { query: {} })).rows).toEqual([])
  await strike(mette, 0)
  await mette.call(keepCompanies, { params, body: { companyIds: some(1) } })
  expect(await waits(mette)).toEqual([['hearing-share', 1, 'Anne Bruun', 'Du havde en praktikant der']])
  await mette.call(returnShares, { params, body: { companyIds: some(2), why: 'Spørg Torben' } })
  expect(await waits(mette)).toEqual([])
  expect(await waits(anne)).toEqual([['hearing-share-back', 1, 'Mette Lauridsen', 'Spørg Torben']])
  const { rows } = await anne.call(listHearingShares, { params })
  expect(rows.map(({ answered, back, sentByMe }) => [answered, back?.why, sentByMe])).toEqual([
    [true, undefined, true],
    [true, undefined, true],
    [false, 'Spørg Torben', true],
  ])
  await send(anne, 'torben', '', 2)
  expect([await waits(anne), (await waits(torben)).length]).toEqual([[], 1])
})

test('only who may answer for the own school is asked, and nothing that is decided', async () => {
  for (const who of ['vibeke', 'birgit', 'tove'] as const)
    await expect(send(anne, who, '', 0)).rejects.toMatchObject({ code: 'not-found' })
  await strike(anne, 0)
  expect(await take(mette, 0)).toEqual({ companyIds: [], others: [] })
  const { colleagues } = await mette.call(listHearingShares, { params })
  expect(colleagues.map(({ name }) => name)).toEqual(['Anne Bruun', 'Torben Friis'])
  expect((await world.as('vibeke').call(listHearingShares, { params })).rows).toEqual([])
  await expect(birgit.call(listHearingShares, { params })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('what somebody looked at who has left is free', async () => {
  await take(anne, 0)
  await world.sql("update membership set left_at = '2026-11-23' where person_id = $1", [people.anne.id])
  expect(await whoLooks(mette)).toEqual([])
  expect((await take(mette, 0)).companyIds).toEqual(some(0))
  await world.sql('update membership set left_at = null where person_id = $1', [people.anne.id])
})

test('who asked is told when whom he asked answers for the school no more, has left or does something else; without him, the others', async () => {
  await send(anne, 'mette', 'Kender du dem?', 0, 1)
  const lost = [['hearing-share-lost', 2, 'Mette Lauridsen', '']]
  const set = (who: 'mette' | 'anne', what: string) =>
    world.sql(`update membership set ${what} where person_id = $1`, [people[who].id])
  const was = await world.sql<{ role: string }>('select role from membership where person_id = $1', [people.mette.id])
  for (const [gone, back] of [
    ["role = 'teacher'", `role = '${was[0]?.role}'`],
    ["left_at = '2026-11-23'", 'left_at = null'],
  ] as const) {
    await set('mette', gone)
    expect([await waits(anne), await waits(torben), await whoLooks(torben)]).toEqual([lost, [], []])
    await set('anne', "left_at = '2026-11-23'")
    expect(await waits(torben)).toEqual(lost)
    await set('anne', 'left_at = null')
    await set('mette', back)
    expect(await waits(anne)).toEqual([])
  }
  await set('mette', "role = 'teacher'")
  await strike(anne, 0)
  await send(anne, 'torben', '', 1)
  expect(await waits(anne)).toEqual([])
  await set('mette', `role = '${was[0]?.role}'`)
  // What came back to who has left is any other's.
  await torben.call(returnShares, { params, body: { companyIds: some(1), why: 'Nej' } })
  await set('anne', "left_at = '2026-11-23'")
  expect(await waits(mette)).toEqual([['hearing-share-back', 1, 'Torben Friis', 'Nej']])
  await set('anne', 'left_at = null')
})

test('a mail that has not gone goes no more when nothing of it is asked any more', async () => {
  await send(anne, 'mette', '', 0, 1)
  const over = async () =>
    (
      await world.sql<{ over: boolean }>('select over_at is not null as over from outbox order by created_at, over_at')
    ).map((row) => row.over)
  await anne.call(endShares, { params, body: { companyIds: some(0) } })
  expect(await over()).toEqual([false])
  await anne.call(endShares, { params, body: { companyIds: some(1) } })
  expect(await over()).toEqual([true])
  await send(anne, 'mette', '', 0)
  await send(anne, 'torben', '', 0)
  expect((await over()).filter((one) => one)).toHaveLength(2)
})

test('of several reasons none stands for all', async () => {
  await send(anne, 'mette', 'Praktikant', 0)
  await send(torben, 'mette', 'Lærling', 1)
  expect(await waits(mette)).toEqual([['hearing-share', 2, 'Anne Bruun, Torben Friis', '']])
})

test('who answers hearings is said in one way by the house and by the database', async () => {
  const [view] = await world.sql<{ said: string }>("select pg_get_viewdef('hearer_now'::regclass) as said")
  const said = [...(view?.said ?? '').matchAll(/'(\w+)'::text/g)].map(([, role]) => role)
  expect(new Set(said)).toEqual(new Set(hearers))
})

test('a mail within a school that was given up waits for who wrote it, or leads it; its number tells nothing of another’s', async () => {
  await send(anne, 'mette', '', 0)
  await send(anne, 'mette', '', 1)
  const inRow = (some_: readonly number[]) => some_.toSorted((a, b) => a - b)
  const ids_ = (await world.sql<{ id: number }>('select id from outbox order by created_at')).map(({ id }) => id)
  expect(Math.abs((ids_[0] ?? 0) - (ids_[1] ?? 0))).toBeGreaterThan(1)
  await world.sql('update outbox set written_by = null where id = $1', [ids_[0]])
  await world.sql("update outbox set given_up_at = '2026-11-23', failure = 'refused'")
  const given = async (who: Client) =>
    (await who.call(listWaiting, { query: {} })).rows.flatMap(({ kind, href }) =>
      kind === 'mail-given-up' ? [Number(href.split('=')[1])] : [],
    )
  const mail = { params: { id: ids_[0] ?? 0 } }
  expect([await given(anne), inRow(await given(torben))]).toEqual([[ids_[1]], inRow(ids_)])
  for (const who of [mette, birgit, world.as('vibeke')]) {
    expect(await given(who)).toEqual([])
    await expect(who.call(showMail, mail)).rejects.toMatchObject({ code: 'not-found' })
  }
  expect(await torben.call(showMail, mail)).toMatchObject({ state: 'given-up', can: { putAside: true } })
  await torben.call(putMailAside, mail)
  expect(await given(torben)).toEqual([ids_[1]])
  const [event] = await world.sql("select visibility from event where verb = 'put-aside' order by id desc limit 1")
  expect(event).toEqual({ visibility: 'school' })
})

test('two who decide one company at once: the first stands, the second is told, and changes it only having seen it', async () => {
  const keep = (who: Client, over?: true) =>
    who.call(keepCompanies, { params, body: { companyIds: some(5), ...(over && { over }) } })
  await strike(anne, 5)
  await expect(keep(mette)).rejects.toMatchObject({ code: 'colleague-decided' })
  await expect(strike(mette, 5)).rejects.toMatchObject({ code: 'colleague-decided' })
  await expect(strike(anne, 5)).rejects.toMatchObject({ code: 'already-struck' })
  expect((await mette.call(showHearing, { params })).counts).toMatchObject({ struck: 1, keptOnList: 0 })
  await keep(mette, true)
  await expect(strike(anne, 5)).rejects.toMatchObject({ code: 'colleague-decided' })
  expect((await anne.call(showHearing, { params })).counts).toMatchObject({ struck: 0, keptOnList: 1 })
})

test('a company left on the list that an undo brings back is again who left it there, and from then', async () => {
  const standing = () => world.sql('select person_id, kept_at, ours from kept_on_list')
  const keep = (who: Client, more: { ours?: boolean; over?: true; again?: true } = {}) =>
    who.call(keepCompanies, { params, body: { companyIds: some(4), ...more } })
  await keep(anne)
  const first = await standing()
  world.clock.advance({ hours: 2 })
  // Over to a strike and back, and over to the other word and back.
  await mette.call(strikeCompanies, { params, body: { companyIds: some(4), over: true } })
  expect(await standing()).toEqual([])
  await keep(mette, { over: true, again: true })
  expect(await standing()).toEqual(first)
  await keep(mette, { ours: true, over: true })
  expect(await standing()).not.toEqual(first)
  await keep(mette, { over: true, again: true })
  expect(await standing()).toEqual(first)
  await mette.call(undoKeeps, { params, body: { companyIds: some(4) } })
})

test('a strike that an undo brings back has its own date, reason and number', async () => {
  const standing = () =>
    world.sql(
      'select s.id, s.struck_at, o.reason, o.person_id from strike s join strike_origin o on o.strike_id = s.id where s.undone_at is null',
    )
  await anne.call(strikeCompanies, { params, body: { companyIds: some(3), reason: 'Vi har dem på hold' } })
  const before = await standing()
  world.clock.advance({ hours: 2 })
  await anne.call(keepCompanies, { params, body: { companyIds: some(3) } })
  expect(await standing()).toEqual([])
  await anne.call(strikeCompanies, { params, body: { companyIds: some(3), again: true } })
  expect(await standing()).toEqual(before)
  await anne.call(undoStrikes, { params, body: { companyIds: some(3) } })
})

test('a page asks for some companies alone', async () => {
  const only = await anne.call(listHeardCompanies, { params, query: { only: some(1, 4).join(',') } })
  expect(only.rows.map(({ companyId }) => companyId)).toEqual(some(1, 4))
  await expect(anne.call(listHeardCompanies, { params, query: { only: '1;2' } })).rejects.toMatchObject({
    code: 'wrong-input',
  })
})
