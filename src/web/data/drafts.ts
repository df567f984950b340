/** What someone has typed and not sent, kept in the browser: `{at, values}` under `tov-draft:<key>`. */
const prefix = 'tov-draft:'
export type Draft = { at: string; values: Record<string, unknown> }

export const readDraft = (key: string): Draft | undefined => {
  try {
    const text = localStorage.getItem(prefix + key)
    return text ? (JSON.parse(text) as Draft) : undefined
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
export const dropDrafts = () => {
  for (const key of draftKeys()) localStorage.removeItem(key)
}
