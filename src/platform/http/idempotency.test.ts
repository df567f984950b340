import { afterAll, expect, test } from 'vitest'
import { houseOf } from '../../app.ts'
import { makeToken } from '../../features/members/members.ts'
import { addSchool } from '../../features/centre/schools.schema.ts'
import { endpoint, z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { serve } from '#platform/http/serve'
import { makeServer } from '#platform/http/server'
import { makeLog } from '#platform/log'
import { clientFor } from '#testing/client'
import { openWorld } from '#testing/world'

const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')
const school = (name: string) => ({ body: { name, kind: 'other' as const } })
const schools = async (name: string) => (await world.sql('select from school where name = $1', [name])).length

test('the same request under the same key is done once and answered twice', async () => {
  const first = await birgit.call(addSchool, school('Skolen ved Søen'), { key: 'a' })
  const second = await birgit.call(addSchool, school('Skolen ved Søen'), { key: 'a' })
  expect(second).toEqual(first)
  expect(await schools('Skolen ved Søen')).toBe(1)
})

test('another body under the same key is refused and does nothing', async () => {
  await birgit.call(addSchool, school('Skolen i Skoven'), { key: 'b' })
  await expect(birgit.call(addSchool, school('Skolen på Bakken'), { key: 'b' })).rejects.toMatchObject({
    status: 422,
    code: 'key-reused',
  })
  expect(await schools('Skolen på Bakken')).toBe(0)
})

test('a key belongs to a person: another’s same key is another request', async () => {
  await birgit.call(addSchool, school('Birgits skole'), { key: 'c' })
  expect(await world.as('asger').call(addSchool, school('Asgers skole'), { key: 'c' })).toMatchObject({
    name: 'Asgers skole',
  })
})

test('a refusal leaves no key behind: mended, the request goes through under the same key', async () => {
  await birgit.call(addSchool, school('Dobbelt'), { key: 'd' })
  await expect(birgit.call(addSchool, school('Dobbelt'), { key: 'e' })).rejects.toMatchObject({
    code: 'already-exists',
  })
  expect(await birgit.call(addSchool, school('Ikke dobbelt'), { key: 'e' })).toMatchObject({ name: 'Ikke dobbelt' })
})

test('after a day a key is free again', async () => {
  await birgit.call(addSchool, school('I går'), { key: 'f' })
  world.clock.advance({ hours: 25 })
  expect(await birgit.call(addSchool, school('I dag'), { key: 'f' })).toMatchObject({ name: 'I dag' })
})

test('an answer stands in the table for nobody to read, and is gone after a day', async () => {
  const token = 'Kun-for-den-der-spurgte'
  const { id } = await birgit.call(addSchool, school(token), { key: 'hemmelig-nøgle' })
  expect(await birgit.call(addSchool, school(token), { key: 'hemmelig-nøgle' })).toMatchObject({ id, name: token })
  const kept = JSON.stringify(await world.sql('select * from idempotency'))
  for (const secret of [token, 'hemmelig-nøgle', Buffer.from(token).toString('base64')])
    expect(kept).not.toContain(secret)
  world.clock.advance({ hours: 25 })
  await birgit.call(addSchool, school('Næste dag'), { key: 'i' })
  expect(await world.sql('select 1 from idempotency where person_id = $1', [world.people.birgit.id])).toHaveLength(1)
})

test('sixteen at once under one key: one is done, the others get its answer or are told that it runs', async () => {
  const all = await Promise.allSettled(
    Array.from({ length: 16 }, () => birgit.call(addSchool, school('Samtidig'), { key: 'g' })),
  )
  const refused = all.filter((one) => one.status === 'rejected').map((one) => (one.reason as { code: string }).code)
  const done = all.filter((one) => one.status === 'fulfilled').map((one) => one.value.id)
  expect(new Set(done).size).toBe(1)
  expect(refused.filter((code) => code !== 'still-running')).toEqual([])
  expect(await schools('Samtidig')).toBe(1)
})

test.each(['', 'x'.repeat(201)])('a key of %j is no key', async (key) => {
  const sent = { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key } }
  const answer = await birgit.fetch('/api/schools', { ...sent, body: JSON.stringify(school('Nøgleløs').body) })
  expect(await answer.json()).toMatchObject({ code: 'wrong-input', errors: [{ pointer: '/header/Idempotency-Key' }] })
})

test('while the first still runs the second is told so; when the first fails, a third may try', async () => {
  const gate = Promise.withResolvers<void>()
  const entered = Promise.withResolvers<void>()
  let fails = true
  const slow = endpoint({
    name: 'slow',
    method: 'POST',
    path: '/api/slow',
    summary: 'slow',
    can: 'anyone',
    answer: z.object({ done: z.boolean() }),
  })
  const app = makeServer(
    houseOf(world.database, world.config, false),
    [
      serve(slow, async () => {
        entered.resolve()
        await gate.promise
        if (fails) throw problem('busy')
        return { done: true }
      }),
    ],
    makeLog('silent'),
  )
  const token = async () => (await world.inside('birgit', async (ctx) => makeToken(ctx, 'slow'))).token
  const client = clientFor(app, token)
  const first = client.call(slow, {}, { key: 'h' }).catch((error: { code: string }) => error.code)
  await entered.promise
  await expect(client.call(slow, {}, { key: 'h' })).rejects.toMatchObject({ status: 409, code: 'still-running' })
  gate.resolve()
  expect(await first).toBe('busy')
  fails = false
  expect(await client.call(slow, {}, { key: 'h' })).toEqual({ done: true })
})
