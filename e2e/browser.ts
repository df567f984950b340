/**
 * The product as a user meets it: `node src/main.ts` on a free port with a world of its own, and Chromium in front of it.
 *
 *   const product = useProduct('demo')
 *   test('…', async () => {
 *     const page = await product.page({ as: 'birgit' })     // small world: key or e-mail; demo: role or e-mail
 *     await page.getByRole('link', { name: 'Virksomheder' }).click()
 *     expect(await axeFindings(page)).toEqual([])
 *   })
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import axe from 'axe-core'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { chromiumPath } from '#testing/chromium'
import { smallPassword } from './made-worlds.ts'
import { copyOfWorld, type WorldName } from './worlds.ts'

export const desktop = { viewport: { width: 1280, height: 800 } } satisfies BrowserContextOptions
/** The narrowest screen of ux.md. */
export const phone = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
} satisfies BrowserContextOptions

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

const openBrowser = () =>
  chromium.launch({
    executablePath: chromiumPath(),
    // As root there is no sandbox; the rest keeps Chromium from calling home and from asking questions.
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run', '--disable-dev-shm-usage'],
  })

export type Running = {
  url: string
  dataDir: string
  process: ChildProcess
  output: () => string
  stop(): Promise<void>
}

/** Starts the product on a data folder; throws with its output when it does not get ready within two minutes. */
export const startProduct = async (dataDir: string, env: Record<string, string> = {}): Promise<Running> => {
  const port = env['PORT'] ?? String(await freePort())
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH, HOME, TZ: 'Europe/Copenhagen', LOG_LEVEL: 'warn', TOVHOLDER_DATA: dataDir, PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => void (said += piece.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  const until = performance.now() + 120_000
  for (;;) {
    if (child.exitCode !== null || performance.now() > until) throw new Error(`The product did not start:\n${said}`)
    if (
      await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000)
    await ended
    clearTimeout(late)
  }
  return { url, dataDir, process: child, output: () => said, stop }
}

/** The e-mail behind `birgit` (small world), `coordinator` (demo: the first with that role) or an e-mail itself. */
const emailOf = async (page: Page, url: string, who: string) => {
  if (who.includes('@')) return who
  const { demoPeople } = (await (await page.request.get(`${url}/api/front`)).json()) as {
    demoPeople: { email: string; role: string }[]
  }
  const school: Record<string, string> = {
    anne: 'oets',
    torben: 'oets',
    mette: 'oets',
    ali: 'vucsundet',
    vibeke: 'vucsundet',
    tove: 'vucsundet',
    pia: 'sosufjordby',
    lars: 'sosufjordby',
  }
  return demoPeople.find(({ role }) => role === who)?.email ?? `${who}@${school[who] ?? 'oestkysten'}.example`
}

/** Signs the page's browser in through the API, as the sign-in page does. */
export const signIn = async (page: Page, url: string, who: string, demo: boolean) => {
  const email = await emailOf(page, url, who)
  const answer = demo
    ? await page.request.post(`${url}/api/demo-sessions`, { data: { email } })
    : await page.request.post(`${url}/api/sessions`, { data: { email, password: smallPassword } })
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${await answer.text()}`)
}

/** WCAG 2.2 AA and axe's own good practice: a line for each finding, none when all is well. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await page.locator('html:not([data-going]) h1').first().waitFor()
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run()
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  })
  return found
}

/** The address is there before the page is, and the page before may have a field of the same name: nobody presses or types until it has come. */
const arrived = (page: Page) => page.addLocatorHandler(page.locator('html[data-going]'), async () => undefined)

type PageOptions = BrowserContextOptions & { as?: string; at?: string; language?: 'da' | 'en' }

/** For a whole file of journeys: the product with a world of its own, a browser, and a picture of each page that failed. */
export const useProduct = (world: WorldName = 'small', env: Record<string, string> = {}) => {
  let running: Running | undefined
  let browser: Browser | undefined
  const open: Page[] = []
  const errors: string[] = []
  /** A browser each, for as long as the file's story lasts: who comes back is signed in and has the pages already. */
  const own = new Map<string, BrowserContext>()
  const theProduct = () => {
    if (!running) throw new Error('The product has not been started.')
    return running
  }
  beforeAll(async () => {
    running = await startProduct(copyOfWorld(inject('worlds'), world), env)
    browser = await openBrowser()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      mkdirSync('tmp/e2e', { recursive: true })
      const name = task.name.replace(/\W+/g, '-').slice(0, 60)
      for (const [at, page] of open.entries())
        await page.screenshot({ path: `tmp/e2e/${name}-${at}.png` }).catch(() => {})
    }
    const kept = [...own.values()]
    for (const page of open.splice(0)) await (kept.includes(page.context()) ? page.close() : page.context().close())
    errors.length = 0
  })
  afterAll(async () => {
    await browser?.close()
    await running?.stop()
  })
  return {
    get url() {
      return theProduct().url
    },
    get running() {
      return theProduct()
    },
    /** Errors that pages threw or wrote to their console in this test. */
    errors,
    /** A page in Danish on a desktop unless told; signed in `as` someone, in that one's browser, or in one that nobody has used; `at` an address. */
    page: async ({ as, at = '/', language = 'da', ...options }: PageOptions = {}): Promise<Page> => {
      if (!browser) throw new Error('The browser has not been started.')
      const { url } = theProduct()
      const key = JSON.stringify([as, language, options])
      const known = as === undefined ? undefined : own.get(key)
      const context =
        known ??
        (await browser.newContext({
          ...desktop,
          locale: language === 'da' ? 'da-DK' : 'en-GB',
          timezoneId: 'Europe/Copenhagen',
          ...options,
        }))
      // No measure of anything, only an end for what never comes.
      context.setDefaultTimeout(120_000)
      const page = await context.newPage()
      await arrived(page)
      open.push(page)
      page.on('pageerror', (error) => void errors.push(error.message))
      page.on('console', (line) => void (line.type() === 'error' && errors.push(line.text())))
      if (as && !known) {
        await signIn(page, url, as, world === 'demo')
        own.set(key, context)
      }
      await page.goto(`${url}${at}`)
      return page
    },
  }
}
