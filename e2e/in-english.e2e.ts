import { expect, test } from 'vitest'
import { useProduct } from './browser.ts'

const product = useProduct('register')

test('the same pages in English, without a Danish word in the frame', async () => {
  const page = await product.page({ as: 'birgit', at: '/udtraek', language: 'en' })
  await page.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'en', url: product.url }])
  await page.reload()
  await page.getByRole('link', { name: 'Companies' }).first().waitFor()
  expect(await page.getByRole('navigation').first().innerText()).not.toMatch(/[æøå]/i)
})
