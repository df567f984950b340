import { ByHandInAddress, FileReading } from '#platform/files/reading.schema'
import { endpoint, Flag, Id, MaybeWords, Moment, named, Page, PageQuery, Words, z } from '#platform/endpoint'
import { gatherers } from '../centre/roles.ts'

/** What a column of a school's contact list may hold. */
export const contactFields = [
  'name',
  'cvr',
  'pNumber',
  'phone',
  'mobile',
  'email',
  'website',
  'street',
  'postalCode',
  'town',
  'contactPerson',
  'lastName',
  'knows',
  'note',
] as const
export type ContactField = (typeof contactFields)[number]

/** Column numbers by field, from 0; a field left out is not in the file. As JSON in the address, because the body is the file. */
export const Columns = z.partialRecord(z.enum(contactFields), z.int().check(z.minimum(0), z.maximum(999)))
export type Columns = z.infer<typeof Columns>
const ColumnsInAddress = z.pipe(
  z.string().check(z.maxLength(1000)),
  z.transform((text, context) => {
    try {
      const read = z.safeParse(Columns, JSON.parse(text))
      if (read.success) return read.data
    } catch {
      // Falls through: not JSON.
    }
    context.issues.push({ code: 'custom', input: text, path: [] })
    return z.NEVER
  }),
)

export const ContactImport = named(
  'ContactImport',
  z.object({
    /** Null for a dry run, which changes nothing. */
    id: z.nullable(z.int()),
    fileName: z.string(),
    header: z.array(z.string()),
    /** The columns used: those sent, else guessed from the header and the cells. */
    columns: Columns,
    /** The first rows as they stand in the file. */
    sample: z.array(z.array(z.string())),
    /** What concerns the whole file: where its headings are, sheets that were not read. */
    notes: z.array(z.string()),
    /** How it was read; what of it was chosen by hand was sent along. */
    reading: z.nullable(FileReading),
    /** Rows of a workbook that nobody sees. */
    hidden: z.nullable(z.object({ count: z.int(), lines: z.string() })),
    created: z.int(),
    updated: z.int(),
    /** Rows that stood there already. */
    unchanged: z.int(),
    rejected: z.int(),
    /** Contacts that the upload takes the place of; they come back when it is undone. */
    replaced: z.int(),
    /** The first 500; `rejected` counts all. A line may stand here and be in all the same (`rejected: false`). */
    errors: z.array(
      z.object({ line: z.int(), column: z.nullable(z.string()), reason: z.string(), rejected: z.boolean() }),
    ),
  }),
)
export const uploadContacts = endpoint({
  name: 'uploadContacts',
  method: 'POST',
  path: '/api/school-contacts/uploads',
  summary: "Hand in the own school's contact list (CSV or XLSX); with dry=true only look",
  can: gatherers,
  status: 201,
  kind: 'upload',
  query: z.object({
    name: Words(200),
    dry: z.optional(Flag),
    replace: z.optional(Flag),
    columns: z.optional(ColumnsInAddress),
    /** With the rows of a workbook that nobody sees. */
    hidden: z.optional(Flag),
    ...ByHandInAddress,
  }),
  answer: ContactImport,
  problems: ['file-refused', 'columns-not-chosen', 'contacts-not-kept', 'contacts-too-many'],
})

export const ContactUpload = named(
  'ContactUpload',
  z.object({
    id: z.int(),
    fileName: z.string(),
    by: z.string(),
    uploadedAt: Moment,
    created: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    undoneAt: z.nullable(Moment),
    can: z.object({ undo: z.boolean() }),
  }),
)
export const ContactUploads = named(
  'ContactUploads',
  z.object({
    rows: z.array(ContactUpload),
    /** How many the school has now. */
    contacts: z.int(),
    /** How many more lie there that the key here does not open. */
    locked: z.int(),
    /** How many more are still to be sealed, of before contacts were: nothing is compared with them until then. */
    open: z.int(),
    /** The server has a key to seal contacts with; without one none come in. */
    possible: z.boolean(),
    can: z.object({ delete: z.boolean() }),
  }),
)
export const listContactUploads = endpoint({
  name: 'listContactUploads',
  method: 'GET',
  path: '/api/school-contacts/uploads',
  summary: "Uploads of the own school's contacts, newest first",
  can: gatherers,
  answer: ContactUploads,
})
export const deleteSchoolContacts = endpoint({
  name: 'deleteSchoolContacts',
  method: 'DELETE',
  path: '/api/school-contacts',
  summary: "Delete all of the own school's contacts, and what was said of them; strikes stay. Cannot be undone",
  can: gatherers,
  answer: ContactUploads,
  problems: ['leader-deletes'],
})
export const undoContactUpload = endpoint({
  name: 'undoContactUpload',
  method: 'POST',
  path: '/api/school-contacts/uploads/{id}/undoings',
  summary: 'Undo an upload: its rows go, those it replaced come back',
  can: gatherers,
  params: z.object({ id: Id }),
  answer: ContactUpload,
  problems: ['import-undone', 'newer-upload'],
})
export const UploadError = named(
  'UploadError',
  z.object({ line: z.int(), column: z.nullable(z.string()), reason: z.string() }),
)
export const listUploadErrors = endpoint({
  name: 'listUploadErrors',
  method: 'GET',
  path: '/api/school-contacts/uploads/{id}/errors',
  summary: 'Rows of an upload that did not come in, by line and column',
  can: gatherers,
  params: z.object({ id: Id }),
  query: z.object(PageQuery),
  answer: Page(UploadError),
})

export const SchoolContact = named(
  'SchoolContact',
  z.object({
    name: z.string(),
    cvr: z.nullable(z.string()),
    pNumber: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    email: z.nullable(z.string()),
    town: z.nullable(z.string()),
    contactPerson: z.nullable(z.string()),
    knows: z.nullable(z.string()),
    note: z.nullable(z.string()),
  }),
)
export const listSchoolContacts = endpoint({
  name: 'listSchoolContacts',
  method: 'GET',
  path: '/api/school-contacts',
  summary: "The own school's contacts; no other school sees them",
  can: gatherers,
  query: z.object({ ...PageQuery, q: z.optional(MaybeWords(100)) }),
  answer: Page(SchoolContact),
})
