import { addressLine, kilometres, municipalityOf } from './area.ts'
import { peopleOf, school } from './centre.ts'
import type { SchoolKey } from './centre.table.ts'
import { type Company, isFreeMail } from './company-facts.ts'
import { personName, placeName } from './company-names.ts'
import { contactNotes } from './names.table.ts'
import { hash, type Random, random } from './random.ts'
import { companyStories } from './story-companies.ts'

export const contactColumns =
  'Virksomhed;CVR-nr.;P-nr.;Adresse;Postnr;By;Telefon;E-mail;Kontaktperson;Vores medarbejder;Bemærkning'.split(';')
export type ContactRow = ReturnType<typeof contactRow>

/** How far a school's contacts reach, in kilometres. */
const reach = 45

/** A school's own contact list as somebody there would export it: names written otherwise, a CVR number now and then, phones with and
 * without spaces, a note. About `rows` of them, drawn from companies the school could know. Same seed and companies → same list. */
export const schoolContacts = (seed: number, key: SchoolKey, companies: readonly Company[], rows = 160) => {
  const dice = random(hash(`contacts:${seed}`), hash(key))
  const { trades, municipality } = school(key)
  const home = municipalityOf(municipality)
  const own = companies.filter(
    ({ employees, industry, story, place }) =>
      employees > 0 &&
      (trades === 'all' || trades.split(' ').includes(industry.kind)) &&
      (companyStories.some((one) => one.key === story) || kilometres(home, place.municipality) < reach),
  )
  // Companies with a story come first: the demo must show somebody recognising them.
  const chosen = [...own.filter(({ story }) => story), ...dice.shuffle(own.filter(({ story }) => !story))]
  return dice.shuffle(chosen.slice(0, rows)).map((each) => contactRow(dice, each, key))
}

const contactRow = (dice: Random, of: Company, key: SchoolKey) => {
  const [workplace] = of.workplaces
  const story = companyStories.find((each) => each.key === of.story)
  // Those with a story are always recognisable; that is their story.
  const phone = story || dice.chance(0.75) ? (workplace?.phone ?? of.phone) : null
  return {
    Virksomhed: story?.alias ?? misspelt(dice, of.name, of.place.town),
    'CVR-nr.': dice.chance(0.4) ? writtenCvr(dice, String(of.cvr)) : '',
    'P-nr.': workplace && dice.chance(0.08) ? String(workplace.pNumber) : '',
    Adresse: dice.chance(0.7) ? addressLine(of.place) : '',
    Postnr: dice.chance(0.8) ? String(of.place.postalCode) : '',
    By: dice.chance(0.85) ? placeName(of.place.town) : '',
    Telefon: phone ? writtenPhone(dice, phone) : '',
    'E-mail': of.email && dice.chance(0.55) ? writtenEmail(dice, of.email) : '',
    Kontaktperson: story?.contact ?? (dice.chance(0.7) ? personName(dice) : ''),
    'Vores medarbejder': dice.chance(0.8) ? dice.pick(peopleOf(key)).name : '',
    Bemærkning: dice.chance(0.6) ? dice.pick(contactNotes) : '',
  }
}

/** What people do to names: drop the form, write & as og, aa for å, shorten, add the town, forget capitals and letters. */
const ways: ((text: string, town: string, dice: Random) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('&', 'og'),
  (text) => text.replaceAll('å', 'aa').replaceAll('Å', 'Aa').replaceAll('ø', 'oe'),
  (text) => text.toLocaleLowerCase('da'),
  (text) => text.toLocaleUpperCase('da'),
  (text, town) => `${text}, ${placeName(town)}`,
  (text) => text.replace(/(firmaet|forretning|værksted|service)\b/i, ''),
  (text, _, dice) => {
    const at = text.length < 6 ? text.length : dice.int(2, text.length - 2)
    return text.slice(0, at) + text.slice(at + 1)
  },
]
const misspelt = (dice: Random, name: string, town: string): string => {
  const bare = name.replace(/ (ApS|APS|A\/S|I\/S|K\/S)$/, '').replace(/ v\/.*$/, '')
  const once = dice.pick(ways)(dice.chance(0.45) ? name : bare, town, dice)
  return (dice.chance(0.25) ? dice.pick(ways)(once, town, dice) : once).replace(/\s+/g, ' ').trim()
}

const inPairs = (digits: string) => digits.replace(/(..)(?=.)/g, '$1 ')
const writtenCvr = (dice: Random, cvr: string) => dice.pick([cvr, cvr, `DK${cvr}`, inPairs(cvr), `${cvr}.0`])
const writtenPhone = (dice: Random, phone: string) =>
  dice.pick([phone, inPairs(phone), `+45 ${phone}`, `+45${phone}`, phone.replace(/(.{4})/, '$1 ')])

/** Another mailbox at the same domain is as good for recognising a company. */
const writtenEmail = (dice: Random, email: string): string => {
  if (dice.chance(0.3) && !isFreeMail(email)) return email.replace(/^[^@]+/, dice.pick(['bogholderi', 'leder', 'elev']))
  return dice.chance(0.1) ? email.toUpperCase() : email
}
