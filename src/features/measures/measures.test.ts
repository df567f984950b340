import { afterAll, beforeEach, expect, test } from 'vitest'
import { callingList } from '#testing/calling-list'
import { openWorld } from '#testing/world'
import { answerCall, takeCompany } from '../calls/calls.schema.ts'
import { showCompany } from '../companies/one-company.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { releaseHold, skipCompany } from '../queue/queue.schema.ts'
import { measures } from './measures.table.ts'

const world = await openWorld()
afterAll(() => world.close())
const { anne, soren } = world.people
const companies = await Promise.all(Array.from({ length: 9 }, () => world.company()))
const listId = await callingList(world, companies)

/** So much already today, as if read before. */
const taken = (personId: number, kind: string, count: number) =>
  world.sql(
    `insert into taken_today (centre_id, person_id, day, kind, count, most) values ($1, $2, '2026-11-23', $3, $4, 999)
     on conflict (centre_id, person_id, day, kind) do update set count = excluded.count, reached_at = null`,
    [world.centreId, personId, kind, count],
  )
const counts = () =>
  world.sql('select kind, count from taken_today where person_id = any($1) order by kind', [[anne.id, soren.id]])
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (refused: { code: string }) => refused.code,
  )
const told = async () =>
  (await world.as('birgit').call(listWaiting, { query: {} })).rows.flatMap(({ kind, values }) =>
    kind === 'measure-reached' ? [values] : [],
  )

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql(
    "delete from taken_today; delete from event where subject = 'taken_today'; delete from call_hold; delete from call_skip",
  )
})

test('cards are counted each company once, gathered; at the measure the next is refused until tomorrow, those seen are not', async () => {
  const most = measures.card.consultant ?? 0
  await taken(anne.id, 'card', most - 6)
  const open = (n: number) => codeOf(world.as('anne').call(showCompany, { params: { id: companies[n]?.id ?? 0 } }))
  for (const n of [0, 1, 2, 3, 0, 1]) expect(await open(n)).toBe('done')
  expect(await counts()).toEqual([{ kind: 'card', count: most - 6 }])
  expect([await open(4), await open(5)]).toEqual(['done', 'done'])
  expect(await counts()).toEqual([{ kind: 'card', count: most }])
  expect(await open(6)).toBe('taken-enough')
  expect(await open(0)).toBe('done')
  // Who runs the centre hears who and how many, never which.
  expect(await told()).toEqual([{ who: anne.name, count: most, kind: 'card' }])
  const events = await world.sql("select after from event where subject = 'taken_today'")
  expect(events).toEqual([{ after: { kind: 'card', most } }])
  world.clock.set('2026-11-24T00:01')
  expect(await open(6)).toBe('done')
  expect(await told()).toEqual([])
})

test('files: of many at once as many go out as are left, and the answer says until when', async () => {
  await taken(anne.id, 'file', measures.file.otherwise - 2)
  const fetch = () => world.as('anne').fetch('/api/members.csv')
  const answers = await Promise.all(Array.from({ length: 6 }, fetch))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
  const refused = answers.find(({ status }) => status === 429)
  // From nine in the morning until midnight in Denmark.
  expect(refused?.headers.get('retry-after')).toBe(String(15 * 3600))
  expect(await told()).toMatchObject([{ kind: 'file', count: measures.file.otherwise }])
})

test('let go without an answer so often and no more: the company stays under call, and answering it is never refused', async () => {
  const caller = world.as('soren')
  const take = async () => (await caller.call(takeCompany, { body: { listId } })).held
  await taken(soren.id, 'let-go', measures['let-go'].otherwise - 2)
  const first = await take()
  await caller.call(skipCompany, { body: { companyId: first?.companyId ?? 0 } })
  await take()
  await caller.call(releaseHold)
  const third = await take()
  const companyId = third?.companyId ?? 0
  expect(await codeOf(caller.call(skipCompany, { body: { companyId } }))).toBe('let-go-enough')
  expect(await codeOf(caller.call(releaseHold))).toBe('let-go-enough')
  const other = companies.find(({ id }) => id !== companyId && id !== first?.companyId)?.id ?? 0
  expect(await codeOf(caller.call(takeCompany, { body: { companyId: other } }))).toBe('let-go-enough')
  expect((await take())?.companyId).toBe(companyId)
  expect(await told()).toMatchObject([{ who: soren.name, kind: 'let-go' }])
  expect(await codeOf(caller.call(answerCall, { body: { companyId, answer: 'later' } }))).toBe('done')
  expect((await take())?.companyId).not.toBe(companyId)
})
