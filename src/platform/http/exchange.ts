import type { Context } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { getCookie, setCookie } from 'hono/cookie'
import type { Config } from '../config.ts'
import type { Asker, Ctx } from '../context.ts'
import type { Database, Proof } from '../db/open.ts'
import type { Endpoint } from '../endpoint.ts'
import { type Language, problem } from '../errors.ts'
import { languageAsked } from '../text/language.ts'
import { isLocale } from '#texts/runtime'
import type { TakingTurns } from '../in-turn.ts'
import { addressOf } from './address.ts'
import type { TakenOut } from './export-list.ts'
import type { Visitor } from './serve.ts'
import { proofMinutes } from './proof.shared.ts'

/** What a request carries to tell who asks. The room `sign-in` knows how it is read. */
export type Prove = (database: Database, carried: { session: string } | { token: string }) => Proof

/** Counts what someone takes out by reading; throws when it is enough for the day. `which`: the same one again is not counted again. */
export type Measure = (asker: Asker, kind: 'file' | 'card', which: string) => Promise<void>

export type House = {
  database: Database
  config: Config
  demo: boolean
  prove: Prove
  /** Writes down that someone took a list out as a file. The room `members` knows how. */
  recordTakenOut: (ctx: Ctx, taken: TakenOut) => Promise<void>
  /** The room `measures` knows how much is enough. */
  measure: Measure
  /** Whoever is not known yet takes turns for the database, each address in its own line. */
  strangers: TakingTurns
}

const comesByHttps = ({ baseUrl }: Config) => baseUrl.startsWith('https:')
/** By https the browser itself holds that the cookie is ours alone: `__Host-`. */
const [hostCookie, plainCookie] = ['__Host-tovholder', 'tovholder']
const cookieName = (config: Config) => (comesByHttps(config) ? hostCookie : plainCookie)
/** Somebody may be signed in at this browser; who, and whether still, the database says. */
export const bearsSession = (context: Context): boolean =>
  [hostCookie, plainCookie].some((name) => getCookie(context, name) !== undefined)
const monthOfSeconds = 60 * 60 * 24 * 30

export const languageOf = (context: Context): Language => {
  const chosen = getCookie(context, 'PARAGLIDE_LOCALE')
  return isLocale(chosen) ? chosen : languageAsked(context.req.header('accept-language') ?? '')
}

/** A browser's cookie goes along with any site's form: a change must come from our own pages. */
const refuseOtherOrigin = (context: Context, config: Config) => {
  const origin = context.req.header('origin')
  if (!origin || context.req.method === 'GET') return
  // `null` comes from sandboxed pages and files; it is nobody's origin.
  const from = URL.canParse(origin) ? new URL(origin) : null
  const ours = from && (from.origin === new URL(config.baseUrl).origin || from.host === context.req.header('host'))
  if (!ours) throw problem('wrong-origin')
}

/** The session that the browser sends along, if any. Throws wrong-origin when another site's form sends it. */
const sessionOf = (context: Context, config: Config): string | undefined => {
  const session = getCookie(context, cookieName(config))
  if (session) refuseOtherOrigin(context, config)
  return session
}

/** What the request carries, a token before a session; null when it carries nothing. Whether it is worth anything, the database says. */
export const proofOf = (context: Context, { database, config, prove }: House): Proof | null => {
  const token = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1]
  if (token) return prove(database, { token })
  const session = sessionOf(context, config)
  return session ? prove(database, { session }) : null
}

/** Who asks, or null. */
export const whoAsks = async (context: Context, house: House): Promise<Asker | null> => {
  const proof = proofOf(context, house)
  return proof && house.database.who(proof)
}

type Asks = Pick<Asker, 'role' | 'source' | 'readsOnly'>
/** Why someone who is signed in may not use a verb at all; null when he may. A token that only reads can change nothing. */
export const refusalOf = ({ can, inPerson, method }: Endpoint, { role, source, readsOnly }: Asks) => {
  if (Array.isArray(can) && !can.includes(role)) return 'not-allowed'
  if (inPerson && source === 'api') return 'not-by-token'
  return readsOnly && method !== 'GET' ? 'token-only-reads' : null
}

/** What grants a role or an access is not done by an open browser that somebody left. In a demo nobody has a password. */
export const refuseStaleProof = ({ proof }: Endpoint, { source, provedAt }: Asker, { database, demo }: House) => {
  if (!proof || source !== 'web' || demo) return
  const since = database.clock().subtract({ minutes: proofMinutes })
  if (provedAt === undefined || Temporal.Instant.compare(Temporal.Instant.from(provedAt), since) < 0)
    throw problem('prove-again')
}

export const refuseUnlessAllowed: (endpoint: Endpoint, asker: Asker | null) => asserts asker is Asker = (
  endpoint,
  asker,
) => {
  if (!asker) throw problem('not-signed-in')
  const refused = refusalOf(endpoint, asker)
  if (refused) throw problem(refused)
}

export const visitorOf = (context: Context, house: House, doneIn: Visitor['in']): Visitor => ({
  in: doneIn,
  database: house.database,
  config: house.config,
  demo: house.demo,
  language: languageOf(context),
  sessionToken: sessionOf(context, house.config) ?? null,
  address: addressOf(context, house.config),
  identify: (session) => house.database.who(house.prove(house.database, { session })),
  setSession: (token) =>
    setCookie(context, cookieName(house.config), token ?? '', {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      secure: comesByHttps(house.config),
      maxAge: token ? monthOfSeconds : 0,
    }),
})
