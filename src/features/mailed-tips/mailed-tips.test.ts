import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { dateOf } from '#platform/clock'
import { purposesIn } from '#platform/mailbox/mailbox'
import { readMail } from '#platform/mailbox/read-mail'
import { noClaim } from '#platform/portions'
import { houseReachOf } from '#platform/reach'
import { openWorld } from '#testing/world'
import { type Written, writtenMail } from '#testing/written-mail'
import { listWaiting } from '../home/home.schema.ts'
import { seeMailbox, showMailbox } from '../incoming-mails/incoming-mails.schema.ts'
import { takeIn } from '../incoming-mails/taking-in.ts'
import { showMyPartner } from '../partner-page/partner-page.schema.ts'
import { addPartner, addPartnerPerson, endPartner } from '../partners/partners.schema.ts'
import { askAboutTip, nameTipCompany, showTip } from '../tips/tips.schema.ts'
import * as contract from './mailed-tips.schema.ts'
import { mailedTipsWaiting } from './mailed-tips-waiting.table.ts'

const world = await openWorld({
  IMAP_URL: 'imaps://veu%40oestkysten.example:x@mail.oestkysten.example',
  MAIL_CHECKED_BY: 'mx.oestkysten.example',
  MAIL_FROM: 'VEU <udbakke@oestkysten.example>',
})
afterAll(() => world.close())
const { mailbox } = world.database.house
if (!mailbox) throw new Error('There is a mailbox.')
const birgit = world.as('birgit')
const union = await birgit.call(addPartner, {
  body: { name: '3F i Skive', kind: 'union', place: 'Skive', contactEmail: 'Bjarne@3F-skive.example' },
})
const to = (await birgit.call(contract.makeTipAddress, {})).address ?? ''

/** It has been read from the mailbox: what follows, as the house does it. */
const comes = async (mail: Written, arrivedAt: Temporal.Instant | null = null) => {
  const source = Buffer.from(writtenMail({ to, ...mail }))
  const read = { mail: await readMail({ source }), tooLarge: false, arrivedAt }
  for (const purpose of purposesIn(mailbox, source.toString()))
    await houseReachOf(world.database, noClaim).inCentre(purpose.centreId, (ctx) => takeIn(ctx, purpose, read))
}
const waiting = async () => (await birgit.call(contract.listMailedTips, { query: {} })).rows
const newest = async () => {
  const [row] = await waiting()
  return birgit.call(contract.showMailedTip, { params: { id: row?.id ?? 0 } })
}
const kinds = async (who: 'birgit' | 'anne' | 'lars' = 'birgit') =>
  (await world.as(who).call(listWaiting)).rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('mailed-'))
const thanks = () =>
  world.sql<{ recipient: string; subject: string; body: string }>(
    'select recipient, subject, body from outbox order by id',
  )
const tip = { company: 'Nordfjord Plast', words: 'Produktionen går ned', partnerId: union.id }
beforeEach(() => world.sql('delete from mailed_tip; delete from tip; delete from incoming_mail; delete from outbox'))

test('a mail from someone of a partner waits for who runs the centre, thanks once, and is no tip', async () => {
  const mail = { id: '<1@3f.example>' }
  await comes(mail)
  await comes(mail)
  expect(await waiting()).toMatchObject([
    { partner: { name: '3F i Skive' }, fromAddress: 'bjarne@3f-skive.example', vouched: 'unsaid', tipId: null },
  ])
  expect([await kinds('birgit'), await kinds('anne'), await kinds('lars')]).toEqual([['mailed-tip'], [], []])
  expect(await thanks()).toMatchObject([{ recipient: 'bjarne@3f-skive.example' }])
  expect(await world.sql('select answers from outbox')).toEqual([{ answers: '<1@3f.example>' }])
  expect(await world.sql('select from tip')).toEqual([])
})

test('the thanks are the same to the letter, whatever is written and whatever we know of the company', async () => {
  const lund = await world.company({ name: 'Lund Spær ApS' })
  await world.sql('update company set protected = true where id = $1', [lund.id])
  await comes({ body: 'Lund Spær ApS mangler folk', subject: 'Lund' })
  await comes({ body: 'Ingenting', subject: '' })
  await comes({ body: '=cmd', subject: '=cmd|calc' })
  const said = (await thanks()).map(({ subject, body }) => `${subject}\n${body}`)
  expect(said).toHaveLength(3)
  expect(new Set(said).size).toBe(1)
  expect(said[0]).not.toMatch(/Lund|cmd/)
  // Whoever is known by an address alone has no page of his own.
  expect(said[0]).not.toMatch(/aktoer/)
})

test('a stranger, and whoever our own mail server unmasks, waits as such and is thanked by nobody', async () => {
  await comes({ from: 'hvem@som.example' })
  const failing = 'mx.oestkysten.example; dmarc=fail header.from=3f-skive.example'
  await comes({ headers: [`Authentication-Results: ${failing}`] })
  await comes({ from: 'bjarne@3f-skive.example.evil.example' })
  expect((await waiting()).map(({ partner, vouched }) => [partner, vouched])).toEqual([
    [null, 'unsaid'],
    [null, 'failed'],
    [null, 'unsaid'],
  ])
  expect([await kinds(), await thanks()]).toEqual([['mailed-stranger', 'mailed-stranger', 'mailed-stranger'], []])
})

test('what our own mail server found is believed in its own topmost line alone', async () => {
  const line = (server: string, found: string) => `Authentication-Results: ${server}; ${found}`
  const passed = 'dmarc=pass header.from=3f-skive.example'
  await comes({ headers: [line('mx.oestkysten.example', passed)] })
  await comes({ headers: [line('mx.evil.example', passed)] })
  await comes({ headers: [line('mx.andre.example', 'spf=none'), line('mx.oestkysten.example', passed)] })
  await comes({ headers: [line('mx.oestkysten.example', 'dkim=pass header.d=evil.example')] })
  await comes({ headers: [line('mx.oestkysten.example', 'spf=pass smtp.mailfrom=b@3f-skive.example')] })
  expect((await waiting()).map(({ vouched }) => vouched).toReversed()).toEqual([
    'passed',
    'unsaid',
    'unsaid',
    'unsaid',
    'passed',
  ])
})

test('an address that two partners have is nobody’s; one of a partner that we work with no more is a stranger’s', async () => {
  const other = await birgit.call(addPartner, {
    body: { name: '3F i Holstebro', kind: 'union', contactEmail: 'bjarne@3f-skive.example' },
  })
  await comes({})
  await birgit.call(endPartner, { params: { id: other.id } })
  await comes({})
  expect((await waiting()).map(({ partner }) => partner?.name ?? null)).toEqual(['3F i Skive', null])
})

test('it names companies by number and by whole name; they are proposals, and nothing is chosen', async () => {
  const lund = await world.company({ name: 'Bageri Lund ApS', cvr: '10000009' })
  await world.company({ name: 'Lund og Sønner ApS' })
  await comes({ body: `Bageri Lund har travlt. Se også CVR ${lund.cvr}.\n\nHilsen\n-- \nBjarne\n> Hej Bjarne` })
  const { companies, draft } = await newest()
  expect(companies.map(({ name, by }) => [name, by])).toEqual([['Bageri Lund ApS', 'cvr']])
  expect(draft).toBe(`Bageri Lund har travlt. Se også CVR ${lund.cvr}.`)
})

test('an ordinary mail of twelve lines, signed: the company it is about is proposed, not the partner’s own', async () => {
  await world.company({ name: 'Nordfjord Plast ApS' })
  await world.company({ name: '3F Skive-Egnen', cvr: '29000050' })
  const signed = 'Med venlig hilsen\n\nBjarne Odgaard\nFaglig sekretær\n3F Skive-Egnen\nCVR 29000050\nTlf. 97 52 12 34'
  const told =
    'Hej Birgit\n\nTak for sidst på Skive Rådhus i Oktober. Jeg har hørt fra Tillidsmanden og Arbejdsmiljørepræsentanten i Industrigruppen,\nat Ordrerne er færre end i Foråret. Det er hos Nordfjord Plast på Industrivej i Roslev, Glyngøre og Breum.\nMange er hjemsendt Mandag, Tirsdag og Onsdag, og Ledelsen i Aarhus, Odense, Vejle og København siger intet.\nMåske kan I hjælpe Folkene derude med Kurser i Svejsning, Truck, Kran, Dansk og Engelsk.'
  await comes({ subject: 'Et tip', body: `${told}\n\n${signed}\n\nFra: Birgit\nTil: Bjarne\nCVR 10000009` })
  const { companies, draft } = await newest()
  expect(companies.map(({ name, by }) => [name, by])).toEqual([['Nordfjord Plast ApS', 'name']])
  expect(draft).toBe(told.replace('Hej Birgit\n\n', ''))
})

test('of a tip made of a stranger’s mail the mail says still that we do not know whom it came from', async () => {
  await comes({ from: 'per@gmail.example' })
  const { id } = await newest()
  const { tipId } = await birgit.call(contract.makeMailedTip, {
    params: { id },
    body: { ...tip, askedBy: 'Direktøren', askedOn: '2026-11-20' },
  })
  expect(await birgit.call(contract.showMailedTip, { params: { id } })).toMatchObject({ partner: null, tipId })
  expect(await birgit.call(showTip, { params: { id: tipId } })).toMatchObject({
    partner: { name: '3F i Skive' },
    asked: { by: 'Direktøren', on: '2026-11-20' },
  })
})

test('whoever makes a mail a tip has not given it', async () => {
  await comes({})
  const { id } = await newest()
  const { tipId } = await birgit.call(contract.makeMailedTip, { params: { id }, body: tip })
  expect(await world.sql('select given_by from tip where id = $1', [tipId])).toEqual([{ given_by: null }])
  expect(
    await world.sql("select verb from event where subject = 'tip' and subject_id = $1 order by id", [tipId]),
  ).toEqual([{ verb: 'read' }])
})

test('made a tip by a person it is one of the partner’s, of the day it came; the partner sees how far it is', async () => {
  await birgit.call(addPartnerPerson, { params: { id: union.id }, body: { personId: world.people.uffe.id } })
  await comes({})
  world.clock.advance({ hours: 48 })
  const { id } = await newest()
  const { tipId } = await birgit.call(contract.makeMailedTip, { params: { id }, body: tip })
  expect(await birgit.call(showTip, { params: { id: tipId } })).toMatchObject({
    ...{ givenOn: '2026-11-23', reached: 'looking', mayName: false, company: 'Nordfjord Plast' },
    partner: { name: '3F i Skive' },
  })
  expect((await world.as('uffe').call(showMyPartner)).tips).toMatchObject([
    { company: 'Nordfjord Plast', givenOn: '2026-11-23', reached: 'looking' },
  ])
  expect([await waiting(), await kinds()]).toEqual([[], []])
  const again = birgit.call(contract.makeMailedTip, { params: { id }, body: tip })
  await expect(again).rejects.toMatchObject({ code: 'mail-settled' })
  await expect(birgit.call(contract.reopenMailedTip, { params: { id } })).rejects.toMatchObject({
    code: 'mail-settled',
  })
})

test('it is given on the day the mail came, though nobody could read it for days', async () => {
  const came = world.clock.now()
  world.clock.advance({ hours: 72 })
  await comes({}, came)
  const { id, cameAt } = await newest()
  const { tipId } = await birgit.call(contract.makeMailedTip, { params: { id }, body: tip })
  expect(Date.parse(cameAt)).toBe(came.epochMilliseconds)
  expect((await birgit.call(showTip, { params: { id: tipId } })).givenOn).toBe(dateOf(came).toString())
  expect((await thanks()).length).toBe(1)
})

test('a tip is a mail again while nobody has gone on with it: then it stays, for the one who presses a moment later, too', async () => {
  await comes({})
  const { id } = await newest()
  const params = { id }
  const can = async () => (await birgit.call(contract.showMailedTip, { params })).can
  const company = await world.company({ name: 'Nordfjord Plast' })
  const make = () => birgit.call(contract.makeMailedTip, { params, body: { ...tip, companyId: company.id } })
  await make()
  expect(await can()).toEqual({ settle: false, reopen: false, unmake: true })
  await birgit.call(contract.unmakeMailedTip, { params })
  expect([await world.sql('select from tip'), (await waiting()).length, await can()]).toMatchObject([
    [],
    1,
    { settle: true },
  ])
  const { tipId } = await make()
  await birgit.call(askAboutTip, { params: { id: tipId }, body: { toId: world.people.ali.id } })
  expect((await can()).unmake).toBe(false)
  const late = birgit.call(contract.unmakeMailedTip, { params })
  await expect(late).rejects.toMatchObject({ code: 'mailed-tip-gone-on' })
  expect([(await birgit.call(contract.showMailedTip, { params })).tipId, await waiting()]).toEqual([tipId, []])
})

test('taken back by two at once it is so once; what somebody has said of it since, or a mail that is gone, is not lost by that', async () => {
  const stands = () => world.sql('select from tip')
  const company = await world.company({ name: 'Nordfjord Plast' })
  await comes({})
  const params = { id: (await newest()).id }
  const make = () => birgit.call(contract.makeMailedTip, { params, body: tip })
  const unmake = () => birgit.call(contract.unmakeMailedTip, { params })
  await make()
  const pressed = await Promise.allSettled([unmake(), unmake(), unmake()])
  const refused = pressed.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect([refused, (await waiting()).length]).toMatchObject([[{ code: 'mail-settled' }, { code: 'mail-settled' }], 1])
  const { tipId } = await make()
  // As if its words were erased while it is taken back.
  await world.sql('update incoming_mail set settled_by = null, settled_at = null')
  await expect(unmake()).rejects.toMatchObject({ code: 'not-found' })
  expect(await stands()).toHaveLength(1)
  await birgit.call(nameTipCompany, { params: { id: tipId }, body: { companyId: company.id } })
  expect((await birgit.call(contract.showMailedTip, { params })).can.unmake).toBe(false)
  await expect(unmake()).rejects.toMatchObject({ code: 'mailed-tip-gone-on' })
  expect(await stands()).toHaveLength(1)
})

test('of strangers what nobody has read for 30 days is laid aside, says so, and can be put back for as long; a partner’s waits on', async () => {
  await comes({ from: 'x@x.example' })
  await comes({})
  const from = async (vis: 'waits' | 'settled') =>
    (await birgit.call(contract.listMailedTips, { query: { vis } })).rows.map((row) => [row.fromAddress, row.laidAside])
  const aheadOf = async (row: { id: number } | undefined) =>
    (await birgit.call(contract.showMailedTip, { params: { id: row?.id ?? 0 } })).asideOn
  const ends = dateOf(world.clock.now().add({ hours: 24 * 30 })).toString()
  world.clock.advance({ hours: 24 * 29 })
  await world.runJobs()
  const both = await waiting()
  expect([await aheadOf(both[0]), await aheadOf(both[1])]).toEqual([null, ends])
  world.clock.advance({ hours: 25 })
  await world.runJobs()
  expect([await from('waits'), await from('settled')]).toEqual([
    [['bjarne@3f-skive.example', false]],
    [['x@x.example', true]],
  ])
  const [aside] = (await birgit.call(contract.listMailedTips, { query: { vis: 'settled' } })).rows
  await birgit.call(contract.reopenMailedTip, { params: { id: aside?.id ?? 0 } })
  await world.runJobs()
  expect((await waiting()).length).toBe(2)
  world.clock.advance({ hours: 24 * 30 })
  await world.runJobs()
  expect((await waiting()).length).toBe(1)
})

test('all that strangers wrote is put away at once, and put back; what has become a tip meanwhile, and what came or was put back since, stays as it is', async () => {
  for (const from of ['x@x.example', 'y@y.example', 'z@z.example']) await comes({ from })
  await comes({})
  await comes({ from: 'tilbage@t.example' })
  const [back] = await waiting()
  await birgit.call(contract.refuseMailedTip, { params: { id: back?.id ?? 0 } })
  const { strangers, rows } = await birgit.call(contract.listMailedTips, { query: {} })
  const [made, ...others] = rows.flatMap(({ id, partner }) => (partner === null ? [id] : []))
  expect(strangers.count).toBe(3)
  world.clock.advance({ minutes: 1 })
  await birgit.call(contract.reopenMailedTip, { params: { id: back?.id ?? 0 } })
  await birgit.call(contract.makeMailedTip, { params: { id: made ?? 0 }, body: tip })
  await comes({ from: 'ny@ny.example' })
  const settled = await birgit.call(contract.refuseStrangers, { body: { upTo: strangers.upTo ?? '' } })
  expect(new Set(settled.ids)).toEqual(new Set(others))
  expect((await waiting()).map(({ fromAddress }) => fromAddress).toSorted()).toEqual([
    'bjarne@3f-skive.example',
    'ny@ny.example',
    'tilbage@t.example',
  ])
  await birgit.call(contract.reopenMailedTips, { body: settled })
  expect((await waiting()).length).toBe(5)
})

test('who is nobody, and what is about nothing, is said in words on the first page', async () => {
  await comes({ from: '', subject: '' })
  const row = (await birgit.call(listWaiting)).rows.find(({ kind }) => kind === 'mailed-stranger')
  const words = { from: String(row?.values['from']), subject: String(row?.values['subject']) }
  const said = mailedTipsWaiting.kinds['mailed-stranger']
  expect([said.title(words), said.text(words)]).toEqual(['En mail til tipadressen uden afsender', 'Uden emne'])
})

test('not a tip: it is put aside, can be put back, and ten who press at once settle it once', async () => {
  await comes({})
  const { id } = await newest()
  const params = { id }
  await birgit.call(contract.refuseMailedTip, { params })
  expect(await waiting()).toEqual([])
  expect(await birgit.call(contract.showMailedTip, { params })).toMatchObject({ can: { settle: false, reopen: true } })
  await birgit.call(contract.reopenMailedTip, { params })
  expect(await waiting()).toHaveLength(1)
  const pressed = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) =>
      n % 2 === 0
        ? birgit.call(contract.makeMailedTip, { params, body: tip })
        : birgit.call(contract.refuseMailedTip, { params }),
    ),
  )
  expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await world.sql('select from tip')).length).toBeLessThan(2)
})

test('a tip that cannot be one leaves the mail waiting: a personal number, a partner that is not here', async () => {
  await comes({})
  const { id } = await newest()
  const make = (body: Partial<typeof tip>) =>
    birgit.call(contract.makeMailedTip, { params: { id }, body: { ...tip, ...body } })
  await expect(make({ words: 'Spørg 311299-1234' })).rejects.toMatchObject({ code: 'wrong-input' })
  await expect(make({ partnerId: 999 })).rejects.toMatchObject({ code: 'wrong-input' })
  expect(await waiting()).toHaveLength(1)
})

test('of one sender, and of strangers together, only so many may wait: more are counted, and others come in', async () => {
  await comes({})
  await comes({ from: 'x@x.example' })
  const more = (partner: string) =>
    world.sql(`insert into incoming_mail (centre_id, kind, mark, from_address, from_name, vouched, subject, words, cut, attachments, came_at, taken_in_at, old_address)
      select centre_id, kind, mark || n, from_address, from_name, vouched, subject, words, cut, attachments, came_at, taken_in_at, old_address
      from incoming_mail, generate_series(1, 99) n where from_address ${partner};
      insert into mailed_tip (centre_id, mail_id, partner_id, thanked)
      select distinct i.centre_id, i.id, t.partner_id, false from incoming_mail i
      join mailed_tip t on exists (select from incoming_mail f where f.id = t.mail_id and f.from_address = i.from_address)
      where not exists (select from mailed_tip m where m.mail_id = i.id)`)
  await more("= 'x@x.example'")
  await comes({ from: 'y@y.example' })
  await comes({ subject: 'Den anden' })
  const list = await birgit.call(contract.listMailedTips, { query: {} })
  expect([list.rows.length, list.dropped, list.rows[0]?.subject]).toEqual([102, 0, 'Den anden'])
  const crowded = async () =>
    (await birgit.call(showMailbox)).notices.map(({ kind, values }) => [kind, values['mails']])
  expect(await crowded()).toEqual([['mailbox-crowded', 1]])
  await birgit.call(seeMailbox)
  expect(await crowded()).toEqual([])
  // What was looked for is counted no more, the same day either.
  await comes({ from: 'z@z.example' })
  expect(await crowded()).toEqual([['mailbox-crowded', 1]])
  await more("= 'bjarne@3f-skive.example' and subject = 'Den anden'")
  await comes({ subject: 'I hans navn' })
  const checked = 'mx.oestkysten.example; dmarc=pass header.from=3f-skive.example'
  await comes({ subject: 'Ham selv', headers: [`Authentication-Results: ${checked}`] })
  expect((await waiting()).map(({ subject }) => subject)).not.toContain('I hans navn')
  expect((await newest()).subject).toBe('Ham selv')
})

test('another centre, and who does not run this one, read no mail, by no door and in no table', async () => {
  await comes({})
  const { id } = await newest()
  for (const who of ['anne', 'lars', 'carl'] as const) {
    await expect(world.as(who).call(contract.showMailedTip, { params: { id } })).rejects.toMatchObject({ status: 403 })
    expect(await world.inside(who, (ctx) => ctx.db.selectFrom('incomingMail').select('id').execute())).toEqual([])
    expect(await world.inside(who, (ctx) => ctx.db.selectFrom('mailedTip').select('mailId').execute())).toEqual([])
  }
  const other = await world.otherCentre()
  const theirs = world.as('birgit', other)
  await expect(theirs.call(contract.showMailedTip, { params: { id } })).rejects.toMatchObject({ code: 'not-found' })
  expect((await theirs.call(contract.listMailedTips, { query: {} })).rows).toEqual([])
})

test('a new address takes the place of the old one, and partners are told; what is written to the old one waits, and nobody answers it', async () => {
  await birgit.call(addPartnerPerson, { params: { id: union.id }, body: { personId: world.people.uffe.id } })
  const page = async () => (await world.as('uffe').call(showMyPartner)).mailToNewOn
  expect(await page()).toBeNull()
  const { address } = await birgit.call(contract.makeTipAddress, {})
  expect(address).not.toBe(to)
  const told = await thanks()
  expect(told.map(({ recipient }) => recipient)).toEqual(['bjarne@3f-skive.example', world.people.uffe.email])
  expect(told[0]?.body).toContain(address)
  expect(await page()).toBe(dateOf(world.clock.now()).toString())
  await comes({})
  await comes({ to: address ?? '' })
  expect((await waiting()).map((row) => [row.partner?.name, row.oldAddress])).toEqual([
    ['3F i Skive', false],
    ['3F i Skive', true],
  ])
  expect((await thanks()).length).toBe(told.length + 1)
  world.clock.advance({ hours: 24 * 31 })
  expect(await page()).toBeNull()
  world.database.house.mailbox = null
  expect((await birgit.call(contract.listMailedTips, { query: {} })).address).toEqual({
    receives: false,
    address: null,
  })
  await expect(birgit.call(contract.makeTipAddress, {})).rejects.toMatchObject({ code: 'no-mailbox' })
  world.database.house.mailbox = mailbox
})

const kept = () => world.sql('select words, subject, from_address, unread, attachments from incoming_mail')
test('what a mail said is erased 30 days after it was settled, and it does not come again', async () => {
  await comes({ id: '<slet@3f.example>', body: 'Slet mig' })
  await world.sql('update incoming_mail set settled_at = $1, settled_by = $2', [
    world.clock.now().toString(),
    world.people.birgit.id,
  ])
  world.clock.advance({ hours: 24 * 29 })
  await world.runJobs()
  expect(await kept()).toMatchObject([{ words: 'Slet mig' }])
  world.clock.advance({ hours: 25 })
  await world.runJobs()
  expect(await kept()).toEqual([{ words: '', subject: '', from_address: '', unread: null, attachments: [] }])
  await comes({ id: '<slet@3f.example>', body: 'Slet mig' })
  expect(await kept()).toHaveLength(1)
})

test('in a file a mail stands on the day it came in Denmark', async () => {
  const night = Date.parse('2026-12-31T23:30:00Z')
  world.clock.advance({ milliseconds: night - world.clock.now().epochMilliseconds })
  // Of several who make the first at once all have one that leads here.
  await world.sql('delete from incoming_address')
  const made = await Promise.all([1, 2, 3, 4].map(() => birgit.call(contract.makeTipAddress, {})))
  const addresses = new Set(made.map((one) => one.address ?? ''))
  for (const one of addresses) await comes({ to: one, subject: one })
  expect(new Set((await waiting()).map(({ subject }) => subject))).toEqual(addresses)
  const file = await (await birgit.fetch('/api/mailed-tips.csv')).text()
  expect(file).toContain('2027-01-01')
  expect(file).not.toContain('2026-12-31')
})
