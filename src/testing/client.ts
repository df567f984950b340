import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import type { AnswerOf, Endpoint, InputOf } from '../platform/endpoint.ts'

type AnyInput = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
type Options = { key?: string; bytes?: Uint8Array | string; headers?: Record<string, string> }
/** An answer that was a problem: `code` and `status` as the product sends them. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly problem: Record<string, unknown>
  constructor(status: number, problem: Record<string, unknown>) {
    super(`${status} ${String(problem['code'])}: ${String(problem['title'])}`)
    this.status = status
    this.code = String(problem['code'])
    this.problem = problem
  }
}

export type Client = {
  /** Calls an endpoint through HTTP; returns its answer or throws Refused. */
  call<E extends Endpoint>(endpoint: E, input?: InputOf<E>, options?: Options): Promise<AnswerOf<E>>
  fetch(path: string, init?: RequestInit): Promise<Response>
}

const address = (path: string, { params = {}, query = {} }: AnyInput) => {
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(params[key])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(key, String(one))
  return search.size > 0 ? `${filled}?${search}` : filled
}

type From = { from?: string; yearOf?: () => string }
/** `from`: the address that its requests come from. `yearOf`: in another year, another token is made. */
export const clientFor = (
  app: Hono,
  makeToken: () => Promise<string | null>,
  { from = '', yearOf = () => '' }: From = {},
): Client => {
  const tokens = new Map<string, Promise<string | null>>()
  const fetch = async (path: string, init: RequestInit = {}) => {
    const token = tokens.get(yearOf()) ?? makeToken()
    tokens.set(yearOf(), token)
    const bearer = await token
    const headers = new Headers(init.headers)
    if (bearer) headers.set('authorization', `Bearer ${bearer}`)
    return app.request(path, { ...init, headers }, { incoming: { socket: { remoteAddress: from } } })
  }
  const call = async (endpoint: Endpoint, input: AnyInput = {}, options: Options = {}) => {
    const headers: Record<string, string> = { ...options.headers }
    let body: string | Uint8Array | undefined
    if (endpoint.kind === 'upload') {
      body = options.bytes ?? ''
      headers['content-type'] = 'application/octet-stream'
      headers['content-length'] = String(Buffer.byteLength(body))
    } else if (input.body !== undefined) {
      body = JSON.stringify(input.body)
      headers['content-type'] = 'application/json'
    }
    if (endpoint.method === 'POST') headers['idempotency-key'] = options.key ?? randomUUID()
    const answer = await fetch(address(endpoint.path, input), {
      method: endpoint.method,
      headers,
      ...(body !== undefined && { body: body as string }),
    })
    if (!answer.ok) throw new Refused(answer.status, (await answer.json()) as Record<string, unknown>)
    return answer.status === 204 ? undefined : answer.json()
  }
  return { call: call as unknown as Client['call'], fetch }
}
