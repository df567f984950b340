/** The cooperation and its eight schools; all invented. */
export type SchoolKey =
  | 'teknisk'
  | 'sosu'
  | 'handel'
  | 'foedevare'
  | 'transport'
  | 'vuc-fjordlandet'
  | 'vuc-thy-mors'
  | 'amu'

export const centre = { name: 'VEU-samarbejdet Limfjorden', mailDomain: 'veu-limfjorden.example' } as const

export type School = {
  key: SchoolKey
  name: string
  /** As the product names a kind of school. */
  kind: 'technical' | 'health' | 'business' | 'food' | 'transport' | 'vuc' | 'amu'
  /** Six characters, text: letters occur. No real institution begins with 99. */
  institutionNumber: string
  municipality: number
  street: string
  postalCode: number
  town: string
  /** Its home page is www. and this. */
  mailDomain: string
  /** Kinds of company it knows people in; `all`: a bit of everything. */
  trades: string
}
const school = (
  [key, name, kind, institutionNumber]: [SchoolKey, string, School['kind'], string],
  [municipality, street, postalCode, town]: [number, string, number, string],
  mailDomain: string,
  trades: string,
): School => ({ key, name, kind, institutionNumber, municipality, street, postalCode, town, mailDomain, trades })

export const schools: readonly School[] = [
  school(
    ['teknisk', 'Fjordens Tekniske Skole', 'technical', '990101'],
    [779, 'Energivej 2', 7800, 'Skive'],
    'fjordens-ts.example',
    'smith metal machine electrician plumber carpenter mason builder painter garage furniture wood',
  ),
  school(
    ['sosu', 'SOSU Fjordlandet', 'health', '990102'],
    [791, 'Ågade 9', 8800, 'Viborg'],
    'sosu-fjordlandet.example',
    'carehome residence homecare daycentre nursery nursing footcare cleaning municipality',
  ),
  school(
    ['handel', 'Handelsskolen ved Fjorden', 'business', '990103'],
    [661, 'Bredgade 40', 7500, 'Holstebro'],
    'handelsskolen-fjorden.example',
    'grocery clothes hardware accountant software wholesale packaging forwarder hotel agency',
  ),
  school(
    ['foedevare', 'Fødevareskolen Salling', 'food', '990104'],
    [779, 'Strandvejen 60', 7870, 'Roslev'],
    'foedevareskolen-salling.example',
    'bakery slaughter fish food dairy restaurant catering cafe hotel grocery',
  ),
  school(
    ['transport', 'Transportskolen Nordhavn', 'transport', '990105'],
    [671, 'Terminalvej 1', 7600, 'Struer'],
    'transportskolen-nordhavn.example',
    'haulier warehouse forwarder courier mover coach contractor',
  ),
  school(
    ['vuc-fjordlandet', 'VUC Fjordlandet', 'vuc', '990106'],
    [791, 'Torvet 8', 8800, 'Viborg'],
    'vuc-fjordlandet.example',
    'all',
  ),
  school(
    ['vuc-thy-mors', 'VUC Thy-Mors', 'vuc', 'A99107'],
    [787, 'Skolegade 14', 7700, 'Thisted'],
    'vuc-thy-mors.example',
    'all',
  ),
  school(
    ['amu', 'AMU Limfjorden', 'amu', '990108'],
    [661, 'Erhvervsparken 5', 7500, 'Holstebro'],
    'amu-limfjorden.example',
    'cleaning windows packing plastic concrete smith machine contractor roofer wood laundry warehouse',
  ),
]
