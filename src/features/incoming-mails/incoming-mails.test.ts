import { connect, type Socket } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '#platform/db/open'
import type { HouseReach } from '#platform/jobs'
import { openMailbox } from '#platform/mailbox/mailbox'
import { readConfig } from '#platform/config'
import { noClaim } from '#platform/portions'
import { houseReachOf } from '#platform/reach'
import { badMailServers } from '#testing/bad-mail-servers'
import { startDovecot } from '#testing/dovecot'
import { openWorld } from '#testing/world'
import { until } from '#testing/until'
import { type Written, writtenMail } from '#testing/written-mail'
import { listWaiting } from '../home/home.schema.ts'
import { makeTipAddress } from '../mailed-tips/mailed-tips.schema.ts'
import { showReportForm } from '../visits/drafts.schema.ts'
import { hostile, type Row } from './hostile-mails.testing.ts'
import { seeMailbox, showMailbox } from './incoming-mails.schema.ts'
import { pickUp } from './picking-up.ts'

const dovecot = await startDovecot('veu', 'hemmeligt')
const { server, refusing } = badMailServers(dovecot)
const address = 'veu@oestkysten.example'
const settings = { IMAP_URL: dovecot.url, MAILBOX_ADDRESS: address, MAIL_FROM: 'VEU <udbakke@oestkysten.example>' }
const world = await openWorld(settings)
afterAll(async () => {
  await world.close()
  await dovecot.close()
})
const birgit = world.as('birgit')
const to = (await birgit.call(makeTipAddress, {})).address ?? ''

const arrive = (mail: Written) => dovecot.deliver(writtenMail({ to, ...mail }))
const reach = (): HouseReach => houseReachOf(world.database, noClaim)
const read = (longest?: number) => pickUp(reach(), longest)
/** What open pages hear of one visit. */
const heard = async () => {
  const topics = new Set<string>()
  const { inCentre, ...others } = reach()
  await pickUp({
    ...others,
    inCentre: (id, work) =>
      inCentre(id, async (ctx) => {
        const done = await work(ctx)
        for (const notice of ctx.notices) for (const topic of notice.topics) topics.add(topic)
        return done
      }),
  })
  return topics.has('mailbox')
}
const kept = () =>
  world.sql<Row>('select words, subject, from_address, unread, attachments from incoming_mail order by id')
const dropped = async () =>
  Object.fromEntries(
    (await world.sql<{ why: string; mails: number }>('select why, mails from incoming_dropped')).map((row) => [
      row.why,
      row.mails,
    ]),
  )
const state = async () =>
  (
    await world.sql<{ trouble: string | null; failures: number; held_by: string | null; last_uid: string }>(
      'select trouble, failures, held_by, last_uid from mailbox',
    )
  )[0]
const all =
  'delete from mailed_tip; delete from visit_draft_mail; delete from mailed_report; delete from incoming_mail; delete from incoming_dropped; delete from outbox'
const { name } = openMailbox(world.config) ?? { name: '' }
/** The same mailbox, by another way. */
const mailboxAt = (url: string) => {
  const mailbox = openMailbox({ mailbox: readConfig({ ...settings, IMAP_URL: url }).mailbox })
  world.database.house.mailbox = mailbox && { ...mailbox, name }
}
beforeEach(async () => {
  mailboxAt(dovecot.url)
  await world.sql(
    'update mailbox set held_by = null, held_until = null, failures = 0, trouble = null, away_since = null, next_at = null, left_at = null',
  )
  await read()
  await world.sql(all)
})

test('the address ends with what it is for, whose it is, and a secret; a new one takes its place', async () => {
  expect(to).toMatch(/^veu\+tips-\d+-[a-z2-9]{10}@oestkysten\.example$/)
})

test('a mail comes in once, as text, and is marked as read when it is kept; what is written to others is left alone', async () => {
  const before = dovecot.marked()
  arrive({ body: 'Produktionen går ned. Æblerne også.', subject: '=?utf-8?Q?R=C3=B8de_tal?=' })
  arrive({ to: 'veu@oestkysten.example', subject: 'Til nogen anden' })
  arrive({ to: to.replace('tips-1-', 'tips-99-'), subject: 'Et centrum, der ikke er' })
  arrive({ to: to.replace(/-[a-z2-9]{10}@/, '-aaaaaaaaaa@'), subject: 'En adresse, der aldrig var' })
  await read()
  await read()
  expect(await kept()).toMatchObject([
    { words: 'Produktionen går ned. Æblerne også.', subject: 'Røde tal', from_address: 'bjarne@3f-skive.example' },
  ])
  expect(dovecot.marked()).toEqual({ mails: before.mails + 4, read: before.read + 1 })
})

test('a mail came when its server got it: no later than it is read, no earlier than its address was made', async () => {
  world.clock.advance({ hours: 48 })
  const now = world.clock.now()
  const at = (hours: number) => new Date(now.add({ hours }).epochMilliseconds)
  for (const [subject, when] of [
    ['I går', at(-20)],
    ['I fremtiden', at(70)],
    ['I 1999', new Date('1999-12-31')],
  ] as const)
    dovecot.deliver(writtenMail({ to, subject }), when)
  await read()
  const [{ made_at } = { made_at: '' }] = await world.sql<{ made_at: string }>('select made_at from incoming_address')
  const rows = await world.sql<{ came_at: string; taken_in_at: string }>(
    'select came_at, taken_in_at from incoming_mail order by id',
  )
  expect(rows.map(({ came_at }) => Math.round(Date.parse(came_at) / 1000))).toEqual(
    [at(-20), at(0), made_at].map((one) => Math.round(new Date(one).getTime() / 1000)),
  )
  expect(new Set(rows.map(({ taken_in_at }) => Date.parse(taken_in_at))).size).toBe(1)
})

test('a server that does not take it that a mail was read is told again by the next visit, and nothing comes in twice', async () => {
  const before = dovecot.marked()
  const bad = await refusing((asked) => (asked.startsWith('UID STORE') ? 'NO [NOPERM] nej' : undefined))
  mailboxAt(bad.url)
  arrive({ subject: 'Den første' })
  await read()
  arrive({ subject: 'Den anden' })
  await read()
  expect([(await kept()).length, dovecot.marked().read - before.read, await state()]).toMatchObject([
    ...[2, 0],
    { trouble: null, failures: 0 },
  ])
  bad.close()
  mailboxAt(dovecot.url)
  await read()
  expect([(await kept()).length, dovecot.marked().read - before.read]).toEqual([2, 2])
  expect(await world.sql('select unmarked from mailbox')).toEqual([{ unmarked: [] }])
})

test('the same mail twice, by two addresses of ours or numbered anew by its server, comes in once', async () => {
  const twice = async () => (await kept()).filter(({ subject }) => subject === 'To gange').length
  arrive({ id: '<en@3f.example>', subject: 'To gange', headers: [`Delivered-To: ${to.toUpperCase()}`] })
  arrive({ id: '<en@3f.example>', subject: 'To gange' })
  await read()
  expect(await twice()).toBe(1)
  await world.sql("update mailbox set validity = 'another'")
  await read()
  expect(await twice()).toBe(1)
  // The same number with other words is another mail.
  arrive({ id: '<en@3f.example>', subject: 'To gange', body: 'Noget andet' })
  await read()
  expect(await twice()).toBe(2)
})

test('where one of two addresses has no room, the mail stays unread for whoever looks for it; open pages hear of it', async () => {
  const other = await world.otherCentre()
  const theirs = (await world.as('birgit', other).call(makeTipAddress, {})).address ?? ''
  arrive({ to: theirs })
  expect(await heard()).toBe(false)
  await world.sql(`insert into incoming_mail (centre_id, kind, mark, from_address, from_name, vouched, subject, words, cut, attachments, came_at, taken_in_at, old_address)
      select centre_id, kind, mark || n, from_address, from_name, vouched, subject, words, cut, attachments, came_at, taken_in_at, old_address
      from incoming_mail, generate_series(1, 99) n;
      insert into mailed_tip (centre_id, mail_id, thanked) select centre_id, id, false from incoming_mail i
      where not exists (select from mailed_tip m where m.mail_id = i.id)`)
  const before = dovecot.marked()
  arrive({ to: `${to}, ${theirs}`, subject: 'Til begge' })
  expect(await heard()).toBe(true)
  expect((await kept()).filter(({ subject }) => subject === 'Til begge')).toHaveLength(1)
  expect(dovecot.marked()).toEqual({ mails: before.mails + 1, read: before.read })
})

const dies = (): HouseReach => ({
  ...reach(),
  inCentre: async (centreId, work) => {
    await reach().inCentre(centreId, work)
    throw new Error('The process ends here.')
  },
})
test('killed between keeping a mail and marking it: it is read again, known, and marked', async () => {
  const before = dovecot.marked()
  arrive({})
  await expect(pickUp(dies())).rejects.toThrow('The process ends here.')
  expect([await kept(), dovecot.marked().read]).toMatchObject([[{}], before.read])
  world.clock.advance({ minutes: 20 })
  await read()
  expect([(await kept()).length, dovecot.marked().read]).toEqual([1, before.read + 1])
})

test('killed twice after keeping a long mail: read by its head alone the third time, it is known all the same', async () => {
  arrive({ subject: 'Lang', body: `${'z'.repeat(998)}\r\n`.repeat(100) })
  for (let n = 0; n < 2; n++) {
    await expect(pickUp(dies())).rejects.toThrow('The process ends here.')
    world.clock.advance({ minutes: 20 })
  }
  await read()
  expect(await kept()).toMatchObject([{ subject: 'Lang', unread: null }])
})

test('whoever dies with the mailbox in hand holds it for minutes, not for ever', async () => {
  arrive({})
  await world.sql("update mailbox set held_by = 'gone', held_until = $1", [
    world.clock.now().add({ minutes: 10 }).toString(),
  ])
  await read()
  expect(await kept()).toEqual([])
  world.clock.advance({ minutes: 11 })
  await read()
  expect(await kept()).toHaveLength(1)
})

test('eight processes read the mailbox at once: each mail comes in once, and one of them reads', async () => {
  for (let n = 0; n < 6; n++) arrive({ subject: `Nr. ${n}` })
  const databases = Array.from({ length: 8 }, () => openDatabase(world.appUrl, 3, world.clock.now))
  for (const database of databases) database.house = world.database.house
  await Promise.all(databases.map((database) => pickUp(houseReachOf(database, noClaim))))
  for (const database of databases) await database.close()
  expect((await kept()).map(({ subject }) => subject)).toEqual(['Nr. 0', 'Nr. 1', 'Nr. 2', 'Nr. 3', 'Nr. 4', 'Nr. 5'])
  expect(await world.sql('select from outbox')).toHaveLength(0)
  expect(await state()).toMatchObject({ held_by: null, trouble: null })
})

test('no connection to the database is held while the server is spoken to', async () => {
  arrive({})
  const few = openDatabase(world.appUrl, 1, world.clock.now)
  few.house = world.database.house
  await pickUp(houseReachOf(few, noClaim))
  await few.close()
  expect(await kept()).toHaveLength(1)
})

const automatic: readonly [string, Written, string][] = [
  ['an answer that nobody wrote', { headers: ['Auto-Submitted: auto-replied (vacation)'] }, 'auto-reply'],
  ['an older kind of it', { headers: ['Precedence: auto_reply'] }, 'auto-reply'],
  ['a bounce', { headers: ['Return-Path: <>'] }, 'bounce'],
  ['a report of one', { type: 'multipart/report; report-type=delivery-status; boundary=x', body: '--x--' }, 'bounce'],
  ['what the mail server says', { from: 'MAILER-DAEMON@mx.example' }, 'bounce'],
  ['a newsletter', { headers: ['List-Id: <nyt.3f.example>'] }, 'bulk'],
  ['our own mail that comes back', { id: '<1.17@tovholder>' }, 'own'],
  ['one whose number has ten digits', { id: '<1.1012991234@tovholder>' }, 'own'],
]
test('what nobody wrote is laid aside, counted, and nobody answers it: answers, bounces, newsletters, what goes round in a ring', async () => {
  for (const [what, mail] of automatic) arrive({ subject: what, ...mail })
  await read()
  expect([await kept(), await world.sql('select from outbox')]).toEqual([[], []])
  const counts: Record<string, number> = {}
  for (const [, , why] of automatic) counts[why] = (counts[why] ?? 0) + 1
  expect(await dropped()).toEqual(counts)
})

test('Auto-Submitted: no, an answer to a mail of ours, and what is passed on from our own addresses, are written by people', async () => {
  arrive({ headers: ['Auto-Submitted: no', 'In-Reply-To: <1.17@tovholder>'] })
  arrive({ from: 'VEU <udbakke@oestkysten.example>' })
  arrive({ from: address })
  await read()
  expect(await kept()).toHaveLength(3)
})

test('a mail of 30 MB is not fetched: its head is kept, and the next is read', async () => {
  arrive({ subject: 'Stor', body: `${'x'.repeat(998)}\r\n`.repeat(30_000) })
  arrive({ subject: 'Lille' })
  await read()
  expect(await kept()).toMatchObject([
    { subject: 'Stor', words: '', unread: 'too-large', from_address: 'bjarne@3f-skive.example' },
    { subject: 'Lille', unread: null },
  ])
})

test('what is made to be read by nobody comes in as far as it can be read, and the next is read', async () => {
  for (const [, mail] of hostile) arrive(mail)
  arrive({ subject: 'Den sidste' })
  await read()
  const rows = await kept()
  expect(rows.map((row, at) => [hostile[at]?.[0], row])).toMatchObject([
    ...hostile.map(([what, , row]) => [what, row]),
    [undefined, { subject: 'Den sidste', unread: null }],
  ])
  expect(JSON.stringify(await world.sql('select * from incoming_mail'))).not.toMatch(/311299|010180/)
})

const kinds = async (who: 'birgit' | 'anne') =>
  (await world.as(who).call(listWaiting)).rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('mailbox-'))

test('a mail that the server never hands out is left behind within an hour, and told; those after it come in', async () => {
  const { last_uid } = (await state()) ?? { last_uid: '0' }
  arrive({ subject: 'Gives ikke' })
  arrive({ subject: 'Den næste' })
  const bad = await refusing((asked) =>
    asked.startsWith(`UID FETCH ${Number(last_uid) + 1} `) ? 'NO [SERVERBUG] nej' : undefined,
  )
  mailboxAt(bad.url)
  for (let minute = 0; minute < 60; minute++) {
    await read()
    world.clock.advance({ minutes: 1 })
    if (minute === 0) expect(await state()).toMatchObject({ trouble: 'away', failures: 1 })
  }
  bad.close()
  expect([(await kept()).map(({ subject }) => subject), await state()]).toMatchObject([
    ['Den næste'],
    { trouble: null, failures: 0 },
  ])
  expect([await kinds('birgit'), await kinds('anne')]).toEqual([['mailbox-left'], []])
  // The page of mails says the same, of the same source; looked for, it is told no more.
  const said = () => birgit.call(showMailbox)
  expect(await said()).toMatchObject({ address, notices: [{ kind: 'mailbox-left' }] })
  await birgit.call(seeMailbox)
  expect([await kinds('birgit'), (await said()).notices]).toEqual([[], []])
  await world.sql('delete from mailbox_seen')
  world.clock.advance({ hours: 24 * 7 })
  expect(await kinds('birgit')).toEqual([])
})

test('one mail that brings its reader down is left behind, too', async () => {
  arrive({ subject: 'Vælter' })
  arrive({ subject: 'Den næste' })
  let begun = 0
  const falls: HouseReach = {
    ...reach(),
    inCentre: (centreId, work) => {
      begun += 1
      return begun <= 6 ? Promise.reject(new Error('It falls.')) : reach().inCentre(centreId, work)
    },
  }
  for (let n = 0; n < 8; n++) {
    await pickUp(falls).catch(() => undefined)
    world.clock.advance({ minutes: 20 })
  }
  expect([(await kept()).map(({ subject }) => subject), await state()]).toMatchObject([
    ['Den næste'],
    { trouble: null },
  ])
})

test.each([
  ['the name or password is wrong', /^(?:LOGIN|AUTHENTICATE)/, 'NO [AUTHENTICATIONFAILED] nej', 'not-let-in'],
  ['too many are in', /^(?:LOGIN|AUTHENTICATE)/, 'NO [LIMIT] for mange', 'away'],
  ['it is ill', /^(?:LOGIN|AUTHENTICATE)/, 'NO [UNAVAILABLE] senere', 'away'],
  ['what is new it does not say', /^UID SEARCH/, 'NO [SERVERBUG] nej', 'away'],
])('a server says no because %s: what is told of it is so', async (_, asks, answer, trouble) => {
  const bad = await refusing((asked) => (asks.test(asked) ? answer : undefined))
  mailboxAt(bad.url)
  await read()
  expect(await state()).toMatchObject({ trouble, failures: 1 })
  bad.close()
})

test('a folder that is not there is a wrong setting', async () => {
  mailboxAt(dovecot.url.replace('INBOX', 'Findes-ikke'))
  await read()
  expect(await state()).toMatchObject({ trouble: 'not-let-in' })
})

test('a mailbox that is taken away waits for nobody', async () => {
  mailboxAt('imap://veu:forkert@127.0.0.1:1/INBOX')
  await read()
  world.clock.advance({ minutes: 61 })
  expect(await kinds('birgit')).toEqual(['mailbox-away'])
  world.database.house.mailbox = null
  await read()
  expect(await kinds('birgit')).toEqual([])
})

test.each<[string, (socket: Socket) => void, string]>([
  ['hangs up', (socket) => socket.destroy(), 'away'],
  ['says nothing', () => {}, 'away'],
  ['speaks of something else', (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'), 'away'],
  [
    'lets nobody in',
    (socket) => {
      socket.write('* OK [CAPABILITY IMAP4rev1] her\r\n')
      socket.on('data', (said) => {
        const [tag, word] = said.toString().split(' ')
        const no = /login|authenticate/i.test(word ?? '')
        socket.write(`${tag} ${no ? 'NO [AUTHENTICATIONFAILED] nej' : 'OK ja'}\r\n`)
      })
    },
    'not-let-in',
  ],
])('a server that %s is left alone for a while, and all else goes on', async (_, speak, trouble) => {
  const bad = await server(speak)
  mailboxAt(bad.url)
  await read(600)
  expect(await state()).toMatchObject({ trouble, failures: 1, held_by: null })
  // Not before its time.
  await read(600)
  expect(await state()).toMatchObject({ failures: 1 })
  world.clock.advance({ minutes: 2 })
  await read(600)
  expect(await state()).toMatchObject({ failures: 2 })
  bad.close()
  arrive({})
  mailboxAt(dovecot.url)
  world.clock.advance({ minutes: 5 })
  await read()
  expect([await state(), (await kept()).length]).toMatchObject([{ trouble: null, failures: 0 }, 1])
})

test('cut off in the middle of a mail: those before it are kept, and it is read the next time', async () => {
  arrive({ subject: 'Først' })
  arrive({ subject: 'Så', body: `${'y'.repeat(998)}\r\n`.repeat(3000) })
  let passed = 0
  const cutting = await server((socket) => {
    const through = connect(dovecot.port, '127.0.0.1')
    through.on('error', () => {})
    socket.pipe(through)
    through.on('data', (piece) => {
      passed += piece.length
      if (passed > 500_000) socket.destroy()
      else socket.write(piece)
    })
  })
  mailboxAt(cutting.url)
  await read()
  expect([(await kept()).map(({ subject }) => subject), await state()]).toMatchObject([['Først'], { trouble: 'away' }])
  cutting.close()
  mailboxAt(dovecot.url)
  world.clock.advance({ minutes: 2 })
  await read()
  expect((await kept()).map(({ subject }) => subject)).toEqual(['Først', 'Så'])
})

test('a mailbox that has not been read for an hour waits for who runs the centre, and for nobody else', async () => {
  expect(await heard()).toBe(false)
  mailboxAt('imap://veu:forkert@127.0.0.1:1/INBOX')
  expect(await heard()).toBe(true)
  expect(await kinds('birgit')).toEqual([])
  world.clock.advance({ minutes: 61 })
  expect([await kinds('birgit'), await kinds('anne')]).toEqual([['mailbox-away'], []])
  expect((await birgit.call(showMailbox)).notices).toMatchObject([{ kind: 'mailbox-away' }])
  mailboxAt(dovecot.url)
  expect(await heard()).toBe(true)
  expect(await kinds('birgit')).toEqual([])
})

test('what comes to the address of one thing is kept by its reader, also where it is too large, and nothing of it stays here', async () => {
  const { anne } = world.people
  const { id: companyId, cvr } = await world.company({ name: 'Nordhavn Pakkeri A/S' })
  const [{ id } = { id: 0 }] = await world.sql<{ id: number }>(
    `with made as (
       insert into booking (centre_id, company_id, cvr, starts_at, ends_at, contact_name, note, booked_at, uid)
       values ($1, $2, $3, $5::timestamptz, $5::timestamptz + interval '1 hour', 'Pia', '', $5, gen_random_uuid()) returning centre_id, id)
     insert into booking_visitor (centre_id, booking_id, person_id, travel_minutes) select centre_id, id, $4, 0 from made returning booking_id as id`,
    [world.centreId, companyId, cvr, anne.id, world.clock.now().subtract({ hours: 2 }).toString()],
  )
  await world.runJobs()
  const form = () => world.as('anne').call(showReportForm, { query: { bookingId: id } })
  const [from, visit] = [`Anne <${anne.email}>`, (await form()).mailTo ?? '']
  arrive({ to: visit, from, body: `${'x'.repeat(998)}\r\n`.repeat(30_000) })
  arrive({ to: visit, from, body: 'De mangler FVU.' })
  await read()
  expect((await form()).mailed).toMatchObject([{ words: '', unread: 'too-large' }, { words: 'De mangler FVU.' }])
  expect((await kept()).map(({ words, from_address }) => words + from_address)).toEqual(['', ''])
})

test('the house reads each minute, by itself', async () => {
  arrive({})
  await world.runHouseJob('pick-up-mails')
  await until(async () => (await kept()).length === 1)
})
