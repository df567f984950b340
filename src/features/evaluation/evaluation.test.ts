import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import type { AnswerOf } from '#platform/endpoint'
import { importCompanies } from '../register/register.ts'
import { registerCompany } from '#testing/register-files'
import { tell } from '#testing/told-list'
import { callingList } from '#testing/calling-list'
import { showDeclines } from './declines.schema.ts'
import { readBundles } from './evaluation.sql.ts'
import { showOutcome } from './evaluation.schema.ts'
import { stages } from './stages.shared.ts'

type World = Awaited<ReturnType<typeof openWorld>>
type Row = { figures: AnswerOf<typeof showOutcome>['total'] }
const metal = { industry: '251100', employees: 6 }
const care = { industry: '881010', employees: 30 }
const shop = { industry: '471110', employees: null }

describe('what came of the lists', () => {
  let world: World
  // The council may not open the companies: to it no figure under five is told.
  const ask = (period?: string, who: 'birgit' | 'carl' = 'carl') =>
    world.as(who).call(showOutcome, { query: period ? { period } : {} })
  beforeAll(async () => {
    world = await openWorld()
    await tell(world, {
      name: 'Metal forår',
      drawnAt: '2026-02-10T09:00+01:00',
      companies: [
        { ...metal, count: 40 },
        { ...care, count: 20 },
      ],
      struck: 7,
      called: 50,
      answered: 30,
      wants: 20,
      meetings: 15,
      visits: 10,
      promises: 22,
      kept: 11,
    })
    await tell(world, {
      name: 'Pleje efterår',
      drawnAt: '2026-10-01T00:30+02:00',
      companies: [
        { ...care, count: 25 },
        { ...shop, count: 10 },
      ],
      called: 20,
      answered: 9,
      wants: 3,
    })
    await tell(world, { name: 'De fire', drawnAt: '2026-11-02T09:00+01:00', companies: [{ ...metal, count: 4 }] })
  })
  afterAll(() => world.close())

  test('each stage counts companies of the list, from the draw to the visit; promises count as promises', async () => {
    const { lists } = await ask()
    const spring = lists.find((list) => list.name === 'Metal forår')
    expect(spring?.drawnOn).toBe('2026-02-10')
    expect(spring?.figures).toEqual({
      drawn: 60,
      struck: 7,
      called: 50,
      answered: 30,
      wants: null,
      meetings: 15,
      visits: 10,
      promises: 22,
      kept: 11,
    })
  })

  test('who may open the companies sees every figure, small ones too, and is told so', async () => {
    for (const who of ['birgit', 'anne', 'vibeke'] as const) {
      const { floor, lists, total } = await world.as(who).call(showOutcome, { query: {} })
      expect(floor).toBe(false)
      expect(lists.find((list) => list.name === 'Metal forår')?.figures).toMatchObject({ wants: 20, meetings: 15 })
      expect(lists.find((list) => list.name === 'De fire')?.figures.drawn).toBe(4)
      expect(lists.find((list) => list.name === 'Pleje efterår')?.figures.wants).toBe(3)
      expect(Object.values(total)).not.toContain(null)
    }
    expect((await ask()).floor).toBe(true)
  })

  test('who declines and why is counted for those who may open the companies, and for nobody else', async () => {
    const [reason] = await world.sql<{ id: number }>(
      `select id from refusal_reason where centre_id = $1 and name = 'Har ikke tid'`,
      [world.centreId],
    )
    await world.sql(
      `update call set refusal_reason_id = $1 where id in (select id from call where answer = 'not-interested' order by id limit 4)`,
      [reason?.id],
    )
    await world.sql(
      `with made as (
         insert into own_answer (centre_id, base, name, position, said_at) values ($1, 'not-interested', 'Har egen aftale', 1, now()) returning id
       ) update call set own_answer_id = made.id from made
         where call.id in (select id from call where answer = 'not-interested' order by id limit 3)`,
      [world.centreId],
    )
    await world.sql(
      `with made as (
         insert into own_answer_reason (centre_id, own_answer_id, name, position) select centre_id, id, 'Med kæden', 1 from own_answer returning id
       ) update call set own_reason_id = made.id, refusal_reason_id = null from made
         where call.id in (select id from call where own_answer_id is not null order by id limit 2)`,
    )
    const { total, lists, sizes, answers } = await world.as('anne').call(showDeclines, { query: { period: '2026-1' } })
    expect(total).toEqual({
      called: 50,
      declined: 10,
      notMet: 0,
      reasons: [
        { name: null, count: 6 },
        { name: 'Har ikke tid', count: 2 },
        { name: 'Med kæden', count: 2 },
      ],
    })
    expect(answers.find(({ answer }) => answer === 'not-interested')).toEqual({
      answer: 'not-interested',
      count: 10,
      own: [{ name: 'Har egen aftale', count: 3, reasons: [{ name: 'Med kæden', count: 2 }] }],
    })
    expect(answers.reduce((sum, { count }) => sum + count, 0)).toBe(50)
    expect(lists).toMatchObject([{ name: 'Metal forår', called: 50, declined: 10 }])
    expect(sizes.map(({ key, called }) => [key, called])).toEqual([
      ['0-9', 40],
      ['10-49', 10],
    ])
    await world.sql(
      `update booking set not_met_at = now(), not_met_by = $1 where id in (select id from booking where reported_at is null order by id limit 3)`,
      [world.people.anne.id],
    )
    const beside = await world.as('anne').call(showDeclines, { query: { period: '2026-1' } })
    expect(beside.total).toMatchObject({ called: 50, declined: 10, notMet: 3 })
    await world.sql('update booking set not_met_at = null, not_met_by = null')
    for (const who of ['carl', 'soren', 'uffe'] as const)
      await expect(world.as(who).call(showDeclines, { query: {} })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('a list of four companies shows no figure, and no total gives it away', async () => {
    const { lists, total } = await ask()
    expect(lists.find((list) => list.name === 'De fire')?.figures.drawn).toBeNull()
    const shown = lists.flatMap((list) => list.figures.drawn ?? [])
    expect(total.drawn).toBe(99)
    expect(99 - shown.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(5)
  })

  test('no period shows a figure of one to four', async () => {
    const { periods } = await ask()
    expect(periods).toEqual(['all', '2026', '2026-4', '2026-1'])
    for (const period of periods) {
      const { total, lists, industries, sizes } = await ask(period)
      const figures = [total, ...[...lists, ...industries, ...sizes].map((row) => row.figures)]
      for (const value of figures.flatMap((row) => Object.values(row))) expect([1, 2, 3, 4]).not.toContain(value)
    }
  })

  test('quarters taken from their year leave no small figure', async () => {
    const [year, spring, autumn] = [await ask('2026'), await ask('2026-1'), await ask('2026-4')]
    const rests = stages.flatMap((stage) => {
      const rest = (whole: Row | undefined, part: Row | undefined) =>
        whole?.figures[stage] == null || part?.figures[stage] == null ? 0 : whole.figures[stage] - part.figures[stage]
      const groups = year.industries.flatMap((row) =>
        [spring, autumn].map((quarter) =>
          rest(
            row,
            quarter.industries.find((found) => found.key === row.key),
          ),
        ),
      )
      const totals = [spring, autumn].map((quarter) => rest({ figures: year.total }, { figures: quarter.total }))
      return [...groups, ...totals]
    })
    expect(rests.filter((one) => one !== 0).length).toBeGreaterThan(5)
    expect(rests.filter((one) => one > 0 && one < 5)).toEqual([])
  })

  test('a list belongs to the quarter it was drawn in, in Denmark’s time', async () => {
    expect((await ask('2026-4')).lists.map((list) => list.name)).toEqual(['De fire', 'Pleje efterår'])
    expect((await ask('2026-1')).lists.map((list) => list.name)).toEqual(['Metal forår'])
    expect((await ask('2026-3')).lists).toEqual([])
  })

  test('by industry and by size, in the standard groups', async () => {
    const { industries, sizes } = await ask()
    expect(industries.map((row) => [row.key, row.figures.drawn])).toEqual([
      [2, 44],
      [4, 10],
      [9, 45],
    ])
    expect(sizes.map((row) => [row.key, row.figures.drawn])).toEqual([
      ['0-9', 44],
      ['10-49', 45],
      ['unknown', 10],
    ])
    // Four metal workshops in the fourth quarter: then the first may not be told beside the year either.
    expect((await ask('2026-1')).industries.find((row) => row.key === 2)?.figures.drawn).toBeNull()
    expect((await ask('2026-4')).sizes.map((row) => row.key)).toEqual(['0-9', '10-49', 'unknown'])
  })

  test('a period that is not a whole quarter or year is refused', async () => {
    await expect(ask('2026-11')).rejects.toMatchObject({ status: 422 })
    await expect(ask('2026-11-01')).rejects.toMatchObject({ status: 422 })
  })

  test('while a hearing runs, no figure moves because another school has struck', async () => {
    const before = await ask('2026-1')
    expect(before.total.struck).toBeGreaterThan(0)
    await world.sql(`insert into strike (centre_id, list_id, company_id, cvr, struck_at, until_on)
      select centre_id, list_id, company_id, cvr, '2026-11-20', '2099-01-01' from list_company where sorted_out_until is null`)
    expect(await ask('2026-1')).toEqual(before)
  })

  test('a list that no school has been asked about yet is not told of, its name neither', async () => {
    const { total } = await ask()
    const draft = await tell(world, {
      name: 'Endnu hemmelig',
      drawnAt: '2026-11-20T09:00+01:00',
      companies: [{ ...metal, count: 9 }],
    })
    await world.sql('delete from list_opening where list_id = $1', [draft])
    await world.sql('delete from list_hearing where list_id = $1', [draft])
    for (const who of ['birgit', 'anne', 'carl'] as const)
      expect(JSON.stringify(await world.as(who).call(showOutcome, { query: {} }))).not.toContain('hemmelig')
    expect((await ask()).total).toEqual(total)
    await world.sql('delete from queue_row where list_id = $1', [draft])
    await world.sql('delete from list_company where list_id = $1', [draft])
  })

  test('a taken-back call, a strike that did not stand and a cancelled meeting did not happen', async () => {
    const before = (await ask('2026-1')).total
    await world.sql(`insert into call_correction (centre_id, call_id, corrected_by, corrected_at)
      select centre_id, id, person_id, ended_at from call where answer = 'no-answer' and list_id = 1 order by id limit 10`)
    await world.sql(`update list_company set sorted_out_until = null`)
    await world.sql(
      `update booking set cancelled_at = booked_at, cancelled_why = 'x' where id in (select id from booking order by id desc limit 8)`,
    )
    const after = (await ask('2026-1')).total
    expect(before.called).toBe(50)
    expect([after.called, after.struck]).toEqual([40, 0])
    // Seven meetings stand; ten visits beside them would tell of three.
    expect([after.meetings, after.visits]).toEqual([7, null])
  })

  test('the council sees it; callers and partners never; another centre sees nothing of it', async () => {
    expect((await ask('all')).lists.length).toBe(3)
    for (const who of ['soren', 'uffe', 'tove', 'mette'] as const)
      await expect(world.as(who).call(showOutcome, { query: {} })).rejects.toMatchObject({ status: 403 })
    const west = await world.otherCentre()
    const seen = await world.as('birgit', west).call(showOutcome, { query: {} })
    expect(seen).toMatchObject({ lists: [], industries: [], sizes: [], periods: ['all'] })
    expect(Object.values(seen.total).every((value) => value === 0)).toBe(true)
  })
})

describe('what nobody named a list for', () => {
  test('counts for the list the company was last drawn in before it happened', async () => {
    const world = await openWorld()
    await tell(world, {
      name: 'Først',
      drawnAt: '2026-04-10T09:00+02:00',
      companies: [{ ...metal, count: 30 }],
      visits: 6,
    })
    await world.sql('update visit set list_id = null')
    const after = await world.as('birgit').call(showOutcome, { query: {} })
    expect(after.lists[0]?.figures.visits).toBe(6)
    await world.sql(`update visit set visited_at = '2026-04-01T09:00Z'`)
    const earlier = await world.as('birgit').call(showOutcome, { query: {} })
    expect(earlier.lists[0]?.figures.visits).toBe(0)
    await world.close()
  })
})

describe('the day’s facts', () => {
  test('a register that changes size, industry and place afterwards moves no figure, in no period', async () => {
    const world = await openWorld()
    await tell(world, {
      name: 'Metal',
      drawnAt: '2026-02-10T09:00+01:00',
      companies: [
        { ...metal, count: 12 },
        { ...care, count: 8 },
      ],
      called: 16,
      answered: 10,
      meetings: 6,
      visits: 6,
    })
    const everything = async () => {
      const { periods } = await world.as('birgit').call(showOutcome, { query: {} })
      return Promise.all(periods.map((period) => world.as('birgit').call(showOutcome, { query: { period } })))
    }
    const before = await everything()
    expect(before[0]?.industries.map((row) => [row.key, row.figures.drawn])).toEqual([
      [2, 12],
      [9, 8],
    ])
    const drawn = await world.sql<{ cvr: string }>('select cvr from list_company order by position')
    const since = { gyldigFra: '2026-11-01', gyldigTil: null }
    const documents = drawn.map(({ cvr }, at) =>
      registerCompany(Number(cvr), `Omdøbt ${at}`, {
        hovedbranche: [{ branchekode: '561110', branchetekst: 'Restauranter', periode: since }],
        erstMaanedsbeskaeftigelse: [
          { aar: 2026, maaned: 10, antalAnsatte: 75, sidstOpdateret: '2026-11-20T10:00:00.000+01:00' },
        ],
        sidstOpdateret: '2026-11-20T10:00:00.000+01:00',
      }),
    )
    const lines = Buffer.from(documents.map((one) => JSON.stringify(one)).join('\n'))
    const bytes = {
      async *[Symbol.asyncIterator]() {
        yield lines
      },
    }
    const brought = await importCompanies({ in: (work) => world.inside('birgit', work) }, { name: 'nyt', bytes })
    expect(brought).toMatchObject({ updated: 20, rejected: 0 })
    expect(
      await world.sql('select distinct industry, employees from company where cvr = any($1)', [
        drawn.map(({ cvr }) => cvr),
      ]),
    ).toEqual([{ industry: '561110', employees: 75 }])
    expect(await everything()).toEqual(before)
    await world.close()
  })
})

describe('a list that took several workplaces', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  test('of a shared leadership counts each for itself', async () => {
    const head = await world.company({ employees: 900, industry: '889110' })
    const places = [
      await world.company({ kind: 'workplace', cvr: head.cvr, industry: '889110' }),
      await world.company({ kind: 'workplace', cvr: head.cvr, industry: '889110' }),
    ]
    await world.sql('insert into leadership (centre_id, cvr, shared, decided_at) values ($1, $2, true, now())', [
      world.centreId,
      head.cvr,
    ])
    const listId = await callingList(world, places)
    await world.sql(
      `insert into call (centre_id, list_id, company_id, cvr, started_at, ended_at, person_id, answer)
       values ($1, $2, $3, $4, now(), now(), $5, 'not-interested')`,
      [world.centreId, listId, places[0]?.id, head.cvr, world.people.soren.id],
    )
    const { lists } = await world.as('birgit').call(showDeclines, { query: {} })
    expect(lists.find(({ key }) => key === listId)).toMatchObject({ called: 1, declined: 1 })
    // What puts an older answer right is written later, and is no later answer: not in what was said last, and not in why.
    await world.sql(
      `insert into call (centre_id, list_id, company_id, cvr, started_at, ended_at, person_id, answer, refusal_reason_id)
       select $1, $2, $3, $4, now() - n * interval '1 day', now() - n * interval '1 day', $5, case n when 3 then 'later' else 'not-interested' end,
         case n when 2 then (select min(id) from refusal_reason where centre_id = $1) end
       from generate_series(2, 3) n`,
      [world.centreId, listId, places[0]?.id, head.cvr, world.people.soren.id],
    )
    const corrected = await world.as('birgit').call(showDeclines, { query: {} })
    expect(corrected.answers).toEqual([{ answer: 'not-interested', count: 1, own: [] }])
    expect(corrected.total.reasons).toEqual([{ name: null, count: 1 }])
    const bundles = JSON.parse(await world.inside('birgit', readBundles)) as {
      listId: number
      drawn: number
      called: number
    }[]
    expect(bundles.filter((one) => one.listId === listId)).toMatchObject([{ drawn: 2, called: 1 }])
  })
})
