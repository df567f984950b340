import { afterAll, expect, test } from 'vitest'
import { makeLog } from '#platform/log'
import { openWorld } from '#testing/world'
import { houseOf, makeApp } from './app.ts'

const world = await openWorld()
afterAll(() => world.close())
const lines: object[] = []
const log = Object.assign(makeLog('silent'), {
  info: (fields: object, what: string) => void lines.push({ ...fields, what }),
})
const app = makeApp(houseOf(world.database, world.config, false), log)

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

test('whoever guesses, is refused or comes from a foreign page stands in the log: where and what, never who or with which words', async () => {
  const token = `1-${'hemmelig'.repeat(5)}`
  await post('/api/sessions', { email: 'gaet@example.dk', password: 'hemmelig-gaetning' })
  await app.request(`/api/cases/${token}`)
  await app.request('/api/me', { headers: { authorization: 'Bearer hemmelig' } })
  await post(
    '/api/sessions',
    { email: 'gaet@example.dk', password: 'x' },
    { origin: 'https://ondt.example', cookie: 'tovholder=hemmelig; __Host-tovholder=hemmelig' },
  )
  const carl = await world.as('carl').fetch('/api/me')
  expect(carl.status).toBe(200)
  expect(lines).toEqual([
    { what: 'refused', route: 'signIn', code: 'wrong-password' },
    { what: 'refused', route: 'showCase', code: 'link-revoked' },
    { what: 'refused', route: 'showMe', code: 'not-signed-in' },
    { what: 'refused', route: 'signIn', code: 'wrong-origin' },
  ])
  expect(JSON.stringify(lines)).not.toMatch(/hemmelig|gaet|example/)
})
