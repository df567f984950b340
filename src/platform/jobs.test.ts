import { afterAll, afterEach, expect, test } from 'vitest'
import type { Asker } from '#platform/context'
import { type Database, openDatabase } from '#platform/db/open'
import { enqueue, type Job, job, type Reach, sweep } from '#platform/jobs'
import { makeLog } from '#platform/log'
import { type Jobs, runSweeps, startJobs } from '#platform/queue'
import { until } from '#testing/until'
import { openWorld } from '#testing/world'

const world = await openWorld()
const other = await world.otherCentre()
const started: { database: Database; queue: Jobs }[] = []
afterEach(async () => {
  for (const { database, queue } of started.splice(0)) {
    await queue.stop()
    await database.close()
  }
})
afterAll(() => world.close())

const anne: Asker = {
  centreId: world.centreId,
  personId: world.people.anne.id,
  schoolId: world.schools.technical,
  role: 'consultant',
  source: 'web',
  language: 'en',
}
/** A process of its own, as far as the queue can tell. */
const start = async (jobs: Job<never>[], working: boolean) => {
  const database = openDatabase(world.appUrl, 5, world.clock.now)
  const queue = await startJobs(database, world.appUrl, { jobs, sweeps: [], log: makeLog('silent'), working })
  started.push({ database, queue })
  return { database, queue }
}
type Note = { n: number }
const noting = (name: string) => {
  const seen: { n: number; reach: Reach }[] = []
  const one = job<Note>(name, async (reach, { n }) => {
    await Promise.resolve()
    seen.push({ n, reach })
  })
  return { one, seen }
}

test('a job is handed in with the change: taken back together, kept together', async () => {
  const { one, seen } = noting('with-change')
  const { database, queue } = await start([one], false)
  await database
    .in(anne, async (ctx) => {
      await enqueue(ctx, one, { n: 1 })
      throw new Error('taken back')
    })
    .catch(() => {})
  await database.in(anne, (ctx) => enqueue(ctx, one, { n: 2 }))
  await queue.runWaiting()
  expect(seen.map(({ n }) => n)).toEqual([2])
  await queue.runWaiting()
  expect(seen).toHaveLength(1)
})

test('a job works as who handed it in, in that centre only, and says that it was a job', async () => {
  const { one, seen } = noting('as-asker')
  const { database, queue } = await start([one], false)
  await database.in(anne, (ctx) => enqueue(ctx, one, { n: 1 }))
  await queue.runWaiting()
  const [{ reach } = { reach: null }] = seen
  expect(reach?.asker).toEqual({ ...anne, source: 'job' })
  const schools = await reach?.in((ctx) => ctx.db.selectFrom('school').select('centreId').distinct().execute())
  expect(schools).toEqual([{ centreId: world.centreId }])
})

test('what lies in the queue is ids and the asker, no words of people', async () => {
  const { one } = noting('payload')
  const { database } = await start([one], false)
  await database.in(anne, (ctx) => enqueue(ctx, one, { n: 7 }))
  const [row] = await world.sql<{ data: object }>("select data from pgboss.job where name = 'payload'")
  expect(row?.data).toEqual({ asker: { ...anne, source: 'job' }, data: { n: 7 } })
})

test('a working process hears of a job at once', async () => {
  const { one, seen } = noting('at-once')
  const { database } = await start([one], true)
  const began = performance.now()
  await database.in(anne, (ctx) => enqueue(ctx, one, { n: 1 }))
  await until(() => seen.length === 1)
  // Without the notice it would be found by the next look, up to five seconds later.
  expect(performance.now() - began).toBeLessThan(4000)
})

test('two processes share the work: forty jobs, each done once', async () => {
  const [first, second] = [noting('shared'), noting('shared')]
  const { database } = await start([first.one], true)
  await start([second.one], true)
  await Promise.all(Array.from({ length: 40 }, (_, n) => database.in(anne, (ctx) => enqueue(ctx, first.one, { n }))))
  const done = () => [...first.seen, ...second.seen].map(({ n }) => n)
  await until(() => done().length >= 40)
  expect(done().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n))
})

test('a job that fails is tried again', async () => {
  let tries = 0
  const shaky = job<Note>('shaky', async () => {
    await Promise.resolve()
    if (++tries === 1) throw new Error('this time not')
  })
  const { database } = await start([shaky], true)
  await database.in(anne, (ctx) => enqueue(ctx, shaky, { n: 1 }))
  await until(() => tries === 2)
})

test('a sweep runs in every centre in its own transaction; one that fails stops no other', async () => {
  const swept: number[] = []
  const failed: string[] = []
  const bad = sweep('bad', async (ctx) => {
    await ctx.db.insertInto('school').values({ centreId: ctx.centreId, name: 'Halvfærdig', kind: 'other' }).execute()
    throw new Error('no')
  })
  const good = sweep('good', async (ctx) => {
    const { count } = await ctx.db
      .selectFrom('school')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (count === 3) swept.push(ctx.centreId)
  })
  await runSweeps(world.database, [bad, good], (name) => void failed.push(name))
  expect(swept).toEqual([world.centreId, other.centreId])
  expect(failed).toEqual(['bad', 'bad'])
})
