import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExportColumn, fileHeaders, exportTable } from '#platform/files/export'
import { guarded, unguarded } from './formula-guard.ts'
import { fileOf, readAll } from '#testing/files'

type Row = { name: string; count: number | null; active: boolean; since: string }

const columns: ExportColumn<Row>[] = [
  { title: 'Navn', value: (row) => row.name },
  { title: 'Antal', value: (row) => row.count, type: 'number' },
  { title: 'Aktiv', value: (row) => row.active, type: 'boolean' },
  { title: 'Siden', value: (row) => row.since, type: 'date' },
]
const rows: Row[] = [
  { name: 'Rødgrød; med "fløde"\nA/S', count: 12.5, active: true, since: '2026-11-03' },
  { name: '', count: null, active: false, since: '2026-11-03T09:30' },
]

async function* failing(): AsyncGenerator<Row> {
  yield* rows
  throw new Error('the database went away')
}

const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Buffer> =>
  Buffer.from(await new Response(stream).arrayBuffer())

describe('a list as CSV', () => {
  test('is what Danish Excel opens: semicolon, CRLF, a mark, decimal comma', async () => {
    const text = (await bytesOf(exportTable('csv', columns, rows))).toString('utf8')
    expect(text).toBe(
      '\uFEFFNavn;Antal;Aktiv;Siden\r\n"Rødgrød; med ""fløde""\nA/S";12,5;Ja;2026-11-03\r\n;;Nej;2026-11-03T09:30\r\n',
    )
  })

  test('streams: the first rows come before the last are made', async () => {
    let made = 0
    async function* many(): AsyncGenerator<Row> {
      for (; made < 100_000; made += 1) yield { name: 'x', count: 1, active: true, since: '' }
    }
    const reader = exportTable('csv', columns, many()).getReader()
    await reader.read()
    expect(made).toBeLessThan(5000)
    await reader.cancel()
    expect(made).toBeLessThan(5000)
  })

  test.each(['csv', 'xlsx'] as const)('an error in the rows breaks the file off: %s', async (format) => {
    await expect(bytesOf(exportTable(format, columns, failing()))).rejects.toThrow('the database went away')
  })
})

describe('text that a spreadsheet would run', () => {
  test.each([
    '=1+1',
    '+A1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=HYPERLINK("http://x";"y")',
    '+45=',
    "'=1",
    '＝1+1',
    '＋A1',
    '－2',
    '＠SUM(A1)',
  ])('%j is guarded', (text) => {
    expect(guarded(text)).toBe(`'${text}`)
  })

  test.each(['+45 12 34 56 78', '-12,50', '-1.000', '+4512345678', 'a=b', '', "'s-Hertogenbosch"])(
    '%j is left alone',
    (text) => {
      expect(guarded(text)).toBe(text)
    },
  )

  test('comes back as it was, whatever it is', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '＝', '\n', '+', '-', '@', '\t', '\r', "'", '1', ' ', 'a', '"', ';'),
    })
    fc.assert(
      fc.property(text, (each) => {
        expect(unguarded(guarded(each))).toBe(each)
      }),
    )
  })
})

test('any texts written as CSV are read back the same', async () => {
  const unit = fc.constantFrom(
    'a',
    'Ø',
    ' ',
    '"',
    ';',
    ',',
    '\t',
    '\n',
    '\r',
    '\r\n',
    "'",
    '=',
    '+',
    '-',
    '@',
    '1',
    '😀',
  )
  const row = fc.tuple(fc.string({ unit, maxLength: 8 }), fc.string({ unit, maxLength: 8 }))
  const texts: ExportColumn<[string, string]>[] = [
    { title: 'første', value: ([first]) => first },
    { title: 'anden', value: ([, second]) => second },
  ]
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async (table) => {
      const read = await readAll(fileOf(await bytesOf(exportTable('csv', texts, table)), 11))
      const filled = table.filter((cells) => cells.some((cell) => cell.trim() !== ''))
      expect(read.good.map((each) => each.cells)).toEqual(filled)
      expect(read.delimiter).toBe(';')
    }),
    { numRuns: 300 },
  )
})

describe('a list as XLSX', () => {
  test('is read back by our own reader: text, numbers, truth, dates', async () => {
    const read = await readAll(fileOf(await bytesOf(exportTable('xlsx', columns, rows))))
    expect(read.header).toEqual(['Navn', 'Antal', 'Aktiv', 'Siden'])
    expect(read.good).toEqual([
      { line: 2, cells: ['Rødgrød; med "fløde"\nA/S', '12.5', 'true', '2026-11-03'] },
      { line: 3, cells: ['', '', 'false', '2026-11-03T09:30:00'] },
    ])
  })

  test('text stays text, and characters no workbook can hold are left out', async () => {
    const names = ['=1+1', '01234', '\u0001x\u000b', 'a_x000D_b', '<&>', 'y'.repeat(40_000)]
    const stream = exportTable('xlsx', [{ title: 'Navn', value: (name: string) => name }], names)
    const read = await readAll(fileOf(await bytesOf(stream)))
    const texts = read.good.map((row) => row.cells[0] ?? '')
    expect(texts.slice(0, 5)).toEqual(['=1+1', '01234', 'x', 'a_x000D_b', '<&>'])
    expect(texts[5]?.length).toBe(32_767)
  })

  test('an empty list is a file with headings', async () => {
    const read = await readAll(fileOf(await bytesOf(exportTable('xlsx', columns, []))))
    expect(read.problems).toEqual([{ code: 'only-header', line: 1 }])
  })
})

test('the name of the file is safe in a header and keeps its Danish letters', () => {
  expect(fileHeaders('Møder i "Århus"\r\n2026.csv', 'text/csv; charset=utf-8')).toEqual({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="Moeder i -Arhus-2026.csv"; filename*=UTF-8''M%C3%B8der%20i%20-%C3%85rhus-2026.csv`,
  })
})
