/** What a company writes on its page reaches who has it, and is never lost. */
import { afterAll, expect, test } from 'vitest'
import { linkFor } from '#testing/company-link'
import { plainPage } from '#testing/plain-page'
import { openWorld } from '#testing/world'
import { listWaiting } from '../home/home.schema.ts'
import { listMails, showMail } from '../mails/mails.schema.ts'
import { showCase, writeToContact } from '../company-page/company-page.schema.ts'
import { takeRegularContact } from '../regular-contacts/regular-contacts.schema.ts'
import { answerCompanyMessage, listCompanyMessages, reopenCompanyMessage } from './company-messages.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
world.clock.set('2026-11-23T09:00')
const { visitor } = world
const [anne, ali, birgit, soren] = [world.as('anne'), world.as('ali'), world.as('birgit'), world.as('soren')]
const evil = '<script>alert(1)</script> http://evil.example'

const lund = await world.company({ name: 'Lund\r\nBcc: all@evil.example' })
const linkOf = async (companyId: number) => (await linkFor(world, companyId)).token
const token = await linkOf(lund.id)
const own = plainPage(visitor, `/jeres-forloeb/${token}`)
const waitsFor = async (who: typeof anne) =>
  (await who.call(listWaiting, { query: {} })).rows.flatMap(({ kind, href }) =>
    kind.startsWith('company-message') && href === `/virksomheder/${lund.id}` ? [kind] : [],
  )

test('nobody has the company: it waits with the coordinators, and the company reads that', async () => {
  const sent = await own.send('messages', { words: `Kan I ringe?\nDet haster ${evil}` })
  expect(sent.status).toBe(303)
  expect(sent.page).toContain('Modtaget 23. november. En af os læser det og svarer jer.')
  expect(sent.page).toContain('&lt;script&gt;')
  expect(await waitsFor(birgit)).toEqual(['company-message-late'])
  expect(await waitsFor(anne)).toEqual([])
})

test('who takes the company reads it from then on; a new one is told by mail, in which nothing of theirs can write a head', async () => {
  await anne.call(takeRegularContact, { body: { companyId: lund.id } })
  expect(await waitsFor(anne)).toEqual(['company-message'])
  expect(await waitsFor(birgit)).toEqual([])
  await visitor.call(writeToContact, { params: { token }, body: { words: 'Hvad koster truck?' } })
  expect((await visitor.call(showCase, { params: { token } })).messages[0]).toMatchObject({ reader: 'Anne Bruun' })
  const { rows } = await birgit.call(listMails, { query: {} })
  const mail = rows.find(({ subject }) => subject.includes('har skrevet'))
  expect(mail?.subject).not.toMatch(/[\r\n]/)
  expect((await birgit.call(showMail, { params: { id: mail?.id ?? 0 } })).body).toContain('Hvad koster truck?')
})

test('the same words twice are one message; too many are refused with a sentence, and what was written stays', async () => {
  const before = (await visitor.call(showCase, { params: { token } })).messages.length
  await Promise.all(
    ['a', 'b', 'c'].map((key) =>
      visitor.call(writeToContact, { params: { token }, body: { words: 'Ring på mandag' } }, { key }),
    ),
  )
  expect((await visitor.call(showCase, { params: { token } })).messages.length).toBe(before + 1)
  for (let n = before + 1; n < 10; n++)
    await visitor.call(writeToContact, { params: { token }, body: { words: `Nr. ${n}` } })
  const refused = await own.send('messages', { words: 'Én til' })
  expect(refused.status).toBe(429)
  expect(refused.page).toMatch(/I har skrevet 10 beskeder[\s\S]*Én til<\/textarea>/)
  const long = await own.send('messages', { words: 'x'.repeat(2001) })
  expect([long.status, long.page.includes('role="alert"')]).toEqual([422, true])
})

test('another link of the same company shows none of it; who only calls reads none; nor does another centre', async () => {
  const other = await linkOf(lund.id)
  expect((await visitor.call(showCase, { params: { token: other } })).messages).toEqual([])
  const asked = { query: { companyId: lund.id } }
  await expect(soren.call(listCompanyMessages, asked)).rejects.toMatchObject({ status: 403 })
  const vest = await world.otherCentre()
  expect((await world.as('anne', vest).call(listCompanyMessages, asked)).rows).toEqual([])
})

test('whoever answered says so, the second hears who was first, and the company reads it; said by mistake it waits again', async () => {
  const [first] = (await ali.call(listCompanyMessages, { query: { companyId: lund.id } })).rows
  const params = { id: first?.id ?? 0 }
  await ali.call(answerCompanyMessage, { params, body: { how: 'phone' } })
  await expect(anne.call(answerCompanyMessage, { params, body: { how: 'mail' } })).rejects.toMatchObject({
    code: 'message-answered',
    message: expect.stringContaining('Ali Demir') as string,
  })
  expect((await own.look()).page).toContain('Besvaret 23. november af Ali Demir.')
  expect(await anne.call(reopenCompanyMessage, { params })).toMatchObject({ answeredAt: null, can: { answer: true } })
})

test('nobody answers: the next working day at noon it waits with the coordinators too', async () => {
  world.clock.set('2026-11-24T12:01')
  expect(new Set(await waitsFor(birgit))).toEqual(new Set(['company-message-late']))
  expect(new Set(await waitsFor(anne))).toEqual(new Set(['company-message']))
})
