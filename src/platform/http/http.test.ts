import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import { signIn } from '../../features/sign-in/sign-in.schema.ts'
import { invite, showMe } from '../../features/members/members.schema.ts'
import { makeToken } from '../../features/members/tokens.ts'
import { addSchool, listSchools } from '../../features/centre/schools.schema.ts'
import { houseOf, served } from '../../app.ts'
import { CalendarDate, endpoint, Moment, Nothing, z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { addressOf } from '#platform/http/address'
import { serve } from '#platform/http/serve'
import { makeServer } from '#platform/http/server'
import { makeLog } from '#platform/log'
import { clientFor } from '#testing/client'
import { openWorld } from '#testing/world'

const world = await openWorld({ TRUSTED_PROXIES: '10.0.0.1' })
afterAll(() => world.close())
const birgit = world.as('birgit')
const school = (name: string) => ({ body: { name, kind: 'other' as const } })
const json = { 'content-type': 'application/json' }
const post = (body: string | ReadableStream, headers: Record<string, string> = json) =>
  birgit.fetch('/api/schools', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
const problemOf = async (answer: Response | Promise<Response>) => {
  const given = await answer
  return {
    status: given.status,
    ...((await given.json()) as { code: string; title: string; errors?: { pointer: string; detail: string }[] }),
  }
}

// ---- Problems ---------------------------------------------------------------------------------------
test('an error is problem+json with a stable code, in the reader’s language', async () => {
  const danish = await world.visitor.fetch('/api/me')
  expect(danish.headers.get('content-type')).toBe('application/problem+json')
  expect(await problemOf(danish)).toMatchObject({
    status: 401,
    code: 'not-signed-in',
    type: '/api/docs#not-signed-in',
    title: expect.stringMatching(/^Du er ikke logget ind/) as string,
  })
  const english = await world.visitor.fetch('/api/me', { headers: { 'accept-language': 'en-GB, da;q=0.5' } })
  expect(english.headers.get('content-language')).toBe('en')
  expect(await problemOf(english)).toMatchObject({
    code: 'not-signed-in',
    title: expect.stringMatching(/^You are not signed in/) as string,
  })
})

test('each bad field is told at once, with a pointer and a sentence', async () => {
  const refused = problemOf(post(JSON.stringify({ name: '   ', kind: ' ' })))
  expect(await refused).toMatchObject({
    status: 422,
    code: 'wrong-input',
    errors: [
      { pointer: '/body/name', detail: 'Skal udfyldes.' },
      { pointer: '/body/kind', detail: 'Skal udfyldes.' },
    ],
  })
})

test('a role that may not is refused before its input is even read', async () => {
  await expect(world.as('soren').call(invite, { body: {} as never })).rejects.toMatchObject({
    status: 403,
    code: 'not-allowed',
  })
})

test('there is nothing at an unknown address', async () => {
  expect(await problemOf(birgit.fetch('/api/castles'))).toMatchObject({ status: 404, code: 'no-such-address' })
})

// ---- Hostile input ----------------------------------------------------------------------------------
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

test('32 levels of nesting are read, 33 and 200,000 are refused', async () => {
  expect(await problemOf(post(nested(32)))).toMatchObject({ code: 'wrong-input' })
  expect(await problemOf(post(nested(33)))).toMatchObject({ status: 400, code: 'too-deep' })
  expect(await problemOf(post(nested(200_000)))).toMatchObject({ status: 400, code: 'too-deep' })
  expect(await problemOf(post(JSON.stringify({ name: '['.repeat(40), kind: 5 })))).toMatchObject({
    code: 'wrong-input',
  })
})

test('more than two megabytes are refused, told beforehand or not', async () => {
  const big = `{"name":"${'x'.repeat(2_100_000)}"}`
  expect(await problemOf(post(big))).toMatchObject({ status: 413, code: 'too-large' })
  const stream = new Blob([big]).stream()
  expect(await problemOf(post(stream))).toMatchObject({ status: 413, code: 'too-large' })
})

test.each([
  ['no JSON', '{"name":', json, 'not-json'],
  ['nothing', '', json, 'not-json'],
  ['a form', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }, 'wrong-content-type'],
  ['a NUL character in a number', '{"name":"ab","kind":"other","municipality":"7\\u000087"}', json, 'wrong-input'],
  ['half a character', '{"name":5,"kind":"\\ud800"}', json, 'wrong-input'],
  ['a number in place of the whole', '7', json, 'wrong-input'],
])('a body that is %s is refused with its own code', async (_, body, headers, code) => {
  expect(await problemOf(post(body, headers as Record<string, string>))).toMatchObject({ code })
})

test.each([
  '/api/members/99999999999/departures',
  '/api/members/2147483648/departures',
  '/api/members/1e400/departures',
  '/api/members/-1/departures',
  '/api/members/%00/departures',
  '/api/members/1;drop table person/departures',
])('a number that cannot be one is the caller’s mistake, never ours: %s', async (path) => {
  expect(await problemOf(birgit.fetch(path, { method: 'POST' }))).toMatchObject({ status: 422, code: 'wrong-input' })
})

test.each([
  'x',
  'WyJ4Il0',
  'W10',
  'bnVsbA',
  Buffer.from('[1,2,3]').toString('base64url'),
  Buffer.from('["x"]').toString('base64url'),
])('a cursor that is not ours is refused: %s', async (cursor) => {
  const { status, code } = await problemOf(birgit.fetch(`/api/mails?cursor=${cursor}`))
  expect([status, ['bad-cursor', 'wrong-input'].includes(code)]).toEqual([422, true])
})

test('the same parameter twice, and broken percent signs, break nothing', async () => {
  expect(await problemOf(birgit.fetch('/api/mails?limit=1&limit=2'))).toMatchObject({ status: 422 })
  expect((await birgit.fetch('/api/invitations/%E0%A4%A')).status).toBeLessThan(500)
})

test('words that look like SQL, or like an object’s inside, are only words', async () => {
  const name = 'Robert\'); drop table school; -- {{constructor}} "\\"'
  const made = await birgit.call(addSchool, {
    body: { ...school(name).body, ...(JSON.parse('{"__proto__":{"admin":true}}') as object) },
  })
  expect(made.name).toBe(name)
  expect((await birgit.call(listSchools)).rows.map((row) => row.name)).toContain(name)
  expect(({} as { admin?: boolean }).admin).toBeUndefined()
})

// ---- Own pages and others ---------------------------------------------------------------------------
const sessionOf = async () => {
  const password = 'et langt kodeord'
  const { hashPassword } = await import('../../features/sign-in/password.ts')
  await world.sql('update person set password_hash = $1 where email = $2', [
    await hashPassword(password),
    world.people.birgit.email,
  ])
  const answer = await world.visitor.fetch(signIn.path, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: world.people.birgit.email, password }),
  })
  return answer.headers.getSetCookie().join('; ')
}

test('the session’s cookie is kept from scripts and other sites, and a change must come from our own pages', async () => {
  const cookie = await sessionOf()
  expect(cookie).toMatch(/^__Host-tovholder=[\w-]{43}; .*Path=\/; HttpOnly; Secure/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).toMatch(/Secure/)
  const change = (origin: string) =>
    world.visitor.fetch('/api/schools', {
      method: 'POST',
      headers: { ...json, cookie: cookie.split(';')[0] ?? '', origin },
      body: JSON.stringify(school(`Skole ${origin}`).body),
    })
  expect((await change('https://tovholder.example')).status).toBe(201)
  for (const origin of ['https://evil.example', 'https://tovholder.example.evil.example', 'null', 'nonsense'])
    expect(await problemOf(change(origin))).toMatchObject({ status: 403, code: 'wrong-origin' })
})

test('every answer forbids foreign scripts, frames and guessing of types', async () => {
  const { headers } = await birgit.fetch('/api/me')
  expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('no-store')
})

// ---- Contracts --------------------------------------------------------------------------------------
const odd = (name: string, answer: () => unknown) =>
  serve(
    endpoint({
      name,
      method: 'GET',
      path: `/api/odd/${name}`,
      summary: name,
      can: 'anyone',
      answer: z.object({ said: z.string() }),
    }),
    () => Promise.resolve().then(answer) as never,
  )
const oddApp = makeServer(
  houseOf(world.database, world.config, false),
  [
    odd('talkative', () => ({ said: 'ja', secret: 'nej' })),
    odd('broken', () => ({ said: 5 })),
    odd('throwing', () => {
      throw new Error('secret of the house')
    }),
  ],
  makeLog('silent'),
)
const asBirgit = async (path: string) => {
  const { token } = await world.inside('birgit', (ctx) => makeToken(ctx, 'odd'))
  return oddApp.request(path, { headers: { authorization: `Bearer ${token}` } })
}

test('what a contract does not name never leaves the house', async () => {
  expect(await (await asBirgit('/api/odd/talkative')).json()).toEqual({ said: 'ja' })
})

test('an answer that breaks its contract, and an error nobody foresaw, tell a reference and nothing else', async () => {
  for (const path of ['/api/odd/broken', '/api/odd/throwing']) {
    const { status, code, title } = await problemOf(asBirgit(path))
    expect([status, code]).toEqual([500, 'unexpected'])
    expect(title).toMatch(/[0-9a-f]{8}/)
    expect(title).not.toMatch(/secret/)
  }
})

test('who is signed in is told who he is', async () => {
  expect(await birgit.call(showMe)).toMatchObject({ role: 'coordinator', demo: false })
  expect(Nothing).toBeDefined()
})

test('health: alive, and ready when the database answers', async () => {
  expect((await world.visitor.fetch('/healthz')).status).toBe(200)
  expect(await (await world.visitor.fetch('/readyz')).json()).toEqual({ ready: true })
})

// ---- OpenAPI ----------------------------------------------------------------------------------------
type Operation = {
  operationId: string
  summary: string
  parameters?: { $ref?: string; name: string; in: string }[]
  responses: Record<string, object>
  requestBody?: object
}
type Api = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}
const refsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (!value || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)))
}
const typesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(typesIn)
  if (!value || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'type' && typeof inner === 'string' ? [inner] : typesIn(inner),
  )
}

test('OpenAPI 3.1 describes every endpoint under its verb, and everything it points to is there', async () => {
  const api = (await (await world.visitor.fetch('/api/openapi.json')).json()) as Api
  expect(api).toMatchObject({ openapi: '3.1.0', info: { title: 'Tovholder', version: '1' } })
  const operations = Object.entries(api.paths).flatMap(([path, item]) =>
    Object.values(item).map((operation) => ({ path, operation })),
  )
  const names = operations.map(({ operation }) => operation.operationId)
  const endpoints = served.map((one) => one.endpoint)
  expect(
    endpoints.filter(({ name, method, path }) => api.paths[path]?.[method.toLowerCase()]?.operationId !== name),
  ).toEqual([])
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  expect(
    operations
      .filter(({ operation }) => !operation.summary || Object.keys(operation.responses).length < 2)
      .map(({ path }) => path),
  ).toEqual([])
  for (const { path, operation } of operations) {
    const braces = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1])
    const declared = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name)
    expect({ path, declared: declared.toSorted() }).toEqual({ path, declared: braces.toSorted() })
  }
  const at = (ref: string) =>
    ref
      .slice(2)
      .split('/')
      .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], api)
  const refs = [...new Set(refsIn(api))]
  expect(refs.length).toBeGreaterThan(10)
  expect(refs.filter((ref) => !ref.startsWith('#/components/') || at(ref) === undefined)).toEqual([])
  const ends = refs.filter((ref) => ref.includes('/schemas/')).map((ref) => at(ref) as { $ref?: string })
  expect(ends.filter(({ $ref }) => $ref !== undefined)).toEqual([])
  // Programs that read the description make dates of what it calls dates.
  const calendar = operations.find(({ operation }) => operation.operationId === 'showCalendar')?.operation
  expect(calendar?.parameters).toContainEqual(
    expect.objectContaining({ name: 'from', schema: expect.objectContaining({ format: 'date' }) }),
  )
  expect(at('#/components/schemas/Mail/properties/createdAt')).toMatchObject({ format: 'date-time' })
  const known = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null', 'apiKey', 'http'])
  expect(typesIn([api.paths, api.components]).filter((type) => !known.has(type))).toEqual([])
})

test('the address behind proxies is the last that is none of ours; what a visitor makes up is not believed', async () => {
  const app = new Hono().get('/', (context) =>
    context.text(addressOf(context, { ...world.config, trustedProxies: ['10.0.0.1', '10.0.0.2'] })),
  )
  const from = async (remoteAddress: string, forwarded?: string) => {
    const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
    return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })).text()
  }
  expect(await from('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
  expect(await from('10.0.0.1', '198.51.100.1')).toBe('198.51.100.1')
  expect(await from('::ffff:10.0.0.1', 'made-up, 198.51.100.1, 10.0.0.2')).toBe('198.51.100.1')
  expect(await from('10.0.0.1')).toBe('10.0.0.1')
})

test('nothing that reads can write: the database itself refuses, for lists taken out as files too', async () => {
  const write = async (ctx: Ctx) => {
    await ctx.db.insertInto('school').values({ centreId: ctx.centreId, name: 'Læst til', kind: 'other' }).execute()
    return { rows: [] }
  }
  const reads = endpoint({
    name: 'reads',
    method: 'GET',
    path: '/api/reads',
    summary: 'reads',
    can: 'anyone',
    answer: z.object({ rows: z.array(z.object({})) }),
  })
  const said: string[] = []
  const log = { ...makeLog('silent'), error: (what: { err: Error }) => void said.push(what.err.message) }
  const app = makeServer(
    houseOf(world.database, world.config, false),
    [serve(reads, write, { columns: [] })],
    log as never,
  )
  const client = clientFor(app, async () => (await world.inside('birgit', (ctx) => makeToken(ctx, 'reads'))).token)
  for (const path of ['/api/reads', '/api/reads.csv']) expect((await client.fetch(path)).status).toBe(500)
  expect(said).toEqual(Array.from({ length: 2 }, () => 'cannot execute INSERT in a read-only transaction'))
  expect(await world.sql("select from school where name = 'Læst til'")).toEqual([])
})

test('no answer under /api/ stays in a browser, refusals neither; by https, no other way is taken', async () => {
  for (const path of ['/api/me', '/api/nothing-here', '/api/openapi.json', '/api/docs', '/api/cases/1-x']) {
    const { headers } = await world.visitor.fetch(path)
    expect([path, headers.get('cache-control'), headers.get('strict-transport-security')]).toEqual([
      path,
      'no-store',
      'max-age=31536000',
    ])
  }
})

test('a known address that is asked in another way says what it can', async () => {
  const answer = await birgit.fetch('/api/schools', { method: 'DELETE' })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST'])
  expect(await answer.json()).toMatchObject({
    code: 'wrong-method',
    title: 'Adressen svarer ikke på det. Den kan: GET, POST.',
  })
  expect((await birgit.fetch('/api/members.csv')).status).toBe(200)
  // Files, and what the house says of itself, are no other.
  for (const path of [
    '/api/members.csv',
    '/api/members.xlsx',
    '/healthz',
    '/readyz',
    '/api/docs',
    '/api/openapi.json',
  ]) {
    const posted = await birgit.fetch(path, { method: 'POST' })
    expect([path, posted.status, posted.headers.get('allow')]).toEqual([path, 405, 'GET'])
  }
  expect((await birgit.fetch('/api/nowhere', { method: 'DELETE' })).status).toBe(404)
})

test('words are what can be seen: without control signs, turned writing and signs without width, and never blank of them', async () => {
  const typed = 'Sko\u202Elen \u200Bved\u0000 S\u00F8en\uD800'
  expect(await birgit.call(addSchool, school(typed))).toMatchObject({ name: 'Skolen ved S\u00F8en' })
  for (const blank of ['\u200B', '\u202E \u2060', '\uFEFF', '\u0007'])
    expect(await problemOf(post(JSON.stringify({ name: blank, kind: 'other' })))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/body/name', detail: 'Skal udfyldes.' }],
    })
})

test.each(['0001-01-01T00:00:00+23:59', '9999-12-31T23:59:59Z', '0999-12-31T00:00:00Z'])(
  '%s is no moment that anybody means',
  (at) => {
    expect(z.safeParse(Moment, at).success).toBe(false)
    expect(z.safeParse(CalendarDate, at.slice(0, 10)).success).toBe(false)
  },
)
test('the dates of the oldest companies are dates', () => {
  expect(['1599-03-24', '2026-11-23', '2999-12-31'].every((day) => z.safeParse(CalendarDate, day).success)).toBe(true)
})

test('what was refused is seen in the log: where and why, never by whom or with what', async () => {
  const said: object[] = []
  const log = { ...makeLog('silent'), info: (what: object) => void said.push(what) }
  const app = makeServer(houseOf(world.database, world.config, false), served, log as never)
  await app.request('/api/me')
  const caller = clientFor(app, async () => (await world.inside('soren', (ctx) => makeToken(ctx, 'log'))).token)
  await caller.call(addSchool, school('Nej')).catch(() => {})
  expect(said).toEqual([
    { route: 'showMe', code: 'not-signed-in' },
    { route: 'addSchool', code: 'not-allowed' },
  ])
})

test('a list that is taken out as a file is an event, and without it there is no file', async () => {
  const taken = () =>
    world.sql("select person_id, source, after from event where verb = 'taken-out' and person_id = $1 order by id", [
      world.people.anne.id,
    ])
  const anne = world.as('anne')
  for (const format of ['csv', 'xlsx']) expect((await anne.fetch(`/api/promises.${format}`)).status).toBe(200)
  expect(await taken()).toEqual(
    ['csv', 'xlsx'].map((format) => ({
      person_id: world.people.anne.id,
      source: 'api',
      after: { list: 'listPromises', format, rows: 0 },
    })),
  )
  await world.sql(
    "create function no_trace() returns trigger language plpgsql as $$ begin raise exception 'no room' using errcode = '53100'; end $$",
  )
  await world.sql(
    "create trigger no_trace before insert on event for each row when (new.verb = 'taken-out') execute function no_trace()",
  )
  expect(await problemOf(anne.fetch('/api/promises.csv'))).toMatchObject({ status: 507, code: 'disk-full' })
  await world.sql('drop trigger no_trace on event')
  expect(await taken()).toHaveLength(2)
  // Looking is no taking out.
  await anne.fetch('/api/promises')
  expect(await taken()).toHaveLength(2)
})
