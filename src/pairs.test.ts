/** Two consultants booked in one step: both times or neither, whoever else books at the same moment. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { listFreeSlots } from './features/free-slots/free-slots.schema.ts'
import { changeMyTrades } from './features/trade-areas/trade-areas.schema.ts'
import {
  acknowledgeBooking,
  bookMeeting,
  bringAlong,
  cancelBooking,
  leaveAtHome,
  listCompanions,
  moveBooking,
  showBooking,
} from './features/bookings/bookings.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [anne, ali, pia, birgit] = [world.as('anne'), world.as('ali'), world.as('pia'), world.as('birgit')]
const startsAt = '2026-11-25T09:00:00.000Z'

beforeEach(() =>
  world.sql(
    'delete from outbox; delete from booking_visitor; delete from booking; delete from busy; delete from contact_mark; delete from visitor_trades',
  ),
)
const pair = async (personId: number, secondId: number | null, more: object = {}) => {
  const { id: companyId } = await world.company({ industry: '107120', municipality: 615 })
  const body = { companyId, personId, secondId, startsAt, contactName: 'Grethe', note: '', ...more }
  return birgit.call(bookMeeting, { body })
}
const busy = async () =>
  (
    await world.sql<{ booking: number; people: number[] }>(
      "select source_id as booking, array_agg(person_id order by person_id) as people from busy where kind = 'booking' group by source_id",
    )
  ).map((row) => row.people)
const says = (who: typeof anne, said: object) =>
  who.call(changeMyTrades, {
    body: { trades: [], kinds: [], languages: [], wishes: [], generalist: false, saidAt: null, ...said },
  })

test('both go: both are in the invitation, both acknowledge, and cancelled both are free', async () => {
  const made = await pair(people.anne.id, people.ali.id, { contactEmail: 'grethe@lund.example' })
  expect(made.visitors.map(({ name }) => name)).toEqual(['Anne Bruun', 'Ali Demir'])
  expect(await busy()).toEqual([[people.anne.id, people.ali.id].toSorted((a, b) => a - b)])
  const mails = await world.sql<{ recipient: string; body: string; attachment: string }>(
    'select recipient, body, attachment from outbox order by id',
  )
  expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
    ['grethe@lund.example', people.ali.email, people.anne.email].toSorted(),
  )
  for (const { attachment } of mails)
    for (const email of [people.anne.email, people.ali.email])
      expect(attachment.replaceAll('\r\n ', '')).toContain(`mailto:${email}`)
  for (const who of [anne, ali])
    expect(await who.call(acknowledgeBooking, { params: { id: made.id } })).toMatchObject({
      acknowledgedAt: expect.any(String) as string,
    })
  await birgit.call(cancelBooking, { params: { id: made.id }, body: { why: 'Syg' } })
  expect(await busy()).toEqual([])
})

const mailsTo = async () => {
  const rows = await world.sql<{ recipient: string; subject: string; attachment: string }>(
    'select recipient, subject, attachment from outbox order by id',
  )
  await world.sql('delete from outbox')
  return rows.map(({ recipient, subject, attachment }) => ({
    ...{ recipient, subject },
    method: /METHOD:(\w+)/.exec(attachment)?.[1],
    sequence: Number(/SEQUENCE:(\d+)/.exec(attachment)?.[1]),
    goes: [people.anne, people.ali].filter(({ email }) =>
      attachment.replaceAll('\r\n ', '').includes(`mailto:${email}`),
    ).length,
  }))
}

test('a second one comes along afterwards, and stays at home again: diary, mails and calendar files follow, what was seen stays seen', async () => {
  const made = await pair(people.anne.id, null, { contactEmail: 'grethe@lund.example' })
  await anne.call(acknowledgeBooking, { params: { id: made.id } })
  await mailsTo()
  const along = await anne.call(bringAlong, {
    params: { id: made.id },
    body: { personId: people.ali.id, sequence: made.sequence, chosenWhy: 'Vil se, hvordan det gøres' },
  })
  expect(along.visitors.map(({ name }) => name)).toEqual(['Anne Bruun', 'Ali Demir'])
  expect(along).toMatchObject({ startsAt: made.startsAt, endsAt: made.endsAt, can: { bringAlong: false } })
  expect(await busy()).toEqual([[people.anne.id, people.ali.id].toSorted((a, b) => a - b)])
  const told = await mailsTo()
  expect(told.map(({ recipient }) => recipient)).toEqual(['grethe@lund.example', people.anne.email, people.ali.email])
  for (const one of told) expect(one).toMatchObject({ method: 'REQUEST', sequence: made.sequence + 1, goes: 2 })
  expect(along.visitors.map(({ acknowledgedAt }) => acknowledgedAt !== null)).toEqual([true, false])
  const home = (sequence: number, personId: number = people.ali.id) =>
    birgit.call(leaveAtHome, { params: { id: made.id, personId }, query: { sequence } })
  // Whoever goes first is given another, never left out; and what was seen is what is changed.
  await expect(home(along.sequence, people.anne.id)).rejects.toMatchObject({ status: 404 })
  await expect(home(made.sequence)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  const after = await home(along.sequence)
  expect(after.visitors.map(({ name }) => name)).toEqual(['Anne Bruun'])
  expect(await busy()).toEqual([[people.anne.id]])
  const gone = await mailsTo()
  expect(gone.map(({ recipient, method, goes }) => [recipient, method, goes])).toEqual([
    ['grethe@lund.example', 'REQUEST', 1],
    [people.anne.email, 'REQUEST', 1],
    [people.ali.email, 'CANCEL', 1],
  ])
})

test('who is free is asked of the meeting’s very time, and the reason of who stays at home goes with him', async () => {
  await says(anne, { trades: ['metal'] })
  await says(ali, { trades: ['food'] })
  await says(pia, { trades: ['care'] })
  const made = await pair(people.anne.id, null, { chosenWhy: 'Kender ejeren.', startsAt: '2026-11-25T09:10:00.000Z' })
  const params = { id: made.id }
  const free = async () => (await birgit.call(listCompanions, { params })).rows
  const found = await free()
  expect(found).toContainEqual(expect.objectContaining({ personId: people.pia.id, fits: false }))
  expect(found).toContainEqual(expect.objectContaining({ personId: people.ali.id, fits: true }))
  expect(found.some(({ personId }) => personId === people.anne.id)).toBe(false)
  let { sequence } = made
  for (const chosenWhy of ['Vil lære det. '.repeat(20).trim(), 'Kører alligevel forbi.']) {
    const along = await birgit.call(bringAlong, { params, body: { personId: people.pia.id, sequence, chosenWhy } })
    expect(along.chosenWhy).toBe(`Kender ejeren. ${chosenWhy}`)
    const query = { sequence: along.sequence }
    const home = await birgit.call(leaveAtHome, { params: { ...params, personId: people.pia.id }, query })
    expect(home.chosenWhy).toBe('Kender ejeren.')
    sequence = home.sequence
  }
  // Whose own time is taken, or too near, is none of them.
  const { id: companyId } = await world.company({ industry: '107120', municipality: 615 })
  await birgit.call(bookMeeting, {
    body: { companyId, personId: people.ali.id, startsAt: '2026-11-25T10:00:00.000Z', contactName: 'G', note: '' },
  })
  expect((await free()).map(({ personId }) => personId)).not.toContain(people.ali.id)
  // The first is given another: her reason goes with her, that of who comes along stays.
  const body = { personId: people.pia.id, sequence, chosenWhy: 'Kører alligevel forbi.' }
  const { sequence: seen } = await birgit.call(bringAlong, { params, body })
  await world.sql('delete from busy where person_id = $1', [people.ali.id])
  const to = { startsAt: made.startsAt, personId: people.ali.id, sequence: seen }
  expect((await birgit.call(moveBooking, { params, body: to })).chosenWhy).toBe('Kører alligevel forbi.')
  await expect(birgit.call(listCompanions, { params })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('two bring somebody along at once: one comes along, the other sees what stands, and nobody’s time is taken in vain', async () => {
  const made = await pair(people.anne.id, null)
  const bring = (who: typeof anne, personId: number) =>
    who.call(bringAlong, {
      params: { id: made.id },
      body: { personId, sequence: made.sequence, chosenWhy: 'Kender dem' },
    })
  const tries = await Promise.allSettled([
    bring(anne, people.ali.id),
    bring(birgit, people.pia.id),
    bring(birgit, people.ali.id),
  ])
  const lost = tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
  expect(lost).toHaveLength(2)
  for (const code of lost) expect(['changed-meanwhile', 'slot-taken']).toContain(code)
  const { visitors } = await birgit.call(showBooking, { params: { id: made.id } })
  expect(visitors).toHaveLength(2)
  expect(await busy()).toEqual([visitors.map(({ personId }) => personId).toSorted((a, b) => a - b)])
  // A third is too many, and who has nothing to do with the meeting brings nobody.
  await expect(bring(pia, people.ali.id)).rejects.toBeTruthy()
  const later = await birgit.call(showBooking, { params: { id: made.id } })
  await expect(
    anne.call(bringAlong, { params: { id: made.id }, body: { personId: people.pia.id, sequence: later.sequence } }),
  ).rejects.toMatchObject({ code: 'not-allowed' })
})

test('twelve pairs and twelve singles at once on the same two: nobody is at two places, and no pair is half booked', async () => {
  const wanted = [
    ...Array.from({ length: 6 }, () => pair(people.anne.id, people.ali.id)),
    ...Array.from({ length: 6 }, () => pair(people.ali.id, people.anne.id)),
    ...Array.from({ length: 6 }, () => pair(people.anne.id, null)),
    ...Array.from({ length: 6 }, () => pair(people.ali.id, null)),
  ]
  const settled = await Promise.allSettled(wanted)
  const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string }] : []))
  expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(['slot-taken']))
  const taken = await busy()
  expect(taken.flat().toSorted((a, b) => a - b)).toEqual([people.anne.id, people.ali.id].toSorted((a, b) => a - b))
  const rows = await world.sql<{ id: number; visitors: number }>(
    'select b.id, count(v.person_id)::int as visitors from booking b left join booking_visitor v on v.booking_id = b.id group by b.id',
  )
  const sorted = (counts: number[]) => counts.toSorted((a, b) => a - b)
  expect(sorted(rows.map(({ visitors }) => visitors))).toEqual(sorted(taken.map((one) => one.length)))
})

test('one of the two is taken: neither is, and the times offered instead are those of both', async () => {
  await pair(people.ali.id, null)
  const refused = pair(people.anne.id, people.ali.id)
  await expect(refused).rejects.toMatchObject({ code: 'slot-taken' })
  expect(await busy()).toEqual([[people.ali.id]])
  const { id: companyId } = await world.company({ municipality: 615 })
  const query = { companyId, from: '2026-11-25', days: 1, every: 'true' as const, personId: people.anne.id }
  const at = async (secondId?: number) =>
    (await birgit.call(listFreeSlots, { query: { ...query, ...(secondId && { secondId }) } })).rows.map(
      (row) => row.startsAt,
    )
  expect(await at()).toContain(startsAt)
  expect(await at(people.ali.id)).not.toContain(startsAt)
})

test('a generalist, and along with her who teaches what any trade needs; never one whose field is another', async () => {
  await says(anne, { generalist: true })
  await says(ali, { kinds: ['basic'] })
  await says(pia, { trades: ['care'] })
  const { id: companyId } = await world.company({ industry: '107120', municipality: 615 })
  const { rows } = await world.as('soren').call(listFreeSlots, { query: { companyId, from: '2026-11-25', days: 1 } })
  const best = rows.find(({ proposed }) => proposed)
  expect(best).toMatchObject({ name: 'Anne Bruun', second: { name: 'Ali Demir', points: 5.5 } })
  expect(JSON.stringify(rows)).not.toContain('Pia')
  await expect(pair(people.anne.id, people.pia.id)).rejects.toMatchObject({ code: 'field-unrelated' })
})

test('who wishes to learn the trade may come along, not go first', async () => {
  await says(anne, { trades: ['food'] })
  await says(ali, { trades: ['metal'] })
  await says(pia, { trades: ['care'], wishes: ['food'] })
  const { id: companyId } = await world.company({ industry: '107120', municipality: 615 })
  const { rows } = await birgit.call(listFreeSlots, { query: { companyId, from: '2026-11-25', days: 1 } })
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(['Anne Bruun']))
  // Learning, two and two, another school, less her own driving.
  expect(rows[0]?.second).toMatchObject({ name: 'Pia Toft', why: 'Vil gerne lære om fødevarer.', points: 21.3 })
  await expect(pair(people.pia.id, people.anne.id)).rejects.toMatchObject({ code: 'field-unrelated' })
  expect((await pair(people.anne.id, people.pia.id)).chosenWhy).toBeNull()
})
