/** Asks a server whose address a person gave: its name is resolved once, checked, and just that address is asked; so again after each redirect. */
import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as plain, type RequestOptions } from 'node:http'
import { request as secure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { mayBeAsked } from './public-address.ts'
import * as patience from './patience.shared.ts'

export type OutsideAsked = {
  url: string
  method?: 'GET' | 'PROPFIND' | 'REPORT'
  headers?: Record<string, string>
  body?: string
  login?: { user: string; password: string } | undefined
}
export type OutsideAnswer = { status: number; headers: IncomingMessage['headers']; text: string; url: string }
export type OutsideTrouble =
  | 'not-https'
  | 'private-address'
  | 'unreachable'
  | 'insecure'
  | 'too-large'
  | 'too-slow'
  | 'too-many-redirects'

/** What kept us from an answer. Neither address nor password is in it. */
export class OutsideRefused extends Error {
  override name = 'OutsideRefused'
  readonly trouble: OutsideTrouble
  constructor(trouble: OutsideTrouble) {
    super(`An address outside was not read: ${trouble}`)
    this.trouble = trouble
  }
}
/** Throws OutsideRefused. Any status is an answer. */
export type FetchOutside = (asked: OutsideAsked) => Promise<OutsideAnswer>

type Address = { address: string; family: number }
type Limits = {
  /** Addresses of own networks, and http, are allowed. */
  anywhere: boolean
  resolve?: (host: string) => Promise<readonly Address[]>
  /** Milliseconds for all of it, redirects included. */
  longest?: number
  /** Bytes of one answer. */
  most?: number
}
const mostRedirects = 3

/** What an address may look like before anyone is asked. */
export const troubleWith = (given: string, anywhere: boolean): OutsideTrouble | null => {
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !(url.protocol === 'https:' || (anywhere && url.protocol === 'http:'))) return 'not-https'
  const host = hostOf(url)
  return isIP(host) !== 0 && !mayBeAsked(host, anywhere) ? 'private-address' : null
}
const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')

/** The addresses of a name, all of which may be asked. */
const checked = async (url: URL, { anywhere, resolve }: Required<Pick<Limits, 'anywhere' | 'resolve'>>) => {
  const trouble = troubleWith(url.href, anywhere)
  if (trouble) throw new OutsideRefused(trouble)
  const host = hostOf(url)
  const family = isIP(host)
  const found = family ? [{ address: host, family }] : await resolve(host)
  if (found.length === 0) throw new OutsideRefused('unreachable')
  // One among them is enough: whose name leads both in and out is not trusted at all.
  if (!found.every(({ address }) => mayBeAsked(address, anywhere))) throw new OutsideRefused('private-address')
  return found
}

/** The name is not resolved again: what was checked is what is asked. */
const pinnedTo =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, options, done) => {
    const [first] = addresses
    if (options.all) done(null, [...addresses])
    else done(null, first?.address ?? '', first?.family)
  }

const textOf = async (answer: IncomingMessage, most: number): Promise<string> => {
  // Asked for as it is; what comes packed all the same could be of any size.
  if ((answer.headers['content-encoding'] ?? 'identity') !== 'identity') throw new OutsideRefused('too-large')
  if (Number(answer.headers['content-length'] ?? 0) > most) throw new OutsideRefused('too-large')
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer) {
    if (!Buffer.isBuffer(part)) continue
    size += part.length
    if (size > most) throw new OutsideRefused('too-large')
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}

const isAboutTrust = (code: unknown) => typeof code === 'string' && /CERT|^ERR_TLS|^EPROTO|SIGNED|SSL/.test(code)
/** Whatever a network does is one of a few troubles. */
const inWords = (error: unknown, stop: AbortSignal): OutsideRefused => {
  if (error instanceof OutsideRefused) return error
  if (stop.aborted) return new OutsideRefused('too-slow')
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return new OutsideRefused(isAboutTrust(code) ? 'insecure' : 'unreachable')
}

const send = (url: URL, addresses: readonly Address[], asked: OutsideAsked, signal: AbortSignal) =>
  new Promise<IncomingMessage>((done, fail) => {
    const { method = 'GET', headers = {}, body, login } = asked
    const options: RequestOptions = {
      method,
      signal,
      agent: false,
      lookup: pinnedTo(addresses),
      headers: {
        'user-agent': 'Tovholder',
        'accept-encoding': 'identity',
        ...headers,
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        ...(login && {
          authorization: `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`,
        }),
      },
    }
    const sent = (url.protocol === 'https:' ? secure : plain)(url, options, done)
    sent.on('error', fail)
    sent.end(body)
  })

const stopped = (stop: AbortSignal) =>
  new Promise<never>((_, fail) => {
    if (stop.aborted) fail(new OutsideRefused('too-slow'))
    else stop.addEventListener('abort', () => fail(new OutsideRefused('too-slow')), { once: true })
  })

const allAddresses = (host: string) => lookup(host, { all: true })

export const fetchingOutside = ({
  anywhere,
  resolve = allAddresses,
  longest = patience.longest,
  most = patience.most,
}: Limits): FetchOutside => {
  const follow = async (asked: OutsideAsked, stop: AbortSignal, left: number): Promise<OutsideAnswer> => {
    const url = new URL(asked.url)
    const answer = await send(url, await checked(url, { anywhere, resolve }), asked, stop)
    const { statusCode: status = 0, headers } = answer
    if (status < 300 || status >= 400 || status === 304 || !headers.location)
      return { status, headers, text: await textOf(answer, most), url: url.href }
    answer.destroy()
    if (left === 0) throw new OutsideRefused('too-many-redirects')
    const next = URL.canParse(headers.location, url.href) ? new URL(headers.location, url.href) : null
    if (!next) throw new OutsideRefused('unreachable')
    // Another server never hears the password of this one.
    const login = next.origin === url.origin ? asked.login : undefined
    return follow({ ...asked, url: next.href, login }, stop, left - 1)
  }
  return async (asked) => {
    const stop = AbortSignal.timeout(longest)
    try {
      if (!URL.canParse(asked.url)) throw new OutsideRefused('not-https')
      return await Promise.race([follow(asked, stop, mostRedirects), stopped(stop)])
    } catch (error) {
      throw inWords(error, stop)
    }
  }
}
