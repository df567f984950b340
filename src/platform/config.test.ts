import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { readConfig, StartRefused } from '#platform/config'

test('without any setting: port 8090 on this machine only, embedded database, mails in the outbox', () => {
  expect(readConfig({})).toMatchObject({
    port: 8090,
    host: '127.0.0.1',
    baseUrl: 'http://127.0.0.1:8090',
    database: 'embedded',
    smtpUrl: '',
    trustedProxies: [],
  })
})

test('an empty setting is no setting', () => {
  expect(readConfig({ PORT: '', HOST: '', SMTP_URL: '' })).toEqual(readConfig({}))
})

test.each([
  ['PORT', 'abc'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['BASE_URL', 'tovholder.dk'],
  ['BASE_URL', 'ftp://tovholder.dk'],
  ['DATABASE_POOL', '1'],
  ['MAILBOX_ADDRESS', 'veu'],
  ['MAIL_CHECKED_BY', 'mx.centre.example; dmarc=pass'],
  ['EXAMPLES_URL', 'javascript:alert(1)'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused with a sentence that names it, shows it, and says what it means', (name, value) => {
  const read = () =>
    readConfig({ DATABASE_APP_URL: name === 'DATABASE_URL' ? 'postgresql://a@b/c' : '', [name]: value })
  expect(read).toThrow(StartRefused)
  expect(read).toThrow(
    new RegExp(`${name} is "${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}", but must be: \\w.{10,}`),
  )
})

test('a mailbox has a user, a password and an address, and its password stands in no sentence', () => {
  expect(readConfig({}).mailbox).toBeNull()
  expect(readConfig({ IMAP_URL: 'imaps://veu%40Centre.example:a%25b@mail.centre.example' }).mailbox).toEqual({
    ...{ host: 'mail.centre.example', port: 993, secure: true, user: 'veu@Centre.example', password: 'a%b' },
    ...{ folder: 'INBOX', address: 'veu@centre.example', checkedBy: '' },
  })
  const given = { IMAP_URL: 'imap://veu:x@localhost:1143/Tip', MAILBOX_ADDRESS: 'Veu@centre.example' }
  expect(readConfig(given).mailbox).toMatchObject({ port: 1143, secure: false, folder: 'Tip', user: 'veu' })
  expect(() => readConfig({ IMAP_URL: 'imap://veu:x@localhost' })).toThrow(/"veu", is no address.*MAILBOX_ADDRESS/)
  expect(() => readConfig({ IMAP_URL: 'imap://veu@centre.example@localhost' })).toThrow(/IMAP_URL lacks/)
  expect(() => readConfig({ IMAP_URL: 'imap://veu%40c.example:100%@localhost' })).toThrow(/%25/)
})

test.each([
  ['IMAP_URL', 'pop3://veu:hemmeligt@localhost'],
  ['IMAP_URL', 'pop3://veu@centre.example:hemmeligt@host/INBOX'],
  ['IMAP_URL', 'veu@centre.example:hemmeligt@host'],
  ['IMAP_URL', 'veu@centre.example:hem@meligt@host'],
  ['IMAP_URL', 'imaps://veu:hemmeligt'],
  ['SMTP_URL', 'veu@centre.example:hemmeligt@host'],
  ['DATABASE_URL', 'mysql://root:hemmeligt@localhost/x'],
  ['DATABASE_APP_URL', 'root:hemmeligt@localhost/x'],
  ['DATABASE_DIRECT_URL', 'root:hemmeligt@localhost/x'],
  ['SEALING_KEY', 'hemmeligt'],
])('what may hold a password or a key stands in no sentence, however it is written: %s=%s', (name, value) => {
  const read = () =>
    readConfig({ DATABASE_URL: 'postgres://o@b/c', DATABASE_APP_URL: 'postgres://a@b/c', [name]: value })
  expect(read).toThrow(StartRefused)
  expect(read).toThrow(
    new RegExp(`^(?!.*(?:hem|meligt)).*${name} is wrong \\(not shown here\\), but must be: \\w.{10,}`),
  )
})

test('all that is wrong is told at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT is "x"[^]*LOG_LEVEL is "y"/)
})

test('owner and application’s role belong together', () => {
  for (const name of ['DATABASE_URL', 'DATABASE_APP_URL'])
    expect(() => readConfig({ [name]: 'postgresql://a@b/c' })).toThrow(/belong together/)
  expect(readConfig({ DATABASE_URL: 'postgres://o@b/c', DATABASE_APP_URL: 'postgresql://a@b/c' }).database).toEqual({
    ownerUrl: 'postgres://o@b/c',
    appUrl: 'postgresql://a@b/c',
    directUrl: 'postgres://o@b/c',
  })
})

test('addresses: no slash at the end, brackets around IPv6, proxies by comma', () => {
  expect(readConfig({ BASE_URL: 'https://tov.example/' }).baseUrl).toBe('https://tov.example')
  expect(readConfig({ HOST: '::1' }).baseUrl).toBe('http://[::1]:8090')
  expect(readConfig({ TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2,' }).trustedProxies).toEqual(['10.0.0.1', '10.0.0.2'])
})

test('a wrong setting stops the start: the sentence, no stack, exit 1', async () => {
  const env = { PATH: process.env['PATH'], PORT: 'tolv' }
  type Ended = { code: number; stderr: string; stdout: string }
  const started = promisify(execFile)(process.execPath, ['src/main.ts'], { env })
  const { code, stderr, stdout } = await started.then(
    (): Ended => ({ code: 0, stderr: '', stdout: '' }),
    (error: Ended) => error,
  )
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toBe('PORT is "tolv", but must be: port to listen on, 0 to 65535.\n')
})
