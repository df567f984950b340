import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect, test } from 'vitest'
import { useProduct } from './browser.ts'
import { clean } from './steps.ts'

/** A real mail server, and what it was given. */
const got: string[] = []
const mails = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => pieces.push(piece))
    stream.on('end', () => {
      got.push(Buffer.concat(pieces).toString())
      done()
    })
  },
})
mails.listen(0, '127.0.0.1')
await once(mails.server, 'listening')
afterAll(() => new Promise<void>((resolve) => mails.close(resolve)))
const { port } = mails.server.address() as AddressInfo
const product = useProduct('small', { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'center@oestkysten.example' })

/** The link in the newest mail; lines of a mail break where they like. */
const linkInMail = async () => {
  for (;;) {
    const text = got
      .at(-1)
      ?.replaceAll(/=\r?\n/g, '')
      .replaceAll('=3D', '=')
    const link = text && /https?:\/\/[^\s"<]*(\/adgangskode\/[\w-]+)/.exec(text)?.[1]
    if (link) return link
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

test('a forgotten password: a link comes by mail, works once, and the new password signs in', async () => {
  const page = await product.page({ at: '/log-ind' })
  await page.getByRole('link', { name: 'Glemt adgangskode' }).click()
  await page.getByLabel('E-mail').fill('anne@oets.example')
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('anne@oets.example').waitFor()
  await clean(page)

  const link = await linkInMail()
  await page.goto(`${product.url}${link}`)
  await page.getByLabel('Ny adgangskode', { exact: true }).fill('skinnerne ligger i sneen')
  await clean(page)
  await page.keyboard.press('Enter')
  await page.waitForURL(/log-ind/)
  await page.getByLabel('E-mail').fill('anne@oets.example')
  await page.getByLabel('Adgangskode', { exact: true }).fill('skinnerne ligger i sneen')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Hvad venter' }).waitFor()

  const again = await product.page({ at: link })
  await again.getByRole('link', { name: 'Bed om et nyt link' }).waitFor()
  expect(await again.getByLabel('Ny adgangskode', { exact: true }).count()).toBe(0)
})
