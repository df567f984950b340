import { whoIsHere } from '#web/data/session.ts'

/**
 * What someone has typed and not sent, kept in the browser: `{at, values}` under `tov-draft:<whose><key>`. Whoever is signed in finds
 * his own alone, and still does when another signed in here meanwhile; a page without sign-in has those of nobody.
 */
const prefix = 'tov-draft:'
const placeOf = (key: string) => {
  const person = whoIsHere()
  return person === undefined ? prefix + key : `${prefix}${person}:${key}`
}
export type Draft<Values = Record<string, unknown>> = { at: string; values: Values }

/** `Values`: what was kept under this key. */
export const readDraft = <Values = Record<string, unknown>>(key: string): Draft<Values> | undefined => {
  try {
    const text = localStorage.getItem(placeOf(key))
    return text ? (JSON.parse(text) as Draft<Values>) : undefined
  } catch {
    return undefined
  }
}

/** A full or closed storage loses the draft, never the page. */
export const keepDraft = (key: string, values: Record<string, unknown>) => {
  try {
    localStorage.setItem(placeOf(key), JSON.stringify({ at: new Date().toISOString(), values } satisfies Draft))
  } catch {
    return
  }
}

export const dropDraft = (key: string) => localStorage.removeItem(placeOf(key))
const places = () => Object.keys(localStorage).filter((place) => place.startsWith(prefix))
/** Names of drafts that begin so: `visit-`. */
export const draftsNamed = (beginning: string) =>
  places()
    .filter((place) => place.startsWith(placeOf(beginning)))
    .map((place) => place.slice(placeOf('').length))
/** What whoever signs out would leave: the own, and those of nobody. */
const left = () =>
  places().filter((place) => place.startsWith(placeOf('')) || !/^\d+:/.test(place.slice(prefix.length)))
export const leavesDrafts = () => left().length > 0
export const dropDrafts = () => {
  for (const place of left()) localStorage.removeItem(place)
}
