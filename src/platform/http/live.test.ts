import { afterAll, expect, test } from 'vitest'
import { houseOf, makeApp } from '../../app.ts'
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
const live = await startLive(house, world.ownerUrl, 200)
const app = makeApp(house, makeLog('silent'), live.mount)
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
    const until = performance.now() + 5000
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
  await world.inside('anne', (ctx) => announce(ctx, ['theirs']), other)
  await ours.hears('schools')
  await theirs.hears('theirs')
  expect(theirs.heard.flat()).toEqual(['theirs'])
  await Promise.all([ours.close(), theirs.close()])
})

test('what a school or a person keeps is told only there', async () => {
  const [anne, mette, ali] = [await listen('anne'), await listen('mette'), await listen('ali')]
  await world.inside('anne', async (ctx) => {
    await announce(ctx, ['contacts'], 'school')
    await announce(ctx, ['drafts'], 'personal')
    await announce(ctx, ['end'])
  })
  for (const one of [anne, mette, ali]) await one.hears('end')
  expect(anne.heard.flat()).toEqual(['contacts', 'drafts', 'end'])
  expect(mette.heard.flat()).toEqual(['contacts', 'end'])
  expect(ali.heard.flat()).toEqual(['end'])
  await Promise.all([anne.close(), mette.close(), ali.close()])
})

test('a change that is taken back tells nothing', async () => {
  const anne = await listen('anne')
  await world
    .inside('anne', async (ctx) => {
      await announce(ctx, ['never'])
      throw new Error('taken back')
    })
    .catch(() => {})
  await world.inside('anne', (ctx) => announce(ctx, ['after']))
  await anne.hears('after')
  expect(anne.heard.flat()).toEqual(['after'])
  await anne.close()
})

test('after the connection to the database was lost, everyone reads everything again', async () => {
  const anne = await listen('anne')
  await world.sql(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen tovholder'",
  )
  await anne.hears('*')
  await world.inside('anne', (ctx) => announce(ctx, ['again']))
  await anne.hears('again')
  await anne.close()
})

test('whoever leaves the centre hears no more, on a stream that was open too', async () => {
  const tove = await listen('tove')
  await world.as('birgit').call(endMembership, { params: { id: world.people.tove.memberId } })
  await tove.ended
  expect((await app.request('/api/live')).status).toBe(401)
})
