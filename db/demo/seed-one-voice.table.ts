import type { Field } from '../../src/features/enquiries/enquiry-words.table.ts'

/** What each school answers for, and in which municipalities (their numbers), as its leader wrote it. */
export const reaches: readonly { leader: string; fields: readonly Field[]; areas: readonly number[] }[] = [
  { leader: 'Torben Friis', fields: ['amu-technical', 'apprentices'], areas: [615, 746, 751, 766] },
  { leader: 'Lisbeth Munk', fields: ['amu-health', 'recognition'], areas: [] },
  { leader: 'Niels Brandt', fields: ['amu-business', 'academy'], areas: [] },
  { leader: 'Marianne Skov', fields: ['amu-food'], areas: [] },
  { leader: 'Preben Storm', fields: ['amu-transport'], areas: [] },
  { leader: 'Eva Thygesen', fields: ['basic', 'general', 'language'], areas: [615, 707, 727, 746, 751, 766] },
  { leader: 'Hans Jeppesen', fields: ['basic', 'general', 'language'], areas: [779, 787] },
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
      words:
        'Ringede til Kim: akademifaget Ledelse i praksis går om tirsdagen fra januar. Han har fået priser og datoer.',
    },
  },
]
