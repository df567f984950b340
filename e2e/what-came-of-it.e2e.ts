import { test } from 'vitest'
import { useProduct } from './browser.ts'
import { clean } from './steps.ts'

const product = useProduct('called')

test('what came of it hides figures under five, with words', async () => {
  const page = await product.page({ as: 'carl', at: '/resultater' })
  await page.getByText('Horsens, efterår').first().waitFor()
  await page
    .getByText(/færre end fem|vises ikke|skjult/i)
    .first()
    .waitFor()
  await clean(page)
})
