import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import type { AnswerOf, Endpoint } from '#platform/endpoint'
import { isRecord } from '#platform/typed.shared'
import { addressOf, bodyOf, type InputArg } from './address.ts'
import { ApiProblem, isAway } from './problem.ts'
import { proveAgain } from './session.ts'
import { sendFile } from './send-file.ts'

export type CallOptions = {
  signal?: AbortSignal | undefined
  /** The same key again means the same act: use it when a person presses again after a lost answer. */
  idempotencyKey?: string | undefined
  /** For endpoints of kind `upload`: the raw bytes to send; the file's name goes into the query as `name`. */
  file?: File | undefined
  /** Whether what is asked for is along already: then nobody waits for another try where there is no network. */
  isAlong?: (() => Promise<boolean>) | undefined
  /** Part of the file sent so far, 0 to 1. */
  onProgress?: ((part: number) => void) | undefined
}

/** Waits before the next try, in milliseconds. A write is tried again only with the same Idempotency-Key. */
const waits = [300, 1000, 2500]
const sleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

const noNetwork = () =>
  new ApiProblem(0, { code: 'no-network', title: m.web_no_network(), detail: m.web_no_network_detail() })

/** May the same request be sent once more without doing harm, and could it help? */
const mayRetry = (endpoint: Endpoint, problem: ApiProblem) => {
  if (endpoint.method !== 'GET' && endpoint.method !== 'POST') return false
  return isAway(problem) || problem.code === 'still-running'
}

const readAnswer = async (response: Response) => {
  if (response.status === 204) return undefined
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  const said: unknown = isJson ? await response.json() : undefined
  if (!response.ok) throw new ApiProblem(response.status, isRecord(said) ? said : { title: m.web_failed() })
  return said
}

const sendOnce = async (endpoint: Endpoint, address: string, body: unknown, key: string, options: CallOptions) => {
  const headers = new Headers({ accept: 'application/json', 'accept-language': getLocale() })
  if (endpoint.method === 'POST') headers.set('idempotency-key', key)
  if (endpoint.kind === 'upload' && options.file) {
    return readAnswer(
      await sendFile(endpoint.method, address, headers, options.file, options.onProgress, options.signal),
    )
  }
  if (body !== undefined) headers.set('content-type', 'application/json')
  const init: RequestInit = { method: endpoint.method, headers, signal: options.signal ?? null }
  if (body !== undefined) init.body = JSON.stringify(body)
  const response = await fetch(address, init).catch((error: unknown) => {
    if (options.signal?.aborted) throw error
    throw noNetwork()
  })
  return readAnswer(response)
}

/**
 * Calls an endpoint and gives its answer, typed by the contract. Throws ApiProblem. When the network drops, GET and POST
 * are tried again (about four seconds in all), POST with the same Idempotency-Key, so that nothing happens twice. Where the password is
 * wanted again, it is asked for in place, and the call goes on.
 */
export const call = async <E extends Endpoint>(endpoint: E, input?: InputArg<E>, options: CallOptions = {}) => {
  let address = addressOf(endpoint, input)
  if (options.file && !/[?&]name=/.test(address)) {
    address += `${address.includes('?') ? '&' : '?'}name=${encodeURIComponent(options.file.name)}`
  }
  const key = options.idempotencyKey ?? crypto.randomUUID()
  for (let attempt = 0; ; attempt++) {
    try {
      return (await sendOnce(endpoint, address, bodyOf(input), key, options)) as AnswerOf<E>
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'prove-again' && (await proveAgain())) continue
      const wait = waits[attempt]
      if (!(error instanceof ApiProblem) || wait === undefined || !mayRetry(endpoint, error)) throw error
      if (await options.isAlong?.()) throw error
      await sleep(wait)
    }
  }
}
