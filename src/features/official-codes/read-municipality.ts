import type { Read } from './cvr-number.ts'
import { keyOf } from './key.ts'
import { municipalities } from './municipalities.table.ts'
import { municipalityShortNames } from './place-names.table.ts'
import { reasons } from './reasons.ts'

const ring = /\u00E5/g
/** Both ways of writing the letter of Aarhus are one, so are `Nordfyn`, `Nordfyns` and `Nordfyns Kommune`. */
const keyOfName = (name: string) =>
  keyOf(name)
    .replace(ring, 'aa')
    .replace(/(?:kommune|kom)$/, '')
    .replace(/s$/, '')

const byName = new Map<string, number>(
  municipalities.flatMap(({ name, code }) =>
    [name, ...(municipalityShortNames[code] ?? [])].map((one) => [keyOfName(one), code] as const),
  ),
)
const codes = new Set(municipalities.map(({ code }) => code))

/** Code of a municipality from its code (`101`, `0101`) or its name as people write it; one that is not there any more is none. */
export const readMunicipality = (text: string): Read<number> => {
  const digits = /^'?0?(\d{3})(?:[.,]0)?$/.exec(text.trim())?.[1]
  // `0751 Aarhus`, `Aarhus (751)`
  const both = /^0?(\d{3})\s+(\p{L}.*)$/u.exec(text.trim()) ?? /^(?:.*\()0?(\d{3})\)$/.exec(text.trim())
  const code = Number(digits ?? both?.[1] ?? byName.get(keyOfName(text.replace(/^kommunen?\s+/i, ''))))
  return codes.has(code) ? { value: code } : { wrong: reasons.municipality(text) }
}
