import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { fetchingOutside, OutsideRefused, troubleWith } from './fetch-outside.ts'
import { mayBeAsked } from './public-address.ts'

const closing: (() => void)[] = []
afterAll(() => closing.forEach((close) => close()))
const serve = async (answer: RequestListener) => {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const trouble = (asking: Promise<unknown>) =>
  asking.then(
    () => 'answered',
    (error: unknown) => (error instanceof OutsideRefused ? error.trouble : error),
  )
const anywhere = fetchingOutside({ anywhere: true })

test.each(
  '127.0.0.1 10.1.2.3 172.31.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 198.18.0.1 ::1 :: fe80::1 fd00::1 ff02::1 ::ffff:10.0.0.1 ::ffff:a00:1 64:ff9b::a00:1 2002:a00:1:: 2001:db8::1 ::10.0.0.1 x'.split(
    ' ',
  ),
)('%s is no public address', (address) => {
  expect(mayBeAsked(address, false)).toBe(false)
})
test.each(['93.184.216.34', '172.32.0.1', '2a00:1450:400f:80a::200e', '::ffff:93.184.216.34'])(
  '%s is one',
  (address) => {
    expect(mayBeAsked(address, false)).toBe(true)
  },
)
test('where clouds keep their secrets nobody is sent, whatever is allowed', () => {
  for (const address of ['169.254.169.254', '::ffff:169.254.169.254', '::ffff:a9fe:a9fe', 'fe80::1', '0.0.0.0'])
    expect([address, mayBeAsked(address, true)]).toEqual([address, false])
  expect(mayBeAsked('127.0.0.1', true)).toBe(true)
})

test.each([
  ['http://example.dk/a.ics', 'not-https'],
  ['file:///etc/passwd', 'not-https'],
  ['gopher://example.dk', 'not-https'],
  ['hej', 'not-https'],
  ['https://127.0.0.1/', 'private-address'],
  ['https://2130706433/', 'private-address'],
  ['https://0x7f.1/', 'private-address'],
  ['https://[::ffff:127.0.0.1]/', 'private-address'],
  ['https://[::1]:8443/', 'private-address'],
  ['https://example.dk/a.ics', null],
])('%s: %s', (url, expected) => {
  expect(troubleWith(url, false)).toBe(expected)
})

test('a name that leads into a private network is not asked, nor one that leads in and out', async () => {
  const inner = { address: '10.0.0.7', family: 4 }
  const outer = { address: '93.184.216.34', family: 4 }
  for (const addresses of [[inner], [outer, inner], [{ address: '::1', family: 6 }]]) {
    const fetch = fetchingOutside({ anywhere: false, resolve: () => Promise.resolve(addresses) })
    expect(await trouble(fetch({ url: 'https://kalender.example/a.ics' }))).toBe('private-address')
  }
})

test('what was checked is what is asked: the name is resolved once', async () => {
  const base = await serve((request, out) => out.end(`to ${request.headers.host}`))
  let asked = 0
  const resolve = () => Promise.resolve([{ address: asked++ === 0 ? '127.0.0.1' : '10.0.0.7', family: 4 }])
  const url = base.replace('127.0.0.1', 'kalender.example')
  expect((await fetchingOutside({ anywhere: true, resolve })({ url })).text).toBe(`to ${new URL(url).host}`)
  expect(asked).toBe(1)
})

test('a redirect is checked as the first address was; the password stays with its own server', async () => {
  const other = await serve((request, out) => out.end(request.headers.authorization ?? 'none'))
  const base = await serve((request, out) => {
    const to = {
      '/meta': 'http://169.254.169.254/latest/meta-data/',
      '/file': 'file:///etc/passwd',
      '/other': other,
      '/round': '/round',
    }
    const location = to[request.url as keyof typeof to]
    if (location) out.writeHead(302, { location }).end()
    else out.writeHead(request.url === '/here' ? 302 : 200, { location: '/there' }).end(request.headers.authorization)
  })
  const login = { user: 'karen', password: 'hemmelig' }
  expect(await trouble(anywhere({ url: `${base}/meta` }))).toBe('private-address')
  expect(await trouble(anywhere({ url: `${base}/file` }))).toBe('not-https')
  expect(await trouble(anywhere({ url: `${base}/round` }))).toBe('too-many-redirects')
  expect((await anywhere({ url: `${base}/other`, login })).text).toBe('none')
  expect((await anywhere({ url: `${base}/here`, login })).text).toMatch(/^Basic /)
})

test('too large, told or not, packed, too slow, and nobody there', async () => {
  const base = await serve((request, out) => {
    if (request.url === '/told') out.writeHead(200, { 'content-length': '20000000' }).write('a')
    else if (request.url === '/packed') out.writeHead(200, { 'content-encoding': 'gzip' }).end('a')
    else if (request.url === '/slow') {
      const drip = setInterval(() => out.write('a'), 50)
      out.on('close', () => clearInterval(drip))
    } else {
      const more = () => {
        while (out.write('a'.repeat(65_536)));
      }
      out.on('drain', more)
      more()
    }
  })
  const fetch = fetchingOutside({ anywhere: true, most: 1_000_000, longest: 700 })
  for (const path of ['/told', '/packed', '/endless'])
    expect([path, await trouble(fetch({ url: base + path }))]).toEqual([path, 'too-large'])
  expect(await trouble(fetch({ url: `${base}/slow` }))).toBe('too-slow')
  expect(await trouble(fetch({ url: 'http://127.0.0.1:1/' }))).toBe('unreachable')
  const never = fetchingOutside({ anywhere: true, longest: 100, resolve: () => new Promise<never>(() => {}) })
  expect(await trouble(never({ url: 'http://x.example/' }))).toBe('too-slow')
})

test('what is refused tells neither address nor password', async () => {
  const login = { user: 'karen', password: 'hemmelig' }
  const error: unknown = await anywhere({ url: 'http://127.0.0.1:1/privat-abc', login }).catch(
    (thrown: unknown) => thrown,
  )
  expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toMatch(
    /privat-abc|hemmelig|127\.0\.0\.1/,
  )
})
