import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openJsonDocuments } from '#platform/files/json-documents'
import type { FileLimits } from './file-limits.ts'
import type { FileProblem } from './file-problem.ts'
import { fileOf, workbookOf, windows1252 } from '#testing/files'

const read = async (content: string | Uint8Array, limits?: Partial<FileLimits>, pieceSize?: number) => {
  const { documents, problems } = await openJsonDocuments(fileOf(content, pieceSize), limits)
  const good: [number, Record<string, unknown>][] = []
  const bad: FileProblem[] = []
  for await (const each of documents) {
    if ('problem' in each) bad.push(each.problem)
    else good.push([each.line, each.value])
  }
  return { good, bad, problems }
}

const answer = (...values: object[]) => ({
  _scroll_id: 'DnF1{[',
  hits: { total: 2, hits: values.map((value, at) => ({ _index: 'cvr', _id: String(at), _source: value })) },
})
const a = { Vrvirksomhed: { navn: 'Ærø "{[" A/S', hits: [1, { hits: [] }] } }
const b = { VrproduktionsEnhed: { pNummer: 1 } }

describe('documents are found in every shape a register hands them out', () => {
  test.each([
    ['one object', JSON.stringify(a), [a]],
    ['a list', JSON.stringify([a, b]), [a, b]],
    ['an empty list', '[]', []],
    ['a search answer', JSON.stringify(answer(a, b)), [a, b]],
    ['a search answer without hits', JSON.stringify(answer()), []],
    ['several pages after each other', JSON.stringify(answer(a)) + JSON.stringify(answer(b)), [a, b]],
    ['a list of pages', JSON.stringify([answer(a), answer(b)]), [a, b]],
    ['a list of hits', JSON.stringify(answer(a, b).hits.hits), [a, b]],
    ['line by line', `${JSON.stringify(a)}\r\n${JSON.stringify(b)}\r\n`, [a, b]],
    ['with a mark', `\uFEFF${JSON.stringify(a)}`, [a]],
  ])('%s', async (_, text, values) => {
    for (const content of [text, Buffer.from(`\uFEFF${text.replace('\uFEFF', '')}`, 'utf16le')]) {
      // oxlint-disable-next-line no-await-in-loop -- two runs of the same
      const result = await read(content, {}, 3)
      expect(result.good).toEqual(values.map((value) => [expect.any(Number), value]))
      expect([...result.bad, ...result.problems]).toEqual([])
    }
  })

  test('each knows the line it starts on', async () => {
    expect((await read(JSON.stringify([a, b], null, 1))).good.map(([line]) => line)).toEqual([2, 13])
    expect((await read('{"a":1}\r\n\r\n{"a":\r2}\n{"a":3}')).good).toEqual([
      [1, { a: 1 }],
      [3, { a: 2 }],
      [5, { a: 3 }],
    ])
  })

  test('an old file in Windows-1252 is read too', async () => {
    expect((await read(windows1252('{"by":"Ærø"}'))).good).toEqual([[1, { by: 'Ærø' }]])
  })
})

const deep = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`

describe('a broken file gives what comes before the break, and the line', () => {
  test.each([
    ['cut off', '[\n{"a":1},\n{"a":', 3],
    ['cut off in a text', '[{"a":1},\n{"a":"x', 2],
    ['a comma too many', '[{"a":1},\n{"a":1,\n}]', 3],
    ['a comma missing', '[{"a":1}\n{"a":2}]', 2],
    ['a line break in a text', '[{"a":1},\n\n{"a":"x\n"}]', 3],
    ['a word that is none', '[{"a":1},\n{"a":True}]', 2],
    ['a number that is none', '[{"a":1},\n{"a":01\n}]', 2],
    ['an escape that is none', '[{"a":1},\n{"a":"\\x"}]', 2],
    ['a wrong bracket', '[{"a":1},\n{"a":[1}]', 2],
    ['a name without quotes', '[{"a":1},\n{a:1}]', 2],
  ])('in a list: %s', async (_, text, line) => {
    expect(await read(text, {}, 1)).toEqual({
      good: [[1 + Number(text[1] === '\n'), { a: 1 }]],
      bad: [{ code: 'json-broken', line }],
      problems: [],
    })
  })

  test('in a search answer', async () => {
    const text = JSON.stringify(answer(a, b)).slice(0, -30)
    const result = await read(text)
    expect(result.good).toEqual([[1, a]])
    expect(result.bad).toEqual([{ code: 'json-broken', line: 1 }])
  })

  test('line by line, the lines after it come too', async () => {
    const lines = ['{"a":1}', '{"a":2', '{"a":3}', '{"a":"4}', '{"a":5}', 'vrøvl', '{"a":7}', '{"a":8']
    const result = await read(lines.join('\n'))
    expect(result.good).toEqual([1, 3, 5, 7].map((line) => [line, { a: line }]))
    expect(result.bad).toEqual([2, 4, 6, 8].map((line) => ({ code: 'json-broken', line })))
  })

  test('what is no object is named and passed over', async () => {
    const result = await read('[1,\n"x",\n[{"a":0}],\n{"a":4},\nnull]')
    expect(result.bad).toEqual([1, 2, 3, 5].map((line) => ({ code: 'json-not-an-object', line })))
    expect(result.good).toEqual([[4, { a: 4 }]])
  })

  test('too many levels stop the reading, before they cost anything', async () => {
    expect((await read(deep(31))).good).toHaveLength(1)
    expect((await read(`{"a":1}\n${deep(32)}`)).bad).toEqual([
      { code: 'json-too-deep', line: 2, detail: { limit: 32 } },
    ])
    expect((await read('['.repeat(10_000_000))).bad).toHaveLength(2)
  })

  test('a document too large is passed over, the next one comes', async () => {
    const result = await read(`[{"a":1},\n{"a":"${'x'.repeat(200_000)}"},\n{"a":3}]`, { documentCharacters: 100_000 })
    expect(result.bad).toEqual([{ code: 'json-document-too-large', line: 2 }])
    expect(result.good).toEqual([
      [1, { a: 1 }],
      [3, { a: 3 }],
    ])
  })

  test.each([
    ['nothing', '', 'file-empty'],
    ['blanks', ' \n ', 'file-empty'],
    ['a workbook', workbookOf({ sheet: '' }), 'file-not-readable'],
    ['a PDF', '%PDF-1.7', 'file-not-readable'],
  ])('%s', async (_, content, code) => {
    expect((await read(content)).problems).toEqual([expect.objectContaining({ code })])
  })
})

test('any documents are read back the same, however the stream is cut', async () => {
  const list = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(list, fc.integer({ min: 1, max: 20 }), fc.constantFrom(0, 2), async (values, size, indent) => {
      const plain: object[] = JSON.parse(JSON.stringify(values))
      const isAnswer = plain.some((each) => Object.keys(each).some((key) => ['hits', '_source'].includes(key)))
      fc.pre(!isAnswer)
      const result = await read(JSON.stringify(values, null, indent), {}, size)
      expect(result.good.map(([, value]) => value)).toEqual(plain)
      expect(result.bad).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('what JSON.parse refuses we refuse, and what it takes we take', async () => {
  const odd = fc.string({
    unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', 'a', '1', '-', '.', 'null', '\\', '\n', ' '),
    maxLength: 14,
  })
  await fc.assert(
    fc.asyncProperty(odd, fc.integer({ min: 1, max: 5 }), async (inner, size) => {
      const text = `[{"a":${inner}}]`
      let valid = true
      try {
        JSON.parse(text)
      } catch {
        valid = false
      }
      const { bad } = await read(text, {}, size)
      expect(bad.some((problem) => problem.code === 'json-broken')).toBe(!valid)
    }),
    { numRuns: 2000 },
  )
})

test('100 MB of search answers go through without being held', async () => {
  const page = Buffer.from(`${JSON.stringify(answer(...Array.from({ length: 100 }, () => a)))}\n`)
  const pages = Math.ceil((100 * 1024 * 1024) / page.length)
  let peak = 0
  async function* made(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < pages; at += 1) {
      yield page
      if (at % 500 === 0) peak = Math.max(peak, process.memoryUsage().rss)
    }
  }
  const before = process.memoryUsage().rss
  const { documents } = await openJsonDocuments({ name: 'cvr.json', bytes: made(), size: pages * page.length })
  let count = 0
  for await (const each of documents) count += 'value' in each && 'Vrvirksomhed' in each.value ? 1 : 0
  expect(count).toBe(pages * 100)
  expect((peak - before) / 1024 / 1024).toBeLessThan(250)
})
