import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Asker, Ctx } from '../context.ts'
import { type Endpoint, z } from '../endpoint.ts'
import { Problem, problem, problemStatus } from '../errors.ts'
import { fileHeaders } from '../files/export.ts'
import type { Log } from '../log.ts'
import { apiDocs } from './api-docs.ts'
import { type House, languageOf, refuseStaleProof, refuseUnlessAllowed, visitorOf, whoAsks } from './exchange.ts'
import { atOnce } from './at-once.ts'
import { exportList, type ExportFormat } from './export-list.ts'
import { once } from './idempotency.ts'
import { describeApi } from './openapi.ts'
import { asProblem, problemAnswer } from './problem-answer.ts'
import { type Input, readInput } from './read-input.ts'
import type { Download, Served, Visitor } from './serve.ts'
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
    headers: { ...fileHeaders(download.name, download.type), 'cache-control': 'no-store' },
  })

const sendJson = (kept: { status: number; answer: unknown }) =>
  new Response(kept.status === 204 ? null : JSON.stringify(kept.answer), {
    status: kept.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })

/** The caller's name for this request, if he gave one: under it the work is done once. */
const keyOf = (context: Context, { method }: Endpoint): string | undefined => {
  const key = method === 'POST' ? context.req.header('idempotency-key') : undefined
  if (key !== undefined && (key.length < 1 || key.length > 200))
    throw new Problem('wrong-input', {
      fields: [{ pointer: '/header/Idempotency-Key', code: 'length', detail: '1–200' }],
    })
  return key
}
/** What was asked, whole: under one key it may not differ. */
const requestOf = ({ path }: Endpoint, { params, query, text, sha256 }: Input) =>
  `${path} ${JSON.stringify(params ?? {})} ${JSON.stringify(query ?? {})} ${text}${sha256}`

const inCentre = async (
  context: Context,
  { database }: House,
  { endpoint, rule }: Served,
  asker: Asker,
  input: Input,
): Promise<Response> => {
  if (!rule) throw new Error(`${endpoint.name} has no rule`)
  const key = keyOf(context, endpoint)
  if (key !== undefined) {
    const work = async (ctx: Ctx) => {
      const answer = await rule(ctx, input)
      input.stillThere()
      return shaped(endpoint, answer)
    }
    return sendJson(
      await database.in(asker, (ctx) => once(ctx, endpoint.name, key, requestOf(endpoint, input), () => work(ctx))),
    )
  }
  const run = endpoint.method === 'GET' ? database.read : database.in
  return run(asker, async (ctx) => {
    const answer = await rule(ctx, input)
    input.stillThere()
    return isDownload(answer) ? sendFile(answer) : sendJson(shaped(endpoint, answer))
  })
}

/** For whoever is not signed in. He has no name of ours: what he proved himself by, in the address, tells one's key from another's. */
const inPublic = (context: Context, house: House, { endpoint, publicRule }: Served, input: Input) => {
  const key = keyOf(context, endpoint)
  const { database } = house
  const doneIn: Visitor['in'] = async (asker, work) => {
    if (endpoint.method === 'GET') return database.read(asker, work)
    if (key === undefined) return database.in(asker, work)
    const own = `${JSON.stringify(input.params ?? {})} ${key}`
    const { answer } = await database.in(asker, (ctx) =>
      once(ctx, endpoint.name, own, requestOf(endpoint, input), async () => ({ status: 200, answer: await work(ctx) })),
    )
    return answer
  }
  return publicRule?.(visitorOf(context, house, doneIn), input)
}

/** Reads what came in, all of it, and only then does the work; whatever was put aside for it is thrown away. */
const withInput = async (context: Context, { endpoint }: Served, work: (input: Input) => Promise<Response>) => {
  const input = await readInput(context, endpoint, languageOf(context))
  try {
    return await work(input)
  } finally {
    await input.close()
  }
}

/** Whoever sends files takes room on the disk for them. */
const uploadsAtOnce = 2
/** A page asks for a dozen things when it opens; nobody presses sixty times at once. */
const requestsAtOnce = 60

const answerer = (house: House) => {
  const uploads = atOnce(uploadsAtOnce)
  const requests = atOnce(requestsAtOnce)
  return async (context: Context, served: Served, format: ExportFormat | null): Promise<Response> => {
    const { endpoint, publicRule } = served
    if (publicRule)
      return withInput(context, served, async (input) =>
        sendJson(shaped(endpoint, await inPublic(context, house, served, input))),
      )
    const asker = await whoAsks(context, house)
    refuseUnlessAllowed(endpoint, asker)
    refuseStaleProof(endpoint, asker, house)
    const leave = (endpoint.kind === 'upload' ? uploads : requests)(`${asker.centreId} ${asker.personId}`)
    try {
      return await withInput(context, served, async (input) => {
        if (format || endpoint.measured)
          await house.measure(asker, format ? 'file' : 'card', JSON.stringify(input.params ?? {}))
        return format
          ? sendFile(await exportList(house, asker, served, input, format))
          : inCentre(context, house, served, asker, input)
      })
    } finally {
      leave()
    }
  }
}

/** Guesses, refusals and other sites' forms are seen by whoever reads the log: what was refused where, never by whom or with what. */
const refusals = new Set([401, 403, 429])
const noteRefusal = (log: Log, route: string, error: unknown) => {
  const code = asProblem(error)?.code
  if (code && refusals.has(problemStatus(code))) log.info({ route, code }, 'refused')
}

/** The ways each address may be asked: `GET, POST`. */
const methodsOf = (served: readonly Served[]): Map<string, string> => {
  const all = Map.groupBy(served, ({ endpoint }) => honoPath(endpoint.path))
  return new Map(
    [...all].map(([path, each]) => [path, [...new Set(each.map(({ endpoint }) => endpoint.method))].join(', ')]),
  )
}

/** The whole HTTP side of the product: every served endpoint, lists as files, the description of itself, health. */
export const makeServer = (
  house: House,
  served: readonly Served[],
  log: Log,
  mount: (app: Hono) => void = () => {},
) => {
  const app = new Hono()
  const answerOne = answerer(house)
  app.use(securityHeaders(house.config.baseUrl.startsWith('https:')))
  const unforeseen = (route: string) => (error: unknown) => {
    const reference = randomUUID().slice(0, 8)
    log.error({ err: error, reference, route }, 'unexpected')
    return reference
  }
  const handle = (one: Served, format: ExportFormat | null) => async (context: Context) => {
    const began = performance.now()
    const answer = await answerOne(context, one, format).catch((error: unknown) => {
      noteRefusal(log, one.endpoint.name, error)
      return problemAnswer(error, languageOf(context), unforeseen(one.endpoint.name))
    })
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
  // A known address, asked in another way; last, so that no other address is taken for it.
  for (const [path, methods] of methodsOf(served))
    app.all(path, (context) => {
      const refused = problemAnswer(problem('wrong-method', { methods }), languageOf(context), () => '')
      refused.headers.set('allow', methods)
      return refused
    })
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
