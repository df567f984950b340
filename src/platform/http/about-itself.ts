import type { Hono } from 'hono'
import { apiDocs } from './api-docs.ts'
import type { House } from './exchange.ts'
import { describeApi } from './openapi.ts'
import type { Served } from './serve.ts'
import { wrongMethod } from './wrong-method.ts'

const madeOnce = <T>(make: () => T) => {
  let made: { it: T } | undefined
  return () => (made ??= { it: make() }).it
}

/** Whether it succeeds; however many ask at the same time, it is asked once. */
const sharedAsk = (ask: () => Promise<unknown>) => {
  let asked: Promise<boolean> | undefined
  const forget = () => {
    asked = undefined
  }
  return () =>
    (asked ??= ask()
      .then(
        () => true,
        () => false,
      )
      .finally(forget))
}

/** What it can do, whether it lives, whether it has its database: anyone may ask, as often as he likes. */
export const answerAboutItself = (app: Hono, { database }: House, served: readonly Served[]) => {
  const description = madeOnce(() => describeApi(served))
  const docs = madeOnce(() => apiDocs(served))
  app.get('/api/openapi.json', (context) => context.json(description()))
  app.get('/api/docs', (context) => context.html(docs()))
  app.get('/healthz', (context) => context.json({ alive: true }))
  const isReady = sharedAsk(() => database.pool.query('select 1 from kysely_migration limit 1'))
  app.get('/readyz', async (context) => {
    const ready = await isReady()
    return context.json({ ready }, ready ? 200 : 503)
  })
  for (const path of ['/api/openapi.json', '/api/docs', '/healthz', '/readyz']) app.all(path, wrongMethod('GET'))
}
