/**
 * The same matching away from home, without labels: articles (DBLP-ACM) and goods (Abt-Buy, Amazon-Google), which lie in `leipzig` beside the dev lists
 * (Database group, Leipzig, CC BY 4.0). What a thing is called is its name, its first author or maker the person, its year the postal code, where it came out the street: the
 * product has no other fields. Floor: the same name, letter for letter. Affiliations are not asked: there one list is told apart in itself.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openRegister, resolveAll } from '../src/features/linkage/linkage.ts'
import { report } from './report.ts'

type Known = Record<string, string>
type Thing = Record<'name' | 'person' | 'postalCode' | 'street', string>
const none = { cvr: '', pNumber: '', town: '', phone: '', email: '' }
const thing = (known: Partial<Thing>): Thing => ({ name: '', person: '', postalCode: '', street: '', ...known })

const sets = [
  {
    ...{ figure: 'f1_dblp_acm', goal: 0.985, folder: 'D4', ours: 'dblp.csv', theirs: 'acm.csv', parts: '%' },
    read: ({ title = '', authors = '', venue = '', year = '' }: Known) =>
      thing({ name: title, person: authors.split(',')[0] ?? '', postalCode: year, street: venue }),
  },
  {
    ...{ figure: 'f1_abt_buy', goal: 0.74, folder: 'D2', ours: 'abt.csv', theirs: 'buy.csv', parts: '|' },
    read: ({ name = '' }: Known) => thing({ name }),
  },
  {
    ...{ figure: 'f1_amazon_google', goal: 0.62, folder: 'D3', ours: 'amazon.csv', theirs: 'gp.csv', parts: '#' },
    read: ({ title = '', manufacturer = '' }: Known) => thing({ name: title, person: manufacturer }),
  },
]

const rowsOf = (file: string, parts: string): Known[] => {
  const [head = '', ...lines] = readFileSync(file, 'latin1').split(/\r?\n/).filter(Boolean)
  const columns = head.split(parts)
  return lines.map((line) => Object.fromEntries(line.split(parts).map((value, at) => [columns[at] ?? '', value])))
}
const f1Of = (said: readonly string[], truth: ReadonlySet<string>) =>
  (2 * said.filter((pair) => truth.has(pair)).length) / (said.length + truth.size)

/** For each of ours the place of the one among theirs that it is, or -1. */
const matched = (ours: readonly Thing[], theirs: readonly Thing[]): number[] => {
  const index = openRegister()
  for (const [place, one] of theirs.entries())
    index.add({ ...none, ...one, cvr: String(10_000_000 + place), house: '', domain: '', industry: '', onList: true })
  return resolveAll(
    index.seal(),
    ours.map(({ street, ...one }) => ({ ...none, ...one, address: street, website: '' })),
  ).map(({ row, p }) => (p >= 0.5 ? row : -1))
}
const sameName = (ours: readonly Thing[], theirs: readonly Thing[]): number[] => {
  const places = new Map(theirs.map(({ name }, place) => [name.toLowerCase(), place]))
  return ours.map(({ name }) => places.get(name.toLowerCase()) ?? -1)
}

export const benchPublicSets = (lists: string) => {
  for (const { figure, goal, folder, ours, theirs, parts, read } of sets) {
    const at = (file: string) => join(lists, 'leipzig', folder, file)
    if (!existsSync(at(ours))) continue
    const [left, right] = [rowsOf(at(ours), parts), rowsOf(at(theirs), parts)]
    const truth = new Set(rowsOf(at('gt.csv'), parts).map(({ D1 = '', D2 = '' }) => `${D1} ${D2}`))
    const pairs = (found: readonly number[]) =>
      found.flatMap((place, from) => (place < 0 ? [] : [`${left[from]?.['id']} ${right[place]?.['id']}`]))
    const [one, other] = [left.map(read), right.map(read)]
    const said = pairs(matched(one, other))
    report('match', figure, f1Of(said, truth), 'higher', goal, {
      sameName: f1Of(pairs(sameName(one, other)), truth),
      said: said.length,
      pairs: truth.size,
    })
  }
}
