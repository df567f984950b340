/** What the register told this month: a firm under two callers' eyes goes bankrupt, others stop, and two workplaces get new owners. */
import type { Ctx } from '#platform/context'
import { mayContact } from '../../src/features/may-contact/may-contact.ts'
import { carryMoves } from '../../src/features/moved-places/moved-places.ts'
import { makePromise } from '../../src/features/promises/promises.ts'
import { importCompanies } from '../../src/features/register/register.ts'
import { takeRegularContact } from '../../src/features/regular-contacts/regular-contacts.ts'
import { companyDocument, workplaceDocument } from './companies.ts'
import type { Company } from './company-facts.ts'
import { daysAfter } from './dates.ts'
import { cvrNumbers } from './numbers.ts'
import type { RegisterDocument } from './register-document.ts'
import { isWorkday, minutes, workdayFrom } from './seed-calendar.ts'
import type { Register } from './seed-register.ts'
import { goingUnder, newOwners } from './seed-register-news.table.ts'
import { companyOf, listOf, type Stories } from './seed-stories.ts'

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

/** A number that the register has not taken. */
const freeNumber = (from: number, companies: readonly Company[]): number => {
  const taken = new Set(companies.map(({ cvr }) => cvr))
  for (const cvr of cvrNumbers(from)) if (!taken.has(cvr)) return cvr
  throw new RangeError('No number is free')
}

/** The workplace under its new company: its number, its people and its telephone are the same. */
const soldTo = (
  { seed, companies }: Register,
  story: string,
  place: string,
  owner: Pick<Company, 'name' | 'form' | 'from'>,
  nth: number,
): [Company, Company] => {
  const old = companies.find((one) => one.story === story)
  const at = old?.workplaces.find(({ name }) => name === place)
  if (!old || !at) throw new Error(`The story »${story}« has no place »${place}«`)
  const cvr = freeNumber(seed + 3_000_000 + nth * 50_000, companies)
  const { phone, employees } = at
  const whole = {
    ...old,
    ...owner,
    cvr,
    story: null,
    place: at.place,
    formerPlace: null,
    phone,
    email: null,
    employees,
  }
  return [
    old,
    { ...whole, website: null, to: null, status: 'NORMAL', workplaces: [{ ...at, email: null, boughtFrom: old.cvr }] },
  ]
}

const fileOf = (documents: readonly RegisterDocument[], date: string) => {
  const bytes = Buffer.from(documents.map((one) => JSON.stringify(one)).join('\n'))
  const once = async function* () {
    yield bytes
  }
  return { name: `cvr-aendringer-${date}.json`, bytes: once(), size: bytes.length }
}

/** What was agreed before the two places got new owners: one with the place alone, one with all of the old company. */
const planBefore = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  const karen = cast.as('Karen Mølgaard')
  agenda.plan(calendar.at(9, '10:15'), karen, async (ctx) => {
    const due = daysAfter(calendar.today, 9)
    const followUp = {
      what: 'Ringe til Inge Kringelbach om hygiejneholdet',
      dueOn: isWorkday(due) ? due : workdayFrom(due),
    }
    await takeRegularContact(ctx, { companyId: companyOf(stories, 'bageriet-kringlen').id, followUp })
  })
  const pia = cast.as('Pia Winther')
  agenda.plan(calendar.at(8, '13:40'), pia, async (ctx) => {
    const { cvr } = companyOf(stories, 'fjordby-omsorg')
    const place = await ctx.db
      .selectFrom('companyPlace')
      .select('id')
      .where('cvr', '=', cvr)
      .where('name', '=', newOwners[0].place)
      .executeTakeFirst()
    const due = daysAfter(calendar.today, 8)
    const what = 'Forslag til demenskursus for nattevagterne'
    const dueOn = isWorkday(due) ? due : workdayFrom(due)
    if (place) await makePromise(ctx, { companyId: place.id, what, ownerId: pia.personId, dueOn })
  })
}

/** The coordinator brings in what the register has changed; what the centre has of the moved places goes along in the next minute. */
export const planRegisterNews = (stories: Stories, register: Register): void => {
  const { agenda, cast, calendar } = stories
  planBefore(stories)
  const told = calendar.day(4)
  let fates: Fate[] = []
  agenda.plan(calendar.at(3, '08:05'), cast.as('Hanne Lind'), async (ctx) => {
    fates = await fatesOf(stories, ctx)
  })
  const moment = calendar.at(3, '08:10')
  agenda.plan(moment, cast.as('Hanne Lind'), async (ctx) => {
    const gone = fates.flatMap(({ cvr, status, since }) => {
      const company = register.companies.find((one) => String(one.cvr) === cvr)
      return company ? [companyDocument({ ...company, status, statusSince: since }, told, told)] : []
    })
    const sold = newOwners.flatMap(({ story, place, sign, owner }, nth) => {
      const [old, company] = soldTo(register, story, place, { ...owner, from: calendar.day(5) }, nth)
      const [at] = company.workplaces
      const left = { ...old, workplaces: old.workplaces.filter(({ name }) => name !== place) }
      const staff = left.workplaces.reduce((sum, { employees }) => sum + employees, 0)
      return [
        companyDocument({ ...left, employees: staff }, told, told),
        companyDocument(company, told, told),
        ...(at ? [workplaceDocument({ ...at, name: sign }, company, told, told)] : []),
      ]
    })
    await importCompanies({ in: (work) => work(ctx) }, fileOf([...gone, ...sold], told))
  })
  agenda.plan(moment + minutes(1), cast.clock, (ctx) => carryMoves.run(ctx))
}
