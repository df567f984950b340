/** The one door for those without an account: whatever kind of link they hold, it is looked up, counted and ended here. */
import { createHash } from 'node:crypto'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import type { Visitor } from '#platform/http/serve'
import * as store from './links.sql.ts'

/** What a link opens: all that the rules behind the door may show or change. `company` where it belongs to one. */
export type Guest = { linkId: number; subjectId: number; company: { companyId: number; cvr: string } | null }

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

const patience = { misses: 30, minutes: 10 }
type Counted = Awaited<ReturnType<typeof store.missesOf>>
const enough = (counted: Counted) =>
  counted && counted.misses > patience.misses
    ? problem('too-many-tries', { minutes: Math.ceil(counted.minutesLeft) })
    : undefined
/**
 * A link that works is never asked; of addresses that guess, each guess is counted, and after so many the answer is only to wait:
 * then nothing is written any more, and nobody waits for who writes.
 */
const missed = async (ctx: Ctx, address: string) => {
  const already = enough(await store.missesOf(ctx, address, patience.minutes))
  if (already) return already
  await store.countMiss(ctx, address, patience.minutes)
  return enough(await store.missesOf(ctx, address, patience.minutes)) ?? problem('link-revoked')
}

const parts = /^([1-9]\d{0,8})-([\w-]{20,100})$/

/**
 * Lets in whoever has a link of this kind, in one transaction of its centre; what is recorded there names the link. An unknown,
 * revoked, ended or misshapen token, one of another kind, or of a centre that does not exist, gets the same link-revoked, so nobody
 * learns which; an address that guesses on and on gets too-many-tries, which tells no more.
 */
export const enter = async <T>(
  visitor: Pick<Visitor, 'database' | 'in' | 'address' | 'language'>,
  kind: string,
  token: string,
  work: (ctx: Ctx, guest: Guest) => Promise<T>,
): Promise<T> => {
  const [, centre = '', secret = ''] = parts.exec(token) ?? []
  const asker = {
    centreId: Number(centre),
    personId: null,
    schoolId: null,
    role: 'link',
    source: 'link',
    language: visitor.language,
  } as const
  let link: Awaited<ReturnType<typeof store.linkBehind>>
  const nobody = problem('link-revoked')
  try {
    const got = await visitor.in(asker, async (ctx) => {
      link = await store.linkBehind(ctx, kind, hashOf(secret))
      if (!link) throw nobody
      const { id, subjectId, companyId, cvr } = link
      const company = companyId === null || cvr === null ? null : { companyId, cvr }
      return work({ ...ctx, linkId: id }, { linkId: id, subjectId, company })
    })
    if (link?.unseen) await visitor.database.noteReading(asker, (ctx) => store.noteOpened(ctx, link?.id ?? 0))
    return got
  } catch (error) {
    if (error !== nobody) throw error
    throw await visitor.database.noteReading(asker, (ctx) => missed(ctx, visitor.address))
  }
}

/** Spends one of a link's uses: of two at the last one, one is told link-revoked. */
export const useLink = async (ctx: Ctx, { linkId }: Guest): Promise<void> => {
  if (!(await store.spendUse(ctx, linkId))) throw problem('link-revoked')
}
