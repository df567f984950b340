import type { SchoolKey } from './centre.table.ts'

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

/** `amu 5 8 1, transport 11 2 1 sure` */
const classes = (text: string): Course['classes'] =>
  text.split(', ').map((one) => {
    const [school = '', enrolled, weeks, weekday, sure] = one.split(' ')
    return [school as SchoolKey, Number(enrolled), Number(weeks), Number(weekday), sure === 'sure']
  })

/** 44 classes of 15 courses, 31 of them under their own minimum. »Lean-værktøjer i produktionen« is the one that can be saved: 3, 5 and 4
 * where each needs 8. */
export const courses: readonly Course[] = [
  {
    ...{ code: '97101', type: 'AMU', level: '-', days: 2, pricePerDay: 218, minimum: 8, capacity: 20 },
    title: 'Lean-værktøjer i produktionen',
    about: 'Deltageren kan bruge 5S, tavlemøder og værdistrøm til at forbedre sit eget arbejde.',
    classes: classes('amu 5 8 1, handel 4 8 4, teknisk 3 9 1'),
  },
  {
    ...{ code: '97102', type: 'AMU', level: '-', days: 7, pricePerDay: 218, minimum: 8, capacity: 12 },
    title: 'Gaffeltruck B',
    about: 'Deltageren kan føre gaffeltruck og stabler efter reglerne og får certifikat B.',
    classes: classes('transport 6 5 1, amu 2 5 1, transport 11 2 1 sure, transport 0 12 1'),
  },
  {
    ...{ code: '97301', type: 'FVU', level: '1', days: 10, pricePerDay: 0, minimum: 6, capacity: 16 },
    title: 'FVU-matematik, trin 1',
    about: 'Regning til arbejde og hverdag: tal, mål, procent og tabeller.',
    classes: classes('vuc-sundet 4 4 2, vuc-vestermose 5 4 3, vuc-sundet 0 11 2'),
  },
  {
    ...{ code: '42994', type: 'AMU', level: '-', days: 2, pricePerDay: 218, minimum: 8, capacity: 18 },
    title: 'Rengøring og rengøringskontrol',
    about: 'Deltageren kan udføre og kontrollere rengøring efter aftalt kvalitet.',
    classes: classes('sosu 3 6 1, amu 3 6 3, amu 9 3 1 sure'),
  },
  {
    ...{ code: '22906', type: 'AMU', level: '-', days: 2, pricePerDay: 218, minimum: 10, capacity: 20 },
    title: 'Sikkerhed v. asbestarbejde uden autorisationskrav',
    about: 'Deltageren kan udføre asbestarbejde, der ikke kræver autorisation, uden fare for sig selv og andre.',
    classes: classes('amu 5 3 1, teknisk 0 7 1, amu 0 13 1 sure'),
  },
  {
    ...{ code: '97103', type: 'AMU', level: '-', days: 1, pricePerDay: 218, minimum: 8, capacity: 18 },
    title: 'Førstehjælp på byggepladsen',
    about: 'Livreddende førstehjælp og de ulykker, der sker på en byggeplads.',
    classes: classes('teknisk 11 2 3 sure, amu 1 9 3'),
  },
  {
    ...{ code: '97104', type: 'AMU', level: '-', days: 5, pricePerDay: 218, minimum: 6, capacity: 12 },
    title: 'Svejsning, lysbue, grundlæggende',
    about: 'Deltageren kan svejse kantsømme i stål og kender sikkerheden.',
    classes: classes('teknisk 7 3 1 sure, teknisk 2 8 1, teknisk 0 14 1'),
  },
  {
    ...{ code: '97105', type: 'AMU', level: '-', days: 3, pricePerDay: 218, minimum: 8, capacity: 20 },
    title: 'Fødevarehygiejne og egenkontrol',
    about: 'Deltageren kan arbejde hygiejnisk med fødevarer og føre egenkontrol.',
    classes: classes('foedevare 9 2 2, foedevare 4 7 2, foedevare 0 13 2'),
  },
  {
    ...{ code: '97106', type: 'AMU', level: '-', days: 3, pricePerDay: 218, minimum: 10, capacity: 20 },
    title: 'Demens: mødet med den demensramte',
    about: 'Deltageren kan skabe ro og mening i hverdagen for mennesker med demens.',
    classes: classes('sosu 14 3 1 sure, sosu 6 8 1, sosu 2 12 1'),
  },
  {
    ...{ code: '97107', type: 'AMU', level: '-', days: 2, pricePerDay: 218, minimum: 8, capacity: 20 },
    title: 'Konflikthåndtering på arbejdspladsen',
    about: 'Deltageren kan opdage, dæmpe og tale om konflikter i tide.',
    classes: classes('handel 8 4 1, sosu 5 5 3'),
  },
  {
    ...{ code: '97108', type: 'AMU', level: '-', days: 2, pricePerDay: 218, minimum: 8, capacity: 20 },
    title: 'Regneark til enkle beregninger',
    about: 'Deltageren kan oprette, rette og regne i et regneark.',
    classes: classes('handel 9 3 2 sure, handel 3 7 2, handel 1 10 2'),
  },
  {
    ...{ code: '97109', type: 'AMU', level: '-', days: 2, pricePerDay: 568, minimum: 6, capacity: 16 },
    title: 'Ansvar og chauffør: farligt gods, repetition',
    about: 'Forlængelse af ADR-beviset for chauffører.',
    classes: classes('transport 8 4 4 sure, transport 3 9 4'),
  },
  {
    ...{ code: '97302', type: 'FVU', level: '2', days: 12, pricePerDay: 0, minimum: 6, capacity: 16 },
    title: 'FVU-dansk, trin 2',
    about: 'Læse og skrive det, man møder på arbejdet: vejledninger, sedler, beskeder.',
    classes: classes('vuc-sundet 8 3 1, vuc-vestermose 3 5 1, vuc-sundet 6 10 1'),
  },
  {
    ...{ code: '97303', type: 'FVU', level: '1', days: 8, pricePerDay: 0, minimum: 6, capacity: 14 },
    title: 'FVU-digital, trin 1',
    about: 'Skærme, scannere og digitale beskeder uden at gå uden om.',
    classes: classes('vuc-sundet 7 4 4, vuc-vestermose 2 6 4, vuc-sundet 1 12 4, vuc-vestermose 0 13 4'),
  },
  {
    ...{ code: '97401', type: 'OBU', level: '-', days: 10, pricePerDay: 0, minimum: 3, capacity: 6 },
    title: 'Ordblindeundervisning, lille hold',
    about: 'Hjælpemidler og læsestrategier til voksne ordblinde.',
    classes: classes('vuc-sundet 4 3 3, vuc-vestermose 1 5 3, vuc-sundet 0 9 3'),
  },
]
