import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, phone, useProduct } from './browser.ts'

const product = useProduct('small')
const clean = async (page: Page) => expect(await axeFindings(page)).toEqual([])
const file = (name: string) => `e2e/files/${name}`

/** Today in Denmark, as a date field wants it. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format()

/** A school looks its hearing through and hands in its answer. */
const answerHearing = async (who: string) => {
  const page = await product.page({ as: who, at: '/udtraek' })
  await page.getByRole('link', { name: 'Horsens, efterår' }).first().click()
  await page.getByRole('button', { name: 'Aflever svar' }).click()
  await page.getByRole('button', { name: 'Åbn svaret igen' }).waitFor()
}

test('the coordinator takes companies in from an Excel file: guessed columns, dry run, bad row by line, undo at hand', async () => {
  const page = await product.page({ as: 'birgit', at: '/import' })
  await page.setInputFiles('input[type=file]', file('virksomheder.csv'))
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
  await page.setInputFiles('input[type=file]', file('hold.csv'))
  await page.getByRole('button', { name: 'Hent 3 hold ind' }).click()
  await page.keyboard.press('Escape')
  await page
    .getByText(/mangler 3/i)
    .first()
    .waitFor()
  await clean(page)
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

test('the school finds its own contacts, strikes with the keyboard, and no other school sees a thing', async () => {
  const other = await product.page({ as: 'vibeke', at: '/udtraek' })
  await other.getByRole('link', { name: 'Horsens, efterår' }).first().click()
  await other.getByText('Havnens Smede ApS').first().or(other.getByText('Ikke genkendt 5')).first().waitFor()
  const heard = other.url().replace('/hoering/', '/api/hearings/')
  const before = await (await other.request.get(heard)).text()

  const page = await product.page({ as: 'torben', at: '/udtraek' })
  await page.getByRole('link', { name: 'Horsens, efterår' }).first().click()
  await page.setInputFiles('input[type=file]', file('kontakter.csv'))
  await page.getByRole('button', { name: 'Hent ind' }).click()
  await page.getByText('Samme CVR-nummer').first().waitFor()
  await page.getByText('Samme telefon').first().waitFor()
  await clean(page)
  await page.keyboard.press('x')
  await page.getByText('Strøget').first().waitFor()
  expect(await (await other.request.get(heard)).text()).toBe(before)
  await page.getByRole('button', { name: 'Aflever svar' }).click()
  await page.getByRole('button', { name: 'Åbn svaret igen' }).waitFor()
  await answerHearing('vibeke')
  await answerHearing('lars')

  const birgit = await product.page({ as: 'birgit', at: '/udtraek' })
  await birgit.getByRole('link', { name: 'Horsens, efterår' }).first().click()
  await birgit.getByRole('button', { name: 'Slut høringen' }).click()
  await birgit.getByText('Sorteret fra i høringen').locator('visible=true').first().waitFor()
})

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

test('a company that asked to be left alone says why not and when again, to every school', async () => {
  const page = await product.page({ as: 'vibeke', at: '/virksomheder' })
  await page.getByRole('link', { name: 'Østergaard Emballage ApS' }).first().click()
  await page.getByText(/Må vi ringe\? Ikke før/).waitFor()
  await clean(page)
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

test('the company follows its own case through the link in the mail, on any phone, and moves the meeting', async () => {
  const birgit = await product.page({ as: 'birgit', at: '/udbakke' })
  const mails = (await (await birgit.request.get(`${product.url}/api/mails`)).json()) as { rows: { body: string }[] }
  const link = mails.rows.map(({ body }) => /\/jeres-forloeb\/\S+/.exec(body)?.[0]).find(Boolean) ?? ''
  const page = await product.page({ at: link, ...phone })
  await page.getByRole('heading', { name: 'Jeres forløb' }).waitFor()
  await page.getByText('Nordfjord Plast A/S').locator('visible=true').first().waitFor()
  expect(await page.getByText('Bageri Lund').count()).toBe(0)
  await clean(page)
  await page.getByRole('button', { name: 'Det passer os' }).click()
  await page.getByRole('button', { name: 'Det passer os' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Flyt eller aflys' }).click()
  await clean(page)
  await page
    .getByRole('button', { name: /^\d+\.\d\d$/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Flyt til/ }).click()
  await page.getByText(/Mødet er flyttet til/).waitFor()
  const wrong = await product.page({ at: `${link.slice(0, -4)}AAAA`, ...phone })
  await wrong.getByText(/gælder ikke længere/).waitFor()
})

test('what came of it hides figures under five, with words', async () => {
  const page = await product.page({ as: 'carl', at: '/resultater' })
  await page.getByText('Horsens, efterår').first().waitFor()
  await page
    .getByText(/færre end fem|vises ikke|skjult/i)
    .first()
    .waitFor()
  await clean(page)
})

test('the same pages in English, without a Danish word in the frame', async () => {
  const page = await product.page({ as: 'birgit', at: '/udtraek', language: 'en' })
  await page.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'en', url: product.url }])
  await page.reload()
  await page.getByRole('link', { name: 'Companies' }).first().waitFor()
  expect(await page.getByRole('navigation').first().innerText()).not.toMatch(/[æøå]/i)
})
