import type { SchoolKey } from './centre.ts'

export type Course = {
  /** Five digits. 22906 and 42994 are the real ones; the 97xxx are invented and belong to nothing. */
  code: string
  title: string
  type: 'AMU' | 'FVU' | 'OBU'
  level: string
  days: number
  /** DKK a day for the participant; 0 for FVU and OBU. */
  pricePerDay: number
  minimum: number
  capacity: number
  /** [school, enrolled, weeks from now, ISO weekday it begins, guaranteed to run] */
  classes: readonly (readonly [SchoolKey, number, number, number, boolean?])[]
  about: string
}

/** 44 classes of 15 courses, 31 of them under their own minimum. »Lean-værktøjer i produktionen« is the one that can be saved: 3, 5 and 4
 * where each needs 8. */
export const COURSES: readonly Course[] = [
  {
    code: '97101',
    title: 'Lean-værktøjer i produktionen',
    type: 'AMU',
    level: '-',
    days: 2,
    pricePerDay: 218,
    minimum: 8,
    capacity: 20,
    classes: [
      ['amu', 5, 8, 1],
      ['handel', 4, 8, 4],
      ['teknisk', 3, 9, 1],
    ],
    about: 'Deltageren kan bruge 5S, tavlemøder og værdistrøm til at forbedre sit eget arbejde.',
  },
  {
    code: '97102',
    title: 'Gaffeltruck B',
    type: 'AMU',
    level: '-',
    days: 7,
    pricePerDay: 218,
    minimum: 8,
    capacity: 12,
    classes: [
      ['transport', 6, 5, 1],
      ['amu', 2, 5, 1],
      ['transport', 11, 2, 1, true],
      ['transport', 0, 12, 1],
    ],
    about: 'Deltageren kan føre gaffeltruck og stabler efter reglerne og får certifikat B.',
  },
  {
    code: '97301',
    title: 'FVU-matematik, trin 1',
    type: 'FVU',
    level: '1',
    days: 10,
    pricePerDay: 0,
    minimum: 6,
    capacity: 16,
    classes: [
      ['vuc-sundet', 4, 4, 2],
      ['vuc-vestermose', 5, 4, 3],
      ['vuc-sundet', 0, 11, 2],
    ],
    about: 'Regning til arbejde og hverdag: tal, mål, procent og tabeller.',
  },
  {
    code: '42994',
    title: 'Rengøring og rengøringskontrol',
    type: 'AMU',
    level: '-',
    days: 2,
    pricePerDay: 218,
    minimum: 8,
    capacity: 18,
    classes: [
      ['sosu', 3, 6, 1],
      ['amu', 3, 6, 3],
      ['amu', 9, 3, 1, true],
    ],
    about: 'Deltageren kan udføre og kontrollere rengøring efter aftalt kvalitet.',
  },
  {
    code: '22906',
    title: 'Sikkerhed v. asbestarbejde uden autorisationskrav',
    type: 'AMU',
    level: '-',
    days: 2,
    pricePerDay: 218,
    minimum: 10,
    capacity: 20,
    classes: [
      ['amu', 5, 3, 1],
      ['teknisk', 0, 7, 1],
      ['amu', 0, 13, 1, true],
    ],
    about: 'Deltageren kan udføre asbestarbejde, der ikke kræver autorisation, uden fare for sig selv og andre.',
  },
  {
    code: '97103',
    title: 'Førstehjælp på byggepladsen',
    type: 'AMU',
    level: '-',
    days: 1,
    pricePerDay: 218,
    minimum: 8,
    capacity: 18,
    classes: [
      ['teknisk', 11, 2, 3, true],
      ['amu', 1, 9, 3],
    ],
    about: 'Livreddende førstehjælp og de ulykker, der sker på en byggeplads.',
  },
  {
    code: '97104',
    title: 'Svejsning, lysbue, grundlæggende',
    type: 'AMU',
    level: '-',
    days: 5,
    pricePerDay: 218,
    minimum: 6,
    capacity: 12,
    classes: [
      ['teknisk', 7, 3, 1, true],
      ['teknisk', 2, 8, 1],
      ['teknisk', 0, 14, 1],
    ],
    about: 'Deltageren kan svejse kantsømme i stål og kender sikkerheden.',
  },
  {
    code: '97105',
    title: 'Fødevarehygiejne og egenkontrol',
    type: 'AMU',
    level: '-',
    days: 3,
    pricePerDay: 218,
    minimum: 8,
    capacity: 20,
    classes: [
      ['foedevare', 9, 2, 2],
      ['foedevare', 4, 7, 2],
      ['foedevare', 0, 13, 2],
    ],
    about: 'Deltageren kan arbejde hygiejnisk med fødevarer og føre egenkontrol.',
  },
  {
    code: '97106',
    title: 'Demens: mødet med den demensramte',
    type: 'AMU',
    level: '-',
    days: 3,
    pricePerDay: 218,
    minimum: 10,
    capacity: 20,
    classes: [
      ['sosu', 14, 3, 1, true],
      ['sosu', 6, 8, 1],
      ['sosu', 2, 12, 1],
    ],
    about: 'Deltageren kan skabe ro og mening i hverdagen for mennesker med demens.',
  },
  {
    code: '97107',
    title: 'Konflikthåndtering på arbejdspladsen',
    type: 'AMU',
    level: '-',
    days: 2,
    pricePerDay: 218,
    minimum: 8,
    capacity: 20,
    classes: [
      ['handel', 8, 4, 1],
      ['sosu', 5, 5, 3],
    ],
    about: 'Deltageren kan opdage, dæmpe og tale om konflikter i tide.',
  },
  {
    code: '97108',
    title: 'Regneark til enkle beregninger',
    type: 'AMU',
    level: '-',
    days: 2,
    pricePerDay: 218,
    minimum: 8,
    capacity: 20,
    classes: [
      ['handel', 9, 3, 2, true],
      ['handel', 3, 7, 2],
      ['handel', 1, 10, 2],
    ],
    about: 'Deltageren kan oprette, rette og regne i et regneark.',
  },
  {
    code: '97109',
    title: 'Ansvar og chauffør: farligt gods, repetition',
    type: 'AMU',
    level: '-',
    days: 2,
    pricePerDay: 568,
    minimum: 6,
    capacity: 16,
    classes: [
      ['transport', 8, 4, 4, true],
      ['transport', 3, 9, 4],
    ],
    about: 'Forlængelse af ADR-beviset for chauffører.',
  },
  {
    code: '97302',
    title: 'FVU-dansk, trin 2',
    type: 'FVU',
    level: '2',
    days: 12,
    pricePerDay: 0,
    minimum: 6,
    capacity: 16,
    classes: [
      ['vuc-sundet', 8, 3, 1],
      ['vuc-vestermose', 3, 5, 1],
      ['vuc-sundet', 6, 10, 1],
    ],
    about: 'Læse og skrive det, man møder på arbejdet: vejledninger, sedler, beskeder.',
  },
  {
    code: '97303',
    title: 'FVU-digital, trin 1',
    type: 'FVU',
    level: '1',
    days: 8,
    pricePerDay: 0,
    minimum: 6,
    capacity: 14,
    classes: [
      ['vuc-sundet', 7, 4, 4],
      ['vuc-vestermose', 2, 6, 4],
      ['vuc-sundet', 1, 12, 4],
      ['vuc-vestermose', 0, 13, 4],
    ],
    about: 'Skærme, scannere og digitale beskeder uden at gå uden om.',
  },
  {
    code: '97401',
    title: 'Ordblindeundervisning, lille hold',
    type: 'OBU',
    level: '-',
    days: 10,
    pricePerDay: 0,
    minimum: 3,
    capacity: 6,
    classes: [
      ['vuc-sundet', 4, 3, 3],
      ['vuc-vestermose', 1, 5, 3],
      ['vuc-sundet', 0, 9, 3],
    ],
    about: 'Hjælpemidler og læsestrategier til voksne ordblinde.',
  },
]
