import type { Group } from './seed-slots.ts'

export type Education =
  | 'fvu-danish'
  | 'fvu-maths'
  | 'fvu-english'
  | 'fvu-digital'
  | 'fvu-start'
  | 'obu'
  | 'avu'
  | 'hf'
  | 'amu'
  | 'ikv'
  | 'adult-apprentice'
  | 'academy'
  | 'danish-for-foreigners'
type NeedOf = readonly [words: string, education: Education | null, when?: 'later']

/** Needs as companies say them, by what the company is. Never about one person's reading. */
export const needsHeard: Record<Group, readonly NeedOf[]> = {
  metal: [
    ['Vi har købt en robot, og kun én kan stille den ind.', 'amu'],
    ['Certifikaterne udløber til foråret, og vi opdager det altid for sent.', 'amu'],
    ['De gamle læser tegninger i søvne, de unge kan ikke.', 'amu', 'later'],
    ['To af dem har svejset i ti år uden papir på det.', 'ikv'],
    ['Vi vil hellere gøre Kim faglært end lede efter en, der ikke findes.', 'adult-apprentice'],
    ['Der skal regnes på vinkler, og så bliver der stille.', 'fvu-maths'],
    ['Kunderne vil have målerapporter, og dem er der ingen, der gider skrive.', 'fvu-digital', 'later'],
    ['Når manualen er på engelsk, ringer de til mig.', 'fvu-english'],
  ],
  care: [
    ['Dokumentationen sejler, fordi systemet er nyt for halvdelen.', 'fvu-digital'],
    ['Vi har mange gode hænder, som mangler ord på dansk.', 'danish-for-foreigners'],
    ['Der er flere beboere med demens, end vi er klædt på til.', 'amu'],
    ['Nattevagterne får aldrig noget kursus.', 'amu', 'later'],
    ['Rapporterne bliver så korte, at dagvagten må gætte.', 'fvu-danish'],
    ['Tre ufaglærte vil gerne være assistenter, men tør ikke spørge.', 'adult-apprentice', 'later'],
    ['Vi bruger for mange kræfter på konflikter med pårørende.', 'amu'],
    ['Medicinregning gør folk nervøse.', 'fvu-maths'],
  ],
  build: [
    ['Når det fryser, står vi stille. Så ville kurser være godt.', 'amu'],
    ['Der er asbest i halvdelen af de tage, vi bliver bedt om at tage ned.', 'amu'],
    ['Kvalitetssikringen foregår på telefonen nu, og ikke alle er fulgt med.', 'fvu-digital'],
    ['Formanden laver alle tilbud, for ingen andre tør regne på dem.', 'fvu-maths', 'later'],
    ['De polske folk er dygtige, men sikkerhedsmødet går hen over hovedet.', 'danish-for-foreigners'],
    ['Vi ville tage en voksenlærling, hvis nogen hjalp med papirerne.', 'adult-apprentice'],
    ['Førstehjælp på pladsen. Sidst var det ren panik.', 'amu'],
  ],
  food: [
    ['Egenkontrollen bliver udfyldt baglæns om fredagen.', 'amu'],
    ['Allergener er blevet så indviklet, at vi ikke tør svare kunderne.', 'amu'],
    ['De skal gange opskriften op og ned, og det går tit galt.', 'fvu-maths'],
    ['Vagtplanen ligger i en app. Den er der tre, der bruger.', 'fvu-digital', 'later'],
    ['Bestillingerne kommer på skrift nu. Før råbte vi bare.', 'fvu-danish'],
    ['Vi har en opvasker, der burde være bager.', 'adult-apprentice', 'later'],
  ],
  service: [
    ['Der er ni sprog på holdet, og beskederne står på dansk.', 'danish-for-foreigners'],
    ['De kan deres fag, men kan ikke vise kunden, at de kan.', 'ikv'],
    ['Nye midler, nye mærkater, ingen der læser dem.', 'fvu-danish'],
    ['Vi taber opgaver, fordi vi ikke kan dokumentere kvaliteten.', 'amu'],
    ['Timesedlen på telefonen giver opkald hver eneste onsdag.', 'fvu-digital'],
    ['Teamlederne er forfremmet rengøringsfolk. De mangler redskaber.', 'academy', 'later'],
  ],
  transport: [
    ['Ingen kan køre den store truck, når Bo er syg.', 'amu'],
    ['Farligt gods: to har bevis, og de holder ferie samtidig.', 'amu'],
    ['Pluk efter skærm i stedet for papir. Halvdelen vil have papiret tilbage.', 'fvu-digital'],
    ['Fragtbrevene er på engelsk, og gæt er dyrt.', 'fvu-english', 'later'],
    ['Chaufførerne kommer fra seks lande og står og venter på tolk.', 'danish-for-foreigners'],
    ['Lagerfolkene har været her i tyve år. De vil gerne have papir på det.', 'ikv', 'later'],
  ],
  trade: [
    ['Alle bruger regneark, ingen har lært det.', 'amu'],
    ['Webbutikken er på fire sprog, og vi taler halvandet.', 'fvu-english', 'later'],
    ['Vi forfremmer den bedste sælger og får en utryg leder.', 'academy'],
    ['Kundemailene kunne være venligere og uden fejl.', 'fvu-danish'],
    ['Bogholderen er den eneste, der kan moms, og hun er 63.', 'amu'],
    ['To i butikken mangler et par fag for at kunne læse videre.', 'hf', 'later'],
  ],
  industry: [
    ['Vi har fået ny linje, og vejledningen er på engelsk.', 'fvu-english'],
    ['Tavlemøderne er blevet en sur pligt. De kunne blive til noget.', 'amu'],
    ['Skiftende ordrer hver uge. Vi kan aldrig sende fire af sted på én gang.', 'amu', 'later'],
    ['De bedste operatører har ingen eksamen overhovedet.', 'ikv'],
    ['Sikkerhedsinstruksen er skrevet til ingeniører.', 'fvu-danish'],
    ['Procenter og blandinger er noget, man spørger Lis om.', 'fvu-maths'],
    ['Vi kasserer for meget i natholdet, og ingen ved hvorfor.', 'amu'],
  ],
  any: [
    ['Vi ved ikke, hvad man kan få, og slet ikke hvad det koster.', null],
    ['De fleste gik ud af skolen med dårlige minder, så det skal være her hos os.', 'fvu-start'],
    ['Nogle af dem vil gerne have 9. klasse med, sagde tillidsmanden.', 'avu', 'later'],
    ['Det nye kasse- og lagersystem kører, men kun fordi to passer det.', 'fvu-digital'],
    ['Skriftlige beskeder er noget, vi går uden om.', 'fvu-danish'],
    ['Der er flere, der gemmer sig lidt, når der er papirer. Det skal kunne være fortroligt.', 'obu'],
    ['Vi mangler folk om et år, når tre går på pension.', 'adult-apprentice', 'later'],
    ['Mellemlederne vil gerne læse noget om aftenen.', 'academy', 'later'],
  ],
}

/** What a visit was about. `{contact}` is who was there. */
export const aboutVisits: Record<Group, readonly string[]> = {
  metal: [
    'Rundvisning i hallen med {contact}. God stemning, men alle er bundet af ordrerne frem til sommer.',
    '{contact} fortalte om den nye maskine og om, hvor sårbare de er, når én er væk.',
    'Talte om certifikater og om at gøre ufaglærte til faglærte. De har råd, men ikke tid.',
  ],
  care: [
    'Møde med {contact} og tillidsrepræsentanten. Nyt journalsystem fylder alt lige nu.',
    'De vil gerne, men vagtplanen er stram. Vi så på, hvordan vikardækning kan betales.',
  ],
  build: [
    'Mødtes i skurvognen. {contact} vil bruge vinteren på kurser, hvis de ligger i én blok.',
    '{contact} har aldrig brugt VEU-godtgørelsen. Vi gik den igennem med tal fra deres egen lønseddel.',
  ],
  food: [
    'Kom midt i produktionen og fik lov at se det hele. {contact} har styr på faget og leder efter tid.',
    'Talte om hygiejne, allergener og regning i køkkenet. Tilsynet kommer igen til foråret.',
  ],
  service: [
    'Mange sprog, mange adresser og få fælles pauser. {contact} vil prøve med et lille hold.',
    '{contact} viste, hvad kunderne kræver. Vi talte om at gøre det, de allerede kan, synligt.',
  ],
  transport: [
    'Gik lageret igennem med {contact}. Truck og farligt gods haster, resten kan vente til januar.',
    'De har skiftet lagersystem. {contact} er bekymret for dem, der ikke siger noget.',
  ],
  trade: [
    'Kort møde på kontoret. {contact} har overblik og vil gerne have et samlet oplæg.',
    'Talte om ledelse i butikken og om regneark. De har ikke brugt kompetencefonden før.',
  ],
  industry: [
    'Rundt på linjen med {contact}. Ny teknik og gamle vaner, som {contact} selv sagde.',
    'Værkføreren var med. De vil begynde med en screening af hele holdet, så ingen bliver peget ud.',
  ],
  any: [
    'Første møde med {contact}. Vi brugte tiden på at lytte; de har ikke haft besøg af en skole før.',
    'Opfølgning på sidste møde. {contact} har talt med medarbejderne, og der er mere lyst end ventet.',
    'Godt møde. {contact} vil gerne samle dem fra nabovirksomhederne, så der bliver til et hold.',
    '{contact} ville først og fremmest vide, hvad det koster, og hvem der betaler lønnen imens.',
  ],
}

export const obstacles = [
  'obstacle-time',
  'obstacle-time',
  'obstacle-production',
  'obstacle-manager',
  'obstacle-school',
  'obstacle-pay',
  'obstacle-few',
  'obstacle-tailored',
] as const
export const tasks = ['screening', 'plan', 'funds', 'job-rotation', 'new-technology', 'recruiting'] as const

type Agreed = {
  what: string
  /** Days until it is due. */
  days: readonly [number, number]
  /** Only where this was needed. */
  fits?: readonly Education[]
  /** Only in these trades. */
  of?: readonly Group[]
  /** Who takes it on, when not the one who visits. */
  owner?: string
}
/** What is agreed at a visit. */
export const agreedAtVisits: readonly Agreed[] = [
  { what: 'Oversigt over kurser, priser og tilskud', days: [5, 12] },
  { what: 'Forslag til kursusdage', days: [7, 16] },
  { what: 'Ringe til tillidsrepræsentanten og aftale et møde', days: [4, 9] },
  { what: 'Udregning af VEU-godtgørelse med deres egne tal', days: [5, 12] },
  { what: 'Svar på, om kompetencefonden dækker', days: [7, 14] },
  { what: 'Navn på en virksomhed, der har prøvet det', days: [4, 10] },
  { what: 'Oplæg til et møde med medarbejderne', days: [8, 18] },
  { what: 'Ringe igen, når vagtplanen er lavet', days: [15, 30] },
  { what: 'Finde en anden virksomhed at dele hold med', days: [14, 30] },
  { what: 'Udkast til uddannelsesplan', days: [12, 25] },
  { what: 'Tilbud på kursus i virksomheden', days: [7, 14], fits: ['amu'] },
  {
    ...{ what: 'Datoer for truckkursus', days: [5, 10], fits: ['amu'], owner: 'Ivan Kowalski' },
    of: ['transport', 'industry', 'trade', 'build'],
  },
  { what: 'Pris på svejsekursus', days: [6, 12], fits: ['amu'], owner: 'Peter Vang', of: ['metal'] },
  {
    what: 'Tid til screening af hele holdet',
    days: [7, 18],
    fits: ['fvu-danish', 'fvu-maths', 'fvu-start', 'obu'],
    owner: 'Dorte Bæk',
  },
  { what: 'Plads på FVU-dansk, dag og sted', days: [7, 16], fits: ['fvu-danish', 'fvu-start'], owner: 'Sofie Holst' },
  { what: 'Prøvelektion i regning på arbejdspladsen', days: [10, 20], fits: ['fvu-maths'], owner: 'Jørgen Kaas' },
  { what: 'Møde om FVU-digital på pauserne', days: [7, 15], fits: ['fvu-digital'], owner: 'Ali Demir' },
  {
    what: 'Svar om sprogundervisning på arbejdstid',
    days: [7, 15],
    fits: ['danish-for-foreigners'],
    owner: 'Amir Rahimi',
  },
  { what: 'Skema til realkompetencevurdering', days: [5, 12], fits: ['ikv'], owner: 'Lars Iversen' },
  { what: 'Regler for voksenlærling og hjælp til aftalen', days: [6, 14], fits: ['adult-apprentice'] },
  { what: 'Oversigt over akademifag om aftenen', days: [6, 14], fits: ['academy'], owner: 'Lone Krag' },
  { what: 'Vejledning om enkeltfag', days: [7, 15], fits: ['hf', 'avu'], owner: 'Fatima Haddad' },
  { what: 'Gennemgang af engelsk i manualerne', days: [8, 18], fits: ['fvu-english'] },
]

export const whyDropped: readonly string[] = [
  'Virksomheden har fundet en anden løsning.',
  'De har fået ny chef og vil vente.',
  'Kurset er ikke udbudt i år; de ved besked.',
  'Medarbejderen er rejst.',
]
export const whyMoved: readonly string[] = [
  'Venter på svar fra skolen.',
  'Virksomheden bad om en uge mere.',
  'Kursusplanen kommer først på mandag.',
]
