import { anywhere, municipalities, near, type Place } from './area.ts'
import { chainName, companyName, placeName, slug } from './company-names.ts'
import { daysAfter } from './dates.ts'
import { companySizes, industries, type Industry } from './industries.ts'
import { formsFor, isLimited, type LegalForm } from './legal-forms.table.ts'
import { chains } from './names.table.ts'
import { cvrNumbers, phoneNumber, pNumber } from './numbers.ts'
import { hash, type Random, random } from './random.ts'
import { companyStories, municipality, storyCompany } from './story-companies.ts'

/** What the register tells of a company and of a workplace alike. */
export type Site = {
  name: string
  formerName?: string | null
  place: Place
  formerPlace?: Place | null
  phone: string | null
  email: string | null
  website?: string | null
  employees: number
  /** Of a workplace: where it does something else than its company. */
  industry?: Industry
  from: string
  to: string | null
  /** `reklamebeskyttet`. */
  protected: boolean
}
/** `boughtFrom`: whose it was until the company that has it began. */
export type Workplace = Site & { pNumber: number; boughtFrom?: number }
/** Everything true of one company of the demo world, before it is written down as a register document or a row. */
export type Company = Site & {
  cvr: number
  /** Of the table of stories, or `kommune-779`; null: nothing is told of it. */
  story: string | null
  form: LegalForm
  industry: Industry
  /** The register knows the e-mail but nobody may have it (`hemmelig`). */
  emailSecret: boolean
  /** Only the interval is known, as for most of the register. */
  intervalOnly: boolean
  status: string
  /** Where that is told. */
  statusSince?: string
  workplaces: readonly Workplace[]
}
export type World = { seed: number; companies: number /** YYYY-MM-DD */; today: string }

/** All companies of the region, one at a time: the ones with a story first, then the municipalities, then as many more as asked for.
 * Company number n is the same whatever `companies` is. Memory does not grow with the number. */
export function* generateCompanies({ seed, companies, today }: World): Generator<Company> {
  const counters = makeCounters(seed)
  const stream = hash(`companies:${seed}`)
  for (let nth = 0; nth < companies; nth++) {
    const dice = random(stream, nth)
    const story = companyStories[nth]
    const employer = municipalities[nth - companyStories.length]
    if (story) yield storyCompany(dice, story, counters, today)
    else yield employer ? municipality(dice, employer, counters) : company(dice, counters, today)
  }
}

// Past this many we stop remembering names and domains, number every domain, and let names repeat.
const remembered = 50_000

/** What the makers of companies share: the next free numbers, and the names already taken. */
export type Counters = ReturnType<typeof makeCounters>
const makeCounters = (seed: number) => {
  const cvr = cvrNumbers(hash(`cvr:${seed}`))
  const domains = new Set<string>()
  const names = new Set<string>()
  let workplaces = 0
  let phones = hash(`phones:${seed}`) % 990_000
  let serial = 0
  return {
    cvr: (): number => cvr.next().value,
    workplace: () => pNumber(++workplaces),
    phone: () => phoneNumber(phones++),
    domain: (name: string, town: string) => {
      const plain = slug(name) || 'firma'
      const free = [plain, `${plain}-${slug(placeName(town))}`].find((each) => !domains.has(each))
      const chosen = domains.size < remembered && free ? free : `${plain}-${++serial}`
      if (domains.size < remembered) domains.add(chosen)
      return `${chosen}.example`
    },
    /** True the first time a name is seen; the register refuses a second limited company of the same name. */
    isFresh: (name: string) => {
      if (names.has(name)) return false
      if (names.size < remembered) names.add(name)
      return true
    },
  }
}

/** Free mail, where the domain says nothing about whose it is. */
const freeMail = ['mailhuset.example', 'postkasse.example', 'bredbaandspost.example']
export const isFreeMail = (email: string) => freeMail.some((domain) => email.endsWith(`@${domain}`))
const mailboxes = ['kontakt', 'info', 'post', 'mail', 'kontor']

const company = (dice: Random, counters: Counters, today: string): Company => {
  const industry = dice.weighted(industries)
  const { kind } = industry
  const size = dice.weighted(companySizes[industry.sizes] ?? [])
  const employees = dice.int(size.from, size.to)
  const form = dice.weighted(formsFor(kind, employees))
  const place = anywhere(dice)
  const isChain = employees >= 20 && dice.chance(chains[kind] ? 0.75 : 0.1)
  const roll = () => (isChain && chainName(dice, kind, form, place.town)) || companyName(dice, kind, form, place.town)
  let name = roll()
  for (let again = 0; again < 6 && !counters.isFresh(name.full) && form.suffix; again++) name = roll()
  const from = daysAfter(today, -startedDaysAgo(dice))
  const lifespan = closing(dice, form, from, today)
  const result = {
    ...{ cvr: counters.cvr(), story: null, name: name.full, form, industry, place, from, ...lifespan },
    formerName: dice.chance(0.08) ? companyName(dice, kind, form, place.town).full : null,
    formerPlace: dice.chance(0.09) ? anywhere(dice) : null,
    ...contactDetails(dice, name.short, place.town, employees, counters),
    employees: lifespan.to ? 0 : employees,
    intervalOnly: employees === 0 || dice.chance(0.35),
    protected: dice.chance(form.short === 'ENK' || form.short === 'PMV' ? 0.34 : 0.2),
  }
  return { ...result, workplaces: workplacesOf(dice, result, name.short, isChain ? employees : 0, counters) }
}

const contactDetails = (dice: Random, short: string, town: string, employees: number, counters: Counters) => {
  const hasPhone = dice.chance(employees > 0 ? 0.95 : 0.7)
  const hasMail = dice.chance(employees > 0 ? 0.75 : 0.45)
  const ownDomain = dice.chance(employees >= 5 ? 0.92 : 0.6)
  const domain = hasMail && ownDomain ? counters.domain(short, town) : null
  const atFreeMail = `${slug(short).replaceAll('-', '.')}@${dice.pick(freeMail)}`
  return {
    phone: hasPhone ? counters.phone() : null,
    email: !hasMail ? null : domain ? `${dice.pick(mailboxes)}@${domain}` : atFreeMail,
    emailSecret: hasMail && dice.chance(0.05),
    website: domain && dice.chance(0.7) ? `www.${domain}` : null,
  }
}

/** One workplace where anyone is employed; most empty shells and hobby firms have none; chains one for about a dozen people. */
const workplacesOf = (
  dice: Random,
  of: Omit<Company, 'workplaces'>,
  short: string,
  chain: number,
  counters: Counters,
) => {
  if (of.employees === 0 && dice.chance(0.86)) return []
  // A chain has a place for a dozen people, a factory one more, or two.
  const most = chains[of.industry.kind] ? 40 : 3
  const count = chain > 0 ? Math.min(most, Math.max(2, Math.round(chain / dice.int(8, 18)))) : 1
  const signs = new Set<string>()
  return shares(dice, of.employees, count).map((employees, nth) => {
    const place = nth === 0 ? of.place : dice.chance(0.5) ? near(dice, of.place.municipality) : anywhere(dice)
    const branch = nth > 0
    const town = `${short}, ${placeName(place.town)}`
    const sign = signs.has(town) ? `${town}, ${place.street}` : town
    signs.add(sign)
    const phone = !branch ? of.phone : dice.chance(0.7) ? counters.phone() : null
    const later = daysAfter(of.from, branch ? dice.int(0, 40) : 0)
    return {
      pNumber: counters.workplace(),
      name: count === 1 ? of.name : branch ? sign : short,
      ...{ place, phone, employees, to: of.to, from: of.to !== null && later > of.to ? of.from : later },
      email: of.email && of.website && branch ? of.email.replace(/^[^@]+/, slug(placeName(place.town))) : of.email,
      protected: of.protected || dice.chance(0.02),
    }
  })
}

/** Splits a number of people over places; the parts add up to the whole. */
const shares = (dice: Random, total: number, count: number): number[] => {
  let left = total
  return Array.from({ length: count }, (_, nth) => {
    const even = left / (count - nth)
    const part = nth === count - 1 ? left : Math.min(left, Math.round(even * (0.6 + dice.next() * 0.8)))
    left -= part
    return part
  })
}

/** Many young companies, some very old: the oldest is about forty years. */
const startedDaysAgo = (dice: Random): number => 60 + Math.floor(14_400 * dice.next() ** 1.7)

const endings = ['OPLØST EFTER KONKURS', 'OPLØST EFTER FRIVILLIG LIKVIDATION', 'TVANGSOPLØST']
const closing = (dice: Random, form: LegalForm, from: string, today: string): { to: string | null; status: string } => {
  if (dice.chance(0.04)) {
    const to = daysAfter(today, -dice.int(1, 700))
    const status = isLimited(form) ? dice.pick(endings) : 'Ophørt'
    return { to: to > from ? to : daysAfter(from, 30), status }
  }
  if (!isLimited(form)) return { to: null, status: 'Aktiv' }
  return { to: null, status: dice.chance(0.01) ? dice.pick(['UNDER KONKURS', 'UNDER TVANGSOPLØSNING']) : 'NORMAL' }
}
