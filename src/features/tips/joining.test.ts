import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { answerEnquiry } from '../enquiries/enquiries.schema.ts'
import { listCompanyLinks, revokeCompanyLink } from '../links/links.schema.ts'
import { addPartner, addPartnerPerson } from '../partners/partners.schema.ts'
import { makePartnerLink } from '../partners/partners.ts'
import { findTipped, giveTip } from './giving.schema.ts'
import * as contract from './tips.schema.ts'
import { giveTipAs, readTip } from './tips.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [birgit, ali, anne, uffe] = [world.as('birgit'), world.as('ali'), world.as('anne'), world.as('uffe')]
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const form = { kind: 'union', place: 'Skive', heldById: people.birgit.id } as const
const union = await birgit.call(addPartner, { body: { ...form, name: '3F i Skive' } })
const other = await birgit.call(addPartner, { body: { ...form, name: 'HK Salling' } })
await birgit.call(addPartnerPerson, { params: { id: union.id }, body: { personId: people.uffe.id } })

const words = 'Fortroligt: produktionen falder'
const give = async (companyId: number | null, more: object = {}) => {
  await uffe.call(giveTip, { body: { company: 'Nordfjord', companyId, words, ...more } })
  return (await birgit.call(contract.listTips, { query: {} })).rows[0]?.id ?? 0
}
const show = (id: number) => birgit.call(contract.showTip, { params: { id } })
const toAli = async (id: number) => {
  await birgit.call(contract.askAboutTip, { params: { id }, body: { toId: people.ali.id } })
  await ali.call(contract.acceptTip, { params: { id } })
}
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql('delete from tip')
})

test('what a partner told goes neither to the company nor on its thread when it is registered', async () => {
  const company = await world.company({ email: 'post@nordfjord.example' })
  const id = await give(company.id, { askedBy: 'Karen', askedOn: '2026-11-23' })
  await birgit.call(contract.registerTip, { params: { id }, body: { matter: 'Spørger om FVU' } })
  const told = await world.sql(`select after from event where subject = 'enquiry'`)
  expect(JSON.stringify(told)).not.toContain('Fortroligt')
  expect(await world.sql(`select 1 from outbox where recipient = 'post@nordfjord.example'`)).toEqual([])
  const [row] = await world.sql<{ early: boolean; way: string }>(
    `select received_at <= '2026-11-23T08:00:00Z' as early, way from enquiry order by id desc limit 1`,
  )
  expect(row).toEqual({ early: true, way: 'tip' })
})

test('nobody is asked about a company that is not named', async () => {
  const id = await give(null)
  expect(await codeOf(birgit.call(contract.askAboutTip, { params: { id }, body: { toId: people.ali.id } }))).toBe(
    'tip-unnamed',
  )
  const [company, another] = [await world.company(), await world.company()]
  await birgit.call(contract.nameTipCompany, { params: { id }, body: { companyId: company.id } })
  const again = birgit.call(contract.nameTipCompany, { params: { id }, body: { companyId: another.id } })
  expect(await codeOf(again)).toBe('tip-taken')
  await toAli(id)
})

test('a tip after the answer to the first is a matter of its own; the owner sees joined words and ends no unread one', async () => {
  const company = await world.company()
  const first = await give(company.id, { askedBy: 'Karen', askedOn: '2026-11-20' })
  const { enquiryId } = await birgit.call(contract.registerTip, {
    params: { id: first },
    body: { matter: 'Spørger om FVU' },
  })
  expect((await show(await give(company.id))).joinedTo).toBe(first)
  await birgit.call(answerEnquiry, { params: { id: enquiryId ?? 0 }, body: { answer: 'Ja' } })
  const later = await give(company.id)
  const unread = (await world.sql<{ id: number }>('select id from tip where joined_to is null and ended_at is null'))[0]
  expect((await show(first)).endedOn).toBe('2026-11-23')
  expect((await show(later)).joinedTo).toBe(unread?.id)
  const head = unread?.id ?? 0
  await toAli(head)
  expect((await ali.call(contract.showTip, { params: { id: head } })).joined).toMatchObject([{ id: later, words }])
  await ali.call(contract.endTip, { params: { id: head }, body: { why: '' } })
  expect(await show(later)).toMatchObject({ endedOn: null, joinedTo: null, seen: false })
})

test('only the partner whose tip stands otherwise is told, and only then', async () => {
  const company = await world.company()
  const [mine, others] = [
    await give(company.id),
    await world.inside('birgit', async (ctx) => {
      const more = { mayName: false, urgent: false, askedBy: '', askedOn: null }
      await giveTipAs(
        ctx,
        { partnerId: other.id, linkId: null },
        { company: 'x', companyId: company.id, words, ...more },
      )
      return ctx.notices.filter(({ topics }) => topics.includes('my-partner'))
    }),
  ]
  expect(others).toEqual([])
  const heard = (id: number) =>
    world.inside('birgit', async (ctx) => {
      await readTip(ctx, id)
      const open = ctx.notices.filter(({ roles, person }) => roles === undefined && person === undefined)
      return [open.filter(({ topics }) => topics.includes('tips')), ctx.notices.filter(({ person }) => person)]
    })
  expect(await heard(mine)).toEqual([[], [{ topics: ['my-partner'], person: people.uffe.id }]])
  expect(await heard(mine)).toEqual([[], []])
})

test('a partner’s link is not among companies’ links', async () => {
  const link = await world.inside('birgit', (ctx) => makePartnerLink(ctx, union.id, 'Lone'))
  const { rows } = await anne.call(listCompanyLinks, { query: {} })
  expect(rows.some(({ id }) => id === link.id)).toBe(false)
  expect(await codeOf(anne.call(revokeCompanyLink, { params: { id: link.id } }))).toBe('not-found')
})

test('is found by a word of its name and its town', async () => {
  await world.company({ name: 'Sjælden Maskinfabrik', town: 'Durup' })
  const find = async (q: string) => (await uffe.call(findTipped, { query: { q } })).rows.length
  expect([await find('sjælden durup'), await find('sjælden skive'), await find('sj durup')]).toEqual([1, 0, 0])
})
