import { afterAll, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { leftAlone } from '#testing/waits'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { takeOwnCall } from '../calls/calls.schema.ts'
import { countCompanies, listCompanies } from '../companies/companies.schema.ts'
import { listCompanyEvents, showCompany } from '../companies/one-company.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { answerHearing, endHearing, startHearing } from '../hearings/hearings.schema.ts'
import { countLapsedStrikes, strikeCompanies } from '../hearings/strikes.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { drawList } from '../lists/draw.schema.ts'
import { makeContactList } from '../lists/lists.schema.ts'
import { judgeContact } from '../may-contact/hindrance.schema.ts'
import { endMembership } from '../members/members.schema.ts'
import { uploadContacts } from '../school-contacts/school-contacts.schema.ts'
import {
  letGoStruckCompany,
  listStruckCompanies,
  planStruckCompany,
  takeStruckCompany,
} from './struck-companies.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [birgit, mette, anne, torben, ali, vibeke] = [
  world.as('birgit'),
  world.as('mette'),
  world.as('anne'),
  world.as('torben'),
  world.as('ali'),
  world.as('vibeke'),
]
type Client = typeof mette

const struck = async (who: Client) => (await who.call(listStruckCompanies, { query: {} })).rows
const waits = async (who: Client) =>
  (await who.call(listWaiting, { query: {} })).rows.flatMap(({ kind, values }) =>
    kind === 'struck-yours' ? [values['count']] : [],
  )
/** What another school and the coordinator see, to the byte. */
const others = async (companyId: number) => {
  const asked = [ali, vibeke, birgit].map(async (who) => [
    await who.call(listWaiting, { query: {} }),
    await who.call(listCompanyEvents, { params: { id: companyId }, query: {} }).catch(() => null),
  ])
  return JSON.stringify(await Promise.all(asked))
}

test('whoever struck a company is asked to go on with it when the hearing has ended; no other school sees a byte of it', async () => {
  const [one, other] = [await world.company({ name: 'Jensen Smede ApS' }), await world.company({ name: 'Lund ApS' })]
  const body = { name: 'Smede', goal: '', criteria: z.parse(Criteria, {}) }
  const { id } = await birgit.call(makeContactList, { body })
  await birgit.call(drawList, { params: { id } })
  const started = await birgit.call(startHearing, { params: { id }, body: { date: '2026-12-01', time: '16:00' } })
  const params = { id: started.hearing?.id ?? 0 }
  await mette.call(strikeCompanies, { params, body: { companyIds: [one.id, other.id] } })
  expect([await struck(mette), await waits(mette)]).toEqual([[], []])
  for (const leader of [torben, vibeke, world.as('lars')]) await leader.call(answerHearing, { params, body: {} })
  await birgit.call(endHearing, { params, body: {} })

  expect(await waits(mette)).toEqual([2])
  expect((await struck(anne)).map(({ name, struckBy }) => [name, struckBy])).toEqual([
    ['Jensen Smede ApS', 'Mette Lauridsen'],
    ['Lund ApS', 'Mette Lauridsen'],
  ])
  const before = await others(one.id)
  const rows = await struck(mette)
  // The number of a strike counts those of other schools: it goes to nobody.
  expect(Object.keys(rows[0] ?? {})).not.toContain('id')
  const [first, second] = rows.map(({ listId, companyId }) => ({ listId, companyId }))
  const of = (strike: typeof first) => ({ params: strike ?? { listId: 0, companyId: 0 } })
  const take = (who: Client, strike: typeof first) => who.call(takeStruckCompany, of(strike))
  const tries = await Promise.allSettled([take(mette, first), take(anne, first), take(torben, first)])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(tries.flatMap((one_) => (one_.status === 'rejected' ? [(one_.reason as { code: string }).code] : []))).toEqual(
    ['struck-taken', 'struck-taken'],
  )
  // Whoever struck it is asked; a colleague is not told that he did.
  expect([await waits(mette), await waits(anne)]).toEqual([[1], []])
  for (const who of [ali, vibeke]) {
    expect(await struck(who)).toEqual([])
    await expect(take(who, second)).rejects.toMatchObject({ code: 'not-found' })
    await expect(who.call(letGoStruckCompany, of(first))).rejects.toMatchObject({
      code: 'not-found',
    })
  }
  await expect(struck(birgit)).rejects.toMatchObject({ status: 403 })
  expect(await others(one.id)).toBe(before)

  // A strike is against the others: the own school calls and meets whom it struck, and nobody else does.
  const judged = async (who: Client) =>
    (await who.call(judgeContact, { params: { companyId: other.id }, query: { channel: 'visit' } })).because?.kind
  expect([await judged(anne), await judged(ali), await judged(birgit)]).toEqual([undefined, 'strike', 'strike'])
  const book = async (who: Client, personId: number) => {
    const query = { companyId: other.id, personId, days: 10, every: 'true' as const }
    const startsAt = (await who.call(listFreeSlots, { query })).rows.at(-1)?.startsAt ?? ''
    return who.call(bookMeeting, { body: { companyId: other.id, personId, startsAt, contactName: 'Karen' } })
  }
  await expect(book(ali, world.people.ali.id)).rejects.toMatchObject({ code: 'may-not-contact' })
  await expect(ali.call(takeOwnCall, { body: { companyId: other.id } })).rejects.toMatchObject({ code: 'may-not-call' })
  expect((await anne.call(takeOwnCall, { body: { companyId: other.id } })).held?.companyId).toBe(other.id)
  await world.sql('delete from call_hold')
  expect(await book(anne, world.people.anne.id)).toMatchObject({ companyId: other.id })

  // What Mette had taken is the school's again when she leaves.
  expect(await take(mette, second)).toMatchObject({ taken: { by: 'Mette Lauridsen', mine: true } })
  expect(await waits(anne)).toEqual([])
  const [member] = await world.sql<{ id: number }>('select id from membership where person_id = $1', [
    world.people.mette.id,
  ])
  await torben.call(endMembership, { params: { id: member?.id ?? 0 } })
  expect((await waits(anne)).length).toBe(1)
  expect(await take(anne, second)).toMatchObject({ taken: { by: 'Anne Bruun' } })
  expect((await anne.call(letGoStruckCompany, of(second))).taken).toBeNull()
})

test('the list, its choices, its counts and the sisters on a card say of a struck company what its own card says, to each school', async () => {
  const names = ['Kun sorteret fra', 'Sorteret fra og i ro', 'Sorteret fra af en anden', 'Ingen har rørt den']
  const made = []
  for (const name of names) made.push(await world.company({ name: `Vævergården ${name}` }))
  const [only, alsoWait, others_] = made
  const sisters = []
  for (const name of ['øst', 'vest'])
    sisters.push(await world.company({ kind: 'workplace', cvr: made[3]?.cvr ?? '', name: `Vævergården ${name}` }))
  await world.sql(
    "insert into leadership (centre_id, cvr, shared, decided_by, decided_at) values ($1, $2, true, $3, '2026-11-01')",
    [world.centreId, made[3]?.cvr, world.people.birgit.id],
  )
  const { id } = await birgit.call(makeContactList, {
    body: { name: 'Vævere', goal: '', criteria: z.parse(Criteria, {}) },
  })
  await birgit.call(drawList, { params: { id } })
  const started = await birgit.call(startHearing, { params: { id }, body: { date: '2026-12-01', time: '16:00' } })
  const params = { id: started.hearing?.id ?? 0 }
  const ids = (...of: ({ id: number } | undefined)[]) => ({ companyIds: of.map((one) => one?.id ?? 0) })
  await anne.call(strikeCompanies, { params, body: ids(only, alsoWait, sisters[0]) })
  await vibeke.call(strikeCompanies, { params, body: ids(others_) })
  await leftAlone(world, alsoWait?.cvr ?? '', 'later', '2027-02-23')
  for (const leader of [torben, vibeke, world.as('lars')]) await leader.call(answerHearing, { params, body: {} })
  await birgit.call(endHearing, { params, body: {} })

  for (const [who, open] of [
    [anne, [only?.id, sisters[0]?.id]],
    [ali, [others_?.id]],
    [birgit, []],
  ] as const) {
    const list = async (call?: 'now' | 'not-now') =>
      (await who.call(listCompanies, { query: { q: 'Vævergården', ...(call && { call }) } })).rows
    const all = await list()
    const said = all.map(({ id: company, callBlock }) => [company, callBlock])
    const cards = all.map(async ({ id: company }) => {
      const card = await who.call(showCompany, { params: { id: company } })
      return [company, card.callBlock]
    })
    expect(said).toEqual(await Promise.all(cards))
    const free = all.filter(({ callBlock }) => callBlock === null).map((row) => row.id)
    expect(open.every((one) => free.includes(one ?? 0))).toBe(true)
    expect([only, others_, sisters[0]].filter((one) => free.includes(one?.id ?? 0))).toHaveLength(open.length)
    expect((await list('now')).map((row) => row.id)).toEqual(free)
    const count = async (call: 'now' | 'not-now') =>
      (await who.call(countCompanies, { query: { q: 'Vævergården', call } })).total
    expect([await count('now'), await count('not-now')]).toEqual([free.length, all.length - free.length])
    const { workplaces } = await who.call(showCompany, { params: { id: made[3]?.id ?? 0 } })
    expect(workplaces.map(({ id: place, state }) => [place, state === null])).toEqual(
      expect.arrayContaining(sisters.map((place) => [place.id, free.includes(place.id)])),
    )
  }
})

test('who knows a company by the contact list is asked to take it, and says what and by when; what nobody spoke with comes back, counted', async () => {
  await world.sql('update strike set undone_at = struck_at')
  await world.sql('update strike_origin set undone_at = now()')
  const made = []
  for (let n = 0; n < 6; n++) made.push(await world.company({ name: `Farver ${n}`, phone: `7000600${n}` }))
  const [known] = made
  // A teacher of the school stands on its list too, and answers no hearing.
  await world.sql('update membership set school_id = $1 where person_id = $2', [
    world.schools.technical,
    world.people.tove.id,
  ])
  await torben.call(
    uploadContacts,
    { query: { name: 'v.csv' } },
    { bytes: 'Navn;Telefon;Ansvarlig\r\nFarver;70006000;anne bruun\r\nFarver 1;70006001;Tove Lind' },
  )
  const { id } = await birgit.call(makeContactList, {
    body: { name: 'Farvere', goal: '', criteria: z.parse(Criteria, {}) },
  })
  await birgit.call(drawList, { params: { id } })
  const started = await birgit.call(startHearing, { params: { id }, body: { date: '2026-12-01', time: '16:00' } })
  const params = { id: started.hearing?.id ?? 0 }
  const ids = made.map((one) => one.id)
  await torben.call(strikeCompanies, { params, body: { companyIds: ids.slice(0, 3) } })
  await vibeke.call(strikeCompanies, { params, body: { companyIds: ids.slice(3, 6) } })
  const before = await others(known?.id ?? 0)
  for (const leader of [torben, vibeke, world.as('lars')])
    await leader.call(answerHearing, { params, body: { notLookedAt: 9 } })
  await birgit.call(endHearing, { params, body: {} })
  const kinds = async (who: Client) =>
    (await who.call(listWaiting, { query: {} })).rows.flatMap(({ kind, values }) =>
      kind.startsWith('struck') ? [[kind, values['count'] ?? values['what'], values['who'] ?? '']] : [],
    )
  expect(await kinds(anne)).toEqual([['struck-known', 1, 'Torben Friis']])
  expect(await kinds(torben)).toEqual([['struck-yours', 2, 'Torben Friis']])

  // Who answers for the school no more is asked nothing, nor has anything: the next one is.
  const role = (of: string, who: 'anne' | 'torben') =>
    world.sql('update membership set role = $1 where person_id = $2', [of, world.people[who].id])
  await role('teacher', 'anne')
  expect(await kinds(torben)).toEqual([['struck-yours', 3, 'Torben Friis']])
  await role('consultant', 'anne')
  await role('teacher', 'torben')
  expect(await kinds(anne)).toEqual([
    ['struck-yours', 2, 'Torben Friis'],
    ['struck-known', 1, 'Torben Friis'],
  ])
  await role('leader', 'torben')

  const row = (await struck(anne)).find(({ knownBy }) => knownBy === 'Anne Bruun')
  const strike = { params: { listId: row?.listId ?? 0, companyId: row?.companyId ?? 0 } }
  const plan = { what: 'Truckkort til to', dueOn: '2026-12-03' }
  await expect(anne.call(planStruckCompany, { ...strike, body: plan })).rejects.toMatchObject({ code: 'not-found' })
  await anne.call(takeStruckCompany, strike)
  expect((await anne.call(planStruckCompany, { ...strike, body: plan })).taken).toMatchObject(plan)
  await expect(
    anne.call(planStruckCompany, { ...strike, body: { ...plan, dueOn: row?.until ?? '' } }),
  ).rejects.toMatchObject({ code: 'struck-plan-late' })
  await expect(torben.call(planStruckCompany, { ...strike, body: plan })).rejects.toMatchObject({ code: 'not-found' })
  expect(await kinds(anne)).toEqual([['struck-planned', 'Truckkort til to', '']])
  expect(JSON.stringify(await kinds(ali))).toBe('[]')
  expect(before).not.toContain('Truckkort')

  const lapsed = async (who: Client) => who.call(countLapsedStrikes, {})
  expect(await lapsed(birgit)).toEqual({ own: null, all: null })
  await world.sql(
    "insert into contact_mark (centre_id, kind, source_id, company_id, cvr, whole, since) select $1, 'spoken', 1, id, cvr, true, '2026-12-20' from company where id = $2",
    [world.centreId, ids[5]],
  )
  world.clock.set('2027-07-05T09:00')
  expect(await lapsed(birgit)).toEqual({ own: null, all: 5 })
  expect([await lapsed(anne), await lapsed(ali), await lapsed(world.as('pia'))]).toEqual([
    { own: 3, all: null },
    { own: 2, all: null },
    { own: 0, all: null },
  ])
  // Four would tell too much.
  await world.sql('update company set closed_on = $1 where id = $2', ['2027-07-01', ids[4]])
  expect([(await lapsed(birgit)).all, (await lapsed(ali)).own]).toEqual([null, 1])
})
