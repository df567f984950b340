import { test } from 'vitest'
import { phone, useProduct } from './browser.ts'
import { clean, today } from './steps.ts'

const product = useProduct('register')

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
