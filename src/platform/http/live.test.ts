import { afterAll, expect, test } from 'vitest'
import { houseOf, makeApp, served } from '../../app.ts'
import { endMembership } from '../../features/members/members.schema.ts'
import { addSchool } from '../../features/centre/schools.schema.ts'
import { makeToken } from '../../features/members/tokens.ts'
import { announce } from '#platform/events'
import { startLive } from '#platform/http/live'
import { makeLog } from '#platform/log'
import { openWorld } from '#testing/world'
import type { PersonKey, World } from '../../../db/world.ts'

const world = await openWorld()
const other = await world.otherCentre()
const house = houseOf(world.database, world.config, false)
const live = await startLive(house, world.ownerUrl, served, 200)
const app = makeApp(house, makeLog('silent'), live.mount)
// What the making of the worlds has to tell is told by then.
await new Promise((resolve) => setTimeout(resolve, 300))
afterAll(async () => {
  await live.stop()
  await world.close()
})

/** Opens someone's stream; `next` waits for the next notice that says something. */
const listen = async (who: PersonKey, inWorld: World = world) => {
  const { token } = await world.inside(who, (ctx) => makeToken(ctx, 'live'), inWorld)
  const answer = await app.request('/api/live', { headers: { authorization: `Bearer ${token}` } })
  const reader = (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
  const heard: string[][] = []
  let wake = Promise.withResolvers<void>()
  const read = async () => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      // That the token for this stream was made may still be on its way when the stream begins.
      for (const [, data = ''] of piece.value.matchAll(/^data: (.*)$/gm))
        heard.push((JSON.parse(data) as { topics: string[] }).topics.filter((topic) => topic !== 'tokens'))
      wake.resolve()
      wake = Promise.withResolvers<void>()
    }
  }
  const ended = read().catch(() => {})
  const hears = async (topic: string) => {
    const until = performance.now() + 100_000
    while (!heard.some((topics) => topics.includes(topic))) {
      if (performance.now() > until) throw new Error(`never heard ${topic}, but ${JSON.stringify(heard)}`)
      await Promise.race([wake.promise, new Promise((resolve) => setTimeout(resolve, 50))])
    }
  }
  return { type: answer.headers.get('content-type'), heard, hears, ended, close: () => reader.cancel() }
}

test('who is not signed in hears nothing', async () => {
  const answer = await app.request('/api/live')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
})

test('a change tells the centre’s open pages which answers are stale, and another centre’s nothing', async () => {
  const [ours, theirs] = [await listen('anne'), await listen('anne', other)]
  expect(ours.type).toBe('text/event-stream')
  await world.as('birgit').call(addSchool, { body: { name: 'Ny skole', kind: 'other' } })
  await world.inside('anne', async (ctx) => announce(ctx, ['promises']), other)
  await ours.hears('schools')
  await theirs.hears('promises')
  expect(theirs.heard.flat()).toEqual(['promises', 'waiting'])
  await Promise.all([ours.close(), theirs.close()])
})

test('what a school or a person keeps is told only there', async () => {
  const [anne, torben, ali] = [await listen('anne'), await listen('torben'), await listen('ali')]
  await world.inside('anne', async (ctx) => {
    announce(ctx, ['school-contacts'], 'school')
    announce(ctx, ['me'], 'personal')
    announce(ctx, ['schools'])
  })
  for (const one of [anne, torben, ali]) await one.hears('schools')
  expect(anne.heard.flat().toSorted()).toEqual(['me', 'school-contacts', 'schools'])
  expect(torben.heard.flat().toSorted()).toEqual(['school-contacts', 'schools'])
  expect(ali.heard.flat()).toEqual(['schools'])
  await Promise.all([anne.close(), torben.close(), ali.close()])
})

test('nobody hears of addresses that his role may not read, and each hears once what changed together', async () => {
  const [birgit, anne, caller] = [await listen('birgit'), await listen('anne'), await listen('soren')]
  await Promise.all(
    Array.from({ length: 20 }, () =>
      world.inside('birgit', async (ctx) => {
        announce(ctx, ['company-imports', 'promises', 'calls'])
        announce(ctx, ['schools'])
      }),
    ),
  )
  for (const one of [birgit, anne, caller]) await one.hears('schools')
  const heard = ({ heard: all }: typeof anne) => [...new Set(all.flat())].toSorted()
  expect(heard(birgit)).toEqual(['calls', 'company-imports', 'promises', 'schools', 'waiting'])
  expect(heard(anne)).toEqual(['calls', 'promises', 'schools', 'waiting'])
  expect(heard(caller)).toEqual(['calls', 'schools', 'waiting'])
  // Twenty changes in the same moment are not twenty notices.
  expect(anne.heard.filter((topics) => topics.length > 0).length).toBeLessThan(10)
  await Promise.all([birgit, anne, caller].map((one) => one.close()))
})

test('a person may have a dozen streams, not a thousand', async () => {
  const open = await Promise.all(Array.from({ length: 12 }, () => listen('vibeke')))
  const { token } = await world.inside('vibeke', (ctx) => makeToken(ctx, 'one more'))
  const headers = { authorization: `Bearer ${token}` }
  const answer = await app.request('/api/live', { headers })
  expect([answer.status, await answer.json()]).toMatchObject([429, { code: 'too-many-at-once' }])
  await Promise.all(open.map((one) => one.close()))
  const again = await app.request('/api/live', { headers })
  expect(again.status).toBe(200)
  await again.body?.cancel()
})

test('a change that is taken back tells nothing', async () => {
  const anne = await listen('anne')
  // What was told before she listened may still be on its way: it comes no later than this.
  await world.inside('anne', async (ctx) => announce(ctx, ['hearings']))
  await anne.hears('hearings')
  anne.heard.length = 0
  await world
    .inside('anne', async (ctx) => {
      announce(ctx, ['companies'])
      throw new Error('taken back')
    })
    .catch(() => {})
  await world.inside('anne', async (ctx) => announce(ctx, ['schools']))
  await anne.hears('schools')
  expect(anne.heard.flat()).toEqual(['schools'])
  await anne.close()
})

test('after the connection to the database was lost, everyone reads everything again', async () => {
  const anne = await listen('anne')
  await world.sql(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen tovholder'",
  )
  await anne.hears('*')
  await world.inside('anne', async (ctx) => announce(ctx, ['schools']))
  await anne.hears('schools')
  await anne.close()
})

test('whoever leaves the centre hears no more, on a stream that was open too', async () => {
  const pia = await listen('pia')
  await world.as('birgit').call(endMembership, { params: { id: world.people.pia.memberId } })
  await pia.ended
  expect((await app.request('/api/live')).status).toBe(401)
})
