import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { openMail } from '#platform/mail/mail-server'
import { type Letter, post, sendMails } from '#platform/mail/outbox'
import { noClaim } from '#platform/portions'
import { openWorld } from '#testing/world'

type Got = { from: string; to: string[]; text: string }
/** A real mail server on a port of its own; `refuse` are addresses it does not take. */
const mailServer = async (port = 0, refuse: string[] = []) => {
  const got: Got[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      refuse.includes(address) ? done(Object.assign(new Error('No such person here'), { responseCode: 550 })) : done(),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        got.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(pieces).toString(),
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address() as { port: number }
  return { got, port: address.port, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}
type Running = Awaited<ReturnType<typeof mailServer>>

const world = await openWorld()
const running: Running[] = []
const serve = async (...given: Parameters<typeof mailServer>) => {
  const server = await mailServer(...given)
  running.push(server)
  const mailFrom = 'VEU-center <veu@oestkysten.example>'
  world.database.house.mail = openMail({ smtpUrl: `smtp://127.0.0.1:${server.port}`, mailFrom })
  return server
}
const letter = (more: Partial<Letter> = {}): Letter => ({
  to: 'lone@smedjen.example',
  toName: 'Lone Smed',
  subject: 'Møde på torsdag',
  body: 'Vi ses æ ø å.',
  ...more,
})
const send = (given: Letter) => world.inside('birgit', (ctx) => post(ctx, given))
type Row = { recipient: string; tries: number; failed: string | null; sent_at: string | null }
const outbox = () => world.sql<Row>('select recipient, tries, failed, sent_at from outbox order by id')
const headersOf = ({ text }: Got) => text.slice(0, text.indexOf('\r\n\r\n'))

beforeEach(() => world.sql('delete from outbox'))
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  world.database.house.mail = null
})
afterAll(() => world.close())

test('without a mail server a mail stays in the outbox, untried', async () => {
  await send(letter())
  await world.runJobs()
  expect(await outbox()).toMatchObject([{ recipient: 'lone@smedjen.example', tries: 0, sent_at: null }])
})

test('a mail is sent once, with its words, sender, receiver and attachment', async () => {
  const { got } = await serve()
  await send(
    letter({ attachment: { name: 'møde.ics', type: 'text/calendar; method=REQUEST', text: 'BEGIN:VCALENDAR' } }),
  )
  await world.runJobs()
  await world.runJobs()
  expect(got).toHaveLength(1)
  const [mail] = got
  expect(mail).toMatchObject({ from: 'veu@oestkysten.example', to: ['lone@smedjen.example'] })
  expect(mail?.text).toMatch(/^Subject: =\?UTF-8\?Q\?M=C3=B8de_p=C3=A5_torsdag\?=/m)
  expect(mail?.text).toMatch(/^Content-Type: text\/calendar; method=REQUEST/m)
  expect(mail?.text).toMatch(/^Message-ID: <\d+\.\d+@tovholder>/m)
  const [row] = await outbox()
  expect([row?.tries, row?.failed, row?.sent_at === null]).toEqual([1, null, false])
})

test('an address with a secret goes to the receiver and stands in the outbox no more', async () => {
  const { got } = await serve()
  const secret = 'q'.repeat(43)
  const bodies = async () => JSON.stringify(await world.sql('select body from outbox'))
  await send(letter({ body: `Klik: https://tovholder.example/invitation/1-${secret}\n\nHilsen` }))
  expect(await bodies()).toContain(secret)
  await world.runJobs()
  expect(got[0]?.text.replace(/=\r?\n/g, '')).toContain(secret)
  expect(await bodies()).toContain('Klik: https://tovholder.example/invitation/1-…\\n\\nHilsen')
  expect(await bodies()).not.toContain(secret)
})

test('a change that is taken back sends nothing', async () => {
  const { got } = await serve()
  await world
    .inside('birgit', async (ctx) => {
      await post(ctx, letter())
      throw new Error('taken back')
    })
    .catch(() => {})
  await world.runJobs()
  expect([got.length, (await outbox()).length]).toEqual([0, 0])
})

test('while the server is down mails wait with the reason, and go out once when it is back', async () => {
  const { port, stop } = await serve()
  await stop()
  running.length = 0
  await send(letter())
  await world.runJobs()
  expect(await outbox()).toMatchObject([
    { tries: 1, sent_at: null, failed: expect.stringMatching(/ECONNREFUSED/) as string },
  ])
  const { got } = await serve(port)
  await world.runJobs()
  await world.runJobs()
  expect(got).toHaveLength(1)
  expect(await outbox()).toMatchObject([{ failed: null }])
})

test('a receiver who is refused holds up nobody else, and is given up after ten tries', async () => {
  const { got } = await serve(0, ['vaek@smedjen.example'])
  await send(letter({ to: 'vaek@smedjen.example' }))
  await send(letter())
  for (let minute = 0; minute < 15; minute++) await world.runJobs()
  expect(got.map(({ to }) => to)).toEqual([['lone@smedjen.example']])
  expect(await outbox()).toMatchObject([
    { tries: 10, sent_at: null, failed: expect.stringMatching(/550/) as string },
    { tries: 1 },
  ])
})

test('two processes that send at once send each mail once', async () => {
  const { got } = await serve()
  for (let n = 0; n < 20; n++) await send(letter({ to: `nr${n}@smedjen.example` }))
  const { birgit } = world.people
  const asker = {
    centreId: world.centreId,
    personId: birgit.id,
    schoolId: null,
    role: 'coordinator',
    source: 'job',
    language: 'da',
  } as const
  const reach = {
    asker,
    database: world.database,
    claim: noClaim,
    in: <T>(work: Parameters<typeof world.database.in<T>>[1]) => world.database.in(asker, work),
  }
  await Promise.all([sendMails.run(reach, {}), sendMails.run(reach, {}), sendMails.run(reach, {})])
  const receivers = got.flatMap(({ to }) => to)
  expect(receivers).toHaveLength(20)
  expect(new Set(receivers).size).toBe(20)
})

test.each<[string, Partial<Letter>]>([
  ['subject', { subject: 'Hej\r\nBcc: spion@evil.example\r\n\r\nKøb nu' }],
  ['name', { toName: 'Lone\r\nBcc: spion@evil.example' }],
  ['name with brackets', { toName: 'Lone" <spion@evil.example>, "' }],
  ['address', { to: 'lone@smedjen.example\r\nRCPT TO:<spion@evil.example>' }],
  ['two addresses', { to: 'lone@smedjen.example, spion@evil.example' }],
  [
    'attachment',
    { attachment: { name: 'a"\r\nBcc: spion@evil.example', type: 'text/plain\r\nBcc: spion@evil.example', text: 'x' } },
  ],
])('a line break in the %s adds no header and no receiver', async (_, more) => {
  const { got } = await serve()
  await send(letter(more))
  await world.runJobs()
  for (const mail of got) {
    expect(mail.to).toEqual(['lone@smedjen.example'])
    expect(headersOf(mail)).not.toMatch(/^(bcc|cc)\s*:/im)
    expect(mail.text).not.toMatch(/^Bcc:/im)
  }
})
