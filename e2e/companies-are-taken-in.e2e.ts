import { test } from 'vitest'
import { useProduct } from './browser.ts'
import { clean, fileCalled } from './steps.ts'

const product = useProduct('small')

test('the coordinator takes companies in from an Excel file: guessed columns, dry run, bad row by line, undo at hand', async () => {
  const page = await product.page({ as: 'birgit', at: '/import' })
  await page.setInputFiles('input[type=file]', fileCalled('virksomheder.csv'))
  await page.getByRole('button', { name: 'Læs filen' }).click()
  await page.getByRole('button', { name: 'Prøv uden at gemme' }).click()
  await page.getByRole('button', { name: 'Hent 6 virksomheder ind' }).waitFor()
  await page.getByText('12345678').first().waitFor()
  await clean(page)
  await page.getByRole('button', { name: 'Hent 6 virksomheder ind' }).click()
  await page.getByRole('button', { name: 'Fortryd hele importen' }).waitFor()
  await page.goto(`${product.url}/virksomheder`)
  await page.getByRole('link', { name: 'Østergaard Emballage ApS' }).first().waitFor()
  await page.getByText('Nej, reklamebeskyttet').first().waitFor()
  await clean(page)
})
