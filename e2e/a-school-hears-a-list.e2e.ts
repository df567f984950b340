import { expect, test } from 'vitest'
import { useProduct } from './browser.ts'
import { clean, fileCalled, handInAnswer, openHearing } from './steps.ts'

const product = useProduct('hearing')

test('the school finds its own contacts, strikes with the keyboard, and no other school sees a thing', async () => {
  const other = await product.page({ as: 'vibeke', at: '/udtraek' })
  await openHearing(other)
  await other.getByText('Havnens Smede ApS').first().or(other.getByText('Ikke genkendt 5')).first().waitFor()
  const heard = other.url().replace('/hoering/', '/api/hearings/')
  const before = await (await other.request.get(heard)).text()

  const page = await product.page({ as: 'torben', at: '/udtraek' })
  await openHearing(page)
  await page.setInputFiles('input[type=file]', fileCalled('kontakter.csv'))
  await page.getByRole('button', { name: 'Hent ind' }).click()
  await page.getByText('Samme CVR-nummer').first().waitFor()
  await page.getByText('Samme telefon').first().waitFor()
  await clean(page)
  await page.keyboard.press('x')
  await page.getByText('Strøget').first().waitFor()
  expect(await (await other.request.get(heard)).text()).toBe(before)
  await handInAnswer(page)
  for (const who of ['vibeke', 'lars']) {
    const theirs = await product.page({ as: who, at: '/udtraek' })
    await openHearing(theirs)
    await handInAnswer(theirs)
  }

  const birgit = await product.page({ as: 'birgit', at: '/udtraek' })
  await openHearing(birgit)
  await birgit.getByRole('button', { name: 'Slut høringen' }).click()
  await birgit.getByText('Sorteret fra i høringen').locator('visible=true').first().waitFor()
})
