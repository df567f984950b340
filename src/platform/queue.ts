import { CompiledQuery, type Kysely } from 'kysely'
import { type JobResult, PgBoss } from 'pg-boss'
import type { DB } from '../../db/types.ts'
import { zone } from './clock.ts'
import type { Database } from './db/open.ts'
import { type HouseJob, houseJob, type Job, type Payload, type Sweep } from './jobs.ts'
import type { Log } from './log.ts'
import { type Claim, claimOf, mostRetries, noClaim } from './portions.ts'
import { centreIdsOf, houseReachOf, reachOf, system } from './reach.ts'

const senderOf = (boss: PgBoss) => async (db: Kysely<DB>, name: string, data: object) => {
  const plain = db.withoutPlugins()
  await boss.send(name, data, {
    db: { executeSql: async (text, values) => plain.executeQuery<unknown>(CompiledQuery.raw(text, values)) },
  })
}

type Failed = (name: string, error: unknown) => void
/** Runs every sweep once for every centre; one that fails does not stop the others. */
export const runSweeps = async (database: Database, sweeps: readonly Sweep[], failed: Failed) => {
  for (const id of await centreIdsOf(database))
    for (const one of sweeps)
      await database.in(system(id), (ctx) => one.run(ctx)).catch((error: unknown) => failed(one.name, error))
}

export type Jobs = {
  /** Runs what waits in the queue, and each sweep, now; for tests and the demo world. Returns how many jobs ran. */
  runWaiting: () => Promise<number>
  /** Does one piece of the house's own work now, as if its hour had come. */
  runHouseJob: (name: string) => Promise<void>
  stop: () => Promise<void>
}
type Work = {
  jobs: readonly Job<never>[]
  houseJobs?: readonly HouseJob[]
  sweeps: readonly Sweep[]
  log: Log
  working: boolean
  rhythm?: Rhythm
}

/**
 * A worker tells the database each quarter of `heartbeatSeconds` that it lives; others look each `lookSeconds` for jobs
 * whose worker was not heard for the whole of it, and take them up: after a minute and a half at most.
 */
type Rhythm = { heartbeatSeconds: number; lookSeconds: number }
const usual: Rhythm = { heartbeatSeconds: 60, lookSeconds: 20 }
/** As long as the queue lets a job last; the heartbeat finds a dead one long before. */
const day = 24 * 60 * 60

/**
 * A notice wakes a worker once, however many jobs it stands for: only a full batch of two or more makes it look again
 * at once (pg-boss ignores the burst at one). Retries have no notice and are found by the look every ten seconds.
 */
const manner = {
  perJobResults: true,
  batchSize: 2,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 5,
  notifyPollingIntervalSeconds: 10,
} as const

/** A name that no room's job can have. */
const queueOf = ({ name }: HouseJob) => `house/${name}`

type All = { jobs: readonly Job<never>[]; houseJobs: readonly HouseJob[] }
type Running = { boss: PgBoss; database: Database; stopping: AbortSignal; log: Log; refreshSeconds: number }

/** One of a batch that fails is tried again by itself; why is logged, and what it held stays out of the queue. */
const settle = async (log: Log, name: string, id: string, claim: Claim, run: () => Promise<void>): Promise<JobResult> =>
  run().then(
    () => ({ id, status: 'completed' }),
    (error: Error) => {
      if (claim.signal.aborted) log.info({ job: name }, 'job goes on elsewhere')
      else log.error({ err: error, job: name }, 'job failed')
      return { id, status: 'failed', output: { error: error.name } }
    },
  )

/** The house's own work has no payload, and does not look for one. */
const workOn = (
  { boss, stopping, log, refreshSeconds }: Running,
  name: string,
  run: (claim: Claim, data: Payload) => Promise<void>,
) =>
  boss.work<Payload, JobResult[], typeof manner & { heartbeatRefreshSeconds: number }>(
    name,
    { ...manner, heartbeatRefreshSeconds: refreshSeconds },
    async (found) => {
      const results: JobResult[] = []
      for (const one of found) {
        const claim = claimOf(one, AbortSignal.any([one.signal, stopping]))
        results.push(await settle(log, name, one.id, claim, () => run(claim, one.data)))
      }
      return results
    },
  )

/** Queues that stand already get the settings of today; how one excludes another is fixed when it is made. */
const makeQueues = async (boss: PgBoss, { jobs, houseJobs }: All, heartbeatSeconds: number) => {
  const settings = { notify: true, retryLimit: mostRetries, retryDelay: 5, expireInSeconds: day, heartbeatSeconds }
  const make = async (name: string, policy: 'standard' | 'exclusive') => {
    await boss.createQueue(name, { ...settings, policy })
    await boss.updateQueue(name, settings)
  }
  for (const { name } of jobs) await make(name, 'standard')
  for (const one of houseJobs) await make(queueOf(one), 'exclusive')
}

/** What is due when, for all processes together; what no room asks for any more is taken off. */
const schedule = async (boss: PgBoss, houseJobs: readonly HouseJob[]) => {
  for (const one of houseJobs) await boss.schedule(queueOf(one), one.at, null, { tz: zone })
  const wanted = new Set(houseJobs.map(queueOf))
  for (const { name } of await boss.getSchedules()) if (!wanted.has(name)) await boss.unschedule(name)
}

const startWorkers = async (running: Running, { jobs, houseJobs }: All) => {
  const { database } = running
  for (const one of jobs) await workOn(running, one.name, (claim, data) => runJob(database, one, claim, data))
  for (const one of houseJobs) await workOn(running, queueOf(one), (claim) => one.run(houseReachOf(database, claim)))
  await schedule(running.boss, houseJobs)
}

/** What a room handed in as its job's data comes back to the same job. */
const runJob = (database: Database, one: Job<never>, claim: Claim, { asker, data }: Payload) =>
  one.run(reachOf(database, asker, claim), data as never)

const runAllWaiting = async (boss: PgBoss, database: Database, jobs: readonly Job<never>[]) => {
  let count = 0
  for (const one of jobs)
    for (let found = await boss.fetch<Payload>(one.name); found.length > 0; found = await boss.fetch<Payload>(one.name))
      for (const taken of found) {
        await runJob(database, one, claimOf(taken, noClaim.signal), taken.data)
        await boss.complete(one.name, taken.id)
        count++
      }
  return count
}

/** Starts the queue on the application's role. With `working: false` jobs are only handed in, not run. */
export const startJobs = async (database: Database, appUrl: string, given: Work): Promise<Jobs> => {
  const { jobs, sweeps, log, working, rhythm = usual } = given
  const boss = new PgBoss({
    connectionString: appUrl,
    max: 4,
    migrate: false,
    createSchema: false,
    supervise: working,
    superviseIntervalSeconds: rhythm.lookSeconds,
    monitorIntervalSeconds: rhythm.lookSeconds,
    schedule: working,
    useListenNotify: working,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'queue'))
  await boss.start()
  const sweepAll = houseJob('sweep', '* * * * *', () =>
    runSweeps(database, sweeps, (name, error) => log.error({ err: error, job: name }, 'sweep failed')),
  )
  const all = { jobs, houseJobs: [sweepAll, ...(given.houseJobs ?? [])] }
  await makeQueues(boss, all, rhythm.heartbeatSeconds)
  database.sender = senderOf(boss)
  const stopping = new AbortController()
  const refreshSeconds = rhythm.heartbeatSeconds / 4
  if (working) await startWorkers({ boss, database, stopping: stopping.signal, log, refreshSeconds }, all)
  return {
    runWaiting: async () => {
      const count = await runAllWaiting(boss, database, jobs)
      await runSweeps(database, sweeps, (name, error) => {
        throw new Error(`sweep ${name} failed`, { cause: error })
      })
      return count
    },
    runHouseJob: async (name) => {
      const found = all.houseJobs.find((one) => one.name === name)
      if (!found) throw new Error(`The house has no work named ${name}.`)
      await found.run(houseReachOf(database, noClaim))
    },
    stop: () => {
      stopping.abort()
      return boss.stop({ graceful: true, timeout: 8000 })
    },
  }
}
