import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { endMembership, listMembers, showMe } from './members.schema.ts'
import { addSchool } from '../centre/schools.schema.ts'
import { changeRules, showRules } from '../centre/centre.schema.ts'
import { makeToken } from './members.ts'

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
  expect(await world.as('carl').call(showMe)).toMatchObject({ home: '/resultater' })
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

test('who leaves is out at once, also with a token', async () => {
  const { token } = await world.inside('signe', (ctx) => makeToken(ctx, 'min'))
  const signe = (await world.as('birgit').call(listMembers, { query: {} })).rows.find(
    (row) => row.name === 'Signe Friis',
  )
  await world.as('birgit').call(endMembership, { params: { id: signe?.id ?? 0 } })
  const answer = await world.visitor.fetch('/api/me', { headers: { authorization: `Bearer ${token}` } })
  expect(answer.status).toBe(401)
})

test('the last administrator cannot leave', async () => {
  await expect(
    world.as('asger').call(endMembership, { params: { id: world.people.asger.memberId } }),
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
