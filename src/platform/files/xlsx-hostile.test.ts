import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileOf, readAll, sheetOf, textRow, workbookOf, zipOf } from '#testing/files'

const sheetStart = '<?xml version="1.0"?><worksheet><sheetData>'
const good = workbookOf({ sheet: textRow(1, ['a']) + textRow(2, ['1']) })
const codes = (table: { problems: { code: string }[]; bad: { code: string }[] }) =>
  [...table.problems, ...table.bad].map((problem) => problem.code)

describe('a hostile workbook is refused, and nothing hangs or falls', () => {
  test('a bomb: little that unpacks to much', async () => {
    const sheet = sheetStart + ' '.repeat(40 * 1024 * 1024)
    const file = workbookOf({ sheet })
    expect(file.length).toBeLessThan(100_000)
    expect(codes(await readAll(fileOf(file), { unpackedBytes: 20 * 1024 * 1024 }))).toEqual(['workbook-too-large'])
  })

  test('a bomb that says it is small', async () => {
    const sheet = Buffer.from(sheetStart + textRow(1, ['a']).repeat(500_000))
    const more = [{ path: 'xl/worksheets/sheet2.xml', content: sheet, claimedSize: 1000 }]
    const workbook = '<workbook xmlns:r="r"><sheets><sheet name="x" r:id="rId2"/></sheets></workbook>'
    const table = await readAll(fileOf(workbookOf({ sheet: '', workbook, more })))
    expect(codes(table)).toEqual(['file-broken'])
  })

  test('entities that expand', async () => {
    const sheet = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`
    expect(codes(await readAll(fileOf(workbookOf({ sheet }))))).toEqual(['file-hostile'])
  })

  test('an entity that is not declared at all', async () => {
    expect(codes(await readAll(fileOf(workbookOf({ sheet: textRow(1, ['&xxe;']) }))))).toEqual(['file-broken'])
  })

  test.each([
    ['text', `${sheetStart}<row><c t="inlineStr"><is><t>${'x'.repeat(6_000_000)}`],
    ['attribute', `${sheetStart}<row r="${'1'.repeat(6_000_000)}`],
    ['comment', `${sheetStart}<!--${'x'.repeat(6_000_000)}`],
  ])('a piece without end: %s', async (_, sheet) => {
    expect(codes(await readAll(fileOf(workbookOf({ sheet }))))).toEqual(['file-hostile'])
  })

  test('tags inside tags without end', async () => {
    expect(codes(await readAll(fileOf(workbookOf({ sheet: sheetStart + '<a>'.repeat(100_000) }))))).toEqual([
      'file-hostile',
    ])
  })

  test.each(['../../etc/passwd', '/etc/passwd', 'C:/x', 'xl\\..\\..\\x/../../y'])(
    'a path that leads out: %s',
    async (path) => {
      const table = await readAll(fileOf(zipOf([{ path, content: 'x' }])))
      expect(codes(table)).toHaveLength(1)
      expect(table.header).toEqual([])
    },
  )

  test('a relation to a file elsewhere is not followed', async () => {
    const outside =
      '<Relationships><Relationship Id="rId1" TargetMode="External" Target="file:///etc/passwd"/></Relationships>'
    const table = await readAll(
      fileOf(
        zipOf([
          {
            path: 'xl/workbook.xml',
            content: '<workbook xmlns:r="r"><sheets><sheet r:id="rId1"/></sheets></workbook>',
          },
          { path: 'xl/_rels/workbook.xml.rels', content: outside },
        ]),
      ),
    )
    expect(codes(table)).toEqual(['workbook-empty'])
  })

  test('too many parts', async () => {
    const parts = Array.from({ length: 200 }, (_, at) => ({ path: `p${at}`, content: '' }))
    expect(codes(await readAll(fileOf(zipOf(parts)), { zipEntries: 100 }))).toEqual(['file-hostile'])
  })

  test('a cell far out in every row does not fill the memory', async () => {
    const wide = Array.from(
      { length: 5000 },
      (_, at) => `<row r="${at + 2}"><c r="ALL${at + 2}"><v>1</v></c></row>`,
    ).join('')
    const table = await readAll(fileOf(workbookOf({ sheet: textRow(1, ['a']) + wide })), { cells: 1_000_000 })
    expect(codes(table).at(-1)).toBe('workbook-too-large')
  })

  test('a cell beyond the widest table spoils its row', async () => {
    const sheet = `${textRow(1, ['a'])}<row r="2"><c r="XFD2"><v>1</v></c></row>${textRow(3, ['x'])}`
    const table = await readAll(fileOf(workbookOf({ sheet })))
    expect(table.bad).toEqual([{ code: 'too-many-columns', line: 2, detail: { limit: 1000 } }])
    expect(table.good).toEqual([{ line: 3, cells: ['x'] }])
  })

  test('more texts than fit the memory given to it', async () => {
    const strings = Array.from({ length: 200_000 }, (_, at) => `<si><t>${at}${'x'.repeat(60)}</t></si>`).join('')
    const file = workbookOf({ sheet: textRow(1, ['a']), sharedStrings: strings })
    expect(codes(await readAll(fileOf(file), { workbookMemoryMb: 16 }))).toEqual(['workbook-too-large'])
    expect(codes(await readAll(fileOf(file), { sharedStrings: 1000 }))).toEqual(['workbook-too-large'])
  })

  test('a reader that takes too long is stopped, and says at which row', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => textRow(at + 1, ['x', 'y'])).join('')
    const table = await readAll(fileOf(workbookOf({ sheet: rows })), { workbookMilliseconds: 1 })
    expect(codes(table)).toEqual(['file-takes-too-long'])
  })
})

describe('a damaged workbook', () => {
  test('cut off anywhere gives a problem, never a row too many', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 8, max: good.length - 1 }), async (length) => {
        const table = await readAll(fileOf(good.subarray(0, length)))
        expect(codes(table)).toEqual(['file-broken'])
      }),
      { numRuns: 8 },
    )
  })

  test('with any byte changed gives its rows or a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(good)
        changed[at] = ((changed[at] ?? 0) + by) % 256
        const table = await readAll(fileOf(changed))
        expect(table.good.length + codes(table).length).toBeGreaterThan(0)
      }),
      { numRuns: 15 },
    )
  })

  test('whose sheet stops in the middle gives the rows before, then the problem', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => textRow(at + 1, [`Firma ${at}`])).join('')
    const table = await readAll(fileOf(workbookOf({ sheet: sheetOf(rows).slice(0, -60) })))
    expect(table.good.length).toBeGreaterThan(3000)
    expect(table.bad.map((problem) => problem.code)).toEqual(['file-broken'])
  })
})
