import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Asker, Ctx } from '../context.ts'
import { type Endpoint, z } from '../endpoint.ts'
import { Problem, problem } from '../errors.ts'
import type { Log } from '../log.ts'
import { apiDocs } from './api-docs.ts'
import { type House, languageOf, refuseUnlessAllowed, visitorOf, whoAsks } from './exchange.ts'
import { exportList, type ExportFormat } from './export-list.ts'
import { once } from './idempotency.ts'
import { describeApi } from './openapi.ts'
import { asProblem, problemAnswer } from './problem-answer.ts'
import { type Input, readInput } from './read-input.ts'
import type { Download, Served } from './serve.ts'
import { securityHeaders } from './static.ts'

const honoPath = (path: string) => path.replace(/\{(\w+)\}/g, ':$1')

/** Unlisted fields fall away here, so nothing leaks that the contract does not name. */
const shaped = (endpoint: Endpoint, answer: unknown): { status: number; answer: unknown } => {
  const parsed = z.safeParse(endpoint.answer, answer)
  if (!parsed.success)
    throw new Error(
      `The answer of ${endpoint.name} breaks its contract: ${JSON.stringify(parsed.error.issues.slice(0, 3))}`,
    )
  return { status: endpoint.status ?? 200, answer: parsed.data }
}

const isDownload = (answer: unknown): answer is Download =>
  typeof answer === 'object' && answer !== null && 'download' in answer

const sendFile = ({ download }: Download) =>
  new Response(download.body, {
    headers: {
      'content-type': download.type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(download.name)}`,
      'cache-control': 'no-store',
    },
  })

const sendJson = (kept: { status: number; answer: unknown }) =>
  new Response(kept.status === 204 ? null : JSON.stringify(kept.answer), {
    status: kept.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })

const inCentre = async (
  context: Context,
  house: House,
  served: Served,
  asker: Asker,
  input: Input,
): Promise<Response> => {
  const { endpoint, rule } = served
  if (!rule) throw new Error(`${endpoint.name} has no rule`)
  const key = endpoint.method === 'POST' ? context.req.header('idempotency-key') : undefined
  const request = `${endpoint.path} ${JSON.stringify(input.params ?? {})} ${JSON.stringify(input.query ?? {})} ${input.text}${endpoint.kind === 'upload' ? input.size : ''}`
  return house.database.in(asker, async (ctx: Ctx) => {
    const run = async () => {
      const answer = await rule(ctx, input)
      return isDownload(answer) ? answer : shaped(endpoint, answer)
    }
    if (key === undefined) {
      const answer = await run()
      return 'download' in answer ? sendFile(answer) : sendJson(answer)
    }
    if (key.length < 1 || key.length > 200)
      throw new Problem('wrong-input', {
        fields: [{ pointer: '/header/Idempotency-Key', code: 'length', detail: '1–200' }],
      })
    return sendJson(await once(ctx, endpoint.name, key, request, async () => shaped(endpoint, await rule(ctx, input))))
  })
}

const answerOne = async (
  context: Context,
  house: House,
  served: Served,
  format: ExportFormat | null,
): Promise<Response> => {
  const { endpoint, publicRule } = served
  const language = languageOf(context)
  if (publicRule) {
    const input = await readInput(context, endpoint, language)
    return sendJson(shaped(endpoint, await publicRule(visitorOf(context, house), input)))
  }
  const asker = await whoAsks(context, house)
  refuseUnlessAllowed(endpoint, asker)
  const input = await readInput(context, endpoint, language)
  if (format) return sendFile(await exportList(house.database, asker, served, input, format))
  return inCentre(context, house, served, asker, input)
}

/** The whole HTTP side of the product: every served endpoint, lists as files, the description of itself, health. */
export const makeServer = (
  house: House,
  served: readonly Served[],
  log: Log,
  mount: (app: Hono) => void = () => {},
) => {
  const app = new Hono()
  app.use(securityHeaders)
  const unforeseen = (route: string) => (error: unknown) => {
    const reference = randomUUID().slice(0, 8)
    log.error({ err: error, reference, route }, 'unexpected')
    return reference
  }
  const handle = (one: Served, format: ExportFormat | null) => async (context: Context) => {
    const began = performance.now()
    const answer = await answerOne(context, house, one, format).catch((error: unknown) =>
      problemAnswer(error, languageOf(context), unforeseen(one.endpoint.name)),
    )
    log.debug(
      { route: one.endpoint.name, status: answer.status, ms: Math.round(performance.now() - began) },
      'answered',
    )
    // A cookie set by the rule travels with whatever answer there is.
    for (const cookie of context.res.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
    return answer
  }
  for (const one of served) {
    const path = honoPath(one.endpoint.path)
    app.on(one.endpoint.method, path, handle(one, null))
    for (const format of one.columns ? (['csv', 'xlsx'] as const) : [])
      app.get(`${path}.${format}`, handle(one, format))
  }
  app.get('/api/openapi.json', (context) => context.json(describeApi(served)))
  app.get('/api/docs', (context) => context.html(apiDocs(served)))
  app.get('/healthz', (context) => context.json({ alive: true }))
  app.get('/readyz', async (context) => {
    const ready = await house.database.pool.query('select 1 from kysely_migration limit 1').then(
      () => true,
      () => false,
    )
    return context.json({ ready }, ready ? 200 : 503)
  })
  mount(app)
  app.all('/api/*', (context) => problemAnswer(problem('no-such-address'), languageOf(context), unforeseen('none')))
  app.onError((error, context) => problemAnswer(asProblem(error) ?? error, languageOf(context), unforeseen('none')))
  return app
}
