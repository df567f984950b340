import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '#platform/db/open'
import { openMail } from '#platform/mail/mail-server'
import { type Letter, post } from '#platform/mail/outbox'
import { takeMail } from '#platform/mail/leases'
import { sendMails } from '#platform/mail/sending'
import { noClaim } from '#platform/portions'
import { openWorld } from '#testing/world'

type Got = { from: string; to: string[]; text: string }
/** A real mail server on a port of its own; `answers` are the codes for addresses it does not take. */
const mailServer = async (port = 0, answers: Record<string, number> = {}) => {
  const got: Got[] = []
  let asked = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => {
      asked += 1
      done()
    },
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = answers[address]
      return responseCode ? done(Object.assign(new Error('No such person here'), { responseCode })) : done()
    },
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
  return {
    got,
    answers,
    asked: () => asked,
    port: address.port,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
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
type Row = {
  recipient: string
  tries: number
  failed: string | null
  failure: string | null
  sent_at: string | null
  given_up_at: string | null
  next_try_at: Date | null
}
const outbox = () =>
  world.sql<Row>('select recipient, tries, failed, failure, sent_at, given_up_at, next_try_at from outbox order by id')
/** Minutes pass, each with its sweep. */
const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute++) {
    world.clock.advance({ minutes: 1 })
    await world.runJobs()
  }
}
/** What is sent beside the queue, from as many processes as one likes. */
const reachIn = (database = world.database) => {
  const asker = {
    centreId: world.centreId,
    personId: world.people.birgit.id,
    schoolId: null,
    role: 'coordinator',
    source: 'job',
    language: 'da',
  } as const
  return {
    asker,
    database,
    claim: noClaim,
    in: <T>(work: Parameters<typeof database.in<T>>[1]) => database.in(asker, work),
  }
}
const headersOf = ({ text }: Got) => text.slice(0, text.indexOf('\r\n\r\n'))

beforeEach(() => world.sql('delete from outbox; delete from mail_pause'))
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  world.database.house.mail = null
})
afterAll(() => world.close())

test('a mail that answers one by itself says so and names it; what is no number of a mail is named nowhere', async () => {
  const server = await serve()
  for (const answers of ['<1@3f.example>', 'x>\r\nBcc: alle@evil.example', '']) await send(letter({ answers }))
  await send(letter())
  await world.runJobs()
  const heads = server.got.map(headersOf)
  expect(heads.map((head) => /^Auto-Submitted: auto-replied$/m.test(head))).toEqual([true, true, true, false])
  expect(heads.map((head) => /^In-Reply-To: (.*)$/m.exec(head)?.[1] ?? null)).toEqual([
    '<1@3f.example>',
    null,
    null,
    null,
  ])
  expect(heads.join('')).not.toMatch(/evil/)
})

test('a mail that its receiver may want no more of says where, for one press; the address goes when it is sent', async () => {
  const server = await serve()
  await send(letter({ leaveUrl: 'https://tovholder.example/api/notice-stops/1-secret' }))
  await send(letter())
  await world.runJobs()
  const [first, second] = server.got.map((one) => headersOf(one).replace(/\r\n\s+/g, ' '))
  expect(first).toContain('List-Unsubscribe: <https://tovholder.example/api/notice-stops/1-secret>')
  expect(first).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(second).not.toContain('List-Unsubscribe')
  expect(await world.sql('select from outbox where leave_url is not null')).toEqual([])
})

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
    { tries: 1, sent_at: null, failure: 'unreachable', failed: expect.stringMatching(/ECONNREFUSED/) as string },
  ])
  const { got } = await serve(port)
  await minutes(3)
  expect(got).toHaveLength(1)
  expect(await outbox()).toMatchObject([{ failure: null, failed: null }])
})

test('an hour without mail server: one mail looks for it now and then, none is lost, and all are sent once when it is back', async () => {
  const { port, stop } = await serve()
  await stop()
  running.length = 0
  for (let n = 0; n < 30; n++) await send(letter({ to: `nr${n}@smedjen.example` }))
  await minutes(60)
  const waiting = await outbox()
  expect(waiting.filter((row) => row.sent_at === null && row.given_up_at === null)).toHaveLength(30)
  // After 1, 2, 5 and then each 15 minutes: not thirty mails a minute.
  const looked = waiting.reduce((sum, { tries }) => sum + tries, 0)
  expect([looked > 3, looked < 10]).toEqual([true, true])
  const { got } = await serve(port)
  await minutes(16)
  expect(got.flatMap(({ to }) => to).toSorted()).toEqual(waiting.map(({ recipient }) => recipient).toSorted())
})

test('a server that comes back is asked by one mail, and by the rest when that has gone', async () => {
  const { port, stop } = await serve()
  await stop()
  running.length = 0
  for (let n = 0; n < 5; n++) await send(letter({ to: `nr${n}@smedjen.example` }))
  await world.runJobs()
  // Still not well: it greets, and closes whatever is asked of it.
  const closing = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`nr${n}@smedjen.example`, 421]))
  const { got, asked, answers } = await serve(port, closing)
  world.clock.advance({ minutes: 2 })
  await Promise.all([sendMails.run(reachIn(), {}), sendMails.run(reachIn(), {}), sendMails.run(reachIn(), {})])
  expect([asked(), got.length]).toEqual([1, 0])
  for (const address of Object.keys(closing)) delete answers[address]
  await minutes(10)
  expect(got).toHaveLength(5)
})

test('a receiver who is refused holds up nobody else, and is given up at once', async () => {
  const { got, asked } = await serve(0, { 'vaek@smedjen.example': 550 })
  await send(letter({ to: 'vaek@smedjen.example' }))
  await send(letter())
  await minutes(15)
  expect(got.map(({ to }) => to)).toEqual([['lone@smedjen.example']])
  expect(await outbox()).toMatchObject([
    { tries: 1, sent_at: null, failure: 'refused', failed: expect.stringMatching(/550/) as string },
    { tries: 1, given_up_at: null },
  ])
  expect((await outbox())[0]?.given_up_at).not.toBeNull()
  expect(asked()).toBe(2)
})

test('a receiver who asks us to come again is tried at longer and longer intervals, for five days', async () => {
  const { got } = await serve(0, { 'optaget@smedjen.example': 451 })
  await send(letter({ to: 'optaget@smedjen.example' }))
  await world.runJobs()
  const tries: number[] = []
  for (let day = 0; day < 6; day++) {
    for (let hour = 0; hour < 24; hour++) {
      world.clock.advance({ hours: 1 })
      await world.runJobs()
    }
    const [row] = await outbox()
    tries.push(row?.tries ?? 0)
    expect(row?.given_up_at === null).toBe(day < 5)
  }
  // 1, 5, 15 and 60 minutes, then each four hours.
  expect(tries[0]).toBeGreaterThan(7)
  expect(tries[5]).toBeLessThan(40)
  expect(got).toHaveLength(0)
  expect(await outbox()).toMatchObject([{ failure: 'not-now', failed: expect.stringMatching(/451/) as string }])
})

test('a server away for more than five days: what waited as long is given up, what was written since is not', async () => {
  const { port, stop } = await serve()
  await stop()
  running.length = 0
  for (let n = 0; n < 3; n++) await send(letter({ to: `nr${n}@smedjen.example` }))
  await world.runJobs()
  world.clock.advance({ hours: 24 * 4 })
  await send(letter({ to: 'ny@smedjen.example' }))
  await minutes(2)
  expect((await outbox()).filter((row) => row.given_up_at !== null)).toEqual([])
  world.clock.advance({ hours: 25 })
  await minutes(2)
  expect((await outbox()).map((row) => row.given_up_at !== null)).toEqual([true, true, true, false])
  const { got } = await serve(port)
  world.clock.advance({ hours: 1 })
  await minutes(2)
  expect(got.flatMap(({ to }) => to)).toEqual(['ny@smedjen.example'])
})

test('two processes that send at once send each mail once', async () => {
  const { got } = await serve()
  for (let n = 0; n < 20; n++) await send(letter({ to: `nr${n}@smedjen.example` }))
  await Promise.all([sendMails.run(reachIn(), {}), sendMails.run(reachIn(), {}), sendMails.run(reachIn(), {})])
  const receivers = got.flatMap(({ to }) => to)
  expect(receivers).toHaveLength(20)
  expect(new Set(receivers).size).toBe(20)
})

test('a process that dies while it sends: the mail is nobody else’s for a quarter of an hour, then it is sent again', async () => {
  const { got } = await serve()
  await send(letter())
  await world.inside('birgit', takeMail)
  await minutes(10)
  expect(got).toHaveLength(0)
  await minutes(10)
  expect(got).toHaveLength(1)
  expect(await outbox()).toMatchObject([{ tries: 2 }])
})

/** Takes a connection and says nothing. */
const silentServer = async () => {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    sockets,
    port: typeof address === 'object' ? address?.port : undefined,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

test('a mail server that says nothing holds no connection: of a pool of two, both are there for others', async () => {
  const silent = await silentServer()
  const database = openDatabase(world.appUrl, 2, world.clock.now)
  const mail = openMail({ smtpUrl: `smtp://127.0.0.1:${silent.port}`, mailFrom: 'veu@oestkysten.example' })
  database.house = { ...world.database.house, mail }
  for (let n = 0; n < 4; n++) await send(letter({ to: `nr${n}@smedjen.example` }))
  const sending = Array.from({ length: 4 }, () => sendMails.run(reachIn(database), {}))
  await expect.poll(() => silent.sockets.length, { timeout: 150_000 }).toBe(4)
  const reach = reachIn(database)
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => reach.in((ctx) => sql`select pg_sleep(0.01)`.execute(ctx.db))),
  )
  expect(answers).toHaveLength(10)
  expect(silent.sockets.map(({ destroyed }) => destroyed)).toEqual([false, false, false, false])
  silent.stop()
  await Promise.all(sending)
  await database.close()
  expect((await outbox()).map(({ failure }) => failure)).toEqual(Array.from({ length: 4 }, () => 'unreachable'))
})

test('a calendar file stands in the mail as a part that calendars read, and as a file; answers go to whom is said', async () => {
  const { got } = await serve()
  const type = 'text/calendar; charset=utf-8; method=REQUEST'
  await send(
    letter({
      attachment: { name: 'møde.ics', type, text: 'BEGIN:VCALENDAR' },
      replyTo: { name: 'Anne Bruun', email: 'anne@oets.example' },
    }),
  )
  await world.runJobs()
  const text = got[0]?.text ?? ''
  expect(text).toMatch(/^Reply-To: Anne Bruun <anne@oets\.example>/m)
  expect(text).toMatch(/^Content-Type: multipart\/alternative/m)
  const parts = [...text.matchAll(/^Content-Type: ([^\r\n]*(?:\r\n\s+[^\r\n]*)*)/gm)].map((found) => found[1])
  expect(parts).toContain(type)
  expect(parts.some((part) => part?.startsWith('application/ics'))).toBe(true)
  expect(text.split(Buffer.from('BEGIN:VCALENDAR').toString('base64'))).toHaveLength(3)
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
