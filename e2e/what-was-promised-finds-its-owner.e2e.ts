import { expect, test } from 'vitest'
import { linkInMail } from '#testing/link-in-mail'
import { phone, useProduct } from './browser.ts'
import { clean, openCard, today } from './steps.ts'

const product = useProduct('register')

/** One story: each part begins where the one before ended. */
let [id, link] = ['', '']

test('a report without network is sent when there is one, and the company is hers', async () => {
  const anne = await product.page({ as: 'anne', at: '/virksomheder', ...phone })
  id = await openCard(anne, 'Bageri Lund')
  await anne.getByRole('link', { name: 'Skriv besøgsrapport' }).locator('visible=true').click()
  const about = anne.getByRole('textbox', { name: 'Hvad handlede det om?' })
  await about.waitFor()
  await anne.context().setOffline(true)
  await about.fill('De bager om natten og vil gerne lære at regne opskrifter om.')
  await anne.getByLabel('Hvad', { exact: true }).first().fill('I får en prøve i regning')
  await anne.getByLabel('Senest').first().fill(today())
  await anne.getByRole('button', { name: 'Færdig, send når der er net' }).click()
  await anne
    .getByText(/Den sendes, så snart der er net/)
    .first()
    .waitFor()
  await anne.context().setOffline(false)
  await anne.getByText('I får en prøve i regning').first().waitFor()
  await anne.getByRole('button', { name: /send/ }).waitFor({ state: 'detached' })

  // It is hers from now on, and the company gets its page.
  await anne.goto(`${product.url}/virksomheder/${id}`)
  await anne.getByRole('button', { name: 'Det er min virksomhed' }).click()
  await anne.getByRole('button', { name: 'Ja, jeg er fast kontakt' }).click()
  await anne.getByText('Ja, det er din virksomhed').waitFor()
  await clean(anne)
  await anne.getByRole('button', { name: 'Send et link' }).click()
  await anne
    .getByText(/Linket/)
    .first()
    .waitFor()
  const birgit = await product.page({ as: 'birgit', at: '/udbakke' })
  const mails = (await (await birgit.request.get(`${product.url}/api/mails`)).json()) as {
    rows: { id: number; body: string }[]
  }
  link = await linkInMail(
    product.running.dataDir,
    mails.rows.find(({ body }) => body.includes('/jeres-forloeb/'))?.id ?? 0,
  )
  expect(link).not.toBe('')
})

test('a colleague of another school asks her; her yes comes where his card stands open', async () => {
  const anne = await product.page({ as: 'anne' })
  // Ali, of another school, asks; Anne says yes, where the card stands open before him; then he owes them something himself.
  const ali = await product.page({ as: 'ali', at: `/virksomheder/${id}` })
  await ali.getByText('Må vi ringe? Ikke uden Anne').waitFor()
  await ali.keyboard.press('r')
  await ali.locator('#may-we-call:focus').waitFor()
  await ali.keyboard.press('a')
  await ali.getByLabel('Hvad drejer det sig om?').fill('FVU-matematik til natholdet')
  await clean(ali)
  await ali.getByRole('button', { name: 'Send spørgsmålet' }).click()
  await ali.getByText(/Du spurgte Anne Bruun/).waitFor()
  await anne.goto(product.url)
  await anne.getByText('Ali Demir spørger om Bageri Lund').waitFor()
  await anne.goto(`${product.url}/virksomheder/${id}`)
  await anne.getByRole('button', { name: 'Ja', exact: true }).click()
  await anne.getByRole('button', { name: 'Sig ja' }).click()
  await ali.getByText(/Anne Bruun sagde ja/).waitFor()
  await ali.getByRole('button', { name: 'Skriv en aftale ned' }).click()
  await ali.getByRole('textbox', { name: /^Hvad har I aftalt/ }).fill('I får tider på VUC')
  await ali.getByLabel('Senest').fill(today())
  await ali.getByRole('button', { name: 'Tilføj aftalen' }).click()
  await ali.getByText('I får tider på VUC').first().waitFor()
})

test('he leaves: his promise needs someone who says yes, and the company reads the new name', async () => {
  const birgit = await product.page({ as: 'birgit', at: '/medlemmer' })
  await birgit.getByRole('button', { name: 'Luk adgang for Ali Demir' }).click()
  await birgit.getByRole('button', { name: 'Ja, luk adgangen' }).click()
  await birgit.getByText('Ali Demir har ikke længere adgang.').first().waitFor()
  const company = await product.page({ at: link, ...phone })
  await company.getByText('I får tider på VUC').waitFor()
  expect(await company.getByText('Ali Demir').count()).toBe(0)
  await birgit.goto(product.url)
  await birgit
    .getByText(/I får tider på VUC/)
    .first()
    .waitFor()
  await birgit.getByRole('link', { name: 'Giv videre' }).first().click()
  await birgit.getByRole('searchbox', { name: /skriv et navn eller en skole/i }).fill('Pia')
  await birgit.getByRole('button', { name: /Pia Toft/ }).click()
  await birgit.getByRole('button', { name: 'Spørg', exact: true }).click()
  const pia = await product.page({ as: 'pia' })
  await pia.getByRole('link', { name: 'Sig ja eller nej' }).first().click()
  await company.reload()
  await company.getByText('I får tider på VUC').waitFor()
  expect(await company.getByText('Pia Toft').count()).toBe(0)
  await pia.getByRole('button', { name: 'Ja, jeg tager den' }).first().click()
  await pia.getByText('Aftalen er din nu.').waitFor()
  await company.reload()
  await company
    .getByText(/Pia Toft/)
    .first()
    .waitFor()
  await clean(company)
})

test('the company is handed over when the other says so, and reads who has it', async () => {
  const anne = await product.page({ as: 'anne', at: `/virksomheder/${id}` })
  await anne.getByRole('button', { name: 'Giv videre' }).click()
  await anne.getByRole('searchbox', { name: /skriv et navn eller en skole/i }).fill('Pia')
  await anne.getByRole('button', { name: /Pia Toft/ }).click()
  await anne.getByRole('button', { name: 'Spørg', exact: true }).click()
  const pia = await product.page({ as: 'pia', at: `/virksomheder/${id}` })
  await pia.getByRole('button', { name: 'Ja, jeg tager den' }).click()
  await pia.getByText('Du er fast kontakt fra nu af.').first().waitFor()
  const seen = await pia.request.get(`${product.url}/api/cases/${link.split('/').at(-1) ?? ''}`)
  expect(await seen.json()).toMatchObject({ contact: { name: 'Pia Toft', regular: true } })
})
