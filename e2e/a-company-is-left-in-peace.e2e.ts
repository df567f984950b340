import { test } from 'vitest'
import { useProduct } from './browser.ts'
import { clean } from './steps.ts'

const product = useProduct('called')

test('a company that asked for peace says why not and when again, to every school', async () => {
  const page = await product.page({ as: 'vibeke', at: '/virksomheder' })
  await page.getByRole('link', { name: 'Østergaard Emballage ApS' }).first().click()
  await page.getByText(/Må vi ringe\? Ikke før/).waitFor()
  await clean(page)
})
