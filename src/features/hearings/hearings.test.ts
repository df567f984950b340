import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listWaiting } from '../home/home.schema.ts'
import { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { openWorld } from '#testing/world'
import { decideLeadership } from '../leaderships/leaderships.schema.ts'
import { showQueue } from '../queue/queue.schema.ts'
import { closeList, makeContactList, showContactList } from '../lists/lists.schema.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { drawList, listDrawnCompanies } from '../lists/draw.schema.ts'
import {
  answerHearing,
  askSomeone,
  endHearing,
  listHeardCompanies,
  listOpenHearings,
  remindSchools,
  reopenAnswer,
  showHearing,
  showListHearing,
  startHearing,
} from './hearings.schema.ts'
import { listMails } from '../mails/mails.schema.ts'
import { listContactUploads, undoContactUpload, uploadContacts } from '../school-contacts/school-contacts.schema.ts'
import { keepCompanies, strikeCompanies, undoStrikes } from './strikes.schema.ts'

type World = Awaited<ReturnType<typeof openWorld>>
type Who = Parameters<World['as']>[0]
let world: World
let place = 300
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const birgit = () => world.as('birgit')
/** A frozen list of new companies in a municipality of their own. */
const drawn = async (count = 3) => {
  const municipality = ++place
  const companies = []
  for (let n = 1; n <= count; n++)
    companies.push(await world.company({ name: `Firma ${municipality}-${n}`, municipality, employees: 100 - n }))
  const { id } = await birgit().call(makeContactList, {
    body: { name: `Liste ${municipality}`, criteria: z.parse(Criteria, { municipalities: [municipality] }) },
  })
  await birgit().call(drawList, { params: { id } })
  return { listId: id, companies, ids: companies.map((company) => company.id) }
}
const inHearing = async (date = '2026-11-27', time = '16:00', count = 3) => {
  const list = await drawn(count)
  const started = await birgit().call(startHearing, { params: { id: list.listId }, body: { date, time, short: true } })
  return { ...list, id: started.hearing?.id ?? 0 }
}
const besideList = (listId: number) => birgit().call(showListHearing, { params: { id: listId } })
const strike = (who: Who, id: number, companyIds: number[]) =>
  world.as(who).call(strikeCompanies, { params: { id }, body: { companyIds } })
const answer = (who: Who, id: number) => world.as(who).call(answerHearing, { params: { id }, body: {} })
/** The lists that callers have. */
const callable = async () => (await world.as('soren').call(showQueue, { query: {} })).lists.map(({ id }) => id)
const raw = async (who: Who, path: string) => (await world.as(who).fetch(path)).text()
const rulesSay = (silence: string) =>
  world.sql(
    `insert into rules (centre_id, silence) values ($1, $2) on conflict (centre_id) do update set silence = $2`,
    [world.centreId, silence],
  )

describe('a hearing', () => {
  test('asks every school: its leader gets a mail in plain words with a link', async () => {
    const before = (await world.sql<{ n: number }>('select count(*)::int as n from outbox'))[0]?.n ?? 0
    const { listId, id } = await inHearing()
    const mails = await world.sql<{ recipient: string; subject: string; body: string }>(
      'select recipient, subject, body from outbox order by id',
    )
    expect(
      mails
        .slice(before)
        .map((mail) => mail.recipient)
        .toSorted(),
    ).toEqual([world.people.lars.email, world.people.torben.email, world.people.vibeke.email].toSorted())
    expect(mails.at(-1)?.body).toContain(`https://tovholder.example/hoering/${id}`)
    expect(mails.at(-1)?.subject).toContain('fredag 27. november kl. 16.00')
    const list = await birgit().call(showContactList, { params: { id: listId } })
    expect(list).toMatchObject({ state: 'in-hearing', hearing: { id, endedAt: null } })
    expect(await besideList(listId)).toMatchObject({
      hearing: { id, schools: 3, missing: 3 },
      can: { start: false, remind: true, moveDeadline: true, end: null },
      earliestDeadline: '2026-11-26',
    })
    expect((await birgit().call(listOpenHearings)).rows).toContainEqual(
      expect.objectContaining({ listId, schools: 3, missing: 3, ownAnswerAt: null }),
    )
  })

  test('is written of to who has contacts too, each once, and only their school’s outbox shows it; a reminder goes to them as well', async () => {
    const { anne, ali, mette, torben, vibeke } = world.people
    const contacts = `Navn;Telefon;Ansvarlig\r\nMester;70009999;${mette.name}`
    await world.as('anne').call(uploadContacts, { query: { name: 'v.csv' } }, { bytes: contacts })
    await world
      .as('torben')
      .call(uploadContacts, { query: { name: 'v2.csv' } }, { bytes: `${contacts}\r\nTo;70009998;` })
    for (const table of ['outbox', 'hearing_letter_due']) await world.sql(`delete from ${table}`)
    const written = async () =>
      (await world.sql<{ recipient: string; school_id: number | null }>('select recipient, school_id from outbox'))
        .map(({ recipient, school_id }) => `${recipient} ${school_id ?? 'all'}`)
        .toSorted((a, b) => a.localeCompare(b))
    const { id } = await inHearing()
    await Promise.all([world.runJobs(), world.runJobs()])
    const own = [anne, mette].map(({ email, schoolId }) => `${email} ${schoolId}`)
    const leaders = [torben, world.people.lars, vibeke].map(({ email }) => `${email} all`)
    const sorted = (lines: readonly string[]) => lines.toSorted((a, b) => a.localeCompare(b))
    expect(await written()).toEqual(sorted([...own, ...leaders]))
    const seen = JSON.stringify(await birgit().call(listMails, { query: {} }))
    expect([seen.includes(torben.email), seen.includes(mette.email), seen.includes(anne.email)]).toEqual([
      true,
      false,
      false,
    ])
    await birgit().call(askSomeone, { params: { id }, body: { personId: ali.id } })
    await answer('torben', id)
    await world.sql('delete from outbox')
    await birgit().call(remindSchools, { params: { id } })
    await world.runJobs()
    expect(await written()).toEqual(sorted([`${ali.email} ${ali.schoolId}`, ...leaders.slice(1)]))
    // Where there is no leader and nobody with contacts whoever may answer is written to.
    const { lars, pia } = world.people
    await world.sql(`update membership set role = 'employee' where person_id = ${lars.id}`)
    await world.sql('delete from outbox')
    await birgit().call(remindSchools, { params: { id } })
    await world.runJobs()
    const health = [lars, pia].map(({ email, schoolId }) => `${email} ${schoolId}`)
    expect(await written()).toEqual(sorted([`${ali.email} ${ali.schoolId}`, `${vibeke.email} all`, ...health]))
    await world.sql(`update membership set role = 'leader' where person_id = ${lars.id}`)
    for (const upload of (await world.as('torben').call(listContactUploads)).rows)
      await world.as('torben').call(undoContactUpload, { params: { id: upload.id } })
  })

  test('needs a draw, a deadline in the future, and is held once, however many press', async () => {
    const undrawn = await birgit().call(makeContactList, { body: { name: 'Kladde', criteria: z.parse(Criteria, {}) } })
    const start = (id: number, date: string) =>
      birgit().call(startHearing, { params: { id }, body: { date, time: '16:00' } })
    await expect(start(undrawn.id, '2026-12-01')).rejects.toMatchObject({ code: 'not-drawn' })
    const { listId } = await drawn()
    await expect(start(listId, '2026-11-20')).rejects.toMatchObject({ code: 'deadline-passed' })
    const tries = await Promise.allSettled([1, 2, 3].map(() => start(listId, '2026-12-01')))
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(
      (
        await world.sql('select from hearing_answer a join hearing h on h.id = a.hearing_id where h.list_id = $1', [
          listId,
        ])
      ).length,
    ).toBe(3)
  })

  test('reminds only the schools that have not answered', async () => {
    const { id } = await inHearing()
    await answer('torben', id)
    const before = (await world.sql('select from outbox')).length
    expect(await birgit().call(remindSchools, { params: { id } })).toEqual({ reminded: 2 })
    expect((await world.sql('select from outbox')).length).toBe(before + 2)
  })

  test('a school answers early, opens its answer again, and strikes only while it is open', async () => {
    const { id, ids } = await inHearing()
    await strike('mette', id, [ids[0] ?? 0])
    const answered = await answer('torben', id)
    expect(answered).toMatchObject({
      answeredBy: 'Torben Friis',
      counts: { total: 3, struck: 1 },
      can: { strike: false, reopen: true },
    })
    await expect(strike('anne', id, [ids[1] ?? 0])).rejects.toMatchObject({ code: 'hearing-answered' })
    await expect(answer('anne', id)).rejects.toMatchObject({ code: 'hearing-answered' })
    await expect(world.as('anne').call(reopenAnswer, { params: { id } })).rejects.toMatchObject({
      code: 'leader-hands-in',
    })
    await world.as('torben').call(reopenAnswer, { params: { id } })
    await strike('anne', id, [ids[1] ?? 0])
    expect((await world.as('anne').call(showHearing, { params: { id } })).counts.struck).toBe(2)
  })

  test('the coordinator may end it early when all have answered, and hears who is missing before', async () => {
    const { id, listId } = await inHearing()
    await answer('torben', id)
    await answer('vibeke', id)
    await expect(birgit().call(endHearing, { params: { id }, body: {} })).rejects.toMatchObject({
      code: 'schools-missing',
    })
    const refused = await birgit()
      .call(endHearing, { params: { id }, body: {} })
      .catch((error: { problem: Record<string, unknown> }) => error.problem)
    expect(JSON.stringify(refused)).toContain('SOSU Fjordby')
    await answer('lars', id)
    expect(await birgit().call(endHearing, { params: { id }, body: {} })).toMatchObject({ state: 'calling' })
    expect(await callable()).toContain(listId)
    await expect(world.as('torben').call(reopenAnswer, { params: { id } })).rejects.toMatchObject({
      code: 'hearing-over',
    })
  })

  test('is not begun on a list that is closed', async () => {
    const { listId } = await drawn(1)
    await birgit().call(closeList, { params: { id: listId } })
    const begun = birgit().call(startHearing, { params: { id: listId }, body: { date: '2026-11-27', time: '16:00' } })
    await expect(begun).rejects.toMatchObject({ status: 409, code: 'list-closed' })
  })

  test('of many who end, close and strike at once the hearing ends once, and every strike that came in is told', async () => {
    const { id, ids, listId } = await inHearing()
    for (const who of ['vibeke', 'lars'] as const) await answer(who, id)
    await Promise.allSettled([
      strike('mette', id, [ids[0] ?? 0]).then(() => answer('torben', id)),
      ...[1, 2, 3].map(() => birgit().call(endHearing, { params: { id }, body: {} })),
      birgit().call(closeList, { params: { id: listId } }),
      world.runJobs(),
    ])
    const [told] = await world.sql<{ struck: number; told: number; ended: number }>(
      `select (select count(*)::int from strike where list_id = $1 and undone_at is null) as struck,
        (select count(*)::int from list_company where list_id = $1 and sorted_out_until is not null) as told,
        (select count(*)::int from list_hearing l join hearing h on h.id = l.hearing_id and h.ended_at = l.ended_at where l.list_id = $1) as ended`,
      [listId],
    )
    expect(told?.told).toBe(told?.struck)
    expect(told?.ended).toBe(1)
    expect((await birgit().call(showContactList, { params: { id: listId } })).state).toBe('closed')
  })

  test('closing a list ends its hearing, and nobody calls from it', async () => {
    const { id, ids, listId } = await inHearing()
    expect(await birgit().call(closeList, { params: { id: listId } })).toMatchObject({
      state: 'closed',
      can: { close: false },
    })
    await expect(strike('anne', id, [ids[0] ?? 0])).rejects.toMatchObject({ code: 'hearing-over' })
    expect(await callable()).not.toContain(listId)
  })
})

describe('a strike', () => {
  test('keeps the company from all calls, until its date: then it may be called again', async () => {
    const { id, ids, listId, companies } = await inHearing()
    await strike('mette', id, [ids[0] ?? 0])
    const blocked = () =>
      world.inside('soren', async (ctx: Ctx) =>
        ctx.db
          .selectFrom('hindranceNow')
          .select(['word', 'untilOn'])
          .where('cvr', '=', companies[0]?.cvr ?? '')
          .execute(),
      )
    expect((await blocked()).map(({ word }) => word)).toEqual(['in-hearing'])
    for (const who of ['torben', 'vibeke', 'lars'] as const) await answer(who, id)
    await birgit().call(endHearing, { params: { id }, body: {} })
    expect(await blocked()).toEqual([{ word: 'struck', untilOn: '2027-05-23' }])
    const sortedOut = () => birgit().call(listDrawnCompanies, { params: { id: listId }, query: { show: 'sorted-out' } })
    expect((await sortedOut()).rows.map((row) => row.companyId)).toEqual([ids[0]])
    world.clock.set('2027-05-22T23:30')
    expect(await blocked()).toHaveLength(1)
    world.clock.set('2027-05-23T00:10')
    expect(await blocked()).toEqual([])
    expect((await sortedOut()).rows).toEqual([])
    world.clock.set('2026-11-23T09:00')
  })

  test('of a workplace with shared leadership leaves its sisters free; under one leadership it holds for all', async () => {
    const head = await world.company({ name: 'Kommunen', employees: 900, municipality: 101 })
    const [hurup, fredericia] = [
      await world.company({ kind: 'workplace', cvr: head.cvr, name: 'Regnbuen Hurup', municipality: ++place }),
      await world.company({ kind: 'workplace', cvr: head.cvr, name: 'Regnbuen Fredericia', municipality: 607 }),
    ]
    const decide = (shared: boolean) =>
      birgit().call(decideLeadership, { params: { companyId: head.id }, body: { shared } })
    const barred = async () =>
      (
        await world.inside('soren', (ctx: Ctx) =>
          ctx.db
            .selectFrom('hindranceNow')
            .select(['companyId', 'word'])
            .where('cvr', '=', head.cvr)
            .orderBy('companyId')
            .execute(),
        )
      ).map(({ companyId, word }) => [companyId, word])
    await decide(true)
    const { id: listId } = await birgit().call(makeContactList, {
      body: { name: 'Hurup', criteria: z.parse(Criteria, { municipalities: [place] }) },
    })
    await birgit().call(drawList, { params: { id: listId } })
    const { hearing } = await birgit().call(startHearing, { params: { id: listId }, body: { date: '2026-11-27' } })
    const id = hearing?.id ?? 0
    expect(await barred()).toEqual([[hurup.id, 'in-hearing']])
    await strike('mette', id, [hurup.id])
    for (const who of ['torben', 'vibeke', 'lars'] as const) await answer(who, id)
    await birgit().call(endHearing, { params: { id }, body: {} })
    expect(await barred()).toEqual([[hurup.id, 'struck']])
    await decide(false)
    expect(await barred()).toEqual([head, hurup, fredericia].map((one) => [one.id, 'struck']))
  })

  test('stays when two schools struck and one of them undoes', async () => {
    const { id, ids, companies } = await inHearing()
    await strike('mette', id, [ids[0] ?? 0])
    await strike('vibeke', id, [ids[0] ?? 0])
    await world.as('mette').call(undoStrikes, { params: { id }, body: { companyIds: [ids[0] ?? 0] } })
    expect((await world.as('vibeke').call(showHearing, { params: { id } })).counts.struck).toBe(1)
    expect((await world.as('mette').call(showHearing, { params: { id } })).counts.struck).toBe(0)
    for (const who of ['torben', 'vibeke', 'lars'] as const) await answer(who, id)
    await birgit().call(endHearing, { params: { id }, body: {} })
    const blocked = await world.inside('soren', (ctx) =>
      ctx.db
        .selectFrom('hindranceNow')
        .select('word')
        .where('cvr', '=', companies[0]?.cvr ?? '')
        .execute(),
    )
    expect(blocked).toEqual([{ word: 'struck' }])
  })

  test('of colleagues who strike the same company at once one strike stands', async () => {
    const { id, ids } = await inHearing()
    const tries = await Promise.allSettled(
      (['mette', 'torben', 'anne', 'mette'] as const).map((who) => strike(who, id, ids)),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(
      await world.sql(
        `select from strike where list_id = (select list_id from hearing where id = $1) and undone_at is null`,
        [id],
      ),
    ).toHaveLength(3)
    const code = expect.stringMatching(/^(already-struck|colleague-decided)$/)
    await expect(strike('anne', id, [ids[0] ?? 0])).rejects.toMatchObject({ code })
  })

  test('struck and undone at the same moment it is one or the other, in both tables', async () => {
    const { id, ids } = await inHearing()
    const target = [ids[0] ?? 0]
    for (let round = 0; round < 5; round++)
      await Promise.allSettled([
        strike('mette', id, target),
        world.as('torben').call(undoStrikes, { params: { id }, body: { companyIds: target } }),
        strike('anne', id, target),
      ])
    const halves = await world.sql(
      `select from strike s join strike_origin o on o.strike_id = s.id where (s.undone_at is null) <> (o.undone_at is null)`,
    )
    expect(halves).toEqual([])
    const open = await world.sql(`select from strike_origin where undone_at is null and company_id = $1`, target)
    expect(open.length).toBeLessThanOrEqual(1)
  })

  test('keeping a company takes the own strike back; striking takes the keeping back', async () => {
    const { id, ids } = await inHearing()
    const one = [ids[0] ?? 0]
    await strike('mette', id, one)
    await world.as('mette').call(keepCompanies, { params: { id }, body: { companyIds: one } })
    expect((await world.as('mette').call(showHearing, { params: { id } })).counts).toMatchObject({
      struck: 0,
      keptOnList: 1,
    })
    await strike('mette', id, one)
    expect((await world.as('mette').call(showHearing, { params: { id } })).counts).toMatchObject({
      struck: 1,
      keptOnList: 0,
    })
  })

  test('is written down on the list when the hearing ends: the longest of those that stand, none that was undone', async () => {
    const { id, ids, listId } = await inHearing()
    const [both = 0, undone = 0] = ids
    await strike('mette', id, [both, undone])
    await strike('vibeke', id, [both])
    await world.as('mette').call(undoStrikes, { params: { id }, body: { companyIds: [undone] } })
    await world.sql(
      `update strike set until_on = '2027-12-24' where list_id = $1 and company_id = $2 and id in
      (select max(id) from strike where list_id = $1)`,
      [listId, both],
    )
    const written = () =>
      world.sql(
        'select company_id, sorted_out_until::text from list_company where list_id = $1 and sorted_out_until is not null',
        [listId],
      )
    expect(await written()).toEqual([])
    for (const who of ['torben', 'vibeke', 'lars'] as const) await answer(who, id)
    await birgit().call(endHearing, { params: { id }, body: {} })
    expect(await written()).toEqual([{ company_id: both, sorted_out_until: '2027-12-24' }])
    expect((await birgit().call(showContactList, { params: { id: listId } })).struck).toBe(1)
  })

  test('of a company that is not on the list is nothing', async () => {
    const { id } = await inHearing()
    const stranger = await world.company()
    await expect(strike('mette', id, [stranger.id])).rejects.toMatchObject({ code: 'already-struck' })
    expect(await world.sql('select from strike where company_id = $1', [stranger.id])).toEqual([])
  })
})

describe('silence at the deadline', () => {
  test('goes on: the hearing ends by itself, the silent schools are marked, the list may be called', async () => {
    const { id, ids, listId } = await inHearing('2026-11-23', '10:00')
    await answer('torben', id)
    world.clock.set('2026-11-23T09:59')
    await world.runJobs()
    expect((await birgit().call(showContactList, { params: { id: listId } })).state).toBe('in-hearing')
    world.clock.set('2026-11-23T10:00')
    await expect(strike('lars', id, [ids[0] ?? 0])).rejects.toMatchObject({ code: 'hearing-over' })
    await world.runJobs()
    const list = await birgit().call(showContactList, { params: { id: listId } })
    expect(list).toMatchObject({ state: 'calling', struck: 0 })
    expect((await besideList(listId)).answers.map((one) => [one.school, one.silentAt !== null])).toEqual([
      ['SOSU Fjordby', true],
      ['VUC Sundet', true],
      ['Østkystens Tekniske Skole', false],
    ])
    expect(await callable()).toContain(listId)
    world.clock.set('2026-11-23T09:00')
  })

  test('waits: it stays open until the last school has answered, and then ends by itself', async () => {
    await rulesSay('waits')
    const { id, ids, listId } = await inHearing('2026-11-23', '10:00')
    // A rule chosen later does not touch a hearing that runs.
    await rulesSay('goes-on')
    await answer('torben', id)
    world.clock.set('2026-11-24T12:00')
    await world.runJobs()
    expect((await birgit().call(showContactList, { params: { id: listId } })).state).toBe('in-hearing')
    expect(await besideList(listId)).toMatchObject({ hearing: { silence: 'waits', missing: 2 } })
    await strike('lars', id, [ids[0] ?? 0])
    await answer('lars', id)
    await answer('vibeke', id)
    await world.runJobs()
    expect(await birgit().call(showContactList, { params: { id: listId } })).toMatchObject({
      state: 'calling',
      struck: 1,
    })
    world.clock.set('2026-11-23T09:00')
  })

  test('a deadline is wall-clock time in Denmark, across the night when summer time begins', async () => {
    world.clock.set('2027-03-27T12:00')
    const { listId } = await inHearing('2027-03-28', '16:00')
    // From 02:00 to 03:00 there is no time that night: sixteen o'clock comes 27 hours after noon the day before, not 28.
    world.clock.advance({ hours: 26, minutes: 59 })
    await world.runJobs()
    expect((await birgit().call(showContactList, { params: { id: listId } })).state).toBe('in-hearing')
    world.clock.advance({ minutes: 1 })
    await world.runJobs()
    expect(await birgit().call(showContactList, { params: { id: listId } })).toMatchObject({
      state: 'calling',
      hearing: { deadline: '2027-03-28T14:00:00.000Z' },
    })
    world.clock.set('2026-11-23T09:00')
  })
})

describe('what waits', () => {
  test('the school sees hearings to answer, the coordinator how many have', async () => {
    const { id, listId } = await inHearing('2026-11-26')
    const rows = async (who: Who) => (await world.as(who).call(listWaiting, { query: {} })).rows
    expect(await rows('torben')).toContainEqual(
      expect.objectContaining({
        kind: 'hearing-answer',
        when: 'week',
        href: `/hoering/${id}`,
        values: expect.objectContaining({ count: 3, known: 0 }),
      }),
    )
    await answer('torben', id)
    expect((await rows('torben')).map((row) => row.href)).not.toContain(`/hoering/${id}`)
    expect(await rows('birgit')).toContainEqual(
      expect.objectContaining({
        kind: 'hearing-ends',
        href: `/udtraek/${listId}`,
        values: expect.objectContaining({ answered: 1, schools: 3 }),
      }),
    )
    expect((await rows('carl')).filter((row) => row.kind.startsWith('hearing'))).toEqual([])
  })
})

test('nobody but the schools hears: no caller, partner, council or coordinator strikes', async () => {
  const { id, ids } = await inHearing()
  for (const who of ['birgit', 'soren', 'carl', 'uffe', 'tove'] as const)
    await expect(strike(who, id, [ids[0] ?? 0])).rejects.toMatchObject({ status: 403 })
  expect((await world.as('ali').call(listHeardCompanies, { params: { id }, query: {} })).rows).toHaveLength(3)
  expect(await raw('soren', `/api/hearings/${id}`)).toContain('not-allowed')
})
