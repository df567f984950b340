const MB = 1024 * 1024

export type FileLimits = {
  /** bytes of the file as handed in */
  fileBytes: number
  /** bytes of a workbook as handed in: it has to be held in memory, a text file does not */
  workbookBytes: number
  /** characters in one record of a text file, line breaks in quotes included */
  recordCharacters: number
  /** physical lines in one record of a text file */
  recordLines: number
  columns: number
  /** rows with nothing in them, which are passed over */
  emptyRows: number
  /** bytes that may come out of the zip of a workbook */
  unpackedBytes: number
  zipEntries: number
  cells: number
  sharedStrings: number
  sharedStringCharacters: number
  /** milliseconds the reader of a workbook may work, waiting for its own reader not counted */
  workbookMilliseconds: number
  workbookMemoryMb: number
  /** characters in one JSON document */
  documentCharacters: number
  jsonDepth: number
}

/** Room for the biggest files we know (a 100 MB register extract, a full Excel sheet), and nothing near a machine's memory. */
export const fileLimits: FileLimits = {
  fileBytes: 256 * MB,
  workbookBytes: 64 * MB,
  recordCharacters: MB,
  recordLines: 1000,
  columns: 1000,
  // A whole sheet of Excel that somebody saved as text; its sentence says a million.
  emptyRows: 1_048_576,
  unpackedBytes: 512 * MB,
  zipEntries: 5000,
  cells: 20_000_000,
  sharedStrings: 2_000_000,
  sharedStringCharacters: 100_000_000,
  workbookMilliseconds: 120_000,
  workbookMemoryMb: 512,
  documentCharacters: 16 * MB,
  jsonDepth: 32,
}
