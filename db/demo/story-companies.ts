/** The companies that are told of by name, and the municipalities, with the numbers every company of this seed gets. */
import { type Municipality, municipalityOf, near, type Place } from './area.ts'
import type { Company, Counters, Workplace } from './company-facts.ts'
import { placeName, slug } from './company-names.ts'
import { daysAfter } from './dates.ts'
import { industryWith } from './industries.ts'
import { type FormKey, forms, isLimited } from './legal-forms.table.ts'
import { municipalNames, municipalPlaces } from './municipal.table.ts'
import type { Random } from './random.ts'
import { storyBranches, storyRows } from './stories.table.ts'
import { cellsOf, linesOf, sure } from './table-text.ts'

const isForm = (key: string): key is FormKey => Object.hasOwn(forms, key)
const storyOf = (line: string, nth: number) => {
  const [key = '', name = '', is = '', where = '', mailbox = '', odd = ''] = cellsOf(line)
  const [form = '', industry = '', employees] = is.split(' ')
  const [, code, street = '', house, postalCode, town = ''] = /^(\d+) (.+) (\d+), (\d+) (.+)$/.exec(where) ?? []
  if (!isForm(form)) throw new Error(`Not a story: ${line}`)
  const at = { postalCode: Number(postalCode), town, street, house: Number(house), letter: null }
  const place: Place = { municipality: municipalityOf(Number(code)), ...at }
  return {
    ...{ key, name, place, mailbox, form: forms[form], industry: industryWith(industry), employees: Number(employees) },
    phone: String(70_004_101 + nth),
    alias: /~([^:]+)/.exec(odd)?.[1]?.trim() ?? null,
    contact: /:(\S+ \S+)/.exec(odd)?.[1] ?? null,
    protected: odd.includes('protected'),
    closed: odd.includes('closed'),
  }
}
export type Story = ReturnType<typeof storyOf>
export const companyStories: readonly Story[] = linesOf(storyRows).map(storyOf)

const bare = { formerName: null, formerPlace: null, emailSecret: false, intervalOnly: false }

export const storyCompany = (dice: Random, story: Story, counters: Counters, today: string): Company => {
  const { key, name, form, industry, place, phone, mailbox, closed } = story
  const domain = counters.domain(name.replace(/ (ApS|A\/S|I\/S)$/, ''), place.town)
  const branches = storyBranches[key] ?? []
  const working = closed ? 0 : story.employees
  const cvr = counters.cvr()
  const all = {
    from: daysAfter(today, -dice.int(1500, 11_000)),
    ...{ to: closed ? daysAfter(today, -95) : null, email: `${mailbox}@${domain}`, protected: story.protected },
  }
  const at = (sign: string, employees: number, where: Place, number: string): Workplace => ({
    ...{ ...all, pNumber: counters.workplace(), name: sign, place: where, phone: number, employees },
  })
  const workplaces = [
    at(name, working, place, phone),
    ...branches.map(([sign, code, employees]) =>
      at(sign, employees, near(dice, municipalityOf(code)), counters.phone()),
    ),
  ]
  return {
    ...{ ...bare, ...all, cvr, story: key, name, form, industry, place, phone, workplaces, website: `www.${domain}` },
    employees: branches.reduce((sum, [, , employees]) => sum + employees, working),
    status: closed ? 'OPLØST EFTER FRIVILLIG LIKVIDATION' : isLimited(form) ? 'NORMAL' : 'Aktiv',
  }
}

/** A municipality with its care homes, children's houses, schools, cleaning and roads: each place has its own leader, number and trade. */
export const municipality = (dice: Random, of: Municipality, counters: Counters): Company => {
  const name = `${of.name} Kommune`
  const domain = counters.domain(slug(name), of.name)
  const names = cellsOf(municipalNames[of.code] ?? '', ',')
  const all = { from: '2007-01-01', to: null, protected: false }
  const town = (nth: number) => of.towns[nth % of.towns.length]
  const workplaces = linesOf(municipalPlaces).map((line, nth): Workplace => {
    const [, code = '', people, sign = ''] = /^(\d+) (\d+) (.+)$/.exec(line) ?? []
    const at = /\{(\d)\}/.exec(sign)?.[1]
    const place = { ...near(dice, of), ...(at === undefined ? nth < 3 && town(0) : town(Number(at))) }
    const called = sign
      .replace('{m}', placeName(of.towns[0]?.town ?? of.name))
      .replace(/\{\d\}/, placeName(place.town))
      .replace(/\{([a-i])\}/, (_, letter: string) => names['abcdefghi'.indexOf(letter)] ?? '')
    const employees = Math.round((Number(people) * (60 + of.weight / 2) * dice.int(80, 120)) / 10_000)
    return {
      ...{ ...all, pNumber: counters.workplace(), name: called, place, phone: counters.phone(), employees },
      ...{ industry: industryWith(code), email: `${slug(called).split('-').at(-1)}@${domain}` },
    }
  })
  const hall = sure('A municipality has a town hall', workplaces[0])
  return {
    ...{ ...bare, ...all, cvr: counters.cvr(), story: `kommune-${of.code}`, name, form: forms.KOM, workplaces },
    ...{ place: hall.place, phone: hall.phone, email: `post@${domain}`, website: `www.${domain}`, status: 'Aktiv' },
    industry: industryWith('841100'),
    employees: workplaces.reduce((sum, each) => sum + each.employees, 0),
  }
}
