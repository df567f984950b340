import { describe, expect, test } from 'vitest'
import { openTable } from '#platform/files/table'
import { fileOf, readAll, windows1252 } from '#testing/files'

const cells = (rows: { cells: string[] }[]) => rows.map((row) => row.cells)

describe('a table in a text file', () => {
  test.each([
    ['semicolon', 'Navn;By\nBager, A/S;Nivå\n', ';'],
    ['comma', 'Navn,By\n"Bager; søn",Nivå\n', ','],
    ['tab', 'Navn\tBy\nBager; søn, A/S\tNivå\n', '\t'],
    ['named by Excel', 'sep=,\nNavn;x,By\nBager;y,Nivå\n', ','],
  ])('the delimiter is found: %s', async (_, text, delimiter) => {
    const table = await readAll(fileOf(text))
    expect(table.delimiter).toBe(delimiter)
    expect(table.header).toHaveLength(2)
    expect(table.good[0]?.cells[1]).toBe('Nivå')
  })

  test.each(['\n', '\r\n', '\r'])('line breaks may be any kind: %j', async (end) => {
    const table = await readAll(fileOf(['a;b', '1;2', '', '3;4'].join(end), 1))
    expect(table.header).toEqual(['a', 'b'])
    expect(table.good).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 4, cells: ['3', '4'] },
    ])
  })

  test('a column by itself is a table', async () => {
    const table = await readAll(fileOf('CVR\n12345678\n'))
    expect(table.header).toEqual(['CVR'])
    expect(cells(table.good)).toEqual([['12345678']])
  })

  test('quotes inside a cell are kept, doubled or not', async () => {
    const table = await readAll(fileOf('a;b\n"Cafe ""Ærø""";1\nCafe "Ærø";2\n"Cafe" Ærø;3\n'))
    expect(cells(table.good)).toEqual([
      ['Cafe "Ærø"', '1'],
      ['Cafe "Ærø"', '2'],
      ['"Cafe" Ærø', '3'],
    ])
  })

  test('a row is numbered by the line it starts on, past cells with line breaks', async () => {
    const table = await readAll(fileOf('a;b\r\n"1\r\n1\r\n1";2\r\n3;4\r\n'))
    expect(table.good).toEqual([
      { line: 2, cells: ['1\r\n1\r\n1', '2'] },
      { line: 5, cells: ['3', '4'] },
    ])
  })

  test('both encodings of the same file give the same rows', async () => {
    const text = 'Navn;By\r\nRødgrød;Ærø\r\n'
    const [utf8, windows] = await Promise.all([readAll(fileOf(`\uFEFF${text}`)), readAll(fileOf(windows1252(text)))])
    expect(utf8.good).toEqual(windows.good)
    expect([utf8.encoding, windows.encoding]).toEqual(['utf-8', 'windows-1252'])
  })
})

describe('a table with something wrong', () => {
  test('rows with too few or too many cells are left out by number, the others come', async () => {
    const table = await readAll(fileOf('a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3;;\n;;\n7;8;9'))
    expect(table.bad).toEqual([
      { code: 'columns-missing', line: 3, detail: { expected: 3, found: 2 } },
      { code: 'too-many-cells', line: 4, detail: { expected: 3, found: 4 } },
    ])
    expect(table.good.map((row) => row.line)).toEqual([2, 5, 7])
  })

  test('a quote that is never closed costs its own line, named where it opened', async () => {
    const table = await readAll(fileOf('a;b\n1;2\n3;"4\n5;6\n7;8\n'))
    expect(table.bad).toEqual([{ code: 'quote-not-closed', line: 3 }])
    expect(table.good.map((row) => row.line)).toEqual([2, 4, 5])
  })

  test('also when quoted cells follow, and when it happens more than once', async () => {
    const table = await readAll(fileOf('a;b\n1;"2\n"3";"4\nx"\n5;"6\n"7";"8"\n9;"0'))
    expect(table.bad).toEqual([2, 5, 7].map((line) => ({ code: 'quote-not-closed', line })))
    expect(table.good).toEqual([
      { line: 3, cells: ['3', '4\nx'] },
      { line: 6, cells: ['7', '8'] },
    ])
  })

  test('also in the middle of a file far too long to wait for its end', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => `${at};Firma ${at}`)
    rows[20_000] = '20000;"Firma'
    const table = await readAll(fileOf(`a;b\n${rows.join('\n')}`))
    expect(table.bad).toEqual([{ code: 'quote-not-closed', line: 20_002 }])
    expect(table.good).toHaveLength(49_999)
  })

  test('when the headings cannot be read, the row below does not pass for headings', async () => {
    const table = await readAll(fileOf('a;"b\n1;2\n3;4\n'))
    expect(table.problems).toEqual([{ code: 'quote-not-closed', line: 1 }])
    expect(table.header).toEqual([])
    expect(table.good).toEqual([])
  })

  test('NUL characters spoil only their row', async () => {
    const table = await readAll(fileOf('a;b\n1;\0\n"\0";2\n"3";4\n'))
    expect(table.bad).toEqual([2, 3].map((line) => ({ code: 'nul-characters', line })))
    expect(cells(table.good)).toEqual([['3', '4']])
  })

  test('a line of megabytes spoils only itself', async () => {
    const table = await readAll(
      fileOf(`a;b\n1;2\nx;${'y'.repeat(3_000_000)}\n3;4\n"z${'y'.repeat(3_000_000)}";1\n5;6\n`),
    )
    expect(table.bad).toEqual([3, 5].map((line) => ({ code: 'line-too-long', line })))
    expect(table.good.map((row) => row.line)).toEqual([2, 4, 6])
  })

  test('the same heading twice is told, and the rows still come', async () => {
    const table = await readAll(fileOf('Navn;By;navn\n1;2;3\n'))
    expect(table.problems).toEqual([
      { code: 'header-name-twice', line: 1, column: 'navn', detail: { first: 1, second: 3 } },
    ])
    expect(cells(table.good)).toEqual([['1', '2', '3']])
  })

  test('mixed encodings are told, and the row still comes', async () => {
    const file = Buffer.concat([Buffer.from('Navn;By\nÆrø;1\n'), windows1252('Smør;2\n')])
    const table = await readAll(fileOf(file))
    expect(table.problems).toEqual([{ code: 'mixed-encoding', line: 3 }])
    expect(cells(table.good)).toEqual([
      ['Ærø', '1'],
      ['Smør', '2'],
    ])
  })

  test('empty cells after the headings are no columns', async () => {
    const table = await readAll(fileOf('a;b;;\n1;2;;\n3;4\n'))
    expect(table.header).toEqual(['a', 'b'])
    expect(cells(table.good)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })
})

async function* dropped(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('a;b\n1;2\n'.repeat(20_000))
  throw new Error('connection lost')
}

describe('a file that is no table', () => {
  test.each([
    ['nothing at all', '', 'file-empty'],
    ['only a mark', '\uFEFF', 'file-empty'],
    ['only blank lines', '\n \r\n;;\n', 'file-empty'],
    ['only headings', 'a;b\n', 'only-header'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'old-excel'],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'excel-with-password',
    ],
    ['a PDF', '%PDF-1.7\n', 'file-not-readable'],
    ['a web page', '<html><table><tr><td>x</td></tr></table></html>', 'file-not-readable'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d494844520000010002030405060708', 'hex'), 'file-not-readable'],
  ])('%s', async (_, content, code) => {
    const table = await readAll(fileOf(content))
    expect(table.problems.map((problem) => problem.code)).toEqual([code])
    expect(table.good).toEqual([])
  })

  test('a file larger than the limit is refused by what it says', async () => {
    const table = await openTable({ ...fileOf('a;b\n'), size: 10 ** 12 })
    expect(table.problems).toEqual([{ code: 'file-too-large', detail: { limitMb: 256 } }])
  })

  test('and by what it is, after the rows that came before', async () => {
    const table = await readAll({ ...fileOf('a;b\n1;2\n'.repeat(50_000)), size: 0 }, { fileBytes: 200_000 })
    expect(table.bad.map((problem) => problem.code)).toEqual(['file-too-large'])
    expect(table.good.length).toBeGreaterThan(1000)
  })

  test('an upload that breaks off is not the fault of the file', async () => {
    await expect(readAll({ name: 'x', bytes: dropped(), size: 0 })).rejects.toThrow('connection lost')
  })

  test('a table that is not read to its end lets go of its source', async () => {
    let released = false
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('a;b\n1;2\n'.repeat(10_000))
      } finally {
        released = true
      }
    }
    const table = await openTable({ name: 'x', bytes: endless(), size: 0 })
    for await (const row of table.rows) if (row.line > 100) break
    expect(released).toBe(true)
  })
})
