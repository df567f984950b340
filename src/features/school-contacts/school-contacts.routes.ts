import { serve } from '#platform/http/serve'
import { importContacts, listErrors, listUploads, undoUpload } from './contact-uploads.ts'
import { listContacts } from './school-contacts.ts'
import * as contact from './school-contacts.schema.ts'

export const schoolContactsRoutes = [
  serve(contact.uploadContacts, (ctx, { query, bytes, size }) =>
    importContacts(
      ctx,
      { name: query.name, bytes, size },
      { columns: query.columns, replace: query.replace ?? false, dry: query.dry ?? false },
    ),
  ),
  serve(contact.listContactUploads, (ctx) => listUploads(ctx)),
  serve(contact.undoContactUpload, (ctx, { params }) => undoUpload(ctx, params.id)),
  serve(contact.listUploadErrors, (ctx, { params, query }) => listErrors(ctx, params.id, query), {
    columns: [
      { da: 'Linje', en: 'Line', value: (row) => row.line },
      { da: 'Kolonne', en: 'Column', value: (row) => row.column },
      { da: 'Hvorfor', en: 'Why', value: (row) => row.reason },
    ],
  }),
  serve(contact.listSchoolContacts, (ctx, { query }) => listContacts(ctx, query), {
    columns: [
      { da: 'Virksomhed', en: 'Company', value: (row) => row.name },
      { da: 'CVR-nummer', en: 'CVR number', value: (row) => row.cvr },
      { da: 'P-nummer', en: 'P-number', value: (row) => row.pNumber },
      { da: 'Telefon', en: 'Phone', value: (row) => row.phone },
      { da: 'E-mail', en: 'E-mail', value: (row) => row.email },
      { da: 'By', en: 'Town', value: (row) => row.town },
      { da: 'Kontaktperson', en: 'Contact', value: (row) => row.contactPerson },
      { da: 'Vores medarbejder', en: 'Our colleague', value: (row) => row.knows },
      { da: 'Bemærkning', en: 'Note', value: (row) => row.note },
    ],
  }),
]
