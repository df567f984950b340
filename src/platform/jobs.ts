import { CompiledQuery, type Kysely } from 'kysely'
import pg from 'pg'
import { type JobResult, PgBoss } from 'pg-boss'
import type { DB } from '../../db/types.ts'
import type { Asker, Ctx } from './context.ts'
import type { Database } from './db/open.ts'
import type { Log } from './log.ts'

/** What a running job may do: transactions in its centre, as whoever handed it in. */
export type Reach = { asker: Asker; database: Database; in<T>(work: (ctx: Ctx) => Promise<T>): Promise<T> }
export type Job<Data extends object> = { name: string; run(reach: Reach, data: Data): Promise<void> }
/** Runs every minute for every centre, each in one transaction: deadlines are rows, a sweep only wakes them. */
export type Sweep = { name: string; run(ctx: Ctx): Promise<void> }

export const job = <Data extends object>(name: string, run: Job<Data>['run']): Job<Data> => ({ name, run })
export const sweep = (name: string, run: Sweep['run']): Sweep => ({ name, run })

type Payload = { asker: Asker; data: object }

/** Hands in a job, in the same transaction as the change it belongs to. `data` carries ids only. */
export const enqueue = <Data extends object>(ctx: Ctx, wanted: Job<Data>, data: Data): Promise<void> => {
  const { centreId, personId, schoolId, role, language } = ctx
  const payload: Payload = { asker: { centreId, personId, schoolId, role, language, source: 'job' }, data }
  return ctx.send(wanted.name, payload)
}

/** Installs or upgrades the queue's own schema, as the owner, and lets the application's role use it. */
export const installQueue = async (ownerUrl: string, appUrl: string): Promise<void> => {
  const client = new pg.Client(appUrl)
  await client.connect()
  const { rows } = await client
    .query<{ role: string }>('select quote_ident(current_user) as role')
    .finally(() => client.end())
  const role = rows[0]?.role ?? ''
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  // One statement list, one transaction: two starts at once would trip over each other's catalogue rows.
  await boss.getDb().executeSql(`
    begin; select pg_advisory_xact_lock(hashtext('tovholder grants'));
    grant usage on schema pgboss to ${role};
    grant select, insert, update, delete on all tables in schema pgboss to ${role};
    grant execute on all functions in schema pgboss to ${role};
    grant usage on all sequences in schema pgboss to ${role};
    commit`)
  await boss.stop({ graceful: false })
}

const senderOf = (boss: PgBoss) => async (db: Kysely<DB>, name: string, data: object) => {
  const plain = db.withoutPlugins()
  await boss.send(name, data, {
    db: {
      executeSql: async (text, values) => ({
        rows: (await plain.executeQuery(CompiledQuery.raw(text, values))).rows as unknown[],
      }),
    },
  })
}

const system = (centreId: number): Asker => ({
  centreId,
  personId: null,
  schoolId: null,
  role: 'system',
  source: 'job',
  language: 'da',
})
const reachOf = (database: Database, asker: Asker): Reach => ({
  asker,
  database,
  in: (work) => database.in(asker, work),
})

/** Runs every sweep once for every centre; one that fails does not stop the others. */
export const runSweeps = async (
  database: Database,
  sweeps: readonly Sweep[],
  failed: (name: string, error: unknown) => void,
) => {
  const { rows } = await database.pool.query<{ id: number }>('select unsafe_centre_ids() as id')
  for (const { id } of rows)
    for (const one of sweeps)
      await database.in(system(id), (ctx) => one.run(ctx)).catch((error: unknown) => failed(one.name, error))
}

export type Jobs = {
  /** Runs what waits in the queue, and each sweep, now; for tests and the demo world. Returns how many jobs ran. */
  runWaiting(): Promise<number>
  stop(): Promise<void>
}
type Work = { jobs: readonly Job<never>[]; sweeps: readonly Sweep[]; log: Log; working: boolean }

const sweepQueue = 'sweep'
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

/** One of a batch that fails is tried again by itself; why is logged, and what it held stays out of the queue. */
const settle = (log: Log, name: string, id: string, done: Promise<void>): Promise<JobResult> =>
  done.then(
    () => ({ id, status: 'completed' }),
    (error: Error) => {
      log.error({ err: error, job: name }, 'job failed')
      return { id, status: 'failed', output: { error: error.name } }
    },
  )

/** Starts the queue on the application's role. With `working: false` jobs are only handed in, not run. */
export const startJobs = async (
  database: Database,
  appUrl: string,
  { jobs, sweeps, log, working }: Work,
): Promise<Jobs> => {
  const boss = new PgBoss({
    connectionString: appUrl,
    max: 4,
    migrate: false,
    createSchema: false,
    supervise: working,
    schedule: working,
    useListenNotify: working,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'queue'))
  await boss.start()
  for (const name of [sweepQueue, ...jobs.map((one) => one.name)])
    await boss.createQueue(name, { notify: true, retryLimit: 3, retryDelay: 5, expireInSeconds: 3600 })
  database.sender = senderOf(boss)
  const run = async (one: Job<never>, payload: Payload) =>
    one.run(reachOf(database, payload.asker), payload.data as never)
  const sweepAll = () =>
    runSweeps(database, sweeps, (name, error) => log.error({ err: error, job: name }, 'sweep failed'))
  if (working) {
    for (const one of jobs)
      await boss.work<Payload, JobResult[], typeof manner>(one.name, manner, async (found) => {
        const results: JobResult[] = []
        for (const { id, data } of found) results.push(await settle(log, one.name, id, run(one, data)))
        return results
      })
    await boss.work(sweepQueue, { pollingIntervalSeconds: 5 }, sweepAll)
    await boss.schedule(sweepQueue, '* * * * *')
  }
  const runWaiting = async () => {
    let count = 0
    for (const one of jobs)
      for (
        let found = await boss.fetch<Payload>(one.name);
        found.length > 0;
        found = await boss.fetch<Payload>(one.name)
      )
        for (const { id, data } of found) {
          await run(one, data)
          await boss.complete(one.name, id)
          count++
        }
    await runSweeps(database, sweeps, (name, error) => {
      throw new Error(`sweep ${name} failed`, { cause: error })
    })
    return count
  }
  return { runWaiting, stop: () => boss.stop({ graceful: true, timeout: 8000 }) }
}
