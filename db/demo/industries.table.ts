/** What a company does, in the words its name is made of. */
export type Kind =
  | 'farm'
  | 'garden'
  | 'food'
  | 'dairy'
  | 'bakery'
  | 'wood'
  | 'print'
  | 'plastic'
  | 'concrete'
  | 'smith'
  | 'metal'
  | 'machine'
  | 'furniture'
  | 'waste'
  | 'builder'
  | 'contractor'
  | 'electrician'
  | 'plumber'
  | 'carpenter'
  | 'painter'
  | 'mason'
  | 'roofer'
  | 'scaffold'
  | 'garage'
  | 'paintshop'
  | 'wholesalefood'
  | 'timber'
  | 'packaging'
  | 'wholesale'
  | 'grocery'
  | 'hardware'
  | 'clothes'
  | 'flowers'
  | 'optician'
  | 'haulier'
  | 'mover'
  | 'coach'
  | 'warehouse'
  | 'forwarder'
  | 'courier'
  | 'hotel'
  | 'conference'
  | 'restaurant'
  | 'grill'
  | 'catering'
  | 'cafe'
  | 'it'
  | 'holding'
  | 'property'
  | 'law'
  | 'accountant'
  | 'consultant'
  | 'engineer'
  | 'agency'
  | 'temp'
  | 'security'
  | 'facility'
  | 'cleaning'
  | 'windows'
  | 'packing'
  | 'teaching'
  | 'doctor'
  | 'dentist'
  | 'nursing'
  | 'carehome'
  | 'residence'
  | 'homecare'
  | 'daycentre'
  | 'nursery'
  | 'club'
  | 'fitness'
  | 'association'
  | 'laundry'
  | 'hair'
  | 'beauty'

export type Industry = { code: string; title: string; kind: Kind; weight: number; sizes: SizeProfile }
export type SizeProfile = 'none' | 'tiny' | 'farm' | 'shop' | 'small' | 'workshop' | 'plant' | 'care'

/** DB07 codes with Danmarks Statistik's own titles. Weights are rough shares of the companies of a Danish region. */
export const INDUSTRIES: readonly Industry[] = [
  {
    code: '011100',
    title: 'Dyrkning af korn (undtagen ris), bælgfrugter og olieholdige frø',
    kind: 'farm',
    weight: 40,
    sizes: 'farm',
  },
  { code: '014100', title: 'Avl af malkekvæg', kind: 'farm', weight: 22, sizes: 'farm' },
  { code: '014620', title: 'Produktion af slagtesvin', kind: 'farm', weight: 16, sizes: 'farm' },
  { code: '016100', title: 'Serviceydelser i forbindelse med planteavl', kind: 'farm', weight: 8, sizes: 'tiny' },
  { code: '013000', title: 'Planteformering', kind: 'garden', weight: 5, sizes: 'small' },
  { code: '101300', title: 'Produktion af kød- og fjerkrækødprodukter', kind: 'food', weight: 4, sizes: 'plant' },
  {
    code: '102020',
    title: 'Forarbejdning og konservering af fisk, krebsdyr og bløddyr, undtagen fiskemel',
    kind: 'food',
    weight: 3,
    sizes: 'plant',
  },
  { code: '105100', title: 'Mejerier samt ostefremstilling', kind: 'dairy', weight: 2, sizes: 'plant' },
  { code: '107120', title: 'Fremstilling af friske bageriprodukter', kind: 'bakery', weight: 14, sizes: 'small' },
  { code: '108500', title: 'Fremstilling af færdigretter', kind: 'food', weight: 4, sizes: 'plant' },
  { code: '108900', title: 'Fremstilling af andre fødevarer i.a.n.', kind: 'food', weight: 4, sizes: 'plant' },
  {
    code: '162300',
    title: 'Fremstilling af bygningstømmer og snedkeriartikler i øvrigt',
    kind: 'wood',
    weight: 7,
    sizes: 'small',
  },
  { code: '181200', title: 'Anden trykning', kind: 'print', weight: 5, sizes: 'small' },
  { code: '222200', title: 'Fremstilling af plastemballage', kind: 'plastic', weight: 4, sizes: 'plant' },
  { code: '222900', title: 'Fremstilling af andre plastprodukter', kind: 'plastic', weight: 6, sizes: 'plant' },
  { code: '236100', title: 'Fremstilling af byggematerialer af beton', kind: 'concrete', weight: 3, sizes: 'plant' },
  {
    code: '251100',
    title: 'Fremstilling af metalkonstruktioner og dele heraf',
    kind: 'smith',
    weight: 22,
    sizes: 'workshop',
  },
  { code: '251200', title: 'Fremstilling af døre og vinduer af metal', kind: 'metal', weight: 3, sizes: 'workshop' },
  { code: '256100', title: 'Overfladebehandling af metal', kind: 'metal', weight: 6, sizes: 'workshop' },
  { code: '256200', title: 'Maskinforarbejdning', kind: 'metal', weight: 18, sizes: 'workshop' },
  {
    code: '259900',
    title: 'Fremstilling af andre færdige metalprodukter i.a.n.',
    kind: 'smith',
    weight: 14,
    sizes: 'workshop',
  },
  { code: '282200', title: 'Fremstilling af løfte- og håndteringsudstyr', kind: 'machine', weight: 4, sizes: 'plant' },
  {
    code: '282500',
    title: 'Fremstilling af køle- og ventilationsanlæg (til industriel brug)',
    kind: 'machine',
    weight: 3,
    sizes: 'plant',
  },
  {
    code: '282900',
    title: 'Fremstilling af andre maskiner til generelle formål i.a.n.',
    kind: 'machine',
    weight: 7,
    sizes: 'plant',
  },
  { code: '310900', title: 'Fremstilling af andre møbler', kind: 'furniture', weight: 6, sizes: 'workshop' },
  { code: '331200', title: 'Reparation af maskiner', kind: 'machine', weight: 9, sizes: 'workshop' },
  { code: '381100', title: 'Indsamling af ikke-farligt affald', kind: 'waste', weight: 3, sizes: 'small' },
  { code: '412000', title: 'Opførelse af bygninger', kind: 'builder', weight: 22, sizes: 'small' },
  { code: '421100', title: 'Anlæg af veje og motorveje', kind: 'contractor', weight: 7, sizes: 'small' },
  { code: '431200', title: 'Forberedende byggepladsarbejder', kind: 'contractor', weight: 12, sizes: 'small' },
  { code: '432100', title: 'El-installation', kind: 'electrician', weight: 30, sizes: 'small' },
  { code: '432200', title: 'VVS- og blikkenslagerforretninger', kind: 'plumber', weight: 28, sizes: 'small' },
  { code: '433200', title: 'Tømrer- og bygningssnedkervirksomhed', kind: 'carpenter', weight: 48, sizes: 'small' },
  { code: '433410', title: 'Malerforretninger', kind: 'painter', weight: 26, sizes: 'small' },
  { code: '439910', title: 'Murere', kind: 'mason', weight: 28, sizes: 'small' },
  { code: '439100', title: 'Tagdækningsvirksomhed', kind: 'roofer', weight: 7, sizes: 'small' },
  {
    code: '439990',
    title: 'Anden bygge- og anlægsvirksomhed, som kræver specialisering',
    kind: 'scaffold',
    weight: 6,
    sizes: 'small',
  },
  { code: '452010', title: 'Autoreparationsværksteder mv.', kind: 'garage', weight: 34, sizes: 'tiny' },
  { code: '452020', title: 'Karosseriværksteder og autolakererier', kind: 'paintshop', weight: 7, sizes: 'small' },
  {
    code: '463900',
    title: 'Ikke-specialiseret engroshandel med føde-, drikke- og tobaksvarer',
    kind: 'wholesalefood',
    weight: 5,
    sizes: 'small',
  },
  {
    code: '467310',
    title: 'Engroshandel med træ, trælast og byggematerialer',
    kind: 'timber',
    weight: 6,
    sizes: 'small',
  },
  {
    code: '467600',
    title: 'Engroshandel med andre råvarer og halvfabrikata',
    kind: 'packaging',
    weight: 6,
    sizes: 'small',
  },
  { code: '469000', title: 'Ikke-specialiseret engroshandel', kind: 'wholesale', weight: 8, sizes: 'small' },
  { code: '471110', title: 'Købmænd og døgnkiosker', kind: 'grocery', weight: 16, sizes: 'shop' },
  { code: '471120', title: 'Supermarkeder', kind: 'grocery', weight: 9, sizes: 'shop' },
  { code: '471130', title: 'Discountforretninger', kind: 'grocery', weight: 9, sizes: 'shop' },
  {
    code: '472400',
    title: 'Detailhandel med brød, konditori- og sukkervarer',
    kind: 'bakery',
    weight: 6,
    sizes: 'shop',
  },
  { code: '475220', title: 'Byggemarkeder og værktøjsmagasiner', kind: 'hardware', weight: 6, sizes: 'shop' },
  { code: '477110', title: 'Tøjforretninger', kind: 'clothes', weight: 16, sizes: 'shop' },
  { code: '477610', title: 'Blomsterforretninger', kind: 'flowers', weight: 7, sizes: 'tiny' },
  { code: '477810', title: 'Optikere', kind: 'optician', weight: 4, sizes: 'shop' },
  { code: '494100', title: 'Vejgodstransport', kind: 'haulier', weight: 36, sizes: 'small' },
  { code: '494200', title: 'Flytteforretninger', kind: 'mover', weight: 4, sizes: 'small' },
  { code: '493920', title: 'Turistkørsel og anden landpassagertransport', kind: 'coach', weight: 3, sizes: 'small' },
  { code: '521000', title: 'Oplagrings- og pakhusvirksomhed', kind: 'warehouse', weight: 8, sizes: 'plant' },
  { code: '522400', title: 'Godshåndtering', kind: 'warehouse', weight: 4, sizes: 'plant' },
  { code: '522920', title: 'Speditører', kind: 'forwarder', weight: 6, sizes: 'small' },
  { code: '532000', title: 'Andre post- og kurertjenester', kind: 'courier', weight: 8, sizes: 'tiny' },
  { code: '551010', title: 'Hoteller', kind: 'hotel', weight: 7, sizes: 'shop' },
  { code: '551020', title: 'Konferencecentre og kursusejendomme', kind: 'conference', weight: 4, sizes: 'plant' },
  { code: '561010', title: 'Restauranter', kind: 'restaurant', weight: 34, sizes: 'shop' },
  { code: '561020', title: 'Pizzeriaer, grillbarer, isbarer mv.', kind: 'grill', weight: 26, sizes: 'tiny' },
  { code: '562900', title: 'Anden restaurationsvirksomhed', kind: 'catering', weight: 7, sizes: 'small' },
  { code: '563000', title: 'Cafeér, værtshuse, diskoteker mv.', kind: 'cafe', weight: 12, sizes: 'shop' },
  { code: '620100', title: 'Computerprogrammering', kind: 'it', weight: 24, sizes: 'tiny' },
  { code: '620200', title: 'Konsulentbistand vedrørende informationsteknologi', kind: 'it', weight: 30, sizes: 'tiny' },
  { code: '642020', title: 'Ikke-finansielle holdingselskaber', kind: 'holding', weight: 190, sizes: 'none' },
  { code: '682040', title: 'Udlejning af erhvervsejendomme', kind: 'property', weight: 60, sizes: 'none' },
  { code: '691000', title: 'Juridisk bistand', kind: 'law', weight: 8, sizes: 'small' },
  { code: '692000', title: 'Bogføring og revision; skatterådgivning', kind: 'accountant', weight: 22, sizes: 'tiny' },
  {
    code: '702200',
    title: 'Virksomhedsrådgivning og anden rådgivning om driftsledelse',
    kind: 'consultant',
    weight: 36,
    sizes: 'none',
  },
  {
    code: '711210',
    title: 'Rådgivende ingeniørvirksomhed inden for byggeri og anlægsarbejder',
    kind: 'engineer',
    weight: 12,
    sizes: 'small',
  },
  { code: '731110', title: 'Reklamebureauer', kind: 'agency', weight: 10, sizes: 'tiny' },
  { code: '782000', title: 'Vikarbureauer', kind: 'temp', weight: 5, sizes: 'plant' },
  { code: '801000', title: 'Private vagt- og sikkerhedstjenester', kind: 'security', weight: 3, sizes: 'small' },
  { code: '811000', title: 'Kombinerede serviceydelser', kind: 'facility', weight: 5, sizes: 'small' },
  { code: '812100', title: 'Almindelig rengøring i bygninger', kind: 'cleaning', weight: 28, sizes: 'small' },
  { code: '812210', title: 'Vinduespolering', kind: 'windows', weight: 8, sizes: 'tiny' },
  { code: '813000', title: 'Landskabspleje', kind: 'garden', weight: 20, sizes: 'tiny' },
  { code: '829200', title: 'Pakkerier', kind: 'packing', weight: 4, sizes: 'plant' },
  { code: '855900', title: 'Anden undervisning i.a.n.', kind: 'teaching', weight: 20, sizes: 'none' },
  { code: '862100', title: 'Alment praktiserende læger', kind: 'doctor', weight: 10, sizes: 'tiny' },
  { code: '862300', title: 'Praktiserende tandlæger', kind: 'dentist', weight: 11, sizes: 'small' },
  {
    code: '869010',
    title: 'Sundhedspleje, hjemmesygepleje og jordemødre mv.',
    kind: 'nursing',
    weight: 6,
    sizes: 'small',
  },
  { code: '871010', title: 'Plejehjem', kind: 'carehome', weight: 12, sizes: 'care' },
  {
    code: '873010',
    title: 'Døgninstitutioner for personer med fysisk handicap',
    kind: 'residence',
    weight: 6,
    sizes: 'care',
  },
  { code: '881010', title: 'Hjemmehjælp', kind: 'homecare', weight: 6, sizes: 'care' },
  { code: '881020', title: 'Dagcentre mv.', kind: 'daycentre', weight: 4, sizes: 'care' },
  { code: '889120', title: 'Vuggestuer', kind: 'nursery', weight: 7, sizes: 'care' },
  { code: '889130', title: 'Børnehaver', kind: 'nursery', weight: 9, sizes: 'care' },
  { code: '889150', title: 'Aldersintegrerede institutioner', kind: 'nursery', weight: 8, sizes: 'care' },
  { code: '931200', title: 'Sportsklubber', kind: 'club', weight: 40, sizes: 'none' },
  { code: '931300', title: 'Fitnesscentre', kind: 'fitness', weight: 5, sizes: 'shop' },
  {
    code: '949900',
    title: 'Andre organisationer og foreninger i.a.n.',
    kind: 'association',
    weight: 46,
    sizes: 'none',
  },
  { code: '960110', title: 'Erhvervs- og institutionsvaskerier', kind: 'laundry', weight: 3, sizes: 'plant' },
  { code: '960210', title: 'Frisørsaloner', kind: 'hair', weight: 38, sizes: 'tiny' },
  { code: '960220', title: 'Skønheds- og hudpleje', kind: 'beauty', weight: 14, sizes: 'tiny' },
]

/** Employees of a company: from, to (both included), weight. Most have 0–9, as in the register. */
export const SIZES: Record<SizeProfile, readonly { from: number; to: number; weight: number }[]> = {
  none: sizes([88, 6, 4, 1.5, 0.5]),
  tiny: sizes([52, 14, 18, 11, 4, 1]),
  farm: sizes([58, 15, 16, 7, 3, 1]),
  shop: sizes([22, 9, 21, 23, 17, 7, 1]),
  small: sizes([32, 11, 19, 18, 12, 6, 1.6, 0.4]),
  workshop: sizes([20, 9, 24, 23, 14, 8, 1.6, 0.4]),
  plant: sizes([12, 5, 12, 15, 18, 22, 9, 5, 1.7, 0.3]),
  care: sizes([10, 3, 8, 16, 24, 26, 9, 3, 1]),
}

function sizes(weights: readonly number[]) {
  const steps: readonly [number, number][] = [
    [0, 0],
    [1, 1],
    [2, 4],
    [5, 9],
    [10, 19],
    [20, 49],
    [50, 99],
    [100, 199],
    [200, 499],
    [500, 780],
  ]
  return steps.slice(0, weights.length).map(([from, to], step) => ({ from, to, weight: weights[step] ?? 0 }))
}
