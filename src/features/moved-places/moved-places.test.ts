/** The register gives a workplace to another company: what we have of it goes along, and of the rest somebody is asked. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { callingList } from '#testing/calling-list'
import { cvrs, registerWorkplace } from '#testing/register-files'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { answerCall, listCompanyCalls, takeCompany } from '../calls/calls.schema.ts'
import { listCompanyEvents } from '../companies/one-company.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { judgeContact } from '../may-contact/hindrance.schema.ts'
import { giveWait, liftWait, listWaits } from '../may-contact/waits.schema.ts'
import { listPromises } from '../promises/promises.schema.ts'
import { companyImportsOf, importCompanies } from '../register/register.ts'
import { showCompanyContact, takeRegularContact } from '../regular-contacts/regular-contacts.schema.ts'
import { answerMovedPlace, listMovedPlaces } from './moved-places.schema.ts'
import { carryMoves } from './moved-places.ts'

const world = await openWorld()
type World = Parameters<typeof world.as>[1]
afterAll(() => world.close())
const { booked, callBack, promised } = openThings(world)
const [birgit, anne, ali, soren] = [world.as('birgit'), world.as('anne'), world.as('ali'), world.as('soren')]
beforeEach(() => world.clock.set('2026-11-23T09:00'))

const bytesOf = (content: string) => ({
  async *[Symbol.asyncIterator]() {
    yield Buffer.from(content)
  },
})
/** The register says of a workplace that it is of this company. */
const registered = async (pNumber: number, cvr: number, year = 2025, inWorld: World = world) => {
  const name = `Børnehuset ${pNumber}`
  const document = registerWorkplace(pNumber, cvr, name, { sidstOpdateret: `${year}-05-01T10:00:00.000+02:00` })
  const opens: Parameters<typeof importCompanies>[0] = { in: (work) => world.inside('birgit', work, inWorld) }
  await importCompanies(opens, { name: 'cvr.json', bytes: bytesOf(JSON.stringify(document)) })
  const [row] = await world.sql<{ id: number; cvr: string; phone: string }>(
    'select id, cvr, phone from company where p_number = $1',
    [String(pNumber)],
  )
  return { id: row?.id ?? 0, cvr: row?.cvr ?? '', phone: row?.phone ?? '', name }
}
const sold = (pNumber: number, to: number) => {
  world.clock.advance({ minutes: 1 })
  return registered(pNumber, to, 2026)
}
const carry = () => world.inside('birgit', (ctx) => carryMoves.run(ctx))
const judged = async (who: typeof birgit, companyId: number) => {
  const { may, because } = await who.call(judgeContact, { params: { companyId }, query: {} })
  return may ? 'may' : because?.kind
}
const asked = async (companyId: number) => (await birgit.call(listMovedPlaces, { query: { companyId } })).rows
const waits = async (companyId: number) =>
  (await birgit.call(listWaiting, { query: {} })).rows.filter(
    ({ kind, href }) => kind === 'moved-place' && href.endsWith(`/${companyId}`),
  )
const [a, b, c, d, e, f, g, h] = cvrs

test('what was agreed with it goes along: nobody else calls it for a moment, and the card shows it', async () => {
  const place = await registered(1009870001, a)
  await promised(place.id)
  const meeting = await booked(place.id)
  await sold(1009870001, b)
  expect(await judged(ali, place.id)).toBe('promise')
  await carry()
  expect(await judged(ali, place.id)).toBe('promise')
  const { rows } = await anne.call(listPromises, { query: { companyId: place.id, whose: 'all', limit: 50 } })
  expect(rows).toMatchObject([{ cvr: String(b) }])
  expect(await world.sql('select cvr from booking where id = $1', [meeting])).toEqual([{ cvr: String(b) }])
  expect([await asked(place.id), await waits(place.id)]).toEqual([[], []])
  await carry()
  expect(await world.sql("select from event where verb = 'moved' and company_id = $1", [place.id])).toHaveLength(1)
})

test.each([
  ['later', 'wait'],
  ['do-not-contact', 'stop'],
] as const)(
  'what was said of all the old company (%s) holds until a coordinator says that it does not',
  async (reason, kind) => {
    const [from, to] = kind === 'wait' ? [c, d] : [e, f]
    const pNumber = kind === 'wait' ? 1009870002 : 1009870003
    const place = await registered(pNumber, from)
    await birgit.call(giveWait, { params: { companyId: place.id }, body: { reason, words: 'Efter jul' } })
    // The number is not what stops it.
    await world.sql('update contact_mark set phone = null where company_id = $1', [place.id])
    await sold(pNumber, to)
    expect(await judged(anne, place.id)).toBe(kind)
    await carry()
    expect([await judged(anne, place.id), await waits(place.id)]).toMatchObject([kind, [{ kind: 'moved-place' }]])
    const [one] = await asked(place.id)
    expect(one).toMatchObject({ held: [kind] })
    const say = (holds: boolean) => birgit.call(answerMovedPlace, { params: { id: one?.id ?? 0 }, body: { holds } })
    await expect(
      anne.call(answerMovedPlace, { params: { id: one?.id ?? 0 }, body: { holds: false } }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    await say(false)
    await say(true)
    expect([await judged(anne, place.id), await waits(place.id), await asked(place.id)]).toEqual(['may', [], []])
  },
)

test('a yes makes it its own: of this place alone, whoever else the new company is', async () => {
  const place = await registered(1009870004, g)
  const other = await registered(1009870005, h)
  await birgit.call(giveWait, { params: { companyId: place.id }, body: { reason: 'not-interested', words: 'Nej' } })
  await anne.call(takeRegularContact, { body: { companyId: place.id } })
  await sold(1009870004, h)
  await carry()
  const [one] = await asked(place.id)
  expect(one).toMatchObject({ held: ['regular-contact', 'wait'] })
  await birgit.call(answerMovedPlace, { params: { id: one?.id ?? 0 }, body: { holds: true } })
  expect(await asked(place.id)).toEqual([])
  const kinds = async (companyId: number) =>
    (await ali.call(judgeContact, { params: { companyId }, query: {} })).all.map(({ kind }) => kind)
  expect(await kinds(place.id)).toEqual(['regular-contact', 'wait'])
  expect(await kinds(other.id)).toEqual(['regular-contact'])
  expect((await birgit.call(listWaits, { params: { companyId: place.id } })).rows).toMatchObject([
    { saidAt: place.id, whole: false },
  ])
  expect(await anne.call(showCompanyContact, { params: { companyId: place.id } })).toMatchObject({
    contact: { person: { name: expect.stringContaining('Anne') as string } },
  })
})

test.each([
  ['later', 'wait', 30113055, 30113063, 1009870020],
  ['do-not-contact', 'stop', 30113071, 30113098, 1009870024],
] as const)(
  'what it said of all its company (%s) stays with the old company when a yes gives the place its own',
  async (reason, kind, from, to, pNumber) => {
    const [place, stays, theirs] = [
      await registered(pNumber, from),
      await registered(pNumber + 1, from),
      await registered(pNumber + 2, to),
    ]
    await birgit.call(giveWait, { params: { companyId: place.id }, body: { reason, words: 'Efter jul' } })
    await world.sql('update contact_mark set phone = null where company_id = $1', [place.id])
    await sold(pNumber, to)
    await carry()
    const [one] = await asked(place.id)
    await birgit.call(answerMovedPlace, { params: { id: one?.id ?? 0 }, body: { holds: true } })
    expect([await judged(ali, place.id), await judged(ali, stays.id), await judged(ali, theirs.id)]).toEqual([
      kind,
      kind,
      'may',
    ])
    const kinds = (await ali.call(judgeContact, { params: { companyId: place.id }, query: {} })).all.map(
      (held) => held.kind,
    )
    expect(kinds).toEqual([kind])
    // Lifted at the one it holds at the other all the same.
    const [own] = (await birgit.call(listWaits, { params: { companyId: place.id } })).rows
    await birgit.call(liftWait, { params: { id: own?.id ?? 0 }, body: { why: 'De ringede selv' } })
    expect([await judged(ali, place.id), await judged(ali, stays.id)]).toEqual(['may', kind])
  },
)

test('who has all of the old company is named with where, until a coordinator has said that the place is his too', async () => {
  const [from, to] = [30113004, 30113020]
  const [place, stays, theirs] = [
    await registered(1009870010, from),
    await registered(1009870011, from),
    await registered(1009870012, to),
  ]
  await anne.call(takeRegularContact, { body: { companyId: stays.id } })
  const card = async ({ id }: { id: number }) =>
    (await ali.call(showCompanyContact, { params: { companyId: id } })).contact?.person.name ?? null
  const said = async ({ id }: { id: number }) =>
    (await ali.call(judgeContact, { params: { companyId: id }, query: {} })).all.map(({ sentence }) => sentence)
  await sold(1009870010, to)
  const hangs = `Anne Bruun er fast kontakt i ${from}, som arbejdsstedet hørte til.`
  expect([await card(place), await said(place)]).toEqual([null, [hangs]])
  await carry()
  expect([await card(place), await said(place)]).toEqual([null, [hangs]])
  const [one] = await asked(place.id)
  await birgit.call(answerMovedPlace, { params: { id: one?.id ?? 0 }, body: { holds: true } })
  // Of one leadership: all that the new company has; and the old one has lost nobody.
  for (const here of [place, theirs, stays])
    expect([await card(here), await said(here)]).toEqual(['Anne Bruun', ['Anne Bruun er deres faste kontakt.']])
})

test('whoever the new company has already speaks alone, on the card and to who asks', async () => {
  const [from, to] = [30113039, 30113047]
  const [place, theirs] = [await registered(1009870013, from), await registered(1009870014, to)]
  await anne.call(takeRegularContact, { body: { companyId: place.id } })
  await ali.call(takeRegularContact, { body: { companyId: theirs.id } })
  await sold(1009870013, to)
  await carry()
  const [one] = await asked(place.id)
  await birgit.call(answerMovedPlace, { params: { id: one?.id ?? 0 }, body: { holds: true } })
  const { all } = await birgit.call(judgeContact, { params: { companyId: place.id }, query: {} })
  expect(all.map(({ sentence }) => sentence)).toEqual(['Ali Demir er deres faste kontakt.'])
  const { contact } = await anne.call(showCompanyContact, { params: { companyId: place.id } })
  expect(contact?.person.name).toBe('Ali Demir')
})

test('in the middle of calling: the call-back that was agreed is called, from the same list', async () => {
  const [from, to] = [30112490, 30112504]
  const place = await registered(1009870006, from)
  const listId = await callingList(world, [place])
  await soren.call(takeCompany, { body: { listId } })
  await soren.call(answerCall, { body: { companyId: place.id, ...callBack } })
  await sold(1009870006, to)
  await carry()
  world.clock.set('2026-11-24T10:05')
  expect(await soren.call(takeCompany, { body: { listId } })).toMatchObject({ held: { companyId: place.id } })
})

test('an import that sells it while a caller has it: what is said on the phone is its own', async () => {
  const [from, to] = [30112512, 30112520]
  const place = await registered(1009870007, from)
  const listId = await callingList(world, [place])
  await soren.call(takeCompany, { body: { listId } })
  await Promise.all([
    sold(1009870007, to),
    soren.call(answerCall, { body: { companyId: place.id, answer: 'not-interested' } }),
  ])
  await carry()
  expect(await judged(anne, place.id)).toBe('wait')
})

describe('what was said under the old number', () => {
  const callsAt = async (companyId: number) =>
    (await anne.call(listCompanyCalls, { params: { companyId } })).rows.map(({ answer, underCvr }) => [
      answer,
      underCvr,
    ])

  test('shows on the card of the place, each with the number it stood under', async () => {
    const [from, to] = [30112555, 30112563]
    const place = await registered(1009870008, from)
    const listId = await callingList(world, [place])
    await soren.call(takeCompany, { body: { listId } })
    await soren.call(answerCall, { body: { companyId: place.id, ...callBack } })
    expect(await callsAt(place.id)).toEqual([['call-back', null]])
    await sold(1009870008, to)
    await carry()
    world.clock.set('2026-11-24T10:05')
    await soren.call(takeCompany, { body: { listId } })
    await soren.call(answerCall, { body: { companyId: place.id, answer: 'later' } })
    expect(await callsAt(place.id)).toEqual([
      ['later', null],
      ['call-back', String(from)],
    ])
    const { rows } = await anne.call(listCompanyEvents, { params: { id: place.id }, query: {} })
    expect(rows.map(({ verb, underCvr }) => [verb, underCvr])).toEqual(
      expect.arrayContaining([
        ['answered', String(from)],
        ['answered', null],
      ]),
    )
  })
})

describe('a place that only our own file knows', () => {
  /** The file says of a workplace that it is of this company. */
  const brought = async (pNumber: number, cvr: number) => {
    const rows = `CVR;P-nummer;Navn;Telefon\r\n${cvr};;Firma ${cvr};\r\n${cvr};${pNumber};Værksted ${pNumber};7099${String(pNumber).slice(-4)}\r\n`
    await world.inside('birgit', (ctx) =>
      companyImportsOf.importAtOnce(ctx, { name: 'egne.csv', bytes: bytesOf(rows), size: 0 }),
    )
    const [row] = await world.sql<{ id: number; cvr: string }>('select id, cvr from own_place where p_number = $1', [
      String(pNumber),
    ])
    return { id: row?.id ?? 0, cvr: row?.cvr ?? '', name: `Værksted ${pNumber}` }
  }

  test('moves with a newer file: a no and a promise go along, here alone', async () => {
    const [from, to] = [30112571, 30112598]
    const place = await brought(1009871001, from)
    await birgit.call(giveWait, { params: { companyId: place.id }, body: { reason: 'not-interested', words: 'Nej' } })
    expect(await judged(ali, place.id)).toBe('wait')
    await promised(place.id)
    world.clock.advance({ minutes: 1 })
    expect((await brought(1009871001, to)).cvr).toBe(String(to))
    expect(await judged(ali, place.id)).toBe('promise')
    await carry()
    const { rows } = await birgit.call(listPromises, { query: { whose: 'all', companyId: place.id } })
    expect(rows).toHaveLength(1)
    // Of another centre's knowledge it says nothing.
    const other = await world.otherCentre()
    expect(
      await world.inside('birgit', (ctx) => ctx.db.selectFrom('placeMoved').selectAll().execute(), other),
    ).not.toContainEqual(expect.objectContaining({ companyId: place.id }))
  })

  test('and when the register comes to know it under another number', async () => {
    const [from, to] = [30112601, 30112628]
    const place = await brought(1009871002, from)
    await birgit.call(giveWait, { params: { companyId: place.id }, body: { reason: 'not-interested', words: 'Nej' } })
    world.clock.advance({ minutes: 1 })
    expect(await registered(1009871002, to)).toMatchObject({ id: place.id, cvr: String(to) })
    expect(await judged(ali, place.id)).toBe('wait')
    await carry()
    expect(await judged(ali, place.id)).toBe('wait')
  })

  test('and when another centre brings it into the register', async () => {
    const [from, to] = [30113055, 30113063]
    const place = await brought(1009871003, from)
    await birgit.call(giveWait, { params: { companyId: place.id }, body: { reason: 'not-interested', words: 'Nej' } })
    await promised(place.id)
    world.clock.advance({ minutes: 1 })
    const other = await world.otherCentre()
    expect(await registered(1009871003, to, 2025, other)).toMatchObject({ id: place.id, cvr: String(to) })
    await carry()
    expect(await judged(ali, place.id)).toBe('promise')
    const { rows } = await birgit.call(listPromises, { query: { whose: 'all', companyId: place.id } })
    expect(rows).toMatchObject([{ cvr: String(to) }])
  })
})
