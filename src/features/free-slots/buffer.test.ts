import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { changeRules, showRules } from '../centre/centre.schema.ts'
import { addAbsence } from '../diaries/diaries.schema.ts'
import { holdSlot, listFreeSlots } from './free-slots.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')
const { anne } = world.people

const times = async (form?: 'online') => {
  const { id: companyId } = await world.company({ municipality: 615 })
  const query = {
    companyId,
    from: '2026-11-25',
    days: 1,
    every: 'true' as const,
    personId: anne.id,
    ...(form && { form }),
  }
  return (await birgit.call(listFreeSlots, { query })).rows.map(({ startsAt }) => startsAt.slice(11, 16))
}
const at = (time: string) => `2026-11-25T${time}:00.000Z`
const book = async (time: string) => {
  const { id: companyId } = await world.company({ municipality: 615 })
  const body = { companyId, personId: anne.id, startsAt: at(time), contactName: 'K', note: '', form: 'online' as const }
  return birgit.call(bookMeeting, { body })
}

test('between two meetings lies as much as the centre says, in what is offered, held and booked; from an absence nothing is kept', async () => {
  await book('10:00')
  expect(await times('online')).toContain('11:00')
  const rules = await birgit.call(showRules)
  await birgit.call(changeRules, { body: { ...rules, bufferMinutes: 30 } })
  const offered = await times('online')
  expect(offered).toEqual(expect.not.arrayContaining(['09:00', '11:00']))
  expect(offered).toEqual(expect.arrayContaining(['08:30', '11:30']))
  await expect(book('11:00')).rejects.toMatchObject({ code: 'slot-taken' })
  const { id: companyId } = await world.company({ municipality: 615 })
  const held = { companyId, personId: anne.id, startsAt: at('11:00'), form: 'online' as const }
  await expect(birgit.call(holdSlot, { body: held })).rejects.toMatchObject({ code: 'slot-taken' })
  await world.as('anne').call(addAbsence, { body: { startsAt: at('13:00'), endsAt: at('14:00'), note: '' } })
  expect(await times('online')).toContain('12:00')
  expect((await book('11:30')).startsAt).toBe(at('11:30'))
})
