import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { hashPassword } from '../sign-in/sign-in.ts'

const world = await openWorld()
afterAll(() => world.close())
const { id, email } = world.people.anne
const old = 'annes-gamle-kode'
const json = { 'content-type': 'application/json' }

beforeEach(async () => {
  await world.sql('delete from session')
  await world.sql('update person set password_hash = $2 where id = $1', [id, await hashPassword(old)])
})
const signIn = async (password = old) => {
  const answer = await world.visitor.fetch('/api/sessions', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
const status = async (cookie: string) => (await world.visitor.fetch('/api/me', { headers: { cookie } })).status
const change = async (cookie: string, body: object) => {
  const answer = await world.visitor.fetch('/api/me/password', {
    method: 'PUT',
    headers: { ...json, cookie },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as Record<string, unknown>
}

test('the old password is asked for a new one; then the old one is over and every other browser is signed out', async () => {
  const [here, there] = [await signIn(), await signIn()]
  expect(await change(here, { old: 'forkert', password: 'fire helt nye ord' })).toMatchObject({
    code: 'wrong-password',
  })
  expect(await change(here, { old, password: 'Anne1234567' })).toMatchObject({ code: 'wrong-input' })
  expect(await change('tovholder=ingen', { old, password: 'fire helt nye ord' })).toMatchObject({
    code: 'not-signed-in',
  })
  expect([await status(here), await status(there)]).toEqual([200, 200])
  expect(await change(here, { old, password: 'fire helt nye ord' })).toEqual({ ended: 1 })
  expect([await status(here), await status(there)]).toEqual([200, 401])
  expect([await signIn(), (await signIn('fire helt nye ord')) !== '']).toEqual(['', true])
})

test('two who change it at the same moment: one password holds, and the other is told', async () => {
  const [here, there] = [await signIn(), await signIn()]
  const said = await Promise.all([
    change(here, { old, password: 'her står det ene' }),
    change(there, { old, password: 'her står det andet' }),
  ])
  expect(said.filter((one) => 'ended' in one)).toHaveLength(1)
})

test('my sessions are mine, this one is marked, and the others can be ended', async () => {
  const [here, there] = [await signIn(), await signIn()]
  const list = async () =>
    (await (await world.visitor.fetch('/api/sessions', { headers: { cookie: here } })).json()) as {
      rows: { mine: boolean }[]
    }
  const { rows } = await list()
  expect([rows.length, rows.filter(({ mine }) => mine).length]).toEqual([2, 1])
  expect(JSON.stringify(rows)).not.toContain('hash')
  const ended = await world.visitor.fetch('/api/sessions/others', { method: 'DELETE', headers: { cookie: here } })
  expect(await ended.json()).toEqual({ ended: 1 })
  expect([await status(here), await status(there)]).toEqual([200, 401])
  expect((await world.as('anne').fetch('/api/sessions')).status).toBe(401)
})

test('a browser that is used stays signed in for a month; a week without use signs it out', async () => {
  const [used, forgotten] = [await signIn(), await signIn()]
  const days = async (count: number) => {
    world.clock.advance({ hours: 24 * count })
    return status(used)
  }
  for (const count of [6, 6, 6, 6, 5]) expect(await days(count)).toBe(200)
  expect(await status(forgotten)).toBe(401)
  expect(await days(2)).toBe(401)
})
