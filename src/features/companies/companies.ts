import type { Ctx } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { isOneOf, isRecord } from '#platform/typed.shared'
import { visitors } from '../centre/roles.ts'
import { isShared } from '../leaderships/leaderships.ts'
import { basesOf, mayContact, purposeOfCall } from '../may-contact/may-contact.ts'
import { divisionName, industryDivisions } from '../official-codes/industry-divisions.table.ts'
import { legalForms } from '../official-codes/legal-forms.table.ts'
import { municipalities, regions } from '../official-codes/municipalities.table.ts'
import { municipalityName } from '../official-codes/official-codes.ts'
import { formerCvrsOf } from '../register/register.ts'
import { contactOf } from '../regular-contacts/regular-contacts.ts'
import { forLists, isReport } from '../visits/visits.ts'
import type { CompanyRow, RegisterChoices } from './companies.schema.ts'
import * as store from './companies.sql.ts'
import type { CompanyCard, CompanyEvent } from './one-company.schema.ts'
import * as oneCompany from './one-company.sql.ts'

type Row = z.infer<typeof CompanyRow>
type Card = z.infer<typeof CompanyCard>
type Page<R> = { rows: R[]; next: string | null }
type Asked = { cursor?: string | undefined; limit: number }

/** What they do, in words: of a code alone, its division. */
const saysIndustry = (ctx: Ctx, { industry, industryText }: { industry: string | null; industryText: string | null }) =>
  industryText ?? divisionName(industry, ctx.language)

const rowOf = (
  ctx: Ctx,
  { blockReason, blockUntil, sortKey: _, ...company }: store.Listed & { sortKey: unknown },
): Row => ({
  ...company,
  industryText: saysIndustry(ctx, company),
  municipalityName: municipalityName(company.municipality),
  callBlock: blockReason === null ? null : { reason: blockReason, untilOn: blockUntil },
})

/** A page of the register, sorted as in Danish. A cursor holds for the order it was made in. */
export const listCompanies = async (
  ctx: Ctx,
  { cursor, limit, sort = 'name', ...filter }: store.Filter & Asked & { sort?: store.Sort | undefined },
): Promise<Page<Row>> => {
  const [of, key = null, name, id] = readCursor(cursor, 4) ?? []
  if (of !== undefined && of !== sort) throw problem('bad-cursor')
  const after = of === undefined ? undefined : { key, name: String(name), id: Number(id) }
  const found = await store.pageOfCompanies(ctx, filter, { sort, after, limit: limit + 1 })
  const last = found.length > limit ? found[limit - 1] : undefined
  const next = last ? writeCursor([sort, last.sortKey, last.name, last.id]) : null
  return { rows: found.slice(0, limit).map((row) => rowOf(ctx, row)), next }
}

const mostCounted = 10_000
export const countCompanies = async (ctx: Ctx, filter: store.Filter) => {
  const { count, workplaces } = await store.countUpTo(ctx, filter, mostCounted)
  return { total: Math.min(count, mostCounted), workplaces, more: count > mostCounted }
}

/** Names for codes. Region Østdanmark takes the place of two others from 1 January 2027 (act 699/2025 § 126). */
export const showRegisterChoices = (ctx: Ctx): z.infer<typeof RegisterChoices> => {
  const when = ctx.today < '2027-01-01' ? 'until' : 'from2027'
  return {
    municipalities: municipalities
      .map(({ code, name, region }) => ({ code: String(code), name, region: region && regions[region][when] }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'da')),
    industries: Object.keys(industryDivisions)
      .map((code) => ({ code, name: divisionName(code, ctx.language) ?? code }))
      .toSorted((a, b) => a.code.localeCompare(b.code)),
    forms: legalForms.map(({ code, short }) => ({ code: String(code), name: short })),
  }
}

const workplacesShown = 50
/** Under one leadership the card's own answer is every place's. */
const noState = { state: null, untilOn: null, who: null }

const known = async (ctx: Ctx, id: number): Promise<oneCompany.CompanyRecord> => {
  const company = await oneCompany.companyById(ctx, id)
  if (!company) throw problem('not-found')
  return company
}

/** The company as the register has it, and whether we may call it. Its story stands in the endpoints of who tells it. */
export const showCompany = async (ctx: Ctx, id: number): Promise<Card> => {
  const company = await known(ctx, id)
  const legal = company.kind === 'company' ? company : await oneCompany.legalCompany(ctx, company.cvr)
  const sharedLeadership = await isShared(ctx, company.cvr)
  const workplaces = sharedLeadership
    ? await oneCompany.sistersOf(ctx, company.cvr, workplacesShown)
    : (await oneCompany.workplacesOf(ctx, company.cvr, workplacesShown)).map((place) => ({ ...place, ...noState }))
  const size = await oneCompany.sizeOf(ctx, company.cvr)
  const blocks = await oneCompany.blocksOf(ctx, company.id)
  const ownWays = await oneCompany.ownWaysOf(ctx, company.id)
  const visits = isOneOf(visitors, ctx.role)
  // Whoever answers what they came with themselves may.
  const purpose = await purposeOfCall(ctx, { cvr: company.cvr, companyId: company.id })
  const contact = await contactOf(ctx, { cvr: company.cvr, companyId: company.id })
  const report = visits ? await oneCompany.meetingToReport(ctx, company.id) : undefined
  const { sought: _, emailDomain: __, changedAt: ___, formCode: ____, ...facts } = company
  return {
    ...facts,
    industryText: saysIndustry(ctx, company),
    companyEmployeesFrom: size?.employeesFrom ?? null,
    companyEmployeesTo: size?.employeesTo ?? null,
    protected: company.protected || legal?.protected === true,
    municipalityName: municipalityName(company.municipality),
    callBlock: blocks[0] ?? null,
    company: legal && legal.id !== company.id ? { id: legal.id, name: legal.name } : null,
    workplaces: workplaces.filter((place) => place.id !== id).map(({ total: _total, ...place }) => place),
    workplaceCount: workplaces[0]?.total ?? 0,
    sharedLeadership,
    contact: contact?.name ?? null,
    blocks,
    judgement: await mayContact(ctx, company.id, { purpose, channel: 'phone' }),
    ownWays,
    standing: (await oneCompany.standingOf(ctx, company)) ?? null,
    bases: await basesOf(ctx, company.cvr),
    meetings: await oneCompany.openMeetings(ctx, company.id),
    callBacks: await oneCompany.callBacksOf(ctx, company.id),
    reportFor: report?.bookingId ?? null,
    can: { recordBasis: visits, report: visits },
  }
}

/** An older wording of a report is told as the report itself is beside a company: without what no list may name. */
const asTold = (subject: string, value: Record<string, unknown> | null) =>
  subject === 'visit' && value && isReport(value) ? forLists(value) : value

export const listCompanyEvents = async (
  ctx: Ctx,
  id: number,
  { cursor, limit }: Asked,
): Promise<Page<z.infer<typeof CompanyEvent>>> => {
  const [{ cvr }, former] = await Promise.all([known(ctx, id), formerCvrsOf(ctx, id)])
  const [before] = readCursor(cursor, 1) ?? []
  const found = await oneCompany.pageOfEvents(
    ctx,
    { id, cvr, former },
    before === undefined ? undefined : Number(before),
    limit + 1,
  )
  const asRecord = (value: unknown) => (isRecord(value) ? value : null)
  const shown = found.slice(0, limit).map((row) => ({
    ...row,
    before: asTold(row.subject, asRecord(row.before)),
    after: asTold(row.subject, asRecord(row.after)),
  }))
  return { rows: shown, next: found.length > limit ? writeCursor([shown.at(-1)?.id ?? 0]) : null }
}

const unseen = new Set(['changed_at', 'register_changed_at'])
const asText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null

/** What imports of this centre changed about the company, newest first. */
export const listCorrections = async (ctx: Ctx, id: number) => {
  const found = await oneCompany.correctionsOf(ctx, id)
  return {
    rows: found.map(({ importId, fileName, before, after, who, finishedAt, uploadedAt, undoneAt }) => {
      const [was, is] = [before ?? {}, after]
      const fields = Object.keys(is).filter((field) => before !== null && !unseen.has(field))
      const changes = fields.map((field) => ({ field, before: asText(was[field]), after: asText(is[field]) }))
      return {
        importId,
        fileName,
        at: finishedAt ?? uploadedAt,
        who,
        undone: undoneAt !== null,
        created: before === null,
        changes,
      }
    }),
  }
}
