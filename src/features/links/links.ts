/** Front door: addresses with a secret in them, for those without an account. The room that owns the page hands in the kind. */
import { randomBytes } from 'node:crypto'
import * as m from '#texts'
import type { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { post } from '#platform/mail/outbox'
import { houseLanguage } from '#platform/text/language'
import type { LinkKind } from '#platform/room'
import { showRules } from '../centre/centre.ts'
import { noteTold, noticeFor, personAt } from '../company-people/company-people.ts'
import { mayContact, mayNotContact } from '../may-contact/may-contact.ts'
import { linksEvents } from './links-events.table.ts'
import { hashOf } from './link-door.ts'
import type { CompanyLink, listCompanyLinks } from './links.schema.ts'
import * as listed from './links-listed.sql.ts'
import * as store from './links.sql.ts'

export { enter, type Guest, useLink } from './link-door.ts'

const record = recorder(linksEvents)

const topics = ['company-links', 'companies']
const kindOf = (ctx: Ctx, kind: string): LinkKind => {
  const found = ctx.house.rooms.flatMap(({ links = [] }) => links).find((one) => one.kind === kind)
  if (!found) throw new Error(`No room hands in links of the kind ${kind}.`)
  return found
}
const endOf = (ctx: Ctx, days: number | null) =>
  days === null ? null : ctx.now.add({ hours: 24 * days }).toString({ fractionalSecondDigits: 3 })

/** What a link of this kind opens; `company` where it belongs to one. */
export type Opens = {
  kind: string
  subjectId: number
  company: { companyId: number; cvr: string } | null
  /** Whose it is, and where it is sent: to nobody else. */
  to?: Recipient
}
/** `personId`: someone of the company whom we know; his link ends when he is forgotten. */
export type Recipient = { name: string; email: string; personId?: number }

/** What is renewed while something runs ends as the centre says; the others as their room does. */
const daysOf = async (ctx: Ctx, { endsAfterDays, renewed }: LinkKind) =>
  renewed && endsAfterDays !== null ? (await showRules(ctx)).linkDays : endsAfterDays

/**
 * Makes a link: `<BASE_URL><path of its kind><centre>-<32 random bytes, base64url>`. Only the hash is stored, so this is the only time
 * the address is known. Older links go on working until they end or are revoked.
 */
export const makeLink = async (
  ctx: Ctx,
  { kind, subjectId, company, to }: Opens,
): Promise<{ id: number; url: string }> => {
  const found = kindOf(ctx, kind)
  const { path, uses } = found
  const secret = randomBytes(32).toString('base64url')
  const { id } = await store.insertLink(ctx, {
    kind,
    subjectId,
    companyId: company?.companyId ?? null,
    cvr: company?.cvr ?? null,
    hash: hashOf(secret),
    endsAt: endOf(ctx, await daysOf(ctx, found)),
    mostUses: uses,
    recipientName: to?.name ?? null,
    recipientEmail: to?.email ?? null,
    companyPersonId: to?.personId ?? null,
  })
  const visibility = found.ofPerson ? 'personal' : 'centre'
  await record(ctx, { verb: 'link-made', subject: 'link', subjectId: id, visibility, ...company, topics })
  return { id, url: `${ctx.house.baseUrl}${path}${ctx.centreId}-${secret}` }
}

/** A link to a company's own page. */
export const makeCompanyLink = async (ctx: Ctx, company: { companyId: number; cvr: string }, to?: Recipient) =>
  makeLink(ctx, { kind: 'company-page', subjectId: company.companyId, company, ...(to && { to }) })

/** Who said stop is not written to either, unless something is running that it should be able to follow. */
const refuseAfterStop = async (ctx: Ctx, companyId: number) => {
  const { because, running } = await mayContact(ctx, companyId, { purpose: 'agreed', channel: 'mail' })
  if (because && !(because.kind === 'stop' && running)) throw mayNotContact(because)
}

/** Someone there, at the address that he allows. */
const addressed = async (ctx: Ctx, companyId: number, personId: number) => {
  const { name, mail } = await personAt(ctx, companyId, personId, '/body/companyPersonId')
  if (mail.value === null || !mail.allowed) throw problem('person-without-mail', { name })
  return { name, email: mail.value, personId }
}
/** What he must be told, at the foot of the first mail that goes to him anyway. */
const told = async (ctx: Ctx, personId: number | null) => {
  if (personId === null) return ''
  const notice = await noticeFor(ctx, personId)
  if (notice) await noteTold(ctx, personId, 'mail')
  return notice
}

/**
 * Sends a company the link to its own page, to the address it has itself: whoever holds a link acts as the company, so nobody of the
 * centre gets it back. Throws not-found, may-not-contact, company-without-address.
 */
export const sendCompanyLink = async (ctx: Ctx, companyId: number, personId: number | null = null) => {
  const company = await store.companyById(ctx, companyId)
  if (!company) throw problem('not-found')
  const { cvr, centre } = company
  await refuseAfterStop(ctx, companyId)
  const to =
    personId === null ? { name: company.name, email: company.email } : await addressed(ctx, companyId, personId)
  const { name, email } = to
  if (!email || (await isMembers(ctx, email))) throw problem('company-without-address')
  const { id, url } = await makeCompanyLink(ctx, { companyId, cvr }, { ...to, email })
  // Companies are written to in the house's own language: theirs is not known.
  const locale = houseLanguage
  await post(ctx, {
    to: email,
    toName: name,
    subject: m.links_mail_subject({ centre }, { locale }),
    body: [m.links_mail_body({ company: company.name, centre, url }, { locale }), await told(ctx, personId)]
      .filter(Boolean)
      .join('\n\n'),
  })
  return { id, to: email, waits: ctx.house.mail === null }
}

/** His links end, and say no more whose they were. */
export const forgetPerson = async (ctx: Ctx, companyPersonId: number): Promise<void> => {
  await store.claimLinks(ctx, companyPersonId)
  for (const { id } of await store.linksOfPerson(ctx, companyPersonId)) await revokeLink(ctx, id)
  await store.forgetRecipient(ctx, companyPersonId)
}

const kindsOfPeople = (ctx: Ctx) =>
  ctx.house.rooms.flatMap(({ links = [] }) => links.flatMap(({ kind, ofPerson }) => (ofPerson ? [kind] : [])))
/** What stands neither in the list nor under its addresses. */
const kindsNotListed = (ctx: Ctx) =>
  ctx.house.rooms.flatMap(({ links = [] }) =>
    links.flatMap(({ kind, ofPerson, keptApart }) => (ofPerson || keptApart ? [kind] : [])),
  )
/** The link of someone's own, of one kind; undefined: none works. */
export const linkOfPerson = (ctx: Ctx, kind: string, personId: number) => listed.linkOfPerson(ctx, kind, personId)
/** The links of one kind that open one thing, and work. */
export const linksOf = (ctx: Ctx, kind: string, subjectId: number) => listed.linksOf(ctx, kind, subjectId)
/** Those of one kind that a company has, and work. */
export const linksOfCompany = (ctx: Ctx, kind: string, companyId: number) => listed.linksOfCompany(ctx, kind, companyId)
/** Someone's own links end, of one kind or of all. What is a company's stays with it, whoever made it. */
export const endLinksOf = async (ctx: Ctx, { personId }: { personId: number }, kind?: string): Promise<void> => {
  for (const id of await listed.endLinksOf(ctx, kind === undefined ? kindsOfPeople(ctx) : [kind], personId))
    await record(ctx, { verb: 'link-revoked', subject: 'link', subjectId: id, visibility: 'personal', topics: [] })
}

/** Whether an address is someone's of the centre: a company's link is not sent there. */
export const isMembers = async (ctx: Ctx, email: string) => (await store.memberOf(ctx, email)) !== undefined

type Query = z.output<NonNullable<(typeof listCompanyLinks)['query']>>
export const listLinks = async (
  ctx: Ctx,
  query: Query,
): Promise<{ rows: z.infer<typeof CompanyLink>[]; next: string | null }> => {
  const [before] = readCursor(query.cursor, 1) ?? []
  const rows = await listed.linkRows(ctx, {
    ...query,
    notOf: kindsNotListed(ctx),
    before: before ? Number(before) : undefined,
    limit: query.limit + 1,
  })
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > query.limit && last ? writeCursor([last.id]) : null }
}

const revokeUnless = async (ctx: Ctx, id: number, notOf: readonly string[]): Promise<Record<string, never>> => {
  const revoked = await store.revokeLink(ctx, id, notOf)
  if (revoked) await record(ctx, { verb: 'link-revoked', subject: 'link', subjectId: id, ...revoked, topics })
  else if (!(await store.linkExists(ctx, id, notOf))) throw problem('not-found')
  return {}
}
/** The address stops working at once, whatever its kind but a person's own; revoking it twice is no error. For rooms. */
export const revokeLink = (ctx: Ctx, id: number) => revokeUnless(ctx, id, kindsOfPeople(ctx))
/** The same for whoever visits: of those that are listed. */
export const revokeListed = (ctx: Ctx, id: number) => revokeUnless(ctx, id, kindsNotListed(ctx))
/** All links of a company that are listed. Throws not-found. */
export const revokeAllListed = async (ctx: Ctx, companyId: number): Promise<{ ended: number }> => {
  if (!(await store.companyById(ctx, companyId))) throw problem('not-found')
  const rows = await listed.linkRows(ctx, { companyId, inUse: true, notOf: kindsNotListed(ctx), limit: 1000 })
  for (const { id } of rows) await revokeListed(ctx, id)
  return { ended: rows.length }
}
