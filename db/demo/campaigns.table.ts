import { isOneOf } from '#platform/typed.shared'
import { schoolKeys, type SchoolKey } from './centre.table.ts'
import { cellsOf, linesOf } from './table-text.ts'

/**
 * The lists of the demo's nine months: key, name ({årstid}: the season in which it was drawn), goal, who draws it; what is drawn: `size`, `limit`
 * (by lot), `in` municipalities, `of` industries; then workdays ago, below zero ahead: drawn, hearing from and to, first day of calling and who
 * calls: it ends when all have answered or been rung five times. `silent`: schools that say nothing before the deadline, or have not answered
 * yet. `told`: companies with a story of their own stand on it, and are left to it.
 */
const rows = `
  metal | Metal og maskin, 5–49 ansatte | Flere faglærte i metalindustrien | Hanne Lind
    | size 5-49, limit 85, of 24 25 28 33 | 164 163 157 156 | Søren Bach
  pleje | Pleje, omsorg og børnehuse | Demens, dansk og dokumentation | Hanne Lind
    | size 8-, limit 90, of 86 87 88 | 150 149 143 142 | Omar Saleh
  byggeri | Byggeri, under 50 ansatte | Certifikater og almene fag til byggeriet | Hanne Lind
    | size 4-49, limit 90, of 41 42 43 | 134 133 127 126 | Birgit Dam
  foedevarer | Fødevarer og køkken | Hygiejne, allergener og regning i køkkener, bagerier og slagterier | Hanne Lind
    | size 5-, limit 85, of 10 11 561010 562 | 117 116 110 109 | Mette Kjær
  vognmaend | Vognmænd og lager, 5–99 ansatte | EU-beviser, truck og dansk | Hanne Lind
    | size 5-99, limit 65, of 49 52 53 829 | 104 103 97 96 | Mette Kjær
  industri | Træ, plast og rengøring | Bedre dansk og nye maskiner i produktionen | Hanne Lind
    | size 5-, limit 85, of 16 18 2229 23 31 81 | 92 91 85 84 | Søren Bach, Birgit Dam
  handel | Handel og kontor, {årstid} | It, regneark og ledelse i butikker og på kontorer | Hanne Lind
    | size 10-99, limit 85, of 461 463 467 47 62 69 | 62 61 55 54 | Omar Saleh, Mette Kjær
  thisted | Små virksomheder i Thisted | 40 møder i Thisted | Birgit Aagaard
    | size 2-49, in 787 | 31 30 21 19 | Fatima Haddad, Birgit Dam | silent handel foedevare transport, told
  haandvaerk | Håndværk og service, {årstid} | Mindre virksomheder i Holstebro, Lemvig, Struer og Skive | Hanne Lind
    | size 5-49, in 661 665 671 779, of 01 28 412 43 452 46 56 81 82 | 20 19 14 5 | Mette Kjær, Omar Saleh | told
  transport | Lager og transport, {årstid} | Truck, farligt gods og dansk på lageret | Hanne Lind
    | size 5-, of 49 52 53 | 9 8 0 || silent teknisk vuc-thy-mors foedevare
  smaa-metal | Metal, under 20 ansatte | De helt små værksteder, som er sværest at nå | Birgit Aagaard
    | size 3-19, of 24 25 28 | 4 3 -4 || silent teknisk sosu handel foedevare vuc-fjordlandet amu
  kladde | Hoteller og restauranter | Fyld de stille uger med kurser: sprog, service og hygiejne | Hanne Lind | size 5-, of 55 56`

export type Campaign = ReturnType<typeof campaignOf>
const campaignOf = (line: string) => {
  const [key = '', name = '', goal = '', by = '', draws = '', times = '', who = '', odd = ''] = cellsOf(line)
  const said = new Map(
    cellsOf(`${draws}, ${odd}`, ',').map((each) => [/^\w*/.exec(each)?.[0], each.split(' ').slice(1)]),
  )
  const [least, most] = (said.get('size')?.[0] ?? '').split('-').filter(Boolean).map(Number)
  const [drawn = 0, from = 0, to = 0, calls] = times.split(' ').map(Number)
  const limit = Number(said.get('limit')?.[0])
  const criteria = {
    ...{
      municipalities: said.get('in')?.map(Number),
      industries: said.get('of'),
      employeesFrom: least,
      employeesTo: most,
    },
    ...(limit > 0 && { limit, random: true }),
  }
  const silent = (said.get('silent') ?? []).filter((school) => isOneOf(schoolKeys, school))
  const calling = calls === undefined ? null : { from: calls, callers: cellsOf(who, ',') }
  return { key, name, goal, by, criteria, drawn, hearing: [from, to] as const, calling, silent, told: said.has('told') }
}
const all = linesOf(rows).map(campaignOf)
export const campaigns = all.filter(({ drawn }) => drawn > 0)
/** Begun, and not drawn yet. */
export const draftList = all.find(({ drawn }) => drawn === 0)

/** Why a school strikes a company, as people write it: any of them, and those that have apprentices. */
const anySchool = cellsOf(`På hold hos os lige nu | Møde aftalt i næste uge | Vi taler med dem om en uddannelsesplan |
  Fast kunde, har lige haft besøg | Medarbejdere på kursus i denne måned |`)
export const strikeReasonsOf = (school: SchoolKey): readonly string[] =>
  /^vuc|^amu/.test(school) ? anySchool : [...anySchool, 'Har elev hos os', 'Praktikaftale er på vej']

/** The weekdays on which each caller rings; the others are for the post, the register and free time. */
export const callingDays: Readonly<Record<string, readonly number[]>> = {
  ...{ 'Mette Kjær': [2, 4], 'Omar Saleh': [1, 3], 'Birgit Dam': [2, 3], 'Søren Bach': [1, 4], 'Fatima Haddad': [4] },
}
