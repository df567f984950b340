import { afterAll, expect, test } from 'vitest'
import { browserFor } from '#testing/browser'
import { openWorld } from '#testing/world'
import { served } from '../../app.ts'
import { invite, listInvitations } from '../members/members.schema.ts'
import { makeToken } from '../members/tokens.schema.ts'
import { hashPassword } from '../sign-in/sign-in.ts'
import { proveAgain } from './my-access.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const password = 'en lang adgangskode'
await world.sql('update person set password_hash = $2 where id = $1', [
  world.people.birgit.id,
  await hashPassword(password),
])
const body = { name: 'Lis', email: 'lis@oets.example', role: 'caller' as const }
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (refused: { code: string }) => refused.code,
  )

test('a quarter of an hour after the password was given it is asked again, before a role is granted; then it goes on', async () => {
  const [browser, other] = [await browserFor(world, 'birgit'), await browserFor(world, 'birgit')]
  const inviting = () => codeOf(browser.call(invite, { body }, { key: 'one press' }))
  world.clock.advance({ minutes: 16 })
  expect(await inviting()).toBe('prove-again')
  expect(await codeOf(browser.call(makeToken, { body: { name: 'x' } }))).toBe('prove-again')
  expect(await codeOf(browser.call(listInvitations))).toBe('done')
  expect(await codeOf(browser.call(proveAgain, { body: { password: 'gæt' } }))).toBe('wrong-password')
  expect(await inviting()).toBe('prove-again')
  expect(await codeOf(browser.call(proveAgain, { body: { password } }))).toBe('done')
  expect(await inviting()).toBe('done')
  // Each browser proves for itself; a token proves nothing there.
  expect(await codeOf(other.call(makeToken, { body: { name: 'x' } }))).toBe('prove-again')
  expect(await codeOf(world.as('birgit').call(proveAgain, { body: { password } }))).toBe('not-signed-in')
  world.clock.advance({ minutes: 14 })
  expect(await codeOf(browser.call(makeToken, { body: { name: 'x' } }))).toBe('done')
})

test('what gives access, or takes it, asks', () => {
  expect(served.filter(({ endpoint }) => endpoint.proof).map(({ endpoint }) => endpoint.name)).toEqual([
    'endMembership',
    'changeMember',
    'agreeToMember',
    'invite',
    'sendInvitationAgain',
    'makeToken',
    'makePasswordLink',
    'makeMyFeed',
  ])
})
