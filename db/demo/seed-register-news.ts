/** What the register told this month: a firm under two callers' eyes goes bankrupt, others stop, and two workplaces get new owners. */
import type { Ctx } from '#platform/context'
import { mayContact } from '../../src/features/may-contact/may-contact.ts'
import { carryMoves } from '../../src/features/moved-places/moved-places.ts'
import { makePromise } from '../../src/features/promises/promises.ts'
import { importCompanies } from '../../src/features/register/register.ts'
import { takeRegularContact } from '../../src/features/regular-contacts/regular-contacts.ts'
import { companyDocument, workplaceDocument } from './companies.ts'
import type { Company } from './company-facts.ts'
import { forms } from './legal-forms.table.ts'
import { fileOf, freeNumber, type Register } from './seed-register.ts'
import { companyOf, dueOn, happen, listOf, type Stories } from './seed-stories.ts'

/** What befalls whom, so many workdays ago: companies of the list that is called, and one that waits for what was agreed. */
const goingUnder = [
  { of: 'list', status: 'UNDER KONKURS', ago: 6 },
  { of: 'list', status: 'UNDER TVANGSOPLØSNING', ago: 8 },
  { of: 'promise', status: 'UNDER FRIVILLIG LIKVIDATION', ago: 5 },
] as const
/** Workplaces that another company has now, and what stands over the door. */
const newOwners = [
  {
    ...{ story: 'kommune-779', place: 'Plejecenter Solgården', sign: 'Friplejehjemmet Solgården' },
    owner: { name: 'Friplejehjemmet Solgården', form: forms.FON },
  },
  {
    ...{ story: 'bageriet-kringlen', place: 'Bageriet Kringlen, Vinderup', sign: 'Vinderup Bagerhus' },
    owner: { name: 'Vinderup Bagerhus ApS', form: forms.APS },
  },
] as const

type Fate = { cvr: string; status: string; since: string }
const isLimited = (name: string) => / (ApS|A\/S)$/.test(name)

/** The last of the list that nobody has called and that may be: of one workplace, and without a story. */
const notYetCalled = async (stories: Stories, ctx: Ctx, taken: readonly string[]): Promise<string | undefined> => {
  for (const { companyId, cvr, name, phone } of listOf(stories, 'haandvaerk').companies.toReversed()) {
    if (!isLimited(name) || phone === null || stories.reserved.has(cvr) || taken.includes(cvr)) continue
    if ((await mayContact(ctx, companyId, { purpose: 'outreach', channel: 'phone' })).may) return cvr
  }
  return undefined
}
/** One that somebody has promised something. */
const withPromise = async ({ reserved }: Stories, ctx: Ctx): Promise<string | undefined> => {
  const rows = await ctx.db
    .selectFrom('hindranceNow as h')
    .innerJoin('companyPlace as c', 'c.id', 'h.companyId')
    .where('h.centreId', '=', ctx.centreId)
    .where('h.kind', '=', 'promise')
    .where('c.kind', '=', 'company')
    .select(['c.cvr', 'c.name'])
    .orderBy('c.id', 'desc')
    .execute()
  return rows.find(({ cvr, name }) => isLimited(name) && !reserved.has(cvr))?.cvr
}

const fatesOf = async (stories: Stories, ctx: Ctx): Promise<Fate[]> => {
  const fates: Fate[] = []
  for (const { of, status, ago } of goingUnder) {
    const taken = fates.map(({ cvr }) => cvr)
    const cvr = of === 'list' ? await notYetCalled(stories, ctx, taken) : await withPromise(stories, ctx)
    if (cvr) fates.push({ cvr, status, since: stories.calendar.day(ago) })
  }
  return fates
}

/** The workplace under its new company: its number, its people and its telephone are the same. */
const soldTo = (
  { seed, companies }: Register,
  { story, place, owner }: (typeof newOwners)[number],
  from: string,
  nth: number,
): [Company, Company] => {
  const old = companies.find((one) => one.story === story)
  const at = old?.workplaces.find(({ name }) => name === place)
  if (!old || !at) throw new Error(`The story »${story}« has no place »${place}«`)
  const { phone, employees, place: where, industry = old.industry } = at
  const cvr = freeNumber(seed + 3_000_000 + nth * 50_000, companies)
  const kept = { ...old, ...owner, cvr, from, industry, phone, employees, place: where, story: null, formerPlace: null }
  const workplaces = [{ ...at, email: null, boughtFrom: old.cvr }]
  return [old, { ...kept, email: null, website: null, to: null, status: 'NORMAL', workplaces }]
}

/** What the register has changed, as documents. */
const changes = (register: Register, fates: readonly Fate[], told: string, since: string) => {
  const gone = fates.flatMap(({ cvr, status, since: statusSince }) => {
    const company = register.companies.find((one) => String(one.cvr) === cvr)
    return company ? [companyDocument({ ...company, status, statusSince }, told, told)] : []
  })
  const sold = newOwners.flatMap((sale, nth) => {
    const [old, company] = soldTo(register, sale, since, nth)
    const left = old.workplaces.filter(({ name }) => name !== sale.place)
    const employees = left.reduce((sum, each) => sum + each.employees, 0)
    return [
      companyDocument({ ...old, workplaces: left, employees }, told, told),
      companyDocument(company, told, told),
      ...company.workplaces.map((at) => workplaceDocument({ ...at, name: sale.sign }, company, told, told)),
    ]
  })
  return [...gone, ...sold].map((one) => JSON.stringify(one)).join('\n')
}

/** The coordinator brings in what the register has changed; what the centre has of the moved places goes along in the next minute. */
export const planRegisterNews = (stories: Stories, register: Register): void => {
  const { cast, calendar } = stories
  const told = calendar.day(4)
  let fates: Fate[] = []
  happen(stories, [
    // What was agreed before the two places got new owners: one with the place alone, one with all of the old company.
    [
      ...([9, '10:15', 'Karen Mølgaard'] as const),
      (ctx) => {
        const followUp = { what: 'Ringe til Inge Kringelbach om hygiejneholdet', dueOn: dueOn(calendar.today, 9) }
        return takeRegularContact(ctx, { companyId: companyOf(stories, 'bageriet-kringlen').id, followUp })
      },
    ],
    [
      ...([8, '13:40', 'Pia Winther'] as const),
      async (ctx) => {
        const place = await ctx.db
          .selectFrom('companyPlace')
          .select('id')
          .where('cvr', '=', companyOf(stories, 'kommune-779').cvr)
          .where('name', '=', newOwners[0].place)
          .executeTakeFirstOrThrow()
        const promise = { what: 'Forslag til demenskursus for nattevagterne', dueOn: dueOn(calendar.today, 8) }
        await makePromise(ctx, { ...promise, companyId: place.id, ownerId: cast.as('Pia Winther').personId })
      },
    ],
    [3, '08:05', 'Hanne Lind', async (ctx) => void (fates = await fatesOf(stories, ctx))],
    [
      ...([3, '08:10', 'Hanne Lind'] as const),
      (ctx) => {
        const file = fileOf(`cvr-aendringer-${told}.json`, changes(register, fates, told, calendar.day(5)))
        return importCompanies({ in: (work) => work(ctx) }, file)
      },
    ],
    [3, '08:11', 'uret', (ctx) => carryMoves.run(ctx)],
  ])
}
