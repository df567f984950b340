/**
 * What stands after `?` in the address, as people write it: a word each, or a list when the same name stands twice. (The
 * router's own way would write `?q=%2225%22` for the word 25.) What each page takes is checked by the router itself.
 */
export type Search = Record<string, string | string[]>

export const parseSearch = (text: string): Search => {
  const written = new URLSearchParams(text)
  const lists = [...new Set(written.keys())].map((key) => [key, written.getAll(key)] as const)
  return Object.fromEntries(lists.map(([key, values]) => [key, values.length > 1 ? values : (values[0] ?? '')]))
}

export const stringifySearch = (search: Record<string, unknown>) => {
  const out = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '' || value === false) continue
    for (const one of Array.isArray(value) ? value : [value]) out.append(key, String(one))
  }
  const text = out.toString()
  return text && `?${text}`
}
