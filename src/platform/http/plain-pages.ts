/** Pages that are whole without script: drawn here from the API's own answers, with forms that are the API's own verbs (record 0081). */
import { createHash, randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { html } from 'hono/html'
import { isLocale } from '#texts/runtime'
import { dateOf } from '../clock.ts'
import { type Endpoint, type InputOf, z } from '../endpoint.ts'
import { problem } from '../errors.ts'
import type { Language } from '../text/language.ts'
import { type House, languageOf } from './exchange.ts'
import { asProblem, problemAnswer } from './problem-answer.ts'
import { mostUnasked } from './read-input.ts'
import { piecesOf } from './receive.ts'

/** What is put into it is escaped; what comes out of it is not once more. */
export type Html = ReturnType<typeof html>

type Schema = z.core.$ZodType
const Refusal = z.object({
  status: z.int(),
  code: z.string(),
  title: z.string(),
  errors: z.optional(z.array(z.object({ pointer: z.string(), detail: z.string() }))),
})
export type Refusal = z.infer<typeof Refusal>
type Told<Answer> = { answer: Answer; refused?: never } | { answer?: never; refused: Refusal }

/** Asks the API as any client does; under `key` it is done once. */
export type Ask = <Answer extends Schema, P extends Schema, Q extends Schema, B extends Schema>(
  endpoint: Endpoint<Answer, P, Q, B>,
  input: InputOf<Endpoint<Answer, P, Q, B>>,
  key?: string,
) => Promise<Told<z.core.output<Answer>>>
type Fields = Readonly<Record<string, string>>

/** Who looks, and at what. */
export type Looking = {
  language: Language
  /** `2026-11-23` */
  today: string
  params: Fields
  query: Fields
  ask: Ask
  /** Stands in every form: pressing twice is pressing once. */
  key: string
}
/** What a form brought, and why it was not done: nothing that was written is lost. */
export type Unsent = { verb: string; fields: Fields; refused: Refusal }

export type PlainPage = {
  /** With parameters in braces: `/jeres-forloeb/{token}`. */
  path: `/${string}`
  /** For who is signed in; without it for whoever has the address. */
  session?: true
  /** All of its style. */
  style: string
  draw: (looking: Looking, unsent?: Unsent) => Promise<{ page: Html; status: number }>
  /** By the last word of the address that a form is sent to; gives the word by which the page says that it was done. */
  verbs?: Readonly<Record<string, (looking: Looking, fields: Fields) => Promise<Refusal | string>>>
}

/** No script, and no style but the page's own, by its hash. */
const policyOf = (style: string) =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "img-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

const InAddress = z.record(z.string(), z.union([z.string(), z.number(), z.undefined()]))
const Parts = z.object({
  params: z.optional(InAddress),
  query: z.optional(InAddress),
  body: z.optional(z.unknown()),
})
const addressFor = (path: string, { params = {}, query = {} }: z.infer<typeof Parts>) => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.append(name, String(value))
  return asked.size > 0 ? `${filled}?${asked.toString()}` : filled
}

/** In this process, and as coming from where the page is asked from: limits, turns and checks are those of any client. */
const askFor =
  (app: Hono, context: Context, { session }: PlainPage, language: Language): Ask =>
  async (endpoint, input, key) => {
    const parts = z.parse(Parts, input)
    const headers = new Headers({ 'accept-language': language })
    for (const name of ['x-forwarded-for', ...(session ? ['cookie', 'authorization'] : [])]) {
      const value = context.req.header(name)
      if (value !== undefined) headers.set(name, value)
    }
    if (key) headers.set('idempotency-key', key)
    const body = parts.body === undefined ? undefined : JSON.stringify(parts.body)
    if (body) headers.set('content-type', 'application/json')
    const request = { method: endpoint.method, headers, ...(body && { body }) }
    const response = await app.request(addressFor(endpoint.path, parts), request, context.env)
    const told: unknown = await response.json()
    return response.ok ? { answer: z.parse(endpoint.answer, told) } : { refused: z.parse(Refusal, told) }
  }

const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i
const fieldsOf = async (context: Context): Promise<Fields> => {
  if (!isForm.test(context.req.header('content-type') ?? '')) throw problem('wrong-content-type')
  const pieces: Uint8Array[] = []
  for await (const piece of piecesOf(context.req.raw, mostUnasked)) pieces.push(piece)
  return Object.fromEntries(new URLSearchParams(Buffer.concat(pieces).toString('utf8')))
}

/** Of the language chosen in the address, else as the browser asks. */
const languageIn = (context: Context) => {
  const chosen = context.req.query('sprog')
  return isLocale(chosen) ? chosen : languageOf(context)
}

/** Back to the page, so that loading it anew sends nothing again. */
const backTo = (context: Context, verb: string, said: string) => {
  const sprog = context.req.query('sprog')
  const words = new URLSearchParams({ ...(sprog && { sprog }), sagt: said })
  return context.redirect(`${context.req.path.slice(0, -verb.length - 1)}?${words.toString()}`, 303)
}

const mountPage = (app: Hono, house: House, page: PlainPage) => {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policyOf(page.style),
  }
  const lookingOf = (context: Context): Looking => {
    const language = languageIn(context)
    return {
      language,
      today: dateOf(house.database.clock()).toString(),
      params: context.req.param(),
      query: context.req.query(),
      ask: askFor(app, context, page, language),
      key: randomUUID(),
    }
  }
  const show = async (context: Context, unsent?: Unsent) => {
    const { page: drawn, status } = await page.draw(lookingOf(context), unsent)
    return new Response(String(await drawn), { status, headers })
  }
  /** What did not even come in whole is refused on the page too. */
  const received = async (context: Context): Promise<{ fields: Fields; refused?: Refusal }> => {
    try {
      return { fields: await fieldsOf(context) }
    } catch (error) {
      const known = asProblem(error)
      if (!known) throw error
      const answer = problemAnswer(known, languageIn(context), () => '')
      return { fields: {}, refused: z.parse(Refusal, await answer.json()) }
    }
  }
  const path = page.path.replace(/\{(\w+)\}/g, ':$1')
  app.get(path, (context) => show(context))
  for (const [verb, work] of Object.entries(page.verbs ?? {}))
    app.post(`${path}/${verb}`, async (context) => {
      const { fields, refused } = await received(context)
      const done = refused ?? (await work(lookingOf(context), fields))
      return typeof done === 'string' ? backTo(context, verb, done) : show(context, { verb, fields, refused: done })
    })
}

export const mountPlainPages = (app: Hono, house: House, pages: readonly PlainPage[]): void => {
  for (const page of pages) mountPage(app, house, page)
}
