import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from './decode.ts'
import { windows1252 } from '#testing/files'

const decoded = async (bytes: Uint8Array, pieceSize = 7) => {
  const whole = Buffer.from(bytes)
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < whole.length; at += pieceSize) yield whole.subarray(at, at + pieceSize)
  }
  const result = decode(pieces(), whole.subarray(0, 64 * 1024))
  let text = ''
  for await (const piece of result.text) text += piece
  return { text, encoding: result.encoding, problems: result.problems }
}

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
const mark = '\uFEFF'
const danish = 'Navn;By\r\nRødgrød ApS;Ærø\r\nSmør & Brød;Århus\r\n'

describe('the encoding of a file is found from its bytes', () => {
  test.each([
    ['UTF-8 without a mark', Buffer.from(danish), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(mark + danish), 'utf-8'],
    ['UTF-16LE with a mark', Buffer.from(mark + danish, 'utf16le'), 'utf-16le'],
    ['UTF-16LE without a mark', Buffer.from(danish, 'utf16le'), 'utf-16le'],
    ['UTF-16BE with a mark', bigEndian(mark + danish), 'utf-16be'],
    ['UTF-16BE without a mark', bigEndian(danish), 'utf-16be'],
    ['Windows-1252', windows1252(danish), 'windows-1252'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await decoded(bytes)).toEqual({ text: danish, encoding, problems: [] })
  })

  test('Windows-1252 is more than Latin-1: the euro sign', async () => {
    expect((await decoded(windows1252('pris 5 €'))).text).toBe('pris 5 €')
  })

  test('a file that is plain until far down is still recognised', async () => {
    const plain = 'en;to\n'.repeat(30_000)
    const result = await decoded(windows1252(`${plain}Ærø;Å\n`), 64 * 1024)
    expect(result.encoding).toBe('windows-1252')
    expect(result.text).toBe(`${plain}Ærø;Å\n`)
    expect(result.problems).toEqual([])
  })
})

describe('two encodings in one file', () => {
  test('every line comes out readable and the odd ones are named', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Navn\nÆrø\n'),
      windows1252('Smør\n'),
      Buffer.from('Århus\n'),
      windows1252('Ål'),
    ])
    const result = await decoded(bytes)
    expect(result.text).toBe('Navn\nÆrø\nSmør\nÅrhus\nÅl')
    expect(result.encoding).toBe('utf-8')
    expect(result.problems).toEqual([
      { code: 'mixed-encoding', line: 3 },
      { code: 'mixed-encoding', line: 5 },
    ])
  })

  test('an odd line before the first UTF-8 line is named too', async () => {
    const bytes = Buffer.concat([windows1252('Smør\r\n'), Buffer.from('Ærø\r\n')])
    const result = await decoded(bytes)
    expect(result.text).toBe('Smør\r\nÆrø\r\n')
    expect(result.problems).toEqual([{ code: 'mixed-encoding', line: 1 }])
  })

  test('letters that were lost before are named, once', async () => {
    const result = await decoded(Buffer.from('a\r\nb\r\nSm\uFFFDr\r\nBr\uFFFDd'))
    expect(result.problems).toEqual([{ code: 'garbled-characters', line: 3 }])
  })
})

test('text comes back the same from every encoding, however the stream is cut', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'ø', '€', '😀', ';', '\r', '\n', '\r\n'), minLength: 1 })
  await fc.assert(
    fc.asyncProperty(line, fc.integer({ min: 1, max: 9 }), async (text, pieceSize) => {
      expect((await decoded(Buffer.from(text), pieceSize)).text).toBe(text)
      expect((await decoded(Buffer.from(mark + text, 'utf16le'), pieceSize)).text).toBe(text)
    }),
  )
})

test('a line of megabytes is decoded in pieces, without cutting a letter in two', async () => {
  const text = 'æ€😀'.repeat(500_000)
  expect((await decoded(Buffer.from(text), 65_537)).text === text).toBe(true)
})
