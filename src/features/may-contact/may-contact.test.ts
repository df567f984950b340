import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { callReasons, hindranceKinds, type HindranceKind } from './hindrance.schema.ts'
import { hindranceOf, hindrances } from './hindrances.table.ts'
import { beginWait, dropMark, dropMarks, liftWait, lockCompanies, setMark, setMarks, undoLift } from './may-contact.ts'

type World = Awaited<ReturnType<typeof openWorld>>
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => world.clock.set('2026-11-23T09:00'))
afterEach(async () => {
  const differ = await world.inside('anne', (ctx) =>
    sql`
      select p.id from place_judged p where p.hindered <> exists (
        select from hindrance_now h where h.centre_id = ${ctx.centreId} and h.company_id = p.id and 'outreach' = any(h.stops))
      union all
      select w.id from place_weighed w left join (
        select h.company_id, min(h.rank) as rank from hindrance_now h where h.centre_id = ${ctx.centreId} and 'outreach' = any(h.stops) group by 1
      ) h on h.company_id = w.id
      where w.rank is distinct from h.rank or w.hindered is distinct from (h.rank is not null)`.execute(ctx.db),
  )
  if (differ.rows.length > 0)
    throw new Error(`Judged at a glance otherwise than by the judge: ${JSON.stringify(differ.rows)}`)
})

type Place = { id: number; cvr: string }
const mark = (kind: HindranceKind, { id, cvr }: Place, endsAt: string | null = null) => ({
  ...{ kind, sourceId: id, companyId: id, cvr, since: '2026-11-01T08:00:00Z', endsAt, personId: null },
})
const held = ({ id }: Place) =>
  world.inside('anne', (ctx) =>
    ctx.db
      .selectFrom('hindranceNow')
      .select(['kind', 'word', 'untilOn', 'endsAt'])
      .where('centreId', '=', ctx.centreId)
      .where('companyId', '=', id)
      .orderBy('rank')
      .execute(),
  )
const kindsOf = async (place: Place) => (await held(place)).map(({ kind }) => kind)

describe('the table of words and the database', () => {
  test('name the same kinds, in the same order, with the same purposes and the same word', async () => {
    const rows = await world.sql<{ kind: string }>('select kind, rank, stops, word from hindrance_kind order by rank')
    const inCode = Object.entries(hindrances)
      .map(([kind, { rank, stops, word }]) => ({ kind, rank, stops, word }))
      .toSorted((a, b) => a.rank - b.rank)
    expect(rows).toEqual(inCode)
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(hindranceKinds))
  })

  test('each has a word, a sentence and what can be done, in both languages; the API’s words stand heaviest first', () => {
    for (const { short, why, can } of Object.values(hindrances))
      for (const says of [short, why, can]) expect(says({}, { locale: 'da' })).not.toBe(says({}, { locale: 'en' }))
    const ranks = callReasons.map((word) => hindranceOf(word).rank)
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    const stopping = Object.values(hindrances).filter(({ stops }) => stops.length > 0)
    expect(new Set(stopping.map(({ word }) => word))).toEqual(new Set(callReasons))
  })
})

describe('a mark', () => {
  test('holds for every place of the company, until its moment; of a day, until midnight in Denmark', async () => {
    const company = await world.company()
    const place = await world.company({ kind: 'workplace', cvr: company.cvr })
    await world.inside('anne', (ctx) =>
      setMarks(ctx, [mark('wait', company, '2026-11-29T23:00:00Z'), mark('meeting', company, '2026-11-24T10:00:00Z')]),
    )
    for (const one of [company, place])
      expect((await held(one)).map(({ kind, untilOn }) => [kind, untilOn])).toEqual([
        ['meeting', '2026-11-25'],
        ['wait', '2026-11-30'],
      ])
    world.clock.set('2026-11-24T11:00')
    expect(await kindsOf(place)).toEqual(['wait'])
    world.clock.set('2026-11-29T23:59')
    expect(await kindsOf(place)).toEqual(['wait'])
    world.clock.set('2026-11-30T00:00')
    expect(await kindsOf(place)).toEqual([])
  })

  test('is written anew when its owner tells it again, and gone when dropped; another of the same kind stays', async () => {
    const [a, b] = [await world.company(), await world.company()]
    await world.inside('anne', async (ctx) => {
      await setMarks(ctx, [mark('strike', a), mark('strike', b)])
      await setMark(ctx, mark('strike', a, '2026-12-01T23:00:00Z'))
      await dropMark(ctx, 'meeting', a.id)
    })
    expect(await held(a)).toMatchObject([{ kind: 'strike', untilOn: '2026-12-02' }])
    await world.inside('anne', (ctx) => dropMarks(ctx, 'strike', [a.id]))
    expect([await kindsOf(a), await kindsOf(b)]).toEqual([[], ['strike']])
  })

  test('a talk or a visit stops nothing, and a hearing lasts until it is ended', async () => {
    const company = await world.company()
    await world.inside('anne', (ctx) =>
      setMarks(ctx, [
        mark('spoken', company),
        mark('visited', company),
        mark('in-hearing', company, '2026-11-27T15:00:00Z'),
      ]),
    )
    expect(await held(company)).toMatchObject([{ kind: 'in-hearing', endsAt: '2026-11-27T15:00:00.000Z' }])
    world.clock.set('2026-11-30T09:00')
    expect(await held(company)).toMatchObject([{ kind: 'in-hearing', endsAt: null, untilOn: null }])
  })

  test('of one place holds for that place alone; what a centre knows of the legal company holds for its workplaces', async () => {
    const company = await world.company()
    const [here, there] = [
      await world.company({ kind: 'workplace', cvr: company.cvr }),
      await world.company({ kind: 'workplace', cvr: company.cvr }),
    ]
    await world.inside('anne', (ctx) => setMark(ctx, mark('strike', here)))
    await world.sql('update contact_mark set whole = false where company_id = $1', [here.id])
    for (const [one, kinds] of [
      [company, []],
      [here, ['strike']],
      [there, []],
    ] as const)
      expect(await kindsOf(one)).toEqual(kinds)
    await world.sql(
      `insert into own_place (centre_id, id, kind, cvr, protected, changed_at) values ($1, $2, 'company', $3, true, now())`,
      [world.centreId, company.id, company.cvr],
    )
    for (const [one, kinds] of [
      [company, ['protected']],
      [here, ['protected', 'strike']],
      [there, ['protected']],
    ] as const)
      expect(await kindsOf(one)).toEqual(kinds)
    await world.sql('update company set closed_on = $1 where id = $2', ['2026-11-24', company.id])
    expect(await kindsOf(there)).toEqual(['protected'])
    world.clock.set('2026-11-24T09:00')
    expect(await kindsOf(there)).toEqual(['ceased'])
  })

  test('of another centre says nothing here', async () => {
    const company = await world.company()
    const other = await world.otherCentre()
    await world.inside('anne', (ctx) => setMark(ctx, mark('stop', company)), other)
    expect(await kindsOf(company)).toEqual([])
  })

  test('of a wait comes and goes with it', async () => {
    const company = await world.company()
    const origin = { kind: 'call', id: 17 } as const
    const given = { companyId: company.id, cvr: company.cvr, reason: 'wrong-number', untilOn: null, origin } as const
    const { id } = await world.inside('soren', (ctx) => beginWait(ctx, { ...given, words: '' }))
    const phones = () => world.sql('select kind, phone, whole from contact_mark where cvr = $1', [company.cvr])
    expect(await phones()).toEqual([{ kind: 'wrong-number', phone: company.phone, whole: true }])
    await world.inside('birgit', (ctx) => liftWait(ctx, id, 'Nyt nummer'))
    expect(await phones()).toEqual([])
    await world.inside('birgit', (ctx) => undoLift(ctx, id))
    expect(await kindsOf(company)).toEqual(['wrong-number'])
  })
})

describe('the company lock', () => {
  test('takes at most 500 in a transaction, counted together', async () => {
    const cvrs = (from: number, count: number) => Array.from({ length: count }, (_, n) => String(10_000_000 + from + n))
    const locked = await world.inside('anne', async (ctx) => {
      await lockCompanies(ctx, [])
      await lockCompanies(ctx, cvrs(0, 400))
      await lockCompanies(ctx, cvrs(400, 100))
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`.execute(ctx.db)
      return rows[0]?.n
    })
    expect(locked).toBe(500)
    await expect(
      world.inside('anne', async (ctx) => {
        await lockCompanies(ctx, cvrs(0, 400))
        await lockCompanies(ctx, cvrs(400, 101))
      }),
    ).rejects.toThrow(/at most 500/)
  })

  test('sixteen who lock the same companies, each in another order, never stand in each other’s way for ever', async () => {
    const cvrs = Array.from({ length: 20 }, (_, n) => String(20_000_000 + n))
    const one = (n: number) =>
      world.inside('anne', (ctx) => lockCompanies(ctx, [...cvrs.slice(n), ...cvrs.slice(0, n)].toReversed()))
    await expect(Promise.all(Array.from({ length: 16 }, (_, n) => one(n)))).resolves.toHaveLength(16)
  })

  test('is each centre’s own', async () => {
    const other = await world.otherCentre()
    await world.inside('anne', async (ctx) => {
      await lockCompanies(ctx, ['30000000'])
      await world.inside('anne', (theirs) => lockCompanies(theirs, ['30000000']), other)
    })
  })
})
