/** The product's table of contents: every feature, what it serves, what it does by itself, what it asks people to do. */
import type { Hono } from 'hono'
import { identify } from './features/centre/access.ts'
import { bookingsRoutes } from './features/bookings/bookings.routes.ts'
import { bookingsWaiting } from './features/bookings/bookings.ts'
import { companiesRoutes } from './features/companies/companies.routes.ts'
import { runImportJob, tryImportJob } from './features/companies/import-job.ts'
import { forgetUnusedImports } from './features/companies/imports.ts'
import { contactListsRoutes } from './features/contact-lists/contact-lists.routes.ts'
import { endHearings, hearingsWaiting } from './features/contact-lists/contact-lists.ts'
import { catalogueRoutes } from './features/catalogue/catalogue.routes.ts'
import { classesWaiting } from './features/catalogue/catalogue.ts'
import { callsRoutes } from './features/calls/calls.routes.ts'
import { callsWaiting } from './features/calls/calls.ts'
import { centreRoutes } from './features/centre/centre.routes.ts'
import type { WaitingSource } from './features/centre/waiting.ts'
import { evaluationRoutes } from './features/evaluation/evaluation.routes.ts'
import { followUpRoutes } from './features/follow-up/follow-up.routes.ts'
import { promisesWaiting } from './features/follow-up/follow-up.ts'
import { visitsRoutes } from './features/visits/visits.routes.ts'
import { visitsWaiting } from './features/visits/visits.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db/open'
import type { House } from '#platform/http/exchange'
import type { Served } from '#platform/http/serve'
import { makeServer } from '#platform/http/server'
import type { Job, Sweep } from '#platform/jobs'
import type { Log } from '#platform/log'
import { retryMails, sendMails } from '#platform/mail/outbox'

/** What waits for someone, asked of each feature in turn. */
const waiting: readonly WaitingSource[] = [
  promisesWaiting,
  visitsWaiting,
  (ctx) => bookingsWaiting(ctx),
  (ctx) => callsWaiting(ctx),
  hearingsWaiting,
  classesWaiting,
]

export const jobs: readonly Job<never>[] = [sendMails, runImportJob, tryImportJob]

export const sweeps: readonly Sweep[] = [retryMails, forgetUnusedImports, endHearings]

export const served = ({ demo, baseUrl }: { demo: boolean; baseUrl: string }): Served[] => [
  ...centreRoutes({ demo, baseUrl, waiting }),
  ...companiesRoutes,
  ...contactListsRoutes({ baseUrl }),
  ...bookingsRoutes,
  ...callsRoutes,
  ...catalogueRoutes,
  ...visitsRoutes,
  ...evaluationRoutes,
  ...followUpRoutes({ baseUrl }),
]

export const houseOf = (database: Database, config: Config, demo: boolean): House => ({
  database,
  config,
  demo,
  identify,
})

/** The HTTP side of the whole product. */
export const makeApp = (house: House, log: Log, mount?: (app: Hono) => void) =>
  makeServer(house, served({ demo: house.demo, baseUrl: house.config.baseUrl }), log, mount)
