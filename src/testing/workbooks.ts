/** Workbooks as people make them: several sheets, hidden rows, merged cells. */
import { textRow, workbookOf, zipOf } from './files.ts'

type Row = readonly string[] | { hidden: true; cells: readonly string[] }
export type Sheet = {
  name: string
  rows: readonly Row[]
  hidden?: true
  /** `C2:C4` */
  merged?: readonly string[]
  /** Columns nobody sees, counted from 1. */
  hiddenColumns?: readonly number[]
  /** Cells with a comment, and texts in boxes. */
  comments?: readonly string[]
  boxes?: readonly string[]
}

const spelled = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const sheetXml = ({ rows, merged = [], hiddenColumns = [] }: Sheet) => {
  const lines = rows.map((row, at) => {
    const [cells, hidden] = 'hidden' in row ? [row.cells, true] : [row, false]
    const xml = textRow(at + 1, cells.map(spelled))
    return hidden ? xml.replace('<row ', '<row hidden="1" ') : xml
  })
  const columns = hiddenColumns.map((at) => `<col min="${at}" max="${at}" width="9" hidden="1"/>`).join('')
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet>${columns && `<cols>${columns}</cols>`}<sheetData>${lines.join('')}</sheetData>${merges && `<mergeCells count="${merged.length}">${merges}</mergeCells>`}</worksheet>`
}

const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (targets: readonly (readonly [string, string, string])[]) =>
  `<Relationships>${targets.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`).join('')}</Relationships>`

const besideOf = ({ comments = [], boxes = [] }: Sheet, at: number) => {
  if (comments.length + boxes.length === 0) return []
  const [commentPart, drawing] = [`comments${at + 1}.xml`, `drawing${at + 1}.xml`]
  const listed = comments.map((ref) => `<comment ref="${ref}"><text><r><t>Husk</t></r></text></comment>`)
  const shapes = boxes.map(
    (text) =>
      `<xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>`,
  )
  return [
    {
      path: `xl/worksheets/_rels/sheet${at + 1}.xml.rels`,
      content: relations([
        ['rId1', 'comments', `../${commentPart}`],
        ['rId2', 'drawing', `../drawings/${drawing}`],
      ]),
    },
    { path: `xl/${commentPart}`, content: `<comments><commentList>${listed.join('')}</commentList></comments>` },
    { path: `xl/drawings/${drawing}`, content: `<xdr:wsDr>${shapes.join('')}</xdr:wsDr>` },
  ]
}

/** An .xlsx of these sheets. */
export const bookOf = (...sheets: readonly Sheet[]): Buffer => {
  if (sheets.length === 0) return workbookOf({ sheet: '' })
  const listed = sheets.map(
    ({ name, hidden }, at) => `<sheet name="${spelled(name)}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  return zipOf([
    { path: '_rels/.rels', content: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    { path: 'xl/workbook.xml', content: `<workbook xmlns:r="${type}"><sheets>${listed.join('')}</sheets></workbook>` },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: relations(
        sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ),
    },
    ...sheets.map((sheet, at) => ({ path: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) })),
    ...sheets.flatMap(besideOf),
  ])
}
