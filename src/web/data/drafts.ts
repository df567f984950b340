import * as m from '#texts'
import { sayProblem } from '#web/data/notices.ts'
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

/** What the browser had no room for, as long as the page is open. */
const inPage = new Map<string, string>()
const textAt = (place: string) => inPage.get(place) ?? localStorage.getItem(place)

/** `Values`: what was kept under this key. */
export const readDraft = <Values = Record<string, unknown>>(key: string): Draft<Values> | undefined => {
  try {
    const text = textAt(placeOf(key))
    return text ? (JSON.parse(text) as Draft<Values>) : undefined
  } catch {
    return undefined
  }
}

/** A full or closed storage keeps nothing beyond the page, and whoever writes is told so; the page goes on. */
export const keepDraft = (key: string, values: Record<string, unknown>) => {
  const place = placeOf(key)
  const text = JSON.stringify({ at: new Date().toISOString(), values } satisfies Draft)
  try {
    localStorage.setItem(place, text)
    inPage.delete(place)
  } catch {
    if (!inPage.has(place)) sayProblem(m.web_draft_not_kept())
    inPage.set(place, text)
  }
}
/** False: it is gone when the page is closed. */
export const outlivesPage = (key: string) => !inPage.has(placeOf(key))

const forget = (place: string) => {
  inPage.delete(place)
  localStorage.removeItem(place)
}
export const dropDraft = (key: string) => forget(placeOf(key))
const places = () =>
  [...new Set([...Object.keys(localStorage), ...inPage.keys()])].filter((place) => place.startsWith(prefix))
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
  for (const place of left()) forget(place)
}
