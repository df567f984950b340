import { expect, test } from 'vitest'
import { useProduct } from './browser.ts'
import { clean } from './steps.ts'

const product = useProduct('calling')

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
