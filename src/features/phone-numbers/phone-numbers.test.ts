import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { correctCall, showHold } from '../calls/calls.schema.ts'
import { listCompanies } from '../companies/companies.schema.ts'
import { listCompanyEvents, showCompany } from '../companies/one-company.schema.ts'
import { countNumberless, Criteria } from '../lists/criteria.schema.ts'
import { drawList, listDrawnCompanies } from '../lists/draw.schema.ts'
import { makeContactList, showContactList } from '../lists/lists.schema.ts'
import { giveWait } from '../may-contact/waits.schema.ts'
import { correctNumber, findNumber, listNumberless } from '../queue/held.schema.ts'
import { showQueue } from '../queue/queue.schema.ts'
import { importCompanies, companyImportsOf } from '../register/register.ts'
import { z } from '#platform/endpoint'
import { setNumber, showNumber, takeNumberBack } from './phone-numbers.schema.ts'

type World = Awaited<ReturnType<typeof openWorld>>
let world: World
let callers: ReturnType<typeof callersIn>
beforeAll(async () => {
  world = await openWorld()
  callers = callersIn(world)
})
afterAll(() => world.close())
beforeEach(() => world.sql('delete from call_hold'))

type Place = { id: number; phone: string | null }
const say = (
  place: Place,
  phone: string,
  given: { instead?: string | null; who?: 'anne' | 'birgit' | 'torben' } = {},
) =>
  world.as(given.who ?? 'anne').call(setNumber, {
    params: { companyId: place.id },
    body: { phone, source: 'own-page', instead: given.instead === undefined ? place.phone : given.instead },
  })
const numberOf = async (place: Place, inWorld?: Parameters<World['as']>[1]) =>
  (await world.as('anne', inWorld).call(showNumber, { params: { companyId: place.id } })).phone
const blocks = async ({ id }: Place) =>
  (await world.as('anne').call(showCompany, { params: { id } })).blocks.map(({ reason }) => reason)
const fresh = () => String(40_000_000 + Math.floor(Math.random() * 9_999_999))

describe('a number of our own', () => {
  test('goes before the register’s, with who found it, where and when; other centres see nothing of it', async () => {
    const place = await world.company()
    const other = await world.otherCentre()
    await say(place, '+45 40 11 22 33')
    const shown = await world.as('birgit').call(showNumber, { params: { companyId: place.id } })
    expect(shown).toMatchObject({
      phone: '40112233',
      own: { phone: '40112233', source: 'own-page', saidOn: '2026-11-23', instead: place.phone, who: 'Anne Bruun' },
    })
    expect(await numberOf(place, other)).toBe(place.phone)
    const found = await world.as('anne').call(listCompanies, { query: { q: '40112233' } })
    expect(found.rows.map(({ id }) => id)).toEqual([place.id])
    expect((await world.as('anne').call(listCompanies, { query: { q: place.phone ?? '' } })).rows).toEqual([])
    const card = await world.as('anne').call(showCompany, { params: { id: place.id } })
    expect(card).toMatchObject({ phone: '40112233', ownWays: ['phone'] })
    const { rows } = await world.as('anne').call(listCompanyEvents, { params: { id: place.id }, query: {} })
    expect(rows[0]).toMatchObject({ verb: 'corrected', who: 'Anne Bruun', before: { phone: place.phone } })
  })

  test('is taken back: what the register says counts again, and the story stays', async () => {
    const place = await world.company()
    await say(place, '40112244')
    await say(place, '40112255', { instead: '40112244', who: 'torben' })
    await world.as('anne').call(takeNumberBack, { params: { companyId: place.id } })
    const shown = await world.as('anne').call(showNumber, { params: { companyId: place.id } })
    expect(shown).toMatchObject({ phone: place.phone, own: null })
    expect(shown.found.map(({ phone }) => phone)).toEqual(['40112255', '40112244'])
    expect(await world.as('anne').call(takeNumberBack, { params: { companyId: place.id } })).toEqual(shown)
  })

  test('what cannot be called is refused with a sentence: 112, words, a letter among the digits, two thousand characters', async () => {
    const place = await world.company()
    for (const wrong of ['112', '0700 1234', '11 22 33 44', 'ring til Bo', '40 11 22 3O', '4', '+45 12 34 56 78'])
      await expect(say(place, wrong)).rejects.toMatchObject({
        code: 'wrong-input',
        problem: { errors: [{ pointer: '/body/phone' }] },
      })
    await expect(say(place, '4'.repeat(2000))).rejects.toMatchObject({ code: 'wrong-input' })
    await expect(say({ id: 99_999, phone: null }, '40112233')).rejects.toMatchObject({ code: 'not-found' })
    expect(await numberOf(place)).toBe(place.phone)
    // What turns the direction of writing is left out, as everywhere.
    expect((await say(place, '‮33 22 11 04')).phone).toBe('33221104')
    expect((await say(place, '+46 8 123 456', { instead: '33221104' })).phone).toBe('+468123456')
  })

  test('of two who write at once the second is told who was faster, and what stands; the same number twice is one', async () => {
    const place = await world.company()
    const both = await Promise.allSettled([say(place, '40223344'), say(place, '40223355', { who: 'birgit' })])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'number-changed' } })
    const now = await numberOf(place)
    const same = await Promise.all([
      say(place, '40223366', { instead: now }),
      say(place, '40223366', { instead: now, who: 'birgit' }),
    ])
    expect(same.map(({ phone }) => phone)).toEqual(['40223366', '40223366'])
    const rows = await world.sql('select from own_number where company_id = $1', [place.id])
    expect(rows).toHaveLength(2)
  })
})

describe('what was said on a number', () => {
  test('a stop keeps the number it was said on: whoever else has it is still left alone, and the company too', async () => {
    const phone = fresh()
    const [place, neighbour] = [await world.company({ phone }), await world.company({ phone })]
    await world.as('birgit').call(giveWait, {
      params: { companyId: place.id },
      body: { reason: 'do-not-contact', words: 'Ring ikke' },
    })
    await say(place, fresh())
    expect(await blocks(place)).toContain('do-not-contact')
    expect(await blocks(neighbour)).toContain('do-not-contact')
    await say(neighbour, fresh())
    expect(await blocks(neighbour)).toEqual([])
    // And who comes to that number is met by what was said there.
    const third = await world.company()
    await say(third, phone)
    expect(await blocks(third)).toContain('do-not-contact')
  })

  test('a wrong number that somebody met is over when the right one is written, and the company is called again', async () => {
    const { id, phone, listId } = await callers.listed()
    await callers.held(world.as('soren'), listId)
    await callers.answer(world.as('soren'), id, { answer: 'wrong-number' })
    expect(await callers.blockedIn(listId)).toEqual(['wait'])
    const right = fresh()
    await say({ id, phone }, right)
    expect(await callers.held(world.as('soren'), listId)).toMatchObject({ companyId: id, phone: right })
  })

  test('the right one was wrong too and is taken back: the wrong number stands again, and nobody is sent to it', async () => {
    const { id, phone, listId } = await callers.listed()
    await callers.held(world.as('soren'), listId)
    await callers.answer(world.as('soren'), id, { answer: 'wrong-number' })
    const found = fresh()
    await say({ id, phone }, found)
    await say({ id, phone: found }, fresh())
    expect(await blocks({ id, phone })).toEqual([])
    await world.as('anne').call(takeNumberBack, { params: { companyId: id } })
    expect(await blocks({ id, phone })).toEqual(['wait'])
    expect(await callers.blockedIn(listId)).toEqual(['wait'])
    // It is no other wait than before: once more the right number, and it is over.
    await say({ id, phone }, fresh())
    expect(await blocks({ id, phone })).toEqual([])
  })

  test('a wrong number that was said by mistake does not come back with the number', async () => {
    const { id, phone, listId } = await callers.listed()
    await callers.held(world.as('soren'), listId)
    const { call } = await callers.answer(world.as('soren'), id, { answer: 'wrong-number' })
    await say({ id, phone }, fresh())
    world.clock.set('2026-11-23T09:05')
    await world
      .as('soren')
      .call(correctCall, { params: { id: call.id }, body: { answer: 'no-answer', why: 'Forkert tast' } })
    await world.as('anne').call(takeNumberBack, { params: { companyId: id } })
    expect(await blocks({ id, phone })).toEqual([])
  })
})

describe('an import and its undo leave it alone', () => {
  const bring = (rows: string) =>
    world.inside('birgit', (ctx) =>
      companyImportsOf.importAtOnce(ctx, {
        name: 'egne.csv',
        bytes: (async function* () {
          yield new TextEncoder().encode(`CVR;Navn;Telefon\r\n${rows}`)
        })(),
        size: 0,
      }),
    )
  test('whichever came first', async () => {
    const [before, after] = [await world.company(), await world.company()]
    await say(before, '40334455')
    await bring(`${before.cvr};Lund;70998877\r\n${after.cvr};Lund;70998866\r\n`)
    const [file] = await world.sql<{ id: number }>('select max(id) as id from import')
    expect(await numberOf(before)).toBe('40334455')
    expect(await numberOf(after)).toBe('70998866')
    await say(after, '40334466', { instead: '70998866' })
    await world.inside('birgit', (ctx) => companyImportsOf.undoImport(ctx, file?.id ?? 0))
    expect(await numberOf(before)).toBe('40334455')
    expect(await numberOf(after)).toBe('40334466')
    for (const place of [before, after])
      expect(await world.as('anne').call(takeNumberBack, { params: { companyId: place.id } })).toMatchObject({
        phone: place.phone,
      })
  })
  test('of a company that the register lacks', async () => {
    const outcome = await world.inside('birgit', (ctx) =>
      importCompanies(
        { in: (work) => work(ctx) },
        {
          name: 'egne.csv',
          bytes: (async function* () {
            yield new TextEncoder().encode('CVR;Navn;Telefon\r\n10150817;Helt Egen ApS;70998855\r\n')
          })(),
        },
      ),
    )
    expect(outcome).toMatchObject({ created: 1 })
    const [own] = (await world.as('anne').call(listCompanies, { query: { q: '10150817' } })).rows
    const place = { id: own?.id ?? 0, phone: own?.phone ?? null }
    await say(place, '40334477')
    expect(await numberOf(place)).toBe('40334477')
  })
})

describe('without a number', () => {
  test('the draw counts them, the list shows them, and nobody is handed one', async () => {
    const industry = '143900'
    const made = []
    for (const phone of [undefined, null, null])
      made.push(await world.company({ industry, ...(phone === null && { phone }) }))
    const criteria = z.parse(Criteria, { industries: [industry] })
    const birgit = world.as('birgit')
    expect(await birgit.call(countNumberless, { body: { criteria } })).toEqual({ numberless: 2 })
    const limited = z.parse(Criteria, { industries: [industry], limit: 1 })
    expect((await birgit.call(countNumberless, { body: { criteria: limited } })).numberless).toBeLessThanOrEqual(1)
    const list = await birgit.call(makeContactList, { body: { name: 'Strik', goal: '', criteria } })
    expect(list.numberless).toBeNull()
    expect(await birgit.call(drawList, { params: { id: list.id } })).toMatchObject({ numberless: 2 })
    const shown = await birgit.call(listDrawnCompanies, { params: { id: list.id }, query: { show: 'numberless' } })
    expect(shown.rows.map(({ hasNumber }) => hasNumber)).toEqual([false, false])
    const all = await birgit.call(listCompanies, { query: { industry, number: 'none' } })
    expect(all.rows).toHaveLength(2)
    const [found] = made.slice(1)
    if (found) await say(found, fresh())
    expect(await birgit.call(showContactList, { params: { id: list.id } })).toMatchObject({ numberless: 1 })
  })

  test('a caller finds it: the company joins the queue at once; not one that wants no number', async () => {
    const [known, unknown] = [await world.company(), await world.company({ phone: null, name: 'Nordkaj Lager ApS' })]
    const listId = await callers.listOf([unknown])
    const soren = world.as('soren')
    expect(await callers.held(soren, listId)).toBeNull()
    const queue = await soren.call(showQueue, { query: { listId } })
    expect(queue.blocked).toMatchObject([{ reason: 'no-phone', count: 1 }])
    const { rows } = await soren.call(listNumberless, { query: { listId } })
    expect(rows).toMatchObject([{ companyId: unknown.id, name: 'Nordkaj Lager ApS' }])
    const phone = fresh()
    const body = { phone, source: 'directory' } as const
    for (const companyId of [known.id, 99_999])
      await expect(soren.call(findNumber, { params: { companyId }, body })).rejects.toMatchObject({ code: 'not-found' })
    await soren.call(findNumber, { params: { companyId: unknown.id }, body })
    expect(await callers.held(soren, listId)).toMatchObject({ companyId: unknown.id, phone })
    await expect(soren.call(findNumber, { params: { companyId: unknown.id }, body })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(say(unknown, fresh(), { who: 'anne', instead: null })).rejects.toMatchObject({
      code: 'number-changed',
    })
  })
})

describe('the wrong number in the middle of a call', () => {
  const held = async () => (await world.as('soren').call(showHold)).held
  test('the right one is written, and the talk goes on with it', async () => {
    const { id, listId } = await callers.listed()
    await callers.held(world.as('soren'), listId)
    const phone = fresh()
    const body = { companyId: id, phone, source: 'said' } as const
    expect(await world.as('soren').call(correctNumber, { body })).toEqual({ phone, held: true })
    expect(await held()).toMatchObject({ companyId: id, phone })
    await callers.answer(world.as('soren'), id, { answer: 'not-interested' })
    await expect(world.as('soren').call(correctNumber, { body })).rejects.toMatchObject({ code: 'not-your-call' })
    expect(await numberOf({ id, phone })).toBe(phone)
  })

  test('one that said stop is kept and not called; one that somebody is on neither', async () => {
    const stopped = await world.company()
    await world.as('birgit').call(giveWait, {
      params: { companyId: stopped.id },
      body: { reason: 'do-not-contact', words: 'Nej' },
    })
    const [first, second] = [await callers.listed(), await callers.listed()]
    const soren = world.as('soren')
    await callers.held(soren, first.listId)
    const said = { source: 'said' } as const
    expect(
      await soren.call(correctNumber, { body: { ...said, companyId: first.id, phone: stopped.phone ?? '' } }),
    ).toEqual({ phone: stopped.phone, held: false })
    expect(await held()).toBeNull()
    const busy = await callers.listed()
    await callers.held(world.as('birgit'), busy.listId)
    await callers.held(soren, second.listId)
    expect(
      await soren.call(correctNumber, { body: { ...said, companyId: second.id, phone: busy.phone ?? '' } }),
    ).toEqual({ phone: busy.phone, held: false })
    expect(await held()).toBeNull()
  })
})
