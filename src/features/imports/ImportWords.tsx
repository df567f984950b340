import type { ImportContract } from './imports.schema.ts'

/** What the pages of an import must be told of what is imported: its addresses, and its words. */
export type Imported = {
  contract: ImportContract
  /** What a column can hold, in the order it is chosen from, and the one without which nothing can be told. */
  columns: readonly { field: string; name: string }[]
  needs: string
  /** A field that has changed, in words. */
  fieldName: (field: string) => string
  accept: string
  back: { to: '/virksomheder'; text: string }
  words: {
    title: () => string
    subtitle: () => string
    choose: () => string
    file: () => string
    documents: () => string
    lacks: () => string
    run: (count: number) => string
    see: () => string
    warning: (field: string, percent: number) => string
    stayed: (count: number) => string
    undo: (created: number, updated: number) => string
  }
}

/** What was found out about the file, and what in it was not read. */
export const FileNotes = ({ notes }: { notes: readonly string[] }) =>
  notes.length === 0 ? null : (
    <ul className="imports-filenotes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
