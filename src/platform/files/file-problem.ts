/**
 * What can be wrong with a file somebody hands in. Codes are stable; the sentences are in `file-problems.table.ts`.
 * `line` is the physical line as an editor counts it (in a workbook: the row number), from 1.
 */
export type FileProblemCode =
  | 'file-empty'
  | 'file-of-empty-rows'
  | 'file-too-large'
  | 'file-not-readable'
  | 'file-broken'
  | 'file-hostile'
  | 'file-takes-too-long'
  | 'file-of-fixed-width'
  | 'file-heading-not-there'
  | 'file-sheet-not-there'
  | 'file-without-sheets'
  | 'file-without-encoding'
  | 'file-not-in-encoding'
  | 'old-excel'
  | 'excel-with-password'
  | 'workbook-empty'
  | 'workbook-too-large'
  | 'header-name-twice'
  | 'table-beside'
  | 'only-header'
  | 'mixed-encoding'
  | 'garbled-characters'
  | 'quote-not-closed'
  | 'columns-missing'
  | 'too-many-cells'
  | 'too-many-columns'
  | 'line-too-long'
  | 'nul-characters'
  | 'row-not-readable'
  | 'json-broken'
  | 'json-not-an-object'
  | 'json-too-deep'
  | 'json-document-too-large'
  | 'heading-found'
  | 'heading-of-two-rows'
  | 'heading-again'
  | 'no-headings'
  | 'rows-over-skipped'
  | 'sum-row'
  | 'note-beside'
  | 'cell-without-value'
  | 'sheet-left-out'
  | 'sheets-together'
  | 'hidden-columns'
  | 'merged-cells'
  | 'colours-not-read'
  | 'struck-out'
  | 'encoding-guessed'
  | 'comments-not-read'
  | 'text-boxes-not-read'
  | 'personal-numbers'
  | 'personal-numbers-elsewhere'
  | 'answer-cut-short'

export type FileProblem = {
  code: FileProblemCode
  line?: number
  column?: string
  detail?: Record<string, string | number>
}

/** A file as it comes in: an upload, a file on disk. `size` in bytes as declared; the bytes are counted again while read. */
export type FileSource = { name: string; bytes: AsyncIterable<Uint8Array>; size: number }

/** Thrown inside this folder to end the reading of a file; the front doors turn it into a problem and never let it out. */
export class FileStopped extends Error {
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Errors of the source itself (a dropped upload, a full disk) are not the file's fault: they are thrown on. */
export const problemOf = (error: unknown): FileProblem => {
  if (error instanceof FileStopped) return error.problem
  throw error
}
