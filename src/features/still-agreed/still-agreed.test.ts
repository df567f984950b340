/** A company says stop, closes or goes bankrupt: what was agreed with it is told at once to whoever has it and to the coordinators. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { linkFor } from '#testing/company-link'
import { callingList } from '#testing/calling-list'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { cancelBooking } from '../bookings/bookings.schema.ts'
import { answerCall, takeCompany } from '../calls/calls.schema.ts'
import { showCase, stopContact } from '../company-page/company-page.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { giveWait, liftWait } from '../may-contact/waits.schema.ts'
import { dropPromise, keepPromise, listPromises } from '../promises/promises.schema.ts'
import { endRegularContact, takeRegularContact } from '../regular-contacts/regular-contacts.schema.ts'
import { listStillOpen, sayLapsed, sayStillAgreed } from './still-agreed.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const { booked, callBack, met, onList, promised, wish } = openThings(world)
const [birgit, anne, ali, soren] = [world.as('birgit'), world.as('anne'), world.as('ali'), world.as('soren')]
beforeEach(() => world.clock.set('2026-11-23T09:00'))

/** What waits for someone because of one company, in kinds. */
const waits = async (who: typeof birgit, { name }: { name: string }) =>
  (await who.call(listWaiting, { query: {} })).rows
    .filter(({ kind, values }) => kind.startsWith('agreed-') && values['company'] === name)
    .map(({ kind }) => kind)
    .toSorted()
const stop = (companyId: number) =>
  birgit.call(giveWait, { params: { companyId }, body: { reason: 'do-not-contact', words: 'Vil være i fred' } })
const close = (id: number) => world.sql("update company set closed_on = '2026-11-20' where id = $1", [id])
const say = (who: typeof birgit, companyId: number, subject: 'meeting' | 'promise', subjectId: number) =>
  who.call(sayStillAgreed, { body: { companyId, subject, subjectId, words: 'Karen: kom endelig' } })
const kinds = ['agreed-meeting', 'agreed-promise']

describe('from wherever the stop comes', () => {
  test('from staff: the owner and the coordinators at once, nobody else; the lift ends it', async () => {
    const company = await world.company()
    await booked(company.id)
    await promised(company.id)
    expect(await waits(anne, company)).toEqual([])
    const { id } = await stop(company.id)
    expect([await waits(anne, company), await waits(birgit, company), await waits(ali, company)]).toEqual([
      kinds,
      kinds,
      [],
    ])
    await birgit.call(liftWait, { params: { id }, body: { why: 'De ringede selv' } })
    expect([await waits(anne, company), await waits(birgit, company)]).toEqual([[], []])
  })

  test('from the company’s own page, which says who has it', async () => {
    const company = await world.company()
    await booked(company.id)
    const { token } = await linkFor(world, company.id)
    await world.visitor.call(stopContact, { params: { token }, body: { words: '' } })
    expect([await waits(anne, company), await waits(birgit, company)]).toEqual([['agreed-meeting'], ['agreed-meeting']])
    expect(await world.visitor.call(showCase, { params: { token } })).toMatchObject({
      stopped: true,
      meetings: [{ can: { answer: true } }],
      contact: { name: expect.stringContaining('Anne') as string },
    })
  })

  test('from an answer on the phone', async () => {
    const company = await world.company()
    const listId = await callingList(world, [company])
    await soren.call(takeCompany, { body: { listId } })
    await promised(company.id)
    await soren.call(answerCall, { body: { companyId: company.id, answer: 'do-not-contact' } })
    expect([await waits(anne, company), await waits(soren, company)]).toEqual([['agreed-promise'], []])
  })

  test('from another company on the same number', async () => {
    const [company, other] = [await world.company({ phone: '70991122' }), await world.company({ phone: '70991122' })]
    await booked(company.id)
    await stop(other.id)
    expect(await waits(anne, company)).toEqual(['agreed-meeting'])
  })

  test('a closing date, of the place or its company; a status word', async () => {
    const legal = await world.company()
    const place = await world.company({ kind: 'workplace', cvr: legal.cvr })
    const bankrupt = await world.company()
    await booked(place.id)
    await promised(bankrupt.id)
    await close(legal.id)
    await world.sql("update company set status_text = 'UNDER KONKURS' where id = $1", [bankrupt.id])
    expect([await waits(anne, place), await waits(birgit, bankrupt)]).toEqual([['agreed-meeting'], ['agreed-promise']])
    const { rows } = await anne.call(listStillOpen, { query: { companyId: bankrupt.id } })
    expect(rows).toMatchObject([{ subject: 'promise', against: 'bankrupt', said: null, can: { say: true } }])
  })
})

describe('a row ends', () => {
  test('when the meeting is called off, without asking for a new time, and the promise is kept or dropped', async () => {
    const company = await world.company()
    const meeting = await booked(company.id)
    const [one, two] = [await promised(company.id, 'Brochure'), await promised(company.id, 'Pris')]
    await stop(company.id)
    await birgit.call(cancelBooking, { params: { id: meeting }, body: { why: 'De vil ikke' } })
    await anne.call(keepPromise, { params: { id: one } })
    await anne.call(dropPromise, { params: { id: two }, body: { why: 'De vil ikke' } })
    expect([await waits(anne, company), await waits(birgit, company)]).toEqual([[], []])
    expect(await world.sql('select from new_time where company_id = $1', [company.id])).toEqual([])
  })

  test('when somebody who has it says that it is still agreed: for all, and only against what was said', async () => {
    const company = await world.company()
    const meeting = await booked(company.id)
    await stop(company.id)
    await expect(say(ali, company.id, 'meeting', meeting)).rejects.toMatchObject({ code: 'not-allowed' })
    await say(anne, company.id, 'meeting', meeting)
    expect([await waits(anne, company), await waits(birgit, company)]).toEqual([[], []])
    await close(company.id)
    expect(await waits(birgit, company)).toEqual(['agreed-meeting'])
    await say(birgit, company.id, 'meeting', meeting)
    expect(await waits(birgit, company)).toEqual([])
    await expect(say(anne, company.id, 'promise', 99)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('twenty say it at once: it is said once', async () => {
    const company = await world.company()
    const meeting = await booked(company.id)
    await stop(company.id)
    await Promise.all(Array.from({ length: 20 }, (_, n) => say(n % 2 ? anne : birgit, company.id, 'meeting', meeting)))
    expect(await world.sql("select from event where verb = 'said' and company_id = $1", [company.id])).toHaveLength(1)
  })

  test('of a regular contact when it ends; of what lies behind nothing is asked', async () => {
    const company = await world.company()
    await met(company, people.anne.id)
    const { id } = await anne.call(takeRegularContact, { body: { companyId: company.id } })
    await stop(company.id)
    expect(await waits(anne, company)).toEqual(['agreed-contact'])
    await anne.call(endRegularContact, { params: { id }, body: { why: 'De vil ikke' } })
    expect(await waits(birgit, company)).toEqual([])
  })
})

test('with shared leadership a workplace’s stop speaks against its own meeting, and against no other’s', async () => {
  const one = await world.company({ kind: 'workplace', employees: 300 })
  const two = await world.company({ kind: 'workplace', cvr: one.cvr, employees: 300 })
  await world.sql(
    "insert into leadership (centre_id, cvr, shared, decided_by, decided_at, why) values ($1, $2, true, $3, '2026-11-01', '')",
    [world.centreId, one.cvr, people.birgit.id],
  )
  await booked(two.id)
  await stop(one.id)
  expect(await waits(birgit, two)).toEqual([])
  await stop(two.id)
  expect(await waits(birgit, two)).toEqual(['agreed-meeting'])
})

test('a stop while it is booked: the meeting is refused, or told of', async () => {
  for (let n = 0; n < 4; n++) {
    const company = await world.company()
    const [meeting] = await Promise.allSettled([booked(company.id), stop(company.id)])
    const told = await waits(birgit, company)
    expect(told).toEqual(meeting.status === 'fulfilled' ? ['agreed-meeting'] : [])
  }
})

describe('what was agreed on the phone stands too when the queue calls no more', () => {
  const openRows = async (companyId: number) => (await birgit.call(listStillOpen, { query: { companyId } })).rows
  const promisesTo = async (companyId: number) =>
    (await birgit.call(listPromises, { query: { companyId, whose: 'all' } })).rows.map(({ what, owner, dueOn }) => [
      what,
      owner.name,
      dueOn,
    ])

  test('a call-back and a wish for a visit: the coordinators, and who has the company', async () => {
    const [one, two] = [await world.company(), await world.company()]
    await onList(one, callBack)
    await onList(two, wish)
    await met(two, people.anne.id)
    await anne.call(takeRegularContact, { body: { companyId: two.id } })
    expect([await waits(birgit, one), await waits(birgit, two)]).toEqual([[], []])
    await stop(one.id)
    await close(two.id)
    expect([await waits(birgit, one), await waits(anne, one)]).toEqual([['agreed-back'], []])
    expect([await waits(birgit, two), await waits(anne, two)]).toEqual([
      ['agreed-contact', 'agreed-wish'],
      ['agreed-contact', 'agreed-wish'],
    ])
  })

  test('said to hold it is a promise of who says it, and asked about no more', async () => {
    const company = await world.company()
    await onList(company, callBack)
    await stop(company.id)
    const [row] = await openRows(company.id)
    expect(row).toMatchObject({
      subject: 'call-back',
      at: callBack.callBackAt.replace('Z', '.000Z'),
      can: { lapse: true },
    })
    const said = {
      companyId: company.id,
      subject: 'call-back',
      subjectId: row?.subjectId ?? 0,
      words: 'Karen',
    } as const
    await expect(ali.call(sayStillAgreed, { body: said })).rejects.toMatchObject({ code: 'not-allowed' })
    await birgit.call(sayStillAgreed, { body: said })
    expect(await promisesTo(company.id)).toEqual([
      ['Vi ringer tilbage, som aftalt: tirsdag 24. november kl. 10.00', 'Birgit Dam', '2026-11-24'],
    ])
    expect(await waits(birgit, company)).toEqual([])
    // What speaks against it later is asked about anew, of the promise.
    await close(company.id)
    expect(await waits(birgit, company)).toEqual(['agreed-promise'])
  })

  test('or it lapses, and why; of ten who say so at once one has said it', async () => {
    const company = await world.company()
    await onList(company, wish)
    await stop(company.id)
    const [row] = await openRows(company.id)
    const body = {
      companyId: company.id,
      subject: 'wants-visit',
      subjectId: row?.subjectId ?? 0,
      words: 'De har lukket',
    } as const
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => birgit.call(sayLapsed, { body })))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect([await openRows(company.id), await waits(birgit, company), await promisesTo(company.id)]).toEqual([
      [],
      [],
      [],
    ])
    const events = await world.sql(
      "select after->>'words' as words from event where verb = 'lapsed' and company_id = $1",
      [company.id],
    )
    expect(events).toEqual([{ words: 'De har lukket' }])
  })

  test('“gerne senere” that somebody has; one that was said to a caller is of the next draw', async () => {
    const [told, called] = [await world.company(), await world.company()]
    await anne.call(giveWait, { params: { companyId: told.id }, body: { reason: 'later', words: 'Til foråret' } })
    const listId = await callingList(world, [called])
    await soren.call(takeCompany, { body: { listId } })
    await soren.call(answerCall, { body: { companyId: called.id, answer: 'later' } })
    await close(told.id)
    await close(called.id)
    expect([await waits(anne, told), await waits(birgit, told), await waits(birgit, called)]).toEqual([
      ['agreed-later'],
      ['agreed-later'],
      [],
    ])
    const [row] = await openRows(told.id)
    const body = { companyId: told.id, subject: 'later', subjectId: row?.subjectId ?? 0, words: 'Lukket' } as const
    await anne.call(sayLapsed, { body })
    expect(await waits(birgit, told)).toEqual([])
  })

  test('who says stop in the call itself has been spoken with: nothing of the phone stands', async () => {
    const company = await world.company()
    await onList(company, callBack)
    world.clock.set('2026-11-24T10:00')
    await soren.call(takeCompany, { body: { companyId: company.id } })
    await soren.call(answerCall, { body: { companyId: company.id, answer: 'do-not-contact' } })
    expect(await waits(birgit, company)).toEqual([])
  })
})
