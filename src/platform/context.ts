import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { DB } from '../../db/types.ts'
import type { Ask, Sent } from './db/ask.ts'
import type { Clock } from './clock.ts'
import { type Language, problem } from './errors.ts'
import type { TakingTurns } from './in-turn.ts'
import type { Reckon } from './reckoning.ts'
import type { MailServer } from './mail/mail-server.ts'
import type { Mailbox } from './mailbox/mailbox.ts'
import type { Notice } from './notices.ts'
import type { FetchOutside } from './outside/fetch-outside.ts'
import type { Room } from './room.ts'
import type { Sealing } from './sealing.ts'

/** From where a change came; stands in every event. */
export type Source = 'web' | 'api' | 'command' | 'job' | 'link'

/** Who asks: set once, by sign-in, token, link, command or job; never by what a request says of itself. */
export type Asker = {
  centreId: number
  /** Null for jobs and company links. */
  personId: number | null
  schoolId: number | null
  /** Belongs to a school that has not agreed to him yet: `schoolId` is null until it has. */
  schoolWaits?: boolean
  role: string
  source: Source
  language: Language
  /** The link that someone without an account came in by; it stands in every event. */
  linkId?: number
  /** When who sits at this browser last proved who he is. */
  provedAt?: string
  /** A token that may look and change nothing. */
  readsOnly?: boolean
}

/** What a rule may know of the house around it; told once, when the house is opened. */
export type HouseFacts = {
  /** Where people reach the product: `https://tovholder.example`. */
  baseUrl: string
  demo: boolean
  /** Where the same product runs with a made-up centre; null: nowhere that anyone has told. */
  examples: string | null
  /** The one clock; rules take `ctx.now`, which came from it. */
  clock: Clock
  /** Null: mails stay in the outbox. */
  mail: MailServer | null
  /** In whose name mails are written, with a mail server or without: `VEU-center <veu@centre.example>`. */
  mailFrom: string
  /** Where mails come in; null: nowhere, and nobody is told to write there. */
  mailbox: Mailbox | null
  /** Whoever proves who he is stands in line, each address in its own. */
  guessing: TakingTurns
  /** What takes long to work out, in a thread of its own; never inside a transaction. */
  reckon: Reckon
  /** For what people give us in confidence; null: there is no key, and nothing of the kind is kept. */
  sealing: Sealing | null
  /** Asks a server whose address a person gave; never inside a transaction. */
  fetchOutside: FetchOutside
  /** Own networks, and http, are among what it asks. */
  asksAnywhere: boolean
  /** Every room in the order of the house: for verbs that must ask all of them. */
  rooms: readonly Room[]
}

/** First argument of every rule: who asks, when, and the only door to data. */
export type Ctx = Asker & {
  now: Temporal.Instant
  /** The same moment as text, for the database and answers. */
  at: string
  /** The calendar date in Europe/Copenhagen. */
  today: string
  house: HouseFacts
  /** A transaction that already knows who asks; row-level security holds whatever is asked of it. */
  db: Kysely<DB>
  /** The way of hot statements (`db/hot.ts`). */
  ask: Ask
  /** What open pages are told when this has happened; `announce` of '#platform/events' puts it here. */
  notices: Notice[]
  /** A statement whose outcome nobody needs before the end: sent now, in its turn, and waited for when the transaction ends. */
  follows(statement: Sent<unknown>): void
  /** Commands that tell a world have none. */
  queueStands: boolean
  /** Hands a job to the queue in this same transaction; use `enqueue` of '#platform/jobs'. */
  send(job: string, data: object): Promise<void>
}

/** A transaction that knows no centre: before anyone is known, and for what all centres share. */
export type HouseCtx = Pick<Ctx, 'db' | 'now' | 'at' | 'today'>

/** The person who asks; for rules that only a person can follow. */
export const personOf = (ctx: Ctx): number => {
  if (ctx.personId === null) throw new Error('This rule needs a person, but a job or a link asked.')
  return ctx.personId
}
/** The school of who asks; a consultant of the centre itself has none. Throws not-allowed, and school-not-agreed for who waits. */
export const schoolOf = (ctx: Ctx): number => {
  if (ctx.schoolId === null) throw problem(ctx.schoolWaits ? 'school-not-agreed' : 'not-allowed')
  return ctx.schoolId
}
