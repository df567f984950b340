import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { CompiledQuery } from 'kysely'
import type { Asker, Ctx } from '../context.ts'
import type { Proof } from '../db/open.ts'
import { type Endpoint, z } from '../endpoint.ts'
import { problem, problemAt, problemStatus } from '../errors.ts'
import { fileHeaders } from '../files/export.ts'
import type { Log } from '../log.ts'
import { answerAboutItself } from './about-itself.ts'
import { type House, languageOf, proofOf, refuseStaleProof, refuseUnlessAllowed, visitorOf } from './exchange.ts'
import { addressOf } from './address.ts'
import { atOnce, atOnceOfPeople } from './at-once.ts'
import { exportList, type ExportFormat } from './export-list.ts'
import { keyTaken, once } from './idempotency.ts'
import { takingTurns } from '../in-turn.ts'
import { asProblem, problemAnswer } from './problem-answer.ts'
import { type Carried, type Input, inputOf, receive } from './read-input.ts'
import type { Afterwards, Download, Served, Visitor } from './serve.ts'
import { securityHeaders } from './static.ts'
import { inTurnOf, peopleIn } from './turns.ts'
import { withQuestionAbove } from './within.ts'
import { wrongMethod } from './wrong-method.ts'

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

const isUnfinished = (answer: unknown): answer is Afterwards<unknown> =>
  typeof answer === 'object' && answer !== null && 'afterwards' in answer

const sendFile = ({ download }: Download) =>
  new Response(download.body, {
    headers: { ...fileHeaders(download.name, download.type), 'cache-control': 'no-store' },
  })

const sendJson = (kept: { status: number; answer: unknown }) =>
  new Response(kept.status === 204 ? null : JSON.stringify(kept.answer), {
    status: kept.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })

const onlyAsks = ({ method, asks }: Endpoint) => method === 'GET' || asks === true

/** The caller's name for this request, if he gave one: under it the work is done once. */
const keyOf = (context: Context, endpoint: Endpoint): string | undefined => {
  const key = endpoint.method === 'POST' && !onlyAsks(endpoint) ? context.req.header('idempotency-key') : undefined
  if (key !== undefined && (key.length < 1 || key.length > 200))
    throw problemAt('wrong-input', '/header/Idempotency-Key', '1–200', 'length')
  return key
}
/** What was asked, whole: under one key it may not differ. */
const requestOf = ({ path }: Endpoint, { params, query, text, sha256 }: Input) =>
  `${path} ${JSON.stringify(params ?? {})} ${JSON.stringify(query ?? {})} ${text}${sha256}`

/** The answer for whoever the proof belongs to. What came in is looked at once it is known that he may ask. */
const inCentre = async (
  context: Context,
  house: House,
  { endpoint, rule }: Served,
  proof: Proof,
  carried: Carried,
  learn: (asker: Asker) => void = () => {},
): Promise<Response> => {
  if (!rule) throw new Error(`${endpoint.name} has no rule`)
  const key = keyOf(context, endpoint)
  const named = key === undefined ? undefined : { operation: endpoint.name, key }
  const work = async (ctx: Ctx, input: Input) => {
    const answer = await rule(ctx, input)
    input.stillThere()
    return answer
  }
  const send = (answer: unknown) => (isDownload(answer) ? sendFile(answer) : sendJson(shaped(endpoint, answer)))
  const how = { mode: onlyAsks(endpoint) ? 'read only' : 'read write', also: named && keyTaken(named) } as const
  const answer = await house.database.as(proof, how, async (ctx, taken) => {
    learn(ctx)
    refuseUnlessAllowed(endpoint, ctx)
    refuseStaleProof(endpoint, ctx, house)
    const input = inputOf(context, endpoint, carried, languageOf(context))
    if (named) {
      const asked = { ...named, request: requestOf(endpoint, input) }
      return sendJson(await once(ctx, asked, taken, async () => shaped(endpoint, await work(ctx, input))))
    }
    const found = await work(ctx, input)
    return onlyAsks(endpoint) && isUnfinished(found) ? found : send(found)
  })
  return isUnfinished(answer) ? send(await answer.afterwards()) : answer
}

/** Who asks, once it is known that he may. */
const askerWhoMay = async (house: House, endpoint: Endpoint, proof: Proof) => {
  const asker = await house.database.who(proof)
  refuseUnlessAllowed(endpoint, asker)
  return asker
}

/** What takes data out is counted before it is given, in a transaction of its own. Throws taken-enough. */
const countTaken = async (
  context: Context,
  house: House,
  { endpoint }: Served,
  proof: Proof,
  carried: Carried,
  kind: 'file' | 'card',
) => {
  const asker = await askerWhoMay(house, endpoint, proof)
  const input = inputOf(context, endpoint, carried, languageOf(context))
  await house.measure(asker, kind, JSON.stringify(input.params ?? {}))
  return { asker, input }
}

/** For whoever is not signed in. He has no name of ours: what he proved himself by, in the address, tells one's key from another's. */
const inPublic = (context: Context, house: House, { endpoint, publicRule }: Served, input: Input) => {
  const key = keyOf(context, endpoint)
  const { database } = house
  const doneIn: Visitor['in'] = async (asker, work) => {
    if (endpoint.method === 'GET') return database.read(asker, work)
    if (key === undefined) return database.in(asker, work)
    const named = { operation: endpoint.name, key: `${JSON.stringify(input.params ?? {})} ${key}` }
    const asked = { ...named, request: requestOf(endpoint, input) }
    const { answer } = await database.in(asker, async (ctx) => {
      const { rows } = await ctx.db.executeQuery(CompiledQuery.raw(keyTaken(named)))
      return once(ctx, asked, rows[0], async () => ({ status: 200, answer: await work(ctx) }))
    })
    return answer
  }
  return publicRule?.(visitorOf(context, house, doneIn), input)
}

/** Takes in all that came, and only then does the work; whatever was put aside for it is thrown away. */
const withAll = async (
  context: Context,
  { endpoint }: Served,
  work: (carried: Carried) => Promise<Response>,
  large?: () => Promise<void>,
) => {
  const carried = await receive(context, endpoint, large)
  try {
    return await work(carried)
  } finally {
    await carried.close()
  }
}

/** Whoever sends files takes room on the disk for them. */
const uploadsAtOnce = 2
/** Of those that have been received so few are worked on: each holds a connection as long as it lasts. */
const uploadsWorkedOn = { all: 2, each: 1, most: uploadsAtOnce }
/** A page asks for a dozen things when it opens; nobody presses sixty times at once. */
const requestsAtOnce = 60

/** Of what does not fit in a packet or two; it is held in memory. */
const largeAtOnce = 4

/** The house as one sees it who waits his turn: a person once he has been seen, until then the address. */
const houseInTurn = (whole: House, known: (proof: string) => string | undefined) => {
  const { database, config, strangers } = whole
  const people = peopleIn(config.pool)
  return (context: Context, proof?: Proof): House => {
    const person = proof && known(proof.name)
    const turn = person === undefined ? ([strangers, addressOf(context, config)] as const) : ([people, person] as const)
    // A proof notes its use while its bearer's turn lasts: for that nobody waits once more, or a few would wait for each other for ever.
    const prove: House['prove'] = (_, given) => whole.prove(database, given)
    return { ...whole, prove, database: inTurnOf(database, ...turn) }
  }
}

const answerer = (whole: House) => {
  const uploads = atOnce(uploadsAtOnce)
  const uploadTurns = takingTurns(uploadsWorkedOn)
  const large = atOnce(largeAtOnce)
  const requests = atOnceOfPeople(requestsAtOnce)
  const houseFor = houseInTurn(whole, requests.known)
  const learn = (proof: Proof, { centreId, personId }: Asker) => {
    const person = `${centreId} ${personId}`
    requests.learn(proof.name, person)
    return person
  }
  const whoMay = async (house: House, { endpoint }: Served, proof: Proof) =>
    learn(proof, await askerWhoMay(house, endpoint, proof))
  const upload = async (context: Context, served: Served, proof: Proof) => {
    const person = await whoMay(houseFor(context, proof), served, proof)
    const leave = uploads(person)
    try {
      return await withAll(context, served, (carried) =>
        uploadTurns(person, () => {
          carried.stillThere()
          return inCentre(context, houseFor(context, proof), served, proof, carried)
        }),
      )
    } finally {
      leave()
    }
  }
  const request = async (context: Context, served: Served, proof: Proof, format: ExportFormat | null) => {
    // Who it is, the database says as the transaction opens: before there is a connection, what he proves it by stands for him.
    const leave = [requests.enter(proof.name)]
    const house = houseFor(context, proof)
    const work = async (carried: Carried) => {
      if (format) {
        const { asker, input } = await countTaken(context, house, served, proof, carried, 'file')
        return sendFile(await exportList(house, asker, served, input, format))
      }
      if (served.endpoint.measured) await countTaken(context, house, served, proof, carried, served.endpoint.measured)
      return inCentre(context, house, served, proof, carried, (asker) => learn(proof, asker))
    }
    try {
      return await withAll(context, served, work, async () => {
        leave.push(large(await whoMay(house, served, proof)))
      })
    } finally {
      for (const one of leave) one()
    }
  }
  return async (context: Context, served: Served, format: ExportFormat | null): Promise<Response> => {
    const { endpoint, publicRule } = served
    if (publicRule)
      return withAll(context, served, async (carried) => {
        const input = inputOf(context, endpoint, carried, languageOf(context))
        const answer = await inPublic(context, houseFor(context), served, input)
        return isDownload(answer) ? sendFile(answer) : sendJson(shaped(endpoint, answer))
      })
    const proof = proofOf(context, whole)
    if (!proof) throw problem('not-signed-in')
    return endpoint.kind === 'upload' ? upload(context, served, proof) : request(context, served, proof, format)
  }
}

/** Guesses, refusals and other sites' forms are seen by whoever reads the log: what was refused where, never by whom or with what. */
const refusals = new Set([401, 403, 429])
const noteRefusal = (log: Log, route: string, error: unknown) => {
  const code = asProblem(error)?.code
  // An unknown link is a guess too.
  if (code && (refusals.has(problemStatus(code)) || code === 'link-revoked')) log.info({ route, code }, 'refused')
}

/** The ways each address may be asked: `GET, POST`; of a list as a file too. */
const methodsOf = (served: readonly Served[]): Map<string, string> => {
  const ways = served.flatMap(({ endpoint, columns }) => {
    const path = honoPath(endpoint.path)
    const files = columns ? ['csv', 'xlsx'].map((format) => ({ path: `${path}.${format}`, method: 'GET' })) : []
    return [{ path, method: endpoint.method }, ...files]
  })
  const all = Map.groupBy(ways, ({ path }) => path)
  return new Map([...all].map(([path, each]) => [path, [...new Set(each.map(({ method }) => method))].join(', ')]))
}

/** The whole HTTP side of the product: every served endpoint, lists as files, the description of itself, health. */
export const makeServer = (house: House, all: readonly Served[], log: Log, mount: (app: Hono) => void = () => {}) => {
  const served = all.map((one) => withQuestionAbove(one, all))
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
  for (const [path, methods] of methodsOf(served)) app.all(path, wrongMethod(methods))
  answerAboutItself(app, house, served)
  mount(app)
  app.all('/api/*', (context) => problemAnswer(problem('no-such-address'), languageOf(context), unforeseen('none')))
  app.onError((error, context) => {
    noteRefusal(log, 'none', error)
    return problemAnswer(asProblem(error) ?? error, languageOf(context), unforeseen('none'))
  })
  return app
}
