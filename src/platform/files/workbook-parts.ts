import type { FileLimits } from './file-limits.ts'
import { FileStopped } from './file-problem.ts'
import { type NumberFormat, builtinFormat, numberFormat, plainFormat } from './excel-values.ts'
import { type Look, readLooks } from './cell-looks.ts'
import { type WorkbookZip, tooLarge } from './workbook-zip.ts'
import { readXml } from './xml-events.ts'

/** `path`: inside the zip. */
export type Sheet = { path: string; name: string; hidden: boolean }
export type Workbook = {
  /** in the order of the tabs */
  sheets: Sheet[]
  date1904: boolean
  /** by the number in a cell's `s` */
  formats: NumberFormat[]
  sharedStrings: string[]
  /** by the number in a cell's `s` */
  looks: Look[]
}

/** @throws FileStopped `file-not-readable` when the zip is no workbook */
export const readWorkbookParts = async (zip: WorkbookZip, limits: FileLimits): Promise<Workbook> => {
  const root = await relations(zip, '_rels/.rels', '')
  const path =
    [...root.values()].find((target) => zip.has(target) && /workbook[^/]*\.xml$/i.test(target)) ?? 'xl/workbook.xml'
  if (!zip.has(path))
    throw new FileStopped({ code: 'file-not-readable', detail: { kind: zip.has('content.xml') ? 'ods' : 'zip' } })
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const targets = await relations(zip, `${folder}_rels/${path.slice(folder.length)}.rels`, folder)
  const { sheets, date1904 } = await sheetList(zip, path)
  const target = (end: RegExp, usual: string) => [...targets.values()].find((each) => end.test(each)) ?? usual
  const styles = target(/styles\.xml$/i, `${folder}styles.xml`)
  return {
    sheets: sheets.flatMap(({ id, ...sheet }) => {
      const found = targets.get(id) ?? ''
      return zip.has(found) ? [{ ...sheet, path: found }] : []
    }),
    date1904,
    formats: await styleFormats(zip, styles),
    looks: await readLooks(zip, styles),
    sharedStrings: await sharedStrings(zip, target(/sharedstrings\.xml$/i, `${folder}sharedStrings.xml`), limits),
  }
}

/** Relation id to path inside the zip. External targets (web addresses, other files) are never followed. */
export const relations = async (zip: WorkbookZip, path: string, folder: string): Promise<Map<string, string>> => {
  const targets = new Map<string, string>()
  await readXml(zip.part(path), {
    open: (name, attributes) => {
      const target = attributes['Target']
      if (name !== 'Relationship' || !target || attributes['TargetMode'] === 'External') return
      targets.set(attributes['Id'] ?? '', inZip(target, folder))
    },
  })
  return targets
}

const inZip = (target: string, folder: string): string => {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

type Listed = Omit<Sheet, 'path'> & { id: string }

const sheetList = async (zip: WorkbookZip, path: string): Promise<{ sheets: Listed[]; date1904: boolean }> => {
  const sheets: Listed[] = []
  let date1904 = false
  await readXml(zip.part(path), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const hidden = (attributes['state'] ?? 'visible') !== 'visible'
      sheets.push({ id, name: (attributes['name'] ?? '').slice(0, 31), hidden })
    },
  })
  return { sheets, date1904 }
}

const styleFormats = async (zip: WorkbookZip, path: string): Promise<NumberFormat[]> => {
  const own = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let inCells = false
  await readXml(zip.part(path), {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? 0)
      if (name === 'numFmt') own.set(id, numberFormat(attributes['formatCode'] ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) formats.push(own.get(id) ?? builtinFormat(id) ?? plainFormat)
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

const sharedStrings = async (zip: WorkbookZip, path: string, limits: FileLimits): Promise<string[]> => {
  const strings: string[] = []
  const reader = richText()
  let characters = 0
  await readXml(zip.part(path), {
    open: (name) => {
      if (name === 'si') reader.start()
      reader.open(name)
    },
    text: reader.text,
    close: (name) => {
      reader.close(name)
      if (name !== 'si') return
      const text = reader.take()
      characters += text.length
      if (strings.push(text) > limits.sharedStrings || characters > limits.sharedStringCharacters)
        throw tooLarge('texts')
    },
  })
  return strings
}

/** Gathers the `<t>` of a text that may be in several runs; `<rPh>` (how to pronounce it) is left out. */
export const richText = () => {
  let gathered = ''
  let inText = false
  let inPhonetic = false
  return {
    start: () => {
      gathered = ''
    },
    open: (name: string) => {
      if (name === 't') inText = true
      if (name === 'rPh') inPhonetic = true
    },
    text: (text: string) => {
      if (inText && !inPhonetic) gathered += text
    },
    close: (name: string) => {
      if (name === 't') inText = false
      if (name === 'rPh') inPhonetic = false
    },
    take: () => unescaped(gathered),
  }
}

/** Excel writes characters that XML does not allow as `_x000D_`, and a real underscore before such as `_x005F_`. */
export const unescaped = (text: string): string => {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
