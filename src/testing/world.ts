import type { Temporal } from 'temporal-polyfill'
import { inject } from 'vitest'
import { houseJobs, houseOf, jobs, makeApp, sweeps } from '../app.ts'
import { makeWorld, type PersonKey, type World } from '../../db/world.ts'
import { makeToken } from '../features/members/members.ts'
import { momentOf } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import type { Asker, Ctx } from '../platform/context.ts'
import { openDatabase } from '../platform/db/open.ts'
import { startJobs } from '../platform/queue.ts'
import { makeLog } from '../platform/log.ts'
import { beginning } from './beginning.ts'
import { clientFor, type Client } from './client.ts'
import { insertCompany, type CompanyGiven } from './company.ts'
import { freshDatabase } from './database.ts'

const movableClock = () => {
  const at = (wall: string) => momentOf(wall.slice(0, 10), wall.slice(11))
  let now = beginning
  return {
    now: () => now,
    /** Danish wall-clock time, `2026-11-30T09:00`. */
    set: (wall: string) => {
      now = at(wall)
    },
    advance: (by: Temporal.DurationLike) => {
      now = now.add(by)
    },
  }
}

const askerIn = (world: World, who: PersonKey): Asker => {
  const { id, schoolId, role } = world.people[who]
  return { centreId: world.centreId, personId: id, schoolId, role, source: 'api', language: 'da' }
}

/** A fresh database with the small named world, the whole product on it, and a clock that only tests move. */
export const openWorld = async (env: Record<string, string> = {}) => {
  const { world, worldTemplate } = inject('server')
  const fresh = await freshDatabase(worldTemplate)
  const clock = movableClock()
  const config = readConfig({
    BASE_URL: 'https://tovholder.example',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    DATABASE_URL: fresh.ownerUrl,
    DATABASE_APP_URL: fresh.appUrl,
    SEALING_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...env,
  })
  const database = openDatabase(fresh.appUrl, 40, clock.now)
  // The same is asked over and over: planned once a connection, as while the demo is told. A fifth of the run was planning.
  const open = Promise.withResolvers<void>()
  const repeated = database.repeating(() => open.promise)
  const log = makeLog(config.logLevel)
  const queue = await startJobs(database, fresh.appUrl, { jobs, houseJobs, sweeps, log, working: false })
  const app = makeApp(houseOf(database, config, false), log)
  const clients = new Map<string, Client>()
  // A token lasts a year: whoever's clock is set on gets another.
  const yearOf = () => clock.now().toString().slice(0, 4)
  const as = (who: PersonKey, inWorld: World = world): Client => {
    const key = `${inWorld.centreId} ${who}`
    const known =
      clients.get(key) ??
      clientFor(app, async () => (await database.in(askerIn(inWorld, who), (ctx) => makeToken(ctx, 'test'))).token, {
        yearOf,
      })
    clients.set(key, known)
    return known
  }
  return {
    ...world,
    as,
    /** Nobody signed in. */
    visitor: clientFor(app, () => Promise.resolve(null)),
    inside: <T>(who: PersonKey, work: (ctx: Ctx) => Promise<T>, inWorld: World = world, at?: Temporal.Instant) =>
      database.in(askerIn(inWorld, who), work, at),
    /** A second centre in the same database, to look with its eyes. */
    otherCentre: () => makeWorld(database, 'VEU-center Vestkysten', 'vest.example'),
    company: (given: CompanyGiven = {}) => insertCompany(fresh.superuser, clock.now().toString(), given),
    clock,
    app,
    database,
    config,
    ownerUrl: fresh.ownerUrl,
    appUrl: fresh.appUrl,
    serverVersion: fresh.version,
    /** As superuser, past every policy: only to look, or to break things. */
    sql: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await fresh.superuser.query<Row>(text, values)).rows,
    runJobs: queue.runWaiting,
    /** The house's own work of this name, as if its hour had come. */
    runHouseJob: queue.runHouseJob,
    close: async () => {
      await queue.stop()
      open.resolve()
      await repeated
      await database.close()
      await fresh.drop()
    },
  }
}
export type OpenedWorld = Awaited<ReturnType<typeof openWorld>>
