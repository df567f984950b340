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
const refuseGuesser = async (ctx: Ctx, address: string) => {
  const shut = await store.missesOf(ctx, address, patience.minutes)
  if (!shut || shut.misses < patience.misses) return
  throw problem('too-many-tries', { minutes: Math.ceil(shut.minutesLeft) })
}

const parts = /^([1-9]\d{0,8})-([\w-]{20,100})$/

/**
 * Lets in whoever has a link of this kind, in one transaction of its centre; what is recorded there names the link. An unknown,
 * revoked, ended or misshapen token, one of another kind, or of a centre that does not exist, gets the same link-revoked, so nobody
 * learns which; an address that guesses is shut out.
 */
export const enter = async <T>(
  { database, address, language }: Pick<Visitor, 'database' | 'address' | 'language'>,
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
    language,
  } as const
  const answer = await database.in(asker, async (ctx) => {
    await refuseGuesser(ctx, address)
    const link = await store.openLink(ctx, kind, hashOf(secret))
    if (!link) {
      // Not thrown: the miss is to stay counted.
      await store.countMiss(ctx, address, patience.minutes)
      return null
    }
    const { id, subjectId, companyId, cvr } = link
    const company = companyId === null || cvr === null ? null : { companyId, cvr }
    return { got: await work({ ...ctx, linkId: id }, { linkId: id, subjectId, company }) }
  })
  if (!answer) throw problem('link-revoked')
  return answer.got
}

/** Spends one of a link's uses: of two at the last one, one is told link-revoked. */
export const useLink = async (ctx: Ctx, { linkId }: Guest): Promise<void> => {
  if (!(await store.spendUse(ctx, linkId))) throw problem('link-revoked')
}
