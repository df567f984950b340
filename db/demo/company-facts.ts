import { anywhere, near, type Place } from './area.ts'
import { chainName, companyName, placeName, slug } from './company-names.ts'
import { daysAfter } from './dates.ts'
import { companySizes, industries, type Industry } from './industries.ts'
import { formsFor, type LegalForm } from './legal-forms.table.ts'
import { chains } from './names.table.ts'
import { cvrNumbers, phoneNumber, pNumber } from './numbers.ts'
import { hash, type Random, random } from './random.ts'
import { companyStories, municipalEmployers, municipality, storyCompany } from './story-companies.ts'

export type Workplace = {
  pNumber: number
  name: string
  place: Place
  phone: string | null
  email: string | null
  employees: number
  /** Where it does something else than its company. */
  industry?: Industry
  from: string
  to: string | null
  protected: boolean
  /** Whose it was until the company that has it began. */
  boughtFrom?: number
}
/** Everything true of one company of the demo world, before it is written down as a register document or a row. */
export type Company = {
  cvr: number
  /** Of the table of stories, or `kommune-779`; null: nothing is told of it. */
  story: string | null
  name: string
  formerName: string | null
  form: LegalForm
  industry: Industry
  place: Place
  formerPlace: Place | null
  phone: string | null
  email: string | null
  /** The register knows the e-mail but nobody may have it (`hemmelig`). */
  emailSecret: boolean
  website: string | null
  employees: number
  /** Only the interval is known, as for most of the register. */
  intervalOnly: boolean
  from: string
  to: string | null
  status: string
  /** Where that is told. */
  statusSince?: string
  /** `reklamebeskyttet`. */
  protected: boolean
  workplaces: Workplace[]
}
export type World = { seed: number; companies: number /** YYYY-MM-DD */; today: string }

/** What the makers of companies share: the next free numbers, and the names already taken. */
export type Counters = {
  cvr: () => number
  workplace: () => number
  phone: () => string
  domain: (name: string, town: string) => string
  /** True the first time a name is seen; the register refuses a second limited company of the same name. */
  isFresh: (name: string) => boolean
}

/** All companies of the region, one at a time: the ones with a story first, then the municipalities,
 * then as many more as asked for. Company number n is
 * the same whatever `companies` is. Memory does not grow with the number. */
export function* generateCompanies({ seed, companies, today }: World): Generator<Company> {
  const counters = makeCounters(seed)
  const stream = hash(`companies:${seed}`)
  for (let nth = 0; nth < companies; nth++) {
    const dice = random(stream, nth)
    const story = companyStories[nth]
    const employer = municipalEmployers[nth - companyStories.length]
    if (story) yield storyCompany(dice, story, counters, today)
    else yield employer ? municipality(dice, employer, counters) : company(dice, counters, today)
  }
}

// Past this many we stop remembering names and domains, number every domain, and let names repeat.
const remembered = 50_000

const makeCounters = (seed: number): Counters => {
  const cvr = cvrNumbers(hash(`cvr:${seed}`))
  const domains = new Set<string>()
  const names = new Set<string>()
  let workplaces = 0
  let phones = hash(`phones:${seed}`) % 990_000
  let serial = 0
  return {
    cvr: () => cvr.next().value,
    workplace: () => pNumber(++workplaces),
    phone: () => phoneNumber(phones++),
    domain: (name, town) => {
      const plain = slug(name) || 'firma'
      const tries = [plain, `${plain}-${slug(placeName(town))}`]
      const free = domains.size < remembered ? tries.find((each) => !domains.has(each)) : undefined
      const chosen = free ?? `${plain}-${++serial}`
      if (domains.size < remembered) domains.add(chosen)
      return `${chosen}.example`
    },
    isFresh: (name) => {
      if (names.has(name)) return false
      if (names.size < remembered) names.add(name)
      return true
    },
  }
}

/** Free mail, where the domain says nothing about whose it is. */
export const freeMail = ['mailhuset.example', 'postkasse.example', 'bredbaandspost.example'] as const
const mailboxes = ['kontakt', 'info', 'post', 'mail', 'kontor']

const company = (dice: Random, counters: Counters, today: string): Company => {
  const industry = dice.weighted(industries)
  const size = dice.weighted(companySizes[industry.sizes] ?? [])
  const employees = dice.int(size.from, size.to)
  const form = dice.weighted(formsFor(industry.kind, employees))
  const place = anywhere(dice)
  const isChain = employees >= 20 && dice.chance(chains[industry.kind] ? 0.75 : 0.1)
  const { full, short } = freshName(dice, industry, form, place, isChain, counters)
  const from = daysAfter(today, -startedDaysAgo(dice))
  const lifespan = closing(dice, form, from, today)
  const result: Company = {
    cvr: counters.cvr(),
    story: null,
    name: full,
    formerName: dice.chance(0.08) ? companyName(dice, industry.kind, form, place.town).full : null,
    form,
    industry,
    place,
    formerPlace: dice.chance(0.09) ? anywhere(dice) : null,
    ...contactDetails(dice, short, place.town, employees, counters),
    employees: lifespan.to ? 0 : employees,
    intervalOnly: employees === 0 || dice.chance(0.35),
    from,
    ...lifespan,
    protected: dice.chance(form.short === 'ENK' || form.short === 'PMV' ? 0.34 : 0.2),
    workplaces: [],
  }
  result.workplaces = workplacesOf(dice, result, short, isChain ? employees : 0, counters)
  return result
}

const freshName = (
  dice: Random,
  { kind }: Industry,
  form: LegalForm,
  { town }: Place,
  isChain: boolean,
  counters: Counters,
) => {
  const roll = () => (isChain && chainName(dice, kind, form, town)) || companyName(dice, kind, form, town)
  let name = roll()
  for (let again = 0; again < 6 && !counters.isFresh(name.full) && form.suffix; again++) name = roll()
  return name
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
const workplacesOf = (dice: Random, of: Company, short: string, chain: number, counters: Counters): Workplace[] => {
  const none = of.employees === 0 && dice.chance(0.86)
  if (none) return []
  // A chain has a place for a dozen people, a factory one more, or two.
  const most = chains[of.industry.kind] ? 40 : 3
  const count = chain > 0 ? Math.min(most, Math.max(2, Math.round(chain / dice.int(8, 18)))) : 1
  const signs = new Set<string>()
  return shares(dice, of.employees, count).map((employees, nth) => {
    const place = nth === 0 ? of.place : dice.chance(0.5) ? near(dice, of.place.municipality) : anywhere(dice)
    const branch = count > 1 && nth > 0
    const town = `${short}, ${placeName(place.town)}`
    const sign = signs.has(town) ? `${town}, ${place.street}` : town
    signs.add(sign)
    return {
      pNumber: counters.workplace(),
      name: count === 1 ? of.name : branch ? sign : short,
      place,
      phone: branch ? (dice.chance(0.7) ? counters.phone() : null) : of.phone,
      email: of.email && of.website && branch ? of.email.replace(/^[^@]+/, slug(placeName(place.town))) : of.email,
      employees,
      from: nth === 0 ? of.from : laterThan(dice, of.from, of.to),
      to: of.to,
      protected: of.protected || dice.chance(0.02),
    }
  })
}

/** Splits a number of people over places; the parts add up to the whole. */
const shares = (dice: Random, total: number, count: number): number[] => {
  const parts: number[] = []
  let left = total
  for (let nth = 0; nth < count; nth++) {
    const even = left / (count - nth)
    const part = nth === count - 1 ? left : Math.round(even * (0.6 + dice.next() * 0.8))
    parts.push(Math.min(part, left))
    left -= Math.min(part, left)
  }
  return parts
}

const laterThan = (dice: Random, from: string, to: string | null): string => {
  const later = daysAfter(from, dice.int(0, 40))
  return to !== null && later > to ? from : later
}

/** Many young companies, some very old: the oldest is about forty years. */
const startedDaysAgo = (dice: Random): number => 60 + Math.floor(14_400 * dice.next() ** 1.7)

const closing = (dice: Random, form: LegalForm, from: string, today: string): { to: string | null; status: string } => {
  const limited = form.short === 'APS' || form.short === 'A/S'
  if (dice.chance(0.04)) {
    const to = daysAfter(today, -dice.int(1, 700))
    const ending = limited
      ? dice.pick(['OPLØST EFTER KONKURS', 'OPLØST EFTER FRIVILLIG LIKVIDATION', 'TVANGSOPLØST'])
      : 'Ophørt'
    return { to: to > from ? to : daysAfter(from, 30), status: ending }
  }
  if (!limited) return { to: null, status: 'Aktiv' }
  return { to: null, status: dice.chance(0.01) ? dice.pick(['UNDER KONKURS', 'UNDER TVANGSOPLØSNING']) : 'NORMAL' }
}
