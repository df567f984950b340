/** One story on a list that is called: a call becomes a meeting, the company moves it, another is left in peace, and what came of it is told. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { beginMeeting } from '#testing/begun-meeting'
import { chromiumPath } from '#testing/chromium'
import { linkInMail } from '#testing/link-in-mail'
import { until } from '#testing/until'
import { phone, signIn, useProduct } from './browser.ts'
import { clean, today } from './steps.ts'

const product = useProduct('calling')
/** The company's page of its own case. */
let ownPage = ''

test('the caller works with the keyboard alone: take, answer, book, next; the struck company never comes', async () => {
  const page = await product.page({ as: 'soren' })
  await page.waitForURL(/\/ring/)
  await page
    .getByRole('button', { name: /Nordfjord Plast A\/S/ })
    .first()
    .waitFor()
  expect(await page.getByText('Havnens Smede ApS').count()).toBe(0)
  await page.keyboard.press('Space')
  await page.getByRole('heading', { name: 'Nordfjord Plast A/S' }).waitFor()
  await page
    .getByRole('button', { name: /Anne Bruun/ })
    .first()
    .waitFor()
  await clean(page)
  await page.keyboard.press('1')
  await page.keyboard.press('ArrowDown')
  await page.getByLabel('Hvem talte du med?').focus()
  await page.keyboard.type('Pia Nordfjord')
  await page.keyboard.press('Tab')
  await page.keyboard.type('pia@nordfjord-plast.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ny pakkelinje, vejledningen er på engelsk.')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/Besøg booket/).waitFor()
  await page.getByRole('heading', { name: 'Østergaard Emballage ApS' }).waitFor()
  await page.keyboard.press('2')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Østergaard Emballage ApS' }).waitFor({ state: 'detached' })
})

test('the company follows its own case through the link in the mail, on any phone, and moves the meeting', async () => {
  const birgit = await product.page({ as: 'birgit', at: '/udbakke' })
  const mails = (await (await birgit.request.get(`${product.url}/api/mails`)).json()) as {
    rows: { id: number; body: string }[]
  }
  const mail = mails.rows.find(({ body }) => body.includes('/jeres-forloeb/'))
  expect(mail?.body).toMatch(/\/jeres-forloeb\/\d+-…/)
  // Nobody of the centre is shown the link, not who wrote the mail either: only the mail itself has it.
  const soren = await product.page({ as: 'soren', at: `/udbakke?mail=${mail?.id}` })
  await clean(soren)
  expect(await soren.getByRole('button', { name: 'Vis linket én gang' }).count()).toBe(0)
  ownPage = await linkInMail(product.running.dataDir, mail?.id ?? 0)
  const page = await product.page({ at: ownPage, ...phone })
  await page.getByRole('heading', { name: 'Jeres forløb' }).waitFor()
  await page.getByText('Nordfjord Plast A/S').locator('visible=true').first().waitFor()
  expect(await page.getByText('Bageri Lund').count()).toBe(0)
  await clean(page)
  await page.getByRole('button', { name: 'Det passer os' }).click()
  await page.getByRole('button', { name: 'Det passer os' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Ændr eller aflys' }).click()
  await page.getByLabel('Hvornår?').waitFor()
  await clean(page)
  await page.getByRole('button', { name: 'Flyt mødet hertil' }).click()
  await page.getByText(/Mødet er ændret/).waitFor()
  const wrong = await product.page({ at: `${ownPage.slice(0, -4)}AAAA`, ...phone })
  await wrong.getByText(/gælder ikke længere/).waitFor()
})

/** The keys of what this browser carries along to where there is no network. */
const carriedIn = (page: Page) =>
  page.evaluate<string[]>(`new Promise(async (resolve) => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'tovholder')) return resolve([])
    indexedDB.open('tovholder').onsuccess = ({ target: { result } }) => {
      const asking = result.transaction('carried-along').objectStore('carried-along').getAllKeys()
      asking.onsuccess = () => { result.close(); resolve(asking.result) }
    }
  })`)

type Meeting = { id: number; companyId: number; company: string; startsAt: string; consultant: string }
const nordfjord = async (): Promise<Meeting> => {
  const birgit = await product.page({ as: 'birgit' })
  const asked = await birgit.request.get(`${product.url}/api/calendar?from=${today()}&days=31&who=all`)
  const { bookings } = (await asked.json()) as { bookings: Meeting[] }
  const meeting = bookings.find(({ company }) => company === 'Nordfjord Plast A/S')
  if (!meeting) throw new Error('Nobody visits Nordfjord Plast')
  return meeting
}

test('where there is no network the card and the report open all the same, and what is written stays', async () => {
  const { id, companyId, startsAt, consultant } = await nordfjord()
  const visitor = await product.page({ as: consultant.split(' ')[0]?.toLowerCase() ?? '', ...phone })
  await visitor.clock.setSystemTime(Date.parse(startsAt) - 3_600_000)
  await visitor.goto(product.url)
  await until(async () => (await carriedIn(visitor)).includes(`/api/companies/${companyId}/regular-contact`))
  await visitor.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await visitor.context().setOffline(true)

  await visitor.goto(`${product.url}/virksomheder/${companyId}`)
  await visitor.getByRole('heading', { name: 'Nordfjord Plast A/S' }).waitFor()
  await visitor.getByText(/Det, du ser her, er hentet/).waitFor()
  await visitor.getByText('Ny pakkelinje, vejledningen er på engelsk.').first().waitFor()
  await clean(visitor)
  await visitor.goto(`${product.url}/besoeg/${id}/rapport`)
  await visitor.getByText('Ny pakkelinje, vejledningen er på engelsk.').first().waitFor()
  await visitor.getByRole('textbox', { name: 'Hvad handlede det om?' }).fill('Aksel er alene om skærmen.')
  await visitor.reload()
  await visitor.getByText('Aksel er alene om skærmen.').first().waitFor()
  await visitor.context().setOffline(false)

  // Whoever signs out leaves nothing along for the next.
  await visitor.evaluate('localStorage.clear()')
  await visitor.goto(product.url)
  await visitor.getByText(/Det, du ser her, er hentet/).waitFor({ state: 'detached' })
  await visitor.getByRole('button', { name: 'Mere' }).click()
  await visitor.getByRole('button', { name: consultant }).locator('visible=true').click()
  await visitor.getByRole('button', { name: 'Log ud', exact: true }).locator('visible=true').click()
  await visitor.waitForURL(/log-ind/)
  expect(await carriedIn(visitor)).toEqual([])
})

/** A browser with a folder of its own: what it keeps outlives it. */
const inFolder = async (folder: string, offline: boolean) => {
  const context = await chromium.launchPersistentContext(folder, {
    ...phone,
    ...{ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-dev-shm-usage'] },
    ...{ locale: 'da-DK', timezoneId: 'Europe/Copenhagen', offline },
  })
  context.setDefaultTimeout(60_000)
  return { context, page: context.pages()[0] ?? (await context.newPage()) }
}
/** Cold, on a processor of a quarter of the speed, until what they said is read. */
const opensCold = async (page: Page, path: string) => {
  const slow = await page.context().newCDPSession(page)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const began = performance.now()
  await page.goto(`${product.url}${path}`)
  await page.getByText('Ny pakkelinje, vejledningen er på engelsk.').first().waitFor()
  const took = performance.now() - began
  await slow.detach()
  return took
}

test('before the visit, without network: what is noted outlives the browser, and the report is sent once', async () => {
  const { id, companyId, consultant } = await nordfjord()
  await beginMeeting(product.running.dataDir, id)
  const folder = mkdtempSync(join(tmpdir(), 'tovholder-phone-'))
  const first = await inFolder(folder, false)
  await signIn(first.page, product.url, consultant.split(' ')[0]?.toLowerCase() ?? '', false)
  await first.page.goto(product.url)
  await until(async () => (await carriedIn(first.page)).includes('/api/look-up'))
  await first.page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await first.context.setOffline(true)
  const page = await first.context.newPage()
  await first.page.close()
  const took = await opensCold(page, `/besoeg/${id}/foer`)
  await page.getByText(/Det, du ser her, er hentet/).waitFor()
  const question = page.getByRole('checkbox').first()
  await question.check()
  await page.getByLabel('Det svarede de, med deres egne ord').fill('Aksel er alene om skærmen')
  await clean(page)
  await page.getByRole('button', { name: 'Det er et behov' }).click()
  await page.goto(`${product.url}/opslag?besoeg=${id}`)
  await page.getByText('Her kommer alle skolers hold').waitFor()
  await clean(page)
  await first.context.close()

  const again = await inFolder(folder, true)
  await again.page.goto(`${product.url}/besoeg/${id}/foer`)
  await again.page.getByText('Fortalte').waitFor()
  await again.page.getByRole('link', { name: 'Skriv, hvad de siger' }).locator('visible=true').click()
  await again.page.getByRole('textbox', { name: 'Hvad handlede det om?' }).fill('Den nye pakkelinje.')
  expect(await again.page.getByLabel('Hvad sagde de?').first().inputValue()).toBe('Aksel er alene om skærmen')
  await again.page.getByRole('button', { name: /send/i }).locator('visible=true').click()
  await again.page
    .getByText(/Den sendes, så snart der er net/)
    .first()
    .waitFor()
  await again.context.close()

  const home = await inFolder(folder, false)
  await home.page.goto(product.url)
  const reports = async () => {
    const answer = await home.page.request.get(`${product.url}/api/visits?companyId=${companyId}`)
    return ((await answer.json()) as { rows: { about: string; needs: { words: string }[] }[] }).rows
  }
  await until(async () => (await reports()).length > 0)
  await home.page.reload()
  await home.page.getByRole('heading', { level: 1 }).waitFor()
  expect(await reports()).toMatchObject([
    { about: 'Den nye pakkelinje.', needs: [{ words: 'Aksel er alene om skærmen' }] },
  ])
  await home.context.close()
  rmSync(folder, { recursive: true, force: true })
  console.log(`Før besøget, cold without network on a quarter of the processor: ${Math.round(took)} ms`)
})

test('what they said goes on to another school, which keeps what it promises: the company reads it, and who runs the centre', async () => {
  const { companyId } = await nordfjord()
  const anne = await product.page({ as: 'anne', at: '/henvisninger' })
  await anne.getByRole('button', { name: 'Giv en virksomhed videre' }).click()
  await anne.getByLabel('Hvilken virksomhed?').fill('Nordfjord')
  await anne.getByRole('button', { name: /Nordfjord Plast A\/S/ }).click()
  await anne.getByRole('textbox', { name: /^Hvad sagde de/ }).fill('To vil gerne kunne læse vejledningerne')
  await anne.getByLabel('Hvem skal tale med dem?').selectOption({ label: 'Ali Demir, VUC Sundet' })
  await anne.getByRole('button', { name: 'Giv videre', exact: true }).click()
  await anne.getByText('Ali Demir er spurgt.').waitFor()

  const ali = await product.page({ as: 'ali' })
  await ali.getByText('Anne Bruun beder dig tale med Nordfjord Plast A/S').waitFor()
  await ali.getByRole('link', { name: 'Svar', exact: true }).first().click()
  await ali.getByRole('button', { name: /^Tag den/ }).waitFor()
  await ali.keyboard.press('1')
  await ali.getByText(/^Den er din/).waitFor()
  const company = await product.page({ at: ownPage, ...phone })
  await company.getByText('Anne Bruun har bedt Ali Demir tale med jer').waitFor()
  await ali.goto(`${product.url}/virksomheder/${companyId}`)
  await ali.getByRole('button', { name: 'Skriv en aftale ned' }).click()
  await ali.getByRole('textbox', { name: /^Hvad har I aftalt/ }).fill('I får en læseprøve')
  await ali.getByLabel('Senest').fill(today())
  await ali.getByRole('button', { name: 'Tilføj aftalen' }).click()
  await ali.getByRole('button', { name: 'Holdt' }).first().click()
  await ali.getByText('Aftalen er holdt.').waitFor()
  await ali.goto(`${product.url}/henvisninger`)
  await ali
    .getByRole('button', { name: 'Svar', exact: true })
    .or(ali.getByRole('link', { name: 'Svar', exact: true }))
    .first()
    .click()
  await ali.getByRole('button', { name: 'Svar Anne' }).click()
  await ali.getByLabel('Svar til Anne').fill('To har taget prøven og begynder i januar.')
  await ali.getByLabel('Jeg har selv talt med virksomheden').check()
  await ali.getByRole('button', { name: 'Send svaret' }).click()
  await ali.getByText(/har dit svar på Hvad venter/).waitFor()

  await anne.goto(product.url)
  await anne.getByRole('link', { name: 'Afslut' }).first().click()
  await anne.getByRole('button', { name: /^Afslut/ }).click()
  await anne.getByText('Henvisningen er afsluttet.').waitFor()
  await company.reload()
  await company.getByText(/Som aftalt, af Ali Demir/).waitFor()
  const birgit = await product.page({ as: 'birgit', at: `/virksomheder/${companyId}` })
  await birgit
    .getByText(/Afsluttede en henvisning/)
    .first()
    .waitFor()
})

test('a company that asked for peace says why not and when again, to every school', async () => {
  const page = await product.page({ as: 'vibeke', at: '/virksomheder' })
  await page.getByRole('link', { name: 'Østergaard Emballage ApS' }).first().click()
  await page.getByText(/Må vi ringe\? Ikke før/).waitFor()
  await clean(page)
})

test('what came of it hides figures under five, with words', async () => {
  const page = await product.page({ as: 'carl', at: '/resultater' })
  await page.getByText('Horsens, efterår').first().waitFor()
  await page
    .getByText(/færre end fem|vises ikke|skjult/i)
    .first()
    .waitFor()
  await clean(page)
  const printed = await page.pdf({ preferCSSPageSize: true })
  expect(printed.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
})
