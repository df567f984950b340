import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as notes from './notes.ts'
import * as contract from './notes.schema.ts'

export const notesRoutes = [
  serve(contract.writeNote, (ctx, { body }) => notes.writeNote(ctx, body)),
  serve(contract.listNotes, (ctx, { query }) => notes.listNotes(ctx, query.companyId), {
    columns: [
      { title: m.notes_col_written, value: (row) => row.writtenAt },
      { title: m.notes_col_who, value: (row) => row.who },
      { title: m.notes_col_words, value: (row) => row.words },
    ],
  }),
  serve(contract.removeNote, (ctx, { params }) => notes.removeNote(ctx, params.id)),
]
