import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, expect, test } from 'vitest'
import { PgBoss } from 'pg-boss'
import type { Asker } from '#platform/context'
import { recorder } from '#platform/events'
import { eventTable } from '#platform/events.shared'
import { enqueue, houseJob, job, type Reach } from '#platform/jobs'
import { makeLog } from '#platform/log'
import { type Claim, claimOf, inPortions } from '#platform/portions'
import { startJobs } from '#platform/queue'
import { until } from '#testing/until'
import { openWorld } from '#testing/world'

const record = recorder(eventTable({ job: { counted: { says: () => 'Counted' } } }))

// Real processes: a job whose process is killed goes on in another, where it stood; one that still works is left alone.

const world = await openWorld()
await world.sql('create table noted (n int, pid int)')
await world.sql('grant all on noted to tovholder_app')
const queue = await startJobs(world.database, world.appUrl, {
  jobs: [job<{ slow: number }>('counting', () => Promise.resolve())],
  sweeps: [],
  log: makeLog('silent'),
  working: false,
  rhythm: { heartbeatSeconds: 10, lookSeconds: 1 },
})
const counting = job<{ slow: number }>('counting', () => Promise.resolve())
const anne: Asker = {
  centreId: world.centreId,
  personId: world.people.anne.id,
  schoolId: world.schools.technical,
  role: 'consultant',
  source: 'web',
  language: 'da',
}

type Told = { ready?: number; began?: number; portion?: number; patient?: 'began' | 'ended' }
type Worker = { child: ChildProcess; told: Told[]; pid: number }
const workers: Worker[] = []
const startWorker = async (): Promise<Worker> => {
  const child = spawn(process.execPath, ['src/platform/worker.testing.ts', world.appUrl, '10'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const worker: Worker = { child, told: [], pid: child.pid ?? 0 }
  workers.push(worker)
  let rest = ''
  child.stdout.on('data', (text: Buffer) => {
    const lines = (rest + text.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) worker.told.push(JSON.parse(line) as Told)
  })
  await until(() => worker.told.some(({ ready }) => ready))
  return worker
}
const end = async ({ child }: Worker, signal: NodeJS.Signals) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}
const noted = () => world.sql<{ n: number; pid: number }>('select n, pid from noted order by n, pid')
const states = async (name: string) =>
  (await world.sql<{ state: string }>('select state::text from pgboss.job where name = $1', [name])).map(
    ({ state }) => state,
  )

afterEach(async () => {
  for (const worker of workers.splice(0)) await end(worker, 'SIGKILL')
  await world.sql('delete from pgboss.job')
  await world.sql('truncate noted')
})
afterAll(async () => {
  await queue.stop()
  await world.close()
})

test('a worker is killed in the middle of a portion: another goes on with that portion, within two minutes, and none is done twice', async () => {
  const first = await startWorker()
  await world.database.in(anne, (ctx) => enqueue(ctx, counting, { slow: 3000 }))
  await until(() => first.told.some(({ portion }) => portion === 4))
  await end(first, 'SIGKILL')
  const second = await startWorker()
  await until(async () => (await states('counting'))[0] === 'completed')
  expect(second.told.find(({ began }) => began !== undefined)).toEqual({ began: 4 })
  const rows = await noted()
  expect(rows.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(rows.filter(({ pid }) => pid === first.pid)).toHaveLength(4)
})

test('a worker that stops in order ends the portion it is at; the rest goes on in another', async () => {
  const first = await startWorker()
  await world.database.in(anne, (ctx) => enqueue(ctx, counting, { slow: 1500 }))
  await until(() => first.told.some(({ portion }) => portion === 4))
  await end(first, 'SIGTERM')
  const second = await startWorker()
  await until(async () => (await states('counting'))[0] === 'completed')
  expect(second.told.find(({ began }) => began !== undefined)).toEqual({ began: 5 })
  expect((await noted()).map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('what works longer than the heartbeat is started once, a centre’s job or the house’s own; once its process is dead, another takes it up', async () => {
  const pair = [await startWorker(), await startWorker()]
  const boss = new PgBoss({ connectionString: world.appUrl, migrate: false, supervise: false, schedule: false })
  await boss.start()
  const due = () => boss.send('house/patient', null)
  expect(await due()).not.toBeNull()
  await world.database.in(anne, (ctx) => enqueue(ctx, counting, { slow: 14_000 }))
  const atWork = () => pair.filter(({ told }) => told.some(({ patient }) => patient))
  await until(() => atWork().length === 1)
  // What falls due while it works is left out.
  expect(await due()).toBeNull()
  await until(async () => (await states('counting'))[0] === 'completed')
  expect(pair.flatMap(({ told }) => told.filter(({ began }) => began !== undefined))).toEqual([{ began: 0 }])
  expect((await noted()).map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(atWork().map(({ told }) => told.filter(({ patient }) => patient))).toEqual([[{ patient: 'began' }]])
  for (const worker of atWork()) await end(worker, 'SIGKILL')
  await until(() => atWork().length === 2)
  await boss.stop({ graceful: false })
})

test('a worker that only seems dead keeps nothing once another has taken the job up', async () => {
  await world.database.in(anne, (ctx) => enqueue(ctx, counting, { slow: 0 }))
  const [row] = await world.sql<{ id: string }>(
    "update pgboss.job set state = 'active', retry_count = 1 where name = 'counting' returning id",
  )
  const signal = new AbortController().signal
  const stale = claimOf({ name: 'counting', id: row?.id ?? '', retryCount: 0, data: {} }, signal)
  const fresh = claimOf({ name: 'counting', id: row?.id ?? '', retryCount: 1, data: {} }, signal)
  const inTurn = (claim: Claim) => {
    const reach: Reach = { asker: anne, database: world.database, in: (work) => world.database.in(anne, work), claim }
    return inPortions(reach, 0, async (ctx, at) => {
      await record(ctx, { verb: 'counted', subject: 'job' })
      return at < 2 ? at + 1 : null
    })
  }
  await expect(inTurn(stale)).rejects.toThrow('Another worker')
  const count = async () => (await world.sql("select 1 from event where verb = 'counted'")).length
  expect(await count()).toBe(0)
  await inTurn(fresh)
  expect(await count()).toBe(3)
  expect(
    await world.sql("select data -> 'position' as at, retry_limit from pgboss.job where name = 'counting'"),
  ).toEqual([{ at: 2, retry_limit: 4 }])
})

test('queues of an older house get the heartbeat; schedules that nobody asks for are taken off', async () => {
  await world.sql("update pgboss.queue set heartbeat_seconds = null, expire_seconds = 3600 where name = 'counting'")
  const boss = new PgBoss({ connectionString: world.appUrl, migrate: false, supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue('sweep')
  await boss.schedule('sweep', '* * * * *')
  const nightly = houseJob('nightly', '15 3 * * *', () => Promise.resolve())
  const log = makeLog('silent')
  const fresh = await startJobs(world.database, world.appUrl, {
    jobs: [counting],
    houseJobs: [nightly],
    sweeps: [],
    log,
    working: true,
  })
  const schedules = await boss.getSchedules()
  expect(schedules.map(({ name, cron, timezone }) => [name, cron, timezone])).toEqual([
    ['house/nightly', '15 3 * * *', 'Europe/Copenhagen'],
    ['house/sweep', '* * * * *', 'Europe/Copenhagen'],
  ])
  await fresh.stop()
  await boss.stop({ graceful: false })
  expect(await world.sql("select heartbeat_seconds, expire_seconds from pgboss.queue where name = 'counting'")).toEqual(
    [{ heartbeat_seconds: 60, expire_seconds: 86_400 }],
  )
})
