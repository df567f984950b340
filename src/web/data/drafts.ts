/** What someone has typed and not sent, kept in the browser: `{at, values}` under `tov-draft:<key>`. */
const prefix = 'tov-draft:'
export type Draft<Values = Record<string, unknown>> = { at: string; values: Values }

/** `Values`: what was kept under this key. */
export const readDraft = <Values = Record<string, unknown>>(key: string): Draft<Values> | undefined => {
  try {
    const text = localStorage.getItem(prefix + key)
    return text ? (JSON.parse(text) as Draft<Values>) : undefined
  } catch {
    return undefined
  }
}

/** A full or closed storage loses the draft, never the page. */
export const keepDraft = (key: string, values: Record<string, unknown>) => {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ at: new Date().toISOString(), values } satisfies Draft))
  } catch {
    return
  }
}

export const dropDraft = (key: string) => localStorage.removeItem(prefix + key)
export const draftKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix))
/** Names of drafts that begin so: `visit-`. */
export const draftsNamed = (beginning: string) =>
  draftKeys()
    .map((key) => key.slice(prefix.length))
    .filter((name) => name.startsWith(beginning))
export const dropDrafts = () => {
  for (const key of draftKeys()) localStorage.removeItem(key)
}
