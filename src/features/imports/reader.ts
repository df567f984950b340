/** What a room hands in so that its files can be imported: everything about them that the pipeline does not know. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import type { Problem } from '#platform/errors'
import type { FileReading } from '#platform/files/reading.schema'
import type { FileLimits, Headings } from '#platform/files/table'
import type { Visibility } from '#platform/events'
import type { Reason } from '#platform/reason'

/** What there is to record of an import that is done or undone; who records it adds the verb. */
export type Happened = {
  subject: 'import'
  subjectId: number
  before?: object
  after?: object
  visibility: Visibility
  topics: readonly string[]
}

/** Which column, counted from 0, holds what; a field that no column holds is left out. */
export type Mapping = Partial<Record<string, number>>

/**
 * A row of a file as it waits for its import: a document that was read, cells of a table, or not readable. `n` is its line (with its sheet,
 * `sheet-lines.ts`); of a row that is hidden whoever imports decides; `left` could not be used, and the pipeline tells of it;
 * `short` has too few cells, `long` too many, `dropped` blank ones after its last column.
 */
export type FileRow =
  | { n: number; found: unknown }
  | { n: number; cells: string[]; hidden?: true; dropped?: number; left?: { column: string | null; reason: Reason }[] }
  | { n: number; wrong: { column: string | null; reason: Reason }; short?: string[]; long?: string[] }

/** What is told about a file before anything is imported. */
export type FileFacts = {
  header: string[]
  sample: string[][]
  notes: Reason[]
  /** Of a workbook of which several are read. */
  sheets?: string[]
  /** The file is kept as it came; never one that holds personal numbers. */
  kept?: boolean
  /** Of a table: what was guessed, and what was chosen by hand. */
  reading?: z.infer<typeof FileReading>
  /** Of a text: what parts its cells. */
  delimiter?: string
  /** Rows that nobody sees, and the first of their lines. */
  hidden?: { count: number; lines: number[] }
}

/** `rejected`: the row did not come in; else it came in without what is told here. */
/** A file that is wrong from end to end says so by its first rows; what else is wrong is only counted. */
export const errorsKept = 10_000
export type RowError = { line: number; column: string | null; reason: Reason; rejected: boolean }
export type Outcome = {
  created: number
  updated: number
  unchanged: number
  rejected: number
  errors: RowError[]
  /** What concerns the whole file, and showed as its rows came in. */
  told?: Reason[]
  /** Kept with the import and shown with it: what changed, warnings. */
  result?: object
  /** Further counts that its event tells. */
  also?: Record<string, number>
}

/** One import at work: the rows in their order, to be read once. */
export type Work<Options> = {
  importId: number
  header: readonly string[]
  mapping: Mapping
  /** What concerns the whole file. */
  notes: readonly Reason[]
  options: Options | undefined
  rows: AsyncIterable<FileRow>
  /** Tells open pages how far it is. */
  progress: (rows: number) => Promise<void>
}

export type Document = Record<string, unknown>
export type ReadDocument = { found: unknown; sample: string[] } | { wrong: Reason; column: string | null }

export type ImportReader<Done extends Outcome = Outcome, Options = undefined> = {
  kind: string
  /** The files are one school's own: no other school sees that they came. */
  ofSchool?: true
  limits?: Partial<FileLimits>
  /** Rows a file may have, good or bad: what is read is limited, not only what comes of it. */
  mostRows: number
  /** Beginnings of addresses that are stale when an import of this kind moves on, and when one is done or undone. */
  topics: { moved: readonly string[]; done: readonly string[] }
  /** How the reader's own room records it; without, the pipeline says `imported` and `undone`. */
  records?: {
    done?: (ctx: Ctx, happened: Happened) => Promise<void>
    undone?: (ctx: Ctx, happened: Happened) => Promise<void>
  }
  /** Imports that would disturb each other take turns; held to the end of the transaction. */
  lock(ctx: Ctx): Promise<unknown>
  /** Formats of documents (JSON): reads one, as soon as the file comes in, so that only what may be kept is stored. */
  documents?: { header: string[]; read(document: Document, ctx: Ctx): ReadDocument }
  /** Formats of rows and columns (CSV, workbooks). */
  table: Partial<Headings> & {
    /** What the columns hold, guessed from the headings and the first rows. */
    guess(header: readonly string[], samples: readonly (readonly string[])[]): Mapping
    /** Fields whose cells are told by what stands in them, never by chance: a number with a check digit, a postal code. */
    kinds?: Partial<Record<string, (cell: string) => boolean>>
    /** Why a file with these columns is of another kind. */
    refuse?(header: readonly string[]): Reason | undefined
    /** The field without which no row can be told. */
    needs?: { field: string; name: string }
  }
  /** Said of a file in which nothing stands; without it an empty table is an import of nothing. */
  nothing?: Reason
  /** Does the import in the transaction of `ctx`, under the lock. */
  run(ctx: Ctx, work: Work<Options>): Promise<Done>
  /** Why it cannot be undone: what was built on it since, and would be left orphaned. */
  builtOn(ctx: Ctx, importId: number): Promise<Problem | undefined>
  takeBack(ctx: Ctx, importId: number): Promise<unknown>
}
