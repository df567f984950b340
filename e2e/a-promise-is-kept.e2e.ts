import { test } from 'vitest'
import { useProduct } from './browser.ts'
import { clean } from './steps.ts'

const product = useProduct('called')

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
