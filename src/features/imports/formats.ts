/** The formats a file may have. Each gives documents or a table; a new one is a line here, and its reading in `#platform/files`. */
import { type BadDocument, type JsonDocument, openJsonDocuments } from '#platform/files/json-documents'
import {
  type ByHand,
  type FileLimits,
  type FileProblem,
  type FileSource,
  type Headings,
  openTable,
  type Table,
} from '#platform/files/table'

type Documents = {
  shape: 'documents'
  documents: AsyncIterable<JsonDocument | BadDocument>
  problems: FileProblem[]
}
type Rows = Pick<Table, 'header' | 'sheets' | 'delimiter' | 'reading' | 'encoding' | 'rows' | 'problems' | 'close'>
export type Opened = Documents | (Rows & { shape: 'table' })
type Limits = Partial<FileLimits>

/** Formats of documents, told by how the file begins in any encoding; everything else is a table. */
const ofDocuments = [
  {
    begins: /^[[{]/,
    open: async (source: FileSource, limits: Limits): Promise<Documents> => ({
      shape: 'documents',
      ...(await openJsonDocuments(source, limits)),
    }),
  },
]

type Wanted = {
  documents: boolean
  limits?: Limits | undefined
  known?: Headings | undefined
  byHand?: ByHand | undefined
  /** Sees the bytes of a table as they are read; of documents only what may be kept is ever stored. */
  copying?: ((bytes: FileSource['bytes']) => FileSource['bytes']) | undefined
}
/** Opens a file by what it is; formats of documents only where `documents` are wanted. */
export const openFormat = async (
  source: FileSource,
  { documents, limits = {}, known, byHand, copying = (bytes) => bytes }: Wanted,
): Promise<Opened> => {
  const { start, bytes } = documents ? await peek(source.bytes) : { start: '', bytes: source.bytes }
  const format = ofDocuments.find(({ begins }) => begins.test(start))
  if (format) return format.open({ ...source, bytes }, limits)
  const table = await openTable({ ...source, bytes: copying(bytes) }, limits, known, byHand)
  // The encoding is known for sure when all has been read.
  return Object.defineProperty({ shape: 'table', ...table }, 'encoding', { get: () => table.encoding })
}

/** The first signs of a file, without marks of encoding and spaces, and all its bytes. */
const peek = async (source: AsyncIterable<Uint8Array>) => {
  const bytes = source[Symbol.asyncIterator]()
  const ahead: Uint8Array[] = []
  let start = ''
  while (start.length < 2) {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
    const next = await bytes.next()
    if (next.done) break
    ahead.push(next.value)
    start = Buffer.concat(ahead)
      .subarray(0, 200)
      .toString('latin1')
      .replace(/^(\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
      .replace(/[\0\s]/g, '')
  }
  async function* all() {
    yield* ahead
    yield* { [Symbol.asyncIterator]: () => bytes }
  }
  return { start, bytes: all() }
}
