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
type NeedOf = { group: Group; words: string; education: Education | null; soon: boolean }

/** Needs as companies say them. Never about one person's reading. */
export const NEEDS: readonly NeedOf[] = [
  { group: 'metal', words: 'Vi har købt en robot, og kun én kan stille den ind.', education: 'amu', soon: true },
  {
    group: 'metal',
    words: 'Certifikaterne udløber til foråret, og vi opdager det altid for sent.',
    education: 'amu',
    soon: true,
  },
  { group: 'metal', words: 'De gamle læser tegninger i søvne, de unge kan ikke.', education: 'amu', soon: false },
  { group: 'metal', words: 'To af dem har svejset i ti år uden papir på det.', education: 'ikv', soon: true },
  {
    group: 'metal',
    words: 'Vi vil hellere gøre Kim faglært end lede efter en, der ikke findes.',
    education: 'adult-apprentice',
    soon: true,
  },
  { group: 'metal', words: 'Der skal regnes på vinkler, og så bliver der stille.', education: 'fvu-maths', soon: true },
  {
    group: 'metal',
    words: 'Kunderne vil have målerapporter, og dem er der ingen, der gider skrive.',
    education: 'fvu-digital',
    soon: false,
  },
  { group: 'metal', words: 'Når manualen er på engelsk, ringer de til mig.', education: 'fvu-english', soon: true },
  {
    group: 'care',
    words: 'Dokumentationen sejler, fordi systemet er nyt for halvdelen.',
    education: 'fvu-digital',
    soon: true,
  },
  {
    group: 'care',
    words: 'Vi har mange gode hænder, som mangler ord på dansk.',
    education: 'danish-for-foreigners',
    soon: true,
  },
  { group: 'care', words: 'Der er flere beboere med demens, end vi er klædt på til.', education: 'amu', soon: true },
  { group: 'care', words: 'Nattevagterne får aldrig noget kursus.', education: 'amu', soon: false },
  { group: 'care', words: 'Rapporterne bliver så korte, at dagvagten må gætte.', education: 'fvu-danish', soon: true },
  {
    group: 'care',
    words: 'Tre ufaglærte vil gerne være assistenter, men tør ikke spørge.',
    education: 'adult-apprentice',
    soon: false,
  },
  { group: 'care', words: 'Vi bruger for mange kræfter på konflikter med pårørende.', education: 'amu', soon: true },
  { group: 'care', words: 'Medicinregning gør folk nervøse.', education: 'fvu-maths', soon: true },
  { group: 'build', words: 'Når det fryser, står vi stille. Så ville kurser være godt.', education: 'amu', soon: true },
  {
    group: 'build',
    words: 'Der er asbest i halvdelen af de tage, vi bliver bedt om at tage ned.',
    education: 'amu',
    soon: true,
  },
  {
    group: 'build',
    words: 'Kvalitetssikringen foregår på telefonen nu, og ikke alle er fulgt med.',
    education: 'fvu-digital',
    soon: true,
  },
  {
    group: 'build',
    words: 'Formanden laver alle tilbud, for ingen andre tør regne på dem.',
    education: 'fvu-maths',
    soon: false,
  },
  {
    group: 'build',
    words: 'De polske folk er dygtige, men sikkerhedsmødet går hen over hovedet.',
    education: 'danish-for-foreigners',
    soon: true,
  },
  {
    group: 'build',
    words: 'Vi ville tage en voksenlærling, hvis nogen hjalp med papirerne.',
    education: 'adult-apprentice',
    soon: true,
  },
  { group: 'build', words: 'Førstehjælp på pladsen. Sidst var det ren panik.', education: 'amu', soon: true },
  { group: 'food', words: 'Egenkontrollen bliver udfyldt baglæns om fredagen.', education: 'amu', soon: true },
  {
    group: 'food',
    words: 'Allergener er blevet så indviklet, at vi ikke tør svare kunderne.',
    education: 'amu',
    soon: true,
  },
  {
    group: 'food',
    words: 'De skal gange opskriften op og ned, og det går tit galt.',
    education: 'fvu-maths',
    soon: true,
  },
  {
    group: 'food',
    words: 'Vagtplanen ligger i en app. Den er der tre, der bruger.',
    education: 'fvu-digital',
    soon: false,
  },
  {
    group: 'food',
    words: 'Bestillingerne kommer på skrift nu. Før råbte vi bare.',
    education: 'fvu-danish',
    soon: true,
  },
  { group: 'food', words: 'Vi har en opvasker, der burde være bager.', education: 'adult-apprentice', soon: false },
  {
    group: 'service',
    words: 'Der er ni sprog på holdet, og beskederne står på dansk.',
    education: 'danish-for-foreigners',
    soon: true,
  },
  { group: 'service', words: 'De kan deres fag, men kan ikke vise kunden, at de kan.', education: 'ikv', soon: true },
  { group: 'service', words: 'Nye midler, nye mærkater, ingen der læser dem.', education: 'fvu-danish', soon: true },
  {
    group: 'service',
    words: 'Vi taber opgaver, fordi vi ikke kan dokumentere kvaliteten.',
    education: 'amu',
    soon: true,
  },
  {
    group: 'service',
    words: 'Timesedlen på telefonen giver opkald hver eneste onsdag.',
    education: 'fvu-digital',
    soon: true,
  },
  {
    group: 'service',
    words: 'Teamlederne er forfremmet rengøringsfolk. De mangler redskaber.',
    education: 'academy',
    soon: false,
  },
  { group: 'transport', words: 'Ingen kan køre den store truck, når Bo er syg.', education: 'amu', soon: true },
  {
    group: 'transport',
    words: 'Farligt gods: to har bevis, og de holder ferie samtidig.',
    education: 'amu',
    soon: true,
  },
  {
    group: 'transport',
    words: 'Pluk efter skærm i stedet for papir. Halvdelen vil have papiret tilbage.',
    education: 'fvu-digital',
    soon: true,
  },
  { group: 'transport', words: 'Fragtbrevene er på engelsk, og gæt er dyrt.', education: 'fvu-english', soon: false },
  {
    group: 'transport',
    words: 'Chaufførerne kommer fra seks lande og står og venter på tolk.',
    education: 'danish-for-foreigners',
    soon: true,
  },
  {
    group: 'transport',
    words: 'Lagerfolkene har været her i tyve år. De vil gerne have papir på det.',
    education: 'ikv',
    soon: false,
  },
  { group: 'trade', words: 'Alle bruger regneark, ingen har lært det.', education: 'amu', soon: true },
  {
    group: 'trade',
    words: 'Webbutikken er på fire sprog, og vi taler halvandet.',
    education: 'fvu-english',
    soon: false,
  },
  { group: 'trade', words: 'Vi forfremmer den bedste sælger og får en utryg leder.', education: 'academy', soon: true },
  { group: 'trade', words: 'Kundemailene kunne være venligere og uden fejl.', education: 'fvu-danish', soon: true },
  { group: 'trade', words: 'Bogholderen er den eneste, der kan moms, og hun er 63.', education: 'amu', soon: true },
  { group: 'trade', words: 'To i butikken mangler et par fag for at kunne læse videre.', education: 'hf', soon: false },
  {
    group: 'industry',
    words: 'Vi har fået ny linje, og vejledningen er på engelsk.',
    education: 'fvu-english',
    soon: true,
  },
  {
    group: 'industry',
    words: 'Tavlemøderne er blevet en sur pligt. De kunne blive til noget.',
    education: 'amu',
    soon: true,
  },
  {
    group: 'industry',
    words: 'Skiftende ordrer hver uge. Vi kan aldrig sende fire af sted på én gang.',
    education: 'amu',
    soon: false,
  },
  { group: 'industry', words: 'De bedste operatører har ingen eksamen overhovedet.', education: 'ikv', soon: true },
  { group: 'industry', words: 'Sikkerhedsinstruksen er skrevet til ingeniører.', education: 'fvu-danish', soon: true },
  {
    group: 'industry',
    words: 'Procenter og blandinger er noget, man spørger Lis om.',
    education: 'fvu-maths',
    soon: true,
  },
  {
    group: 'industry',
    words: 'Vi kasserer for meget i natholdet, og ingen ved hvorfor.',
    education: 'amu',
    soon: true,
  },
  { group: 'any', words: 'Vi ved ikke, hvad man kan få, og slet ikke hvad det koster.', education: null, soon: true },
  {
    group: 'any',
    words: 'De fleste gik ud af skolen med dårlige minder, så det skal være her hos os.',
    education: 'fvu-start',
    soon: true,
  },
  {
    group: 'any',
    words: 'Nogle af dem vil gerne have 9. klasse med, sagde tillidsmanden.',
    education: 'avu',
    soon: false,
  },
  {
    group: 'any',
    words: 'Det nye kasse- og lagersystem kører, men kun fordi to passer det.',
    education: 'fvu-digital',
    soon: true,
  },
  { group: 'any', words: 'Skriftlige beskeder er noget, vi går uden om.', education: 'fvu-danish', soon: true },
  {
    group: 'any',
    words: 'Der er flere, der gemmer sig lidt, når der er papirer. Det skal kunne være fortroligt.',
    education: 'obu',
    soon: true,
  },
  {
    group: 'any',
    words: 'Vi mangler folk om et år, når tre går på pension.',
    education: 'adult-apprentice',
    soon: false,
  },
  { group: 'any', words: 'Mellemlederne vil gerne læse noget om aftenen.', education: 'academy', soon: false },
]

/** What a visit was about. `{contact}` is who was there. */
export const ABOUTS: readonly { group: Group; text: string }[] = [
  {
    group: 'metal',
    text: 'Rundvisning i hallen med {contact}. God stemning, men alle er bundet af ordrerne frem til sommer.',
  },
  { group: 'metal', text: '{contact} fortalte om den nye maskine og om, hvor sårbare de er, når én er væk.' },
  { group: 'metal', text: 'Talte om certifikater og om at gøre ufaglærte til faglærte. De har råd, men ikke tid.' },
  { group: 'care', text: 'Møde med {contact} og tillidsrepræsentanten. Nyt journalsystem fylder alt lige nu.' },
  { group: 'care', text: 'De vil gerne, men vagtplanen er stram. Vi så på, hvordan vikardækning kan betales.' },
  { group: 'build', text: 'Mødtes i skurvognen. {contact} vil bruge vinteren på kurser, hvis de ligger i én blok.' },
  {
    group: 'build',
    text: '{contact} har aldrig brugt VEU-godtgørelsen. Vi gik den igennem med tal fra deres egen lønseddel.',
  },
  {
    group: 'food',
    text: 'Kom midt i produktionen og fik lov at se det hele. {contact} har styr på faget og leder efter tid.',
  },
  { group: 'food', text: 'Talte om hygiejne, allergener og regning i køkkenet. Tilsynet kommer igen til foråret.' },
  { group: 'service', text: 'Mange sprog, mange adresser og få fælles pauser. {contact} vil prøve med et lille hold.' },
  {
    group: 'service',
    text: '{contact} viste, hvad kunderne kræver. Vi talte om at gøre det, de allerede kan, synligt.',
  },
  {
    group: 'transport',
    text: 'Gik lageret igennem med {contact}. Truck og farligt gods haster, resten kan vente til januar.',
  },
  { group: 'transport', text: 'De har skiftet lagersystem. {contact} er bekymret for dem, der ikke siger noget.' },
  { group: 'trade', text: 'Kort møde på kontoret. {contact} har overblik og vil gerne have et samlet oplæg.' },
  { group: 'trade', text: 'Talte om ledelse i butikken og om regneark. De har ikke brugt kompetencefonden før.' },
  { group: 'industry', text: 'Rundt på linjen med {contact}. Ny teknik og gamle vaner, som {contact} selv sagde.' },
  {
    group: 'industry',
    text: 'Værkføreren var med. De vil begynde med en screening af hele holdet, så ingen bliver peget ud.',
  },
  {
    group: 'any',
    text: 'Første møde med {contact}. Vi brugte tiden på at lytte; de har ikke haft besøg af en skole før.',
  },
  {
    group: 'any',
    text: 'Opfølgning på sidste møde. {contact} har talt med medarbejderne, og der er mere lyst end ventet.',
  },
  { group: 'any', text: 'Godt møde. {contact} vil gerne samle dem fra nabovirksomhederne, så der bliver til et hold.' },
  { group: 'any', text: '{contact} ville først og fremmest vide, hvad det koster, og hvem der betaler lønnen imens.' },
]

export const OBSTACLES = [
  'obstacle-time',
  'obstacle-time',
  'obstacle-production',
  'obstacle-manager',
  'obstacle-school',
  'obstacle-pay',
  'obstacle-few',
  'obstacle-tailored',
] as const
export const TASKS = ['screening', 'plan', 'funds', 'job-rotation', 'new-technology', 'recruiting'] as const

type Agreed = {
  what: string
  /** Days until it is due. */
  days: readonly [number, number]
  /** Only where this was needed. */
  fits?: readonly Education[]
  /** Who takes it on, when not the one who visits. */
  owner?: string
}
/** What is agreed at a visit. */
export const PROMISES: readonly Agreed[] = [
  { what: 'Oversigt over kurser, priser og tilskud', days: [5, 12] },
  { what: 'Forslag til tider i januar og februar', days: [7, 16] },
  { what: 'Ringe til tillidsrepræsentanten og aftale et møde', days: [4, 9] },
  { what: 'Udregning af VEU-godtgørelse med deres egne tal', days: [5, 12] },
  { what: 'Svar på, om kompetencefonden dækker', days: [7, 14] },
  { what: 'Navn på en virksomhed, der har prøvet det', days: [4, 10] },
  { what: 'Oplæg til et møde med medarbejderne', days: [8, 18] },
  { what: 'Ringe igen, når ferieplanen er lavet', days: [15, 30] },
  { what: 'Finde en anden virksomhed at dele hold med', days: [14, 30] },
  { what: 'Udkast til uddannelsesplan', days: [12, 25] },
  { what: 'Tilbud på kursus i virksomheden', days: [7, 14], fits: ['amu'] },
  { what: 'Datoer for truckkursus', days: [5, 10], fits: ['amu'], owner: 'Ivan Kowalski' },
  { what: 'Pris på svejsekursus', days: [6, 12], fits: ['amu'], owner: 'Peter Vang' },
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

export const DROPPED: readonly string[] = [
  'Virksomheden har fundet en anden løsning.',
  'De har fået ny chef og vil vente.',
  'Kurset er ikke udbudt i år; de ved besked.',
  'Medarbejderen er rejst.',
]
export const MOVED: readonly string[] = [
  'Venter på svar fra skolen.',
  'Virksomheden bad om en uge mere.',
  'Kursusplanen kommer først på mandag.',
]
