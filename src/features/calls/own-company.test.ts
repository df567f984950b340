import { afterAll, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { cvrs } from '#testing/register-files'
import { openWorld } from '#testing/world'
import { showCompany } from '../companies/one-company.schema.ts'
import { answerHearing, endHearing, startHearing } from '../hearings/hearings.schema.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { drawList } from '../lists/draw.schema.ts'
import { makeContactList } from '../lists/lists.schema.ts'
import { showQueue } from '../queue/queue.schema.ts'
import { importCompanies } from '../register/register.ts'
import { answerCall, correctCall, takeBackCall, takeCompany } from './calls.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [birgit, soren] = [world.as('birgit'), world.as('soren')]

const bringIn = (content: string) =>
  importCompanies(
    { in: (work) => world.inside('birgit', work) },
    {
      name: 'egne.csv',
      bytes: {
        async *[Symbol.asyncIterator]() {
          yield Buffer.from(content)
        },
      },
    },
  )
const heardList = async () => {
  const body = { name: 'Egne', goal: '', criteria: z.parse(Criteria, {}) }
  const { id } = await birgit.call(makeContactList, { body })
  await birgit.call(drawList, { params: { id } })
  const started = await birgit.call(startHearing, { params: { id }, body: { date: '2026-12-01', time: '16:00' } })
  const params = { id: started.hearing?.id ?? 0 }
  for (const leader of ['torben', 'vibeke', 'lars'] as const)
    await world.as(leader).call(answerHearing, { params, body: {} })
  await birgit.call(endHearing, { params, body: {} })
  return id
}

test('a company that only our own file knows is drawn, heard, called and answered, and its answer mended and taken back', async () => {
  await bringIn(`CVR;Navn;Telefon\r\n${cvrs[0]};Kun os;20304050\r\n`)
  const listId = await heardList()
  const { held } = await soren.call(takeCompany, { body: { listId } })
  expect(held).toMatchObject({ name: 'Kun os', phone: '20304050' })
  const companyId = held?.companyId ?? 0
  expect(await birgit.call(showCompany, { params: { id: companyId } })).toMatchObject({ own: true })
  const { call } = await soren.call(answerCall, { body: { companyId, answer: 'later' } })
  const blocked = async () => (await soren.call(showQueue, { query: { listId } })).blocked.map(({ reason }) => reason)
  expect(await blocked()).toEqual(['wait'])
  const mended = await soren.call(correctCall, { params: { id: call.id }, body: { answer: 'no-answer' } })
  expect(await blocked()).toEqual(['no-answer'])
  const back = await soren.call(takeBackCall, { params: { id: mended.call.id } })
  expect(back.held).toMatchObject({ companyId })
})
