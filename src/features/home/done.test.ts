import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { keepPromise, makePromise, undoKeeping } from '../promises/promises.schema.ts'
import { listMails, showMailAttachment } from '../mails/mails.schema.ts'
import { daysBackToWork } from './back-to-work.shared.ts'
import { listWaiting } from './home.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [anne, ali, birgit] = [world.as('anne'), world.as('ali'), world.as('birgit')]
const lund = await world.company({ name: 'Bageri Lund ApS' })

const kept = async () => {
  const body = { companyId: lund.id, what: 'Pris på truckkursus', ownerId: people.anne.id, dueOn: '2026-12-01' }
  const { id } = await anne.call(makePromise, { body })
  await anne.call(keepPromise, { params: { id } })
  return id
}
const done = async (who: typeof anne) => (await who.call(listWaiting, { query: {} })).done

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql("delete from promise_handover; delete from promise; delete from event where subject = 'promise'")
})

test('a kept promise stands under what got done, for who kept it and for the coordinator, with a link to the company', async () => {
  await kept()
  const line = {
    text: 'Anne Bruun holdt aftalen med Bageri Lund ApS: Pris på truckkursus',
    href: `/virksomheder/${lund.id}`,
  }
  expect(await done(anne)).toEqual([line])
  expect(await done(birgit)).toEqual([line])
  expect(await done(ali)).toEqual([])
})

test('what got done on Friday stands until Monday is over, and the page reckons the same days back to say so', async () => {
  world.clock.set('2026-11-20T15:00')
  await kept()
  const days = { '2026-11-21': 6, '2026-11-22': 7, '2026-11-23': 1, '2026-11-24': 2 }
  const seen: [number, number][] = []
  for (const [day, weekday] of Object.entries(days)) {
    world.clock.set(`${day}T10:00`)
    seen.push([(await done(anne)).length, daysBackToWork(weekday)])
  }
  expect(seen).toEqual([
    [1, 1],
    [1, 2],
    [1, 3],
    [0, 1],
  ])
})

test('where a list brought a workplace without its legal company, what got done there stands too', async () => {
  const place = await world.company({
    name: 'Lund Bageriudsalg',
    kind: 'workplace',
    cvr: '40404040',
    pNumber: '1040404040',
  })
  const body = { companyId: place.id, what: 'Send datoer', ownerId: people.anne.id, dueOn: '2026-12-01' }
  const { id } = await anne.call(makePromise, { body })
  await anne.call(keepPromise, { params: { id } })
  expect(await done(birgit)).toEqual([
    { text: 'Anne Bruun holdt aftalen med Lund Bageriudsalg: Send datoer', href: `/virksomheder/${place.id}` },
  ])
})

test('what was undone is not done', async () => {
  const id = await kept()
  await anne.call(undoKeeping, { params: { id } })
  expect(await done(birgit)).toEqual([])
})

test('on a Monday, what got done on Friday still stands; on Tuesday no longer', async () => {
  world.clock.set('2026-11-20T09:00')
  await kept()
  world.clock.set('2026-11-23T09:00')
  expect(await done(birgit)).toHaveLength(1)
  world.clock.set('2026-11-24T09:00')
  expect(await done(birgit)).toEqual([])
})

test('a coordinator may ask for what others have to do this week too', async () => {
  const body = { companyId: lund.id, what: 'Send tilbud', ownerId: people.ali.id, dueOn: '2026-11-25' }
  await anne.call(makePromise, { body })
  const promises = async (others: 'true' | 'false') =>
    (await birgit.call(listWaiting, { query: { others } })).rows.filter(({ kind }) => kind === 'promise-due')
  expect(await promises('false')).toEqual([])
  expect(await promises('true')).toHaveLength(1)
})

test('the file of a mail can be fetched as it was sent, by who runs the centre only', async () => {
  const ics = 'BEGIN:VCALENDAR\r\nSUMMARY:Besøg\r\nEND:VCALENDAR\r\n'
  await world.sql(
    `insert into outbox (centre_id, recipient, recipient_name, subject, body, attachment_name, attachment_type, attachment, created_at)
     values ((select id from centre limit 1), 'ulla@lund.dk', 'Ulla', 'Møde', 'Hej', 'møde.ics', 'text/calendar; charset=utf-8', $1, $2)`,
    [ics, '2026-11-23T08:00:00Z'],
  )
  const mail = (await birgit.call(listMails, { query: {} })).rows[0]
  expect(mail).toMatchObject({ attachment: 'møde.ics' })
  const file = await birgit.fetch(`/api/mails/${mail?.id}/attachment`)
  expect(await file.text()).toBe(ics)
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('møde.ics'))
  await expect(anne.call(showMailAttachment, { params: { id: mail?.id ?? 0 } })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await expect(birgit.call(showMailAttachment, { params: { id: 999_999 } })).rejects.toMatchObject({
    code: 'not-found',
  })
})
