import { test } from 'vitest'
import { useProduct } from './browser.ts'
import { clean, fileCalled } from './steps.ts'

const product = useProduct('small')

test('classes come from the catalogue portal and say how many they need', async () => {
  const page = await product.page({ as: 'birgit', at: '/hold' })
  await page.getByRole('button', { name: 'Hent hold ind' }).click()
  await page.setInputFiles('input[type=file]', fileCalled('hold.csv'))
  await page.getByRole('button', { name: 'Hent 3 hold ind' }).click()
  await page.keyboard.press('Escape')
  await page
    .getByText(/mangler 3/i)
    .first()
    .waitFor()
  await clean(page)
})
