/** What hangs over a sheet and is no cell of it: comments, and texts in boxes. It is not read, but it is told. */
import { relations } from './workbook-parts.ts'
import type { WorkbookZip } from './workbook-zip.ts'
import { readXml } from './xml-events.ts'

/** `comments`: the cells they hang on. `boxes`: the texts. */
export type Beside = { comments: string[]; boxes: string[] }

/** More than anyone reads; the count is told all the same by whoever tells. */
const most = 1000
const longestBox = 200

export const besideIn = async (zip: WorkbookZip, path: string): Promise<Beside> => {
  const at = path.lastIndexOf('/') + 1
  const folder = path.slice(0, at)
  const parts = [...(await relations(zip, `${folder}_rels/${path.slice(at)}.rels`, folder)).values()]
  const comments: string[] = []
  const boxes: string[] = []
  // oxlint-disable no-await-in-loop -- one part after another: each may be large
  for (const part of parts) {
    if (/(?:^|\/)comments[^/]*\.xml$/i.test(part)) await readComments(zip, part, comments)
    if (/\/drawing[^/]*\.xml$/i.test(part)) await readBoxes(zip, part, boxes)
  }
  return { comments, boxes }
}

const readComments = (zip: WorkbookZip, part: string, found: string[]) =>
  readXml(zip.part(part), {
    open: (name, attributes) => {
      if (name === 'comment' && attributes['ref'] && found.length < most) found.push(attributes['ref'].slice(0, 10))
    },
  })

/** Each shape with a text is a box; its paragraphs are one text. */
const readBoxes = (zip: WorkbookZip, part: string, found: string[]) => {
  let text = ''
  let inText = false
  return readXml(zip.part(part), {
    open: (name) => {
      if (name === 'sp') text = ''
      if (name === 't') inText = true
    },
    text: (piece) => {
      if (inText && text.length < longestBox) text += piece
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'p') text += ' '
      const said = text.replace(/\s+/g, ' ').trim()
      if (name === 'sp' && said !== '' && found.length < most) found.push(said.slice(0, longestBox))
    },
  })
}
