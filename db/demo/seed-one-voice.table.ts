import type { Field } from '../../src/features/enquiries/enquiry-words.table.ts'

/** What each school answers for, and in which municipalities (their numbers), as its leader wrote it. */
export const reaches: readonly { leader: string; fields: readonly Field[]; areas: readonly number[] }[] = [
  { leader: 'Torben Friis', fields: ['amu-technical', 'apprentices'], areas: [779, 791, 661, 671] },
  { leader: 'Lisbeth Munk', fields: ['amu-health', 'recognition'], areas: [] },
  { leader: 'Niels Brandt', fields: ['amu-business', 'academy'], areas: [] },
  { leader: 'Marianne Skov', fields: ['amu-food'], areas: [] },
  { leader: 'Preben Storm', fields: ['amu-transport'], areas: [] },
  { leader: 'Eva Thygesen', fields: ['basic', 'general', 'language'], areas: [661, 665, 671, 779, 791, 820] },
  { leader: 'Hans Jeppesen', fields: ['basic', 'general', 'language'], areas: [787, 773] },
]

type Enquiry = {
  ago: number
  time: string
  by: string
  way: 'phone' | 'mail' | 'web' | 'stand'
  company: string
  number: string
  name: string
  phone: string
  matter: string
  field: Field
  answered?: { by: string; ago: number; time: string; words: string }
}
/** Companies that rang or wrote themselves: one waits for its school, one has got its answer. */
export const enquiries: readonly Enquiry[] = [
  {
    ...{ ago: 1, time: '10:05', by: 'Mette Kjær', way: 'phone' },
    ...{ company: 'Vestergaard Rengøring ApS', number: '70004116', name: 'Bente Vestergaard', phone: '70004116' },
    matter: 'Ti af vores folk vil gerne blive bedre til dansk. Kan nogen komme og fortælle, hvad der findes?',
    field: 'language',
  },
  {
    ...{ ago: 6, time: '09:15', by: 'Hanne Lind', way: 'mail' },
    ...{ company: 'Møllers Malerfirma', number: '70004117', name: 'Kim Møller', phone: '70004117' },
    matter: 'Vi har to svende, der vil lære at lede de andre. Findes der noget om aftenen?',
    field: 'academy',
    answered: {
      ...{ by: 'Lone Krag', ago: 5, time: '10:30' },
      words: 'Ringede til Kim: akademifaget Ledelse i praksis går om tirsdagen. Han har fået priser og datoer.',
    },
  },
]

/** Municipalities that were told to answer place by place: workdays ago, by whom, why. The others wait for somebody to decide. */
export const decidedShared: Readonly<Record<number, readonly [ago: number, who: string, why: string]>> = {
  779: [168, 'Hanne Lind', 'Hvert plejehjem og hver institution har sin egen leder og bestemmer selv over kurser.'],
  791: [168, 'Hanne Lind', 'HR sagde det i telefonen: lederne har hver sit kursusbudget.'],
  661: [167, 'Hanne Lind', 'Arbejdsstederne har egne ledere; forvaltningen blander sig ikke.'],
  787: [166, 'Birgit Aagaard', 'Hvert børnehus og plejehjem har sin egen leder, som selv bestemmer over kurser.'],
  671: [151, 'Hanne Lind', 'Lederne på stederne bestemmer selv, har kommunens HR-chef svaret.'],
}

/** Citizens and employees whom the centre showed on to guidance. */
export const shownToGuidance = [
  [31, 'citizen', 'phone'],
  [26, 'citizen', 'phone'],
  [22, 'worker', 'mail'],
  [17, 'citizen', 'phone'],
  [12, 'citizen', 'web'],
  [9, 'citizen', 'phone'],
  [3, 'citizen', 'phone'],
] as const
