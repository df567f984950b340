/**
 * An address below another asks its question: whoever gets "not found" for `/api/x/7` gets it for `/api/x/7/y` too, whether 7 is
 * another's, hidden or nothing at all. Every endpoint is looked at, those that come later too.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Endpoint } from '#platform/endpoint'
import { browserFor } from '#testing/browser'
import { callingList } from '#testing/calling-list'
import { addressOf, allows, plain, plainQuery, shapeOf, someone } from '#testing/plain-input'
import { openWorld } from '#testing/world'
import { served } from './app.ts'
import { roles } from './features/centre/roles.ts'
import { makeContactList } from './features/lists/lists.schema.ts'
import { makePromises } from './features/promises/promises.ts'
import { uploadContacts } from './features/school-contacts/school-contacts.schema.ts'

const endpoints = served.map(({ endpoint }) => endpoint)
const withoutNames = (path: string) => path.replaceAll(/\{\w+\}/g, '{}')
/** `/api/x/{id}` of `/api/x/{id}/y/z`. */
const above = (path: string) => /^.*?\{\w+\}(?=\/)/.exec(path)?.[0]
const nested = endpoints.flatMap((endpoint) => {
  const place = above(endpoint.path)
  if (!place || place.includes('{token}')) return []
  const parent = endpoints.find(({ method, path }) => method === 'GET' && withoutNames(path) === withoutNames(place))
  return [{ endpoint, parent }]
})
const named = <Of extends { endpoint: Endpoint }>(one: Of) => [one.endpoint.name, one] as const

const world = await openWorld()
afterAll(() => world.close())
const missing = '99999'
let numbers: string[] = []

/** Of each kind something that not everybody may see: a list not sent to hearing, another school's file, another centre's all. */
beforeAll(async () => {
  const company = await world.company()
  const other = await world.otherCentre()
  await callingList(world, [company])
  await callingList(world, [await world.company()], { ended: false })
  for (const [who, where] of [
    ['birgit', world],
    ['birgit', other],
  ] as const) {
    await world.as(who, where).call(makeContactList, { body: { name: 'Endnu ikke sendt', goal: '', criteria: {} } })
    await world.inside(
      who,
      (ctx) =>
        makePromises(
          ctx,
          { companyId: company.id, cvr: company.cvr, origin: null },
          [{ what: 'Ringe om FVU', ownerId: where.people.anne.id, dueOn: '2026-12-01' }],
          '/body/promises',
        ),
      where,
    )
  }
  for (const who of ['torben', 'pia'] as const)
    await world
      .as(who)
      .call(uploadContacts, { query: { name: 'k.csv' } }, { bytes: `CVR;Navn\r\n${company.cvr};Lund\r\n1;x\r\n` })
  numbers = [...Array.from({ length: 8 }, (_, n) => String(n + 1)), missing]
})

const ask = async (role: (typeof roles)[number], endpoint: Endpoint, id: string) => {
  const body = endpoint.body ? plain(shapeOf(endpoint.body)) : undefined
  const client = endpoint.inPerson ? await browserFor(world, someone[role]) : world.as(someone[role])
  const answer = await client.fetch(addressOf(endpoint, id, plainQuery(endpoint)), {
    method: endpoint.method,
    headers: { 'content-type': endpoint.kind === 'upload' ? 'application/octet-stream' : 'application/json' },
    ...(endpoint.method !== 'GET' && body !== undefined && { body: JSON.stringify(body) }),
  })
  return answer.status
}

test('there are nested addresses, and those with an address above them', () => {
  expect(nested.length).toBeGreaterThan(50)
  expect(nested.filter(({ parent }) => parent).length).toBeGreaterThan(30)
})

test.each(nested.map(named))('%s knows no more than the address above it', async (_, { endpoint, parent }) => {
  for (const role of roles.filter((one) => allows(endpoint, one))) {
    // Where nothing stands above, what was sent may be refused first: of what is there and of what is not alike.
    const expected = parent ? [404] : [404, 422]
    const status = await ask(role, endpoint, missing)
    expect({ role, status: expected.includes(status) || status }).toEqual({ role, status: true })
    if (!parent || !allows(parent, role)) continue
    for (const id of numbers) {
      const hidden = (await ask(role, parent, id)) === 404
      if (hidden) expect({ role, id, status: await ask(role, endpoint, id) }).toEqual({ role, id, status: 404 })
      else if (endpoint.method === 'GET' && endpoint.kind !== 'download')
        expect({ role, id, status: await ask(role, endpoint, id) }).toEqual({ role, id, status: 200 })
    }
  }
})
