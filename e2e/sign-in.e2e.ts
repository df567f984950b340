import { expect, test } from 'vitest'
import { axeFindings, phone, useProduct } from './browser.ts'

const product = useProduct('small')

test('the sign-in page greets in Danish and has nothing that axe would mark, wide and narrow', async () => {
  for (const screen of [{}, phone]) {
    const page = await product.page(screen)
    await page.getByRole('button', { name: /log ind/i }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  }
})

test('who is signed in sees what waits, and no error in the console', async () => {
  const page = await product.page({ as: 'birgit' })
  await page.getByRole('main').waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  expect(product.errors).toEqual([])
})
