import { peopleOf, school } from './centre.ts'
import type { SchoolKey } from './centre.table.ts'
import { personName, placeName } from './company-names.ts'
import type { Company } from './company-facts.ts'
import { addressLine, kilometres, municipalityOf } from './area.ts'
import { hash, type Random, random } from './random.ts'
import { companyStories } from './story-companies.ts'

export const contactColumns = [
  'Virksomhed',
  'CVR-nr.',
  'P-nr.',
  'Adresse',
  'Postnr',
  'By',
  'Telefon',
  'E-mail',
  'Kontaktperson',
  'Vores medarbejder',
  'Bemærkning',
] as const
export type ContactRow = Record<(typeof contactColumns)[number], string>

/** How far a school's contacts reach, in kilometres. */
const reach = 45

/** A school's own contact list as somebody there would export it: names written otherwise, a CVR number now and then, phones with and
 * without spaces, a note. About `rows` of them, drawn from companies the school could know. Same seed and companies → same list. */
export const schoolContacts = (
  seed: number,
  schoolKey: SchoolKey,
  companies: readonly Company[],
  rows = 160,
): ContactRow[] => {
  const dice = random(hash(`contacts:${seed}`), hash(schoolKey))
  const { trades, municipality } = school(schoolKey)
  const known = trades.split(' ')
  const home = municipalityOf(municipality)
  const own = companies.filter(
    (each) =>
      each.employees > 0 &&
      (known[0] === 'all' || known.includes(each.industry.kind)) &&
      (companyStories.some(({ key }) => key === each.story) || kilometres(home, each.place.municipality) < reach),
  )
  // Companies with a story come first: the demo must show somebody recognising them.
  const chosen = [...own.filter((each) => each.story), ...dice.shuffle(own.filter((each) => !each.story))].slice(
    0,
    rows,
  )
  return dice.shuffle(chosen).map((each) => contactRow(dice, each, schoolKey))
}

const contactRow = (dice: Random, of: Company, schoolKey: SchoolKey): ContactRow => {
  const [workplace] = of.workplaces
  const story = of.story ? companyStories.find((each) => each.key === of.story) : undefined
  // Those with a story are always recognisable; that is their story.
  const phone = story || dice.chance(0.75) ? (workplace?.phone ?? of.phone) : null
  return {
    Virksomhed: story?.alias ?? misspelt(dice, of.name, of.place.town),
    'CVR-nr.': dice.chance(0.4) ? writtenCvr(dice, of.cvr) : '',
    'P-nr.': workplace && dice.chance(0.08) ? String(workplace.pNumber) : '',
    Adresse: dice.chance(0.7) ? addressLine(of.place) : '',
    Postnr: dice.chance(0.8) ? String(of.place.postalCode) : '',
    By: dice.chance(0.85) ? placeName(of.place.town) : '',
    Telefon: phone ? writtenPhone(dice, phone) : '',
    'E-mail': of.email && dice.chance(0.55) ? writtenEmail(dice, of.email) : '',
    Kontaktperson: story?.contact ?? (dice.chance(0.7) ? personName(dice) : ''),
    'Vores medarbejder': dice.chance(0.8) ? dice.pick(peopleOf(schoolKey)).name : '',
    Bemærkning: dice.chance(0.6) ? dice.pick(contactNotes) : '',
  }
}

const contactNotes = [
  'Elev siden august',
  'Har talt om truckkursus',
  'Ring efter kl. 14',
  'Flink, men travl',
  'To lærlinge, tager gerne en mere',
  'Var på hold i foråret',
  'Ny leder, kender os ikke endnu',
  'Vil høre om FVU',
  'Praktik i uge 6',
  'Mødt på jobmessen',
  'Faktura sendes til hovedkontoret; spørg efter Bo',
  'Skal ikke ringes op om fredagen',
]

/** What people do to names: drop the form, write & as og, aa for å, shorten, add the town, forget capitals. */
export const misspelt = (dice: Random, name: string, town: string): string => {
  const bare = name.replace(/ (ApS|APS|A\/S|I\/S|K\/S)$/, '').replace(/ v\/.*$/, '')
  const ways: ((text: string) => string)[] = [
    (text) => text,
    (text) => text.replaceAll('&', 'og'),
    (text) => text.replaceAll('å', 'aa').replaceAll('Å', 'Aa').replaceAll('ø', 'oe'),
    (text) => text.toLocaleLowerCase('da'),
    (text) => text.toLocaleUpperCase('da'),
    (text) => `${text}, ${placeName(town)}`,
    (text) => text.replace(/(firmaet|forretning|værksted|service)\b/i, ''),
    (text) => dropLetter(dice, text),
  ]
  const once = dice.pick(ways)(dice.chance(0.45) ? name : bare)
  return (dice.chance(0.25) ? dice.pick(ways)(once) : once).replace(/\s+/g, ' ').trim()
}

const dropLetter = (dice: Random, text: string): string => {
  if (text.length < 6) return text
  const at = dice.int(2, text.length - 2)
  return text.slice(0, at) + text.slice(at + 1)
}

const writtenCvr = (dice: Random, cvr: number): string => {
  const digits = String(cvr)
  return dice.pick([digits, digits, `DK${digits}`, digits.replace(/(..)(?=.)/g, '$1 '), `${digits}.0`])
}

const writtenPhone = (dice: Random, phone: string): string =>
  dice.pick([phone, phone.replace(/(..)(?=.)/g, '$1 '), `+45 ${phone}`, `+45${phone}`, phone.replace(/(.{4})/, '$1 ')])

/** Another mailbox at the same domain is as good for recognising a company. */
const writtenEmail = (dice: Random, email: string): string =>
  dice.chance(0.3) && !/@(mailhuset|postkasse|bredbaandspost)\./.test(email)
    ? email.replace(/^[^@]+/, dice.pick(['bogholderi', 'leder', 'elev']))
    : dice.chance(0.1)
      ? email.toUpperCase()
      : email
