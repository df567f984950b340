import { afterAll, beforeEach, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { answerCall, takeCompany } from '../calls/calls.schema.ts'
import { system } from '../centre/centre.ts'
import { addMember } from '../members/members.ts'
import { releaseHold } from '../queue/queue.schema.ts'
import { takeCompany as take } from '../queue/queue.ts'
import { sayShares, showLedger } from './fair-shares.schema.ts'
import { foldSweep } from './fair-shares.ts'

process.env['BASE_URL'] = 'https://tovholder.example'
const world = await openWorld()
afterAll(() => world.close())
const { schools } = world
const [birgit, soren, torben, vibeke] = [world.as('birgit'), world.as('soren'), world.as('torben'), world.as('vibeke')]
const { company, listOf } = callersIn(world)

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  for (const table of ['call_hold', 'share_charge', 'share_account', 'share_clock', 'share_said', 'company_handed_in'])
    await world.sql(`delete from ${table}`)
})

type School = keyof typeof schools
/** A list in calling; each company with the schools that handed it in. */
const handedIn = async (by: readonly (readonly School[])[]) => {
  const made = []
  for (const _ of by) made.push(await company())
  const listId = await listOf(made)
  for (const [n, names] of by.entries())
    for (const name of names)
      await world.sql(
        "insert into company_handed_in (centre_id, list_id, company_id, school_id, handed_in_at) values ($1, $2, $3, $4, '2026-09-01')",
        [world.centreId, listId, made[n]?.id, schools[name]],
      )
  return { listId, companies: made.map(({ id }) => id) }
}
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
const agree = (technical: number, vuc: number, common = 100 - technical - vuc) =>
  birgit.call(sayShares, {
    body: {
      from: '2026-11-23',
      shares: [
        { schoolId: schools.technical, percent: technical },
        { schoolId: schools.vuc, percent: vuc },
        { schoolId: null, percent: common },
      ],
    },
  })
const next = async (listId: number) => (await soren.call(takeCompany, { body: { listId } })).held
/** So many calls, each of so many minutes and without an answer; gives which companies were called, in order. */
const call = async (listId: number, count: number, minutes = 4) => {
  const called = []
  for (let n = 0; n < count; n++) {
    const held = await next(listId)
    if (!held) break
    called.push(held.companyId)
    world.clock.advance({ minutes })
    await soren.call(answerCall, { body: { companyId: held.companyId, answer: 'no-answer', spokeWith: '', note: '' } })
  }
  return called
}
const sums = async () =>
  Object.fromEntries(
    (
      await world.sql<{ account: number; seconds: number }>(
        'select coalesce(school_id, 0) as account, sum(seconds) as seconds from share_charge group by 1 order by 1',
      )
    ).map(({ account, seconds }) => [account, seconds]),
  )

test('the time goes by the agreed shares, however long a list is or however it is sorted', async () => {
  await agree(75, 25)
  const { listId, companies } = await handedIn([...times(12, ['vuc'] as const), ...times(16, ['technical'] as const)])
  const called = await call(listId, 16)
  const ofVuc = called.filter((id) => companies.indexOf(id) < 12)
  expect([called.length, ofVuc.length]).toEqual([16, 4])
  expect(await sums()).toEqual({ [schools.technical]: 12 * 240, [schools.vuc]: 4 * 240 })
})

test('what stands in turn is what the queue says, for each school; a list on which nothing was handed in has no turns', async () => {
  const { listId } = await handedIn([['vuc'], ['technical'], ['vuc', 'technical'], [], ['vuc']])
  const plain = await listOf([await company(), await company()])
  await call(listId, 2)
  const turns = await world.sql(
    'select company_id, account, ready_at from queue_turn where list_id = $1 order by 1, 2',
    [listId],
  )
  const said = await world.sql(
    `select q.company_id, coalesce(h.school_id, 0) as account, q.ready_at from queue_row q
     left join company_handed_in h using (centre_id, list_id, company_id) where q.list_id = $1 order by 1, 2`,
    [listId],
  )
  expect(said).toHaveLength(6)
  expect(turns).toEqual(said)
  expect(await world.sql('select 1 from queue_turn where list_id = $1', [plain])).toEqual([])
})

test('it is time that counts, not calls: whose companies talk long has fewer', async () => {
  await agree(50, 50)
  const { listId, companies } = await handedIn([...times(12, ['vuc'] as const), ...times(12, ['technical'] as const)])
  const got = { vuc: 0, technical: 0 }
  for (let n = 0; n < 16; n++) {
    const held = await next(listId)
    const whose = companies.indexOf(held?.companyId ?? 0) < 12 ? 'vuc' : 'technical'
    got[whose]++
    world.clock.advance({ minutes: whose === 'vuc' ? 6 : 2 })
    await soren.call(answerCall, {
      body: { companyId: held?.companyId ?? 0, answer: 'no-answer', spokeWith: '', note: '' },
    })
  }
  expect(got).toEqual({ vuc: 4, technical: 12 })
})

test('a company that two schools handed in is called once, its time split; what nobody handed in is common', async () => {
  await agree(40, 40)
  const { listId, companies } = await handedIn([['vuc', 'technical'], []])
  expect((await call(listId, 5)).toSorted((a, b) => a - b)).toEqual(companies.toSorted((a, b) => a - b))
  expect(await sums()).toEqual({ 0: 240, [schools.technical]: 120, [schools.vuc]: 120 })
})

test('nobody is idle while somebody can be called: who has no share, or is far ahead, is served when no other is', async () => {
  await agree(100, 0, 0)
  const { listId } = await handedIn([['vuc'], ['vuc'], [], ['technical']])
  expect(await call(listId, 9)).toHaveLength(4)
})

test('a call-back that is due goes first, and is charged to its own school', async () => {
  await agree(90, 10)
  const { listId, companies } = await handedIn([['vuc'], ...times(6, ['technical'] as const)])
  await world.sql('update queue_row set due_at = $1, ready_at = $1 where list_id = $2 and company_id = $3', [
    '2026-11-23T07:30Z',
    listId,
    companies[0],
  ])
  expect((await next(listId))?.companyId).toBe(companies[0])
  world.clock.advance({ minutes: 3 })
  await soren.call(releaseHold)
  expect(await sums()).toEqual({ [schools.vuc]: 180 })
})

test('sixteen at once: each another company, and the shares hold', async () => {
  await agree(50, 25)
  const { listId, companies } = await handedIn([
    ...times(12, ['technical'] as const),
    ...times(12, ['vuc'] as const),
    ...times(12, [] as const),
  ])
  const callers = await world.database.in(system(world.centreId), async (ctx) => {
    const made = []
    for (let n = 0; n < 16; n++)
      made.push(await addMember(ctx, { name: `Phoner ${n}`, email: `f${n}@oestkysten.example`, role: 'caller' }))
    return made
  })
  const asker = {
    centreId: world.centreId,
    schoolId: null,
    role: 'caller',
    source: 'api' as const,
    language: 'da' as const,
  }
  const taken = await Promise.all(
    callers.map(({ personId }) => world.database.in({ ...asker, personId }, (ctx) => take(ctx, { listId }))),
  )
  const got = taken.flatMap((one) => (one ? [companies.indexOf(one.companyId)] : []))
  expect(new Set(got).size).toBe(16)
  const count = (from: number) => got.filter((at) => at >= from && at < from + 12).length
  // What is under way counts too, or all sixteen would be the same school's.
  expect([count(0), count(12), count(24)]).toEqual([8, 4, 4])
})

test('the ledger is the same for all schools, closed weekly, and says who is furthest behind; nothing of companies or callers', async () => {
  await agree(50, 30)
  const { listId } = await handedIn([['technical'], ['vuc'], []])
  await call(listId, 3, 8)
  const seen = (who: typeof birgit) => who.call(showLedger)
  expect((await seen(torben)).rows.map(({ got }) => got)).toEqual([null, null, null])
  world.clock.set('2026-11-30T09:00')
  const ledger = await seen(torben)
  expect(
    ledger.rows.map(({ name, agreed, got, behind, furthestBehind }) => [name, agreed, got, behind, furthestBehind]),
  ).toEqual([
    ['Østkystens Tekniske Skole', 50, 33.3, 16.7, true],
    ['VUC Sundet', 30, 33.3, 0, false],
    [null, 20, 33.3, 0, false],
  ])
  expect(ledger).toMatchObject({ from: '2026-10-01', closes: '2026-11-30', minutes: 24 })
  expect(JSON.stringify(await seen(vibeke))).toBe(JSON.stringify(ledger))
  expect(JSON.stringify(ledger)).not.toMatch(/Søren|companyId/)
  const file = await torben.fetch('/api/shares/ledger.csv')
  expect([file.status, await file.text()]).toEqual([200, expect.stringContaining('Østkystens Tekniske Skole')])
  await expect(soren.call(showLedger)).rejects.toMatchObject({ status: 403 })
})

test('shares are a hundred together, from a day on; what was called before is not reckoned anew', async () => {
  await expect(agree(50, 30, 30)).rejects.toMatchObject({ code: 'wrong-input' })
  const body = { from: '2026-11-20', shares: [{ schoolId: null, percent: 100 }] }
  await expect(birgit.call(sayShares, { body })).rejects.toMatchObject({ code: 'wrong-input' })
  await expect(torben.call(sayShares, { body: { ...body, from: '2026-11-23' } })).rejects.toMatchObject({ status: 403 })
  const { listId } = await handedIn([['technical'], ['vuc']])
  await call(listId, 1)
  const fold = () => world.database.in(system(world.centreId), (ctx) => foldSweep.run(ctx))
  await fold()
  const [before] = await world.sql('select * from share_account where pass > 0')
  await agree(10, 90)
  await fold()
  expect(await world.sql('select * from share_account where pass > 0')).toEqual([before])
})

test('who can be called from another list alone keeps what he is behind while this one is called', async () => {
  await agree(50, 50)
  const one = await handedIn(times(8, ['technical'] as const))
  const both = await handedIn([...times(6, ['technical'] as const), ...times(6, ['vuc'] as const)])
  expect(await call(one.listId, 4)).toHaveLength(4)
  // Four calls behind: the first four here are all his.
  const called = await call(both.listId, 4)
  expect(called.map((id) => both.companies.indexOf(id) >= 6)).toEqual([true, true, true, true])
})

test('when other shares come into force all begin anew: what one was ahead by the old ones is neither paid nor saved', async () => {
  await agree(99, 1)
  const { listId, companies } = await handedIn([...times(12, ['vuc'] as const), ...times(12, ['technical'] as const)])
  // A single call of a one percent school is as far as ninety-nine of the other's.
  expect((await call(listId, 6)).filter((id) => companies.indexOf(id) < 12).length).toBeLessThan(2)
  await agree(50, 50)
  const after = await call(listId, 8)
  expect(after.filter((id) => companies.indexOf(id) < 12)).toHaveLength(4)
  // Said again, the same: nothing is lost.
  const passes = () => world.sql('select account, pass from share_account order by 1')
  const fold = () => world.database.in(system(world.centreId), (ctx) => foldSweep.run(ctx))
  await fold()
  const before = await passes()
  await agree(50, 50)
  await fold()
  await next(listId)
  expect(await passes()).toEqual(before)
})

test('who visits calls in his own time: it is charged to nobody, and is no call under way of the shared', async () => {
  const { listId } = await handedIn([...times(3, ['vuc'] as const), ...times(3, ['technical'] as const)])
  const held = (await world.as('anne').call(takeCompany, { body: { listId } })).held
  expect(held).not.toBeNull()
  world.clock.advance({ minutes: 4 })
  await world.as('anne').call(releaseHold)
  expect(await sums()).toEqual({})
  await call(listId, 1)
  expect(Object.values(await sums())).toEqual([240])
})

test('a school with whose companies nobody can speak saves no turns up: once somebody can, its share is from then on', async () => {
  await agree(50, 50)
  const { listId, companies } = await handedIn([...times(6, ['technical'] as const), ...times(12, ['vuc'] as const)])
  for (const id of companies.slice(0, 6))
    await world.sql(
      "insert into company_language (centre_id, company_id, cvr, language, said_at) select $1, id, cvr, 'pol', '2026-11-20' from company_place where id = $2",
      [world.centreId, id],
    )
  const foreign = (called: number[]) => called.filter((id) => companies.indexOf(id) < 6).length
  expect(foreign(await call(listId, 6))).toBe(0)
  await world.sql(
    "insert into caller_language (centre_id, person_id, language, said_at) values ($1, $2, 'pol', '2026-11-20')",
    [world.centreId, world.people.soren.id],
  )
  // Saved up, all six would be its.
  expect(foreign(await call(listId, 6))).toBeLessThan(5)
  await world.sql('delete from caller_language')
})
