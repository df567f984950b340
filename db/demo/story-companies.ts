/** The companies that are told of by name, and the municipalities, with the numbers every company of this seed gets. */
import { municipalities, type Municipality, municipalityOf, near, type Place, streets } from './area.ts'
import type { Company, Counters, Workplace } from './company-facts.ts'
import { slug } from './company-names.ts'
import { daysAfter } from './dates.ts'
import { industryWith } from './industries.ts'
import { type FormKey, forms } from './legal-forms.table.ts'
import { municipalNames, municipalPlaces } from './municipal.table.ts'
import type { Random } from './random.ts'
import { storyBranches, storyRows } from './stories.table.ts'

export type Story = {
  key: string
  name: string
  form: FormKey
  industry: string
  employees: number
  place: Place
  mailbox: string
  phone: string
  alias: string | null
  contact: string | null
  protected: boolean
  closed: boolean
}
const isForm = (key: string): key is FormKey => Object.hasOwn(forms, key)
const storyOf = (line: string, nth: number): Story => {
  const [key = '', name = '', is = '', where = '', mailbox = '', odd = ''] = line.split('|').map((part) => part.trim())
  const [form = '', industry = '', employees] = is.split(' ')
  const [, code, street = '', house, postalCode, town = ''] = /^(\d+) (.+) (\d+), (\d+) (.+)$/.exec(where) ?? []
  if (!isForm(form)) throw new Error(`Not a story: ${line}`)
  const municipality = municipalityOf(Number(code))
  return {
    ...{ key, name, form, industry, mailbox, employees: Number(employees), phone: String(70_004_101 + nth) },
    place: { municipality, postalCode: Number(postalCode), town, street, house: Number(house), letter: null },
    alias: /~([^:]+)/.exec(odd)?.[1]?.trim() ?? null,
    contact: /:(\S+ \S+)/.exec(odd)?.[1] ?? null,
    protected: odd.includes('protected'),
    closed: odd.includes('closed'),
  }
}
export const companyStories: readonly Story[] = storyRows.trim().split('\n').map(storyOf)

const bare = {
  story: null,
  formerName: null,
  formerPlace: null,
  emailSecret: false,
  intervalOnly: false,
  workplaces: [],
}

export const storyCompany = (dice: Random, story: Story, counters: Counters, today: string): Company => {
  const { name, place, phone, mailbox, closed } = story
  const form = forms[story.form]
  const limited = form.short === 'APS' || form.short === 'A/S'
  const domain = counters.domain(name.replace(/ (ApS|A\/S|I\/S)$/, ''), place.town)
  const branches = storyBranches[story.key] ?? []
  const working = closed ? 0 : story.employees
  const result: Company = {
    ...bare,
    ...{ cvr: counters.cvr(), story: story.key, name, form, place, phone, protected: story.protected },
    industry: industryWith(story.industry),
    email: `${mailbox}@${domain}`,
    website: `www.${domain}`,
    employees: branches.reduce((sum, [, , employees]) => sum + employees, working),
    from: daysAfter(today, -dice.int(1500, 11_000)),
    to: closed ? daysAfter(today, -95) : null,
    status: closed ? 'OPLØST EFTER FRIVILLIG LIKVIDATION' : limited ? 'NORMAL' : 'Aktiv',
  }
  const at = (sign: string, employees: number, where: Place, number: string): Workplace => ({
    ...{ pNumber: counters.workplace(), name: sign, place: where, phone: number, email: result.email, employees },
    ...{ from: result.from, to: result.to, protected: result.protected },
  })
  result.workplaces = [
    at(name, working, place, phone),
    ...branches.map(([sign, code, employees]) =>
      at(sign, employees, near(dice, municipalityOf(code)), counters.phone()),
    ),
  ]
  return result
}

export const municipalEmployers = municipalities

/** A municipality with its care homes, children's houses, schools, cleaning and roads: each place has its own leader, number and trade. */
export const municipality = (dice: Random, of: Municipality, counters: Counters): Company => {
  const name = `${of.name} Kommune`
  const domain = counters.domain(slug(name), of.name)
  const names = (municipalNames[of.code] ?? '').split(', ')
  const from = '2007-01-01'
  const town = (nth: number) => of.towns[nth % of.towns.length] ?? { postalCode: 0, town: '' }
  const workplaces = municipalPlaces
    .trim()
    .split('\n')
    .map((line, nth): Workplace => {
      const [, code = '', people, sign = ''] = /^\s*(\d+) (\d+) (.+)$/.exec(line) ?? []
      const at = /\{(\d)\}/.exec(sign)?.[1]
      const place = { ...near(dice, of), ...(at === undefined ? nth < 3 && town(0) : town(Number(at))) }
      const called = sign
        .replace('{m}', of.towns[0]?.town.replace(/ M$/, '') ?? of.name)
        .replace(/\{(\d)\}/, place.town.replace(/ (?:[A-Z]|Thy|Jyll)$/, ''))
        .replace(/\{([a-i])\}/, (_, letter: string) => names['abcdefghi'.indexOf(letter)] ?? '')
      const employees = Math.round((Number(people) * (60 + of.weight / 2) * dice.int(80, 120)) / 10_000)
      const mailbox = slug(called).split('-').at(-1) ?? 'post'
      return {
        ...{
          pNumber: counters.workplace(),
          name: called,
          place,
          phone: counters.phone(),
          industry: industryWith(code),
        },
        ...{ email: `${mailbox}@${domain}`, employees, from, to: null, protected: false },
      }
    })
  const [hall] = workplaces
  const place = hall?.place ?? { ...near(dice, of), street: streets[0] ?? '' }
  return {
    ...bare,
    ...{
      cvr: counters.cvr(),
      story: `kommune-${of.code}`,
      name,
      form: forms.KOM,
      industry: industryWith('841100'),
      place,
      from,
      to: null,
      workplaces,
    },
    ...{
      phone: hall?.phone ?? null,
      email: `post@${domain}`,
      website: `www.${domain}`,
      status: 'Aktiv',
      protected: false,
    },
    employees: workplaces.reduce((sum, each) => sum + each.employees, 0),
  }
}
