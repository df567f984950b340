import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { asksFirst, houseJobs, houseOf, jobs, makeApp, served, sweeps } from './app.ts'
import { buildPages, pagesFolder } from './build-pages.ts'
import { centreIds } from './features/centre/centre.ts'
import { makeFirstRunWord } from './features/sign-in/sign-in.ts'
import { type Config, readConfig, StartRefused } from '#platform/config'
import { type Opened, openStore } from '#platform/db/store'
import { fewAhead } from '#platform/http/few-ahead'
import { startLive } from '#platform/http/live'
import { servePages } from '#platform/http/static'
import { startJobs } from '#platform/queue'
import { makeLog } from '#platform/log'

type Start = { env: Record<string, string | undefined>; demo: boolean; say: (sentence: string) => void }

const listen = async (server: Server, { host, port }: Config) => {
  const listening = once(server, 'listening')
  server.listen(port, host)
  await listening.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new StartRefused(
        `Port ${port} on ${host} is already taken, perhaps by another Tovholder. Stop that one, or choose another: PORT=${port + 1} npm start`,
      )
    if (error.code === 'EACCES')
      throw new StartRefused(`Port ${port} needs more rights than this account has. Choose one above 1023: PORT=8090`)
    throw error
  })
}

const seedDemo = async (store: Opened, say: (sentence: string) => void) => {
  if ((await centreIds(store.database)).length > 0) return
  say('Loading the demo world (about a minute the first time) …')
  const { seedDemoWorld } = await import('../db/demo/seed.ts')
  await seedDemoWorld(store, { say })
}

/** Starts everything; what was started is stopped again when a later step is refused. */
export const startTovholder = async ({ env, demo, say }: Start) => {
  const config = readConfig(env)
  const log = makeLog(config.logLevel)
  // Who asks while the database starts is told to come back, not left hanging.
  let answer: RequestListener = (_, out) =>
    void out.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain' }).end('Tovholder is starting.\n')
  const server = createServer({ requestTimeout: 300_000 }, (request, out) => answer(request, out))
  await listen(server, config)
  const store = await buildPages(say)
    .then(() => openStore(config, { lease: 'server', say }))
    .catch((error: unknown) => {
      server.close()
      throw error
    })
  try {
    houseOf(store.database, config, demo)
    if (demo) await seedDemo(store, say)
    const isDemo = await store.database.pool
      .query<{ demo: boolean }>('select unsafe_is_demo() as demo')
      .then(({ rows }) => rows[0]?.demo ?? false)
    const house = houseOf(store.database, config, isDemo)
    const live = await startLive(house, store.directUrl, served)
    const app = makeApp(house, log, live.mount)
    await servePages(app, pagesFolder, asksFirst)
    const queue = await startJobs(store.database, store.appUrl, { jobs, houseJobs, sweeps, log, working: true })
    const listener = getRequestListener(app.fetch)
    answer = fewAhead((request, out) => void listener(request, out))
    say(`Tovholder is ready at ${config.baseUrl}`)
    const word = await makeFirstRunWord(store.database)
    if (word) say(`There is no centre yet. Set it up at ${config.baseUrl}/opsaetning with the word ${word}`)
    return {
      config,
      stop: async () => {
        server.close()
        await live.stop()
        server.closeIdleConnections()
        const grace = setTimeout(() => server.closeAllConnections(), 1000)
        await queue.stop().catch(() => {})
        clearTimeout(grace)
        server.closeAllConnections()
        await store.close()
      },
    }
  } catch (error) {
    server.close()
    await store.close()
    throw error
  }
}
