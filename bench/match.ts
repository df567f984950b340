/**
 * Who a contact is, on the dev lists of `../shared/data/linkage` (or LINKAGE_DATA), and against a register of a million made of theirs. Floors as
 * somebody would write them in a spreadsheet: the CVR number looked up exactly, then the name exactly.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type ContactEntry, type RegisterEntry, openRegister, resolver } from '../src/features/linkage/linkage.ts'
import { benchPublicSets } from './public-sets.ts'
import { report } from './report.ts'

type Company = Record<
  'cvr' | 'pnr' | 'name' | 'street' | 'house' | 'pc' | 'city' | 'phone' | 'email' | 'domain',
  string
> &
  Record<'branch' | 'person', string> & { inCallList: boolean }
type Row = Record<'name' | 'cvr' | 'address' | 'pc' | 'city' | 'phone' | 'email' | 'person', string> & { truth: number }

const folder = process.env['LINKAGE_DATA'] ?? '../shared/data/linkage'
const linesOf = (file: string) =>
  gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
const contactOf = (row: Row): ContactEntry => ({
  ...{ name: row.name, cvr: row.cvr, pNumber: '', address: row.address, postalCode: row.pc, town: row.city },
  ...{ phone: row.phone, email: row.email, website: '', person: row.person },
})
const entryOf = (one: Company): RegisterEntry => ({
  ...{ cvr: one.cvr, pNumber: one.pnr, name: one.name, street: one.street, house: one.house, postalCode: one.pc },
  ...{ town: one.city, phone: one.phone, email: one.email, domain: one.domain, industry: one.branch },
  ...{ person: one.person, onList: one.inCallList },
})

/** F1 over the call list: who is not on it counts as nobody on both sides (INSTANCES.md). */
const f1Of = (register: readonly Company[], rows: readonly Row[], found: (place: number) => number): number => {
  const listed = (row: number) => (register[row]?.inCallList ? row : -1)
  let [right, said, true_] = [0, 0, 0]
  for (const [place, { truth }] of rows.entries()) {
    const [ours, theirs] = [listed(found(place)), listed(truth)]
    if (ours >= 0) said += 1
    if (theirs >= 0) true_ += 1
    if (ours >= 0 && ours === theirs) right += 1
  }
  return (2 * right) / (said + true_)
}

const lookUp = (register: readonly Company[]) => {
  const byCvr = new Map(register.map(({ cvr }, row) => [cvr, row]))
  const byName = new Map(register.map(({ name }, row) => [name.toLowerCase(), row]))
  return (row: Row | undefined) => byCvr.get(row?.cvr ?? '') ?? byName.get(row?.name.toLowerCase() ?? '') ?? -1
}

const levels = [
  { name: 'clean', goal: 0.998 },
  { name: 'typical', goal: 0.99 },
  { name: 'hard', goal: 0.95 },
]
const benchLists = (register: readonly Company[]) => {
  const index = openRegister()
  for (const one of register) index.add(entryOf(one))
  const [resolve, floor] = [resolver(index.seal()), lookUp(register)]
  for (const [level, { name, goal }] of levels.entries()) {
    const lists = [0, 1, 2].map((seed) =>
      linesOf(`dev-school-l${level}-${seed}.jsonl.gz`).map((line): Row => JSON.parse(line)),
    )
    const answers = lists.map((rows) => resolve(rows.map(contactOf)))
    const f1s = lists.map((rows, at) =>
      f1Of(register, rows, (place) => ((answers[at]?.[place]?.p ?? 0) >= 0.5 ? (answers[at]?.[place]?.row ?? -1) : -1)),
    )
    const floors = lists.map((rows) => f1Of(register, rows, (place) => floor(rows[place])))
    const all = lists.flatMap((rows, at) => rows.map((row, place) => ({ row, answer: answers[at]?.[place] })))
    const sure = all.filter(({ answer }) => answer?.decision === 'sure')
    report('match', `f1_${name}`, Math.min(...f1s), 'higher', goal, {
      lookedUp: Math.max(...floors),
      surePrecision: sure.filter(({ row, answer }) => row.truth === answer?.row).length / sure.length,
      sureShare: sure.length / all.length,
      askShare: all.filter(({ answer }) => answer?.decision === 'ask').length / all.length,
    })
  }
}

const times = 10
/** The dev register again and again, each time other people with other numbers in other streets. */
const manifold = function* (register: readonly Company[], copies: number) {
  for (let copy = 0; copy < copies; copy += 1)
    for (const [row, one] of register.entries()) {
      const other = register[(row + copy * 7919) % register.length] ?? one
      yield {
        ...entryOf(one),
        cvr: String(Number(one.cvr) + copy * 3_000_000),
        pNumber: String(Number(one.pnr) + copy * 100_000_000),
        name: copy === 0 ? one.name : one.name.replace(/^\S+/, (word) => `${word}${copy}`),
        ...{ street: other.street, house: other.house, postalCode: other.pc, town: other.city },
        phone: one.phone === '' ? '' : String(20_000_000 + ((Number(one.phone) + copy * 7_654_321) % 79_999_999)),
        ...(copy > 0 && { email: one.email.replace('@', `${copy}@`), domain: one.domain.replace('.', `${copy}.`) }),
      }
    }
}
const benchMillion = (register: readonly Company[]) => {
  const began = process.cpuUsage()
  const index = openRegister()
  for (const entry of manifold(register, times)) index.add(entry)
  const resolve = resolver(index.seal())
  const indexed = process.cpuUsage(began).user / 1e6
  report('match', 'index_million_seconds', indexed, 'lower', 30, { companies: register.length * times })
  report('match', 'index_million_megabytes', Math.round(process.memoryUsage().rss / 2 ** 20), 'lower', 1024, {
    companies: register.length * times,
  })
  const rows = [0, 1, 2].flatMap((seed) =>
    linesOf(`dev-school-l1-${seed}.jsonl.gz`).map((line) => contactOf(JSON.parse(line))),
  )
  const from = process.cpuUsage()
  const schools = 20
  for (let school = 0; school < schools; school += 1) resolve(rows.slice(school * 300, school * 300 + 2000))
  const seconds = process.cpuUsage(from).user / 1e6
  report('match', 'rows_a_cpu_second', Math.round((schools * 2000) / seconds), 'higher', 5000, {
    twentySchoolsSeconds: seconds,
  })
}

export const benchMatch = () => {
  if (!existsSync(join(folder, 'dev-register.jsonl.gz')))
    return void process.stderr.write(`match: there are no lists in ${folder}; name their folder as LINKAGE_DATA.\n`)
  const register = linesOf('dev-register.jsonl.gz').map((line): Company => JSON.parse(line))
  benchLists(register)
  benchPublicSets(folder)
  benchMillion(register)
}
