import { afterAll, beforeEach, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { correctCall, listCompanyCalls, showHold } from '../calls/calls.schema.ts'
import { showTraining } from '../training/training.schema.ts'
import { changeOwnAnswers, listOwnAnswers, type WantedOwn } from './own-answers.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [birgit, soren, signe, anne] = [world.as('birgit'), world.as('soren'), world.as('signe'), world.as('anne')]
const { answer, held, listed } = callersIn(world)

const own = (more: Partial<WantedOwn>): WantedOwn => ({
  ...{ id: null, answer: 'later', name: 'Efter høst', months: null, shorterWhy: null, reasons: [] },
  ...more,
})
const now = async () => (await birgit.call(listOwnAnswers, {})).rows
/** The list as it is to be, on top of what stands. */
const choose = async (...answers: WantedOwn[]) => {
  const seen = (await now()).map(({ id }) => id)
  return (await birgit.call(changeOwnAnswers, { body: { seen, answers } })).rows
}
world.clock.set('2026-11-23T09:00')
// Time goes on from test to test: what was offered before stays what was offered then.
beforeEach(async () => {
  await world.sql('delete from call_hold')
  await world.sql('update own_answer set ended_at = $1 where ended_at is null', [world.clock.now().toString()])
  world.clock.advance({ minutes: 1 })
})

test('an own answer counts as the one it stands under, and lets the company alone as long as it says', async () => {
  const [harvest, chain] = await choose(own({ months: 9 }), own({ answer: 'not-interested', name: 'Kæden bestemmer' }))
  const made = await listed()
  const company = await held(soren, made.listId)
  expect(company?.own).toEqual([
    { id: harvest?.id, answer: 'later', name: 'Efter høst', until: '2027-08-23', reasons: [] },
    { id: chain?.id, answer: 'not-interested', name: 'Kæden bestemmer', until: '2027-05-23', reasons: [] },
  ])
  const { call } = await answer(soren, made.id, { answer: 'later', ownId: harvest?.id })
  expect(call).toMatchObject({ answer: 'later', own: 'Efter høst', until: '2027-08-23' })
  const right = await soren.call(correctCall, {
    params: { id: call.id },
    body: { answer: 'not-interested', ownId: chain?.id } as never,
  })
  expect(right.call).toMatchObject({ answer: 'not-interested', own: 'Kæden bestemmer', until: '2027-05-23' })
  // Practice has them too.
  expect((await signe.call(showTraining, {})).rows[0]?.company.own.map(({ name }) => name)).toEqual([
    'Efter høst',
    'Kæden bestemmer',
  ])
})

test('an own answer asks for a reason of its own list, and holds no other’s; other reasons are another version', async () => {
  const chain = { answer: 'not-interested', name: 'Kæden bestemmer' } as const
  const [first, other] = await choose(
    own({ ...chain, reasons: ['Fast leverandør', 'FAST leverandør', 'Egen skole'] }),
    own({ ...chain, name: 'Har egen aftale', reasons: ['Med kommunen'] }),
  )
  expect(first?.reasons.map(({ name }) => name)).toEqual(['Fast leverandør', 'Egen skole'])
  const made = await listed()
  expect((await held(soren, made.listId))?.own[0]?.reasons).toEqual(first?.reasons)
  const said = { answer: 'not-interested', ownId: first?.id }
  await expect(answer(soren, made.id, { ...said, ownReasonId: other?.reasons[0]?.id })).rejects.toMatchObject({
    code: 'own-answer-over',
  })
  await expect(
    answer(soren, made.id, { answer: 'not-interested', ownReasonId: other?.reasons[0]?.id }),
  ).resolves.toMatchObject({ call: { own: null, ownReason: null } })
  const next = await listed()
  await held(soren, next.listId)
  const { call } = await answer(soren, next.id, { ...said, ownReasonId: first?.reasons[1]?.id })
  expect(call).toMatchObject({ own: 'Kæden bestemmer', ownReason: 'Egen skole' })
  world.clock.advance({ minutes: 5 })
  const [second] = await choose(own({ ...chain, id: first?.id ?? 0, reasons: ['Fast leverandør'] }))
  expect(second).toMatchObject({ version: 2, reasons: [{ name: 'Fast leverandør' }] })
  const { rows } = await birgit.call(listCompanyCalls, { params: { companyId: next.id } })
  expect(rows[0]?.ownReason).toBe('Egen skole')
  // Who sends no reasons at all, as a page from before there were any, strips none.
  const { id, reasons: _none, ...same } = own({ ...chain, id: second?.id ?? 0 })
  const left = { seen: [second?.id ?? 0], answers: [{ ...same, id }] }
  expect((await birgit.call(changeOwnAnswers, { body: left })).rows).toMatchObject([{ id, reasons: second?.reasons }])
  // The database holds a reason to its own answer too.
  await expect(
    world.sql('update call set own_reason_id = $1 where id = $2', [other?.reasons[0]?.id, call.id]),
  ).rejects.toMatchObject({ code: '23503' })
})

test('what was answered stays as it was called, and the next call has the new words', async () => {
  const [first] = await choose(own({}))
  const made = await listed()
  await held(soren, made.listId)
  await answer(soren, made.id, { answer: 'later', ownId: first?.id })
  world.clock.advance({ minutes: 5 })
  const [renamed] = await choose(own({ id: first?.id ?? 0, name: 'Når høsten er i hus', months: 4 }))
  expect(renamed).toMatchObject({ name: 'Når høsten er i hus', version: 2, months: 4 })
  const { rows } = await birgit.call(listCompanyCalls, { params: { companyId: made.id } })
  expect(rows).toMatchObject([{ answer: 'later', own: 'Efter høst', until: '2027-02-23' }])
  expect((await birgit.call(listOwnAnswers, {})).former[0]).toMatchObject({ name: 'Efter høst' })
  const next = await listed()
  expect((await held(soren, next.listId))?.own.map(({ name }) => name)).toEqual(['Når høsten er i hus'])
  await expect(world.sql(`update own_answer set months = 2 where id = ${renamed?.id}`)).rejects.toMatchObject({
    code: '23514',
  })
})

test('one that is retired while a call is answered: who began before may still give it, and the next one may not', async () => {
  const [harvest] = await choose(own({ months: 9 }))
  const [one, other] = [await listed(), await listed()]
  await held(soren, one.listId)
  world.clock.advance({ minutes: 1 })
  const [answered, retired] = await Promise.allSettled([
    answer(soren, one.id, { answer: 'later', ownId: harvest?.id }),
    choose(),
  ])
  expect([answered.status, retired.status]).toEqual(['fulfilled', 'fulfilled'])
  expect(await world.sql('select name from own_answer_named where ended_at is null')).toEqual([])
  const said = { answer: 'later', ownId: harvest?.id }
  expect(answered).toMatchObject({ value: { call: { own: 'Efter høst', until: '2027-08-23' } } })
  world.clock.advance({ minutes: 1 })
  expect((await held(signe, other.listId))?.own).toEqual([])
  await expect(answer(signe, other.id, said)).rejects.toMatchObject({ code: 'own-answer-over' })
  // Nothing was written, and the company is hers still.
  expect((await signe.call(showHold, {})).held?.companyId).toBe(other.id)
  expect(await world.sql('select 1 from call where company_id = $1', [other.id])).toEqual([])
})

test('one that is renamed at each call while it is answered: each call has it as its caller saw it', async () => {
  let [standing] = await choose(own({ months: 9 }))
  for (let n = 0; n < 2; n++) {
    const made = await listed()
    const shown = (await held(soren, made.listId))?.own[0]
    world.clock.advance({ minutes: 1 })
    const [done, renamed] = await Promise.all([
      answer(soren, made.id, { answer: 'later', ownId: shown?.id }),
      choose(own({ id: standing?.id ?? null, name: `Efter høst ${n}`, months: 9 + n })),
    ])
    expect(done.call).toMatchObject({ own: shown?.name, until: shown?.until })
    ;[standing] = renamed
  }
  expect(
    await world.sql(`select 1 from own_answer group by coalesce(first_id, id), version having count(*) > 1`),
  ).toEqual([])
})

test('two who change the list at once: one wins, the other is told, and nothing is overwritten', async () => {
  const seen = (await now()).map(({ id }) => id)
  const wish = (name: string) => birgit.call(changeOwnAnswers, { body: { seen, answers: [own({ name })] } })
  const both = await Promise.allSettled([wish('Efter høst'), wish('Efter ferien')])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'changed-meanwhile' } })
  expect(await now()).toHaveLength(1)
})

test('a name that only the database reads as the same is told at its line, and nothing is written', async () => {
  const [letter] = await world.sql<{ small: string }>("select lower('İ') as small")
  await expect(choose(own({ name: 'İ' }), own({ name: letter?.small ?? '' }))).rejects.toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: '/body/answers/1/name' }] },
  })
  expect(await now()).toEqual([])
})

test('a version stands under the same answer as its first, whoever writes it', async () => {
  const [first] = await choose(own({}))
  const other = `insert into own_answer (centre_id, base, name, position, first_id, version, said_at) values ($1, 'closed', 'Lukket', 2, $2, 2, now())`
  await expect(world.sql(other, [world.centreId, first?.id])).rejects.toMatchObject({ code: '23503' })
})

test('an own answer of another answer, a wait too short without a reason, and who does not run the centre are refused', async () => {
  const [harvest] = await choose(own({}))
  const made = await listed()
  await held(soren, made.listId)
  await expect(answer(soren, made.id, { answer: 'closed', ownId: harvest?.id })).rejects.toMatchObject({
    code: 'own-answer-over',
  })
  const short = { seen: [harvest?.id ?? 0], answers: [own({ name: 'Snart', months: 1 })] }
  await expect(birgit.call(changeOwnAnswers, { body: short })).rejects.toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: '/body/answers/0/shorterWhy' }] },
  })
  for (const who of [soren, anne])
    await expect(who.call(changeOwnAnswers, { body: short })).rejects.toMatchObject({ code: 'not-allowed' })
})
