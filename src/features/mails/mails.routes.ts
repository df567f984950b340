import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as mails from './mails.ts'
import * as contract from './mails.schema.ts'

export const mailsRoutes = [
  serve(contract.listMails, (ctx, { query }) => mails.listMails(ctx, query), {
    columns: [
      { title: m.mails_col_to, value: (row) => row.to },
      { title: m.mails_col_subject, value: (row) => row.subject },
      { title: m.mails_col_written, value: (row) => row.createdAt },
      { title: m.mails_col_sent, value: (row) => row.sentAt },
    ],
  }),
  serve(contract.showMail, (ctx, { params }) => mails.showMail(ctx, params.id)),
  serve(contract.showMailAttachment, (ctx, { params }) => mails.showMailAttachment(ctx, params.id)),
  serve(contract.sendMailAgain, (ctx, { params, body }) => mails.sendMailAgain(ctx, params.id, body)),
  serve(contract.putMailAside, (ctx, { params }) => mails.putMailAside(ctx, params.id)),
  serve(contract.openMailLink, (ctx, { params }) => mails.openMailLink(ctx, params.id)),
]
