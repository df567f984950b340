import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { servePages } from './static.ts'

const folder = mkdtempSync(join(tmpdir(), 'tov-pages-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<!doctype html>')
writeFileSync(join(folder, 'assets', 'index-1.js'), 'start()')

test('a page of who is signed in is asked together with what it begins with; nobody else, and no file, is told to ask', async () => {
  const app = new Hono()
  await servePages(app, folder, ['/api/me', '/api/waiting'])
  const link = async (path: string, cookie = '') =>
    (await app.request(path, { headers: { cookie } })).headers.get('link')
  const asked = '</api/me>; rel=preload; as=fetch; crossorigin, </api/waiting>; rel=preload; as=fetch; crossorigin'
  expect(await link('/virksomheder', 'tovholder=abc')).toBe(asked)
  expect(await link('/', 'PARAGLIDE_LOCALE=da; __Host-tovholder=abc')).toBe(asked)
  expect(await link('/', 'PARAGLIDE_LOCALE=da; nottovholder=abc')).toBeNull()
  expect(await link('/')).toBeNull()
  // Who comes from a partner has written down that nothing waits for him.
  expect(await link('/', 'tovholder=abc; begins-with=me')).toBe('</api/me>; rel=preload; as=fetch; crossorigin')
  expect(await link('/', 'tovholder=abc; begins-with=me.waiting')).toBe(asked)
  expect(await link('/assets/index-1.js', 'tovholder=abc')).toBeNull()
  expect((await app.request('/assets/gone.js')).status).toBe(404)
})
