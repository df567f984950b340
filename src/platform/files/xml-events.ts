import { SaxesParser } from 'saxes'
import { FileStopped } from './file-problem.ts'

export type XmlHandlers = {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** No text, tag or comment of a real workbook comes near this many characters. */
const longestPiece = 4 * 1024 * 1024
const deepest = 64

/**
 * Feeds XML to handlers; names come without their prefix (some writers put `x:` before every tag).
 * saxes expands no entities of the document's own; a DOCTYPE is refused all the same, no workbook has one.
 * @throws FileStopped `file-broken` for XML that is not well formed, `file-hostile` for a DOCTYPE, absurd depth or length
 */
export const readXml = async (bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> => {
  for await (const _ of xmlSteps(bytes, handlers));
}

/** Like `readXml`, but stops after each piece of the stream, so that what the handlers gathered can be passed on. */
export async function* xmlSteps(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let sinceEvent = 0
  parser.on('error', () => {
    throw new FileStopped({ code: 'file-broken' })
  })
  parser.on('doctype', () => {
    throw hostile('doctype')
  })
  parser.on('opentag', (tag) => {
    sinceEvent = 0
    depth += 1
    if (depth > deepest) throw hostile('depth')
    handlers.open?.(localName(tag.name), tag.attributes)
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  parser.on('closetag', (tag) => {
    sinceEvent = 0
    depth -= 1
    handlers.close?.(localName(tag.name))
  })
  const decoder = new TextDecoder('utf-8')
  let empty = true
  for await (const chunk of bytes) {
    empty = false
    const text = decoder.decode(chunk, { stream: true })
    sinceEvent += text.length
    if (sinceEvent > longestPiece) throw hostile('length')
    parser.write(text)
    yield
  }
  // a part that is not there at all is no XML, and no error
  if (empty) return
  parser.write(decoder.decode()).close()
  yield
}

export const hostile = (kind: string): FileStopped => new FileStopped({ code: 'file-hostile', detail: { kind } })

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
