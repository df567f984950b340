/** The formats a file may have. Each gives documents or a table; a new one is a line here, and its reading in `#platform/files`. */
import { type BadDocument, type JsonDocument, openJsonDocuments } from '#platform/files/json-documents'
import {
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
export type Opened = Documents | (Pick<Table, 'header' | 'sheets' | 'rows' | 'problems' | 'close'> & { shape: 'table' })
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

type Wanted = { documents: boolean; limits?: Limits | undefined; known?: Headings | undefined }
/** Opens a file by what it is; formats of documents only where `documents` are wanted. */
export const openFormat = async (source: FileSource, { documents, limits = {}, known }: Wanted): Promise<Opened> => {
  const { start, bytes } = documents ? await peek(source.bytes) : { start: '', bytes: source.bytes }
  const format = ofDocuments.find(({ begins }) => begins.test(start))
  const whole = { ...source, bytes }
  return format ? format.open(whole, limits) : { shape: 'table', ...(await openTable(whole, limits, known)) }
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
