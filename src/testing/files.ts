import { crc32, deflateRawSync } from 'node:zlib'
import type { FileProblem, FileSource } from '../platform/files/file-problem.ts'
import { type FileLimits, type Headings, type Table, type TableRow, openTable } from '../platform/files/table.ts'

/** A file made of bytes or text, handed over in pieces of `pieceSize` bytes. */
export const fileOf = (content: string | Uint8Array, pieceSize = 64 * 1024): FileSource => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize)
  }
  return { name: 'test', bytes: pieces(), size: bytes.length }
}

export type ReadTable = Omit<Table, 'rows'> & { good: TableRow[]; bad: FileProblem[] }

export const readAll = async (
  source: FileSource,
  limits?: Partial<FileLimits>,
  known?: Headings,
): Promise<ReadTable> => {
  const table = await openTable(source, limits, known)
  const good: TableRow[] = []
  const bad: FileProblem[] = []
  for await (const row of table.rows) {
    if ('problem' in row) bad.push(row.problem)
    else good.push(row)
  }
  const { header, sheets, delimiter, encoding, reading, problems, close } = table
  return { header, sheets, delimiter, encoding, reading, problems, close, good, bad }
}

/** Latin letters as one byte each; all we need of Windows-1252 in tests, and the euro sign. */
export const windows1252 = (text: string): Buffer => Buffer.from(text.replaceAll('€', '\x80'), 'latin1')

export type ZipPart = { path: string; content: string | Uint8Array; claimedSize?: number }

/** A zip as simple as they come, and with lies where a test wants them. */
export const zipOf = (parts: ZipPart[]): Buffer => {
  const bodies: Buffer[] = []
  const folder: Buffer[] = []
  let offset = 0
  for (const { path, content, claimedSize } of parts) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const name = Buffer.from(path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claimedSize ?? plain.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    folder.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name]))
    bodies.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(Buffer.concat(folder).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, ...folder, Buffer.from('PK\x05\x06', 'latin1'), end])
}

export type WorkbookParts = {
  sheet: string | Uint8Array
  sharedStrings?: string
  styles?: string
  /** replaces the list of sheets */
  workbook?: string
  more?: ZipPart[]
}

const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook from the XML of its parts; `sheet` is what stands in `<sheetData>`, or the whole part if it starts with `<?xml`. */
export const workbookOf = ({ sheet, sharedStrings = '', styles = '', workbook, more = [] }: WorkbookParts): Buffer => {
  const whole = typeof sheet !== 'string' || sheet.startsWith('<?xml')
  return zipOf([
    { path: '_rels/.rels', content: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    {
      path: 'xl/workbook.xml',
      content:
        workbook ?? `<workbook xmlns:r="${relationType}"><sheets><sheet name="Ark1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', '/xl/worksheets/sheet2.xml'],
        ['rId3', 'sharedStrings', 'sharedStrings.xml'],
        ['rId4', 'styles', 'styles.xml'],
      ]),
    },
    { path: 'xl/worksheets/sheet1.xml', content: whole ? sheet : sheetOf(sheet) },
    { path: 'xl/sharedStrings.xml', content: `<sst>${sharedStrings}</sst>` },
    { path: 'xl/styles.xml', content: `<styleSheet>${styles}</styleSheet>` },
    ...more,
  ])
}

export const sheetOf = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${rows}</sheetData></worksheet>`

const relations = (targets: [string, string, string][]): string => {
  const each = targets.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relationType}/${type}" Target="${target}"/>`,
  )
  return `<Relationships>${each.join('')}</Relationships>`
}

/** A row of inline texts, as a program that is not Excel writes it. */
export const textRow = (row: number, texts: string[]): string =>
  `<row r="${row}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
