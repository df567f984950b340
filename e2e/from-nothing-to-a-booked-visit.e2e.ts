/** An empty installation without a mail server: three schools, no council, and by the pages alone from the first run to the first booked visit. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone, useProduct } from './browser.ts'
import { smallPassword } from './made-worlds.ts'
import { clean, fileCalled, handInAnswer } from './steps.ts'

const product = useProduct('empty')
const schools = [
  { name: 'Fjordens Tekniske Skole', kind: 'technical', leader: 'torben' },
  { name: 'Sprogcenter Nord', kind: 'language', leader: 'sanne' },
  { name: 'VUC Fjordlandet', kind: 'vuc', leader: 'vibeke' },
] as const
const mail = (who: string) => `${who}@fjord.example`
const home = async (page: Page) => {
  await page.goto(`${product.url}/`)
  await page.getByRole('heading', { level: 1, name: 'Hvad venter' }).waitFor()
}
const as = (who: string) => product.page({ as: mail(who) })
const choosePassword = async (page: Page) => {
  await page.getByLabel('Vælg en adgangskode').fill(smallPassword)
  await page.keyboard.press('Enter')
}
/** Copied links, by whom they are for. */
const links: string[] = []

test('the first run makes the centre, and its administrator sees what comes first', async () => {
  const page = await product.page()
  const word = /with the word (\S+)/.exec(product.running.output())?.[1] ?? ''
  await page.getByLabel('Ordet fra starten').fill(word)
  await page.getByLabel('Centrets navn').fill('VEU-samarbejdet Limfjorden')
  await page.getByLabel('Dit navn').fill('Hanne Lind')
  await page.getByLabel('Din e-mail').fill(mail('hanne'))
  await choosePassword(page)
  await page.getByRole('heading', { name: 'Samarbejdet er oprettet' }).waitFor()
  await page.getByText('Vi kan ikke sende mail endnu').waitFor()
  // Nobody has set up a demo beside it: it is told how, and the dialog gives the focus back.
  await page.getByRole('button', { name: 'Se det med eksempler' }).click()
  await page.getByText('En verden med eksempler kører for sig selv').waitFor()
  await clean(page)
  await page.keyboard.press('Escape')
  await clean(page)
})

test('three schools, no council, own words: the rail, the choices of roles and the rules say so', async () => {
  const page = await as('hanne')
  await page.getByRole('link', { name: 'Tilføj skolerne' }).click()
  for (const { name, kind } of schools) {
    await page.getByLabel('Skolens navn').fill(name)
    await page.getByLabel('Slags').selectOption(kind)
    await page.getByLabel('Kommune').selectOption({ label: 'Horsens' })
    await page.getByRole('button', { name: 'Tilføj en skole' }).click()
    await page.getByText(`${name} er med i centret.`).waitFor()
  }
  await clean(page)
  await page.getByRole('tab', { name: 'Navne' }).click()
  await page.getByLabel('Vi har et råd eller en bestyrelse').uncheck()
  await page.getByRole('textbox', { name: 'Uddannelseschef' }).fill('Kursuschef')
  await clean(page)
  await page.getByRole('button', { name: 'Gem navnene' }).click()
  await page.getByText('Navnene er gemt.').waitFor()
  await page.getByRole('tab', { name: 'Personer' }).click()
  const choice = page.getByLabel('Rolle', { exact: true }).locator('option')
  await choice.filter({ hasText: 'Kursuschef' }).waitFor({ state: 'attached' })
  const roles = await choice.allTextContents()
  expect(roles.filter((role) => /råd|Uddannelseschef/.test(role))).toEqual([])
})

test('who shall take part is invited, and each link is copied with one key', async () => {
  const page = await product.page({ as: mail('hanne'), permissions: ['clipboard-read', 'clipboard-write'] })
  for (const who of ['birgit', ...schools.map(({ leader }) => leader)]) {
    await page.goto(`${product.url}/`)
    await page
      .getByRole('link', { name: /^Invitér:/ })
      .first()
      .click()
    await page.getByLabel('Navn', { exact: true }).fill(who)
    await page.getByLabel('E-mail', { exact: true }).fill(mail(who))
    await page.getByRole('button', { name: `Lav linket til ${who}` }).click()
    await page.getByText(`Giv ${who} linket selv`).waitFor()
  }
  await home(page)
  for (let copied = 0; copied < 4; copied += 1) {
    await page
      .getByRole('button', { name: /^Kopiér link/ })
      .first()
      .waitFor()
    await page.keyboard.press('c')
    await page
      .getByText(/Kopieret .*, ikke åbnet/)
      .nth(copied)
      .waitFor()
    links.push(await page.evaluate<string>('navigator.clipboard.readText()'))
  }
  await clean(page)
  expect(new Set(links).size).toBe(4)
})

test('each comes in by the link; the one who runs the centre brings companies and agrees on the rules', async () => {
  for (const link of links) {
    const page = await product.page({ at: new URL(link).pathname })
    await choosePassword(page)
    await page.getByRole('heading', { level: 1, name: 'Hvad venter' }).waitFor()
  }
  const page = await as('birgit')
  await page.getByText('4 af 4 er inde').waitFor()
  await page.getByRole('link', { name: 'Vælg en fil' }).click()
  await page.setInputFiles('input[type=file]', fileCalled('virksomheder.csv'))
  await page.getByRole('button', { name: 'Læs filen' }).click()
  await page.getByRole('button', { name: 'Prøv uden at gemme' }).click()
  await page.getByRole('button', { name: 'Hent 6 virksomheder ind' }).click()
  await page.getByRole('button', { name: 'Fortryd hele importen' }).waitFor()
  await home(page)
  await page.getByRole('link', { name: 'Se forslagene' }).click()
  await page.getByRole('button', { name: 'Gem reglerne' }).click()
  await page.getByText('Reglerne er gemt.').waitFor()
})

test('a leader invites a consultant, whom nobody can book until one press takes the proposed week', async () => {
  const page = await as('torben')
  await page.getByRole('heading', { name: 'Læg skolens kontaktliste ind' }).waitFor()
  await page.goto(`${product.url}/medlemmer`)
  await page.getByLabel('Navn', { exact: true }).fill('Anne Bruun')
  await page.getByLabel('E-mail', { exact: true }).fill(mail('anne'))
  await page.getByRole('button', { name: 'Lav linket til Anne' }).click()
  const link = (await page.locator('.tov-once code').textContent()) ?? ''
  const anne = await product.page({ at: new URL(link).pathname, ...phone })
  await choosePassword(anne)
  await anne.getByText('Ingen kan booke dig endnu').first().waitFor()
  await anne.getByRole('link', { name: 'Læg tider ind' }).click()
  await anne.getByText('Forslaget er hverdage 8–15').waitFor()
  await clean(anne)
  await anne.getByRole('button', { name: 'Brug hverdage 8–15' }).click()
  await anne.getByText('Arbejdstiden er gemt.').waitFor()
  await anne.getByText('Ingen kan booke dig endnu').waitFor({ state: 'detached' })
})

test('the first list is drawn, and its hearing ends with the answers of the three schools', async () => {
  const page = await as('birgit')
  await page.getByText('1 af 1 kan bookes').waitFor()
  await page.getByRole('link', { name: 'Lav et udtræk' }).click()
  await page.getByRole('button', { name: 'Nyt udtræk' }).first().click()
  await page.getByLabel('Navn på listen').fill('Den første')
  await page.getByRole('button', { name: 'Lav listen' }).click()
  await page.getByText('af 6 der passer').waitFor()
  await page.getByRole('button', { name: 'Frys udtrækket' }).click()
  await page.getByRole('button', { name: 'Send i høring' }).click()
  await page.getByRole('button', { name: 'Mind om fristen' }).waitFor()
  const list = page.url()
  await home(page)
  await page.getByText('Venter på: høringen').waitFor()
  for (const { leader } of schools) {
    const school = await as(leader)
    await school.getByRole('link', { name: 'Gå listen igennem' }).first().click()
    await handInAnswer(school)
  }
  await page.goto(list)
  await page.getByRole('button', { name: 'Slut høringen' }).click()
  await page.getByRole('button', { name: 'Slut høringen' }).waitFor({ state: 'detached' })
})

test('the first call becomes a booked visit, and the first day is over', async () => {
  const page = await as('birgit')
  await page.getByRole('main').getByRole('link', { name: 'Ring', exact: true }).first().click()
  await page.getByText(/klar til at blive ringet op/).waitFor()
  await page.keyboard.press('Space')
  await page.getByRole('heading', { name: 'Nordfjord Plast A/S' }).waitFor()
  await page
    .getByRole('button', { name: /Anne Bruun/ })
    .first()
    .waitFor()
  await page.keyboard.press('1')
  await page.keyboard.press('ArrowDown')
  await page.getByLabel('Hvem talte du med?').focus()
  await page.keyboard.type('Pia Nordfjord')
  await page.keyboard.press('Tab')
  await page.keyboard.type('pia@nordfjord-plast.example')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/Besøg booket/).waitFor()
  await home(page)
  await page.getByText(/Første dag: klar i dag/).waitFor()
  expect(await page.getByRole('heading', { name: 'Samarbejdet er oprettet' }).count()).toBe(0)
  await clean(page)
})
