/**
 * Who goes to each visit, on the dev instances of `../shared/data/staffing` (or STAFFING_DATA), within the seconds a person waits; the floor is what people do today: each
 * visit at its fixed time, by whoever may lead it, has time and is nearest.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { inTime, readInstance, readMinutes, staff, strict, weekOf } from '../src/features/staffing/staffing.ts'
import { check, type InstanceFile } from '../src/testing/staffing-check.ts'
import { report } from './report.ts'

type DevFile = Omit<InstanceFile, 'visits'> & { visits: (InstanceFile['visits'][number] & { fixed: number })[] }
const folder = process.env['STAFFING_DATA'] ?? '../shared/data/staffing'
const readFile = (path: string) => JSON.parse(gunzipSync(readFileSync(path)).toString())

/** One visit after the other, in their order: whoever drives least of those who can. */
const whoHasTime = (file: DevFile, minutes: number[][]) => {
  const answer: { visit: number; slot: number; lead: number; second: null }[] = []
  for (const [visit, { fixed, kom }] of file.visits.entries()) {
    const near = [...file.cons.keys()].toSorted(
      (a, b) => (minutes[file.cons[a]?.kom ?? 0]?.[kom] ?? 0) - (minutes[file.cons[b]?.kom ?? 0]?.[kom] ?? 0),
    )
    for (const lead of near.filter((who) => file.cons[who]?.free.includes(fixed))) {
      const one = { visit, slot: fixed, lead, second: null }
      const thatWeek = answer.filter(({ slot }) => weekOf(slot) === weekOf(fixed))
      if (check(file, minutes, [...thatWeek, one]).breaches.length > 0) continue
      answer.push(one)
      break
    }
  }
  return check(file, minutes, answer).points
}

/** Of visits and consultants: seconds, and how far from the bound it may end, in per cent. */
const sizes = [
  { size: 'v50-c20', seconds: 2, goal: 0.1 },
  { size: 'v200-c100', seconds: 5, goal: 0.3 },
  { size: 'v1000-c300', seconds: 15, goal: 1.5 },
]
export const benchStaffing = () => {
  if (!existsSync(folder))
    return void process.stderr.write(
      `staffing: there are no instances in ${folder}; name their folder as STAFFING_DATA.\n`,
    )
  const minutes = readMinutes(readFile(join(folder, '..', 'travel-minutes.json.gz')))
  for (const { size, seconds, goal } of sizes)
    for (const name of readdirSync(folder).filter((one) => one.includes(size))) {
      const file: DevFile = readFile(join(folder, name))
      const until = performance.now() + 970 * seconds
      const { assignments, points, bound } = staff(readInstance(file, minutes), {
        effort: inTime(until),
        rules: strict,
      })
      const checked = check(file, minutes, assignments)
      if (checked.breaches.length > 0 || Math.abs(checked.points - points) > 1e-6)
        throw new Error(`${name}: ${checked.breaches[0] ?? `${points} points said, ${checked.points} reckoned`}`)
      const short = (worth: number) => 100 * (1 - worth / bound)
      report('staffing', `gap_${name.slice(4, -8)}_percent`, short(points), 'lower', goal, {
        ...{ seconds, points, bound, staffed: assignments.length, whoHasTime: short(whoHasTime(file, minutes)) },
      })
    }
}
