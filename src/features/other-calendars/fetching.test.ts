import { fetchingOutside } from '#platform/outside/fetch-outside'
import { calendarEvent, calendarServer } from '#testing/calendar-server'
import { afterAll, expect, test } from 'vitest'
import { fetchAndRead } from './fetching.ts'

const elsewhere = await calendarServer()
afterAll(() => elsewhere.close())
const house = { fetchOutside: fetchingOutside({ anywhere: true }) }
const window = { from: Date.parse('2026-11-23T00:00Z'), to: Date.parse('2027-05-23T00:00Z') }
const wanted = {
  kind: 'ics' as const,
  secrets: { url: elsewhere.url },
  window,
  version: null,
  email: 'anne@oets.example',
}
const many = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    calendarEvent('2026-11-24T09:00', '2026-11-24T10:00', `UID:${n}`, 'RRULE:FREQ=DAILY'),
  )

test('who needs more time or more memory than a calendar may is ended, and everybody else is answered meanwhile', async () => {
  elsewhere.publish(...many(20_000))
  let answered = 0
  const others = setInterval(() => (answered += 1), 20)
  const late = await fetchAndRead(house, wanted, { longest: 1000, memoryMb: 256 })
  clearInterval(others)
  expect(late).toEqual({ trouble: 'too-heavy' })
  expect(answered).toBeGreaterThan(5)
  expect(await fetchAndRead(house, wanted, { longest: 60_000, memoryMb: 12 })).toEqual({ trouble: 'too-heavy' })
})

test('a file of ordinary size is read, and its version is told', async () => {
  elsewhere.publish(...many(3))
  const read = await fetchAndRead(house, wanted)
  expect(read).toMatchObject({
    trouble: null,
    version: expect.stringContaining('if-none-match') as string,
    read: { leftOut: 0 },
  })
})

test('name and password that stand in the address are said to its server', async () => {
  let heard: string | undefined
  elsewhere.answer((request, out) => {
    heard = request.headers.authorization
    out.writeHead(401).end()
  })
  await fetchAndRead(house, { ...wanted, secrets: { ...wanted.secrets, user: 'anne', password: 'hemmeligt' } })
  expect(heard).toBe(`Basic ${Buffer.from('anne:hemmeligt').toString('base64')}`)
  await fetchAndRead(house, wanted)
  expect(heard).toBeUndefined()
})
