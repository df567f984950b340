import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#platform/context'
import { purposesIn } from '#platform/mailbox/mailbox'
import { readMail } from '#platform/mailbox/read-mail'
import { noClaim } from '#platform/portions'
import { houseReachOf } from '#platform/reach'
import { openWorld } from '#testing/world'
import { type Written, writtenMail } from '#testing/written-mail'
import { cancelBooking } from '../bookings/bookings.schema.ts'
import { changeRules, showRules } from '../centre/centre.schema.ts'
import { system } from '../centre/centre.ts'
import { listWaiting } from '../home/home.schema.ts'
import { takeIn } from '../incoming-mails/taking-in.ts'
import { endMailed } from '../mailed-words/mailed-words.sql.ts'
import { endMailedWords } from '../mailed-words/mailed-words.ts'
import { endMembership } from '../members/members.schema.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import { dropDraft, saveDraft, showReportForm } from '../visits/drafts.schema.ts'
import { askForReports } from './asking.ts'
import { layAsideStrangers } from './coming-in.ts'
import * as contract from './mailed-reports.schema.ts'

const world = await openWorld({
  IMAP_URL: 'imaps://veu%40oestkysten.example:x@mail.oestkysten.example',
  MAIL_CHECKED_BY: 'mx.oestkysten.example',
  // Nobody answers there: what is written stays in the outbox.
  SMTP_URL: 'smtp://127.0.0.1:9',
})
afterAll(() => world.close())
const { mailbox } = world.database.house
if (!mailbox) throw new Error('There is a mailbox.')
const { people } = world
const [anne, ali, birgit] = [world.as('anne'), world.as('ali'), world.as('birgit')]
const company = await world.company({ name: 'Nordhavn Pakkeri A/S' })

/** Held from 8 to 9 on the Monday, by Anne and Ali. */
const held = async (who: readonly ('anne' | 'ali')[] = ['anne', 'ali'], startsAt = '2026-11-23T07:00:00Z') => {
  const [{ id } = { id: 0 }] = await world.sql<{ id: number }>(
    `insert into booking (centre_id, company_id, cvr, starts_at, ends_at, contact_name, booked_at, uid, note)
     values ($1, $2, $3, $4::timestamptz, $4::timestamptz + interval '1 hour', 'Pia Lund', '2026-11-20T09:00:00Z', gen_random_uuid(), '') returning id`,
    [world.centreId, company.id, company.cvr, startsAt],
  )
  for (const [at, name] of who.entries())
    await world.sql(
      'insert into booking_visitor (centre_id, booking_id, person_id, travel_minutes, position) values ($1, $2, $3, 0, $4)',
      [world.centreId, id, people[name].id, at + 1],
    )
  return id
}
const asHouse = (work: (ctx: Ctx) => Promise<void>) => world.database.in(system(world.centreId, 'job'), work)
const sweep = (at?: string) => {
  if (at) world.clock.set(at)
  return asHouse((ctx) => askForReports.run(ctx))
}
const addressOf = async (bookingId: number) => {
  const [{ token } = { token: '' }] = await world.sql<{ token: string }>(
    'select token from incoming_address_of where about_id = $1',
    [bookingId],
  )
  return `veu+besoeg-${world.centreId}-${token}@oestkysten.example`
}
/** It has been read from the mailbox: what follows, as the house does it. */
const comes = async (to: string, mail: Written = {}) => {
  const source = Buffer.from(writtenMail({ to, from: people.anne.email, ...mail }))
  const read = { mail: await readMail({ source }), tooLarge: false, arrivedAt: null }
  for (const purpose of purposesIn(mailbox, source.toString()))
    await houseReachOf(world.database, noClaim).inCentre(purpose.centreId, (ctx) => takeIn(ctx, purpose, read))
}
type Who = typeof anne
const form = (who: Who, bookingId: number) => who.call(showReportForm, { query: { bookingId } })
const words = async (who: Who, bookingId: number) => (await form(who, bookingId)).mailed.map((one) => one.words)
const parked = async (vis: 'waits' | 'settled' = 'waits') =>
  (await birgit.call(contract.listMailedReports, { query: { vis } })).rows
const newest = async () => (await parked())[0]?.id ?? 0
const letters = () =>
  world.sql<{ recipient: string; subject: string; body: string; reply_to: string | null; answers: string | null }>(
    'select recipient, subject, body, reply_to, answers from outbox order by id',
  )
const refusal = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'done',
    (error: unknown) => error,
  )
const draft = {
  ...{ about: '', needs: [], topics: [], tookPart: [], promises: [], visitedAt: null, regularContact: null, mails: [] },
}
const report = { about: 'Det gik godt.', needs: [], topics: [], promises: [] }
const failing = 'Authentication-Results: mx.oestkysten.example; dmarc=fail header.from=x.example'

beforeEach(async () => {
  world.clock.set('2026-11-23T10:00')
  await world.sql(
    `delete from visit_draft_mail; delete from mailed_report; delete from report_asked; delete from incoming_mail; delete from incoming_dropped;
     delete from incoming_address_of; delete from outbox; delete from visit; delete from visit_draft; delete from booking_visitor; delete from booking;
     delete from contact_mark; update membership set left_at = null`,
  )
})

test('each who went is asked once, by day, in his own language, and answers to the visit’s own address', async () => {
  await world.sql("update person set language = 'en' where id = $1", [people.ali.id])
  const id = await held()
  await sweep('2026-11-23T08:30')
  expect(await letters()).toEqual([])
  await Promise.all(Array.from({ length: 4 }, () => sweep('2026-11-23T09:00')))
  await world.sql("update person set language = 'da' where id = $1", [people.ali.id])
  const to = await addressOf(id)
  const sent = (await letters()).toSorted((a, b) => a.recipient.localeCompare(b.recipient))
  expect(sent).toMatchObject([
    { recipient: people.ali.email, reply_to: to, subject: expect.stringContaining('Monday 23 November') as string },
    {
      ...{ recipient: people.anne.email, reply_to: to },
      subject: 'Besøgsrapport: Nordhavn Pakkeri A/S, mandag 23. november kl. 8.00',
      body: expect.stringContaining(`Hvordan gik det hos Nordhavn Pakkeri A/S?`) as string,
    },
  ])
  expect([(await form(anne, id)).mailTo, (await form(birgit, id)).mailTo]).toEqual([to, null])
  await sweep('2026-11-24T10:00')
  expect(await letters()).toHaveLength(2)
})

test('nobody is asked at night, who has begun, who has left, of a meeting called off or reported, long after, nor where no mail goes out or comes in', async () => {
  const [begun, off, reported] = [
    await held(['anne']),
    await held(['ali']),
    await held(['ali'], '2026-11-23T05:00:00Z'),
  ]
  await anne.call(saveDraft, { query: { bookingId: begun }, body: { ...draft, about: 'Vi talte' } })
  await world.sql('update booking set cancelled_at = $2 where id = $1', [off, '2026-11-22T10:00Z'])
  await ali.call(reportVisit, { body: { bookingId: reported, ...report } })
  await held(['ali'], '2026-11-19T09:00:00Z')
  const gone = await held(['ali'], '2026-11-23T19:00:00Z')
  await sweep('2026-11-23T10:00')
  await sweep('2026-11-23T23:00')
  await sweep('2026-11-24T06:59')
  await world.sql('update membership set left_at = $2 where person_id = $1', [people.ali.id, '2026-11-24T05:00Z'])
  await sweep('2026-11-24T07:30')
  expect(await letters()).toEqual([])
  await world.sql('update membership set left_at = null')
  const { house } = world.database
  world.database.house = { ...house, mail: null }
  await sweep('2026-11-24T07:31')
  world.database.house = { ...house, mailbox: null }
  await sweep('2026-11-24T07:32')
  expect([await letters(), (await form(ali, gone)).mailTo]).toEqual([[], null])
  world.database.house = house
  await sweep('2026-11-24T07:33')
  expect((await letters()).map(({ recipient }) => recipient)).toEqual([people.ali.email])
})

test('what one who went answers lies in his draft and nowhere else: nobody but him reads it, and the mail itself is erased', async () => {
  const id = await held()
  await sweep()
  const to = await addressOf(id)
  await world.sql('delete from outbox')
  const quoted = 'Den man. 23. nov. 2026 kl. 10.00 skrev VEU <veu@oestkysten.example>:\r\n> Hvordan gik det?'
  const body = `De mangler FVU. CPR 311299-1234\r\n\r\nVh Anne\r\n\r\n${quoted}`
  await comes(to, { id: '<1@x.example>', body, from: `Anne <${people.anne.email.toUpperCase()}>` })
  await comes(to, { id: '<1@x.example>', body })
  await comes(to, { from: people.ali.email, body: 'Alis ord' })
  expect([await words(anne, id), await words(ali, id), await words(birgit, id)]).toEqual([
    ['De mangler FVU. CPR ******-****'],
    ['Alis ord'],
    [],
  ])
  // Neither the coordinator nor the house itself sees it in any table.
  for (const asker of [
    { ...system(world.centreId, 'job') },
    { ...system(world.centreId), personId: people.birgit.id, role: 'coordinator' },
  ])
    await world.database.in(asker, async (ctx) => {
      expect(await ctx.db.selectFrom('visitDraftMail').select('words').execute()).toEqual([])
      expect(await ctx.db.selectFrom('visitDraft').select('body').execute()).toEqual([])
    })
  expect(await world.sql('select words, subject, from_address, erased_at is null as kept from incoming_mail')).toEqual(
    Array.from({ length: 2 }, () => ({ words: '', subject: '', from_address: '', kept: false })),
  )
  expect([await parked(), await parked('settled')]).toEqual([[], []])
  const [answer, ...more] = await letters()
  expect([answer, more.length]).toMatchObject([
    {
      recipient: people.anne.email,
      answers: '<1@x.example>',
      body: expect.stringContaining(`/besoeg/${id}/rapport`) as string,
    },
    1,
  ])
  expect(JSON.stringify([answer, more])).not.toMatch(/FVU|Alis ord/)
  const said = async (who: Who) =>
    (await who.call(listWaiting)).rows.find(({ kind }) => kind === 'visit-report')?.values['mails']
  expect([await said(anne), await said(birgit)]).toEqual([1, undefined])
})

test('several add up, beside what is typed in any window; none is lost before the report is sent, and none comes back', async () => {
  const id = await held(['anne'])
  await sweep()
  const to = await addressOf(id)
  const query = { bookingId: id }
  await anne.call(saveDraft, { query, body: { ...draft, about: 'Skrevet i browseren' } })
  await Promise.all([comes(to, { body: 'Første' }), comes(to, { body: 'Anden' })])
  expect((await words(anne, id)).toSorted()).toEqual(['Anden', 'Første'])
  const [one, two] = (await form(anne, id)).mailed
  await anne.call(saveDraft, { query, body: { ...draft, about: 'Skrevet\n\nFørste', mails: [one?.id ?? 0] } })
  // A window that knew of no mail types on: it takes nothing away.
  await anne.call(saveDraft, { query, body: { ...draft, about: 'Et andet vindue' } })
  expect([(await form(anne, id)).draft?.body.mails, (await words(anne, id)).length]).toEqual([[], 2])
  await anne.call(reportVisit, { body: { bookingId: id, ...report, mails: [one?.id ?? 0] } })
  expect((await form(anne, id)).mailed).toMatchObject([{ id: two?.id, words: two?.words }])
  await anne.call(dropDraft, { query: { ...query, mails: [two?.id ?? 0] } })
  expect((await form(anne, id)).mailed).toEqual([])
})

test('with a draft that is thrown away goes what stands in it and what was seen beside it, and no mail that came meanwhile', async () => {
  const id = await held(['anne'])
  await sweep()
  const to = await addressOf(id)
  for (const body of ['I kladden', 'Ved siden af', 'Kom imens']) await comes(to, { body })
  const [inside = 0, beside = 0] = (await form(anne, id)).mailed.map((one) => one.id)
  await anne.call(saveDraft, { query: { bookingId: id }, body: { ...draft, about: 'x', mails: [inside] } })
  await anne.call(dropDraft, { query: { bookingId: id, mails: [beside] } })
  expect([await words(anne, id), (await form(anne, id)).draft]).toEqual([['Kom imens'], null])
})

test('beside a report that was sent, or with who has left, words stay 30 days; beside one that is to be written they stay', async () => {
  const [sent, open, left] = [await held(), await held(['anne']), await held(['ali'], '2026-11-23T05:00:00Z')]
  await sweep()
  for (const id of [sent, open]) await comes(await addressOf(id))
  await comes(await addressOf(left), { from: people.ali.email })
  await ali.call(reportVisit, { body: { bookingId: sent, ...report } })
  await world.sql('update membership set left_at = $2 where person_id = $1', [people.ali.id, '2026-11-23T12:00Z'])
  const stay = async () => {
    await asHouse((ctx) => endMailedWords.run(ctx))
    const rows = await world.sql<{ id: number }>('select booking_id as id from visit_draft_mail order by 1')
    return rows.map((one) => one.id)
  }
  world.clock.set('2026-12-23T09:00')
  expect(await stay()).toEqual([sent, open, left])
  // Neither who runs the centre nor another centre ends them.
  world.clock.set('2026-12-24T10:00')
  for (const asker of [
    system(world.centreId + 1, 'job'),
    { ...system(world.centreId), personId: people.birgit.id, role: 'coordinator' as const },
  ])
    await world.database.in(asker, (ctx) => endMailed(ctx, '2027-01-01T00:00:00Z'))
  expect(await world.sql('select from visit_draft_mail')).toHaveLength(3)
  expect(await stay()).toEqual([open])
})

test('a meeting that was moved is asked about anew; what is written before it is a draft that cannot be sent yet', async () => {
  const id = await held(['anne'])
  await sweep()
  await world.sql("update booking set starts_at = '2026-11-25T07:00Z', ends_at = '2026-11-25T08:00Z' where id = $1", [
    id,
  ])
  await sweep('2026-11-23T11:00')
  expect(await letters()).toHaveLength(1)
  await Promise.all(Array.from({ length: 4 }, () => sweep('2026-11-25T09:00')))
  await sweep('2026-11-25T10:00')
  expect(await letters()).toHaveLength(2)
  world.clock.set('2026-11-24T10:00')
  await comes(await addressOf(id), { body: 'Før mødet' })
  expect(await words(anne, id)).toEqual(['Før mødet'])
  expect((await letters()).at(-1)?.body).toContain('Mødet er først onsdag 25. november')
})

test('where the centre wants nobody to be asked nobody is, and a mail to the visit’s address is a draft all the same', async () => {
  const rules = await birgit.call(showRules)
  await birgit.call(changeRules, { body: { ...rules, askByMail: false } })
  const id = await held(['anne'])
  await sweep()
  await comes(await addressOf(id), { body: 'Af sig selv' })
  await birgit.call(changeRules, { body: rules })
  expect(await words(anne, id)).toEqual(['Af sig selv'])
  expect((await letters()).map(({ answers }) => answers === null)).toEqual([false])
})

test('the address is shown while what is written to it is a draft, and to who goes now', async () => {
  const id = await held(['anne'])
  await sweep()
  const to = await addressOf(id)
  const shown = async () => [(await form(anne, id)).mailTo, (await form(ali, id)).mailTo]
  expect(await shown()).toEqual([to, null])
  // Handed on between the question and the answer.
  await world.sql('update booking_visitor set person_id = $2 where booking_id = $1', [id, people.ali.id])
  expect(await shown()).toEqual([null, to])
  await world.sql('delete from outbox')
  await comes(to, { body: 'Jeg var der ikke' })
  expect(await parked()).toMatchObject([{ parked: 'not-there', person: { name: people.anne.name } }])
  const body = expect.stringContaining('ikke står som en af dem') as string
  expect(await letters()).toMatchObject([{ recipient: people.anne.email, body }])
  expect(JSON.stringify(await letters())).not.toContain(company.name)
  await world.sql("update booking set cancelled_at = '2026-11-23T10:00Z' where id = $1", [id])
  expect(await shown()).toEqual([null, null])
  const params = { id: await newest() }
  const can = async () => (await birgit.call(contract.showMailedReport, { params })).can.give
  const off = await can()
  await world.sql('update booking set cancelled_at = null where id = $1', [id])
  expect([off, await can()]).toEqual([false, true])
  world.clock.advance({ hours: 24 * 31 })
  expect(await shown()).toEqual([null, null])
})

test('whose report was sent by another is told by whom', async () => {
  const id = await held()
  await sweep()
  await ali.call(reportVisit, { body: { bookingId: id, ...report } })
  await comes(await addressOf(id), { body: 'For sent' })
  await comes(await addressOf(id), { body: 'For sent', from: people.ali.email })
  const [toAnne, toAli] = (await letters()).slice(-2).map(({ body }) => body)
  expect(toAnne).toContain(`${people.ali.name} har allerede sendt rapporten`)
  expect(toAli).toContain('Ret selv rapporten')
})

test('a mail to two visits lies in both drafts; a page is read as text, what is passed on is the report, and what did not come along is said', async () => {
  const [one, two] = [await held(['anne']), await held(['anne'], '2026-11-23T05:00:00Z')]
  await sweep()
  const both = `${await addressOf(one)}, ${await addressOf(two)}`
  await comes(both, { type: 'text/html; charset=utf-8', body: '<p>Hej</p><p>To <b>besøg</b></p>' })
  expect([await words(anne, one), await words(anne, two)]).toEqual([['To besøg'], ['To besøg']])
  await comes(await addressOf(one), {
    subject: 'Fwd: Tak for i dag',
    type: 'multipart/mixed; boundary=x',
    body: '--x\r\nContent-Type: text/plain\r\n\r\n---------- Forwarded message ---------\r\nFrom: Pia\r\nSubject: Tak\r\n\r\nVi vil have truck.\r\n--x\r\nContent-Type: application/pdf; name="plan.pdf"\r\nContent-Disposition: attachment; filename="plan.pdf"\r\n\r\n%PDF\r\n--x--',
  })
  expect((await form(anne, one)).mailed[1]).toMatchObject({ words: 'Vi vil have truck.', attachments: ['plan.pdf'] })
  await comes(await addressOf(one), { body: 'x '.repeat(5000) })
  expect((await form(anne, one)).mailed[2]).toMatchObject({ cut: true })
})

test('what is no draft waits for who runs the centre, and says why; who is of the house is told', async () => {
  const [id, off, late] = [
    await held(['anne']),
    await held(['anne'], '2026-11-23T05:00:00Z'),
    await held(['anne'], '2026-11-20T05:00:00Z'),
  ]
  await sweep()
  await world.sql('delete from outbox')
  const to = await addressOf(id)
  await comes(to, { from: 'anne.privat@post.example' })
  await comes(to, { headers: [failing] })
  await comes(to, { from: people.ali.email })
  await comes(to, { from: '' })
  await birgit.call(cancelBooking, { params: { id: off }, body: { why: 'x' } }).catch(() => undefined)
  await world.sql('update booking set cancelled_at = $2 where id = $1', [off, '2026-11-22T10:00Z'])
  await comes(await addressOf(off))
  await anne.call(reportVisit, { body: { bookingId: id, ...report } })
  await comes(to, { body: 'For sent' })
  const [open, closed] = [await addressOf(late), Temporal.Duration.from({ hours: 24 * 31 })]
  world.clock.advance(closed)
  await comes(open)
  const why = (await parked()).map((one) => `${one.parked} ${one.person?.name ?? 'nobody'}`).toReversed()
  expect(why.slice(0, 4).join()).toBe(`stranger nobody,forged nobody,not-there ${people.ali.name},stranger nobody`)
  expect(why.slice(4)).toEqual(['not-held', 'reported', 'ended'].map((one) => `${one} ${people.anne.name}`))
  expect((await letters()).map(({ recipient, body }) => [recipient, /allerede sendt/.test(body)])).toEqual([
    [people.ali.email, false],
    [people.anne.email, false],
    [people.anne.email, true],
    [people.anne.email, false],
  ])
  const kinds = async (who: Who) =>
    (await who.call(listWaiting)).rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('mailed-report'))
  expect([new Set(await kinds(birgit)), await kinds(anne)]).toEqual([
    new Set(['mailed-report', 'mailed-report-stranger']),
    [],
  ])
  expect(await words(anne, off)).toEqual([])
})

test('given to one who went it lies in his draft, with whom it is from; taken back while it stands in nothing that he wrote', async () => {
  const id = await held()
  await sweep()
  await comes(await addressOf(id), { from: 'anne.privat@post.example', body: 'Fra min egen adresse' })
  const params = { id: await newest() }
  const shown = () => birgit.call(contract.showMailedReport, { params })
  expect(await shown()).toMatchObject({
    goers: [{ name: people.anne.name }, { name: people.ali.name }],
    can: { give: true },
  })
  const give = (personId: number) => refusal(birgit.call(contract.giveMailedReport, { params, body: { personId } }))
  expect(await give(people.birgit.id)).toMatchObject({ code: 'wrong-input' })
  await birgit.call(contract.giveMailedReport, { params, body: { personId: people.anne.id } })
  expect(await give(people.ali.id)).toMatchObject({ code: 'mail-settled' })
  expect((await form(anne, id)).mailed).toMatchObject([
    { words: 'Fra min egen adresse', from: 'anne.privat@post.example' },
  ])
  expect([await words(ali, id), await words(birgit, id), await shown()]).toMatchObject([
    ...[[], []],
    { givenTo: { name: people.anne.name }, can: { takeBack: true, reopen: false } },
  ])
  await birgit.call(contract.takeBackMailedReport, { params })
  expect([await words(anne, id), (await parked()).length]).toEqual([[], 1])
  await birgit.call(contract.giveMailedReport, { params, body: { personId: people.anne.id } })
  await anne.call(saveDraft, { query: { bookingId: id }, body: { ...draft, about: 'x', mails: [params.id] } })
  expect((await shown()).can.takeBack).toBe(false)
  expect(await refusal(birgit.call(contract.takeBackMailedReport, { params }))).toMatchObject({
    code: 'mailed-report-taken',
  })
  await anne.call(reportVisit, { body: { bookingId: id, ...report, mails: [params.id] } })
  await comes(await addressOf(id), { from: 'en.anden@post.example' })
  const late = { params: { id: await newest() } }
  expect((await birgit.call(contract.showMailedReport, late)).can.give).toBe(false)
  expect(
    await refusal(birgit.call(contract.giveMailedReport, { ...late, body: { personId: people.anne.id } })),
  ).toMatchObject({ code: 'mailed-report-too-late' })
})

test('laid aside and put back, by ten at once once; a stranger’s ends by itself after 30 days', async () => {
  const id = await held(['anne'])
  await sweep()
  const to = await addressOf(id)
  await comes(to, { from: 'hvem@som.example' })
  const params = { id: await newest() }
  await Promise.all(
    Array.from({ length: 10 }, () => birgit.call(contract.refuseMailedReport, { params }).catch(() => undefined)),
  )
  expect(await world.sql("select from event where subject = 'mailed_report' and verb = 'refused'")).toHaveLength(1)
  expect(await parked('settled')).toMatchObject([{ laidAside: false }])
  await birgit.call(contract.reopenMailedReport, { params })
  expect(await birgit.call(contract.showMailedReport, { params })).toMatchObject({ asideOn: '2026-12-23' })
  world.clock.advance({ hours: 24 * 30 })
  await asHouse((ctx) => layAsideStrangers.run(ctx))
  expect([await parked(), await parked('settled')]).toMatchObject([[], [{ laidAside: true }]])
  // Several together: what came since, and what one of the house wrote, waits on; what was given meanwhile is not put back.
  for (const from of ['a@x.example', 'b@x.example', people.ali.email]) await comes(to, { from })
  const waits = await birgit.call(contract.listMailedReports, { query: { vis: 'waits' } })
  world.clock.advance({ minutes: 1 })
  await comes(to, { from: 'c@x.example' })
  const [since = 0, ofAli = 0, b = 0, a = 0] = (await parked()).map((one) => one.id)
  const { ids } = await birgit.call(contract.refuseReportStrangers, { body: { upTo: waits.strangers.upTo ?? '' } })
  expect([new Set(ids), (await parked()).map((one) => one.id)]).toEqual([new Set([a, b]), [since, ofAli]])
  await birgit.call(contract.reopenMailedReport, { params: { id: a } })
  await birgit.call(contract.giveMailedReport, { params: { id: a }, body: { personId: people.anne.id } })
  expect(await birgit.call(contract.reopenMailedReports, { body: { ids } })).toEqual({ ids: [b] })
  expect((await birgit.call(contract.listMailedReports, { query: { vis: 'waits' } })).strangers.count).toBe(2)
})

test('what nobody wrote is answered by nobody, what is made to be read by nobody comes in as far as it can be', async () => {
  const id = await held(['anne'])
  await sweep()
  await world.sql('delete from outbox')
  const to = await addressOf(id)
  await comes(to, { headers: ['Auto-Submitted: auto-replied (vacation)'] })
  await comes(to, { id: '<1.17@tovholder>' })
  expect([await words(anne, id), await parked(), await letters()]).toEqual([[], [], []])
  const parts = `${'--x\r\n\r\nx\r\n'.repeat(1000)}--x--`
  await comes(to, { type: 'multipart/mixed; boundary=x', body: parts })
  await comes(to, { subject: '=cmd|calc', body: 'a\u0000b', type: 'text/plain; charset=klingon-8' })
  const calendar = `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n'.repeat(20_000)}END:VCALENDAR`
  await comes(to, { type: 'text/calendar; method=REQUEST', body: calendar })
  const came = (await form(anne, id)).mailed
  expect(came.map(({ unread }) => unread)).toEqual(['unreadable', null, null])
  expect(came[1]?.words).toMatch(/^a.?b$/)
  await comes(to, { from: 'hvem@som.example', subject: '=cmd|calc' })
  const file = await (await birgit.fetch('/api/mailed-reports.csv')).text()
  expect(file).toContain("'=cmd|calc")
})

test('in a day only so many of one become drafts and are answered, and only so many strangers’ wait', async () => {
  const id = await held(['anne'])
  await sweep()
  await world.sql('delete from outbox')
  const to = await addressOf(id)
  await comes(to)
  await world.sql(
    `insert into incoming_mail (centre_id, kind, mark, from_address, from_name, vouched, subject, words, cut, attachments, came_at, taken_in_at, old_address)
     select centre_id, kind, 'm' || n, '', '', 'unsaid', '', '', false, '{}', came_at, taken_in_at, false from incoming_mail, generate_series(1, 49) n;
     insert into mailed_report (centre_id, mail_id, booking_id, person_id, answered, taken_in_at)
     select i.centre_id, i.id, ${id}, ${people.anne.id}, i.mark in ('m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12', 'm13', 'm14', 'm15', 'm16', 'm17', 'm18', 'm19'), i.taken_in_at
     from incoming_mail i where i.mark like 'm%' and length(i.mark) < 4`,
  )
  await comes(to, { body: 'En for meget' })
  expect([await words(anne, id), (await letters()).length]).toMatchObject([{ length: 1 }, 1])
  expect(await world.sql('select why, mails from incoming_dropped')).toEqual([{ why: 'crowded', mails: 1 }])
  world.clock.advance({ hours: 25 })
  await comes(to, { body: 'Dagen efter' })
  expect(await words(anne, id)).toHaveLength(2)
})

test('another centre, and who does not run this one, read no mail, and a visitor who has left is a stranger', async () => {
  const id = await held(['anne'])
  await sweep()
  const to = await addressOf(id)
  await comes(to, { from: 'hvem@som.example' })
  const params = { id: await newest() }
  const query = { vis: 'waits' as const }
  for (const who of [anne, ali])
    expect(await refusal(who.call(contract.listMailedReports, { query }))).toMatchObject({ status: 403 })
  await world.database.in({ ...system(world.centreId), personId: people.anne.id, role: 'consultant' }, async (ctx) =>
    expect(await ctx.db.selectFrom('mailedReport').select('mailId').execute()).toEqual([]),
  )
  await world.database.in(system(world.centreId + 1, 'job'), async (ctx) => {
    for (const table of ['mailedReport', 'visitDraftMail', 'incomingAddressOf', 'reportAsked'] as const)
      expect(await ctx.db.selectFrom(table).select('centreId').execute()).toEqual([])
  })
  await birgit.call(contract.refuseMailedReport, { params })
  await birgit.call(endMembership, { params: { id: people.anne.memberId } })
  await comes(to)
  expect(await parked()).toMatchObject([{ parked: 'stranger', person: null }])
})
