import { afterAll, expect, test } from 'vitest'
import { clientFor } from '#testing/client'
import { openWorld } from '#testing/world'
import { addSchool, listSchools } from '../centre/schools.schema.ts'
import { hashPassword } from '../sign-in/sign-in.ts'
import { showMe } from './members.schema.ts'
import { makeToken } from './members.ts'
import * as contract from './tokens.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
type Who = Parameters<typeof world.as>[0]
const holding = (token: string) => clientFor(world.app, () => Promise.resolve(token))

/** Signed in as a person does it, in a browser. */
const signedIn = async (who: Who) => {
  const password = 'en-helt-egen-kode'
  const { id, email } = world.people[who]
  await world.sql('update person set password_hash = $2 where id = $1', [id, await hashPassword(password)])
  const answer = await world.visitor.fetch('/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const ask = async (path: string, body?: object) => {
    const got = await world.visitor.fetch(path, {
      method: body ? 'POST' : 'GET',
      headers: { cookie, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: got.status, body: (await got.json()) as Record<string, unknown> }
  }
  return { ask, cookie }
}

test('a token makes no token, and cannot look like it could; in the browser it goes', async () => {
  const anne = world.as('anne')
  await expect(anne.call(contract.makeToken, { body: { name: 'ny' } })).rejects.toMatchObject({ code: 'not-by-token' })
  expect((await anne.call(showMe)).may).not.toContain('makeToken')
  const { ask } = await signedIn('anne')
  expect((await ask('/api/me')).body['may']).toContain('makeToken')
  const made = await ask('/api/tokens', { name: 'Regneark' })
  expect(made).toMatchObject({ status: 201, body: { expiresAt: '2027-11-23T23:00:00.000Z' } })
})

test('who only looks at what came out of it makes no tokens', async () => {
  for (const who of ['carl', 'uffe'] as const) {
    const { ask } = await signedIn(who)
    expect((await ask('/api/tokens', { name: 'x' })).body).toMatchObject({ code: 'not-allowed' })
  }
})

test('a token that only reads reads, and changes nothing by any verb', async () => {
  const { token } = await world.inside('birgit', (ctx) => makeToken(ctx, 'læser', { scope: 'read' }))
  const reader = holding(token)
  expect((await reader.call(listSchools)).rows.length).toBeGreaterThan(1)
  await expect(reader.call(addSchool, { body: { name: 'Ny', kind: 'food' } })).rejects.toMatchObject({
    status: 403,
    code: 'token-only-reads',
  })
  const { may } = await reader.call(showMe)
  expect(may).toContain('listSchools')
  for (const verb of ['addSchool', 'changeRules', 'revokeToken', 'changeMyLanguage']) expect(may).not.toContain(verb)
})

test('a token ends by itself: after a year, or on its last day, two years ahead at most', async () => {
  const make = (endsOn: string) => world.inside('birgit', (ctx) => makeToken(ctx, 'x', { endsOn }))
  for (const day of ['2026-11-22', '2028-11-24', '9999-12-31'])
    await expect(make(day)).rejects.toMatchObject({ code: 'wrong-input' })
  await make('2028-11-23')
  const { token } = await make('2026-11-24')
  const status = () =>
    holding(token)
      .fetch('/api/me')
      .then((answer) => answer.status)
  world.clock.set('2026-11-24T23:59')
  expect(await status()).toBe(200)
  world.clock.set('2026-11-25T00:00')
  expect(await status()).toBe(401)
})

test('its last use is written down, once a minute and not once a request; a GET stays a GET', async () => {
  const { token, id } = await world.inside('anne', (ctx) => makeToken(ctx, 'brugt'))
  const seen = async () => (await world.as('anne').call(contract.listTokens)).rows.find((row) => row.id === id)
  expect((await seen())?.lastUsedAt).toBeNull()
  const writes = async () =>
    (await world.sql<{ xmin: string }>('select xmin::text from token where number = $1', [id]))[0]?.xmin
  await Promise.all(Array.from({ length: 20 }, () => holding(token).fetch('/api/me')))
  const first = await writes()
  expect((await seen())?.lastUsedAt).toBe(world.clock.now().toString({ fractionalSecondDigits: 3 }))
  world.clock.advance({ seconds: 50 })
  await holding(token).fetch('/api/me')
  expect(await writes()).toBe(first)
  world.clock.advance({ seconds: 11 })
  await holding(token).fetch('/api/me')
  expect(await writes()).not.toBe(first)
})

test('the number of a token tells nothing of how many others there are, and nobody closes another’s', async () => {
  const [mine, next] = [
    await world.inside('anne', (ctx) => makeToken(ctx, 'en')),
    await world.inside('anne', (ctx) => makeToken(ctx, 'to')),
  ]
  expect(mine.id).toMatch(/^[0-9a-f-]{36}$/)
  expect(mine.id.slice(0, 8)).not.toBe(next.id.slice(0, 8))
  await expect(world.as('signe').call(contract.revokeToken, { params: { id: mine.id } })).rejects.toMatchObject({
    code: 'not-found',
  })
  await world.as('anne').call(contract.revokeToken, { params: { id: mine.id } })
  expect((await holding(mine.token).fetch('/api/me')).status).toBe(401)
  const [event] = await world.sql("select subject_id from event where subject = 'token' order by id desc limit 1")
  expect(event).toEqual({ subject_id: null })
})
