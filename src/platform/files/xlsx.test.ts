import { describe, expect, test } from 'vitest'
import { numberFormat, numberText } from './excel-values.ts'
import { fileOf, readAll, sheetOf, textRow, workbookOf, zipOf } from '#testing/files'

const cells = (rows: { cells: string[] }[]) => rows.map((row) => row.cells)
const header = textRow(1, ['a', 'b', 'c'])

describe('a workbook', () => {
  test('gives shared, rich, inline and formula texts, numbers, truth values as text, and says which formulas gave an error', async () => {
    const sharedStrings =
      '<si><t>Rødgrød</t></si><si><r><t xml:space="preserve">med </t></r><r><t>fløde</t></r><rPh><t>nej</t></rPh></si>'
    const sheet = `${header}
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="str"><f>A2</f><v>linje_x000D_
ny</v></c></row>
      <row r="3"><c r="A3"><v>12345678</v></c><c r="B3"><v>1.2345678E7</v></c><c r="C3"><v>0.30000000000000004</v></c></row>
      <row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="b"><v>0</v></c><c r="C4" t="e"><v>#N/A</v></c></row>`
    const table = await readAll(fileOf(workbookOf({ sheet, sharedStrings })))
    expect(table.problems).toEqual([])
    expect(cells(table.good)).toEqual([
      ['Rødgrød', 'med fløde', 'linje\r\nny'],
      ['12345678', '12345678', '0.3'],
      ['true', 'false', ''],
    ])
    expect(table.good[2]?.notes).toEqual([
      { code: 'cell-without-value', line: 4, column: 'c', detail: { text: '#N/A' } },
    ])
  })

  test('dates come by the style of the cell, leading zeros too', async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="00000000"/><numFmt numFmtId="165" formatCode="[$-406]d. mmmm yyyy;@"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs>`
    const sheet = `${header}<row r="2"><c s="1"><v>46329</v></c><c s="2"><v>1234567</v></c><c s="0"><v>46329</v></c></row>
      <row r="3"><c s="3"><v>46329</v></c><c s="4"><v>46329.395833333336</v></c><c t="d"><v>2026-11-03</v></c></row>`
    const table = await readAll(fileOf(workbookOf({ sheet, styles })))
    expect(cells(table.good)).toEqual([
      ['2026-11-03', '01234567', '46329'],
      ['2026-11-03', '2026-11-03T09:30:00', '2026-11-03'],
    ])
  })

  test('the line is the number of the row, empty rows and cells included', async () => {
    const sheet = `<row r="3"><c r="A3"><v>1</v></c><c r="C3"><v>2</v></c></row>
      <row r="7"><c r="C7"><v>9</v></c></row><row r="8"/><row r="9"><c r="B9"><v>1</v></c></row><row r="10"><c r="D10"><v>1</v></c></row>`
    const table = await readAll(fileOf(workbookOf({ sheet })))
    expect(table.header).toEqual(['1', '', '2'])
    expect(table.good).toEqual([
      { line: 7, cells: ['', '', '9'] },
      { line: 9, cells: ['', '1', ''] },
      {
        line: 10,
        cells: ['', '', ''],
        notes: [{ code: 'note-beside', line: 10, column: 'D', detail: { text: '1' } }],
      },
    ])
    expect(table.bad).toEqual([])
  })

  test('the first visible sheet with anything in it is read', async () => {
    const workbook = `<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="Skjult" state="hidden" r:id="rId9"/>
      <x:sheet name="Tom" r:id="rId1"/><x:sheet name="Data" r:id="rId2"/></x:sheets></x:workbook>`
    const second = { path: 'xl/worksheets/sheet2.xml', content: sheetOf(textRow(1, ['her']) + textRow(2, ['ja'])) }
    const table = await readAll(fileOf(workbookOf({ sheet: '', workbook, more: [second] })))
    expect(table.header).toEqual(['her'])
    expect(cells(table.good)).toEqual([['ja']])
  })

  test('a workbook from a program that puts a prefix before every tag', async () => {
    const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>
      <x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    expect((await readAll(fileOf(workbookOf({ sheet })))).good).toEqual([{ line: 2, cells: ['5'] }])
  })

  test('the rows come in order, however many', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => textRow(at + 1, [`${at}`, `Firma ${at}`]))
    const table = await readAll(fileOf(workbookOf({ sheet: rows.join('') })))
    expect(table.good).toHaveLength(29_999)
    expect(table.good.every((row) => row.cells[0] === String(row.line - 1))).toBe(true)
  })

  test('can be left before its end', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => textRow(at + 1, ['x']))
    const { openTable } = await import('#platform/files/table')
    const table = await openTable(fileOf(workbookOf({ sheet: rows.join('') })))
    await table.close()
    const left: unknown[] = []
    for await (const row of table.rows) left.push(row)
    expect(left.length).toBeLessThan(19_999)
  })

  test('without anything in it says so', async () => {
    expect((await readAll(fileOf(workbookOf({ sheet: '' })))).problems).toEqual([{ code: 'workbook-empty' }])
  })

  test.each([
    ['zip', [{ path: 'brev.txt', content: 'hej' }]],
    ['ods', [{ path: 'content.xml', content: '<x/>' }]],
  ])('a zip that is no workbook says what it is: %s', async (kind, parts) => {
    const table = await readAll(fileOf(zipOf(parts)))
    expect(table.problems).toEqual([{ code: 'file-not-readable', detail: { kind } }])
  })
})

describe('numbers that are moments', () => {
  test.each([
    ['1', 'dd-mm-yyyy', false, '1900-01-01'],
    ['59', 'dd-mm-yyyy', false, '1900-02-28'],
    ['60', 'dd-mm-yyyy', false, '60'],
    ['61', 'dd-mm-yyyy', false, '1900-03-01'],
    ['0', 'yyyy', true, '1904-01-01'],
    ['44867', 'd/m/yy', true, '2026-11-03'],
    ['46329.99999999', 'dd-mm-yyyy hh:mm', false, '2026-11-04'],
    ['0.5', 'hh:mm', false, '12:00:00'],
    ['1.5', '[h]:mm:ss', false, '36:00:00'],
    ['-1', 'dd-mm-yyyy', false, '-1'],
    ['3000000', 'dd-mm-yyyy', false, '3000000'],
    ['12.5', '#,##0.00 "kr. pr. dag"', false, '12.5'],
    ['12', '[Red]0', false, '12'],
    ['5', 'General', false, '5'],
    ['42', '0000', false, '0042'],
  ])('%s as %s (1904: %s) is %s', (raw, code, date1904, text) => {
    expect(numberText(raw, numberFormat(code), date1904)).toBe(text)
  })
})
