/** What a calendar server answers: things by their address, each with what was asked of it (RFC 4918, RFC 4791). */
import { Readable } from 'node:stream'
import { readXml } from '#platform/files/xml-events'

export type Resource = {
  href: string
  /** Texts by the name of their element. */
  texts: Record<string, string>
  /** Addresses that stand inside an element: `current-user-principal`. */
  hrefs: Record<string, string>
  /** Elements without a text: `calendar` of its kinds, `VEVENT` of what it holds. */
  marks: Set<string>
}
const mostResources = 20_000
const pieceLength = 65_536

const pieces = function* (text: string) {
  for (let at = 0; at < text.length; at += pieceLength) yield Buffer.from(text.slice(at, at + pieceLength))
}

/** Null: it is no such answer. */
export const resourcesIn = async (text: string): Promise<Resource[] | null> => {
  const found: Resource[] = []
  let isOne = false
  let current: Resource | undefined
  let path: string[] = []
  let said = ''
  const close = (name: string) => {
    const text = said.trim()
    const around = path.at(-2) ?? ''
    path = path.slice(0, -1)
    said = ''
    if (!current) return
    if (name === 'response') current = undefined
    else if (name !== 'href') {
      if (text) current.texts[name] = text
    } else if (around === 'response') current.href ||= text
    else current.hrefs[around] ||= text
  }
  const open = (name: string, attributes: Record<string, string>) => {
    if (path.length === 0) isOne = name === 'multistatus'
    path = [...path, name]
    said = ''
    if (name === 'response' && found.length < mostResources) {
      current = { href: '', texts: {}, hrefs: {}, marks: new Set() }
      found.push(current)
    }
    current?.marks.add(name === 'comp' ? (attributes['name'] ?? '') : name)
  }
  try {
    await readXml(Readable.from(pieces(text)), { open, close, text: (piece) => (said += piece) })
  } catch {
    return null
  }
  return isOne ? found : null
}

/** The calendar files of a report. */
export const calendarData = async (text: string): Promise<string[] | null> =>
  (await resourcesIn(text))?.flatMap(({ texts }) => texts['calendar-data'] ?? []) ?? null
