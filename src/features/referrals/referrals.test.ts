import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '#platform/endpoint'
import { clientFor } from '#testing/client'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { listCompanyEvents } from '../companies/one-company.schema.ts'
import { addPerson } from '../company-people/company-people.ts'
import { listMails } from '../mails/mails.schema.ts'
import { judgeContact } from '../may-contact/hindrance.schema.ts'
import { addMember, endMembership, makeToken } from '../members/members.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import { showCase } from '../company-page/company-page.ts'
import {
  acceptRegularContact,
  offerRegularContact,
  takeRegularContact,
} from '../regular-contacts/regular-contacts.schema.ts'
import { changeMyTrades } from '../trade-areas/trade-areas.schema.ts'
import * as contract from './referrals.schema.ts'
import { isMine, waiting } from '#testing/whose-referrals'

const world = await openWorld()
afterAll(() => world.close())
const { people, schools } = world
const [anne, ali, pia, birgit, torben] = [
  ...[world.as('anne'), world.as('ali'), world.as('pia')],
  ...[world.as('birgit'), world.as('torben')],
] as const
const { takePlace } = openThings(world)
type Client = typeof anne
/** Somebody new who visits for a school. */
const someone = async (name: string, schoolId: number) => {
  const email = `${name.split(' ')[0]?.toLowerCase()}${schoolId}@oestkysten.example`
  const added = await world.inside('birgit', (ctx) => addMember(ctx, { name, email, role: 'consultant', schoolId }))
  const asker = { centreId: world.centreId, personId: added.personId, schoolId, role: 'consultant' } as const
  const token = () =>
    world.database.in({ ...asker, source: 'api', language: 'da' }, async (ctx) => (await makeToken(ctx, 'test')).token)
  return { ...added, client: clientFor(world.app, token) }
}
/** A second one who visits for the VUC. */
let sofie: Client
let sofieId: number
beforeAll(async () => {
  const { client, personId } = await someone('Sofie Holst', schools.vuc)
  sofie = client
  sofieId = personId
})
beforeEach(() => world.clock.set('2026-11-23T09:00'))

const said = 'Chaufførerne tør ikke gå op til prøven på dansk'
type Form = InputOf<typeof contract.giveReferral>['body']
const give = async (given: Partial<Form> = {}, by = anne) => {
  const { id: companyId, cvr } = await world.company({ name: 'Thy Køl ApS' })
  const to = given.schoolId ? {} : { toId: people.ali.id }
  const body = { companyId, words: said, hearBy: '2026-12-04', ...to, ...given }
  const made = await by.call(contract.giveReferral, { body })
  return { ...made, cvr, params: { id: made.id } }
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (refused: { code: string }) => refused.code,
  )
const marks = (cvr: string) =>
  world.sql<{ person: number | null }>(
    "select person_id as person from contact_mark where cvr = $1 and kind = 'referral'",
    [cvr],
  )
describe('a need is passed on', () => {
  test('to a colleague of another school: he has five working days, and hears by a mail that does not say what they said', async () => {
    const { id, params } = await give({ field: 'fvu-danish' })
    expect(await ali.call(contract.showReferral, { params })).toMatchObject({
      ...{ words: said, field: 'fvu-danish', state: 'asked', way: 'got', hearBy: '2026-12-04', answerBy: '2026-11-30' },
      giver: { name: 'Anne Bruun', school: 'Østkystens Tekniske Skole' },
      to: { name: 'Ali Demir', school: 'VUC Sundet' },
      can: { take: true, answer: true, giveBack: true, close: false, withdraw: false },
    })
    const mail = (await birgit.call(listMails, { query: {} })).rows.find(({ to }) => to === people.ali.email)
    expect(mail?.subject).toBe('Anne Bruun beder dig tale med Thy Køl ApS')
    expect(JSON.stringify(mail)).not.toContain('prøven')
    expect([await waiting(ali, id), await waiting(anne, id), await waiting(birgit, id)]).toEqual([
      ['referral-asked'],
      [],
      [],
    ])
  })

  test('reminded on the third working day, the coordinator on the fifth at four; nothing twice, and their day stays', async () => {
    const { id } = await give()
    const seen = []
    for (const moment of ['2026-11-25T10:00', '2026-11-26T08:00', '2026-11-30T15:59', '2026-11-30T16:00']) {
      world.clock.set(moment)
      seen.push(`${[...(await waiting(ali, id)), ...(await waiting(birgit, id))].join()} ${await isMine(birgit, id)}`)
    }
    const reminded = 'referral-reminded'
    expect(seen).toEqual([
      'referral-asked false',
      `${reminded} false`,
      `${reminded} false`,
      `${reminded},referral-late true`,
    ])
  })

  test('with a day that is over, to oneself, to nobody, to a caller, with a person of another company, or with a personal number: refused, and says where', async () => {
    const stranger = await world.company()
    const contact = { name: 'Bent', title: '', note: '', phone: '', email: '', speaksForAll: false, source: 'said' }
    const allowed = { phoneAllowed: true, mailAllowed: true, told: false } as const
    const contactId = (
      await world.inside('anne', (ctx) => addPerson(ctx, stranger.id, { ...contact, ...allowed, source: 'said' }))
    ).id
    const visit = {
      companyId: stranger.id,
      visitedAt: '2026-11-20T09:00:00Z',
      about: 'Ny ovn',
      topics: [],
      promises: [],
    }
    const { id: visitId } = await anne.call(reportVisit, { body: { ...visit, needs: [] } })
    const wrong: [Partial<Form>, string][] = [
      [{ hearBy: '2026-11-22' }, '/body/hearBy'],
      [{ toId: people.anne.id }, '/body/toId'],
      [{ toId: null }, '/body/toId'],
      [{ toId: people.soren.id }, '/body/toId'],
      [{ schoolId: 99_999, toId: null }, '/body/schoolId'],
      [{ contactId }, '/body/contactId'],
      [{ visitId }, '/body/visitId'],
      [{ words: 'Hun hedder 010190-1234' }, '/body/words'],
      [{ words: ' \u200b ' }, '/body/words'],
    ]
    for (const [given, pointer] of wrong)
      await expect(give(given)).rejects.toMatchObject({
        status: 422,
        problem: { errors: [{ pointer, detail: expect.stringMatching(/\S+ \S+/) as string }] },
      })
  })
})

describe('who reads it', () => {
  test('who gave it, who has it, those who lead the two schools, and the coordinators; for everyone else the words are not there', async () => {
    const { id, companyId, params } = await give({ field: 'obu', words: 'Ordblindhed på lageret' })
    const readers = ['anne', 'ali', 'torben', 'vibeke', 'birgit'] as const
    const others = ['pia', 'lars', 'tove'] as const
    for (const who of readers) {
      expect([who, (await world.as(who).call(contract.showReferral, { params })).words]).toEqual([
        who,
        'Ordblindhed på lageret',
      ])
      const { rows } = await world.as(who).call(contract.listReferrals, { query: { whose: 'all' } })
      // No list names what says something about people.
      expect(rows.find((row) => row.id === id)?.field).toBeNull()
      expect(JSON.stringify(rows)).not.toMatch(/ordblind/i)
    }
    for (const who of others) {
      expect(await codeOf(world.as(who).call(contract.showReferral, { params }))).toBe('not-found')
      for (const whose of ['mine', 'all'] as const)
        expect((await world.as(who).call(contract.listReferrals, { query: { whose } })).rows).toEqual([])
      const file = await world.as(who).fetch('/api/referrals.csv?whose=all')
      expect((await file.text()).trim().split('\n')).toHaveLength(1)
      expect((await world.as(who).call(contract.listReferrals, { query: { whose: 'all', text: 'Thy' } })).rows).toEqual(
        [],
      )
      for (const act of [contract.takeReferral, contract.closeReferral, contract.reopenReferral] as const)
        expect(await codeOf(world.as(who).call(act, { params }))).toBe('not-found')
    }
    for (const who of ['asger', 'soren', 'mette', 'carl', 'uffe'] as const)
      expect(await codeOf(world.as(who).call(contract.showReferral, { params }))).toBe('not-allowed')
    // Another school knows that one is open, and whom to ask.
    const { rows } = await pia.call(contract.listCompanyReferrals, { params: { companyId } })
    expect(rows).toEqual([
      {
        ...{ id, hearBy: '2026-12-04', opens: false },
        ask: { id: people.anne.id, name: 'Anne Bruun', school: 'Østkystens Tekniske Skole' },
      },
    ])
    const thread = JSON.stringify(await pia.call(listCompanyEvents, { params: { id: companyId }, query: {} }))
    expect(thread).toContain('"subject":"referral"')
    expect(thread).not.toMatch(/ordblind|obu|Ali|VUC/i)
  })

  test('the database itself: no words, nor what was answered, for any other eyes, the administrator’s too', async () => {
    const { id, params } = await give({ schoolId: schools.vuc })
    await ali.call(contract.takeReferral, { params })
    await ali.call(contract.answerReferral, { params, body: { words: 'Vi har et hold i uge 4' } })
    const read = (who: Parameters<typeof world.inside>[0]) =>
      world.inside(who, async (ctx) => {
        const words = await ctx.db.selectFrom('referralMatter').select('words').where('referralId', '=', id).execute()
        const answers = await ctx.db.selectFrom('referralSaid').select('words').where('referralId', '=', id).execute()
        return words.length + answers.length
      })
    const seen = await Promise.all((['anne', 'ali', 'birgit', 'torben', 'vibeke'] as const).map((who) => read(who)))
    expect(seen).toEqual([2, 2, 2, 2, 2])
    for (const who of ['pia', 'lars', 'asger', 'mette', 'soren', 'tove', 'carl', 'uffe'] as const)
      expect([who, await read(who)]).toEqual([who, 0])
    // Nor may they write where they cannot read.
    const write = world.inside('pia', (ctx) =>
      ctx.db
        .updateTable('referralMatter')
        .set({ words: 'x' })
        .where('centreId', '=', ctx.centreId)
        .where('referralId', '=', id)
        .executeTakeFirst(),
    )
    expect((await write).numUpdatedRows).toBe(0n)
  })

  test('a teacher has what was given to her, with company and words, and no card', async () => {
    const { params } = await give({ toId: people.tove.id })
    const tove = world.as('tove')
    expect(await tove.call(contract.showReferral, { params })).toMatchObject({ words: said, can: { take: true } })
    await tove.call(contract.takeReferral, { params })
    expect(await tove.call(contract.answerReferral, { params, body: { words: 'Screening i uge 50' } })).toMatchObject({
      state: 'answered',
    })
    expect(
      await codeOf(tove.call(contract.giveReferral, { body: { companyId: 1, words: 'x', hearBy: '2026-12-01' } })),
    ).toBe('not-allowed')
  })
})

describe('taken, answered, given back', () => {
  test('taken it is mine to talk with them: the others are told whom to ask, and it may be undone', async () => {
    const { id, cvr, companyId, params } = await give()
    expect(await marks(cvr)).toEqual([{ person: people.anne.id }])
    const judged = async (who: typeof ali) =>
      (await who.call(judgeContact, { params: { companyId }, query: { purpose: 'own' } })).may
    expect([await judged(anne), await judged(ali), await judged(pia)]).toEqual([true, false, false])
    await ali.call(contract.takeReferral, { params })
    expect(await marks(cvr)).toEqual([{ person: people.ali.id }])
    expect([await judged(ali), await judged(pia)]).toEqual([true, false])
    expect([await waiting(ali, id), await waiting(anne, id)]).toEqual([['referral-mine'], []])
    expect(await ali.call(contract.undoTaking, { params })).toMatchObject({ state: 'asked', answerBy: '2026-11-30' })
    expect(await codeOf(anne.call(contract.closeReferral, { params }))).toBe('referral-not-taken')
  })

  test('closed by who gave it when the new one has talked with them, and open again when that was a mistake', async () => {
    const { id, cvr, companyId, params } = await give()
    await ali.call(contract.takeReferral, { params })
    world.clock.set('2026-11-25T09:00')
    const visit = { companyId, visitedAt: '2026-11-24T09:00:00Z', about: 'Ny truck', topics: [], promises: [] }
    await ali.call(reportVisit, { body: { ...visit, needs: [] } })
    expect([await waiting(ali, id), await waiting(anne, id)]).toEqual([[], ['referral-talked']])
    expect(await codeOf(ali.call(contract.closeReferral, { params }))).toBe('not-allowed')
    expect(await anne.call(contract.closeReferral, { params })).toMatchObject({
      state: 'closed',
      can: { reopen: true },
    })
    expect([await marks(cvr), await waiting(anne, id)]).toEqual([[], []])
    expect(await codeOf(ali.call(contract.answerReferral, { params, body: { words: 'x' } }))).toBe('referral-ended')
    await anne.call(contract.reopenReferral, { params })
    expect(await marks(cvr)).toEqual([{ person: people.ali.id }])
  })

  test('answered, who gave it tells the company; the answer may be taken back, and it is where it was asked', async () => {
    const { id, params } = await give({ schoolId: schools.vuc })
    await ali.call(contract.answerReferral, { params, body: { words: 'Vi har hold i uge 4' } })
    expect((await anne.call(contract.showReferral, { params })).steps.at(-1)).toMatchObject({
      ...{ verb: 'answered', by: 'Ali Demir', words: 'Vi har hold i uge 4' },
    })
    expect(await waiting(anne, id)).toEqual(['referral-answered'])
    expect(await ali.call(contract.undoAnswer, { params })).toMatchObject({
      ...{ state: 'asked', to: null, toSchool: { id: schools.vuc } },
    })
    expect(await waiting(sofie, id)).toEqual(['referral-asked'])
  })

  test('given back with whom to ask instead; the third time the coordinators find someone, whoever is named', async () => {
    const { id, params } = await give()
    const back = (who: Client, to: object) =>
      who.call(contract.giveReferralBack, { params, body: { why: 'Jeg har ikke faget', ...to } })
    const nearest = async (who: Client) => (await who.call(contract.showReferral, { params })).nearest?.name ?? null
    expect([await nearest(ali), await nearest(anne)]).toEqual([null, null])
    const saidNothing = { trades: [], kinds: [], languages: [], wishes: [], saidAt: null }
    await pia.call(changeMyTrades, { body: { ...saidNothing, generalist: true } })
    expect(await nearest(ali)).toBe('Pia Toft')
    expect(await back(ali, { toId: people.pia.id })).toEqual({ id, to: 'Pia Toft' })
    expect(await codeOf(ali.call(contract.showReferral, { params }))).toBe('not-found')
    expect((await pia.call(contract.showReferral, { params })).steps.at(-1)).toMatchObject({
      ...{ verb: 'given-back', by: 'Ali Demir', to: 'Pia Toft', words: 'Jeg har ikke faget' },
    })
    await back(pia, { toId: sofieId })
    expect((await sofie.call(contract.showReferral, { params })).nextIsCentre).toBe(true)
    expect(await back(sofie, { toId: people.ali.id })).toEqual({ id, to: null })
    expect([await waiting(birgit, id), await isMine(birgit, id), await waiting(ali, id)]).toEqual([
      ['referral-nobody'],
      true,
      [],
    ])
    // Who gave it follows it still, and finds nobody himself any more.
    expect((await anne.call(contract.showReferral, { params })).can.pass).toBe(false)
    await birgit.call(contract.passReferral, { params, body: { toId: people.ali.id } })
    expect(await waiting(ali, id)).toEqual(['referral-asked'])
  })

  test('giving back is undone with the days it had, also by who reads it no more; not once somebody has done something with it', async () => {
    const { id, params } = await give({ schoolId: schools.vuc })
    const back = () =>
      ali.call(contract.giveReferralBack, { params, body: { why: 'Jeg har ikke faget', toId: people.pia.id } })
    await ali.call(contract.takeReferral, { params })
    world.clock.set('2026-11-25T09:00')
    await back()
    expect(await codeOf(torben.call(contract.undoGivingBack, { params }))).toBe('not-found')
    expect(await ali.call(contract.undoGivingBack, { params })).toMatchObject({
      ...{ state: 'taken', to: { name: 'Ali Demir' }, answerBy: '2026-11-30', givenBack: 0 },
      takenAt: expect.stringMatching(/^2026-11-23/) as string,
    })
    const thread = (await ali.call(contract.showReferral, { params })).steps.map(({ verb }) => verb)
    expect(thread).toEqual(['given', 'taken'])
    await back()
    await pia.call(contract.takeReferral, { params })
    await expect(ali.call(contract.undoGivingBack, { params })).rejects.toMatchObject({
      problem: { title: 'Pia Toft har taget henvisningen.' },
    })
    await pia.call(contract.undoTaking, { params })
    await pia.call(contract.giveReferralBack, { params, body: { why: 'Heller ikke mit', toId: sofieId } })
    expect(await codeOf(ali.call(contract.undoGivingBack, { params }))).toBe('not-allowed')
    expect(await waiting(sofie, id)).toEqual(['referral-asked'])
  })

  test('given by mistake it is taken back, and nothing says that the company wants it no more; who ended it opens it again', async () => {
    const { id, companyId, cvr, params } = await give()
    expect(await codeOf(ali.call(contract.undoGiving, { params }))).toBe('not-allowed')
    expect(await anne.call(contract.undoGiving, { params })).toEqual({ id })
    expect([await marks(cvr), await codeOf(anne.call(contract.showReferral, { params }))]).toEqual([[], 'not-found'])
    const thread = JSON.stringify(await pia.call(listCompanyEvents, { params: { id: companyId }, query: {} }))
    expect([thread.includes('giving-undone'), thread.includes('withdrawn')]).toEqual([true, false])
    const other = await give()
    await ali.call(contract.takeReferral, { params: other.params })
    expect(await codeOf(anne.call(contract.undoGiving, { params: other.params }))).toBe('referral-taken')
    await ali.call(contract.withdrawReferral, { params: other.params, body: { why: 'De har fundet en anden' } })
    expect(await ali.call(contract.reopenReferral, { params: other.params })).toMatchObject({ state: 'taken' })
    await anne.call(contract.withdrawReferral, { params: other.params, body: { why: 'De ringede' } })
    expect(await codeOf(ali.call(contract.reopenReferral, { params: other.params }))).toBe('not-allowed')
  })

  test('the last day is said in working days, over from four o’clock; who is asked is told how many wait', async () => {
    const { id, params } = await give()
    const { waiting: before } = await ali.call(contract.listReferrals, { query: {} })
    const seen = []
    for (const moment of ['27T10:00', '28T10:00', '30T15:59', '30T16:00']) {
      world.clock.set(`2026-11-${moment}`)
      const { rows } = await ali.call(contract.listReferrals, { query: { limit: 200 } })
      const { daysLeft, late } = rows.find((row) => row.id === id) ?? {}
      seen.push(`${daysLeft} ${late}`)
    }
    expect(seen).toEqual(['1 false', '1 false', '0 false', '0 true'])
    await ali.call(contract.takeReferral, { params })
    expect((await ali.call(contract.listReferrals, { query: {} })).waiting).toBe(before - 1)
  })

  test('the company reads whom it hears from, and no more once somebody has talked with it', async () => {
    const { companyId, cvr, params } = await give()
    const asked = () => world.inside('anne', async (ctx) => (await showCase(ctx, { companyId, cvr })).asked)
    expect(await asked()).toMatchObject([{ giver: 'Anne Bruun', to: 'Ali Demir', answered: false }])
    await ali.call(contract.answerReferral, { params, body: { words: 'Hold i uge 4' } })
    expect(await asked()).toMatchObject([{ answered: true }])
    await ali.call(contract.undoAnswer, { params })
    await ali.call(contract.answerReferral, { params, body: { words: 'Hold i uge 4', met: true } })
    expect(await asked()).toEqual([])
  })

  test('without anyone named it goes to the coordinators at once; an empty why is refused', async () => {
    const { id, params } = await give()
    await expect(ali.call(contract.giveReferralBack, { params, body: { why: ' ' } })).rejects.toMatchObject({
      status: 422,
    })
    await ali.call(contract.giveReferralBack, { params, body: { why: 'Ingen tid' } })
    expect(await waiting(birgit, id)).toEqual(['referral-nobody'])
  })
})

describe('two at once', () => {
  const race = async (acts: (() => Promise<unknown>)[]) => {
    const tries = await Promise.allSettled(acts.map((act) => act()))
    return {
      won: tries.filter(({ status }) => status === 'fulfilled').length,
      lost: tries.flatMap((one) =>
        one.status === 'rejected' ? [one.reason as { code: string; problem: object }] : [],
      ),
    }
  }
  test('eight takings of one school’s: one wins, each of the others is told who; then only the winner and the leaders read it', async () => {
    for (let n = 0; n < 3; n++) {
      const { params } = await give({ schoolId: schools.vuc })
      const takers = Array.from({ length: 8 }, (_, at) => (at % 2 ? ali : sofie))
      const { won, lost } = await race(takers.map((who) => () => who.call(contract.takeReferral, { params })))
      expect(won).toBe(1)
      const [row] = await world.sql<{ name: string }>(
        'select p.name from referral r join person p on p.id = r.receiver_id where r.id = $1',
        [params.id],
      )
      for (const one of lost) {
        expect(one.code).toBe('referral-taken')
        expect(one.problem).toMatchObject({ title: `${row?.name} har taget henvisningen.` })
      }
      const loser = row?.name === 'Ali Demir' ? sofie : ali
      expect(await codeOf(loser.call(contract.showReferral, { params }))).toBe('not-found')
    }
  })

  test('taken while it is said to be wanted no more: both stand in order, and ended it is taken by nobody', async () => {
    for (let n = 0; n < 3; n++) {
      const { params, cvr } = await give()
      const { lost } = await race([
        () => ali.call(contract.takeReferral, { params }),
        () => anne.call(contract.withdrawReferral, { params, body: { why: 'De har valgt selv' } }),
      ])
      expect(lost.map(({ code }) => code).filter((code) => code !== 'referral-ended')).toEqual([])
      expect((await anne.call(contract.showReferral, { params })).state).toBe('withdrawn')
      expect(await marks(cvr)).toEqual([])
    }
  })
})

describe('nothing is without somebody who has it', () => {
  test('who has it leaves: it falls back to the school, with the same days; who gave it leaves: the coordinators follow it', async () => {
    const [got, gave] = [await someone('Nikolaj Ny', schools.vuc), await someone('Nanna Ny', schools.technical)]
    const { id, params, cvr } = await give({ toId: got.personId }, gave.client)
    await got.client.call(contract.takeReferral, { params })
    world.clock.set('2026-11-25T09:00')
    await world.inside('birgit', (ctx) => endMembership(ctx, got.id))
    expect(await ali.call(contract.showReferral, { params })).toMatchObject({
      ...{ state: 'asked', to: null, toSchool: { id: schools.vuc }, answerBy: '2026-11-30' },
    })
    await world.inside('asger', (ctx) => endMembership(ctx, gave.id))
    await ali.call(contract.takeReferral, { params })
    await ali.call(contract.answerReferral, { params, body: { words: 'Hold i uge 4' } })
    expect(await waiting(birgit, id)).toEqual(['referral-answered'])
    expect(await marks(cvr)).toEqual([{ person: null }])
    await birgit.call(contract.closeReferral, { params })
  })

  test('opened again when who had it has left: anyone of the school has it', async () => {
    const got = await someone('Nete Ny', schools.vuc)
    const { id, params } = await give({ toId: got.personId })
    await got.client.call(contract.takeReferral, { params })
    await anne.call(contract.closeReferral, { params })
    await world.inside('birgit', (ctx) => endMembership(ctx, got.id))
    expect(await anne.call(contract.reopenReferral, { params })).toMatchObject({
      ...{ state: 'asked', to: null, toSchool: { id: schools.vuc } },
    })
    expect(await waiting(sofie, id)).toEqual(['referral-asked'])
  })

  test('passed to another while who had it leaves: it is hers, and does not fall back', async () => {
    for (const name of ['Nora Ny', 'Nils Ny', 'Nana Ny']) {
      const got = await someone(name, schools.vuc)
      const { params } = await give({ toId: got.personId })
      await Promise.all([
        birgit.call(contract.passReferral, { params, body: { toId: people.pia.id } }),
        world.inside('birgit', (ctx) => endMembership(ctx, got.id)),
      ])
      expect((await birgit.call(contract.showReferral, { params })).to?.name).toBe('Pia Toft')
    }
  })

  test('another has the company: what was given and what was taken go along with the yes', async () => {
    const { companyId, cvr, params } = await give({ toId: people.pia.id })
    await pia.call(contract.takeReferral, { params })
    await anne.call(takeRegularContact, { body: { companyId } })
    const given = [{ kind: 'referral-given', sourceId: params.id }]
    const first = await anne.call(offerRegularContact, { body: { companyId, toId: people.ali.id, along: given } })
    expect(first.open.map(({ values }) => values)).toEqual([{ date: '2026-12-04' }])
    await ali.call(acceptRegularContact, { params: { id: first.offer?.id ?? 0 }, body: {} })
    expect(await ali.call(contract.showReferral, { params })).toMatchObject({ way: 'given', can: { close: true } })
    expect(await codeOf(anne.call(contract.showReferral, { params }))).toBe('not-found')
    expect(await marks(cvr)).toEqual([{ person: people.pia.id }])
    const other = await give({ toId: people.ali.id })
    await ali.call(takeRegularContact, { body: { companyId: other.companyId } })
    const got = [{ kind: 'referral', sourceId: other.id }]
    const second = { companyId: other.companyId, toId: people.pia.id, along: got }
    const { offer } = await ali.call(offerRegularContact, { body: second })
    await pia.call(acceptRegularContact, { params: { id: offer?.id ?? 0 }, body: {} })
    expect(await pia.call(contract.showReferral, { params: other.params })).toMatchObject({
      way: 'got',
      state: 'taken',
    })
  })

  test('another company takes its place: it goes on there, marked there', async () => {
    const { id, companyId, cvr } = await give()
    const heir = await world.company()
    expect(await takePlace([companyId], heir.id)).toMatchObject({ referral: 1 })
    expect([await marks(cvr), await marks(heir.cvr)]).toEqual([[], [{ person: people.anne.id }]])
    expect((await torben.call(contract.listCompanyReferrals, { params: { companyId: heir.id } })).rows).toMatchObject([
      { id, opens: true },
    ])
  })

  test('they say stop: who follows it is told, and ends it', async () => {
    const { id, companyId, cvr, params } = await give()
    await world.sql(
      `insert into contact_mark (centre_id, kind, source_id, company_id, cvr, since) values ($1, 'stop', 900000 + $2, $3, $4, '2026-11-23T08:00Z')`,
      [world.centreId, id, companyId, cvr],
    )
    expect([await waiting(anne, id), await waiting(ali, id)]).toEqual([['referral-stopped'], []])
    expect((await anne.call(contract.showReferral, { params })).stopped).toBe(true)
    await anne.call(contract.withdrawReferral, { params, body: { why: 'De vil ikke kontaktes' } })
    expect(await waiting(anne, id)).toEqual([])
  })
})
