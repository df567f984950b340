import { afterAll, expect, test } from 'vitest'
import { momentOf } from '#platform/clock'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { takeOwnCall } from '../calls/calls.schema.ts'
import { listMails } from '../mails/mails.schema.ts'
import { takeRegularContact } from '../regular-contacts/regular-contacts.schema.ts'
import { showCompany } from '../companies/one-company.schema.ts'
import { decideLeadership } from '../leaderships/leaderships.schema.ts'
import { giveWait } from '../may-contact/waits.schema.ts'
import { answerEnquiry, registerEnquiry, takeEnquiry } from './enquiries.schema.ts'

const world = await openWorld()
afterAll(() => world.close())

test('a company that turned to us itself is met by who answers it, wait or no wait, and by nobody else, until the matter is over', async () => {
  const company = await world.company({ name: 'Ringede Selv ApS' })
  const reason = { reason: 'not-interested', words: 'Har travlt' } as const
  await world.as('anne').call(giveWait, { params: { companyId: company.id }, body: reason })
  const book = (who: 'anne' | 'ali', day: number) =>
    world.as(who).call(bookMeeting, {
      body: {
        ...{ companyId: company.id, personId: world.people[who].id, contactName: 'Karen', note: '' },
        startsAt: momentOf(`2026-12-0${day}`, '10:00').toString(),
      },
    })
  await expect(book('ali', 1)).rejects.toMatchObject({ code: 'may-not-contact' })
  const said = {
    way: 'phone',
    companyId: company.id,
    company: 'Ringede Selv ApS',
    name: 'Karen',
    phone: '70 00 99 11',
  } as const
  const body = { ...said, matter: 'Vil gerne tale om truckkort', schoolId: world.schools.vuc }
  const { id } = await world.as('birgit').call(registerEnquiry, { body })
  await world.as('ali').call(takeEnquiry, { params: { id } })
  expect((await world.as('ali').call(showCompany, { params: { id: company.id } })).judgement.may).toBe(true)
  expect((await world.as('anne').call(showCompany, { params: { id: company.id } })).judgement.may).toBe(false)
  await expect(book('anne', 1)).rejects.toMatchObject({ code: 'may-not-contact' })
  await book('ali', 1)
  const [booked] = await world.sql('select purpose from booking where company_id = $1', [company.id])
  expect(booked).toEqual({ purpose: 'enquiry' })
  await world.as('ali').call(answerEnquiry, { params: { id }, body: { how: 'closed', answer: 'Aftalt' } })
  expect((await world.as('ali').call(showCompany, { params: { id: company.id } })).judgement.may).toBe(false)
})

test('with shared leadership only the workplace that turned to us is open', async () => {
  const head = await world.company({ name: 'Fjordby Kommune', employees: 412 })
  const place = (name: string) => world.company({ kind: 'workplace', cvr: head.cvr, name })
  const [asked, sister] = [await place('Regnbuen Skive'), await place('Regnbuen Hurup')]
  const shared = { params: { companyId: head.id }, body: { shared: true, why: '' } }
  await world.as('birgit').call(decideLeadership, shared)
  for (const { id: companyId } of [asked, sister])
    await world.as('anne').call(giveWait, { params: { companyId }, body: { reason: 'later', words: 'Efter jul' } })
  const said = { way: 'phone', company: 'Regnbuen Skive', name: 'Karen', matter: 'Dansk til de nye' } as const
  const body = { ...said, companyId: asked.id, schoolId: world.schools.vuc }
  const { id } = await world.as('birgit').call(registerEnquiry, { body })
  await world.as('ali').call(takeEnquiry, { params: { id } })
  const may = async (companyId: number) =>
    (await world.as('ali').call(showCompany, { params: { id: companyId } })).judgement.may
  expect([await may(asked.id), await may(sister.id)]).toEqual([true, false])
})

test('who has them on the phone answers them, though another has the company; she is told, and it is no way in for others', async () => {
  const { id: companyId } = await world.company({ name: 'Ringede Igen ApS' })
  await world.as('anne').call(takeRegularContact, { body: { companyId } })
  const said = { way: 'phone', companyId, company: 'Ringede Igen ApS', name: 'Karen' } as const
  const body = { ...said, matter: 'Om kursusbeviser', mine: true }
  expect((await world.as('ali').call(registerEnquiry, { body })).to).toEqual({ kind: 'person', name: 'Ali Demir' })
  const may = async (who: 'anne' | 'ali' | 'pia') =>
    (await world.as(who).call(showCompany, { params: { id: companyId } })).judgement.may
  expect([await may('anne'), await may('ali'), await may('pia')]).toEqual([true, true, false])
  expect((await world.as('ali').call(takeOwnCall, { body: { companyId } })).held).toMatchObject({ companyId })
  const mails = (await world.as('birgit').call(listMails, { query: { limit: 50 } })).rows
  expect(mails.map(({ to, subject }) => `${to} ${subject}`)).toContainEqual(
    expect.stringMatching(/^anne.*Ringede Igen ApS har selv ringet/),
  )
})

test('one that found no school is taken by anyone who visits; one at a school by that school alone', async () => {
  const said = { way: 'mail', company: 'Ukendt ApS', name: 'Karen', matter: 'Noget' } as const
  const { id } = await world.as('birgit').call(registerEnquiry, { body: said })
  await expect(world.as('vibeke').call(takeEnquiry, { params: { id } })).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await world.as('pia').call(takeEnquiry, { params: { id } })).toMatchObject({ owner: { name: 'Pia Toft' } })
  const body = { ...said, schoolId: world.schools.vuc }
  const { id: theirs } = await world.as('birgit').call(registerEnquiry, { body })
  await expect(world.as('pia').call(takeEnquiry, { params: { id: theirs } })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})
