import { streets } from './area.ts'
import { patternsOf } from './industries.ts'
import type { LegalForm } from './legal-forms.table.ts'
import { chains, compounds, firstNames, landmarks, longNames, surnames, wholeNames } from './names.table.ts'
import type { Random } from './random.ts'

export type CompanyName = { full: string /** without the legal form, as on the sign at the door */; short: string }

/** A name a company of this kind could have in this town. One in 900 is about 80 characters long. */
export const companyName = (dice: Random, kind: string, form: LegalForm, town: string): CompanyName => {
  const pattern = dice.chance(1 / 900)
    ? dice.pick(longNames[form.short] ?? longNames['other'] ?? [])
    : dice.pick(patternsOf(kind))
  const name = pattern.replace(/\{(\w+)\}/g, (whole, token: string) => tokens[token]?.(dice, placeName(town)) ?? whole)
  const sign = name.charAt(0).toLocaleUpperCase('da') + name.slice(1)
  // Who owns it stands in the name of a sole trader's firm, never in a limited company's.
  const short = form.suffix ? sign.replace(/ v\/.*$/, '') : sign
  return { short, full: withForm(short, form, dice) }
}

/** The name of a company with several workplaces; undefined where chains are not found. */
export const chainName = (dice: Random, kind: string, form: LegalForm, town: string): CompanyName | undefined => {
  const names = chains[kind]
  if (!names) return undefined
  const short = `${dice.pick(names)} ${dice.pick(['', placeName(town), dice.pick(compounds)])}`.trim()
  return { short, full: withForm(short, form, dice) }
}

export const personName = (dice: Random): string =>
  dice.chance(0.04) ? dice.pick(wholeNames) : `${dice.pick(firstNames)} ${dice.pick(surnames)}`

/** »Nykøbing M« and »Stoholm Jyll« are post offices; people say Nykøbing and Stoholm. */
export const placeName = (town: string): string => town.replace(/ (?:[A-ZÆØÅ]{1,2}|Thy|Jyll)$/, '')

/** Jensens, Holms, Jens', Schultz'. */
export const genitive = (name: string): string => (/[sxz]$/i.test(name) ? `${name}'` : `${name}s`)

/** Letters and digits that can stand in a domain: »Ågård & Søn« becomes aagaard-og-soen. */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[æøåé&]/g, (letter) => plain[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 38)
    .replace(/^-+|-+$/g, '')
const plain: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', é: 'e', '&': 'og' }

const withForm = (short: string, form: LegalForm, dice: Random): string => {
  // Some write it their own way; matching has to live with that.
  if (form.suffix === 'ApS' && dice.chance(0.04)) return `${short} APS`
  if (form.short === 'ENK' && !short.includes(' v/') && dice.chance(0.12)) return `${short} v/${personName(dice)}`
  return form.suffix ? `${short} ${form.suffix}` : short
}

const tokens: Record<string, (dice: Random, town: string) => string> = {
  s: (dice) => genitive(dice.pick(surnames)),
  n: (dice) => dice.pick(surnames),
  m: (dice) => dice.pick(surnames),
  o: (dice) => dice.pick(surnames),
  i: (dice) => `${dice.pick(firstNames).charAt(0)}. ${dice.pick(surnames)}`,
  f: (dice) => personName(dice),
  f1: (dice) => dice.pick(firstNames),
  F: (dice) => genitive(dice.pick(firstNames)),
  b: (_, town) => town,
  p: (dice) => dice.pick(landmarks),
  c: (dice) => dice.pick(compounds),
  y: (dice) => String(dice.int(1994, 2023)),
  st: (dice) => dice.pick(streets),
  h: (dice) => String(dice.int(1, 98)),
}
