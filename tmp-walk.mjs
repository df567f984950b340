import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
const url = 'http://127.0.0.1:8611'
const word = /word (\S+)/.exec(readFileSync('/tmp/newempty.log', 'utf8'))[1]
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const people = {}
const make = async (who) => {
  const c = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  c.setDefaultTimeout(8000)
  const p = await c.newPage()
  p.on('pageerror', (e) => console.log('ERR', who, e.message))
  people[who] = p
  return p
}
let n = 0
const shot = async (p, name) => {
  await p.waitForTimeout(300)
  await p.screenshot({ path: `/tmp/newwalk/${String(++n).padStart(2, '0')}-${name}.png` })
}
const pw = 'rebet holder til tolv'
const steps = {
  async setup() {
    const p = await make('anna')
    await p.goto(url)
    await p.getByLabel('Ordet', { exact: false }).first().fill(word)
    await shot(p, 'first-run')
    const f = await p.locator('form label').allTextContents()
    console.log(f)
    await p
      .getByLabel(/Centrets navn|navn på/i)
      .first()
      .fill('VEU-samarbejdet Limfjorden')
    await p.getByLabel('Dit navn').fill('Hanne Lind')
    await p.getByLabel('E-mail').fill('hanne@veu.example')
    await p.locator('input[type=password]').first().fill(pw)
    await p.locator('form button[type=submit]').click()
    await p.waitForURL(/medlemmer|\/$/)
    await shot(p, 'after-setup')
    console.log(p.url())
    await p.goto(url + '/')
    await p.getByText('Samarbejdet er oprettet').waitFor()
    await shot(p, 'home')
  },
  async schools() {
    const p = people.anna
    await p.getByRole('link', { name: 'Tilføj skolerne' }).click()
    for (const [name, kind] of [
      ['Fjordens Tekniske Skole', 'technical'],
      ['VUC Fjordlandet', 'vuc'],
      ['Sprogcenter Nord', 'language'],
    ]) {
      await p.getByLabel('Skolens navn').fill(name)
      await p.getByLabel('Slags').selectOption(kind)
      await p.getByLabel('Kommune').selectOption('787')
      await p.getByRole('button', { name: 'Tilføj skolen' }).click()
      await p.getByText(`${name} er med i centret.`).waitFor()
    }
    await shot(p, 'schools')
    await p.goto(url + '/')
    await p.getByText('Sprogcenter Nord').waitFor()
    await shot(p, 'home-people')
  },
  async invites() {
    const p = people.anna
    for (const [who, mail, i] of [
      ['Birgit Dam', 'birgit@veu.example', 0],
      ['Torben Friis', 'torben@fts.example', 1],
      ['Vibeke Juhl', 'vibeke@vuc.example', 2],
      ['Sanne Nord', 'sanne@sprog.example', 3],
    ]) {
      await p.goto(url + '/')
      await p
        .getByRole('link', { name: /^Invitér:/ })
        .first()
        .click()
      await p.getByLabel('Navn').fill(who)
      await p.getByLabel('E-mail').fill(mail)
      await shot(p, 'invite-' + i)
      await p.getByRole('button', { name: /Lav linket/ }).click()
      await p
        .getByText(/ikke.*mailserver|ingen mailserver/i)
        .first()
        .waitFor()
    }
    await shot(p, 'invited')
    await p.goto(url + '/')
    await p.getByText('Birgit Dam').waitFor()
    const links = []
    for (let i = 0; i < 4; i++) {
      await p.keyboard.press('c')
      await p
        .getByText(/Kopieret .*ikke åbnet/)
        .nth(i)
        .waitFor()
      links.push(await p.evaluate(() => navigator.clipboard.readText()))
    }
    await shot(p, 'copied')
    console.log(links)
    this.links = links
  },
  async accept() {
    const names = ['birgit', 'torben', 'vibeke', 'sanne']
    for (const [i, l] of this.links.entries()) {
      const q = await make(names[i])
      await q.goto(l)
      await q.locator('input[type=password]').first().fill(pw)
      if (i === 0) await shot(q, 'accept')
      await q.locator('form button[type=submit]').click()
      await q.getByRole('heading', { level: 1, name: 'Hvad venter' }).waitFor()
      await shot(q, 'in-' + names[i])
    }
  },
  async import() {
    const p = people.birgit
    await p.goto(url + '/')
    await p.getByRole('link', { name: 'Vælg en fil' }).click()
    await p.setInputFiles('input[type=file]', 'e2e/files/virksomheder.csv')
    await p.getByRole('button', { name: 'Læs filen' }).click()
    await p.getByRole('button', { name: 'Prøv uden at gemme' }).click()
    await p.getByRole('button', { name: 'Hent 6 virksomheder ind' }).click()
    await p.getByRole('button', { name: 'Fortryd hele importen' }).waitFor()
    await shot(p, 'imported')
  },
  async rules() {
    const p = people.birgit
    await p.goto(url + '/')
    await p.getByRole('link', { name: 'Se forslagene' }).click()
    await shot(p, 'rules')
    await p.getByRole('button', { name: 'Gem reglerne' }).click()
    await p.getByText('Reglerne er gemt.').waitFor()
  },
  async consultant() {
    const p = people.torben
    await p.goto(url + '/')
    await shot(p, 'leader-home')
    await p.goto(url + '/medlemmer')
    await p.getByLabel('Navn').fill('Anne Bruun')
    await p.getByLabel('E-mail').fill('anne@fts.example')
    await shot(p, 'leader-invites')
    await p.getByRole('button', { name: /Lav linket/ }).click()
    const l = await p.locator('.tov-once code').textContent()
    const q = await make('anne')
    await q.goto(l)
    await q.locator('input[type=password]').first().fill(pw)
    await q.locator('form button[type=submit]').click()
    await q.getByText('Ingen kan booke dig endnu').first().waitFor()
    await shot(q, 'consultant-home')
    await q.getByRole('link', { name: 'Læg tider ind' }).click()
    await shot(q, 'consultant-calendar')
    await q.getByRole('button', { name: 'Brug hverdage 8–15' }).click()
    await q.getByText('Arbejdstiden er gemt.').waitFor()
    await shot(q, 'consultant-hours')
  },
  async list() {
    const p = people.birgit
    await p.goto(url + '/')
    await shot(p, 'home-list')
    await p.getByRole('link', { name: 'Lav et udtræk' }).click()
    await p.getByRole('button', { name: 'Nyt udtræk' }).first().click()
    await p.getByLabel('Navn på listen').fill('Den første')
    await p.getByRole('button', { name: 'Lav listen' }).click()
    await p.waitForURL(/udtraek\/\d+/)
    await p.getByText('af 6 der passer').waitFor()
    await shot(p, 'draw')
    await p.getByRole('button', { name: 'Frys udtrækket' }).click()
    await p.getByRole('button', { name: 'Send i høring' }).click()
    await p.getByRole('button', { name: 'Mind om fristen' }).waitFor()
    await shot(p, 'hearing')
    this.list = p.url()
  },
  async answers() {
    for (const who of ['torben', 'vibeke', 'sanne']) {
      const p = people[who]
      await p.goto(url + '/')
      await shot(p, 'asked-' + who)
      await p
        .getByRole('link', { name: /Svar|Gennemgå|listen/i })
        .first()
        .click()
      await p.getByRole('button', { name: 'Aflever svar' }).click()
      const any = p.getByRole('button', { name: 'Aflever alligevel' })
      const done = p.getByRole('button', { name: 'Åbn svaret igen' })
      await done.or(any).waitFor()
      if (await any.isVisible()) await any.click()
      await done.waitFor()
    }
    const p = people.birgit
    await p.goto(this.list)
    await shot(p, 'answered')
    console.log(await p.getByRole('button').allTextContents())
    await p
      .getByRole('button', { name: /Slut høringen|Åbn for ringning|Afslut høringen/ })
      .first()
      .click()
    await p.waitForTimeout(800)
    await shot(p, 'ended')
  },
  async call() {
    const p = people.birgit
    await p.goto(url + '/')
    await shot(p, 'home-call')
    await p.getByRole('link', { name: 'Ring', exact: true }).last().click()
    await p.waitForURL(/ring/)
    await p.waitForTimeout(800)
    await shot(p, 'ring')
    console.log(await p.getByRole('button').allTextContents())
  },
}
const ctx = {}
for (const [name, f] of Object.entries(steps)) {
  const from = Date.now()
  try {
    await f.call(ctx)
    console.log('ok', name, Date.now() - from)
  } catch (e) {
    console.log('FAIL', name, e.message.slice(0, 600))
    for (const [w, p] of Object.entries(people))
      await p.screenshot({ path: `/tmp/newwalk/fail-${w}.png` }).catch(() => {})
    break
  }
}
if (process.argv[2] !== 'keep') await browser.close()
