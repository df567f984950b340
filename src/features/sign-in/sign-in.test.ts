import { afterAll, expect, test } from 'vitest'
import { clientFor } from '#testing/client'
import { openWorld } from '#testing/world'
import { roles } from '../centre/roles.ts'
import { endMembership, invite } from '../members/members.schema.ts'
import { addMember, makeToken } from '../members/members.ts'
import { demoRoles } from './demo-roles.table.ts'
import { hashPassword } from './password.ts'
import { acceptInvitation, signIn } from './sign-in.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
/** A visitor from an address. */
const openTo = (address: string) => clientFor(world.app, () => Promise.resolve(null), { from: address })

test('an invitation is a mail with an address that works once', async () => {
  await world.as('birgit').call(invite, {
    body: { name: 'Ny Konsulent', email: 'ny@oets.example', role: 'consultant', schoolId: world.schools.technical },
  })
  const [mail] = await world.sql<{ body: string }>("select body from outbox where recipient = 'ny@oets.example'")
  const token = /invitation\/(\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
  expect(await world.sql('select from invitation where hash = $1', [token])).toHaveLength(0)
  const accept = () =>
    world.visitor.fetch(`/api/invitations/${token}/acceptances`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Ny Konsulent', password: 'en lang adgangskode' }),
    })
  const statuses = (await Promise.all([accept(), accept()])).map((answer) => answer.status).toSorted((a, b) => a - b)
  expect(statuses).toEqual([201, 410])
  const signedIn = await world.visitor.fetch('/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'NY@oets.example', password: 'en lang adgangskode' }),
  })
  expect(signedIn.status).toBe(201)
  const cookie = signedIn.headers.getSetCookie()[0] ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  const me = await world.visitor.fetch('/api/me', { headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(await me.json()).toMatchObject({
    person: { name: 'Ny Konsulent' },
    school: { name: 'Østkystens Tekniske Skole' },
  })
})

test('a form on another site cannot use a signed-in browser', async () => {
  const answer = await world.visitor.fetch('/api/tokens', {
    method: 'POST',
    headers: { cookie: '__Host-tovholder=x', origin: 'https://evil.example', 'content-type': 'application/json' },
    body: '{"name":"x"}',
  })
  expect(await answer.json()).toMatchObject({ code: 'wrong-origin' })
})

test.each([
  ['PUT', '/api/me/password', { old: 'en gammel adgangskode', password: 'fire nye ord i rad' }],
  ['DELETE', '/api/sessions/others', undefined],
  ['DELETE', '/api/sessions/mine', undefined],
])('nor what is public and goes by the browser’s own session: %s %s', async (method, path, body) => {
  const answer = await world.visitor.fetch(path, {
    method,
    headers: { cookie: '__Host-tovholder=x', origin: 'https://evil.example', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  expect(await answer.json()).toMatchObject({ code: 'wrong-origin' })
})

const coded = (promise: Promise<unknown>) =>
  promise.then(
    () => 'in',
    (refused: { code: string }) => refused.code,
  )

test('after ten wrong passwords more are refused, for as long as the sentence says; who has the right one comes in', async () => {
  const { email, id } = world.people.mette
  await world.sql('update person set password_hash = $2 where id = $1', [id, await hashPassword('mettes-egen-kode')])
  const attempt = (password: string) =>
    world.visitor.fetch('/api/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
  for (let tries = 0; tries < 10; tries++) expect((await attempt('forkert')).status).toBe(401)
  const refused = await attempt('forkert')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900'])
  expect(((await refused.json()) as { title: string }).title).toContain('15 minut')
  expect((await attempt('mettes-egen-kode')).status).toBe(201)
  await world.sql('delete from sign_in_try')
})

test('who tries one password at 150 accounts from one address meets a limit; others come in meanwhile', async () => {
  const { email, id } = world.people.mette
  await world.sql('update person set password_hash = $2 where id = $1', [id, await hashPassword('mettes-egen-kode')])
  const spray = Array.from({ length: 150 }, (_, n) =>
    coded(world.visitor.call(signIn, { body: { email: `nr${n}@oets.example`, password: 'Sommer2026' } })),
  )
  const elsewhere = openTo('192.0.2.7').call(signIn, { body: { email, password: 'mettes-egen-kode' } })
  expect(await elsewhere).toMatchObject({ person: { id } })
  const said = await Promise.all(spray)
  expect(said.filter((code) => code === 'wrong-password')).toHaveLength(30)
  expect(said.filter((code) => code === 'too-many-tries')).toHaveLength(120)
  // The limit stands in the database: another process, or the next start, knows it.
  expect(await coded(world.visitor.call(signIn, { body: { email: 'nr1@oets.example', password: 'x' } }))).toBe(
    'too-many-tries',
  )
  await world.sql('delete from sign_in_try')
})

test('forty guesses of a password at the same moment are ten guesses', async () => {
  const guess = () =>
    coded(world.visitor.call(signIn, { body: { email: world.people.birgit.email, password: 'ikke-den-rigtige' } }))
  const said = await Promise.all(Array.from({ length: 40 }, guess))
  expect(said.filter((code) => code === 'wrong-password')).toHaveLength(10)
  expect(said.filter((code) => code === 'too-many-tries')).toHaveLength(30)
})

test('an invitation makes nobody into someone who is known already, neither here nor in another centre', async () => {
  const west = await world.otherCentre()
  const { email } = world.people.asger
  await world.as('asger', west).call(invite, { body: { name: 'Asger', email, role: 'administrator' } })
  const [mail] = await world.sql<{ body: string }>('select body from outbox where recipient = $1', [email])
  const token = /invitation\/(\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
  const accept = (password: string) =>
    world.visitor.call(acceptInvitation, { params: { token }, body: { name: 'Asger', password } })
  await expect(accept('valgt-af-en-anden')).rejects.toMatchObject({ code: 'wrong-password' })
  expect(await world.sql('select password_hash from person where email = $1', [email])).toEqual([
    { password_hash: null },
  ])
  await world.sql('update person set password_hash = $2 where email = $1', [
    email,
    await hashPassword('asgers-egen-kode'),
  ])
  await expect(accept('valgt-af-en-anden')).rejects.toMatchObject({ code: 'wrong-password' })
  expect(await accept('asgers-egen-kode')).toMatchObject({ centre: { id: west.centreId }, role: 'administrator' })
})

test('the database and the page of a demo know the roles of the table', async () => {
  const sorted = (words: readonly string[]) => words.toSorted((a, b) => a.localeCompare(b))
  const [check] = await world.sql<{ said: string }>(
    "select pg_get_constraintdef(oid) as said from pg_constraint where conname = 'membership_role_check'",
  )
  const inDatabase = [...(check?.said ?? '').matchAll(/'(\w+)'::text/g)].map(([, role = '']) => role)
  expect(sorted(inDatabase)).toEqual(sorted(roles))
  expect(sorted(demoRoles.map(({ role }) => role))).toEqual(sorted(roles))
})

test('who leaves is signed out, and stays out when he comes back: neither the old session nor the old token works again', async () => {
  const { id, memberId, email, schoolId } = world.people.signe
  const password = 'signes-egen-kode'
  await world.sql('update person set password_hash = $2 where id = $1', [id, await hashPassword(password)])
  const signedIn = await world.visitor.fetch('/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { token } = await world.inside('signe', (ctx) => makeToken(ctx, 'min'))
  const statuses = async () =>
    Promise.all(
      [{ cookie }, { authorization: `Bearer ${token}` }].map(
        async (headers) => (await world.visitor.fetch('/api/me', { headers })).status,
      ),
    )
  expect(await statuses()).toEqual([200, 200])
  await world.as('birgit').call(endMembership, { params: { id: memberId } })
  expect(await statuses()).toEqual([401, 401])
  await world.inside('birgit', (ctx) => addMember(ctx, { name: 'Signe Friis', email, role: 'consultant', schoolId }))
  expect(await statuses()).toEqual([401, 401])
  expect(await world.visitor.call(signIn, { body: { email, password } })).toMatchObject({ person: { id } })
})
