/** The product in a process of its own, on a database that is there already: whoever measures it is not measured with it. */
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { asksFirst, houseOf, jobs, makeApp, served, sweeps } from '../src/app.ts'
import { readConfig } from '#platform/config'
import { openDatabase } from '#platform/db/open'
import { pagesFolder } from '../src/build-pages.ts'
import { servePages } from '#platform/http/static'
import { startLive } from '#platform/http/live'
import { makeLog } from '#platform/log'
import { startJobs } from '#platform/queue'

const [appUrl = ''] = process.argv.slice(2)
const config = readConfig({ DATABASE_URL: appUrl, DATABASE_APP_URL: appUrl })
const database = openDatabase(appUrl, config.pool)
await startJobs(database, appUrl, { jobs, sweeps, log: makeLog('silent'), working: false })
const house = houseOf(database, config, false)
const live = await startLive(house, appUrl, served)
const app = makeApp(house, makeLog('silent'), live.mount)
if (existsSync(pagesFolder)) await servePages(app, pagesFolder, asksFirst)
const server = createServer({ keepAliveTimeout: 60_000 }, getRequestListener(app.fetch)).listen(0, () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
)
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
process.on('disconnect', () => process.exit(0))
