import { isOneOf } from '#platform/typed.shared'
import { schoolKinds } from '../../src/features/centre/schools.schema.ts'
import { cellsOf, linesOf } from './table-text.ts'

/** The cooperation and its eight schools; all invented. */
export const centre = { name: 'VEU-samarbejdet Limfjorden', mailDomain: 'veu-limfjorden.example' } as const

export const schoolKeys = [
  'teknisk',
  'sosu',
  'handel',
  'foedevare',
  'transport',
  'vuc-fjordlandet',
  'vuc-thy-mors',
  'amu',
] as const
export type SchoolKey = (typeof schoolKeys)[number]
/** Key, name; kind as the product names it, and number (six characters, text: letters occur; no real institution begins with 99);
 * municipality and address; domain of its mail and, with www., its home page; kinds of company it knows people in. */
const rows = `
  teknisk | Fjordens Tekniske Skole | technical 990101 | 779 Energivej 2, 7800 Skive | fjordens-ts.example
    | smith metal machine electrician plumber carpenter mason builder painter garage furniture wood
  sosu | SOSU Fjordlandet | health 990102 | 791 Ågade 9, 8800 Viborg | sosu-fjordlandet.example
    | carehome residence homecare daycentre nursery nursing footcare cleaning municipality
  handel | Handelsskolen ved Fjorden | business 990103 | 661 Bredgade 40, 7500 Holstebro | handelsskolen-fjorden.example
    | grocery clothes hardware accountant software wholesale packaging forwarder hotel
  foedevare | Fødevareskolen Salling | food 990104 | 779 Strandvejen 60, 7870 Roslev | foedevareskolen-salling.example
    | bakery slaughter fish food dairy restaurant catering cafe hotel grocery
  transport | Transportskolen Nordhavn | transport 990105 | 671 Terminalvej 1, 7600 Struer | transportskolen-nordhavn.example
    | haulier warehouse forwarder courier contractor
  vuc-fjordlandet | VUC Fjordlandet | vuc 990106 | 791 Torvet 8, 8800 Viborg | vuc-fjordlandet.example | all
  vuc-thy-mors | VUC Thy-Mors | vuc A99107 | 787 Skolegade 14, 7700 Thisted | vuc-thy-mors.example | all
  amu | AMU Limfjorden | amu 990108 | 661 Erhvervsparken 5, 7500 Holstebro | amu-limfjorden.example
    | cleaning packing plastic concrete smith machine contractor roofer wood warehouse`

export type School = ReturnType<typeof schoolOf>
const schoolOf = (line: string) => {
  const [key = '', name = '', is = '', where = '', mailDomain = '', trades = ''] = cellsOf(line)
  const [kind = '', institutionNumber = ''] = is.split(' ')
  const [, municipality, street = '', postalCode = '', town = ''] = /^(\d+) (.+), (\d+) (.+)$/.exec(where) ?? []
  if (!isOneOf(schoolKeys, key) || !isOneOf(schoolKinds, kind)) throw new Error(`Not a school: ${line}`)
  const place = { municipality: Number(municipality), street, postalCode, town }
  return { key, name, kind, institutionNumber, ...place, mailDomain, trades }
}
export const schools: readonly School[] = linesOf(rows).map(schoolOf)
