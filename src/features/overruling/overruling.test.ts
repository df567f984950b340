import { afterAll, beforeEach, expect, test } from 'vitest'
import { momentOf } from '#platform/clock'
import type { InputOf } from '#platform/endpoint'
import { callersIn, type Said } from '#testing/callers'
import { openWorld } from '#testing/world'
import { correctCall, listCompanyCalls, takeBackCall } from '../calls/calls.schema.ts'
import { liftWait, listWaits, undoLift } from '../may-contact/waits.schema.ts'
import { undoCorrection } from './overruling.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [soren, birgit] = [world.as('soren'), world.as('birgit')]
const { answer, blockedIn, held, listed } = callersIn(world)
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql('delete from call_hold')
})

const said = async (first: Said) => {
  const made = await listed()
  await held(soren, made.listId)
  return { ...made, ...(await answer(soren, made.id, first)) }
}
const why = 'De ringede selv'
const overrule = async (id: number, body: InputOf<typeof correctCall>['body']) =>
  (await birgit.call(correctCall, { params: { id }, body: { ...body, why } })).call
const undo = (id: number) => birgit.call(undoCorrection, { params: { id } })
const waitsOf = async (companyId: number) => (await birgit.call(listWaits, { params: { companyId } })).rows
const backOf = (callId: number) =>
  world.sql('select due_at as due, done_at as done from queue_call where call_id = $1', [callId])
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

test('a wait that somebody lifted with a reason stays lifted when the overruling of its answer is undone', async () => {
  const { id, listId, call } = await said({ answer: 'do-not-contact' })
  const [wait] = await waitsOf(id)
  expect(wait?.setAt).toBe(call.endedAt)
  await birgit.call(liftWait, { params: { id: wait?.id ?? 0 }, body: { why: 'Ny ejer' } })
  world.clock.advance({ minutes: 5 })
  await overrule(call.id, { answer: 'no-answer' })
  // What came of an answer that counts no more holds never again.
  expect((await waitsOf(id)).map(({ can }) => can)).toEqual([{ lift: false, undoLift: false }])
  expect(await codeOf(birgit.call(undoLift, { params: { id: wait?.id ?? 0 } }))).toBe('already-corrected')
  await undo(call.id)
  const [now] = await waitsOf(id)
  expect(now).toMatchObject({ liftedWhy: 'Ny ejer', can: { lift: false, undoLift: true } })
  expect(await blockedIn(listId)).toEqual([])
  const [again] = (await birgit.call(listCompanyCalls, { params: { companyId: id } })).rows
  expect(again).toMatchObject({ answer: 'do-not-contact', waits: true, stands: false })
})

test('a call-back that a later call had finished stays finished, and one whose moment is over is due at once', async () => {
  const callBackAt = momentOf('2026-11-23', '13:00').toString()
  const first = await said({ answer: 'call-back', callBackAt })
  world.clock.set('2026-11-23T13:05')
  await held(soren, first.listId)
  const friday = momentOf('2026-11-27', '10:00').toString()
  const second = await answer(soren, first.id, { answer: 'call-back', callBackAt: friday })
  await overrule(first.call.id, { answer: 'no-answer' })
  const { call } = await undo(first.call.id)
  expect(await backOf(call.id)).toEqual([{ due: new Date(callBackAt), done: new Date(second.call.endedAt) }])
  await overrule(second.call.id, { answer: 'no-answer' })
  world.clock.set('2026-11-30T09:00')
  const late = await undo(second.call.id)
  expect(await backOf(late.call.id)).toMatchObject([{ done: null }])
  expect((await held(soren, first.listId))?.companyId).toBe(first.id)
})

test('what who runs the centre has said counts is not the caller’s own slip', async () => {
  const { id, call } = await said({ answer: 'do-not-contact' })
  const now = await overrule(call.id, { answer: 'later' })
  const params = { id: now.id }
  expect(await codeOf(soren.call(takeBackCall, { params }))).toBe('not-allowed')
  expect(await codeOf(soren.call(correctCall, { params, body: { answer: 'no-answer' } }))).toBe('not-allowed')
  await undo(call.id)
  expect((await birgit.call(listCompanyCalls, { params: { companyId: id } })).rows[0]?.answer).toBe('do-not-contact')
})

test('only a no reaches the whole company because somebody said so', async () => {
  const { id, call } = await said({ answer: 'not-interested' })
  const whole = async (body: InputOf<typeof correctCall>['body']) => {
    await overrule((await birgit.call(listCompanyCalls, { params: { companyId: id } })).rows[0]?.id ?? call.id, body)
    return world.sql('select whole from waiting_period where lifted_at is null')
  }
  await world.sql('delete from waiting_period where lifted_at is not null')
  const plain = await whole({ answer: 'closed' })
  expect(await whole({ answer: 'closed', wholeCompany: true })).toEqual(plain)
})
