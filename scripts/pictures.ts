/** npm run pictures: the README's pictures, taken from the demo world in Debian's Chromium. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumPath } from '#testing/chromium'

const folder = 'docs/pictures'
const base = process.env['TOVHOLDER_PICTURES_OF']

type Picture = { name: string; as: string; at: string; phone?: boolean; before?: (page: Page) => Promise<void> }
const openCompany = (name: string) => async (page: Page) => {
  await page.getByRole('searchbox').first().fill(name)
  await page.getByRole('link', { name }).first().click()
  await page.getByText('Må vi ringe?').first().waitFor()
}
const openFirst = (name: RegExp) => async (page: Page) => {
  await page.getByRole('link', { name }).first().click()
}

const pictures: Picture[] = [
  { name: 'hvad-venter', as: 'Hanne Lind', at: '/' },
  {
    name: 'ring',
    as: 'Mette Kjær',
    at: '/ring',
    before: async (page) => {
      // Outside calling hours, as on a Sunday, the page says so and asks whether to call all the same.
      await page.getByRole('button', { name: /^Ring (til den næste|alligevel)/ }).click()
      await page.getByText('Det siger du').waitFor()
      await page.keyboard.press('1')
    },
  },
  { name: 'hoering', as: 'Torben Friis', at: '/udtraek', before: openFirst(/Lager og transport/) },
  { name: 'virksomhed', as: 'Hanne Lind', at: '/virksomheder', before: openCompany('Østergaard Emballage') },
  { name: 'resultater', as: 'Hanne Lind', at: '/resultater' },
  { name: 'hvad-venter-telefon', as: 'Peter Vang', at: '/', phone: true },
]

const take = async (browser: Browser, url: string, { name, as, at, phone, before }: Picture) => {
  const viewport = phone ? { width: 390, height: 844 } : { width: 1440, height: 900 }
  const context = await browser.newContext({ viewport, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' })
  const page = await context.newPage()
  const { demoPeople } = (await (await page.request.get(`${url}/api/front`)).json()) as {
    demoPeople: { name: string; email: string }[]
  }
  const email = demoPeople.find((person) => person.name === as)?.email
  await page.request.post(`${url}/api/demo-sessions`, { data: { email } })
  await page.goto(`${url}${at}`)
  await page.getByRole('main').first().waitFor()
  await before?.(page)
  // Grey row lines give way to rows.
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await context.close()
}

const withDemo = async (work: (url: string) => Promise<void>) => {
  if (base) return work(base)
  const dataDir = mkdtempSync(join(tmpdir(), 'tov-pictures-'))
  const { startTovholder } = await import('../src/start.ts')
  const running = await startTovholder({
    env: { ...process.env, TOVHOLDER_DATA: dataDir, PORT: '18099' },
    demo: true,
    say: console.log,
  })
  await work('http://127.0.0.1:18099').finally(() => running.stop())
  rmSync(dataDir, { recursive: true, force: true })
}

mkdirSync(folder, { recursive: true })
await withDemo(async (url) => {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
  })
  for (const picture of pictures) await take(browser, url, picture)
  await browser.close()
})
