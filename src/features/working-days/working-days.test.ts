import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { momentOf } from '#platform/clock'
import { callingList } from '#testing/calling-list'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { answerCall, takeCompany } from '../calls/calls.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { showQueue } from '../queue/queue.schema.ts'
import { addClosedDays, changeCallingHours, removeClosedDays, showWorkingDays } from './working-days.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
beforeEach(() => world.clock.set('2026-11-23T09:00'))
const birgit = world.as('birgit')
const soren = world.as('soren')
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' }))
const at = (wall: string) => momentOf(wall.slice(0, 10), wall.slice(11)).toString()

const slotDays = async (from: string, personId: number) => {
  const company = await world.company()
  const query = { companyId: company.id, from, days: 14, personId, every: 'true' as const }
  const { rows } = await birgit.call(listFreeSlots, { query })
  return [...new Set(rows.map(({ startsAt }) => startsAt.slice(0, 10)))]
}

describe('meetings', () => {
  test('no time is proposed on a public holiday, nor on the days around that all keep closed', async () => {
    expect(await slotDays('2026-12-21', world.people.anne.id)).toEqual([
      ...['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-28', '2026-12-29', '2026-12-30'],
    ])
  })

  test('nor is one taken there, by anyone', async () => {
    const company = await world.company()
    const book = (startsAt: string) =>
      birgit.call(bookMeeting, {
        body: { companyId: company.id, personId: world.people.anne.id, startsAt, contactName: 'Jens', note: '' },
      })
    await expect(book(at('2026-12-24T10:00'))).rejects.toMatchObject({
      code: 'day-off',
      problem: { title: expect.stringContaining('Anne Bruun arbejder ikke den dag: Juleaftensdag') as string },
    })
    await book(at('2026-12-23T10:00'))
  })

  test('a school’s closed day holds for its people, and opens again', async () => {
    const lead = world.as('torben')
    const body = { from: '2026-12-07', to: '2026-12-08', name: 'Pædagogiske dage' }
    const made = await lead.call(addClosedDays, { body })
    expect(made.school?.id).toBe(world.schools.technical)
    const { anne, ali } = world.people
    expect(await slotDays('2026-12-07', anne.id)).not.toContain('2026-12-07')
    expect(await slotDays('2026-12-07', ali.id)).toContain('2026-12-07')
    await lead.call(removeClosedDays, { params: { id: made.id } })
    expect(await slotDays('2026-12-07', anne.id)).toContain('2026-12-07')
  })
})

describe('who closes what', () => {
  const body = { from: '2026-12-14', to: '2026-12-14', name: 'Julefrokost' }
  test('a leader closes the own school, not another’s, nor the centre; another’s answers like a missing one', async () => {
    const vuc = await world.as('vibeke').call(addClosedDays, { body })
    const torben = world.as('torben')
    const elsewhere = torben.call(addClosedDays, { body: { ...body, schoolId: world.schools.vuc } })
    await expect(elsewhere).rejects.toMatchObject({ status: 404 })
    await expect(torben.call(removeClosedDays, { params: { id: vuc.id } })).rejects.toMatchObject({ status: 404 })
    const whole = await birgit.call(addClosedDays, { body })
    expect(whole.school).toBeNull()
    await expect(torben.call(removeClosedDays, { params: { id: whole.id } })).rejects.toMatchObject({ status: 404 })
    await expect(world.as('anne').call(addClosedDays, { body })).rejects.toMatchObject({ status: 403 })
    const seen = await world.as('soren').call(showWorkingDays, {})
    expect(seen.closed.map(({ can }) => can.remove)).toEqual([false, false])
    expect(seen.can).toEqual({ changeHours: false, closes: null })
  })

  test.each([
    ['backwards', { from: '2026-12-14', to: '2026-12-13', name: 'x' }],
    ['past', { from: '2026-11-02', to: '2026-11-03', name: 'x' }],
    ['a whole year', { from: '2026-12-01', to: '2027-11-30', name: 'x' }],
  ])('%s is refused at the field', async (_, wrong) => {
    const refused = birgit.call(addClosedDays, { body: wrong })
    await expect(refused).rejects.toMatchObject({ status: 422, problem: { errors: [{ pointer: '/body/to' }] } })
  })

  test('two who change the week at once: the second replaces what the first put', async () => {
    const week = (from: string) => weekdays.map((one) => ({ ...one, from }))
    await Promise.all(
      ['07:00', '09:00'].map((from) => birgit.call(changeCallingHours, { body: { hours: week(from) } })),
    )
    const { callingHours } = await birgit.call(showWorkingDays, {})
    expect(callingHours).toHaveLength(5)
    const [last] = await world.sql<{ before: { from: string }[]; after: { from: string }[] }>(
      "select before, after from event where subject = 'calling_hours' order by id desc limit 1",
    )
    expect(last?.after.map(({ from }) => from)).toEqual(callingHours.map(({ from }) => from))
    expect(last?.before[0]?.from.slice(0, 5)).not.toBe(callingHours[0]?.from)
  })
})

describe('calls', () => {
  test('outside the calling hours a company is taken only by who says that he knows', async () => {
    await birgit.call(changeCallingHours, { body: { hours: weekdays } })
    const list = await callingList(world, [await world.company(), await world.company()])
    world.clock.set('2026-11-28T04:46')
    expect((await soren.call(showQueue, { query: { listId: list } })).opensAt).toBe('2026-11-30T07:00:00.000Z')
    const take = (outsideHours?: boolean) =>
      soren.call(takeCompany, { body: { listId: list, ...(outsideHours && { outsideHours }) } })
    await expect(take()).rejects.toMatchObject({
      code: 'outside-calling-hours',
      problem: { opensAt: '2026-11-30T07:00:00.000Z' },
    })
    expect(await world.sql('select from call_hold')).toHaveLength(0)
    const { held } = await take(true)
    expect(held?.effects.find(({ answer }) => answer === 'no-answer')?.at).toBe('2026-11-30T07:00:00.000Z')
    const answer = (callBackAt: string) =>
      soren.call(answerCall, { body: { companyId: held?.companyId ?? 0, answer: 'call-back', callBackAt } })
    for (const [wall, why] of [
      ['2026-12-01T03:00', 'mellem kl. 7 og 20'],
      ['2026-12-25T10:00', 'Juledag'],
      ['2028-01-03T10:00', 'et år frem'],
    ] as const)
      await expect(answer(at(wall))).rejects.toMatchObject({
        status: 422,
        problem: { errors: [{ pointer: '/body/callBackAt', detail: expect.stringContaining(why) as string }] },
      })
    const { call } = await answer(at('2026-12-01T10:00'))
    expect(call.answer).toBe('call-back')
  })
})
