import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone, useProduct } from './browser.ts'
import { clean, fileCalled, handInAnswer, openCard, openHearing } from './steps.ts'

const product = useProduct('hearing')
const smith = 'Åens Murerfirma I/S'

/** All that a page's owner is told under these addresses, to the byte. */
const told = (page: Page, addresses: readonly string[]) =>
  Promise.all(addresses.map(async (address) => (await page.request.get(`${product.url}${address}`)).text()))

/** What another school reads of the company, and the numbers of it. */
let seen: string[] = []

test('the school finds its own contacts, strikes with the keyboard, and no other school sees a thing', async () => {
  const other = await product.page({ as: 'vibeke', at: '/udtraek' })
  await openHearing(other)
  await other.getByText('Havnens Smede ApS').first().or(other.getByText('Ikke genkendt 5')).first().waitFor()
  const heard = other.url().replace('/hoering/', '/api/hearings/')
  const before = await (await other.request.get(heard)).text()

  const page = await product.page({ as: 'torben', at: '/udtraek' })
  await openHearing(page)
  await page.setInputFiles('input[type=file]', fileCalled('kontakter.csv'))
  await page.getByRole('button', { name: 'Hent ind' }).click()
  await page.getByText('Samme CVR-nummer').first().waitFor()
  await page.getByText('Samme telefon').first().waitFor()
  await clean(page)
  await page.keyboard.press('x')
  await page.getByText('Strøget').first().waitFor()
  expect(await (await other.request.get(heard)).text()).toBe(before)
})

test('who finds internships strikes a company, and no other school’s page moves by a byte', async () => {
  const ali = await product.page({ as: 'ali', at: '/virksomheder' })
  const id = await openCard(ali, smith)
  await ali.goto(`${product.url}/udtraek`)
  await openHearing(ali)
  await ali
    .getByText(smith)
    .first()
    .or(ali.getByText(/Ikke genkendt/))
    .first()
    .waitFor()
  const hearing = ali.url().replace(product.url, '').replace('/hoering/', '/api/hearings/')
  seen = [hearing, `${hearing}/companies`, '/api/waiting', `/api/companies/${id}`, `/api/companies/${id}/events`]
  const before = await told(ali, seen)

  const mette = await product.page({ as: 'mette', ...phone })
  await mette.getByRole('link', { name: 'Gå listen igennem' }).first().click()
  await mette.getByText(/Ikke genkendt \d/).click()
  await clean(mette)
  await mette.getByRole('checkbox', { name: new RegExp(smith) }).check()
  await mette.getByText('Strøget').first().waitFor()
  expect(await told(ali, seen)).toEqual(before)
})

test('the hearing ends: the struck company is called by nobody', async () => {
  for (const who of ['torben', 'vibeke', 'lars']) {
    const leader = await product.page({ as: who, at: '/udtraek' })
    await openHearing(leader)
    await handInAnswer(leader)
  }
  const birgit = await product.page({ as: 'birgit', at: '/udtraek' })
  await openHearing(birgit)
  await birgit.getByRole('button', { name: 'Slut høringen' }).click()
  await birgit.getByText('Sorteret fra i høringen').locator('visible=true').first().waitFor()

  const soren = await product.page({ as: 'soren' })
  await soren
    .getByRole('button', { name: /Østergaard Emballage ApS/ })
    .first()
    .waitFor()
  expect(await soren.getByText(smith).count()).toBe(0)
})

test('she is asked to take it, and only her own school ever sees that', async () => {
  const ali = await product.page({ as: 'ali' })
  const after = await told(ali, seen)
  const mette = await product.page({ as: 'mette', ...phone })
  await mette.getByText(`Du sorterede ${smith} fra. Tager du fat i dem?`).waitFor()
  await clean(mette)
  await mette.getByRole('link', { name: 'Tag dem' }).first().click()
  const row = mette.getByRole('listitem').filter({ hasText: smith })
  await row.getByRole('button', { name: 'Jeg tager den' }).click()
  await mette.getByText(/Mette Lauridsen tager fat i den/).waitFor()
  await clean(mette)
  expect(await told(ali, seen)).toEqual(after)
})

test('“gerne senere” holds at every school until the day it ends, and whoever presses is led to the answer', async () => {
  const soren = await product.page({ as: 'soren' })
  await soren
    .getByRole('button', { name: /Østergaard Emballage ApS/ })
    .first()
    .click()
  await soren.getByRole('heading', { name: 'Østergaard Emballage ApS' }).waitFor()
  await soren.keyboard.press('2')
  await soren.keyboard.press('Control+Enter')
  await soren.getByRole('heading', { name: 'Østergaard Emballage ApS' }).waitFor({ state: 'detached' })
  const answers: string[] = []
  for (const [who, key] of [
    ['anne', 'r'],
    ['ali', 'b'],
    ['pia', 'r'],
  ] as const) {
    const page = await product.page({ as: who, at: '/virksomheder' })
    await openCard(page, 'Østergaard Emballage ApS')
    answers.push((await page.getByText(/Må vi ringe\? Ikke før/).textContent()) ?? '')
    await page.keyboard.press(key)
    await page.locator('#may-we-call:focus').waitFor()
    expect(await page.locator('[aria-modal=true]').count()).toBe(0)
  }
  expect(new Set(answers).size).toBe(1)
})
