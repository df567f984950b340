import { Temporal } from 'temporal-polyfill'

/**
 * A calendar day as people and programs write it in files: `23-11-2026`, `23.11.2026`, `23/11 - 2026`, `2026-11-23`,
 * `2026-11-23T00:00:00`. Null when no such day exists.
 */
export const readWrittenDate = (text: string): Temporal.PlainDate | null => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text.trim())
  const danish = /^(\d{1,2})[-./](\d{1,2})\s*[-./ ]\s*(\d{4})(?:\s.*)?$/.exec(text.trim())
  const [year, month, day] = iso ? iso.slice(1).map(Number) : (danish?.slice(1).map(Number).toReversed() ?? [])
  if (year === undefined || month === undefined || day === undefined) return null
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}
