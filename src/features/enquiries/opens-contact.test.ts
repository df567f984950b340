import { afterAll, expect, test } from 'vitest'
import { momentOf } from '#platform/clock'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
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
