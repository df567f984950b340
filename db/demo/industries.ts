/** What companies do: the industries of the area, read from their table. */
import { isOneOf } from '#platform/typed.shared'
import { industryRows, patterns, type SizeProfile, sizeProfiles, sizeWeights } from './industries.table.ts'
import { phrases } from './names.table.ts'

export type Industry = { code: string; title: string; kind: string; weight: number; sizes: SizeProfile }
const industryOf = (line: string): Industry => {
  const [, code = '', kind = '', weight, sizes = '', title = ''] = /^\s*(\d+) (\w+) (\S+) (\w+) (.+)$/.exec(line) ?? []
  if (!isOneOf(sizeProfiles, sizes)) throw new Error(`Not an industry: ${line}`)
  return { code, title, kind, weight: Number(weight), sizes }
}
const all = industryRows.trim().split('\n').map(industryOf)
/** Those that a company can be of; the rest are a municipality's. */
export const industries: readonly Industry[] = all.filter(({ weight }) => weight > 0)
const byCode = new Map(all.map((one) => [one.code, one]))
export const industryWith = (code: string): Industry => {
  const found = byCode.get(code)
  if (!found) throw new Error(`Industry ${code} is not in industries.table.ts`)
  return found
}
/** What a company of this code does; null where the demo has no such industry. */
export const kindOf = (code: string | null): string | null => byCode.get(code ?? '')?.kind ?? null

const names = new Map(
  patterns
    .trim()
    .split('\n')
    .map((line) => [/^\s*(\w+):/.exec(line)?.[1] ?? '', phrases(line.replace(/^\s*\w+:/, ''))]),
)
export const patternsOf = (kind: string): readonly string[] => names.get(kind) ?? []

const steps: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 1],
  [2, 4],
  [5, 9],
  [10, 19],
  [20, 49],
  [50, 99],
  [100, 199],
  [200, 499],
]
type Size = { from: number; to: number; weight: number }
const sizesOf = (profile: SizeProfile): readonly Size[] =>
  steps.flatMap(([from, to], step) => {
    const weight = sizeWeights[profile][step]
    return weight === undefined ? [] : { from, to, weight }
  })
/** The same list each time: dice remember what a list weighs. */
export const companySizes = Object.fromEntries(sizeProfiles.map((profile) => [profile, sizesOf(profile)]))
