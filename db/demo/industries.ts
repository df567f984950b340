/** What companies do: the industries of the area, read from their table. */
import { industryRows, patterns, type SizeProfile, sizeProfiles, sizeSteps, sizeWeights } from './industries.table.ts'
import { isOneOf } from '#platform/typed.shared'
import { cellsOf, linesOf, sure } from './table-text.ts'

export type Industry = { code: string; title: string; kind: string; weight: number; sizes: SizeProfile }
const all = linesOf(industryRows).map((line): Industry => {
  const [, code = '', kind = '', weight, sizes = '', title = ''] = /^(\d+) (\w+) (\S+) (\w+) (.+)$/.exec(line) ?? []
  if (!isOneOf(sizeProfiles, sizes)) throw new Error(`Not an industry: ${line}`)
  return { code, title, kind, weight: Number(weight), sizes }
})
/** Those that a company can be of; the rest are a municipality's. */
export const industries: readonly Industry[] = all.filter(({ weight }) => weight > 0)
const byCode = new Map(all.map((one) => [one.code, one]))
export const industryWith = (code: string): Industry =>
  sure(`Industry ${code} is not in industries.table.ts`, byCode.get(code))
/** What a company of this code does; null where the demo has no such industry. */
export const kindOf = (code: string | null): string | null => byCode.get(code ?? '')?.kind ?? null

const names = new Map(linesOf(patterns).map((line) => [line.split(':')[0] ?? '', cellsOf(line.replace(/^\w+:/, ''))]))
export const patternsOf = (kind: string): readonly string[] => names.get(kind) ?? []

/** The same list each time: dice remember what a list weighs. */
export const companySizes = Object.fromEntries(
  sizeProfiles.map((profile) => {
    const weights = sizeWeights[profile]
    return [profile, weights.map((weight, step) => ({ from: 0, to: 0, ...sizeSteps[step], weight }))]
  }),
)
