import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { showMe, signIn } from '../sign-in/sign-in.schema.ts'
import { hashPassword } from '../sign-in/password.ts'
import { acceptInvitation, endMembership, invite, listMembers } from './members.schema.ts'
import { roles } from '../centre/roles.ts'
import { demoRoles } from '../sign-in/demo-roles.table.ts'
import { addSchool } from '../centre/schools.schema.ts'
import { changeRules, showRules } from '../centre/centre.schema.ts'
import { makeToken } from './tokens.schema.ts'

const world = await openWorld()
afterAll(() => world.close())

test('everyone sees who they are, with school and role', async () => {
  expect(await world.as('anne').call(showMe)).toMatchObject({
    person: { name: 'Anne Bruun' },
    role: 'consultant',
    school: { name: 'Østkystens Tekniske Skole' },
    centre: { name: 'VEU-center Østkysten' },
  })
})

test('everyone is told which verbs are theirs, and where they land', async () => {
  const caller = await world.as('soren').call(showMe)
  expect(caller.home).toBe('/ring')
  expect(caller.may).toEqual(expect.arrayContaining(['showMe', 'takeCompany', 'answerCall']))
  for (const verb of ['listCompanies', 'changeRules', 'bookMeeting', 'signIn']) expect(caller.may).not.toContain(verb)
  const coordinator = await world.as('birgit').call(showMe)
  expect(coordinator).toMatchObject({ home: '/' })
  expect(coordinator.may).toEqual(expect.arrayContaining(['changeRules', 'listCompanies', 'makeContactList']))
})

test('a visitor who is not signed in is told so, in the language of the browser', async () => {
  const answer = await world.visitor.fetch('/api/me', { headers: { 'accept-language': 'en' } })
  expect(answer.status).toBe(401)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({
    code: 'not-signed-in',
    title: expect.stringMatching(/not signed in/) as string,
  })
})

test('only coordinators and administrators change the rules, and the change says who and what', async () => {
  const rules = await world.as('birgit').call(showRules)
  await expect(world.as('anne').call(changeRules, { body: rules })).rejects.toMatchObject({
    status: 403,
    code: 'not-allowed',
  })
  await world.as('birgit').call(changeRules, { body: { ...rules, laterMonths: 4 } })
  expect(await world.as('soren').call(showRules)).toMatchObject({ laterMonths: 4 })
  const events = await world.sql<{
    person_id: number
    before: { laterMonths: number }
    after: { laterMonths: number }
  }>("select * from event where subject = 'rules'")
  expect(events).toMatchObject([
    { person_id: world.people.birgit.id, before: { laterMonths: 3 }, after: { laterMonths: 4 } },
  ])
})

test('of many who change the rules at once, each is told in the trail what it replaced', async () => {
  const birgit = world.as('birgit')
  const rules = await birgit.call(showRules)
  await world.sql("delete from event where subject = 'rules'")
  const months = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14]
  await Promise.all(months.map((laterMonths) => birgit.call(changeRules, { body: { ...rules, laterMonths } })))
  const events = await world.sql<{ before: number; after: number }>(
    "select (before->>'laterMonths')::int as before, (after->>'laterMonths')::int as after from event where subject = 'rules'",
  )
  // From the first rules to the last, each change beginning where another ended.
  const next = new Map(events.map(({ before, after }) => [before, after]))
  const chain: number[] = []
  for (let at = next.get(rules.laterMonths); at !== undefined; at = next.get(at)) chain.push(at)
  expect(chain.toSorted((a, b) => a - b)).toEqual(months)
  expect((await birgit.call(showRules)).laterMonths).toBe(chain.at(-1))
})

test('wrong fields are all told at once, each with its place', async () => {
  const rules = await world.as('birgit').call(showRules)
  const refused = world.as('birgit').call(changeRules, { body: { ...rules, laterMonths: 0, visitMinutes: 1000 } })
  await expect(refused).rejects.toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: '/body/laterMonths' }, { pointer: '/body/visitMinutes' }] },
  })
})

test('the same key and body is done once; another body under the key is refused', async () => {
  const birgit = world.as('birgit')
  const school = { name: 'Fødevareskolen', kind: 'food' as const }
  const [first, again] = [
    await birgit.call(addSchool, { body: school }, { key: 'a' }),
    await birgit.call(addSchool, { body: school }, { key: 'a' }),
  ]
  expect(again).toEqual(first)
  await expect(birgit.call(addSchool, { body: { ...school, name: 'Anden' } }, { key: 'a' })).rejects.toMatchObject({
    status: 422,
    code: 'key-reused',
  })
})

test('ten who press at the same moment with one key make one school', async () => {
  const tries = Array.from({ length: 10 }, () =>
    world
      .as('birgit')
      .call(addSchool, { body: { name: 'Transportskolen', kind: 'transport' } }, { key: 'b' })
      .then(
        () => 'done',
        (refused: { code: string }) => refused.code,
      ),
  )
  const answers = await Promise.all(tries)
  expect(answers.filter((answer) => answer !== 'done' && answer !== 'still-running')).toEqual([])
  expect(await world.sql("select from school where name = 'Transportskolen'")).toHaveLength(1)
})

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
    headers: { cookie: 'tovholder=x', origin: 'https://evil.example', 'content-type': 'application/json' },
    body: '{"name":"x"}',
  })
  expect(await answer.json()).toMatchObject({ code: 'wrong-origin' })
})

test('ten wrong passwords close the door for a while', async () => {
  const wrong = () =>
    world.visitor.fetch('/api/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@oets.example', password: 'forkert' }),
    })
  for (let tries = 0; tries < 10; tries++) expect((await wrong()).status).toBe(401)
  expect((await wrong()).status).toBe(429)
})

test('who leaves is out at once, also with a token', async () => {
  const { token } = await world.as('signe').call(makeToken, { body: { name: 'min' } })
  const signe = (await world.as('birgit').call(listMembers, { query: {} })).rows.find(
    (row) => row.name === 'Signe Friis',
  )
  await world.as('birgit').call(endMembership, { params: { id: signe?.id ?? 0 } })
  const answer = await world.visitor.fetch('/api/me', { headers: { authorization: `Bearer ${token}` } })
  expect(answer.status).toBe(401)
})

test('the last administrator cannot leave', async () => {
  await expect(
    world.as('birgit').call(endMembership, { params: { id: world.people.asger.memberId } }),
  ).rejects.toMatchObject({ code: 'last-administrator' })
})

test('another centre sees nothing of ours', async () => {
  const other = await world.otherCentre()
  const theirs = await world.as('birgit', other).call(listMembers, { query: {} })
  expect(theirs.rows.map((row) => row.email).filter((email) => !email.includes('vest'))).toEqual([])
  await expect(
    world.as('birgit', other).call(endMembership, { params: { id: world.people.anne.memberId } }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('forty guesses of a password at the same moment are ten guesses', async () => {
  const guess = () =>
    world.visitor.call(signIn, { body: { email: world.people.birgit.email, password: 'ikke-den-rigtige' } }).then(
      () => 'in',
      (refused: { code: string }) => refused.code,
    )
  const said = await Promise.all(Array.from({ length: 40 }, guess))
  expect(said.filter((code) => code === 'wrong-password')).toHaveLength(10)
  expect(said.filter((code) => code === 'too-many-tries')).toHaveLength(30)
})

test('an invitation makes nobody into someone who is known already, neither here nor in another centre', async () => {
  const west = await world.otherCentre()
  const { email } = world.people.asger
  await world.as('birgit', west).call(invite, { body: { name: 'Asger', email, role: 'administrator' } })
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
