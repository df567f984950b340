import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import type { Visitor } from '#platform/http/serve'
import { hashOf } from './links.ts'
import { openLink } from './links.sql.ts'

/** The company a link belongs to: all that the rules behind the door may show or change. */
export type Guest = { linkId: number; cvr: string; companyId: number; language: 'da' | 'en' }

const minute = 60_000
const patience = { misses: 30, minutes: 10 }
/** Addresses that have tried links which do not work, in this process: how often, and since when. */
const missed = new Map<string, { count: number; since: number }>()

const missesOf = (address: string, now: number) => {
  const known = missed.get(address)
  // A clock that was set back starts anew, rather than shutting someone out for days.
  return known && now >= known.since && now - known.since < patience.minutes * minute ? known : undefined
}
const refuseGuesser = (address: string, now: number) => {
  const known = missesOf(address, now)
  if (!known || known.count < patience.misses) return
  throw problem('too-many-tries', { minutes: Math.ceil((known.since + patience.minutes * minute - now) / minute) })
}
const countMiss = (address: string, now: number) => {
  const known = missesOf(address, now)
  if (known) known.count++
  else missed.set(address, { count: 1, since: now })
  // A flood from many addresses must not fill the memory: the oldest are forgotten first.
  if (missed.size > 10_000) for (const [oldest] of [...missed].slice(0, 1000)) missed.delete(oldest)
}

const parts = /^([1-9]\d{0,8})-([\w-]{20,100})$/

/**
 * Lets in whoever has a company's link, in one transaction of its centre. An unknown, revoked or misshapen token, or one of
 * a centre that does not exist, gets the same link-revoked, so nobody learns which; an address that guesses is shut out.
 */
export const enter = async <T>(
  visitor: Visitor,
  token: string,
  work: (ctx: Ctx, guest: Guest) => Promise<T>,
): Promise<T> => {
  const now = visitor.database.clock().epochMilliseconds
  refuseGuesser(visitor.address, now)
  const [, centre = '', secret = ''] = parts.exec(token) ?? []
  const { language } = visitor
  const asker = {
    centreId: Number(centre),
    personId: null,
    schoolId: null,
    role: 'link',
    source: 'link',
    language,
  } as const
  const answer = await visitor.database.in(asker, async (ctx) => {
    const link = await openLink(ctx, hashOf(secret))
    return link && { got: await work(ctx, { linkId: link.id, cvr: link.cvr, companyId: link.companyId, language }) }
  })
  if (answer) return answer.got
  countMiss(visitor.address, now)
  throw problem('link-revoked')
}
