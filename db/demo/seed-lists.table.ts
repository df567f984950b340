import type { SchoolKey } from './centre.table.ts'

/** A list of the demo's nine months. Times are workdays ago. */
export type Campaign = {
  key: string
  name: string
  goal: string
  by: string
  criteria: {
    industries?: string[]
    municipalities?: number[]
    sizes?: ('0-9' | '10-49' | '50+')[]
    employeesFrom?: number
    employeesTo?: number
    contact?: 'any' | 'never'
    limit?: number
    random?: true
  }
  drawn: number
  /** From and deadline. A deadline below zero lies ahead. */
  hearing: readonly [number, number]
  /** Schools that say nothing before the deadline, or have not answered yet. */
  silent?: readonly SchoolKey[]
  /** First and last day, the callers, and how many calls each makes a day. */
  calling?: { days: readonly [number, number]; callers: readonly string[]; perDay: readonly [number, number] }
  closed?: number
  /** The schools are known there. */
  warm?: true
}

export const campaigns: readonly Campaign[] = [
  {
    key: 'metal',
    name: 'Metal og maskin, 5-49 ansatte',
    goal: 'Flere faglærte og flere på AMU i metalindustrien',
    by: 'Hanne Lind',
    criteria: {
      industries: ['24', '25', '27', '28', '33'],
      employeesFrom: 5,
      employeesTo: 49,
      limit: 130,
      random: true,
    },
    ...{ drawn: 164, hearing: [163, 157], closed: 139 },
    calling: { days: [156, 141], callers: ['Søren Bach', 'Birgit Dam'], perDay: [4, 6] },
  },
  {
    key: 'pleje',
    name: 'Pleje og omsorg, foråret',
    goal: 'Dansk, digitale færdigheder og demens på plejehjem og i hjemmeplejen',
    by: 'Hanne Lind',
    criteria: { industries: ['86', '87', '88'], employeesFrom: 8, limit: 120, random: true },
    ...{ drawn: 150, hearing: [149, 143], closed: 126 },
    calling: { days: [142, 128], callers: ['Omar Saleh', 'Mette Kjær'], perDay: [4, 6] },
  },
  {
    key: 'byggeri',
    name: 'Byggeri, under 50 ansatte',
    goal: 'Hold håndværkerne i gang om vinteren: certifikater og almene fag',
    by: 'Hanne Lind',
    criteria: { industries: ['41', '42', '43'], employeesFrom: 4, employeesTo: 49, limit: 150, random: true },
    ...{ drawn: 134, hearing: [133, 127], closed: 108 },
    calling: { days: [126, 110], callers: ['Birgit Dam', 'Søren Bach'], perDay: [4, 6] },
  },
  {
    key: 'foedevarer',
    name: 'Fødevarer og køkken',
    goal: 'Hygiejne, allergener og regning i små køkkener og bagerier',
    by: 'Hanne Lind',
    criteria: { industries: ['10', '11', '56'], employeesFrom: 5, limit: 120 },
    ...{ drawn: 117, hearing: [116, 110], closed: 92 },
    calling: { days: [109, 94], callers: ['Mette Kjær', 'Omar Saleh'], perDay: [4, 6] },
  },
  {
    key: 'industri',
    name: 'Industri og rengøring, sommer',
    goal: 'Bedre dansk og nye maskiner i produktionen',
    by: 'Hanne Lind',
    criteria: { industries: ['16', '17', '20', '22', '23', '31', '81'], employeesFrom: 5, limit: 130 },
    ...{ drawn: 99, hearing: [98, 92], closed: 70 },
    calling: { days: [91, 74], callers: ['Søren Bach', 'Birgit Dam'], perDay: [3, 6] },
  },
  {
    key: 'thisted',
    name: 'Små virksomheder i Thisted',
    goal: '40 møder i Thisted',
    by: 'Birgit Aagaard',
    criteria: { municipalities: [787], employeesFrom: 1, employeesTo: 19 },
    ...{ drawn: 76, hearing: [75, 68] },
    silent: ['handel', 'foedevare', 'transport'],
    calling: { days: [67, 0], callers: ['Fatima Haddad', 'Birgit Dam'], perDay: [1, 1] },
    warm: true,
  },
  {
    key: 'handel',
    name: 'Handel og kontor, efterår',
    goal: 'It, regneark og ledelse i butikker og på kontorer',
    by: 'Hanne Lind',
    criteria: { industries: ['46', '47', '62', '69'], employeesFrom: 10, employeesTo: 99, limit: 140, random: true },
    ...{ drawn: 62, hearing: [61, 55], closed: 31 },
    calling: { days: [54, 34], callers: ['Omar Saleh', 'Mette Kjær'], perDay: [3, 6] },
  },
  {
    key: 'haandvaerk',
    name: 'Håndværk og service, efterår',
    goal: 'Mindre virksomheder i Fjordby, Strandby, Klintholm og Vestermose',
    by: 'Hanne Lind',
    criteria: {
      municipalities: [615, 707, 746, 779],
      industries: ['01', '28', '41', '43', '45', '46', '56', '81', '82'],
      employeesFrom: 5,
      employeesTo: 49,
    },
    ...{ drawn: 20, hearing: [19, 14] },
    calling: { days: [13, 0], callers: ['Mette Kjær', 'Omar Saleh', 'Søren Bach'], perDay: [4, 6] },
    warm: true,
  },
  {
    key: 'transport',
    name: 'Lager og transport, efterår',
    goal: 'Truck, farligt gods og dansk på lageret',
    by: 'Hanne Lind',
    criteria: { industries: ['49', '52', '53'], employeesFrom: 5 },
    ...{ drawn: 9, hearing: [8, 0] },
    silent: ['teknisk', 'vuc-vestermose', 'foedevare'],
  },
  {
    key: 'smaa-metal',
    name: 'Metal, under 20 ansatte',
    goal: 'De helt små værksteder, som er sværest at nå',
    by: 'Birgit Aagaard',
    criteria: { industries: ['24', '25', '28'], employeesFrom: 3, employeesTo: 19 },
    ...{ drawn: 4, hearing: [3, -4] },
    silent: ['teknisk', 'sosu', 'handel', 'foedevare', 'vuc-sundet', 'amu'],
  },
]

/** Begun, and not drawn yet. */
export const draftList = {
  name: 'Hoteller og restauranter, vinter',
  goal: 'Fyld lavsæsonen med kurser: sprog, service og hygiejne',
  by: 'Hanne Lind',
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
const withApprentices = [...anySchool, 'Har elev hos os', 'Praktikaftale er på vej']
export const strikeReasons: Record<SchoolKey, readonly string[]> = {
  teknisk: withApprentices,
  sosu: withApprentices,
  handel: withApprentices,
  foedevare: withApprentices,
  transport: withApprentices,
  'vuc-sundet': anySchool,
  'vuc-vestermose': anySchool,
  amu: anySchool,
}
