/** Front door: notes on a company. What must hold: nobody reads, counts or hears of one that is not meant for him (the table's policies, and the event's). */
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import type { Personal } from '#platform/room'
import * as m from '#texts'
import { notesEvents } from './notes-events.table.ts'
import { type CompanyNote, readers } from './notes.schema.ts'
import * as store from './notes.sql.ts'

const record = recorder(notesEvents)
type Shape = z.infer<typeof CompanyNote>

const shapeOf = (ctx: Ctx, { cvr: _cvr, personId, ...row }: store.NoteRow): Shape => ({
  ...row,
  can: { remove: personId === ctx.personId },
})
/** Who belongs to no school keeps nothing to one. */
const readersFor = (ctx: Ctx) => readers.filter((one) => one !== 'school' || ctx.schoolId !== null)

/** The event says that there is one, to those who read it, and never its words: they go with the note. */
const tell = (ctx: Ctx, row: store.NoteRow, verb: 'noted' | 'removed') => {
  const { id: subjectId, companyId, cvr, visibility } = row
  return record(ctx, { verb, subject: 'company_note', subjectId, companyId, cvr, visibility, topics: ['notes'] })
}

export const writeNote = async (
  ctx: Ctx,
  { companyId, words, visibility }: { companyId: number; words: string; visibility: store.Reader },
): Promise<Shape> => {
  personOf(ctx)
  const place = await store.placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  if (!readersFor(ctx).includes(visibility))
    throw problemAt('wrong-input', '/body/visibility', m.notes_no_school({}, { locale: ctx.language }), 'no-school')
  const { id } = await store.insertNote(ctx, { companyId, cvr: place.cvr, visibility, words })
  const row = await store.noteById(ctx, id)
  if (!row) throw problem('not-found')
  await tell(ctx, row, 'noted')
  return shapeOf(ctx, row)
}

export const listNotes = async (ctx: Ctx, companyId: number) => {
  if (!(await store.placeById(ctx, companyId))) throw problem('not-found')
  const rows = await store.notesOf(ctx, companyId)
  return { rows: rows.map((row) => shapeOf(ctx, row)), readers: readersFor(ctx) }
}

/** What is noted for the writer alone: it goes with him. */
export const ownNotes: Personal = {
  mine: async (ctx) =>
    (await store.ownNotes(ctx)).map(({ companyId, company, writtenAt }) => ({
      ...{ kind: 'note', company: { id: companyId, name: company }, since: writtenAt },
    })),
  goes: store.leaversNotesGo,
}

/** Another's is as one that is not there. */
export const removeNote = async (ctx: Ctx, id: number) => {
  const row = await store.noteById(ctx, id)
  if (!row || row.personId !== ctx.personId || !(await store.emptyNote(ctx, id))) throw problem('not-found')
  await tell(ctx, row, 'removed')
  return {}
}
