/** A centre's first week, one story: files are taken in, a list is drawn, a visit is reported, a promise is kept, and a password is forgotten. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect, test } from 'vitest'
import { until } from '#testing/until'
import { phone, useProduct } from './browser.ts'
import { clean, fileCalled, today } from './steps.ts'

/** A real mail server, and what it was given. */
const got: string[] = []
const mails = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => pieces.push(piece))
    stream.on('end', () => {
      got.push(Buffer.concat(pieces).toString())
      done()
    })
  },
})
mails.listen(0, '127.0.0.1')
await once(mails.server, 'listening')
afterAll(() => new Promise<void>((resolve) => mails.close(resolve)))
const { port } = mails.server.address() as AddressInfo
const product = useProduct('small', { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'center@oestkysten.example' })

test('the sign-in page greets in Danish and has nothing that axe would mark, wide and narrow', async () => {
  for (const screen of [{}, phone]) {
    const page = await product.page(screen)
    await page.getByRole('button', { name: /log ind/i }).waitFor()
    await clean(page)
  }
})

test('who is signed in sees what waits, and no error in the console', async () => {
  const page = await product.page({ as: 'birgit' })
  await page.getByRole('main').waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await clean(page)
  expect(product.errors).toEqual([])
})

test('the coordinator takes companies in from an Excel file: guessed columns, dry run, bad row by line, undo at hand', async () => {
  const page = await product.page({ as: 'birgit', at: '/import' })
  await page.setInputFiles('input[type=file]', fileCalled('virksomheder.csv'))
  await page.getByRole('button', { name: 'Læs filen' }).click()
  await page.getByRole('button', { name: 'Prøv uden at gemme' }).click()
  await page.getByRole('button', { name: 'Hent 6 virksomheder ind' }).waitFor()
  await page.getByText('12345678').first().waitFor()
  await clean(page)
  await page.getByRole('button', { name: 'Hent 6 virksomheder ind' }).click()
  await page.getByRole('button', { name: 'Fortryd hele importen' }).waitFor()
  await page.goto(`${product.url}/virksomheder`)
  await page.getByRole('link', { name: 'Østergaard Emballage ApS' }).first().waitFor()
  await page.getByText('Nej, reklamebeskyttet').first().waitFor()
  await clean(page)
})

test('classes come from the catalogue portal and say how many they need', async () => {
  const page = await product.page({ as: 'birgit', at: '/hold' })
  await page.getByRole('button', { name: 'Hent hold ind' }).click()
  await page.setInputFiles('input[type=file]', fileCalled('hold.csv'))
  await page.getByRole('button', { name: 'Hent 3 hold ind' }).click()
  await page.keyboard.press('Escape')
  await page
    .getByText(/mangler 3/i)
    .first()
    .waitFor()
  await clean(page)
})

test('the same pages in English, without a Danish word in the frame', async () => {
  const page = await product.page({ as: 'birgit', at: '/udtraek', language: 'en' })
  // Chosen elsewhere: the page follows the person, whatever this browser kept.
  const speak = (language: 'da' | 'en') =>
    page.request.put(`${product.url}/api/me/language`, { data: { language }, headers: { origin: product.url } })
  expect((await speak('en')).ok()).toBe(true)
  await page.reload()
  await page.getByRole('link', { name: 'Companies' }).first().waitFor()
  expect(await page.getByRole('navigation').first().innerText()).not.toMatch(/[æøå]/i)
  expect((await speak('da')).ok()).toBe(true)
})

test('a list is drawn, frozen with reasons, and sent to the schools', async () => {
  const page = await product.page({ as: 'birgit', at: '/udtraek' })
  await page.getByRole('button', { name: 'Nyt udtræk' }).click()
  await page.getByLabel('Navn på listen').fill('Horsens, efterår')
  await page.getByRole('button', { name: 'Lav listen' }).click()
  await page.waitForURL(/udtraek\/\d+/)
  await page.getByText('af 6 der passer').waitFor()
  await clean(page)
  await page.getByRole('button', { name: 'Frys udtrækket' }).click()
  await page.getByRole('button', { name: 'Send i høring' }).waitFor()
  await clean(page)
  await page.getByRole('button', { name: 'Send i høring' }).click()
  await page.getByRole('button', { name: 'Mind om fristen' }).waitFor()
})

test('the visit is reported on a phone: what it was about, a need, a promise; the promise waits at home', async () => {
  const found = await product.page({ as: 'anne', at: '/virksomheder' })
  await found.getByRole('link', { name: 'Bageri Lund' }).first().click()
  await found.waitForURL(/virksomheder\/\d+/)
  const id = /virksomheder\/(\d+)/.exec(found.url())?.[1] ?? ''
  const page = await product.page({ as: 'anne', at: `/besoeg/${id}/rapport?for=virksomhed`, ...phone })
  await page
    .getByRole('textbox', { name: 'Hvad handlede det om?' })
    .fill('De bager om natten og vil gerne lære at regne opskrifter om.')
  await page.getByLabel('Hvad sagde de?').first().fill('Vi regner forkert, når vi skalerer op')
  await page.getByLabel('Hvad', { exact: true }).first().fill('Ringe om FVU-matematik')
  await page.getByLabel('Senest').first().fill(today())
  await clean(page)
  await page.getByRole('button', { name: /Færdig, send rapporten/ }).click()
  await page.getByText('Ringe om FVU-matematik').first().waitFor()
  await page.goto(`${product.url}/`)
  await page
    .getByText(/Ringe om FVU-matematik|Bageri Lund/)
    .first()
    .waitFor()
})

test('a promise is kept with one press and can be undone', async () => {
  const page = await product.page({ as: 'anne', at: '/aftaler' })
  await page.getByText('Ringe om FVU-matematik').first().waitFor()
  await clean(page)
  await page
    .getByRole('button', { name: /Det er gjort/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /Fortryd/ })
    .first()
    .waitFor()
})

/** The link in the mail that brings one; lines of a mail break where they like. */
const passwordLink = async () => {
  let link: string | undefined
  await until(() => {
    const texts = got.map((text) => text.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='))
    link = texts.flatMap((text) => /https?:\/\/[^\s"<]*(\/adgangskode\/[\w-]+)/.exec(text)?.[1] ?? []).at(-1)
    return link !== undefined
  })
  return link ?? ''
}

test('a forgotten password: a link comes by mail, works once, and the new password signs in', async () => {
  const page = await product.page({ at: '/log-ind' })
  await page.getByRole('link', { name: 'Glemt adgangskode' }).click()
  await page.getByLabel('E-mail').fill('anne@oets.example')
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('anne@oets.example').waitFor()
  await clean(page)

  const link = await passwordLink()
  await page.goto(`${product.url}${link}`)
  await page.getByLabel('Ny adgangskode', { exact: true }).fill('skinnerne ligger i sneen')
  await clean(page)
  await page.keyboard.press('Enter')
  await page.waitForURL(/log-ind/)
  await page.getByLabel('E-mail').fill('anne@oets.example')
  await page.getByLabel('Adgangskode', { exact: true }).fill('skinnerne ligger i sneen')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Hvad venter' }).waitFor()

  const again = await product.page({ at: link })
  await again.getByRole('link', { name: 'Bed om et nyt link' }).waitFor()
  expect(await again.getByLabel('Ny adgangskode', { exact: true }).count()).toBe(0)
})
