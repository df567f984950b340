import { serve } from '#platform/http/serve'
import * as mails from './mails.ts'
import * as contract from './mails.schema.ts'

export const mailsRoutes = [
  serve(contract.listMails, (ctx, { query }) => mails.listMails(ctx, query), {
    columns: [
      { da: 'Til', en: 'To', value: (row) => row.to },
      { da: 'Emne', en: 'Subject', value: (row) => row.subject },
      { da: 'Skrevet', en: 'Written', value: (row) => row.createdAt },
      { da: 'Sendt', en: 'Sent', value: (row) => row.sentAt },
    ],
  }),
  serve(contract.showMailAttachment, (ctx, { params }) => mails.showMailAttachment(ctx, params.id)),
]
