import { openBytes } from './byte-source.ts'
import { type Encoding, decode } from './decode.ts'
import { fileKind } from './file-kind.ts'
import { type FileLimits, fileLimits } from './file-limits.ts'
import { type FileProblem, type FileSource, problemOf } from './file-problem.ts'
import { type JsonPiece, jsonScanner } from './json-scanner.ts'

export type JsonDocument = { line: number; value: Record<string, unknown> }
export type BadDocument = { line: number; problem: FileProblem }

export type JsonDocuments = {
  readonly encoding: Encoding | undefined
  /** to be read once, or not at all: then call `close` */
  documents: AsyncIterable<JsonDocument | BadDocument>
  /** what concerns the whole file; grows while `documents` is read */
  problems: FileProblem[]
  close: () => Promise<void>
}

/**
 * Opens a JSON file: one object, a list of objects, objects line by line, or search answers (`hits.hits[]._source`), also
 * several after each other or in a list. `line` is where the document starts. What a break leaves readable comes out;
 * problems come once each, as in `openTable`. At most one document is held in memory.
 */
export const openJsonDocuments = async (
  source: FileSource,
  limits: Partial<FileLimits> = {},
): Promise<JsonDocuments> => {
  const all = { ...fileLimits, ...limits }
  try {
    const bytes = await openBytes(source, all.fileBytes)
    const kind = fileKind(bytes.head)
    if (kind === 'text') {
      const decoded = decode(bytes.all, bytes.head)
      const documents = documentsOf(decoded.text, decoded.problems, all)
      const close = async (): Promise<void> => {
        await documents.return(undefined)
        await bytes.all.return(undefined)
      }
      return {
        get encoding() {
          return decoded.encoding
        },
        documents,
        problems: decoded.problems,
        close,
      }
    }
    await bytes.all.return(undefined)
    return unreadable(
      kind === 'empty' ? { code: 'file-empty' } : { code: 'file-not-readable', detail: { kind: named(kind) } },
    )
  } catch (error) {
    return unreadable(problemOf(error))
  }
}

const named = (kind: string): string => (kind === 'ole' || kind === 'ole-encrypted' ? 'workbook' : kind)

const unreadable = (problem: FileProblem): JsonDocuments => ({
  encoding: undefined,
  documents: none(),
  problems: [problem],
  close: async () => {},
})

async function* none(): AsyncGenerator<JsonDocument> {}

async function* documentsOf(
  text: AsyncIterable<string>,
  problems: FileProblem[],
  limits: FileLimits,
): AsyncGenerator<JsonDocument | BadDocument> {
  const scanner = jsonScanner(limits)
  let lastLine = 1
  let blank = true
  let count = 0
  try {
    for await (const piece of text) {
      blank &&= piece.trim() === ''
      for (const found of scanner.push(piece)) {
        lastLine = found.line
        count += 1
        yield documentOf(found)
      }
    }
    for (const found of scanner.end()) yield documentOf(found)
    const total = scanner.totals().reduce((sum, one) => sum + one, 0)
    if (count > 0 && count < total) problems.push({ code: 'answer-cut-short', detail: { there: count, total } })
    if (blank) problems.push({ code: 'file-empty' })
  } catch (error) {
    yield { line: lastLine, problem: problemOf(error) }
  }
}

const documentOf = (piece: JsonPiece): JsonDocument | BadDocument => {
  if ('problem' in piece) return piece
  // The scanner has checked grammar and depth.
  const value: Record<string, unknown> = JSON.parse(piece.text)
  const inner = value['_source']
  // What stands beside it in a hit is the search's own: `_id`, `sort`, `highlight`. Some programs drop all of that.
  return { line: piece.line, value: isObject(inner) ? inner : value }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
