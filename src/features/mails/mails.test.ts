import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { openMail } from '#platform/mail/mail-server'
import { type Letter, post } from '#platform/mail/outbox'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { invite } from '../members/members.schema.ts'
import { listMails, openMailLink, putMailAside, sendMailAgain, showMail } from './mails.schema.ts'

const world = await openWorld()
const birgit = world.as('birgit')
const anne = world.as('anne')
const soren = world.as('soren')
const gone = 'vaek@firma.example'

/** A mail server that knows everyone but one, who has left. */
const got: { to: string; text: string }[] = []
const refused = new Set([gone])
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) =>
    refused.has(address) ? done(Object.assign(new Error('No such person here'), { responseCode: 550 })) : done(),
  onData: (stream, session, done) => {
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => pieces.push(piece))
    stream.on('end', () => {
      got.push({ to: session.envelope.rcptTo[0]?.address ?? '', text: Buffer.concat(pieces).toString() })
      done()
    })
  },
})
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')
const { port } = server.server.address() as { port: number }
const mailFrom = 'VEU-center <veu@oestkysten.example>'

beforeEach(async () => {
  got.length = 0
  refused.add(gone)
  await world.sql('delete from outbox; delete from mail_pause')
  world.database.house.mail = openMail({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom })
})
afterEach(() => {
  world.database.house.mail = null
})
afterAll(async () => {
  await world.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

const letter: Letter = { to: gone, toName: 'Karen Holm', subject: 'Besøg på torsdag', body: 'Vi ses.' }
const lastMail = async () => (await birgit.call(listMails, { query: {} })).rows[0]
const waiting = async (client = birgit) =>
  (await client.call(listWaiting, { query: {} })).rows.filter(({ kind }) => kind === 'mail-given-up')
/** A mail of Anne's that its receiver's side refuses. */
const givenUp = async (given: Letter = letter) => {
  await world.inside('anne', (ctx) => post(ctx, given))
  await world.runJobs()
  return (await lastMail())?.id ?? 0
}

test('who wrote a mail that could not be delivered is told, and so is who runs the centre; nobody else', async () => {
  const id = await givenUp()
  expect(await waiting(anne)).toMatchObject([
    { kind: 'mail-given-up', when: 'today', href: `/udbakke?mail=${id}`, values: { to: 'Karen Holm' } },
  ])
  expect(await waiting()).toHaveLength(1)
  expect([await waiting(world.as('ali')), await waiting(soren)]).toEqual([[], []])
  expect(await anne.call(showMail, { params: { id } })).toMatchObject({
    toName: 'Karen Holm',
    state: 'given-up',
    failure: 'refused',
    tries: 1,
    by: 'Anne Bruun',
    can: { sendAgain: true, correctAddress: true, putAside: true },
  })
  for (const client of [world.as('ali'), soren, world.as('torben')])
    for (const verb of [showMail, putMailAside] as const)
      await expect(client.call(verb, { params: { id } })).rejects.toMatchObject({ code: 'not-found' })
  await expect(soren.call(sendMailAgain, { params: { id }, body: {} })).rejects.toMatchObject({ code: 'not-found' })
})

test('sent again with a corrected address it arrives there, once, and waits for nobody', async () => {
  const id = await givenUp()
  const to = 'Karen.Holm@firma.example'
  const again = await anne.call(sendMailAgain, { params: { id }, body: { to } })
  expect(again).toMatchObject({ state: 'waits', tries: 0, failure: null, to: to.toLowerCase() })
  await anne.call(sendMailAgain, { params: { id }, body: {} })
  await world.runJobs()
  expect(got.map(({ to: receiver }) => receiver)).toEqual([to.toLowerCase()])
  expect([await waiting(anne), await waiting()]).toEqual([[], []])
  // What is sent stays sent.
  expect(await birgit.call(sendMailAgain, { params: { id }, body: {} })).toMatchObject({ state: 'sent' })
  await world.runJobs()
  expect(got).toHaveLength(1)
  const events = await world.sql("select verb from event where subject = 'mail' and subject_id = $1", [id])
  expect(events).toEqual([{ verb: 'sent-again' }])
})

test('eight who send it again at once send one mail', async () => {
  const id = await givenUp()
  refused.delete(gone)
  await Promise.all(Array.from({ length: 8 }, () => anne.call(sendMailAgain, { params: { id }, body: {} })))
  await world.runJobs()
  await world.runJobs()
  expect(got).toHaveLength(1)
})

test('put aside it waits for nobody; sent again it comes back if it is refused again', async () => {
  const id = await givenUp()
  await anne.call(putMailAside, { params: { id } })
  await anne.call(putMailAside, { params: { id } })
  expect([await waiting(anne), await waiting()]).toEqual([[], []])
  await birgit.call(sendMailAgain, { params: { id }, body: {} })
  await world.runJobs()
  expect(await waiting(anne)).toHaveLength(1)
  const events = await world.sql("select verb from event where subject = 'mail' and subject_id = $1 order by id", [id])
  expect(events).toEqual([{ verb: 'put-aside' }, { verb: 'sent-again' }])
})

test('while the server is away the outbox says so, and when it is tried next', async () => {
  const away = openMail({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom })
  world.database.house.mail = away
  await world.inside('anne', (ctx) => post(ctx, { ...letter, to: 'lone@firma.example' }))
  await world.inside('anne', (ctx) => post(ctx, { ...letter, to: 'bo@firma.example' }))
  await world.runJobs()
  const { rows } = await birgit.call(listMails, { query: {} })
  expect(rows).toMatchObject([
    { state: 'waits', failure: 'unreachable', tries: 0, nextTryAt: '2026-11-23T08:01:00.000Z' },
    {
      state: 'waits',
      failure: 'unreachable',
      tries: 1,
      nextTryAt: '2026-11-23T08:01:00.000Z',
      can: { sendAgain: true },
    },
  ])
  world.database.house.mail = openMail({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom })
  await birgit.call(sendMailAgain, { params: { id: rows[0]?.id ?? 0 }, body: {} })
  await world.runJobs()
  expect(got.map(({ to }) => to)).toEqual(['bo@firma.example'])
  world.clock.advance({ minutes: 1 })
  await world.runJobs()
  expect(got.map(({ to }) => to)).toEqual(['bo@firma.example'])
  await world.runJobs()
  expect(got.map(({ to }) => to)).toEqual(['bo@firma.example', 'lone@firma.example'])
})

const invitation = { name: 'Ny Konsulent', email: gone, role: 'consultant', schoolId: world.schools.vuc } as const
const secret = /\/\d+-[\w-]{40,}/

test('an invitation that could not be delivered is shown to who wrote it, once, and to nobody else', async () => {
  await birgit.call(invite, { body: invitation })
  await world.runJobs()
  const mail = (await birgit.call(listMails, { query: {} })).rows.find(({ to }) => to === gone)
  const id = mail?.id ?? 0
  expect(mail).toMatchObject({ state: 'given-up', can: { openLink: true } })
  expect(mail?.body).toContain('…')
  const bodil = world.as('bodil')
  for (const client of [birgit, bodil]) {
    const seen = await Promise.all(
      ['/api/mails', `/api/mails/${id}`, '/api/mails.csv'].map((path) => client.fetch(path)),
    )
    for (const answer of seen) expect(await answer.text()).not.toMatch(secret)
  }
  await expect(bodil.call(openMailLink, { params: { id } })).rejects.toMatchObject({ code: 'not-found' })
  // To another address it is sent only by who wrote it.
  await expect(
    bodil.call(sendMailAgain, { params: { id }, body: { to: 'bodil@oestkysten.example' } }),
  ).rejects.toMatchObject({ code: 'not-allowed' })
  const opened = await Promise.allSettled(
    Array.from({ length: 4 }, () => birgit.call(openMailLink, { params: { id } })),
  )
  const whole = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value.body] : []))
  expect(whole).toEqual([expect.stringMatching(secret)])
  await expect(birgit.call(openMailLink, { params: { id } })).rejects.toMatchObject({ code: 'link-shown' })
  expect(await birgit.call(showMail, { params: { id } })).toMatchObject({ can: { openLink: false } })
  // It still goes whole to its receiver.
  refused.delete(gone)
  await birgit.call(sendMailAgain, { params: { id }, body: {} })
  await world.runJobs()
  const arrived = got.find(({ to }) => to === gone)?.text ?? ''
  expect(arrived.replace(/=\r?\n/g, '')).toMatch(secret)
})

test('a company’s link is shown to nobody, who wrote it neither; it goes on to its receiver, never to someone of the centre', async () => {
  refused.add(gone)
  const booking = { startsAt: '2026-12-01T09:00:00Z', contactName: 'Karen', contactEmail: gone }
  const { id: companyId } = await world.company()
  await birgit.call(bookMeeting, { body: { companyId, personId: world.people.anne.id, ...booking } })
  await world.runJobs()
  const mail = (await birgit.call(listMails, { query: {} })).rows.find(
    ({ to, state }) => to === gone && state === 'given-up',
  )
  const params = { id: mail?.id ?? 0 }
  expect(mail).toMatchObject({
    can: { openLink: false, correctAddress: true },
    body: expect.stringContaining('…') as string,
  })
  await expect(birgit.call(openMailLink, { params })).rejects.toMatchObject({ code: 'not-found' })
  const to = world.people.birgit.email
  await expect(birgit.call(sendMailAgain, { params, body: { to } })).rejects.toMatchObject({ code: 'not-allowed' })
  refused.delete(gone)
  await birgit.call(sendMailAgain, { params, body: {} })
  await world.runJobs()
  const texts = got.filter((one) => one.to === gone).map(({ text }) => text.replace(/=\r?\n/g, ''))
  expect(texts.at(-1)).toMatch(/jeres-forloeb\/\d+-[\w-]{40,}/)
})

test('a calendar file sent again to a corrected address invites that address', async () => {
  await birgit.call(bookMeeting, {
    body: {
      companyId: (await world.company()).id,
      personId: world.people.anne.id,
      startsAt: '2026-12-02T09:00:00Z',
      contactName: 'Karen',
      contactEmail: gone,
    },
  })
  await world.runJobs()
  const mail = (await birgit.call(listMails, { query: {} })).rows.find(({ to }) => to === gone)
  const to = 'karen.holm.med.et.meget.langt.navn@firma-med-langt-navn.example'
  await birgit.call(sendMailAgain, { params: { id: mail?.id ?? 0 }, body: { to } })
  const [row] = await world.sql<{ attachment: string }>('select attachment from outbox where id = $1', [mail?.id])
  const file = row?.attachment ?? ''
  expect(file.replaceAll('\r\n ', '')).toContain(`mailto:${to}\r\n`)
  expect(file).not.toContain(gone)
  expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
})
