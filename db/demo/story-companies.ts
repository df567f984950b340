import type { Company, Counters, Workplace } from './company-facts.ts'
import { daysAfter } from './dates.ts'
import { industries } from './industries.table.ts'
import { forms } from './legal-forms.table.ts'
import { municipalities, type Municipality } from './municipalities.table.ts'
import { near, type Place } from './places.ts'
import type { Random } from './random.ts'
import type { Story } from './stories.table.ts'

/** A company from the table of stories, with the numbers every company of this seed gets. */
export const storyCompany = (dice: Random, story: Story, counters: Counters, today: string): Company => {
  const { is, reach, others = [] } = story
  const municipality = municipalityOf(story.place.municipality)
  const { locality = null, street, house } = story.place
  const place = { ...near(dice, municipality), ...chiefTown(municipality), locality, street, house, letter: null }
  const form = forms[is.form]
  const limited = form.short === 'APS' || form.short === 'A/S'
  const domain = counters.domain(story.name.replace(/ (ApS|A\/S|I\/S)$/, ''), place.town)
  const to = is.closed ? daysAfter(today, -95) : null
  const result: Company = {
    cvr: counters.cvr(),
    story: story.key,
    name: story.name,
    formerName: null,
    form,
    industry: industryOf(is.industry),
    place,
    formerPlace: null,
    phone: reach.phone,
    email: reach.mailbox ? `${reach.mailbox}@${domain}` : null,
    emailSecret: false,
    website: `www.${domain}`,
    employees: is.closed ? 0 : is.employees + others.reduce((sum, each) => sum + each.employees, 0),
    intervalOnly: false,
    from: daysAfter(today, -dice.int(1500, 11_000)),
    to,
    status: is.closed ? 'OPLØST EFTER FRIVILLIG LIKVIDATION' : limited ? 'NORMAL' : 'Aktiv',
    protected: is.protected ?? false,
    workplaces: [],
  }
  const at = (name: string, employees: number, where: Place, phone: string | null): Workplace => ({
    pNumber: counters.workplace(),
    name,
    place: where,
    phone,
    email: result.email,
    employees,
    from: result.from,
    to,
    protected: result.protected,
  })
  result.workplaces = [at(story.name, is.closed ? 0 : is.employees, place, reach.phone)]
  for (const other of others)
    result.workplaces.push(
      at(other.name, other.employees, near(dice, municipalityOf(other.municipality)), counters.phone()),
    )
  return result
}

const municipalityOf = (code: number): Municipality => {
  const found = municipalities.find((each) => each.code === code)
  if (!found) throw new Error(`Municipality ${code} is not in municipalities.table.ts`)
  return found
}

const industryOf = (code: string) => {
  const found = industries.find((each) => each.code === code)
  if (!found) throw new Error(`Industry ${code} is not in industries.table.ts`)
  return found
}

const chiefTown = (municipality: Municipality): { postalCode: number; town: string } => {
  const [first] = municipality.towns
  if (!first) throw new Error(`${municipality.name} has no towns`)
  return { postalCode: first.postalCode, town: first.town }
}
