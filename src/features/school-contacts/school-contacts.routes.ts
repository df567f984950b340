import * as m from '#texts'
import { byHandIn } from '#platform/files/reading.schema'
import { serve } from '#platform/http/serve'
import { mostContacts } from './contact-row.ts'
import { deleteAll, importContacts, listErrors, listUploads, undoUpload } from './contact-uploads.ts'
import { listContacts } from './school-contacts.ts'
import * as contract from './school-contacts.schema.ts'

export const schoolContactsRoutes = [
  serve(contract.uploadContacts, (ctx, { query, bytes, size }) =>
    importContacts(
      ctx,
      { name: query.name, bytes, size },
      {
        columns: query.columns,
        replace: query.replace ?? false,
        dry: query.dry ?? false,
        hidden: query.hidden ?? false,
        byHand: byHandIn(query),
      },
    ),
  ),
  serve(contract.listContactUploads, (ctx) => listUploads(ctx)),
  serve(contract.deleteSchoolContacts, (ctx) => deleteAll(ctx)),
  serve(contract.undoContactUpload, (ctx, { params }) => undoUpload(ctx, params.id)),
  serve(contract.listUploadErrors, (ctx, { params, query }) => listErrors(ctx, params.id, query), {
    columns: [
      { title: m.school_contacts_col_line, value: (row) => row.line },
      { title: m.school_contacts_col_column, value: (row) => row.column },
      { title: m.school_contacts_col_why, value: (row) => row.reason },
    ],
  }),
  serve(contract.listSchoolContacts, (ctx, { query }) => listContacts(ctx, query), {
    portion: mostContacts,
    columns: [
      { title: m.school_contacts_col_company, value: (row) => row.name },
      { title: m.school_contacts_col_cvr_number, value: (row) => row.cvr },
      { title: m.school_contacts_col_p_number, value: (row) => row.pNumber },
      { title: m.school_contacts_col_phone, value: (row) => row.phone },
      { title: m.school_contacts_col_e_mail, value: (row) => row.email },
      { title: m.school_contacts_col_town, value: (row) => row.town },
      { title: m.school_contacts_col_contact, value: (row) => row.contactPerson },
      { title: m.school_contacts_col_our_colleague, value: (row) => row.knows },
      { title: m.school_contacts_col_note, value: (row) => row.note },
    ],
  }),
]
