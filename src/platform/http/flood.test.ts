import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { afterAll, expect, test } from 'vitest'
import { houseOf, makeApp } from '../../app.ts'
import { showMe } from '../../features/members/members.schema.ts'
import { makeToken } from '../../features/members/members.ts'
import { listMySessions } from '../../features/my-access/my-access.schema.ts'
import { openDatabase } from '#platform/db/open'
import { fewAhead } from '#platform/http/few-ahead'
import { makeLog } from '#platform/log'
import { clientFor } from '#testing/client'
import { browserFor } from '#testing/browser'
import { openWorld } from '#testing/world'

const world = await openWorld()
// As the product runs: a real socket in front, and ten connections behind.
const database = openDatabase(world.appUrl, 10, world.clock.now)
const app = makeApp(houseOf(database, world.config, false), makeLog('silent'))
const listener = getRequestListener(app.fetch)
let begun = 0
const server = createServer(
  {},
  fewAhead((request, out) => {
    begun++
    void listener(request, out)
  }),
)
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await database.close()
  await world.close()
})
const { token } = await world.inside('anne', (ctx) => makeToken(ctx, 'flood'))

/** What came back to these words until the other side closed, or `patience` milliseconds were over. */
const speak = async (words: string, patience: number) => {
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', (piece) => void (said += piece.toString()))
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write(words)
  await Promise.race([closed, rest(patience)])
  socket.destroy()
  return said
}
const head = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, 'Host: x', 'Content-Type: application/json', ...headers, '', ''].join('\r\n')

test('a connection that asks thousands of things ahead is closed, and they are not begun', async () => {
  begun = 0
  const said = await speak(head('GET /api/me', `Authorization: Bearer ${token}`).repeat(3000), 5_000)
  expect(begun).toBeLessThan(100)
  expect(said.match(/HTTP\/1\.1/g) ?? []).not.toHaveLength(3000)
  // A few are answered, in their order.
  const few = await speak(head('GET /healthz').repeat(4), 2_000)
  expect(few.match(/HTTP\/1\.1 200/g)).toHaveLength(4)
})

test('nobody has much held for him in memory before it is known who he is', async () => {
  const much = 'x'.repeat(100_000)
  const form = await speak(head('POST /api/sessions', 'Content-Length: 1900000') + much, 5_000)
  expect(form).toMatch(/^HTTP\/1\.1 413/)
  const send = (bearer: string, line = 'POST /api/promises') =>
    speak(head(line, `Authorization: Bearer ${bearer}`, 'Content-Length: 1900000') + much, 3_000)
  expect(await send('made-up')).toMatch(/^HTTP\/1\.1 401/)
  // Who may not do it at all is told so too.
  expect(await send(token, 'POST /api/contact-lists')).toMatch(/^HTTP\/1\.1 403/)
  // Who may is waited for; of so much a person sends a few at once.
  const all = await Promise.all(Array.from({ length: 8 }, () => send(token)))
  expect(all.filter((said) => said === '')).toHaveLength(4)
  expect(all.filter((said) => said.startsWith('HTTP/1.1 429'))).toHaveLength(4)
})

test('hundreds of guesses that wait for each other leave the house to those who work, and to a guest from elsewhere', async () => {
  const guess = (from: string) =>
    clientFor(app, () => Promise.resolve(null), { from }).fetch(`/api/cases/${world.centreId}-${'x'.repeat(40)}`)
  const anne = clientFor(app, () => Promise.resolve(token))
  await anne.call(showMe)
  // Whoever counts a guess from this address waits, as for another who counts one.
  await world.sql('begin')
  await world.sql("insert into link_miss (address, misses, since) values ('10.0.0.1', 1, now())")
  const guesses = Array.from({ length: 150 }, () => guess('10.0.0.1').then(({ status }) => status))
  try {
    await rest(300)
    const began = performance.now()
    await Promise.all(Array.from({ length: 20 }, () => anne.call(showMe)))
    expect((await guess('10.0.0.2')).status).toBe(410)
    expect(performance.now() - began).toBeLessThan(5_000)
  } finally {
    await world.sql('rollback')
  }
  expect(new Set(await Promise.all(guesses))).toEqual(new Set([410, 429]))
})

test('many browsers behind one address, each seen for the first time in a while, do not wait for each other for ever', async () => {
  const browsers = await Promise.all(Array.from({ length: 12 }, () => browserFor({ ...world, app }, 'anne')))
  world.clock.advance({ minutes: 20 })
  const answers = await Promise.all(browsers.map((browser) => browser.fetch(listMySessions.path)))
  expect(answers.map(({ status }) => status)).toEqual(browsers.map(() => 200))
})

test('a hundred who ask whether the house is ready are one question', async () => {
  const before = database.pool.totalCount
  const ready = Array.from({ length: 100 }, async () => app.request('/readyz'))
  await rest(0)
  expect(database.pool.waitingCount).toBeLessThan(2)
  expect(new Set((await Promise.all(ready)).map(({ status }) => status))).toEqual(new Set([200]))
  expect(database.pool.totalCount).toBeLessThanOrEqual(before + 1)
})
