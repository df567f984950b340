import { test } from 'vitest'
import { useProduct } from './browser.ts'
import { clean } from './steps.ts'

const product = useProduct('register')

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
