/** API tokens: each acts as the person who made it, in one centre. */
import { Temporal } from 'temporal-polyfill'
import { momentOf } from '#platform/clock'
import { type Asker, type Ctx, personOf } from '#platform/context'
import type { Database, Proof } from '#platform/db/open'
import { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import type { Holder } from '#platform/room'
import { hashOfSecret, makeSecret } from '#platform/secret'
import { languageOr } from '#platform/text/language'
import { membersEvents } from './members-events.table.ts'
import * as m from '#texts'
import type { Scope as ScopeShape, Token } from './tokens.schema.ts'
import * as store from './tokens.sql.ts'

const record = recorder(membersEvents)

type Scope = z.infer<typeof ScopeShape>

const tell = (ctx: Ctx, verb: keyof typeof membersEvents.token, after: { name: string; scope?: Scope }) =>
  record(ctx, { verb, subject: 'token', visibility: 'personal', after, topics: ['tokens'] })

export const listTokens = async (ctx: Ctx): Promise<{ rows: z.infer<typeof Token>[] }> => ({
  rows: await store.tokenRows(ctx),
})

const mostYears = 2
/** The end of its last day. Throws wrong-input for a day that is over, or too far away. */
const endOf = (ctx: Ctx, endsOn: string | undefined): string => {
  const today = Temporal.PlainDate.from(ctx.today)
  const last = endsOn === undefined ? today.add({ years: 1 }) : Temporal.PlainDate.from(endsOn)
  const wrong =
    Temporal.PlainDate.compare(last, today) < 0 || Temporal.PlainDate.compare(last, today.add({ years: mostYears })) > 0
  if (wrong) {
    const detail = m.members_token_ends_when({ years: mostYears }, { locale: ctx.language })
    throw problemAt('wrong-input', '/body/endsOn', detail, 'range')
  }
  return momentOf(last.add({ days: 1 }).toString(), '00:00').toString({ fractionalSecondDigits: 3 })
}

type Made = { id: string; token: string; expiresAt: string }
/** Makes an API token for who asks; its text is given once and stored only as a hash. It ends after a year, unless it is told when. */
export const makeToken = async (
  ctx: Ctx,
  name: string,
  { scope = 'read-and-write', endsOn }: { scope?: Scope; endsOn?: string | undefined } = {},
): Promise<Made> => {
  const { secret, hash } = makeSecret()
  const expiresAt = endOf(ctx, endsOn)
  const { id } = await store.insertToken(ctx, { hash, personId: personOf(ctx), name, scope, expiresAt })
  await tell(ctx, 'made', { name, scope })
  return { id, token: secret, expiresAt }
}

export const revokeToken = async (ctx: Ctx, id: string) => {
  const token = await store.revokeToken(ctx, id)
  if (!token) throw problem('not-found')
  await tell(ctx, 'revoked', token)
  return {}
}

export const revokeTokensOf = async (ctx: Ctx, { personId }: Holder) => {
  await store.revokeTokensOf(ctx, personId)
}

/** A row that tells who asks, as the database gives it before any centre is known; `unseen`: not used lately, as far as is written down. */
const AskerRow = z.object({
  person_id: z.int(),
  centre_id: z.int(),
  /** Null also for who waits for the school to agree. */
  school_id: z.nullable(z.int()),
  school_waits: z.boolean(),
  role: z.string(),
  language: z.string(),
})
const TokenRow = z.extend(AskerRow, { token_id: z.int(), scope: z.string(), unseen: z.boolean() })

export const askerFrom = (given: unknown, source: 'web' | 'api'): Asker => {
  const row = z.parse(AskerRow, given)
  return {
    personId: row.person_id,
    centreId: row.centre_id,
    schoolId: row.school_id,
    ...(row.school_waits && { schoolWaits: true }),
    role: row.role,
    language: languageOr(row.language),
    source,
  }
}

/** A token's text → what tells who asks: nobody when it works no more, or its person has left. Its use is written down once a minute. */
export const proofOfToken = (database: Database, token: string): Proof => {
  const hash = hashOfSecret(token)
  return {
    name: hash,
    rowAt: (at) => store.askerOfToken(hash, at),
    asker: (row) => {
      const asker = askerFrom(row, 'api')
      return z.parse(TokenRow, row).scope === 'read' ? { ...asker, readsOnly: true } : asker
    },
    seen: async (row, asker) => {
      const { unseen, token_id: id } = z.parse(TokenRow, row)
      if (unseen) await database.noteReading(asker, (ctx) => store.noteUsed(ctx, id))
    },
  }
}
