import type { Group } from './seed-slots.ts'

/** What companies say on the phone, by answer, and how often. */
export const likelyAnswers = [
  { answer: 'no-answer', weight: 35 },
  { answer: 'not-interested', weight: 21 },
  { answer: 'later', weight: 16 },
  { answer: 'wants-contact', weight: 11 },
  { answer: 'call-back', weight: 11 },
  { answer: 'wrong-number', weight: 1.6 },
  { answer: 'do-not-contact', weight: 1.4 },
  { answer: 'closed', weight: 1 },
] as const
/** Among companies that the schools are known to: more of them want a visit. */
export const warmAnswers = likelyAnswers.map(({ answer, weight }) => ({
  answer,
  weight: answer === 'wants-contact' ? 26 : weight,
}))
export type AnswerWord = (typeof likelyAnswers)[number]['answer']

/** What the caller writes down; what only some trades would say, with who they are. */
type Note = string | { words: string; of: readonly Group[] }
export const callNotes: Record<AnswerWord, readonly Note[]> = {
  'no-answer': [
    '',
    '',
    '',
    'Telefonsvarer.',
    'Ringede ud.',
    'Optaget.',
    'Omstillingen kunne ikke få fat i nogen.',
    'Telefonsvarer: lukket til kl. 13.',
  ],
  'not-interested': [
    'Har egen kursusafdeling.',
    'Kun familien arbejder her, og sådan skal det blive.',
    'De klarer selv oplæringen.',
    'Bruger allerede en privat udbyder og er glade for den.',
    'Ejeren går på pension om et år.',
    'Havde en dårlig oplevelse med et kursus for nogle år siden.',
    'Ikke noget for dem, sagde hun venligt.',
    { words: 'De har kun vikarer ude i produktionen.', of: ['metal', 'industry', 'food'] },
    { words: 'Beslutningen ligger på hovedkontoret i Tyskland.', of: ['metal', 'industry', 'transport', 'trade'] },
  ],
  later: [
    'Midt i en stor ordre. Ring igen, når der er ro på.',
    'Ny chef starter om to måneder, ring når hun er faldet til.',
    'Travl sæson. Vil gerne høre mere senere.',
    'De flytter til nye lokaler lige nu.',
    'Har lige haft alle på førstehjælp. Gerne igen om nogle måneder.',
    'Er ved at skifte økonomisystem, intet overskud lige nu.',
    'Positiv, men afventer regnskabet.',
    'To langtidssyge, kan ikke undvære nogen før de er tilbage.',
  ],
  'wants-contact': [
    { words: 'Har fået ny maskine, og vejledningen er på engelsk.', of: ['metal', 'industry', 'food', 'build'] },
    'Flere tosprogede på holdet; vil høre om dansk på arbejdspladsen.',
    { words: 'Mangler folk med truckcertifikat.', of: ['transport', 'industry', 'trade', 'build'] },
    'Vil gerne have overblik over, hvad der kan fås, og hvad det koster.',
    'Har to, der gerne vil være faglærte.',
    'Papirarbejdet er blevet digitalt, og ikke alle er med.',
    'Hørte om os fra naboen, som har haft besøg.',
    'Har problemer med at finde folk, vil hellere lære nogen op.',
    { words: 'Kunderne kræver dokumentation for hygiejne.', of: ['food', 'care', 'service'] },
    'Vil høre om støtte: hvad giver kompetencefonden?',
    'Tag gerne en fra FVU med.',
    { words: 'Værkføreren skal med til mødet.', of: ['metal', 'industry'] },
    { words: 'Mødet skal være om eftermiddagen, når der er skiftehold.', of: ['metal', 'industry', 'care'] },
    'Vil gerne vide, om de små hold kan slås sammen med andres.',
  ],
  'call-back': [
    'Var på vej til møde.',
    { words: 'Står på en byggeplads, ring når han sidder ned.', of: ['build'] },
    'Den, der bestemmer, er ikke inde.',
    'Ville lige vende det med sin makker.',
    { words: 'Skal se på vagtplanen først.', of: ['care', 'food', 'trade', 'service'] },
    'Holder frokost.',
  ],
  'wrong-number': ['Nummeret hører til en privat.', 'Ikke i brug.', 'Går til en anden virksomhed.'],
  'do-not-contact': ['Vil ikke ringes op af nogen. Venlig, men bestemt.', 'Bad om at blive slettet af listen.'],
  closed: ['Lukker ved månedens udgang.', 'Solgt og lagt ind under naboen.', 'Er ophørt, siger de.'],
}

const listed = (titles: string) => titles.split(',').map((title) => title.trim())
const everywhere = listed('indehaver, direktør, kontorleder, daglig leder, bogholder')
const making = listed('værkfører, produktionschef, HR')
/** Who answers the phone there. */
export const titles: Record<Group, readonly string[]> = {
  metal: [...everywhere, ...making],
  industry: [...everywhere, ...making],
  build: [...everywhere, ...listed('mester, formand')],
  transport: [...everywhere, ...listed('lagerchef, disponent, kørselsleder')],
  food: [...everywhere, ...listed('køkkenchef, souschef, driftsleder')],
  trade: [...everywhere, ...listed('afdelingsleder, souschef, butikschef')],
  service: [...everywhere, ...listed('driftsleder, afdelingsleder')],
  care: listed('leder, souschef, afdelingsleder, stedfortræder'),
  any: [...everywhere, ...listed('driftsleder')],
}

/** What a company writes when it calls a meeting off by its link. */
export const calledOffByCompany: readonly string[] = [
  'Vi er for få på arbejde den dag.',
  'Der er kommet en hasteordre.',
  'Sygdom, vi vender tilbage.',
  'Vi er alligevel ikke klar endnu.',
]
export const calledOffByUs: readonly string[] = [
  'Konsulenten er væk den dag; virksomheden vil hellere have en ny tid end en anden konsulent.',
  'Virksomheden ringede: for travlt, de melder selv ud.',
  'Vi havde lagt to møder oven i hinanden; virksomheden vil gerne have en ny dag.',
]

/** Which of the centre's reasons a caller ticks beside the note; where none fits, none. */
export const reasonOf: Readonly<Record<string, string>> = {
  'Har egen kursusafdeling.': 'Egen kursusafdeling',
  'Kun familien arbejder her, og sådan skal det blive.': 'For få ansatte',
  'De klarer selv oplæringen.': 'Andet',
  'Bruger allerede en privat udbyder og er glade for den.': 'Andet',
  'Ejeren går på pension om et år.': 'Andet',
  'Havde en dårlig oplevelse med et kursus for nogle år siden.': 'Dårlige erfaringer',
  'De har kun vikarer ude i produktionen.': 'For få ansatte',
  'Beslutningen ligger på hovedkontoret i Tyskland.': 'Andet',
  'Midt i en stor ordre. Ring igen, når der er ro på.': 'Har ikke tid',
  'Travl sæson. Vil gerne høre mere senere.': 'Har ikke tid',
  'De flytter til nye lokaler lige nu.': 'Har ikke tid',
  'Er ved at skifte økonomisystem, intet overskud lige nu.': 'Har ikke tid',
  'To langtidssyge, kan ikke undvære nogen før de er tilbage.': 'Har ikke tid',
}
