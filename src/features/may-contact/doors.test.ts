import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { callingList } from '#testing/calling-list'
import { openWorld } from '#testing/world'
import { leftAlone } from '#testing/waits'
import { bookMeeting, cancelBooking, moveBooking } from '../bookings/bookings.schema.ts'
import { answerCall, takeCompany } from '../calls/calls.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { sendCompanyLink } from '../links/links.schema.ts'
import { keepPromise, makePromise } from '../promises/promises.schema.ts'
import { recordBasis, withdrawBasis } from './basis.schema.ts'
import { judgeContact } from './hindrance.schema.ts'
import { setMark, stopContact } from './may-contact.ts'
import { giveWait, liftWait } from './waits.schema.ts'

/** Whatever door is used, the company meets one voice: what one door refuses no other hands out. */
const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [anne, ali, birgit, soren] = [world.as('anne'), world.as('ali'), world.as('birgit'), world.as('soren')]
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql('delete from call_hold')
})
type Company = Awaited<ReturnType<typeof world.company>>

const slotsFor = async (companyId: number, personId = people.anne.id) =>
  (await birgit.call(listFreeSlots, { query: { companyId, personId, days: 14, every: 'true' as const } })).rows.map(
    ({ startsAt }) => startsAt,
  )
const book = async (companyId: number, who = ali, startsAt?: string) =>
  who.call(bookMeeting, {
    body: {
      ...{ companyId, personId: people.anne.id, startsAt: startsAt ?? (await slotsFor(companyId))[0] ?? '' },
      ...{ contactName: 'Karen', contactEmail: 'karen@firma.example', note: '' },
    },
  })
const mark = (kind: 'strike', { id, cvr }: Company, endsAt: string) =>
  world.inside('birgit', (ctx) =>
    setMark(ctx, { kind, sourceId: id, companyId: id, cvr, since: ctx.at, endsAt, personId: null }),
  )
const judged = (companyId: number, query: object = {}, who = ali) =>
  who.call(judgeContact, { params: { companyId }, query })

const closedDoors: Record<string, { make: () => Promise<Company>; says: RegExp; until?: string }> = {
  wait: {
    make: async () => {
      const made = await world.company()
      await leftAlone(world, made.cvr, 'later', '2027-02-23')
      return made
    },
    says: /har ro hos alle skoler.*igen 23\. februar/,
    until: '2027-02-23',
  },
  'do-not-contact': {
    make: async () => {
      const made = await world.company()
      await leftAlone(world, made.cvr, 'do-not-contact', null)
      return made
    },
    says: /vil ikke kontaktes/,
  },
  struck: {
    make: async () => {
      const made = await world.company()
      await mark('strike', made, '2027-05-22T22:00:00Z')
      return made
    },
    says: /En skole, der kender virksomheden, har den/,
    until: '2027-05-23',
  },
  protected: { make: () => world.company({ isProtected: true }), says: /reklamebeskyttet/ },
  closed: { make: () => world.company({ closedOn: '2026-11-20' }), says: /lukket/ },
  running: {
    make: async () => {
      const made = await world.company()
      const body = { companyId: made.id, what: 'Et tilbud', ownerId: people.anne.id, dueOn: '2026-12-01' }
      await anne.call(makePromise, { body })
      return made
    },
    says: /Anne Bruun har en aftale med dem/,
  },
}

describe('booking asks', () => {
  for (const [reason, { make, says, until }] of Object.entries(closedDoors))
    test(`${reason}: no meeting, no mail, nothing written; the reason and until when are told, and the database refuses too`, async () => {
      const made = await make()
      const rows = async () =>
        JSON.stringify(
          await world.sql('select (select count(*) from outbox) as mails, (select count(*) from event) as events'),
        )
      const startsAt = (await slotsFor(made.id))[0] ?? ''
      await judged(made.id)
      const before = await rows()
      await expect(book(made.id, ali, startsAt)).rejects.toMatchObject({
        code: 'may-not-contact',
        message: expect.stringMatching(says),
        problem: { reason, untilOn: until ?? null, ask: reason === 'running' ? { name: 'Anne Bruun' } : null },
      })
      expect(await rows()).toBe(before)
      expect(await world.sql('select from booking where cvr = $1', [made.cvr])).toEqual([])
      expect(await judged(made.id, { channel: 'visit' })).toMatchObject({ may: false, because: { word: reason } })
      const raw = world.inside('ali', (ctx) =>
        ctx.db
          .insertInto('booking')
          .values({
            ...{ centreId: ctx.centreId, companyId: made.id, cvr: made.cvr, startsAt, endsAt: '2026-12-31T23:00:00Z' },
            ...{
              contactName: 'Karen',
              bookedAt: ctx.at,
              bookedBy: ctx.personId,
              uid: `raw-${made.id}`,
              purpose: 'outreach',
            },
          })
          .execute(),
      )
      await expect(raw).rejects.toMatchObject({ code: 'TV002', detail: reason })
    })

  test('who has promised them something goes on, in their wait too; a stop ends that; its own meeting is moved and cancelled by the company alone', async () => {
    const made = await closedDoors['running']?.make()
    const id = made?.id ?? 0
    await leftAlone(world, made?.cvr ?? '', 'later', '2027-02-23')
    expect(await judged(id, {}, anne)).toMatchObject({ may: false, because: { kind: 'wait' }, inHand: true })
    expect(await judged(id, { purpose: 'agreed' }, anne)).toMatchObject({ may: true })
    const forAnne = await book(id, birgit)
    await birgit.call(cancelBooking, { params: { id: forAnne.id }, body: { why: 'Anne finder selv en dag' } })
    const meeting = await book(id, anne)
    await world.inside('birgit', (ctx) => stopContact(ctx, { cvr: made?.cvr ?? '', companyId: id }))
    const startsAt = (await slotsFor(id)).at(-1) ?? ''
    const params = { id: meeting.id }
    await expect(
      anne.call(moveBooking, { params, body: { startsAt, sequence: meeting.sequence } }),
    ).rejects.toMatchObject({
      code: 'may-not-contact',
    })
    await anne.call(cancelBooking, { params, body: { why: 'De vil ikke' } })
    await expect(book(id, anne)).rejects.toMatchObject({
      code: 'may-not-contact',
      problem: { reason: 'do-not-contact' },
    })
  })

  test('who has one thing in hand is stopped by nothing else that runs', async () => {
    const made = await closedDoors['running']?.make()
    const id = made?.id ?? 0
    const body = { companyId: id, what: 'Ringe om prisen', ownerId: people.ali.id, dueOn: '2026-12-02' }
    await ali.call(makePromise, { body })
    expect(await judged(id)).toMatchObject({ may: true, inHand: true })
    expect(await book(id)).toMatchObject({ companyId: id })
  })

  test('an answer with a meeting on the phone stays: the call was lawful', async () => {
    const made = await world.company()
    const listId = await callingList(world, [made])
    await soren.call(takeCompany, { body: { listId } })
    const startsAt = (await slotsFor(made.id))[0] ?? ''
    const booking = { personId: people.anne.id, startsAt, contactName: 'Karen' }
    const body = { companyId: made.id, answer: 'wants-contact' as const, spokeWith: 'Karen', note: '', booking }
    expect((await soren.call(answerCall, { body })).booking).not.toBeNull()
    expect(await world.sql('select purpose from booking where cvr = $1', [made.cvr])).toEqual([{ purpose: 'agreed' }])
  })
})

describe('a basis for a protected company', () => {
  const basisFor = (id: number, given: object = {}) =>
    birgit.call(recordBasis, { params: { id }, body: { basis: 'consent', note: 'Karen sagde ja på messen', ...given } })

  test('is for one way and for a year from the day it was given', async () => {
    const made = await world.company({ isProtected: true })
    const basis = await basisFor(made.id, { channel: 'phone', givenOn: '2026-06-01' })
    expect(basis).toMatchObject({ channel: 'phone', companyId: null, givenOn: '2026-06-01', lapsesOn: '2027-06-01' })
    const may = async () =>
      Promise.all(['phone', 'visit', 'mail'].map(async (channel) => (await judged(made.id, { channel })).may))
    expect(await may()).toEqual([true, false, false])
    await expect(book(made.id)).rejects.toMatchObject({ code: 'may-not-contact', problem: { reason: 'protected' } })
    await basisFor(made.id, { channel: 'visit' })
    await basisFor(made.id, { channel: 'mail', basis: 'own-enquiry' })
    expect(await may()).toEqual([true, true, false])
    expect((await judged(made.id, { channel: 'mail' })).because).toMatchObject({ word: 'no-consent' })
    await basisFor(made.id, { channel: 'mail' })
    expect(await may()).toEqual([true, true, true])
    world.clock.set('2027-06-01T09:00')
    expect(await may()).toEqual([false, true, true])
    world.clock.set('2026-11-23T09:00')
    await birgit.call(withdrawBasis, { params: { id: made.id, basisId: basis.id } })
    expect((await may())[0]).toBe(false)
    await expect(basisFor(made.id, { givenOn: '2026-11-24' })).rejects.toMatchObject({ code: 'wrong-input' })
  })

  test('of one workplace opens that one alone', async () => {
    const company = await world.company({ isProtected: true })
    const [here, there] = [
      await world.company({ kind: 'workplace', cvr: company.cvr }),
      await world.company({ kind: 'workplace', cvr: company.cvr }),
    ]
    await basisFor(here.id, { here: true })
    const may = async ({ id }: { id: number }) => (await judged(id)).may
    expect([await may(company), await may(here), await may(there)]).toEqual([false, true, false])
  })

  test('that lapses takes the company off the queue on its day', async () => {
    const made = await world.company({ isProtected: true })
    await basisFor(made.id, { givenOn: '2025-12-01' })
    const listId = await callingList(world, [made])
    const queued = async () =>
      (await world.sql<{ hindrance: string | null }>('select hindrance from queue_row where list_id = $1', [listId]))[0]
    await world.runJobs()
    expect(await queued()).toEqual({ hindrance: null })
    world.clock.set('2026-12-01T09:00')
    await expect(soren.call(takeCompany, { body: { companyId: made.id } })).rejects.toMatchObject({
      code: 'may-not-call',
    })
    await world.runJobs()
    expect(await queued()).toEqual({ hindrance: 'protected' })
  })
})

describe('a link to the company’s own page', () => {
  test('is not sent to who said stop, unless something is running', async () => {
    const made = await world.company()
    const send = () => birgit.call(sendCompanyLink, { body: { companyId: made.id } })
    await send()
    await leftAlone(world, made.cvr, 'later', '2027-02-23')
    await send()
    const { id } = await anne.call(makePromise, {
      body: { companyId: made.id, what: 'Et tilbud', ownerId: people.anne.id, dueOn: '2026-12-01' },
    })
    await leftAlone(world, made.cvr, 'do-not-contact', null)
    await send()
    await anne.call(keepPromise, { params: { id } })
    await expect(send()).rejects.toMatchObject({ code: 'may-not-contact', problem: { reason: 'do-not-contact' } })
  })
})

describe('do-not-contact follows the number', () => {
  test('every company with that number is left alone, whoever said it and wherever the number comes from; gone when it is lifted', async () => {
    const phone = '70009911'
    const said = await world.company({ phone })
    const other = await world.company({ phone, municipality: 760 })
    const own = await world.company({ municipality: 760 })
    const listId = await callingList(world, [other])
    const stop = await birgit.call(giveWait, {
      params: { companyId: said.id },
      body: { reason: 'do-not-contact', words: 'Aldrig mere' },
    })
    expect((await judged(other.id)).because).toMatchObject({ word: 'do-not-contact' })
    await expect(soren.call(takeCompany, { body: { listId, companyId: other.id } })).rejects.toMatchObject({
      problem: { reason: 'do-not-contact' },
    })
    await expect(book(other.id)).rejects.toMatchObject({ code: 'may-not-contact' })
    expect((await judged(own.id)).may).toBe(true)
    await world.sql('update company set phone = $2 where id = $1', [own.id, phone])
    expect((await judged(own.id)).may).toBe(false)
    await birgit.call(liftWait, { params: { id: stop.id }, body: { why: 'Skrevet forkert' } })
    expect([(await judged(own.id)).may, (await judged(other.id)).may]).toEqual([true, true])
    await soren.call(takeCompany, { body: { listId, companyId: other.id } })
  })

  test('another answer is told beside the other company, and stops nothing', async () => {
    const [said, other] = [await world.company({ phone: '70009922' }), await world.company({ phone: '70009922' })]
    const listId = await callingList(world, [said, other])
    await soren.call(takeCompany, { body: { companyId: said.id } })
    await soren.call(answerCall, { body: { companyId: said.id, answer: 'not-interested', spokeWith: '', note: '' } })
    expect(await judged(other.id)).toMatchObject({ may: true, sameNumber: { on: '2026-11-23' } })
    expect(await judged(said.id)).toMatchObject({ sameNumber: null })
    const { held } = await soren.call(takeCompany, { body: { listId } })
    expect(held).toMatchObject({ companyId: other.id, sameNumber: { on: '2026-11-23' } })
  })
})

describe('at the same moment', () => {
  test('twenty who book beside waits given, strikes told and stops said: no meeting stands with a company that was closed before it', async () => {
    const companies: Company[] = []
    for (let n = 0; n < 20; n++) companies.push(await world.company({ phone: String(71_500_000 + Math.floor(n / 2)) }))
    const slots = await slotsFor(companies[0]?.id ?? 0)
    const closing = companies.map((company, n) =>
      n % 4 === 0
        ? birgit.call(giveWait, { params: { companyId: company.id }, body: { reason: 'later', words: 'Nej tak' } })
        : n % 4 === 1
          ? mark('strike', company, '2027-05-22T22:00:00Z')
          : n % 4 === 2
            ? world.inside('birgit', (ctx) => stopContact(ctx, { cvr: company.cvr, companyId: company.id }))
            : leftAlone(world, company.cvr, 'not-interested', '2027-05-23'),
    )
    const booking = companies.map(({ id }, n) =>
      book(id, ali, slots[n % slots.length]).then(
        ({ id: made }) => made,
        () => null,
      ),
    )
    const [made] = await Promise.all([Promise.all(booking), Promise.allSettled(closing)])
    // Whoever booked did so before the door closed: events of one company, and of one number, come in the order of their locks.
    const order = async (verb: string, of: Company[]) =>
      world.sql<{ id: number }>('select id::int as id from event where verb = $1 and cvr = any($2) order by id', [
        verb,
        of.map(({ cvr }) => cvr),
      ])
    for (const [n, company] of companies.entries()) {
      const pair = companies.slice(n - (n % 2), n - (n % 2) + 2)
      const said = n % 4 < 2 ? [company] : pair
      const stops = n % 4 === 1 ? [] : await order('wait-given', n % 4 === 3 ? [company] : said)
      const booked = await order('booked', [company])
      for (const { id } of booked) for (const stop of stops) expect(id).toBeLessThan(stop.id)
    }
    // A second try meets what closed it, or the meeting that the first made.
    for (const [n, { id }] of companies.entries())
      await expect(book(id)).rejects.toMatchObject({
        code: made[n] === null ? 'may-not-contact' : 'company-has-booking',
      })
  })
})
