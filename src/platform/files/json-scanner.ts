import type { FileProblem } from './file-problem.ts'
import {
  type JsonExpect,
  type JsonLevel,
  isHex,
  isHitList,
  isSpace,
  isTotal,
  isWord,
  validWord,
} from './json-grammar.ts'

/** The text of one document and the physical line it starts on, or what is wrong there. */
export type JsonPiece = { line: number; text: string } | { line: number; problem: FileProblem }
/** `totals`: how many documents search answers say there are, each number once: the pages of one answer say the same. */
export type JsonScanner = { push: (text: string) => JsonPiece[]; end: () => JsonPiece[]; totals: () => number[] }

type Limits = { documentCharacters: number; jsonDepth: number }
/** A document being gathered. `from` is where its text starts in the piece being read; undefined once it is too large. */
type Gathering = { line: number; depth: number; parts: string[] | undefined; characters: number; from: number }

type Scan = {
  limits: Limits
  found: JsonPiece[]
  levels: JsonLevel[]
  expect: JsonExpect
  mode: 'between' | 'string' | 'escape' | 'hex' | 'word' | 'lost' | 'stopped'
  hexLeft: number
  isKey: boolean
  /** the key or word being read, as far as it matters */
  token: string
  document: Gathering | undefined
  line: number
  /** line of the last character that was no space */
  tokenLine: number
  before: number
  totals: Set<number>
}

const LF = 10
const CR = 13
const quote = 34
const backslash = 92
const openBrace = 123
const longestToken = 400

/**
 * Finds the documents in a stream of JSON without holding more than one: objects at the top (one, or many after each
 * other), the elements of a list at the top, and the elements of `hits.hits` in a search answer at any of these places.
 * Checks the grammar as it goes, so that a break is named by its line. After a break among objects at the top, reading
 * goes on at the next line that starts with `{`; inside a list nothing tells where the next element would start.
 */
export const jsonScanner = (limits: Limits): JsonScanner => {
  const scan: Scan = {
    limits,
    found: [],
    levels: [],
    expect: 'value',
    mode: 'between',
    hexLeft: 0,
    isKey: false,
    token: '',
    document: undefined,
    line: 1,
    tokenLine: 1,
    before: 0,
    totals: new Set(),
  }
  return {
    totals: () => [...scan.totals],
    push: (text) => {
      scanText(scan, text)
      return scan.found.splice(0)
    },
    end: () => {
      if (scan.mode === 'word') endWord(scan)
      const over =
        scan.mode === 'lost' || scan.mode === 'stopped' || (scan.mode === 'between' && scan.levels.length === 0)
      if (!over) fail(scan, scan.tokenLine)
      return scan.found.splice(0)
    },
  }
}

const scanText = (scan: Scan, text: string): void => {
  if (scan.document) scan.document.from = 0
  for (let at = 0; at < text.length && scan.mode !== 'stopped'; at += 1) {
    if (scan.mode === 'string') {
      at = insideString(scan, text, at)
      if (at >= text.length) break
    }
    const code = text.charCodeAt(at)
    step(scan, text, at, code)
    if (code === CR || (code === LF && scan.before !== CR)) scan.line += 1
    if (!isSpace(code)) scan.tokenLine = scan.line
    scan.before = code
  }
  if (scan.document) gather(scan, scan.document, text, text.length)
}

/** Passes over the plain characters of a string; answers where the first other one stands. */
const insideString = (scan: Scan, text: string, from: number): number => {
  let at = from
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote || code === backslash || code < 32) break
  }
  if (at > from) {
    scan.before = quote
    if (scan.isKey && scan.token.length < longestToken) scan.token += text.slice(from, at)
  }
  return at
}

const step = (scan: Scan, text: string, at: number, code: number): void => {
  if (scan.mode === 'word') {
    if (isWord(code)) {
      if (scan.token.length < longestToken) scan.token += text[at]
      return
    }
    endWord(scan)
  }
  switch (scan.mode) {
    case 'between':
      if (!isSpace(code)) between(scan, text, at, code)
      return
    case 'string':
      if (code === quote) endString(scan)
      else if (code === backslash) scan.mode = 'escape'
      else fail(scan, scan.line)
      return
    case 'escape':
      return escape(scan, code)
    case 'hex':
      if (!isHex(code)) return fail(scan, scan.line)
      scan.hexLeft -= 1
      if (scan.hexLeft === 0) scan.mode = 'string'
      return
    case 'lost':
      if (code === openBrace && atLineStart(scan)) between(scan, text, at, code)
  }
}

const escape = (scan: Scan, code: number): void => {
  scan.mode = 'string'
  if (code === 117) {
    scan.mode = 'hex'
    scan.hexLeft = 4
  } else if (!'"\\/bfnrt'.includes(String.fromCharCode(code))) fail(scan, scan.line)
}

const atLineStart = (scan: Scan): boolean => scan.before === LF || scan.before === CR

const between = (scan: Scan, text: string, at: number, code: number): void => {
  scan.mode = 'between'
  const char = text.charAt(at)
  const wantsValue = scan.expect === 'value' || scan.expect === 'value-or-end'
  if (char === '{' || char === '[') {
    if (wantsValue) return open(scan, char, at)
    if (char === '{' && atLineStart(scan) && scan.levels[0]?.kind === '{') {
      // The document before was cut off and a new one starts here.
      fail(scan, scan.tokenLine)
      return open(scan, char, at)
    }
  } else if (char === '}' || char === ']') {
    if (mayClose(scan, char)) return close(scan, text, at)
  } else if (char === '"') {
    const isKey = scan.expect === 'key' || scan.expect === 'key-or-end'
    if (isKey || (wantsValue && scan.levels.length > 0)) return begin(scan, 'string', isKey, '')
  } else if (char === ':' && scan.expect === 'colon') {
    scan.expect = 'value'
    return
  } else if (char === ',' && scan.expect === 'comma-or-end') {
    scan.expect = scan.levels.at(-1)?.kind === '{' ? 'key' : 'value'
    return
  } else if (isWord(code) && wantsValue && scan.levels.length > 0) return begin(scan, 'word', false, char)
  fail(scan, scan.line)
}

const begin = (scan: Scan, mode: 'string' | 'word', isKey: boolean, token: string): void => {
  if (!isKey && scan.levels.at(-1)?.documents) notAnObject(scan)
  scan.mode = mode
  scan.isKey = isKey
  scan.token = token
}

const notAnObject = (scan: Scan): void => {
  scan.found.push({ line: scan.line, problem: { code: 'json-not-an-object', line: scan.line } })
}

const endWord = (scan: Scan): void => {
  scan.mode = 'between'
  if (isTotal(scan.levels) && /^\d{1,12}$/.test(scan.token)) scan.totals.add(Number(scan.token))
  if (validWord(scan.token)) scan.expect = 'comma-or-end'
  else fail(scan, scan.tokenLine)
}

const endString = (scan: Scan): void => {
  scan.mode = 'between'
  const level = scan.levels.at(-1)
  if (scan.isKey && level) level.field = scan.token
  scan.expect = scan.isKey ? 'colon' : 'comma-or-end'
}

const open = (scan: Scan, kind: '{' | '[', at: number): void => {
  const parent = scan.levels.at(-1)
  const place = !parent || parent.documents
  const depth = scan.levels.length - (scan.document?.depth ?? 0)
  if (depth >= scan.limits.jsonDepth) return tooDeep(scan)
  let documents = false
  if (kind === '{' && place) {
    scan.document = { line: scan.line, depth: scan.levels.length, parts: [], characters: 0, from: at }
  } else if (kind === '[' && !parent) documents = true
  else if (kind === '[' && place) notAnObject(scan)
  else if (kind === '[' && scan.document && isHitList(scan.levels, scan.document.depth)) {
    // What seemed a document is the envelope of a search answer.
    scan.document = undefined
    documents = true
  }
  scan.levels.push({ kind, field: '', documents })
  scan.mode = 'between'
  scan.expect = kind === '{' ? 'key-or-end' : 'value-or-end'
}

const mayClose = (scan: Scan, char: '}' | ']'): boolean => {
  const { expect } = scan
  if (scan.levels.at(-1)?.kind !== (char === '}' ? '{' : '[')) return false
  return expect === 'comma-or-end' || expect === (char === '}' ? 'key-or-end' : 'value-or-end')
}

const close = (scan: Scan, text: string, at: number): void => {
  scan.levels.pop()
  scan.expect = scan.levels.length === 0 ? 'value' : 'comma-or-end'
  const { document } = scan
  if (!document || document.depth !== scan.levels.length) return
  gather(scan, document, text, at + 1)
  if (document.parts) scan.found.push({ line: document.line, text: document.parts.join('') })
  scan.document = undefined
}

const gather = (scan: Scan, document: Gathering, text: string, to: number): void => {
  if (!document.parts) return
  document.parts.push(text.slice(document.from, to))
  document.characters += to - document.from
  if (document.characters <= scan.limits.documentCharacters) return
  document.parts = undefined
  scan.found.push({ line: document.line, problem: { code: 'json-document-too-large', line: document.line } })
}

const tooDeep = (scan: Scan): void => {
  const detail = { limit: scan.limits.jsonDepth }
  scan.found.push({ line: scan.line, problem: { code: 'json-too-deep', line: scan.line, detail } })
  scan.document = undefined
  scan.mode = 'stopped'
}

const fail = (scan: Scan, line: number): void => {
  scan.found.push({ line, problem: { code: 'json-broken', line } })
  scan.document = undefined
  scan.mode = scan.levels[0]?.kind === '[' ? 'stopped' : 'lost'
  scan.levels = []
  scan.expect = 'value'
}
