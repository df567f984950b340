import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { momentOf } from '#platform/clock'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { answerCall, takeOwnCall } from '../calls/calls.schema.ts'
import { showCompany } from '../companies/one-company.schema.ts'
import { decideLeadership } from '../leaderships/leaderships.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { listMails } from '../mails/mails.schema.ts'
import { endMembership } from '../members/members.schema.ts'
import { giveWait } from '../may-contact/waits.schema.ts'
import {
  acceptRegularContact,
  offerRegularContact,
  takeRegularContact,
} from '../regular-contacts/regular-contacts.schema.ts'
import {
  answerContactQuestion,
  askContact,
  listContactQuestions,
  withdrawContactQuestion,
} from './contact-questions.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [anne, ali, pia, birgit] = [world.as('anne'), world.as('ali'), world.as('pia'), world.as('birgit')]
const { takePlace } = openThings(world)
type Client = typeof anne

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql('delete from call_hold')
})
const hadBy = async (who: Client, given: Parameters<typeof world.company>[0] = {}) => {
  const made = await world.company(given)
  await who.call(takeRegularContact, { body: { companyId: made.id } })
  return made
}
const ask = (
  who: Client,
  companyId: number,
  about: 'phone' | 'visit' | 'doubt' = 'phone',
  words = 'Om truckkort i marts',
) => who.call(askContact, { body: { companyId, about, words } })
const answer = (who: Client, id: number, said: 'yes' | 'no' = 'yes', why = '') =>
  who.call(answerContactQuestion, { params: { id }, body: { answer: said, why } })
const asked = async (who: Client, companyId: number) =>
  (await who.call(listContactQuestions, { query: { companyId } })).rows
const judged = async (who: Client, companyId: number) =>
  (await who.call(showCompany, { params: { id: companyId } })).judgement
const take = (who: Client, companyId: number) => who.call(takeOwnCall, { body: { companyId } })
const book = (who: 'anne' | 'ali' | 'pia', companyId: number, day = 1) =>
  world.as(who).call(bookMeeting, {
    body: {
      ...{ companyId, personId: people[who].id, contactName: 'Karen', note: '' },
      startsAt: momentOf(`2026-12-0${day}`, '10:00').toString(),
    },
  })
const waiting = async (who: Client, companyId: number) =>
  (await who.call(listWaiting, { query: {} })).rows
    .filter(({ kind, href }) => kind.startsWith('question-') && href === `/virksomheder/${companyId}`)
    .map(({ kind }) => kind)

describe('whoever has a company is asked', () => {
  test('a yes opens it for who asked and nobody else, for one talk', async () => {
    const { id } = await hadBy(anne)
    await expect(take(ali, id)).rejects.toMatchObject({
      code: 'may-not-call',
      problem: { title: expect.stringContaining('Spørg Anne Bruun') as string },
    })
    const question = await ask(ali, id)
    expect(question).toMatchObject({
      ...{ state: 'open', to: { name: 'Anne Bruun' }, mine: true, can: { answer: false, withdraw: true } },
      coordinatorsFrom: '2026-11-24T11:00:00.000Z',
    })
    expect([await waiting(anne, id), await waiting(birgit, id)]).toEqual([['question-mine'], []])
    expect(await answer(anne, question.id, 'yes', 'Spørg efter Karen')).toMatchObject({
      ...{ state: 'yes', answeredBy: 'Anne Bruun' },
      openUntil: '2026-12-23T08:00:00.000Z',
    })
    expect([await waiting(anne, id), await waiting(ali, id)]).toEqual([[], ['question-yes']])
    expect(await judged(ali, id)).toMatchObject({ may: true, opened: true, inHand: false })
    expect((await judged(pia, id)).may).toBe(false)
    await expect(take(pia, id)).rejects.toMatchObject({ code: 'may-not-call' })
    expect((await take(ali, id)).held).toMatchObject({ companyId: id, list: null })
    world.clock.set('2026-11-23T09:05')
    await ali.call(answerCall, { body: { companyId: id, answer: 'call-back', callBackAt: '2026-11-25T09:00:00Z' } })
    // Used up; that he agreed to call again is his to keep, and he goes on with it.
    expect([await waiting(ali, id), await judged(ali, id)]).toMatchObject([[], { opened: false, inHand: true }])
    expect((await judged(pia, id)).may).toBe(false)
    const told = (await birgit.call(listMails, { query: { limit: 200 } })).rows.map(
      ({ to, subject }) => `${to} ${subject}`,
    )
    expect(told).toContainEqual(expect.stringMatching(/^anne.*Ali.*spørger om/))
    expect(told).toContainEqual(expect.stringMatching(/^ali.*Svar om/))
  })

  test('a visit may be booked on it, once', async () => {
    const { id } = await hadBy(anne)
    await expect(book('ali', id)).rejects.toMatchObject({ code: 'may-not-contact' })
    const { id: question } = await ask(ali, id, 'visit')
    await answer(anne, question)
    await book('ali', id)
    expect(await waiting(ali, id)).toEqual([])
  })

  test('who asks twice has asked once; it is taken back by who asked alone; a no has its reason', async () => {
    const { id } = await hadBy(anne)
    const made = await Promise.all([1, 2, 3, 4].map(() => ask(ali, id)))
    expect(new Set(made.map((one) => one.id)).size).toBe(1)
    const first = made[0]?.id ?? 0
    const other = await ask(pia, id)
    expect(await asked(anne, id)).toHaveLength(2)
    await expect(answer(ali, first)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(pia.call(withdrawContactQuestion, { params: { id: first } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(answer(anne, other.id, 'no')).rejects.toMatchObject({ code: 'wrong-input' })
    expect(await answer(anne, other.id, 'no', 'Vi taler om det i januar')).toMatchObject({
      state: 'no',
      openUntil: null,
    })
    expect((await judged(pia, id)).may).toBe(false)
    expect(await ali.call(withdrawContactQuestion, { params: { id: first } })).toMatchObject({ state: 'withdrawn' })
    await expect(answer(anne, first)).rejects.toMatchObject({ code: 'question-answered' })
    expect(await waiting(anne, id)).toEqual([])
    // A no is no end: he may ask again.
    expect((await ask(pia, id)).state).toBe('open')
  })

  test('from noon of the next working day the coordinator may answer, and of all who do at once one holds', async () => {
    world.clock.set('2026-11-27T15:00')
    const { id } = await hadBy(anne)
    const { id: question } = await ask(ali, id)
    world.clock.set('2026-11-30T11:59')
    await expect(answer(birgit, question)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await waiting(birgit, id)).toEqual([])
    world.clock.set('2026-11-30T12:00')
    expect(await waiting(birgit, id)).toEqual(['question-late'])
    const tries = await Promise.allSettled(
      [anne, birgit, anne, birgit].map((who, n) => answer(who, question, n < 2 ? 'yes' : 'no', 'Grunden')),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))).toEqual([
      'question-answered',
      'question-answered',
      'question-answered',
    ])
    const [row] = await asked(ali, id)
    expect(
      await world.sql(
        'select from contact_opening where person_id = $1 and cvr = (select cvr from company_place where id = $2)',
        [people.ali.id, id],
      ),
    ).toHaveLength(row?.state === 'yes' ? 1 : 0)
  })

  test('a yes is no way past a wait or a stop, said before or after', async () => {
    const { id } = await hadBy(anne)
    const { id: question } = await ask(ali, id)
    await birgit.call(giveWait, { params: { companyId: id }, body: { reason: 'do-not-contact', words: 'Ring ikke' } })
    await expect(answer(anne, question)).rejects.toMatchObject({ code: 'may-not-contact' })
    await expect(ask(pia, id)).rejects.toMatchObject({ code: 'may-not-contact' })
    const late = await hadBy(anne)
    await answer(anne, (await ask(ali, late.id)).id)
    await birgit.call(giveWait, { params: { companyId: late.id }, body: { reason: 'later', words: 'Efter jul' } })
    expect((await judged(ali, late.id)).because?.word).toBe('wait')
    await expect(take(ali, late.id)).rejects.toMatchObject({ code: 'may-not-call' })
    await expect(book('ali', late.id, 2)).rejects.toMatchObject({ code: 'may-not-contact' })
  })

  test('who may already needs not ask; who has it neither', async () => {
    const free = await world.company()
    await expect(ask(ali, free.id)).rejects.toMatchObject({ code: 'nothing-to-ask' })
    const { id } = await hadBy(anne)
    await expect(ask(anne, id)).rejects.toMatchObject({ code: 'nothing-to-ask' })
    await expect(ask(ali, 99_999)).rejects.toMatchObject({ code: 'not-found' })
    for (const words of ['', ' '.repeat(9), 'x'.repeat(501), '010101-1234'])
      await expect(ask(ali, id, 'phone', words)).rejects.toMatchObject({ code: 'wrong-input' })
  })

  test('where leadership is shared a yes is of its workplace', async () => {
    const head = await world.company({ name: 'Fjordby Kommune', employees: 412 })
    const place = (name: string) => world.company({ kind: 'workplace', cvr: head.cvr, name })
    const [one, other] = [await place('Skive'), await place('Hurup')]
    await birgit.call(decideLeadership, { params: { companyId: head.id }, body: { shared: true, why: '' } })
    for (const { id: companyId } of [one, other]) await anne.call(takeRegularContact, { body: { companyId } })
    await answer(anne, (await ask(ali, one.id)).id)
    expect([(await judged(ali, one.id)).may, (await judged(ali, other.id)).may]).toEqual([true, false])
    await expect(take(ali, other.id)).rejects.toMatchObject({ code: 'may-not-call' })
  })
})

describe('a doubt', () => {
  test('and a question that a coordinator is asked, who has the company herself, stands with her once, and with the others', async () => {
    const { id } = await hadBy(birgit)
    await ask(ali, id, 'doubt', 'De er flyttet til Hobro')
    await ask(ali, id)
    world.clock.set('2026-11-24T13:00')
    expect([await waiting(birgit, id), await waiting(world.as('bodil'), id)]).toEqual([
      ['question-mine', 'question-doubt'],
      ['question-late', 'question-doubted'],
    ])
  })

  test('goes to who has it and to the coordinator at once, opens nothing, and is over when it is answered', async () => {
    const { id } = await hadBy(anne)
    const question = await ask(ali, id, 'doubt', 'De er flyttet til Hobro')
    expect([await waiting(anne, id), await waiting(birgit, id)]).toEqual([['question-doubt'], ['question-doubted']])
    await expect(answer(anne, question.id, 'yes')).rejects.toMatchObject({ code: 'wrong-input' })
    expect(await answer(birgit, question.id, 'yes', 'Tak, det er rettet')).toMatchObject({
      state: 'yes',
      openUntil: null,
    })
    expect([await waiting(anne, id), await waiting(birgit, id), (await judged(ali, id)).may]).toEqual([[], [], false])
    // Of a company that nobody has the coordinator hears.
    const left = await world.company()
    await birgit.call(giveWait, { params: { companyId: left.id }, body: { reason: 'later', words: 'Efter jul' } })
    expect(await ask(ali, left.id, 'doubt', 'Det var naboen')).toMatchObject({ to: null })
    expect(await waiting(birgit, left.id)).toEqual(['question-doubted'])
  })
})

describe('people come and go', () => {
  test('a question follows the company to who has it next', async () => {
    const { id } = await hadBy(anne)
    const question = await ask(ali, id)
    const { offer } = await anne.call(offerRegularContact, { body: { companyId: id, toId: people.pia.id } })
    await pia.call(acceptRegularContact, { params: { id: offer?.id ?? 0 }, body: {} })
    expect([await waiting(anne, id), await waiting(pia, id)]).toEqual([[], ['question-mine']])
    await expect(answer(anne, question.id)).rejects.toMatchObject({ code: 'not-allowed' })
    await answer(pia, question.id)
    expect((await judged(ali, id)).may).toBe(true)
  })

  test('who leaves leaves no question: what he asked is taken back, what he was asked is the coordinator’s', async () => {
    const [one, other] = [await hadBy(pia), await hadBy(anne)]
    await ask(ali, one.id)
    await ask(pia, other.id)
    const [member] = await world.sql<{ id: number }>('select id from membership where person_id = $1', [people.pia.id])
    await birgit.call(endMembership, { params: { id: member?.id ?? 0 } })
    expect([await waiting(birgit, one.id), await waiting(anne, other.id)]).toEqual([['question-late'], []])
    const [row] = await asked(birgit, one.id)
    expect(row).toMatchObject({ to: null, can: { answer: true } })
    await answer(birgit, row?.id ?? 0)
    expect((await judged(ali, one.id)).may).toBe(true)
  })

  test('with the company that takes the place of another', async () => {
    const old = await hadBy(anne)
    const { id } = await ask(ali, old.id)
    const next = await world.company()
    await takePlace([old.id], next.id)
    expect(await asked(ali, next.id)).toMatchObject([{ id, state: 'open', companyId: next.id }])
    expect(await asked(ali, old.id)).toEqual([])
  })

  test('another centre sees, answers and takes back nothing of it', async () => {
    const { id } = await hadBy(anne)
    const question = await ask(ali, id)
    const other = await world.otherCentre()
    const theirs = world.as('birgit', other)
    expect(await asked(theirs, id)).toEqual([])
    await expect(answer(theirs, question.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(theirs.call(withdrawContactQuestion, { params: { id: question.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
    for (const who of ['soren', 'uffe', 'carl', 'mette'] as const)
      await expect(ask(world.as(who), id)).rejects.toMatchObject({ status: 403 })
  })
})
