import type { SchoolKey } from './centre.table.ts'

/** A list of the demo's nine months. Times are workdays ago; below zero they lie ahead. */
export type Campaign = {
  key: string
  /** {årstid} is the season in which it was drawn. */
  name: string
  goal: string
  by: string
  criteria: {
    industries?: string[]
    municipalities?: number[]
    employeesFrom?: number
    employeesTo?: number
    limit?: number
    random?: true
  }
  drawn: number
  /** From and deadline. */
  hearing: readonly [number, number]
  /** Schools that say nothing before the deadline, or have not answered yet. */
  silent?: readonly SchoolKey[]
  /** The first day of calling, and who calls; it ends when all have answered or been rung five times. */
  calling?: { from: number; callers: readonly string[] }
  /** Companies with a story of their own stand on it, and are left to it. */
  told?: true
}

const hanne = 'Hanne Lind'
const birgit = 'Birgit Aagaard'

export const campaigns: readonly Campaign[] = [
  {
    ...{ key: 'metal', name: 'Metal og maskin, 5–49 ansatte', goal: 'Flere faglærte i metalindustrien', by: hanne },
    criteria: {
      ...{ industries: ['24', '25', '28', '33'], employeesFrom: 5, employeesTo: 49 },
      ...{ limit: 85, random: true },
    },
    ...{ drawn: 164, hearing: [163, 157], calling: { from: 156, callers: ['Søren Bach'] } },
  },
  {
    ...{ key: 'pleje', name: 'Pleje, omsorg og børnehuse', goal: 'Demens, dansk og dokumentation', by: hanne },
    criteria: { industries: ['86', '87', '88'], employeesFrom: 8, limit: 90, random: true },
    ...{ drawn: 150, hearing: [149, 143], calling: { from: 142, callers: ['Omar Saleh'] } },
  },
  {
    ...{
      key: 'byggeri',
      name: 'Byggeri, under 50 ansatte',
      goal: 'Certifikater og almene fag til byggeriet',
      by: hanne,
    },
    criteria: { industries: ['41', '42', '43'], employeesFrom: 4, employeesTo: 49, limit: 90, random: true },
    ...{ drawn: 134, hearing: [133, 127], calling: { from: 126, callers: ['Birgit Dam'] } },
  },
  {
    ...{ key: 'foedevarer', name: 'Fødevarer og køkken', by: hanne },
    goal: 'Hygiejne, allergener og regning i køkkener, bagerier og slagterier',
    criteria: { industries: ['10', '11', '561010', '562'], employeesFrom: 5, limit: 85, random: true },
    ...{ drawn: 117, hearing: [116, 110], calling: { from: 109, callers: ['Mette Kjær'] } },
  },
  {
    ...{ key: 'vognmaend', name: 'Vognmænd og lager, 5–99 ansatte', goal: 'EU-beviser, truck og dansk', by: hanne },
    criteria: { industries: ['49', '52', '53', '829'], employeesFrom: 5, employeesTo: 99, limit: 65, random: true },
    ...{ drawn: 104, hearing: [103, 97], calling: { from: 96, callers: ['Mette Kjær'] } },
  },
  {
    ...{
      key: 'industri',
      name: 'Træ, plast og rengøring',
      goal: 'Bedre dansk og nye maskiner i produktionen',
      by: hanne,
    },
    criteria: { industries: ['16', '18', '2229', '23', '31', '81'], employeesFrom: 5, limit: 85, random: true },
    ...{ drawn: 92, hearing: [91, 85], calling: { from: 84, callers: ['Søren Bach', 'Birgit Dam'] } },
  },
  {
    ...{
      key: 'handel',
      name: 'Handel og kontor, {årstid}',
      goal: 'It, regneark og ledelse i butikker og på kontorer',
      by: hanne,
    },
    criteria: {
      ...{ industries: ['461', '463', '467', '47', '62', '69'], employeesFrom: 10, employeesTo: 99 },
      ...{ limit: 85, random: true },
    },
    ...{ drawn: 62, hearing: [61, 55], calling: { from: 54, callers: ['Omar Saleh', 'Mette Kjær'] } },
  },
  {
    ...{ key: 'thisted', name: 'Små virksomheder i Thisted', goal: '40 møder i Thisted', by: birgit },
    criteria: { municipalities: [787], employeesFrom: 2, employeesTo: 49 },
    ...{ drawn: 31, hearing: [30, 21], silent: ['handel', 'foedevare', 'transport'] },
    ...{ calling: { from: 19, callers: ['Fatima Haddad', 'Birgit Dam'] }, told: true },
  },
  {
    ...{ key: 'haandvaerk', name: 'Håndværk og service, {årstid}', by: hanne },
    goal: 'Mindre virksomheder i Holstebro, Lemvig, Struer og Skive',
    criteria: {
      municipalities: [661, 665, 671, 779],
      industries: ['01', '28', '412', '43', '452', '46', '56', '81', '82'],
      ...{ employeesFrom: 5, employeesTo: 49 },
    },
    ...{ drawn: 20, hearing: [19, 14], calling: { from: 5, callers: ['Mette Kjær', 'Omar Saleh'] }, told: true },
  },
  {
    ...{
      key: 'transport',
      name: 'Lager og transport, {årstid}',
      goal: 'Truck, farligt gods og dansk på lageret',
      by: hanne,
    },
    criteria: { industries: ['49', '52', '53'], employeesFrom: 5 },
    ...{ drawn: 9, hearing: [8, 0], silent: ['teknisk', 'vuc-thy-mors', 'foedevare'] },
  },
  {
    ...{
      key: 'smaa-metal',
      name: 'Metal, under 20 ansatte',
      goal: 'De helt små værksteder, som er sværest at nå',
      by: birgit,
    },
    criteria: { industries: ['24', '25', '28'], employeesFrom: 3, employeesTo: 19 },
    ...{ drawn: 4, hearing: [3, -4], silent: ['teknisk', 'sosu', 'handel', 'foedevare', 'vuc-fjordlandet', 'amu'] },
  },
]
/** Begun, and not drawn yet. */
export const draftList = {
  name: 'Hoteller og restauranter',
  goal: 'Fyld de stille uger med kurser: sprog, service og hygiejne',
  by: hanne,
  criteria: { industries: ['55', '56'], employeesFrom: 5 },
}

/** Why a school strikes a company, as people write it: any of them, and those that have apprentices. */
const anySchool = [
  'På hold hos os lige nu',
  'Møde aftalt i næste uge',
  'Vi taler med dem om en uddannelsesplan',
  'Fast kunde, har lige haft besøg',
  'Medarbejdere på kursus i denne måned',
  '',
]
export const strikeReasonsOf = (school: SchoolKey): readonly string[] =>
  school.startsWith('vuc') || school === 'amu'
    ? anySchool
    : [...anySchool, 'Har elev hos os', 'Praktikaftale er på vej']

/** The weekdays on which each caller rings; the others are for the post, the register and free time. */
export const callingDays: Readonly<Record<string, readonly number[]>> = {
  'Mette Kjær': [2, 4],
  'Omar Saleh': [1, 3],
  'Birgit Dam': [2, 3],
  'Søren Bach': [1, 4],
  'Fatima Haddad': [4],
}
