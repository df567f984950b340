import type { Company, Counters, Workplace } from './company-facts.ts'
import { daysAfter } from './dates.ts'
import { INDUSTRIES } from './industries.table.ts'
import { LEGAL_FORMS } from './legal-forms.table.ts'
import { MUNICIPALITIES, type Municipality } from './municipalities.table.ts'
import { near, type Place } from './places.ts'
import type { Random } from './random.ts'
import type { Story } from './stories.table.ts'

/** A company from the table of stories, with the numbers every company of this seed gets. */
export function storyCompany(dice: Random, story: Story, counters: Counters, today: string): Company {
  const place: Place = {
    ...near(dice, municipalityOf(story.municipality)),
    ...chiefTown(municipalityOf(story.municipality)),
    locality: story.locality ?? null,
    street: story.street,
    house: story.house,
    letter: null,
  }
  const form = LEGAL_FORMS[story.form]
  const limited = form.short === 'APS' || form.short === 'A/S'
  const domain = counters.domain(story.name.replace(/ (ApS|A\/S|I\/S)$/, ''), place.town)
  const to = story.closed ? daysAfter(today, -95) : null
  const result: Company = {
    cvr: counters.cvr(),
    story: story.key,
    name: story.name,
    formerName: null,
    form,
    industry: industryOf(story.industry),
    place,
    formerPlace: null,
    phone: story.phone,
    email: story.mailbox ? `${story.mailbox}@${domain}` : null,
    emailSecret: false,
    website: `www.${domain}`,
    employees: story.closed ? 0 : story.employees + (story.others ?? []).reduce((sum, each) => sum + each.employees, 0),
    intervalOnly: false,
    from: daysAfter(today, -dice.int(1500, 11_000)),
    to,
    status: story.closed ? 'OPLØST EFTER FRIVILLIG LIKVIDATION' : limited ? 'NORMAL' : 'Aktiv',
    protected: story.protected ?? false,
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
  result.workplaces = [at(story.name, story.closed ? 0 : story.employees, place, story.phone)]
  for (const other of story.others ?? [])
    result.workplaces.push(
      at(other.name, other.employees, near(dice, municipalityOf(other.municipality)), counters.phone()),
    )
  return result
}

function municipalityOf(code: number): Municipality {
  const found = MUNICIPALITIES.find((each) => each.code === code)
  if (!found) throw new Error(`Municipality ${code} is not in municipalities.table.ts`)
  return found
}

function industryOf(code: string) {
  const found = INDUSTRIES.find((each) => each.code === code)
  if (!found) throw new Error(`Industry ${code} is not in industries.table.ts`)
  return found
}

function chiefTown(municipality: Municipality): { postalCode: number; town: string } {
  const [first] = municipality.towns
  if (!first) throw new Error(`${municipality.name} has no towns`)
  return { postalCode: first.postalCode, town: first.town }
}
