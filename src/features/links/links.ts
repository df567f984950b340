import { createHash, randomBytes } from 'node:crypto'
import type { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import type { CompanyLink, listCompanyLinks } from './links.schema.ts'
import { companyById } from '../promises/promises.sql.ts'
import * as db from './links.sql.ts'

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/**
 * Makes a link to a company's own page: `<BASE_URL>/jeres-forloeb/<centre>-<32 random bytes, base64url>`. Only the hash is
 * stored, so this is the only time the address is known. Older links go on working until they are revoked.
 */
export const makeLink = async (
  ctx: Ctx,
  { companyId, cvr }: { companyId: number; cvr: string },
): Promise<{ id: number; url: string }> => {
  const secret = randomBytes(32).toString('base64url')
  const { id } = await db.insertLink(ctx, { hash: hashOf(secret), cvr, companyId })
  await record(ctx, {
    verb: 'link-made',
    subject: 'company_link',
    subjectId: id,
    cvr,
    topics: ['company-links', 'companies'],
  })
  return { id, url: `${ctx.house.baseUrl}/jeres-forloeb/${ctx.centreId}-${secret}` }
}

export const makeLinkFor = async (ctx: Ctx, companyId: number) => {
  const company = await companyById(ctx, companyId)
  if (!company) throw problem('not-found')
  return makeLink(ctx, { companyId, cvr: company.cvr })
}

type Query = z.output<NonNullable<(typeof listCompanyLinks)['query']>>
export const listLinks = async (
  ctx: Ctx,
  query: Query,
): Promise<{ rows: z.infer<typeof CompanyLink>[]; next: string | null }> => {
  const [before] = readCursor(query.cursor, 1) ?? []
  const rows = await db.linkRows(ctx, { ...query, before: before ? Number(before) : undefined, limit: query.limit + 1 })
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > query.limit && last ? writeCursor([last.id]) : null }
}

/** The address stops working at once; revoking it twice is no error. */
export const revoke = async (ctx: Ctx, id: number): Promise<Record<string, never>> => {
  const revoked = await db.revokeLink(ctx, id)
  if (revoked) {
    await record(ctx, {
      verb: 'link-revoked',
      subject: 'company_link',
      subjectId: id,
      cvr: revoked.cvr,
      topics: ['company-links', 'companies'],
    })
  } else if (!(await db.linkExists(ctx, id))) {
    throw problem('not-found')
  }
  return {}
}
