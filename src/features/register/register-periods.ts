/** The register keeps every value with its period; lists are unsorted and several rows may be valid at once. */
export type Json = Record<string, unknown>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** The objects of a list, or none when it is no list. */
export const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
/** Text and numbers as text; anything else as nothing. */
export const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const dateIn = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : null

export type Span = { from: string; until: string | null }
export const spanOf = (row: Json): Span => {
  const period = isObject(row['periode']) ? row['periode'] : {}
  return { from: dateIn(period['gyldigFra']) ?? '', until: dateIn(period['gyldigTil']) }
}
const isCurrent = ({ from, until }: Span, today: string) => from <= today && (until === null || until >= today)

const newestFirst = (a: Json, b: Json) => {
  const [x, y] = [spanOf(a), spanOf(b)]
  if (x.from !== y.from) return x.from < y.from ? 1 : -1
  const [end, other] = [x.until ?? '9999', y.until ?? '9999']
  if (end !== other) return end < other ? 1 : -1
  return textOf(b['sidstOpdateret']).localeCompare(textOf(a['sidstOpdateret']))
}

/** The rows that hold today, the one that began last first. */
export const currentRows = (list: unknown, today: string): Json[] =>
  objects(list)
    .filter((row) => isCurrent(spanOf(row), today))
    .toSorted(newestFirst)

/** The row that holds today; of an entity that has ended its last one; of one that has not begun its first. */
export const currentOrLast = (list: unknown, today: string): Json | undefined => {
  const rows = objects(list).toSorted(newestFirst)
  return currentRows(rows, today)[0] ?? rows.find((row) => spanOf(row).from <= today) ?? rows.at(-1)
}

/** The newest `sidstOpdateret` anywhere in the document, as ISO in UTC: which version this is. Persons' parts do not count. */
export const lastChanged = (value: unknown, today: string): string | null => {
  let newest = 0
  const look = (part: unknown, depth: number): void => {
    if (depth > 12 || typeof part !== 'object' || part === null) return
    for (const [key, inner] of Object.entries(part)) {
      if (key === 'deltagerRelation') continue
      if (key !== 'sidstOpdateret') look(inner, depth + 1)
      // A stamp from the future would shut out every later version.
      else if (typeof inner === 'string' && inner.slice(0, 10) <= today)
        newest = Math.max(newest, Date.parse(inner) || 0)
    }
  }
  look(value, 0)
  return newest === 0 ? null : new Date(newest).toISOString()
}
