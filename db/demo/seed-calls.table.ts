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

/** What the caller writes down. */
export const callNotes: Record<AnswerWord, readonly string[]> = {
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
    'De har kun vikarer ude i produktionen.',
    'Beslutningen ligger på hovedkontoret i Tyskland.',
  ],
  later: [
    'Midt i en stor ordre. Ring igen, når der er ro på.',
    'Ny chef starter om to måneder, ring når hun er faldet til.',
    'Travl sæson. Vil gerne høre mere senere.',
    'De flytter til nye lokaler lige nu.',
    'Har lige haft alle på førstehjælp. Senere på året.',
    'Er ved at skifte økonomisystem, intet overskud lige nu.',
    'Positiv, men afventer regnskabet.',
    'To langtidssyge, kan ikke undvære nogen før de er tilbage.',
  ],
  'wants-contact': [
    'Har fået ny maskine, og vejledningen er på engelsk.',
    'Flere tosprogede på holdet; vil høre om dansk på arbejdspladsen.',
    'Mangler folk med truckcertifikat.',
    'Vil gerne have overblik over, hvad der kan fås, og hvad det koster.',
    'Har to, der gerne vil være faglærte.',
    'Papirarbejdet er blevet digitalt, og ikke alle er med.',
    'Hørte om os fra naboen, som har haft besøg.',
    'Har problemer med at finde folk, vil hellere lære nogen op.',
    'Kunderne kræver dokumentation for hygiejne.',
    'Vil høre om støtte: hvad giver kompetencefonden?',
    'Tag gerne en fra FVU med.',
    'Værkføreren skal med til mødet.',
    'Mødet skal være om eftermiddagen, når der er skiftehold.',
    'Vil gerne vide, om de små hold kan slås sammen med andres.',
  ],
  'call-back': [
    'Var på vej til møde.',
    'Står på en byggeplads, ring når han sidder ned.',
    'Den, der bestemmer, er ikke inde.',
    'Ville lige vende det med sin makker.',
    'Skal se på vagtplanen først.',
    'Holder frokost.',
  ],
  'wrong-number': ['Nummeret hører til en privat.', 'Ikke i brug.', 'Går til en anden virksomhed.'],
  'do-not-contact': ['Vil ikke ringes op af nogen. Venlig, men bestemt.', 'Bad om at blive slettet af listen.'],
  closed: ['Lukker ved månedens udgang.', 'Solgt og lagt ind under naboen.', 'Er ophørt, siger indehaveren.'],
}

export const titles: readonly string[] = `
  indehaver, direktør, værkfører, produktionschef, kontorleder, driftsleder, daglig leder, HR, bogholder,
  afdelingsleder, souschef
`
  .split(',')
  .map((title) => title.trim())

/** What a company writes when it calls a meeting off by its link. */
export const calledOffByCompany: readonly string[] = [
  'Vi er for få på arbejde den dag.',
  'Der er kommet en hasteordre.',
  'Sygdom, vi vender tilbage.',
  'Vi er alligevel ikke klar endnu.',
]
export const calledOffByUs: readonly string[] = [
  'Konsulenten er syg; virksomheden vil hellere have en ny tid end en anden konsulent.',
  'Virksomheden ringede: for travlt, de melder selv ud.',
  'Mødet blev taget på telefonen i stedet.',
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
