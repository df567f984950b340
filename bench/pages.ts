/** The pages in a real browser, 100,000 companies behind them: first rows from a cold cache, the next page, and how soon a key is seen. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromiumPath } from '#testing/chromium'
import { buildPages } from '../src/build-pages.ts'
import { forked } from './load.ts'
import type { Register } from './register.ts'
import { percentile, report } from './report.ts'

const windowSize = { viewport: { width: 1440, height: 900 } }

/** Runs in the page: when rows can be seen, in ms since it was asked for. */
const watchRows = `
  const look = () => {
    const shown = document.querySelector('.tov-page:not([data-coming]) main a, .tov-page:not([data-coming]) [role=row], tbody tr')
    if (shown) window.rowsAt = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)`
const rowsAt = async (page: Page) => {
  for (;;) {
    const at = await page.evaluate<number | null>('window.rowsAt ?? null')
    if (at !== null) return at
    await page.waitForTimeout(100)
  }
}
/** Each time in a context of its own: no cache, no worker. */
const cold = async (browser: Browser, url: string, how: BrowserContextOptions) => {
  const seen: number[] = []
  for (let n = 0; n < 7; n++) {
    const context = await browser.newContext(how)
    const page = await context.newPage()
    await page.addInitScript({ content: watchRows })
    await page.goto(url, { waitUntil: 'commit' })
    seen.push(await rowsAt(page))
    await context.close()
  }
  return percentile(seen, 0.5)
}

/** The same fifty rows as a page that somebody writes by hand: one statement, one table, nothing to load. */
const byHand = async (ownerUrl: string) => {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  const server = createServer(async (_request, answer) => {
    const { rows } = await pool.query<{ name: string; town: string | null }>(
      'select name, town from company_place where employees_from > 0 order by name limit 50',
    )
    const cells = rows.map(({ name, town }) => `<tr><td>${name}</td><td>${town ?? ''}</td></tr>`).join('')
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(`<!doctype html><title>Virksomheder</title><input><table><tbody>${cells}</tbody></table>`)
  }).listen(0)
  await new Promise((listening) => server.once('listening', listening))
  const close = async () => {
    server.close()
    await pool.end()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close }
}

/** Runs in the page: from the press of each key until the frame with what it did has been drawn. */
const watchKeys = `
  window.took = []
  addEventListener('keydown', () => {
    const at = performance.now()
    requestAnimationFrame(() => {
      const drawn = new MessageChannel()
      drawn.port1.onmessage = () => window.took.push(performance.now() - at)
      drawn.port2.postMessage(null)
    })
  }, true)`
const pressed = async (page: Page, keys: readonly string[]) => {
  await page.evaluate(watchKeys)
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(60)
  }
  return page.evaluate<number[]>('window.took')
}
const typed = 'bageri lund aps'.split('')
const moves = Array.from({ length: 40 }, (_, n) => (n % 3 === 2 ? 'k' : 'j'))

const keysOver = async (page: Page, url: string) => {
  await page.goto(`${url}/virksomheder`)
  await page.locator('main [role=row]').first().waitFor()
  for (let more = 0; more < 25; more++) {
    await page.mouse.wheel(0, 4000)
    await page.waitForTimeout(120)
  }
  await page.keyboard.press('Home')
  const list = await pressed(page, moves)
  await page.goto(`${url}/virksomheder`)
  await page.locator('main [role=row]').first().waitFor()
  await page.keyboard.press('Control+k')
  return { list, search: await pressed(page, typed) }
}

export const benchPages = async ({ store, token }: Register) => {
  await buildPages(() => {})
  const ours = await forked('./product-server.ts', [store.appUrl])
  const url = `http://127.0.0.1:${ours.port}`
  const hand = await byHand(store.ownerUrl)
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
  const floorMs = await cold(browser, hand.url, windowSize)
  const signedIn = { ...windowSize, extraHTTPHeaders: { authorization: `Bearer ${token}` } }
  report('pages', 'first_rows_cold_ms', await cold(browser, `${url}/virksomheder`, signedIn), 'lower', 1000, {
    floorMs,
  })
  const context = await browser.newContext(signedIn)
  const { list, search } = await keysOver(await context.newPage(), url)
  const bare = await context.newPage()
  await bare.goto(hand.url)
  await bare.locator('input').focus()
  const floor = percentile(await pressed(bare, typed), 0.95)
  for (const [name, took] of Object.entries({ list, search }))
    report('pages', `key_in_${name}_p95_ms`, percentile(took, 0.95), 'lower', 50, {
      floorMs: floor,
      presses: took.length,
    })
  await browser.close()
  await hand.close()
  ours.kill()
}
