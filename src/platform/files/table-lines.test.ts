import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openTable } from '#platform/files/table'
import { fileOf, readAll } from '#testing/files'

const cell = fc.string({
  unit: fc.constantFrom('a', 'Ø', ' ', '"', ';', ',', '\t', '\n', '\r\n', '\r', '😀', "'", '='),
  maxLength: 6,
})
const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

describe('line numbers', () => {
  test('are exact for any table with line breaks in quotes, however the stream is cut', async () => {
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 })
    const end = fc.constantFrom('\n', '\r\n', '\r')
    await fc.assert(
      fc.asyncProperty(
        rows,
        end,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(';', ',', '\t'),
        async (table, br, size, by) => {
          let text = `sep=${by}${br}"h1"${by}"h2"${br}`
          let line = 3
          const expected: { line: number; cells: string[] }[] = []
          for (const cells of table) {
            const row = cells.map(quoted).join(by)
            // what looks like a guarded formula loses its guard: that is export.test.ts
            const plain = cells.map((each) => (/^'+[=\t\r]/.test(each) ? each.slice(1) : each))
            if (plain.some((each) => each.trim() !== '')) expected.push({ line, cells: plain })
            text += row + br
            line += lineBreaks(row) + 1
          }
          for (const file of [fileOf(text, size), fileOf(Buffer.from(`\uFEFF${text}`, 'utf16le'), size)]) {
            // oxlint-disable-next-line no-await-in-loop -- two runs of the same
            const read = await readAll(file)
            expect(read.good).toEqual(expected)
            expect(read.bad).toEqual([])
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('and every good row survives any one quote too many', async () => {
    const count = fc.integer({ min: 2, max: 40 })
    await fc.assert(
      fc.asyncProperty(count, fc.nat(), async (rows, where) => {
        const broken = where % rows
        const lines = Array.from({ length: rows }, (_, at) => (at === broken ? `${at};"Firma` : `${at};"Firma; ${at}"`))
        const read = await readAll(fileOf(`a;b\n${lines.join('\n')}\n`))
        expect(read.bad).toEqual([{ code: 'quote-not-closed', line: broken + 2 }])
        expect(read.good.map((row) => row.line)).toEqual(
          lines.map((_, at) => at + 2).filter((line) => line !== broken + 2),
        )
      }),
    )
  })

  test('no text whatsoever is too odd to be opened', async () => {
    const odd = fc.string({
      unit: fc.constantFrom('a', '"', ';', ',', '\t', '\n', '\r', '\0', '\uFEFF', 'ø', 'sep='),
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(odd, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const lines = lineBreaks(text) + 1
        const read = await readAll(fileOf(text, size))
        for (const row of read.good) expect(row.cells).toHaveLength(read.header.length)
        for (const each of [...read.good, ...read.bad]) expect(each.line ?? 0).toBeLessThanOrEqual(lines)
        expect(new Set(read.good.map((row) => row.line)).size).toBe(read.good.length)
      }),
      { numRuns: 500 },
    )
  })
})

test('a file of 100 MB goes through in bounded memory, and its last line has the right number', async () => {
  const block = Array.from(
    { length: 1000 },
    (_, at) => `${10_000_000 + at};Firma ${at} A/S;Gade ${at};2990;Nivå;692000`,
  )
  block[500] = '10000500;"Firma\r\n""500""";Gade 500;2990;Nivå;692000'
  const bytes = Buffer.from(`${block.join('\r\n')}\r\n`)
  const blocks = Math.ceil((100 * 1024 * 1024) / bytes.length)
  let peak = 0
  async function* made(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('cvr;navn;adresse;postnr;by;branche\r\n')
    for (let at = 0; at < blocks; at += 1) {
      yield bytes
      if (at % 100 === 0) peak = Math.max(peak, process.memoryUsage().rss)
    }
  }
  const before = process.memoryUsage().rss
  const table = await openTable({ name: 'stor.csv', bytes: made(), size: blocks * bytes.length })
  let rows = 0
  let last = 0
  for await (const row of table.rows) {
    if ('problem' in row) throw new Error(JSON.stringify(row.problem))
    rows += 1
    last = row.line
  }
  expect(rows).toBe(blocks * 1000)
  // each block has one row of two lines, and the header is a line
  expect(last).toBe(blocks * 1001 + 1)
  expect((peak - before) / 1024 / 1024).toBeLessThan(250)
})
