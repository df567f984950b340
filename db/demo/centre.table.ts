export type SchoolKey =
  | 'teknisk'
  | 'sosu'
  | 'handel'
  | 'foedevare'
  | 'transport'
  | 'vuc-sundet'
  | 'vuc-vestermose'
  | 'amu'

export type School = {
  key: SchoolKey
  name: string
  kind: 'technical' | 'social-health' | 'business' | 'food' | 'transport' | 'vuc' | 'amu'
  /** Six characters, text: letters occur. No real institution begins with 99. */
  institutionNumber: string
  municipality: number
  street: string
  postalCode: number
  town: string
  /** Its home page is www. and this. */
  mailDomain: string
  phone: string
  /** Meetings a week in the capacity agreement. */
  meetingsAWeek: number
  /** Share of the common callers, per cent; the eight add up to 100. */
  callShare: number
  offers: string
}

export const centre = {
  name: 'VEU-center Østkysten',
  mailDomain: 'veu-oestkysten.example',
  phone: '70008800',
  municipalities: [607, 615, 630, 706, 707, 710, 727, 730, 740, 741, 746, 751, 766, 779, 787],
} as const

export const schools: readonly School[] = [
  {
    ...{ key: 'teknisk', name: 'Østkystens Tekniske Skole', kind: 'technical', institutionNumber: '990101' },
    ...{ municipality: 615, street: 'Energivej 2', postalCode: 8700, town: 'Horsens' },
    ...{ mailDomain: 'oestkystens-ts.example', phone: '70008010', meetingsAWeek: 10, callShare: 22 },
    offers: 'Metal, el, byggeri, svejsning, automation og lean.',
  },
  {
    ...{ key: 'sosu', name: 'SOSU Fjordby', kind: 'social-health', institutionNumber: '990102' },
    ...{ municipality: 615, street: 'Ågade 9', postalCode: 8700, town: 'Horsens' },
    ...{ mailDomain: 'sosu-fjordby.example', phone: '70008020', meetingsAWeek: 8, callShare: 14 },
    offers: 'Pleje, omsorg, demens, pædagogik og rengøring.',
  },
  {
    ...{ key: 'handel', name: 'Handelsskolen Øst', kind: 'business', institutionNumber: '990103' },
    ...{ municipality: 751, street: 'Bredgade 40', postalCode: 8000, town: 'Aarhus C' },
    ...{ mailDomain: 'handelsskolen-oest.example', phone: '70008030', meetingsAWeek: 6, callShare: 14 },
    offers: 'Detail, kontor, ledelse, it, lean og bogføring.',
  },
  {
    ...{ key: 'foedevare', name: 'Fødevareskolen Strandby', kind: 'food', institutionNumber: '990104' },
    ...{ municipality: 707, street: 'Strandvejen 60', postalCode: 8500, town: 'Grenaa' },
    ...{ mailDomain: 'foedevareskolen-strandby.example', phone: '70008040', meetingsAWeek: 4, callShare: 8 },
    offers: 'Bagere, slagtere, køkken, hygiejne og allergener.',
  },
  {
    ...{ key: 'transport', name: 'Transportskolen Nordkaj', kind: 'transport', institutionNumber: '990105' },
    ...{ municipality: 607, street: 'Terminalvej 1', postalCode: 7000, town: 'Fredericia' },
    ...{ mailDomain: 'transportskolen-nordkaj.example', phone: '70008050', meetingsAWeek: 5, callShare: 12 },
    offers: 'Truck, lager, chauffør, farligt gods og kran.',
  },
  {
    ...{ key: 'vuc-sundet', name: 'VUC Sundet', kind: 'vuc', institutionNumber: '990106' },
    ...{ municipality: 615, street: 'Torvet 8', postalCode: 8700, town: 'Horsens' },
    ...{ mailDomain: 'vuc-sundet.example', phone: '70008060', meetingsAWeek: 6, callShare: 10 },
    offers: 'FVU, ordblindeundervisning, AVU og HF-enkeltfag.',
  },
  {
    ...{ key: 'vuc-vestermose', name: 'VUC Vestermose', kind: 'vuc', institutionNumber: 'A99107' },
    ...{ municipality: 779, street: 'Skolegade 14', postalCode: 7800, town: 'Skive' },
    ...{ mailDomain: 'vuc-vestermose.example', phone: '70008070', meetingsAWeek: 4, callShare: 8 },
    offers: 'FVU, ordblindeundervisning og AVU i Skive og Thisted.',
  },
  {
    ...{ key: 'amu', name: 'AMU Klintholm', kind: 'amu', institutionNumber: '990108' },
    ...{ municipality: 746, street: 'Erhvervsparken 5', postalCode: 8660, town: 'Skanderborg' },
    ...{ mailDomain: 'amu-klintholm.example', phone: '70008080', meetingsAWeek: 8, callShare: 12 },
    offers: 'Lean, rengøring, asbest, maskiner, truck og IKV.',
  },
]
