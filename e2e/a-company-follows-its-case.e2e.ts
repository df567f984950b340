import { expect, test } from 'vitest'
import { phone, useProduct } from './browser.ts'
import { clean } from './steps.ts'

const product = useProduct('called')

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
