import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { momentOf } from '#platform/clock'
import { openWorld } from '#testing/world'
import { Criteria } from '../lists/criteria.schema.ts'
import { drawList } from '../lists/draw.schema.ts'
import { makeContactList, showContactList } from '../lists/lists.schema.ts'
import { addMember } from '../members/members.ts'
import { z } from '#platform/endpoint'
import {
  answerHearing,
  askSomeone,
  endHearing,
  moveDeadline,
  reopenAnswer,
  showHearing,
  showListHearing,
  startHearing,
} from './hearings.schema.ts'
import { strikeCompanies } from './strikes.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
// A Friday: three working days off is Wednesday.
beforeEach(() => world.clock.set('2026-11-20T09:00'))
const birgit = world.as('birgit')

const drawn = async () => {
  const companies = [await world.company({ industry: '561110' }), await world.company({ industry: '561110' })]
  const body = { name: 'Madhuse', criteria: z.parse(Criteria, { industries: ['56'] }) }
  const list = await birgit.call(makeContactList, { body })
  await birgit.call(drawList, { params: { id: list.id } })
  return { listId: list.id, companyIds: companies.map(({ id }) => id) }
}
const start = async (date: string, short = false) => {
  const list = await drawn()
  const body = { date, time: '16:00', ...(short && { short }) }
  const { hearing } = await birgit.call(startHearing, { params: { id: list.listId }, body })
  return { ...list, id: hearing?.id ?? 0 }
}
const mailsTo = async (address: string) =>
  (await world.sql<{ subject: string }>('select subject from outbox where recipient = $1 order by id', [address])).map(
    ({ subject }) => subject,
  )
const at = (wall: string) => momentOf(wall.slice(0, 10), wall.slice(11)).toString({ fractionalSecondDigits: 3 })

describe('the deadline', () => {
  test('leaves the schools three working days, fewer only when the coordinator says so', async () => {
    const { listId } = await drawn()
    const begin = (date: string, short?: boolean) =>
      birgit.call(startHearing, { params: { id: listId }, body: { date, time: '16:00', ...(short && { short }) } })
    await expect(begin('2026-11-24')).rejects.toMatchObject({
      status: 422,
      problem: {
        errors: [{ pointer: '/body/date', detail: expect.stringContaining('25. november') as string }],
      },
    })
    expect((await birgit.call(showListHearing, { params: { id: listId } })).earliestDeadline).toBe('2026-11-25')
    await begin('2026-11-24', true)
  })

  test('at Christmas three working days are more than a week', async () => {
    world.clock.set('2026-12-22T09:00')
    const { listId } = await drawn()
    expect((await birgit.call(showListHearing, { params: { id: listId } })).earliestDeadline).toBe('2026-12-29')
  })

  test('is moved, never closer than three working days; every school is told, and all answer to the new one', async () => {
    const { id, listId, companyIds } = await start('2026-11-27')
    await world.as('torben').call(answerHearing, { params: { id }, body: {} })
    const move = (date: string) => birgit.call(moveDeadline, { params: { id }, body: { date, time: '12:00' } })
    await expect(move('2026-11-24')).rejects.toMatchObject({ status: 422, problem: { errors: [{ code: 'short' }] } })
    const list = await move('2026-12-04')
    expect(list.hearing?.deadline).toBe(at('2026-12-04T12:00'))
    for (const leader of ['torben', 'vibeke', 'lars'] as const)
      expect((await mailsTo(world.people[leader].email)).at(-1)).toContain('Ny frist for høringen: Madhuse')
    const told = (await world.sql('select from outbox')).length
    await move('2026-12-04')
    expect((await world.sql('select from outbox')).length).toBe(told)
    const marks = await world.sql<{ ends: string }>(
      "select distinct ends_at::text as ends from contact_mark where kind = 'in-hearing' and company_id = any($1)",
      [companyIds],
    )
    expect(marks.map(({ ends }) => new Date(ends).toISOString())).toEqual([at('2026-12-04T12:00')])
    // The old deadline passes and ends nothing; the new one does.
    world.clock.set('2026-11-27T16:05')
    await world.runJobs()
    expect((await birgit.call(showContactList, { params: { id: listId } })).state).toBe('in-hearing')
    world.clock.set('2026-12-04T12:05')
    await world.runJobs()
    expect((await birgit.call(showContactList, { params: { id: listId } })).state).toBe('calling')
    await expect(move('2026-12-18')).rejects.toMatchObject({ code: 'hearing-over' })
  })

  test('a move and the sweep at once: the hearing has ended or goes on, never both', async () => {
    const { id, listId } = await start('2026-11-27')
    world.clock.set('2026-11-27T16:05')
    const [moved] = await Promise.allSettled([
      birgit.call(moveDeadline, { params: { id }, body: { date: '2026-12-04', time: '12:00' } }),
      world.runJobs(),
    ])
    const { state } = await birgit.call(showContactList, { params: { id: listId } })
    expect(state).toBe(moved.status === 'fulfilled' ? 'in-hearing' : 'calling')
  })
})

describe('who answers for a school', () => {
  test('several strike, the leader hands in; where there is none anyone does', async () => {
    const { id, companyIds } = await start('2026-11-27')
    const params = { id }
    const mette = world.as('mette')
    expect((await mette.call(showHearing, { params })).handsIn).toBe('Torben Friis')
    await mette.call(strikeCompanies, { params, body: { companyIds: companyIds.slice(0, 1) } })
    const refused = mette.call(answerHearing, { params, body: {} })
    await expect(refused).rejects.toMatchObject({ status: 403, code: 'leader-hands-in' })
    const { can, counts } = await world.as('torben').call(answerHearing, { params, body: {} })
    expect([can.reopen, counts.struck]).toEqual([true, 1])
    await expect(mette.call(reopenAnswer, { params })).rejects.toMatchObject({ code: 'leader-hands-in' })
    await world.sql('update membership set left_at = now() where person_id = $1', [world.people.lars.id])
    const pia = world.as('pia')
    expect((await pia.call(showHearing, { params })).handsIn).toBeNull()
    await pia.call(answerHearing, { params, body: {} })
    await world.sql('update membership set left_at = null where person_id = $1', [world.people.lars.id])
  })

  test('the coordinator asks someone else at a school that has not answered, nobody else', async () => {
    const { id, listId } = await start('2026-11-27')
    await world.as('vibeke').call(answerHearing, { params: { id }, body: {} })
    const { answers } = await birgit.call(showListHearing, { params: { id: listId } })
    const technical = answers.find(({ schoolId }) => schoolId === world.schools.technical)
    expect(technical?.people.map(({ name }) => name)).toEqual(['Anne Bruun', 'Mette Lauridsen', 'Torben Friis'])
    const ask = (personId: number) => birgit.call(askSomeone, { params: { id }, body: { personId } })
    expect(await ask(world.people.mette.id)).toEqual({ asked: 'Mette Lauridsen' })
    expect((await mailsTo(world.people.mette.email)).at(-1)).toContain('Madhuse')
    for (const stranger of ['ali', 'soren', 'tove'] as const)
      await expect(ask(world.people[stranger].id)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a hearing that nobody can end', () => {
  test('a school where nobody can answer: the coordinator ends without it, saying why', async () => {
    const { id, listId } = await start('2026-11-27')
    for (const leader of ['torben', 'vibeke'] as const)
      await world.as(leader).call(answerHearing, { params: { id }, body: {} })
    const params = { id: listId }
    expect((await birgit.call(showListHearing, { params })).can.end).toBeNull()
    for (const who of ['lars', 'pia'] as const)
      await world.sql('update membership set left_at = now() where person_id = $1', [world.people[who].id])
    const beside = await birgit.call(showListHearing, { params })
    expect(beside.can.end).toBe('without')
    expect(beside.answers.find(({ schoolId }) => schoolId === world.schools.health)?.people).toEqual([])
    const end = (why?: string) => birgit.call(endHearing, { params: { id }, body: { ...(why && { why }) } })
    await expect(end()).rejects.toMatchObject({ status: 422, problem: { errors: [{ pointer: '/body/why' }] } })
    expect((await end('Skolen har ingen, der kan svare før jul')).state).toBe('calling')
    const [event] = await world.sql<{ after: object }>(
      "select after from event where verb = 'hearing-ended' order by id desc limit 1",
    )
    expect(event?.after).toMatchObject({ silent: 1, why: 'Skolen har ingen, der kan svare før jul' })
    await world.inside('birgit', (ctx) =>
      addMember(ctx, {
        ...{ name: 'Ny Leder', email: 'leder@sosufjordby.example', role: 'leader' },
        schoolId: world.schools.health,
      }),
    )
  })

  test('past its deadline, waiting for all: it ends with the reason, or is moved', async () => {
    await world.sql("update rules set silence = 'waits' where centre_id = $1", [world.centreId])
    const { id, listId } = await start('2026-11-27')
    world.clock.set('2026-11-27T16:05')
    await world.runJobs()
    const params = { id: listId }
    const { can } = await birgit.call(showListHearing, { params })
    expect([can.end, can.moveDeadline]).toEqual(['without', true])
    await birgit.call(moveDeadline, { params: { id }, body: { date: '2026-12-04', time: '16:00' } })
    expect((await birgit.call(showListHearing, { params })).can.end).toBeNull()
    await expect(birgit.call(endHearing, { params: { id }, body: { why: 'Hastværk' } })).rejects.toMatchObject({
      code: 'schools-missing',
    })
    world.clock.set('2026-12-04T16:05')
    await birgit.call(endHearing, { params: { id }, body: { why: 'To rykkere uden svar' } })
    expect((await birgit.call(showContactList, { params })).state).toBe('calling')
  })
})
