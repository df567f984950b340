/**
 * Hostile eyes over the whole product: who may ask what, as the contract says it, and what strange input does. Every
 * endpoint is looked at, those that come later too.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '#platform/endpoint'
import { addressOf, allows, ids, plain, plainQuery, shapeOf, someone } from '#testing/plain-input'
import { openWorld } from '#testing/world'
import { served } from './app.ts'
import { answerCall, takeCompany } from './features/calls/calls.schema.ts'
import { callingList } from '#testing/calling-list'
import { roles } from './features/centre/roles.ts'
import { makePromises } from './features/promises/promises.ts'

type World = Awaited<ReturnType<typeof openWorld>>
type Who = Parameters<World['as']>[0]
const all = served
const endpoints = all.map(({ endpoint }) => endpoint)
const exported = all.filter(({ columns }) => columns !== null).map(({ endpoint }) => endpoint)
const reading = endpoints.filter(({ method }) => method === 'GET')
const writing = endpoints.filter(({ method, name }) => method !== 'GET' && name !== 'signOut')
const named = (endpoint: Endpoint) => [endpoint.name, endpoint] as const

let world: World
let companyId = 0
/** Number 1 of nearly everything is there, so that strange input reaches the rules and not only "not found". */
beforeAll(async () => {
  world = await openWorld()
  const company = await world.company()
  companyId = company.id
  const listId = await callingList(world, [company])
  await callingList(world, [await world.company()], { ended: false })
  const soren = world.as('soren')
  await soren.call(takeCompany, { body: { listId, companyId } })
  await soren.call(answerCall, { body: { companyId, answer: 'later' } })
  await world.inside('birgit', (ctx) =>
    makePromises(
      ctx,
      { companyId, cvr: company.cvr, origin: null },
      [{ what: 'Ringe om FVU', ownerId: world.people.anne.id, dueOn: '2026-12-01' }],
      '/body/promises',
    ),
  )
})
afterAll(() => world.close())

type Step = string | number
/** Every place in a value that holds something simple. */
const leaves = (value: unknown, way: Step[] = []): Step[][] => {
  if (Array.isArray(value)) return value.flatMap((one, at) => leaves(one, [...way, at]))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => leaves(one, [...way, key]))
  return [way]
}
const withThat = (value: unknown, [step, ...way]: readonly Step[], that: unknown): unknown => {
  if (step === undefined) return that
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<Step, unknown>
  copy[step] = withThat(copy[step], way, that)
  return copy
}

/** Someone who may. */
const allowed = (endpoint: Endpoint): Who =>
  someone[roles.find((role) => role !== 'administrator' && allows(endpoint, role)) ?? 'administrator']

const send = async (who: Who, endpoint: Endpoint, address: string, body: unknown) => {
  const answer = await world.as(who).fetch(address, {
    method: endpoint.method,
    headers: { 'content-type': endpoint.kind === 'upload' ? 'application/octet-stream' : 'application/json' },
    ...(endpoint.method !== 'GET' &&
      body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: answer.status, text: await answer.text() }
}

describe.each(reading.map(named))('GET %s', (_, endpoint) => {
  test('answers the roles of its contract and refuses all others, without one unexpected error', async () => {
    for (const role of roles) {
      const { status, text } = await send(
        someone[role],
        endpoint,
        addressOf(endpoint, String(companyId), plainQuery(endpoint)),
        undefined,
      )
      expect({ role, fails: status >= 500 && text }).toEqual({ role, fails: false })
      if (!allows(endpoint, role)) expect({ role, status }).toEqual({ role, status: 403 })
    }
    if (endpoint.can === 'public') return
    const nobody = await world.visitor.fetch(addressOf(endpoint, '1', plainQuery(endpoint)))
    expect(nobody.status).toBe(401)
  })

  const strange = ['99999999999999', '-1', '0', '1.5', '%00', "1' or '1'='1", '2147483648', 'æ', '%F0%9F%92%A9']
  test.runIf(endpoint.path.includes('{'))('takes no strange number for a row', async () => {
    for (const id of strange) {
      const answer = await world.as(allowed(endpoint)).fetch(addressOf(endpoint, id, plainQuery(endpoint)))
      expect({ id, status: [404, 422, 410, 403, 429].includes(answer.status) || answer.status }).toEqual({
        id,
        status: true,
      })
    }
  })

  const wild = [
    "'; drop table person; --",
    '\u0000',
    '\\',
    '%',
    '2026-02-30',
    '99999999999999999999',
    '-1',
    'NaN',
    '9999-12-31',
    '0000-01-01',
    '[',
    'x'.repeat(5000),
  ]
  test.runIf(endpoint.query)('takes strange questions for what they are', async () => {
    const query = plainQuery(endpoint)
    const keys = [...Object.keys(query), ...('cursor' in (shapeOf(endpoint.query).properties ?? {}) ? ['cursor'] : [])]
    const cursors = [[null], [1e300], ['\u0000'], ['x', 'x'], [null, null], [{}], [1, 'x'], ['x', 1e300], [-1]].map(
      (cursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url'),
    )
    for (const key of keys)
      for (const value of [...wild, ...(key === 'cursor' ? cursors : [])]) {
        const { status, text } = await send(
          allowed(endpoint),
          endpoint,
          addressOf(endpoint, String(companyId), { ...query, [key]: value }),
          undefined,
        )
        expect({ key, value, fails: status >= 500 && text }).toEqual({ key, value, fails: false })
      }
  })
})

test.each(exported.map(named))('the files of %s are refused to whoever the list is refused to', async (_, endpoint) => {
  const query = new URLSearchParams(plainQuery(endpoint) as Record<string, string>)
  const ask = async (role: (typeof roles)[number], format: string) =>
    (await world.as(someone[role]).fetch(`${ids(endpoint, String(companyId))}.${format}?${query}`)).status
  for (const role of roles) {
    const csv = await ask(role, 'csv')
    expect({ role, fails: csv >= 500 }).toEqual({ role, fails: false })
    if (allows(endpoint, role)) continue
    expect({ role, csv, xlsx: await ask(role, 'xlsx') }).toEqual({ role, csv: 403, xlsx: 403 })
  }
})

describe.each(writing.map(named))('%s', (_, endpoint) => {
  const body = endpoint.body ? plain(shapeOf(endpoint.body)) : undefined
  const address = () => addressOf(endpoint, '1', plainQuery(endpoint))

  test('is refused to every role that its contract does not name', async () => {
    for (const role of roles.filter((one) => !allows(endpoint, one)))
      expect({ role, ...(await send(someone[role], endpoint, address(), body)) }).toMatchObject({ role, status: 403 })
    if (endpoint.can !== 'public') {
      const nobody = await world.visitor.fetch(address(), { method: endpoint.method })
      expect(nobody.status).toBe(401)
    }
  })

  test('says what is wrong with strange input', async () => {
    const wild = [
      '\u0000',
      'a\u0000b',
      '\ud800',
      '2026-02-30',
      'x'.repeat(20_000),
      2 ** 53 - 1,
      -(2 ** 31),
      1.5,
      null,
      {},
      '9999-12-31',
      '0000-01-01',
      '9999-12-31T23:59:59Z',
    ]
    for (const way of leaves(body)) {
      if (way.length === 0) continue
      for (const value of wild) {
        const { status, text } = await send(allowed(endpoint), endpoint, address(), withThat(body, way, value))
        expect({ way, value, fails: status >= 500 && text }).toEqual({ way, value, fails: false })
        // Words lose what cannot be seen, everything else is refused: nowhere does such a sign come back.
        expect({ way, value, kept: status < 400 && text.includes('\\u0000') }).toEqual({ way, value, kept: false })
      }
    }
  })
})
