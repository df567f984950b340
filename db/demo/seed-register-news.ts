/** What the register told this month: a firm under two callers' eyes goes bankrupt, others stop, and two workplaces get new owners. */
import type { Ctx } from '#platform/context'
import { mayContact } from '../../src/features/may-contact/may-contact.ts'
import { carryMoves } from '../../src/features/moved-places/moved-places.ts'
import { importCompanies } from '../../src/features/register/register.ts'
import { companyDocument, workplaceDocument } from './companies.ts'
import type { Company } from './company-facts.ts'
import { forms } from './legal-forms.table.ts'
import { fileOf, freeNumber, type Register } from './seed-register.ts'
import { happen, listOf, type Stories } from './seed-stories.ts'
import { sure } from './table-text.ts'

/** Workplaces that another company has now: whose it was, which; the company's name and form, and what stands over the door. */
const newOwners = [
  ['kommune-779', 'Plejecenter Solgården', 'Friplejehjemmet Solgården', forms.FON, 'Friplejehjemmet Solgården'],
  ['bageriet-kringlen', 'Bageriet Kringlen, Vinderup', 'Vinderup Bagerhus ApS', forms.APS, 'Vinderup Bagerhus'],
] as const

const isLimited = (name: string) => / (ApS|A\/S)$/.test(name)
/** Two of the list that nobody has called and that may be, the last of it; of one workplace, and without a story. */
const notYetCalled = async (stories: Stories, ctx: Ctx): Promise<string[]> => {
  const found: string[] = []
  for (const { companyId, cvr, name, phone } of listOf(stories, 'haandvaerk').companies.toReversed()) {
    if (!isLimited(name) || phone === null || stories.reserved.has(cvr) || found.includes(cvr)) continue
    if ((await mayContact(ctx, companyId, { purpose: 'outreach', channel: 'phone' })).may) found.push(cvr)
    if (found.length === 2) break
  }
  return found
}
/** One that somebody has promised something. */
const withPromise = async ({ reserved }: Stories, ctx: Ctx): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('hindranceNow as h')
    .innerJoin('companyPlace as c', 'c.id', 'h.companyId')
    .where('h.centreId', '=', ctx.centreId)
    .where('h.kind', '=', 'promise')
    .where('c.kind', '=', 'company')
    .select(['c.cvr', 'c.name'])
    .orderBy('c.id', 'desc')
    .execute()
  return rows.flatMap(({ cvr, name }) => (isLimited(name) && !reserved.has(cvr) ? [cvr] : [])).slice(0, 1)
}

/** The workplace under its new company, from a day on: its number, its people and its telephone are the same. */
const sold = ({ seed, companies }: Register, nth: 0 | 1, from: string, told: string) => {
  const [story, place, name, form, sign] = newOwners[nth]
  const old = sure(
    `The story »${story}« has no company`,
    companies.find((one) => one.story === story),
  )
  const at = sure(
    `It has no place »${place}«`,
    old.workplaces.find((one) => one.name === place),
  )
  const left = old.workplaces.filter((one) => one !== at)
  const employees = left.reduce((sum, each) => sum + each.employees, 0)
  const moved = { ...at, name: sign, email: null, boughtFrom: old.cvr }
  const { phone, industry = old.industry } = at
  const company: Company = {
    ...{ ...old, story: null, formerPlace: null, email: null, website: null, to: null, status: 'NORMAL' },
    ...{ cvr: freeNumber(seed + 3_000_000 + nth * 50_000, companies), name, form, from, industry, phone },
    ...{ employees: at.employees, place: at.place, workplaces: [moved] },
  }
  return [
    companyDocument({ ...old, workplaces: left, employees }, told, told),
    companyDocument(company, told, told),
    workplaceDocument(moved, company, told, told),
  ]
}

/** The coordinator brings in what the register has changed; what the centre has of the moved places goes along in the next minute. */
export const planRegisterNews = (stories: Stories, register: Register): void => {
  const { calendar } = stories
  const told = calendar.day(4)
  const ending = (status: string, ago: number) => (cvr: string | undefined) =>
    register.companies
      .filter((company) => String(company.cvr) === cvr)
      .map((company) => companyDocument({ ...company, status, statusSince: calendar.day(ago) }, told, told))
  const bringIn = async (ctx: Ctx) => {
    const [one, other] = await notYetCalled(stories, ctx)
    const [promised] = await withPromise(stories, ctx)
    const documents = [
      ...ending('UNDER KONKURS', 6)(one),
      ...ending('UNDER TVANGSOPLØSNING', 8)(other),
      ...ending('UNDER FRIVILLIG LIKVIDATION', 5)(promised),
      ...sold(register, 0, calendar.day(5), told),
      ...sold(register, 1, calendar.day(5), told),
    ]
    const text = documents.map((document) => JSON.stringify(document)).join('\n')
    await importCompanies({ in: (work) => work(ctx) }, fileOf(`cvr-aendringer-${told}.json`, text))
  }
  happen(stories, [
    [3, '08:10', 'Hanne Lind', bringIn],
    [3, '08:11', 'uret', (ctx) => carryMoves.run(ctx)],
  ])
}
